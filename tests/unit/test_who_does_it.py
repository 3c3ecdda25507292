"""Who speaks, gives, invites and is blamed, and who is only told of beside: pronouns behind quotations, bodies, companions."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values

HOLM, SOTO = "Norwegian Foreign Minister Astrid Holm", "Chilean Foreign Minister Juan Soto"


def test_he_behind_a_quotation_is_the_body_that_spoke_before_it() -> None:
    told = read_text(
        "Defence Minister Juan Soto will lead a delegation to Oslo on Tuesday.\nThe Chilean Defence Ministry said in a statement "
        'that the visit will last three days. "The visit will be an important stage in our ties," he said.'
    )
    assert values(told, "Statement", "speaker") == {"Chilean Defence Ministry"}


def test_he_behind_a_quotation_is_nobody_where_a_person_and_then_a_body_spoke() -> None:
    told = read_text(
        "Foreign Minister Juan Soto told reporters on Monday that Chile rejects the plan.\nThe ministry said in a statement that "
        'talks on fish would go on. "The plan is a threat to the region," he said.'
    )
    assert not [f for f in facts(told, "Statement") if "threat" in " ".join(f.get("topic", ()))]


def test_him_is_whom_an_inviting_letter_is_given() -> None:
    told = read_text(
        "Chilean President Leo Hart flew to Lima in June.\nNorwegian Minister Olav Berg gave him a letter from King "
        "Karl Voss inviting him to visit Oslo."
    )
    assert values(told, "Invitation", "invitee") == {"Leo Hart"}


def test_he_is_not_one_of_those_whom_a_delegation_includes() -> None:
    told = read_text(
        "Chilean President Leo Hart arrived in Oslo on Monday.\nHis delegation includes Finance Minister Juan Soto.\n"
        "He will fly to Lima on Friday."
    )
    assert {"Juan Soto"} not in [f["visitor"] for f in facts(told, "Visit")]
    assert "Leo Hart" in values(told, "Visit", "visitor")


def test_he_is_not_who_an_aside_tells_of_without_a_name() -> None:
    told = read_text(
        "Chilean President Leo Hart was invited to Oslo.\nThe letter, which a Norwegian envoy had denied, is now public.\n"
        "He will visit Lima on Friday."
    )
    assert values(told, "Visit", "visitor") == {"Leo Hart"}


def test_a_title_in_what_somebody_owns_is_not_the_owners() -> None:
    told = read_text(
        f"{SOTO} accused the crew of theft.\nThe owner of the Lady Anna, Ivo Marin, rejected the charge.\n"
        '"There was only salt below deck that night," he said.'
    )
    assert values(told, "Statement", "speaker") == {"Ivo Marin"}


def test_for_her_part_does_not_hide_who_speaks() -> None:
    told = read_text(
        "Olav Berg received a delegation led by Bounmy Keo.\nBounmy, for his part, extended to Berg warm greetings from "
        "the party leader and asked Norway to help.\nHe promised that Laos would send rice."
    )
    assert "Bounmy Keo" in values(told, "Pledge", "agent")


def test_the_two_ministers_are_those_told_to_be_ministers() -> None:
    told = read_text(
        "A Chilean delegation led by Defence Minister Juan Soto arrived in Oslo on Sunday.\nThe delegation, which includes the "
        "army chief of staff, General Leo Hart, was invited by Norwegian Defence Minister Olav Berg.\n"
        "The two ministers signed a protocol on Monday."
    )
    assert values(told, "Agreement", "party") == {"Juan Soto", "Olav Berg"}


def test_the_general_of_a_state_is_who_leads_its_delegation() -> None:
    told = read_text(
        "A Chilean military delegation led by Lieutenant General Leo Hart called on General Olav Berg in Oslo.\n"
        "The guard gave a salute to the Chilean general.\nHe also laid a wreath at the War Memorial."
    )
    assert values(told, "Tribute", "agent") == {"Leo Hart"}


def test_the_kingdom_is_no_republic() -> None:
    text = "Tonga opened its port.\nPeru sent a ship.\nOn Monday Chile gave the kingdom two patrol vehicles."
    assert values(read_text(text), "Transfer", "recipient") == {"Tonga"}


def test_the_criticism_of_several_is_not_that_of_the_last() -> None:
    told = read_text(
        "Peru sharply criticised Norway's new map.\nChile has also lodged a protest.\n"
        "Norway's envoy, Olav Berg, dismissed the criticism."
    )
    assert not values(told, "Denial", "target")


def test_a_protest_is_of_the_state_whose_ministry_tells_it() -> None:
    told = read_text(
        "Norway lodged a protest with Chile on Monday, the Foreign Ministry said.\n"
        "Chilean Ambassador Juan Soto rejected the protest."
    )
    assert values(told, "Denial", "target") == {"Norway"}


def test_what_is_described_is_not_said_to_who_was_met() -> None:
    told = read_text(f"{HOLM} met {SOTO} in Oslo.\nHolm described the port as a gateway to the north.")
    assert values(told, "Statement", "speaker") == {"Astrid Holm"}
    assert not values(told, "Statement", "addressee")


def test_what_both_sides_want_is_said_by_who_tells_it() -> None:
    told = read_text(
        f'{HOLM} met {SOTO} in Oslo.\n"Both sides want the row settled before the end of the year," she told reporters.'
    )
    assert values(told, "Statement", "speaker") == {"Astrid Holm", "Norwegian"}


def test_a_state_does_not_deny_what_its_troops_are_said_to_have_done() -> None:
    told = read_text(f"{HOLM} denied that Norwegian troops had moved the border.")
    assert values(told, "Denial", "agent") == {"Astrid Holm"}


@pytest.mark.parametrize(
    ("sentence", "target"), [("send rice to Peru", {"Peru"}), ("pass it on to Peru", set()), ("convey the note to Peru", set())]
)
def test_what_is_passed_on_is_not_promised_to_who_gets_it(sentence: str, target: set[str]) -> None:
    assert values(read_text(f"Ambassador Juan Soto promised to {sentence}."), "Pledge", "target") == target


def test_a_state_that_hosts_talks_need_not_take_part() -> None:
    told = read_text("Norway will host a third round of talks in Oslo in September.")
    assert not facts(told, "Meeting")


def test_a_joint_commission_is_of_the_states_whose_ministers_convene_it() -> None:
    told = read_text(
        f"{HOLM} met {SOTO} in Lima.\nThe two ministers agreed to hold the second session of the Joint Fisheries Commission "
        "in Oslo in June."
    )
    planned = [f for f in facts(told, "Meeting") if f["status"] == {"planned"}]
    assert planned[0]["participant"] == {"Norwegian", "Chilean", "Joint Fisheries Commission"}


def test_who_asks_to_convey_an_invitation_invites() -> None:
    told = read_text(f"{HOLM} asked {SOTO} to convey an invitation to President Leo Hart to visit Oslo.")
    assert values(told, "Invitation", "inviter") == {"Astrid Holm"}


def test_similar_cables_are_to_whom_the_first_was_sent() -> None:
    told = read_text(
        "King Karl Voss sent a cable of condolences to President Leo Hart over the sinking of a ferry.\nIn his cable, King Voss "
        "spoke of his sympathy for President Hart and the families of the victims.\nPrince Olav Berg sent a similar cable."
    )
    own = [f for f in facts(told, "Message") if "Olav Berg" in f["sender"]]
    assert own[0]["recipient"] == {"Leo Hart"}


def test_a_war_is_condemned_and_not_where_it_is_fought() -> None:
    told = read_text("Minister Astrid Holm raised the war in Peru, which Norway strongly condemns.")
    assert not values(told, "Criticism", "target")


def test_who_is_wanted_out_is_not_asked() -> None:
    told = read_text("Lawmaker Leo Hart wants the Chilean ambassador thrown out by Monday.")
    assert not values(told, "Statement", "addressee")


def test_who_came_along_once_need_not_come_again() -> None:
    told = read_text(
        "Olav Berg, accompanied by Juan Soto, arrived in Lima on Monday.\nSoto was accompanied by Leo Hart.\n"
        "Soto is expected to travel to Oslo next week."
    )
    planned = [f for f in facts(told, "Visit") if f["status"] == {"planned"}]
    assert planned[0]["visitor"] == {"Juan Soto"}


def test_a_letter_that_we_sent_is_the_states() -> None:
    told = read_text('"We have sent a letter to Chile," Norwegian government spokesman Olav Berg told reporters.')
    assert values(told, "Message", "sender") == {"Norwegian"}


def test_our_army_is_not_the_other_one_told_of() -> None:
    told = read_text('"We back the Chilean army. Our army reaffirms the pledge to help," Norwegian Minister Olav Berg said.')
    assert "Chilean army" not in values(told, "Statement", "speaker") | values(told, "Pledge", "agent")


def test_soldiers_are_blamed_and_not_their_state() -> None:
    told = read_text("Norway accused Chilean soldiers of burning the village.")
    assert values(told, "Criticism", "target") == {"Chilean soldiers"}


def test_a_delegation_of_a_synod_is_not_sent_by_the_state_it_is_in() -> None:
    told = read_text("A delegation of the Synod of Norway headed by Olav Berg met Juan Soto in Lima.")
    assert not values(told, "Delegation", "sent_by") & {"Norway"}


def test_calls_with_the_ministers_of_two_states_are_two() -> None:
    told = read_text("Secretary-General Leo Hart held phone calls with the foreign ministers of Norway and Chile.")
    assert sorted(sorted(f["participant"]) for f in facts(told, "Meeting")) == [["Chile", "Leo Hart"], ["Leo Hart", "Norway"]]


def test_condolences_on_a_death_went_to_the_state() -> None:
    told = read_text(f"{HOLM} thanked Chile for sending condolences on the passing of King Karl Voss.")
    assert values(told, "Message", "recipient") == {"Norwegian"}


def test_a_committee_of_a_body_is_not_the_body() -> None:
    told = read_text("The Baltic League said that its executive committee will hold a meeting in Oslo on Friday.")
    assert values(told, "Meeting", "participant") == {"executive committee"}


def test_lawmakers_are_the_delegation_told_before() -> None:
    told = read_text(
        "A Norwegian delegation led by Olav Berg will visit Chile on Monday.\nThe Norwegian lawmakers "
        "will travel to Lima on Friday."
    )
    assert {"Norwegian delegation"} in [f["visitor"] for f in facts(told, "Visit") if f.get("destination") == {"Lima"}]


def test_an_official_who_comes_is_not_his_state() -> None:
    told = read_text("Norway has denied reports that a senior Chilean official will fly to Oslo this month.")
    assert values(told, "Visit", "visitor") == {"senior Chilean official"}


def test_the_dead_organise_nothing() -> None:
    told = read_text(
        "King Karl Voss pays tribute to Chilean soldiers killed in the war and buried at Lima on July 25, to mark the "
        "70th anniversary of the armistice."
    )
    assert not [v for v in values(told, "Commemoration", "organizer") if "soldiers" in v]


def test_who_is_praised_is_not_spoken_to() -> None:
    told = read_text(f"{HOLM} praised Chile for its help to the fishermen.")
    assert values(told, "Statement", "topic") == {"help to the fishermen"}
    assert not values(told, "Statement", "addressee")


def test_the_name_of_a_delegation_tells_whence_its_members_are() -> None:
    told = read_text("Olav Berg received a delegation of monks from Chile led by Leo Hart.")
    assert values(told, "Delegation", "delegation") == {"delegation of monks from Chile"}


def test_an_agency_of_the_united_nations_is_not_the_united_nations() -> None:
    told = read_text("The United Nations refugee agency warned that 4,000 people had fled.")
    assert values(told, "Statement", "speaker") == {"United Nations refugee agency"}


def test_our_minister_is_not_who_says_so() -> None:
    told = read_text(
        "Chile invited Norwegian FM Olav Berg to Lima.\n"
        '"Our foreign minister will visit Lima in May," Norwegian Deputy Foreign Minister Astrid Holm told reporters.'
    )
    assert "Astrid Holm" not in values(told, "Visit", "visitor")


def test_a_foreign_minister_may_be_told_as_fm() -> None:
    told = read_text(
        "Norwegian FM Olav Berg is in Lima.\nNorwegian Deputy Foreign Minister Astrid Holm thanked Chile for its help.\n"
        "Chile has invited the Norwegian foreign minister to visit Santiago."
    )
    assert values(told, "Invitation", "invitee") == {"Olav Berg"}


def test_who_plays_no_role_in_an_invitation_is_not_invited() -> None:
    assert not facts(read_text("Norway played no role in the Chilean invitation to Peru."), "Invitation")


@pytest.mark.parametrize("event", ["to talks with Chile in Lima", "for a summit with Chile in Lima"])
def test_talks_to_which_one_is_invited_have_not_been_held(event: str) -> None:
    assert not facts(read_text(f"Norway accepted an invitation {event}."), "Meeting")
