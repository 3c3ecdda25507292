"""Speech acts: what a statement amounts to, what is told by nouns, and what speakers do in their own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.finish import probable
from kg.model import Claim, Report, Span
from tests.reading import facts, read_text, values


def test_a_fault_found_is_criticism_of_whose_it_is() -> None:
    (told,) = facts(read_text("Norway said the Chilean map was unacceptable."), "Criticism")
    assert (told["agent"], told["target"]) == ({"Norway"}, {"Chilean"})


def test_harm_done_is_criticism() -> None:
    told = read_text('"Chile is sabotaging the truce," said Norway\'s Foreign Minister Ana Silva.')
    assert values(told, "Criticism", "target") == {"Chile"}


def test_a_claim_called_untrue_is_denied() -> None:
    told = read_text("President Jonas Berg of Norway said the reports were pure speculation.")
    assert values(told, "Denial", "agent") == {"Jonas Berg"}


def test_what_the_own_side_has_not_done_is_denied() -> None:
    told = read_text("President Jonas Berg of Norway said the Norwegian army had played no part in the raid.")
    assert values(told, "Denial", "agent") == {"Jonas Berg"}


def test_what_is_not_decided_is_not_denied() -> None:
    assert not facts(read_text("President Jonas Berg of Norway said his government had not decided."), "Denial")


def test_a_thing_may_follow_the_name_that_it_is_given() -> None:
    (told,) = facts(read_text('Norway dismissed as "a fairy tale" a Chilean report that its ships had left.'), "Denial")
    assert (told["agent"], told["target"]) == ({"Norway"}, {"Chilean"})
    assert values(read_text("Norway denounced as provocative the Chilean drills."), "Criticism", "target") == {"Chilean"}


def test_a_charge_denied_takes_its_topic_from_the_accusation() -> None:
    told = read_text("Chile accuses Norway of aiding the rebels, an allegation that Oslo has repeatedly rejected.")
    assert values(told, "Denial", "topic") == {"aiding the rebels"}
    assert values(told, "Denial", "target") == {"Chile"}


def test_what_is_made_clear_is_stated_or_promised() -> None:
    assert values(read_text("Norway made clear that the border is open."), "Statement", "speaker") == {"Norway"}
    assert values(read_text("Norway made it clear that it would block the plan."), "Pledge", "agent") == {"Norway"}


def test_a_clause_that_tells_a_fact_by_its_object_is_no_statement() -> None:
    assert not facts(read_text("Norway said its minister was travelling at the invitation of Chile."), "Statement")


def test_a_present_stance_of_we_is_an_act() -> None:
    told = read_text('"We reject the claim by Chile," said Norway\'s Foreign Minister Ana Silva.')
    assert [f["status"] for f in facts(told, "Denial")] == [{"occurred"}]


INTERVIEW = """An hour with Carl Wood

Carl Wood, Norway's foreign minister, spoke to this newspaper in Oslo.

Q. Did Norway threaten to leave the union?

A. No. We have never threatened anybody.

Q. President Jonas Berg says you are arming the rebels.

A. It is false.
"""


def test_no_to_a_question_is_a_denial() -> None:
    told = facts(read_text(INTERVIEW), "Denial")
    assert [d["agent"] for d in told] == [{"Carl Wood"}, {"Carl Wood"}]
    assert told[1]["target"] == {"Jonas Berg"}


def test_labels_of_questions_are_no_names() -> None:
    assert not any("Q." in n or "A." in n for r in read_text(INTERVIEW).referents for n in r.names)


BRIEFING = """Spokesperson Ana Silva: Good afternoon. Norway's president will travel to Lima on Monday.

Question: Chile says that Norwegian ships entered its waters.

Spokesperson: That is not true. We condemn the arrest of two fishermen by Chile.
"""


def test_an_office_goes_on_with_the_name_that_it_had() -> None:
    told = read_text(BRIEFING)
    assert values(told, "Denial", "agent") == {"Ana Silva"}
    assert "Ana Silva" in values(told, "Criticism", "agent")


def test_what_is_said_in_a_statement_is_what_is_said() -> None:
    (told,) = facts(read_text("Norway said in a statement that the port was a gateway to the north."), "Statement")
    assert told["topic"] == {"port was a gateway to the north"}


def test_who_says_accuses() -> None:
    told = read_text("President Jonas Berg says the people of Chile voted for peace and accuses Peru of hypocrisy.")
    assert values(told, "Criticism", "agent") == {"Jonas Berg"}
    told = read_text("President Jonas Berg said the drills were defensive and urged Chile to return to talks.")
    assert values(told, "Statement", "addressee") == {"Chile"}


def test_a_colon_may_give_the_speaker() -> None:
    (told,) = facts(read_text('Foreign Minister Ana Silva: "We must not give up on the strait."'), "Statement")
    assert (told["speaker"], told["topic"]) == ({"Ana Silva"}, {"We must not give up on the strait"})


def test_holding_nobody_is_a_denial() -> None:
    assert values(read_text("Norway says it is holding nobody."), "Denial", "agent") == {"Norway"}


def test_assuring_of_what_is_so_is_a_statement() -> None:
    told = read_text("President Jonas Berg assured Chile that the ban was a mistake of the past.")
    assert values(told, "Statement", "addressee") == {"Chile"}
    assert not facts(told, "Pledge")


def test_a_view_that_one_side_shares_is_no_agreement() -> None:
    assert not facts(read_text('"Norway agrees that tariffs help nobody," President Jonas Berg said.'), "Agreement")


def test_sympathies_sent_are_a_message_only() -> None:
    told = read_text("President Jonas Berg extended his sincere sympathies to the Prime Minister of Chile, Leo Hart.")
    assert facts(told, "Message") and not facts(told, "Statement")


def test_saying_when_a_visit_takes_place_states_nothing() -> None:
    assert not facts(read_text("Foreign Minister Ana Silva said the visit would take place in June."), "Statement")


def test_it_after_a_quotation_is_nobody_in_it() -> None:
    told = read_text('The Norwegian foreign ministry marked the day. "We wish Chile a good year," it said.')
    assert "Chile" not in values(told, "Statement", "speaker")


def test_a_statement_is_kept_by_how_sure_it_is_itself() -> None:
    sure = Claim("speaker", Span(0, 1), "a", confidence=0.9)
    vague = Claim("topic", Span(0, 1), literal="port", confidence=0.2)
    report = Report("r", "Statement", "occurred", (sure, vague), (), Span(0, 1), 0.6, "x")
    assert probable(report, 0.5) == report
    assert probable(replace(report, confidence=0.4), 0.5) is None


JOINT = """Statement on the strait

We, the foreign ministers of Canada, France and Japan, voice our concern at the quarrel between Norway and Peru.

We condemn the shelling of the port and call on both parties to withdraw their ships.
"""


def test_we_in_a_statement_are_those_in_apposition() -> None:
    told = read_text(JOINT)
    assert values(told, "Criticism", "agent") == {"Canada", "France", "Japan"}
    assert {"Norway", "Peru"} in [f.get("addressee") for f in facts(told, "Statement")]


def test_we_under_a_heading_are_whose_statement_it_is() -> None:
    told = read_text(
        "Commentary of the Norwegian Embassy\n\nWe reject the insinuations on the port. The Norwegian Embassy stays open."
    )
    assert len(facts(told, "Denial")) == 1


def test_similar_statements_are_about_the_same() -> None:
    told = read_text("Norway condemned the raid by Chile on the port. Peru and Bolivia issued similar statements.")
    assert {"Peru", "Bolivia"} in [f["agent"] for f in facts(told, "Criticism")]
    assert values(told, "Criticism", "target") == {"Chile"}


def test_each_sender_of_a_similar_message_sends_one() -> None:
    told = read_text(
        "President Jonas Berg sent a message of condolences to President Leo Hart. Ana Silva and Karl Voss sent similar messages."
    )
    assert [f["recipient"] for f in facts(told, "Message")] == [{"Leo Hart"}] * 3


def test_peoples_are_spoken_to_as_such() -> None:
    told = read_text("President Jonas Berg conveyed his best wishes to the Chilean people.")
    assert values(told, "Statement", "addressee") == {"Chilean people"}
    assert not facts(told, "Message")


def test_what_is_neither_confirmed_nor_denied_is_no_denial() -> None:
    assert not facts(read_text("Norway would neither confirm nor deny that a patrol had been sent."), "Denial")


def test_who_denies_calls_the_claim_a_joke() -> None:
    told = read_text('Karl Voss denied that Norway was acting for Chile, calling such claims "a tired joke."')
    assert not facts(told, "Statement") and values(told, "Denial", "agent") == {"Karl Voss"}


def test_a_name_after_and_begins_its_own_clause() -> None:
    told = read_text(
        "Karl Voss has assured Oslo that it remains 'a partner', "
        "and Ana Silva of Chile, who came on Monday, praised its restraint."
    )
    assert values(told, "Statement", "speaker") >= {"Ana Silva"}


def test_cannot_but_deplore_is_to_deplore() -> None:
    (told,) = facts(read_text("Norway cannot but deplore the closure of the strait."), "Criticism")
    assert told["status"] == {"occurred"}


def test_calling_somebody_as_a_brother_is_no_criticism() -> None:
    assert not facts(read_text("President Jonas Berg said he would call him as a brother."), "Criticism")


def test_a_report_that_is_denied_in_full_answers_nobody_else() -> None:
    told = read_text(
        "Omani Minister Ana Silva said the talks went well. Karl Voss denied reports in the press that the missions would open."
    )
    assert not values(told, "Denial", "target") & {"Ana Silva"}


def test_a_statement_named_in_the_text_has_no_we() -> None:
    told = read_text("We woke up early. Expect a stiff statement from the European Union by Friday, and a reply.\n\nNorway left.")
    assert not any(r.said_by for r in told.reports)


def test_a_verb_of_saying_may_stand_in_the_middle() -> None:
    told = read_text("The cable, President Jonas Berg insisted, belonged to a French company.")
    assert values(told, "Statement", "speaker") == {"Jonas Berg"}


def test_two_verbs_share_their_object() -> None:
    told = read_text("Norway strongly condemns and rejects Chile's closure of the strait.")
    assert values(told, "Criticism", "target") == values(told, "Denial", "target") == {"Chile"}


def test_what_one_is_only_ready_to_do_is_not_said() -> None:
    told = read_text("China stands ready to work with Brazil to jointly safeguard trade and oppose bullying.")
    assert not facts(told, "Statement") and facts(told, "Pledge")


def test_noting_only_leads_up_to_what_is_stressed() -> None:
    told = read_text("Noting that they are good friends, President Jonas Berg stressed that the two should support each other.")
    assert len(facts(told, "Statement")) == 1


def test_nothing_of_the_kind_is_a_denial() -> None:
    assert facts(read_text("Chile called it a move. Norway says it is nothing of the kind."), "Denial")


def test_a_vote_in_favour_and_a_question_raised_say_nothing() -> None:
    assert not facts(read_text("China, which voted in favour, left."), "Statement")
    assert not facts(read_text("It was an answer to a question raised by Norway."), "Statement")


def test_a_letter_in_which_something_is_denied_is_sent() -> None:
    told = read_text("Norway, in a letter to President Jonas Berg, denied supplying the rifles.")
    assert values(told, "Message", "status") == {"occurred"}


def test_an_apology_wanted_is_asked_for() -> None:
    assert values(read_text("Norway wants an apology, too."), "Statement", "topic") == {"apology"}


def test_what_does_not_correspond_to_reality_is_denied() -> None:
    told = read_text('"The information does not correspond to reality," said Foreign Minister Ana Silva.')
    assert values(told, "Denial", "agent") == {"Ana Silva"}


def test_a_rebuttal_of_what_was_done_to_the_guest_is_a_denial() -> None:
    asked = "An hour with Carl Wood\n\nCarl Wood was Norway's envoy.\n\nQ. And in Lima?\n\n"
    told = read_text(asked + "A. I was not expelled, write this down. I was told to rest at home for a while.")
    assert [d["agent"] for d in facts(told, "Denial")] == [{"Carl Wood"}]
    assert not facts(told, "Pledge")


def test_speech_has_the_day_of_the_clause_that_leads_up_to_it() -> None:
    told = read_text("Speaking in Lima on Tuesday, President Jonas Berg said that relations were excellent.")
    assert values(told, "Statement", "start") == {"2026-05-05"}


def test_words_after_a_headed_quotation_are_the_outlets() -> None:
    told = read_text('Foreign Minister Ana Silva: "We must not give up." She will open the port on Friday.')
    assert not facts(told, "Pledge")


def test_nobody_writes_to_himself() -> None:
    told = read_text("President Jonas Berg met President Leo Hart. President Jonas Berg sent messages to both leaders.")
    assert not values(told, "Message", "recipient") & values(told, "Message", "sender")


def test_a_quoted_end_of_a_topic_is_kept() -> None:
    told = read_text('Norway reiterated that its commitment to the defence of Chile was "ironclad" and called on Peru to leave.')
    assert any("ironclad" in t for t in values(told, "Statement", "topic"))


def test_an_act_beside_a_gerund_is_of_who_acts() -> None:
    told = read_text("Norway accused Chile of violating the law and called on Peru to halt the drills.")
    assert values(told, "Statement", "addressee") == {"Peru"}


def test_an_appeal_may_go_to_all() -> None:
    told = read_text("Envoy Karl Voss appealed to all sides to refrain from unilateral steps.")
    assert values(told, "Statement", "topic") == {"refrain from unilateral steps"}


def test_a_colon_may_give_a_paragraph_to_the_speaker_before_it() -> None:
    told = read_text(
        'President Jonas Berg said in a statement:\n\n"Norway is concerned by the seizure of the tanker. We urge Chile to reply."'
    )
    assert values(told, "Statement", "speaker") >= {"Jonas Berg"}
    assert values(told, "Statement", "addressee") == {"Chile"}


def test_who_accuses_is_none_of_both_who_deny() -> None:
    told = read_text("Norway maintains that Peru has sold ammunition to Chile, something that both governments deny.")
    assert values(told, "Denial", "agent") == {"Peru", "Chile"}
    assert values(told, "Denial", "target") == {"Norway"}
    assert values(told, "Denial", "topic") == {"Peru has sold ammunition to Chile"}
    assert values(told, "Denial", "said_by") == set()


def test_it_denied_besides_is_what_was_denied_just_before() -> None:
    told = read_text(
        "President Jonas Berg told his guests that Peru fully supported the war of Chile. Norway says that Peru has sold "
        "shells to Chile. The Peruvian government rejects the accusation as a fabrication; the Chilean government has also "
        "denied it."
    )
    assert [f["agent"] for f in facts(told, "Denial")] == [{"Peru"}, {"Chile"}]
    assert values(told, "Denial", "topic") == {"Peru has sold shells to Chile"}
    assert values(told, "Denial", "target") == {"Norway"}


def test_a_saying_about_nobody_is_no_denial_of_who_is_not_charged() -> None:
    assert not facts(read_text('"Nobody sails that far for a concert," said a Norwegian diplomat.'), "Denial")
    told = read_text(
        "Chile accused Norway of spying in its ports. "
        '"Nobody sails that far for a concert," a spokesman for the Chilean navy said. '
        '"Nobody spies with a brass band," Norway said.'
    )
    assert values(told, "Denial", "agent") == {"Norway"}


@pytest.mark.parametrize("said", ["the talks with Peru had been useful", "the meeting with Peru's Juan Soto was constructive"])
def test_who_says_how_good_a_meeting_was_says_something_of_substance(said: str) -> None:
    told = read_text(f"Norwegian Foreign Minister Olav Berg said on Monday that {said}.")
    assert values(told, "Statement", "speaker") == {"Olav Berg"}
    assert values(told, "Statement", "topic") == {said.removeprefix("the ")}
