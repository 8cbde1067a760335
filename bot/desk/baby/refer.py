"""The form of somebody who refers a family to a baby package."""

from __future__ import annotations

from typing import Any

from bot.desk.baby import forms, words
from bot.desk.baby.forms import Form
from bot.desk.baby.ports import Referring
from bot.desk.gate import Call
from bot.desk.referring.page import ReferPage
from bot.desk.words import N_
from bot.service.programmes.outside import Receipt
from casework.baby_package import due_values
from dialogs.language.dates import MONTHS


def _room(call: Call) -> Referring:
    return call.desk.programmes.referring


async def _send(call: Call, typed: Form) -> Receipt:
    return await _room(call).refer(call.me, typed.referral, typed.once)


def _shown(call: Call) -> dict[str, Any]:
    return {"children": [(value, _child(call, value)) for value in due_values(call.today)]}


def _child(call: Call, value: str) -> str:
    """`zwanger, geboorte in maart 2027`, or an age."""
    if value in words.CHILDREN:
        return call.desk.pages.say(words.CHILDREN[value])
    year, month = value.split("-")
    said = f"{MONTHS[int(month) - 1]} {year}"
    return call.desk.pages.say(N_("zwanger, geboorte in {month}"), month=said)


PAGE = ReferPage(
    path="/verwijzen",
    label=N_("Een babypakket vragen"),
    template="refer.html",
    wrong=words.WRONG,
    room=_room,
    blank=lambda _call, once: Form(once=once),
    read=lambda call: forms.checked(forms.read(call.fields), due_values(call.today)),
    send=_send,
    shown=_shown,
)
