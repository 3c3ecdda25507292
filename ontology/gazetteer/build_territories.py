"""Writes territories.tsv from states.psv and seats.psv (ours), rigour (codes, Wikidata ids, long names) and CLDR by babel.

Run in a scratch environment: ``pip install rigour babel && python build_territories.py``. Neither package is needed to
run Attaché: what they give is in the file that this writes. Output is sorted and the same for the same versions.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from rigour.territories import get_territories

HERE = Path(__file__).resolve().parent
# rigour gives the realm or an occupied territory; news means the country or the de facto state.
WIKIDATA = {"dk": "Q35", "nl": "Q55", "ge-ab": "Q23334"}
SKIP = {"zz", "ip", "un", "eu", "zr", "su-ru", "cp", "um"}
COLUMNS = ("key", "code", "type", "label", "names", "long", "acronyms", "adjectives", "people", "capitals", "seats")


def rows(name: str) -> Iterator[list[str]]:
    """The lines of one of our own lists, split into columns."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def split(cell: str) -> list[str]:
    """The values of a cell without a leading article."""
    return [part.strip().removeprefix("the ") for part in cell.split(";") if part.strip()]


def plural(noun: str) -> str:
    """The plural of a demonym noun: "Russians", "Chinese", "Thais"."""
    same = noun.endswith(("ese", "ish", "ch", "ss", "x")) or noun in {"Kyrgyz", "Abkhaz", "Seychellois"}
    return noun if same else noun + "s"


def people(adjectives: list[str], nouns: str) -> list[str]:
    """Every noun form, singular and plural, that is not already among the adjectives."""
    found: list[str] = []
    for noun in split(nouns) or adjectives:
        one, _, many = noun.partition("/")
        found += [one, many or plural(one)]
    return list(dict.fromkeys(form for form in found if form not in adjectives))


def long_names(territory: object | None, label: str, known: list[str]) -> list[str]:
    """The formal name from rigour without remarks in brackets, unless already known."""
    full = str(getattr(territory, "full_name", "")).removeprefix("The ")
    fresh = full and not set("([,") & set(full) and full not in {label, *known}
    return [full] if fresh else []


def main() -> None:
    """Writes the file."""
    theirs = {t.code: t for t in get_territories()}
    cldr = Locale("en").territories
    seats: dict[str, list[str]] = {}
    for code, name, what in rows("seats.psv"):
        seats.setdefault(code, []).append(f"{name}={what}")
    out: list[tuple[str, ...]] = []
    done: set[str] = set()
    for code, label, names, acronyms, adjectives, nouns, capitals in rows("states.psv"):
        done.add(code)
        territory = theirs.get(code)
        qid = WIKIDATA.get(code) or (code[1:] if territory is None else territory.qid)
        known = split(names)
        common = str(cldr.get(code.upper(), "")).replace("’", "'")
        if common and "-" not in code and not set("(-") & set(common) and "SAR" not in common:
            known += [n for n in [common] if n not in {label, *known}]
        adj = split(adjectives)
        also = ";".join(known)
        formal = ";".join(long_names(territory, label, known))
        folk = ";".join(people(adj, nouns))
        sits = ";".join(seats.get(code, []))
        state = code.lstrip("-").lower()
        out.append((f"state/{qid}", state, "State", label, also, formal, acronyms, ";".join(adj), folk, capitals, sits))
    for code, territory in theirs.items():
        dependent = "-" not in code and code not in done | SKIP and not territory.is_historical
        if dependent:
            out.append((f"state/{territory.qid}", code, "Place", territory.name, "", "", "", "", "", "", ""))
    with (HERE / "territories.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(sorted(out, key=lambda row: (row[2] != "State", row[3])))


if __name__ == "__main__":
    main()
