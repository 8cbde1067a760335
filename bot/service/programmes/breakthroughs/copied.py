"""A breakthrough in her own copy: what her people asked for her, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.service.programmes.telling import Teller
from casework.budget import euros
from casework.summary import SECTIONS
from dialogs.model import Text

FACTS: Mapping[str, Text] = {
    "stuck": Text("wat vastloopt", "copy"),
    "routes": Text("wat al geprobeerd is", "copy"),
    "helps": Text("wat zou helpen", "copy"),
    "cents": Text("wat het kost", "copy"),
    "due_on": Text("vóór welke dag", "copy"),
    "parts": Text("wat meegelezen is van je antwoorden", "copy"),
    "said": Text("wat ze elkaar vroegen", "copy"),
    "order": Text("wat er gaat gebeuren", "copy"),
    "reason": Text("de reden voor een nee", "copy"),
}


def shown(tell: Teller, name: str, value: Any) -> list[str]:
    """A fact as she can read it; each route and each question is a line of its own."""
    if name == "cents":
        return [euros(value)]
    if name == "parts":
        return [", ".join(SECTIONS[part] for part in value)] if value else []
    if name == "routes":
        return [", ".join(part for part in row if part) for row in value]
    if name == "said":
        return [f"{tell.name(by)}, {tell.at(at)}: {text}" for by, at, text in value]
    return [str(value)]
