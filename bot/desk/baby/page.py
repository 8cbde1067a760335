"""One family's baby packages on one page, and the forms on it. A person decides everything here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from starlette.responses import Response

from bot.desk import fields
from bot.desk.baby import words
from bot.desk.baby.ports import Packages
from bot.desk.gate import Call, View
from bot.desk.programme_forms import careful, seen, to_family
from bot.desk.referring.words import REFERRERS
from bot.desk.views import shared
from bot.service.programmes.baby.desk import Sheet
from casework import budget
from casework.phones import spoken
from dialogs.language import dates

_HERE = "/overdracht/{handoff:str}/babypakket"
_ONE = _HERE + "/{number:int}"


async def page(call: Call) -> Response:
    """Everything that was asked for her, with the counter of the programme."""
    shelf = await _desk_of(call).shelf(call.handoff.id, call.me)
    query = call.request.query_params
    done, refused = query.get("na", ""), query.get("reden", "")
    table, code = (words.REFUSED, refused) if refused else (words.SAID, done)
    return call.desk.pages.show(
        "baby.html",
        shelf=shelf,
        child=_child(call),
        brought=_brought(call),
        day=lambda on: dates.day(on, call.today),
        euros=budget.euros,
        spoken=spoken,
        moment=lambda at: datetime.fromtimestamp(at, UTC),
        once=fields.once(),
        said=call.desk.pages.say(table[code]) if code in table else "",
        **shared(call),
    )


def _child(call: Call) -> Callable[[str], str]:
    def said(value: str) -> str:
        if value in words.CHILDREN or not value:
            return call.desk.pages.say(words.CHILDREN[value]) if value else ""
        year, month = value.split("-")
        return f"{dates.MONTHS[int(month) - 1]} {year}"

    return said


def _brought(call: Call) -> Callable[[Sheet], str]:
    def said(sheet: Sheet) -> str:
        if sheet.brought_by == "parent":
            return call.desk.pages.say(REFERRERS["parent"])
        return call.desk.name(sheet.brought_by)

    return said


async def begin(call: Call) -> Response:
    """Ask for her, where she did not herself."""
    await _desk_of(call).begin(call.handoff.id, call.me, call.fields.get("fase", ""), call.mark)
    return _back(call, "gevraagd")


async def refer(call: Call) -> Response:
    """The municipality puts in a word itself."""
    phase = call.fields.get("fase", "")
    await _desk_of(call).refer(call.handoff.id, call.me, call.number, phase, seen(call))
    return _back(call, "verwezen")


async def grant(call: Call) -> Response:
    """A package out of the quota, or the reason why it does not fit."""
    wrong = await _desk_of(call).grant(call.handoff.id, call.me, call.number, seen(call))
    return _back(call, "toegekend", wrong.value if wrong else "")


async def move(call: Call) -> Response:
    """Posted, or stopped, with what she hears of it."""
    state, why = str(call.request.path_params["step"]), call.fields.get("waarom", "")
    await _desk_of(call).move(call.handoff.id, call.me, call.number, state, seen(call), why)
    return _back(call, state)


async def remind(call: Call) -> Response:
    """The day for the second package; an empty one takes it back."""
    text = call.fields.get("dag", "").strip()
    day = date.fromisoformat(text) if text else None
    await _desk_of(call).remind(call.handoff.id, call.me, call.number, day, seen(call))
    return _back(call, "dag")


def _desk_of(call: Call) -> Packages:
    return call.desk.programmes.packages


def _back(call: Call, done: str, refused: str = "") -> Response:
    return to_family(call, "babypakket", done, refused)


def _careful(view: View) -> View:
    return careful(view, _back, lambda call: _desk_of(call).programme is not None)


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("baby", "GET", _HERE, _careful(page)),
    ("baby_begin", "POST", _HERE, _careful(begin)),
    ("baby_refer", "POST", _ONE + "/verwijzen", _careful(refer)),
    ("baby_grant", "POST", _ONE + "/toekennen", _careful(grant)),
    ("baby_move", "POST", _ONE + "/stap/{step:str}", _careful(move)),
    ("baby_remind", "POST", _ONE + "/tweede", _careful(remind)),
)
TABLES = {  # for the templates
    "BABY_PHASES": words.PHASES,
    "BABY_STATES": words.STATES,
    "BABY_HELPS": words.HELPS,
    "BABY_REACHES": words.REACHES,
    "BABY_SIZES": words.SIZES,
    "BABY_COLOURS": words.COLOURS,
    "BABY_WHYS": words.WHYS,
}
