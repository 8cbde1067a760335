"""What a place costs, how long, and what is wrong when things around it change. Pure.

A place is money: it moves, or ends, only when a worker says so. Until then it is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from casework import budget
from casework.budget import Grant, Month
from casework.childcare import Caution, Plan, Warn
from casework.programmes import Funding

LONGEST = 60  # months that a family can be paid for
MOST_HOURS = 744  # there are no more in a month
_HOURS = re.compile(r"0*(\d{1,3})(?:[.,](\d{1,2}))?(?:\s*(?:uur|uren))?", re.ASCII)


def may_last(way: Funding | None, months: int | None) -> bool:
    """Whether a worker may set so many months: where a way has an end and no place decides it."""
    if months is None:
        return True
    ends = way is not None and way.months is not None and not way.programme
    return ends and 0 < months <= LONGEST


def hours(text: str) -> Decimal:
    """`143`, `52,5` or `143 uur`: hours of care in a month. Raises ValueError."""
    found = _HOURS.fullmatch(text.strip().casefold())
    number = Decimal(f"{found[1]}.{found[2] or 0}") if found else Decimal(0)
    if not 0 < number <= MOST_HOURS:
        raise ValueError(text)
    return number


def monthly(noted: Mapping[str, str]) -> int:
    """What the noted price and hours come to in a month, in cents; 0 while one is missing."""
    if not (noted.get("price") and noted.get("hours")):
        return 0
    return budget.monthly(budget.cents(noted["price"]), hours(noted["hours"]))


def moves_to(place: Grant, plan: Plan) -> Month | None:
    """The month of the first day, when the place begins in another one; None when all is well."""
    if plan.first_day is None:
        return None
    month = (plan.first_day.year, plan.first_day.month)
    return None if month == place.first else month


def cautions(place: Grant, plan: Plan, today: date, *, chosen: bool, hers: bool) -> list[Caution]:
    """What is wrong with a place of one month or more; nothing once it is over.

    `chosen`: the arrangement is still paid from its programme; `hers`: the family may have it.
    """
    if place.ends_on < today:
        return []
    found = []
    if not chosen:
        found.append(Caution(Warn.PLACE_ELSEWHERE, place.ends_on))
    elif plan.first_day is None or moves_to(place, plan) is not None:
        found.append(Caution(Warn.PLACE_ELSEWHEN, plan.first_day))
    if not hers:
        found.append(Caution(Warn.PLACE_NOT_HERS, place.ends_on))
    return found
