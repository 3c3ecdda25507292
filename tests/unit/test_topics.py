"""Topics: the words that say what something is about."""

from __future__ import annotations

from tests.reading import facts, read_text, values


def test_a_quotation_that_goes_on_beyond_the_topic_is_left_out() -> None:
    told = read_text('Peruvian government spokesman Karl Voss dismissed the remarks as "a diversion."')
    assert values(told, "Denial", "topic") == {"remarks"}


def test_a_pronoun_is_no_topic() -> None:
    (denial,) = facts(read_text("Peru denies it."), "Denial")
    assert "topic" not in denial


def test_a_quotation_inside_a_topic_is_kept_with_both_its_marks() -> None:
    told = read_text('Peru said the movement wanted "a clear commitment" to a full withdrawal.')
    assert values(told, "Statement", "topic") == {'movement wanted "a clear commitment" to a full withdrawal'}


def test_whom_one_thanks_is_not_what_for() -> None:
    (thanks,) = facts(read_text("Peru thanked the EU on Monday."), "Statement")
    assert thanks["addressee"] == {"EU"} and "topic" not in thanks


def test_what_something_is_called_is_the_topic() -> None:
    assert values(read_text("Morocco condemned what it called a hostile campaign."), "Criticism", "topic") == {"hostile campaign"}


def test_the_subject_is_kept_whole() -> None:
    told = read_text(
        '"No Peruvian vessel, armed or unarmed, was anywhere near the islet on the morning mentioned," the Peruvian navy said.'
    )
    (topic,) = values(told, "Statement", "topic")
    assert topic.startswith("No Peruvian vessel")


def test_what_is_denied_is_what_was_claimed() -> None:
    told = read_text("Peru denied rumours in the Chilean press that its envoy had resigned, saying that he was on leave.")
    (topic,) = values(told, "Denial", "topic")
    assert topic.startswith("envoy had resigned")
    asked = read_text(
        "Asked about a report that Peru had bought the ships, Defence Minister Karl Voss of Chile called it absurd."
    )
    assert values(asked, "Denial", "topic") == {"Peru had bought the ships"}


def test_a_prefix_is_no_word_of_its_own() -> None:
    assert values(read_text("Norway urged de-escalation."), "Statement", "topic") == {"de-escalation"}


def test_a_topic_ends_before_the_clause_that_only_explains_it() -> None:
    told = read_text("Minister Karl Lind called for talks with Chile, whose harbours lie in the south.")
    assert values(told, "Statement", "topic") == {"talks with Chile"}


def test_a_clause_inside_a_topic_stays() -> None:
    told = read_text("Minister Karl Lind said that the harbour, which was hit in June, was safe.")
    assert values(told, "Statement", "topic") == {"harbour, which was hit in June, was safe"}


def test_two_attitudes_to_one_thing_are_one_statement_about_it() -> None:
    told = read_text("President Karl Lind expressed his trust and confidence in the ability of Peru to keep the peace.")
    assert [s["topic"] for s in facts(told, "Statement")] == [{"ability of Peru to keep the peace"}]


def test_what_is_described_by_a_quotation_alone_leaves_a_topic_or_none() -> None:
    told = read_text('Ministry officials described the mood as "constructively calm" despite the row.')
    assert all(topic.strip() for topic in values(told, "Statement", "topic"))


def test_a_condition_is_part_of_what_is_threatened_or_promised() -> None:
    told = read_text("Peru warned that it would close its embassy in Lima if the vote went ahead.")
    assert values(told, "Pledge", "topic") == {"it would close its embassy in Lima if the vote went ahead"}
    told = read_text("Peru vowed to quit the pact unless tariffs were cut by June.")
    assert values(told, "Pledge", "topic") == {"quit the pact unless tariffs were cut by June"}


def test_what_is_still_to_come_keeps_its_time() -> None:
    assert values(read_text("Peru denied that its envoy would leave in May."), "Denial", "topic") == {"envoy would leave in May"}
    assert values(read_text("Peru wants the treaty signed by May."), "Statement", "topic") == {"treaty signed by May"}


def test_a_list_is_told_to_its_end() -> None:
    told = read_text("The ministers Karl Lind and Ana Soto discussed energy, the fate of the prisoners and plans for a summit.")
    assert values(told, "Meeting", "topic") == {"energy, the fate of the prisoners and plans for a summit"}
    other = read_text("The ministers Karl Lind and Ana Soto discussed energy, state media and a spokesman in Lima reported.")
    assert "spokesman" not in str(values(other, "Meeting", "topic"))


def test_a_verb_keeps_its_particle_and_a_clause_its_last_preposition() -> None:
    assert values(read_text("Norway says Chile walked out."), "Statement", "topic") == {"Chile walked out"}
    told = read_text('Minister Karl Lind of Norway called Chile "a neighbour we can rely on".')
    assert values(told, "Statement", "topic") == {"neighbour we can rely on"}


def test_where_it_was_said_and_to_whom_is_no_topic() -> None:
    told = read_text("Foreign Minister Karl Lind of Norway thanked Chile for its support in a speech to parliament.")
    assert values(told, "Statement", "topic") == {"support"}
    told = read_text("Foreign Minister Karl Lind of Norway discussed the floods with his Chilean counterpart Ana Soto on Monday.")
    assert values(told, "Meeting", "topic") == {"floods"}


def test_a_restriction_that_is_lifted_says_so() -> None:
    told = read_text("Norway eased its quarantine rules for tourists on Monday.")
    assert values(told, "Restriction", "topic") == {"eased its quarantine rules for tourists"}
    told = read_text("The embargo on Chile was lifted by Norway in May.")
    assert values(told, "Restriction", "topic") == {"embargo on Chile was lifted by Norway"}
    assert values(read_text("Norway imposed sanctions on Chile."), "Restriction", "topic") == {"sanctions on Chile"}


def test_the_act_is_not_its_topic() -> None:
    for act in ("voiced support for Chile", "lodged a formal protest with Chile", "expressed full solidarity with Chile"):
        assert not (
            values(read_text(f"Norway {act}."), "Support", "topic") | values(read_text(f"Norway {act}."), "Criticism", "topic")
        )
    assert not values(read_text("The Norwegian embassy expressed deep concern."), "Statement", "topic")
    told = read_text("Norway lodged a strong protest with Chile regarding the arrests.")
    assert values(told, "Criticism", "topic") == {"arrests"}


def test_the_form_of_a_contact_is_no_topic() -> None:
    for form, topic in (("telephone conversation", set()), ("farewell call", set()), ("peace talks", {"peace talks"})):
        told = read_text(f"President Karl Lind of Norway held a {form} with President Ana Soto of Chile on Monday.")
        assert values(told, "Meeting", "topic") == topic


def test_a_bare_mention_takes_up_the_fuller_one() -> None:
    told = read_text("Norway and Chile signed a gas deal in May. Bolivia criticised the deal.")
    assert values(told, "Criticism", "topic") == {"gas deal"}
    assert not values(read_text("Norway moved its troops. Chile criticised that move."), "Criticism", "topic")
    assert not values(read_text("Norway accused Chile of arming them."), "Criticism", "topic")
    assert not values(read_text("Norway has offered to do so."), "Pledge", "topic")


def test_a_quotation_after_an_act_is_its_topic_only_where_it_has_none() -> None:
    told = read_text('Norway condemned the raid. "The truce is dead," Foreign Minister Karl Lind of Norway said.')
    assert values(told, "Criticism", "topic") == {"raid"}
    told = read_text('Chile rejected the claim. "We have never armed the rebels," Defence Minister Ana Soto of Chile said.')
    assert values(told, "Denial", "topic") == {"armed the rebels"}


def test_what_is_voiced_in_a_call_is_what_the_call_was_about() -> None:
    told = read_text("President Karl Lind of Norway welcomed the truce during a phone call with President Ana Soto of Chile.")
    assert values(told, "Meeting", "topic") == {"truce"}
    said = read_text("In a phone call with President Ana Soto of Chile, President Karl Lind of Norway said that he was well.")
    assert not values(said, "Meeting", "topic")


def test_what_two_sides_discuss_is_told_of_each_who_was_met() -> None:
    told = read_text(
        "Minister Karl Lind of Norway met Chile's foreign minister, Ana Soto, and the speaker, Luis Vega. "
        "The sides discussed fish."
    )
    assert [m.get("topic") for m in facts(told, "Meeting")] == [{"fish"}, {"fish"}]


def test_recognised_states_are_no_topic() -> None:
    told = read_text("Norway was the first to recognise the republic of Chile, which left the union in 1905.")
    assert not values(told, "Support", "topic")
    assert values(read_text("Norway recognised Chile's independence in 1905."), "Support", "topic") == {"Chile's independence"}


def test_a_claim_told_behind_a_comma_is_what_is_denied() -> None:
    told = read_text("Norway rejected the charges of the opposition, that the harbour was paid for twice.")
    assert values(told, "Denial", "topic") == {"harbour was paid for twice"}


def test_an_aside_between_dashes_is_not_what_is_said() -> None:
    told = read_text("Minister Ana Soto of Chile — it is a fine day — told reporters that the port was safe.")
    assert values(told, "Statement", "topic") <= {"port was safe"}


def test_a_protest_that_is_rejected_is_not_a_remark_made_before() -> None:
    told = read_text(
        '"There are limits," Chilean minister Ana Soto said. Norway\'s Defence Ministry rejected the Chilean protest.'
    )
    assert values(told, "Denial", "topic") == {"Chilean protest"}


def test_the_sidelines_are_where_they_talked_and_not_of_what() -> None:
    told = read_text(
        "Norway's Olav Berg and Peru's Juan Soto discussed fish on the sidelines of the UN General Assembly in New York."
    )
    assert values(told, "Meeting", "topic") == {"fish"}
    assert values(told, "Meeting", "place") == {"New York"}


def test_the_court_complained_to_is_not_what_about() -> None:
    told = read_text("Norway filed a complaint against Peru at the International Court of Justice.")
    assert not values(told, "Criticism", "topic") & {"International Court of Justice"}


def test_a_passage_in_a_statement_is_what_is_criticised() -> None:
    told = read_text("Norway condemned a passage in the joint statement.")
    assert values(told, "Criticism", "topic") == {"passage in the joint statement"}


def test_what_is_feared_in_the_region_keeps_the_region() -> None:
    told = read_text("Foreign Minister Karl Lind of Norway voiced concern over naval activity in the region.")
    assert values(told, "Statement", "topic") == {"naval activity in the region"}


def test_a_clause_behind_a_dash_only_explains() -> None:
    told = read_text("Norway condemned the raid — which Chile carried out in a bid to arrest a sailor.")
    assert values(told, "Criticism", "topic") == {"raid"}


def test_the_criticism_is_no_topic_of_its_rejection() -> None:
    told = read_text("Norway and Chile faulted the map in May. Peru rejected the criticism.")
    assert "criticism" not in values(told, "Denial", "topic")


def test_an_envoy_is_summoned_over_what_the_protest_is_about() -> None:
    told = read_text(
        "Chile summoned the Norwegian ambassador to express its strong dissatisfaction and protest regarding the raid."
    )
    assert values(told, "Meeting", "topic") == {"raid"}
    told = read_text("Chile summoned the Norwegian ambassador to express its displeasure.")
    assert not values(told, "Meeting", "topic")
    told = read_text("Ministers Karl Lind of Norway and Ana Soto of Chile met to discuss the protests in Peru.")
    assert values(told, "Meeting", "topic") == {"protests in Peru"}


def test_days_to_leave_are_told_with_the_leaving() -> None:
    told = read_text("Norway gave two Chilean diplomats 48 hours to leave the country.")
    assert values(told, "Restriction", "topic") == {"gave two Chilean diplomats 48 hours to leave the country"}


def test_nobody_joins_in_criticism_of_himself() -> None:
    told = read_text("Japan criticised China's new zone. China also lodged a protest.")
    assert [(c.get("target"), c.get("topic")) for c in facts(told, "Criticism") if c["agent"] == {"China"}] == [(None, None)]


def test_such_charges_are_told_in_full_or_not_at_all() -> None:
    told = read_text("It comes amid speculation that Chile has sold rifles to Peru. Chile denied such charges raised by Norway.")
    assert values(told, "Denial", "topic") == {"Chile has sold rifles to Peru"}
    assert values(told, "Denial", "target") == {"Norway"}
    assert not values(read_text("Norway complained. Chile rejected such claims."), "Denial", "topic")


def test_what_is_done_besides_is_no_topic_of_the_criticism() -> None:
    told = read_text("Norway condemned the closing of the port, accusing the rebels of piracy.")
    assert "closing of the port" in values(told, "Criticism", "topic")


def test_a_clause_keeps_the_words_that_it_begins_and_ends_with() -> None:
    told = read_text("Minister Karl Lind of Norway said that in the past two days the fighting had spread.")
    assert values(told, "Statement", "topic") == {"in the past two days the fighting had spread"}
    told = read_text("Minister Karl Lind of Norway said that the withdrawal was going according to plan.")
    assert values(told, "Statement", "topic") == {"withdrawal was going according to plan"}


def test_a_paper_or_a_feeling_alone_is_no_topic() -> None:
    (deal,) = facts(read_text("An agreement was signed in Lima between Norway and Chile."), "Agreement")
    assert "topic" not in deal
    told = read_text("Minister Karl Lind of Norway voiced support for Chile and concern over the raid.")
    assert not values(told, "Support", "topic") and values(told, "Statement", "topic") == {"raid"}


def test_a_pronoun_at_the_end_belongs_to_its_verb() -> None:
    told = read_text("President Ana Soto of Chile accused Norway of plotting to overthrow her.")
    assert values(told, "Criticism", "topic") == {"plotting to overthrow her"}


def test_sanctions_that_are_lifted_are_told_with_the_lifting() -> None:
    told = read_text("The sanctions against Chile that have been lifted by Norway included a ban on salmon.")
    assert any(
        topic.startswith("sanctions against Chile that have been lifted") for topic in values(told, "Restriction", "topic")
    )


def test_support_for_one_is_not_about_the_other() -> None:
    told = read_text("Norway voiced support for Chile and support for Peru.")
    assert not values(told, "Support", "topic")
