"""The count of what went out: the fake's journal against the rows that asked for it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from bot.channels import telegram_text
from bot.service import letters
from storage import contacts, deliveries
from storage.schema import addresses, inbox, outbox, reminders
from storage.sql import unpack
from storage.tx import AnyRow, Tx
from tests.crash.figures import Figures
from tests.crash.kept import opened
from tests.crash.planner import PREFIX
from tests.crash.run import Fire
from tests.storage.peek import unseen

Sent = tuple[str, str, str]  # chat, text, buttons: the buttons carry the turn


@dataclass(slots=True)
class _Book:
    """What was asked for, and what the fake took."""

    asked: dict[Sent, list[AnyRow]] = field(default_factory=lambda: defaultdict(list))
    taken: Counter[Sent] = field(default_factory=Counter)
    may: Counter[Sent] = field(default_factory=Counter)  # repeats that are allowed
    by_reminder: dict[int, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    unsure: set[int] = field(default_factory=set)  # outbox ids that people can see as unsure


async def check_sends(tx: Tx, figures: Figures, fire: Fire) -> None:
    """Every message arrived; a reply repeats once per send in flight, a reminder never."""
    book = _Book()
    _taken(book, fire)
    await _asked(tx, book, fire)
    await _shown(tx, book)
    figures.sends, figures.may_repeat = book.taken.total(), book.may.total()
    for sent, rows in book.asked.items():
        for row in rows:
            _check_state(figures, book, row, book.taken[sent])
        more = book.taken[sent] - len(rows)
        if more > 0:
            figures.repeats += more
        if more > book.may[sent]:
            figures.wrong("repeated too often:", rows[0].key, f"{more}, allowed {book.may[sent]}")
    for sent in book.taken.keys() - book.asked.keys():
        figures.wrong("nobody asked for a message to", sent[0])
    await _check_reminders(tx, figures, book)


def _taken(book: _Book, fire: Fire) -> None:
    for call in fire.fake.world.journal:
        if call.done and call.method in ("sendMessage", "editMessageText"):
            params = call.params
            sent = _sent(params["chat_id"], params["text"], params.get("reply_markup"))
            book.taken[sent] += 1
            book.may[sent] += call.status == 0


async def _asked(tx: Tx, book: _Book, fire: Fire) -> None:
    rows = await opened(tx, outbox, "telegram")
    chats = await _chats(tx, {row.address_id: row.family_id for row in rows})
    stuck = Counter(one for kill in fire.events.stuck for one in kill)
    for row in rows:
        body = unpack(tx.vault.open(row.family_id, f"outbox.body|{row.key}", row.body_sealed))
        message = letters.load(body).message
        if row.kind == letters.CLOSE:
            continue
        text = telegram_text.to_html("".join(telegram_text.split(message.text)))
        sent = _sent(chats[row.address_id], text, telegram_text.keyboard(message))
        book.asked[sent].append(row)
        if row.kind == letters.REMINDER:
            book.by_reminder[row.reminder_id].append(sent)
            book.may[sent] = 0
        else:
            book.may[sent] += stuck[row.id]


async def check_pages(tx: Tx, figures: Figures) -> None:
    """What the web chat shows: every message went out, and no question was put twice."""
    asked: Counter[tuple[int, int]] = Counter()
    for row in await opened(tx, outbox, "web"):
        body = unpack(tx.vault.open(row.family_id, f"outbox.body|{row.key}", row.body_sealed))
        asked[row.conversation_id, row.turn] += bool(row.turn) and not body.get("update")
        if row.state != "sent":
            figures.wrong(f"still {row.state}:", row.key, row.error)
    for (conversation, turn), times in asked.items():
        if times > 1:
            figures.doubled += times - 1
            figures.wrong("asked twice on the page:", conversation, f"turn {turn}")


async def _chats(tx: Tx, families: dict[int, str]) -> dict[int, str]:
    found = {}
    for row in await tx.all(select(addresses).where(addresses.c.channel == "telegram")):
        if family := families.get(row.id):
            place = contacts.place(row.hash)
            found[row.id] = tx.vault.open(family, place, row.value_sealed).decode()
    return found


def _sent(chat: object, text: str, buttons: Any) -> Sent:
    return str(chat), text, json.dumps(buttons, sort_keys=True)


async def _shown(tx: Tx, book: _Book) -> None:
    """What people can see: an alert, and a line in the list of undelivered messages."""
    raised = {one.ref for one in await unseen(tx) if one.kind == "unsure"}
    families = {row.family_id for rows in book.asked.values() for row in rows}
    listed = {
        one.outbox_id
        for family in families
        for one in (await deliveries.of_family(tx, family)).troubled
        if one.state == "unsure"
    }
    book.unsure = {one for one in listed if f"outbox:{one}" in raised}


def _check_state(figures: Figures, book: _Book, row: AnyRow, taken: int) -> None:
    """An edit may change nothing, and then the fake does not count it."""
    if row.state == "sent":
        if not taken and row.turn not in _edited(book, row):
            figures.wrong("said to be sent, but never taken:", row.key)
    elif row.state == "unsure":
        if row.id not in book.unsure:
            figures.wrong("unsure, and nobody can see it:", row.key)
    else:
        figures.wrong(f"still {row.state}:", row.key, row.error)


def _edited(book: _Book, row: AnyRow) -> set[int]:
    """The turns of which several messages were asked: the first was shown, others changed it."""
    turns = Counter(
        one.turn
        for rows in book.asked.values()
        for one in rows
        if one.conversation_id == row.conversation_id
    )
    return {turn for turn, count in turns.items() if count > 1}


async def _check_reminders(tx: Tx, figures: Figures, book: _Book) -> None:
    """Each of ours went out once, or people can see that it did not (surely)."""
    fired = Counter(
        row.key for row in await tx.all(select(inbox.c.key).where(inbox.c.channel == "clock"))
    )
    late = {one.key for one in await unseen(tx) if one.kind == "late"}
    for row in await tx.all(select(reminders).where(reminders.c.key.startswith(PREFIX))):
        if row.state == "fired" and fired[f"reminder:{row.id}"] == 1:
            _check_fired(figures, book, row)
        elif row.state == "cancelled" or (row.state == "dropped" and f"late:{row.id}" in late):
            continue
        else:
            figures.reminders_missed += 1
            figures.wrong("a reminder was missed in silence:", row.key, row.state, row.reason)


def _check_fired(figures: Figures, book: _Book, row: AnyRow) -> None:
    sent = book.by_reminder[row.id]
    times = sum(book.taken[one] for one in sent)
    if len(sent) != 1 or times > 1:
        figures.reminders_doubled += max(len(sent), times) - 1
        figures.wrong("reminder:", row.key, f"{len(sent)} messages, taken {times} times")
    states = [one.state for message in sent for one in book.asked[message]]
    figures.reminded += times
    figures.unsure += states.count("unsure")
    if not times and "unsure" not in states:
        figures.reminders_missed += 1
        figures.wrong("a reminder never arrived:", row.key, states)
