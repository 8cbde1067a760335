"""The referrer's form: read it, check it, give it back with all that was typed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.service.programmes.baby.referring import Referral
from casework.baby_package import Phase, fits

YES, NO = "ja", "nee"
LONGEST = {"bezorgen": 200, "notitie": 300, "code": 12}  # characters
_ONCE = re.compile(r"[A-Za-z0-9_-]{16,64}")


@dataclass(frozen=True, slots=True)
class Error:
    """What is not right yet: the field and the code of the sentence."""

    field: str
    code: str


@dataclass(frozen=True, slots=True)
class Form:
    """The form as it was typed. `once` makes sending it twice harmless."""

    once: str
    consent: str = ""
    phase: str = Phase.BABY.value
    child: str = ""
    deliver: str = ""
    note: str = ""
    code: str = ""
    errors: tuple[Error, ...] = ()

    def wrong(self, field: str) -> Error | None:
        """What is wrong with this field."""
        return next((one for one in self.errors if one.field == field), None)

    @property
    def referral(self) -> Referral:
        """What it asks; only for a form without errors."""
        return Referral(self.phase, self.child, self.deliver, self.note, self.code)


def read(data: Mapping[str, str]) -> Form:
    """The form as it was sent; nothing typed gets lost, also not what is too long."""

    def field(name: str) -> str:
        return data.get(name, "").strip()

    return Form(
        once=field("eenmaal")[:64],
        consent=field("toestemming")[:4],
        phase=field("fase")[:12],
        child=field("kind")[:12],
        deliver=field("bezorgen"),
        note=field("notitie"),
        code=field("code"),
    )


def errors(form: Form, children: Collection[str]) -> tuple[Error, ...]:
    """Everything that is wrong, in reading order; `children`: what can be chosen."""
    found = [_consent(form), _phase(form), _child(form, children), _deliver(form)]
    typed = {"bezorgen": form.deliver, "notitie": form.note, "code": form.code}
    found += [Error(name, "long") for name, text in typed.items() if len(text) > LONGEST[name]]
    if not _ONCE.fullmatch(form.once):
        found.append(Error("toestemming", "form"))
    return tuple(one for one in found if one is not None)


def _consent(form: Form) -> Error | None:
    if form.consent == YES:
        return None
    return Error("toestemming", "no_consent" if form.consent == NO else "consent")


def _phase(form: Form) -> Error | None:
    return None if form.phase in frozenset(Phase) else Error("fase", "phase")


def _child(form: Form, children: Collection[str]) -> Error | None:
    if form.child not in children:
        return Error("kind", "child")
    if _phase(form) is None and not fits(Phase(form.phase), form.child):
        return Error("kind", "unborn")
    return None


def _deliver(form: Form) -> Error | None:
    return None if form.deliver else Error("bezorgen", "deliver")
