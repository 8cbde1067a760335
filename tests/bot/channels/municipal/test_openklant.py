"""What we register in Open Klant is allowed by its description, is there once, tells nothing."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.app import municipality
from bot.channels.municipal.openklant import OpenKlant
from bot.service import posts
from bot.service.clock import SetClock
from bot.service.core import house_of
from bot.service.house import House
from bot.service.ports import Outgoing, Refused, RetryAt, Sent
from bot.service.posts import Post
from dialogs.render import Message
from tests.fakes.openklant import FakeOpenKlant, load, open_klant

NOW = datetime(2026, 6, 8, 8, 0, tzinfo=UTC)
needs_description = pytest.mark.skipif(
    load() is None, reason="klantinteracties-openapi.yaml is not beside the project"
)


@pytest.fixture(scope="module")
def house() -> House:
    return house_of(municipality("dordrecht"), SetClock(NOW), "https://stapje.test")


@pytest.fixture
async def fake() -> AsyncIterator[FakeOpenKlant]:
    async with open_klant() as found:
        yield found


def outgoing(handoff: str = "h1", at: datetime = NOW) -> Outgoing:
    post = Post(f"openklant:{handoff}", posts.OPENED, at.timestamp(), handoff)
    return Outgoing(1, "", Message(str(posts.draft("openklant", post).body["text"])))


@needs_description
async def test_every_request_is_as_the_description_says(house: House, fake: FakeOpenKlant) -> None:
    assert fake.description is not None
    assert fake.description.version == "0.9.0"
    channel = OpenKlant(fake.url, "a-token", house)
    assert await channel.send(outgoing()) == Sent()
    assert fake.wrong == []
    assert fake.calls == [
        ("GET", "klantcontacten"),
        ("POST", "klantcontacten"),
        ("GET", "actoren"),
        ("POST", "actoren"),
        ("GET", "internetaken"),
        ("POST", "internetaken"),
    ]


CONTACT = {"kanaal": "chat", "onderwerp": "x", "taal": "nld", "vertrouwelijk": True}
TASK = {
    "gevraagdeHandeling": "x",
    "status": "te_verwerken",
    "aanleidinggevendKlantcontact": {"uuid": "5b9a4d2e-4c5e-4b3f-9a53-0d7f2f6f0a11"},
}


@needs_description
@pytest.mark.parametrize(
    ("path", "fine", "change"),
    [
        ("/klantcontacten", CONTACT, {"onderwerp": "x" * 201}),
        ("/klantcontacten", CONTACT, {"vertrouwelijk": "ja"}),
        ("/klantcontacten", CONTACT, {"naam": "x"}),
        ("/klantcontacten", CONTACT, {"taal": None}),
        ("/klantcontacten", CONTACT, {"plaatsgevondenOp": "gisteren"}),
        ("/klantcontacten", CONTACT, {"url": "http://x"}),
        ("/internetaken", TASK, {"status": "klaar"}),
        ("/internetaken", TASK, {"aanleidinggevendKlantcontact": {"uuid": "1"}}),
        ("/actoren", {"naam": "x", "soortActor": "medewerker"}, {"soortActor": "ploeg"}),
    ],
)
def test_the_fake_refuses_what_is_not_allowed(
    path: str, fine: dict[str, object], change: dict[str, object]
) -> None:
    description = load()
    assert description is not None
    assert description.body(path, fine) == []
    assert description.body(path, fine | change)


async def test_it_tells_nothing_of_hers(house: House, fake: FakeOpenKlant) -> None:
    await OpenKlant(fake.url, "a-token", house).send(outgoing())
    (contact,), (task,) = fake.rows["klantcontacten"], fake.rows["internetaken"]
    assert contact["onderwerp"] == "Een inwoner vroeg hulp in de chat van Stapje"
    assert contact["vertrouwelijk"] is True
    assert set(contact) - {"uuid", "url"} == {
        "kanaal", "onderwerp", "indicatieContactGelukt", "taal", "vertrouwelijk",
        "plaatsgevondenOp", "referentienummer",
    }  # fmt: skip
    assert task["toelichting"] == (
        "Wat de inwoner vertelde, staat alleen op de werkplek: "
        "https://stapje.test/werkplek/overdracht/h1"
    )
    assert task["aanleidinggevendKlantcontact"] == {"uuid": contact["uuid"]}
    assert "betrokkene" not in json.dumps(fake.rows).lower()


@pytest.mark.parametrize("broken", ["klantcontacten", "actoren", "internetaken"])
async def test_a_try_that_was_not_answered_is_not_doubled(
    house: House, fake: FakeOpenKlant, broken: str
) -> None:
    left = ["lost"]
    fake.fault = lambda verb, what: (
        left.pop() if (verb, what) == ("POST", broken) and left else None
    )
    channel = OpenKlant(fake.url, "a-token", house)
    assert isinstance(await channel.send(outgoing()), RetryAt)
    assert await channel.send(outgoing()) == Sent()
    assert await channel.send(outgoing()) == Sent()  # after a crash, say
    assert {what: len(rows) for what, rows in fake.rows.items()} == {
        "klantcontacten": 1, "actoren": 1, "internetaken": 1,
    }  # fmt: skip
    assert await channel.send(outgoing("h2")) == Sent()
    assert len(fake.rows["internetaken"]) == 2
    assert len(fake.rows["actoren"]) == 1


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
async def test_what_is_refused_is_tried_again_later(
    house: House, fake: FakeOpenKlant, status: int
) -> None:
    fake.fault = lambda verb, what: status
    channel = OpenKlant(fake.url, "a-token", house)
    assert [await channel.send(outgoing()) for _ in range(2)] == [RetryAt(5.0), RetryAt(10.0)]
    fake.fault = lambda verb, what: None
    assert await channel.send(outgoing()) == Sent()


async def test_after_two_weeks_people_are_told(house: House, fake: FakeOpenKlant) -> None:
    channel = OpenKlant(fake.url, "a-token", house)
    assert await channel.send(outgoing(at=NOW - timedelta(days=15))) == Refused("too_late")
    assert fake.calls == []


async def test_a_system_that_is_away_rests_the_whole_channel(house: House) -> None:
    async with open_klant() as gone:
        url = gone.url
    channel = OpenKlant(url, "a-token", house)
    assert await channel.send(outgoing()) == RetryAt(5.0, chat_only=False)
