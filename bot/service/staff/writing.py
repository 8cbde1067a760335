"""Notes for the tandem, and messages to the parent that can be taken back for ten seconds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.service.house import House
from bot.service.staff import told
from bot.service.staff.theirs import form_of, theirs
from casework.calendar import Calendar
from dialogs.language.guard import mask
from storage import acts, alerts, reach, staff_texts
from storage.database import Database
from storage.handoffs import Handoff
from storage.reach import Reach
from storage.staff_texts import NewText, StaffText
from storage.tx import Tx

UNDO = timedelta(seconds=10)
LONGEST = 1000  # characters of a text
_AGAIN = "again-"


class BadText(ValueError):
    """This cannot be kept or sent: "empty", "long", or "unreachable"."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A message before it goes: as she gets it, and what its writer must know."""

    text: str  # what was typed, without a BSN or bank number
    shown: str  # on her screen
    form: str  # je or u
    masked: bool  # a number was taken out
    reach: Reach
    later: datetime | None  # it is quiet now: the next decent moment


class Writing:
    """Deeds with words. All raise PermissionError for what is not this person's."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house

    async def preview(self, handoff_id: str, person: str, text: str) -> Preview:
        """The message as she would get it. Raises BadText for one that cannot be."""
        clean = checked(text)
        async with self._database.reading() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            form = await form_of(tx, self._house, found.family_id)
            known = await reach.of_family(tx, found.family_id)
        now = self._house.clock.now()
        return Preview(
            text=clean,
            shown=told.as_she_gets_it(self._house, person, clean, form),
            form=form,
            masked=clean != _plain(text),
            reach=known,
            later=later(self._house.calendar, now) if self._house.calendar.quiet(now) else None,
        )

    async def note(self, handoff_id: str, person: str, text: str, once: str) -> StaffText:
        """Keep it for the tandem only. The same `once` again changes nothing."""
        return await self._keep(handoff_id, person, checked(text), once, How())

    async def send(
        self, handoff_id: str, person: str, text: str, once: str, *, at_night: bool = False,
        morning: bool = False,
    ) -> StaffText:  # fmt: skip
        """A message to her, after the time to take it back; the same `once` again is void.

        `at_night`: she may get it in the quiet hours; `morning`: it waits for the next decent
        moment. Raises BadText, also when no chat reaches her.
        """
        now = self._house.clock.now()
        goes = later(self._house.calendar, now) if morning else now + UNDO
        how = How(staff_texts.MESSAGE, staff_texts.WAITING, goes.timestamp(), at_night)
        return await self._keep(handoff_id, person, checked(text), once, how)

    async def keep_draft(self, handoff_id: str, person: str, text: str) -> None:
        """What is being typed, for when the visit ends; "" forgets it."""
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            clean = mask(_plain(text)[: 2 * LONGEST])
            await staff_texts.draft(tx, _draft(found, person, clean), self._now())

    async def draft(self, handoff_id: str, person: str) -> str:
        """What this person was typing; "" for nothing."""
        async with self._database.reading() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            kept = await staff_texts.by_key(tx, _draft(found, person, "").key)
        return kept.text if kept else ""

    async def take_back(self, handoff_id: str, person: str, text_id: int) -> StaffText | None:
        """Not sent after all: its words come back. None: it is on its way already."""
        at = self._now()
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            kept = await staff_texts.get(tx, text_id)
            if kept is None or kept.handoff_id != found.id or kept.kind != staff_texts.MESSAGE:
                raise PermissionError
            if kept.state == staff_texts.TAKEN_BACK:  # pressed twice
                return kept
            if not await staff_texts.take_back(tx, text_id, at):
                return None
            await acts.log(tx, found.id, person, "taken_back", at, str(text_id))
        return kept

    async def get(self, handoff_id: str, person: str, text_id: int) -> StaffText:
        """One text of this handoff."""
        async with self._database.reading() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            kept = await staff_texts.get(tx, text_id)
        if kept is None or kept.family_id != found.family_id:
            raise PermissionError
        return kept

    async def _keep(
        self, handoff_id: str, person: str, text: str, once: str, how: How
    ) -> StaffText:
        at = self._now()
        async with self._database.writing() as tx:
            found = await theirs(tx, self._house, handoff_id, person)
            if how.state == staff_texts.WAITING:
                await _reachable(tx, found.family_id)
            key = key_of(how.kind, handoff_id, once)
            new = NewText(
                key, found.id, found.family_id, person, how.kind, text, how.state,
                not_before=how.goes, night=how.night,
            )  # fmt: skip
            kept = await keep_text(tx, new, at) or await staff_texts.by_key(tx, key)
            await staff_texts.draft(tx, _draft(found, person, ""), at)  # it served its purpose
            await _seen(tx, found, failed_before(once), person, at)
        assert kept is not None
        return kept

    def _now(self) -> float:
        return self._house.clock.now().timestamp()


async def keep_text(tx: Tx, new: NewText, at: float) -> StaffText | None:
    """Keep a text and note the act; None when its key came before."""
    kept = await staff_texts.put(tx, new, at)
    if kept is not None:
        await acts.log(tx, new.handoff_id, new.author, new.kind, at, str(kept.id))
    return kept


def key_of(kind: str, handoff_id: str, once: str) -> str:
    """Under which a text is kept once."""
    return f"{kind}:{handoff_id}:{once}"[:120]


def once_more(text_id: int) -> str:
    """The `once` of a message that failed and goes again: pressed twice, it goes once."""
    return f"{_AGAIN}{text_id}"


def failed_before(once: str) -> int:
    """The message that failed and goes again with this `once`; 0 for none."""
    number = once.removeprefix(_AGAIN)
    return int(number) if number != once and number.isdecimal() else 0


async def _seen(tx: Tx, found: Handoff, text_id: int, person: str, at: float) -> None:
    """Who sends a message once more has seen that it failed: its alerts are done."""
    failed = await staff_texts.get(tx, text_id) if text_id else None
    if failed is not None and failed.family_id == found.family_id:
        refs = await staff_texts.alerted(tx, failed)
        about = await alerts.of_families(tx, [found.family_id])
        await alerts.seen(tx, [one.id for one in about if one.ref in refs], person, at)


def _draft(found: Handoff, person: str, text: str) -> NewText:
    key = f"draft:{found.id}:{person}"
    return NewText(key, found.id, found.family_id, person, staff_texts.DRAFT, text)


@dataclass(frozen=True, slots=True)
class How:
    """How a text is kept: as it stands here, a note."""

    kind: str = staff_texts.NOTE
    state: str = "kept"
    goes: float = 0.0
    night: bool = False


def later(calendar: Calendar, now: datetime) -> datetime:
    """The next decent moment after the quiet time of `now`: in the morning, at an hour to read."""
    allowed = calendar.next_allowed(now)
    morning = datetime.combine(calendar.wall(allowed).date(), calendar.rules.morning)
    return max(allowed, calendar.utc(morning)) if allowed > now else allowed


async def _reachable(tx: Tx, family_id: str) -> None:
    if not (await reach.of_family(tx, family_id)).works:
        raise BadText("unreachable")


def checked(text: str) -> str:
    """Without a BSN or bank number. Raises BadText."""
    clean = mask(_plain(text))
    if not clean:
        raise BadText("empty")
    if len(clean) > LONGEST:
        raise BadText("long")
    return clean


def _plain(text: str) -> str:
    """As it was typed, with the line ends of one kind."""
    return text.replace("\r\n", "\n").strip()
