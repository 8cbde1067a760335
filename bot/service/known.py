"""The names that a script may use, apart from the code behind them: the checker starts in a blink.

A test holds these against the look-ups and the plans themselves; the service refuses to start
when a script names what it cannot do.
"""

from __future__ import annotations

LOOKUP_NAMES = frozenset({
    "appointment", "baby_toddler", "broken_promise", "card", "card_day", "child_again",
    "child_package", "child_status", "child_told", "childcare_before", "childcare_step",
    "coaching", "districts", "due_months", "erased",
    "idea_answer", "known_from", "later_day", "may_erase", "my_tandem", "nearby", "next_contact",
    "offers", "official", "open_slots", "own_copy", "pause_moments", "promise", "reach_team",
    "readers", "slot_free", "staff_message", "told_before", "town_pass",
})  # fmt: skip
BEGUN_NAMES = frozenset({  # what people begin
    "first_talk", "missed", "not_missed", "cancelled_by_us", "promise_broken", "coaching",
    "goal_set", "child_package_told", "idea_answered", "later_day",
})  # fmt: skip
REMINDED_NAMES = frozenset({"three_days", "day_before", "morning_of"})
ARRANGED_NAMES = frozenset({
    "baby_toddler", "card", "child_package_again", "childcare_step", "follow_up", "small_goal",
})  # fmt: skip
ENTRIES = BEGUN_NAMES | REMINDED_NAMES | ARRANGED_NAMES
