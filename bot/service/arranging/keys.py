"""What the rows of one arrangement are called."""

from __future__ import annotations

from datetime import date

LAST_DAY = "last"  # in a key, and in the facts of what comes due: the last day is near
LOST = "lost"  # as that: the hard stop is past
LIMITS = (LAST_DAY, LOST)


def topic(plan_id: int) -> str:
    """What reminders and frames of one arrangement have in common."""
    return f"childcare:{plan_id}"


def message_key(plan_id: int, name: str, day: date) -> str:
    """The key of a message to her, by its name and day (`casework.childcare.reminded`)."""
    return f"{topic(plan_id)}:{name}:{day}"


def task_key(plan_id: int, step: str) -> str:
    """The key of the task for a step: there is one, however often its day moves."""
    return f"{topic(plan_id)}:task:{step}"


def limit_key(plan_id: int, step: str, limit: str, on: str) -> str:
    """The key of the task (one of `LIMITS`) that a step with this last day (ISO) is open."""
    return f"{task_key(plan_id, step)}:{limit}:{on}"


def silent_key(plan_id: int, step: str, once: str) -> str:
    """The key of the task that says she did not answer; it ends with the step."""
    return f"{task_key(plan_id, step)}:{once}"
