"""What the tandem sees and does about a breakthrough for a family."""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.responses import Response

from bot.desk import fields
from bot.desk.breakthrough import forms, part, words
from bot.desk.breakthrough.forms import Form
from bot.desk.breakthrough.ports import Asking
from bot.desk.gate import Call, View
from bot.desk.programme_forms import careful, to_family
from bot.desk.views import shared
from bot.service.programmes.breakthroughs.kept import NotNow, Sheet
from casework.breakthrough import LONGEST, PARTS, near
from casework.budget import euros
from casework.summary import SECTIONS
from dialogs.language import dates

_HERE = "/overdracht/{handoff:str}/doorbraak"
_ONE = _HERE + "/{number:int}"


def asking(call: Call) -> Asking:
    """The tandem's side."""
    return call.desk.programmes.breakthroughs.asking


async def page(call: Call) -> Response:
    """What was asked and what came of it, and the form."""
    return await _show(call, Form())


async def ask(call: Call) -> Response:
    """Ask it, or show what is not right yet with all that was typed."""
    form, found = forms.checked(forms.read(call.fields), call.today)
    if found is None:
        return await _show(call, form, status=422)
    try:
        await asking(call).ask(call.handoff.id, call.me, found)
    except NotNow as wrong:
        return await _show(call, forms.refused(form, str(wrong)), status=422)
    return _back(call, "gevraagd")


async def answer(call: Call) -> Response:
    """Answer the officer, or add something."""
    text = call.fields.get("tekst", "")
    try:
        await asking(call).answer(call.handoff.id, call.me, call.number, text)
    except NotNow as wrong:
        if str(wrong) == "over":
            return _back(call, "voorbij")
        return await _show(call, Form(), status=422, typed=text, wrong=str(wrong))
    return _back(call, "antwoord")


async def withdraw(call: Call) -> Response:
    """Not needed any more."""
    return await _pressed(call, "ingetrokken")


async def done(call: Call) -> Response:
    """What was ordered has happened."""
    return await _pressed(call, "klaar")


async def _pressed(call: Call, what: str) -> Response:
    deed = asking(call).done if what == "klaar" else asking(call).withdraw
    try:
        await deed(call.handoff.id, call.me, call.number)
    except NotNow:
        return _back(call, "voorbij")
    return _back(call, what)


async def _show(
    call: Call, form: Form, status: int = 200, typed: str = "", wrong: str = ""
) -> Response:
    room = asking(call)
    sheets = (await room.sheets(call.handoff.id, call.me))[::-1]
    going = next((one for one in sheets if one.going), None)
    return call.desk.pages.show(
        "breakthrough/ask.html",
        status=status,
        sheets=sheets,
        told=[await room.prepared(call.handoff.id, call.me, one) for one in sheets],
        form=form if room.open and call.handoff.state != "closed" else None,
        going=going,
        typed=typed,
        wrong=wrong,
        parts=[(name, SECTIONS[name]) for name in PARTS],
        said=_said(call, sheets),
        once=fields.once(),
        **faces(call),
        **shared(call),
    )


def faces(call: Call) -> dict[str, Any]:
    """How days, money and mistakes are said; for every page of a breakthrough."""
    now = call.today
    return {
        "day": lambda on: dates.day(on, now),
        "day_of": lambda on: dates.day(date.fromisoformat(on), now),
        "clock": lambda on: part.clock(call, on),
        "late": lambda on: on < now,
        "near": lambda on: near(on, now),
        "today": now,
        "euros": euros,
        "most": LONGEST,
        "sections": SECTIONS,
        "mistake": lambda field, code: call.desk.pages.say(words.wrong(field, code), most=LONGEST),
    }


def _said(call: Call, sheets: list[Sheet]) -> str:
    done_ = call.request.query_params.get("na", "")
    if done_ not in words.SAID or not sheets:
        return ""
    return call.desk.pages.say(words.SAID[done_], name=call.desk.name(sheets[0].officer))


def _back(call: Call, what: str) -> Response:
    return to_family(call, "doorbraak", what)


def _careful(view: View) -> View:
    return careful(view, _back)


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("breakthrough", "GET", _HERE, _careful(page)),
    ("breakthrough_ask", "POST", _HERE, _careful(ask)),
    ("breakthrough_answer", "POST", _ONE + "/antwoord", _careful(answer)),
    ("breakthrough_withdraw", "POST", _ONE + "/intrekken", _careful(withdraw)),
    ("breakthrough_done", "POST", _ONE + "/klaar", _careful(done)),
)
TABLES = {"BREAKTHROUGH": words.STATES}  # for the templates
