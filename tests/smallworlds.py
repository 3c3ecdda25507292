"""Small generated worlds for property tests: a handful of articles, as extractions, on a few people and states that they share.

Names, dates, offices and texts are drawn from short lists, so that most worlds have something to merge, to keep apart and to
contradict. Every span lies in its article's text, which holds any Unicode.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from kg.model import STATUSES, Article, Claim, Decision, EntityType, Extraction, Member, Naming, Referent, Report, Span

NAMES: dict[EntityType, list[str]] = {
    "Person": ["Mira Tolane", "Myra Tolane", "Tolane", "M. Tolane", "Ivo Tolane", "Li Hongzhong", "Lý Hồng Trung", "Kim Jong-un"],
    "State": ["Norway", "Kenya", "Peru", "Avaria"],
    "Organization": ["Foreign Ministry", "Norwegian Foreign Ministry", "Harbour Workers Union", "HWU", "EU", "EU leaders"],
    "Place": ["Oslo", "Lima", "Harbour Hall"],
    "Occasion": ["70th anniversary of the harbour treaty", "harbour treaty anniversary", "Victory Day"],
    "Delegation": ["Norwegian delegation", "military delegation"],
}
FRAMES: dict[str, tuple[tuple[str, EntityType], ...]] = {
    "Visit": (("visitor", "Person"), ("visitor", "Delegation"), ("destination", "State"), ("destination", "Place")),
    "Arrival": (("visitor", "Person"), ("destination", "Place")),
    "Meeting": (("participant", "Person"), ("participant", "State")),
    "Invitation": (("inviter", "State"), ("invitee", "Person")),
    "Transfer": (("giver", "State"), ("recipient", "State")),
    "Denial": (("agent", "State"),),
    "Message": (("sender", "Person"), ("recipient", "State")),
    "Delegation": (("delegation", "Delegation"), ("led_by", "Person"), ("sent_by", "State")),
    "Role": (("person", "Person"), ("of", "State")),
    "Statement": (("speaker", "Person"),),
}
DATED = {"Visit": ("start", "end"), "Arrival": ("start",), "Meeting": ("start",), "Message": ("start",), "Statement": ("start",)}
DATES = ["2024-03-01", "2024-03-02", "2024-03-20", "2024-03", "2023"]
TITLES = ["foreign minister", "deputy foreign minister", "minister", "special envoy for water"]
letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


@dataclass
class Draft:
    """An article under construction: words are appended to the text and come back as spans."""

    text: str = ""
    referents: list[Referent] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)

    def write(self, words: str, filler: str) -> Span:
        begin = len(self.text)
        self.text += words
        span = Span(begin, len(self.text))
        self.text += f"{filler} "
        return span


@st.composite
def extractions(draw: st.DrawFn, name: str) -> Extraction:
    """An article of up to six referents and four reports."""
    draft = Draft()
    kinds: list[EntityType] = draw(st.lists(st.sampled_from(sorted(NAMES)), min_size=2, max_size=6))
    for i, kind in enumerate(kinds):
        form = draw(st.sampled_from(NAMES[kind]))
        span = draft.write(form, draw(letters))
        states = [r.id for r in draft.referents if r.type == "State"]
        state = draw(st.sampled_from([None, *states])) if kind != "State" else None
        named = Naming(span, form if draw(st.booleans()) else None)
        draft.referents.append(Referent(f"r{i}", kind, (form,), (Naming(span, form), named), state=state))
    reports = tuple(draw(tellings(f"f{i}", draft)) for i in range(draw(st.integers(0, 4))))
    article = Article(
        name,
        draft.text,
        title=draw(st.none() | letters),
        outlet=draw(st.sampled_from(["Harbour News", "EU", None])),
        published=draw(st.sampled_from(["2024-03-02", "2024-03-05", "2023-01-01", None])),
    )
    return Extraction(article, tuple(draft.sentences), tuple(draft.referents), reports, "test 1")


@st.composite
def tellings(draw: st.DrawFn, ident: str, draft: Draft) -> Report:
    """A report on referents of the article, in a sentence of its own."""
    kind = draw(st.sampled_from(sorted(FRAMES)))
    evidence = draft.write(draw(st.sampled_from(["so it was", "sie sagten es", "說 🙂"])), draw(letters))
    draft.sentences.append(evidence)
    claims = []
    for role, filler in FRAMES[kind]:
        fitting = [r.id for r in draft.referents if r.type == filler]
        if draw(st.booleans()) and fitting:
            claims.append(Claim(role, evidence, draw(st.sampled_from(fitting)), confidence=draw(st.sampled_from([0.4, 0.9]))))
    for role in DATED.get(kind, ()):
        if draw(st.booleans()):
            claims.append(Claim(role, evidence, literal=draw(st.sampled_from(DATES))))
    if kind == "Role":
        claims.append(Claim("title", evidence, literal=draw(st.sampled_from(TITLES))))
    sources: list[tuple[str, ...]] = [(r.id,) for r in draft.referents if r.type in ("Person", "Organization")]
    said_by, status = draw(st.sampled_from([(), *sources])), draw(st.sampled_from(STATUSES))
    return Report(ident, kind, status, tuple(claims), said_by, evidence, 0.9, "rule")


def worlds(least: int = 1, most: int = 5) -> st.SearchStrategy[tuple[Extraction, ...]]:
    """Worlds of some articles, named a0, a1, ..."""
    return st.integers(least, most).flatmap(lambda n: st.tuples(*(extractions(f"a{i}") for i in range(n))))


def members(world: tuple[Extraction, ...]) -> list[Member]:
    """The referents and reports of a world."""
    return [(e.article.name, i) for e in world for i in (*(r.id for r in e.referents), *(r.id for r in e.reports))]


@st.composite
def judged_worlds(draw: st.DrawFn) -> tuple[tuple[Extraction, ...], tuple[Decision, ...]]:
    """A world and what a person has decided on pairs of its referents or reports."""
    world = draw(worlds())
    pairs = draw(st.lists(st.tuples(*[st.sampled_from(members(world))] * 2, st.booleans()), max_size=5))
    named = [(a, b, same) for a, b, same in pairs if a != b]
    return world, tuple(Decision(a, b, same, "ann", f"2024-01-0{i + 1}") for i, (a, b, same) in enumerate(named))
