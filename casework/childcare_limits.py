"""Steps with a last day (answer an offer, pass on a change): nobody hears of it when it is past.

She hears in time (`Step.heard`, or the town's own `heard_before`). Her people hear that it is still
open while there is time to help.
"""

from __future__ import annotations

from datetime import date, timedelta

from casework.calendar import Calendar
from casework.childcare import ASK_AGAIN, Due

TO_HELP = 2  # working days that her people have before the last day


def warned_on(due: Due, calendar: Calendar) -> date | None:
    """When her people hear that this step is still open; None where nothing has a last day."""
    if not due.step.has_last_day or due.on is None or not due.open:
        return None
    return calendar.working_days_before(due.on, TO_HELP)


def asked_again_on(due: Due, today: date, calendar: Calendar) -> date | None:
    """She said "not yet": asked once more in a week, or before her people hear of it.

    None when there is no day left for that.
    """
    told = warned_on(due, calendar)
    if told is None:
        return None
    wish = min(today + ASK_AGAIN, told - timedelta(days=1))
    on = calendar.last_day_on(wish)
    return on if on > today else None
