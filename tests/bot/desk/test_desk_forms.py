"""Whatever is typed into any form of the desk stays text, on every page that shows it.

The forms are found by walking a desk that was lived in, as each of its people: a new form is
covered by itself, and a route that takes a form which nobody can find fails.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.desk.app import ROUTES
from casework.cells import harmless
from tests.bot.desk import lived_in
from tests.bot.desk.payloads import PAYLOADS
from tests.bot.desk.typists import NUMBERS, Known, Place, World, opened, places

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
END = "einde4711"  # the last word of what is typed: nothing was cut off
PACKS = (25, 8, 3, 1)  # payloads in one text: as many as its field takes
PLAIN = ("", "gewoon", "gewoon bv", "Indien u verhinderd bent, dient u te bellen.", "x" * 9_000)
POSTS = {name for name, method, *_ in ROUTES if method == "POST"}
NO_FIELD = {  # POST routes without a form in a desk like this, where nobody types anything
    "begin": "to the town's own login, with the page to go on to",
    "hint": "the page's own script asks for hints, and gets JSON",
    "release": "reminders go on after an alarm: a button",
    "not_missed": "a talk that was held after all: a button",
    "send_again": "a message that failed goes once more: a button",
    "signals_keep": "the report of a file: what it carries is sealed, and a choice of two",
    "baby_refer": "the tandem puts in a word: a choice of two",
    "childcare_whom": "for which children an arrangement is: ticks",
    "referrer_renew": "a code works one year more: a button, in its last month",
    "childcare_move": "a place goes along with the first day: a button",
}


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "morning.db"

    async def made() -> None:
        database = await opened(path)
        await lived_in.fill(lived_in.desk(database))
        await database.close()

    asyncio.run(made())
    return path


@pytest.fixture
async def world(morning: Path) -> AsyncIterator[World]:
    made = World(morning)
    await made.again()
    yield made
    await made.close()


async def test_every_route_that_takes_a_form_has_one_that_we_found(world: World) -> None:
    found = {place.route for place, _ in await places(world)}
    assert set(POSTS) - found == set(NO_FIELD)


async def learned(world: World) -> Known:
    known = Known(set(), set())
    for page in (await world.pages()).values():
        known.learn(page)
    return known


async def shown_on(world: World, word: str) -> list[tuple[str, str]]:
    """Whose pages show this word."""
    return [where for where, page in (await world.pages()).items() if word in page]


def packs(size: int) -> list[str]:
    """All payloads, so many in one text."""
    return [" ".join(PAYLOADS[n : n + size]) + f" {END}" for n in range(0, len(PAYLOADS), size)]


async def fits(world: World, place: Place, field: str) -> tuple[int, list[tuple[str, str]]]:
    """How many payloads this field takes at once, and on whose pages they stand then."""
    for size in PACKS:
        answer = await world.send(place, {field: packs(size)[0]})
        seen = await world.follow(place, answer)
        if answer.status_code == 422:
            continue
        if END in seen:
            return size, []
        if where := await shown_on(world, END):
            return size, where[:2]
    return 0, []


async def typed(world: World, known: Known, place: Place, fields: Sequence[str]) -> set[str]:
    """All payloads in each of these fields; those that nobody ever sees again."""
    for text in PLAIN:
        known.learn(await world.follow(place, await world.send(place, dict.fromkeys(fields, text))))
    rows: dict[str, list[str]] = {}
    pages, unseen = set[tuple[str, str]](), set[str]()
    for field in fields:
        known.learn(await world.follow(place, await world.send(place, {field: ""})))
        size, where = (PACKS[0], []) if field in NUMBERS else await fits(world, place, field)
        rows[field] = packs(size or PACKS[0])
        unseen |= set() if size else {field}
        pages |= set(where)
    for n in range(max(map(len, rows.values()))):
        texts = {field: row[n % len(row)] for field, row in rows.items()}
        known.check(await world.follow(place, await world.send(place, texts)), (place, texts))
        for person, path in pages:
            known.check((await world.crowd[person].get(path)).text, (place, texts))
    return unseen


async def test_of_500_payloads_in_each_field_of_each_form_none_is_active(world: World) -> None:
    known, unseen, tried = await learned(world), set(), set()
    for place, form in await places(world):
        numbers = [field for field in form.free if field in NUMBERS]
        words = [field for field in form.free if field not in NUMBERS]
        for fields in filter(None, (words, numbers)):
            unseen |= {(place.route, one) for one in await typed(world, known, place, fields)}
            tried |= {(place.route, one) for one in fields}
        if form.free:
            for where, page in (await world.pages()).items():
                known.check(page, (place, where))
            await world.again()
    assert unseen == {("signals_import", "schuldeiser")}  # beside a file: below
    assert len(tried) > 35


async def test_fields_that_one_does_not_type_into_hold_no_script_either(world: World) -> None:
    known = await learned(world)
    for place, form in await places(world):
        fixed = [one for one in form.fields if one not in form.free and one != "bewijs"]
        for field in dict.fromkeys([*fixed, *(name for name, _ in form.presses)]):
            for plain in ("gewoon", "anders", ""):  # what was done is refused the second time
                known.learn(await world.follow(place, await world.send(place, {field: plain})))
            for text in PAYLOADS[::50]:
                answer = await world.send(place, {field: text})
                known.check(await world.follow(place, answer), (place, field, text))


async def test_a_file_of_500_payloads_is_500_signals_and_nothing_else(world: World) -> None:
    known, sanne = await learned(world), world.crowd["sanne"]
    cells = ['"' + one.replace('"', '""') + '"' for one in PAYLOADS]
    rows = [
        f"S-{n};huur;2026-10-10;{cell if len(one) <= 80 else 'x'};{cell}"
        for n, (one, cell) in enumerate(zip(PAYLOADS, cells, strict=True))
    ]
    taken = sum(one.isprintable() and len(one) <= 160 and harmless(one) == one for one in PAYLOADS)
    head = "referentie;soort;sinds;naam;adres"
    for honest in ("niets", f"{head}\nS-0;huis;x;a;b\nG;huur;2026-10-10;a;b"):
        known.learn((await sanne.upload(honest.encode())).text)
    known.learn((await sanne.bring(f"{head}\nH;huur;2026-10-10;a;b".encode())).text)
    body = "\n".join([head, *rows]).encode()
    known.check((await sanne.upload(body)).text, "report")
    known.check((await sanne.bring(body)).text, "kept")
    wrong = [row.replace(";huur;", f";{one};") for row, one in zip(rows, cells, strict=True)]
    known.check((await sanne.upload("\n".join([head, *wrong]).encode())).text, "wrong")
    one = f"{head}\nC-1;huur;2026-10-10;a;b".encode()
    known.learn((await sanne.upload(one, "Trivire bv")).text)
    for text in PAYLOADS[::10]:
        for creditor in (text, f"Trivire {text}"[:60]):
            known.check((await sanne.upload(one, creditor)).text, creditor)
    found = await sanne.everywhere()
    assert sum("/signalen/" in path for path in found) > taken > 330
    for path, page in found.items():
        known.check(page, path)
