"""Where a worry about bills goes (P05): one handoff, and a task for whoever can help with it. Pure.

The table stands in the municipality's file. What no row names goes along in the handoff as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

KINDS = ("rent", "health", "water", "power", "tax", "other")  # as in the intake: arrears_kind
TASK = "debt"  # a task's kind is "debt:" and the id of its row


class Member(StrEnum):
    """Who of her two people."""

    NEIGHBOURHOOD_WORKER = "neighbourhood_worker"
    CONSULTANT = "consultant"


@dataclass(frozen=True, slots=True)
class DebtRoute:
    """Arrears of these kinds are for this member: a task, within so many working days."""

    id: str
    kinds: frozenset[str]
    to: Member
    task: str
    days: int = 2

    @property
    def kind(self) -> str:
        """The kind of its task."""
        return f"{TASK}:{self.id}"


def routed(
    table: Sequence[DebtRoute], kinds: Collection[str]
) -> Iterator[tuple[DebtRoute, tuple[str, ...]]]:
    """The rows that these arrears go by, each once, with what brought them there.

    The first row that names a kind has it; the order is that of the table.
    """
    left = [kind for kind in KINDS if kind in kinds]
    for route in table:
        mine = tuple(kind for kind in left if kind in route.kinds)
        left = [kind for kind in left if kind not in mine]
        if mine:
            yield route, mine
