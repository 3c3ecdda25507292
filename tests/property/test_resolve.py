"""The laws of resolving, on small generated worlds: no dependence on order, none against a decision, nothing lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import (
    PUBLISHER,
    Article,
    Claim,
    Decision,
    Entity,
    Event,
    Extraction,
    Member,
    Naming,
    Referent,
    Report,
    Resolution,
    Span,
)
from kg.resolve import resolve

HERE = Span(0, 1)
NAMES = {
    "Person": ["Mira Tolane", "Myra Tolane", "Tolane", "M. Tolane", "Ivo Tolane", "Li Hongzhong", "Lý Hồng Trung", "Kim Jong-un"],
    "State": ["Norway", "Kenya", "Peru"],
    "Organization": ["Foreign Ministry", "Norwegian Foreign Ministry", "Harbour Workers Union", "HWU", "state media"],
    "Place": ["Oslo", "Lima", "Harbour Hall"],
    "Occasion": ["70th anniversary of the harbour treaty", "harbour treaty anniversary", "Victory Day"],
    "Delegation": ["Norwegian delegation", "military delegation"],
}
DATES = ["2024-03-01", "2024-03-02", "2024-03", "2023", None]


@st.composite
def extractions(draw: st.DrawFn, name: str) -> Extraction:
    """An article of up to six referents and four reports."""
    kinds = draw(st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=6))
    chosen = [(kind, draw(st.sampled_from(NAMES[kind]))) for kind in kinds]
    state = next((f"r{i}" for i, (kind, _) in enumerate(chosen) if kind == "State"), None)
    referents = tuple(
        Referent(f"r{i}", kind, (text,), (Naming(HERE, text),), state=state if kind != "State" and draw(st.booleans()) else None)  # type: ignore[arg-type]
        for i, (kind, text) in enumerate(chosen)
    )
    roles = [("Visit", "visitor", "destination"), ("Meeting", "participant", "participant"), ("Message", "sender", "recipient")]
    reports = []
    for i in range(draw(st.integers(0, 4))):
        kind, first, second = draw(st.sampled_from(roles))
        ids = st.sampled_from([r.id for r in referents])
        claims = [Claim(first, HERE, draw(ids)), Claim(second, HERE, draw(ids))]
        if date := draw(st.sampled_from(DATES)):
            claims.append(Claim("start", HERE, literal=date))
        status = draw(st.sampled_from(["occurred", "planned", "denied"]))
        reports.append(Report(f"f{i}", kind, status, tuple(claims), (), HERE, 1.0, "test"))  # type: ignore[arg-type]
    published = draw(st.sampled_from(["2024-03-02", "2024-03-05", "2023-01-01", None]))
    outlet = draw(st.sampled_from(["Harbour News", None]))
    return Extraction(Article(name, "x", published=published, outlet=outlet), (), referents, tuple(reports), "test")


worlds = st.integers(1, 5).flatmap(lambda n: st.tuples(*(extractions(f"a{i}") for i in range(n))))


def members(world: tuple[Extraction, ...]) -> list[Member]:
    return [(e.article.name, r.id) for e in world for r in e.referents]


def group_of(found: Resolution, member: Member) -> str:
    return found.entity_of.get(member) or found.event_of[member]


@settings(max_examples=200, deadline=None)
@given(worlds.flatmap(lambda w: st.tuples(st.just(w), st.permutations(w))))
def test_order_does_not_matter(worlds: tuple[tuple[Extraction, ...], list[Extraction]]) -> None:
    one, other = worlds
    assert resolve(one) == resolve(other)


@settings(max_examples=200, deadline=None)
@given(
    worlds.flatmap(
        lambda w: st.tuples(st.just(w), st.lists(st.tuples(*[st.sampled_from(members(w))] * 2, st.booleans()), max_size=5))
    )
)
def test_no_group_against_a_decision(world: tuple[tuple[Extraction, ...], list[tuple[Member, Member, bool]]]) -> None:
    articles, judged = world
    decisions = [Decision(a, b, same, "ann", f"2024-01-0{i + 1}") for i, (a, b, same) in enumerate(judged) if a != b]
    found = resolve(articles, decisions)
    latest = {frozenset((d.left, d.right)): d for d in decisions}
    for d in latest.values():
        if not d.same:
            assert found.entity_of[d.left] != found.entity_of[d.right]


@settings(max_examples=100, deadline=None)
@given(worlds)
def test_everything_is_filed_once_and_merges_hold_groups_together(world: tuple[Extraction, ...]) -> None:
    found = resolve(world)
    outlets = {(e.article.name, PUBLISHER) for e in world if e.article.outlet}
    assert set(found.entity_of) == set(members(world)) | outlets
    assert set(found.event_of) == {(e.article.name, r.id) for e in world for r in e.reports}
    assert len({e.id for e in found.entities}) == len(found.entities)
    assert len({e.id for e in found.events}) == len(found.events)
    things: list[Entity | Event] = [*found.entities, *found.events]
    for thing in things:
        reached = {thing.members[0]}
        for _ in thing.merges:
            reached |= {m for g in thing.merges if {g.left, g.right} & reached for m in (g.left, g.right)}
        assert reached == set(thing.members)
        assert all(m.because and m.rule for m in thing.merges)


@settings(max_examples=50, deadline=None)
@given(worlds)
def test_a_withdrawn_decision_leaves_no_trace(world: tuple[Extraction, ...]) -> None:
    everyone = members(world)
    decision = Decision(everyone[0], everyone[-1], False, "ann", "2024-01-01")
    before = resolve(world)
    resolve(world, [decision])
    assert resolve(world, []) == before
