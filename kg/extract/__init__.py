"""Annotation to Extraction: who is who in the article, and what it tells of them."""

from __future__ import annotations

from kg.extract.agencies import name_agencies
from kg.extract.answers import contest
from kg.extract.authors import read_authors
from kg.extract.cast import Cast
from kg.extract.company import correct_guesses
from kg.extract.copulas import read_copulas
from kg.extract.credit import credits
from kg.extract.crowds import drop_unused
from kg.extract.dating import date_scenes
from kg.extract.delegations import delegation_reports, read_members
from kg.extract.derive import derive
from kg.extract.descriptions import read_descriptions
from kg.extract.echoes import echo
from kg.extract.faults import find_doers
from kg.extract.finish import finish
from kg.extract.gather import gather
from kg.extract.groups import read_groups
from kg.extract.hollow import fill_hollow
from kg.extract.honoured import honour_by_place, pay_by_visit, read_honoured
from kg.extract.introduced import introduce, introduce_mediator
from kg.extract.match import find_facts
from kg.extract.named import read_names
from kg.extract.occasions import read_occasions
from kg.extract.off import call_off
from kg.extract.offices import role_reports, settle_offices, take_up_unnamed
from kg.extract.outdated import call_off_stays, stay_away
from kg.extract.own_words import own_words
from kg.extract.quotes import read_quotations
from kg.extract.respective import read_respective
from kg.extract.rounds import read_rounds
from kg.extract.scenes import follow_suit, hear_speech, lone_sides, of_one, other_sides, seat_envoys
from kg.extract.ships import read_ships
from kg.extract.speech import SPEECH, join_tellers, settle_speech, speakers
from kg.extract.stops import lift_buildings
from kg.extract.stretches import quotations
from kg.extract.talks import attendance, date_welcomes, join_talks, mutual_messages, name_talks, place_talks
from kg.extract.towns import reached_towns
from kg.extract.tree import Tree
from kg.extract.turns import read_turns
from kg.extract.wars import presupposed
from kg.model import Annotation, Extraction

EXTRACTOR = "rules-0.3.0"
LEAST = 0.45  # a little under one in two: below it precision falls faster than recall rises on held-out articles


def extract(annotation: Annotation, least: float = LEAST) -> Extraction:
    """Everything that the rules read from one article; every claim with the span that says it.

    Reports and claims less probable than ``least`` are left out.
    """
    cast = read_cast(annotation)
    facts = join_talks(
        cast, lift_buildings(cast, derive(cast, echo(cast, settle_speech(cast, own_words(cast, find_facts(cast))))))
    )
    facts = attendance(cast, pay_by_visit(cast, facts)) + mutual_messages(cast)
    facts = call_off(cast, facts + read_rounds(cast, facts))
    call_off_stays(cast, facts)
    place_talks(cast, facts)
    date_welcomes(cast, facts)
    honour_by_place(cast, facts)
    other_sides(cast, facts)
    facts = lone_sides(cast, facts)
    follow_suit(cast, facts)
    hear_speech(cast, facts)
    find_doers(cast, facts)
    seat_envoys(facts, cast)
    stay_away(cast, facts)
    for fact in facts:
        sources = [] if presupposed(cast, fact) else credits(cast, fact.trigger, fact.status)
        if fact.frame.type in SPEECH:
            join_tellers(cast, fact, sources)
        own = set(speakers(fact)) if fact.frame.type in SPEECH else set(fact.values("sender"))
        fact.said_by = [n for n in sources if str(n) not in own]
    contest(cast, facts)
    read_members(cast)
    correct_guesses(cast, facts)
    reports = [*role_reports(cast), *delegation_reports(cast)]
    told = gather(cast, facts)
    date_scenes(cast, told)
    told = of_one(cast, told)
    name_talks(cast.tree, told)
    fill_hollow(cast, told)
    drop_unused(cast, {int(c.referent) for f in told for c in f.claims if c.referent} | {n for f in told for n in f.said_by})
    return finish(cast, told, reports, EXTRACTOR, least)


def read_cast(annotation: Annotation) -> Cast:
    """The referents of the article: names first, then delegations and occasions, then what only describes them."""
    cast = Cast(Tree(annotation))
    cast.stretches = list(quotations(cast.tree))
    read_names(cast)
    reached_towns(cast)
    if annotation.home is not None:
        home = cast.keyed(annotation.home, "State")
        home.known = annotation.home
        cast.home = home.number
        cast.dated_from = True
    name_agencies(cast)
    read_groups(cast)
    read_occasions(cast)
    read_ships(cast)
    read_honoured(cast)
    settle_offices(cast, first=True)
    read_descriptions(cast)
    read_copulas(cast)
    take_up_unnamed(cast)
    introduce(cast)
    introduce_mediator(cast)
    settle_offices(cast)
    read_respective(cast)
    read_quotations(cast)
    cast.turns = read_turns(cast)
    read_authors(cast)
    return cast
