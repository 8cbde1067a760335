"""Reminders: planned once per key, moved by planning again, found quickly among a million."""

from __future__ import annotations

import sqlite3
import time

import pytest
from sqlalchemy import make_url, select, text
from sqlalchemy.exc import IntegrityError

from storage import reminders
from storage.database import Database
from storage.reminders import Cancel, Dropped, Moved
from storage.schema import reminders as table
from storage.tx import Tx
from tests.storage.families import meet, reminder

_POSTGRESQL = "postgresql+psycopg://"


async def _due(tx: Tx, now: float = 1_000.0) -> list[str]:
    return [one.key for one in await reminders.due(tx, now, 100)]


async def _state(tx: Tx, key: str) -> tuple[str, str | None]:
    row = (await tx.execute(select(table.c.state, table.c.reason).where(table.c.key == key))).one()
    return row.state, row.reason


async def test_due_ones_come_whole_and_in_order(database: Database) -> None:
    async with database.writing() as tx:
        parent, other = await meet(tx, "a", "b")
        rows = [
            reminder(other, "another's", 150.0),
            reminder(parent, "later", 200.0, args={"time": "10:00"}, turn=3, solicited=True),
            reminder(parent, "sooner", 100.0, useless_after=150.0),
            reminder(parent, "not yet", 201.0),
        ]
        await reminders.plan(tx, rows, 1.0)
        sooner, others, later = await reminders.due(tx, 200.0, 10)
        assert others.key == "another's"
        first = await reminders.due(tx, 200.0, 1)  # what is due to one is decided together
        assert [one.key for one in first] == ["sooner", "later"]
        following = await reminders.next_planned(tx, parent.id)
    assert (sooner.key, sooner.useless_after, sooner.wall) == ("sooner", 150.0, "2026-06-08T18:30")
    assert (later.args, later.turn, later.solicited) == ({"time": "10:00"}, 3, True)
    assert (later.family_id, later.preference, later.day_before) == (
        parent.family_id,
        "on",
        "evening",
    )
    assert following == sooner


async def test_planning_again_moves(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await reminders.plan(tx, [reminder(parent, "k", 100.0)], 1.0)
        await reminders.plan(tx, [reminder(parent, "k", 5.0), reminder(parent, "k", 300.0)], 2.0)
        assert await _due(tx, 299.0) == []
        await reminders.cancel(tx, conversation_id=parent.id)
        assert await _due(tx, 300.0) == []
        await reminders.plan(tx, [reminder(parent, "k", 300.0)], 3.0)
        assert await _due(tx, 300.0) == ["k"]


async def test_a_fired_reminder_is_never_planned_again(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await reminders.plan(tx, [reminder(parent, "k")], 1.0)
        (one,) = await reminders.due(tx, 100.0, 10)
        await reminders.fired(tx, [one.id], 100.0)
        await reminders.plan(tx, [reminder(parent, "k", 200.0)], 101.0)
        assert await _due(tx) == []
        assert await reminders.next_planned(tx, parent.id) is None


async def test_what_was_withheld_can_come_back_until_it_is_forgotten(database: Database) -> None:
    async with database.writing() as tx:
        parent, other = await meet(tx, "a", "b")
        names = ("off", "frozen", "late", "other's")
        rows = [reminder(other if name == "other's" else parent, name) for name in names]
        await reminders.plan(tx, rows, 1.0)
        whys = {"other's": "off"}
        for one in await reminders.due(tx, 100.0, 10):
            await reminders.dropped(tx, one.id, whys.get(one.key, one.key))
        kind = rows[0].kind
        found = await reminders.withheld(tx, parent.id, [kind])
        assert {one.key for one in found} == {"off", "frozen"}
        assert await reminders.withheld(tx, parent.id, ["another"]) == []
        await reminders.plan(tx, [rows[0]], 2.0)
        assert [one.key for one in await reminders.withheld(tx, parent.id, [kind])] == ["frozen"]
        await reminders.cancel(tx, conversation_id=parent.id, kinds=[kind])
        assert await reminders.withheld(tx, parent.id, [kind]) == []
        assert await _state(tx, "late") == ("dropped", "late")
        assert await _state(tx, "other's") == ("dropped", "off")


async def test_cancelling_by_kind_and_topic(database: Database) -> None:
    async with database.writing() as tx:
        parent, other = await meet(tx, "a", "b")
        rows = [
            reminder(parent, "1", 1.0),
            reminder(parent, "2", 2.0, kind="morning"),
            reminder(parent, "3", 3.0, kind="unfinished", topic=""),
            reminder(parent, "4", 4.0, topic="appointment:8"),
            reminder(other, "5", 5.0),
        ]
        await reminders.plan(tx, rows, 1.0)
        await reminders.cancel(tx, conversation_id=parent.id, kinds=["unfinished", "morning"])
        assert await _due(tx) == ["1", "4", "5"]
        await reminders.cancel(tx, conversation_id=parent.id, topic="appointment:7")
        assert await _due(tx) == ["4", "5"]
        await reminders.cancel(
            tx, conversation_id=parent.id, kinds=["unfinished"], topic="appointment:8"
        )
        assert await _due(tx) == ["4", "5"]
        await reminders.cancel_all(tx, [Cancel(parent.id), Cancel(other.id, ("morning",))])
        assert await _due(tx) == ["5"]


async def test_moving_and_dropping_say_why(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await reminders.plan(tx, [reminder(parent, key) for key in ("m", "d", "f")], 1.0)
        rows = {one.key: one.id for one in await reminders.due(tx, 100.0, 10)}
        await reminders.move_all(tx, [Moved(rows["m"], "2026-06-09T08:30", 150.0, "quiet")])
        await reminders.drop_all(tx, [Dropped(rows["d"], "useless")])
        await reminders.fired(tx, [rows["f"]], 100.0)
        await reminders.moved(tx, rows["f"], "2026-06-09T08:30", 150.0, "too late")  # fired: no
        await reminders.dropped(tx, rows["f"], "too late")
        assert await _due(tx, 149.0) == []
        (moved,) = await reminders.due(tx, 150.0, 10)
        assert (moved.key, moved.wall) == ("m", "2026-06-09T08:30")
        assert await _state(tx, "m") == ("planned", "quiet")
        assert await _state(tx, "d") == ("dropped", "useless")
        assert await _state(tx, "f") == ("fired", None)


async def test_what_she_got_before_unasked(database: Database) -> None:
    async with database.writing() as tx:
        parent, other, third = await meet(tx, "a", "b", "c")
        rows = [reminder(parent, str(n)) for n in range(3)]
        rows += [reminder(parent, "asked", solicited=True), reminder(third, "x")]
        await reminders.plan(tx, rows, 1.0)
        ids = {one.key: one.id for one in await reminders.due(tx, 100.0, 10)}
        for key, at in (("0", 50.0), ("2", 300.0), ("1", 200.0), ("asked", 250.0), ("x", 400.0)):
            await reminders.fired(tx, [ids[key]], at)
        assert await reminders.past(tx, [parent.id, other.id], 100.0) == {parent.id: [200.0, 300.0]}
        assert await reminders.past(tx, [], 100.0) == {}


async def test_finding_due_ones_reads_only_the_index(database: Database) -> None:
    """What is done or due later is never looked at, however much of it there is."""
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await reminders.plan(tx, [reminder(parent, str(n), 1e9 + n) for n in range(2_000)], 1.0)
        plan = await _explain(tx)
    assert "ix_reminders_due" in plan
    assert "SCAN reminders" not in plan.replace("USING INDEX", "")
    assert "Seq Scan on reminders" not in plan


async def _explain(tx: Tx) -> str:
    """How the database runs the very statement that `due` runs."""
    compiled = reminders._DUE.compile(dialect=tx.conn.dialect)
    if tx.dialect == "sqlite":
        rows = await tx.conn.exec_driver_sql(
            "EXPLAIN QUERY PLAN " + str(compiled), (500.0, 500.0, 100, 0)
        )
    else:
        await tx.execute(text("ANALYZE reminders"))
        values = {"now": 500.0, "limit": 100}
        rows = await tx.conn.exec_driver_sql("EXPLAIN " + str(compiled), values)
    return "\n".join(str(row[-1]) for row in rows)


async def test_planning_a_whole_town_takes_seconds(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        started = time.perf_counter()
        await reminders.plan(tx, [reminder(parent, str(n)) for n in range(20_000)], 1.0)
        assert time.perf_counter() - started < 20  # 1 on a calm machine
        assert len(await reminders.due(tx, 100.0, 100_000)) == 20_000


async def test_an_unknown_conversation_is_refused(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
    row = reminder(parent, "k", conversation_id=999)
    with pytest.raises((IntegrityError, sqlite3.IntegrityError)):
        async with database.writing() as tx:
            await reminders.plan(tx, [row], 1.0)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_firing_a_few_reads_no_index_of_all_that_are_planned(database: Database) -> None:
    """PostgreSQL had counted before the many came, and read all of them at every tick."""
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await reminders.plan(tx, [reminder(parent, "first", 1.0)], 1.0)
        await tx.execute(text("ANALYZE reminders"))
        many = [reminder(parent, f"{n}", 2.0 + n) for n in range(20_000)]
        await reminders.plan(tx, many, 1.0)
        firing = str(reminders._FIRED.compile(dialect=make_url(_POSTGRESQL).get_dialect()()))
        ids = ", ".join(map(str, range(2, 52)))
        for name, value in (
            ("__[POSTCOMPILE_ids]", ids),
            ("%(at)s", "1"),
            ("%(state)s", "'fired'"),
        ):
            firing = firing.replace(name, value)
        rows = await tx.all(text(f"EXPLAIN {firing}".replace(":", "\\:")))
        plan = "\n".join(row[0] for row in rows)
    assert "pk_reminders" in plan
    assert "ix_reminders_due" not in plan
