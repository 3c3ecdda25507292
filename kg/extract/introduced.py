"""Who is told by the office alone and named in the next sentence: "Ghana's foreign minister says so. Ama Mensah was speaking"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, Held, name_parts
from kg.extract.credit import SAYING
from kg.extract.named import join
from kg.lexicon import lexicon
from kg.model import Naming, Office, Span

_SPEAKING = frozenset({"speak", "respond", "react", "talk", "write", "reply", "comment", "tweet", "post"}) | SAYING
_SUBJECT = ("nsubj", "nsubjpass")


def introduce(cast: Cast) -> None:
    """Make one of an unnamed holder of a state's office and who speaks next under a full name told there first, with no office.

    Nobody else may be named in the first sentence.
    """
    for unnamed in [cast.drafts[n] for key, n in cast.by_key.items() if key.startswith("Person/")]:
        if not unnamed.forms or unnamed.state is None or not unnamed.tokens or unnamed.offices:
            continue
        token = max(unnamed.tokens)
        person = named_next(cast, token)
        if person is not None and (office := office_told(cast, token)) is not None:
            person.offices.append(Held(office, [unnamed.state], cast.tree.span_of(token), token))
            person.state = unnamed.state
            unnamed.forms.clear()  # a description from now on
            unnamed.namings[:] = [Naming(n.span, None) for n in unnamed.namings]
            join(cast, person, unnamed)


def named_next(cast: Cast, token: int) -> Draft | None:
    """Who is named as the speaking subject of the sentence after that of ``token``, for the first time."""
    tree = cast.tree
    sentences = tree.annotation.sentences
    here = sentences[tree.tokens[token].sent]
    if tree.deps[token] not in _SUBJECT or here.number + 1 >= len(sentences):
        return None
    if any(d.type == "Person" and d.forms for i in range(here.first, here.last) if i != token for d in cast.who(i)):
        return None
    after = sentences[here.number + 1]
    for i in range(after.first, after.last):
        verb = tree.tokens[tree.tokens[i].head]
        if tree.deps[i] not in _SUBJECT or verb.dep != "ROOT":
            continue
        people = [d for d in cast.who(i) if d.type == "Person"] if i in tree.names else []
        if verb.lemma not in _SPEAKING or len(people) != 1:
            return None
        person = people[0]
        new = min(person.tokens) == i and not person.offices and person.state is None
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
