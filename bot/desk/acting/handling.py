"""Calls, the partner, tasks, outcomes, corrections, closing: small forms that end in a 303.

One that is not right yet comes back with what was typed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from starlette.responses import Response

from bot.desk import fields, told
from bot.desk.acting import words
from bot.desk.acting.page import deeds
from bot.desk.book import File
from bot.desk.gate import Call
from bot.desk.views import Refused, call_name, shared, show_family
from bot.desk.web import see
from bot.service.not_done import Changed
from bot.service.staff.handling import BadDeed
from bot.service.staff.writing import LONGEST, BadText
from casework.summary import Line

_ONCE = re.compile(r"[A-Za-z0-9_-]{16,64}")


def once(call: Call) -> str:
    """The form's own mark; without one each sending is one of its own."""
    sent = call.fields.get("eenmaal", "")
    return sent if _ONCE.fullmatch(sent) else fields.once()


async def called(call: Call) -> Response:
    """She was called; `gesproken` says whether she answered."""
    spoke, note = call.fields.get("gesproken") == "ja", call.fields.get("tekst", "")
    try:
        await deeds(call).handling.called(
            call.handoff.id, call.me, spoke=spoke, note=note, once=once(call)
        )
    except BadText:
        return await _again(call, "call", "te-lang")
    return _back(call, "gebeld" if spoke else "geen-gehoor")


async def hand(call: Call) -> Response:
    """The partner goes on with it."""
    try:
        await deeds(call).handling.hand(
            call.handoff.id, call.me, call.fields.get("tekst", ""), once(call)
        )
    except BadText:
        return await _again(call, "hand", "te-lang")
    except BadDeed as wrong:
        return _back(call, str(wrong))
    return _back(call, "overgegeven")


async def add_task(call: Call) -> Response:
    """A task by hand."""
    try:
        day = _day(call.fields.get("dag", ""))
        await deeds(call).handling.add_task(
            call.handoff.id, call.me, call.fields.get("tekst", ""),
            call.fields.get("wie", call.me), day, once(call),
        )  # fmt: skip
    except (BadDeed, BadText) as wrong:
        return await _again(call, "task", f"taak-{wrong}")
    return _back(call, "taak")


def _day(text: str) -> date | None:
    """A day as a date field sends it. Raises BadDeed for what is none."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadDeed("day") from None


async def outcome(call: Call) -> Response:
    """What a held talk brought; coaching begins only where a place is left."""
    number = call.number
    try:
        await deeds(call).handling.outcome(
            call.handoff.id, call.me, number, call.fields.get("uitkomst", ""), _then(call)
        )
    except BadDeed as wrong:
        return _back(call, str(wrong) if str(wrong) in words.HANDLED else "was-al")
    except Changed:
        return _back(call, "was-al")
    return _back(call, "uitkomst")


def _then(call: Call) -> date | None:
    """When to get in touch again: a day, or so many weeks from now. None: nobody said."""
    weeks = call.fields.get("weken", "")
    if not call.fields.get("dag", "").strip() and weeks.isdecimal() and len(weeks) < 3:
        return call.today + timedelta(weeks=int(weeks))
    return _day(call.fields.get("dag", ""))


async def close(call: Call) -> Response:
    """Close it, with a reason of the municipality's list."""
    reason = call.fields.get("reden", "")
    try:
        await deeds(call).handling.close(call.handoff.id, call.me, reason, once(call))
    except BadDeed as wrong:
        return _back(call, f"sluit-{wrong}")
    return _back(call, "gesloten")


async def reopen(call: Call) -> Response:
    """Go on with it."""
    done = await deeds(call).handling.reopen(call.handoff.id, call.me)
    return _back(call, "heropend" if done else "was-al")


async def correct_form(call: Call) -> Response:
    """One line of the summary with her own words, and what it should read."""
    return await _show_line(call, "")


async def correct(call: Call) -> Response:
    """Keep the correction beside her words; an empty one takes it away."""
    found = await _line(call)
    if found is None:
        return told.not_here(call.desk, call.visit)
    text = "" if call.fields.get("doe") == "weg" else call.fields.get("tekst", "")
    if not text.strip() and call.fields.get("doe") != "weg":
        return await _show_line(call, "empty", status=422)
    try:
        await deeds(call).handling.correct(call.handoff.id, call.me, _about(call), text, once(call))
    except BadText as wrong:
        return await _show_line(call, str(wrong), status=422)
    return _back(call, "verbeterd")


def _about(call: Call) -> str:
    path = call.request.path_params
    return f"{path['script']}.{path['step']}"


async def _line(call: Call) -> tuple[File, Line] | None:
    """The line that the address names; only those of the screen can be corrected."""
    file = await call.desk.book.file(call.me, call.handoff.id)
    if file is None:
        return None
    every = [line for part in file.summary.sections for line in part.lines]
    about = _about(call)
    found = [one for one in every if f"{one.trace.script}.{one.trace.step}" == about]
    return (file, found[0]) if found else None


async def _show_line(call: Call, wrong: str, status: int = 200) -> Response:
    found = await _line(call)
    if found is None:
        return told.not_here(call.desk, call.visit)
    file, line = found
    typed = call.form.get("tekst", "") if call.form else ""
    return call.desk.pages.show(
        "acting/correct.html",
        status=status,
        file=file,
        line=line,
        better=file.corrections.get(_about(call), ()),
        typed=typed,
        wrong=wrong,
        most=LONGEST,
        call_name=call_name(file.summary),
        **shared(call),
    )


async def _again(call: Call, deed: str, why: str) -> Response:
    """The page once more, with this form open: what was typed is not lost."""
    return await show_family(call, Refused(deed, why, call.fields))


def _back(call: Call, done: str) -> Response:
    return see(f"/overdracht/{call.handoff.id}?na={done}")
