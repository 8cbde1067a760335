"""Steps with a last day: nobody hears of it first when it is past.

Answering an offer and passing on a change have one of their own; asking benefit has the hard stop.
She hears in time (`Step.heard`, or the town's own `heard_before`). Her people hear that it is still
open while there is time to help, and when money is lost.
"""

from __future__ import annotations

from datetime import date, timedelta

from casework.calendar import Calendar
from casework.childcare import ASK_AGAIN, Due

TO_HELP = 2  # working days that her people have before the last day
_DAY = timedelta(days=1)


def warned_on(due: Due, calendar: Calendar) -> date | None:
    """When her people hear that this step is still open; None where nothing has a last day."""
    if due.last is None or not due.open:
        return None
    return calendar.working_days_before(due.last, TO_HELP)


def lost_on(due: Due) -> date | None:
    """When her people hear that the hard stop is past; None for a step that has none."""
    if due.last is None or due.step.has_last_day or not due.open:
        return None
    return due.last + _DAY


def asked_again_on(due: Due, today: date, calendar: Calendar) -> date | None:
    """She said "not yet": asked once more in a week, or before her people hear of it.

    None when there is no day left for that.
    """
    on, told = calendar.next_day_on(today + ASK_AGAIN), warned_on(due, calendar)
    if told is not None and on >= told:
        on = calendar.last_day_on(told - _DAY)
    return on if on > today else None


def helped_in_time(due: Due, today: date, by: date) -> bool:
    """Whether somebody who contacts her before the end of this day is not too late for the step.

    Also when it is past anyhow: then it is about what can still be done.
    """
    return due.last is None or by < due.last or today >= due.last
