"""What every turn may know: the scripts, the municipality, its calendar, the words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.service.ports import Clock
    from bot.service.wording import Wording
    from casework.calendar import Calendar
    from casework.municipality import Municipality
    from dialogs.effects import Effect
    from dialogs.library import Library


def _unwatched(_: Effect) -> None:
    """In service nobody looks along."""


@dataclass(slots=True)
class Doors:
    """How parents come in besides the web chat. `telegram`: the name of their bot.

    Nobody configures that name: Telegram tells it when the bot first reaches it.
    """

    telegram: str = ""

    def named(self, telegram: str) -> None:
        """Telegram told what the parents' bot is called."""
        self.telegram = telegram


@dataclass(frozen=True, slots=True)
class House:
    """Made once at start-up; nothing in it changes, but for what `doors` learn.

    `address` is the public URL; `team_bot` whether the team has a chat where it hears news;
    `outlets` are the other ways to tell it: mail and the town's own systems (`posts.CHANNELS`).
    """

    library: Library
    municipality: Municipality
    calendar: Calendar
    wording: Wording
    clock: Clock
    address: str
    team_bot: bool = False
    outlets: frozenset[str] = frozenset()
    doors: Doors = field(default_factory=Doors)
    watch: Callable[[Effect], None] = _unwatched  # sees each effect of the engine: the simulator

    def today(self) -> date:
        """The local day."""
        return self.calendar.wall(self.clock.now()).date()
