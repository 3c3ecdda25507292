"""What is told a second time, or not as an act of its own: relayed journeys, guesses, glosses, one event with others in it."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    "text",
    [
        "The minister's envoy is expected to travel to Accra for the feast, Ambassador Lars Holm said.",
        "The spokesman said generals from both armies discussed with Kenyan officers ways to secure the border.",
        "Zambia's premier accepted the invitation, press secretary Ruth Banda told reporters.",
        "Grace Wanjiru said rebels had received an official invitation from the mediator.",
        "The foreign ministry said the protest was filed on Monday afternoon.",
        "The envoy's itinerary includes a meeting with port workers in Mombasa, the Kenyan foreign ministry said.",
    ],
)
def test_who_relays_what_others_do_states_nothing(text: str) -> None:
    assert not facts(read_text(text), "Statement")


@pytest.mark.parametrize(
    "text",
    [
        "President Ruth Banda said the minister should attend the summit.",
        "President Ruth Banda said Uganda never met its obligations to Kenya.",
        "President Ruth Banda said the two countries must discuss their water problem.",
    ],
)
def test_what_others_ought_to_do_is_stated(text: str) -> None:
    assert values(read_text(text), "Statement", "speaker") == {"Ruth Banda"}


@pytest.mark.parametrize(
    "guess", ["Analysts said Kenya aims to", "Kenya apparently aims to", "Experts believe Kenya is ready to"]
)
def test_what_onlookers_make_of_a_side_is_no_pledge(guess: str) -> None:
    assert not facts(read_text(f"{guess} win over Uganda."), "Pledge")
    assert facts(read_text("Kenya is ready to help Uganda, Foreign Minister Ruth Banda said."), "Pledge")


def test_the_gloss_of_the_outlet_is_no_statement() -> None:
    told = "Ruth Banda will lead the delegation to Kampala, further underscoring the importance of the talks."
    assert not facts(read_text(f"President {told}"), "Statement")
    assert facts(read_text("President Ruth Banda addressed the forum, stressing the need for trade."), "Statement")


def test_resolve_and_willingness_are_promised() -> None:
    told = read_text("Norway and Chile reaffirmed their resolve to enhance trade in timber.")
    assert values(told, "Pledge", "topic") == {"enhance trade in timber"}
    assert not facts(read_text("Norway has no willingness to share the port with Chile."), "Pledge")


def test_support_that_gives_strength_is_not_voiced_again() -> None:
    assert not facts(read_text('"Turkey\'s support gives us strength," said President Ruth Banda.'), "Support")


def test_who_backs_an_idea_supports_whoever_had_it() -> None:
    (told,) = facts(
        read_text('Norway proposed a joint patrol. "We support this idea," Ana Silva of Chile told reporters.'), "Support"
    )
    assert (told["agent"], told["target"], told["topic"]) == ({"Ana Silva"}, {"Norway"}, {"joint patrol"})
    assert not facts(read_text('"We support this idea," said Ana Silva.'), "Support")


def test_a_wreath_at_a_ceremony_is_part_of_it() -> None:
    rite = "President Ruth Banda attended a wreath-laying ceremony at the Heroes' Cemetery."
    assert len(facts(read_text(f"{rite} Ambassador Lars Holm also laid a wreath."), "Tribute")) == 1
    assert len(facts(read_text(f"{rite} On Friday Ambassador Lars Holm laid a wreath at the Navy Memorial."), "Tribute")) == 2


def test_an_envoy_summoned_is_received_once() -> None:
    call = "Kenya summoned Ugandan ambassador Paul Okello on Monday over the arrests."
    (told,) = facts(read_text(f"{call} Okello was received by Deputy Foreign Minister Grace Wanjiru."), "Meeting")
    assert told["participant"] == {"Kenya", "Paul Okello", "Grace Wanjiru"}
    assert len(facts(read_text(f"{call} Okello was received by Ugandan President Ruth Banda."), "Meeting")) == 2


def test_a_state_invited_yields_to_its_guests() -> None:
    told = read_text("Kenya has invited Uganda to the fair. Kenya has invited Ugandan President Ruth Banda to the fair.")
    assert [f["invitee"] for f in facts(told, "Invitation")] == [{"Ruth Banda"}]
    told = read_text("Kenya invited Uganda to the talks. Denmark invited Ugandan President Ruth Banda to Copenhagen.")
    assert len(facts(told, "Invitation")) == 2


def test_sympathy_for_the_bereaved_is_part_of_the_message() -> None:
    sent = "Kenyan Foreign Minister Grace Wanjiru sent a message of condolences to Danish Foreign Minister Lars Holm."
    (told,) = facts(read_text(f"{sent} Wanjiru extended sincere sympathies to the bereaved families."), "Message")
    assert told["recipient"] == {"Lars Holm"}
    assert len(facts(read_text(f"{sent} She also sent condolences to Ugandan President Ruth Banda."), "Message")) == 2


def test_a_named_war_that_was_a_conflict_is_one_and_over() -> None:
    war = "The Salt War, which lasted from 1932 to 1935, was a bloody conflict between Kenya (helped by Norway) and Uganda."
    (told,) = facts(read_text(war), "Conflict")
    assert (told["agent"], told["start"], told["status"]) == ({"Kenya", "Uganda"}, {"1932"}, {"occurred"})


def test_a_notice_to_the_public_is_no_pledge() -> None:
    assert not facts(read_text('"Applicants with appointments will be received," the Kenyan embassy said.'), "Pledge")
    assert facts(read_text('"All hostages will be freed," the Kenyan embassy said.'), "Pledge")


def test_the_country_of_somebody_of_no_known_state_is_left_open() -> None:
    told = read_text("Ana Silva met Karl Lind of Uganda. Lars Holm said his country was ready to help.")
    assert "Uganda" not in values(told, "Pledge", "agent") | values(told, "Statement", "speaker")
    told = read_text("A Chinese delegation led by Li Bo arrived in Oslo. Li said his country was ready to help.")
    assert "Chinese" in values(told, "Pledge", "agent")


def test_what_somebody_says_twice_is_said_once() -> None:
    told = read_text("Minister Grace Wanjiru apologised to Uganda for the raid. Wanjiru later apologised again.")
    assert [f["topic"] for f in facts(told, "Statement")] == [{"raid"}]
    assert len(facts(read_text("Kenya reiterated its call for an inquiry into the raid."), "Statement")) == 1
    asked = "President Ruth Banda urged Uganda to reopen the border. Banda urged Uganda to release the sailors."
    assert len(facts(read_text(asked), "Statement")) == 2


def test_a_session_of_one_body_is_told_once() -> None:
    session = "Leaders of the Nordic Council will meet in Oslo on Friday to discuss fishing."
    told = read_text(f"{session} It rained. It snowed. It was cold. It was dark. {session}")
    assert len(facts(told, "Meeting")) == 1


def test_meetings_with_nobody_told_are_none() -> None:
    assert not facts(read_text("Foreign Minister Grace Wanjiru will hold 15 bilateral meetings."), "Meeting")
    assert facts(read_text("Foreign Minister Grace Wanjiru will hold meetings with Ana Silva."), "Meeting")


@pytest.mark.parametrize("verb", ["called in", "summoned"])
def test_a_protest_goes_to_the_state_of_the_envoy_summoned(verb: str) -> None:
    told = read_text(f"Kenya's Foreign Minister Grace Wanjiru {verb} Ugandan Ambassador Paul Okello and lodged a protest.")
    assert values(told, "Criticism", "target") == {"Ugandan"}


def test_the_state_whose_ministry_says_so_is_not_invited() -> None:
    told = read_text(
        "President Jonas Berg of Norway arrived in Peru for a state visit, on the invitation of Peruvian President Ana Silva, "
        "the Peruvian foreign ministry said in a statement."
    )
    assert values(told, "Invitation", "invitee") == {"Jonas Berg"}


@pytest.mark.parametrize("told", ["would visit Oslo on Friday", "will visit Oslo on Friday"])
def test_a_name_behind_a_comma_does_what_is_told(told: str) -> None:
    read = read_text(f"Minister Ana Silva said the Kenyan envoy, Paul Otieno, {told}.")
    assert values(read, "Visit", "visitor") == {"Paul Otieno"}
    assert "Paul Otieno" not in values(read, "Statement", "speaker")


def test_a_right_to_strike_is_no_attack() -> None:
    assert not facts(read_text("Kenya spoke of Uganda's right to strike Norwegian territory."), "Conflict")
    assert facts(read_text("Uganda struck Norwegian territory."), "Conflict")


def test_who_says_that_he_invited_others_states_nothing() -> None:
    assert not facts(read_text("Canada has said it invited leaders from seven African countries to the fair."), "Statement")


def test_a_visit_ranked_as_the_first_is_the_one_told() -> None:
    told = read_text(
        "Chinese President Li Bo came to Norway on Tuesday. He arrived in Oslo for the first state visit to Norway by a Chinese "
        "head of state in 28 years."
    )
    assert [f["visitor"] for f in facts(told, "Visit")] == [{"Li Bo"}]


def test_a_meeting_held_before_a_summons_is_another() -> None:
    told = read_text(
        "The Kenyan foreign ministry held a meeting on Monday discussing fish. The Ugandan ambassador, Paul Okello, was "
        "summoned to the ministry."
    )
    assert {"Paul Okello"} & values(told, "Meeting", "participant")
    assert all(f.get("topic") is None for f in facts(told, "Meeting") if "Paul Okello" in f["participant"])


def test_who_will_not_attend_a_summit_denies_no_meeting() -> None:
    assert not facts(read_text("Jonas Berg said he will not attend the summit unless all are invited."), "Meeting")


def test_talks_on_something_are_with_whom_ends_it() -> None:
    told = read_text("Premier Ranil Silva will also hold discussions on trade and investment cooperation with Karl Voss.")
    assert values(told, "Meeting", "participant") == {"Ranil Silva", "Karl Voss"}


def test_an_agency_reports_and_leaves_nothing_alleged() -> None:
    told = read_text(
        "The ambassadors of France and Norway have been summoned to the Russian Foreign Ministry, TASS reports, citing him."
    )
    assert values(told, "Meeting", "status") == {"occurred"}


def test_nothing_is_sent_to_a_statement() -> None:
    told = read_text("Kenya handed over a diplomatic note of thanks in relation to a statement of the Norwegian Embassy.")
    assert "Norwegian Embassy" not in values(told, "Message", "recipient")


def test_what_is_pointed_out_is_what_it_tells() -> None:
    told = read_text("Chinese Premier Li Bo pointed out that China is willing to expand trade with Norway.")
    assert not facts(told, "Statement")
    assert values(told, "Pledge", "agent") == {"China", "Li Bo"}


def test_a_strike_and_whom_it_killed_are_one() -> None:
    (told,) = facts(read_text("An airstrike on the town of Adwa in Tigray killed 65 civilians."), "Conflict")
    assert "65 civilians" in told["target"]


def test_the_journey_is_not_what_talks_are_about() -> None:
    told = read_text("President Li Bo held talks with Ana Silva in Oslo on his first state visit.")
    assert not values(told, "Meeting", "topic")
    assert values(read_text("Li Bo and Ana Silva held talks on a visit by the pope."), "Meeting", "topic")


def test_relations_only_stressed_are_not_established() -> None:
    assert not facts(read_text("Li Bo underscored establishing good working relations with Norway."), "Agreement")
    assert facts(read_text("China established diplomatic relations with Norway in 1954."), "Agreement")


def test_a_feast_to_come_is_planned_and_attacks_given_up_are_none() -> None:
    told = read_text("President Ruth Banda will attend a reception celebrating the 30th anniversary of ties with Norway.")
    assert values(told, "Commemoration", "status") == {"planned"}
    assert not facts(read_text("The rebels pledged to stop launching attacks against civilians."), "Conflict")


def test_since_when_meetings_are_counted_dates_none() -> None:
    told = read_text("This is the fifth meeting between Li Bo and Karl Voss since 2008.")
    assert not values(told, "Meeting", "start")


def test_conditions_rejected_leave_the_talks_told() -> None:
    told = read_text(
        '"Sudan has agreed to attend the talks with Norway," said envoy Karl Voss. Those talks failed when the rebels set six '
        "conditions and Sudan rejected them."
    )
    assert "alleged" not in values(told, "Agreement", "status") | values(told, "Meeting", "status")
