"""Relations and word classes of the parse that many rules ask for by one name."""

from __future__ import annotations

SUBJECT = ("nsubj", "nsubjpass")
ANY_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
VERBAL = frozenset({"VERB", "AUX"})
CONJUNCTIONS = frozenset({"after", "before", "since", "until", "once", "as"})  # of time, where read as prepositions
