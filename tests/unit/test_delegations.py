"""Delegations: who sent them, who leads them, of what kind they are, and who belongs to them."""

from __future__ import annotations

import pytest

from tests.reading import facts, names_of, offices, read_text


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A Kenyan trade delegation led by Commerce Minister Daniel Mwangi arrived in Lusaka.",
            {"delegation": {"Kenyan trade delegation"}, "sent_by": {"Kenyan"}, "led_by": {"Daniel Mwangi"}, "kind": {"trade"}},
        ),
        (
            "Commerce Minister Daniel Mwangi led a Kenyan delegation to Zambia.",
            {"delegation": {"Kenyan delegation"}, "sent_by": {"Kenyan"}, "led_by": {"Daniel Mwangi"}},
        ),
        (
            "President Jonas Berg, leading a Norwegian delegation, arrived in Ottawa.",
            {"delegation": {"Norwegian delegation"}, "sent_by": {"Norwegian"}, "led_by": {"Jonas Berg"}},
        ),
        (
            "A Norwegian delegation under President Jonas Berg arrived in Ottawa.",
            {"delegation": {"Norwegian delegation"}, "sent_by": {"Norwegian"}, "led_by": {"Jonas Berg"}},
        ),
        (
            "A delegation of the Finnish parliament visited Chile.",
            {"delegation": {"delegation of the Finnish parliament"}, "sent_by": {"Finnish parliament"}},
        ),
        (
            "Japan sent a medical team to Nepal.",
            {"delegation": {"medical team"}, "sent_by": {"Japan"}, "kind": {"medical"}},
        ),
        (
            "A high-level military delegation from Belarus visited Serbia.",
            {
                "delegation": {"high-level military delegation from Belarus"},
                "sent_by": {"Belarus"},
                "kind": {"high-level military"},
            },
        ),
        (
            "Bolivia dispatched a delegation headed by Vice President Julio Paz to Quito.",
            {"delegation": {"delegation"}, "sent_by": {"Bolivia"}, "led_by": {"Julio Paz"}},
        ),
        (
            "A Peruvian delegation including Senator Luis Andrade and Mayor Ana Costa visited Chile.",
            {"delegation": {"Peruvian delegation"}, "sent_by": {"Peruvian"}, "member": {"Luis Andrade", "Ana Costa"}},
        ),
    ],
)
def test_what_is_told_of_a_delegation(sentence: str, expected: dict[str, set[str]]) -> None:
    told = facts(read_text(sentence), "Delegation")
    assert told == [{"status": {"occurred"}, "said_by": set(), **expected}]


def test_another_delegation_is_another() -> None:
    told = read_text("A Kenyan trade delegation visited Lima. Another Kenyan delegation arrived in Quito on Monday.")
    assert len(names_of(told, "Delegation")) == 2


def test_its_size_and_leader_are_traits() -> None:
    told = read_text("A nine-member Omani delegation headed by Minister Salim Harthi visited Malta.")
    group = next(r for r in told.referents if r.type == "Delegation")
    leader = next(r.id for r in told.referents if "Salim Harthi" in r.names)
    assert (group.attributes["size"], group.attributes["leader"]) == ("9", leader)
    assert facts(told, "Delegation")[0]["size"] == {"9"}
    assert group.state == next(r.id for r in told.referents if r.type == "State" and "Omani" in r.names)


def test_its_leader_is_given_its_state() -> None:
    told = read_text("A Norwegian delegation led by President Jonas Berg visited Canada.")
    assert ("Jonas Berg", "President", frozenset({"Norwegian"})) in offices(told)


def test_leading_a_delegation_of_a_body_is_no_office_in_the_body() -> None:
    told = read_text("A delegation of the Finnish parliament headed by Speaker Aino Laine visited Chile.")
    assert {title for _, title, _ in offices(told)} == {"Speaker"}


@pytest.mark.parametrize("sentence", ["The Italian football team won the cup.", "The mission failed.", "The teams left."])
def test_other_groups_are_no_delegations(sentence: str) -> None:
    assert names_of(read_text(sentence), "Delegation") == []
