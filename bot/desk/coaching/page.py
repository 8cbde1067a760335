"""One family's coaching on one page, and the forms on it. How it goes is what she says herself."""

from __future__ import annotations

from starlette.responses import Response

from bot.desk.childcare.part import day
from bot.desk.coaching import words
from bot.desk.coaching.ports import Coaching
from bot.desk.gate import Call, View
from bot.desk.programme_forms import careful, to_family
from bot.desk.views import shared
from bot.service.programmes.coaching.desk import BadGoal
from casework.coaching import GOAL_LENGTH

_HERE = "/overdracht/{handoff:str}/coaching"


def desk_of(call: Call) -> Coaching:
    """What can be done here."""
    return call.desk.programmes.coaching


async def page(call: Call) -> Response:
    """Everything about her coaching."""
    sheet = await desk_of(call).sheet(call.handoff.id, call.me)
    code = call.request.query_params.get("na", "")
    return call.desk.pages.show(
        "coaching.html",
        sheet=sheet,
        day=lambda on: day(call, on),
        most=GOAL_LENGTH,
        said=call.desk.pages.say(words.SAID[code]) if code in words.SAID else "",
        **shared(call),
    )


async def set_goal(call: Call) -> Response:
    """A small goal for this week, in her words."""
    text, seen = call.fields.get("tekst", ""), int(call.fields.get("gezien", ""))
    try:
        await desk_of(call).set_goal(call.handoff.id, call.me, text, seen)
    except BadGoal as wrong:
        return _back(call, str(wrong))
    return _back(call, "doel")


async def end(call: Call) -> Response:
    """It is over; or it began by mistake, and the place is free again."""
    why = call.fields.get("waarom", "")
    if why not in ("klaar", "vergissing"):
        raise ValueError(why)
    mistake = why == "vergissing"
    ended = await desk_of(call).end(call.handoff.id, call.me, mistake=mistake)
    return _back(call, why if ended else "was-al")


def _back(call: Call, done: str) -> Response:
    return to_family(call, "coaching", done)


def _careful(view: View) -> View:
    return careful(view, _back)


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("coaching", "GET", _HERE, _careful(page)),
    ("coaching_goal", "POST", _HERE + "/stap", _careful(set_goal)),
    ("coaching_end", "POST", _HERE + "/stoppen", _careful(end)),
)
TABLES = {"GOALS": words.GOALS}  # for the templates
