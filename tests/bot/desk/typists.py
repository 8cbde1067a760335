"""Everybody of a desk that was lived in, and every form that stands on their pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path

from httpx2 import Response

from bot.desk.app import ROUTES
from bot.service.clock import SetClock
from storage.database import Database
from storage.vault import Vault
from tests.bot.desk import lived_in
from tests.bot.desk.forms import FREE, Form, forms_on
from tests.bot.desk.lived_in import PREFIX, Colleague
from tests.bot.desk.payloads import Shape
from tests.bot.desk.standin import NOW
from tests.bot.desk.test_desk_payloads import OURS_TO_FOLLOW

EYES = (
    "sanne",
    "yusuf",
    "marloes",
    "ineke",
    "joost",
    "wim",
    "lotte",
    "nynke",
    "noor",
)  # of the others each sees the same
CROWDED = 100_000  # bytes of a page: time to begin again
NUMBERS = frozenset(
    {"echt", "euro", "euros", "months", "price", "hours", "lrk", "code", "phone", "maanden-C"}
)  # no words are kept
OTHERS = {"began": "2026-10-10", "kind": "2027-03", "toch": "ja"} | dict.fromkeys(
    ("code", "phone", "price", "hours", "lrk"), ""
)  # what an honest form needs

_NEW = count(1)  # by chance a long random one holds a BSN, and is refused for it


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form stands, and for whom. `after`: the form and the text that lead to its page."""

    person: str
    page: str
    route: str
    action: str
    press: tuple[str, str] = ("", "")
    after: tuple[Place, Mapping[str, str]] | None = None


def route_of(form: Form) -> str:
    """The name of the route that takes this form."""
    for name, method, path, _ in ROUTES:
        pattern = re.sub(r"\{\w+:int\}", r"\\d+", path)
        pattern = re.sub(r"\{\w+(:str)?\}", r"[^/]+", pattern)
        if method.lower() == form.method and re.fullmatch(PREFIX + pattern, form.action):
            return name
    raise AssertionError(f"no route takes {form.method} {form.action}")


class World:
    """A desk and its people's browsers; `again` makes it as it was in the morning."""

    def __init__(self, morning: Path) -> None:
        self._morning, self._stack, self._times = morning, AsyncExitStack(), 0
        self.crowd: Mapping[str, Colleague] = {}
        self.clock = SetClock(NOW)
        self._open = ("", "", "")  # the page that stands open: whose, its path, and itself

    async def again(self) -> None:
        await self._stack.aclose()
        self._times += 1
        self._open = ("", "", "")
        copy = self._morning.with_name(f"again{self._times % 2}.db")
        for old in copy.parent.glob(f"{copy.name}*"):
            old.unlink()
        shutil.copy(self._morning, copy)
        database = await opened(copy)
        self._stack.push_async_callback(database.close)
        desk = lived_in.desk(database)
        assert isinstance(desk.house.clock, SetClock)
        self.clock = desk.house.clock
        self.crowd = await self._stack.enter_async_context(lived_in.everybody(desk))

    async def close(self) -> None:
        await self._stack.aclose()

    async def send(self, place: Place, typed: Mapping[str, str]) -> Response:
        """This form with this in it, from the page where it stands; anew when that is gone."""
        self.clock.set(self.clock.now() + timedelta(seconds=2))  # calm enough for the limits
        who = self.crowd[place.person]
        form = await self._form(who, place)
        if form is None:
            await self.again()
            who = self.crowd[place.person]
            form = await self._form(who, place)
        assert form, place
        told = honest(form) | dict([place.press] * bool(place.press[0])) | dict(typed)
        if "eenmaal" in form.fields:
            told["eenmaal"] = form.fields["eenmaal"].value
        answer = await who.send(form, **told)
        if answer.status_code == 429:
            await self.again()
            return await self.send(place, typed)
        return answer

    async def _form(self, who: Colleague, place: Place) -> Form | None:
        if place.after:
            page = (await self.send(*place.after)).text
        elif (place.person, place.page) == self._open[:2]:
            page = self._open[2]
        else:
            page = (await who.get(place.page)).text
        if len(page) > CROWDED:
            return None
        return next((one for one in forms_on(page) if one.action == place.action), None)

    async def follow(self, place: Place, answer: Response) -> str:
        """What the one who sent it sees next."""
        assert answer.status_code < 500, place
        self._open = ("", "", "")
        if not answer.has_redirect_location:
            return answer.text
        onward = answer.headers["location"]
        page = (await self.crowd[place.person].get(onward)).text
        self._open = (place.person, re.sub(r"[?#].*", "", onward), page)
        return page

    async def pages(self) -> Mapping[tuple[str, str], str]:
        """Every page of everybody who sees something of their own."""
        found = {}
        for person in EYES:
            for path, page in (await self.crowd[person].everywhere()).items():
                found[person, path] = page
        return found


async def opened(path: Path) -> Database:
    return await Database.open(f"sqlite:///{path}", Vault(bytes(range(32))))


def honest(form: Form) -> dict[str, str]:
    """What somebody would fill in, so that the form is taken."""
    told = {}
    for one in form.fields.values():
        if one.kind in FREE:
            told[one.name] = "1" if one.name in NUMBERS else "gewoon"
        elif one.kind == "date":
            told[one.name] = one.value or ("2026-11-20" if "-" in one.name else "2026-11-27")
        elif not one.value and one.options:
            told[one.name] = one.options[-1]
    if "reference" in told:
        told["reference"] = f"G-{next(_NEW)}"  # the same one again is no new signal
    for name, value in OTHERS.items():
        if name in form.fields and value in (form.fields[name].options or [value]):
            told[name] = value
    return told


@dataclass(slots=True)
class Known:
    """What pages are made of while nobody types anything strange."""

    tags: set[tuple[str, tuple[str, ...]]]
    leads: set[str]

    def learn(self, page: str) -> None:
        shape = Shape(page)
        self.tags |= set(shape.tags)
        self.leads |= set(shape.leads)

    def check(self, page: str, about: object) -> None:
        """Nothing in this page that was not there before, and no way out."""
        shape = Shape(page)
        assert set(shape.tags) <= self.tags, about
        strange = [one for one in shape.leads if one not in self.leads]
        assert [one for one in strange if not OURS_TO_FOLLOW.fullmatch(one)] == [], about


async def places(world: World) -> list[tuple[Place, Form]]:
    """Every form, once for each route, set of fields and button; the preview's too."""
    found: dict[tuple[object, ...], tuple[Place, Form]] = {}
    for (person, path), page in (await world.pages()).items():
        for form in forms_on(page):
            for press in form.presses or [("", "")]:
                place = Place(person, path, route_of(form), form.action, press)
                buttons = press if form.free else ()  # a button for each code, or one for each deed
                found.setdefault((place.route, tuple(form.fields), buttons), (place, form))
    previews = [one for one, _ in found.values() if one.press == ("doe", "voorbeeld")]
    shown = (await world.send(previews[0], {"tekst": "gewoon"})).text
    (form,) = [one for one in forms_on(shown) if route_of(one) == "send"]
    for press in form.presses:
        after = (previews[0], {"tekst": "gewoon"})
        place = Place(previews[0].person, "", "send", form.action, press, after)
        found["send", press] = place, form
    return list(found.values())
