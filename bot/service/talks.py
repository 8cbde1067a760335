"""What can be said about a talk: when, where, with whom, and its calendar file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Protocol

from bot.service import wording
from bot.service.house import House
from casework.municipality import Place
from dialogs.model import Text

OFFICE, HOME, PHONE, VIDEO = "office", "home", "phone", "video"


class Time(Protocol):
    """A slot or an appointment."""

    @property
    def person(self) -> str:
        """Who she talks with."""

    @property
    def starts_at(self) -> float:
        """UTC seconds."""

    @property
    def minutes(self) -> int:
        """How long."""

    @property
    def place_kind(self) -> str:
        """office, home, phone, video."""


def facts(house: House, talk: Time, form: str, now: datetime) -> dict[str, str]:
    """The {placeholders} about this talk."""
    moment = datetime.fromtimestamp(talk.starts_at, UTC)
    calendar = house.calendar
    relative = calendar.relative(moment, now)
    return {
        "dag": calendar.day(moment, now),
        "tijd": calendar.clock(moment),
        "dag_relatief": relative[:1].upper() + relative[1:] + ("," if "," in relative else ""),
        "minuten": str(talk.minutes),
        "naam1": name(house, talk.person),
        "plaats_zin": where(house, talk, form),
        "als_niet_zin": house.wording.plain(wording.IF_NOT, form),
        "ervoor": "ja" if calendar.wall(moment).date() > calendar.wall(now).date() else "nee",
        "reizen": "ja" if talk.place_kind == OFFICE else "nee",
    }


def label(house: House, talk: Time) -> str:
    """A button's text of at most 20 characters: `di 9 juni 10:00`."""
    return house.calendar.short(datetime.fromtimestamp(talk.starts_at, UTC))


def name(house: House, person_id: str) -> str:
    """A first name as she knows it; the team when that person no longer works here."""
    people = {person.id: person.name for person in house.municipality.people}
    return people.get(person_id, house.municipality.team)


def where(house: House, talk: Time, form: str) -> str:
    """Where the talk is, in a sentence."""
    text = _WHERE.get(talk.place_kind, wording.AT_HOME)
    place = office(house)
    filled = text.filled(naam1=name(house, talk.person), plaats=place.label, adres=place.address)
    return house.wording.plain(filled, form)


def office(house: House) -> Place:
    """Where talks at the office are: the municipality's first place."""
    return house.municipality.places[0]


_WHERE: Mapping[str, Text] = {
    OFFICE: wording.AT_OFFICE,
    HOME: wording.AT_HOME,
    PHONE: wording.BY_PHONE,
    VIDEO: wording.BY_VIDEO,
}
