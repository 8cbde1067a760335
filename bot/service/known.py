"""The names that a script may use, apart from the code behind them: the checker starts in a blink.

A test holds these against the look-ups and the plans themselves; the service refuses to start
when a script names what it cannot do.
"""

from __future__ import annotations

LOOKUP_NAMES = frozenset({
    "appointment", "broken_promise", "card", "childcare_step", "coaching", "districts", "erased",
    "may_erase", "my_tandem", "offers", "official", "open_slots", "own_copy", "pause_moments",
    "promise", "reach_team", "readers", "slot_free", "staff_message", "told_before", "town_pass",
})  # fmt: skip
BEGUN_NAMES = frozenset({  # what people begin
    "first_talk", "missed", "not_missed", "cancelled_by_us", "promise_broken", "coaching",
    "goal_set",
})  # fmt: skip
REMINDED_NAMES = frozenset({"three_days", "day_before", "morning_of"})
ARRANGED_NAMES = frozenset({"card", "childcare_step", "small_goal", "follow_up"})
ENTRIES = BEGUN_NAMES | REMINDED_NAMES | ARRANGED_NAMES
