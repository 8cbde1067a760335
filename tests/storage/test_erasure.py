"""Erasing a family: nothing of it opens, nothing of it is on the disk, the others lose nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from casework.budget import Grant
from casework.programmes import Budget, Programme
from storage import (
    acts,
    alerts,
    answers,
    appointments,
    attachments,
    childcare,
    erasure,
    grants,
    handoffs,
    holds,
    inbox,
    look_ins,
    outbox,
    promises,
    reminders,
    requests,
    sessions,
    slots,
    staff_texts,
    tasks,
)
from storage.childcare import NewPlan
from storage.database import Database
from storage.erasure import Parting
from storage.grants import NewGrant
from storage.inbox import Conversation
from storage.look_ins import LookIn
from storage.requests import NewRequest
from storage.schema import families, metadata
from storage.sessions import SessionRow
from storage.staff_texts import NewText
from storage.tx import Tx
from storage.vault import Vault, VaultError
from tests.conftest import MASTER
from tests.storage.families import TOWN, draft, handoff, meet, message, reminder
from tests.storage.peek import reach

SECRET = b"kanarie-in-de-mijn"
YEARS = (Budget(2026, 1000), Budget(2027, 1000))
DAY = 86_400.0


async def whole_life(tx: Tx, parent: Conversation, name: str) -> None:
    """A row of hers in every table that can hold one."""
    own = parent.family_id
    await sessions.save(
        tx, [SessionRow(parent.id, own, SECRET, 3, "active", "intake", "money", 5.0, parent.id)]
    )
    said = {"words": SECRET.decode()}
    row = answers.AnswerRow(f"a:{name}", own, "intake", 1, "money", "answered", said, "web", 1.0)
    await answers.record(tx, [row])
    await outbox.put(tx, [draft(parent, f"o:{name}", body={"text": SECRET.decode()})])
    await reminders.plan(tx, [reminder(parent, f"r:{name}")], 1.0)
    file = attachments.NewAttachment(f"f:{name}", own, "web", "photo", "image/png", 9, body=SECRET)
    await attachments.put(tx, [file], 1.0)
    await handoffs.create(tx, handoff(parent, f"h:{name}", district="crabbehof"))
    task = tasks.NewTask(f"t:{name}", f"h:{name}", own, "danger_suicide", {"words": "kanarie"})
    await tasks.put(tx, [task], 1.0)
    offer = slots.Offer("sanne", "2026-06-20T10:00", "Europe/Amsterdam", 9e9, 45, "office")
    await slots.add(tx, f"h:{name}", [offer], 1.0)
    alert = alerts.NewAlert(f"l:{name}", "danger", f"h:{name}", own, "suicide")
    await alerts.put(tx, [alert], 1.0)
    await look_ins.put(tx, LookIn(own, f"h:{name}", "els", SECRET.decode(), 1.0, 9e9))
    await appointments.book(tx, _booking(parent, name), 1.0)
    await promises.make(tx, f"h:{name}", 2e9, 1.0, key=f"p:{name}")
    await acts.log(tx, f"h:{name}", "sanne", "note", 1.0, "1")
    note = NewText(f"n:{name}", f"h:{name}", own, "sanne", "note", SECRET.decode())
    await staff_texts.put(tx, note, 1.0)
    await _place(tx, own, name)


async def _place(tx: Tx, own: str, name: str) -> None:
    """Childcare with a step, and a place out of a budget."""
    plan = await childcare.add(tx, NewPlan(f"c:{name}", own, f"h:{name}", "2026-11-23"), 1.0)
    await childcare.note(tx, plan, {"provider": SECRET.decode()})
    await childcare.put_steps(tx, plan.id, {"digid": "2026-12-01"})
    place = NewGrant(f"g:{name}", TOWN, own, plan.id, Grant((2026, 12), 2, 5), "sanne")
    budget = Programme("bridging_childcare", "", on=True, quota=9, budgets=YEARS)
    assert await grants.give(tx, place, budget, 1.0) is None
    asked = NewRequest(
        f"q:{name}", TOWN, "baby_package", own, "asked", "parent", facts={"note": SECRET.decode()}
    )
    await requests.add(tx, asked, 1.0)


def _booking(parent: Conversation, name: str) -> appointments.Booking:
    starts = 2e9 if name == "x" else 3e9
    return appointments.Booking(
        uid=f"u:{name}", key=f"b:{name}", family_id=parent.family_id,
        handoff_id=f"h:{name}", person="sanne", wall="2033-05-18T05:33",
        zone="Europe/Amsterdam", starts_at=starts, minutes=45, place_kind="office",
    )  # fmt: skip


async def rows_of(tx: Tx, table: Table, parent: Conversation) -> int:
    """How many rows of this table lead to her."""
    for name, value in (("family_id", parent.family_id), ("conversation_id", parent.id)):
        if name in table.c:
            found = await tx.execute(select(table).where(table.c[name] == value))
            return len(found.all())
    way = next(name for name in ("plan_id", "request_id", "handoff_id") if name in table.c)
    by = {way: "h:x" if way == "handoff_id" else 1}
    found = await tx.execute(select(table).filter_by(**by))
    return len(found.all())


_OF_NOBODY = {"families", "set_aside", "reads_end", "absences", "feeds", "invitations", "tallies"}
_OF_NOBODY |= {"referrer_codes", "referrer_code_acts"}
KEPT = {"conversations", "inbox", "handoffs", "appointments", "tasks", "grants"}  # as empty shells


async def test_nothing_of_her_can_be_read_and_the_other_family_loses_nothing(
    database: Database,
) -> None:
    async with database.writing() as tx:
        one, other = await meet(tx, "x", "y")
        await whole_life(tx, one, "x")
        await whole_life(tx, other, "y")
        assert await erasure.erase(tx, one.family_id, 50.0)
    async with database.writing() as tx:
        tables = [t for t in metadata.sorted_tables if t.name not in _OF_NOBODY]
        left = {t.name for t in tables if t.name != "reads" and await rows_of(tx, t, one)}
        assert left == KEPT
        assert await sessions.by_family(tx, one.family_id) is None
        assert await sessions.by_address(tx, "telegram", "x") is None
        empty = (await handoffs.of_family(tx, one.family_id))[0]
        assert (empty.reason, empty.district, empty.state) == ("erased", "", "new")
        todo = await tasks.of_handoff(tx, empty.id)
        assert [(task.kind, task.body) for task in todo] == [("erased", None)]
        assert [t.state for t in await appointments.of_family(tx, one.family_id)] == ["cancelled"]
        with pytest.raises(VaultError):
            tx.vault.seal(one.family_id, "x", b"x")
        assert len(await answers.of_family(tx, other.family_id)) == 1
        assert [a.state for a in await appointments.of_family(tx, other.family_id)] == ["planned"]
        assert await sessions.by_family(tx, other.family_id)
        assert (await childcare.of_family(tx, other.family_id))[0].notes
        assert (await requests.of_family(tx, other.family_id))[0].facts
        places = await grants.of_programme(tx, TOWN, "bridging_childcare")
        assert [(p.plan_id, p.what.total) for p in places] == [(None, 10), (2, 10)]
        assert await erasure.is_gone(tx, one.family_id)
        assert not await erasure.is_gone(tx, other.family_id)


async def test_erasing_twice_counts_once_and_a_rollback_undoes_it_whole(
    database: Database,
) -> None:
    async with database.writing() as tx:
        one, _ = await meet(tx, "x", "y")
        await whole_life(tx, one, "x")

    async def fails() -> None:
        async with database.writing() as tx:
            await erasure.erase(tx, one.family_id, 50.0)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fails()
    async with database.writing() as tx:
        assert len(await answers.of_family(tx, one.family_id)) == 1
        assert await erasure.erase(tx, one.family_id, 60.0)
        assert not await erasure.erase(tx, one.family_id, 70.0)
        assert await erasure.newest(tx) == 60.0


async def test_a_family_that_is_held_is_not_erased_until_it_is_lifted(database: Database) -> None:
    async with database.writing() as tx:
        one, _ = await meet(tx, "x", "y")
        assert await holds.put(tx, one.family_id, "ineke", 5.0)
        assert not await holds.put(tx, one.family_id, "joost", 6.0)
        assert not await erasure.erase(tx, one.family_id, 50.0)
        assert [(h.id, h.held_by) for h in await holds.all_held(tx, TOWN)] == [
            (one.family_id, "ineke")
        ]
        assert await holds.is_held(tx, one.family_id)
        assert await holds.lift(tx, one.family_id)
        assert not await holds.lift(tx, one.family_id)
        assert await erasure.erase(tx, one.family_id, 60.0)
        assert not await holds.put(tx, one.family_id, "ineke", 61.0)


async def test_the_last_sentence_goes_to_a_newcomer_who_knows_nothing(database: Database) -> None:
    async with database.writing() as tx:
        (one,) = await meet(tx, "x")
        await whole_life(tx, one, "x")
        ((address, _),) = await reach(tx, one.id)
        last = draft(one, "last", body={"text": "weg"}, address_id=address)
        parting = Parting(one.family_id, one.id, TOWN, address, last)
        await erasure.part(tx, [parting], 50.0)
    async with database.writing() as tx:
        ready = await outbox.claim(tx, "telegram", 100.0, 10)
        assert [(r.address, r.body) for r in ready] == [("x", {"text": "weg"})]
        now = await sessions.by_address(tx, "telegram", "x")
        assert now is not None
        assert (now.family_id == one.family_id, now.session) == (False, None)
        # an old message that comes once more is known; a new one is from the newcomer
        again = await inbox.receive(tx, [message("x", "first:x"), message("x", "new")], TOWN)
        assert len(again) == 1
        claimed = await inbox.claim(tx, 10)
        assert [c.family_id for c, _ in claimed] == [now.family_id]


async def test_another_process_that_knows_the_key_opens_nothing(
    database: Database, database_url: str
) -> None:
    elsewhere = await Database.open(database_url, Vault(MASTER))
    async with database.writing() as tx:
        (one,) = await meet(tx, "x")
        await whole_life(tx, one, "x")
    async with elsewhere.writing() as tx:
        assert await answers.of_family(tx, one.family_id)
    async with database.writing() as tx:
        await erasure.erase(tx, one.family_id, 50.0)
    async with elsewhere.writing() as tx:
        assert await sessions.by_family(tx, one.family_id) is None
        with pytest.raises(VaultError):
            tx.vault.learn(one.family_id, None)
        with pytest.raises(VaultError):
            tx.vault.seal(one.family_id, "x", b"x")
    await elsewhere.close()


def _on_disk(url: str) -> bytes:
    """The database file, its log and its index of the log, as they lie there."""
    file = Path(url.removeprefix("sqlite:///"))
    return b"".join(p.read_bytes() for p in sorted(file.parent.glob(f"{file.name}*")))


def _log(url: str) -> bytes:
    return Path(url.removeprefix("sqlite:///") + "-wal").read_bytes()


async def test_the_file_and_its_log_hold_no_key_and_no_word_of_her(
    sqlite_url: str, vault: Vault
) -> None:
    """Forty families, so that pages split and move; every fourth erases everything."""
    database = await Database.open(sqlite_url, vault)
    async with database.writing() as tx:
        parents = await meet(tx, *(f"chat-{n}" for n in range(40)))
        for n, parent in enumerate(parents):
            if n < 2:
                await whole_life(tx, parent, "x" if n == 0 else f"p{n}")
            await holds.put(tx, parent.family_id, "ineke", 1.0)  # rows grow, pages are made anew
    async with database.writing() as tx:
        for parent in parents:
            await holds.lift(tx, parent.family_id)
        found = await tx.all(select(families.c.id, families.c.wrapped_key))
        keys = {row.id: row.wrapped_key for row in found}
        hashes = {
            p.family_id: tx.vault.hash("telegram", f"chat-{n}") for n, p in enumerate(parents)
        }
    before = _on_disk(sqlite_url)
    assert all(key in before for key in keys.values())
    gone = [parent.family_id for parent in parents[::4]]
    async with database.writing() as tx:
        for family_id in gone:
            assert await erasure.erase(tx, family_id, 50.0)
    assert await database.scrub()
    after = _on_disk(sqlite_url)
    assert [one for one in gone if keys[one] in after] == []
    assert [one for one in gone if hashes[one].encode() in after] == []
    assert [word for word in (SECRET, b"kanarie") if word in after] == []
    stays = [p.family_id for p in parents if p.family_id not in gone]
    assert all(keys[one] in after for one in stays)
    assert _log(sqlite_url) == b""  # so no older page is in it either
    await database.close()
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as plain:
        rows = plain.execute("SELECT count(*) FROM families WHERE wrapped_key IS NULL").fetchone()
        assert rows == (len(gone),)
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    plain.close()
