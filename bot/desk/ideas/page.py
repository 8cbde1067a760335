"""Ideas of parents on one page: nobody's name but by her own wish, and a line that goes back."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import Response

from bot.desk.gate import Call, View
from bot.desk.ideas.ports import Ideas
from bot.desk.programme_forms import careful, seen
from bot.desk.views import shared
from bot.desk.web import see
from bot.desk.words import N_
from bot.service.programmes.ideas.box import LONGEST, BadAnswer
from dialogs.language import dates

PATH = "/ideeen"
_ONE = PATH + "/{number:int}"
STATES: Mapping[str, str] = {
    "new": N_("nieuw"),
    "read": N_("gelezen"),
    "answered": N_("beantwoord"),
}
WRONG: Mapping[str, str] = {
    "empty": N_("Schrijf eerst een antwoord."),
    "long": N_("Dit is te lang. Houd het bij één regel, onder de {most} tekens."),
}
SAID: Mapping[str, str] = {
    "gelezen": N_("Genoteerd: gelezen."),
    "antwoord": N_("Het antwoord is onderweg. De ouder krijgt het overdag."),
    "veranderd": N_("Een collega was net eerder. Kijk hoe het nu staat."),
    "fout": N_("Dat klopte niet. Er is niets veranderd."),
}


def desk_of(call: Call) -> Ideas:
    """What can be done here."""
    return call.desk.programmes.ideas


async def page(call: Call) -> Response:
    """Every idea."""
    return await _show(call)


async def read(call: Call) -> Response:
    """Somebody read it."""
    await desk_of(call).read(call.me, call.number, seen(call))
    return _back(call, "gelezen")


async def answer(call: Call) -> Response:
    """One line goes back to her; what is not right yet is said, with all that was typed."""
    text = call.fields.get("antwoord", "")
    try:
        await desk_of(call).answer(call.me, call.number, text, seen(call))
    except BadAnswer as wrong:
        return await _show(call, typed=text, wrong=str(wrong))
    return _back(call, "antwoord")


async def _show(call: Call, *, typed: str = "", wrong: str = "") -> Response:
    code = call.request.query_params.get("na", "")
    say = call.desk.pages.say
    return call.desk.pages.show(
        "ideas.html",
        status=422 if wrong else 200,
        ideas=await desk_of(call).ideas(call.me),
        day=lambda on: dates.day(on, call.today),
        at=call.number if wrong else None,
        typed=typed,
        wrong=say(WRONG[wrong], most=LONGEST) if wrong else "",
        most=LONGEST,
        said=say(SAID[code]) if code in SAID else "",
        **shared(call),
    )


def _back(_call: Call, done: str) -> Response:
    return see(f"{PATH}?na={done}")


def _careful(view: View) -> View:
    return careful(view, _back, lambda call: desk_of(call).here)


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("ideas", "GET", PATH, _careful(page)),
    ("idea_read", "POST", _ONE + "/gelezen", _careful(read)),
    ("idea_answer", "POST", _ONE + "/antwoord", _careful(answer)),
)
TABLES = {"IDEAS": STATES}  # for the templates
