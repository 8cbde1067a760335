"""Her ideas in her own copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.service.programmes.telling import Teller
from dialogs.model import Text

FACTS: Mapping[str, Text] = {
    "idea": Text("je idee", "copy"),
    "name": Text("je naam erbij", "copy"),
    "answer": Text("het antwoord", "copy"),
}


def shown(_tell: Teller, _name: str, value: Any) -> list[str]:
    """Words as they were said."""
    return [str(value)]
