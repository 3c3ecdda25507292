"""Role facts: offices before, after and around a name, told by verbs, in lists, of counterparts, and former ones."""

from __future__ import annotations

import pytest

from tests.reading import facts, names_of, offices, read_text


def role(person: str, title: str, *of: str) -> tuple[str, str, frozenset[str]]:
    """A Role as ``offices`` gives it."""
    return person, title, frozenset(of)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Croatian Deputy Foreign Minister Ivo Maric left.", role("Ivo Maric", "Deputy Foreign Minister", "Croatian")),
        ("Acting President Ama Mensah of Ghana met lawmakers.", role("Ama Mensah", "Acting President", "Ghana")),
        ("Ghana's ambassador to Japan, Ama Mensah, met reporters.", role("Ama Mensah", "ambassador to Japan", "Ghana")),
        (
            "Secretary General of the United Nations Karl Lindqvist left.",
            role("Karl Lindqvist", "Secretary General", "United Nations"),
        ),
        ("UN Secretary-General Karl Lindqvist left.", role("Karl Lindqvist", "Secretary-General", "UN")),
        ("Astrid Holm is the Norwegian defence minister.", role("Astrid Holm", "defence minister", "Norwegian")),
        ("Karin Holt serves as Denmark's ambassador to Chile.", role("Karin Holt", "ambassador to Chile", "Denmark")),
        ("Ama Mensah remains the chairwoman of the Baltic Council.", role("Ama Mensah", "chairwoman", "Baltic Council")),
        ("Egyptian intelligence chief Karim Nasser left.", role("Karim Nasser", "intelligence chief", "Egyptian")),
        ("Thailand's foreign minister, Don Somchai, left.", role("Don Somchai", "foreign minister", "Thailand")),
        ("Myanmar's ousted leader Thida Win spoke.", role("Thida Win", "ousted leader", "Myanmar")),
        ("Will President Astrid Holm go?", role("Astrid Holm", "President")),
        ("French government spokesman Karl Lindqvist left.", role("Karl Lindqvist", "spokesman", "French")),
        ("Ms. Karin Holt, who chairs the Baltic Council, left.", role("Karin Holt", "chair", "Baltic Council")),
    ],
)
def test_one_office(sentence: str, expected: tuple[str, str, frozenset[str]]) -> None:
    assert offices(read_text(sentence)) == {expected}


def test_two_offices_in_apposition() -> None:
    told = read_text("Karin Holt, the Danish prime minister and leader of the Harbour Party, visited Chile.")
    assert offices(told) == {role("Karin Holt", "prime minister", "Danish"), role("Karin Holt", "leader", "Harbour Party")}


def test_a_list_shares_its_state() -> None:
    told = read_text("Norwegian Defence Minister Astrid Holm and Finance Minister Nils Berg visited Estonia.")
    assert offices(told) == {
        role("Astrid Holm", "Defence Minister", "Norwegian"),
        role("Nils Berg", "Finance Minister", "Norwegian"),
    }


def test_a_list_shares_its_title() -> None:
    told = read_text("Presidents Ama Mensah of Ghana, Kofi Adjei of Togo and Rosa Diaz of Peru met in Accra.")
    assert offices(told) == {
        role("Ama Mensah", "President", "Ghana"),
        role("Kofi Adjei", "President", "Togo"),
        role("Rosa Diaz", "President", "Peru"),
    }


def test_a_counterpart() -> None:
    told = read_text("Danish Foreign Minister Karin Holt met her Peruvian counterpart Jorge Rivas.")
    assert role("Jorge Rivas", "Foreign Minister", "Peruvian") in offices(told)


def test_one_office_worded_twice_is_one() -> None:
    told = read_text("Danish Foreign Minister Karin Holt left. Minister Holt returned. Foreign Minister Holt spoke.")
    assert offices(told) == {role("Karin Holt", "Foreign Minister", "Danish")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Karin Holt is not the Danish foreign minister.",
        "Ivo Maric, a cook, met the queen.",
        "Mr. Tariq Mansoor arrived late.",
        "Dr. Samuel Okoro spoke at the ceremony.",
    ],
)
def test_no_office(sentence: str) -> None:
    assert offices(read_text(sentence)) == set()


def test_a_former_office_is_told_as_former() -> None:
    for sentence in ("Former Malian President Ousmane Keita left.", "Mali's former president, Ousmane Keita, left."):
        told = offices(read_text(sentence))
        assert [title.split()[0] for _, title, _ in told] == ["former"]


def test_evidence_covers_person_and_title() -> None:
    text = "On Monday Norwegian Defence Minister Astrid Holm left."
    report = next(r for r in read_text(text).reports if r.type == "Role")
    assert report.evidence.slice(text) == "Norwegian Defence Minister Astrid Holm"


def test_a_counterpart_is_that_of_the_subject() -> None:
    text = (
        "Ghanaian Foreign Minister Kofi Mensah saw President Awa Fall of Senegal and then lunched with his counterpart, Awa Diop."
    )
    assert role("Awa Diop", "Foreign Minister") in {(p, t, frozenset()) for p, t, _ in offices(read_text(text))}


def test_a_visitor_does_not_serve_the_state_of_the_dateline_that_he_comes_to() -> None:
    told = offices(read_text("President Kofi Mensah is due to visit Iraq after the holidays.", dateline="BAGHDAD"))
    assert role("Kofi Mensah", "President") in told


def test_who_receives_guests_from_the_home_state_serves_the_state_they_came_to() -> None:
    text = "Vietnamese President Tran Van Hai arrived in Laos on Sunday. He met Prime Minister Bounmy Keola on Monday."
    assert role("Bounmy Keola", "Prime Minister", "Laos") in offices(read_text(text, dateline="HANOI"))


def test_the_counterpart_of_a_secretary_of_state_is_a_foreign_minister() -> None:
    told = read_text("US Secretary of State Karin Holt met her Peruvian counterpart Jorge Rivas.")
    assert role("Jorge Rivas", "Foreign Minister", "Peruvian") in offices(told)


def test_a_presidential_spokesman_speaks_for_no_ministry() -> None:
    told = offices(read_text("The Russian Foreign Ministry said so. Presidential spokesman Oleg Panin told reporters on Friday."))
    assert role("Oleg Panin", "Presidential spokesman") in told


def test_two_offices_before_a_name_share_the_state_of_the_first() -> None:
    told = read_text("Peruvian Foreign Minister Juan Soto met Chinese State Councillor and Defence Minister Li Wei in Lima.")
    assert ("Li Wei", "Defence Minister", frozenset({"China"})) in {
        (p, t, frozenset("China" if "Chin" in o else o for o in of)) for p, t, of in offices(told)
    }


def test_a_bracket_behind_an_office_may_end_the_article() -> None:
    assert read_text("Ana Silva met the Prime Minister of Bhutan. It was the visit of the Prime Minister (March 14)") is not None
    assert read_text("Ana Silva is Foreign Minister (acting)") is not None


def test_a_mayor_is_of_the_town_and_not_of_its_state() -> None:
    told = read_text("The guest was received by Nairobi governor Mike Soto and the mayor of Lima, Ana Bo. Peru thanked Kenya.")
    places = {n for names in names_of(told, "Place") for n in names}
    assert {"Nairobi", "Lima"} <= places
    assert {(p, of) for p, _, of in offices(told)} == {("Mike Soto", frozenset({"Nairobi"})), ("Ana Bo", frozenset({"Lima"}))}


def test_who_speaks_behind_several_is_none_of_them() -> None:
    assert offices(read_text("It showed the trust between the leaders, Lind said. Eva Lind left.")) == set()


def test_a_counterpart_is_of_the_state_told_beside_the_other() -> None:
    told = read_text(
        "The defense chiefs of Peru and Chile met in Lima to talk about Norway's ships. Norway's ships had come near. "
        "Norway denied it. The talks between Peru's Defense Minister Juan Soto and his counterpart, Eva Lind, went on."
    )
    assert ("Eva Lind", "Defense Minister", frozenset({"Chile"})) in offices(told)
    assert {"Peru", "Chile"} in [f["participant"] for f in facts(told, "Meeting")]


def test_a_premier_dismisses_ministers_of_his_own_state() -> None:
    told = offices(read_text("Norwegian Prime Minister Salma Berg dismissed Foreign Minister Olav Lund on Monday."))
    assert ("Olav Lund", "Foreign Minister", frozenset({"Norwegian"})) in told
