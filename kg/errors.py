"""The errors of a run. Faults of the data are not errors but :class:`kg.model.Issue` lines; see there."""

from __future__ import annotations


class KgError(Exception):
    """A fault that stops the run: ``str()`` is the message, ``hint`` says what the user can do about it."""

    exit_status = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(KgError):
    """A command was asked for something that cannot be meant (exit status 2)."""

    exit_status = 2


class StoreError(KgError):
    """The store directory is missing, locked by another writer, or of another version."""


class QueryError(KgError):
    """A query is unknown, malformed, or lacks a parameter."""


class ForbiddenError(QueryError):
    """A query would change the graph or reach beyond it, which no reader may."""


class ModelError(KgError):
    """The language pipeline named in the settings cannot be loaded."""


class EvidenceError(KgError):
    """A span does not lie in its article or does not read as quoted: a defect of ours, never of the data."""
