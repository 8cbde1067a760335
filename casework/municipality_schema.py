"""The municipality's YAML → `Municipality`, or everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field

from casework import arrears_schema, debts_schema, partly
from casework import municipality as plain
from casework.activities_file import ActivityRow, activities
from casework.desk_rules_schema import DeskRow, desk
from casework.fields import Count, Id, Phone, Said, Short, Url, Whole
from casework.funds_schema import FundRow, funds
from casework.municipality_checks import check
from casework.programmes import Referrer
from casework.programmes_schema import FundingRow, ProgrammeRow, funding, programmes
from dialogs.authoring.issue import Issue
from dialogs.authoring.source import Source, SourceError, Strict, load_yaml
from dialogs.authoring.wording import validate

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _email(text: str) -> str:
    plain_text = text.strip().lower()
    if not re.fullmatch(r"[a-z0-9._%+'-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}", plain_text):
        raise ValueError(f"'{text}' is geen e-mailadres")
    return plain_text


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"'{name}' is geen tijdzone; bedoel je 'Europe/Amsterdam'?") from error
    return name


def _hours(text: object) -> object:
    match = re.fullmatch(r"(\d\d:\d\d)\s*-\s*(\d\d:\d\d)", text) if isinstance(text, str) else None
    if match is None:
        raise ValueError("schrijf open tijden zo: 08:30-17:00")
    start, end = map(_clock, match.groups())
    if start >= end:
        raise ValueError("de eindtijd is niet later dan de begintijd")
    return plain.Hours(start, end)


def _promised(hours: int) -> int:
    if hours < 1:
        raise ValueError(f"{hours} uur is geen belofte: schrijf 1 of meer, of laat dit weg")
    return hours


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"'{text}' is geen tijd") from error


Email = Annotated[str, AfterValidator(_email)]
Day = Annotated[plain.Hours, BeforeValidator(_hours)]


class _PersonRow(Strict):
    id: Id
    name: Said
    role: plain.Role
    districts: frozenset[str] = frozenset()
    phone: Phone = ""
    email: Email = ""
    telegram_user_id: Whole | None = None
    mail_about: frozenset[plain.MailAbout] = frozenset(plain.MailAbout)
    agenda_place: plain.AgendaPlace = plain.AgendaPlace.KIND
    away_until: date | None = None
    refers_as: Referrer | None = None


class _DistrictRow(Strict):
    id: Id
    label: Short


class _HelplineRow(Strict):
    id: Id
    name: Said
    number: Said
    hours: Said
    checked_on: date
    free: bool = False
    web: str = ""


class _PlaceRow(Strict):
    id: Id
    label: Said
    address: Said


class _LinkRow(Strict):
    id: Id
    label: Said
    url: Url
    phone: Phone
    checked_on: date


class _HoursRow(Strict):
    monday: Day | None = None
    tuesday: Day | None = None
    wednesday: Day | None = None
    thursday: Day | None = None
    friday: Day | None = None
    saturday: Day | None = None
    sunday: Day | None = None
    closed: frozenset[date] = frozenset()


class _PromiseRow(Strict):
    hours: Annotated[Whole, AfterValidator(_promised), Field(le=40)] = 0
    days: Annotated[Whole, Field(ge=0, le=20)] = 2


class _RemindersRow(Strict):
    quiet_from: time = time(20, 30)
    quiet_to: time = time(8, 30)
    daily_cap: Annotated[Whole, Field(ge=1, le=3)] = 1
    weekly_cap: Annotated[Whole, Field(ge=1, le=10)] = 3
    evening: time = time(18, 30)
    morning: time = time(9, 0)


class _RetentionRow(Strict):
    unfinished: Count = 30
    warn_unfinished: Count = 23
    chat: Count = 30
    summary: Count = 90
    crisis: Count = 90
    audit: Count = 365
    access_log: Count = 1826
    backups: Count = 30


class _ConfirmedRow(Strict):
    control: str | None = None
    texts: frozenset[Literal["T1", "T2", "T6", "T11", "T12", "T16"]] = frozenset()


class _MediaRow(Strict):
    voice: bool = True
    photo: bool = False
    file: bool = False


class MunicipalityFile(Strict):
    """The whole file as a coordinator writes it."""

    id: Id
    name: Said
    bot: Short
    team: Said
    service: Said
    form: Literal["je", "u"] = "je"
    zone: Annotated[str, AfterValidator(_zone)] = "Europe/Amsterdam"
    region: Literal["noord", "midden", "zuid"]
    web: Url
    team_phone: Phone
    minutes: Annotated[Whole, Field(ge=1, le=60)]
    demo: bool = False
    people: list[_PersonRow]
    districts: list[_DistrictRow] = Field(min_length=1)
    office_hours: _HoursRow
    helplines: list[_HelplineRow]
    places: list[_PlaceRow] = Field(min_length=1)
    links: list[_LinkRow]
    arrears: arrears_schema.WindowRow
    programmes: list[ProgrammeRow] = Field(default_factory=list)
    funding: list[FundingRow] = Field(default_factory=list)
    funds: list[FundRow] = Field(default_factory=list)
    activities: list[ActivityRow] = Field(default_factory=list)
    debts: list[debts_schema.DebtRow] = Field(default_factory=list)
    promise: _PromiseRow = _PromiseRow()
    alarm_minutes: Annotated[Whole, Field(ge=1, le=240)] = 15
    reminders: _RemindersRow = _RemindersRow()
    retention: _RetentionRow = _RetentionRow()
    confirmed: _ConfirmedRow = _ConfirmedRow()
    telegram_content: plain.TelegramContent = plain.TelegramContent.FULL
    telegram_media: _MediaRow = _MediaRow()
    desk: DeskRow = DeskRow()


def load(text: str, file: str) -> plain.Municipality | list[Issue]:
    """Read one municipality's YAML; never raises for what somebody wrote."""
    try:
        return build(load_yaml(text, file))
    except SourceError as refused:
        return refused.issues


def build(source: Source) -> plain.Municipality | list[Issue]:
    """The municipality, or every issue of schema and sense."""
    found = look(source)
    return found.issues or found.town


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file says. `town` has holes (`partly`) where the file could not be read.

    `source` is the document that places in `town` belong to.
    """

    town: plain.Municipality
    source: Source
    issues: list[Issue]


def look(source: Source) -> Looked:
    """The municipality as far as it can be read, with every issue that can be known."""
    read = validate(MunicipalityFile, source)
    if not isinstance(read, list):
        made = _made(read)
        return Looked(made, source, check(made, source))
    ordered = partly.whole_first(MunicipalityFile, source)
    made = partly.hollow(_made(partly.readable(MunicipalityFile, ordered.data)))
    return Looked(made, ordered, sorted({*read, *check(made, ordered)}))


def _made(read: MunicipalityFile) -> plain.Municipality:
    return plain.Municipality(
        **dict(read)
        | {
            "people": _rows(plain.Person, read.people),
            "districts": _rows(plain.District, read.districts),
            "helplines": _rows(plain.Helpline, read.helplines),
            "places": _rows(plain.Place, read.places),
            "links": _rows(plain.Link, read.links),
            "programmes": programmes(read.programmes),
            "funding": funding(read.funding),
            "funds": funds(read.funds),
            "activities": activities(read.activities),
            "debts": debts_schema.debts(read.debts),
            "arrears": arrears_schema.window(read.arrears),
            "office_hours": _office_hours(read.office_hours),
            "promise": plain.Promise(**dict(read.promise)),
            "reminders": plain.ReminderRules(**dict(read.reminders)),
            "retention": plain.Retention(**dict(read.retention)),
            "confirmed": plain.Confirmed(read.confirmed.control or "", read.confirmed.texts),
            "desk": desk(read.desk),
            "telegram_media": plain.TelegramMedia(**dict(read.telegram_media)),
        }
    )


def _rows(kind: type[Any], rows: Iterable[Strict]) -> tuple[Any, ...]:
    return tuple(kind(**dict(row)) for row in rows)


def _office_hours(row: _HoursRow) -> plain.OfficeHours:
    hours = ((day, getattr(row, name)) for day, name in enumerate(_DAYS))
    return plain.OfficeHours({day: at for day, at in hours if at is not None}, row.closed)
