"""Journeys: their legs, who makes them, what they are put off to, who comes along, who receives them on landing."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article
from tests.reading import ANNOTATOR, facts, read_text, values


def told(text: str, type_: str) -> list[tuple[str, str, str]]:
    """(status, who travels, where) of each fact of a type, sorted."""
    site = "origin" if type_ == "Departure" else "destination"
    found = facts(read_text(text), type_)
    return sorted(("".join(f["status"]), "; ".join(sorted(f["visitor"])), "; ".join(sorted(f[site]))) for f in found)


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        (
            "Foreign Minister Ana Silva flew to Oslo on Monday. Lima is the third leg of the trip, followed by Quito and Bogota.",
            ["Bogota", "Lima", "Quito"],
        ),
        ("Foreign Minister Ana Silva flew to Oslo on Monday. Lima is next on Friday, followed by Quito.", ["Lima", "Quito"]),
        ("Ana Silva flew to Oslo on Monday at the start of a tour that will also take in Peru and Chile.", ["Chile; Peru"]),
        ("Ana Silva left on Monday for a tour of Asia, with stops in Lima and Quito.", ["Lima; Quito"]),
        ("Ana Silva flew to Oslo. The next stop on Silva's tour will be Lima.", ["Lima"]),
    ],
)
def test_the_legs_of_a_journey_are_visits_to_come(text: str, legs: list[str]) -> None:
    assert [where for status, who, where in told(text, "Visit") if status == "planned" and who == "Ana Silva"] == legs


def test_a_first_stop_told_as_past_was_made() -> None:
    assert ("occurred", "Ana Silva", "Lima") in told("Ana Silva flew to Oslo on Monday. Her first stop was Lima.", "Visit")


def test_what_a_tour_includes_that_is_no_place_is_no_leg() -> None:
    assert told("The tour includes talks with President Jonas Berg.", "Visit") == []


def test_two_towns_of_one_state_are_two_visits() -> None:
    text = "President Ana Silva arrived in Oslo on Wednesday. From there she will travel to Bergen."
    assert [where for _, _, where in told(text, "Visit")] == ["Oslo", "Bergen"]


def test_flying_back_is_no_visit() -> None:
    text = "President Ana Silva and her husband, Karl Voss, visited Oslo. They fly back to Lima on 20 May."
    assert told(text, "Arrival") == [("planned", "Ana Silva; Karl Voss", "Lima")]
    assert [where for _, _, where in told(text, "Visit")] == ["Oslo"]


def test_the_couple_is_who_was_told_with_husband_or_wife() -> None:
    text = "President Ana Silva and her husband, Karl Voss, came to Oslo. Foreign Minister Ola Berg welcomed the couple."
    assert values(read_text(text), "Hosting", "guest") == {"Ana Silva", "Karl Voss"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreign Minister Ana Silva was to visit Lima on 3 May but the trip was pushed back to 22 May.",
            [("cancelled", {"2026-05-03"}), ("planned", {"2026-05-22"})],
        ),
        (
            "Ana Silva was due to visit Lima on 3 May. The visit has been postponed until 22 May, officials said.",
            [("cancelled", {"2026-05-03"}), ("planned", {"2026-05-22"})],
        ),
    ],
)
def test_a_visit_put_off_to_a_day_is_off_and_planned_anew(text: str, expected: list[tuple[str, set[str]]]) -> None:
    found = facts(read_text(text), "Visit")
    assert sorted(("".join(f["status"]), f["start"]) for f in found) == expected


def test_the_first_visit_of_its_kind_is_no_visit_besides() -> None:
    text = "Foreign Minister Ana Silva is visiting India. It is the first visit to India by a Chilean minister since 2011."
    assert told(text, "Visit") == [("ongoing", "Ana Silva", "India")]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("President Ana Silva's plane took off from Lima's airport on Monday.", "Departure", [("occurred", "Ana Silva", "Lima")]),
        (
            "Foreign Minister Ana Silva left for home on Monday after a two-day visit to Lima.",
            "Departure",
            [("occurred", "Ana Silva", "Lima")],
        ),
        (
            "Foreign Minister Ana Silva will visit Lima, before travelling to Quito for talks, the ministry said in a release.",
            "Visit",
            [("planned", "Ana Silva", "Lima"), ("planned", "Ana Silva", "Quito")],
        ),
        (
            "A delegation of the Peace Union of Peru with its chairman Ola Berg as head arrived in Lima.",
            "Arrival",
            [("occurred", "delegation of the Peace Union of Peru", "Lima")],
        ),
        (
            "Minister Ana Silva will call on President Jonas Berg, who travelled to Lima in April.",
            "Visit",
            [("occurred", "Jonas Berg", "Lima")],
        ),
        ("Norway is considering sending Ola Berg to Lima.", "Visit", [("alleged", "Ola Berg", "Lima")]),
        ("The parliament sent a delegation to Lima.", "Visit", []),
        ("Norway's Ola Berg lands in Suva this evening, her office confirms.", "Arrival", [("planned", "Ola Berg", "Suva")]),
        (
            "A Chilean minister came to Lima. Envoy Ola Berg spent three days in the city.",
            "Visit",
            [("occurred", "Chilean minister", "Lima"), ("occurred", "Ola Berg", "Lima")],
        ),
        (
            "Envoy Ola Berg's tour began in Lima and took him to Quito.",
            "Visit",
            [("occurred", "Ola Berg", "Quito"), ("ongoing", "Ola Berg", "Lima")],
        ),
        (
            "During the stay in Lima, Envoy Ola Berg was welcomed by President Ana Silva.",
            "Visit",
            [("ongoing", "Ola Berg", "Lima")],
        ),
    ],
)
def test_who_travels_and_whether(text: str, type_: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "A Norwegian delegation came to Lima. It includes Admiral Ola Berg, head of the navy.",
            {"Ola Berg"},
        ),
        (
            "The Norwegian delegation will comprise the chief of staff, General Ola Berg, and the head of the agency, Ana Silva.",
            {"Ola Berg", "Ana Silva"},
        ),
        ("Senator Ana Silva was also part of the Norwegian delegation.", {"Ana Silva"}),
        ("The Norwegian team, led by Ola Berg and including trade envoy Ana Silva, met reporters.", {"Ana Silva"}),
        ("The Norwegian delegation comprises 22 officials and includes Governor Ana Silva.", {"Ana Silva"}),
    ],
)
def test_members_told_apart_from_their_delegation(text: str, members: set[str]) -> None:
    assert values(read_text(text), "Delegation", "member") == members


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("A delegation of the Peace Union of Peru with its chairman Ola Berg as head arrived in Lima.", "Ola Berg"),
        ("The Norwegian delegation, made up of six lawmakers and headed by Ola Berg, is touring Chile.", "Ola Berg"),
    ],
)
def test_leaders(text: str, leader: str) -> None:
    assert values(read_text(text), "Delegation", "led_by") == {leader}


def test_who_is_received_at_the_airport_is_welcomed_and_has_no_talks() -> None:
    extraction = read_text("Ambassador Karl Voss was received at Lima airport by Foreign Minister Ana Silva.")
    assert (values(extraction, "Hosting", "guest"), facts(extraction, "Meeting")) == ({"Karl Voss"}, [])


@pytest.mark.parametrize(
    "text",
    [
        "A Norwegian delegation visited Lima. A banquet was given for the delegation by the Chilean government.",
        "A Norwegian delegation visited Lima. The Chilean government hosted a lunch in honour of the guests.",
        "The Chilean government met a Norwegian delegation in Oslo and gave a lunch in the delegation's honour.",
    ],
)
def test_who_gives_a_banquet_for_guests_told_before(text: str) -> None:
    (hosting,) = facts(read_text(text), "Hosting")
    assert (hosting["host"], hosting["guest"]) == ({"Chilean"}, {"Norwegian delegation"})


@pytest.mark.parametrize(
    ("text", "inviter", "invitee"),
    [
        ("Sultan Omar Hadi has a standing invitation to visit Kenya.", "Kenya", "Omar Hadi"),
        (
            "President Jonas Berg accepted with pleasure the invitation extended to him by Leo Hart to visit Laos.",
            "Leo Hart",
            "Jonas Berg",
        ),
        ("The ambassador delivered a letter from Jonas Berg in May inviting Leo Hart to the summit.", "Jonas Berg", "Leo Hart"),
    ],
)
def test_invitations(text: str, inviter: str, invitee: str) -> None:
    (call,) = facts(read_text(text), "Invitation")
    assert (call["inviter"], call["invitee"]) == ({inviter}, {invitee})


def test_the_goods_are_told_without_who_receives_them() -> None:
    texts = ("Poland sold Rwanda surplus rifles.", "Peru sent rice to Cuba.")
    assert [values(read_text(t), "Transfer", "topic") for t in texts] == [{"surplus rifles"}, {"rice"}]


def test_in_somebodys_honour_names_a_person() -> None:
    text = "Envoy Ola Berg came to Lima. Ana Silva gave a dinner in Berg's honour at the palace."
    assert values(read_text(text), "Hosting", "guest") == {"Ola Berg"}


def test_a_leg_with_its_own_day_is_told_beside_the_tour() -> None:
    text = "Foreign Minister Ana Silva will visit Poland and Romania next week. She will visit Warsaw on 12 May."
    assert [f["destination"] for f in facts(read_text(text), "Visit")] == [{"Poland", "Romania"}, {"Warsaw"}]


def test_a_live_report_tells_where_without_its_clock() -> None:
    text = "Live: summit in Lima\n\n10:15 A Norwegian delegation led by Ola Berg has landed.\n"
    article = Article(name="live", text=text, title="Live: summit in Lima", published="2026-05-07", body_start=22)
    extraction = extract(ANNOTATOR.annotate(article), least=0.0)
    (arrival,) = facts(extraction, "Arrival")
    assert (arrival["visitor"], arrival["destination"]) == ({"Norwegian delegation"}, {"Lima"})


@pytest.mark.parametrize(
    ("text", "giver", "recipient"),
    [
        ("Poland sold Rwanda surplus rifles.", "Poland", "Rwanda"),
        ("Cuba has received 90,000 tonnes of Russian oil.", "Russian", "Cuba"),
    ],
)
def test_givers_and_recipients_before_the_goods(text: str, giver: str, recipient: str) -> None:
    (gift,) = facts(read_text(text), "Transfer")
    assert (gift["giver"], gift["recipient"]) == ({giver}, {recipient})


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Prime Minister Leo Hart has abandoned plans to visit Peru.", "cancelled"),
        ("A planned visit by Prime Minister Leo Hart to Peru has been put on hold.", "cancelled"),
        ("Talks are under way on a visit by Prime Minister Leo Hart to Peru.", "planned"),
        ("Prime Minister Leo Hart is considering a trip to Peru.", "alleged"),
        ("Norway is sending a delegation led by Prime Minister Leo Hart to Peru.", "planned"),
        ("Norway will dispatch Prime Minister Leo Hart to Peru.", "planned"),
        ("On the second day of his visit to Peru, Prime Minister Leo Hart met Ana Silva.", "ongoing"),
    ],
)
def test_whether_a_visit_takes_place(text: str, status: str) -> None:
    assert {f["destination"].pop(): "".join(f["status"]) for f in facts(read_text(text), "Visit")} == {"Peru": status}


def test_who_sends_an_envoy_back_sends_no_visitor() -> None:
    assert facts(read_text("Norway will send its ambassador, Ola Berg, back to Lima."), "Visit") == []


def test_a_visit_returned_from_ends_on_the_day_of_the_return() -> None:
    (visit,) = facts(read_text("Prime Minister Leo Hart returned home on 5 May from a four-day visit to Japan."), "Visit")
    assert (visit["start"], visit["end"]) == ({"2026-05-02"}, {"2026-05-05"})


def test_an_invitation_to_a_visit_to_come_has_been_made() -> None:
    text = "President Ama Mensah will pay a visit to Norway on 20 May at the invitation of President Jonas Berg."
    assert values(read_text(text), "Invitation", "status") == {"occurred"}


def test_to_undertake_a_visit_is_no_pledge() -> None:
    assert facts(read_text("President Ama Mensah will undertake a state visit to Norway."), "Pledge") == []


def test_being_back_is_coming_home() -> None:
    text = "Prime Minister Leo Hart is back in Oslo."
    assert (told(text, "Arrival"), told(text, "Visit")) == ([("occurred", "Leo Hart", "Oslo")], [])


def test_compatriots_travel_with_the_visitor_and_hosts_do_not() -> None:
    text = "Norwegian Prime Minister Leo Hart travelled to Lima with Norway's foreign minister, Ola Berg."
    assert values(read_text(text), "Visit", "visitor") == {"Leo Hart", "Ola Berg"}
    assert values(read_text(text.replace("Norway's", "Peru's")), "Visit", "visitor") == {"Leo Hart"}


@pytest.mark.parametrize(
    "text",
    [
        "President Ama Mensah was the guest of honour at a dinner hosted by King Jonas.",
        "President Ama Mensah attended a banquet given by King Jonas.",
        "President Ama Mensah received a warm welcome from King Jonas.",
    ],
)
def test_guests_told_as_such(text: str) -> None:
    (hosting,) = facts(read_text(text), "Hosting")
    assert (hosting["host"], hosting["guest"]) == ({"Jonas"}, {"Ama Mensah"})


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Foreign Minister Ana Silva was due in Lima on Monday but sent her deputy.",
            "Visit",
            [("cancelled", "Ana Silva", "Lima")],
        ),
        ("Ana Silva had planned to visit Lima but dropped that leg.", "Visit", [("cancelled", "Ana Silva", "Lima")]),
        ("President Ana Silva is said to be planning a visit to Lima.", "Visit", [("alleged", "Ana Silva", "Lima")]),
        ("Ana Silva visited Lima. From Lima she returns to Oslo.", "Arrival", [("planned", "Ana Silva", "Oslo")]),
        ("Foreign Minister Ana Silva returned to Oslo from a visit to Lima.", "Visit", [("occurred", "Ana Silva", "Lima")]),
        (
            "Ana Silva arrived in Cusco on Monday and is expected to reach Lima on 8 May.",
            "Arrival",
            [("occurred", "Ana Silva", "Cusco"), ("planned", "Ana Silva", "Lima")],
        ),
        ("Ana Silva visited Peru. A delegation led by Silva left the capital on Monday.", "Departure", []),
        ("Ana Silva visited Lima. Ola Berg and Karl Voss saw them off at the airport.", "Departure", []),
    ],
)
def test_what_was_due_and_what_came_of_it(text: str, type_: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, type_) == expected


def test_a_visit_put_off_to_a_month_is_still_to_come() -> None:
    text = "Ana Silva had been expected in Lima in May, but the visit was pushed back to June."
    assert [f["start"] for f in facts(read_text(text), "Visit") if f["status"] == {"planned"}] == [{"2026-06"}]


def test_here_is_where_the_dateline_says() -> None:
    text = "Envoy Ola Berg arrived here on Monday for a visit to Tanzania, where he will meet China's ambassador."
    article = Article(name="test", text=text, published="2026-05-07", dateline="DAR ES SALAAM", agency="Xinhua")
    extraction = extract(ANNOTATOR.annotate(article), least=0.0)
    assert values(extraction, "Arrival", "destination") == {"Tanzania"}


def test_an_invitation_leads_to_the_inviters_state_and_not_where_the_invited_was() -> None:
    text = "President Jonas Berg visited Chile. Norway's king invited him to come and see for himself. Berg has not gone."
    assert values(read_text(text), "Invitation", "destination") == set()


def test_a_style_alone_means_who_was_told_with_it() -> None:
    text = "His Highness Sheikh Omar Hadi came to Amman. His Majesty King Jonas met him. On Monday His Highness left Amman."
    assert values(read_text(text), "Departure", "visitor") == {"Omar Hadi"}


def test_a_couple_of_guests_is_one_side_invited() -> None:
    text = "Norway invited Prime Minister Leo Hart of Chile and a Chilean delegation to Oslo."
    assert len(facts(read_text(text), "Invitation")) == 1


def test_who_has_landed_and_is_received_is_welcomed() -> None:
    extraction = read_text("Ola Berg has landed in Lima, received by Foreign Minister Ana Silva.")
    assert (values(extraction, "Hosting", "host"), values(extraction, "Hosting", "guest")) == ({"Ana Silva"}, {"Ola Berg"})


def test_who_comes_to_a_building_visits_the_state_it_stands_in() -> None:
    text = "President Ivan Hale of Norway arrived at State House and was received by President Osei."
    assert values(read_text(text, dateline="Nairobi"), "Visit", "destination") <= {"Nairobi", "Kenya"}
    assert values(read_text(text), "Visit", "destination") == set()
    assert values(read_text(text), "Arrival", "destination") == {"State House"}
    assert not facts(read_text("President Adam Osei escorted President Ivan Hale to Kotoka International Airport."), "Visit")
    assert values(read_text("President Ivan Hale of Norway visited Golden Palace."), "Visit", "destination") == {"Golden Palace"}


def test_who_was_elsewhere_before_arrives_at_the_later_place() -> None:
    told = read_text("Felix Hale arrived on Wednesday. Hale is on a tour and was in Angola before coming to Lima.")
    assert values(told, "Arrival", "destination") == {"Lima"}
