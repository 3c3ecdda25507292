"""The whole product on ``seeds/``, by its commands alone: what the README promises, and the laws."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib

from tests.browsing import browsing, context_of
from tests.conftest import ROOT

KG = str(Path(sys.executable).with_name("kg"))
SEEDS = ROOT / "seeds"

pytestmark = pytest.mark.e2e


def kg(*arguments: str | Path, given: str = "", status: int = 0) -> str:
    """What the command prints; fails where it does not end with ``status``."""
    done = subprocess.run([KG, *map(str, arguments)], input=given, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def seeds() -> list[Path]:
    """The seed articles, as their manifest names them."""
    with (SEEDS / "manifest.csv").open(encoding="utf-8") as file:
        return [SEEDS / row["file"] for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store built from the seeds."""
    path = tmp_path_factory.mktemp("product") / "store"
    kg("build", SEEDS, "--store", path, "--strict")
    return path


def nquads(store: Path) -> list[str]:
    return kg("export", "--store", store, "--format", "nquads").splitlines()


def rows(store: Path, *question: str) -> list[dict[str, str]]:
    """The answer to a question, as SPARQL 1.1 JSON results hold it."""
    answer = json.loads(kg("query", *question, "--store", store, "--format", "json"))
    return [{name: cell["value"] for name, cell in row.items()} for row in answer["results"]["bindings"]]


def test_every_seed_is_read(store: Path) -> None:
    assert {row["article"] for row in rows(store, "articles")} == {path.stem for path in seeds()}


def test_every_quote_stands_where_it_says_and_the_shapes_hold(store: Path) -> None:
    assert kg("verify", "--store", store) == ""
    assert kg("validate", "--store", store) == ""


def test_the_order_of_files_and_the_number_of_workers_change_nothing(store: Path, tmp_path: Path) -> None:
    files = seeds()
    kg("build", *reversed(files[:9]), "--store", tmp_path / "s", "--workers", "2")
    kg("build", *reversed(files), "--store", tmp_path / "s")
    assert nquads(tmp_path / "s") == nquads(store)


def test_removing_an_article_gives_the_graph_that_never_had_it(store: Path, tmp_path: Path) -> None:
    gone, *kept = seeds()
    shutil.copytree(store, tmp_path / "removed")
    kg("remove", gone.stem, "--store", tmp_path / "removed")
    kg("build", *kept, "--store", tmp_path / "never", "--workers", "2")
    assert nquads(tmp_path / "removed") == nquads(tmp_path / "never")
    kg("remove", gone.stem, "--store", tmp_path / "removed", status=1)


def test_a_rebuild_and_a_second_build_change_nothing(store: Path, tmp_path: Path) -> None:
    shutil.copytree(store, tmp_path / "s")
    before = nquads(tmp_path / "s")
    kg("rebuild", "--store", tmp_path / "s")
    assert nquads(tmp_path / "s") == before
    report = json.loads(kg("build", SEEDS, "--store", tmp_path / "s"))
    assert (report["added"], report["changed"], report["unchanged"]) == (0, 0, len(seeds()))
    assert nquads(tmp_path / "s") == before


@pytest.mark.parametrize("style", ["turtle", "nquads", "trig", "jsonld"])
def test_exports_are_read_back_by_another_library(store: Path, tmp_path: Path, style: str) -> None:
    kg("export", "--store", store, "--format", style, "-o", tmp_path / "graph")
    read = rdflib.Dataset(default_union=True)
    read.parse(tmp_path / "graph", format={"jsonld": "json-ld"}.get(style, style))
    assert len(read) == len(nquads(store))
    assert not [term for quad in read for term in quad if isinstance(term, rdflib.BNode)]


def test_a_quote_stands_in_the_file_it_came_from(store: Path) -> None:
    texts = {path.stem: " ".join(path.read_text(encoding="utf-8").split()) for path in seeds() if path.suffix == ".txt"}
    quotes = [(row["article"], " ".join(row["quote"].split())) for row in rows(store, "leaders")]
    checked = [(article, quote) for article, quote in quotes if article in texts]
    assert len(checked) >= 3
    assert not [pair for pair in checked if pair[1] not in texts[pair[0]]]


def test_facts_and_names_have_the_columns_that_scoring_reads(store: Path) -> None:
    facts, names = rows(store, "facts"), rows(store, "names")
    assert {"article", "fact", "type", "role", "value"} == set(facts[0])
    assert {"article", "entity", "type", "name"} == set(names[0])
    known = {row["entity"] for row in names}
    visitors = {row["value"] for row in facts if row["role"] == "visitor"}
    assert visitors
    assert visitors & known


def test_the_leaders_of_the_delegations_are_told_with_who_says_so(store: Path) -> None:
    told = {(row["delegation"], row["leader"]) for row in rows(store, "leaders")}
    assert any("Russia" in delegation and "Sho" in leader for delegation, leader in told), told
    assert any("Chin" in delegation and "Li" in leader for delegation, leader in told), told


def test_a_person_is_explained_under_any_of_their_names(store: Path) -> None:
    first, *claims = [json.loads(line) for line in kg("explain", "Shoygu", "--store", store).splitlines()]
    assert {"Shoigu", "Shoygu"} & {name.split()[-1] for name in first["names"]}
    assert {line["kind"] for line in claims} >= {"claim", "merge"}
    assert all(line["sentence"].find(line["quote"]) >= 0 for line in claims if line["kind"] == "claim")


def test_what_nobody_knows_is_refused_with_a_hint(store: Path) -> None:
    kg("explain", "Nobody Atall", "--store", store, status=2)
    kg("query", "no-such-question", "--store", store, status=1)
    kg("verify", "--store", store / "nowhere", status=1)


def test_an_article_comes_from_standard_input(tmp_path: Path) -> None:
    text = "PORT OREL, March 5 (Orel Wire) -- Norwegian Foreign Minister Ada Vale arrived in Paris on Monday.\n"
    report = json.loads(kg("build", "-", "--store", tmp_path / "s", given=text))
    assert report["added"] == 1
    assert report["reports"] >= 1


def test_a_faulty_file_is_listed_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "binary.txt").write_bytes(bytes(range(256)) * 20)
    shutil.copy(seeds()[0], tmp_path / "in")
    assert json.loads(kg("build", tmp_path / "in", "--store", tmp_path / "s"))["issues"] == 2
    kg("build", tmp_path / "in", "--store", tmp_path / "s", "--strict", status=3)


HOSTILE = """PORT OREL, March 5 (Orel Wire) -- French Foreign Minister Ada <script>window.pwned=1</script> Vale arrived in Oslo.
Ada Vale "><img src=x onerror=window.pwned=2> said France supports Norway. </script><script>window.pwned=3</script> France's
Ada Vale was invited by Norway, the "><img onerror=window.pwned=4> Agency reported.
"""


@pytest.mark.parametrize("hostile", [False, True], ids=["seeds", "hostile"])
def test_the_page_opens_without_network_and_runs_nothing(store: Path, tmp_path: Path, hostile: bool) -> None:
    source = store
    if hostile:
        source = tmp_path / "s"
        (tmp_path / "<img src=x onerror=window.pwned=5>.txt").write_text(HOSTILE, encoding="utf-8")
        kg("build", tmp_path / "*.txt", seeds()[0], "--store", source)
    target = tmp_path / "graph.html"
    kg("render", "--store", source, "-o", target, "--title", "<script>window.pwned=6</script>")
    seen: list[str] = []
    with browsing("--no-sandbox", "--disable-gpu") as browser:
        page = context_of(browser, offline=True).new_page()
        page.on("console", lambda message: seen.append(message.text))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("request", lambda request: seen.append(request.url))
        page.goto(target.as_uri())
        page.wait_for_selector("html[data-ready=yes]")
        pwned = page.evaluate("window.pwned")
    assert seen == [target.as_uri()]
    assert pwned is None
