"""Statements that are written once: the same values and rows as through SQLAlchemy."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy import bindparam, create_engine, insert, select, update
from sqlalchemy.pool import StaticPool

from storage.prepared import prepared
from storage.schema import addresses, families, metadata
from storage.sql import insert_new_returning, several


@pytest.fixture
def driver() -> sqlite3.Connection:
    """Our tables in memory."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    engine = create_engine("sqlite://", creator=lambda: made, poolclass=StaticPool)
    metadata.create_all(engine)
    rows = [(1, "telegram", "a", b"x", 1.0), (2, "web", "b", b"y", 2.0), (3, "web", "c", b"z", 3.0)]
    sql = "INSERT INTO addresses VALUES (?, 1, ?, ?, ?, 1, ?)"
    made.executemany(sql, [(*row[:4], row[4]) for row in rows])
    return made


def test_lists_of_any_length_are_one_text(driver: sqlite3.Connection) -> None:
    statement = select(addresses.c.id).where(addresses.c.hash.in_(several("hashes")))
    work = prepared(statement, ("hashes",))
    for hashes, ids in (([], []), (["b"], [2]), (["a", "c", "?"], [1, 3])):
        assert [row.id for row in work.run(driver, {"hashes": hashes})] == ids
    assert prepared(statement, ("hashes",)) is work


def test_none_of_an_empty_list_means_all(driver: sqlite3.Connection) -> None:
    statement = select(addresses.c.id).where(addresses.c.id.not_in(several("ids")))
    assert len(prepared(statement, ("ids",)).run(driver, {"ids": []}).all()) == 3


def test_truths_are_truths_and_defaults_are_filled_in(driver: sqlite3.Connection) -> None:
    row = {
        "conversation_id": 1,
        "channel": "web",
        "hash": "d",
        "value_sealed": b"",
        "created_at": 1,
    }
    new = insert_new_returning("sqlite", addresses, addresses.c.id, addresses.c.reachable)
    work = prepared(new, tuple(row))
    found = work.run(driver, [row, row | {"hash": "e"}, row])  # the last is known by then
    assert [(one.id, one.reachable) for one in found] == [(4, True), (5, True)]
    assert found.first().reachable is True


def test_changes_tell_how_many_rows_they_met(driver: sqlite3.Connection) -> None:
    statement = (
        update(addresses).where(addresses.c.channel == bindparam("of")).values(reachable=False)
    )
    work = prepared(statement, ("of",))
    assert work.run(driver, {"of": "web"}).rowcount == 2
    assert work.run(driver, [{"of": "web"}, {"of": "telegram"}]).rowcount == 3


def test_a_missing_value_is_told(driver: sqlite3.Connection) -> None:
    statement = select(addresses.c.id).where(addresses.c.hash == bindparam("of"))
    with pytest.raises(KeyError):
        prepared(statement, ("of",)).run(driver, {})


def test_the_driver_s_errors_hold_no_values(driver: sqlite3.Connection) -> None:
    row = {"id": "geheim", "municipality": "x", "created_at": 1.0}
    with pytest.raises(sqlite3.IntegrityError) as told:
        prepared(insert(families), tuple(row)).run(driver, [row, row])
    assert "geheim" not in str(told.value)
