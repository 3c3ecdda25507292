"""What is commemorated or attended: anniversaries, summits, holidays, wars, told by a common noun."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, plain
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Span, Token

_SPANS_OF_TIME = frozenset({"year", "decade"})
_MARKED = frozenset("mark celebrate commemorate commemoration celebration observe".split())
_COUNTED = frozenset({"of", "since", "after"})
_COMPLETED = frozenset(
    {
        "celebration",
        "commemoration",
        "ceremony",
        "parade",
        "exercise",
        "funeral",
        "inauguration",
        "conference",
        "summit",
        "session",
    }
)


_TAKEN_UP = frozenset("celebration commemoration anniversary festivity festivities observance".split())
_MEETINGS = frozenset("summit conference forum congress exercise funeral inauguration coronation".split())


def read_occasions(cast: Cast) -> None:
    """Fill ``cast`` with the occasions told by a common noun that makes a name ("70th anniversary of the armistice")."""
    tree = cast.tree
    for token in tree.tokens:
        if token.lemma in _SPANS_OF_TIME and token.tag == "NNS" and (span := years_of(tree, token.i)) is not None:
            form = " ".join(span.slice(tree.annotation.article.text).split())
            cast.add(cast.keyed(f"Occasion/{plain(form)}", "Occasion"), token.i, span, form)
            continue
        if token.pos not in ("NOUN", "PROPN") or token.i in cast.at or token.lemma not in lexicon().occasion_heads:
            continue
        span = named_span(tree, token.i)
        if span is None:
            continue
        form = " ".join(span.slice(tree.annotation.article.text).split())
        draft = cast.keyed(settled_key(cast, f"Occasion/{occasion_key(tree, token.i, form)}", form), "Occasion")
        cast.add(draft, token.i, span, form)

    for token in tree.tokens:
        if token.pos == "NOUN" and token.i not in cast.at and (told := taken_up(cast, token)) is not None:
            cast.stand(token.i, [told.number])


def taken_up(cast: Cast, token: Token) -> Draft | None:
    """The occasion told elsewhere that a bare noun means: "its celebrations", "the commemorations", "the summit"."""
    if token.lemma not in _TAKEN_UP | _MEETINGS:
        return None
    tree = cast.tree
    kids = [tree.tokens[c] for c in tree.kids(token.i, "det", "poss", "amod", "compound", "nmod", "nummod", "relcl")]
    if not any(k.dep == "poss" or k.text.lower() == "the" for k in kids) or any(k.dep not in ("det", "poss") for k in kids):
        return None
    wanted = _TAKEN_UP | {"day", "holiday"} if token.lemma in _TAKEN_UP else {token.lemma}
    fit = [d for d in cast.of_type("Occasion") if d.tokens and any(wanted & {*singular(f)} for f in d.forms)]
    if token.lemma in _TAKEN_UP:
        fit = [d for d in fit if any("anniversary" in plain(f) for f in d.forms)] or fit
    before = [d for d in fit if min(d.tokens) < token.i]
    return max(before, key=lambda d: max(t for t in d.tokens if t < token.i)) if before else (fit[0] if len(fit) == 1 else None)


def singular(form: str) -> list[str]:
    """The words of a name, with plurals also in the singular."""
    words = plain(form).split()
    return words + [w.removesuffix("s") for w in words]


def years_of(tree: Tree, i: int) -> Span | None:
    """The name of so many years of or since something, where they are marked ("65 years of ties"); None for any other years."""
    head = tree.tokens[tree.tokens[i].head]
    beside = [c for c in tree.kids(head.i, "prep") if c == i + 1]
    of = [c for c in (*tree.kids(i, "prep"), *beside) if tree.tokens[c].text.lower() in _COUNTED]
    numbers = tree.kids(i, "nummod")
    if not of or not numbers or not ({head.lemma, tree.tokens[head.head].lemma} & _MARKED):
        return None
    inside = [j for j in tree.subtree(of[0]) if tree.tokens[j].i > i]
    last = i
    for j in inside:
        if j - last > 1 or tree.tokens[j].text in (",", "(", "with"):
            break
        last = j
    return Span(tree.tokens[numbers[0]].start, tree.tokens[last].end) if last > i + 1 else None


def occasion_key(tree: Tree, i: int, form: str) -> str:
    """The key of an occasion: of an anniversary, or of the celebrations of one, its number; else its name."""
    words = plain(form).split()
    for j in range(len(words) - 1):
        if words[j][:1].isdigit() and "anniversary" in words[j + 1 : j + 3]:
            return f"{words[j]} anniversary"
    return " ".join(w for w in words if w not in ("the", "celebrations", "celebration", "commemorations", "commemoration", "of"))


def settled_key(cast: Cast, key: str, form: str) -> str:
    """``key``, or a longer one where it is that of the same anniversary of something else: two 70th anniversaries."""
    words = told_of(form)
    if not key.endswith(" anniversary") or not words or key not in cast.by_key:
        return key
    others = [told_of(f) for f in cast.drafts[cast.by_key[key]].forms]
    return f"{key} {' '.join(sorted(words))}" if all(others) and not any(words & o for o in others) else key


def told_of(form: str) -> set[str]:
    """The telling words of what an anniversary is of."""
    return set(plain(form.partition("anniversary of")[2]).split()) - {"the", "of", "and", "its", "end", "founding", "a", "in"}


def named_span(tree: Tree, i: int) -> Span | None:
    """The noun phrase as a name, without its determiner: None where nothing sets it apart from any other summit or parade."""
    token = tree.tokens[i]
    left = tree.kids(i, "amod", "compound", "nmod", "poss", "nummod")
    named = any(tree.tokens[j].pos == "PROPN" or tree.tokens[j].text[:1].isdigit() for c in left for j in tree.subtree(c))
    complement = [j for c in tree.kids(i, "prep") if tree.tokens[c].text.lower() == "of" for j in tree.subtree(c)]
    sure = token.lemma in lexicon().occasion_sure
    if not (named and (sure or token.lemma in _COMPLETED)) and not (complement and (sure or token.lemma in _COMPLETED)):
        return None
    inside = sorted({i, *(j for c in left if tree.tokens[c].dep != "poss" for j in tree.subtree(c)), *complement})
    last = i
    for j in inside:
        if j > i and j - last <= 1:
            last = j
    first = i
    for j in reversed(inside):
        if j < i and first - j <= 1:
            first = j
    for j in range(i + 1, last + 1):
        after = tree.tokens[min(j + 1, last)]
        held_with = tree.tokens[j].text == "with" and after.text in ("a", "an")  # "marked the end of the war with a parade"
        if tree.tokens[j].text == "(" or held_with or (tree.tokens[j].text == "," and after.tag in ("WDT", "WP", "WRB")):
            last = j - 1
            break
    if any(tree.tokens[j].pos == "VERB" for j in range(i, last + 1)):
        verb = next(j for j in range(i, last + 1) if tree.tokens[j].pos == "VERB")
        last = max(i, verb - 1)
    while first < i and tree.tokens[first].pos in ("DET", "PRON", "PUNCT"):
        first += 1
    while last > i and tree.tokens[last].pos in ("DET", "ADP", "PUNCT", "PRON", "CCONJ"):
        last -= 1
    return Span(tree.tokens[first].start, tree.tokens[last].end) if last > i or first < i else None
