"""Members of .zip and .tar archives as raw inputs, read in memory and never written anywhere.

Sizes in the archive's own tables are not believed: every read is bounded, and so is the sum over the archive. Names are
only ever labels, yet one that climbs out of the archive is refused, since it was made to harm.
"""

from __future__ import annotations

import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from kg.ingest.draft import Raw
from kg.model import Issue

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
MEMBERS = 100_000
TOTAL = 100  # times max_bytes: what an archive may hold unpacked
BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    gzip.BadGzipFile,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)


class _Limit:
    """Counts what was unpacked; the one thing that changes while an archive is read."""

    def __init__(self, left: int) -> None:
        self.left = left


class _Bounded:
    """A stream that ends the reading of an archive when more than the limit came out of it."""

    def __init__(self, stream: IO[bytes], limit: _Limit) -> None:
        self.stream, self.limit = stream, limit

    def read(self, size: int = -1) -> bytes:
        """As of any stream; raises ValueError beyond the limit."""
        data = self.stream.read(size)
        self.limit.left -= len(data)
        if self.limit.left < 0:
            raise ValueError("it unpacks to more than allowed")
        return data


def is_archive(name: str) -> bool:
    """True for the names of archives that can be read."""
    return name.lower().endswith(SUFFIXES)


def read_archive(where: str, path: str, suffixes: frozenset[str], max_bytes: int) -> Iterator[Raw | Issue]:
    """The articles' files of an archive in the order of their names; what is wrong with it is an issue."""
    found: list[Raw | Issue] = []
    limit = _Limit(TOTAL * max_bytes)
    members = _zip_members if path.lower().endswith(".zip") else _tar_members
    try:
        for number, (name, size, stream) in enumerate(members(path, limit)):
            if number >= MEMBERS:
                found.append(Issue(where, "too-large", f"the archive has more than {MEMBERS:,} members; the rest is not read"))
                break
            if (item := _member(where, name, size, stream, (suffixes, max_bytes, limit))) is not None:
                found.append(item)
    except BROKEN as error:
        kind = "too-large" if limit.left < 0 else "broken-archive"
        found.append(Issue(where, kind, f"the archive cannot be read to its end: {error}; unpack it and give the folder"))
    yield from sorted(found, key=lambda item: item.where)


def _member(
    where: str, name: str, size: int, stream: IO[bytes] | Issue | None, bounds: tuple[frozenset[str], int, _Limit]
) -> Raw | Issue | None:
    """One member; None for folders, hidden files and endings that are no article's."""
    suffixes, max_bytes, limit = bounds
    shown = name.encode("utf-8", "replace").decode("utf-8").replace("\\", "/")
    path = PurePosixPath(shown)
    label = f"{where}/{shown.lstrip('/')}"
    fault = _fault(shown, path, stream)
    if any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts) or (
        not fault and path.suffix.lower() not in suffixes
    ):
        return None
    if fault or stream is None or isinstance(stream, Issue):
        return Issue(label, *fault) if fault else None
    data = b"" if size > max_bytes else stream.read(max_bytes + 1)
    limit.left -= len(data)
    if limit.left < 0:
        raise ValueError("it unpacks to more than allowed")
    if size > max_bytes or len(data) > max_bytes:
        return Issue(label, "too-large", f"larger than {max_bytes:,} bytes; raise --max-bytes or split it")
    parent = path.parent.name or PurePosixPath(where).name.split(".")[0]
    return Raw(label, parent, path.stem, path.suffix.lower(), data)


def _fault(shown: str, path: PurePosixPath, stream: IO[bytes] | Issue | None) -> tuple[str, str] | None:
    """Kind and message of what forbids to read a member, whatever it holds."""
    if path.is_absolute() or ".." in path.parts or shown[1:2] == ":":
        return "unsafe-path", "the member's name points outside the archive; it is not read"
    if is_archive(shown):
        return "nested-archive", "an archive within an archive is not read; unpack the outer one"
    return (stream.kind, stream.message) if isinstance(stream, Issue) else None


Member = tuple[str, int, IO[bytes] | Issue | None]


def _zip_members(path: str, limit: _Limit) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            if info.flag_bits & 0x1:
                yield info.filename, 0, Issue("", "encrypted", "the member is encrypted; decrypt the archive first")
                continue
            try:
                with archive.open(info) as stream:
                    yield info.filename, info.file_size, stream
            except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError) as error:
                yield info.filename, 0, Issue("", "broken-archive", f"the member cannot be read: {error}")


def _tar_members(path: str, limit: _Limit) -> Iterator[Member]:
    lower = path.lower()
    with open(path, "rb") as file:  # noqa: PTH123
        stream: IO[bytes] = file
        if lower.endswith((".gz", ".tgz")):
            stream = cast("IO[bytes]", gzip.GzipFile(fileobj=file))
        mode = "r|bz2" if lower.endswith(".bz2") else "r|xz" if lower.endswith(".xz") else "r|"
        with tarfile.open(fileobj=cast("BinaryIO", _Bounded(stream, limit)), mode=mode) as archive:  # type: ignore[call-overload]
            for info in archive:
                if info.isfile():
                    yield info.name, info.size, archive.extractfile(info)
                elif not info.isdir():
                    yield info.name, 0, Issue("", "not-a-file", "the member is a link or device; it is not read")
