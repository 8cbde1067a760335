"""What her people ask of the other programmes: coaching, a package, a fund, a breakthrough.

Each deed goes over the desk's own rooms. What succeeded is noted here, once for each state, so
that the ledger can be held against it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.service.not_done import Changed
from bot.service.programmes.baby.desk import Packages
from bot.service.programmes.breakthroughs.asking import Asking
from bot.service.programmes.breakthroughs.deciding import Deciding
from bot.service.programmes.child_package.asking import Wanted
from bot.service.programmes.child_package.desk import CLUB, OWN, ChildPackages
from bot.service.staff.handling import BadDeed
from bot.year.count import Count
from bot.year.family import Family
from bot.year.town import CHILD_PACKAGE
from bot.year.world import World
from casework import breakthrough, tallies
from casework.baby_package import PROGRAMME as BABY
from casework.breakthrough import Ask, Route
from casework.budget import Refusal
from casework.coaching import PROGRAMME as COACHING
from storage.appointments import Appointment
from storage.handoffs import Handoff

OFFICER = "joost"
_OUTCOMES = ("start", "start", "later", "no", "next_talk")


@dataclass(slots=True)
class Asked:
    """Something that was asked, as far as her people remember: its state, and when it was given."""

    kind: str
    state: str
    number: int = 0
    given_on: date | None = None


@dataclass(slots=True)
class Programmes:
    """All that is asked for families, one deed a day at most for each of them."""

    world: World
    count: Count
    asked: dict[tuple[int, str], Asked] = field(default_factory=dict)  # family, programme
    refused: int = 0

    async def look(self, family: Family, found: Handoff, person: str, held: int) -> None:
        """Begin something for a family that was spoken with, or take the next step of it."""
        dice = family.dice
        deeds: tuple[tuple[str, float, Callable[..., Awaitable[None]]], ...] = (
            (BABY, 0.02, self._package),
            (CHILD_PACKAGE, 0.03, self._child),
            (breakthrough.ID, 0.02, self._stuck),
        )
        for programme, chance, deed in deeds:
            one = self.asked.get((family.number, programme))
            if dice.random() < (0.25 if one else chance * bool(held)):
                try:
                    await deed(family, found, person, one)
                except (Changed, PermissionError):
                    continue

    # -- coaching -----------------------------------------------------------------------

    async def talked(self, family: Family, found: Handoff, talk: Appointment, person: str) -> None:
        """What the talk brought: most begin coaching, some later."""
        outcome = family.dice.choice(_OUTCOMES)
        if outcome == "start":
            await self.start(family, found, talk.id, person)
            return
        weeks = timedelta(weeks=family.dice.randint(2, 8))
        day = self.world.today + weeks if outcome == "later" else None
        await self.world.core.room.handling.outcome(found.id, person, talk.id, outcome, day)

    async def start(self, family: Family, found: Handoff, talk: int, person: str) -> None:
        """Coaching begins, by what this talk brought."""
        try:
            await self.world.core.room.handling.outcome(found.id, person, talk, "start")
        except BadDeed:
            self.refused += 1
            return
        if (family.number, COACHING) not in self.asked:
            self._new(family, COACHING, Asked("", "started"))
            self.count.note(self.world.today, tallies.given(COACHING))

    # -- packages -----------------------------------------------------------------------

    async def _package(
        self, family: Family, found: Handoff, person: str, one: Asked | None
    ) -> None:
        desk = Packages(self.world.core.database, self.world.core.house)
        if one is None:
            phase = family.dice.choice(("baby", "toddler"))
            await desk.begin(found.id, person, phase, f"year-{family.number}")
            self._new(family, BABY, Asked(phase, "referred"))
            return
        if one.state not in ("referred", "granted"):
            return
        sheet = (await desk.shelf(found.id, person)).sheets[-1]
        if one.state == "referred":
            wrong = await desk.grant(found.id, person, sheet.id, sheet.version)
            self._given(one, BABY, wrong, "granted")
        else:
            state = "withdrawn" if family.dice.random() < 0.2 else "posted"
            await desk.move(found.id, person, sheet.id, state, sheet.version)
            self._became(one, BABY, state)

    # -- something for a child ----------------------------------------------------------

    async def _child(self, family: Family, found: Handoff, person: str, one: Asked | None) -> None:
        desk, dice = ChildPackages(self.world.core.database, self.world.core.house), family.dice
        if one is None:
            wanted = Wanted(wish=dice.choice(("sport", "music", "school")), band="b4_12")
            number = await desk.begin(found.id, person, wanted, f"year-{family.number}")
            self._new(family, CHILD_PACKAGE, Asked(wanted.wish, "asked", number))
            return
        if one.state not in ("asked", "visit", "sent"):
            return
        sheet = next(s for s in await desk.sheets(found.id, person) if s.request.id == one.number)
        seen = sheet.request.version
        if one.state == "asked":
            state = dice.choice(("visit", "visit", "visit", "withdrawn"))
            await desk.move(found.id, person, one.number, state, seen)
            self._became(one, CHILD_PACKAGE, state)
        elif one.state == "visit" and dice.random() < 0.7:
            await desk.send(found.id, person, one.number, desk.funds[0].id, seen)
            self._became(one, CHILD_PACKAGE, "sent")
        else:
            await self._arranged(family, found, person, one, desk, seen)

    async def _arranged(
        self, family: Family, found: Handoff, person: str, one: Asked, desk: ChildPackages,
        seen: int,
    ) -> None:  # fmt: skip
        paid = CLUB if one.state == "sent" else OWN
        cents = 40_000 if paid == CLUB and family.dice.random() < 0.7 else 0
        wrong = await desk.arrange(found.id, person, one.number, paid, cents, seen)
        if cents:
            self._given(one, CHILD_PACKAGE, wrong, "arranged")
        else:
            self._became(one, CHILD_PACKAGE, "arranged")

    # -- breakthroughs ------------------------------------------------------------------

    async def _stuck(self, family: Family, found: Handoff, person: str, one: Asked | None) -> None:
        rooms = self.world.core.database, self.world.core.house
        if one is None:
            ask = Ask("Het loopt vast.", (Route("Gevraagd", came="nee"),), "Tijdelijk onderdak", 0,
                      self.world.today + timedelta(days=30))  # fmt: skip
            await Asking(*rooms).ask(found.id, person, ask)
            self._new(family, breakthrough.ID, Asked("", "asked"))
        elif one.state in ("asked", "granted"):
            await self._decided(family, found, person, one)

    async def _decided(self, family: Family, found: Handoff, person: str, one: Asked) -> None:
        rooms, dice = (self.world.core.database, self.world.core.house), family.dice
        officer, asking = Deciding(*rooms), Asking(*rooms)
        sheet = await officer.sheet(OFFICER, found.id)
        if one.state == "granted":
            happened = dice.random() < 0.8
            await officer.finish(OFFICER, found.id, sheet.id, happened=happened, seen=sheet.version)
            self._became(one, breakthrough.ID, "done" if happened else "withdrawn")
        elif (chance := dice.random()) < 0.6:
            cents = dice.choice((0, 150_000))
            wrong = await officer.grant(OFFICER, found.id, sheet.id, cents, "Doen.", sheet.version)
            self._given(one, breakthrough.ID, wrong, "granted")
        elif chance < 0.9:
            await officer.decline(OFFICER, found.id, sheet.id, "Dit kan niet.", sheet.version)
            self._became(one, breakthrough.ID, "declined")
        else:
            await asking.withdraw(found.id, person, sheet.id)
            self._became(one, breakthrough.ID, "withdrawn")

    # -- what is noted ------------------------------------------------------------------

    def _new(self, family: Family, programme: str, one: Asked) -> None:
        self.asked[family.number, programme] = one
        self.count.note(self.world.today, tallies.reached(programme, one.kind, one.state))

    def _became(self, one: Asked, programme: str, state: str) -> None:
        """In this state for the first time; what was given and not wanted was never given."""
        one.state = state
        self.count.note(self.world.today, tallies.reached(programme, one.kind, state))
        if state == "withdrawn" and one.given_on is not None:
            self.count.note(one.given_on, tallies.given(programme), -1)

    def _given(self, one: Asked, programme: str, wrong: Refusal | None, state: str) -> None:
        if wrong is not None:
            self.refused += 1
            return
        one.given_on = self.world.today
        self.count.note(self.world.today, tallies.given(programme))
        self._became(one, programme, state)
