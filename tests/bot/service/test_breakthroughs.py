"""Money for breakthroughs, decided by two officers at once: the ledger is never over its budget."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.service.not_done import Changed
from bot.service.programmes.breakthroughs.asking import Asking
from bot.service.programmes.breakthroughs.deciding import Deciding
from bot.service.programmes.breakthroughs.kept import NotNow
from casework.breakthrough import Ask, Ledger, Route
from casework.budget import Refusal
from casework.municipality import Municipality, Role
from casework.programmes import Budget
from storage.database import Database
from storage.vault import Vault
from tests.bot.desk import town
from tests.bot.desk.town import Desk

BUDGET = 1_000_00
OFFICERS = ("joost", "mila")
_TOWNS = count()
ASK = Ask(
    "De huur is op.", (Route("Bijstand", "2026-11-02"),), "Een maand huur", 0, date(2026, 12, 1)
)
PLANS = st.lists(
    st.tuples(st.integers(0, 700_00), st.sampled_from(("yes", "yes", "yes", "undo", "no"))),
    min_size=4,
    max_size=7,
)


def with_two_officers(known: Municipality, name: str) -> Municipality:
    """Dordrecht with a second officer and a small budget, under its own name."""
    joost = next(one for one in known.people if one.role is Role.ESCALATION_OFFICER)
    small = replace(known.programme("breakthrough"), budgets=(Budget(2026, BUDGET),))
    others = tuple(one for one in known.programmes if one.id != small.id)
    mila = replace(joost, id="mila", name="Mila", email="")
    return replace(known, id=name, people=(*known.people, mila), programmes=(*others, small))


@pytest.mark.parametrize("kind", ["sqlite_url", "postgres_url"])
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(plans=PLANS)
def test_whatever_two_officers_decide_at_once_the_ledger_fits_and_adds_up(
    kind: str, request: pytest.FixtureRequest, plans: list[tuple[int, str]]
) -> None:
    url, vault = request.getfixturevalue(kind), request.getfixturevalue("vault")
    given_, ledger = asyncio.run(_race(url, vault, plans))
    assert ledger.adds_up
    assert 0 <= ledger.year.given <= BUDGET
    assert len(ledger.entries) == sum(wrong is None for _, wrong in given_)
    for cents, wrong in given_:  # nobody was sent away while her sum would still fit
        assert wrong is None or ledger.year.given + cents > BUDGET or _undone(plans)


def _undone(plans: list[tuple[int, str]]) -> bool:
    return any(what == "undo" for _, what in plans)


async def _race(
    url: str, vault: Vault, plans: list[tuple[int, str]]
) -> tuple[list[tuple[int, Refusal | None]], Ledger]:
    database = await Database.open(url, vault)
    try:
        made = town.desk(database)
        name = f"town-{next(_TOWNS)}"
        house = replace(made.house, municipality=with_two_officers(made.house.municipality, name))
        desk, deciding = replace(made, house=house), Deciding(database, house)
        rows = [await _asked(desk, f"{name}-{n}") for n in range(len(plans))]
        done = await asyncio.gather(
            *(_decided(deciding, row, *plan) for row, plan in zip(rows, plans, strict=True))
        )
        (ledger,) = await deciding.ledgers()
    finally:
        await database.close()
    return [one for one in done if one], ledger


async def _asked(desk: Desk, handoff_id: str) -> tuple[str, str, int]:
    """A request, and which officer has it: they share the work."""
    async with desk.database.writing() as tx:
        await town.family(tx, desk, handoff_id)
    asking = Asking(desk.database, desk.house)
    await asking.ask(handoff_id, "sanne", ASK)
    (sheet,) = await asking.sheets(handoff_id, "sanne")
    assert sheet.officer in OFFICERS
    return sheet.officer, handoff_id, sheet.id


async def _decided(
    deciding: Deciding, where: tuple[str, str, int], cents: int, what: str
) -> tuple[int, Refusal | None] | None:
    if what == "no":
        await deciding.decline(*where, "Het kan anders.", None)
        return None
    wrong = await deciding.grant(*where, cents, "Een maand huur wordt betaald.", None)
    if wrong is None and what == "undo":
        await deciding.finish(*where, happened=False, seen=None)
    return cents, wrong


async def test_one_request_is_decided_once_by_whoever_is_first(database: Database) -> None:
    desk = town.desk(database)
    where = await _asked(desk, "h" * 32)
    deciding = Deciding(database, desk.house)

    async def press(number: int) -> str:
        try:
            if number % 2:
                await deciding.decline(*where, "Het kan anders.", None)
            else:
                await deciding.grant(*where, 10_00, "Een maand huur.", None)
        except (Changed, NotNow) as error:
            return type(error).__name__
        return "done"

    came = await asyncio.gather(*map(press, range(6)))
    assert came.count("done") == 1
    assert set(came) <= {"done", "NotNow", "Changed"}
    (ledger,) = [one for one in await deciding.ledgers() if one.year.year == 2026]
    assert ledger.adds_up
    assert ledger.year.given in (0, 10_00)


async def test_the_work_is_shared_by_who_is_here(database: Database) -> None:
    desk = town.desk(database)
    two = with_two_officers(desk.house.municipality, "dordrecht")
    desk = replace(desk, house=replace(desk.house, municipality=two))
    got = [(await _asked(desk, f"{n}" * 32))[0] for n in range(4)]
    assert sorted(got) == ["joost", "joost", "mila", "mila"]
    away = tuple(
        replace(one, away_until=date(2030, 1, 1)) if one.id == "joost" else one
        for one in two.people
    )
    desk = replace(desk, house=replace(desk.house, municipality=replace(two, people=away)))
    assert (await _asked(desk, "9" * 32))[0] == "mila"


async def test_at_the_same_moment_only_what_fits_is_given(database: Database) -> None:
    made = town.desk(database)
    two = with_two_officers(made.house.municipality, "dordrecht")
    desk = replace(made, house=replace(made.house, municipality=two))
    rows = [await _asked(desk, f"{n}" * 32) for n in range(6)]
    deciding = Deciding(database, desk.house)
    came = await asyncio.gather(*(_decided(deciding, row, 400_00, "yes") for row in rows))
    assert sorted(str(one[1]) for one in came if one) == ["None"] * 2 + ["money"] * 4
    (ledger,) = await deciding.ledgers()
    assert (ledger.year.given, ledger.adds_up) == (800_00, True)
