"""What comes first: what cannot wait, then the earliest deadline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from bot.desk.book import Card, File, Head, Task

URGENT = "urgent"  # as a reason and as a kind of task
DANGER = "danger"  # kind of alert; with what she wrote it is a task "danger_suicide"
PRESSING = (URGENT, DANGER, "check")  # what the kinds of tasks that cannot wait begin with
_NEVER = datetime.max.replace(tzinfo=UTC)


def cannot_wait(head: Head, tasks: Iterable[Task]) -> bool:
    """Whether something urgent is open, also when the intake was finished after it."""
    new = head.state == "new" and head.reason == URGENT
    return new or any(_pressing(task) for task in tasks)


def in_danger(card: Card | File) -> bool:
    """Whether an alarm about this family waits to be seen, or to be dealt with."""
    unseen = any(alert.kind == DANGER for alert in card.alerts)
    return unseen or any(task.kind.startswith(DANGER) for task in card.tasks)


def _pressing(task: Task) -> bool:
    return task.kind.startswith(PRESSING)


def deadline(head: Head, tasks: Iterable[Task]) -> datetime | None:
    """The first moment that something is due: a task, or what she was promised."""
    dues = [head.promised_by, *(task.due_at for task in tasks)]
    return min((due for due in dues if due), default=None)


def ordered(tasks: Iterable[Task]) -> list[Task]:
    """Urgent ones first, then by deadline; those without one keep their order at the end."""
    return sorted(tasks, key=_by_weight)


def _by_weight(task: Task) -> tuple[bool, bool, datetime]:
    return not task.kind.startswith(DANGER), not _pressing(task), task.due_at or _NEVER


def by_deadline(card: Card) -> datetime:
    """A key to sort cards with: the earliest deadline first."""
    return deadline(card.head, card.tasks) or _NEVER
