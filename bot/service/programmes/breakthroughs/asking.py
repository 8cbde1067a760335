"""What the tandem does: ask for a breakthrough, answer the officer, take it back, tell it is done.

All raise PermissionError for what is not this person's; each deed may be sent twice and counts
once.
"""

from __future__ import annotations

from bot.service import notices, wording
from bot.service.house import House
from bot.service.not_done import Changed
from bot.service.programmes.breakthroughs import kept
from bot.service.programmes.breakthroughs.kept import NotNow, Sheet
from bot.service.staff.theirs import form_of, theirs
from casework import breakthrough
from casework import requests as rules
from casework.breakthrough import Ask
from storage import reads, requests, tasks
from storage.database import Database
from storage.handoffs import Handoff
from storage.requests import NewRequest, Request
from storage.tx import Tx

QUESTION = "breakthrough_question"  # kinds of task
TELL = {kept.GRANTED: "breakthrough_granted", kept.DECLINED: "breakthrough_declined"}
_TOLD = {kept.GRANTED: wording.BREAKTHROUGH_YES, kept.DECLINED: wording.BREAKTHROUGH_NO}


class Asking:
    """The tandem's side."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    @property
    def open(self) -> bool:
        """Whether this municipality has somebody to ask."""
        return breakthrough.runs(self._house.municipality, self._house.today()) is not None

    async def sheets(self, handoff_id: str, person: str, *, noted: bool = True) -> list[Sheet]:
        """What was asked for this family; the look is noted, unless that was done already."""
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            known = [await kept.sheet(tx, one) for one in await kept.of_handoff(tx, found.id)]
            if noted:
                await reads.log(tx, found.family_id, person, "breakthrough", self._now())
        return known

    async def ask(self, handoff_id: str, person: str, ask: Ask) -> None:
        """Ask the officer. Raises NotNow: wrong, closed, nobody, or busy: another one is open."""
        if breakthrough.problems(ask, self._house.today()):
            raise NotNow("wrong")
        facts = kept.facts_of(ask)
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            if not self.open:
                raise NotNow("nobody")
            if found.state == "closed":
                raise NotNow("closed")
            before = await kept.of_handoff(tx, found.id)
            same = [one for one in before if one.state in kept.GOING]
            if not same:
                key = f"breakthrough:{found.id}:{len(before)}"
                same = [await self._add(tx, found, person, key, facts)]
            if same[0].facts != facts:  # a colleague asked something else just before
                raise NotNow("busy")

    async def _add(
        self, tx: Tx, found: Handoff, person: str, key: str, facts: dict[str, object]
    ) -> Request:
        town = self._house.municipality
        known = await requests.of_programme(tx, town.id, breakthrough.ID)
        load: dict[str, int] = {}
        for one in known:
            if one.state == kept.ASKED and one.person:
                load[one.person] = load.get(one.person, 0) + 1
        officer = breakthrough.officer(town.people, load, self._house.today())
        new = NewRequest(
            key, town.id, breakthrough.ID, found.family_id, rules.begins(breakthrough.ID), person,
            handoff_id=found.id, person=officer.id, due_on=str(facts["due_on"]), facts=facts,
        )  # fmt: skip
        added = await requests.add(tx, new, self._now())
        await self._news(tx, added)
        return added

    async def answer(
        self, handoff_id: str, person: str, number: int, text: str, seen: int | None = None
    ) -> None:
        """Answer what the officer asked, or add something. Raises NotNow, Changed."""
        words = kept.said_text(text)
        async with self._database.writing() as tx:
            one = await self._one(tx, handoff_id, person, number, seen)
            if one.state not in kept.GOING:
                raise NotNow("over")
            said = kept.add_said(one, person, self._now(), words)
            await kept.change(tx, one, person, self._now(), said=said)
            for task in await tasks.waiting(tx, [handoff_id]):
                if task.kind == QUESTION:
                    await tasks.done(tx, task.id, person, self._now())
            await self._news(tx, one)

    async def withdraw(self, handoff_id: str, person: str, number: int) -> None:
        """It is not needed any more, before anybody decided. Raises NotNow."""
        async with self._database.writing() as tx:
            one = await self._one(tx, handoff_id, person, number)
            if one.state == rules.WITHDRAWN:  # pressed twice
                return
            if one.state != kept.ASKED:
                raise NotNow("over")
            await kept.change(tx, one, person, self._now(), state=rules.WITHDRAWN)

    async def done(self, handoff_id: str, person: str, number: int) -> None:
        """What was ordered has happened. Raises NotNow."""
        async with self._database.writing() as tx:
            one = await self._one(tx, handoff_id, person, number)
            if one.state != kept.DONE:
                await kept.change(tx, one, person, self._now(), state=kept.DONE)

    async def prepared(self, handoff_id: str, person: str, one: Sheet) -> str:
        """A text that tells her plainly what was decided, in her form; "" while nothing is.

        It goes nowhere by itself: a colleague looks at it, changes it and sends it.
        """
        if one.state not in _TOLD:
            return ""
        async with self._database.reading() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            form = await form_of(tx, self._house, found.family_id)
        said = _TOLD[one.state].filled(besluit=one.order or one.reason)
        return self._house.wording.plain(said, form)

    async def _one(
        self, tx: Tx, handoff_id: str, person: str, number: int, seen: int | None = None
    ) -> Request:
        found = await theirs(tx, self._house, handoff_id, person)
        one = await requests.get(tx, number)
        if one is None or one.handoff_id != found.id or one.programme != breakthrough.ID:
            raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))
        if seen not in (None, one.version):
            raise Changed
        return one

    async def _news(self, tx: Tx, one: Request) -> None:
        """The officer gets a mail that there is something, without a word of it."""
        for officer in self._house.municipality.people:
            if officer.id == one.person:
                await notices.tell_person(tx, self._house, officer, self._house.clock.now())

    def _now(self) -> float:
        return self._house.clock.now().timestamp()
