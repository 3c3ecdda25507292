"""Reading archives: their members in order, hostile and broken ones as issues."""

from __future__ import annotations

import io
import json
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.ingest import read
from kg.model import Article, Issue
from tests.unit.test_ingest import PLAIN, SMALL, TEXT, articles, issues, put


def zipped(path: Path, members: dict[str, bytes | str]) -> Path:
    """A zip archive with these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, members: dict[str, bytes | str]) -> Path:
    """A gzipped tar archive with these members."""
    with tarfile.open(path, "w:gz") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            content = data.encode() if isinstance(data, str) else data
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path


PACKERS = pytest.mark.parametrize(("pack", "ending"), [(zipped, ".zip"), (tarred, ".tar.gz"), (tarred, ".tgz")])


@PACKERS
def test_archives_are_read_sorted(pack: Callable[..., Path], ending: str, tmp_path: Path) -> None:
    path = pack(
        tmp_path / f"wire{ending}",
        {"d/b.txt": TEXT, "a.txt": TEXT + "x", "d/c.json": json.dumps(PLAIN), "pic.png": b"\x89PNG", "__MACOSX/a.txt": "x"},
    )
    assert [a.name for a in articles(path)] == ["a", "b", "c"]
    assert [a.name for a in articles(tmp_path)] == ["a", "b", "c"]


@PACKERS
def test_hostile_members_are_issues_and_the_others_read(pack: Callable[..., Path], ending: str, tmp_path: Path) -> None:
    members = {
        "../../evil.txt": TEXT,
        "/abs.txt": TEXT,
        "C:\\w.txt": TEXT,
        "in.zip": b"PK",
        "big.txt": b"a" * 50_000,
        "z.txt": TEXT,
        "e.txt": "",
    }
    items = list(read([str(pack(tmp_path / f"wire{ending}", members))], SMALL))
    assert [item.name for item in items if isinstance(item, Article)] == ["z"]
    kinds = sorted(item.kind for item in items if isinstance(item, Issue))
    assert kinds == ["empty", "nested-archive", "too-large", "unsafe-path", "unsafe-path", "unsafe-path"]
    assert not (tmp_path.parent / "evil.txt").exists()


@PACKERS
def test_an_archive_that_swells_is_stopped(pack: Callable[..., Path], ending: str, tmp_path: Path) -> None:
    path = pack(tmp_path / f"bomb{ending}", {f"{n:03}.txt": b"word " * 399 for n in range(120)})
    found = issues(path)
    assert (f"bomb{ending}", "too-large") in found


def test_one_huge_tar_member_is_not_unpacked(tmp_path: Path) -> None:
    path = tarred(tmp_path / "bomb.tar.gz", {"a.bin": b"\0" * 5_000_000})
    assert issues(path) == [("bomb.tar.gz", "too-large")]


def test_a_member_larger_than_it_claims_is_an_issue(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": b"a" * 30_000, "b.txt": TEXT})
    path.write_bytes(path.read_bytes().replace((30_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    items = list(read([str(path)], SMALL))
    assert [item.name for item in items if isinstance(item, Article) and "Olsson" in item.text] in (["b"], [])
    assert all(len(item.text) <= 2000 for item in items if isinstance(item, Article))


def test_a_cut_archive_gives_what_came_before(tmp_path: Path) -> None:
    members: dict[str, bytes | str] = {f"{n}.txt": TEXT + os.urandom(700).hex() for n in range(20)}
    whole = tarred(tmp_path / "a.tar.gz", members).read_bytes()
    items = list(read([str(put(tmp_path, "cut.tar.gz", whole[:-1000]))], SMALL))
    assert "0" in [item.name for item in items if isinstance(item, Article)]
    assert [item.kind for item in items if isinstance(item, Issue)] == ["broken-archive"]


def test_links_in_an_archive_are_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    assert issues(tmp_path) == [("a.txt", "not-a-file")]
