"""Drafts and facts to the record of the article: referents with ids made from content, reports with dates and credits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.extract.cast import Cast, Draft, plain
from kg.extract.confidence import by_id, weigh
from kg.extract.match import Fact
from kg.ids import digest, slug
from kg.model import Claim, Extraction, Naming, Referent, Report, Span, TimeExpression

_DATED = frozenset(
    """Visit Arrival Departure Meeting Hosting Commemoration Tribute Statement Agreement Message Transfer Conflict
    Restriction Appointment""".split()
)
_NONE: frozenset[str] = frozenset()
_WHOLE = {
    "Statement": frozenset({"topic", "speaker"}),
    "Pledge": frozenset({"topic", "agent"}),
    "Denial": frozenset({"topic", "agent"}),
}
_NEEDED = {
    "Visit": frozenset({"visitor", "destination"}),
    "Arrival": frozenset({"visitor", "destination"}),
    "Departure": frozenset({"visitor"}),
    "Delegation": frozenset({"delegation"}),
}
_MARKS = ('"', "“", "”")
_EPITHETS = frozenset({"Kingdom", "North", "South", "Islamic Republic"})
_VAGUE = frozenset("something nothing it this that them these those so such what which one".split()) | {
    "do so",
    "do it",
    "do that",
    "do this",
}
_TELLING = 5  # letters of a word that says enough alone
_SMALL = r"(?:(?:been|be|any|ever|a|an)\s+)*"
_DENIED = re.compile(
    r"^(?:(?:I|we|he|she|it|they|you|there)\s+)?"
    rf"(?:(?:is|are|was|were|has|have|had|did|do|does|will|would)(?:\s+(?=not|never)|n['’]t\s+{_SMALL}))?"
    rf"(?:(?:not|never)\s+{_SMALL}"
    r"|(?<=n['’]t )|no\s+(?!one\b))",
    re.I,
)
_LONG = 100  # days: beyond, it is what went before ("reopened after a seven-year closure"), not how long a stay or feast lasts
_ENDED = frozenset({"Visit", "Commemoration", "Conflict"})


def finish(cast: Cast, facts: list[Fact], others: list[Report], extractor: str, least: float = 0.0) -> Extraction:
    """The extraction: reports of all facts that are at least so probable, and the referents that have a name."""
    adopt_adjectives(cast)
    add_outlets(cast)
    ids = referent_ids(cast)
    reports: list[Report] = []
    seen: Counter[str] = Counter()
    for report in sorted([*map(report_of, facts), *others], key=lambda r: (r.evidence, r.type, r.rule)):
        done = settle(guests(report, cast), ids, seen)
        if done is not None:
            reports.append(done)
    referents = tuple(referent(cast, d, ids) for d in cast.drafts if d.number in ids)
    namings = by_id(referents)
    reports = [kept for r in reports if (kept := probable(weigh(r, namings), least)) is not None]
    sentences = tuple(s.span for s in cast.tree.annotation.sentences)
    return Extraction(cast.tree.annotation.article, sentences, referents, tuple(reports), extractor)


def guests(report: Report, cast: Cast) -> Report:
    """``report`` with delegations that are told to celebrate as guests: they were sent to take part, others organise."""
    if report.type != "Commemoration":
        return report
    sent = {str(d.number) for d in cast.of_type("Delegation")}
    claims = [replace(c, role="participant") if c.role == "organizer" and c.referent in sent else c for c in report.claims]
    return replace(report, claims=tuple(dict.fromkeys(claims)))


def probable(report: Report, least: float) -> Report | None:
    """``report`` without the claims less probable than ``least``; None where it is so itself or nobody is left in it.

    Who says what stands or falls with the report: without its speaker or its topic a statement tells nothing, and how well
    the topic is cut says little of whether the statement was made.
    """
    whole = _WHOLE.get(report.type, _NONE)
    claims = tuple(c for c in report.claims if c.confidence >= least or c.role in whole)
    if report.confidence < least or not (any(c.referent for c in claims) or says_enough(report.type, claims)):
        return None
    if _NEEDED.get(report.type, _NONE) - {c.role for c in claims}:
        return None
    return replace(report, claims=claims)


def add_outlets(cast: Cast) -> None:
    """Add the outlet and the agency where the text names them outside what was read, as datelines and sign-offs do."""
    article = cast.tree.annotation.article
    for name in dict.fromkeys(n for n in (article.agency, article.outlet) if n):
        at = article.text.find(name)
        if at < 0 or any(plain(name) in {plain(f) for f in d.forms} for d in cast.of_type("Organization")):
            continue
        draft = cast.new("Organization")
        draft.kind = "Outlet"
        draft.forms[name] += 1
        draft.namings.append(Naming(Span(at, at + len(name)), name))


def adopt_adjectives(cast: Cast) -> None:
    """Give a state that is named only by adjectives ("Sri Lankan") that name."""
    for draft in cast.of_type("State"):
        if not draft.forms and draft.adjectives:
            for naming in draft.adjectives:
                draft.forms[naming.form or ""] += 1
            spans = {n.span for n in draft.adjectives}
            draft.namings = [n for n in draft.namings if n.span not in spans] + draft.adjectives


def referent_ids(cast: Cast) -> dict[int, str]:
    """Ids of the drafts that have a name: type and slug of the best name, numbered in reading order where two are alike."""
    ids: dict[int, str] = {}
    taken: Counter[str] = Counter()
    for draft in cast.drafts:
        if not draft.forms or not draft.namings:
            continue
        base = f"{draft.type.lower()}-{slug(best_name(draft))}"
        taken[base] += 1
        ids[draft.number] = base if taken[base] == 1 else f"{base}-{taken[base]}"
    return ids


def best_name(draft: Draft) -> str:
    """The name to show: for persons the fullest, else the most used, then the longest; a capital's or an epithet for its state
    only last.
    """
    if draft.type == "Person":
        return draft.name()
    if len(draft.forms) == 1:
        return next(iter(draft.forms))
    plainly = {f for f in draft.forms if draft.type != "State" or not (f.islower() or f in _EPITHETS)}
    return max(draft.forms, key=lambda f: (f not in draft.seats, f in plainly, draft.forms[f], len(f), f))


def referent(cast: Cast, draft: Draft, ids: dict[int, str]) -> Referent:
    """The referent of a draft."""
    best = best_name(draft)
    names = (best, *sorted(f for f in draft.forms if f != best))
    traits = dict(draft.traits)
    if draft.offices:
        traits["titles"] = "|".join(dict.fromkeys(h.office.title for h in draft.offices if not h.office.counterpart))
    if draft.sized is not None:
        traits["size"] = draft.sized.number
    if draft.leader is not None and draft.leader in ids:
        traits["leader"] = ids[draft.leader]
    if draft.senders and draft.senders[0] in ids:
        traits["sender"] = ids[draft.senders[0]]
    state = ids.get(draft.state) if draft.state is not None else None
    namings = tuple(sorted(set(draft.namings), key=lambda n: (n.span, n.form or "")))
    return Referent(
        ids[draft.number],
        draft.type,
        names,
        namings,
        draft.known,
        state,
        draft.kind,
        {k: v for k, v in sorted(traits.items()) if v},
    )


def report_of(fact: Fact) -> Report:
    """The report of a fact, its referents still draft numbers; "denies it" does not say what."""
    claims = [whole_quote(c) for c in fact.claims if c.role != "topic" or (c.literal or "").lower() not in _VAGUE]
    if fact.frame.type == "Denial" or (fact.frame.type == "Statement" and fact.status == "denied"):
        claims = [replace(c, literal=affirmed(c.literal)) if c.role == "topic" and c.literal else c for c in claims]
    if fact.frame.type in _DATED:
        claims += date_claims(fact.frame.type, fact.times)
    said = tuple(str(n) for n in fact.said_by)
    return Report("", fact.frame.type, fact.status, tuple(claims), said, fact.evidence, fact.frame.confidence, fact.frame.name)


def affirmed(words: str) -> str:
    """What is denied, without the words at its beginning that deny it: "I was not expelled", "no request was made"."""
    bare = _DENIED.sub("", words)
    return bare if len(bare.split()) > 1 or len(bare) > _TELLING else words


def whole_quote(claim: Claim) -> Claim:
    """``claim`` without a quotation mark whose fellow is not in it."""
    text = claim.literal or ""
    if claim.role != "topic" or sum(text.count(mark) for mark in _MARKS) % 2 == 0:
        return claim
    at = max(text.rfind(mark) for mark in _MARKS)
    return replace(claim, literal=text[:at] + text[at + 1 :])


def date_claims(type_: str, times: Sequence[TimeExpression]) -> list[Claim]:
    """Start and end from the times told: the most precise start; the end of a range or of start and duration."""
    resolved = [t for t in times if t.start and (type_ in _ENDED or not of_years(t))]
    until = [Claim("end", t.span, literal=t.end, rule=t.rule) for t in times if t.end and not t.start and type_ in _ENDED][:1]
    if not resolved:
        return until
    best = max(resolved, key=lambda t: (len(t.start or ""), t.end is not None))
    claims = [Claim("start", best.span, literal=best.start, rule=best.rule)]
    if best.end and best.end != best.start and type_ in _ENDED:
        claims.append(Claim("end", best.span, literal=best.end, rule=best.rule))
    lasting = next((t for t in times if t.start is None and 0 < (t.duration or 0) <= _LONG), None)
    if lasting is not None and len(claims) == 1 and len(best.start or "") == 10 and type_ in _ENDED:
        last = date.fromisoformat(best.start or "") + timedelta(days=(lasting.duration or 1) - 1)
        claims.append(Claim("end", lasting.span, literal=last.isoformat(), rule="duration"))
    return claims if len(claims) > 1 else claims + until


def of_years(time: TimeExpression) -> bool:
    """Whether a time is a stretch of years, which dates no single act: "the armistice of the war (1950-1953)"."""
    return len(time.start or "") == 4 and time.end not in (None, time.start)


def settle(report: Report, ids: dict[int, str], seen: Counter[str]) -> Report | None:
    """``report`` with referent ids for draft numbers and an id of its own; None where what is left of it says nothing."""
    claims = tuple(
        Claim(c.role, c.evidence, ids[int(c.referent)] if c.referent else None, c.literal, None, report.confidence, c.rule)
        for c in report.claims
        if not c.referent or int(c.referent) in ids
    )
    referents = [c for c in claims if c.referent]
    if (not referents and not says_enough(report.type, claims)) or _NEEDED.get(report.type, _NONE) - {c.role for c in claims}:
        return None
    base = digest(report.type, str(report.evidence.start), str(report.evidence.end), report.rule, length=10)
    seen[base] += 1
    own = f"{report.type.lower()}-{base}" + (f"-{seen[base]}" if seen[base] > 1 else "")
    said = tuple(dict.fromkeys(ids[int(n)] for n in report.said_by if int(n) in ids))
    return Report(own, report.type, report.status, claims, said, report.evidence, report.confidence, report.rule)


def says_enough(type_: str, claims: Sequence[Claim]) -> bool:
    """Whether a report without referents still tells something: an agreement with its topic and date, a war with its years.

    The armistice of a war needs no date.
    """
    roles = {c.role for c in claims}
    if type_ == "Agreement" and any("War" in (c.literal or "").split() for c in claims):
        return True
    return {"topic", "start"} <= roles or {"start", "end"} <= roles
