"""Being away: from, to, and who stands in. One marks oneself; a coordinator anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

from bot.desk import fields
from bot.desk.acting import words
from bot.desk.acting.page import deeds
from bot.desk.gate import Call
from bot.desk.views import shared
from bot.desk.web import see
from bot.service.staff.away import BadAbsence
from casework.municipality import CASEWORKERS, Person, Role
from storage.absences import Absence


@dataclass(frozen=True, slots=True)
class Form:
    """What was filled in."""

    person: str
    cover: str = ""
    first: str = ""
    last: str = ""
    once: str = ""
    wrong: str = ""  # a key of words.AWAY


async def page(call: Call) -> Response:
    """Who is away, and the form."""
    return await _show(call, Form(call.me if _helps(call) else "", once=fields.once()))


async def mark(call: Call) -> Response:
    """Mark somebody away, or show what is not right yet."""
    sent = call.fields
    form = Form(
        sent.get("wie", "") or call.me, sent.get("vervanger", ""), sent.get("van", ""),
        sent.get("tot", ""), call.mark,
    )  # fmt: skip
    try:
        first, last = date.fromisoformat(form.first), date.fromisoformat(form.last)
    except ValueError:
        return await _show(call, _with(form, "dates"), status=422)
    try:
        await deeds(call).away.mark(call.me, form.person, form.cover, first, last, form.once)
    except BadAbsence as wrong:
        return await _show(call, _with(form, str(wrong)), status=422)
    return see("/afwezig?na=genoteerd")


async def back(call: Call) -> Response:
    """Back earlier, or it does not happen."""
    await deeds(call).away.back(call.me, call.number)
    return see("/afwezig?na=terug")


def _with(form: Form, wrong: str) -> Form:
    return Form(form.person, form.cover, form.first, form.last, form.once, wrong)


async def _show(call: Call, form: Form, status: int = 200) -> Response:
    said = call.request.query_params.get("na", "")
    return call.desk.pages.show(
        "acting/absence.html",
        status=status,
        form=form,
        colleagues=_colleagues(call),
        everybody=not _helps(call),
        away=[one for one in await deeds(call).away.ahead() if _concerns(call, one)],
        talks=await deeds(call).away.talks(call.me) if _helps(call) else (),
        said=call.desk.pages.say(words.AWAY_DONE[said]) if said in words.AWAY_DONE else "",
        **shared(call),
    )


def _colleagues(call: Call) -> list[Person]:
    return [one for one in call.desk.municipality.people if one.role in CASEWORKERS]


def _helps(call: Call) -> bool:
    """Whether she helps families herself; a coordinator does not."""
    who = call.desk.person(call.me)
    return who is not None and who.role is not Role.COORDINATOR


def _concerns(call: Call, one: Absence) -> bool:
    return not _helps(call) or call.me in (one.person, one.cover)
