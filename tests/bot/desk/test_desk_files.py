"""Files that leave the desk: found by asking every route; no cell of one is ever calculated.

Calendars have no free text: tests/casework/test_agenda.py and test_invitation.py.
"""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Mapping
from datetime import date

import pytest

from bot.desk.app import ROUTES
from bot.service.programmes.arrears.desk import Arrears
from casework.arrears import Kind, Outcome
from casework.arrears_file import Row
from storage.database import Database
from tests.bot.desk import lived_in
from tests.bot.desk.lived_in import Colleague, everybody
from tests.bot.desk.standin import OURS
from tests.bot.desk.test_desk_access import path_of
from tests.bot.desk.town import Desk
from tests.bot.desk.typists import EYES

STREAMS = {"list_live", "family_live"}
ASKED = {"outcomes": "?schuldeiser=Trivire"}  # what a file is asked of
FORMULAS = (
    "=1+1", "+31", "-1+1", "@SUM(A1)", "\t=1+1", "=HYPERLINK(\"//kwaad.example\")",
    "=cmd|' /C calc'!A0", "＝1+1", " =1+1", "'=1+1", "a;=1+1", 'a";=1+1',
)  # fmt: skip
CALCULATED = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@pytest.fixture
def desk(database: Database) -> Desk:
    return lived_in.desk(database)


@pytest.fixture
async def crowd(desk: Desk) -> AsyncIterator[Mapping[str, Colleague]]:
    await lived_in.fill(desk)
    async with everybody(desk) as people:
        yield people


async def files(crowd: Mapping[str, Colleague]) -> dict[str, tuple[str, str]]:
    """What every route gives that is no page: its kind and its text."""
    found = {}
    for name, method, path, _ in ROUTES:
        for person in EYES if method == "GET" and name not in STREAMS else ():
            answer = await crowd[person].get(path_of(path, OURS) + ASKED.get(name, ""))
            kind = answer.headers.get("content-type", "").partition(";")[0]
            if kind != "text/html" and answer.status_code == 200:
                found[name] = kind, answer.text
    return found


async def closed(desk: Desk, reference: str) -> None:
    """A signal with this reference, kept when formulas were still taken, and what came of it."""
    signals = Arrears(desk.database, desk.house)
    row = Row(reference, Kind.RENT, date(2026, 10, 10), name=reference, creditor="Trivire")
    await signals.take("sanne", [row])
    number = max(one.id for one in await signals.signals())
    await signals.become(number, "sanne", "reached", 0)
    await signals.become(number, "sanne", "closed", 1, Outcome.CONTACT)


async def test_no_cell_of_any_file_is_a_formula(crowd: Mapping[str, Colleague], desk: Desk) -> None:
    for formula in FORMULAS:
        await closed(desk, formula)
    found = await files(crowd)
    assert {name: kind for name, (kind, _) in found.items()} == {
        "outcomes": "text/csv",
        "council_csv": "text/csv",
        "council_text": "text/plain",
        "stamp": "application/json",
    }
    for name in ("outcomes", "council_csv"):
        rows = list(csv.reader(io.StringIO(found[name][1]), delimiter=";"))
        assert len({len(row) for row in rows}) == 1, name
        assert [cell for row in rows for cell in row if cell.startswith(CALCULATED)] == [], name
    assert found["outcomes"][1].count("contact") == len(FORMULAS)
