"""Bringing signals in: one by hand, or a creditor's file, which is looked at before it is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from starlette.responses import Response

from bot.desk.arrears import carried, part, words
from bot.desk.arrears.carried import Carried
from bot.desk.arrears.listed import HERE, desk_of, shown
from bot.desk.gate import Call
from bot.desk.views import shared
from bot.desk.web import see
from bot.service.programmes.arrears.bringing import Taken
from casework import arrears_file, creditors
from casework.arrears_file import Read, Row, Wrong

MOST_FAULTS = 200  # that are shown; more is a file to look at anew
MOST_SHOWN = 50  # rows, to see whether the columns are where they should be
_SAME, _OTHER = "ja", "nee"  # whether a creditor is the one whose name it resembles


async def add(call: Call) -> Response:
    """One signal by hand."""
    given = {name: call.fields.get(name, "").strip()[:400] for name in words.FIELDS}
    known = await desk_of(call).all_creditors()
    given["creditor"] = creditors.spelled(given["creditor"], known)
    found = arrears_file.row(given, call.today)
    if isinstance(found, Row) and not found.creditor:
        found = {"creditor": Wrong.MISSING}
    if not isinstance(found, Row):
        return await shown(call, given=given, wrong=found, status=422)
    alike = creditors.alike(found.creditor, known)
    if alike and call.fields.get("andere") != "ja":
        return await shown(call, given=given, alike=alike, status=422)
    taken = await desk_of(call).take(call.me, [found])
    return see(f"{HERE}?na={'bewaard' if taken.new else 'bekend'}")


async def look(call: Call) -> Response:
    """What would be taken of a creditor's file, and what not, row by row. Nothing is kept."""
    typed = call.fields.get("schuldeiser", "").strip()
    whose = arrears_file.fits("creditor", typed)
    if typed and not whose:
        return see(f"{HERE}?na=naam")
    file = Carried(call.me, whose, call.upload)
    known = await desk_of(call).all_creditors()
    read, _ = await _read(call, file, known)
    if any(not one.creditor for one in read.rows):
        return see(f"{HERE}?na=wie")
    return await _foreseen(call, file, read, known)


async def keep(call: Call) -> Response:
    """Keep what the report said; the file comes back sealed with it. Twice counts once."""
    file = carried.opened(call.desk.vault, call.fields.get(carried.FIELD, ""), call.me, call.now)
    if file is None:
        return see(f"{HERE}?na=verlopen")
    known = await desk_of(call).all_creditors()
    read, spelled = await _read(call, file, known)
    asked = _alike(read, known)
    answers = {name: call.fields.get(f"naam-{n}", "") for n, name in enumerate(asked)}
    if not set(answers.values()) <= {_SAME, _OTHER}:
        return await _foreseen(call, file, read, known, unanswered=True)
    if same := {name: asked[name] for name, said in answers.items() if said == _SAME}:
        read = await _parsed(call, file, spelled | same)
    return _told(call, read, await desk_of(call).take(call.me, read.rows), kept=True)


async def _foreseen(
    call: Call, file: Carried, read: Read, known: list[str], *, unanswered: bool = False
) -> Response:
    taken = await desk_of(call).foreseen(read.rows)
    sealed = carried.sealed(call.desk.vault, file, call.now) if read.rows else ""
    alike = _alike(read, known)
    return _told(call, read, taken, sealed=sealed, alike=alike, unanswered=unanswered)


def _told(
    call: Call, read: Read, taken: Taken, *, kept: bool = False, sealed: str = "",
    alike: Mapping[str, str] | None = None, unanswered: bool = False,
) -> Response:  # fmt: skip
    refused = not read.rows and bool(read.faults)
    return call.desk.pages.show(
        "arrears/report.html",
        status=422 if refused or unanswered else 200,
        read=read,
        rows=len({fault.row for fault in read.faults}),
        faults=read.faults[:MOST_FAULTS],
        more=max(0, len(read.faults) - MOST_FAULTS),
        new=len(taken.new),
        shown=taken.new[:MOST_SHOWN],
        day=lambda on: part.day(call, on),
        brought=taken.at,
        known=taken.known[:MOST_FAULTS],
        known_count=len(taken.known),
        kept=kept,
        sealed=sealed,
        alike=alike or {},
        unanswered=unanswered,
        **shared(call),
    )


async def _read(call: Call, file: Carried, known: list[str]) -> tuple[Read, dict[str, str]]:
    """The file, with each creditor called as it is known already, and what was called otherwise."""
    read = await _parsed(call, file, {})
    names = {name: creditors.spelled(name, known) for name in _creditors(read)}
    spelled = {name: one for name, one in names.items() if name != one}
    return (await _parsed(call, file, spelled) if spelled else read), spelled


async def _parsed(call: Call, file: Carried, spelled: Mapping[str, str]) -> Read:
    return await asyncio.to_thread(arrears_file.read, file.body, call.today, file.creditor, spelled)


def _alike(read: Read, known: list[str]) -> dict[str, str]:
    """New creditors of this file that resemble a known one, by name."""
    found = {name: creditors.alike(name, known) for name in _creditors(read)}
    return {name: one for name, one in found.items() if one}


def _creditors(read: Read) -> list[str]:
    return sorted({one.creditor for one in read.rows})
