"""From what she chose to a colleague's calendar: one mail for each change, none too many."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bot.channels.mail import Mail
from bot.outlet_settings import Smtp
from bot.service import posts
from bot.service.clock import SetClock
from bot.service.core import house_of, wire_up
from bot.service.inviting import Inviting
from bot.service.outbox import Pace
from casework.municipality import MailAbout, Municipality
from storage import appointments
from storage.database import Database
from storage.vault import Vault
from tests.bot.channels.mail.server import Office, office
from tests.bot.service.rig import MONDAY, Post, Rig
from tests.bot.service.test_talks import At, june, offered, sent_in


@dataclass
class Line:
    """The rig, with a mail server behind it."""

    rig: Rig
    smtp: Office
    inviting: Inviting

    async def mailed(self) -> list[tuple[str, str, str, str]]:
        """Who got what since the last look: (to, method, uid, sequence)."""
        await self.inviting.tick()
        self.smtp.mails.clear()
        await self.rig.core.deliveries[1].flush()
        return [_told(mail) for mail in self.smtp.mails if mail.is_multipart()]


def _told(mail: object) -> tuple[str, str, str, str]:
    part = list(mail.iter_parts())[1]  # type: ignore[attr-defined]  # an EmailMessage
    lines = dict(line.split(":", 1) for line in part.get_content().splitlines() if ":" in line)
    return mail["To"].partition("@")[0], lines["METHOD"], lines["UID"], lines["SEQUENCE"]  # type: ignore[index]  # an EmailMessage


@pytest.fixture
async def line(database_url: str, vault: Vault, town: Municipality) -> AsyncIterator[Line]:
    people = [replace(p, email=f"{p.id}@dordrecht.example") for p in town.people]
    town = replace(town, people=tuple(people))
    database = await Database.open(database_url, vault)
    clock, post = SetClock(MONDAY), Post()
    house = house_of(town, clock, "http://stapje.test", outlets=frozenset({posts.MAIL}))
    core = wire_up(database, house)
    core.deliver(post, Pace(rate=1e9, burst=1e9, gap=0.0))
    async with office() as smtp:
        core.deliver(Mail(Smtp("127.0.0.1", smtp.port), "stapje@dordrecht.example", house))
        yield Line(Rig(core, post, clock), smtp, Inviting(database, house))
    await database.close()


async def chosen(line: Line, *times: At) -> appointments.Appointment:
    """She sent her summary, was offered these times and took the first."""
    handoff = await sent_in(line.rig)
    await offered(line.rig, handoff, *times)
    await line.rig.taps(line.rig.post.to("1")[-1].answers[0].label)
    return (await talks(line, handoff.id))[0]


async def talks(line: Line, handoff: str) -> list[appointments.Appointment]:
    async with line.rig.core.database.reading() as tx:
        return await appointments.of_handoff(tx, handoff)


async def test_a_talk_comes_and_goes(line: Line) -> None:
    talk = await chosen(line, june(10), june(11))
    assert await line.mailed() == [(talk.person, "REQUEST", talk.uid, "0")]
    assert await line.mailed() == []
    assert await line.rig.core.tandem.cancel(talk.handoff_id, talk.id, talk.person)
    assert await line.mailed() == [(talk.person, "CANCEL", talk.uid, "1")]
    assert await line.mailed() == []


async def test_another_time_moves_the_same_entry(line: Line) -> None:
    talk = await chosen(line, june(10), june(11))
    await line.mailed()
    await line.rig.taps("Terug")
    await line.rig.taps("do 11 juni 10:00")
    (moved,) = await talks(line, talk.handoff_id)
    assert (moved.id, moved.uid, moved.sequence) == (talk.id, talk.uid, 1)
    assert moved.starts_at - talk.starts_at == 24 * 3600
    assert await line.mailed() == [(talk.person, "REQUEST", talk.uid, "1")]
    async with line.rig.core.database.reading() as tx:
        left = await tx.conn.exec_driver_sql(
            "select wall from reminders where state = 'planned' and kind = 'day_before'"
        )
        assert [row[0][:10] for row in left.all()] == ["2026-06-10"]


async def test_a_talk_that_went_before_anybody_was_mailed_is_not_mailed(line: Line) -> None:
    talk = await chosen(line, june(10))
    assert await line.rig.core.tandem.cancel(talk.handoff_id, talk.id, talk.person)
    assert await line.mailed() == []


async def test_who_wants_none_gets_none(line: Line) -> None:
    talk = await chosen(line, june(10))
    town = line.inviting._house.municipality
    people = [replace(p, mail_about=frozenset({MailAbout.NEWS})) for p in town.people]
    house = replace(line.inviting._house, municipality=replace(town, people=tuple(people)))
    line.inviting = Inviting(line.rig.core.database, house)
    assert await line.mailed() == []
    assert talk.state == "planned"


async def test_what_is_over_is_not_mailed(line: Line) -> None:
    await chosen(line, june(10))
    await line.rig.later(days=3)
    assert await line.mailed() == []


async def test_when_she_is_erased_the_talk_leaves_the_calendar(line: Line) -> None:
    talk = await chosen(line, june(10))
    await line.mailed()
    from storage import erasure  # the only test that needs it

    async with line.rig.core.database.writing() as tx:
        assert await erasure.erase(tx, talk.family_id, MONDAY.timestamp())
    (gone,) = await talks(line, talk.handoff_id)
    assert (gone.state, gone.sequence) == ("cancelled", 1)  # the feed tells it as newer too
    assert await line.mailed() == [(talk.person, "CANCEL", talk.uid, "1")]
