"""How resolution and emission grow with the store: ``python -m bench.scale [ARTICLES...]``, by default 1000 3000 10000.

Articles are generated records (no language model runs): a world of states, each with office-holders, ministries and places, in
which something new happens every day and is told by a few outlets under several spellings. Persons and events recur as in news:
some are named every day, most only once. Equal arguments give equal records.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta

from kg.emit import triples
from kg.model import Article, Claim, EntityType, Extraction, Naming, Referent, Report, Span
from kg.record import decode, encode
from kg.resolve import resolve
from kg.resolve.states import states
from kg.store import Store

CONSONANTS, VOWELS = "bdfgklmnprstvzh", "aeiou"
TITLES = ("foreign minister", "president", "defence minister", "special envoy", "ambassador", "trade minister")
FRAMES = (
    ("Visit", "visitor", "destination", True),
    ("Meeting", "participant", "participant", True),
    ("Message", "sender", "recipient", True),
    ("Statement", "speaker", "addressee", False),
    ("Invitation", "inviter", "invitee", False),
    ("Transfer", "giver", "recipient", True),
)


def word(rng: random.Random, syllables: int) -> str:
    """An invented name."""
    return "".join(rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(syllables)).capitalize() + rng.choice("nrsl")


def spelled(name: str, rng: random.Random) -> str:
    """A name as another outlet may spell it."""
    swaps = (("k", "q"), ("i", "y"), ("v", "w"), ("z", "s"), ("u", "ou"))
    a, b = rng.choice(swaps)
    return name.replace(a, b, 1) if rng.random() < 0.2 else name


class Sheet:
    """An article under construction: whatever is named is appended to its text."""

    def __init__(self) -> None:
        self.text = ""
        self.referents: dict[str, Referent] = {}

    def name(self, kind: EntityType, form: str, state: str | None = None, **attributes: str) -> str:
        """The id of a referent, named once more."""
        ident = f"{kind}-{form}"
        span = Span(len(self.text), len(self.text) + len(form))
        self.text += f"{form}, "
        if ident not in self.referents:
            self.referents[ident] = Referent(ident, kind, (form,), (Naming(span, form),), None, state, None, attributes)
        return ident


class Scene:
    """The world that articles tell of: 60 states with 40 persons each, who meet in ever new ways."""

    def __init__(self, seed: int = 1) -> None:
        rng = random.Random(seed)
        self.states = sorted(states().labels.values())[:60]
        self.people = {s: [f"{word(rng, 2)} {word(rng, 3)}" for _ in range(40)] for s in self.states}
        self.places = {s: [word(rng, 3) for _ in range(6)] for s in self.states}
        self.outlets = [f"{word(rng, 2)} {kind}" for kind in ("Times", "Post", "News", "Agency") for _ in range(10)]

    def article(self, number: int) -> Extraction:
        """The article of that number, the same in every world; five in a row tell of one day's events."""
        day = date(2000, 1, 1) + timedelta(days=number // 20)
        own, story = random.Random(f"own {number}"), random.Random(f"story {number // 5}")
        sheet = Sheet()
        reports = tuple(self.report(sheet, i, story, own, day) for i in range(story.randint(4, 7)))
        article = Article(f"n{number:07}", sheet.text, outlet=own.choice(self.outlets), published=day.isoformat())
        return Extraction(article, (Span(0, len(sheet.text)),), tuple(sheet.referents.values()), reports, "generated 1")

    def report(self, sheet: Sheet, number: int, story: random.Random, own: random.Random, day: date) -> Report:
        """One of the day's events as this article tells it."""
        kind, first, second, dated = story.choice(FRAMES)
        home, there = story.sample(self.states, 2)
        person = self.people[home][min(int(story.expovariate(0.15)), 39)]
        other = self.people[there][min(int(story.expovariate(0.15)), 39)]
        begin = len(sheet.text)
        one = sheet.name("Person", spelled(person, own), sheet.name("State", home), titles=story.choice(TITLES))
        sheet.name("Organization", f"{home} Foreign Ministry", f"State-{home}")
        sheet.name("Place", story.choice(self.places[there]), sheet.name("State", there))
        two = f"State-{there}" if kind == "Visit" else sheet.name("Person", spelled(other, own), f"State-{there}")
        span = Span(begin, len(sheet.text) - 2)
        claims = [Claim(first, span, one), Claim(second, span, two)]
        if dated and own.random() < 0.7:
            told = day if own.random() < 0.95 else day - timedelta(days=1)
            claims.append(Claim("start", span, literal=told.isoformat()))
        return Report(f"r{number}", kind, "occurred", tuple(claims), (), span, 0.9, "generated")


def records(size: int) -> Iterator[Extraction]:
    """The first articles of the scene."""
    scene = Scene()
    for number in range(size):
        made = scene.article(number)
        yield decode(encode(made), made.article.text)  # as the store gives them: nothing shared that JSON does not share


def main(sizes: list[int]) -> None:
    """Print seconds of processor time and peak memory for each size; records are read from a store, one by one."""
    with tempfile.TemporaryDirectory() as folder, Store.open(folder, write=True) as store:
        kept = 0
        for size in sorted(sizes):
            scene = Scene()
            for number in range(kept, size):
                store.put(scene.article(number))
            kept = size
            begun = time.process_time()
            found = resolve(store.extractions())
            resolved, most = time.process_time(), peak()
            lines = sum(1 for _ in triples(store.extractions(), found))
            done = time.process_time()
            print(
                f"{size:7} articles: resolve {resolved - begun:7.1f} s, emit {done - resolved:6.1f} s,"
                f" {lines / size:5.0f} lines each, peak: resolve {most:.2f} GB, emit {peak():.2f} GB"
            )
            print(f"        {len(found.entities)} entities, {len(found.events)} events, {len(found.doubts)} doubts", flush=True)


def peak() -> float:
    """The most memory that this process has held, in GB (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 3000, 10_000])
