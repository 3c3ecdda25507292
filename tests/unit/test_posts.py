"""Appointments as news tells them: who takes or leaves which office of whom, by verb, by succession, by "until"."""

from __future__ import annotations

import pytest

from tests.reading import facts, names_of, offices, read_text, values

Change = tuple[str, str, frozenset[str]]


def changes(text: str) -> set[Change]:
    """The Appointment facts of a text as (person, title, whose office it is)."""
    told = facts(read_text(text), "Appointment")
    return {(p, t, frozenset(fact.get("of", ()))) for fact in told for p in fact["person"] for t in fact["title"]}


def change(person: str, title: str, *of: str) -> Change:
    """An Appointment as ``changes`` gives it."""
    return person, title, frozenset(of)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway picked Karl Voss as its next ambassador to Chile.", change("Karl Voss", "ambassador to Chile", "Norway")),
        ("Karl Voss resigned as Norwegian foreign minister over a leak.", change("Karl Voss", "foreign minister", "Norwegian")),
        ("Rosa Diaz, the premier, named Karl Voss defence minister.", change("Karl Voss", "defence minister")),
        ("Parliament elected Karl Voss president of Norway.", change("Karl Voss", "president", "Norway")),
        ("For honorary consul was appointed Mr. Karl Voss, dentist.", change("Karl Voss", "honorary consul")),
        ("Peru nominated Rosa Diaz to be ambassador to Chile.", change("Rosa Diaz", "ambassador to Chile", "Peru")),
        ("Karl Voss was envoy to Chile until June.", change("Karl Voss", "envoy to Chile")),
        ("The previous consul, dr. Karl Voss, resigned in 2016.", change("Karl Voss", "consul")),
        ("Karl Voss stepped down as premier of Norway.", change("Karl Voss", "premier", "Norway")),
        ("Norway's parliament elected Karl Voss as the country's sixth president.", change("Karl Voss", "president", "Norway")),
        ("Rosa Diaz of Peru sacked spy chief Karl Voss.", change("Karl Voss", "spy chief")),
        ("Norway withdrew its own envoy to Chile.", change("envoy", "envoy", "Norway")),
    ],
)
def test_one_change(text: str, expected: Change) -> None:
    assert changes(text) == {expected}


def test_who_is_replaced_with_another() -> None:
    text = "Peruvian President Jorge Rivas replaced his foreign minister Rosa Diaz with Karl Voss, a career diplomat."
    assert changes(text) == {
        change("Karl Voss", "foreign minister", "Peruvian"),
        change("Rosa Diaz", "foreign minister", "Peruvian"),
    }


def test_who_succeeds_has_the_office_of_whom_he_succeeds() -> None:
    text = "Norway's undersecretary Rosa Diaz, who had opposed the pact, was succeeded by Karl Voss, an economist."
    assert change("Karl Voss", "undersecretary", "Norway") in changes(text)


def test_a_change_is_not_that_of_a_later_one() -> None:
    text = "Foreign Minister Karl Voss of Norway took over from Rosa Diaz in May. He was later elected president of Norway."
    assert change("Rosa Diaz", "Foreign Minister", "Norway") in changes(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Karl Voss, not yet sworn in as minister, waited.", "planned"),
        ("Karl Voss is tipped to become ambassador to Chile.", "alleged"),
        ("Karl Voss is to take over as ambassador to Chile.", "planned"),
        ("Karl Voss will step down as Norwegian premier to become the bloc's envoy.", "planned"),
    ],
)
def test_what_lies_ahead(text: str, status: str) -> None:
    assert values(read_text(text), "Appointment", "status") == {status}


def test_a_predecessor_held_the_same_office() -> None:
    text = "Norwegian ambassador Fiona Voss was summoned. Voss's predecessor Karl Lund was recalled in 2020."
    assert ("Karl Lund", "former ambassador", frozenset({"Norwegian"})) in offices(read_text(text))
    assert change("Karl Lund", "ambassador", "Norwegian") in changes(text)


def test_a_rank_takes_up_its_holder() -> None:
    text = "The Norwegian military attaché, Colonel Karl Voss, was held. The colonel completed his posting in April."
    assert change("Karl Voss", "military attaché", "Norwegian") in changes(text)


def test_an_aide_of_a_person_serves_his_state() -> None:
    told = read_text("Norwegian President Jonas Berg left. Jonas Berg's special envoy, Karl Voss, stayed.")
    assert ("Karl Voss", "special envoy", frozenset({"Norwegian"})) in offices(told)
    assert names_of(told, "Organization") == []


def test_letters_decoded_wrongly_do_not_cut_a_name() -> None:
    told = read_text("Norway's ambassador, Laura InÃ©s Berg, met the chairwoman, Oonagh Oâ€™Neill.")
    assert names_of(told, "Person") == [{"Laura InÃ©s Berg"}, {"Oonagh Oâ€™Neill"}]


def test_what_somebody_was_before_is_a_past_office() -> None:
    told = read_text("Karl Voss, previously justice minister, left. Rosa Diaz, currently justice minister, stayed.")
    assert {(p, t) for p, t, _ in offices(told)} == {("Karl Voss", "former justice minister"), ("Rosa Diaz", "justice minister")}


def test_who_will_replace_does_not_keep_his_office_of_today() -> None:
    text = "Norway's ambassador Karl Voss left. He will be replaced by Rosa Diaz, who is currently deputy minister."
    assert change("Rosa Diaz", "ambassador", "Norway") in changes(text)


def test_he_who_replaces_is_who_was_appointed() -> None:
    text = "President Jorge Rivas of Peru appointed Karl Voss as defence minister on Monday. He replaces Rosa Diaz."
    assert changes(text) == {
        change("Karl Voss", "defence minister", "Peru"),
        change("Rosa Diaz", "defence minister", "Peru"),
    } or (changes(text) == {change("Karl Voss", "defence minister"), change("Rosa Diaz", "defence minister")})
