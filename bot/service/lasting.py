"""What the terms need to know of a family: its row, with the days until which something lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from bot.service.house import House
from casework.childcare import Plan
from casework.retention import Kept
from storage.lasting import Childcare
from storage.retention import Row


def kept_of(row: Row, house: House) -> Kept:
    """This row as `casework.retention` decides about it."""
    return Kept(
        family_id=row.family_id,
        created_at=datetime.fromtimestamp(row.created_at, UTC),
        spoke=row.spoke,
        last_in_at=_moment(row.last_in_at),
        handed_over=row.asked_for > 0,
        taken_up_at=_moment(row.taken_up_at),
        waits=row.waiting > 0,
        last_talk_at=_moment(row.last_talk_at),
        told_at=_last(row.written_at, row.stepped_at, row.reminded_at),
        lasts_until=max(_ends(row, house), default=None),
        busy=row.busy > 0,
        open_work=row.open_work > 0,
        warned_at=_moment(row.warned_at),
        may_write=row.reminders == "on" and row.reachable > 0,
        held=row.held_at is not None,
    )


def _ends(row: Row, house: House) -> Iterator[datetime]:
    """What was promised, and the end of each last day: of what was asked, of childcare, of pay."""
    if (promised := _moment(row.promised_at)) is not None:
        yield promised
    days = [date.fromisoformat(one) for one in (row.asked_until, row.steps_until) if one]
    days += [day for one in row.childcare if (day := _over_on(one, house))]
    if row.paid_before is not None:
        days.append(date(row.paid_before // 12, row.paid_before % 12 + 1, 1) - timedelta(days=1))
    for day in days:
        yield house.calendar.utc(datetime.combine(day + timedelta(days=1), time()))


def _over_on(row: Childcare, house: House) -> date | None:
    way = next((one for one in house.municipality.funding if one.id == row.way), None)
    begun, first = date.fromisoformat(row.begun_on), date.fromisoformat(row.first_day)
    return Plan(begun, first, way).over_on


def _last(*moments: float | None) -> datetime | None:
    return _moment(max((one for one in moments if one is not None), default=None))


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
