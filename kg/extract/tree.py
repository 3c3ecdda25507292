"""The dependency tree of an article as extraction asks about it: arguments of a predicate, coordination, control."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from kg.extract.mend import mended
from kg.extract.relations import OBJECT_CONTROL, PURPOSES, controlling
from kg.model import Annotation, Mention, Span, TimeExpression, Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "csubjpass"})
_PARTICLE = frozenset({"prt", "advmod"})
_PLAIN = {"pobj"}
_BRINGING = frozenset({"prep", "dative", "agent", "advmod", "prt"})
_INHERITING = frozenset({"conj", "xcomp", "advcl", "pcomp", "dep", "acomp", "attr"})
_SUMMONING = frozenset({"summon", "call_in", "haul_in"})
_COMPLAINING = frozenset("protest express convey lodge voice demand deliver condemn register seek complain object".split())
_LEAVING = frozenset({"leave", "depart", "head", "set", "embark"})
_THANKS = frozenset("gratitude thanks thank appreciation praise".split())
_LAUDING = frozenset({"praise", "commend", "applaud", "laud", "hail"})
_LETTERS = frozenset({"letter", "message", "call", "note", "cable", "telegram"})
ADDING = frozenset({"say", "state", "add", "note", "stress", "argue", "warn", "insist", "claim", "emphasize", "emphasise"})
_GIVING = frozenset({"hand", "give"})
_DIRECTIONS = frozenset("back on off onward onwards over home straight directly away down up along forward".split())
_SUPERLATIVE = frozenset({"JJS", "RBS"})
_RANKED = frozenset({"first", "second", "third", "last", "only", "latest", "next"})
_GOALS = frozenset({"to", "into"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CITING = frozenset({"cite", "quote"})
_PARTICLES = frozenset({"in", "out", "over", "off", "aside", "away", "back", "down"})
_DISPUTED = frozenset("deny reject dismiss refute rebut denounce dispute contest call brand label describe".split())
_CHAIN = 6

Words = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a predicate goes with, as token indices: deep subject and object, indirect object, each preposition's."""

    subject: tuple[int, ...] = ()
    object: tuple[int, ...] = ()
    indirect: tuple[int, ...] = ()
    preps: tuple[tuple[str, int], ...] = ()

    def of(self, prep: str) -> tuple[int, ...]:
        """The objects of one preposition."""
        return tuple(i for p, i in self.preps if p == prep) if self.preps else ()


@dataclass(slots=True)
class Tree:
    """Tokens with their children, the names they carry and the times they begin."""

    annotation: Annotation
    children: list[list[int]] = field(default_factory=list)
    names: dict[int, Mention] = field(default_factory=dict)
    inner: dict[int, list[Mention]] = field(default_factory=dict)
    times: dict[int, TimeExpression] = field(default_factory=dict)
    tokens: tuple[Token, ...] = ()
    deps: list[str] = field(default_factory=list)  # the relation of each token, for haste
    relations: list[set[str]] = field(default_factory=list)  # those of each token's children
    called: dict[int, set[str]] = field(default_factory=dict)  # and what it read its object to be called
    beside: dict[tuple[int, int | None], Words] = field(default_factory=dict)  # what kg.extract.wording read before
    _arguments: dict[int, Arguments] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tokens = mended(self.annotation)
        self.deps = [t.dep for t in self.tokens]
        self.children = [[] for _ in self.tokens]
        self.relations = [set() for _ in self.tokens]
        for t in self.tokens:
            if t.head != t.i:
                self.children[t.head].append(t.i)
                self.relations[t.head].add(t.dep)
        for m in self.annotation.mentions:
            if m.inner:
                self.inner.setdefault(m.token, []).append(m)
            else:
                self.names[m.token] = m
        for time in self.annotation.times:
            for i in range(time.first, time.last):
                self.times.setdefault(i, time)

    def kids(self, i: int, *deps: str) -> list[int]:
        """The children of ``i`` with one of these relations."""
        if self.relations[i].isdisjoint(deps):
            return []
        own = self.deps
        return [c for c in self.children[i] if own[c] in deps]

    def subtree(self, i: int) -> list[int]:
        """All tokens below ``i`` with itself, in order."""
        return self.below(i)

    def span(self, i: int, without: frozenset[int] = frozenset()) -> Span:
        """The characters from the first to the last token below ``i``, leaving out the subtrees of ``without``."""
        inside = self.below(i, without)
        return Span(self.tokens[inside[0]].start, self.tokens[inside[-1]].end)

    def span_of(self, i: int) -> Span:
        """The characters of the token at ``i`` alone."""
        return Span(self.tokens[i].start, self.tokens[i].end)

    def below(self, i: int, without: Collection[int] = frozenset()) -> list[int]:
        """The tokens below ``i`` in order, leaving out the subtrees of ``without``."""
        if not self.children[i]:
            return [i]
        out = [i]
        for j in out:  # grows while it is read
            out += [c for c in self.children[j] if c not in without]
        return sorted(out)

    def conjuncts(self, i: int) -> list[int]:
        """``i`` and all that is coordinated with it."""
        out = [i]
        for c in self.kids(i, "conj") if "conj" in self.relations[i] else ():
            if self.tokens[c].pos not in ("VERB", "AUX") or self.tokens[i].pos in ("VERB", "AUX"):
                out += self.conjuncts(c)
        return out

    def is_passive(self, i: int) -> bool:
        """Whether the verb at ``i`` is passive; not so in a sentence read as a name with participles."""
        token, head = self.tokens[i], self.tokens[self.tokens[i].head]
        if self.kids(i, "nsubjpass", "auxpass", "agent", "csubjpass"):
            return True
        if token.lemma == "tell" and token.dep == "conj" and self.kids(head.i, "auxpass"):  # "was called in and told"
            return not self.kids(i, "dobj", "dative", *_SUBJECTS)
        if token.lemma in _GIVING and token.tag == "VBD" and token.dep == "conj" and self.kids(head.i, "auxpass"):
            return bool(self.kids(i, "dobj")) and not self.kids(
                i, "dative", "prt", *_SUBJECTS
            )  # "was summoned and handed a note"
        if token.tag != "VBN" or self.kids(i, "aux", *_SUBJECTS):
            return False
        if token.dep == "acl" and head.dep == "ROOT" and head.pos == "PROPN":
            return False
        return token.dep in ("acl", "amod") or (token.dep == "conj" and bool(self.kids(token.head, "auxpass")))

    def is_ranked(self, i: int) -> bool:
        """Whether the noun at ``i`` ranks the subject by what it does: "the first envoy to visit Oslo", "the most senior one"."""
        kids = self.kids(i, "amod", "compound") if self.tokens[i].dep in ("attr", "appos") else []
        return any(
            self.tokens[k].text.lower() in _RANKED or self.tokens[k].tag in _SUPERLATIVE
            for c in kids
            for k in (c, *self.children[c])
        )

    def lemma(self, i: int) -> str:
        """The lemma at ``i``, with its verb particle ("hand over" as ``hand_over``)."""
        token = self.tokens[i]
        if self.relations[i].isdisjoint(_PARTICLE):
            return token.lemma
        particle = self.kids(i, "prt") or [c for c in self.kids(i, "advmod") if c == i + 1 and self.tokens[c].lemma in _PARTICLES]
        return f"{token.lemma}_{self.tokens[particle[0]].lemma}" if particle else token.lemma

    def arguments(self, i: int) -> Arguments:
        """The arguments of the predicate at ``i``, those it shares with other predicates included."""
        if i not in self._arguments:
            self._arguments[i] = self._nominal(i) if self.tokens[i].pos in ("NOUN", "PROPN") else self._verbal(i, _CHAIN)
        return self._arguments[i]

    def _nominal(self, i: int) -> Arguments:
        """Arguments of a noun: possessor as subject, compounds and adjectives as indirect, prepositions."""
        poss = [j for c in self.kids(i, "poss") for j in (*self.beside_owner(i, c), *self.conjuncts(c))]
        compound = [j for c in self.kids(i, "compound", "amod", "nmod") for j in self.conjuncts(c)]
        token, preps = self.tokens[i], tuple(self.prepositions(i))
        if not preps and token.dep == "conj":  # "voiced concern and alarm over the raids"
            preps = tuple((p, j) for p, j in self.prepositions(token.head) if j > i)
        return Arguments(tuple(poss), (), tuple(compound), preps)

    def beside_owner(self, i: int, owner: int) -> list[int]:
        """The first of two owners where the parser coordinates it with what they own: "Berg and Hart's meeting"."""
        first = owner - 2
        return [first] if self.tokens[i].dep == "conj" and self.tokens[i].head == first and first in self.names else []

    def _verbal(self, i: int, depth: int) -> Arguments:
        passive = self.is_passive(i)
        subjects = [j for c in self.kids(i, *_SUBJECTS) for j in self.conjuncts(c)]
        patients = [j for c in self.kids(i, *_PASSIVE) for j in self.conjuncts(c)]
        by = self.kids(i, "agent") if passive else []
        agents = [j for a in by for p in self.kids(a, "pobj") for j in self.conjuncts(p)]
        objects = [j for c in self.kids(i, "dobj", "obj") for j in self.conjuncts(c)]
        if not objects and not passive:
            objects = self.shared_object(i)
        if not objects and subjects and self.tokens[i].dep == "relcl" and self.tokens[i].lemma in _DISPUTED:
            objects = [self.tokens[i].head]  # "a charge that Oslo denies"
        if self.leaves_for(i):
            subjects, patients = self.surface(self.tokens[i].head, depth - 1), []
        indirect = [j for c in self.kids(i, "dative", "iobj") for j in self.conjuncts(c) if self.tokens[c].pos != "ADP"]
        if not subjects and not patients:
            inherited = self._shared_subject(i, depth)
            patients, subjects = (inherited, []) if passive else ([], inherited)
        subjects = [k for j in subjects for k in self.antecedent(j)]
        patients = [k for j in patients for k in self.antecedent(j)]
        objects = [k for j in objects for k in self.antecedent(j)]
        preps = tuple((p, k) for p, j in self.prepositions(i) for k in self.antecedent(j))
        preps += tuple(("for", j) for c in self.kids(i, "advcl") if self.leaves_for(c) for j in self.kids(c, "nsubj"))
        if passive:
            if objects and all(self.tokens[j].text.lower() in ("it", "there") for j in patients):  # "it was signed the protocol"
                patients = []
            return Arguments(tuple(agents), tuple(patients or objects), tuple(indirect), preps)
        return Arguments(tuple(subjects), tuple(objects), tuple(indirect), preps)

    def shared_object(self, i: int) -> list[int]:
        """The object of the next verb, where two stand side by side before it: "condemns and rejects the act"."""
        for c in self.kids(i, "conj"):
            between = [t for t in self.tokens[i + 1 : c] if t.dep not in ("cc", "advmod", "punct")]
            told = {self.tokens[k].dep for k in self.children[i]} & {"ccomp", "xcomp", "prep", "acomp", "attr", "oprd", "prt"}
            if not between and not told and self.tokens[c].tag == self.tokens[i].tag and not self.kids(c, *_SUBJECTS):
                return [j for o in self.kids(c, "dobj") for j in self.conjuncts(o)]
        return []

    def leaves_for(self, i: int) -> bool:
        """Whether the parser took where one leaves for as the subject of the purpose: "left for X to attend"."""
        token = self.tokens[i]
        return (
            token.dep == "advcl"
            and self.tokens[token.head].lemma in _LEAVING
            and any(self.tokens[c].text.lower() == "for" for c in self.kids(i, "mark"))
        )

    def _shared_subject(self, i: int, depth: int) -> list[int]:
        """The surface subject that the verb at ``i`` has from its governor: by control, coordination, participles."""
        token = self.tokens[i]
        if depth == 0 or token.head == i:
            return []
        head = self.tokens[token.head]
        if token.dep in ("acl", "relcl"):
            if (
                head.pos == "PROPN" and token.tag == "VB" and self.kids(i, "aux")
            ):  # "left for Oslo to attend": a purpose, not a clause on Oslo
                return self.surface(self.verb_above(head.i), depth - 1)
            if token.tag == "VB" and self.is_ranked(head.i):
                over = head.head if head.dep == "attr" else self.verb_above(head.i)
                return self.surface(over, depth - 1)  # "was the first envoy to visit Oslo"
            if head.lemma in PURPOSES and token.tag == "VB" and self.kids(i, "aux"):  # "Norway's plan to send rice"
                return self.surface(head.i, depth - 1)
            return [head.i] if head.pos in ("NOUN", "PROPN", "PRON") else []
        if token.dep == "amod" and token.pos == "VERB":
            return [head.i]
        if token.dep == "advcl" and token.tag == "VBG" and (senders := self.written_by(token, head)):
            return senders
        if token.dep == "advcl" and token.tag == "VBG" and self.is_passive(head.i) and token.i - 1 in self.kids(head.i, "dobj"):
            return [token.i - 1]  # "was handed a note saying"
        if token.dep in _INHERITING:
            return self.shared(token, head, depth)
        if head.pos == "ADP" and token.dep == "pcomp":
            return self.surface(self.verb_above(head.i), depth - 1)
        return []

    def shared(self, token: Token, head: Token, depth: int) -> list[int]:
        """The subject of ``token`` below ``head``: the head's object under object control, else the head's own subject."""
        if head.pos == "ADP":
            if owners := self.kids(head.head, "poss"):  # "praised Norway's role in hosting talks"
                return owners
            if head.text == "for" and (thanked := self.thanked(head.head)) is not None:
                return thanked
            above = self.verb_above(head.i)
            if head.text == "in" and self.tokens[above].lemma in _LAUDING and not self.is_passive(above):
                lauded = [j for c in self.kids(above, "dobj") for j in self.conjuncts(c)]
                return [j for o in lauded for p, j in self.prepositions(o) if p == "of"] or lauded
            if self.tokens[above].lemma in _CITING and not self.is_passive(above):
                return [j for c in self.kids(above, "dobj") for j in self.conjuncts(c)]
            if self.tokens[above].lemma in controlling(head.text.lower()) and not self.is_passive(above):
                objects = [j for c in self.kids(above, "dobj") for j in self.conjuncts(c)]
                if objects:  # "accused the army of shelling the town"
                    return objects
            return self.surface(above, depth - 1) if above != token.i else []
        if head.pos in ("NOUN", "PROPN") and token.dep in ("conj", "advcl", "dep"):
            return []
        if token.tag == "VB" and token.lemma in _COMPLAINING and self.is_passive(head.i) and self.lemma(head.i) in _SUMMONING:
            return [j for a in self.kids(head.i, "agent") for j in self.kids(a, "pobj")]  # "was summoned by Oslo to protest"
        if token.dep == "advcl" and token.lemma in ADDING and head.dep == "xcomp" and self.tokens[token.i - 1].text == ",":
            return self.surface(head.head, depth - 1)  # "urged Oslo to yield, adding that it had lost"
        cited = head.lemma in _CITING and token.tag == "VB" and token.dep == "advcl"  # "cited the ministry to state that"
        if (cited or (token.dep == "xcomp" and head.lemma in OBJECT_CONTROL)) and not self.is_passive(head.i):
            objects = [j for c in self.kids(head.i, "dobj", "dative") for j in self.conjuncts(c)]
            if objects:
                return objects
        return self.surface(head.i, depth - 1)

    def written_by(self, token: Token, head: Token) -> list[int]:
        """Who says what the participle behind a letter received tells: "got a letter from the king, voicing his regret"."""
        if head.lemma not in ("receive", "get") or self.tokens[token.i - 1].text != ",":
            return []
        letters = [c for c in self.kids(head.i, "dobj") if self.tokens[c].lemma in _LETTERS]
        return [j for c in (*letters, *([head.i] if letters else [])) for p, j in self.prepositions(c) if p == "from"]

    def thanked(self, i: int) -> list[int] | None:
        """Whom thanks at the noun or verb ``i`` go to: "voiced thanks to Norway for hosting them"; None where none are told."""
        nouns = [i, *self.kids(i, "dobj")]
        if not any(self.tokens[n].lemma in _THANKS and self.tokens[n].pos == "NOUN" for n in nouns):
            return None
        return [j for n in dict.fromkeys((*nouns, self.verb_above(i))) for p, j in self.prepositions(n) if p == "to"]

    def surface(self, i: int, depth: int) -> list[int]:
        """The surface subject of the predicate at ``i``, its own or a shared one."""
        own = [j for c in self.kids(i, *_SUBJECTS, *_PASSIVE) for j in self.conjuncts(c)]
        if own:
            return [k for j in own for k in self.antecedent(j)]
        if self.tokens[i].pos in ("NOUN", "PROPN"):
            poss = self.kids(i, "poss")
            return poss or self.support_subject(i, depth)
        return self._shared_subject(i, depth)

    def support_subject(self, i: int, depth: int = _CHAIN) -> list[int]:
        """The subject of the verb that the noun at ``i`` is the object of."""
        head = self.tokens[i].head
        if depth > 0 and self.tokens[i].dep in ("dobj", "attr", "pobj") and head != i:
            verb = head if self.tokens[head].pos in ("VERB", "AUX") else self.tokens[head].head
            if self.tokens[verb].pos in ("VERB", "AUX") and verb != i:
                return list(self.surface(verb, depth - 1))
        return []

    def where_head(self, i: int) -> list[int]:
        """The place that a "where" clause with the predicate at ``i`` describes."""
        verb = i if self.tokens[i].pos in ("VERB", "AUX") else self.verb_above(i)
        where = any(self.tokens[c].lemma == "where" for c in self.kids(verb, "advmod"))
        return [self.tokens[verb].head] if where and self.tokens[verb].dep in ("relcl", "advcl") else []

    def antecedent(self, i: int) -> list[int]:
        """What a relative pronoun at ``i`` stands for; ``i`` itself for anything else."""
        token = self.tokens[i]
        cleft = token.lemma == "that" and self.tokens[token.head].dep == "relcl"  # "it was Norway, not Chile, that protested"
        if token.lemma in _RELATIVE and (token.tag in ("WP", "WDT") or cleft):
            verb = self.verb_above(i)
            for _ in range(_CHAIN):
                if self.tokens[verb].dep in ("relcl", "acl"):
                    if both := self.both_before(verb):
                        return both
                    return [self.thing_above(self.tokens[verb].head) if token.lemma == "which" else self.tokens[verb].head]
                if self.tokens[verb].dep == "advcl" and token.dep == "pobj" and i > 2 and self.tokens[i - 2].text == ",":
                    return [i - 3]  # "was received by X, to whom he said"
                if self.tokens[verb].dep not in ("conj", "ccomp", "xcomp") or self.tokens[verb].head == verb:
                    break
                verb = self.tokens[verb].head
        return [i]

    def both_before(self, verb: int) -> list[int]:
        """The two whom "who are" takes up where the parser hangs it on the second: "the king and the queen, who are in Oslo"."""
        name = self.tokens[self.tokens[verb].head]
        second = self.tokens[name.head] if name.dep == "appos" else name  # "and his wife, Y, who are"
        plural = {self.tokens[c].text.lower() for c in (verb, *self.kids(verb, "aux"))} & {"are", "were", "have"}
        named = any(c in self.names for c in (name.i, *self.kids(name.i, "appos")))
        pair = plural and named and second.dep == "conj" and self.tokens[second.head].dep != "conj"
        return [second.head, name.i] if pair and second.head in self.names else []

    def whose(self, i: int) -> list[int]:
        """Whom "whose" at ``i`` takes up: the head of its clause; nothing for any other word."""
        verb = self.verb_above(i)
        return [self.tokens[verb].head] if self.tokens[i].text.lower() == "whose" and self.tokens[verb].dep == "relcl" else []

    def thing_above(self, i: int) -> int:
        """``i``, or above a person's name the noun that is no person: "a team led by X, which arrived" tells of the team."""
        j = i
        while j in self.names and self.names[j].type == "Person" and self.tokens[j].head != j:
            j = self.tokens[j].head
            while self.tokens[j].pos not in ("NOUN", "PROPN") and self.tokens[j].head != j:
                j = self.tokens[j].head
        return j if self.tokens[j].pos in ("NOUN", "PROPN") else i

    def verb_above(self, i: int) -> int:
        """The nearest verb above ``i``, or the root."""
        j = self.tokens[i].head
        while self.tokens[j].pos not in ("VERB", "AUX") and self.tokens[j].head != j:
            j = self.tokens[j].head
        return j

    def prepositions(self, i: int) -> Iterator[tuple[str, int]]:
        """(preposition, object) of all prepositions at ``i``, coordinated objects included; "on behalf of" as its last word."""
        if self.relations[i].isdisjoint(_BRINGING):
            return
        for c in self.children[i]:
            token = self.tokens[c]
            if token.dep in ("prep", "dative", "agent") and token.pos in ("ADP", "SCONJ", "VERB", "ADV"):
                yield from self.prepositional(c)
            elif token.dep in ("advmod", "prt") and token.lemma in _DIRECTIONS:  # "flew back to Oslo", "went on to Lima"
                for inner in self.kids(c, "prep"):
                    yield from self.prepositional(inner)

    def prepositional(self, c: int) -> Iterator[tuple[str, int]]:
        """(preposition, object) pairs of the preposition at ``c``."""
        lemma = self.tokens[c].text.lower()
        for o in self.kids(c, "pobj"):
            for j in self.conjuncts(o):
                yield lemma, j
        if self.relations[c] == _PLAIN:
            return
        for o in self.kids(c, "pcomp"):
            if self.tokens[o].pos in ("NOUN", "PROPN"):
                yield lemma, o
        for inner in self.kids(c, "prep"):
            for _, j in self.prepositional(inner):
                way = self.tokens[inner].text.lower()
                yield (way if lemma in _DIRECTIONS and way in _GOALS else f"{lemma} {way}"), j  # "travelled on to Lima"
        for other in self.kids(c, "conj"):
            yield from self.prepositional(other)
