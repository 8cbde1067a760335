"""The referrer's form for a package: read it, check it, give it back with all that was typed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.desk.referring import forms
from bot.desk.referring.forms import Error
from bot.service.programmes.baby.referring import Referral
from casework.baby_package import COLOURS, SIZES, Phase, fits


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(forms.Form):
    """The form as it was typed."""

    phase: str = Phase.BABY.value
    child: str = ""
    size: str = ""
    colour: str = ""
    deliver: str = ""

    @property
    def referral(self) -> Referral:
        """What it asks; only for a form without errors."""
        return Referral(
            self.phase, self.child, self.deliver, self.note, self.code, self.size, self.colour
        )

    @property
    def typed(self) -> Mapping[str, str]:
        """Everything in her own words, by field."""
        return {"bezorgen": self.deliver, "notitie": self.note, "code": self.code}


def read(data: Mapping[str, str]) -> Form:
    """The form as it was sent; nothing typed gets lost, also not what is too long."""
    return Form(
        **forms.common(data),
        phase=forms.field(data, "fase")[:12],
        child=forms.field(data, "kind")[:12],
        size=forms.field(data, "maat")[:12],
        colour=forms.field(data, "kleur")[:12],
        deliver=forms.field(data, "bezorgen"),
    )


def checked(form: Form, children: Collection[str]) -> Form:
    """With everything that is wrong, in reading order; `children`: what can be chosen."""
    return replace(form, errors=tuple(_errors(form, children)))


def _errors(form: Form, children: Collection[str]) -> Iterator[Error]:
    yield from forms.consent(form)
    if form.phase not in frozenset(Phase):
        yield Error("fase", "phase")
    elif form.child in children and not fits(Phase(form.phase), form.child):
        yield Error("kind", "unborn")
    if form.child not in children:
        yield Error("kind", "child")
    if form.size and form.size not in SIZES:
        yield Error("maat", "size")
    if form.colour and form.colour not in COLOURS:
        yield Error("kleur", "colour")
    if not form.deliver:
        yield Error("bezorgen", "deliver")
    yield from forms.written(form)
