"""One family's childcare on one page, and the forms on it. A person decides everything here."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from bot.desk import fields
from bot.desk.childcare import forms, part, words
from bot.desk.childcare.ports import Childcare
from bot.desk.gate import Call, View
from bot.desk.programme_forms import careful, seen_if_told, to_family
from bot.desk.views import shared
from bot.service.arranging.desk import Sheet
from bot.service.not_done import NoSuch
from casework import budget

_HERE = "/overdracht/{handoff:str}/opvang"
_ONE = _HERE + "/{number:int}"


@dataclass(frozen=True, slots=True)
class Sums:
    """The arithmetic under a counter, in words of the page."""

    whole: str  # 15 × € 1.200 × 12 = € 216.000
    monthly: str  # what this family's provider costs a month; "" while that is not noted
    places: int  # how many places the largest budget buys at that price
    of_budget: str


def desk_of(call: Call) -> Childcare:
    """What can be done here."""
    return call.desk.programmes.childcare


async def page(call: Call) -> Response:
    """Everything about her childcare."""
    sheets = await desk_of(call).sheets(call.handoff.id, call.me)
    query = call.request.query_params
    done, refused = query.get("na", ""), query.get("reden", "")
    table = words.REFUSED if refused in words.REFUSED else words.SAID
    code = refused if refused in words.REFUSED else done
    return call.desk.pages.show(
        "childcare.html",
        sheets=sheets,
        ways=desk_of(call).ways,
        sums=[_sums(sheet) for sheet in sheets],
        caution=lambda one: part.caution(call, one.kind.value, one.on),
        day=lambda on: part.day(call, on),
        euros=budget.euros,
        once=fields.once(),
        said=call.desk.pages.say(table[code]) if code in table else "",
        **shared(call),
    )


def _sums(sheet: Sheet) -> Sums | None:
    if sheet.counter is None:
        return None
    programme, cents = sheet.counter.programme, forms.monthly(sheet.notes)
    whole = max((one.cents for one in programme.budgets), default=0)
    fits = budget.places(whole, cents, programme.months or 12) if cents else 0
    said = budget.euros(cents) if cents else ""
    return Sums(sheet.counter.sum, said, fits, budget.euros(whole))


async def begin(call: Call) -> Response:
    """Begin without the parent's own questions, or begin another beside what is there."""
    seen = int(call.fields.get("aantal", "0"))
    await desk_of(call).begin(call.handoff.id, call.me, call.mark, seen)
    return _back(call, "begonnen")


async def set_days(call: Call) -> Response:
    """The first day, or another day that steps count from."""
    days = forms.days(call.fields)
    await desk_of(call).set_days(call.handoff.id, call.me, call.number, days, seen_if_told(call))
    return _back(call, "dagen")


async def choose(call: Call) -> Response:
    """How it is paid."""
    way = call.fields.get("route", "")
    wrong = await desk_of(call).choose(call.handoff.id, call.me, call.number, way)
    return _back(call, "" if wrong else "route", wrong.value if wrong else "")


async def set_day(call: Call) -> Response:
    """Another day for one step."""
    step, on = str(call.request.path_params["step"]), forms.day(call.fields)
    seen = seen_if_told(call)
    await desk_of(call).set_day(call.handoff.id, call.me, call.number, step, on, seen)
    return _back(call, "dag")


async def tick(call: Call) -> Response:
    """A step is done, or not after all."""
    step = str(call.request.path_params["step"])
    done = call.fields.get("klaar") != "nee"
    await desk_of(call).tick(call.handoff.id, call.me, call.number, step, done=done)
    return _back(call, "stap")


async def note(call: Call) -> Response:
    """The provider."""
    noted = forms.notes(call.fields)
    await desk_of(call).note(call.handoff.id, call.me, call.number, noted, seen_if_told(call))
    return _back(call, "notitie")


async def give(call: Call) -> Response:
    """A place out of the budget, or the reason why it does not fit."""
    desk, plan_id = desk_of(call), call.number
    sheets = await desk.sheets(call.handoff.id, call.me)
    sheet = next((one for one in sheets if one.id == plan_id), None)
    if sheet is None or sheet.counter is None:
        raise NoSuch("counter")
    what = forms.place(call.fields, sheet.plan.first_day, sheet.counter.programme)
    wrong = await desk.give(call.handoff.id, call.me, plan_id, what, call.mark)
    return _back(call, "" if wrong else "plek", wrong.value if wrong else "")


async def shorten(call: Call) -> Response:
    """The place ended earlier."""
    grant, months = int(call.fields.get("plek", "")), int(call.fields.get("months", ""))
    await desk_of(call).shorten(call.handoff.id, call.me, call.number, grant, months)
    return _back(call, "korter")


def _back(call: Call, done: str, refused: str = "") -> Response:
    return to_family(call, "opvang", done, refused)


def _careful(view: View) -> View:
    return careful(view, _back)


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("childcare", "GET", _HERE, _careful(page)),
    ("childcare_begin", "POST", _HERE, _careful(begin)),
    ("childcare_days", "POST", _ONE + "/dagen", _careful(set_days)),
    ("childcare_way", "POST", _ONE + "/route", _careful(choose)),
    ("childcare_step", "POST", _ONE + "/stap/{step:str}", _careful(tick)),
    ("childcare_day", "POST", _ONE + "/stap/{step:str}/dag", _careful(set_day)),
    ("childcare_note", "POST", _ONE + "/opvang", _careful(note)),
    ("childcare_give", "POST", _ONE + "/plek", _careful(give)),
    ("childcare_shorten", "POST", _ONE + "/korter", _careful(shorten)),
)
TABLES = {  # for the templates
    "CARE_STEPS": words.STEPS,
    "CARE_OWNERS": words.OWNERS,
    "CARE_DAYS": words.DAYS,
    "CARE_NOTES": words.NOTES,
}
