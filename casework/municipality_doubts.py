"""What a municipality's file may say, but hardly means: money that is not there, a late decision.

Warnings, and some of them of a day: a budget that was enough is none of next year's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from casework import childcare_checks
from casework.budget import arithmetic, euros
from casework.childcare_steps import BY_ID
from casework.municipality import Municipality
from casework.partly import as_far
from casework.programmes import Counted, Per, Programme
from casework.referrals import OUTSIDE, referrers
from dialogs.authoring.issue import Issue
from dialogs.authoring.source import Source
from dialogs.authoring.yaml_events import Path

Doubt = tuple[Path, str, str, str]  # where, what, code, what to do
_YEAR = 12  # months


def doubts(town: Municipality, source: Source, today: date) -> list[Issue]:
    """A warning for each of them, on this day."""
    return [
        source.warning(path, said, code, hint)
        for rule in RULES
        for path, said, code, hint in as_far(rule, town, today)
    ]


def _no_budget(town: Municipality, today: date) -> Iterator[Doubt]:
    """It runs and costs money, and there is none this year."""
    for place, one in enumerate(town.programmes):
        paid = one.budgets or one.counted is Counted.MONEY
        if paid and one.runs(today) and one.budget(today.year) is None:
            said = f"'{one.label}' loopt, maar voor {today.year} staat er geen budget"
            hint = "zet het budget van dit jaar erbij: zonder kan niemand iets geven"
            yield ("programmes", place, "budgets"), said, "no-budget-this-year", hint


def _places(town: Municipality, today: date) -> Iterator[Doubt]:
    """More places than a year's budget pays, were they all in use at once."""
    for place, one in enumerate(town.programmes):
        cents, quota = _each(one, Counted.PLACES, Per.MONTH), one.quota or 0
        for at, budget in enumerate(one.budgets):
            months = min(one.months or _YEAR, _running(one, budget.year))
            if budget.year < today.year or quota * cents * months <= budget.cents:
                continue
            enough = budget.cents // (cents * months)
            said = f"{arithmetic(quota, cents, months)}, maar voor {budget.year} is er"
            said += f" {euros(budget.cents)}: genoeg voor {_counted(enough, 'plek', 'plekken')}"
            yield ("programmes", place, "budgets", at), said, "quota-above-budget", _QUOTA


def _packages(town: Municipality, today: date) -> Iterator[Doubt]:
    """More packages in one run than its money pays."""
    for place, one in enumerate(town.programmes):
        cents, quota = _each(one, Counted.PACKAGES, Per.PACKAGE), one.quota or 0
        money = _of_run(one)
        if money is None or quota * cents <= money or (one.until and one.until < today):
            continue
        enough = _counted(money // cents, "pakket", "pakketten")
        said = f"{quota} × {euros(cents)} = {euros(quota * cents)}, maar er is {euros(money)}:"
        said += f" genoeg voor {enough}"
        yield ("programmes", place, "quota"), said, "quota-above-budget", _QUOTA


_QUOTA = "pas het quotum, het bedrag of het budget aan"


def _signing(town: Municipality, _today: date) -> Iterator[Doubt]:
    for place, one in enumerate(town.programmes):
        if one.id != childcare_checks.PROGRAMME or not childcare_checks.unsigned(one, town.funding):
            continue
        days = {name: childcare_checks.day(one, name) for name in ("contract", "decision")}
        said = " komt vóór ".join(
            f"'{name}' ({childcare_checks.told(BY_ID[name], on)})" for name, on in days.items()
        )
        hint = "waar eerst een besluit nodig is, vragen we pas op die dag om te tekenen"
        yield ("programmes", place, "offsets"), said, "signs-before-decision", hint


def _referring(town: Municipality, _today: date) -> Iterator[Doubt]:
    """Somebody from outside may begin it, and this file has no such person."""
    here = {person.refers_as for person in referrers(town)}
    for place, one in enumerate(town.programmes):
        missing = sorted(one.referrers & OUTSIDE - here) if one.on else []
        if missing and one.referrers != set(missing):  # without any other it is an error
            said = f"niemand bij 'people' verwijst als {', '.join(missing)} (refers_as)"
            hint = "zet erbij wie dat doet, of haal het hier weg"
            yield ("programmes", place, "referrers"), said, "nobody-refers", hint


def _each(one: Programme, counted: Counted, per: Per) -> int:
    """What one of these costs, in cents; 0 where the programme is off or counts otherwise."""
    fits = one.on and one.counted is counted and one.amount and one.amount.per is per
    return one.amount.cents if fits and one.amount else 0


def _running(one: Programme, year: int) -> int:
    """In how many months of this year it runs."""
    first = one.since or date(year, 1, 1)
    last = one.until or date(year, 12, 31)
    return sum(
        (first.year, first.month) <= (year, n) <= (last.year, last.month) for n in range(1, 13)
    )


def _of_run(one: Programme) -> int | None:
    """The money of the whole run, in cents; None without any.

    The same amount for both years that a run of a year lies in is the money of a year.
    """
    money = [row.cents for row in one.budgets if _running(one, row.year)]
    if not money:
        return None
    months = sum(_running(one, row.year) for row in one.budgets)
    once = months <= _YEAR and len(set(money)) == 1
    return money[0] if once else sum(money)


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


RULES: tuple[Callable[[Municipality, date], Iterator[Doubt]], ...] = (
    _no_budget,
    _places,
    _packages,
    _signing,
    _referring,
)
