"""Occasions, places, other names and invitations: what is one across articles, and what only sounds like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Entity, Extraction, Naming, Span, Status
from kg.resolve import resolve
from tests.unit.test_resolve import Story, entities, events


def story(name: str, published: str = "2024-05-03") -> Story:
    """An article in the company that all of these share: two states and two of their people."""
    told = Story(name, published).who("no", "State", "Norway").who("pe", "State", "Peru")
    return told.who("a", "Person", "Ivo Tolane", state="no").who("b", "Person", "Ada Quispe", state="pe")


def one(kind: str, *stories: Story) -> bool:
    """Whether the only thing of its type that each article names is one in all of them."""
    return len(entities(*stories, kind=kind)) == 1


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("70th anniversary of the harbour treaty", "70 years since the harbour treaty", True),
        ("70th anniversary of the harbour treaty", "seventy years of the Lima harbour treaty", True),
        ("70th anniversary of the harbour treaty", "60 years since the harbour treaty", False),
        ("Korean War", "Great Fatherland Liberation War", True),
        ("World War II", "Second World War", True),
        ("Korean War", "Vietnam War", False),
    ],
)
def test_occasions_under_other_names(left: str, right: str, same: bool) -> None:
    assert one("Occasion", story("a").who("o", "Occasion", left), story("b").who("o", "Occasion", right)) is same


def test_one_article_may_name_a_war_twice() -> None:
    assert one("Occasion", story("a").who("o", "Occasion", "Fatherland Liberation War").who("w", "Occasion", "Korean War"))


def test_a_holiday_belongs_to_who_celebrates_it() -> None:
    told = [story(x).who("o", "Occasion", "Victory Day") for x in "abc"]
    told[0].says("Commemoration", organizer="no", occasion="o")
    told[1].says("Message", sender="a", recipient="b", occasion="o")
    assert len(entities(*told[:2], kind="Occasion")) == 2
    assert one("Occasion", told[0], told[2])


@pytest.mark.parametrize(("left", "right", "same"), [("Lima", "Lima palace", False), ("Tamarind Hall", "Tamarind Hall", True)])
def test_a_site_is_not_the_place_it_stands_in(left: str, right: str, same: bool) -> None:
    assert one("Place", story("a").who("x", "Place", left), story("b").who("x", "Place", right)) is same


def bracketed(text: str, first: str, second: str) -> list[Entity]:
    """The persons of an article that gives these two names."""
    made = story("a").who("p", "Person", first).who("q", "Person", second).done()
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in (first, second)}
    referents = tuple(
        replace(r, namings=(Naming(spans[r.names[0]], r.names[0]),)) if r.id in ("p", "q") else r for r in made.referents
    )
    told: Extraction = replace(made, article=replace(made.article, text=text), referents=referents)
    return [e for e in resolve([told]).entities if e.type == "Person" and {first, second} & set(e.names)]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Vice-chairman Trần Văn Hải (Chen Wenhai) arrived.", True),
        ("Vice-chairman Trần Văn Hải, also known as Chen Wenhai, arrived.", True),
        ("Vice-chairman Trần Văn Hải met Chen Wenhai.", False),
        ("Vice-chairman Trần Văn Hải, Chen Wenhai and others arrived.", False),
    ],
)
def test_a_name_in_brackets_is_another_name(text: str, same: bool) -> None:
    found = bracketed(text, "Trần Văn Hải", "Chen Wenhai")
    assert len(found) == (1 if same else 2)
    if same:
        assert found[0].merges[0].rule == "other name in brackets"


def test_an_invitation_told_in_general_and_in_detail_is_one() -> None:
    told = story("a").who("d", "Delegation", "Peruvian delegation", state="pe")
    told.says("Invitation", inviter="no", invitee="pe").says("Invitation", inviter="no", invitee="d")
    assert len([e for e in events(told) if e.type == "Invitation"]) == 1
    told.says("Invitation", inviter="no", invitee="b")
    assert len([e for e in events(told) if e.type == "Invitation"]) == 2


def test_the_celebrations_of_one_anniversary_are_one() -> None:
    a = (
        story("a")
        .who("o", "Occasion", "70th anniversary of the harbour treaty")
        .says("Commemoration", organizer="no", occasion="o")
    )
    b = (
        story("b")
        .who("o", "Occasion", "70th anniversary of the harbour treaty")
        .says("Commemoration", participant="b", occasion="o")
    )
    assert len([e for e in events(a, b) if e.type == "Commemoration"]) == 1


def test_articles_that_name_a_party_each_tell_of_one_agreement() -> None:
    told = [
        story(x).says("Agreement", party=p, topic="mutual waiver of visas", start="2024-05-02")
        for x, p in (("a", "a"), ("b", "b"))
    ]
    assert len([e for e in events(*told) if e.type == "Agreement"]) == 1
    other = story("c").says("Agreement", party="b", topic="fishing quotas", start="2024-04-02")
    assert len([e for e in events(*told, other) if e.type == "Agreement"]) == 2


def arms(name: str, status: Status, topic: str) -> Story:
    return story(name).says("Transfer", status, giver="no", recipient="pe", topic=topic)


def test_one_accusation_names_arms_in_many_words() -> None:
    told = [arms("a", "alleged", "artillery shells"), arms("b", "denied", "weapons")]
    assert len([e for e in events(*told) if e.type == "Transfer"]) == 1
    done = [arms("a", "occurred", "artillery shells"), arms("b", "occurred", "rifles")]
    assert len([e for e in events(*done) if e.type == "Transfer"]) == 2


def test_talks_planned_without_a_date_are_not_those_of_months_later() -> None:
    told = story("a", "2024-04-10").says("Meeting", "planned", participant="a+b")
    soon = story("b", "2024-04-25").says("Meeting", participant="a+b", start="2024-04-24")
    late = story("c", "2024-06-20").says("Meeting", participant="a+b", start="2024-06-19")
    assert len([e for e in events(told, soon) if e.type == "Meeting"]) == 1
    assert len([e for e in events(told, late) if e.type == "Meeting"]) == 2


def test_later_articles_change_no_identifier() -> None:
    told = [story("m", "2024-05-03").says("Visit", visitor="a", destination="pe", start="2024-05-02")]
    before = resolve([s.done() for s in told])
    for name, day in (("a", "2024-05-04"), ("z", "2024-05-05"), ("b", "2024-05-06")):
        later = story(name, day).who("c", "Person", "Ivo Tolané", state="no")
        told.append(later.says("Visit", visitor="a", destination="pe", start="2024-05-02", end="2024-05-04"))
    after = resolve([s.done() for s in told])
    assert {e.id for e in before.entities} <= {e.id for e in after.entities}
    assert {e.id for e in before.events} <= {e.id for e in after.events}


def test_of_two_spellings_the_plain_one_is_the_label() -> None:
    (place,) = entities(story("a").who("x", "Place", "Đồng Sơn"), story("b").who("x", "Place", "Dong Son"), kind="Place")
    assert place.label == "Dong Son"


def test_a_delegation_that_leaves_a_state_was_sent_there() -> None:
    a = story("a").who("d", "Delegation", "Norwegian delegation", state="no").says("Visit", visitor="d", destination="pe")
    b = story("b").who("d", "Delegation", "Norwegian delegation", state="no").says("Departure", visitor="d", origin="pe")
    (delegation,) = entities(a, b, kind="Delegation")
    assert "Both go to the same state." in delegation.merges[0].because


@pytest.mark.parametrize(("day", "same"), [("2024-05-05", True), ("2024-09-01", False)])
def test_the_delegation_asked_for_is_the_one_that_comes_in_the_same_weeks(day: str, same: bool) -> None:
    asked = story("a").who("d", "Delegation", "delegation", state="no").says("Delegation", delegation="d", sent_by="no")
    asked = asked.says("Invitation", inviter="pe", invitee="no")
    came = story("b", day).who("d", "Delegation", "Norwegian delegation", state="no").says("Visit", visitor="d", destination="pe")
    assert one("Delegation", asked, came) is same
