"""Relations and word classes that many rules ask for by one name."""

from __future__ import annotations

SUBJECT = ("nsubj", "nsubjpass")
ANY_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
VERBAL = frozenset({"VERB", "AUX"})
CONJUNCTIONS = frozenset({"after", "before", "since", "until", "once", "as"})  # of time, where read as prepositions
STAYS = frozenset({"visit", "stay", "tour", "trip"})
GOING = frozenset("arrive travel come go fly head leave depart visit land reach".split())
SUMMONING = frozenset({"summon", "call_in"})
IFS = frozenset({"if", "unless"})
VISITORS = frozenset({"Person", "Delegation"})  # types of who may come somewhere
_OF_CONTROL = frozenset("accuse suspect prevent stop ban bar block convict acquit discourage dissuade prohibit".split())
_FOR_CONTROL = frozenset(
    """thank praise blame criticise criticize condemn denounce commend applaud rebuke fault
    penalise penalize punish sanction blacklist jail imprison indict charge fine arrest""".split()
)
_ON_CONTROL = frozenset({"congratulate", "compliment"})
OBJECT_CONTROL = frozenset(
    """invite ask urge order allow tell call request permit force help instruct authorize authorise persuade encourage
    expect want press appeal dispatch send appoint assign enable require commission nominate elect choose
    prompt lead compel oblige spur cite quote""".split()
)
PURPOSES = frozenset(
    """plan decision pledge promise offer intention commitment proposal readiness willingness agreement deal move effort attempt
    bid decree contract desire refusal""".split()
)


def controlling(prep: str) -> frozenset[str]:
    """The verbs whose object does what follows the preposition: "accused X of firing", "congratulated X on winning"."""
    if prep == "for":
        return _FOR_CONTROL
    if prep == "on":
        return _ON_CONTROL
    return _OF_CONTROL if prep in ("of", "from") else frozenset()
