"""Sessions and answers: saved in batches, read back, history kept."""

from __future__ import annotations

from storage import answers, inbox, sessions
from storage.answers import AnswerRow
from storage.database import Database
from storage.inbox import Conversation
from storage.sessions import SessionRow
from tests.storage.families import TOWN, meet, message


def _row(parent: Conversation, data: bytes, turn: int = 3, **more: object) -> SessionRow:
    values: dict[str, object] = {"last_in_at": 5.0, "reply_address_id": 1}
    return SessionRow(
        parent.id,
        parent.family_id,
        data,
        turn,
        "active",
        "intake",
        "q3",
        **(values | more),  # type: ignore[arg-type]  # the tests name real fields
    )


def _answer(parent: Conversation, key: str, step: str = "district", **more: object) -> AnswerRow:
    values: dict[str, object] = {"script_version": 1, "status": "answered", "channel": "web"}
    values |= {"body": {"words": key}, "at": 1.0}
    return AnswerRow(
        key,
        parent.family_id,
        "intake",
        step=step,
        **(values | more),  # type: ignore[arg-type]  # the tests name real fields
    )


async def _words(database: Database, parent: Conversation, *, history: bool = False) -> list[str]:
    async with database.reading() as tx:
        rows = await answers.of_family(tx, parent.family_id, history=history)
    return [row.body["words"] for row in rows]


async def test_sessions_are_saved_and_loaded(database: Database) -> None:
    async with database.writing() as tx:
        first, second = await meet(tx, "a", "b")
        await sessions.save(tx, [_row(first, b"eerste"), _row(second, b"tweede", turn=4)])
    async with database.reading() as tx:
        loaded = await sessions.conversation(tx, first.id)
        other = await sessions.by_family(tx, second.family_id)
        assert await sessions.conversation(tx, 999) is None
    assert loaded is not None
    assert other is not None
    assert (loaded.session, loaded.turn, loaded.script, loaded.step) == (
        b"eerste",
        3,
        "intake",
        "q3",
    )
    assert (loaded.last_in_at, loaded.reply_address_id, loaded.reply_channel) == (
        5.0,
        1,
        "telegram",
    )
    assert (other.session, other.turn) == (b"tweede", 4)


async def test_a_reminder_leaves_her_last_address_alone(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await sessions.save(tx, [_row(parent, b"1")])
        await sessions.save(tx, [_row(parent, b"2", last_in_at=None, reply_address_id=None)])
        await inbox.receive(tx, [message("a", "2")], TOWN)
        ((loaded, _),) = await inbox.claim(tx, 50)
    assert (loaded.session, loaded.last_in_at, loaded.reply_address_id) == (b"2", 5.0, 1)


async def test_her_wishes_are_kept(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await sessions.set_reminders(tx, parent.id, "off")
        await sessions.set_day_before(tx, parent.id, "morning")
        await sessions.clear(tx, parent.id, 7.0)
        loaded = await sessions.conversation(tx, parent.id)
    assert loaded is not None
    assert (loaded.reminders, loaded.day_before, loaded.cleared_at) == ("off", "morning", 7.0)


async def test_nothing_is_kept_of_a_turn_that_raises(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
    try:
        async with database.writing() as tx:
            await sessions.save(tx, [_row(parent, b"half")])
            raise RuntimeError
    except RuntimeError:
        pass
    async with database.reading() as tx:
        loaded = await sessions.conversation(tx, parent.id)
    assert loaded is not None
    assert loaded.session is None


async def test_answers_come_back_whole(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        given = _answer(parent, "1:0", body={"words": "ik weet 't niet", "value": ["x"]})
        await answers.record(tx, [given, _answer(parent, "1:1", "children", status="skipped")])
    async with database.reading() as tx:
        rows = await answers.of_family(tx, parent.family_id)
    assert rows == [given, _answer(parent, "1:1", "children", status="skipped")]


async def test_an_earlier_answer_stays_as_history(database: Database) -> None:
    async with database.writing() as tx:
        parent, other = await meet(tx, "a", "b")
        await answers.record(tx, [_answer(parent, "1:0"), _answer(other, "9:0")])
        await answers.record(
            tx, [_answer(parent, "2:0"), _answer(parent, "3:0"), _answer(parent, "4:0", "child")]
        )
    assert await _words(database, parent) == ["3:0", "4:0"]
    assert await _words(database, parent, history=True) == ["1:0", "2:0", "3:0", "4:0"]
    assert await _words(database, other) == ["9:0"]


async def test_a_replayed_answer_hides_no_newer_one(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        await answers.record(tx, [_answer(parent, "1:0")])
        await answers.record(tx, [_answer(parent, "2:0")])
        await answers.record(tx, [_answer(parent, "1:0")])
    assert await _words(database, parent) == ["2:0"]
    assert await _words(database, parent, history=True) == ["1:0", "2:0"]


async def test_the_key_is_read_when_it_is_not_in_memory(database: Database) -> None:
    async with database.writing() as tx:
        (parent,) = await meet(tx, "a")
        tx.vault.forget(parent.family_id)
        await answers.record(tx, [_answer(parent, "1:0")])
        tx.vault.forget(parent.family_id)
        assert len(await answers.of_family(tx, parent.family_id)) == 1
