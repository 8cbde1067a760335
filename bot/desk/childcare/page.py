"""One family's childcare on one page, and the forms on it. A person decides everything here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import Response

from bot.desk import fields
from bot.desk.childcare import forms, part, words
from bot.desk.childcare.ports import Childcare
from bot.desk.gate import Call, View
from bot.desk.programme_forms import careful, seen_if_told, to_family
from bot.desk.views import shared
from bot.service.arranging.desk import Sheet
from bot.service.arranging.places import Counter
from bot.service.not_done import BadDay, NoSuch
from casework import budget, childcare_place
from casework.budget import Month
from casework.childcare_whom import AGES, MORE
from dialogs.language import dates

_HERE = "/overdracht/{handoff:str}/opvang"
_ONE = _HERE + "/{number:int}"
MOVE = "niet-"  # before the reason why a place was not moved


@dataclass(frozen=True, slots=True)
class Sums:
    """The arithmetic under a counter, in words of the page."""

    whole: str  # 15 × € 1.200 × 12 = € 216.000
    monthly: str  # what this family's provider costs a month; "" while that is not noted
    places: int  # how many places the largest budget buys at that price
    of_budget: str
    room: str  # how many more like this one fit, and what holds the next back
    euros: str  # what to fill in for a month; "" while no price is known


@dataclass(frozen=True, slots=True)
class Typed:
    """Days that could not be kept: what was typed, for which arrangement, and what is wrong."""

    number: int
    days: Mapping[str, str]
    version: str
    wrong: str
    said: str


def desk_of(call: Call) -> Childcare:
    """What can be done here."""
    return call.desk.programmes.childcare


async def page(call: Call) -> Response:
    """Everything about her childcare."""
    return await _show(call)


async def _show(call: Call, typed: Typed | None = None) -> Response:
    sheets = await desk_of(call).sheets(call.handoff.id, call.me)
    query = call.request.query_params
    done, refused = query.get("na", ""), query.get("reden", "")
    not_moved = words.NOT_MOVED.get(refused.removeprefix(MOVE), "")
    told = not_moved if refused.startswith(MOVE) else words.REFUSED.get(refused)
    said = told or words.SAID.get(done, "")
    return call.desk.pages.show(
        "childcare.html",
        status=422 if typed else 200,
        typed=typed,
        sheets=sheets,
        ways=desk_of(call).ways,
        sums=[_sums(call, sheet) for sheet in sheets],
        moves_to=lambda sheet, one: _month(childcare_place.moves_to(one.what, sheet.plan)),
        month=_month,
        labels=desk_of(call).labels,
        caution=lambda one: part.caution(call, one.kind.value, one.on),
        day=lambda on: part.day(call, on),
        euros=budget.euros,
        once=fields.once(),
        said=call.desk.pages.say(said) if said else "",
        **shared(call),
    )


def _sums(call: Call, sheet: Sheet) -> Sums | None:
    if (counter := sheet.counter) is None:
        return None
    programme, cents = counter.programme, childcare_place.monthly(sheet.notes)
    whole = max((one.cents for one in programme.budgets), default=0)
    fits = budget.places(whole, cents, programme.months or 12) if cents else 0
    said = budget.euros(cents) if cents else ""
    of_budget = budget.euros(whole)
    typed = budget.euros(counter.like.cents) if counter.like else ""
    to_type = typed.removeprefix("€ ").replace(".", "")
    return Sums(counter.sum, said, fits, of_budget, _room(call, counter), to_type)


def _room(call: Call, counter: Counter) -> str:
    """How many more fit, in a sentence; "" while no price is known."""
    room, like = counter.room, counter.like
    if room is None or like is None:
        return ""
    facts = {"month": _month(like.first), "n": room.left, "tight": _month(room.month)}
    if room.year is None:
        return call.desk.pages.say(words.ROOM["month"], **facts)
    known = counter.programme.budget(room.year) is not None
    facts |= {"year": room.year, "cents": budget.euros(like.cents)}
    return call.desk.pages.say(words.ROOM["year" if known else "unknown"], **facts)


def _month(month: Month | None) -> str:
    """`maart 2027`; "" for none."""
    return f"{dates.MONTHS[month[1] - 1]} {month[0]}" if month else ""


async def begin(call: Call) -> Response:
    """Begin without the parent's own questions, or begin another beside what is there."""
    seen = int(call.fields.get("aantal", "0"))
    await desk_of(call).begin(call.handoff.id, call.me, call.mark, seen)
    return _back(call, "begonnen")


async def set_days(call: Call) -> Response:
    """The first day, or another day that steps count from."""
    typed, desk, say = forms.typed_days(call.fields), desk_of(call), call.desk.pages.say
    if wrong := forms.no_day(typed):
        return await _again(call, typed, wrong, say(words.NO_DAY, field=say(words.DAYS[wrong])))
    seen = seen_if_told(call)
    try:
        await desk.set_days(call.handoff.id, call.me, call.number, forms.days(typed), seen)
    except BadDay as bad:
        span = {
            "first": call.desk.words.day(bad.span.first),
            "last": call.desk.words.day(bad.span.last),
        }
        said = say(words.BAD_DAY, field=say(words.DAYS[bad.name]), **span)
        return await _again(call, typed, bad.name, said)
    return _back(call, "dagen")


async def _again(call: Call, typed: Mapping[str, str], wrong: str, said: str) -> Response:
    """The form once more, with all that was typed."""
    version = call.fields.get("versie", "")
    return await _show(call, Typed(call.number, typed, version, wrong, said))


async def choose(call: Call) -> Response:
    """How it is paid, and for how long where that is for a worker to say."""
    way = call.fields.get("route", "")
    text = call.fields.get(f"maanden-{way}", "").strip()
    months = int(text) if text else None
    wrong = await desk_of(call).choose(call.handoff.id, call.me, call.number, way, months)
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


async def for_whom(call: Call) -> Response:
    """For which child it is: ages, no names."""
    seen, more = seen_if_told(call), MORE in call.fields
    ages = [one for one in AGES if one in call.fields]
    await desk_of(call).for_whom(call.handoff.id, call.me, call.number, ages, more=more, seen=seen)
    return _back(call, "kind")


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


async def move(call: Call) -> Response:
    """The place goes with the first day, or the reason why it cannot."""
    grant = int(call.fields.get("plek", ""))
    wrong = await desk_of(call).move(call.handoff.id, call.me, call.number, grant)
    return _back(call, "" if wrong else "verplaatst", f"{MOVE}{wrong.value}" if wrong else "")


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
    ("childcare_whom", "POST", _ONE + "/kind", _careful(for_whom)),
    ("childcare_give", "POST", _ONE + "/plek", _careful(give)),
    ("childcare_shorten", "POST", _ONE + "/korter", _careful(shorten)),
    ("childcare_move", "POST", _ONE + "/verplaats", _careful(move)),
)
TABLES = {  # for the templates
    "CARE_STEPS": words.STEPS,
    "CARE_OWNERS": words.OWNERS,
    "CARE_DAYS": words.DAYS,
    "CARE_NOTES": words.NOTES,
    "CARE_WHOM": words.WHOM,
}
