"""Dordrecht as shipped, with a family whose intake is done, in a real database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from bot.app import rooms
from bot.desk.access.stored import StoredGlass, StoredOversight
from bot.desk.agenda.stored import StoredAgenda
from bot.desk.app import Deps
from bot.desk.stored import StoredBook
from bot.service.clock import SetClock
from bot.service.house import House
from bot.service.ports import Clock
from bot.service.programmes.coaching import kept
from bot.service.referrer_codes import ReferrerCodes
from bot.service.staff.room import Room
from bot.service.tandem import Tandem
from bot.service.wording import Wording
from casework.calendar import Calendar
from casework.coaching import PROGRAMME
from casework.municipality import Municipality
from casework.municipality_schema import load
from casework.programmes import Budget, Counted
from dialogs import codec
from dialogs.authoring.shelf import load_shipped
from dialogs.model import Session
from storage import answers, attachments, contacts, handoffs, inbox, sessions, tasks
from storage.answers import AnswerRow
from storage.attachments import NewAttachment
from storage.database import Database
from storage.handoffs import Handoff
from storage.inbox import Received
from storage.sessions import SessionRow
from storage.tasks import NewTask
from storage.tx import Tx
from tests.bot.desk.standin import NOW, OURS, PHOTO, PIXEL, THEIRS, VAULT, VOICE

TOWNS = Path(__file__).parents[3] / "dialogs" / "municipalities"
ANSWERS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "language_form": ("answered", ("Nederlands",), ""),
    "call_name": ("answered", (), "Amira"),
    "district": ("answered", ("Wielwijk",), ""),
    "mood_today": ("answered", ("Vol",), ""),
    "urgent_now": ("answered", ("Brief van een deurwaarder",), ""),
    "relief_wish": ("answered", ("Opvang voor mijn kind", "Hulp met geld"), ""),
    "fit": ("answered", ("Ik zorg alleen", "Ik heb werk"), ""),
    "children": ("answered", ("0 of 1 jaar", "4 tot en met 12 jaar"), ""),
    "children_0_1": ("answered", ("1 kind",), ""),
    "children_4_12": ("answered", ("1 kind",), ""),
    "care_now": ("answered", ("Te weinig",), ""),
    "money_worry": ("declined", (), ""),
    "strengths": ("answered", (), "mijn buurvrouw past soms op"),
    "small_goal": ("skipped", (), ""),
}


def dordrecht() -> Municipality:
    return named("dordrecht")


def named(name: str) -> Municipality:
    town = load((TOWNS / f"{name}.yaml").read_text("utf-8"), f"{name}.yaml")
    assert isinstance(town, Municipality)
    return town


def for_children(euros: int = 0) -> Municipality:
    """Dordrecht with something for children: the pass first, and the funds of Opsterland.

    `euros`: what the town may give of its own this year; 0: nothing.
    """
    shipped, known = dordrecht(), named("opsterland")
    budgets = (Budget(NOW.year, euros * 100),) if euros else ()
    programmes = tuple(
        replace(one, on=True, counted=Counted.MONEY, budgets=budgets)
        if one.id == "child_package"
        else one
        for one in shipped.programmes
    )
    return replace(shipped, programmes=programmes, funds=known.funds)


@dataclass(frozen=True, slots=True)
class Desk:
    """Book and deeds over one database, and what they are made of."""

    database: Database
    house: House
    book: StoredBook
    tandem: Tandem

    def deps(self) -> Deps:
        return Deps(
            municipality=self.house.municipality,
            book=self.book,
            deeds=self.tandem,
            clock=self.house.clock,
            calendar=self.house.calendar,
            translate=lambda _context, msgid: msgid,
            address=self.house.address,
            demo=True,
            glass=StoredGlass(self.database, self.house.clock),
            oversight=StoredOversight(self.database, self.house.municipality, self.house.clock),
            codes=ReferrerCodes(self.database, self.house),
            agenda=StoredAgenda(self.database, self.house),
            acting=Room.of(self.database, self.house),
            programmes=rooms.programmes(self.database, self.house),
            vault=VAULT,
        )


def desk(database: Database, clock: Clock | None = None, town: Municipality | None = None) -> Desk:
    town = town or dordrecht()
    house = House(
        load_shipped(),
        town,
        Calendar.of(town),
        Wording(("je", "u"), town.facts()),
        clock or SetClock(NOW),
        "http://testserver",
    )
    book = StoredBook(
        database, house.library, town, house.calendar, house.clock, lambda s, **f: s.format(**f)
    )
    return Desk(database, house, book, Tandem(database, house))


async def family(
    tx: Tx, desk: Desk, handoff_id: str, *, worker: str = "sanne", consultant: str = "ruud"
) -> Handoff:
    """A parent who finished her intake three hours ago, and her handoff."""
    at = (NOW - timedelta(hours=3)).timestamp()
    await inbox.receive(
        tx, [Received("web", handoff_id, handoff_id, "text", b"{}", at)], "dordrecht"
    )
    found = (await inbox.claim(tx, 100))[-1][0]
    script = desk.house.library.script("intake")
    rows = []
    for n, (step, (status, labels, words)) in enumerate(ANSWERS.items()):
        body = {
            "question": script.step(step).text,
            "labels": list(labels),
            "words": words,
            "value": [],
            "attachments": _attached(handoff_id) if step == "strengths" else [],
        }
        key = f"{handoff_id}:{step}"
        rows.append(
            AnswerRow(
                key, found.family_id, "intake", script.version, step, status, body, "web", at + n
            )
        )
    await answers.record(tx, rows)
    await attachments.put(tx, _kept(found.family_id, handoff_id), at)
    made = Handoff(
        handoff_id, found.family_id, "dordrecht", "intake", "wielwijk", worker, consultant,
        "new", None, None, (NOW + timedelta(days=1)).timestamp(), True, at,
    )  # fmt: skip
    await handoffs.create(tx, made)
    task = NewTask(
        f"t:{handoff_id}", handoff_id, found.family_id, "call_back", {"words": "na half 10"}, at
    )
    await tasks.put(tx, [task], at)
    return made


def _attached(handoff_id: str) -> list[dict[str, object]]:
    return [
        {"id": handoff_id[0] + VOICE[1:], "kind": "voice", "seconds": 12},
        {"id": handoff_id[0] + PHOTO[1:], "kind": "photo", "seconds": 0},
    ]


def _kept(family_id: str, handoff_id: str) -> list[NewAttachment]:
    voice, photo = (str(one["id"]) for one in _attached(handoff_id))
    sound = b"OggS" + bytes(60)
    return [
        NewAttachment(voice, family_id, "web", "voice", "audio/ogg", len(sound), 12, body=sound),
        NewAttachment(photo, family_id, "web", "photo", "image/png", len(PIXEL), body=PIXEL),
    ]


async def reached(tx: Tx, address: str, form: str = "je") -> None:
    """Her browser is where she wrote from last: the family of `town` took no turn yet."""
    who = ("web", address)
    found = (await contacts.ensure(tx, [who], "dordrecht", NOW.timestamp()))[who]
    session = codec.dump(Session(form=form))
    row = SessionRow(
        found.conversation_id, found.family_id, session, 1, "active", "intake", "",
        NOW.timestamp(), found.address_id,
    )  # fmt: skip
    await sessions.save(tx, [row])


async def two_families(database: Database, town: Municipality | None = None) -> Desk:
    """Sanne and Ruud's family, who can be reached, and one of their colleagues."""
    made = desk(database, SetClock(NOW), town)
    async with database.writing() as tx:
        await family(tx, made, OURS)
        await family(tx, made, THEIRS, worker="yusuf", consultant="farida")
        await reached(tx, OURS)
    return made


async def takes_part(desk: Desk, handoff_id: str = OURS) -> None:
    """Coaching began for this family."""
    programme = desk.house.municipality.programme(PROGRAMME)
    async with desk.database.writing() as tx:
        found = await handoffs.get(tx, handoff_id)
        assert found
        await kept.start(tx, desk.house, found, found.neighbourhood_worker, programme)
