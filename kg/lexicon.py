"""The words by which names are recognised (``ontology/lexicon/names.toml``), as sets."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from kg.config import data_dir

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lower-case word sets; the file's comments say what each holds."""

    office_heads: Words
    office_weak: Words
    office_before: Words
    office_former: Words
    office_acting: Words
    fields: Words
    of_state: Words
    honorifics: Words
    styles: Words
    ranks: Words
    rank_words: Words
    titles_before: Words
    counterpart: Words
    openings: dict[str, str]  # participle -> verb
    particles: Words
    suffixes: Words
    letters: Words
    calendar: Words
    possessors: Words
    settlements: Words
    within: Words
    never: Words
    headline: Words
    given_female: Words
    given_male: Words
    body_heads: Words
    body_common: Words
    body_joins: Words
    place_heads: Words
    site_words: Words
    site_pairs: Words
    group_heads: Words
    group_sure: Words
    group_kinds: Words
    occasion_heads: Words
    occasion_sure: Words
    holidays: Words
    voices: Words
    persons: Words
    singles: Words
    countries: Words
    pairs: Words
    bodies_described: Words
    blocs: Words
    boilerplate: tuple[str, ...]
    people: Words
    collectives: Words
    goods: Words
    realms: dict[str, Words]  # what a monarchy is called -> keys of the states that are one


def participle(verb: str) -> str:
    """The present participle of a verb that doubles no letter."""
    return f"{verb.removesuffix('e')}ing"


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of the package, read once a process."""
    data = tomllib.loads((data_dir("ontology") / "lexicon" / "names.toml").read_text(encoding="utf-8"))

    def words(table: str, key: str) -> Words:
        return frozenset(data[table][key].split())

    return Lexicon(
        office_heads=words("offices", "heads"),
        office_weak=words("offices", "weak"),
        office_before=words("offices", "before"),
        office_former=words("offices", "former"),
        office_acting=words("offices", "acting"),
        fields=words("offices", "fields"),
        of_state=words("offices", "of_state"),
        honorifics=words("offices", "honorifics"),
        styles=words("offices", "styles"),
        ranks=words("offices", "ranks"),
        rank_words=words("offices", "rank_words"),
        titles_before=words("offices", "titles_before"),
        counterpart=words("offices", "counterpart"),
        openings={participle(v): v for v in data["names"]["openings"].split()},
        particles=words("names", "particles"),
        suffixes=words("names", "suffixes"),
        letters=words("names", "letters"),
        calendar=words("names", "months") | words("names", "weekdays"),
        possessors=words("names", "possessors"),
        settlements=words("names", "settlements"),
        within=words("names", "within"),
        never=words("names", "never"),
        headline=words("names", "headline"),
        given_female=words("names", "given_female"),
        given_male=words("names", "given_male"),
        body_heads=words("bodies", "heads"),
        body_common=words("bodies", "common"),
        body_joins=words("bodies", "joins"),
        place_heads=words("places", "heads"),
        site_words=words("places", "sites"),
        site_pairs=frozenset(pair.strip() for pair in data["places"]["site_pairs"].split(",")),
        group_heads=words("groups", "heads"),
        group_sure=words("groups", "sure"),
        group_kinds=words("groups", "kinds"),
        occasion_heads=words("occasions", "heads"),
        occasion_sure=words("occasions", "sure"),
        holidays=words("occasions", "holidays"),
        voices=words("descriptions", "voices"),
        persons=words("descriptions", "persons"),
        singles=words("descriptions", "singles"),
        countries=words("descriptions", "countries"),
        pairs=words("descriptions", "pairs"),
        bodies_described=words("descriptions", "bodies"),
        blocs=words("descriptions", "blocs"),
        boilerplate=tuple(start.strip() for start in data["boilerplate"]["starts"].split("|") if start.strip()),
        people=words("crowds", "people"),
        collectives=words("crowds", "collectives"),
        goods=words("things", "goods"),
        realms={kind: words("realms", kind) for kind in data["realms"]},
    )
