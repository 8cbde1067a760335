"""What every referrer's form asks, and what is wrong with it. Nothing typed gets lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypedDict

YES, NO = "ja", "nee"
LONGEST = {  # characters, by field
    "bezorgen": 200,
    "woorden": 200,
    "helpt": 200,
    "bereik": 200,
    "notitie": 300,
    "code": 12,
}
_ONCE = re.compile(r"[A-Za-z0-9_-]{16,64}")


@dataclass(frozen=True, slots=True)
class Error:
    """What is not right yet: the field and the code of the sentence."""

    field: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form as it was typed. `once` makes sending it twice harmless."""

    once: str
    consent: str = ""
    note: str = ""
    code: str = ""
    errors: tuple[Error, ...] = ()

    def wrong(self, field: str) -> Error | None:
        """What is wrong with this field."""
        return next((one for one in self.errors if one.field == field), None)

    @property
    def typed(self) -> Mapping[str, str]:
        """Everything in her own words, by field."""
        return {"notitie": self.note, "code": self.code}


def field(data: Mapping[str, str], name: str) -> str:
    """What was typed here."""
    return data.get(name, "").strip()


class Common(TypedDict):
    """What every form asks."""

    once: str
    consent: str
    note: str
    code: str


def common(data: Mapping[str, str]) -> Common:
    """What every form asks, as it was sent."""
    return {
        "once": field(data, "eenmaal")[:64],
        "consent": field(data, "toestemming")[:4],
        "note": field(data, "notitie"),
        "code": field(data, "code"),
    }


def consent(form: Form) -> Iterator[Error]:
    """Without the parent's consent nothing is asked."""
    if form.consent != YES:
        yield Error("toestemming", "no_consent" if form.consent == NO else "consent")


def written(form: Form) -> Iterator[Error]:
    """Texts that are too long, and a form that did not arrive whole."""
    for name, text in form.typed.items():
        if len(text) > LONGEST[name]:
            yield Error(name, "long")
    if not _ONCE.fullmatch(form.once):
        yield Error("toestemming", "form")
