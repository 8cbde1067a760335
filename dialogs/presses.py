"""The short string behind a button: the turn it belongs to and what pressing it means.

Telegram allows 64 bytes. Forms: `12:c.district_x` choose, `12:x.food` toggle, `12:ok` ready,
`12:p.1` page, `12:i.pause` intent.
"""

from __future__ import annotations

from datetime import datetime

from dialogs.events import Pressed
from dialogs.model import Intent

LONGEST = 64


def choose(turn: int, choice: str) -> str:
    """The press that gives this choice as the answer."""
    return f"{turn}:c.{choice}"


def toggle(turn: int, choice: str) -> str:
    """The press that ticks or unticks this choice."""
    return f"{turn}:x.{choice}"


def done(turn: int) -> str:
    """The press that ends picking."""
    return f"{turn}:ok"


def page(turn: int, number: int) -> str:
    """The press that shows another page of choices."""
    return f"{turn}:p.{number}"


def intend(turn: int, intent: Intent) -> str:
    """The press of an intent that holds in every step."""
    return f"{turn}:i.{intent}"


def written(event: Pressed) -> str:
    """The string behind this press, with the boxes that a web form brought along."""
    if event.intent is not None:
        return intend(event.turn, event.intent)
    if event.toggle:
        return toggle(event.turn, event.toggle)
    if event.page >= 0:
        return page(event.turn, event.page)
    if event.done:
        return f"{done(event.turn)}.{','.join(event.choices)}"
    return choose(event.turn, ",".join(event.choices))


def read(data: str, at: datetime, picked: tuple[str, ...] = (), text: str = "") -> Pressed | None:
    """The event behind a button's string; None when it is not one of ours."""
    head, _, code = data.partition(":")
    if not (head.isascii() and head.isdecimal() and len(head) <= 9):
        return None
    turn, (verb, _, rest) = int(head), code.partition(".")
    if verb == "c" and rest:
        return Pressed(at, turn, choices=(rest,), text=text)
    if verb == "x" and rest:
        return Pressed(at, turn, toggle=rest)
    if verb == "ok" and not rest:
        return Pressed(at, turn, choices=picked, done=True, text=text)
    if verb == "p" and rest.isascii() and rest.isdecimal() and len(rest) <= 3:
        return Pressed(at, turn, page=int(rest))
    if verb == "i" and rest in Intent.__members__.values():
        return Pressed(at, turn, choices=picked, intent=Intent(rest), text=text)
    return None
