"""A link into the chat for a family that others brought: on paper, once, for whoever gets it.

Whoever opens it begins as this family. Until then nothing that we send reaches anybody.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.service import codes, paper
from bot.service.house import House
from bot.service.not_done import Changed
from bot.service.paper import Letter, Words
from bot.service.staff.theirs import theirs
from dialogs.model import Text
from storage import acts, links, reads, requests, sessions
from storage.database import Database
from storage.tx import Tx

LASTS = timedelta(days=30)
WORDS = Words(
    body=(
        Text("Iemand vroeg hulp voor je aan. {naam1} en {naam2} van {team} helpen je graag.",
             "letter"),
        Text("Praten kan ook in een chat, op je telefoon. Jij kiest wanneer. Stoppen mag altijd.",
             "letter"),
    ),
    steps=(
        Text("Richt de camera van je telefoon op het plaatje hieronder. Of ga naar het adres "
             "eronder.", "letter"),
        Text("Een computer stelt je korte vragen. Dat duurt ongeveer {min} minuten.", "letter"),
        Text("{naam1} en {naam2} lezen wat je antwoordt.", "letter"),
    ),
)  # fmt: skip


class Welcoming:
    """The desk's side."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def link(self, handoff_id: str, person: str, once: str) -> Letter:
        """A letter with a link that works once; an earlier one no longer does.

        The same form sent twice is the same letter. Raises Changed when the family has a chat by
        now, or nothing was asked for it.
        """
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            asked = await requests.of_family(tx, found.family_id)
            if not asked or await sessions.by_family(tx, found.family_id) is not None:
                raise Changed
            until = self._house.today() + LASTS
            its_code = codes.made(codes.INVITED, tx.vault.hash("welcome", f"{found.id}:{once}"))
            if not await links.known(tx, its_code):
                await self._make(tx, asked[0].id, its_code, person, until)
                await acts.log(tx, found.id, person, "invited", self._now())
            await reads.log(tx, found.family_id, person, "summary", self._now())
        first, second = found.neighbourhood_worker, found.consultant
        names = {"naam1": self._name(first), "naam2": self._name(second)}
        return paper.written(self._house, WORDS, its_code, until, **names)

    async def _make(self, tx: Tx, request_id: int, code: str, person: str, until: date) -> None:
        ends = self._house.calendar.utc(datetime.combine(until, time(23, 59)))
        await links.make(tx, request_id, code, person, self._now(), ends.timestamp())

    def _name(self, person: str) -> str:
        return self._house.municipality.person(person).name

    def _now(self) -> float:
        return self._house.clock.now().timestamp()
