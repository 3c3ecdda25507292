"""What the user named, as raw bytes: files, folders, globs, archives and standard input, in a fixed order."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from kg.errors import UsageError
from kg.ingest.archive import is_archive, read_archive
from kg.ingest.draft import Raw
from kg.model import Issue

PLAIN = frozenset({".txt", ".text"})
MARKDOWN = frozenset({".md", ".markdown"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
FEEDS = frozenset({".json", ".jsonl", ".ndjson", ".jsonld"})
SUFFIXES = PLAIN | MARKDOWN | PAGES | FEEDS
LINES = frozenset({".jsonl", ".ndjson"})
MANY = 20  # times max_bytes: a file of JSON lines is many articles, each held to max_bytes


def read_sources(paths: Sequence[str], max_bytes: int, stdin: BinaryIO | None) -> Iterator[Raw | Issue]:
    """The inputs behind ``paths``, each once; raises UsageError for a path that does not exist."""
    seen: set[str] = set()
    for given, where in [(path, found) for path in paths for found in _expand(path) or [""]]:
        if not where:
            yield Issue(given, "no-article", f"it holds no article; known endings are {', '.join(sorted(SUFFIXES))}")
            continue
        if where == "-":
            if "-" not in seen:
                yield _read_stdin(stdin, max_bytes)
        elif os.path.normpath(where) not in seen:
            yield from _read_path(where, max_bytes)
        seen.add(where if where == "-" else os.path.normpath(where))


def _expand(path: str) -> list[str]:
    """The files a path stands for: itself, those of a folder, or those that a pattern matches."""
    if path == "-":
        return [path]
    if "\0" in path or not path:
        raise UsageError(f"not a path: {path!r}", "give a file, a folder, a pattern or -")
    if Path(path).is_dir():
        return _folder(path)
    if os.path.lexists(path):
        return [path]
    if matched := sorted(glob.glob(path, recursive=True)):  # noqa: PTH207  (patterns may be absolute)
        return [found for match in matched for found in (_folder(match) if Path(match).is_dir() else [match])]
    what = "matches no file" if glob.has_magic(path) else "does not exist"
    raise UsageError(f"{path} {what}", "check the spelling; paths are relative to the folder you are in")


def _folder(path: str) -> list[str]:
    """The article files and archives in a folder and below it, sorted; no hidden ones."""
    found: list[str] = []
    for folder, inner, names in os.walk(path):
        inner[:] = [name for name in inner if not name.startswith(".")]
        wanted = (n for n in names if not n.startswith(".") and (Path(n).suffix.lower() in SUFFIXES or is_archive(n)))
        found.extend(os.path.join(folder, name) for name in wanted)  # noqa: PTH118  (Path would drop a leading ./)
    return sorted(found)


def _read_stdin(stdin: BinaryIO | None, max_bytes: int) -> Raw | Issue:
    data = stdin.read(MANY * max_bytes + 1) if stdin else b""
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    suffix = ".txt"
    if head[:1] == b"{":
        suffix = ".json" if data.count(b"\n") < 2 or head[1:2] in b"\r\n" else ".jsonl"
    elif head[:1] == b"[" and head[1:].lstrip()[:1] in b"{]":
        suffix = ".json"
    elif head[:9].lower() == b"<!doctype" or head[:5].lower() in {b"<html", b"<?xml"}:
        suffix = ".html"
    if len(data) > (MANY if suffix in LINES else 1) * max_bytes:
        return _too_large("-", max_bytes)
    return Raw("-", "stdin", "stdin", suffix, data)


def _read_path(path: str, max_bytes: int) -> Iterator[Raw | Issue]:
    where = path.encode("utf-8", "replace").decode("utf-8")
    suffix = Path(where).suffix.lower()
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            yield Issue(where, "not-a-file", "this is a device or pipe; read it by - from standard input")
        elif is_archive(where):
            yield from read_archive(where, path, SUFFIXES, max_bytes)
        elif suffix not in SUFFIXES:
            yield Issue(
                where,
                "unsupported",
                f"the ending {suffix or 'of this file'} is not known; known are {', '.join(sorted(SUFFIXES))}",
            )
        elif status.st_size > (limit := max_bytes * (MANY if suffix in LINES else 1)):
            yield _too_large(where, limit)
        else:
            parent = os.path.basename(os.path.dirname(os.path.abspath(path)))  # noqa: PTH100, PTH119, PTH120  (links stay)
            parent = parent.encode("utf-8", "replace").decode("utf-8")
            yield Raw(where, parent, Path(where).stem, suffix, Path(path).read_bytes())
    except OSError as error:
        yield Issue(where, "unreadable", f"cannot be read: {error.strerror or error}; check its permissions")


def _too_large(where: str, limit: int) -> Issue:
    return Issue(where, "too-large", f"larger than {limit:,} bytes; raise --max-bytes or split it")
