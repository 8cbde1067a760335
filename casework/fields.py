"""The kinds of field that files of a municipality are made of, for pydantic."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from casework.phones import e164

_EUROS = re.compile(r"\d{1,9}(?:[.,]\d{2})?")


def _phone(text: str) -> str:
    if (number := e164(text)) is None:
        raise ValueError(f"'{text}' is geen bestaand telefoonnummer")
    return number


def _cents(given: object) -> object:
    text = str(given)
    if isinstance(given, bool) or not _EUROS.fullmatch(text):
        raise ValueError(f"'{given}' is geen bedrag in euro's; schrijf 1200 of 10.71")
    whole, _, part = text.replace(",", ".").partition(".")
    return int(whole) * 100 + int(part or 0)


def shaped(pattern: str, wanted: str) -> AfterValidator:
    """Text of this whole pattern; `wanted` says in Dutch how to write it."""

    def fits(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"'{text}' kan hier niet; {wanted}")
        return text

    return AfterValidator(fits)


Id = Annotated[
    str, shaped(r"[a-z0-9_]{1,30}", "schrijf kleine letters, cijfers en _, tot 30 tekens")
]
Said = Annotated[str, Field(min_length=1, max_length=120)]
Topic = Annotated[str, Field(min_length=1, max_length=50)]
Short = Annotated[str, Field(min_length=1, max_length=20)]  # fits a button
Phone = Annotated[str, AfterValidator(_phone)]
Url = Annotated[
    str,
    shaped(
        r"https?://[^\s/]\S*", "schrijf een link voluit en zonder spaties: https://www.mijnstad.nl"
    ),
]
Whole = Annotated[int, Field(strict=True)]  # `true` is no number
Count = Annotated[Whole, Field(ge=1, le=10_000)]
Age = Annotated[Whole, Field(ge=0, le=25)]  # of a child, in years
Cents = Annotated[int, BeforeValidator(_cents), Field(ge=1)]  # written in euros
