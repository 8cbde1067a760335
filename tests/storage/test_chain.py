"""The log of reads: 1,000 records, tampered with in every way, and found each time."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from storage import chain, erasure, reads, retention
from storage.chain import End, Verdict
from storage.database import Database
from storage.reads import Read
from storage.retention import SWEEPS
from storage.tx import Tx
from storage.vault import Vault
from tests.storage.families import meet

RECORDS = 1_000


async def filled(tx: Tx, count: int) -> list[str]:
    """Two families, and so many looks at them."""
    families = [one.family_id for one in await meet(tx, "x", "y")]
    people = ("sanne", "ruud", "els")
    looks = [Read(families[n % 2], people[n % 3], "summary", 100.0 + n) for n in range(count)]
    await reads.log_all(tx, looks)
    return families


async def verdict(tx: Tx, **more: Any) -> Verdict:
    return await chain.verify(tx, **({"emptied_until": 0.0} | more))


class Undone(Exception):
    """Ends a savepoint."""


def change_who(n: int) -> list[str]:
    return [f"UPDATE reads SET actor = 'niemand' WHERE seq = {n}"]


def change_what(n: int) -> list[str]:
    return [f"UPDATE reads SET what = 'name' WHERE seq = {n}"]


def change_when(n: int) -> list[str]:
    return [f"UPDATE reads SET at = at - 0.001 WHERE seq = {n}"]


def change_whose(n: int) -> list[str]:
    other = "(SELECT id FROM families WHERE id <> reads.family_id LIMIT 1)"
    return [f"UPDATE reads SET family_id = {other} WHERE seq = {n}"]


def empty(n: int) -> list[str]:
    return [f"UPDATE reads SET actor = '', what = '', salt = '' WHERE seq = {n}"]


def delete(n: int) -> list[str]:
    return [f"DELETE FROM reads WHERE seq = {n}"]


def delete_and_close_ranks(n: int) -> list[str]:
    return [
        f"DELETE FROM reads WHERE seq = {n}",
        f"UPDATE reads SET seq = -seq WHERE seq > {n}",
        "UPDATE reads SET seq = -seq - 1 WHERE seq < 0",
        "UPDATE reads_end SET seq = seq - 1",
    ]


def insert(n: int) -> list[str]:
    """A copy of a record, put behind the last."""
    made = (
        "INSERT INTO reads (family_id, actor, what, at, seq, salt, digest, prior, hash) "
        "SELECT family_id, actor, what, at, (SELECT max(seq) + 1 FROM reads), salt, digest, "
        f"(SELECT hash FROM reads_end), hash FROM reads WHERE seq = {n}"
    )
    return [made]


def insert_loose(n: int) -> list[str]:
    made = (
        "INSERT INTO reads (family_id, actor, what, at) "
        f"SELECT family_id, 'sanne', what, at FROM reads WHERE seq = {n}"
    )
    return [made]


def swap(n: int) -> list[str]:
    """Two neighbours change places, with their hashes."""
    other = n + 1 if n < RECORDS else n - 1
    return [
        f"UPDATE reads SET seq = -1 WHERE seq = {n}",
        f"UPDATE reads SET seq = {n} WHERE seq = {other}",
        f"UPDATE reads SET seq = {other} WHERE seq = -1",
    ]


def cut(n: int) -> list[str]:
    return [f"DELETE FROM reads WHERE seq >= {n}"]


def cut_and_move_the_end(n: int) -> list[str]:
    moved = f"hash = COALESCE((SELECT hash FROM reads WHERE seq = {n - 1}), '{chain.START}')"
    return [f"UPDATE reads_end SET seq = {n - 1}, {moved}", f"DELETE FROM reads WHERE seq >= {n}"]


def take_the_end_away(n: int) -> list[str]:
    return [f"DELETE FROM reads WHERE seq > {n}", "DELETE FROM reads_end"]


WAYS: tuple[Callable[[int], list[str]], ...] = (
    change_who, change_what, change_when, change_whose, empty, delete, delete_and_close_ranks,
    insert, insert_loose, swap, cut, cut_and_move_the_end, take_the_end_away,
)  # fmt: skip


async def tampered(tx: Tx, statements: list[str]) -> Verdict:
    """What is found after this was done; it is undone again."""
    found = None
    try:
        async with tx.conn.begin_nested():
            for one in statements:
                await tx.execute(text(one))
            found = await verdict(tx)
            raise Undone
    except Undone:
        pass
    assert found is not None
    return found


async def test_of_a_thousand_tampered_records_a_thousand_are_found(
    sqlite_url: str, vault: Vault
) -> None:
    database, dice, missed = await Database.open(sqlite_url, vault), random.Random(5), []
    async with database.writing() as tx:
        await filled(tx, RECORDS)
        assert await verdict(tx) == Verdict(RECORDS, await _end(tx))
        for n in dice.sample(range(1, RECORDS + 1), RECORDS):
            way = WAYS[n % len(WAYS)]
            found = await tampered(tx, way(n))
            if not found.broken or (found.count > n and way is not insert):
                missed.append((way.__name__, n, found))
        assert missed == []
        assert (await verdict(tx)).broken == ""  # all of it was undone
    await database.close()


async def _end(tx: Tx) -> End:
    found = await chain.end(tx)
    assert found is not None
    return found


@pytest.mark.parametrize("way", WAYS)
async def test_each_way_is_found_at_both_ends_and_in_the_middle(
    way: Callable[[int], list[str]], database: Database
) -> None:
    async with database.writing() as tx:
        await filled(tx, RECORDS // 50)
        for n in (1, 2, 7, RECORDS // 50 - 1):
            assert (await tampered(tx, way(n))).broken, n


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM reads WHERE seq = 3", "record 3 ontbreekt"),
        ("UPDATE reads SET actor = 'x' WHERE seq = 3", "record 3 is veranderd: wie er keek"),
        ("UPDATE reads SET at = 1 WHERE seq = 3", "record 3 is veranderd"),
        ("DELETE FROM reads WHERE seq > 3", "record 4 ontbreekt: het logboek ging door tot 9"),
        ("UPDATE reads_end SET seq = 3", "het einde van het logboek is veranderd"),
        ("DELETE FROM reads_end", "het einde van het logboek is weg"),
    ],
)
async def test_what_is_wrong_is_said_plainly(statement: str, said: str, database: Database) -> None:
    async with database.writing() as tx:
        await filled(tx, 9)
        assert (await tampered(tx, [statement])).broken.startswith(said)


@pytest.mark.parametrize("way", [cut_and_move_the_end, take_the_end_away, cut])
async def test_the_next_look_does_not_heal_a_break(
    way: Callable[[int], list[str]], database: Database
) -> None:
    async with database.writing() as tx:
        families = await filled(tx, 9)
        for statement in way(6):
            await tx.execute(text(statement))
        await reads.log(tx, families[0], "sanne", "summary", 500.0)
        await reads.log(tx, families[0], "sanne", "summary", 501.0)
        assert (await verdict(tx)).broken


async def test_who_has_the_database_but_not_the_key_makes_no_record(
    sqlite_url: str, vault: Vault
) -> None:
    thief = await Database.open(sqlite_url, Vault(bytes(32)))
    async with thief.writing() as tx:
        await filled(tx, 5)
        assert (await verdict(tx)).broken == ""
    await thief.close()
    ours = await Database.open(sqlite_url, vault)
    async with ours.reading() as tx:
        assert (await verdict(tx)).broken.startswith("record 1 is veranderd")
    await ours.close()


async def test_an_earlier_database_is_known_by_what_was_noted_outside(
    database: Database,
) -> None:
    async with database.writing() as tx:
        await filled(tx, 5)
        noted = await _end(tx)
        assert (await verdict(tx, noted=[noted])).broken == ""
        assert "buiten de database" in (await verdict(tx, noted=[End(6, "a" * 64)])).broken
        assert "buiten de database" in (await verdict(tx, noted=[End(4, "a" * 64)])).broken


async def test_records_from_before_the_chain_join_it_at_the_next_look(database: Database) -> None:
    async with database.writing() as tx:
        families = [one.family_id for one in await meet(tx, "x", "y")]
        for n, family in enumerate(families):
            values = f"('{family}', 'sanne', 'summary', {n})"
            await tx.execute(
                text(f"INSERT INTO reads (family_id, actor, what, at) VALUES {values}")
            )
        assert await verdict(tx) == Verdict(0, End(0, chain.START))
        await reads.log(tx, families[0], "ruud", "summary", 9.0)
        assert (await verdict(tx)).count == 3
        assert [one.actor for one in await reads.of_family(tx, families[0])] == ["sanne", "ruud"]
        assert (await tampered(tx, change_who(1))).broken


async def test_erasing_a_family_leaves_the_chain_whole(database: Database) -> None:
    async with database.writing() as tx:
        families = await filled(tx, 9)
        assert await erasure.erase(tx, families[0], 500.0)
        assert (await verdict(tx)).broken == ""
        assert (await verdict(tx)).count == 9
        assert (await tampered(tx, delete(3))).broken


async def test_what_is_over_its_term_is_emptied_and_the_chain_stays_whole(
    database: Database,
) -> None:
    sweep = next(one for one in SWEEPS["access_log"] if one.name == "reads")
    async with database.writing() as tx:
        families = await filled(tx, 9)
        assert await retention.count(tx, sweep, 103.0) == 4
        assert await retention.sweep_out(tx, sweep, 103.0) == 4
        assert await retention.count(tx, sweep, 103.0) == 0
        found = await verdict(tx, emptied_until=103.0)
        assert (found.count, found.broken) == (9, "")
        assert len(await reads.of_family(tx, families[0])) == 3  # of five
        left = await tx.all(text("SELECT actor, what, salt FROM reads WHERE seq <= 4"))
        assert {tuple(row) for row in left} == {("", "", "")}
        assert "nog bewaard" in (await verdict(tx, emptied_until=102.0)).broken


async def test_readers_at_once_do_not_fork_the_chain(database: Database) -> None:
    async with database.writing() as tx:
        families = [one.family_id for one in await meet(tx, "x", "y")]

    async def reader(name: str) -> None:
        for n in range(10):
            async with database.writing() as tx:
                await reads.log(tx, families[n % 2], name, "summary", float(n))

    await asyncio.gather(*(reader(f"r{n}") for n in range(8)))
    async with database.reading() as tx:
        found = await verdict(tx)
    assert (found.count, found.broken) == (80, "")


async def test_a_read_that_fails_leaves_no_record_and_no_gap(database: Database) -> None:
    async with database.writing() as tx:
        families = await filled(tx, 3)

    async def failing() -> None:
        async with database.writing() as tx:
            await reads.log(tx, families[0], "sanne", "summary", 1.0)
            raise Undone

    with pytest.raises(Undone):
        await failing()
    async with database.writing() as tx:
        await reads.log(tx, families[0], "sanne", "summary", 2.0)
        assert await verdict(tx) == Verdict(4, await _end(tx))
