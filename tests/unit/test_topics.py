"""Topics: the words that say what something is about."""

from __future__ import annotations

from tests.reading import facts, read_text, values


def test_a_quotation_that_goes_on_beyond_the_topic_is_left_out() -> None:
    told = read_text('Peruvian government spokesman Karl Voss dismissed the remarks as "a diversion."')
    assert values(told, "Denial", "topic") == {"remarks"}


def test_a_pronoun_is_no_topic() -> None:
    (denial,) = facts(read_text("Peru denies it."), "Denial")
    assert "topic" not in denial


def test_a_quotation_mark_without_its_fellow_is_left_out() -> None:
    told = read_text('Peru said the movement wanted "a clear commitment" to a full withdrawal.')
    assert values(told, "Statement", "topic") == {"movement wanted a clear commitment"}


def test_whom_one_thanks_is_not_what_for() -> None:
    (thanks,) = facts(read_text("Peru thanked the EU on Monday."), "Statement")
    assert thanks["addressee"] == {"EU"} and "topic" not in thanks


def test_what_something_is_called_is_the_topic() -> None:
    assert values(read_text("Morocco condemned what it called a hostile campaign."), "Criticism", "topic") == {"hostile campaign"}


def test_the_subject_is_kept_whole() -> None:
    told = read_text(
        '"No Peruvian vessel, armed or unarmed, was anywhere near the islet on the morning mentioned," the Peruvian navy said.'
    )
    (topic,) = values(told, "Statement", "topic")
    assert topic.startswith("No Peruvian vessel")


def test_what_is_denied_is_what_was_claimed() -> None:
    told = read_text("Peru denied rumours in the Chilean press that its envoy had resigned, saying that he was on leave.")
    (topic,) = values(told, "Denial", "topic")
    assert topic.startswith("envoy had resigned")
    asked = read_text(
        "Asked about a report that Peru had bought the ships, Defence Minister Karl Voss of Chile called it absurd."
    )
    assert values(asked, "Denial", "topic") == {"Peru had bought the ships"}


def test_a_prefix_is_no_word_of_its_own() -> None:
    assert values(read_text("Norway urged de-escalation."), "Statement", "topic") == {"de-escalation"}


def test_a_topic_ends_before_the_clause_that_only_explains_it() -> None:
    told = read_text("Minister Karl Lind called for talks with Chile, whose harbours lie in the south.")
    assert values(told, "Statement", "topic") == {"talks with Chile"}


def test_a_clause_inside_a_topic_stays() -> None:
    told = read_text("Minister Karl Lind said that the harbour, which was hit in June, was safe.")
    assert values(told, "Statement", "topic") == {"harbour, which was hit in June, was safe"}


def test_two_attitudes_to_one_thing_are_one_statement_about_it() -> None:
    told = read_text("President Karl Lind expressed his trust and confidence in the ability of Peru to keep the peace.")
    assert [s["topic"] for s in facts(told, "Statement")] == [{"ability of Peru to keep the peace"}]


def test_what_is_described_by_a_quotation_alone_leaves_a_topic_or_none() -> None:
    told = read_text('Ministry officials described the mood as "constructively calm" despite the row.')
    assert all(topic.strip() for topic in values(told, "Statement", "topic"))
