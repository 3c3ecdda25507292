"""Who is who and what is what in small invented articles."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from kg.model import (
    PUBLISHER,
    Article,
    Claim,
    Decision,
    Entity,
    EntityType,
    Event,
    Extraction,
    Naming,
    Referent,
    Report,
    Span,
    Status,
)
from kg.resolve import resolve
from kg.resolve.readings import same_korean, shared_reading
from kg.resolve.spelling import alike, skeleton
from kg.resolve.windows import days_apart, window

HERE = Span(0, 1)


@dataclass
class Story:
    """An article under construction."""

    name: str
    published: str | None = "2024-05-03"
    outlet: str | None = None
    referents: list[Referent] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)

    def who(self, ident: str, kind: EntityType, *names: str, state: str | None = None, **traits: str) -> Story:
        known = traits.pop("known", None)
        self.referents.append(Referent(ident, kind, names, (Naming(HERE, names[0]),), known, state, None, traits))
        return self

    def says(self, kind: str, status: Status = "occurred", /, **roles: str) -> Story:
        ids = {r.id for r in self.referents}
        claims = [
            Claim(role, HERE, value if value in ids else None, None if value in ids else value)
            for role, values in roles.items()
            for value in (values.split("+") if role not in ("topic", "title") else [values])
        ]
        self.reports.append(Report(f"f{len(self.reports)}", kind, status, tuple(claims), (), HERE, 1.0, "test"))
        return self

    def done(self) -> Extraction:
        article = Article(self.name, "x", published=self.published, outlet=self.outlet)
        return Extraction(article, (), tuple(self.referents), tuple(self.reports), "test")


def visit(name: str, spelled: str, published: str | None = "2024-05-03", **roles: str) -> Story:
    """The invented envoy's visit to Norway, as one article tells it."""
    story = Story(name, published).who("no", "State", "Norway").who("ke", "State", "Kenya")
    story.who("p", "Person", spelled, state="ke", titles="special envoy for water")
    return story.says("Visit", visitor="p", destination="no", **roles)


def entities(*stories: Story, kind: str = "") -> list[Entity]:
    return [e for e in resolve([s.done() for s in stories]).entities if not kind or e.type == kind]


def events(*stories: Story, decisions: Iterable[Decision] = ()) -> list[Event]:
    return list(resolve([s.done() for s in stories], list(decisions)).events)


def test_a_state_has_its_gazetteer_label_and_link() -> None:
    (state,) = entities(Story("a").who("s", "State", "the DPRK"), Story("b").who("s", "State", "North Korea"), kind="State")
    assert (state.id, state.label) == ("north-korea", "North Korea")
    assert state.same_as == ("http://www.wikidata.org/entity/Q423",)
    assert state.merges[0].because


def test_spellings_of_one_person_are_one_with_a_reason() -> None:
    (person,) = entities(visit("a", "Sergei Dolmatov"), visit("b", "Sergey Dolmatow"), kind="Person")
    assert person.names == ("Sergei Dolmatov", "Sergey Dolmatow")
    assert "spelling" in person.merges[0].because
    assert person.state == "kenya"


def test_two_people_of_one_surname_in_an_article_stay_apart() -> None:
    both = Story("a").who("p", "Person", "Ivo Tolane").who("q", "Person", "Mira Tolane")
    short = Story("b").who("p", "Person", "Tolane")
    assert len(entities(both, short, kind="Person")) == 3


def test_a_surname_alone_needs_office_and_state() -> None:
    full = visit("a", "Mira Tolane")
    assert len(entities(full, visit("b", "Tolane"), kind="Person")) == 1
    assert len(entities(full, Story("b").who("p", "Person", "Tolane"), kind="Person")) == 2


def test_one_name_with_other_state_and_office_is_another_person() -> None:
    one = Story("a").who("s", "State", "China").who("p", "Person", "Li Wei", state="s", titles="mayor of a port city")
    other = Story("b").who("s", "State", "Singapore").who("p", "Person", "Li Wei", state="s", titles="trade commissioner")
    assert len(entities(one, other, kind="Person")) == 2


def test_descriptions_are_not_names() -> None:
    stories = [Story(n).who("p", "Person", "Kenyan counterpart") for n in "ab"]
    assert len(entities(*stories, kind="Person")) == 2


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Kenyan Ministry of Defence", "Kenya's Defense Ministry", True),
        ("Kenyan Ministry of Defence", "Norwegian Ministry of Defence", False),
        ("Harbour Workers Union", "HWU", True),
        ("Red Lantern Party", "Central Committee of the Red Lantern Party", False),
        ("state media", "state media", False),
        ("the ministry", "the ministry", False),
        ("Foreign Ministry", "Foreign Ministry", False),
        ("Velmar Shipping", "Velmar Shipping", True),
    ],
)
def test_bodies(left: str, right: str, same: bool) -> None:
    stories = [Story(n).who("o", "Organization", name) for n, name in (("a", left), ("b", right))]
    assert (len(entities(*stories, kind="Organization")) == 1) is same


def test_anniversaries_go_by_their_number() -> None:
    names = ["70th anniversary of the harbour treaty", "celebrations of the 70th anniversary of the harbour treaty"]
    stories = [Story(str(i)).who("o", "Occasion", n) for i, n in enumerate([*names, "60th anniversary of the harbour treaty"])]
    assert len(entities(*stories, kind="Occasion")) == 2


def test_holidays_belong_to_their_state() -> None:
    def story(name: str, state: str) -> Story:
        return Story(name).who("s", "State", state).who("o", "Occasion", "Victory Day", state="s")

    assert len(entities(story("a", "Russia"), story("b", "Russia"), story("c", "North Korea"), kind="Occasion")) == 2


def test_delegations_go_by_sender_and_leader() -> None:
    def story(name: str, form: str, leader: str, state: str) -> Story:
        told = Story(name).who("s", "State", state).who("no", "State", "Norway").who("p", "Person", leader, state="s")
        told.who("d", "Delegation", form).says("Delegation", delegation="d", sent_by="s", led_by="p")
        return told.says("Visit", visitor="d", destination="no", start="2024-05-02")

    one = story("a", "Kenyan delegation", "Mira Tolane", "Kenya")
    other = story("b", "delegation from Kenya", "Myra Tolane", "Kenya")
    third = story("c", "Kenyan delegation", "Ivo Sandvik", "Kenya")
    found = entities(one, other, third, kind="Delegation")
    assert sorted(len(e.members) for e in found) == [1, 2]
    told = [e for e in events(one, other, third) if e.type == "Delegation"]
    assert {e.id for e in told} == {e.id for e in found}


def test_an_outlet_is_an_entity_even_when_unmentioned() -> None:
    one, other = Story("a", outlet="Harbour News"), Story("b", outlet="Harbour News").who("o", "Organization", "Harbour News")
    found = resolve([one.done(), other.done()])
    (outlet,) = found.entities
    assert outlet.kind == "Outlet"
    assert set(outlet.members) == {("a", PUBLISHER), ("b", PUBLISHER), ("b", "o")}


def test_one_visit_told_twice_is_one_event_with_its_latest_status() -> None:
    one = visit("a", "Mira Tolane", start="2024-05-02")
    one.reports[0] = Report("f0", "Visit", "planned", one.reports[0].claims, (), HERE, 1.0, "test")
    other = visit("b", "Myra Tolane", "2024-05-06", start="2024-05-02", end="2024-05-04")
    (event,) = [e for e in events(one, other) if e.type == "Visit"]
    assert (event.status, len(event.members)) == ("occurred", 2)
    assert "Norway" in event.label
    assert event.merges[0].because


def test_a_second_visit_is_a_second_event() -> None:
    one, other = visit("a", "Mira Tolane", start="2024-05-02"), visit("b", "Mira Tolane", "2024-07-09", start="2024-07-08")
    assert len(events(one, other)) == 2


def test_a_yearly_event_without_a_date_goes_by_publication() -> None:
    assert len(events(visit("a", "Mira Tolane", "2023-05-03"), visit("b", "Mira Tolane", "2024-05-03"))) == 2


def test_a_visit_alleged_and_denied_in_one_article_is_one_event() -> None:
    story = visit("a", "Mira Tolane").says("Visit", "denied", visitor="p", destination="no")
    (event,) = events(story)
    assert event.status == "occurred"


def test_a_denial_alone_is_the_status() -> None:
    story = Story("a").who("no", "State", "Norway").who("ke", "State", "Kenya")
    (event,) = events(story.says("Transfer", "denied", giver="ke", recipient="no", topic="grain"))
    assert event.status == "denied"


def test_arrival_and_invitation_are_linked_to_the_visit() -> None:
    story = visit("a", "Mira Tolane", start="2024-05-02", end="2024-05-04")
    story.says("Arrival", visitor="p", destination="no", start="2024-05-02").says("Invitation", inviter="no", invitee="p")
    story.says("Meeting", participant="p+no", start="2024-06-20")
    found = {e.type: e for e in events(story)}
    assert found["Arrival"].part_of == found["Visit"].id
    assert found["Visit"].preceded_by == found["Invitation"].id
    assert found["Meeting"].part_of is None


def test_offices_are_one_by_person_title_and_body() -> None:
    one, other = visit("a", "Mira Tolane"), visit("b", "Myra Tolane")
    for story, title in ((one, "Minister of Defence"), (other, "defense minister")):
        story.says("Role", person="p", title=title, of="ke")
    (held,) = [e for e in events(one, other) if e.type == "Role"]
    assert held.label.startswith("M")
    assert "(Kenya)" in held.label


def test_decisions_win_and_can_be_withdrawn() -> None:
    stories = [visit("a", "Mira Tolane"), visit("b", "Mira Tolane")]
    apart = Decision(("a", "p"), ("b", "p"), False, "ann", "2024-06-01")
    done = [s.done() for s in stories]
    found = resolve(done, [apart])
    assert found.entity_of["a", "p"] != found.entity_of["b", "p"]
    assert resolve(done).entity_of["a", "p"] == resolve(done).entity_of["b", "p"]
    later = Decision(("b", "p"), ("a", "p"), True, "bob", "2024-06-02")
    found = resolve(done, [apart, later])
    assert found.entity_of["a", "p"] == found.entity_of["b", "p"]


def test_judged_same_merges_what_no_rule_would() -> None:
    stories = [Story("a").who("p", "Person", "Mira Tolane"), Story("b").who("p", "Person", "the Grey Heron")]
    judged = Decision(("a", "p"), ("b", "p"), True, "ann", "2024-06-01")
    (person,) = resolve([s.done() for s in stories], [judged]).entities
    assert person.merges[0].because == "ann judged them the same on 2024-06-01"


def test_spelling_costs() -> None:
    assert alike("dolmatov", "dolmatow")
    assert not alike("ivanov", "ivanova")
    assert not alike("hamid", "hamada")
    assert skeleton("zhaparov") == skeleton("japarov")


def test_readings_go_syllable_by_syllable() -> None:
    assert shared_reading(("li", "hongzhong"), ("ly", "hong", "trung")) == "Pinyin and Vietnamese"
    assert shared_reading(("li", "hongzhong"), ("ly", "cuong", "trung")) is None
    assert same_korean(("kim", "jong", "un"), ("gim", "jeong", "eun"))
    assert not same_korean(("kim", "jong", "un"), ("kim", "jong", "il"))


def test_windows_of_partial_dates() -> None:
    july, day = window("2023-07", None), window("2023-07-25", None)
    assert july and day and july.gap(day) == 0
    assert days_apart("2024-01-01", "2024-01-11") == 10
    assert window("soon", None) is None


def test_the_collector_of_garbage_is_left_as_it_was() -> None:
    assert gc.isenabled()
    resolve([])
    assert gc.isenabled()
    gc.disable()
    try:
        resolve([])
        assert not gc.isenabled()
    finally:
        gc.enable()
