"""What her people do about something for a child: a talk, a fund that they choose, how it ended.

The page suggests a fund with its reason; a person chooses and sends. Nothing goes to the parent in
money: it is given in kind, or paid to the club or the school. All raise PermissionError for what
is not this person's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.service.house import House
from bot.service.not_done import Changed, NoSuch
from bot.service.programmes import counted, further
from bot.service.programmes.child_package import asking, yearly
from bot.service.programmes.child_package.asking import PROGRAMME, Asked, Wanted
from bot.service.programmes.outside import new_code
from bot.service.staff.theirs import their_request, theirs
from casework import funds
from casework.budget import Grant, Refusal, Year
from casework.funds import Fund, Suggestion
from casework.programmes import Programme
from casework.requests import begins, following
from storage import grants, reads, requests, sessions
from storage.database import Database
from storage.grants import Given, NewGrant
from storage.requests import Request, Step
from storage.tx import Tx

NOTES = ("club", "items", "own")  # what a worker writes down; `own`: what succeeds without a fund
KIND, CLUB, OWN = "kind", "club", "own"  # in kind, straight to the club or school, by themselves
PAID = (KIND, CLUB, OWN)
VISIT, SENT, ARRANGED = "visit", "sent", yearly.ARRANGED


@dataclass(frozen=True, slots=True)
class Sheet:
    """One child's request as her people see it."""

    request: Request
    child: int
    facts: Mapping[str, str]  # "" for what is not known
    steps: Sequence[Step]
    next: Sequence[str]  # states that may follow
    suggestions: Sequence[Suggestion]
    given: Sequence[Given]
    chat: bool  # she talks with us herself


class ChildPackages:
    """Requests for children of this town. `wake` is called when a turn waits."""

    def __init__(
        self, database: Database, house: House, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._database, self._house, self._wake = database, house, wake

    @property
    def here(self) -> bool:
        """Whether this town offers it."""
        programme = self._programme()
        return programme is not None and programme.on

    @property
    def funds(self) -> Sequence[Fund]:
        """The funds of this town."""
        return self._house.municipality.funds

    async def years(self) -> Sequence[Year]:
        """How the town's own money stands; () where it has no budget of its own."""
        programme = self._programme()
        if programme is None or not programme.budgets:
            return ()
        async with self._database.reading() as tx:
            return (await counted.standing(tx, self._house, programme)).years

    async def sheets(self, handoff_id: str, person: str, *, noted: bool = True) -> list[Sheet]:
        """What was asked for her children; the look is noted, unless that was done already."""
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            if noted:
                await reads.log(tx, found.family_id, person, "child_package", self._now())
            chat = await sessions.by_family(tx, found.family_id) is not None
            asked = await asking.of_family(tx, found.family_id)
            return [await self._sheet(tx, one, chat=chat) for one in asked]

    async def begin(self, handoff_id: str, person: str, wanted: Wanted, once: str) -> int:
        """A worker asks for the next child; gives the request's id."""
        if wanted.wish not in funds.WISHES or wanted.band not in funds.BANDS:
            raise NoSuch(wanted.wish or wanted.band)
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            asked = Asked(found.family_id, wanted, person, f"desk:{once}")
            return (await asking.add(tx, self._house, found, asked, self._now())).id

    async def note(
        self, handoff_id: str, person: str, request_id: int, notes: Mapping[str, str], seen: int
    ) -> None:
        """Write down what is needed, and what succeeds by their own strength."""
        if wrong := set(notes) - set(NOTES):
            raise NoSuch(", ".join(sorted(wrong)))
        async with self._database.writing() as tx:
            one = await self._one(tx, handoff_id, person, request_id, seen)
            facts = {**one.facts, **notes}
            kept = {name: value for name, value in facts.items() if value}
            await self._save(tx, one, replace(one, facts=kept), person)

    async def invite(self, handoff_id: str, person: str, request_id: int, seen: int) -> None:
        """A code for a helper from outside: what she sends with it joins this request."""
        async with self._database.writing() as tx:
            one = await self._one(tx, handoff_id, person, request_id, seen)
            if one.state != begins(PROGRAMME):
                raise NoSuch(one.state)
            new = replace(one, facts={**one.facts, "code": new_code()})
            await self._save(tx, one, new, person)

    async def move(
        self, handoff_id: str, person: str, request_id: int, state: str, seen: int
    ) -> None:
        """A talk is planned, the fund said no, nothing was found, or it is not wanted any more."""
        if state in (SENT, ARRANGED):
            raise NoSuch(state)
        async with self._database.writing() as tx:
            one = await self._one(tx, handoff_id, person, request_id, seen)
            await self._save(tx, one, replace(one, state=self._after(one, state)), person)

    async def send(
        self, handoff_id: str, person: str, request_id: int, fund_id: str, seen: int
    ) -> None:
        """It is sent to this fund, which a worker chose."""
        fund = next((one for one in self.funds if one.id == fund_id), None)
        if fund is None:
            raise NoSuch(fund_id)
        async with self._database.writing() as tx:
            one = await self._one(tx, handoff_id, person, request_id, seen)
            state = self._after(one, SENT)
            new = replace(one, state=state, facts={**one.facts, "fund": fund.label})
            await self._save(tx, one, new, person)

    async def arrange(
        self, handoff_id: str, person: str, request_id: int, paid: str, cents: int, seen: int
    ) -> Refusal | None:
        """It is arranged: how it is paid, and what the town gave (0: nothing of its own).

        Why the town's money does not fit, if so: then nothing is changed. What a fund gave may be
        asked again almost a year later.
        """
        if paid not in PAID or cents < 0 or (cents and paid == OWN):
            raise NoSuch(paid)
        async with self._database.writing() as tx:
            one = await self._one(tx, handoff_id, person, request_id, seen)
            state = self._after(one, ARRANGED)
            if (paid == OWN) is not (one.state == VISIT):
                raise NoSuch(paid)
            if cents and (wrong := await self._give(tx, one, person, cents)):
                return wrong
            new = replace(
                one, state=state, due_on=self._again(paid), facts={**one.facts, "paid": paid}
            )
            await self._save(tx, one, new, person)
            await yearly.remember(tx, self._house, new, self._house.clock.now())
        return None

    def _again(self, paid: str) -> str | None:
        """The day to ask again, local ISO date; None for what succeeds without a fund."""
        programme = self._programme()
        months = programme.again_after_months if programme else None
        return None if paid == OWN else funds.again_on(self._house.today(), months).isoformat()

    async def _give(self, tx: Tx, one: Request, person: str, cents: int) -> Refusal | None:
        programme, today = self._programme(), self._house.today()
        if programme is None or not programme.budgets:
            raise NoSuch("budget")
        what = Grant((today.year, today.month), 1, cents)
        key = f"{PROGRAMME}:{one.id}"  # once for each request
        town = self._house.municipality.id
        new = NewGrant(key, town, one.family_id, None, what, person, one.id)
        return await grants.give(tx, new, programme, self._now())

    async def _save(self, tx: Tx, was: Request, new: Request, person: str) -> None:
        if not await requests.save(tx, new, person, self._now(), was=was.state):
            raise Changed
        if was.state == "asked" != new.state and was.handoff_id:
            key = asking.task_key(was)
            await asking.settle(tx, was.handoff_id, key, person, self._now())
        if was.state != new.state:
            await further.tell(tx, self._house, new)
            self._wake()

    async def _one(
        self, tx: Tx, handoff_id: str, person: str, request_id: int, seen: int
    ) -> Request:
        found = await theirs(tx, self._house, handoff_id, person)
        return await their_request(tx, self._house, found, PROGRAMME, request_id, seen)

    async def _sheet(self, tx: Tx, one: Request, *, chat: bool) -> Sheet:
        facts = defaultdict(str, {name: str(value) for name, value in one.facts.items()})
        words = f"{facts['words']} {facts['club']}"
        return Sheet(
            request=one,
            child=asking.child(one),
            facts=facts,
            steps=await requests.steps(tx, one.id),
            next=following(PROGRAMME, one.state),
            suggestions=funds.suggest(self.funds, one.kind, words, facts["band"]),
            given=await grants.of_request(tx, one.id),
            chat=chat,
        )

    def _after(self, one: Request, state: str) -> str:
        if state not in following(PROGRAMME, one.state):
            raise NoSuch(state)
        return state

    def _programme(self) -> Programme | None:
        return self._house.municipality.offers(PROGRAMME)

    def _now(self) -> float:
        return self._house.clock.now().timestamp()
