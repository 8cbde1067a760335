"""The web chat's line over the real tables, on SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import insert, text

from bot.channels.webchat_pages import view
from bot.channels.webchat_ports import Unavailable
from bot.channels.webchat_store import StoredLine
from bot.service import letters, wire
from bot.service.clock import SetClock
from bot.service.ports import WEB, Document, Incoming
from dialogs.render import Button, Message
from storage import attachments, inbox, outbox, schema, sessions
from storage.database import Database
from storage.tx import Tx

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
AT = NOW.timestamp()
HER, OTHER = "a" * 64, "b" * 64


@dataclass
class Door:
    """Intake without turns: it commits, and no turn ever comes."""

    database: Database

    async def accept_and_wait(self, item: Incoming, seconds: float = 5.0) -> bool:
        key = self.database.fingerprint(item.channel, item.key)
        at = item.at.timestamp()
        row = inbox.Received(item.channel, item.address, key, item.kind, wire.dump(item), at)
        async with self.database.writing() as tx:
            await inbox.receive(tx, [row], "dordrecht")
        return False


async def find(tx: Tx, wanted: str) -> Document | None:
    return Document("afspraak.ics", "text/calendar", wanted.encode())


@pytest.fixture
def line(database: Database) -> StoredLine:
    return StoredLine(database, Door(database), SetClock(NOW), find)


def sent(key: str, kind: str = "text", seconds: float = 0.0, **more: Any) -> Incoming:
    at = datetime.fromtimestamp(AT + seconds, UTC)
    return replace(Incoming(WEB, HER, key, at, kind), **more)


async def say(
    database: Database, message: Message, seconds: float = 0.0, kind: str = "reply"
) -> None:
    """A message of the bot in her outbox."""
    async with database.writing() as tx:
        talk = await sessions.by_address(tx, WEB, HER)
        assert talk
        draft = outbox.Draft(
            f"k{seconds}{kind}", talk.id, talk.family_id, None, WEB, kind,
            letters.dump(letters.Letter(message)), message.turn, at=AT + seconds,
        )  # fmt: skip
        await outbox.put(tx, [draft])


async def test_an_unknown_address_has_no_conversation(line: StoredLine) -> None:
    assert await line.talk(HER) is None
    assert await line.counted("k") is None
    await line.clear(HER, AT)
    await line.keep(HER, "f" * 32, "photo", "image/jpeg", b"x", 0)
    assert await line.invitation(HER, "1") is None


async def test_the_conversation_as_she_sees_it(line: StoredLine, database: Database) -> None:
    await line.accept(sent("1", "start"), 0)
    await say(database, Message("Kies maar", answers=(Button("Ja", "0:c.yes"),)), 1)
    await say(database, Message("dicht"), 1, kind="close")
    await line.accept(sent("2", "press", 2, press="0:c.yes"), 0)
    await line.accept(sent("2", "press", 2, press="0:c.yes"), 0)
    await line.accept(sent("3", "text", 3, text="Mijn zus"), 0)
    talk = await line.talk(HER)
    assert talk
    assert talk.waiting
    shown = view(talk, AT)
    assert [str(p) for b in shown.bubbles for p in b.paragraphs] == ["Ja", "Mijn zus"]
    assert shown.question
    assert shown.question.paragraphs == ("Kies maar",)


async def test_the_turn_that_came_ends_the_waiting(line: StoredLine, database: Database) -> None:
    await line.accept(sent("1", text="Mijn zus"), 0)
    assert await line.counted("1") is None
    before = await line.talk(HER)
    async with database.writing() as tx:
        [(_, rows)] = await inbox.claim(tx, 5)
        await inbox.finish(tx, [row.id for row in rows], AT)
    after = await line.talk(HER)
    assert before
    assert after
    assert (before.waiting, after.waiting) == (True, False)
    assert before.stamp != after.stamp
    assert await line.counted("1") == "Mijn zus"


async def test_what_she_cleared_is_not_read_again(line: StoredLine, database: Database) -> None:
    await line.accept(sent("1", text="Geheim"), 0)
    await say(database, Message("Antwoord"), 1)
    await line.clear(HER, AT + 2)
    await line.accept(sent("2", seconds=3, text="Nieuw"), 0)
    talk = await line.talk(HER)
    assert talk
    assert talk.cleared_at == AT + 2
    assert [one.item.text for one in talk.wrote] == ["Nieuw"]


async def test_a_file_is_kept_once_and_sealed(line: StoredLine, database: Database) -> None:
    await line.accept(sent("1"), 0)
    for _ in range(2):
        await line.keep(HER, "f" * 32, "voice", "audio/webm", b"GEHEIM", 7)
    async with database.reading() as tx:
        kept = await attachments.get(tx, "f" * 32)
        raw = [row[0] for row in await tx.all(text("SELECT body_sealed FROM attachments"))]
    assert kept
    assert (kept.kind, kept.seconds, kept.state, kept.body) == ("voice", 7, "kept", b"GEHEIM")
    assert len(raw) == 1
    assert b"GEHEIM" not in bytes(raw[0])


@pytest.mark.parametrize("asked", ["x", "-1", "9" * 12, "²"])
async def test_a_strange_appointment_is_none(line: StoredLine, asked: str) -> None:
    await line.accept(sent("1"), 0)
    assert await line.invitation(HER, asked) is None


async def test_an_invitation_is_given_to_nobody_else(line: StoredLine, database: Database) -> None:
    await line.accept(sent("1"), 0)
    await line.accept(replace(sent("2"), address=OTHER), 0)
    async with database.writing() as tx:
        talk = await sessions.by_address(tx, WEB, HER)
        assert talk
        whose = {"family_id": talk.family_id, "created_at": AT}
        tandem = {"neighbourhood_worker": "sanne", "consultant": "karim"}
        handoff = whose | tandem | {"id": "h", "municipality": "dordrecht", "reason": "intake"}
        await tx.execute(insert(schema.handoffs), handoff | {"district": "", "state": "new"})
        place = {"wall": "2026-12-01T10:00", "zone": "Europe/Amsterdam", "place_kind": "office"}
        booked = whose | place | {"uid": "u", "key": "k", "handoff_id": "h", "person": "sanne"}
        await tx.execute(
            insert(schema.appointments),
            booked | {"id": 7, "starts_at": AT, "minutes": 45, "state": "planned", "sequence": 0},
        )
    assert await line.invitation(HER, "7") == b"ics:7"
    assert await line.invitation(OTHER, "7") is None


async def test_trouble_of_the_database_is_told_as_unavailable(
    line: StoredLine, database: Database
) -> None:
    await line.accept(sent("1"), 0)
    async with database.writing() as tx:
        await tx.execute(text("ALTER TABLE addresses RENAME TO gone"))
    try:
        await _all_unavailable(line)
    finally:  # the next test gets the same PostgreSQL database
        async with database.writing() as tx:
            await tx.execute(text("ALTER TABLE gone RENAME TO addresses"))


async def _all_unavailable(line: StoredLine) -> None:
    for asked in (
        line.talk(HER),
        line.clear(HER, AT),
        line.accept(sent("2"), 0),
        line.keep(HER, "f", "voice", "audio/webm", b"x", 0),
        line.invitation(HER, "1"),
    ):
        with pytest.raises(Unavailable):
            await asked
