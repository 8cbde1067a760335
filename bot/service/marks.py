"""What she tapped, in words: the line that stays behind when the buttons go."""

from __future__ import annotations

from datetime import datetime

from bot.service.house import House
from dialogs import presses
from dialogs.asking import offered
from dialogs.events import Pressed
from dialogs.library import EVERYWHERE
from dialogs.model import Session, Text


def chosen(house: House, before: Session, press: str, at: datetime) -> Text | None:
    """The button's own words; None when it did not belong to the question of then."""
    event = presses.read(press, at)
    if event is None or event.turn != before.turn or not before.frames:
        return None
    return _label(house, before, event)


def _label(house: House, before: Session, event: Pressed) -> Text | None:
    if event.intent is not None:
        lines = house.library.script(EVERYWHERE).lines
        name = f"button_{event.intent}"
        return house.library.line(name) if name in lines else None
    frame = before.frames[-1]
    script = house.library.script(frame.script, frame.version)
    labels = dict(offered(script, script.step(frame.step), before, frame))
    if event.done:
        picked = [labels[one] for one in frame.picked if one in labels]
        return _joined(picked)
    return labels.get(event.choices[0]) if event.choices else None


def _joined(labels: list[Text]) -> Text | None:
    """ "Eten, Huur": one text that holds the others."""
    if not labels:
        return None
    names = [f"k{number}" for number in range(len(labels))]
    shape = ", ".join("{" + name + "}" for name in names)
    return Text(shape).filled(**dict(zip(names, labels, strict=True)))
