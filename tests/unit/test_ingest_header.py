"""What the first and last lines of a text tell: each habit of newspapers in an invented example."""

from __future__ import annotations

import pytest

from kg.ingest.dates import full_date, given_date, month_day, year_from_text
from kg.ingest.habits import load_habits
from kg.ingest.header import read_header
from kg.ingest.headlines import Header

BODY = "The foreign minister of Norland, Per Olsson, opened the talks with his guests from Sudland in the old customs house."


def head(text: str, **given: str) -> Header:
    """The header of a text."""
    return read_header(text, given, load_habits())


@pytest.mark.parametrize(
    ("line", "place", "agency", "published"),
    [
        ("NORTOWN, May 4, 2021 (NWA) -- ", "NORTOWN", "NWA", "2021-05-04"),
        ("Nortown/Sudport, 4 May 2021 (NWA).- ", "Nortown/Sudport", "NWA", "2021-05-04"),
        ("NORTOWN, May 4 (NWA) -- ", "NORTOWN", "NWA", None),
        ("NEW NORTOWN, May 4 (North Press) ", "NEW NORTOWN", "North Press", None),
        ("NORTOWN, 4th May (NWA): ", "NORTOWN", "NWA", None),
        ("NORTOWN, May 4. /NWA/. ", "NORTOWN", "NWA", None),
        ("NORTOWN, 04.05.2021. /NWA/. ", "NORTOWN", "NWA", "2021-05-04"),
        ("(NWA) - NORTOWN, MAY 4 - ", "NORTOWN", "NWA", None),
        ("Nortown (NWA) – ", "Nortown", "NWA", None),
        ("Nor Town, May 04/2021(NWA)– ", "Nor Town", "NWA", "2021-05-04"),
        ("NORTOWN, Sudland - ", "NORTOWN, Sudland", None, None),
        ("Nortown (NWA/Sud) - ", "Nortown", "NWA/Sud", None),
        ("NORTOWN. May 4. North Press - ", "NORTOWN", "North Press", None),
        ("Nortown, May 4, NWA\n\n", "Nortown", "NWA", None),
        ("Nortown, IRNA – ", "Nortown", "IRNA", None),
        ("NORTOWN. KAZINFORM – ", "NORTOWN", "KAZINFORM", None),
        ("May 4 (NORTH PRESS) – ", None, "NORTH PRESS", None),
        ("May 4, 2021 (LIMA) – ", "LIMA", None, "2021-05-04"),
        ("(NWA) - NORTOWN, MAY 4 - ", "NORTOWN", "NWA", None),
        ("(NWA) - Nortown City, May 4 - ", "Nortown City", "NWA", None),
        ("NORTOWN, Sept. 8 -- ", "NORTOWN", None, None),
        ("NORTOWN - ", "NORTOWN", None, None),
        ("NORTOWN, Sudland — ", "NORTOWN, Sudland", None, None),
        ("Metro Nortown, Sudland — ", "Metro Nortown, Sudland", None, None),
        ("NORTOWN (May 4): ", "NORTOWN", None, None),
        ("NORTOWN: ", "NORTOWN", None, None),
        ("Nortown — ", "Nortown", None, None),
        ("Nortown: ", "Nortown", None, None),
        ("St. Nortown, Sudland, Tuesday, 4 May. ", "St. Nortown, Sudland", None, None),
        ("Nortown, May 4 Juche 110 (2021) (NWA) -- ", "Nortown", "NWA", "2021-05-04"),
        ("NORTOWN\n\n", "NORTOWN", None, None),
        ("Nortown (NWA) 04.05.2021\n\n", "Nortown", "NWA", "2021-05-04"),
        ("NORTOWN (Point News/NWA - 4th May, 2021) ", "NORTOWN", "Point News/NWA", "2021-05-04"),
        ("Nortown, Sudland.- ", "Nortown, Sudland", None, None),
        ("NORTOWN. KAZINFORM ", "NORTOWN", "KAZINFORM", None),
        ("NORTOWN (Norland Desk, 4 May 2021) ", "NORTOWN", "Norland Desk", "2021-05-04"),
    ],
)
def test_datelines(line: str, place: str | None, agency: str | None, published: str | None) -> None:
    text = f"Norland opens talks\n\n{line}{BODY}\n"
    found = head(text)
    assert found.values.get("dateline") == place
    assert found.values.get("agency") == agency
    assert found.values.get("published") == published
    assert found.values["title"] == "Norland opens talks"
    assert text[found.body_start :].startswith(BODY)
    if agency:
        assert found.values["outlet"] == agency.split("/")[0]
        assert found.known_by["outlet"] == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "PRESENTER: Good evening to you all, and to Per Olsson.\nPRESENTER: ",
        "CORRECTION: ",
        "On May 4, ",
        "The North Wire Agency (NWA) ",
        "OPINION - ",
        "Per Olsson, Sudland: ",
        "Photo: ",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert "dateline" not in head(f"Norland opens talks\n\n{line}{BODY}\n").values


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (" date 2021-05-04 \n\n", {"published": "2021-05-04"}),
        ("date 2021-05-04 NORTOWN, May 4 (NWA) -- ", {"published": "2021-05-04", "agency": "NWA", "dateline": "NORTOWN"}),
        (
            "Tuesday, May 4, 2021, updated at 09:21(GMT+8)\n\nA title here\n\n",
            {"published": "2021-05-04", "title": "A title here"},
        ),
        ("Tuesday, May 4, 2021 - 15:21\n\nA title here\n\n", {"published": "2021-05-04", "title": "A title here"}),
        (
            "NORTH NEWS - May 4, 2021 - 18:42\n\nA title here\n\n",
            {"published": "2021-05-04", "outlet": "NORTH NEWS", "title": "A title here"},
        ),
        (
            "A title here\nBy ANN QUILL\nTuesday, May 4, 2021\n\n",
            {"published": "2021-05-04", "byline": "ANN QUILL", "title": "A title here"},
        ),
        (
            "A title here\n(North Press) 13:02, May 4, 2021\nNORTOWN, May 4 (North Press) -- ",
            {"published": "2021-05-04", "agency": "North Press", "dateline": "NORTOWN", "title": "A title here"},
        ),
        ("Politics\n\nA title here\n\n", {"title": "A title here"}),
        (
            "West Africa\n\nNorland opens talks with Sudland ministers\n\n",
            {"title": "Norland opens talks with Sudland ministers"},
        ),
        ("Norland wins\n\nTalks will go on\n\n", {"title": "Norland wins"}),
        ("A title here\nBy Ann Quill in Nortown\n\n", {"byline": "Ann Quill", "dateline": "Nortown"}),
        ("A title here\nBy Harbour Trade Wire | May 4, 2021\n\n", {"outlet": "Harbour Trade Wire", "published": "2021-05-04"}),
        (
            "A title here\nReuters | Nortown | Updated: 24-05-2021 01:05 IST | Created: 24-05-2021\n\n",
            {"published": "2021-05-24", "outlet": "Reuters", "dateline": "Nortown"},
        ),
        (
            "A title here\nBy Ann Quill / Norland Courier | Published: 4 May 2021, 10:30 AM\n\n",
            {"published": "2021-05-04", "byline": "Ann Quill", "outlet": "Norland Courier"},
        ),
        ("A title here\n\nAnn Quill, Norland Courier\n\n", {"byline": "Ann Quill", "outlet": "Norland Courier"}),
        ("A title here\nStaff Reporter\n\n", {"byline": "Staff Reporter"}),
        (
            "A title here\n2021-05-04 09:12   source: Norland Net   edit: Q   [Big Small]\n\n",
            {"published": "2021-05-04", "outlet": "Norland Net"},
        ),
        ("The Norland Courier\n\nA title here\n\n", {"outlet": "The Norland Courier", "title": "A title here"}),
        ("NORLAND BULLETIN no. 31\n\n", {"outlet": "NORLAND BULLETIN"}),
        (
            "Ведомости/Norland Monitor (English digest)\n4 May, 2021\n\nA title here\n\n",
            {"outlet": "Norland Monitor", "title": "A title here"},
        ),
        (
            "MINISTRY OF TRADE\nNortown, 4 May 2021\nFor immediate release\n\nA title here\n\n",
            {"outlet": "MINISTRY OF TRADE", "dateline": "Nortown"},
        ),
        ("Share this: Print\n\nA title here\n\n", {"title": "A title here"}),
        ("ANALYSIS | Ann Quill\n\n", {"byline": "Ann Quill"}),
        ("Published: 4 May 2021, 10:15 GMT\nA title here\n\n", {"published": "2021-05-04", "title": "A title here"}),
        ("Who wins from the new pact?\n\n", {"title": "Who wins from the new pact?"}),
    ],
)
def test_lines_above_the_body(top: str, expected: dict[str, str]) -> None:
    text = top + BODY + "\n"
    found = head(text)
    assert {key: found.values.get(key) for key in expected} == expected
    assert text[found.body_start :] == BODY + "\n"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (" NWA", {"agency": "NWA", "outlet": "NWA"}),
        (" — NWA", {"agency": "NWA", "outlet": "NWA"}),
        ("\n\nNWA/abc-de", {"agency": "NWA"}),
        ("\n\n(NorWire) abc/de", {"agency": "NorWire"}),
        ("\n\nPublished in Norland Mail, May 4th, 2021", {"outlet": "Norland Mail", "published": "2021-05-04"}),
        ("\n\n© 2021 Norland Post. All rights reserved.", {"outlet": "Norland Post"}),
        ("\n\nSource: Norland Post", {"outlet": "Norland Post"}),
        ("\n\nSource link", {}),
        (" He spoke of the EU.", {}),
        ("\n\nEND", {}),
    ],
)
def test_lines_below_the_body(end: str, expected: dict[str, str]) -> None:
    found = head(BODY + end)
    assert expected.items() <= found.values.items()
    assert expected or not found.values
    assert all(found.known_by[key] == "text" for key in expected)


def test_metadata_wins_over_the_first_line_and_that_over_the_dateline() -> None:
    text = f"date 2021-05-05\nNORTOWN, May 4, 2021 (NWA) -- {BODY}"
    assert head(text).values["published"] == "2021-05-05"
    assert head(text).known_by["published"] == "first line"
    assert head(text, published="2021-05-06", outlet="A").values["published"] == "2021-05-06"
    assert head(text, outlet="A").values["outlet"] == "A"
    assert head(text, outlet="A").known_by["agency"] == "dateline"


def test_a_plain_text_tells_nothing() -> None:
    found = head(BODY)
    assert found.values == {}
    assert set(found.known_by.values()) == {"none"}
    assert found.body_start == 0


def test_a_hard_wrapped_body_is_no_title() -> None:
    rows = (
        "The foreign minister of Norland opened the talks with",
        "his guests from Sudland and said that they would go on",
        "until Friday, when he leaves.",
    )
    body = "\n".join(rows)
    found = head("Norland opens talks\n\n" + body)
    assert found.values["title"] == "Norland opens talks"
    assert found.body_start == len("Norland opens talks\n\n")


def test_a_body_right_under_its_title_begins_there() -> None:
    found = head(f"Norland opens the long awaited talks with Sudland today\n{BODY}")
    assert found.values["title"] == "Norland opens the long awaited talks with Sudland today"
    assert found.body_start == 56


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021-05-04", "2021-05-04"),
        ("2021/5/4 10:00", "2021-05-04"),
        ("4th of May, 2021", "2021-05-04"),
        ("Tue, 04 May 2021 10:00:00 GMT", "2021-05-04"),
        ("Sept. 4th, 2021", "2021-09-04"),
        ("04.05.2021", "2021-05-04"),
        ("14/05/2021", "2021-05-14"),
        ("05/14/2021", "2021-05-14"),
        ("05/04/2021", None),
        ("05/05/2021", "2021-05-05"),
        ("31 June 2021", None),
        ("Room 2021-99", None),
    ],
)
def test_full_dates(text: str, iso: str | None) -> None:
    found = full_date(text)
    assert (found and found.iso) == iso


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2021-05-04T23:30:00+05:00", "2021-05-04"),
        ("20210504T101500Z", "2021-05-04"),
        (1620129600, "2021-05-04"),
        (1620129600000, "2021-05-04"),
        (True, None),
        ("soon", None),
        (float("nan"), None),
        (float("inf"), None),
        ({"a": 1}, None),
    ],
)
def test_given_dates(value: object, iso: str | None) -> None:
    assert given_date(value) == iso


def test_month_and_day_alone() -> None:
    assert month_day("Sept. 8") == (9, 8)
    assert month_day("8th September") == (9, 8)
    assert month_day("soon") is None


def test_the_year_is_taken_only_where_anniversary_and_weekday_agree() -> None:
    told = "The 10th anniversary of the pact of 2011 was kept on Tuesday."
    assert year_from_text(5, 4, told) == "2021-05-04"
    assert year_from_text(5, 4, told.replace("Tuesday", "Friday")) is None
    assert year_from_text(5, 4, "The pact was kept on Tuesday.") is None
    assert year_from_text(5, 4, told + " It ends in 2040.") is None
    assert year_from_text(5, 4, "He came on Tuesday, after the vote of May 2, 2021.") == "2021-05-04"


@pytest.mark.parametrize(
    ("top", "outlet", "byline"),
    [
        ("Norland opens talks\n\nXinhua | Updated: 2021-05-04 10:12\n\n", "Xinhua", None),
        ("Norland opens talks\nAll News 10:31 May 04, 2021\n", None, None),
        ("Norland opens talks\nPosted at 10:15 on 4 May 2021 by Staff Reporter\n", None, "Staff Reporter"),
        ("Norland opens talks\n\nTASS - 04/05/2021 - 12:01\n", "TASS", None),
        ("Home > World\nPublished: 14:05 BST, 4 May 2021 | Updated: 14:35 BST, 4 May 2021\nNorland opens talks\n\n", None, None),
        ("Norland opens talks\nOFFICE OF THE SPOKESPERSON\nMAY 4, 2021\n", None, None),
    ],
)
def test_lines_of_date_and_outlet(top: str, outlet: str | None, byline: str | None) -> None:
    found = head(f"{top}{BODY}\n")
    assert found.values["title"] == "Norland opens talks"
    assert found.values.get("outlet") == outlet
    assert found.values.get("byline") == byline
    assert found.values.get("published") == (None if "/" in top else "2021-05-04")


def test_an_agency_before_the_day_is_no_place() -> None:
    found = head(f"Norland opens talks\n\nTASS, May 4. {BODY}\n")
    assert found.values["agency"] == "TASS"
    assert "dateline" not in found.values


@pytest.mark.parametrize(
    "bottom", ["VNA Tuesday, May 4, 2021 17:12", "-0-\nwww.example.kp (Juche110.5.4.)", "May 4, 2021", "(NWA) 4 May 2021"]
)
def test_the_date_below_the_text(bottom: str) -> None:
    assert head(f"Norland opens talks\n\n{BODY}\n{bottom}\n").values["published"] == "2021-05-04"


def test_a_long_first_line_that_names_the_press_is_the_title() -> None:
    line = "Foreign Ministry Spokesperson Per Olsson's Regular Press Conference on May 8, 2021"
    found = head(f"{line}\n2021-05-08 19:05\n\nXinhua: Can you confirm the visit?\n{BODY}\n")
    assert found.values["title"] == line
    assert found.values["published"] == "2021-05-08"


def test_the_credit_and_date_behind_the_last_sentence() -> None:
    found = head(f"Norland opens talks\n\n{BODY} (North Press Trust) 4 May 2021\n")
    assert (found.values["agency"], found.values["published"]) == ("North Press Trust", "2021-05-04")


def test_a_long_line_behind_title_and_date_is_the_body_though_no_full_stop_ends_it() -> None:
    body = (
        "The trade ministry of Norland said on Tuesday that it had summoned the envoy of Sudland "
        + "over new tariffs " * 4
        + "\n"
    )
    found = head(f"Envoy summoned\nMay 4, 2021\n\n{body}He came.\n")
    assert found.values["title"] == "Envoy summoned" and found.body_start == len("Envoy summoned\nMay 4, 2021\n\n")


def test_a_byline_of_the_staff_names_the_outlet() -> None:
    assert head(f"Norland opens talks\n\nBy NORTH TIDES staff\n\n{BODY}\n").values["outlet"] == "NORTH TIDES"


def test_a_caption_with_its_credit_is_no_title() -> None:
    caption = "President Per Olsson of Norland welcomes his guest from Sudland at the old customs house. North Press/Ola Lund"
    found = head(f"Olsson in pictures\n{caption}\n{BODY}")
    assert found.values["title"] == "Olsson in pictures"
    assert found.body_start == len("Olsson in pictures\n")
    assert head(f"Olsson hosts guest. North Press/Ola Lund\n{BODY}").body_start > 0


def test_a_dateline_may_stand_below_a_caption() -> None:
    text = f"Norland opens talks\n\n{BODY}\n\nNORTOWN, (North Press) – {BODY}\n"
    found = head(text)
    assert (found.values["dateline"], found.values["agency"]) == ("NORTOWN", "North Press")
    assert text[found.body_start :].startswith(BODY)
