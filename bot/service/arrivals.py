"""From what arrived to the event the engine understands."""

from __future__ import annotations

from dataclasses import replace

from bot.service.plans import EVENT
from bot.service.ports import Incoming
from dialogs import presses
from dialogs.events import Edited, Event, Interrupted, Pressed, Replied, Started, TimerFired
from dialogs.language.wishes.intents import COMMANDS, read_intent
from dialogs.model import Attachment, Intent

FIRST = "intake"  # the script a newcomer gets
GREETING = 2  # words
PEOPLE = (Intent.CALL, Intent.NOW)  # buttons that lead to a person whoever presses them
_TIMER_FACTS = frozenset({"kind", "turn", "topic", "reminder"})


def events_of(
    item: Incoming, attachment: Attachment | None, *, fresh: bool, opened: Started | None = None
) -> list[Event]:
    """The events behind this item; what makes no sense shows her question again.

    A newcomer (`fresh`) begins the first script, and what she said already counts too.
    `attachment` is the voice note or file that came with it, if it is kept; `opened` is what the
    link of a letter begins.
    """
    if item.kind == "fired":
        return [_fired(item)]
    if item.kind == "began":
        return [_began(item)]
    if not fresh and opened is None:
        return [_said(item, attachment)]
    first = opened or Started(item.at, FIRST, facts=_code(item))
    return [first, _said(item, attachment)] if _says_more(item, attachment) else [first]


def _says_more(item: Incoming, attachment: Attachment | None) -> bool:
    """More than a greeting: nothing a newcomer writes or asks may get lost."""
    if item.kind == "command":
        return item.command in COMMANDS
    if item.kind == "press":  # under the last words after erasing
        found = presses.read(item.press, item.at)
        return found is not None and found.intent in PEOPLE
    words = item.text.split()
    return bool(attachment) or len(words) > GREETING or read_intent(item.text) is not None


def _said(item: Incoming, attachment: Attachment | None) -> Event:
    kept = (attachment,) if attachment else ()
    match item.kind:
        case "text" | "media":
            return Replied(item.at, item.text, kept, item.picked)
        case "press":
            return _pressed(item, kept) or Interrupted(item.at, Intent.RESUME)
        case "command" if item.command in COMMANDS:
            return Interrupted(item.at, COMMANDS[item.command])
        case "command" if item.command:
            return Replied(item.at, item.command.replace("_", " "))
        case "edited":
            return Edited(item.at, item.text)
        case "start":
            return Started(item.at, FIRST)
        case _:  # a sticker, anything unknown
            return Replied(item.at)


def _pressed(item: Incoming, kept: tuple[Attachment, ...]) -> Pressed | None:
    found = presses.read(item.press, item.at, item.picked, item.text)
    return replace(found, attachments=kept) if found and kept else found


def _code(item: Incoming) -> dict[str, str]:
    return {"code": item.code} if item.code else {}


def _fired(item: Incoming) -> TimerFired:
    facts = {name: value for name, value in item.facts.items() if name not in _TIMER_FACTS}
    turn = int(item.facts.get("turn", "0"))
    kind = item.facts["kind"]
    return TimerFired(item.at, EVENT.get(kind, kind), turn, facts, item.facts.get("topic", ""))


def _began(item: Incoming) -> Started:
    facts = {k: v for k, v in item.facts.items() if k not in ("script", "entry", "topic")}
    return Started(
        item.at,
        item.facts["script"],
        item.facts.get("entry", ""),
        facts,
        item.facts.get("topic", ""),
    )
