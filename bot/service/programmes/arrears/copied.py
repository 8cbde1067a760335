"""A signal of bills that are not paid, in her own copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.service.programmes.telling import Teller
from dialogs.model import Text

KINDS: Mapping[str, Text] = {
    "rent": Text("huur", "copy"),
    "health": Text("zorgverzekering", "copy"),
    "water": Text("water", "copy"),
    "energy": Text("stroom of gas", "copy"),
}
FACTS: Mapping[str, Text] = {
    "reference": Text("het nummer bij het bedrijf", "copy"),
    "began": Text("niet betaald sinds", "copy"),
    "name": Text("naam voor de brief", "copy"),
    "address": Text("adres voor de brief", "copy"),
    "phone": Text("telefoon, van het bedrijf", "copy"),
    "invited_on": Text("brief gemaakt op", "copy"),
    "outside": Text("brief op een andere dag dan gewoonlijk, omdat", "copy"),
    "outcome": Text("wat het bedrijf hoort: alleen dit woord", "copy"),
}


def shown(_tell: Teller, _name: str, value: Any) -> list[str]:
    """As it was noted."""
    if isinstance(value, list):  # letters on other days
        return [f"{one['on']}: {one['why']}" for one in value]
    return [str(value)]
