"""Her own copy: all that is kept of one family, as plain rows for a page and for JSON.

Moments are ISO, local, to the minute. A BSN or bank number that slipped through is masked here too.
(Which column goes where: tests/storage/test_register.py)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.service import copy_words as words
from bot.service import letters, rights, wire
from bot.service.arranging import copied as arranged
from bot.service.house import House
from bot.service.ports import CLOCK, DESK
from bot.service.programmes import copied as asked
from bot.service.staff import copies as made
from bot.service.staff.handling import OWN
from dialogs import codec
from dialogs.language.guard import mask
from dialogs.model import Text
from dialogs.render import Message, unmarked
from storage import (
    answers,
    appointments,
    attachments,
    copies,
    handoffs,
    inbox,
    outbox,
    reminders,
    sessions,
    slots,
    tasks,
)
from storage.answers import AnswerRow
from storage.handoffs import Handoff
from storage.sessions import Conversation
from storage.tx import Tx

Row = dict[str, Any]
Copy = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Teller:
    """Says codes and moments in her words."""

    house: House
    form: str

    def say(self, table: Mapping[str, Text], code: str) -> str:
        """The words for this code; an unknown one is shown as it is."""
        return self.house.wording.plain(table[code], self.form) if code in table else code

    def at(self, seconds: float | None) -> str:
        """`2026-06-08T10:00`, local; "" for never."""
        if seconds is None:
            return ""
        wall = self.house.calendar.wall(datetime.fromtimestamp(seconds, UTC))
        return wall.replace(tzinfo=None).isoformat(timespec="minutes")

    def name(self, person: str) -> str:
        """A colleague's name."""
        people = self.house.municipality.people
        return next((one.name for one in people if one.id == person), person)


async def of_family(tx: Tx, house: House, family_id: str, now: datetime) -> Copy | None:
    """Everything, oldest first; None when she was erased."""
    talk = await sessions.by_family(tx, family_id)
    if talk is None:
        return None
    form = codec.load(talk.session).form if talk.session else house.municipality.form
    tell = _Teller(house, form)
    brought = await handoffs.of_family(tx, family_id)
    return {
        "over": _about(tell, talk, now),
        "antwoorden": [
            _answer(tell, one) for one in await answers.of_family(tx, family_id, history=True)
        ],
        "berichten": await _messages(tx, tell, talk),
        "mensen": [_people(tell, one) for one in brought],
        "afspraken": await _talks(tx, tell, family_id),
        "tijden": [row for one in brought for row in await _offered(tx, tell, one)],
        "herinneringen": await _reminders(tx, tell, talk),
        "taken": [row for one in brought for row in await _tasks(tx, tell, one)],
        "opvang": await arranged.of_family(tx, tell, family_id),
        "gevraagd": await asked.of_family(tx, tell, family_id),
        "meldingen": await _alerts(tx, tell, family_id),
        "bestanden": await _files(tx, tell, family_id),
        "adressen": await _addresses(tx, tell, family_id),
        "wie_keek": await _readers(tx, tell, family_id),
        **await made.of_family(tx, tell, family_id, brought),
    }


def _about(tell: _Teller, talk: Conversation, now: datetime) -> Row:
    town = tell.house.municipality
    return {
        "gemeente": town.name,
        "gemaakt_op": tell.at(now.timestamp()),
        "begonnen_op": tell.at(talk.created_at),
        "laatste_bericht_van_jou": tell.at(talk.last_in_at),
        "scherm_leeg_sinds": tell.at(talk.cleared_at),
        "aanspreken_met": codec.load(talk.session).form if talk.session else town.form,
        "gesprek": tell.say(words.TALK_STATES, talk.state),
        "bij_vraag": f"{talk.script}/{talk.step}" if talk.step else "",
        "herinneringen": tell.say(words.PREFERENCES, talk.reminders),
        "de_dag_ervoor": tell.say(words.DAY_PARTS, talk.day_before),
        "bewaartermijnen_in_dagen": {
            "niet_afgemaakt": town.retention.unfinished,
            "gesprek_na_overdracht": town.retention.chat,
            "antwoorden_na_laatste_contact": town.retention.summary,
            "wie_keek": town.retention.access_log,
            "reservekopie": town.retention.backups,
        },
    }


def _answer(tell: _Teller, row: AnswerRow) -> Row:
    body = row.body
    given = ", ".join(body.get("labels") or body.get("value") or ())
    return {
        "vraag": unmarked(body.get("question", "")),
        "antwoord": mask(given),
        "waarde": [mask(value) for value in body.get("value") or ()],
        "eigen_woorden": mask(body.get("words", "")),
        "hoe": tell.say(words.STATUSES, row.status),
        "wanneer": tell.at(row.at),
        "via": tell.say(words.CHANNELS, row.channel),
        "vragenlijst": row.script,
        "stap": row.step,
        "versie": row.script_version,
        "telt_nog": row.current,
        "bestanden": [one.get("id", "") for one in body.get("attachments") or ()],
    }


async def _messages(tx: Tx, tell: _Teller, talk: Conversation) -> list[Row]:
    """What she sent and what she was sent; a button is shown as what it said."""
    sent = [(row, letters.load(row.body).message) for row in await _outbox(tx, talk)]
    labels = _labels(message for _, message in sent)
    ours = [
        {
            "van": tell.house.municipality.bot,
            "tekst": mask(message.text),
            "wanneer": tell.at(row.created_at),
            "via": tell.say(words.CHANNELS, row.channel),
            "staat": tell.say(words.DELIVERIES, row.state),
        }
        for row, message in sent
        if message.text
    ]
    hers = [
        {
            "van": tell.say(words.SENDERS, "her"),
            "tekst": mask(_written(row.body, labels)),
            "wanneer": tell.at(row.received_at),
            "via": tell.say(words.CHANNELS, row.channel),
            "staat": tell.say(words.DELIVERIES, "received"),
        }
        for row in await inbox.of_conversation(tx, talk.id)
        if row.channel not in (CLOCK, DESK)
    ]
    return sorted(ours + hers, key=lambda row: row["wanneer"])


async def _outbox(tx: Tx, talk: Conversation) -> list[outbox.Shown]:
    return await outbox.of_conversation(tx, talk.id)


def _labels(messages: Iterable[Message]) -> dict[str, str]:
    found: dict[str, str] = {}
    for message in messages:
        buttons = (*message.answers, *(b for row in message.menu for b in row))
        found |= {button.press: button.label for button in buttons}
        found |= {box.press: box.label for box in message.boxes}
    return found


def _written(body: bytes, labels: Mapping[str, str]) -> str:
    item = wire.load(body)
    pressed = f"[{labels.get(item.press, item.press)}]" if item.press else ""
    ticked = ", ".join(item.picked)
    command = f"/{item.command}" if item.command else ""
    media = f"({item.media.kind})" if item.media else ""
    return " ".join(part for part in (pressed, ticked, command, item.text, media) if part)


def _people(tell: _Teller, row: Handoff) -> Row:
    return {
        "wie": [tell.name(row.neighbourhood_worker), tell.name(row.consultant)],
        "waarom": tell.say(words.REASONS, row.reason),
        "wijk": row.district,
        "sinds": tell.at(row.created_at),
        "staat": tell.say(words.HANDOFF_STATES, row.state),
        "opgepakt_door": tell.name(row.claimed_by) if row.claimed_by else "",
        "opgepakt_op": tell.at(row.claimed_at),
        "beloofd_voor": tell.at(row.promised_by),
        "door_jou_nagekeken": row.checked_by_parent,
    }


async def _talks(tx: Tx, tell: _Teller, family_id: str) -> list[Row]:
    return [
        {
            "wanneer": row.wall,
            "minuten": row.minutes,
            "met": tell.name(row.person),
            "waar": tell.say(words.PLACES, row.place_kind),
            "staat": tell.say(words.TALKS, row.state),
            "gemaakt_op": tell.at(row.created_at),
        }
        for row in await appointments.of_family(tx, family_id)
    ]


async def _offered(tx: Tx, tell: _Teller, found: Handoff) -> list[Row]:
    return [
        {
            "wanneer": row.wall,
            "minuten": row.minutes,
            "met": tell.name(row.person),
            "waar": tell.say(words.PLACES, row.place_kind),
        }
        for row in await slots.open_slots(tx, found.id, 0.0)
    ]


async def _reminders(tx: Tx, tell: _Teller, talk: Conversation) -> list[Row]:
    return [
        {
            "wanneer": row.wall,
            "waarover": tell.say(words.REMINDERS, row.kind),
            "staat": tell.say(words.REMINDER_STATES, row.state),
        }
        for row in await reminders.of_conversation(tx, talk.id)
    ]


async def _tasks(tx: Tx, tell: _Teller, found: Handoff) -> list[Row]:
    return [
        {
            "wat": tell.say(words.TASKS, row.kind.partition("_")[0])
            if row.kind.startswith(words.FIRST)
            else tell.say(words.TASKS, row.kind),
            ("tekst" if row.kind == OWN else "jouw_woorden"): mask(
                str((row.body or {}).get("words", ""))
            ),
            "wie": tell.name(row.owner) if row.owner else "",
            "sinds": tell.at(row.created_at),
            "klaar_op": tell.at(row.done_at),
            "klaar_door": tell.name(row.done_by) if row.done_by else "",
        }
        for row in await tasks.of_handoff(tx, found.id)
    ]


async def _alerts(tx: Tx, tell: _Teller, family_id: str) -> list[Row]:
    return [
        {"wat": tell.say(words.ALERTS, kind), "wanneer": tell.at(at)}
        for kind, at in await copies.alerts_of(tx, family_id)
    ]


async def _files(tx: Tx, tell: _Teller, family_id: str) -> list[Row]:
    return [
        {
            "id": row.id,
            "soort": tell.say(words.FILES, row.kind),
            "type": row.mime,
            "bytes": row.size,
            "wanneer": tell.at(row.created_at),
            "bewaard": row.state == "kept",
        }
        for row in await attachments.of_family(tx, family_id)
    ]


async def _addresses(tx: Tx, tell: _Teller, family_id: str) -> list[Row]:
    return [
        {
            "via": tell.say(words.CHANNELS, row.channel),
            "adres": row.value,
            "werkt": row.reachable,
            "sinds": tell.at(row.created_at),
        }
        for row in await copies.addresses_of(tx, family_id)
    ]


async def _readers(tx: Tx, tell: _Teller, family_id: str) -> list[Row]:
    return [
        {
            "naam": one.name,
            "rol": one.role,
            "dag": one.on.isoformat(),
            "wat": [tell.say(words.LOOKS, what) for what in one.what],
            "reden": [mask(why) for why in one.why],
        }
        for one in await rights.all_readers(tx, tell.house, family_id)
    ]
