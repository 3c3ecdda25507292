"""Pronouns to drafts: "he", "her", "it", "they", by what stands near before them and how."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft
from kg.extract.disjoint import DOINGS, SPEAKING, behind_body, by_the_way, coarguments
from kg.extract.pairs import pair
from kg.extract.relations import SUBJECT
from kg.extract.stretches import speaks_of_others
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Token

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_TELLING = frozenset("say announce declare confirm add tell report state".split())
_CLAIMING = frozenset({"claim", "allege", "insist", "maintain", "warn", "deny"})
_SHEETS = frozenset("statement resolution declaration letter message communique communiqué note document text post video".split())
_WORDS = frozenset("claim announcement statement assertion reiteration pledge promise denial insistence vow".split())
_IT = frozenset({"it", "its", "itself"})
ONES = frozenset({"one", "another"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_CLAUSE = 15  # words from a letter to the verb of what it says
_LETTERS = frozenset({"letter", "message", "note", "telegram", "cable"})
_TOGETHER = frozenset("meet discuss exchange agree sign speak talk review hold share confer".split())
_PARTY = 4  # sentences that "they" look back over for who is on the way
_TRAVELLING = frozenset("fly arrive travel land depart leave head return drive sail".split())
_NEVER = -1000
_OWN = 10  # how much more likely the subject of its own clause is what "its" means
_SOURCE = 40  # how much more likely the outlet that a report is by is what "it said" means
_CARRIERS = frozenset("plane aircraft jet motorcade convoy train flight car helicopter tour trip visit".split())
_GREETING = frozenset({"welcome", "greet", "receive", "accompany"})
_JOURNEYS = frozenset("arrival departure return visit trip stay tour".split())
_WHILE = frozenset("on upon during after before following at since".split())
_FRONTED = frozenset("in during at on before after following throughout".split())
_PRINCIPALS = frozenset(
    "executive president minister premier leader king queen chancellor ruler monarch chairman governor".split()
)


def pronoun(cast: Cast, token: Token, low: str) -> None:
    """Resolve a personal pronoun to the likeliest draft before it."""
    if low in ONES:  # "said one, farmer Berg"
        cast.stand(token.i, [d.number for c in cast.tree.kids(token.i, "appos") for d in cast.who(c) if d.type == "Person"])
        return
    beside = coordinated_owner(cast, token)
    if beside and low in _IT | _THEY:
        cast.stand(token.i, beside)
        return
    if low in _REFLEXIVE and (own := own_subject(cast, token)):
        cast.stand(token.i, own)
        return
    if token.dep == "dobj" and (addressed := handed(cast, token) or written_to(cast, token) or turned_to(cast, token, low)):
        cast.stand(token.i, addressed)
        return
    if low in _HE | _SHE:
        he(cast, token, low in _SHE)
    elif low in _IT:
        take(cast, token, nearest_thing(cast, token))
    elif low in _THEY:
        travels = token.dep in SUBJECT and cast.tree.tokens[token.head].lemma in _TRAVELLING
        cast.stand(token.i, travellers(cast, token) if travels else plural_before(cast, token))


def take(cast: Cast, token: Token, found: Draft | None) -> None:
    """Let a pronoun stand for a draft, or for those for whom it speaks."""
    if found is not None and found.ghost is not None:
        found.tokens.append(token.i)
        cast.stand(token.i, found.ghost)
    elif found is not None:
        cast.stand(token.i, [found.number])


def he(cast: Cast, token: Token, female: bool) -> None:
    """Resolve "he", "him", "her" to the person likeliest meant, who so is a man or a woman."""
    if of_nobody(cast, token):
        return
    if (body := behind_body(cast, token)) is not None:
        cast.stand(token.i, body)
        return
    found = going_on(cast, token, female) or of_clause(cast, token, female) or nearest(cast, token, "Person", female=female)
    take(cast, token, found)
    if found is not None and found.ghost is None and found.female is None:
        found.female = female


def going_on(cast: Cast, token: Token, female: bool) -> Draft | None:
    """Whom "he" means who "also" does what somebody was told to do: "Silva will meet Berg, her aide said. She will also meet"."""
    tree = cast.tree
    verb = token.head
    if token.dep not in SUBJECT or token.sent == 0 or not any(tree.tokens[c].text == "also" for c in tree.kids(verb, "advmod")):
        return None
    before = tree.annotation.sentences[token.sent - 1]
    ahead = any(tree.tokens[c].lemma == "will" for c in tree.kids(verb, "aux"))
    for i in range(before.last - 1, before.first - 1, -1):
        alike = tree.tokens[i].lemma == tree.tokens[verb].lemma or (ahead and tree.tokens[i].tag == "VB")
        if not alike or ahead != any(tree.tokens[c].lemma == "will" for c in tree.kids(i, "aux")):
            continue
        told = [d for c in tree.kids(i, *SUBJECT) for d in cast.who(c)]
        if len(told) == 1 and told[0].type == "Person" and told[0].female in (None, female):
            return told[0]
    return None


def of_nobody(cast: Cast, token: Token) -> bool:
    """Whether "he" is who speaks above it and is not named: "the chief executive told his guests that he was willing"."""
    tree = cast.tree
    clause = tree.tokens[tree.verb_above(token.i)]
    over = tree.tokens[clause.head]
    if token.dep not in SUBJECT or clause.dep not in ("ccomp", "relcl", "acl") or over.i >= clause.i:
        return False
    verb = over.i if over.pos in ("VERB", "AUX") else tree.verb_above(over.i)
    heads = [t for t in tree.kids(verb, "nsubj") if tree.tokens[t].lemma in _PRINCIPALS and tree.tokens[t].tag in ("NN", "NNP")]
    return tree.tokens[verb].lemma in SPEAKING and any(not cast.who(t) for t in heads)


def own_subject(cast: Cast, token: Token) -> list[int]:
    """Whom "himself" means: the subject of its verb."""
    subjects = cast.tree.arguments(cast.tree.verb_above(token.i)).subject
    return list(dict.fromkeys(d.number for t in subjects if t != token.i for d in cast.who(t)))


def turned_to(cast: Cast, token: Token, low: str) -> list[int]:
    """Whom "him" means in why one turns to somebody: "wrote to the king to thank him", "rang her to congratulate her"."""
    tree = cast.tree
    why = tree.tokens[token.head]
    if why.dep not in ("advcl", "xcomp") or why.tag != "VB" or low not in _HE | _SHE:
        return []
    args = tree.arguments(why.head)
    whom = [d for t in (*args.object, *args.of("to"), *args.of("with")) if t < token.i for d in cast.who(t) if d.type == "Person"]
    whom = [d for d in whom if d.female is None or d.female == (low in _SHE)]
    return [whom[0].number] if len(whom) == 1 else []


def handed(cast: Cast, token: Token) -> list[int]:
    """Whom "him" means in what a letter does that somebody is given: "gave him a letter inviting him to Lima"."""
    tree = cast.tree
    verb = tree.tokens[token.head]
    if verb.dep != "acl" or verb.tag != "VBG" or tree.tokens[verb.head].lemma not in _LETTERS:
        return []
    args = tree.arguments(tree.verb_above(verb.head))
    given = [d for t in (*args.indirect, *args.of("to")) if t < token.i for d in cast.who(t) if d.type == "Person"]
    return [given[0].number] if len(given) == 1 else []


def written_to(cast: Cast, token: Token) -> list[int]:
    """Whom "him" means in what a letter says: its addressee ("a letter to the king, in which Berg congratulates him")."""
    tree = cast.tree
    clause = next((p for p, j in tree.prepositions(token.head) if p == "in" and tree.tokens[j].text == "which"), None)
    told = range(max(token.head - _CLAUSE, 0), token.head) if clause is not None else ()
    letter = next((k for k in reversed(told) if tree.tokens[k].lemma in _LETTERS), token.head)
    near = [j for k in range(letter, token.head) if tree.tokens[k].text == "to" for j in tree.kids(k, "pobj")]
    return [d.number for j in near for d in cast.who(j) if d.type == "Person"][:1]


def coordinated_owner(cast: Cast, token: Token) -> list[int]:
    """Whom "its" means in "the committee and its government": the body's state, else what it is coordinated with.

    In "Peru's plan and its role" that is whose the first is.
    """
    head = cast.tree.tokens[token.head]
    if token.tag != "PRP$" or head.dep != "conj":
        return []
    first = [d for d in cast.who(head.head) if d.type in ("State", "Organization", "Delegation")]
    owners = [d.number for c in cast.tree.kids(head.head, "poss") for d in cast.who(c) if d.type == "State"]
    return [d.state if d.state is not None else d.number for d in first] or owners


def nearest(cast: Cast, token: Token, type_: str, female: bool | None = None) -> Draft | None:
    """The draft of a type that is nearest before ``token``, subjects of this sentence or the last first."""
    best: tuple[int, Draft] | None = None
    at = -1
    if (owner := subject_to_come(cast, token, type_, female)) is not None:
        return owner
    barred = {d.number for t in coarguments(cast.tree, token) for d in cast.who(t)} | speaks_of_others(cast, token)
    for draft in cast.drafts:
        if (
            draft.number in barred
            or draft.type != type_
            or (female is not None and draft.female is not None and draft.female != female)
        ):
            continue
        for i in draft.tokens:
            if i >= token.i or token.sent - cast.tree.tokens[i].sent > 3:
                continue
            score = salience(cast.tree, i, token) + (4 if female is not None and draft.female == female else 0)
            if score > _NEVER // 2 and (best is None or score > best[0] or (score == best[0] and i != at)):
                best, at = (score, draft), i  # of two told by one word ("the ministers") the first
    return best[1] if best else None


def of_clause(cast: Cast, token: Token, female: bool) -> Draft | None:
    """Whose journey "on his arrival" is in what is said: that of the subject, "Hart said Berg was held on his arrival"."""
    tree = cast.tree
    noun = tree.tokens[token.head]
    if token.tag != "PRP$" or noun.lemma not in _JOURNEYS or tree.tokens[noun.head].text.lower() not in _WHILE:
        return None
    verb = tree.tokens[tree.verb_above(token.i)]
    if verb.dep != "ccomp":
        return None
    told = [d for s in tree.kids(verb.i, *SUBJECT) if s < token.i for d in cast.who(s)]
    return told[0] if len(told) == 1 and told[0].type == "Person" and told[0].female in (None, female) else None


def salience(tree: Tree, i: int, token: Token) -> int:
    """How much the mention at ``i`` suggests itself to a pronoun: by nearness in sentences, then grammar, then words."""
    told = tree.tokens[i]
    top = i
    while tree.tokens[top].dep in ("conj", "appos") and tree.tokens[top].head != top:
        top = tree.tokens[top].head
    if by_the_way(tree, top, token):
        return _NEVER
    gap = token.sent - told.sent
    over = tree.tokens[tree.tokens[top].head]
    carried = tree.tokens[top].dep == "poss" and over.dep in SUBJECT and over.lemma in _CARRIERS  # "Berg's plane landed. He"
    if carried and gap == 1:
        return 4
    if (
        tree.tokens[top].dep == "poss" and over.dep in (*SUBJECT, "attr") and token.sent == told.sent
    ):  # "Berg's tour took him to Lima"
        return 30 - min(token.i - i, 60) // 6
    role = {"nsubj": 40, "nsubjpass": 36, "ROOT": 30, "dobj": 18, "agent": 16, "poss": 6}.get(tree.tokens[top].dep, 8)
    if tree.tokens[top].dep in SUBJECT and tree.tokens[tree.tokens[top].head].dep == "ROOT":
        role += 6
    elif told.tag == "PRP" and told.dep == "dobj" and over.dep == "ROOT" and over.lemma in _GREETING:
        role = 50  # "Mayor Berg welcomed him. He will leave for Lima"
    elif over.dep == "dative" and gap == 1:
        role = 34  # "The guard gave a salute to Berg. He"
    elif over.dep == "relcl" and token.head != over.i and tree.tokens[token.head].dep != "conj":
        role -= 6  # "X began in Oslo, where Y met him; then he flew on"
    if not gap and token.dep not in SUBJECT and tree.tokens[top].dep == "pobj":
        role += 14
    return role - 26 * gap - min(token.i - i, 60) // 6


def honoured(tree: Tree, i: int) -> bool:
    """Whether something is given for those at ``i``: "a dinner in honour of Berg and his delegation"."""
    over = tree.tokens[tree.tokens[i].head]
    return tree.tokens[i].dep == "pobj" and over.text.lower() == "of" and tree.tokens[over.head].lemma in ("honour", "honor")


def subject_to_come(cast: Cast, token: Token, type_: str, female: bool | None) -> Draft | None:
    """Whom "his" means at the head of a sentence whose subject is named after it: "In his talks with X, Smith said"."""
    tree = cast.tree
    noun = tree.tokens[token.head]
    prep = tree.tokens[noun.head]
    part = noun.lemma == "part" and prep.text.lower() == "for"  # "For his part, X said"
    doing = noun.lemma in DOINGS and prep.text.lower() in _FRONTED
    if token.tag != "PRP$" or noun.dep != "pobj" or not (doing or part):
        return None
    if prep.head < noun.i or prep.i > tree.annotation.sentences[token.sent].first + 1:
        return None
    told = [d for s in tree.kids(prep.head, *SUBJECT) if s > token.i for d in cast.who(s)]
    beside = {d.number for _, j in tree.prepositions(noun.i) for d in cast.who(j)}
    fit = [d for d in told if d.type == type_ and d.number not in beside and d.female in (None, female)]
    return fit[0] if len(told) == 1 and fit else None


def whose_minister(cast: Cast, token: Token) -> Draft | None:
    """The state that "it" means in what its own minister says: "Peru's trade minister X announced that it had signed"."""
    tree = cast.tree
    verb = tree.tokens[token.head]
    if token.dep not in SUBJECT or verb.dep != "ccomp" or tree.tokens[verb.head].lemma not in _TELLING:
        return None
    speakers = [t for t in tree.kids(verb.head, "nsubj") if t < token.i and t in tree.names]
    people = [d for t in speakers for d in cast.who(t) if d.type == "Person"]
    between = [d for t in speakers for i in range(t + 1, token.i) for d in cast.who(i) if d.type in ("State", "Organization")]
    told = {s.state for m in (tree.inner.get(t, []) for t in speakers) for s in m if s.type == "State"}
    states = [d for d in cast.of_type("State") if d.known in told]
    return states[0] if len(people) == 1 and len(states) == 1 and not between else None


def told_by(tree: Tree, token: Token) -> int | None:
    """Who tells of "it" by a participle or a noun: "a border force claiming that it had fired", "Peru's claim that it had"."""
    verb = tree.tokens[token.head]
    over = tree.tokens[verb.head]
    if token.dep in SUBJECT and verb.dep in ("acl", "ccomp") and over.lemma in _WORDS and over.pos == "NOUN":
        return next(iter(tree.kids(over.i, "poss")), None)
    told = token.dep in SUBJECT and verb.dep == "ccomp" and over.dep == "acl" and over.tag == "VBG"
    told = told and tree.tokens[over.head].lemma not in _SHEETS  # "a resolution saying it deplored": who adopted that
    return over.head if told and over.lemma in _TELLING | _CLAIMING else None


def nearest_thing(cast: Cast, token: Token) -> Draft | None:
    """The state, body or delegation that "it" or "its" means: a subject near before it."""
    best: tuple[int, Draft] | None = None
    if (own_side := whose_minister(cast, token)) is not None:
        return own_side
    if (teller := told_by(cast.tree, token)) is not None:
        return next((d for d in cast.who(teller) if d.type in ("State", "Organization", "Delegation")), None)
    said = [c for c in cast.tree.kids(token.head, "ccomp") if c < token.i and token.dep in SUBJECT]
    told = [i for c in said for i in cast.tree.below(c)]  # nobody in what "it" says is "it"
    barred = {d.number for t in (*coarguments(cast.tree, token), *told) for d in cast.who(t)}
    own = cast.tree.arguments(cast.tree.verb_above(token.i)).subject if token.tag == "PRP$" else ()
    for draft in cast.drafts:
        if (
            draft.type not in ("State", "Organization", "Delegation")
            or draft.number in barred
            or (said and draft.type == "Delegation")
        ):
            continue
        for i in draft.tokens:
            if i >= token.i or token.sent - cast.tree.tokens[i].sent > 2:
                continue
            if cast.tree.tokens[i].dep in ("amod", "compound", "nmod"):
                continue
            score = salience(cast.tree, i, token) + (_OWN if i in own else 0)  # "after Kyiv launched its attack"
            score += _SOURCE if said and draft.kind == "Outlet" and cast.tree.tokens[i].dep == "pobj" else 0
            if best is None or score >= best[0]:
                best = (score, draft)
    return best[1] if best and best[0] > -20 else None


def travellers(cast: Cast, token: Token) -> list[int]:
    """Of "they" who travel: the last few people told together as a subject before; states and bodies stay where they are."""
    first = cast.tree.annotation.sentences[max(0, token.sent - _PARTY)].first
    for i in range(token.i - 1, first - 1, -1):
        if cast.tree.tokens[i].dep in SUBJECT or honoured(cast.tree, i):
            company = [j for p, j in cast.tree.prepositions(cast.tree.tokens[i].head) if p == "with"]
            told = [d for j in (*cast.tree.conjuncts(i), *company) for d in cast.who(j) if d.type in ("Person", "Delegation")]
            if len(told) >= 2 or any(d.type == "Delegation" for d in told):
                return [d.number for d in told]
    return []


def others_at_hand(cast: Cast, token: Token) -> bool:
    """Whether "them" may be people of its own sentence of whom no name tells: "met the envoys and gave them a week"."""
    if token.text.lower() != "them":
        return False
    here = range(cast.tree.annotation.sentences[token.sent].first, token.i)
    people = lexicon().people | lexicon().office_heads
    return any(cast.tree.tokens[i].tag == "NNS" and cast.tree.tokens[i].lemma in people and not cast.who(i) for i in here)


def plural_before(cast: Cast, token: Token) -> list[int]:
    """The coordinated or plural subject that "they" takes up: of this sentence before it, or the last.

    In "the work of the delegation during their visit" it is the delegation.
    """
    noun = cast.tree.tokens[token.head]
    if token.tag == "PRP$" and noun.lemma in DOINGS and noun.dep == "pobj":
        before = [d for i in range(max(token.i - 3, 0), token.i) for d in cast.who(i) if d.type == "Delegation"]
        if before:
            return [before[-1].number]
    over = cast.tree.tokens[cast.tree.tokens[token.head].head]
    if token.dep in SUBJECT and over.lemma in _TELLING and cast.tree.is_passive(over.i) and cast.tree.arguments(over.i).of("by"):
        return []  # "was told by the envoys that they would come" leaves open who
    for sent in (token.sent, token.sent - 1):
        if sent < 0 or (sent < token.sent and others_at_hand(cast, token)):
            break
        sentence = cast.tree.annotation.sentences[sent]
        for i in range(min(sentence.last, token.i) - 1, sentence.first - 1, -1):
            t = cast.tree.tokens[i]
            own = t.head == token.head and token.dep not in (*SUBJECT, "poss")  # "X and Y saw them off"
            if t.dep in SUBJECT and t.i != token.i and not own:
                told = [d.number for j in cast.tree.conjuncts(i) for d in cast.who(j)]
                if len(told) >= 2:
                    return told
    return (
        [d.number for d in pair(cast, token, "")]
        if token.dep in SUBJECT and token.text.lower() == "they" and cast.tree.tokens[token.head].lemma in _TOGETHER
        else []
    )
