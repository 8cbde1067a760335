"""The funds of a municipality's YAML as pydantic reads them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from casework.fields import Age, Id, Phone, Said, Url
from casework.funds import OTHER, SHORTEST_WORD, WISHES, Fund
from dialogs.authoring.source import Strict
from dialogs.authoring.wording import near


def _wish(text: str) -> str:
    routed = [wish for wish in WISHES if wish != OTHER]
    if text not in routed:
        hint = near(text, routed)
        raise ValueError(
            f"'{text}' is geen wens; "
            + (f"bedoel je '{hint}'?" if hint else f"kies uit {', '.join(routed)}")
        )
    return text


Wish = Annotated[str, AfterValidator(_wish)]
Word = Annotated[str, Field(min_length=SHORTEST_WORD, max_length=30)]


class FundRow(Strict):
    """One fund."""

    id: Id
    label: Said
    wishes: tuple[Wish, ...] = ()
    words: tuple[Word, ...] = ()
    from_age: Age | None = None
    to_age: Age | None = None
    contact: Said = ""
    phone: Phone = ""
    link: Url = ""
    checked_on: date | None = None
    examples: frozenset[str] = frozenset()


def funds(rows: Sequence[FundRow]) -> tuple[Fund, ...]:
    """Plain funds of these rows."""
    return tuple(Fund(**dict(row)) for row in rows)
