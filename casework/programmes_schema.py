"""The programmes of a municipality's YAML as pydantic reads them, and as they become plain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from casework import programmes as plain
from casework.fields import Cents, Count, Id, Said, Topic, Url, Whole, shaped
from dialogs.authoring.source import Strict
from dialogs.authoring.wording import did_you_mean
from dialogs.conditions import Condition, ConditionError, parse


def _kind(text: str) -> str:
    if text not in plain.KINDS:
        raise ValueError("dit programma kennen we niet" + did_you_mean(text, plain.KINDS))
    return text


def _condition(text: object) -> object:
    try:
        return parse(str(text))
    except ConditionError as error:
        raise ValueError(f"deze voorwaarde is niet te lezen: {error}") from error


Kind = Annotated[str, AfterValidator(_kind)]
Fits = Annotated[Condition, BeforeValidator(_condition)]
Card = Annotated[str, Field(min_length=1, max_length=400)]
Offset = Annotated[Whole, Field(ge=-730, le=730)]
Year = Annotated[Whole, Field(ge=2000, le=2100)]
Months = Annotated[Whole, Field(ge=1, le=120)]


class AmountRow(Strict):
    """`amount: {euros: 1200, per: month}`."""

    euros: Cents
    per: plain.Per


class BudgetRow(Strict):
    """`- {year: 2026, euros: 216000}`."""

    year: Year
    euros: Cents


class CardRow(Strict):
    """One topic under `cards`."""

    model_config = Strict.model_config | {"arbitrary_types_allowed": True}

    id: Id
    label: Topic
    text: Card
    checked_on: date
    link: Url = ""
    fits: Fits | None = None
    examples: frozenset[str] = frozenset()


class ProgrammeRow(Strict):
    """One programme."""

    model_config = Strict.model_config | {"arbitrary_types_allowed": True}

    id: Kind
    label: Said
    on: bool = False
    quota: Count | None = None
    warn_at: Count | None = None
    counted: plain.Counted = plain.Counted.FAMILIES
    amount: AmountRow | None = None
    months: Months | None = None
    days_a_week: Annotated[Whole, Field(ge=1, le=7)] | None = None
    budgets: list[BudgetRow] = Field(default_factory=list)
    since: date | None = None
    until: date | None = None
    referrers: frozenset[plain.Referrer] = frozenset()
    offsets: dict[Id, Offset] = Field(default_factory=dict)
    heard_before: dict[Id, Annotated[Whole, Field(ge=1, le=60)]] = Field(default_factory=dict)
    flow: str = ""
    first: str = ""
    follow_up_months: Annotated[Whole, Field(ge=1, le=12)] | None = None
    again_after_months: Annotated[Whole, Field(ge=9, le=12)] | None = (
        None  # told as "almost a year"
    )
    participants_of: str = ""
    fits: Fits | None = None
    card: Card = ""
    cards: list[CardRow] = Field(default_factory=list)
    heard_from: Card = ""
    link: Url = ""
    phone: Said = ""
    source: str = ""
    checked_on: date | None = None
    examples: frozenset[str] = frozenset()


class FundingRow(Strict):
    """One way to pay for childcare."""

    id: Annotated[str, shaped(r"[A-Z]", "schrijf één hoofdletter, zoals A")]
    label: Said
    decision_first: bool = False
    benefit: bool = False
    request: bool = False
    stop_after_months: Months | None = None
    warn_after_days: tuple[Annotated[Whole, Field(ge=1, le=730)], ...] = ()
    months: Months | None = None
    notice_months: Months = 1
    programme: str = ""
    link: Url = ""
    phone: Said = ""
    checked_on: date | None = None
    examples: frozenset[str] = frozenset()


def programmes(rows: Sequence[ProgrammeRow]) -> tuple[plain.Programme, ...]:
    """Plain programmes of these rows."""
    return tuple(plain.Programme(**_plain(row)) for row in rows)


def funding(rows: Sequence[FundingRow]) -> tuple[plain.Funding, ...]:
    """Plain ways to pay of these rows."""
    return tuple(plain.Funding(**dict(row)) for row in rows)


def _plain(row: ProgrammeRow) -> dict[str, Any]:
    amount = plain.Amount(row.amount.euros, row.amount.per) if row.amount else None
    budgets = tuple(plain.Budget(one.year, one.euros) for one in row.budgets)
    cards = tuple(plain.Card(**dict(one)) for one in row.cards)
    return dict(row) | {"amount": amount, "budgets": budgets, "cards": cards}
