"""A `Say` and a catalogue make the message a parent reads: text and buttons, ready to send."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from dialogs.effects import Say
from dialogs.model import Text
from dialogs.values import value_class

_GAPS = re.compile(r"(?<=\S) {2,}")

Translate = Callable[[str, str], str]  # (context, msgid) → sentence in her language and form


@value_class(frozen=True, slots=True)
class Button:
    """What a button says and what pressing it sends back."""

    label: str
    press: str


@value_class(frozen=True, slots=True)
class Box:
    """A tick box of a several-choice question."""

    label: str
    id: str
    press: str
    picked: bool


@value_class(frozen=True, slots=True)
class Message:
    """What a parent sees. `text` is plain, with **bold** as its only mark-up."""

    text: str
    turn: int = 0
    answers: tuple[Button, ...] = ()  # one per row
    boxes: tuple[Box, ...] = ()  # one per row, then `answers` (ready)
    menu: tuple[tuple[Button, ...], ...] = ()  # the fixed rows
    entry: str = "none"  # none, text, number, phone
    update: bool = False
    file: str = ""


class _Facts(dict[str, str]):
    """Facts for filling in; an unknown name stays visible, so that no sentence is lost."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


def sentence(text: Text, translate: Translate, facts: Mapping[str, str]) -> str:
    """One sentence in her language with its {placeholders} filled in; empty facts leave no gap."""
    said = translate(text.context, text.msgid)
    if "{" not in said:
        return said
    filled = _Facts(facts)
    for name, value in text.params:
        filled[name] = value if isinstance(value, str) else sentence(value, translate, facts)
    return _GAPS.sub(" ", said.format_map(filled)).strip()


def unmarked(text: str) -> str:
    """What she saw, as plain text: without the signs for **bold**."""
    return text.replace("**", "")


def render(say: Say, translate: Translate, facts: Mapping[str, str]) -> Message:
    """The message for this `Say`; `facts` are the municipality's (bot, team, …)."""

    def of(text: Text) -> str:
        return sentence(text, translate, facts)

    return Message(
        text="\n\n".join(filter(None, map(of, say.texts))),
        turn=say.turn,
        answers=tuple(Button(of(t.label), t.press) for t in say.answers),
        boxes=tuple(Box(of(p.label), p.id, p.press, p.picked) for p in say.picks),
        menu=tuple(tuple(Button(of(t.label), t.press) for t in row) for row in say.menu),
        entry=say.entry,
        update=say.update,
        file=say.file,
    )
