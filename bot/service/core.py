"""The line without channels: what the service, the simulator and the tests all start from."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.service.checks import refuse_mismatch
from bot.service.house import House
from bot.service.intake import Intake
from bot.service.invitations import Finder
from bot.service.outbox import Delivery, Pace
from bot.service.ports import Channel, Clock
from bot.service.reminders import Reminders
from bot.service.staff.promising import Promising
from bot.service.staff.relay import Relay
from bot.service.staff.room import Room
from bot.service.tandem import Tandem
from bot.service.turns import Turns
from bot.service.wording import Wording
from casework.calendar import Calendar
from casework.municipality import Municipality
from dialogs.authoring.shelf import load_shipped
from dialogs.catalogue import DOMAINS
from dialogs.library import Library
from storage.database import Database


@dataclass(slots=True)
class Core:
    """Everything between the inbox and the outbox, wired; nothing runs yet."""

    database: Database
    house: House
    intake: Intake
    turns: Turns
    reminders: Reminders
    tandem: Tandem
    find: Finder
    room: Room
    relay: Relay
    promising: Promising
    deliveries: list[Delivery] = field(default_factory=list)

    def deliver(self, channel: Channel, pace: Pace | None = None, team_chat: str = "") -> Delivery:
        """Send through this channel too."""
        made = Delivery(self.database, channel, self.house, self.find, pace, team_chat)
        self.deliveries.append(made)
        return made

    def ring(self) -> None:
        """The outbox has news."""
        for one in self.deliveries:
            one.wake.set()


def house_of(
    town: Municipality, clock: Clock, address: str, *, team_bot: bool = False,
    library: Library | None = None, outlets: frozenset[str] = frozenset(),
) -> House:  # fmt: skip
    """The house of this municipality, with the shipped scripts unless told otherwise.

    Raises checks.Mismatch when the scripts ask for what the service cannot do.
    """
    scripts = library or load_shipped()
    refuse_mismatch(scripts)
    facts = town.facts()
    wording = Wording(DOMAINS, facts)
    return House(scripts, town, Calendar.of(town), wording, clock, address, team_bot, outlets)


def wire_up(database: Database, house: House) -> Core:
    """The line over this database. Call it inside the running loop."""
    wake = asyncio.Event()
    intake = Intake(database, house.clock, house.municipality.id, wake)
    deliveries: list[Delivery] = []
    return Core(
        database=database,
        house=house,
        intake=intake,
        turns=Turns(database, house, wake, intake.answered, deliveries),
        reminders=Reminders(database, house, wake),
        tandem=Tandem(database, house, wake.set),
        find=Finder(house),
        room=Room.of(database, house, wake.set),
        relay=Relay(database, house, wake),
        promising=Promising(database, house, wake),
        deliveries=deliveries,
    )
