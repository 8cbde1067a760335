"""What a family still has with us is found with the families, in two statements and by indexes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import update

from casework.reminders import FOR_SILENCE
from storage import childcare, handoffs, reminders, requests, retention, staff_texts
from storage.database import Database
from storage.inbox import Conversation
from storage.requests import NewRequest
from storage.retention import Row
from storage.schema import reminders as reminder_rows
from storage.schema_childcare import grants
from storage.staff_texts import NewText
from storage.tx import Tx
from storage.vault import Vault
from tests.storage.families import TOWN, handoff, meet, reminder
from tests.storage.statements import noted

LATER = 9e9


async def met(tx: Tx) -> Conversation:
    """A parent whose handoff was taken up."""
    (parent,) = await meet(tx, "1")
    await handoffs.create(tx, handoff(parent))
    await handoffs.claim(tx, "h1", "sanne", 2.0)
    return parent


async def row_of(tx: Tx) -> Row:
    (found,) = await retention.idle(tx, TOWN, LATER)
    assert await retention.again(tx, TOWN, found.family_id, LATER) == found
    return found


async def asked(tx: Tx, parent: Conversation, programme: str, state: str, due: str = "") -> None:
    key = f"{programme}:{state}:{due}"
    new = NewRequest(key, TOWN, programme, parent.family_id, state, "parent", due_on=due or None)
    await requests.add(tx, new, 5.0)


async def given(tx: Tx, parent: Conversation, first: str, months: int) -> None:
    values: Mapping[str, Any] = {
        "key": f"g:{first}:{months}", "municipality": TOWN, "programme": "bridging_childcare",
        "family_id": parent.family_id, "plan_id": 1, "first_month": first, "months": months,
        "cents": 1, "given_by": "sanne", "given_at": 5.0,
    }  # fmt: skip
    await tx.add(grants, [values])


async def test_a_family_without_anything_has_nothing_that_lasts(database: Database) -> None:
    async with database.writing() as tx:
        await met(tx)
        row = await row_of(tx)
    assert (row.written_at, row.stepped_at, row.reminded_at, row.promised_at) == (None,) * 4
    assert (row.asked_until, row.steps_until, row.paid_before) == (None, None, None)
    assert (row.busy, list(row.childcare)) == (0, [])


async def test_what_was_asked_lasts_until_its_day_and_what_has_none_is_busy(
    database: Database,
) -> None:
    async with database.writing() as tx:
        parent = await met(tx)
        await asked(tx, parent, "child_package", "arranged", "2027-10-01")
        await asked(tx, parent, "child_package", "withdrawn", "2029-10-01")
        row = await row_of(tx)
        assert (row.asked_until, row.busy, row.stepped_at) == ("2027-10-01", 0, 5.0)
        await asked(tx, parent, "single_parents", "ended")
        assert (await row_of(tx)).busy == 0
        await asked(tx, parent, "single_parents", "started")
        assert (await row_of(tx)).busy == 1


async def test_childcare_lasts_until_its_last_step_and_its_last_paid_month(
    database: Database,
) -> None:
    async with database.writing() as tx:
        parent = await met(tx)
        new = childcare.NewPlan("p", parent.family_id, "h1", "2026-11-23", "2027-03-01")
        plan = await childcare.add(tx, new, 5.0)
        await childcare.put_steps(tx, plan.id, {"contract": "2027-02-01", "after_30": "2027-03-31"})
        await given(tx, parent, "2027-03", 12)
        await given(tx, parent, "2029-01", 0)  # it was never given
        row = await row_of(tx)
    assert [(one.begun_on, one.first_day, one.way) for one in row.childcare] == [
        ("2026-11-23", "2027-03-01", "")
    ]
    assert row.steps_until == "2027-03-31"
    assert row.paid_before == 2028 * 12 + 2  # March 2028


@pytest.mark.parametrize("first", [None, "2027-03-01"])
async def test_childcare_without_a_day_or_a_place_is_busy_until_it_is_closed(
    database: Database, first: str | None
) -> None:
    async with database.writing() as tx:
        parent = await met(tx)
        new = childcare.NewPlan("p", parent.family_id, "h1", "2026-11-23", first)
        await childcare.add(tx, new, 5.0)
        assert (await row_of(tx)).busy == 1
        await childcare.waits_no_more(tx, parent.family_id, 6.0)
        assert (await row_of(tx)).busy == (first is None)
        await handoffs.close(tx, "h1")
        assert (await row_of(tx)).busy == 0


async def test_reminders_count_but_not_those_about_silence(database: Database) -> None:
    async with database.writing() as tx:
        parent = await met(tx)
        silent = [reminder(parent, kind, 900.0, kind=kind) for kind in sorted(FOR_SILENCE)]
        await reminders.plan(tx, [*silent, reminder(parent, "tip", 300.0, kind="card")], 1.0)
        row = await row_of(tx)
        assert (row.reminded_at, row.promised_at) == (None, 300.0)
        await tx.execute(
            update(reminder_rows).values(state="fired", fired_at=reminder_rows.c.due_at)
        )
        row = await row_of(tx)
        assert (row.reminded_at, row.promised_at) == (300.0, None)


@pytest.mark.parametrize(
    ("kind", "state", "counts"),
    [
        ("call", "spoke", True), ("call", "no_answer", True), ("message", "sent", True),
        ("message", "waiting", True), ("message", "taken_back", False),
        ("message", "failed", False), ("note", "kept", False), ("draft", "kept", False),
    ],
)  # fmt: skip
async def test_calls_and_messages_count(
    database: Database, kind: str, state: str, counts: bool
) -> None:
    async with database.writing() as tx:
        parent = await met(tx)
        new = NewText("k", "h1", parent.family_id, "sanne", kind, "hoi", state)
        await staff_texts.put(tx, new, 7.0)
        assert (await row_of(tx)).written_at == (7.0 if counts else None)


async def test_however_many_families_it_takes_two_statements(database: Database) -> None:
    async with database.writing() as tx:
        for number, parent in enumerate(await meet(tx, *map(str, range(20)))):
            await handoffs.create(tx, handoff(parent, f"h{number}"))
            new = childcare.NewPlan(f"p{number}", parent.family_id, f"h{number}", "2026-11-23",
                                    "2027-03-01")  # fmt: skip
            await childcare.add(tx, new, 5.0)
        with noted(tx) as seen:
            found = await retention.idle(tx, TOWN, LATER)
    assert len(found) == 20
    assert all(len(row.childcare) == 1 for row in found)
    assert len(seen) == 2


async def test_each_family_s_rows_are_found_by_an_index(sqlite_url: str, vault: Vault) -> None:
    database = await Database.open(sqlite_url, vault)
    async with database.writing() as tx:
        await met(tx)
        with noted(tx) as seen:
            await retention.idle(tx, TOWN, LATER)
        plans = [
            [row[-1] for row in await tx.conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)]
            for sql, values in seen
        ]
    await database.close()
    scans = {one.split()[1] for plan in plans for one in plan if one.startswith("SCAN")}
    assert scans <= {"families", "childcare_plans", "json_each"}  # the last is a list of words
    assert len(plans) == 2
