"""The rules of the house, read off the source: who may import whom, one home a library, and the size of things."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
KG = ROOT / "kg"
FILES = sorted(KG.rglob("*.py"))
ALL = [*FILES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "bench").rglob("*.py"))]

# Lower may not import higher; on one level nobody imports another, but for the ground, where each rests on those before it.
GROUND = ("errors", "model", "ids", "vocabulary", "config")
STAGES = {"ingest", "annotate", "extract", "resolve", "emit", "store", "query", "validate", "render", "export"}
CODECS = ("lexicon", "terms", "turtle", "record")  # text forms of nouns and words, for the stages that write and read them
READERS = {"evaluate", "explain"}  # of what stages made
ABOVE = ("loading", "pipeline", "graph", "serve", "cli")

HOMES = {
    "spacy": {"annotate"},
    "pyoxigraph": {"store"},
    "pyshacl": {"validate"},
    "pyvis": {"render"},
    "jinja2": {"render", "serve"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
    "pandas": {"graph"},
    "trafilatura": {"ingest"},
    "charset_normalizer": {"ingest"},
    "click": {"cli"},
    "rich": {"cli"},
    "rdflib": {"export", "graph"},
    "numpy": {"render"},
    "networkx": {"render", "export", "graph"},
    "sqlite3": {"store"},
}
BANNED = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base", "manager"}
CLOCKS = {"uuid", "random", "time"}


def part(path: Path) -> str:
    """The stage or ground module that a file belongs to."""
    first = path.relative_to(KG).parts[0]
    return "kg" if first == "__init__.py" else first.removesuffix(".py")


def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, also within functions, with its line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import by full name"
            yield from (
                (f"{node.module}.{alias.name}" if node.module == "kg" else str(node.module), node.lineno) for alias in node.names
            )


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def allowed(importer: str) -> set[str]:
    """The parts that a part of ``kg`` may import."""
    if importer in GROUND:
        return set(GROUND[: GROUND.index(importer)])
    if importer in CODECS:
        return {*GROUND, *CODECS[: CODECS.index(importer)]}
    if importer in STAGES | READERS:
        return {*GROUND, *CODECS}
    below = {*GROUND, *CODECS, *STAGES, *READERS}
    return below | set(ABOVE[: ABOVE.index(importer)] if importer in ABOVE else ABOVE)


def test_every_part_has_a_place() -> None:
    known = {"kg", *GROUND, *CODECS, *STAGES, *READERS, *ABOVE}
    assert {part(path) for path in FILES} <= known


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_downwards(path: Path) -> None:
    own = part(path)
    wrong = [
        f"{path.name}:{line} imports kg.{target}"
        for name, line in imports(path)
        if name.startswith("kg.") and (target := name.split(".")[1]) not in {own, "__version__"} | allowed(own)
    ]
    assert not wrong


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_library_has_one_home(path: Path) -> None:
    wrong = [
        f"{path.name}:{line} imports {name}, whose home is {sorted(HOMES[library])}"
        for name, line in imports(path)
        if part(path) not in HOMES.get(library := name.split(".")[0], {part(path)})
    ]
    assert not wrong


def test_no_drawers() -> None:
    assert not [path for path in ALL if {piece.removesuffix(".py") for piece in path.relative_to(ROOT).parts} & BANNED]


@pytest.mark.parametrize("path", ALL, ids=lambda p: str(p.relative_to(ROOT)))
def test_size(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{lines} lines"
    for function in functions(path):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        assert length <= 60, f"{function.name}: {length} lines"
        given = function.args
        named = [a.arg for a in (*given.posonlyargs, *given.args, *given.kwonlyargs) if a.arg not in ("self", "cls")]
        if part_is_command(path):
            continue
        assert len(named) <= 6, f"{function.name} takes {len(named)} parameters"


def part_is_command(path: Path) -> bool:
    """Whether the file holds commands, whose parameters are the options a user can give."""
    return path.is_relative_to(KG / "cli")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_faults_are_named(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught and not {"Exception", "BaseException"} & set(caught.strip("()").split(", ")), f"{path}:{node.lineno}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_state_of_the_process(path: Path) -> None:
    wrong = [f"{path.name}:{n.lineno}" for n in ast.walk(tree(path)) if isinstance(n, ast.Global)]
    wrong += [f"{path.name}:{line} imports {name}" for name, line in imports(path) if name in CLOCKS and part(path) != "cli"]
    assert not wrong


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_importing_does_nothing(path: Path) -> None:
    """At the top of a module stand definitions only: no loops, no calls for their effect."""
    plain = ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    for node in tree(path).body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        guard = isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "__name__ == '__main__'")
        assert docstring or guard or isinstance(node, plain), f"{path.name}:{node.lineno}: {ast.unparse(node)[:60]}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_everything_public_says_what_comes_back(path: Path) -> None:
    module = tree(path)
    assert ast.get_docstring(module), "the module has no docstring"
    named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    missing = [
        node.name
        for node in module.body
        if isinstance(node, named) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert not missing
