"""Who is told by the office alone and named in the next sentence: "Ghana's foreign minister says so. Ama Mensah was speaking"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, Held, name_parts, plain
from kg.extract.credit import SAYING
from kg.extract.named import join
from kg.extract.relations import SUBJECT
from kg.lexicon import lexicon
from kg.model import Naming, Office, Span

_SPEAKING = frozenset({"speak", "respond", "react", "talk", "write", "reply", "comment", "tweet", "post"}) | SAYING
_BETWEEN = frozenset({"mediator", "negotiator", "facilitator"})
_TOP = 3  # sentences
_SHORT = {
    "fm": "foreign minister",
    "eam": "external affairs minister",
    "pm": "premier",
    "dpm": "deputy premier",
    "dy": "deputy",
    "defense": "defence",
}


def introduce(cast: Cast) -> None:
    """Make one of an unnamed holder of a state's office and who speaks next under a full name told there first, with no office.

    Nobody else may be named in the first sentence.
    """
    for unnamed in [cast.drafts[n] for key, n in cast.by_key.items() if key.startswith("Person/")]:
        if not unnamed.forms or unnamed.state is None or not unnamed.tokens or unnamed.offices:
            continue
        token = max(unnamed.tokens)
        office = office_told(cast, token)
        if office is None:
            continue
        person = named_next(cast, token) or headed(cast, token, office)
        if person is not None:
            person.offices.append(Held(office, [unnamed.state], cast.tree.span_of(token), token))
            person.state = unnamed.state
            unnamed.forms.clear()  # a description from now on
            unnamed.namings[:] = [Naming(n.span, None) for n in unnamed.namings]
            join(cast, person, unnamed)


def introduce_mediator(cast: Cast) -> None:
    """Let "the chief mediator said" at the top stand for who speaks next under a full name told there first, of any office."""
    tree = cast.tree
    for sentence in tree.annotation.sentences[:_TOP]:
        for i in range(sentence.first, sentence.last):
            token = tree.tokens[i]
            if token.lemma not in _BETWEEN or token.tag != "NN" or cast.at.get(i) or tree.tokens[token.head].lemma not in SAYING:
                continue
            definite = any(tree.tokens[c].text.lower() in ("the", "its") for c in tree.kids(i, "det", "poss"))
            person = named_next(cast, i, of_any=True) if definite else None
            if person is not None:
                cast.stand(i, [person.number])


def headed(cast: Cast, token: int, office: Office) -> Draft | None:
    """Whom the headline means by an office of a state: the first one told in the body to hold it, without a state."""
    if cast.tree.tokens[token].start >= cast.tree.annotation.article.body_start:
        return None
    words = office_words(office.title)
    told = [(h.token, d) for d in cast.of_type("Person") for h in d.offices if office_words(h.office.title) == words]
    first = min(told, key=lambda t: t[0], default=None)
    bare = first is not None and first[1].state is None and not any(h.of and not h.guessed for h in first[1].offices)
    return first[1] if first is not None and bare else None


def named_next(cast: Cast, token: int, *, of_any: bool = False) -> Draft | None:
    """Who is named as the speaking subject of the sentence after that of ``token``, for the first time.

    Without any other office, unless that is no matter.
    """
    tree = cast.tree
    sentences = tree.annotation.sentences
    here = sentences[tree.tokens[token].sent]
    if tree.deps[token] not in SUBJECT or here.number + 1 >= len(sentences):
        return None
    if any(d.type == "Person" and d.forms for i in range(here.first, here.last) if i != token for d in cast.who(i)):
        return None
    after = sentences[here.number + 1]
    for i in range(after.first, after.last):
        verb = tree.tokens[tree.tokens[i].head]
        if tree.deps[i] not in SUBJECT or verb.dep != "ROOT":
            continue
        people = [d for d in cast.who(i) if d.type == "Person"] if i in tree.names else []
        if verb.lemma not in _SPEAKING or len(people) != 1:
            return None
        person = people[0]
        new = min(person.tokens) == i and (of_any or (not person.offices and person.state is None))
        return person if new and len(name_parts(tree.names[i].form)) > 1 else None
    return None


def office_told(cast: Cast, token: int) -> Office | None:
    """The office that the noun at ``token`` and the plain words before it tell."""
    tree = cast.tree
    if tree.tokens[token].lemma not in lexicon().office_heads or tree.tokens[token].lemma in lexicon().office_weak:
        return None
    left = [c for c in tree.kids(token, "amod", "compound", "nmod") if c not in cast.at]
    span = Span(tree.tokens[min([token, *left])].start, tree.tokens[token].end)
    return Office(" ".join(span.slice(tree.annotation.article.text).split()), span)


def office_words(title: str) -> set[str]:
    """The telling words of a title, abbreviations written out."""
    words = plain(title).replace("prime minister", "premier")
    words = " ".join(_SHORT.get(w, w) for w in words.split())
    return set(words.split()) - {"of", "the", "for", "to"}
