"""When: the time expressions that belong to a predicate."""

from __future__ import annotations

import re

from kg.extract.clauses import ENDS, ranks
from kg.extract.relations import STAYS
from kg.extract.tree import Tree
from kg.model import Span, TimeExpression

_YEAR = re.compile("(?:19|20)[0-9]{2}")
_SPEECH = frozenset("say tell report announce add state note confirm declare quote cite write reveal".split())
_NAME = 4  # steps from the last word of a source to "according"
_DAY_LONG = 10  # the length of a date to the day
_YEAR_LONG = 4  # the length of a date to the year
_FOLLOWED = frozenset({"after", "before", "following"})
_FOLLOWING = frozenset({"come", "occur", "follow"})
_RANKED = frozenset("first second third only last".split())
_COUNTED = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth only last".split())
_DURING = frozenset("in during at after following".split())
_JOURNEYS = frozenset("be travel fly go head come arrive visit return leave cross drive sail convene".split())
_LEAVING = frozenset({"leave", "depart"})
_ABOUT = frozenset({"on", "for", "over", "about"})
_SETTING = frozenset("occasion sideline sidelines margin margins eve day morning afternoon evening night".split())
_SETTING_IN = frozenset("break erupt flare start begin come enter take resume".split())
_TO_COME = frozenset({"this evening", "this afternoon", "tonight", "later today", "tomorrow"})
_LATE = ("next", "the end of the", "end of the", "the end of this", "end of this", "later this")
_LEAVING_BEHIND = frozenset({"after", "following", "at"})
_SPANS = frozenset("minute hour day week month year".split())
_HAPPENING = frozenset("take begin start end come last happen occur follow schedule plan set conclude run open close".split())


def times_of(tree: Tree, i: int, support: int | None) -> list[TimeExpression]:
    """The times told of the predicate at ``i`` or of its light verb, the nearest first; not those of clauses inside it."""
    found: list[TimeExpression] = []
    for p in (i, support):
        if p is None:
            continue
        for c in sorted(near(tree, p), key=lambda c: abs(c - p)):
            time = tree.times.get(c)
            if time is not None and time not in found and not beside_the_point(tree, time) and not still_later(tree, p, time):
                found.append(time)
    if not found and (day := when_told(tree, i)) is not None:
        return [day]
    if not found and (way := where_told(tree, i)) is not None:
        return times_of(tree, way, None)
    if not found and (main := shares_time(tree, i)) is not None:
        return times_of(tree, main, None)
    if not found and tree.tokens[i].dep in ("xcomp", "conj", "dobj", "pobj", "acl", "advcl") and tree.tokens[i].head != i:
        head = tree.verb_above(i)
        if tree.tokens[head].lemma not in _SPEECH and head != i and tree.tokens[i].dep in ("xcomp", "dobj"):
            return times_of(tree, head, None)
    token = tree.tokens[i]
    if not found and token.pos == "NOUN" and (verb := during(tree, i)) is not None:
        return times_of(tree, verb, None)
    if not found and (verb := journey(tree, i)) is not None:
        return times_of(tree, verb, None)
    if not found and token.dep == "advcl" and token.tag == "VBG" and tree.tokens[token.head].pos == "VERB":
        return times_of(tree, token.head, None)
    return found


def beside_the_point(tree: Tree, time: TimeExpression) -> bool:
    """Whether a time is a deadline ("by the end of May") or that of the source ("according to state media on Thursday")."""
    before = tree.tokens[max(0, time.first - 1)]
    if before.text.lower() in ("the", "on"):
        before = tree.tokens[max(0, before.i - 1)]
    if before.text.lower() == "by":
        return True
    if before.text.lower() == "on":
        before = tree.tokens[max(0, before.i - 1)]
    for _ in range(_NAME):
        if before.lemma == "accord" and before.tag == "VBG":
            return True
        before = tree.tokens[before.head]
    return False


def still_later(tree: Tree, i: int, time: TimeExpression) -> bool:
    """Whether a time is ahead of what a verb in the past tells ("proposed to meet later this year"), or whence it counts."""
    if since_then(tree, i, time):
        return True
    return tree.tokens[time.first].text.lower() == "later" and tree.tokens[i].tag == "VBD" and time.start is not None


def since_then(tree: Tree, i: int, time: TimeExpression) -> bool:
    """Whether a time is only since when the noun at ``i`` counts: "their fifth meeting since 2008"."""
    counted = any(tree.tokens[c].tag == "JJ" and tree.tokens[c].lemma in _COUNTED for c in tree.kids(i, "amod"))
    return counted and tree.tokens[max(0, time.first - 1)].text.lower() == "since"


def of_topic(tree: Tree, i: int, time: TimeExpression) -> bool:
    """Whether a time is that of what a message or remark is about: "congratulated her on the results of 2018"."""
    for c in tree.kids(i, "prep"):
        about = [o for o in tree.kids(c, "pobj") if o not in tree.times and tree.tokens[o].lemma not in _SETTING]
        if about and tree.tokens[c].text.lower() in _ABOUT and time.first in tree.below(c):
            return True
    return False


def when_told(tree: Tree, i: int) -> TimeExpression | None:
    """The time that a clause with "when" goes on from: "in May 1988, when Silva left", "it took place in May when she left"."""
    token = tree.tokens[i]
    if token.dep not in ("relcl", "advcl") or not any(tree.tokens[c].text == "when" for c in tree.kids(i, "advmod")):
        return None
    if token.head in tree.times:
        return tree.times[token.head]
    head = tree.tokens[token.head]
    happened = token.tag == head.tag == "VBD" and head.lemma in ("take", "happen", "occur", "come")
    days = [tree.times[j] for _, j in tree.prepositions(head.i) if j in tree.times] if happened else []
    return days[0] if days else None


def where_told(tree: Tree, i: int) -> int | None:
    """The verb of the journey to the place where the clause at ``i`` is set: "went to Lima in May, where she met X"."""
    token = tree.tokens[i]
    if token.dep == "conj" and tree.tokens[token.head].dep == "relcl":
        token = tree.tokens[token.head]
    if token.dep != "relcl" or not any(tree.tokens[c].text == "where" for c in tree.kids(token.i, "advmod")):
        return None
    verb = tree.verb_above(token.head)
    if tree.tokens[verb].lemma in _LEAVING and any(len(t.start or "") == _DAY_LONG for t in times_of(tree, verb, None)):
        return None  # "leaves for Lima on Friday, where she will meet X"
    return verb if tree.tokens[verb].pos == "VERB" and verb < i else None


def during(tree: Tree, i: int) -> int | None:
    """The verb of what is done at the event named at ``i``, or right after it: "agreed on Monday in talks with X"."""
    prep = tree.tokens[tree.tokens[i].head]
    verb = tree.tokens[prep.head]
    if tree.tokens[i].dep != "pobj" or prep.text.lower() not in _DURING or verb.pos != "VERB":
        return None
    return verb.i


def journey(tree: Tree, i: int) -> int | None:
    """The verb of the journey that is made for what the infinitive at ``i`` tells: "was in Oslo on Friday to lay a wreath"."""
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    purpose = token.dep in ("advcl", "xcomp") and token.tag == "VB" and tree.kids(i, "aux")
    if head.lemma == "be" and not any(c < i for c in tree.kids(head.i, "prep", "advmod")):
        return None  # "was to open it in May": no journey
    return head.i if purpose and head.lemma in _JOURNEYS and head.i != i else None


def shares_time(tree: Tree, i: int) -> int | None:
    """The verb whose time the predicate at ``i`` shares: of "is due", "took place", and of what follows on the same day."""
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    if head.i == i:
        return None
    if token.pos == "ADJ" and token.dep == "acomp":
        return head.i
    if token.pos == "NOUN" and token.dep in ("nsubj", "nsubjpass") and tree.tokens[i].lemma not in _SPEECH:
        due = [c for a in tree.kids(head.i, "acomp") for c in tree.kids(a, "xcomp")] + tree.kids(head.i, "xcomp")
        if due and head.lemma in ("be", "expect", "schedule", "set", "slate", "plan"):
            return due[0]
        return head.i if head.lemma in _HAPPENING or head.lemma == "expect" else None
    if token.dep == "pcomp" and head.text.lower() == "before":
        return tree.verb_above(head.i) if tree.tokens[tree.verb_above(head.i)].pos == "VERB" else None
    if token.dep == "advcl" and any(tree.tokens[c].text.lower() == "before" for c in tree.kids(i, "mark")):
        measured = any(tree.tokens[c].lemma in _SPANS for c in tree.kids(i, "npadvmod"))  # "two weeks before he leaves"
        return head.i if head.pos == "VERB" and not measured else None
    return None


def own_times(tree: Tree, i: int) -> list[TimeExpression]:
    """The times inside the noun phrase at ``i``: "the attack on Friday", "the 2015 treaty"."""
    found = list(dict.fromkeys(tree.times[c] for c in near(tree, i) if c in tree.times))
    if found:
        return [t for t in found if not since_then(tree, i, t)]
    over = tree.tokens[tree.tokens[i].head].head
    if tree.tokens[i].dep == "pobj" and tree.tokens[over].lemma in ("end", "conclude"):  # "the war ended with a truce in May"
        return times_of(tree, over, None)
    verb = tree.tokens[tree.tokens[i].head]
    if tree.tokens[i].dep == "nsubj" and verb.lemma in _SETTING_IN:  # "clashes broke out on Friday"
        return times_of(tree, verb.i, None)
    years = [tree.tokens[c] for c in tree.kids(i, "nummod", "compound", "amod", "nmod") if _YEAR.fullmatch(tree.tokens[c].text)]
    return [TimeExpression(t.i, t.i + 1, Span(t.start, t.end), t.text, None, "year") for t in years[:1]]


def near(tree: Tree, i: int) -> list[int]:
    """Tokens below ``i`` that are not below another verb's clause or a coordinated predicate."""
    out: list[int] = [i]
    for c in tree.children[i]:
        token = tree.tokens[c]
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
            if token.lemma in ("start", "begin") and token.tag == "VBG" and not tree.kids(c, "dobj"):  # "a visit starting May 3"
                out += [c, *tree.kids(c, "npadvmod"), *(j for _, j in tree.prepositions(c))]
            continue
        if token.dep == "prep" and past_stay(tree, c):
            continue  # "flew to Lima after a two-day visit"
        if token.text == "for" and any(covers(tree, o) for o in tree.kids(c, "pobj")):
            continue
        if token.dep in ("conj", "relcl", "ccomp", "advcl", "acl", "parataxis", "nsubj", "nsubjpass"):
            continue
        if not tree.children[c]:
            out.append(c)
            continue
        low = token.text.lower()
        if low == "since" and ranks(tree, i):
            continue  # "was the first envoy to visit Oslo since 2012"
        if low in ("after", "before") and tree.tokens[i].tag == "VB" and not all(o in tree.times for o in tree.kids(c, "pobj")):
            continue  # "will visit Oslo after the elections on 3 May"
        if low in _FOLLOWED and tree.tokens[i].lemma in _FOLLOWING and not any(o in tree.times for o in tree.kids(c, "pobj")):
            continue  # "the trip comes after a visit by X in May"
        if low == "since" and any(tree.tokens[k].tag == "JJS" or tree.tokens[k].lemma in _RANKED for k in tree.children[i]):
            continue  # "his first trip there since 2012"
        out += near(tree, c)
    return out


def past_stay(tree: Tree, c: int) -> bool:
    """Whether the preposition at ``c`` tells of a stay that was over before: "after a visit", "at the end of his stay"."""
    if tree.tokens[c].lemma not in _LEAVING_BEHIND:
        return False
    ended = [j for o in tree.kids(c, "pobj") for j in (tree.arguments(o).of("of") if tree.tokens[o].lemma in ENDS else [])]
    spots = ended if tree.tokens[c].lemma == "at" else [*ended, *tree.kids(c, "pobj")]
    return tree.tokens[tree.tokens[c].head].pos == "VERB" and any(tree.tokens[j].lemma in STAYS for j in spots)


def covers(tree: Tree, i: int) -> bool:
    """Whether the noun at ``i`` tells the years that something is meant for ("an agreement for 2020-2023"), not its date."""
    times = [tree.times[j] for j in tree.below(i) if j in tree.times]
    return any(t.start is not None and len(t.start) == _YEAR_LONG for t in times)


def misdated(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` is in the plain past, so that a date after the article's cannot be its own."""
    return tree.tokens[i].tag == "VBD"


def gone_by(tree: Tree, i: int, times: list[TimeExpression]) -> bool:
    """Whether an aim is dated before the article: "went to Oslo in June to meet X", "expects much after Friday's talks"."""
    published = tree.annotation.article.published
    starts = [t.start for t in times if t.start]
    if published is None or not starts or not all(s < published[: len(s)] for s in starts):
        return False
    way = journey(tree, i)
    prep = tree.tokens[tree.tokens[i].head].text.lower() if tree.tokens[i].dep == "pobj" else ""
    named = any(c in tree.times for c in (near(tree, i) if prep in ("after", "following") else ()))
    verb = tree.tokens[tree.tokens[i].head]
    given = tree.tokens[i].dep == "dobj" and (verb.lemma, verb.tag) == ("take", "VBG")  # "taking Monday's talks into account"
    if prep in ("during", "at", "in") and any(c in tree.times for c in tree.kids(i, "npadvmod", "poss", "compound", "nmod")):
        return True  # "his wish, voiced during a meeting last month"
    return given or (named and prep in ("after", "following")) or (way is not None and gone(tree, way))


def gone(tree: Tree, i: int) -> bool:
    """Whether the verb of a journey at ``i`` is in the past or the perfect: "left on Monday to visit Peru", "has left"."""
    return tree.tokens[i].tag == "VBD" or any(tree.tokens[c].lemma == "have" for c in tree.kids(i, "aux"))


def yet_to_come(tree: Tree, i: int, times: list[TimeExpression], journey: bool) -> bool:
    """Whether what is told at ``i`` is dated after the article: "they fly back on Friday"; of a journey also if at present."""
    article = tree.annotation.article
    starts = [t.start for t in times if t.start]
    present = tree.tokens[i].tag in ("VBZ", "VBP") and tree.tokens[i].lemma != "be"
    if journey and present and any(t.span.slice(article.text).lower() in _TO_COME for t in times):
        return True  # "lands in Suva this evening"
    if journey and present and not times and tree.arguments(i).of("from") and tree.arguments(i).of("to"):
        return True  # "from Lisbon she goes to Rome"
    if present and not journey and any(tree.tokens[c].text.lower() == "later" for c in tree.kids(i, "advmod")):
        return True  # "later she meets X"
    if present and any(t.span.slice(article.text).lower().startswith(_LATE) for t in times):
        return True  # "leaves office at the end of the month"
    if starts:
        return article.published is not None and all(s > article.published[: len(s)] for s in starts)
    if any(t.span.slice(article.text).lower().startswith("next") for t in times):
        return True
    return journey and bool(times) and article.published is None and present
