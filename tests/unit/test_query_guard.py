"""What is no reading of the graph is refused, however it is disguised; what only looks like it is not."""

from __future__ import annotations

import re
import time

import pytest

from kg.errors import ForbiddenError, QueryError
from kg.query.guard import MAX_DEPTH, MAX_TOKENS, check, tokens

REFUSED = [
    ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "line 1, column 12: SERVICE"),
    ("SELECT *\n{ service\tSILENT ?s { ?s ?p ?o } }", "line 2, column 3: SERVICE"),
    ("SELECT * { ?s ?p trueSERVICE <http://127.0.0.1/> {} }", "SERVICE"),
    ("SELECT * { SERVICE:x { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { \\u0053ERVICE <http://127.0.0.1/> {} }", "stray backslash"),
    ('SELECT * { ?s ?p "\\u0022 SERVICE <http://127.0.0.1/> {} # " }', "SERVICE"),
    ("SELECT * { ?s ?p 'it' SERVICE <http://127.0.0.1/> {} }", "SERVICE"),
    ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM"),
    ("SELECT *FROM<http://127.0.0.1/>{?s ?p ?o}", "FROM"),
    ("ASK from named <x:y> { ?s ?p ?o }", "FROM"),
    ("INSERT DATA { <x:a> <x:b> <x:c> }", "INSERT would change"),
    ("PREFIX a: <x:> # SELECT\nLOAD <http://127.0.0.1/>", "line 2, column 1: LOAD would change"),
    ("DROP ALL", "DROP"),
    ("BASE <x:y> DELETE WHERE { ?s ?p ?o }", "DELETE"),
    ("{ ?s ?p ?o }", "cannot begin with"),
    ("", "there is no query"),
    ("# only a remark", "there is no query"),
    ("PREFIX a: <x:>", "ends before SELECT"),
    ("SELECT * { ?s ?p ?o FILTER(" + "(" * MAX_DEPTH + "1" + ")" * MAX_DEPTH + ") }", "brackets within"),
    ("SELECT * " + "{" * 2000 + "}" * 2000, "brackets within"),
    ("SELECT * { ?s ?p ?o FILTER(" + "!" * MAX_TOKENS + "true) }", "too long"),
]


@pytest.mark.parametrize(("text", "says"), REFUSED, ids=lambda value: str(value)[:40])
def test_what_is_no_reading_of_this_graph_is_refused(text: str, says: str) -> None:
    with pytest.raises(QueryError, match=re.escape(says)) as caught:
        check(text)
    forbidden = says.endswith(("SERVICE", "FROM")) or "would change" in says or says in ("DROP", "DELETE")
    assert isinstance(caught.value, ForbiddenError) == forbidden


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s rdfs:label 'SERVICE <http://x/> {}' } # FROM here on",
        'SELECT ?service ?from { ?service ?from """ INSERT "DATA" { } """@en }',
        "SELECT * { <http://x/SERVICE> <http://x/FROM#service> ?o }",
        "SELECT * { ?s kg:from kg:service ; kg:load ?insert }",
        "# LOAD <x>\nBASE <http://x/> PREFIX x: <y> DESCRIBE x:z",
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
    ],
)
def test_words_in_strings_names_and_comments_are_no_commands(text: str) -> None:
    assert check(text) in ("SELECT", "DESCRIBE")


def test_a_long_list_of_tokens_is_cut_whole() -> None:
    text = "SELECT ?a{?a a<x:y>FILTER(?a<2||?b>'it''s'@en)}#end"
    assert "".join(token.text for token in tokens(text)) == text.removesuffix("#end").replace(" ", "")


@pytest.mark.parametrize("piece", ["a.", "a-", "a.b-", '"\\', "'", '"""\\', "<a", "a:", "@a-", "1e"])
def test_a_long_text_is_judged_in_no_time(piece: str) -> None:
    began = time.process_time()
    with pytest.raises(QueryError):
        check(piece * (100_000 // len(piece)))
    assert time.process_time() - began < 1


@pytest.mark.parametrize("prefix", ["a" * 150, "a." * 80 + "a", "a-" * 80 + "a", "SERVICE" + "a." * 80 + "a"])
def test_a_long_prefix_hides_nothing(prefix: str) -> None:
    with pytest.raises(ForbiddenError):
        check(f"ASK {{ {prefix}SERVICE:x }}")
    assert check(f"ASK {{ {prefix.replace('SERVICE', 'b')}:x ?p ?o }}") == "ASK"
