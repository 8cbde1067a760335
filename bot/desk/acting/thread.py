"""What was written and said back and forth, and how the promise clock of a family stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.desk import rows
from bot.desk.book import Done, Entry, Vow
from bot.service.staff import told
from bot.service.staff.writing import key_of, once_more
from casework import promises as rules
from casework.calendar import Calendar
from casework.promises import Count, Stand
from storage import acts, answers, promises, staff_texts
from storage.answers import AnswerRow
from storage.promises import Promise
from storage.staff_texts import StaffText
from storage.tx import Tx

ANSWER = "answer"  # her side
SHOWN = (staff_texts.NOTE, staff_texts.MESSAGE, staff_texts.CALL)


async def of_family(tx: Tx, family_id: str, written: Sequence[StaffText]) -> tuple[Entry, ...]:
    """Of what was written: notes, messages and calls; with her answers, oldest first."""
    keys = {one.key for one in written}
    ours = [replace(_ours(one), again=_again(one, keys)) for one in written if one.kind in SHOWN]
    kept = await answers.of_family(tx, family_id, history=True)
    hers = [_hers(row) for row in kept if (row.script, row.step) == (told.SCRIPT, told.STEP)]
    return tuple(sorted((*ours, *hers), key=lambda entry: entry.at))


def _ours(one: StaffText) -> Entry:
    goes = rows.sure(one.not_before) if one.state == staff_texts.WAITING else None
    return Entry(
        one.id,
        one.kind,
        one.author,
        one.text,
        rows.sure(one.created_at),
        one.state,
        one.reason,
        goes,
    )


def _again(one: StaffText, keys: Collection[str]) -> bool:
    """Whether it failed, and nobody let it go once more yet."""
    key = key_of(staff_texts.MESSAGE, one.handoff_id, once_more(one.id))
    return one.kind == staff_texts.MESSAGE and one.state == staff_texts.FAILED and key not in keys


def _hers(row: AnswerRow) -> Entry:
    return Entry(0, ANSWER, "", row.body.get("words", ""), rows.sure(row.at), row.status)


def corrections(written: Iterable[StaffText]) -> dict[str, tuple[Entry, ...]]:
    """Of what was written: how lines of the summary should read, by "script.step"; newest last."""
    found: dict[str, tuple[Entry, ...]] = {}
    for one in written:
        if one.kind == staff_texts.CORRECTION:
            found[one.about] = (*found.get(one.about, ()), _ours(one))
    return found


async def done(tx: Tx, handoff_id: str) -> tuple[Done, ...]:
    """What was done for this handoff, oldest first."""
    return tuple(
        Done(one.actor, one.what, one.ref, rows.sure(one.at))
        for one in await acts.of_handoff(tx, handoff_id)
    )


def vow(found: Iterable[Promise], now: datetime, calendar: Calendar) -> Vow | None:
    """The promise that counts now: the next one still ahead, else the last that was broken."""
    every = sorted(found, key=lambda one: one.due_at)
    ahead = [one for one in every if one.due_at > now.timestamp()]
    shown = ahead[0] if ahead else every[-1] if every else None
    if shown is None:
        return None
    due = rows.sure(shown.due_at)
    counted: Count = rules.count(rows.sure(shown.made_at), due, now, calendar)
    broken = len(ahead) < len(every) or counted.stand is Stand.BROKEN
    return Vow(due, counted.stand, counted.left, broken)


async def vows(
    tx: Tx, handoff_ids: Iterable[str], now: datetime, calendar: Calendar
) -> dict[str, Vow]:
    """The promise that counts now, for each of these handoffs that has one."""
    grouped: dict[str, list[Promise]] = {}
    for one in await promises.waited_for(tx, list(handoff_ids)):
        grouped.setdefault(one.handoff_id, []).append(one)
    found = {one: vow(some, now, calendar) for one, some in grouped.items()}
    return {one: kept for one, kept in found.items() if kept is not None}
