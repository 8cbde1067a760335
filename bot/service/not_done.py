"""Why something that a colleague asked for was not done."""

from __future__ import annotations

from casework.days import Span


class Changed(Exception):
    """Somebody changed it since it was looked at: look again."""


class NotToday(Exception):
    """The town reaches out on other days; it is done only on purpose, with a reason.

    `late`: the last of those days has been; else the first has yet to come.
    """

    def __init__(self, *, late: bool) -> None:
        super().__init__(late)
        self.late = late


class NoSuch(ValueError):
    """There is no such state, day, fund or way to pay here; the message names it."""


class BadDay(ValueError):
    """A day that makes no sense there; `name` is the field, `span` the days that do."""

    def __init__(self, name: str, span: Span) -> None:
        super().__init__(name)
        self.name, self.span = name, span
