"""What was asked for her, as it stands in her own copy: of which programme, and how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.service.programmes.arrears import copied as arrears
from bot.service.programmes.baby import copied as baby
from bot.service.programmes.breakthroughs import copied as breakthroughs
from bot.service.programmes.child_package import copied as child_package
from bot.service.programmes.coaching import copied as coaching
from bot.service.programmes.ideas import copied as ideas
from bot.service.programmes.telling import Teller
from casework.budget import euros
from casework.requests import SMALL_GOAL
from dialogs.model import Text
from storage import grants, requests
from storage.grants import Given
from storage.requests import PARENT, Request, Step
from storage.tx import Tx

Row = dict[str, Any]
STATES: Mapping[str, Text] = {  # as in casework.requests
    "asked": Text("gevraagd", "copy"),
    "visit": Text("iemand komt langs of belt", "copy"),
    "sent": Text("gestuurd naar het fonds", "copy"),
    "arranged": Text("geregeld", "copy"),
    "referred": Text("een helper vroeg het voor je", "copy"),
    "granted": Text("goedgevonden door een mens", "copy"),
    "posted": Text("op de post", "copy"),
    "declined": Text("gaat niet door", "copy"),
    "done": Text("klaar", "copy"),
    "signal": Text("een bericht over iets dat nog niet betaald is", "copy"),
    "invited": Text("je kreeg een brief of link", "copy"),
    "wants": Text("je wilt praten", "copy"),
    "later": Text("je wilt het later", "copy"),
    "new": Text("achtergelaten", "copy"),
    "read": Text("gelezen", "copy"),
    "answered": Text("beantwoord", "copy"),
    "reached": Text("we spraken je", "copy"),
    "closed": Text("klaar", "copy"),
    "withdrawn": Text("gestopt", "copy"),
    "started": Text("begonnen", "copy"),
    "ended": Text("afgerond", "copy"),
    "set": Text("gekozen", "copy"),
    "succeeded": Text("gelukt", "copy"),
    "partly": Text("deels gelukt", "copy"),
    "not_yet": Text("nog niet gelukt", "copy"),
    "other": Text("iets anders", "copy"),
    "changed": Text("je koos een andere stap", "copy"),
}
GIVEN = {"given": Text("geld dat de gemeente hiervoor geeft", "copy")}
GOAL = {SMALL_GOAL: Text("je kleine stap", "copy")}  # the one that is no programme


@dataclass(frozen=True, slots=True)
class Words:
    """How one programme is told: what was asked, what is known of it, and how that is shown."""

    kinds: Mapping[str, Text]
    facts: Mapping[str, Text]
    shown: Callable[[Teller, str, Any], Iterable[str]]


WORDS: Mapping[str, Words] = {
    "early_arrears": Words(arrears.KINDS, arrears.FACTS, arrears.shown),
    "baby_package": Words(baby.KINDS, baby.FACTS, baby.shown),
    "single_parents": Words({}, {}, coaching.shown),
    SMALL_GOAL: Words({}, coaching.FACTS, coaching.shown),
    "breakthrough": Words({}, breakthroughs.FACTS, breakthroughs.shown),
    "child_participation": Words({}, ideas.FACTS, ideas.shown),
    "child_package": Words(child_package.KINDS, child_package.FACTS, child_package.shown),
}


async def of_family(tx: Tx, tell: Teller, family_id: str) -> list[Row]:
    """A row for each thing that is known, the first request first."""
    rows: list[Row] = []
    for one in await requests.of_family(tx, family_id):
        rows += _asked(tell, one)
        rows += [_step(tell, step) for step in await requests.steps(tx, one.id)]
        given = await grants.of_request(tx, one.id)
        rows += [_given(tell, each) for each in given if each.what.cents]
    return rows


def _asked(tell: Teller, one: Request) -> Iterator[Row]:
    town, goal = tell.house.municipality, one.programme in GOAL
    label = tell.say(GOAL, one.programme) if goal else town.programme(one.programme).label
    words = WORDS[one.programme]
    yield {
        "wat": label,
        "soort": tell.say(words.kinds, one.kind),
        "wanneer": tell.at(one.created_at),
    }
    if one.due_on:
        yield {"wat": label, "dag": one.due_on}
    for name, value in one.facts.items():
        for said in words.shown(tell, name, value):
            yield {"wat": tell.say(words.facts, name), "tekst": said}


def _step(tell: Teller, step: Step) -> Row:
    by = "" if step.by == PARENT else tell.name(step.by)
    return {"staat": tell.say(STATES, step.state), "wanneer": tell.at(step.at), "wie": by}


def _given(tell: Teller, given: Given) -> Row:
    return {"wat": tell.say(GIVEN, "given"), "tekst": euros(given.what.total)}
