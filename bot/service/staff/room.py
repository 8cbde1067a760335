"""All deeds of the tandem besides talks, wired over one database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.service.house import House
from bot.service.staff.away import Away
from bot.service.staff.handling import Handling
from bot.service.staff.welcoming import Welcoming
from bot.service.staff.writing import Writing
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Room:
    """What the desk's pages ask for."""

    writing: Writing
    handling: Handling
    away: Away
    welcoming: Welcoming

    @classmethod
    def of(cls, database: Database, house: House, wake: Callable[[], None] = lambda: None) -> Room:
        """Over this database. `wake` is called when a turn waits."""
        handling = Handling(database, house, wake)
        away, welcoming = Away(database, house), Welcoming(database, house)
        return cls(Writing(database, house), handling, away, welcoming)
