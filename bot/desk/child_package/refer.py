"""The form of somebody who begins something for a child: one form, one child, nothing of money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.desk.child_package import words
from bot.desk.child_package.ports import Referring
from bot.desk.gate import Call
from bot.desk.referring import forms
from bot.desk.referring.forms import Error
from bot.desk.referring.page import ReferPage
from bot.desk.words import N_
from bot.service.programmes.child_package.asking import Wanted
from bot.service.programmes.child_package.referring import Referral
from bot.service.programmes.outside import Receipt
from casework.funds import BANDS, WISHES


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(forms.Form):
    """The form as it was typed. `beside`: the number of her form for another child at home."""

    band: str = ""
    wish: str = ""
    words: str = ""
    helps: str = ""
    place: str = "home"
    contact: str = ""
    beside: str = ""

    @property
    def referral(self) -> Referral:
        """What it asks; only for a form without errors."""
        wanted = Wanted(
            self.wish, self.band, self.words, helps=self.helps, asker="helper", place=self.place
        )
        beside = int(self.beside) if self.beside else None
        return Referral(wanted, self.contact, self.note, self.code, beside)

    @property
    def typed(self) -> Mapping[str, str]:
        """Everything in her own words, by field."""
        return {
            "woorden": self.words,
            "helpt": self.helps,
            "bereik": self.contact,
            "notitie": self.note,
            "code": self.code,
        }


def read(data: Mapping[str, str]) -> Form:
    """The form as it was sent, with everything that is wrong with it."""
    beside = forms.field(data, "naast")
    form = Form(
        **forms.common(data),
        band=forms.field(data, "leeftijd")[:12],
        wish=forms.field(data, "wens")[:12],
        words=forms.field(data, "woorden"),
        helps=forms.field(data, "helpt"),
        place=forms.field(data, "plek")[:12],
        contact=forms.field(data, "bereik"),
        beside=beside if beside.isdecimal() and len(beside) < 10 else "",
    )
    return replace(form, errors=tuple(_errors(form)))


def _errors(form: Form) -> Iterator[Error]:
    yield from forms.consent(form)
    if form.band not in BANDS:
        yield Error("leeftijd", "band")
    if form.wish not in WISHES:
        yield Error("wens", "wish")
    elif form.wish == "other" and not form.words:
        yield Error("woorden", "words")
    if form.place not in words.PLACES:
        yield Error("plek", "place")
    if not (form.contact or form.code or form.beside):
        yield Error("bereik", "contact")
    yield from forms.written(form)


def _room(call: Call) -> Referring:
    return call.desk.programmes.referring_child


async def _send(call: Call, typed: Form) -> Receipt:
    return await _room(call).refer(call.me, typed.referral, typed.once)


def _blank(call: Call, once: str) -> Form:
    """An empty form; for another child of the same family where she asks for that."""
    beside = call.request.query_params.get("naast", "")
    return Form(once=once, beside=beside if beside.isdecimal() and len(beside) < 10 else "")


def _shown(_call: Call) -> dict[str, Any]:
    return {}


PAGE = ReferPage(
    path="/verwijzen/kind",
    label=N_("Iets voor een kind vragen"),
    template="refer_child.html",
    wrong=words.WRONG,
    room=_room,
    blank=_blank,
    read=lambda call: read(call.fields),
    send=_send,
    shown=_shown,
)
