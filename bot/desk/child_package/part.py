"""Something for a child on the family's own page: how it stands for each child."""

from __future__ import annotations

from dataclasses import dataclass

from bot.desk.child_package import words
from bot.desk.gate import Call
from bot.service.programmes.child_package.desk import Sheet


@dataclass(frozen=True, slots=True)
class Children:
    """Ready to show: a line for each request. `chat`: she talks with us herself."""

    lines: tuple[str, ...]
    chat: bool


async def of_family(call: Call) -> Children | None:
    """None where the town does not offer it, and for a colleague who only looks in."""
    desk = call.desk.programmes.child_package
    if not desk.here or call.looks_in:
        return None
    sheets = await desk.sheets(call.handoff.id, call.me, noted=False)
    lines = tuple(_line(call, sheet) for sheet in sheets)
    return Children(lines, all(sheet.chat for sheet in sheets))


def _line(call: Call, sheet: Sheet) -> str:
    say = call.desk.pages.say
    wish = words.WISHES.get(sheet.request.kind, words.WISHES["other"])
    state = say(words.STATES[sheet.request.state])
    return say("Kind {n}, {wish}: {state}", n=sheet.child, wish=say(wish), state=state)
