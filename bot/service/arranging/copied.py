"""What is arranged, as it stands in her own copy: the days, each step, the provider, a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from bot.service.arranging.whom import AGES
from dialogs.model import Text
from storage import childcare, grants
from storage.childcare import Plan, Step
from storage.grants import Given
from storage.tx import Tx

Row = dict[str, Any]
STEPS: Mapping[str, Text] = {
    "route": Text("kiezen hoe de opvang betaald wordt", "copy"),
    "quote": Text("prijs en wachtlijst van de opvang", "copy"),
    "request": Text("de opvang vragen bij de gemeente", "copy"),
    "digid": Text("DigiD", "copy"),
    "offer": Text("antwoord aan de opvang", "copy"),
    "decision": Text("het besluit van de gemeente", "copy"),
    "contract": Text("het contract met de opvang", "copy"),
    "provider_talk": Text("een eerste gesprek bij de opvang", "copy"),
    "benefit": Text("toeslag vragen", "copy"),
    "direct_payment": Text("toeslag direct naar de opvang", "copy"),
    "settling_in": Text("wennen", "copy"),
    "bag": Text("tas en reis", "copy"),
    "first_day": Text("de eerste dag", "copy"),
    "after_3": Text("hoe het gaat na 3 dagen", "copy"),
    "after_30": Text("hoe het gaat na 30 dagen", "copy"),
    "changes": Text("iets dat veranderde", "copy"),
    "nearly_four": Text("je kind wordt bijna 4", "copy"),
    "ending": Text("de betaling stopt", "copy"),
}
DAYS: Mapping[str, Text] = {
    "begun_on": Text("je vroeg om opvang", "copy"),
    "first_day": STEPS["first_day"],
    "offer_on": Text("de opvang bood een plek aan", "copy"),
    "changed_on": STEPS["changes"],
    "four_on": Text("je kind wordt 4", "copy"),
}
NOTED: Mapping[str, Text] = {
    "provider": Text("naam van de opvang", "copy"),
    "lrk": Text("nummer van de opvang", "copy"),
    "price": Text("prijs per uur", "copy"),
    "hours": Text("uren per maand", "copy"),
}
PLACE = {"place": Text("een plek, voor zoveel maanden", "copy")}
MONTHS = {"months": Text("zoveel maanden betaald", "copy")}
WHOM = {"whom": Text("voor welk kind de opvang is", "copy")}
WAY = {"way": Text("hoe de opvang betaald wordt", "copy")}


class Teller(Protocol):
    """Says codes in her words."""

    def say(self, table: Mapping[str, Text], code: str) -> str:
        """The words for this code."""


async def of_family(tx: Tx, tell: Teller, family_id: str) -> list[Row]:
    """A row for each thing that is known, oldest arrangement first."""
    rows: list[Row] = []
    for plan in await childcare.of_family(tx, family_id):
        rows += _days(tell, plan)
        rows += [_step(tell, step) for step in await childcare.steps(tx, plan.id)]
        rows += [_place(tell, one) for one in await grants.of_plan(tx, plan.id)]
    return rows


def _days(tell: Teller, plan: Plan) -> Iterator[Row]:
    for name in DAYS:
        if day := getattr(plan, name):
            yield {"wat": tell.say(DAYS, name), "wanneer": day}
    if plan.way:
        yield {"wat": tell.say(WAY, "way"), "tekst": plan.way}
    for age in plan.whom:
        if age in AGES:
            yield {"wat": tell.say(WHOM, "whom"), "tekst": tell.say(AGES, age)}
    if plan.months:
        yield {"wat": tell.say(MONTHS, "months"), "tekst": str(plan.months)}
    for name, value in (plan.notes or {}).items():
        yield {"wat": tell.say(NOTED, name), "tekst": str(value)}


def _step(tell: Teller, step: Step) -> Row:
    return {"wat": tell.say(STEPS, step.step), "wanneer": step.due_on, "klaar_op": step.done_on}


def _place(tell: Teller, given: Given) -> Row:
    year, month = given.what.first
    said = f"{year}-{month:02}, {given.what.months}"
    return {"wat": tell.say(PLACE, "place"), "tekst": said}
