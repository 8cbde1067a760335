"""What the escalation officer does: read what is with her, ask back, decide, count the money.

She sees only what was escalated to her, and only until it is over. All raise PermissionError for
the rest; a decision is taken once, by one person, on the version that stood on the page.
"""

from __future__ import annotations

from bot.service import handoffs as bringing
from bot.service import wording
from bot.service.house import House
from bot.service.not_done import Changed
from bot.service.programmes.breakthroughs import kept
from bot.service.programmes.breakthroughs.asking import QUESTION, TELL
from bot.service.programmes.breakthroughs.kept import NotNow, Sheet
from casework import breakthrough
from casework.breakthrough import Ledger, Outlay
from casework.budget import Grant, Refusal
from casework.programmes import Programme
from storage import grants, reads, requests, tasks
from storage.database import Database
from storage.grants import Given, NewGrant, Unspendable
from storage.requests import Request
from storage.tx import Tx

GONE_BACK = "withdrawn"  # it did not happen after all: the money can be given again


class Deciding:
    """The officer's side."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def waiting(self, officer: str) -> list[Sheet]:
        """What is with her and not over: the nearest deadline first, then the newest."""
        town = self._house.municipality.id
        async with self._database.reading() as tx:
            known = await requests.of_programme(tx, town, breakthrough.ID)
            hers = [one for one in known if one.person == officer and one.state in kept.GOING]
            found = [await kept.sheet(tx, one) for one in hers]
        return sorted(found, key=lambda one: (one.state != kept.ASKED, one.ask.due_on, -one.id))

    async def sheet(self, officer: str, handoff_id: str) -> Sheet:
        """What is with her of this family; the look is noted."""
        async with self._database.writing() as tx:
            known = await kept.of_handoff(tx, handoff_id)
            hers = [one for one in known if one.person == officer and one.state in kept.GOING]
            if not hers:
                raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))
            found = await kept.sheet(tx, hers[-1])
            await reads.log(tx, hers[-1].family_id, officer, "breakthrough", self._now())
        return found

    async def question(
        self, officer: str, handoff_id: str, number: int, text: str, seen: int | None
    ) -> None:
        """Ask the tandem something first. Raises NotNow, Changed."""
        words = kept.said_text(text)
        async with self._database.writing() as tx:
            one = await self._one(tx, officer, handoff_id, number, seen)
            said = kept.add_said(one, officer, self._now(), words)
            await kept.change(tx, one, officer, self._now(), said=said)
            await self._task(tx, one, QUESTION, len(said))

    async def grant(
        self, officer: str, handoff_id: str, number: int, cents: int, order: str, seen: int | None
    ) -> Refusal | None:
        """Yes: the order in words, and money of this year's budget; why not, if it does not fit.

        Raises NotNow for a decision that was taken, or an order that says nothing; Changed.
        """
        words, day = kept.said_text(order), self._house.today()
        programme = self._programme()
        async with self._database.writing() as tx:
            one = await self._one(tx, officer, handoff_id, number, seen)
            town, key = self._house.municipality.id, f"breakthrough:{one.id}"
            what = Grant((day.year, day.month), 1, cents)
            asked = int(one.facts["cents"])
            new = NewGrant(key, town, one.family_id, None, what, officer, one.id, asked)
            if (wrong := await grants.give(tx, new, programme, self._now())) is not None:
                return wrong
            await kept.change(tx, one, officer, self._now(), state=kept.GRANTED, order=words)
            await self._task(tx, one, TELL[kept.GRANTED])
        return None

    async def decline(
        self, officer: str, handoff_id: str, number: int, reason: str, seen: int | None
    ) -> None:
        """No, and why. Raises NotNow, Changed."""
        words = kept.said_text(reason)
        async with self._database.writing() as tx:
            one = await self._one(tx, officer, handoff_id, number, seen)
            await kept.change(tx, one, officer, self._now(), state=kept.DECLINED, reason=words)
            await self._task(tx, one, TELL[kept.DECLINED])

    async def finish(
        self,
        officer: str,
        handoff_id: str,
        number: int,
        *,
        happened: bool,
        seen: int | None,
        spent: int | None = None,
    ) -> None:
        """It happened, or not after all: then its money is free again. Raises NotNow, Changed.

        `spent`: what it really cost, in cents; what is left of what was given is free again.
        """
        async with self._database.writing() as tx:
            one = await self._one(tx, officer, handoff_id, number, seen)
            if one.state != kept.GRANTED:
                raise NotNow("over")
            state = kept.DONE if happened else GONE_BACK
            await kept.change(tx, one, officer, self._now(), state=state)
            for given in await grants.of_request(tx, one.id):
                if not happened:
                    await grants.shorten(tx, given.id, 0, self._now())
                elif spent is not None:
                    await self._spend(tx, officer, given.id, spent)

    async def ledgers(self) -> tuple[Ledger, ...]:
        """Every year's money, without a word of a family; none where it is not offered."""
        town = self._house.municipality
        programme = town.offers(breakthrough.ID)
        if programme is None:
            return ()
        async with self._database.reading() as tx:
            given = await grants.of_programme(tx, town.id, programme.id)
        return breakthrough.ledgers(programme, [self._outlay(one) for one in given])

    def _outlay(self, one: Given) -> Outlay:
        return Outlay(one.id, one.what, kept.local(self._house, one.given_at), one.asked)

    async def spend(self, officer: str, grant_id: int, cents: int) -> Refusal | None:
        """Write down what a breakthrough really cost; why the budget does not allow it, if so.

        Also when it is long over, and the family was erased. Raises NotNow: more than was given.
        """
        officers = breakthrough.officers(self._house.municipality.people)
        if officer not in {one.id for one in officers}:
            raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))
        async with self._database.writing() as tx:
            return await self._spend(tx, officer, grant_id, cents)

    async def _spend(self, tx: Tx, officer: str, grant_id: int, cents: int) -> Refusal | None:
        town = self._house.municipality
        programme = town.offers(breakthrough.ID)
        if programme is None:
            raise NotNow("nobody")
        try:
            return await grants.spend(tx, grant_id, cents, programme, officer, town.id)
        except Unspendable as wrong:
            raise NotNow("more") from wrong

    def _programme(self) -> Programme:
        found = breakthrough.runs(self._house.municipality, self._house.today())
        if found is None:
            raise NotNow("nobody")
        return found

    async def _one(
        self, tx: Tx, officer: str, handoff_id: str, number: int, seen: int | None
    ) -> Request:
        one = await requests.get(tx, number)
        hers = one is not None and one.person == officer and one.handoff_id == handoff_id
        if one is None or not hers or one.programme != breakthrough.ID:
            raise PermissionError(self._house.wording.plain(wording.NOT_YOURS))
        if one.state not in kept.GOING:
            raise NotNow("over")
        if seen not in (None, one.version):
            raise Changed
        return one

    async def _task(self, tx: Tx, one: Request, kind: str, count: int = 0) -> None:
        """The tandem has something to do, and the team's chat hears that there is news."""
        assert one.handoff_id is not None
        key, now = f"{kind}:{one.id}:{count}", self._house.clock.now()
        row = tasks.NewTask(key, one.handoff_id, one.family_id, kind)
        await tasks.put(tx, [row], now.timestamp())
        await bringing.tell_team(tx, self._house, one.handoff_id, wording.NEWS, f"team:{key}", now)

    def _now(self) -> float:
        return self._house.clock.now().timestamp()
