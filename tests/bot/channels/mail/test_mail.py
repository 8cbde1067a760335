"""Mail to colleagues through a real SMTP server: once each, and telling nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from ical.calendar_stream import CalendarStream

from bot.app import municipality
from bot.channels.mail import Mail
from bot.outlet_settings import Smtp
from bot.service import posts
from bot.service.clock import SetClock
from bot.service.core import house_of
from bot.service.house import House
from bot.service.ports import Outgoing, Refused, RetryAt, Sent
from bot.service.posts import Moment, Post
from casework.municipality import Municipality
from dialogs.render import Message
from tests.bot.channels.mail.server import Office, office

NOW = datetime(2026, 6, 8, 8, 0, tzinfo=UTC)
SENDER = "stapje@dordrecht.example"
TALK = Moment(
    uid="abc@stapje",
    sequence=0,
    starts_at=datetime(2026, 6, 9, 8, 0, tzinfo=UTC).timestamp(),
    zone="Europe/Amsterdam",
    minutes=60,
    place_kind="office",
    made_at=NOW.timestamp(),
    cancelled=False,
)


def with_mail(town: Municipality) -> Municipality:
    """Everybody has an address."""
    return replace(
        town, people=tuple(replace(p, email=f"{p.id}@dordrecht.example") for p in town.people)
    )


@pytest.fixture(scope="module")
def house() -> House:
    town = with_mail(municipality("dordrecht"))
    return house_of(town, SetClock(NOW), "https://stapje.test", outlets=posts.CHANNELS)


@pytest.fixture
async def smtp() -> AsyncIterator[Office]:
    async with office() as found:
        yield found


def mail(house: House, port: int) -> Mail:
    return Mail(Smtp("127.0.0.1", port), SENDER, house)


def outgoing(key: str = "k", number: int = 1, **more: object) -> Outgoing:
    values: dict[str, object] = {"what": posts.NEWS, "at": NOW.timestamp(), "to": "sanne"}
    post = Post(key, **(values | more))  # type: ignore[arg-type]  # the tests name real fields
    return Outgoing(number, "", Message(str(posts.draft("mail", post).body["text"])))


async def test_news_has_a_link_and_nothing_else(house: House, smtp: Office) -> None:
    assert await mail(house, smtp.port).send(outgoing()) == Sent()
    (got,) = smtp.mails
    assert got["To"] == "sanne@dordrecht.example"
    assert got["From"] == f"Stapje <{SENDER}>"
    assert got["Subject"] == "Er is iets nieuws op de werkplek"
    assert got.get_content().splitlines() == [
        "Er is iets nieuws op de werkplek.",
        "",
        "Open de werkplek:",
        "https://stapje.test/werkplek/",
        "",
        "Om wie het gaat, staat alleen op de werkplek. Antwoorden op deze mail leest niemand.",
    ]
    assert got["Auto-Submitted"] == "auto-generated"
    assert "Sanne" not in got.as_string()


async def test_what_cannot_wait_says_so(house: House, smtp: Office) -> None:
    await mail(house, smtp.port).send(outgoing(what=posts.URGENT, handoff="h1"))
    (got,) = smtp.mails
    assert (got["Subject"], got["Importance"]) == ("Kijk nu op de werkplek", "high")
    assert "https://stapje.test/werkplek/overdracht/h1" in got.get_content()


@pytest.mark.parametrize(
    ("sequence", "cancelled", "method", "subject"),
    [
        (0, False, "REQUEST", "Er staat een gesprek in je agenda"),
        (1, False, "REQUEST", "Een gesprek in je agenda is veranderd"),
        (2, True, "CANCEL", "Een gesprek in je agenda gaat niet door"),
    ],
)
async def test_an_invitation_adds_moves_and_takes_away(
    house: House, smtp: Office, sequence: int, cancelled: bool, method: str, subject: str
) -> None:
    talk = replace(TALK, sequence=sequence, cancelled=cancelled)
    post = outgoing(what=posts.TALK, handoff="h1", talk=talk)
    assert await mail(house, smtp.port).send(post) == Sent()
    (got,) = smtp.mails
    assert got["Subject"] == subject
    text, file = got.iter_parts()
    assert "Dinsdag 9 juni om 10:00 uur, 60 minuten." in text.get_content()
    assert (file.get_content_type(), file.get_param("method")) == ("text/calendar", method)
    (calendar,) = CalendarStream.from_ics(file.get_content()).calendars
    (event,) = calendar.events
    assert (calendar.method, event.uid, event.sequence) == (method, "abc@stapje", sequence)
    assert event.location == "Op kantoor"


async def test_a_second_try_is_the_same_mail(house: House, smtp: Office) -> None:
    smtp.says = lambda step, count: "451 later" if (step, count) == ("AFTER", 1) else None
    channel = mail(house, smtp.port)
    assert isinstance(await channel.send(outgoing("k1")), RetryAt)  # taken, but we never heard
    assert await channel.send(outgoing("k1")) == Sent()
    assert await channel.send(outgoing("k2")) == Sent()
    first, again, other = smtp.ids()
    assert first == again != other


async def test_each_try_waits_longer(house: House, smtp: Office) -> None:
    smtp.says = lambda step, count: "421 busy"
    channel = mail(house, smtp.port)
    waits = [await channel.send(outgoing()) for _ in range(9)]
    assert [w.seconds for w in waits if isinstance(w, RetryAt)] == [
        5, 10, 20, 40, 80, 160, 300, 300, 300,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("550 no such user", Refused("smtp_550")),
        ("554 spam", Refused("smtp_554")),
        ("450 later", RetryAt(5.0)),
        ("452 full", RetryAt(5.0)),
    ],
)
async def test_only_a_refusal_of_the_mail_is_final(
    house: House, smtp: Office, answer: str, outcome: object
) -> None:
    smtp.says = lambda step, count: answer if step == "RCPT" else None
    assert await mail(house, smtp.port).send(outgoing()) == outcome


async def test_a_server_that_is_away_holds_up_all_mail(house: House, smtp: Office) -> None:
    port = smtp.port
    async with office() as other:
        gone = other.port
    assert await mail(house, gone).send(outgoing()) == RetryAt(5.0, chat_only=False)
    assert await mail(house, port).send(outgoing()) == Sent()


async def test_a_colleague_without_an_address_is_told_to_people(house: House) -> None:
    channel = mail(house, 9)
    assert await channel.send(outgoing(to="nobody")) == Refused("no_address")
    old = (NOW - timedelta(days=4)).timestamp()
    assert await channel.send(outgoing(at=old)) == Refused("too_late")


async def test_only_a_few_connections_at_once(house: House, smtp: Office) -> None:
    smtp.slow = 0.02
    channel = mail(house, smtp.port)
    done = await asyncio.gather(*(channel.send(outgoing(f"k{n}", n)) for n in range(20)))
    assert done == [Sent()] * 20
    assert len(set(smtp.ids())) == 20
    assert smtp.most_open <= 4


async def test_a_name_cannot_add_headers(house: House, smtp: Office) -> None:
    evil = 'A\r\nBcc: x@example.org\r\n\r\n<script>"'
    town = replace(
        house.municipality,
        bot=evil,
        people=tuple(replace(p, name=evil) for p in house.municipality.people),
    )
    post = outgoing(what=posts.TALK, handoff="h1", talk=TALK)
    assert await mail(replace(house, municipality=town), smtp.port).send(post) == Sent()
    (got,) = smtp.mails
    assert got["Bcc"] is None
    assert got["From"].addresses[0].addr_spec == SENDER
    assert [part.get_content_type() for part in got.iter_parts()] == ["text/plain", "text/calendar"]
