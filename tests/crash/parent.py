"""A simulated parent: reads the last question, taps, types, doubts, taps twice, goes back."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from dialogs.model import Kind
from tests.crash.book import PICKED, Book, Question, Screen
from tests.crash.eyes import Eyes
from tests.crash.habits import USUAL, Habits
from tests.crash.ledger import NOTE, Ledger, Row
from tests.crash.updates import content, key_of
from tests.fakes.telegram import FakeTelegram, User
from tests.fakes.telegram.state import Pending

_LETTERS = "bcdfghjklmnpqrstvwxz"  # no vowels: no word that means something to the bot
_RESTING_LINES = ("passed_on", "noted")
_FORMAL = "Liever u"  # the ledger knows the questions in the je form


class _Calm(Exception):
    """Nobody does anything new any more."""


@dataclass(slots=True)
class Parent:
    """One chat. `live` walks the whole intake, writes some notes and ends."""

    fake: FakeTelegram
    user: User
    book: Book
    dice: Random
    calm: asyncio.Event  # once set she does nothing new
    still: Callable[[Parent], Awaitable[None]]  # waits until nothing of hers is under way
    habits: Habits = USUAL
    district: str = ""  # the label she taps, if it matters
    ledger: Ledger = field(default_factory=Ledger)
    waits_since: float = 0.0  # monotonic; 0.0: she has her answer
    longest_wait: float = 0.0
    done: bool = False
    eyes: Eyes = field(init=False)
    _notes: int = 0
    _past: list[dict[str, Any]] = field(default_factory=list)  # updates, without numbers
    _last_typed: int = 0  # message id

    channel: str = "telegram"

    @property
    def address(self) -> str:
        """Her chat."""
        return str(self.user.id)

    @property
    def name(self) -> str:
        """How a problem calls her."""
        return self.address

    @property
    def top(self) -> int:
        """The newest turn she saw."""
        return self.eyes.top

    def __post_init__(self) -> None:
        self.eyes = Eyes(self.user.chat, self.book)

    async def live(self) -> None:
        """Until she is done, or until it is calm and what she did last is answered."""
        await self._do(self.user.starts)
        await self._reaches(1)
        with contextlib.suppress(_Calm):
            while not (self.calm.is_set() or self._finished()):
                await asyncio.sleep(self.dice.random() * self.habits.think)
                await self._act(self.eyes.table)

    def _finished(self) -> bool:
        """Her summary is sent and she said all that she wanted to."""
        self.done = self._notes >= self.habits.notes and self._at_the_end(self.eyes.table)
        return self.done

    # -- one step -----------------------------------------------------------------------

    async def _act(self, table: Screen) -> None:
        """Do something about the question on the table and see what comes of it."""
        question = self.book.question(table.text)
        if question is None:
            row = await self._elsewhere(table)
        elif self._chance(self.habits.wander):
            row = await self._wander(table)
        elif self._chance(self.habits.skip) and (skip := table.intent("skip")):
            await self._press(table, skip)
            row = _row(question, "skipped")
        else:
            row = await self._answer(table, question)
        await self._reaches(table.turn + 1)
        after = self.eyes.after(table.turn)
        if not (self._judge(row, after) and self._chance(self.habits.hasty)):
            await self._quiet()

    def _judge(self, row: Row | None, after: Screen) -> bool:
        """What took her turn away: her answer, or an older press or a reminder (False)?"""
        taken = not self.book.refused(after.text) and after.turn not in self.eyes.reminded
        self.ledger.judge(row, taken=taken)
        if row and taken and row.step == "summary_check" and row.labels[0].startswith("Klopt"):
            self.ledger.sent_in += 1
        return taken

    async def _answer(self, table: Screen, question: Question) -> Row | None:
        if question.kind is Kind.MULTI:
            return await self._tick(table, question)
        if question.kind is not Kind.CHOICE:
            return await self._tell(question)
        if self._chance(self.habits.mumble):
            return await self._mumble()
        return await self._choose(table, question)

    async def _choose(self, table: Screen, question: Question) -> Row | None:
        """Tap an answer, sometimes two times; sometimes an old button just before."""
        if pages := table.coded("p"):
            table = await self._leaf(table, pages[0])
        label, data = self._picks(table, question)
        if self._chance(self.habits.stale):
            await self._press_old(table)
        await self._press(table, data)
        if self._chance(self.habits.twice):
            await self._press(table, data)
        declined = data.endswith(":i.decline")
        return _row(question, "declined") if declined else _row(question, "answered", (label,))

    def _picks(self, table: Screen, question: Question) -> tuple[str, str]:
        """Which answer; one that means something else than an answer only now and then."""
        choices = [one for one in table.coded("c") if one[0] != _FORMAL]
        choices += [one for one in table.coded("i") if one[1].endswith(":i.decline")]
        if question.place == ("intake", "summary_check"):
            return choices[0 if self._chance(0.9) or not self.habits.wander else 1]
        if question.place == ("appointment", "day_before"):
            return choices[0]
        wanted = [one for one in choices if one[0] == self.district]
        if not wanted and not self.habits.shorten:
            wanted = [one for one in choices if not one[0].startswith(("Vol", "Veel te vol"))]
        return self.dice.choice(wanted or choices)

    async def _leaf(self, table: Screen, page: tuple[str, str]) -> Screen:
        """Turn pages of many choices; the message changes in place."""
        while self.district and not any(label == self.district for label, _ in table.buttons):
            await self._press(table, page[1], moves=False)
            table = await self.eyes.changed(table)
            page = table.coded("p")[0]
        return table

    async def _tick(self, table: Screen, question: Question) -> Row:
        """Tick one or two boxes and say ready, or tap "none of these"."""
        alone = table.coded("c")
        if alone and self._chance(0.25):
            label, data = self.dice.choice(alone)
            await self._press(table, data)
            return _row(question, "answered", (label,))
        boxes = table.coded("x")
        picked = {label.removeprefix(PICKED) for label, _ in boxes if label.startswith(PICKED)}
        free = [one for one in boxes if not one[0].startswith(PICKED)]
        most = 2 if question.step == "relief_wish" else len(boxes)
        count = min(self.dice.randint(0 if picked else 1, 2), most - len(picked), len(free))
        for label, data in self.dice.sample(free, max(0, count)):
            await self._press(table, data, moves=False)
            picked.add(label[2:])
        await self._press(table, table.coded("ok")[0][1])
        return _row(question, "answered", tuple(lb[2:] for lb, _ in boxes if lb[2:] in picked))

    async def _tell(self, question: Question) -> Row:
        """Her own words, a number, or her voice. Words carry no turn: first all must be quiet."""
        await self._quiet()
        if question.kind is Kind.TEXT and self._chance(self.habits.voice):
            await self._do(self.user.sends_voice)
            self.ledger.voices += 1
            return _row(question, "answered", voices=1)
        words = self._number() if question.kind is Kind.PHONE else self._canary()
        await self._type(words)
        return _row(question, "answered", words=words)

    async def _mumble(self) -> Row | None:
        """Something nobody can understand. Twice at one question, and it is kept as it is."""
        await self._quiet()
        words = self._canary()
        await self._type(words)
        self.ledger.loose.add(words)
        return None

    async def _wander(self, table: Screen) -> Row | None:
        """Anything but an answer."""
        if self._last_typed and self._chance(self.habits.edit):
            await self._change_words()
            return None
        ways = [data for _, data in table.coded("i") if not data.endswith((".skip", ".decline"))]
        if not ways or self._chance(0.15):
            await self._do(self.user.starts)
        else:
            await self._press(table, self.dice.choice(ways))
        return None

    async def _change_words(self) -> None:
        """Edit an old message: the new words are a note, whatever is on the table."""
        words, number = self._canary(), self._last_typed
        self.ledger.typed[words] += 1
        await self._do(lambda: self.user.edits(number, words))
        self.ledger.accepted[_note(words)] += 1

    async def _elsewhere(self, table: Screen) -> Row | None:
        """No question of the script: a menu, a pause, the end."""
        if self._at_the_end(table):
            return await self._note()
        ways = [data for _, data in table.coded("c")]
        back = table.intent("resume")
        if back and self._chance(0.7):
            ways = [back]
        ways = ways or [d for _, d in table.coded("i") if not d.endswith((".decline", ".stop"))]
        await self._press(table, self.dice.choice(ways))
        return None

    def _at_the_end(self, table: Screen) -> bool:
        return self.ledger.sent_in > 0 and not table.coded("c") and not table.intent("resume")

    async def _note(self) -> Row:
        """After her intake she may always write something."""
        self._notes += 1
        await self._quiet()
        words = self._canary()
        await self._type(words)
        return _note(words)

    # -- what her fingers do ------------------------------------------------------------

    async def _press(self, table: Screen, data: str, *, moves: bool = True) -> None:
        def tap() -> str:
            return self.user.presses(data=data, message_id=table.message_id)

        await self._do(tap, moves=moves)

    async def _press_old(self, table: Screen) -> None:
        """A button of an earlier question."""
        old = [
            one for turn, one in self.eyes.screens.items() if turn < table.turn and one.coded("c")
        ]
        if old:
            past = self.dice.choice(old)
            await self._press(past, past.coded("c")[0][1])

    async def _type(self, words: str) -> None:
        self.ledger.typed[words] += 1
        self._last_typed = await self._do(lambda: self.user.says(words))

    async def _do(self, act: Callable[[], Any], *, moves: bool = True) -> Any:
        """Act, and note the key of the update; now and then it is delivered twice."""
        made = act()
        update = self.user.bot.updates[-1].update
        self.ledger.keys[key_of(update)] += 1
        if moves:
            self.waits_since = self.waits_since or time.monotonic()
        if self._chance(self.habits.repeat):
            self._deliver_again(self.user.bot.updates[-1])
        self._past.append(content(update))
        return made

    def _deliver_again(self, pending: Pending) -> None:
        """The same at once behind it, and an old one over another connection, in any order."""
        token, waiting = self.user.bot.token, self.user.bot.updates
        self.fake.push_raw(token, content(pending.update), pending.queue)
        still = {key_of(one.update) for one in waiting}
        if over := [one for one in self._past if key_of(one) not in still]:
            self.fake.push_raw(token, self.dice.choice(over), f"again:{self.user.id}")

    def _canary(self) -> str:
        """A word that exists nowhere else."""
        return "Q" + "".join(self.dice.choices(_LETTERS, k=11))

    def _number(self) -> str:
        return f"06 1{self.dice.randrange(10**7):07d}"

    def _chance(self, share: float) -> bool:
        return self.dice.random() < share

    async def _reaches(self, turn: int) -> None:
        """Wait for an answer to what she did."""
        await self.eyes.reaches(turn)
        if self.waits_since:
            self.longest_wait = max(self.longest_wait, time.monotonic() - self.waits_since)
            self.waits_since = 0.0

    async def _quiet(self) -> None:
        """Wait until nothing of hers is under way, so that what follows has one meaning only.

        Raises _Calm.
        """
        if self.habits.hasty < 1.0:
            await self.still(self)
        if self.calm.is_set():
            raise _Calm
        self.eyes.look()


def _row(question: Question, status: str, labels: tuple[str, ...] = (), words: str = "",
         voices: int = 0) -> Row:  # fmt: skip
    return Row(question.script, question.step, status, labels, words, voices)


def _note(words: str) -> Row:
    return Row(*NOTE, "answered", words=words)
