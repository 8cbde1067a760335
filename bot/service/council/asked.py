"""Asking the ledger for the letter of a range of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.service.house import House
from casework.council import Report, report
from casework.days import Span
from casework.municipality import Municipality
from casework.small_numbers import HALF_YEAR, cell
from storage import tallies
from storage.database import Database

LONGEST = 366 * 5  # days


class BadRange(ValueError):
    """No letter can be made of these days; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Council:
    """The letters of one municipality."""

    database: Database
    house: House

    async def report(self, span: Span) -> Report:
        """What was counted in this range, as it may be shown. Raises BadRange."""
        if span.first > self._today():
            raise BadRange("deze periode begint in de toekomst")
        town = self.house.municipality
        async with self.database.reading() as tx:
            rows = await tallies.until(tx, town.id, cell(span.last, HALF_YEAR).last)
        return report(rows, span, self._today(), running(town, span))

    def usual(self) -> Span:
        """The half year of today."""
        return cell(self._today(), HALF_YEAR)

    def under_way(self, span: Span) -> bool:
        """Whether its last half year is not over yet, so that the letter will change."""
        return cell(span.last, HALF_YEAR).last >= self._today()

    def _today(self) -> date:
        return self.house.calendar.wall(self.house.clock.now()).date()


def running(town: Municipality, span: Span) -> frozenset[str]:
    """The programmes that this town offers on any of these days."""
    return frozenset(one.id for one in town.programmes if one.runs_in(span))


def span_of(first: str, last: str) -> Span:
    """The range between two ISO dates, both included. Raises BadRange."""
    begin, end = _day(first), _day(last)
    if begin > end:
        raise BadRange("de eerste dag is later dan de laatste; draai ze om")
    if (end - begin).days > LONGEST:
        raise BadRange("dit is langer dan vijf jaar; kies een kortere periode")
    return Span(begin, end)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadRange(f"'{text[:20]}' is geen datum; schrijf die zo: 2026-07-01") from None
