"""Writing about a family: a note for the tandem, or a message that she gets, after a preview."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from starlette.responses import JSONResponse, Response

from bot.desk import fields, told
from bot.desk.acting import hints, words
from bot.desk.acting.page import deeds
from bot.desk.book import File
from bot.desk.gate import Call
from bot.desk.views import call_name, shared
from bot.desk.web import see
from bot.service.staff.writing import LONGEST, BadText, Preview, once_more
from dialogs.language.guard import mask
from storage import staff_texts


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the form. `once` makes sending it twice harmless."""

    text: str
    once: str
    wrong: str = ""  # a key of words.WRONG


def blank(text: str = "") -> Form:
    """A new form."""
    return Form(text, fields.once())


def _read(call: Call) -> Form:
    text = call.fields.get("tekst", "").replace("\r\n", "\n").strip()
    return Form(text, call.mark)


async def page(call: Call) -> Response:
    """What was written so far, and the form with what was being typed."""
    return await _show(call, blank(await deeds(call).writing.draft(call.handoff.id, call.me)))


async def write(call: Call) -> Response:
    """The form was sent: keep a note, show what she would get, or put in a ready-made text."""
    form, wanted = _read(call), call.fields.get("doe", "")
    if wanted == "notitie":
        return await _note(call, form)
    if wanted == "kies":
        return await _show(call, form, chosen=call.fields.get("kant", ""))
    return await show_preview(call, form)


async def _note(call: Call, form: Form) -> Response:
    try:
        await deeds(call).writing.note(call.handoff.id, call.me, form.text, form.once)
    except BadText as wrong:
        return await _again(call, form, str(wrong))
    return _back(call, "notitie")


async def send(call: Call) -> Response:
    """Send it, unless it is quiet now and nobody was told so."""
    form, when = _read(call), call.fields.get("wanneer", "nu")
    if when == "aanpassen":
        return await _show(call, form)
    return await _send(call, form, when, warned=call.fields.get("stil") == "ja")


async def once_again(call: Call) -> Response:
    """A message that failed goes once more, with the same words; in quiet hours one chooses."""
    number = call.number
    kept = await deeds(call).writing.get(call.handoff.id, call.me, number)
    if (kept.kind, kept.state) != (staff_texts.MESSAGE, staff_texts.FAILED):
        return _back(call, "niet-weer")
    return await _send(call, Form(kept.text, once_more(number)), "nu", warned=False)


async def _send(call: Call, form: Form, when: str, *, warned: bool) -> Response:
    if call.desk.calendar.quiet(call.now) and not warned:
        return await show_preview(call, form)
    try:
        await deeds(call).writing.send(
            call.handoff.id, call.me, form.text, form.once,
            at_night=warned and when == "nu", morning=warned and when == "later",
        )  # fmt: skip
    except BadText as wrong:
        return await _again(call, form, str(wrong))
    return _back(call, "bericht-later" if warned and when == "later" else "bericht")


async def take_back(call: Call) -> Response:
    """Not sent after all: the words stand in the form again."""
    number = call.number
    kept = await deeds(call).writing.take_back(call.handoff.id, call.me, number)
    if kept is None:
        return _back(call, "te-laat")
    return await _show(call, blank(kept.text))


async def from_note(call: Call) -> Response:
    """A note that somebody wants to send: she sees first what the parent would get."""
    number = call.number
    kept = await deeds(call).writing.get(call.handoff.id, call.me, number)
    return await show_preview(call, blank(kept.text))


async def hint(call: Call) -> Response:
    """Hints while typing, for the page's own script; the words wait in case the visit ends."""
    form = call.fields.get("vorm", "je")
    text = mask(call.fields.get("tekst", "")[: LONGEST * 2])
    await deeds(call).writing.keep_draft(call.handoff.id, call.me, text)
    found = await asyncio.to_thread(hints.of, text, "u" if form == "u" else "je")
    return JSONResponse(
        {"hints": [{"reason": one.reason, "instead": one.instead} for one in found]}
    )


async def show_preview(call: Call, form: Form) -> Response:
    """The message as she gets it, whom it is from, and what to think of before it goes."""
    try:
        seen = await deeds(call).writing.preview(call.handoff.id, call.me, form.text)
    except BadText as wrong:
        return await _again(call, form, str(wrong))
    found = await asyncio.to_thread(hints.of, seen.text, seen.form)
    return call.desk.pages.show(
        "acting/preview.html",
        form=form,
        seen=seen,
        hints=found,
        later=_later(call, seen),
        **shared(call),
    )


def _later(call: Call, seen: Preview) -> str:
    return call.desk.calendar.full(seen.later, call.now) if seen.later else ""


async def _again(call: Call, form: Form, wrong: str) -> Response:
    return await _show(call, Form(form.text, form.once, wrong), status=422)


async def _show(call: Call, form: Form, status: int = 200, chosen: str = "") -> Response:
    file = await call.desk.book.file(call.me, call.handoff.id)  # notes the look
    if file is None:
        return told.not_here(call.desk, call.visit)
    town = call.desk.municipality
    if (ready := town.desk.ready_text(chosen)) is not None:
        words_of_it = ready.said(file.summary.form).format_map(town.facts())
        form = replace(form, text=f"{form.text}\n\n{words_of_it}".strip())
    return call.desk.pages.show(
        "acting/write.html",
        status=status,
        form=form,
        file=file,
        call_name=call_name(file.summary),
        said=_said(call, file),
        ready=town.desk.ready_texts,
        most=LONGEST,
        **shared(call),
    )


def _said(call: Call, file: File) -> str:
    done = call.request.query_params.get("na", "")
    if done not in words.DONE:
        return ""
    goes = [entry.goes_at for entry in file.thread if entry.goes_at]
    moment = call.desk.calendar.full(goes[-1], call.now) if goes else ""
    return call.desk.pages.say(words.DONE[done], moment=moment)


def _back(call: Call, done: str) -> Response:
    return see(f"/overdracht/{call.handoff.id}/bericht?na={done}#laatste")
