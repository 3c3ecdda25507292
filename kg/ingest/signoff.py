"""What the last lines of an article tell: the agency's sign-off, and the paper and date of a ``Published in`` note."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.ingest.dates import CLOCK, PLAIN, WEEKDAY, full_date
from kg.ingest.habits import Habits

PUBLISHED_IN = re.compile(
    r"^\W*(?i:(?:first |originally )?(?:published|appeared) (?:in|by|on)) (?P<outlet>[^\W\d_a-z][^,\n]{1,50}?)"
    r"(?:(?:,\s*| on )(?P<when>\S.*))?$"
)
COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b)\s*(?:©|\([cC]\))?\s*(?:19|20)\d\d,?\s+(?P<outlet>[^\W\d_a-z][^.,;|\n]{1,40})"
)
SOURCE = re.compile(r"^\W*Source\s*:\s*(?P<outlet>[^\W\d_a-z][^|\n]{1,50}?)\W*$")
DATED = re.compile(
    rf"^(?:\((?P<round>[A-Z][^()]{{1,40}})\)\s*|(?P<outlet>[A-Z][\w.]{{1,20}})[\s,|–—-]+)?(?i:(?:{WEEKDAY},?\s+)?(?P<when>{PLAIN})(?:[\s,|–—-]+{CLOCK})?)\W*$"
)
CREDIT = re.compile(rf"[.!?”\"]\s+\((?P<agency>[A-Z][^()]{{1,40}})\)\s+(?i:(?P<when>{PLAIN}))\W*$")  # at the end of the last line
JUCHE = re.compile(r"\(\s*Juche\s?(?P<year>\d{2,3})\.(?P<month>\d\d?)\.(?P<day>\d\d?)\.?\s*\)")  # year 1 is 1912
_INITIALS = r"[a-z]{2,4}(?:[-/.][a-z]{2,4})*"
_CAPITALS = r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*"
ALONE = re.compile(rf"^[\W_]*(?P<agency>{_CAPITALS})(?:/{_INITIALS})?\W*$")
AFTER_STOP = re.compile(rf"[.!?”\"]\s+(?:[–—-]+\s*)?(?P<agency>{_CAPITALS})\.?$")
DASHED = re.compile(r"[.!?”\"]\s+[–—]\s*(?P<agency>[A-Z]\w{1,12}(?: [A-Z]\w+)?)$")
IN_ROUND = re.compile(rf"^\((?P<agency>[A-Z]\w{{1,20}})\)(?:\s+{_INITIALS})?$")
NO_AGENCY = frozenset("END ENDS READ MORE NNNN ALSO TAGS SHARE NOTE USA UN EU UK US DPRK NATO ASEAN OIC".split())


@dataclass(frozen=True, slots=True)
class Signoff:
    """The agency, outlet and date of publication named below the text."""

    agency: str | None = None
    outlet: str | None = None
    published: str | None = None


def read_signoff(body: str, habits: Habits) -> Signoff:
    """What the last lines of ``body`` tell; nothing where they read as text."""
    lines = [line.strip() for line in body[-1500:].split("\n") if line.strip()][-4:]
    agency = outlet = published = None
    for line in reversed(lines):
        if (match := PUBLISHED_IN.match(line)) and len(line) < 120:
            found = full_date(match["when"] or "")
            published = published or (found.iso if found else None)
            outlet = outlet or match["outlet"].strip()
        elif (match := DATED.match(line)) and (found := full_date(match["when"])):
            published = published or found.iso
            agency = agency or match["round"]
            outlet = outlet or (match["outlet"] if habits.is_outlet(match["outlet"] or "") else None)
        elif (match := CREDIT.search(line)) and (found := full_date(match["when"])):
            published, agency = published or found.iso, agency or match["agency"]
        elif match := JUCHE.search(line):
            found = full_date(f"{int(match['year']) + 1911}-{match['month']}-{match['day']}")
            published = published or (found.iso if found else None)
        elif match := SOURCE.match(line) or COPYRIGHT.search(line):
            outlet = outlet or match["outlet"].strip()
        else:
            agency = agency or _agency(line)
    return Signoff(agency, outlet, published)


def _agency(line: str) -> str | None:
    match = (
        (ALONE.match(line) if len(line) < 30 else None) or IN_ROUND.match(line) or AFTER_STOP.search(line) or DASHED.search(line)
    )
    return match["agency"] if match and match["agency"].upper() not in NO_AGENCY else None
