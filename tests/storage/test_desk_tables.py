"""What the tandem works with: tasks, alerts, attachments, the log of reads, and its list."""

from __future__ import annotations

from storage import alerts, appointments, attachments, desk, handoffs, outbox, reads, tasks
from storage.alerts import NewAlert
from storage.appointments import Booking
from storage.attachments import NewAttachment
from storage.database import Database
from storage.outbox import Settled
from storage.tasks import NewTask
from tests.storage.families import TOWN, draft, handoff, meet
from tests.storage.peek import unseen


async def test_tasks_are_put_once_and_done_once(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await handoffs.create(tx, handoff(parent))
        late = NewTask("1", "h1", parent.family_id, "call_back", {"words": "bel mij"}, 200.0)
        rows = [late, NewTask("2", "h1", parent.family_id, "missed")]
        rows += [NewTask("3", "h1", parent.family_id, "other_time", due_at=100.0)]
        await tasks.put(tx, rows, 1.0)
        await tasks.put(tx, [late], 2.0)
        first, second, third = await tasks.waiting(tx, ["h1", "h2"])
        assert [first.key, second.key, third.key] == ["3", "1", "2"]
        assert (second.body, second.family_id) == ({"words": "bel mij"}, parent.family_id)
        assert (third.body, third.due_at) == (None, None)
        assert await tasks.done(tx, first.id, "mo", 5.0)
        assert not await tasks.done(tx, first.id, "sanne", 6.0)
        assert [task.key for task in await tasks.waiting(tx, ["h1"])] == ["1", "2"]
        done = [task for task in await tasks.of_handoff(tx, "h1") if task.done_at]
        assert [(task.key, task.done_by, task.done_at) for task in done] == [("3", "mo", 5.0)]


async def test_alerts_are_raised_once_and_seen(database: Database) -> None:
    async with database.writing() as tx:
        await alerts.put(tx, [NewAlert("a", "malformed", ref="x"), NewAlert("b", "late")], 1.0)
        await alerts.put(tx, [NewAlert("a", "malformed", ref="y")], 2.0)
        await alerts.put(tx, [], 2.0)
        first, second = await unseen(tx)
        assert (first.key, first.ref, first.created_at) == ("a", "x", 1.0)
        await alerts.seen(tx, [first.id], "mo", 3.0)
        assert await unseen(tx) == [second]


async def test_bytes_that_are_here_are_kept(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        row = NewAttachment("v1", parent.family_id, "web", "voice", "audio/ogg", 4, 3, body=b"OggS")
        await attachments.put(tx, [row], 1.0)
        await attachments.put(tx, [row], 2.0)
        kept = await attachments.get(tx, "v1")
        assert await attachments.get(tx, "v2") is None
        (listed,) = await attachments.of_family(tx, parent.family_id)
    assert kept is not None
    assert (kept.state, kept.body, kept.seconds, kept.created_at) == ("kept", b"OggS", 3, 1.0)
    assert (listed.id, listed.body) == ("v1", None)


async def test_bytes_that_are_elsewhere_are_fetched_or_given_up(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        rows = [
            NewAttachment(
                name, parent.family_id, "telegram", "photo", "image/jpeg", 9, remote=f"file {name}"
            )
            for name in ("p1", "p2")
        ]
        await attachments.put(tx, rows, 1.0)
        wanted = await attachments.wanted(tx, "telegram")
        assert sorted(one.remote for one in wanted) == ["file p1", "file p2"]
        assert await attachments.wanted(tx, "web") == []
        await attachments.keep(tx, "p1", parent.family_id, b"jpeg", "image/png")
        await attachments.failed(tx, "p1")  # too late: it is kept
        await attachments.failed(tx, "p2", most=2)
        (again,) = await attachments.wanted(tx, "telegram")
        assert (again.id, again.attempts) == ("p2", 1)
        await attachments.failed(tx, "p2", most=2)
        assert await attachments.wanted(tx, "telegram") == []
        kept, gone = await attachments.get(tx, "p1"), await attachments.get(tx, "p2")
    assert kept is not None
    assert gone is not None
    assert (kept.state, kept.body, kept.mime, kept.size) == ("kept", b"jpeg", "image/png", 4)
    assert (gone.state, gone.body) == ("failed", None)


async def test_who_looked_is_written_down(database: Database) -> None:
    async with database.writing() as tx:
        one, two = await meet(tx, "a", "b")
        await reads.log(tx, one.family_id, "sanne", "summary", 5.0)
        await reads.log(tx, two.family_id, "mo", "attachment", 6.0)
        assert await reads.of_family(tx, one.family_id) == [
            reads.Read(one.family_id, "sanne", "summary", 5.0)
        ]


async def test_the_list_shows_what_waits(database: Database) -> None:
    async with database.writing() as tx:
        one, two, elsewhere = await meet(tx, "a", "b", "c")
        await handoffs.create(tx, handoff(one, "h1"))
        await handoffs.create(tx, handoff(two, "h2", consultant="ilse", created_at=2.0))
        await handoffs.create(tx, handoff(elsewhere, "h3", municipality="elders"))
        rows = [NewTask(str(n), "h1", one.family_id, "call_back", due_at=n) for n in (30.0, 20.0)]
        await tasks.put(tx, rows, 1.0)
        await appointments.book(
            tx,
            Booking("u", "k", two.family_id, "h2", "ilse", "", "", 500.0, 45, "phone"),
            1.0,
        )
        await outbox.put(tx, [draft(two, "m", "reminder")])
        (ready,) = await outbox.claim(tx, "telegram", 5.0, 10)
        await outbox.settle(tx, [Settled(ready.id, "unsure", at=6.0)])
        await alerts.put(tx, [NewAlert("x", "unsure", family_id=two.family_id)], 6.0)
        lines = await desk.lines(tx, TOWN)
        hers = await desk.lines(tx, TOWN, "ilse")
    assert [
        (ln.handoff.id, ln.open_tasks, ln.task_due_at, ln.starts_at, ln.undelivered, ln.alerts)
        for ln in lines
    ] == [("h1", 2, 20.0, None, 0, 0), ("h2", 0, None, 500.0, 1, 1)]
    assert hers == lines[1:]
