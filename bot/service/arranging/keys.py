"""What the rows of one arrangement are called."""

from __future__ import annotations

LAST_DAY = "last"  # in a key, and in the facts of what comes due


def topic(plan_id: int) -> str:
    """What reminders and frames of one arrangement have in common."""
    return f"childcare:{plan_id}"


def task_key(plan_id: int, step: str) -> str:
    """The key of the task for a step: there is one, however often its day moves."""
    return f"{topic(plan_id)}:task:{step}"


def last_day_key(plan_id: int, step: str, on: str) -> str:
    """The key of the task that a step with this last day (ISO) is still open."""
    return f"{task_key(plan_id, step)}:{LAST_DAY}:{on}"


def silent_key(plan_id: int, step: str, once: str) -> str:
    """The key of the task that says she did not answer; it ends with the step."""
    return f"{task_key(plan_id, step)}:{once}"
