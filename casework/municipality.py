"""What one municipality knows of itself: names, people, hours, numbers and its promises.

Frozen and plain; `municipality_schema.build` makes it from the YAML. Telephone numbers are
kept as E.164 where they are real subscriber numbers, and as written for short numbers (112).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Protocol, TypeVar

from casework import coaching
from casework.activities import Activity
from casework.arrears import Window
from casework.debts import DebtRoute
from casework.desk_rules import OURS, DeskRules
from casework.funds import Fund
from casework.phones import spoken
from casework.programmes import Funding, Programme, Referrer


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Row = TypeVar("_Row", bound=_Named)


class Role(StrEnum):
    """What somebody does here; the first two are the caseworkers of a tandem."""

    NEIGHBOURHOOD_WORKER = "neighbourhood_worker"
    CONSULTANT = "consultant"
    COORDINATOR = "coordinator"
    ESCALATION_OFFICER = "escalation_officer"
    INTERMEDIARY = "intermediary"  # refers from outside, and reads nothing back
    ADMINISTRATOR = "administrator"  # keeps the service running, and reads no family


CASEWORKERS = frozenset({Role.NEIGHBOURHOOD_WORKER, Role.CONSULTANT})


class TelegramContent(StrEnum):
    """How much may be said over Telegram (trust.md)."""

    FULL = "full"
    BUTTONS = "buttons"  # delicate free text goes to a one-time web link
    DOORBELL = "doorbell"  # only "you have a message"
    OFF = "off"


class MailAbout(StrEnum):
    """What a colleague wants mail about; neither kind says anything about a family."""

    NEWS = "news"  # something is new on the desk
    TALKS = "talks"  # invitations for her calendar


class AgendaPlace(StrEnum):
    """What her calendar, which others may see, tells of where a talk is."""

    KIND = "kind"  # "Op kantoor"
    ADDRESS = "address"  # and the office's address; never a family's
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works for families. No districts: works in all of them."""

    id: str
    name: str  # as she says it: "Sanne"
    role: Role
    districts: frozenset[str] = frozenset()
    phone: str = ""  # E.164
    email: str = ""  # lower case; by this she is known when she logs in with the town's account
    telegram_user_id: int | None = None
    mail_about: frozenset[MailAbout] = frozenset(MailAbout)
    agenda_place: AgendaPlace = AgendaPlace.KIND
    away_until: date | None = None  # last day of absence
    refers_as: Referrer | None = None  # an intermediary: as whom she refers

    def here(self, on: date) -> bool:
        """Whether this person works for families on that day."""
        return self.away_until is None or on > self.away_until

    def covers(self, district: str) -> bool:
        """Whether this district is hers; everybody covers a district that is not known."""
        return not self.districts or not district or district in self.districts


@dataclass(frozen=True, slots=True)
class District:
    """A part of town, by the name that people use."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Hours:
    """From–to on one weekday, local wall time; `to` is not included."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When the team answers; `days` has 0 for Monday … 6 for Sunday, a missing day is closed."""

    days: Mapping[int, Hours]
    closed: frozenset[date] = frozenset()  # besides public holidays


@dataclass(frozen=True, slots=True)
class Helpline:
    """A number for hard moments, shown at all hours."""

    id: str
    name: str
    number: str  # as people read it: "0800-2000"
    hours: str  # "dag en nacht", "11 tot 21 uur"
    checked_on: date
    free: bool = False
    web: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a talk can be."""

    id: str
    label: str  # as she reads it: "Wijkteam Wielwijk"
    address: str


@dataclass(frozen=True, slots=True)
class Link:
    """The official way for something this chat cannot do, with a number to call."""

    id: str  # bijstand, klacht
    label: str
    url: str
    phone: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Promise:
    """How soon a person contacts her after she asks, or finished her intake."""

    hours: int = 0  # working hours, for a call
    days: int = 2  # working days, after the intake


@dataclass(frozen=True, slots=True)
class ReminderRules:
    """When and how often the bot may write unasked. Wall times, local."""

    quiet_from: time = time(20, 30)
    quiet_to: time = time(8, 30)
    daily_cap: int = 1
    weekly_cap: int = 3
    evening: time = time(18, 30)  # the day before, as she prefers
    morning: time = time(9, 0)

    def quiet(self, at: time) -> bool:
        """Whether this wall time is in the quiet hours; `quiet_to` itself is decent again."""
        start, end = self.quiet_from, self.quiet_to
        return start <= at < end if start <= end else at >= start or at < end


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days things are kept."""

    unfinished: int = 30
    warn_unfinished: int = 23
    chat: int = 30  # after the handoff
    summary: int = 90  # after acceptance
    crisis: int = 90
    audit: int = 365
    access_log: int = 1826
    backups: int = 30

    @property
    def after_warning(self) -> int:
        """Days between the warning and the erasing of an unfinished intake; at least one."""
        return max(1, self.unfinished - self.warn_unfinished)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Sentences that are promises: shown only once confirmed in writing."""

    control: str = ""  # {zin_over_controle}; empty until there is a written promise
    texts: frozenset[str] = frozenset()  # of T1, T2, T6, T11, T12, T16


@dataclass(frozen=True, slots=True)
class TelegramMedia:
    """What may come in over Telegram; the web chat takes all three."""

    voice: bool = True
    photo: bool = False
    file: bool = False


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality, whole."""

    id: str
    name: str
    bot: str
    team: str  # in a sentence: "het wijkteam"
    service: str  # the social service: "de Sociale Dienst Drechtsteden"
    form: str  # je or u
    zone: str  # IANA
    region: str  # for school holidays: noord, midden, zuid
    web: str  # address of the chat
    team_phone: str  # E.164
    minutes: int  # how long the intake takes
    people: tuple[Person, ...]
    districts: tuple[District, ...]
    office_hours: OfficeHours
    helplines: tuple[Helpline, ...]
    places: tuple[Place, ...]
    links: tuple[Link, ...]
    arrears: Window  # when people reach out about a bill that is not paid
    programmes: tuple[Programme, ...] = ()
    funding: tuple[Funding, ...] = ()  # ways to pay for childcare
    funds: tuple[Fund, ...] = ()  # where a worker may ask something for a child
    activities: tuple[Activity, ...] = ()  # what there is to do in a neighbourhood
    debts: tuple[DebtRoute, ...] = ()  # where a worry about bills goes
    promise: Promise = Promise()
    alarm_minutes: int = 15  # the team is told again when nobody has seen an alarm
    reminders: ReminderRules = ReminderRules()
    retention: Retention = Retention()
    confirmed: Confirmed = Confirmed()
    telegram_content: TelegramContent = TelegramContent.FULL
    telegram_media: TelegramMedia = TelegramMedia()
    demo: bool = False  # people and numbers are made up
    desk: DeskRules = OURS

    def person(self, person_id: str) -> Person:
        """The person with this id. Raises KeyError."""
        return _by_id(self.people, person_id)

    def district(self, district_id: str) -> District:
        """The district with this id. Raises KeyError."""
        return _by_id(self.districts, district_id)

    def place(self, place_id: str) -> Place:
        """The place with this id. Raises KeyError."""
        return _by_id(self.places, place_id)

    def programme(self, programme_id: str) -> Programme:
        """The programme with this id. Raises KeyError."""
        return _by_id(self.programmes, programme_id)

    def offers(self, programme_id: str) -> Programme | None:
        """This programme, on or off; None where the town has none."""
        return next((one for one in self.programmes if one.id == programme_id), None)

    def facts(self) -> dict[str, str]:
        """What fills the {placeholders} that hold for every parent of this municipality."""
        facts = {
            "bot": self.bot,
            "team": self.team,
            "Team": _capital(self.team),
            "dienst": self.service,
            "Dienst": _capital(self.service),
            "gemeente": self.name,
            "min": str(self.minutes),
            "termijn": days(self.retention.chat),
            "bewaren": days(self.retention.unfinished),
            "wistermijn": days(self.retention.after_warning),
            "teamnummer": spoken(self.team_phone),
            "zin_over_controle": self.confirmed.control,
            "zin_over_bewaren": self._terms(),
            "web": self.web,
            "belofte": promise_text(self.promise),
            "pas": self._pass(),
            "maanden_samen": months(coaching.follow_up_months(self.programmes)),
        }
        for line in self.helplines:
            facts[f"nummer_{line.id}"] = line.number
        for link in self.links:
            facts |= {f"link_{link.id}": link.url, f"nummer_{link.id}": spoken(link.phone)}
        return facts

    def _pass(self) -> str:
        """What the town's own pass is called, on a button."""
        found = self.offers("town_pass")
        return found.label if found and found.label else "stadspas"

    def _terms(self) -> str:
        """How long things are kept: a promise, so "" until it is confirmed (domain.md, T2)."""
        if "T2" not in self.confirmed.texts:
            return ""
        chat, answers = days(self.retention.chat), days(self.retention.summary)
        return f"Dit gesprek wissen we na {chat}. De antwoorden na {answers} zonder contact."


def _by_id(rows: tuple[_Row, ...], row_id: str) -> _Row:
    for row in rows:
        if row.id == row_id:
            return row
    raise KeyError(row_id)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def days(number: int) -> str:
    """`1 dag`, `30 dagen`."""
    return "1 dag" if number == 1 else f"{number} dagen"


def months(number: int) -> str:
    """`1 maand`, `3 maanden`."""
    return "1 maand" if number == 1 else f"{number} maanden"


def promise_text(promise: Promise) -> str:
    """How soon somebody calls, in a sentence: "binnen 2 werkdagen"."""
    if promise.days == 1:
        return "binnen 1 werkdag"
    return f"binnen {promise.days} werkdagen" if promise.days else f"binnen {promise.hours} uur"
