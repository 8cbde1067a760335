"""A simulated parent with a browser without JavaScript: fills in forms, and presses again.

When the line breaks she does what people do: the same form once more, with the same key.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import aiohttp
from PIL import Image

from dialogs.model import Kind
from tests.crash.book import Book, Question
from tests.crash.habits import BROWSING, Habits
from tests.crash.ledger import NOTE, Ledger, Row
from tests.crash.web_page import Form, Page, read

PATIENCE = aiohttp.ClientTimeout(total=20.0)
_SITE = {"Sec-Fetch-Site": "same-origin"}
_LETTERS = "bcdfghjklmnpqrstvwxz"  # no vowels: no word that means something to the bot
_FORMAL = "Liever u"  # the ledger knows the questions in the je form
Fields = list[tuple[str, str]]


class _Calm(Exception):
    """Nobody does anything new any more."""


@dataclass(slots=True)
class WebParent:
    """One browser. `live` walks the whole intake, writes some notes and ends."""

    base: str
    book: Book
    dice: Random
    calm: asyncio.Event
    hashed: Callable[[str, str], str]  # as the vault does: tells her address and her keys
    number: int = 0
    habits: Habits = BROWSING
    ledger: Ledger = field(default_factory=Ledger)
    longest_wait: float = 0.0
    done: bool = False
    retried: int = 0  # forms sent again after the line broke
    pressed_twice: int = 0
    page: Page = field(default_factory=lambda: Page(-1, "", ()))
    address: str = ""
    channel: str = "web"
    _browser: aiohttp.ClientSession = field(init=False)
    _notes: int = 0
    _past: list[Fields] = field(default_factory=list)

    @property
    def name(self) -> str:
        """How a problem calls her."""
        return f"web {self.number}"

    @property
    def top(self) -> int:
        """The newest turn she saw."""
        return self.page.turn

    async def live(self) -> None:
        """Until she is done, or until it is calm and what she did last is answered."""
        jar = aiohttp.CookieJar(unsafe=True)  # an address without a name is fine here
        async with aiohttp.ClientSession(self.base, cookie_jar=jar, timeout=PATIENCE) as browser:
            self._browser = browser
            await self._begin()
            with contextlib.suppress(_Calm):
                while not (self.calm.is_set() or self._finished()):
                    await asyncio.sleep(self.dice.random() * self.habits.think)
                    await self._act(self.page)

    async def _begin(self) -> None:
        """The first page, and its button."""
        first = await self._gets("/")
        form = next(one for one in first.forms if one.action == "/begin")
        self.page = await self._sends("/begin", list(form.hidden.items()), {})
        token = next(c.value for c in self._browser.cookie_jar if c.key == "chat").partition(".")[0]
        self.address = self.hashed("web-token", token)
        self._count("start")
        await self._reaches(1)

    def _finished(self) -> bool:
        self.done = self._notes >= self.habits.notes and self._at_the_end(self.page)
        return self.done

    # -- one step -----------------------------------------------------------------------

    async def _act(self, page: Page) -> None:
        """Do something about the question of now and see what comes of it."""
        question = self.book.question(page.text)
        if question is None:
            row = await self._elsewhere(page)
        elif self._chance(self.habits.wander):
            row = None
            await self._press(page, self.dice.choice(self._ways(page)))
        elif self._chance(self.habits.skip) and (skip := page.intent("skip")):
            await self._press(page, skip)
            row = _row(question, "skipped")
        else:
            row = await self._answer(page, question)
        await self._reaches(page.turn + 1)
        taken = not self.book.refused(self.page.text)
        self.ledger.judge(row, taken=taken)
        if row and taken and row.step == "summary_check" and row.labels[0].startswith("Klopt"):
            self.ledger.sent_in += 1

    async def _answer(self, page: Page, question: Question) -> Row:
        if question.kind is Kind.MULTI:
            return await self._tick(page, question)
        if question.kind is Kind.CHOICE:
            return await self._choose(page, question)
        if question.kind is Kind.TEXT and self._chance(self.habits.voice):
            await self._post(page.note, {}, photo=True)
            self.ledger.voices += 1
            return _row(question, "answered", voices=1)
        words = self._number() if question.kind is Kind.PHONE else self._canary()
        await self._type(page.note, words)
        return _row(question, "answered", words=words)

    async def _choose(self, page: Page, question: Question) -> Row:
        choices = [one for one in page.coded("c") if one[0] != _FORMAL]
        choices += [one for one in page.coded("i") if one[1].endswith(":i.decline")]
        if question.place == ("intake", "summary_check"):
            choices = choices[:1]
        label, press = self.dice.choice(choices)
        await self._press(page, press)
        declined = press.endswith(":i.decline")
        return _row(question, "declined") if declined else _row(question, "answered", (label,))

    async def _tick(self, page: Page, question: Question) -> Row:
        """One or two boxes and ready, or "none of these"."""
        alone, boxes = page.coded("c"), page.answer.boxes
        if alone and self._chance(0.25):
            label, press = self.dice.choice(alone)
            await self._press(page, press)
            return _row(question, "answered", (label,))
        picked = self.dice.sample(boxes, self.dice.randint(1, 2))
        more = [("picked", value) for _, value, _ in picked]
        await self._post(page.answer, {"press": page.coded("ok")[0][1]}, more)
        return _row(question, "answered", tuple(one[0] for one in boxes if one in picked))

    async def _elsewhere(self, page: Page) -> Row | None:
        """No question of the script: a menu, a pause, the end."""
        if self._at_the_end(page):
            self._notes += 1
            words = self._canary()
            await self._type(page.note, words)
            return Row(*NOTE, "answered", words=words)
        back = page.intent("resume")
        ways = [back] if back and self._chance(0.7) else [press for _, press in page.coded("c")]
        await self._press(page, self.dice.choice(ways or self._ways(page)))
        return None

    def _at_the_end(self, page: Page) -> bool:
        return self.ledger.sent_in > 0 and not page.coded("c") and not page.intent("resume")

    def _ways(self, page: Page) -> list[str]:
        last = (".skip", ".decline", ".stop")
        return [press for _, press in page.coded("i") if not press.endswith(last)]

    # -- what her browser does ----------------------------------------------------------

    async def _press(self, page: Page, press: str) -> None:
        await self._post(page.answer, {"press": press})

    async def _type(self, form: Form, words: str) -> None:
        self.ledger.typed[words] += 1
        await self._post(form, {"text": words})

    async def _post(
        self, form: Form, given: dict[str, str], more: Fields | None = None, *, photo: bool = False
    ) -> None:
        """Send a form; now and then two times at once, or an old one first."""
        if self._past and self._chance(self.habits.stale):
            await self._sends("/chat", self.dice.choice(self._past), {})
        if form is not self.page.answer and not form.hidden:
            raise AssertionError(f"no form at turn {self.page.turn}")
        fields = [*form.hidden.items(), *given.items(), *(more or ())]
        files = {"file": _PHOTO} if photo else {}
        began = time.monotonic()
        taps = 2 if self._chance(self.habits.twice) else 1
        self.pressed_twice += taps - 1
        pages = await asyncio.gather(*(self._sends("/chat", fields, files) for _ in range(taps)))
        self.page = max(pages, key=lambda one: one.turn)
        self._count(form.hidden["key"])
        self._past.append(fields)
        self.longest_wait = max(self.longest_wait, time.monotonic() - began)

    def _count(self, key: str) -> None:
        self.ledger.keys[f"{self.address[:32]}:{key}"] += 1

    async def _sends(self, to: str, fields: Fields, files: dict[str, bytes]) -> Page:
        """Press until there is an answer: the same form each time."""
        while True:
            body = aiohttp.FormData(fields)
            for name, content in files.items():
                body.add_field(name, content, filename="foto.jpg", content_type="image/jpeg")
            if (page := await self._tries("POST", to, data=body, headers=_SITE)) is not None:
                return page
            self.retried += 1

    async def _gets(self, to: str) -> Page:
        while (page := await self._tries("GET", to)) is None:
            pass
        return page

    async def _tries(self, method: str, to: str, **more: Any) -> Page | None:
        """One attempt; None when the line broke or the page asks to send it again."""
        with contextlib.suppress(aiohttp.ClientError, TimeoutError, ConnectionError):
            async with self._browser.request(method, to, **more) as answer:
                if answer.status < 500 and answer.status != 429:
                    return read(await answer.text())
        await asyncio.sleep(0.05 + self.dice.random() * 0.2)
        return None

    async def _reaches(self, turn: int) -> None:
        """Refresh until the question of this turn, or of a later one, is there."""
        began = time.monotonic()
        while self.page.turn < turn:
            self.page = await self._gets("/chat?nu")
            await asyncio.sleep(0.02)
        self.longest_wait = max(self.longest_wait, time.monotonic() - began)

    def _canary(self) -> str:
        """A word that exists nowhere else."""
        return "W" + "".join(self.dice.choices(_LETTERS, k=11))

    def _number(self) -> str:
        return f"06 1{self.dice.randrange(10**7):07d}"

    def _chance(self, share: float) -> bool:
        return self.dice.random() < share


def _row(question: Question, status: str, labels: tuple[str, ...] = (), words: str = "",
         voices: int = 0) -> Row:  # fmt: skip
    return Row(question.script, question.step, status, labels, words, voices)


def _photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 6), "red").save(out, "JPEG")
    return out.getvalue()


_PHOTO = _photo()
