"""One family's requests for children on one page. A person decides everything here."""

from __future__ import annotations

from datetime import UTC, date, datetime

from starlette.responses import Response

from bot.desk import fields
from bot.desk.child_package import forms, words
from bot.desk.child_package.ports import ChildPackages
from bot.desk.gate import Call, View
from bot.desk.programme_forms import careful, seen, to_family
from bot.desk.views import shared
from bot.service.programmes.child_package.desk import Sheet
from casework import budget
from casework.funds import Fund, Why
from casework.phones import spoken
from dialogs.language import dates

_HERE = "/overdracht/{handoff:str}/kindpakket"
_ONE = _HERE + "/{number:int}"
_MOVES = {"visit": "gesprek", "refused": "nee", "not_found": "gestopt", "withdrawn": "gestopt"}


def desk_of(call: Call) -> ChildPackages:
    """What can be done here."""
    return call.desk.programmes.child_package


async def page(call: Call) -> Response:
    """Every request for her children."""
    desk = desk_of(call)
    query = call.request.query_params
    done, refused = query.get("na", ""), query.get("reden", "")
    said = words.REFUSED.get(refused) or words.SAID.get(done)
    return call.desk.pages.show(
        "child_package.html",
        sheets=await desk.sheets(call.handoff.id, call.me),
        funds=desk.funds,
        why=lambda sheet, fund: _why(call, sheet, fund),
        years=await desk.years(),
        day=lambda on: _day(call, on),
        at=lambda seconds: call.desk.words.short(datetime.fromtimestamp(seconds, UTC)),
        many=lambda table, codes: _many(call, table, codes),
        euros=budget.euros,
        spoken=spoken,
        once=fields.once(),
        said=call.desk.pages.say(said) if said else "",
        **shared(call),
    )


def _day(call: Call, on: str | None) -> str:
    return dates.day(date.fromisoformat(on), call.today) if on else ""


def _many(call: Call, table: dict[str, str], codes: str) -> str:
    """Codes with ", " between them, in words."""
    known = (one for one in codes.split(", ") if one in table)
    return ", ".join(call.desk.pages.say(table[one]) for one in known)


def _why(call: Call, sheet: Sheet, fund: Fund) -> str:
    """Why this fund may fit, in a sentence; "" when nothing speaks for it."""
    found = next((one for one in sheet.suggestions if one.fund.id == fund.id), None)
    if found is None:
        return ""
    say = call.desk.pages.say
    because = words.WISHES.get(found.because) if found.why is Why.WISH else None
    said = say(words.WHY[found.why.value], because=say(because) if because else found.because)
    return said if found.age_known else f"{said}; {say(words.AGE)}"


async def begin(call: Call) -> Response:
    """A worker asks for a child."""
    await desk_of(call).begin(call.handoff.id, call.me, forms.wanted(call.fields), call.mark)
    return _back(call, "begonnen")


async def note(call: Call) -> Response:
    """What is needed, and what succeeds without a fund."""
    noted, version = forms.notes(call.fields), seen(call)
    await desk_of(call).note(call.handoff.id, call.me, call.number, noted, version)
    return _back(call, "notitie")


async def invite(call: Call) -> Response:
    """A code for a helper from outside."""
    await desk_of(call).invite(call.handoff.id, call.me, call.number, seen(call))
    return _back(call, "code")


async def move(call: Call) -> Response:
    """A talk, a no of the fund, or the end of it."""
    state, version = call.fields.get("staat", ""), seen(call)
    await desk_of(call).move(call.handoff.id, call.me, call.number, state, version)
    return _back(call, _MOVES.get(state, ""))


async def send(call: Call) -> Response:
    """To the fund that was chosen."""
    fund, version = call.fields.get("fonds", ""), seen(call)
    await desk_of(call).send(call.handoff.id, call.me, call.number, fund, version)
    return _back(call, "gestuurd")


async def arrange(call: Call) -> Response:
    """It is arranged, or the reason why the money does not fit."""
    paid, version = call.fields.get("hoe", ""), seen(call)
    cents = forms.given(call.fields)
    wrong = await desk_of(call).arrange(call.handoff.id, call.me, call.number, paid, cents, version)
    return _back(call, "" if wrong else "geregeld", wrong.value if wrong else "")


def _back(call: Call, done: str, refused: str = "") -> Response:
    return to_family(call, "kindpakket", done, refused)


def _careful(view: View) -> View:
    return careful(view, _back, lambda call: desk_of(call).here)


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("child_package", "GET", _HERE, _careful(page)),
    ("child_package_begin", "POST", _HERE, _careful(begin)),
    ("child_package_note", "POST", _ONE + "/notitie", _careful(note)),
    ("child_package_invite", "POST", _ONE + "/code", _careful(invite)),
    ("child_package_move", "POST", _ONE + "/staat", _careful(move)),
    ("child_package_send", "POST", _ONE + "/fonds", _careful(send)),
    ("child_package_arrange", "POST", _ONE + "/geregeld", _careful(arrange)),
)
TABLES = {  # for the templates
    "CHILD_STATES": words.STATES,
    "CHILD_WISHES": words.WISHES,
    "CHILD_BANDS": words.BANDS,
    "CHILD_ASKERS": words.ASKERS,
    "CHILD_TIMES": words.TIMES,
    "CHILD_PLACES": words.PLACES,
    "CHILD_PAID": words.PAID,
    "CHILD_NOTES": words.NOTES,
}
