"""What was really spent, written down by several people at once: never over the year's budget."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.service.not_done import Changed
from bot.service.programmes.breakthroughs.deciding import Deciding
from bot.service.programmes.breakthroughs.kept import NotNow
from casework.breakthrough import Ledger
from casework.budget import Refusal
from storage.database import Database
from storage.vault import Vault
from tests.bot.desk import town
from tests.bot.service.test_breakthroughs import _TOWNS, BUDGET, _asked, with_two_officers

SPENT = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 700_00)), min_size=3, max_size=8)


@pytest.mark.parametrize("kind", ["sqlite_url", "postgres_url"])
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(spent=SPENT)
def test_whatever_is_written_down_at_once_the_ledger_fits_and_adds_up(
    kind: str, request: pytest.FixtureRequest, spent: list[tuple[int, int]]
) -> None:
    url, vault = request.getfixturevalue(kind), request.getfixturevalue("vault")
    came, ledger = asyncio.run(_race(url, vault, spent))
    assert ledger.adds_up
    assert ledger.spent + ledger.promised <= BUDGET
    assert all((one.spent or 0) <= one.cents for one in ledger.entries)
    told = list(zip(spent, came, strict=True))
    for (which, cents), how in told:
        assert which == 2 or (how == "more") is (cents > 300_00)
    for number, entry in enumerate(ledger.entries[:2]):
        said: set[int | None] = {
            cents for (which, cents), how in told if which == number and how is None
        }
        assert entry.spent in (said or {None})


async def _race(
    url: str, vault: Vault, spent: list[tuple[int, int]]
) -> tuple[list[Refusal | str | None], Ledger]:
    """Two breakthroughs of € 300, and a third that takes what comes free meanwhile."""
    database = await Database.open(url, vault)
    try:
        made = town.desk(database)
        name = f"town-s{next(_TOWNS)}"
        house = replace(made.house, municipality=with_two_officers(made.house.municipality, name))
        desk, deciding = replace(made, house=house), Deciding(database, house)
        rows = [await _asked(desk, f"{name}-{n}") for n in range(3)]
        for row in rows[:2]:
            assert await deciding.grant(*row, 300_00, "Een maand huur.", None) is None
        (ledger,) = await deciding.ledgers()
        ids = [one.id for one in ledger.entries]

        async def write(which: int, cents: int) -> Refusal | str | None:
            try:
                if which == 2:
                    return await deciding.grant(*rows[2], cents, "Een maand huur.", None)
                return await deciding.spend("joost", ids[which], cents)
            except NotNow as wrong:
                return str(wrong)
            except Changed:
                return "changed"

        came = await asyncio.gather(*(write(*one) for one in spent))
        (ledger,) = await deciding.ledgers()
    finally:
        await database.close()
    return came, ledger


async def test_what_came_free_and_was_given_again_cannot_be_spent_twice(
    database: Database,
) -> None:
    made = town.desk(database)
    two = with_two_officers(made.house.municipality, "dordrecht")
    desk = replace(made, house=replace(made.house, municipality=two))
    deciding = Deciding(database, desk.house)
    first, second = [await _asked(desk, f"{n}" * 32) for n in range(2)]
    assert await deciding.grant(*first, 1_000_00, "Een jaar huur.", None) is None
    assert await deciding.grant(*second, 400_00, "Een bed.", None) is Refusal.MONEY
    (ledger,) = await deciding.ledgers()
    (entry,) = ledger.entries
    assert await deciding.spend("joost", entry.id, 600_00) is None
    assert await deciding.grant(*second, 400_00, "Een bed.", None) is None
    assert await deciding.spend("mila", entry.id, 600_01) is Refusal.MONEY
    (ledger,) = await deciding.ledgers()
    sums = (ledger.asked, ledger.total, ledger.spent, ledger.promised, ledger.year.left)
    assert sums == (0, 1_400_00, 600_00, 400_00, 0)
    assert ledger.adds_up
    with pytest.raises(PermissionError):
        await deciding.spend("sanne", entry.id, 0)


async def test_what_came_free_is_given_or_spent_and_never_both(database: Database) -> None:
    """Both at once, again and again: one of them fits."""
    for number in range(6):
        made = town.desk(database)
        name = f"town-f{number}"
        house = replace(made.house, municipality=with_two_officers(made.house.municipality, name))
        desk, deciding = replace(made, house=house), Deciding(database, house)
        first, second = [await _asked(desk, f"{name}-{n}") for n in range(2)]
        assert await deciding.grant(*first, 1_000_00, "Een jaar huur.", None) is None
        (ledger,) = await deciding.ledgers()
        (entry,) = ledger.entries
        assert await deciding.spend("joost", entry.id, 600_00) is None
        came = await asyncio.gather(
            deciding.spend("mila", entry.id, 1_000_00),
            deciding.grant(*second, 400_00, "Een bed.", None),
        )
        assert sorted(map(str, came)) == ["None", "money"]
        (ledger,) = await deciding.ledgers()
        assert (ledger.year.left, ledger.adds_up) == (0, True)
