"""`arrears:` in a municipality's file: its shape, and the order of its days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from casework.arrears import Window
from casework.fields import Whole
from dialogs.authoring.source import Finding, Strict

Days = Annotated[Whole, Field(ge=1, le=1_000)]


class WindowRow(Strict):
    """`arrears: { first_day: 30, last_day: 100, warn_days: 14 }`."""

    first_day: Days
    last_day: Days
    warn_days: Days


def window(row: WindowRow) -> Window:
    """The days of this row."""
    return Window(**dict(row))


def check(days: Window) -> Iterator[Finding]:
    """The first day comes before the last, and the warning falls between them."""
    if days.first_day >= days.last_day:
        message = f"de laatste dag moet na de eerste komen ({days.first_day})"
        yield ("arrears", "last_day"), message, "days-out-of-order"
    elif days.warn_days >= days.last_day - days.first_day:
        message = "waarschuwen kan pas na de eerste dag: kies minder dagen"
        yield ("arrears", "warn_days"), message, "warn-too-early"
