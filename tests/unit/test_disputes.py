"""What reports disagree on beyond two values of one role: offices, the ends of a journey, what is denied."""

from __future__ import annotations

import pytest

from kg.model import Dispute, Report, Status
from kg.resolve import resolve
from tests.unit.test_resolve import HERE, Story


def person(name: str, title: str, published: str | None = "2024-05-03", body: str = "ke") -> Story:
    """An article that gives the invented Mira Tolane of Kenya an office."""
    story = Story(name, published).who("ke", "State", "Kenya").who("wc", "Organization", "Water Council", state="ke")
    return story.who("p", "Person", "Mira Tolane", state="ke").says("Role", person="p", title=title, of=body)


def found(*stories: Story) -> list[tuple[str, str, str, str, bool]]:
    """The disputes as (article, role, article, role, whether they exclude each other)."""
    disputes: tuple[Dispute, ...] = resolve([s.done() for s in stories]).disputes
    return [(d.left[0], d.roles[0], d.right[0], d.roles[1], d.excludes) for d in disputes]


@pytest.mark.parametrize(
    ("one", "other", "excludes"),
    [
        ("trade minister", "defence minister", True),
        ("deputy foreign minister", "foreign minister", True),
        ("vice president", "president", True),
        ("party secretary", "water commissioner", False),
        ("prime minister", "foreign minister", False),
    ],
)
def test_two_offices_in_two_articles_are_told_otherwise(one: str, other: str, excludes: bool) -> None:
    assert found(person("a", one), person("b", other)) == [("a", "title", "b", "title", excludes)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("minister", "defence minister"),
        ("foreign minister", "minister of foreign affairs"),
        ("leader", "president"),
        ("top diplomat", "foreign minister"),
        ("Cabinet Secretary for Foreign Affairs", "foreign minister"),
        ("party chief", "general secretary"),
        ("former trade minister", "defence minister"),
    ],
)
def test_more_precise_or_past_is_not_otherwise(one: str, other: str) -> None:
    assert not found(person("a", one), person("b", other))


def test_offices_that_one_article_gives_together_differ_nowhere() -> None:
    both = person("c", "party secretary").says("Role", person="p", title="water commissioner", of="ke")
    assert not found(person("a", "party secretary"), person("b", "water commissioner"), both)


def test_an_office_of_another_year_is_no_dispute() -> None:
    assert not found(person("a", "trade minister"), person("b", "defence minister", "2026-01-02"))


def test_an_office_is_disputed_once_by_the_closest_articles() -> None:
    told = [person("a", "trade minister", "2024-05-01"), person("b", "trade minister", "2024-05-20")]
    assert found(*told, person("c", "defence minister", "2024-05-21")) == [("b", "title", "c", "title", True)]


def journey(name: str, kind: str, **roles: str) -> Story:
    story = Story(name).who("no", "State", "Norway").who("p", "Person", "Mira Tolane", titles="special envoy")
    return story.says(kind, visitor="p", **roles)


def test_leaving_after_the_last_day_of_the_visit_is_told_otherwise() -> None:
    stay = journey("a", "Visit", destination="no", start="2024-05-01", end="2024-05-03")
    assert found(stay, journey("b", "Departure", origin="no", start="2024-05-04")) == [("a", "end", "b", "start", False)]
    assert not found(stay, journey("b", "Departure", origin="no", start="2024-05-03"))
    assert not found(stay, journey("b", "Departure", origin="no", start="2024-05"))


def test_an_article_that_tells_both_days_is_compared_like_with_like() -> None:
    stay = journey("a", "Visit", destination="no", start="2024-05-01", end="2024-05-03")
    both = journey("b", "Departure", origin="no", start="2024-05-04").says(
        "Visit", visitor="p", destination="no", end="2024-05-04"
    )
    assert not found(stay, both)


def shipment(status: Status) -> Story:
    story = Story(f"a{status}").who("ke", "State", "Kenya").who("no", "State", "Norway").who("pe", "State", "Peru")
    return story.says("Transfer", status, giver="ke", recipient="no", topic="rifles")


def test_what_one_article_denies_and_another_tells_is_disputed() -> None:
    assert found(shipment("alleged"), shipment("denied")) == [("aalleged", "giver", "adenied", "giver", True)]
    assert not found(shipment("alleged"), shipment("occurred"))


@pytest.mark.parametrize(("target", "disputed"), [("pe", True), ("no", False)])
def test_a_denial_answers_the_allegation_of_those_it_is_aimed_at(target: str, disputed: bool) -> None:
    told = shipment("alleged").says("Denial", agent="ke", target=target)
    (alleged, denial) = told.reports
    told.reports[0] = Report(alleged.id, alleged.type, "alleged", alleged.claims, ("pe",), HERE, 1.0, "test")
    article = told.name
    assert found(told) == ([(article, "giver", article, "agent", True)] if disputed else [])
    assert denial.type == "Denial"
