"""For which child a message or a task about childcare is, said where there is more than one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.service.house import House
from casework import childcare_whom as rules
from casework.childcare_whom import MORE, Whose
from dialogs.language import dates
from dialogs.model import Text
from storage import childcare
from storage.childcare import Plan
from storage.tx import Tx

AGES: Mapping[str, Text] = {
    "b0_1": Text("0 of 1 jaar", "service"),
    "b2_3": Text("2 of 3 jaar", "service"),
    "b4_12": Text("4 tot en met 12 jaar", "service"),
}
CHILD = Text("kind van {leeftijd}", "service")
CHILDREN = Text("kinderen van {leeftijd}", "service")
FROM_DAY = Text("opvang vanaf {dag}", "service")
HER_CHILD = Text("Het gaat om je {kind}.", "service")
THIS_CARE = Text("Het gaat om de {opvang}.", "service")


async def sentence(tx: Tx, house: House, row: Plan, form: str) -> str:
    """For her; "" where there is nothing to confuse it with, or nothing to tell it by."""
    by = await _apart(tx, row)
    noun = _noun(house, by)
    if noun is None:
        return ""
    text = HER_CHILD.filled(kind=noun) if by.whom else THIS_CARE.filled(opvang=noun)
    return house.wording.plain(text, form)


async def beside(tx: Tx, house: House, row: Plan, words: str) -> str:
    """Words of a task on the desk, with whom it is about where that is needed."""
    noun = _noun(house, await _apart(tx, row))
    said = house.wording.plain(noun) if noun else ""
    return ": ".join(one for one in (said, words) if one)


def label(house: House, row: Plan) -> str:
    """For the desk: `kind van 2 of 3 jaar`, else `opvang vanaf maandag 1 maart`, else ""."""
    its = _whose(row)
    noun = _noun(house, Whose(its.whom, None) if its.whom else its)
    return house.wording.plain(noun) if noun else ""


async def _apart(tx: Tx, row: Plan) -> Whose:
    others = []
    for other in await childcare.of_family(tx, row.family_id):
        if other.id != row.id and any(not s.done_on for s in await childcare.steps(tx, other.id)):
            others.append(_whose(other))
    return rules.apart(_whose(row), others)


def _whose(row: Plan) -> Whose:
    return Whose(row.whom, date.fromisoformat(row.first_day) if row.first_day else None)


def _noun(house: House, by: Whose) -> Text | None:
    if by.first_day is not None:
        return FROM_DAY.filled(dag=dates.day(by.first_day, house.today()))
    ages = [house.wording.plain(AGES[one]) for one in by.whom if one in AGES]
    if not ages:
        return None
    return (CHILDREN if MORE in by.whom else CHILD).filled(leeftijd=" en ".join(ages))
