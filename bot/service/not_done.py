"""Why something that a colleague asked for was not done."""

from __future__ import annotations


class Changed(Exception):
    """Somebody changed it since it was looked at: look again."""


class NoSuch(ValueError):
    """There is no such state, day, fund or way to pay here; the message names it."""
