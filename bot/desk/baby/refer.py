"""The one page of somebody who refers from outside: a short form, and then a receipt.

She reads nothing back: no list, no name, no state; only the number of what she sent herself.
"""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from bot.desk import fields, told
from bot.desk.baby import forms, words
from bot.desk.baby.forms import Error, Form
from bot.desk.baby.ports import Referring
from bot.desk.gate import Call
from bot.desk.views import shared
from bot.desk.web import see
from bot.desk.words import N_
from bot.service.programmes.baby.referring import NotOpen, Receipt, WrongCode
from casework.baby_package import due_values
from dialogs.language.dates import MONTHS
from dialogs.language.guard import mask

PATH = "/verwijzen"


async def form(call: Call) -> Response:
    """An empty form, with the receipt of what was just sent."""
    number, desk = call.request.query_params.get("nummer", ""), _desk_of(call)
    try:
        known = number.isdigit() and len(number) < 10
        receipt = await (desk.receipt(call.me, int(number)) if known else desk.counter(call.me))
    except NotOpen:
        return _closed(call)
    hidden = call.request.query_params.get("verborgen") == "ja"
    return _page(call, Form(fields.once()), receipt, hidden=hidden)


async def send(call: Call) -> Response:
    """Ask for a package, or say what is not right yet."""
    desk = _desk_of(call)
    try:
        counter = await desk.counter(call.me)
        typed = forms.read(call.fields)
        wrong = forms.errors(typed, due_values(call.today))
        if not wrong:
            receipt = await desk.refer(call.me, typed.referral, typed.once)
            hidden = "&verborgen=ja" if _masked(typed) else ""
            return see(f"{PATH}?nummer={receipt.number}{hidden}")
    except NotOpen:
        return _closed(call)
    except WrongCode:
        wrong = (Error("code", "code"),)
    return _page(call, replace(typed, errors=wrong), counter, status=422)


def _masked(typed: Form) -> bool:
    """Whether a number stood in it that we never keep."""
    return any(mask(text) != text for text in (typed.deliver, typed.note))


def _desk_of(call: Call) -> Referring:
    return call.desk.programmes.referring


def _page(
    call: Call, typed: Form, receipt: Receipt, *, hidden: bool = False, status: int = 200
) -> Response:
    me = call.desk.person(call.me)
    assert me is not None
    assert me.refers_as is not None  # who may come here refers as somebody
    return call.desk.pages.show(
        "refer.html",
        status=status,
        form=typed,
        receipt=receipt,
        hidden=hidden,
        children=[(value, _child(call, value)) for value in due_values(call.today)],
        refers_as=words.REFERRERS[me.refers_as],
        wrong=words.WRONG,
        **shared(call),
    )


def _child(call: Call, value: str) -> str:
    """`zwanger, geboorte in maart 2027`, or an age."""
    if value in words.CHILDREN:
        return call.desk.pages.say(words.CHILDREN[value])
    year, month = value.split("-")
    said = f"{MONTHS[int(month) - 1]} {year}"
    return call.desk.pages.say(N_("zwanger, geboorte in {month}"), month=said)


def _closed(call: Call) -> Response:
    lines = (
        N_("Hier is nu niets dat je kunt aanvragen. Er is niets veranderd."),
        N_("Vraag de coördinator van de gemeente of dat klopt."),
    )
    return told.message(call.desk, call.visit, 403, N_("Verwijzen kan nu niet"), lines, home=False)


ROUTES = (
    ("refer_form", "GET", PATH, form),
    ("refer", "POST", PATH, send),
)
