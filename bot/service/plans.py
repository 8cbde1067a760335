"""Between the pure plans of casework and the rows of the reminders table."""

from __future__ import annotations

from datetime import UTC, datetime

from casework import reminders as policy
from storage import reminders

FIRST_TALK, MISSED, CANCELLED = "first_talk", "missed", "cancelled_by_us"
NOT_MISSED = "not_missed"
PROMISE_BROKEN = "promise_broken"  # also the alert on the desk
COACHING, GOAL_SET = "coaching", "goal_set"
IDEA_ANSWERED = "idea_answered"  # what the town did with her idea
CHILD_TOLD = "child_package_told"  # what she asked for a child is a step further
LATER_DAY = "later_day"  # when her people get in touch again
# What people begin: "stop" is not about these.
BEGUN = frozenset(
    {
        FIRST_TALK,
        MISSED,
        CANCELLED,
        NOT_MISSED,
        PROMISE_BROKEN,
        COACHING,
        GOAL_SET,
        CHILD_TOLD,
        IDEA_ANSWERED,
        LATER_DAY,
    }
)
PAUSED = policy.PAUSE
UNFINISHED_KINDS = (*policy.UNFINISHED, policy.EXPIRING, policy.TELL_TEAM)
# The engine's names for what came due, and for what it wants cancelled.
_NUDGES = ("unfinished", "unfinished_again", "unfinished_last")
EVENT = {policy.PAUSE: "paused"} | dict(zip(policy.UNFINISHED, _NUDGES, strict=True))
KINDS = {"paused": (PAUSED,), "unfinished": UNFINISHED_KINDS}


def planned(
    conversation_id: int, plan: policy.Planned, args: dict[str, str] | None = None
) -> reminders.Planned:
    """The row for this plan. What only the team hears counts under no cap."""
    return reminders.Planned(
        conversation_id=conversation_id,
        key=plan.key,
        kind=plan.kind,
        topic=plan.topic,
        wall=plan.wall.isoformat(timespec="minutes"),
        zone=plan.zone,
        due_at=plan.due_at.timestamp(),
        useless_after=plan.useless_after.timestamp() if plan.useless_after else None,
        solicited=plan.solicited or plan.kind in policy.TO_TEAM,
        turn=plan.turn,
        args={**plan.args, **(args or {})},
    )


def due(row: reminders.Due) -> policy.Due:
    """What the policy needs of a row."""
    useless = None if row.useless_after is None else datetime.fromtimestamp(row.useless_after, UTC)
    return policy.Due(
        row.kind, datetime.fromtimestamp(row.due_at, UTC), useless, solicited=row.solicited
    )
