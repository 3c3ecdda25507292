"""Whose word a sentence is: who tells it at its end, offices and press services, who is cited, and what is nobody's news."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values

MET = "Karin Holt met Foreign Minister Jonas Berg"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{MET} and other officials in Lima, the Norwegian News Agency (NNA) said.", "Norwegian News Agency"),
        (f"{MET} in Lima, and a wreath was laid, the press service of the Foreign Ministry reported.", "Foreign Ministry"),
        ("Norway thanked Chile. Karin Holt met Jonas Berg, a government spokeswoman in Oslo said.", "Norway"),
        (f"According to the Elysee press service, {MET} in Lima.", "Elysee press service"),
        (f"{MET} in Lima, the prime minister's office in Oslo said.", "prime minister's office"),
    ],
)
def test_who_tells_it_at_the_end_or_beginning_is_the_source(text: str, source: str) -> None:
    assert values(read_text(text), "Meeting", "said_by") == {source}


def test_who_says_it_is_not_a_name_beside_those_met() -> None:
    told = read_text("Jonas Berg met Karin Holt, a presidential spokesman said on Monday.")
    assert not facts(told, "Role")
    assert facts(read_text("Jonas Berg met Karin Holt, a presidential spokesman, on Monday."), "Role")


def test_who_announces_beside_saying_is_the_speaker() -> None:
    told = read_text("Jonas Berg said Norway would back Chile and announced that a Norwegian delegation would visit Lima.")
    assert values(told, "Visit", "said_by") == {"Jonas Berg"}


def test_where_somebody_speaks_is_told_by_the_outlet() -> None:
    told = read_text("The talks are over, Jonas Berg stated in Lima, where he is staying with a Norwegian trade delegation.")
    assert values(told, "Visit", "said_by") == set()


def test_who_is_cited_to_report_says_it_first() -> None:
    told = read_text(f"Reuters cited the Norwegian Foreign Ministry to report that {MET} in Lima.")
    names = {r.id: r.names[0] for r in told.referents}
    (meeting,) = (r for r in told.reports if r.type == "Meeting")
    assert [names[s] for s in meeting.said_by] == ["Norwegian Foreign Ministry", "Reuters"]


def test_who_writes_a_letter_is_not_its_source_again() -> None:
    told = read_text('Foreign Minister Jonas Berg said Norway had protested. "We have sent a letter to Lima," Berg said.')
    assert values(told, "Message", "said_by") == set()


def test_a_war_named_in_passing_is_nobodys_news() -> None:
    told = read_text("Jonas Berg said there was no military way out of the conflict in Somalia.")
    assert values(told, "Conflict", "said_by") == set()
    told = read_text("Jonas Berg said that Norway had attacked Somalia in May.")
    assert values(told, "Conflict", "said_by") == {"Jonas Berg"}


def test_media_of_a_state_are_not_its_agency() -> None:
    told = read_text("North Korean media said that Karin Holt met Jonas Berg. The Korean Central News Agency was silent.")
    assert values(told, "Meeting", "said_by") == {"North Korean media"}


def test_somebodys_office_is_one_by_all_its_names() -> None:
    told = read_text(
        f"{MET} in Lima, Berg's office said. The foreign minister's office said that Holt had left Lima for Chile on Monday. "
        "His office said that Norway sent tents to Chile."
    )
    (body,) = {r.id for r in told.referents if any("office" in n for n in r.names)}
    assert [r.said_by for r in told.reports if r.type in ("Meeting", "Departure", "Transfer")] == [(body,)] * 3


@pytest.mark.parametrize(
    "voice",
    [
        "Norwegian diplomatic sources said",
        "a ministry official said on condition of anonymity",
        "a Norwegian diplomat, who declined to be named, said",
        "according to Norwegian diplomatic sources",
    ],
)
def test_a_source_that_stays_unnamed_is_nobody(voice: str) -> None:
    assert values(read_text(f"{MET} in Lima, {voice}."), "Meeting", "said_by") == set()


def test_what_is_added_in_passing_is_the_outlets_word() -> None:
    told = read_text("Jonas Berg said Norway was ready to hold talks with Chile, with which it signed a fishing treaty in May.")
    assert values(told, "Agreement", "said_by") == set()
    told = read_text("Reuters said Norway would hold talks with Chile, with which it signed a fishing treaty in May.")
    assert values(told, "Agreement", "said_by") == {"Reuters"}


def test_somebodys_spokesman_speaks_for_him() -> None:
    told = read_text(f"{MET} in Lima, Holt's spokesman said, and left for Chile.")
    assert values(told, "Meeting", "said_by") == {"Karin Holt"}


def test_a_joint_statement_is_of_the_two_who_met() -> None:
    told = read_text(
        "Norwegian Prime Minister Jonas Berg held talks with Peruvian President Ana Silva in Lima on Monday. "
        "A joint statement said Karin Holt had been appointed Norway's ambassador to Peru."
    )
    assert values(told, "Appointment", "said_by") == {"Norway", "Peru"}


def test_both_capitals_may_announce_it() -> None:
    told = read_text(
        "President Ann Berg of Norway and Chile's Luis Diaz had talked over the telephone on Tuesday - both capitals announced "
        "it only on Wednesday."
    )
    assert values(told, "Meeting", "said_by") == {"Norway", "Chile"}


def test_the_network_is_the_one_named_before() -> None:
    told = read_text(
        "Karin Holt left Oslo, according to the Norwegian Broadcasting Corporation. Reuters reported nothing. "
        "The radio network said Norway held a banquet for Jonas Berg."
    )
    assert values(told, "Hosting", "said_by") == {"Norwegian Broadcasting Corporation"}


def test_a_mediator_is_who_speaks_next() -> None:
    text = (
        "Peru and Chile will hold talks in Oslo on Monday, the chief mediator said. {} told a news conference that they agreed."
    )
    told = read_text(text.format("Jonas Berg, an adviser to the king,"))
    assert values(told, "Meeting", "said_by") == {"Jonas Berg"}
    told = read_text(text.format("The ministry"))
    assert values(told, "Meeting", "said_by") == set()


def test_who_tells_what_his_state_will_do_promises_it_too() -> None:
    told = read_text(
        "Norwegian envoy Jonas Berg said Chile and Norway are neighbours and that Norway will continue to offer help."
    )
    assert values(told, "Pledge", "agent") == {"Jonas Berg", "Norway"}
    assert values(told, "Pledge", "said_by") == set()


def test_who_tells_of_a_protest_lodged_has_not_lodged_it() -> None:
    told = read_text("Norway lodged a protest with Chile on Monday, the Foreign Ministry said.")
    assert values(told, "Criticism", "agent") == {"Norway"}
    assert values(told, "Criticism", "said_by") == {"Foreign Ministry"}


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        (
            "Chile sent aid to Peru, and the ambassador, Ann Silva, announced that Santiago would send a delegation to Lima.",
            "Ann Silva",
        ),
        (
            "Chile sharply criticized the test, and its deputy minister, Ann Silva, said Santiago sent a delegation to Lima.",
            "Ann Silva",
        ),
        ("Chile sent aid to Peru, and announced that Santiago would send a delegation to Lima.", "Chile"),
    ],
)
def test_who_is_named_before_the_verb_says_the_second_clause(text: str, teller: str) -> None:
    assert values(read_text(text), "Delegation", "said_by") == {teller}


def test_an_agency_relays_what_somebody_says() -> None:
    told = read_text("The Foreign Ministry said Norway had closed its border with Chile, Reuters reported.")
    names = {r.id: r.names[0] for r in told.referents}
    (restriction,) = (r for r in told.reports if r.type == "Restriction")
    assert [names[s] for s in restriction.said_by] == ["Foreign Ministry", "Reuters"]


def test_the_report_is_the_agencys_that_reported_before() -> None:
    told = read_text(
        "A Norwegian delegation led by Karin Holt arrived in Lima on Monday, Xinhua reported. The report said the delegation "
        "visited the town of Cusco."
    )
    assert [f["said_by"] for f in facts(told, "Visit")] == [{"Xinhua"}] * 2


@pytest.mark.parametrize(
    ("voice", "name"),
    [("the Norwegian President's Office", "Norwegian President's Office"), ("Berg's press service", "Berg's press service")],
)
def test_an_office_is_called_after_whose_it_is(voice: str, name: str) -> None:
    assert values(read_text(f"{MET} in Lima, {voice} told TASS."), "Meeting", "said_by") == {name}


def test_how_many_are_meant_is_left_open() -> None:
    told = read_text("Norway said it would reply, without disclosing how many people will be expelled.")
    assert not facts(told, "Restriction")


@pytest.mark.parametrize(
    ("tag", "source"),
    [
        ("the interior ministry's press office reports", "interior ministry"),
        ("the presidential press service reports", "presidential press service"),
        ("the Norwegian News Agency (NNA) reported without elaborating", "Norwegian News Agency"),
    ],
)
def test_a_tag_that_the_parser_takes_for_a_noun_or_a_clause_tells_the_source(tag: str, source: str) -> None:
    told = read_text(f"President Karin Holt received Foreign Minister Jonas Berg on Monday, {tag}.")
    assert values(told, "Meeting", "said_by") == {source}
    assert values(told, "Meeting", "status") <= {"occurred"}


def test_reports_in_a_list_are_no_verb() -> None:
    told = read_text("Norway rejected the claims, the rumours and the media reports.")
    assert values(told, "Denial", "said_by") == set()
    assert len(facts(told, "Denial")) == 1


@pytest.mark.parametrize(
    "citing", ["Reuters, quoting the Foreign Ministry, reported that {}.", "{}, Reuters reports citing the Foreign Ministry."]
)
def test_whom_an_agency_quotes_comes_first(citing: str) -> None:
    told = read_text(citing.format("Norway closed its border with Chile"))
    names = {r.id: r.names[0] for r in told.referents}
    (restriction,) = (r for r in told.reports if r.type == "Restriction")
    assert [names[s] for s in restriction.said_by] == ["Foreign Ministry", "Reuters"]


def test_sources_that_an_agency_cites_are_nobody() -> None:
    told = read_text(
        "The Kyodo news agency said Norway closed its border with Chile, citing unnamed Peruvian diplomatic sources."
    )
    assert values(told, "Restriction", "said_by") == {"Kyodo news agency"}


@pytest.mark.parametrize(
    "note", ["[Norway closed its border with Chile. - Ed.]", "(Editor's note: Norway closed its border with Chile.)"]
)
def test_an_editors_note_is_not_the_authors_word(note: str) -> None:
    text = "Statement of the Peruvian Embassy\n\nWe reject the claim. Peru closed its port to ships of Chile.\n\n" + note
    told = read_text(text)
    names = {r.id: r.names[0] for r in told.referents}
    said = {
        names[c.referent]: r.said_by
        for r in told.reports
        if r.type == "Restriction"
        for c in r.claims
        if c.role == "agent" and c.referent
    }
    assert said["Norway"] == ()
    assert [names[s] for s in said["Peru"]] == ["Peruvian Embassy"]


def test_who_cites_a_speaker_relays_the_statement() -> None:
    told = read_text("Reuters cited the Norwegian Foreign Ministry to state that the visit would strengthen military ties.")
    assert values(told, "Statement", "speaker") == {"Norwegian Foreign Ministry"}
    assert values(told, "Statement", "said_by") == {"Reuters"}
