"""The desk over both databases: only its tandem reads, looks are noted, deeds count once."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest
from httpx2 import ASGITransport, AsyncClient
from sqlalchemy import text
from starlette.applications import Starlette

from bot.desk.app import routes
from bot.desk.book import Proposal
from casework.summary import State
from storage import alerts, answers, appointments, outbox, reads
from storage.alerts import NewAlert
from storage.answers import AnswerRow
from storage.appointments import Booking
from storage.database import Database
from storage.outbox import Settled
from storage.sessions import by_family
from storage.slots import open_slots
from tests.bot.desk import town
from tests.bot.desk.standin import NOW, OURS, THEIRS, VOICE
from tests.bot.desk.test_desk_access import OWN_SITE
from tests.bot.desk.town import Desk
from tests.storage.families import draft

OUR_VOICE, THEIR_VOICE = OURS[0] + VOICE[1:], THEIRS[0] + VOICE[1:]
THURSDAY = Proposal(datetime(2026, 11, 26, 10, 0), 60, "office")


@pytest.fixture
async def desk(database: Database) -> Desk:
    made = town.desk(database)
    async with database.writing() as tx:
        await town.family(tx, made, OURS)
        await town.family(tx, made, THEIRS, worker="yusuf", consultant="farida")
    return made


async def looks(desk: Desk) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    async with desk.database.reading() as tx:
        for handoff_id in (OURS, THEIRS):
            head = await desk.book.head(handoff_id)
            assert head
            found += [(r.actor, r.what) for r in await reads.of_family(tx, head.family_id)]
    return found


async def began(desk: Desk) -> list[str]:
    async with desk.database.reading() as tx:
        rows = await tx.all(text("SELECT key FROM inbox WHERE channel = 'desk' ORDER BY id"))
    return [row[0] for row in rows]


async def test_one_screen_holds_all_that_was_said_and_what_was_not(desk: Desk) -> None:
    file = await desk.book.file("sanne", OURS)
    assert file is not None
    lines = {one.label: one for part in file.summary.sections for one in part.lines}
    assert lines["Naam"].words == "Amira"
    assert lines["Geld"].state is State.DECLINED
    assert lines["Beste moment"].state is State.NOT_ASKED
    assert "Kinderen van 2 of 3 jaar" not in lines  # she said that there are none
    assert [one.state for one in file.summary.open].count(State.SKIPPED) == 1
    assert [t.words for t in file.tasks] == ["na half 10"]
    assert [t.text for t in file.summary.told] == [
        "Jullie nemen contact op vóór woensdag 25 november om 10:30 uur."
    ]
    assert file.summary.provenance.checked_by_parent
    assert await looks(desk) == [("sanne", "summary")]


async def test_her_people_read_that_she_opened_the_button_for_help_and_said_none(
    desk: Desk,
) -> None:
    body = {"labels": ["Geen van deze"], "value": ["none"]}
    async with desk.database.writing() as tx:
        head = await desk.book.head(OURS)
        assert head
        row = AnswerRow(
            "none", head.family_id, "danger", 1, "help_now", "answered", body, "web",
            NOW.timestamp(),
        )  # fmt: skip
        await answers.record(tx, [row])
    file = await desk.book.file("sanne", OURS)
    assert file is not None
    (urgent,) = [one for one in file.summary.sections if one.id == "urgent"]
    said = {one.label: one.parts for one in urgent.lines}
    assert said["Nu hulp nodig"] == ("Geen van deze",)


async def test_the_list_counts_the_times_she_can_choose_from(desk: Desk) -> None:
    assert [card.offered for card in (await desk.book.inbox("sanne")).cards] == [0]
    await desk.tandem.offer(OURS, "sanne", [THURSDAY], "once-and-for-all-1")
    assert [card.offered for card in (await desk.book.inbox("sanne")).cards] == [1]


@pytest.mark.parametrize(
    ("chosen", "kind"), [("home", "home"), ("phone", "phone"), ("any", "office"), ("", "office")]
)
async def test_the_offer_form_knows_her_wishes(desk: Desk, chosen: str, kind: str) -> None:
    step = desk.house.library.script("intake").step("contact_place")
    choice = step.choice(chosen)
    body = {"labels": [choice.label] if choice else [], "value": [chosen]}
    async with desk.database.writing() as tx:
        head = await desk.book.head(OURS)
        assert head
        row = AnswerRow(
            "wish", head.family_id, "intake", 1, step.id, "answered", body, "web", NOW.timestamp()
        )
        await answers.record(tx, [row] if choice else [])
    app = Starlette(routes=routes(desk.deps()))
    async with AsyncClient(transport=ASGITransport(app), base_url="http://testserver") as sanne:
        await sanne.post("/werkplek/inloggen", data={"wie": "sanne"}, headers=OWN_SITE)
        page = (await sanne.get(f"/werkplek/overdracht/{OURS}/tijden")).text
    assert page.count(f'<option value="{kind}" selected>') == 3
    assert ("Plek voor het gesprek: <strong>" in page) == bool(choice)


async def test_nobody_else_reads_and_nothing_is_noted_for_it(desk: Desk) -> None:
    for person in ("yusuf", "farida", "ineke", ""):
        assert await desk.book.file(person, OURS) is None
        assert await desk.book.media(person, OURS, OUR_VOICE) is None
    assert await desk.book.file("sanne", "nowhere") is None
    assert await looks(desk) == []


async def test_an_attachment_of_another_family_does_not_come_along(desk: Desk) -> None:
    assert await desk.book.media("sanne", OURS, THEIR_VOICE) is None
    assert await looks(desk) == []
    kept = await desk.book.media("ruud", OURS, OUR_VOICE)
    assert kept is not None
    assert kept.body is not None
    assert kept.body.startswith(b"OggS")
    assert await looks(desk) == [("ruud", "attachment")]


async def test_the_list_shows_own_families_and_notes_the_names(desk: Desk) -> None:
    inbox = await desk.book.inbox("ruud")
    assert [(c.head.id, c.call_name, [t.kind for t in c.tasks]) for c in inbox.cards] == [
        (OURS, "Amira", ["call_back"])
    ]
    assert await looks(desk) == [("ruud", "name")]
    assert (await desk.book.inbox("marloes")).cards == ()


async def test_the_stamp_changes_when_the_list_does_and_reads_nothing(desk: Desk) -> None:
    before, theirs = await desk.book.stamp("sanne"), await desk.book.stamp("yusuf")
    assert await desk.book.stamp("sanne") == before
    await desk.tandem.claim(OURS, "ruud")
    assert await desk.book.stamp("sanne") != before
    assert await desk.book.stamp("yusuf") == theirs
    assert await looks(desk) == []


async def test_two_colleagues_claim_at_once_and_one_wins(desk: Desk) -> None:
    people = ["sanne", "ruud"] * 4
    won = await asyncio.gather(*(desk.tandem.claim(OURS, person) for person in people))
    head = await desk.book.head(OURS)
    assert head is not None
    assert set(won) == {head.claimed_by}
    assert head.state == "claimed"


async def test_an_offer_sent_twice_is_one_offer(desk: Desk) -> None:
    offers = [desk.tandem.offer(OURS, "sanne", [THURSDAY], "same-form-twice") for _ in range(2)]
    assert sorted(await asyncio.gather(*offers)) == [False, True]
    async with desk.database.reading() as tx:
        found = [(s.round, s.wall, s.person) for s in await open_slots(tx, OURS)]
    assert found == [(1, "2026-11-26T10:00", "sanne")]
    assert await began(desk) == ["offer:same-form-twice"]


async def test_a_missed_talk_pressed_twice_asks_her_once(desk: Desk) -> None:
    head = await desk.book.head(OURS)
    assert head is not None
    starts = (NOW - timedelta(hours=1)).timestamp()
    booking = Booking(
        "u@x", "k", head.family_id, OURS, "sanne", "2026-11-24T09:30", "Europe/Amsterdam",
        starts, 45, "home",
    )  # fmt: skip
    async with desk.database.writing() as tx:
        talk = await appointments.book(tx, booking, starts)
    assert [t.id for t in await desk.book.booked("sanne", NOW - timedelta(days=1), NOW)] == [
        talk.id
    ]
    await desk.tandem.missed(OURS, talk.id, "sanne")
    await desk.tandem.missed(OURS, talk.id, "ruud")
    assert await began(desk) == [f"missed:{talk.id}"]
    file = await desk.book.file("sanne", OURS)
    assert file is not None
    assert [t.state for t in file.talks] == ["missed"]


async def test_unsure_and_failed_messages_show_on_the_list_and_the_screen(desk: Desk) -> None:
    head = await desk.book.head(OURS)
    assert head is not None
    at = NOW.timestamp()
    async with desk.database.writing() as tx:
        parent = await by_family(tx, head.family_id)
        assert parent is not None
        await outbox.put(
            tx, [draft(parent, k, k, at=at, address_id=None) for k in ("reply", "reminder")]
        )
        first, second = await outbox.of_conversation(tx, parent.id)
        await outbox.settle(
            tx, [Settled(first.id, "failed", at=at), Settled(second.id, "unsure", at=at)]
        )
        await alerts.put(tx, [NewAlert("a", "unsure", None, head.family_id)], at)
        await alerts.put(tx, [NewAlert("b", "malformed")], at)
    inbox = await desk.book.inbox("sanne")
    assert [(c.undelivered, [a.kind for a in c.alerts]) for c in inbox.cards] == [(2, ["unsure"])]
    assert [a.kind for a in inbox.notices] == ["malformed"]
    file = await desk.book.file("sanne", OURS)
    assert file is not None
    assert [(d.kind, d.state) for d in file.deliveries] == [
        ("reminder", "unsure"),
        ("reply", "failed"),
    ]
    await desk.tandem.alert_seen(OURS, file.alerts[0].id, "sanne")
    assert (await desk.book.inbox("sanne")).cards[0].alerts == ()
    assert (await desk.book.inbox("yusuf")).cards[0].alerts == ()
