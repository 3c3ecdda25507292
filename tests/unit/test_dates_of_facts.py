"""When facts happen: weekdays, durations, ranges, "until", and times that belong to something else."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("President Jonas Berg visited Canada on 3 May.", "2026-05-03", None),
        ("President Jonas Berg visited Canada on Monday.", "2026-05-04", None),
        ("President Jonas Berg will visit Canada on Monday.", "2026-05-11", None),
        ("President Jonas Berg visited Canada yesterday.", "2026-05-06", None),
        ("President Jonas Berg visited Canada in 2019.", "2019", None),
        ("President Jonas Berg will visit Canada next month.", "2026-06", None),
        ("President Jonas Berg began a three-day visit to Canada on Monday.", "2026-05-04", "2026-05-06"),
        ("President Jonas Berg arrived in Canada on Monday for a three-day visit.", "2026-05-04", "2026-05-06"),
        ("President Jonas Berg left Canada on Wednesday after a stay of three days.", "2026-05-04", "2026-05-06"),
        ("President Jonas Berg will visit Canada from 10 to 12 June.", "2026-06-10", "2026-06-12"),
        ("President Jonas Berg is on a visit to Canada until 9 May.", None, "2026-05-09"),
        ("President Jonas Berg, who was elected in 2019, visited Canada on Tuesday.", "2026-05-05", None),
        ("President Jonas Berg told reporters on Tuesday that he visited Canada in March.", "2026-03", None),
        ("President Jonas Berg is due to visit Canada after the feast, his first trip there since 2012.", None, None),
        ("President Jonas Berg visited Canada.", None, None),
    ],
)
def test_dates_of_a_visit(sentence: str, start: str | None, end: str | None) -> None:
    (visit,) = facts(read_text(sentence), "Visit")
    assert (visit.get("start"), visit.get("end")) == (start and {start}, end and {end})


def test_the_day_of_leaving_is_no_first_day() -> None:
    told = read_text("President Jonas Berg left Canada on Wednesday after a visit.")
    assert values(told, "Visit", "end") == {"2026-05-06"} and not values(told, "Visit", "start")


def test_home_is_no_origin_where_the_story_is_elsewhere() -> None:
    text = "Minister Ana Silva left Lima on Monday. The Kenyan delegation departed on Tuesday."
    told = read_text(text, dateline="Oslo")
    assert values(told, "Departure", "origin") == {"Lima"}


def test_a_weekday_stays_open_without_a_date_of_publication() -> None:
    (visit,) = facts(read_text("President Jonas Berg visited Canada on Monday.", published=None), "Visit")
    assert "start" not in visit


def test_what_has_no_length_has_no_end() -> None:
    (arrival,) = facts(read_text("President Jonas Berg arrived in Canada on Monday for a three-day visit."), "Arrival")
    assert arrival["start"] == {"2026-05-04"} and "end" not in arrival


def test_each_clause_has_its_own_time() -> None:
    told = read_text("President Jonas Berg arrived in Ottawa on Monday and left Canada on Wednesday.")
    assert [f["start"] for t in ("Arrival", "Departure") for f in facts(told, t)] == [{"2026-05-04"}, {"2026-05-06"}]


def test_a_date_is_evidenced_by_its_words() -> None:
    text = "President Jonas Berg visited Canada on Monday."
    visit = next(r for r in read_text(text).reports if r.type == "Visit")
    assert [c.evidence.slice(text) for c in visit.claims if c.role == "start"] == ["Monday"]


def test_who_acts_in_a_clause_of_time_is_not_the_subject_of_the_sentence() -> None:
    told = read_text("Norway and Chile severed contacts in 2022 after a shelling in Duhok province killed nine tourists.")
    assert [f for f in facts(told, "Conflict") if "agent" in f] == []


def test_who_was_accused_does_not_speak_on_the_day_of_the_charge() -> None:
    told = read_text(
        "President Karl Lind in March accused the Chilean army of raids. The army denied it and said that it was at home."
    )
    assert all("start" not in s for s in facts(told, "Statement") if s["speaker"] != {"Karl Lind"})


def test_what_is_said_at_present_is_not_of_a_day_told_before() -> None:
    told = read_text("President Karl Lind met Eva Berg on Monday. Lind says that the treaty is dead.")
    assert [s.get("start") for s in facts(told, "Statement")] == [None]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Norway welcomed a Chilean delegation, according to state media Tuesday.", "Hosting"),
        ("Minister Ana Silva will leave for Peru on Friday, where she will meet Premier Leo Hart.", "Meeting"),
        ("Norway agreed to send aid to Chile by the end of June.", "Transfer"),
        ("Norway plans to provide 30 million euros in winter aid to Chile.", "Transfer"),
        ("President Jonas Berg congratulated Chile on the harvest of the year 2024.", "Message"),
        ("President Jonas Berg will meet Premier Leo Hart on Monday before he leaves for Peru.", "Visit"),
    ],
)
def test_the_day_of_something_else_is_no_first_day(sentence: str, type_: str) -> None:
    told = facts(read_text(sentence), type_)
    assert told and all("start" not in f for f in told)


def test_what_is_done_at_the_end_of_a_visit_tells_its_last_day() -> None:
    told = read_text("Norway and Chile signed a pact on Tuesday, at the close of a visit to Oslo by President Eva Lind.")
    assert values(told, "Visit", "end") == {"2026-05-05"}


def test_what_is_planned_for_a_day_is_ahead_even_where_it_is_off() -> None:
    told = read_text("The ministry said that Sunday's planned talks between Norway and Chile had been called off.")
    assert values(told, "Meeting", "start") == {"2026-05-10"}


def test_what_is_later_is_no_day_of_what_was_proposed() -> None:
    told = read_text("At talks with Norway, Chile proposed a new treaty later this year.")
    assert values(told, "Meeting", "start") == set()


def test_nobody_leaves_the_land_where_he_goes() -> None:
    told = read_text("President Jonas Berg will make a trip to Peru next week. He will leave for Lima on Thursday.")
    assert values(told, "Departure", "origin") == set()
