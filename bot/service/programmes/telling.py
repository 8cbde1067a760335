"""What the words of each programme in her own copy are told with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.service.house import House
from dialogs.model import Text


class Teller(Protocol):
    """Says codes, moments and colleagues in her words."""

    @property
    def house(self) -> House:
        """Whose programmes and people these are."""

    def say(self, table: Mapping[str, Text], code: str) -> str:
        """The words for this code."""

    def at(self, seconds: float | None) -> str:
        """A moment, local."""

    def name(self, person: str) -> str:
        """A colleague's name."""
