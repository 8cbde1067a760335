"""`debts:` in a municipality's file: its shape, and what must make sense in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Field

from casework import debts as plain
from casework.fields import Said, Whole, shaped
from dialogs.authoring.source import Finding, Strict

# With "debt:" before it, it fits the column of a task's kind.
ShortId = Annotated[
    str, shaped(r"[a-z0-9_]{1,19}", "schrijf kleine letters, cijfers en _, tot 19 tekens")
]
Kind = Literal["rent", "health", "water", "power", "tax", "other"]


class DebtRow(Strict):
    """`- { id: housing, kinds: [rent], to: consultant, task: "…", days: 2 }`."""

    id: ShortId
    kinds: Annotated[frozenset[Kind], Field(min_length=1)]
    to: plain.Member
    task: Said
    days: Annotated[Whole, Field(ge=1, le=20)] = 2


def debts(rows: Sequence[DebtRow]) -> tuple[plain.DebtRoute, ...]:
    """The table of these rows."""
    return tuple(plain.DebtRoute(**dict(row)) for row in rows)


def check(table: Sequence[plain.DebtRoute]) -> Iterator[Finding]:
    """A name that stands there twice, and a kind that can never get so far."""
    ids: set[str] = set()
    taken: set[str] = set()
    for place, route in enumerate(table):
        if route.id in ids:
            yield ("debts", place, "id"), f"'{route.id}' staat er al", "double-id"
        for kind in sorted(route.kinds & taken):
            message = f"'{kind}' gaat al naar een eerdere regel"
            yield ("debts", place, "kinds"), message, "kind-taken"
        ids.add(route.id)
        taken |= route.kinds
