"""Records and resolution -> why the graph says what it says, and what people may judge otherwise.

:mod:`book` shows claims with their sentences, merges with their reasons and what was kept apart; :mod:`judge` turns the names
that a person gives into the members that a decision is about, and doubts into questions.
"""

from kg.explain.book import ClaimLine, Explanation, MergeLine, disputed, explain
from kg.explain.judge import Question, Side, described, judgement, open_questions, undone

__all__ = [
    "ClaimLine",
    "Explanation",
    "MergeLine",
    "Question",
    "Side",
    "described",
    "disputed",
    "explain",
    "judgement",
    "open_questions",
    "undone",
]
