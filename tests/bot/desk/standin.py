"""A desk without a database: one municipality, three tandems' people, and a book in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta

from starlette.applications import Starlette

from bot.desk.access.ports import LookIn
from bot.desk.acting.ports import Acting
from bot.desk.app import Deps, routes
from bot.desk.book import (
    Alert,
    Card,
    Delivery,
    File,
    Head,
    Heard,
    Inbox,
    Media,
    Proposal,
    Slot,
    Talk,
    Task,
    Vow,
)
from bot.desk.live.streams import Patience
from bot.desk.policy import opens
from bot.service.clock import SetClock
from casework import summary
from casework.arrears import Window
from casework.calendar import Calendar
from casework.municipality import District, Hours, Municipality, OfficeHours, Person, Role
from casework.summary import About, Attached, Given, State, Told
from dialogs.model import Kind, Script, Step
from storage.vault import Vault
from tests.bot.desk.standin_agenda import Shelved
from tests.bot.desk.standin_breakthrough import Entrusted
from tests.bot.desk.standin_codes import Coded
from tests.bot.desk.standin_oversight import Watched
from tests.bot.desk.standin_programmes import LOTTE, rooms

VAULT = Vault(bytes(range(32)))
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)  # Tuesday, 10:30 in Dordrecht
OURS = "h" * 32
THEIRS = "t" * 32
PHOTO, VOICE, FILE = "p" * 32, "v" * 32, "f" * 32

MUNICIPALITY = Municipality(
    id="dordrecht",
    name="Dordrecht",
    bot="Stapje",
    team="het wijkteam",
    service="de Sociale Dienst Drechtsteden",
    form="je",
    zone="Europe/Amsterdam",
    region="zuid",
    web="",
    team_phone="+31780000000",
    minutes=12,
    people=(
        Person("sanne", "Sanne", Role.NEIGHBOURHOOD_WORKER, email="sanne@dordrecht.example"),
        Person("karim", "Karim", Role.CONSULTANT),
        Person("els", "Els", Role.NEIGHBOURHOOD_WORKER),
        Person("mo", "Mo", Role.COORDINATOR, email="mo@dordrecht.example"),
        Person("joost", "Joost", Role.ESCALATION_OFFICER, email="joost@dordrecht.example"),
        Person("wim", "Wim", Role.ADMINISTRATOR, email="wim@dordrecht.example"),
        Person("noor", "Noor", Role.INTERMEDIARY, email="noor@elders.example"),
        LOTTE,
    ),
    districts=(District("wielwijk", "Wielwijk"),),
    office_hours=OfficeHours({day: Hours(time(9), time(17)) for day in range(5)}),
    helplines=(),
    places=(),
    links=(),
    arrears=Window(first_day=30, last_day=100, warn_days=14),
)

SCRIPT_LINES = (
    ("call_name", "Roepnaam", "header", "Hoe mag ik je noemen?"),
    ("language", "Taal", "header", "In welke taal praat je het liefst?"),
    ("interpreter", "Tolk", "header", "Wil je een tolk bij het gesprek?"),
    ("phone", "Veilig nummer", "header", "Op welk nummer kunnen we je veilig bellen?"),
    ("times", "Goede tijden", "header", "Wanneer kunnen we je bellen?"),
    ("voicemail", "Voicemail", "header", "Mogen we iets inspreken?"),
    ("urgent_now", "Wat niet kan wachten", "urgent", "Is er iets dat niet kan wachten?"),
    ("relief_wish", "Rust", "wishes", "Wat zou je de meeste rust geven?"),
    ("children", "Kinderen", "children", "Hoeveel kinderen wonen er bij je, en hoe oud?"),
    ("care_now", "Opvang nu", "children", "Hoe gaat het met de opvang?"),
    ("money_worry", "Zorgen over geld", "money", "Loop jij ergens mee achter?"),
    ("arrears_kind", "Waarmee", "money", "Waarmee loop je achter?"),
    ("mood_today", "Vandaag", "wellbeing", "Hoe vol zit je hoofd vandaag?"),
    ("fit", "Past bij", "work", "Wat past bij jou?"),
    ("strengths", "Wat helpt al", "network", "Wie of wat helpt je al?"),
    ("small_goal", "Kleine stap", "goal", "Wat wil je deze week doen?"),
    ("place", "Waar praten", "practical", "Waar praat je het liefst?"),
    ("kids_along", "Kind mee", "practical", "Neem je een kind mee?"),
)
SCRIPT = Script(
    "intake",
    3,
    "Intake",
    tuple(Step(i, Kind.TEXT, text, label, place) for i, label, place, text in SCRIPT_LINES),
)
SAID: dict[str, tuple[str, ...]] = {
    "call_name": ("Amira",),
    "language": ("Nederlands",),
    "interpreter": ("Nee",),
    "phone": ("06 12 34 56 78",),
    "times": ("Ochtend, als de kinderen op school zijn",),
    "urgent_now": ("Afgesloten van stroom", "Brief van een deurwaarder"),
    "relief_wish": ("Opvang", "Geld"),
    "children": ("2 kinderen: 0–1 jaar, 4–12 jaar",),
    "care_now": ("Te weinig",),
    "money_worry": ("Ja, veel",),
    "mood_today": ("Vol",),
    "fit": ("Ik werk, maar kom niet rond",),
    "place": ("Thuis",),
}
WORDS = {"relief_wish": "een vaste dag per week dat ik kan werken zonder te regelen wie oppast"}


def given(said: dict[str, tuple[str, ...]], words: dict[str, str]) -> list[Given]:
    """Answers to the stand-in script: said, two skipped, one "liever niet", one with files."""
    blank = {
        "arrears_kind": State.DECLINED,
        "strengths": State.SKIPPED,
        "small_goal": State.SKIPPED,
    }
    files = {"urgent_now": (Attached(VOICE, "voice", 20), Attached(PHOTO, "photo"))}
    rows = []
    for n, (step, label, place, question) in enumerate(SCRIPT_LINES):
        status = State.ANSWERED if step in said else blank.get(step)
        if status:
            at = NOW - timedelta(minutes=40 - n)
            parts = said.get(step, ())
            rows.append(
                Given(
                    "intake", 3, step, label, place, question, status, at,
                    labels=parts, words=words.get(step, ""), attachments=files.get(step, ()),
                )
            )  # fmt: skip
    return rows


def head(handoff_id: str, **changes: object) -> Head:
    made = Head(
        id=handoff_id,
        family_id=handoff_id[0] * 32,
        reason="intake",
        district="wielwijk",
        neighbourhood_worker="sanne",
        consultant="karim",
        state="new",
        claimed_by=None,
        promised_by=NOW + timedelta(days=1),
        created_at=NOW - timedelta(hours=3),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@dataclass
class Shelf(Entrusted, Watched):
    """Book and deeds in one, counting what was asked of it."""

    said: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(SAID))
    words: dict[str, str] = field(default_factory=lambda: dict(WORDS))
    heads: dict[str, Head] = field(default_factory=dict)
    tasks: tuple[Task, ...] = ()
    alerts: tuple[Alert, ...] = ()
    notices: tuple[Alert, ...] = ()
    talks: tuple[Talk, ...] = ()
    slots: tuple[Slot, ...] = ()
    elsewhere: tuple[Slot, ...] = ()  # offered to other families
    deliveries: tuple[Delivery, ...] = ()
    frozen: bool = False
    undelivered: int = 0
    no_tasks: frozenset[str] = frozenset()  # handoffs that nothing waits on
    now: datetime = NOW
    media_kept: dict[str, Media] = field(default_factory=dict)
    deeds: list[tuple[object, ...]] = field(default_factory=list)
    read: list[tuple[str, str]] = field(default_factory=list)
    look_ins: list[tuple[str, LookIn]] = field(default_factory=list)
    broken: str = ""
    heard: tuple[Heard, ...] = ()
    held_back: bool = False
    vow: Vow | None = None

    async def inbox(self, person: str, *, closed: bool = False) -> Inbox:
        every = [h for h in self.heads.values() if opens(person, h)]
        mine = [h for h in every if (h.state == "closed") is closed]
        name = ", ".join(self.said.get("call_name", ()))
        return Inbox(
            tuple(
                Card(
                    h,
                    name,
                    self.alerts,
                    self.tasks_of(h),
                    self.undelivered,
                    self._next(),
                    len(self.slots),
                    self.vow,
                )
                for h in mine
            ),
            self.notices,
        )

    def tasks_of(self, found: Head) -> tuple[Task, ...]:
        return self.tasks if found.id not in self.no_tasks else ()

    def _next(self) -> datetime | None:
        return min((t.starts_at for t in self.talks), default=None)

    async def stamp(self, person: str) -> str:
        return f"{len(self.deeds)}"

    async def stamp_of(self, handoff_id: str) -> str:
        return (await self.pulse()).get(handoff_id, "")

    async def pulse(self) -> Mapping[str, str]:
        return dict.fromkeys(("", *self.heads), f"{len(self.deeds)}")

    async def head(self, handoff_id: str) -> Head | None:
        return self.heads.get(handoff_id)

    async def file(self, person: str, handoff_id: str) -> File | None:
        found = self.heads.get(handoff_id)
        if found is None or not (opens(person, found) or await self.lasts(person, handoff_id)):
            return None
        self.read.append((person, handoff_id))
        about = About(
            "0.1.0",
            promised_by=found.promised_by,
            checked_by_parent=True,
            told=(Told("Sanne of Karim belt vóór woensdag 25 november 10:30 uur.", NOW),),
        )
        return File(
            found,
            summary.build([SCRIPT], given(self.said, self.words), about, NOW),
            self.slots,
            self.talks,
            self.tasks,
            self.frozen,
            self.alerts,
            self.deliveries,
            waiting=0,
            last_sent_at=NOW - timedelta(minutes=5),
            heard=self.heard,
            held=self.held_back,
            vow=self.vow,
        )

    async def media(self, person: str, handoff_id: str, attachment_id: str) -> Media | None:
        return self.media_kept.get(attachment_id)

    async def booked(self, person: str, since: datetime, until: datetime) -> Sequence[Talk]:
        return [talk for talk in self.talks if talk.person == person]

    async def offered(self, person: str, handoff_id: str) -> Sequence[Slot]:
        return [slot for slot in self.elsewhere if slot.person == person]

    async def claim(self, handoff_id: str, person: str) -> str:
        found = self.heads[handoff_id]
        if found.claimed_by is None:
            found = replace(found, state="claimed", claimed_by=person)
            self.heads[handoff_id] = found
            self.deeds.append(("claim", handoff_id, person))
        assert found.claimed_by
        return found.claimed_by

    async def offer(
        self, handoff_id: str, person: str, proposals: Sequence[Proposal], once: str
    ) -> bool:
        deed = ("offer", handoff_id, person, tuple(proposals), once)
        if deed in self.deeds:
            return False
        self.deeds.append(deed)
        return True

    async def withdraw(self, handoff_id: str, person: str) -> None:
        self.deeds.append(("withdraw", handoff_id, person))

    async def held(self, handoff_id: str, appointment_id: int, person: str) -> bool:
        return self._once("held", handoff_id, appointment_id, person)

    async def missed(self, handoff_id: str, appointment_id: int, person: str) -> bool:
        return self._once("missed", handoff_id, appointment_id, person)

    async def correct(self, handoff_id: str, appointment_id: int, person: str, was: str) -> bool:
        return self._once(f"not_{was}", handoff_id, appointment_id, person)

    async def cancel(self, handoff_id: str, appointment_id: int, person: str) -> bool:
        return self._once("cancel", handoff_id, appointment_id, person)

    def _once(self, *deed: object) -> bool:
        first = deed not in self.deeds
        self.deeds.append(deed)
        return first

    async def task_done(self, handoff_id: str, task_id: int, person: str) -> None:
        self.deeds.append(("task_done", handoff_id, task_id, person))

    async def alert_seen(self, handoff_id: str | None, alert_id: int, person: str) -> None:
        self.deeds.append(("alert_seen", handoff_id, alert_id, person))

    async def release(self, handoff_id: str, person: str) -> None:
        self.deeds.append(("release", handoff_id, person))

    async def begin(self, person: str, handoff_id: str, reason: str) -> bool:
        if handoff_id not in self.heads:
            return False
        one = LookIn(person, reason, self.now, self.now + timedelta(hours=1))
        self.look_ins.append((handoff_id, one))
        return True

    async def lasts(self, person: str, handoff_id: str) -> bool:
        return any(at == handoff_id and one.person == person for at, one in self.look_ins)

    async def end(self, person: str) -> None:
        self.look_ins = [(at, one) for at, one in self.look_ins if one.person != person]

    async def of_handoff(self, handoff_id: str) -> Sequence[LookIn]:
        return [one for at, one in self.look_ins if at == handoff_id]


def shelf() -> Shelf:
    """Sanne and Karim's handoff, and one of Els and Karim's colleague."""
    return Shelf(
        heads={
            OURS: head(OURS, escalated_to="joost"),
            THEIRS: head(THEIRS, neighbourhood_worker="els", consultant="nobody"),
        },
        media_kept={
            VOICE: Media("voice", "audio/ogg", b"OggS\x00"),
            PHOTO: Media("photo", "image/png", PIXEL),
            FILE: Media("file", "text/html", b"<script>alert(1)</script>"),
        },
    )


def busy(now: datetime = NOW) -> Shelf:
    """The same with everything going on at once."""
    made = shelf()
    ago = now - timedelta(hours=2)
    made.alerts = (Alert(5, "unsure", OURS, ago),)
    made.notices = (Alert(6, "malformed", None, ago),)
    made.tasks = (
        Task(8, "call_back", "liefst na half 10", now + timedelta(hours=3), ago),
        Task(9, "other_time", "donderdag kan ik wel", None, ago),
    )
    made.talks = (Talk(3, "sanne", now - timedelta(hours=1), 45, "home", "confirmed", ago),)
    made.slots = (Slot("sanne", now + timedelta(days=2), 60, "office"),)
    made.deliveries = (Delivery("reminder", "unsure", ago), Delivery("reply", "failed", ago))
    return made


def deps(book: Shelf, *, address: str = "http://testserver", demo: bool = True) -> Deps:
    return Deps(
        municipality=MUNICIPALITY,
        book=book,
        deeds=book,
        clock=SetClock(book.now),
        calendar=Calendar.of(MUNICIPALITY),
        translate=lambda _context, msgid: msgid,
        address=address,
        demo=demo,
        glass=book,
        oversight=book,
        codes=Coded(),
        agenda=Shelved(),
        acting=_actors(),
        programmes=rooms(),
        vault=VAULT,
        patience=Patience(longest=0.0),  # a test's client waits until an answer is whole
    )


def _actors() -> Acting:
    from tests.bot.desk.standin_acting import Actors  # it needs the moment of this desk

    return Actors()


def app(given_deps: Deps) -> Starlette:
    return Starlette(routes=routes(given_deps))


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
