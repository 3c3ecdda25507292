"""The gazetteer: what names stand for, and that every listed name is found again in running text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from kg.annotate.gazetteer import Gazetteer, fingerprint, load, pieces
from kg.config import data_dir
from kg.errors import UsageError

FOLDER = data_dir("ontology") / "gazetteer"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        ("North Korea", "state/Q423", "name"),
        ("DPRK", "state/Q423", "acronym"),
        ("Socialist Republic of Vietnam", "state/Q881", "long"),
        ("South Korea", "state/Q884", "name"),
        ("the United States", "state/Q30", "name"),
        ("U.S.", "state/Q30", "acronym"),
        ("US", "state/Q30", "acronym"),
        ("UK", "state/Q145", "acronym"),
        ("Britain", "state/Q145", "name"),
        ("UAE", "state/Q878", "acronym"),
        ("Burma", "state/Q836", "name"),
        ("Turkey", "state/Q43", "name"),
        ("Czech Republic", "state/Q213", "name"),
        ("Swaziland", "state/Q1050", "name"),
        ("Cabo Verde", "state/Q1011", "name"),
        ("East Timor", "state/Q574", "name"),
        ("Timor-Leste", "state/Q574", "name"),
        ("Ivory Coast", "state/Q1008", "name"),
        ("Democratic Republic of Congo", "state/Q974", "name"),
        ("Republic of the Congo", "state/Q971", "name"),
        ("Kosovo", "state/Q1246", "name"),
        ("Abkhazia", "state/Q23334", "name"),
        ("Denmark", "state/Q35", "name"),
        ("Soviet Union", "state/Q15180", "name"),
        ("East Germany", "state/Q16957", "name"),
        ("Ivorian", "state/Q1008", "demonym"),
        ("Swedes", "state/Q34", "demonym"),
        ("ni-Vanuatu", "state/Q686", "demonym"),
        ("South Korean", "state/Q884", "demonym"),
        ("Kiev", "place/kyiv", "capital"),
        ("Nur-Sultan", "place/astana", "capital"),
        ("Nuku'alofa", "place/nuku-alofa", "capital"),
        ("Washington, D.C.", "place/washington", "capital"),
        ("Kremlin", "place/kremlin", "seat"),
        ("Geneva", "place/geneva", "place"),
        ("KCNA", "outlet/kcna", "acronym"),
        ("Korean Central News Agency", "outlet/kcna", "name"),
        ("Associated Press", "outlet/ap", "name"),
        ("Workers' Party of Korea", "org/wpk", "name"),
        ("Chinese Communist Party", "org/cpc", "name"),
        ("UN Security Council", "org/unsc", "name"),
    ],
)
def test_a_name_is_known(gazetteer: Gazetteer, name: str, key: str, kind: str) -> None:
    assert (key, kind) in {(e.key, e.kind) for e in gazetteer.lookup(name)}


def test_longest_match_wins(gazetteer: Gazetteer) -> None:
    words = "the Democratic People 's Republic of Korea said".split()
    found = gazetteer.match(words, 1)
    assert found is not None
    length, entries = found
    assert length == 6
    assert entries[0].key == "state/Q423"
    assert gazetteer.match(words, 7) is None


def test_case_counts(gazetteer: Gazetteer) -> None:
    assert gazetteer.match(["us"], 0) is None
    assert gazetteer.match(["turkey"], 0) is None
    assert gazetteer.match(["who"], 0) is None
    assert gazetteer.match(["KYIV"], 0) is None
    assert gazetteer.match(["KYIV"], 0, shouting=True) is not None


def test_curly_apostrophes_and_glued_hyphens_match(gazetteer: Gazetteer) -> None:
    for words in (
        ["Nuku’alofa"],
        ["Timor-Leste"],
        ["Timor", "-", "Leste"],
        ["Guinea-Bissau"],
        ["Workers", "’", "Party", "of", "Korea"],
    ):
        found = gazetteer.match(words, 0)
        assert found is not None, words
        assert found[0] == len(words)


@pytest.mark.parametrize(
    ("text", "at", "states"),
    [
        ("The North said", 1, {"state/Q423"}),
        ("the North Atlantic route", 1, None),
        ("in North and South", 1, None),
        ("the island nation of", 1, {"state/Q826", "state/Q712"}),
        ("an island nation", 1, None),
    ],
)
def test_epithets_need_their_context(gazetteer: Gazetteer, text: str, at: int, states: set[str] | None) -> None:
    found = gazetteer.match(text.split(), at)
    if states is None:
        assert found is None
    else:
        assert found is not None
        assert states <= {e.state for e in found[1]}


def test_demonyms_and_capitals_lead_to_states(gazetteer: Gazetteer) -> None:
    assert gazetteer.state_of_demonym("Emirati") == "state/Q878"
    assert gazetteer.state_of_demonym("Congolese") is None  # two states
    assert gazetteer.state_of_capital("Naypyitaw") == "state/Q836"
    assert gazetteer.state_of_capital("Elysée") == "state/Q142"
    assert gazetteer.state_of_capital("Shanghai") is None


def test_labels_and_wikidata_ids(gazetteer: Gazetteer) -> None:
    assert gazetteer.label("state/Q423") == "North Korea"
    assert gazetteer.label("nothing") is None
    assert gazetteer.wikidata("state/Q423") == "Q423"
    assert gazetteer.wikidata("outlet/kcna") is None


def test_all_members_of_the_united_nations_are_there(gazetteer: Gazetteer) -> None:
    rows = [line.split("\t") for line in (FOLDER / "territories.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    states = [row for row in rows if row[2] == "State" and re.fullmatch(r"[a-z]{2}", row[1])]
    assert len(states) >= 195
    assert all(row[7] for row in states), "a state without demonym"
    assert all(re.fullmatch(r"state/Q\d+", row[0]) for row in rows)
    assert max(Counter(row[0] for row in rows).values()) == 1


@pytest.mark.parametrize("file", ["outlets.psv", "organizations.psv"])
def test_keys_are_unique_and_columns_complete(gazetteer: Gazetteer, file: str) -> None:
    rows = [line.split("|") for line in (FOLDER / file).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert {len(row) for row in rows} == {6}
    assert max(Counter(row[0] for row in rows).values()) == 1
    assert [row[0] for row in rows if row[4] and row[4] not in gazetteer.codes] == []


def test_every_name_is_found_in_running_text(gazetteer: Gazetteer) -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    missed = []
    for form, entries in gazetteer.forms.items():
        if entries[0].kind == "epithet" or any("-" in word and word != "-" for word in form):
            continue
        name = re.sub(r" (['/-]) ?|(\() | (\)|,|:)", lambda m: "".join(g or "" for g in m.groups()), " ".join(form))
        if pieces(name) != form:
            continue
        words = [t.text for t in nlp(f"near {name} now")]
        found = gazetteer.match(words, 1)
        if found is None or not {e.key for e in entries} & {e.key for e in found[1]}:
            missed.append((name, words))
    assert len(gazetteer.forms) > 4000
    assert missed == []


def test_names_of_ones_own_stand_beside_those_that_come_along(tmp_path: Path) -> None:
    (tmp_path / "organizations.psv").write_text(
        "# key | label | other names | acronyms | state | kind\n"
        "lake-forum|Lake Forum|Forum of the Lakes|LKF||international\n"
        "un|United Nations|League of All|||international\n",
        encoding="utf-8",
    )
    own = load(str(tmp_path))
    assert [(e.key, e.detail) for e in own.lookup("Forum of the Lakes")] == [("org/lake-forum", "international")]
    assert own.match(["at", "LKF"], 1) == (1, own.lookup("LKF"))
    assert {e.key for e in own.lookup("League of All")} == {"org/un"} == {e.key for e in own.lookup("UN")}
    assert own.state_of_demonym("Ivorian") and not load().lookup("Lake Forum")


@pytest.mark.parametrize(
    ("line", "says"),
    [("lake-forum|Lake Forum", "6 columns"), ("|Lake Forum|||mw|", "6 columns"), ("a|Lake Forum|||xq|", "the code of no state")],
)
def test_a_faulty_name_of_ones_own_is_told_with_its_line(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "outlets.psv").write_text(f"# own\n\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"outlets\.psv, line 3") as caught:
        load(str(tmp_path))
    assert says in str(caught.value)


def test_the_fingerprint_of_names_changes_with_them(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there are no names in"):
        fingerprint(str(tmp_path))
    seen = set()
    for folder, file, text in (("a", "places.psv", "Lakeside|mw|city\n"), ("b", "outlets.psv", ""), ("c", "places.psv", "")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / file).write_text(text, encoding="utf-8")
        seen.add(fingerprint(str(tmp_path / folder)))
    assert len(seen) == 3
