"""One referrer's form: an empty one, what is not right yet, and then a receipt.

She reads nothing back: no list, no name, no state; only the number of what she sent herself.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from starlette.responses import Response

from bot.desk import fields, told
from bot.desk.gate import Call
from bot.desk.referring.forms import Error, Form
from bot.desk.referring.ports import Room
from bot.desk.referring.words import REFERRERS
from bot.desk.views import shared
from bot.desk.web import see
from bot.desk.words import N_
from bot.service.programmes.outside import Full, NotOpen, Receipt, WrongCode
from dialogs.language.guard import mask


@dataclass(frozen=True, slots=True)
class ReferPage:
    """What differs between one programme's form and another's."""

    path: str
    label: str  # of the link to it
    template: str
    wrong: Mapping[str, str]  # Dutch by what is wrong
    room: Callable[[Call], Room]
    blank: Callable[[Call, str], Form]  # with the mark of one sending
    read: Callable[[Call], Form]  # with what is wrong
    send: Callable[[Call, Any], Awaitable[Receipt]]  # raises NotOpen, WrongCode, Full
    shown: Callable[[Call], dict[str, Any]]  # what its template needs besides


async def may_open(call: Call, page: ReferPage) -> bool:
    """Whether this person may send this form today."""
    try:
        await page.room(call).counter(call.me)
    except NotOpen:
        return False
    return True


async def form(call: Call, page: ReferPage, others: tuple[ReferPage, ...]) -> Response:
    """An empty form, with the receipt of what was just sent; another form where this is not hers.

    `others`: the forms that she may send as well.
    """
    number = call.request.query_params.get("nummer", "")
    room = page.room(call)
    try:
        known = number.isdecimal() and len(number) < 10
        receipt = await (room.receipt(call.me, int(number)) if known else room.counter(call.me))
    except NotOpen:
        return see(others[0].path) if others else _closed(call)
    return _page(call, page, page.blank(call, fields.once()), receipt, others)


async def send(call: Call, page: ReferPage, others: tuple[ReferPage, ...]) -> Response:
    """Ask for it, or say what is not right yet."""
    try:
        counter = await page.room(call).counter(call.me)
        typed = page.read(call)
        if not typed.errors:
            receipt = await page.send(call, typed)
            hidden = "&verborgen=ja" if _masked(typed) else ""
            return see(f"{page.path}?nummer={receipt.number}{hidden}")
    except NotOpen:
        return _closed(call)
    except WrongCode:
        typed = replace(typed, errors=(Error("code", "code"),))
    except Full:
        typed = replace(typed, errors=(Error("toestemming", "full"),))
    return _page(call, page, typed, counter, others, status=422)


def _masked(typed: Form) -> bool:
    """Whether a number stood in it that we never keep."""
    return any(mask(text) != text for text in typed.typed.values())


def _page(
    call: Call,
    page: ReferPage,
    typed: Form,
    receipt: Receipt,
    others: tuple[ReferPage, ...],
    status: int = 200,
) -> Response:
    me = call.desk.person(call.me)
    assert me is not None
    assert me.refers_as is not None  # who may come here refers as somebody
    return call.desk.pages.show(
        page.template,
        status=status,
        page=page,
        form=typed,
        receipt=receipt,
        hidden=call.request.query_params.get("verborgen") == "ja",
        refers_as=REFERRERS[me.refers_as],
        others=others,
        **page.shown(call),
        **shared(call),
    )


def _closed(call: Call) -> Response:
    lines = (
        N_("Hier is nu niets dat je kunt aanvragen. Er is niets veranderd."),
        N_("Vraag de coördinator van de gemeente of dat klopt."),
    )
    return told.message(call.desk, call.visit, 403, N_("Verwijzen kan nu niet"), lines, home=False)
