"""Status: what has happened, goes on, is planned, cancelled, denied or alleged, and what is no fact at all."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values

VISITED = "President Jonas Berg visited Canada"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{VISITED}.", "occurred"),
        ("President Jonas Berg has visited Canada.", "occurred"),
        ("President Jonas Berg is visiting Canada.", "ongoing"),
        ("President Jonas Berg began a visit to Canada on Monday.", "ongoing"),
        ("President Jonas Berg is on a visit to Canada.", "ongoing"),
        ("President Jonas Berg will visit Canada next week.", "planned"),
        ("President Jonas Berg is to visit Canada on Monday.", "planned"),
        ("President Jonas Berg is scheduled to visit Canada in June.", "planned"),
        ("President Jonas Berg is expected to visit Canada, officials said.", "planned"),
        ("President Jonas Berg plans to visit Canada.", "planned"),
        ("President Jonas Berg announced a visit to Canada.", "planned"),
        ("President Jonas Berg cancelled his visit to Canada.", "cancelled"),
        ("President Jonas Berg postponed a visit to Canada.", "cancelled"),
        ("President Jonas Berg called off a trip to Canada.", "cancelled"),
        ("President Jonas Berg's visit to Canada was cancelled.", "cancelled"),
        ("President Jonas Berg did not visit Canada.", "denied"),
        ("President Jonas Berg never visited Canada.", "denied"),
        (f"Norway denied that {VISITED}.", "denied"),
        (f"Norway denied reports that {VISITED}.", "denied"),
        ("President Jonas Berg spoke on the eve of a visit to Canada.", "planned"),
        ("President Jonas Berg has yet to visit Canada.", "denied"),
        ("President Jonas Berg has no plans to visit Canada.", "denied"),
        (f"There is no evidence that {VISITED}.", "denied"),
        ("President Jonas Berg agreed not to visit Canada.", "denied"),
        ("President Jonas Berg stopped short of visiting Canada.", "denied"),
        ("President Jonas Berg has not ruled out visiting Canada.", "alleged"),
        ("President Jonas Berg considered visiting Canada.", "alleged"),
        ("President Jonas Berg may visit Canada.", "alleged"),
        ("Peru maintains that President Jonas Berg visited Canada.", "alleged"),
        ("President Jonas Berg might have visited Canada.", "alleged"),
        ("President Jonas Berg reportedly visited Canada.", "alleged"),
        (f"Critics alleged that {VISITED}.", "alleged"),
        (f"There is speculation that {VISITED}.", "alleged"),
        ("President Jonas Berg is said to have visited Canada.", "alleged"),
        ("President Jonas Berg had been due to visit Canada but stayed at home.", "cancelled"),
    ],
)
def test_status_of_a_visit(sentence: str, status: str) -> None:
    told = read_text(sentence)
    assert [(f["visitor"], f["destination"], f["status"]) for f in facts(told, "Visit")] == [
        ({"Jonas Berg"}, {"Canada"}, {status})
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "If President Jonas Berg visits Canada, Norway will protest.",
        "Canada urged President Jonas Berg to visit Ottawa.",
        "Canada asked President Jonas Berg to visit Ottawa.",
        "If President Jonas Berg visits Canada, talks could begin.",
        "An invitation for President Jonas Berg to visit Canada has been handed over.",
        "President Jonas Berg has to visit Canada.",
        "President Jonas Berg almost visited Canada.",
        "President Jonas Berg threatened to visit Canada.",
        "President Jonas Berg should visit Canada.",
        "President Jonas Berg must visit Canada.",
        "President Jonas Berg refused to visit Canada.",
        "President Jonas Berg wants to visit Canada.",
    ],
)
def test_what_is_asked_for_or_supposed_is_no_visit(sentence: str) -> None:
    assert facts(read_text(sentence), "Visit") == []


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("Norway will host a summit with Kenya in Oslo in June.", "Meeting", "planned"),
        ("Norway and Kenya did not sign the agreement.", "Agreement", "denied"),
        ("Norway invited President Ama Mensah to Oslo.", "Invitation", "occurred"),
        ("Norway will impose sanctions on Kenya.", "Restriction", "planned"),
    ],
)
def test_status_of_other_facts(sentence: str, type_: str, status: str) -> None:
    assert values(read_text(sentence), type_, "status") == {status}


def test_what_is_dated_after_the_article_is_planned() -> None:
    told = read_text("President Jonas Berg flies to Canada on 20 May.")
    assert values(told, "Visit", "status") == {"planned"}


def test_what_nobody_did_is_denied() -> None:
    (signed,) = facts(read_text("Neither Peru nor Chile signed the treaty."), "Agreement")
    assert signed["status"] == {"denied"}


def test_a_threat_that_is_denied_is_no_statement_made() -> None:
    (threat,) = facts(read_text("Peru denies that Chile has threatened to walk out."), "Statement")
    assert threat["status"] == {"denied"}


def test_what_went_before_an_announcement_is_not_announced() -> None:
    told = read_text("Envoy Ana Silva announced the deal after shuttling between Lima and Quito.")
    assert values(told, "Visit", "status") == {"occurred"}


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("It would mark the first time that a Norwegian delegation visits South Korea.", "Visit", "planned"),
        ("It marked the first time that a Norwegian delegation visits South Korea.", "Visit", "occurred"),
        (
            "The Norwegian delegation will stay in Peru to attend the opening ceremony of the Harbour Games.",
            "Commemoration",
            "planned",
        ),
    ],
)
def test_what_is_ahead_carries_on_to_what_it_is_for(sentence: str, type_: str, status: str) -> None:
    assert {s for f in facts(read_text(sentence), type_) for s in f["status"]} == {status}


def test_a_meeting_agreed_to_is_ahead() -> None:
    told = facts(read_text("Premier Ivan Hale agreed to a meeting with President Ana Soto."), "Meeting")
    assert [f["status"] for f in told] == [{"planned"}]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The port was named for the next meeting between Premier Ana Soto and President Per Holt.", "planned"),
        ("Norway and Peru held the next round of talks in Lima.", "occurred"),
    ],
)
def test_the_next_meeting_is_ahead_unless_it_was_held(sentence: str, status: str) -> None:
    told = facts(read_text(sentence), "Meeting")
    assert told and {s for f in told for s in f["status"]} == {status}


def test_a_stance_lasts_and_what_something_is_called_is_said_once() -> None:
    assert [f["status"] for f in facts(read_text("Oslo denies the report."), "Denial")] == [{"ongoing"}]
    assert {s for f in facts(read_text("Oslo calls the rebels a terrorist outfit."), "Criticism") for s in f["status"]} == {
        "occurred"
    }


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("Sweden, which chairs the council, has been mediating between Peru and Chile since May.", "Meeting", "ongoing"),
        ("Norway welcomed the talks between Chile and Bolivia, which Peru has hosted since March.", "Meeting", "ongoing"),
        ("Norway welcomed the talks between Chile and Bolivia, which Peru hosted in March.", "Meeting", "occurred"),
        ("Minister Ana Silva hailed progress in talks with the European Union.", "Meeting", "ongoing"),
        ("Minister Ana Silva hailed progress in Monday's talks with the European Union.", "Meeting", "occurred"),
        ("The order comes as Norway and Chile hold talks on fisheries.", "Meeting", "ongoing"),
        ("The order came as Norway and Chile held talks on fisheries.", "Meeting", "occurred"),
        ("Minister Ana Silva, who is on a trip that has taken her to Lima, opened a school.", "Visit", "ongoing"),
        ("Minister Ana Silva concluded a trip that took her to Lima.", "Visit", "occurred"),
        ("President Jonas Berg left Oslo on Monday to visit Peru.", "Visit", "ongoing"),
    ],
)
def test_what_goes_on(sentence: str, type_: str, status: str) -> None:
    assert {s for f in facts(read_text(sentence), type_) for s in f["status"]} == {status}


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        (
            "The call between Minister Ana Silva and Premier Leo Hart was put off twice before it took place.",
            "Meeting",
            "occurred",
        ),
        ("Talks between Norway and Chile were delayed by a week before going ahead.", "Meeting", "occurred"),
        ("Talks between Norway and Chile were postponed before the vote.", "Meeting", "cancelled"),
        ("President Jonas Berg was to have visited Oslo and signed a pact with Peru.", "Agreement", "cancelled"),
        ("President Jonas Berg was to have visited Oslo, but signed a pact with Peru in Lima.", "Agreement", "occurred"),
        ("President Jonas Berg had planned to visit Canada in March.", "Visit", "cancelled"),
        ("The ministry said that President Jonas Berg had planned to visit Canada.", "Visit", "planned"),
        ("President Jonas Berg had been pencilled in to receive Minister Ana Silva.", "Meeting", "cancelled"),
    ],
)
def test_what_was_to_be(sentence: str, type_: str, status: str) -> None:
    assert {s for f in facts(read_text(sentence), type_) for s in f["status"]} == {status}


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("Norway and Chile are to join Peru at a climate summit scheduled for 12 December in Lima.", "Meeting", "planned"),
        (
            "Norway has invited Minister Ana Silva to a parade marking the 60th anniversary of the victory.",
            "Commemoration",
            "planned",
        ),
        ("Norway has planned a parade on August 3 to mark Liberation Day.", "Commemoration", "planned"),
        ("Norway held a parade on March 3 to mark Liberation Day.", "Commemoration", "occurred"),
        ("Norway and Chile agreed to build a port, at the close of a visit to Oslo by President Eva Lind.", "Visit", "occurred"),
        ("Norway and Chile will sign a treaty at the close of a visit to Oslo by President Eva Lind.", "Visit", "planned"),
        ("Minister Ana Silva will attend the anniversary of the treaty between Peru and Chile.", "Agreement", "occurred"),
        ("Norway is considering sending a delegation to Lima.", "Delegation", "planned"),
        ("Minister Ana Silva leaves for Peru.", "Visit", "planned"),
        ("Premier Leo Hart replaces Minister Ana Silva, who leaves office at the end of the month.", "Appointment", "planned"),
    ],
)
def test_what_is_ahead_and_what_is_over(sentence: str, type_: str, status: str) -> None:
    assert status in {s for f in facts(read_text(sentence), type_) for s in f["status"]}


def test_what_one_paper_says_is_said_once() -> None:
    told = read_text("The Chilean ministry published a letter in which it denies the report.")
    assert values(told, "Denial", "status") == {"occurred"}


def test_a_measure_from_which_is_counted_is_told_as_past() -> None:
    told = read_text("Chile received its first guests since its border closures.")
    assert values(told, "Restriction", "status") == {"occurred"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile had one condition: a meeting between Premier Leo Hart and President Ana Silva.",
        "Chile named its precondition: direct talks between Norway and Peru.",
        "Chile presented a fresh demand, i.e. direct talks between Norway and Peru.",
    ],
)
def test_talks_that_are_a_condition_are_none(sentence: str) -> None:
    assert facts(read_text(sentence), "Meeting") == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("A visit by President Leo Hart to Peru is possible.", ["alleged"]),
        ("A visit by President Leo Hart to Peru is likely.", ["planned"]),
        ("A visit by President Leo Hart to Peru is unlikely.", []),
        ("A visit by President Leo Hart to Peru is not possible.", []),
    ],
)
def test_an_event_is_told_as_likely_as_its_chances(sentence: str, status: list[str]) -> None:
    assert [f["status"] for f in facts(read_text(sentence), "Visit")] == [{s} for s in status]


def test_a_meeting_moved_to_a_day_is_to_come_on_that_day() -> None:
    told = facts(read_text("The meeting between Leo Hart and Ana Rojas has been moved to July."), "Meeting")
    assert [(f["status"], f["start"]) for f in told] == [({"planned"}, {"2026-07"})]


def test_a_meeting_put_off_to_a_day_is_off_and_to_come_on_that_day() -> None:
    told = facts(read_text("The meeting between Leo Hart and Ana Rojas has been postponed to July."), "Meeting")
    assert [(f["status"], f.get("start")) for f in told] == [({"cancelled"}, None), ({"planned"}, {"2026-07"})]


@pytest.mark.parametrize(
    "sentence",
    ["President Leo Hart called off his visit to Peru on Monday.", "President Leo Hart's visit to Peru was cancelled on Monday."],
)
def test_the_day_of_calling_off_is_not_that_of_the_visit(sentence: str) -> None:
    assert [(f["status"], f.get("start")) for f in facts(read_text(sentence), "Visit")] == [({"cancelled"}, None)]


def test_what_somebody_is_warned_against_is_not_done() -> None:
    assert not facts(read_text("Norwegian Foreign Minister Olav Berg warned Peru against closing the border."), "Restriction")


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Silva called off a trip to Peru, where she was due to meet Premier Leo Hart.",
        "Minister Ana Silva has postponed her visit to Peru. She had been expected to meet Peruvian Premier Leo Hart on Friday.",
        "Minister Ana Silva cancelled a visit to Lima. She was to meet Premier Leo Hart in the Peruvian capital Lima.",
    ],
)
def test_what_was_to_be_on_a_visit_that_is_off_is_off(text: str) -> None:
    assert values(read_text(text), "Meeting", "status") == {"cancelled"}


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Silva cancelled a visit to Peru. The trip was planned for the end of June.",
        "Ana Silva's visit to Peru was cancelled. On 4 May the ministry announced that she would visit Peru in June.",
        "Minister Ana Silva postponed her visit to Peru. Her visit to Peru had raised hopes.",
    ],
)
def test_a_visit_that_is_off_is_told_once(text: str) -> None:
    assert [f["status"] for f in facts(read_text(text), "Visit")] == [{"cancelled"}]


def test_another_plan_outlives_a_visit_that_is_off() -> None:
    text = (
        "Minister Ana Silva cancelled a visit to Peru. She is due to visit Chile in June. Premier Leo Hart was due to visit Peru."
    )
    assert [s for f in facts(read_text(text), "Visit") for s in f["status"]] == ["cancelled", "planned", "planned"]


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("Minister Ana Silva was not able to meet Premier Leo Hart.", "Meeting", "denied"),
        ("Minister Ana Silva was able to meet Premier Leo Hart.", "Meeting", "occurred"),
        ("Prime Minister Theresa May visited Canada.", "Visit", "occurred"),
        ("Minister Ana Silva was to open the mission in March but put off the trip.", "Commemoration", "cancelled"),
        ("Talks between Norway and Chile are going ahead as planned.", "Meeting", "planned"),
        ("Talks between Norway and Chile went ahead as planned.", "Meeting", "occurred"),
        ("Norway and Chile may work on fisheries after the two held talks in Lima on 3 April.", "Meeting", "occurred"),
    ],
)
def test_what_modal_words_say(sentence: str, type_: str, status: str) -> None:
    assert {s for f in facts(read_text(sentence), type_) for s in f["status"]} == {status}


def test_a_visit_during_which_something_may_be_is_ahead_with_the_others() -> None:
    text = (
        "President Jonas Berg will fly to Lima on Monday. Peru is looking into a meeting of his with Premier Leo Hart during "
        "the president's visit to Chile."
    )
    assert values(read_text(text), "Visit", "status") == {"planned"}


@pytest.mark.parametrize(
    ("sentence", "type_", "status"),
    [
        ("The meeting between Premier Leo Hart and President Jonas Berg did not yield results.", "Meeting", "occurred"),
        ("The meeting between Premier Leo Hart and President Jonas Berg did not take place.", "Meeting", "denied"),
        ("The meeting between Premier Leo Hart and President Jonas Berg will not take place.", "Meeting", "cancelled"),
        ("The visit of Premier Leo Hart to Norway did not go well.", "Visit", "occurred"),
        ("The invasion of Chile by Peru will not be forgotten.", "Conflict", "occurred"),
        (
            "The ambassadors of France and Chile have been summoned to the Peruvian Foreign Ministry, UNN reports.",
            "Meeting",
            "occurred",
        ),
        ("President Jonas Berg has left Oslo on Monday to visit Peru.", "Visit", "ongoing"),
    ],
)
def test_what_is_not_said_of_the_event_itself(sentence: str, type_: str, status: str) -> None:
    assert {s for f in facts(read_text(sentence), type_) for s in f["status"]} == {status}


def test_who_stays_away_keeps_nobody_from_meeting() -> None:
    assert not facts(read_text("Norway did not attend the talks between Chile and Peru in Lima."), "Meeting")
    (missed,) = facts(read_text("President Jonas Berg did not join the talks with Premier Leo Hart."), "Meeting")
    assert (missed["participant"], missed["status"]) == ({"Jonas Berg", "Leo Hart"}, {"denied"})


def test_what_was_to_be_soon_after_is_of_the_visit_that_is_off() -> None:
    text = "Japanese Premier Ken Sato cancelled his visit to Peru. Sato was to attend a summit between Japan and five states."
    assert values(read_text(text), "Meeting", "status") == {"cancelled"}
    text = "Japanese Premier Ken Sato cancelled his visit to Peru. Sato was due to meet Premier Leo Hart of Norway in Oslo."
    assert values(read_text(text), "Meeting", "status") == {"planned"}


def test_what_is_not_impossible_is_possible() -> None:
    told = facts(read_text("A visit by President Leo Hart to Peru is not impossible."), "Visit")
    assert [f["status"] for f in told] == [{"alleged"}]


def test_a_treaty_that_nobody_seeks_to_leave_is_not_off() -> None:
    told = read_text("Norway is not seeking to exit the 2015 treaty with Peru, the Foreign Ministry said.")
    assert not facts(told, "Agreement")


def test_talks_at_which_something_was_agreed_were_held() -> None:
    told = read_text("Norway and Peru agreed to hold joint drills during their defence talks in Lima earlier this week.")
    assert values(told, "Meeting", "status") == {"occurred"}
    assert values(told, "Agreement", "topic") == {"hold joint drills"}
