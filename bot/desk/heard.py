"""What she was told in the chat that nobody should contradict: each card that named a number.

Those are the cards at danger, the official way for what cannot be asked here, the promise with
the team's number. They are read from what was sent to her, so they are here as long as that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.desk import dialling, rows
from bot.desk.book import Heard
from storage.outbox import Shown

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ARRIVED = ("sent", "new", "sending", "cancelled")  # in a web chat it is there when committed


def cards(shown: Iterable[Shown]) -> tuple[Heard, ...]:
    """The cards among these messages, oldest first; one that came more often counts once."""
    found: dict[str, Heard] = {}
    for one in shown:
        said = str(one.body.get("text", ""))
        named = [number for part in _BOLD.findall(said) for number in dialling.numbers(part)]
        if not named:
            continue
        text = _BOLD.sub(r"\1", said)
        card = Heard(
            text, tuple(dict.fromkeys(named)), rows.sure(one.created_at), _trouble(one.state)
        )
        before = found.pop(text, None)
        found[text] = replace(card, times=before.times + 1) if before else card
    return tuple(found.values())


def _trouble(state: str) -> str:
    """The state to show when it may not have arrived; "" when all is well."""
    return "" if state in _ARRIVED else state
