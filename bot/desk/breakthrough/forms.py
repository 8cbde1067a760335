"""What a colleague fills in about a breakthrough; nothing is lost when it is not right yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from casework import breakthrough, budget
from casework.breakthrough import Ask, Route

ROWS = 3  # of ways that were tried
USUAL = ("urgent", "children", "money", "home")  # of the summary; she may tick others


@dataclass(frozen=True, slots=True)
class Form:
    """The request as it was typed. `wrong`: a code of `words.WRONG` by field."""

    stuck: str = ""
    routes: tuple[Route, ...] = (Route(""),) * ROWS
    helps: str = ""
    euros: str = ""
    due_on: str = ""
    parts: tuple[str, ...] = USUAL
    wrong: Mapping[str, str] = field(default_factory=dict)


def read(fields: Mapping[str, str]) -> Form:
    """What was sent."""
    text = {name: given.replace("\r\n", "\n").strip() for name, given in fields.items()}
    rows = range(1, ROWS + 1)
    return Form(
        stuck=text.get("vast", ""),
        routes=tuple(
            Route(text.get(f"weg-{n}", ""), text.get(f"dag-{n}", ""), text.get(f"kwam-{n}", ""))
            for n in rows
        ),
        helps=text.get("helpt", ""),
        euros=text.get("euro", ""),
        due_on=text.get("voor", ""),
        parts=tuple(part for part in breakthrough.PARTS if f"deel-{part}" in fields),
    )


def checked(form: Form, today: date) -> tuple[Form, Ask | None]:
    """What is asked; or the form with what is not right yet."""
    wrong: dict[str, str] = {}
    cents, due_on = _cents(form.euros), _day(form.due_on)
    if cents is None:
        wrong["cents"] = "empty"
    if due_on is None:
        wrong["due_on"] = "empty"
    if any(one.on and _day(one.on) is None for one in form.routes):
        wrong["routes"] = "day"
    routes = tuple(one for one in form.routes if not one.blank)
    known = () if "routes" in wrong else routes
    ask = Ask(form.stuck, known, form.helps, cents or 0, due_on or today, form.parts)
    wrong = breakthrough.problems(ask, today) | wrong
    return (replace(form, wrong=wrong), None) if wrong else (form, ask)


def refused(form: Form, code: str) -> Form:
    """The same form, and why it could not be sent."""
    return replace(form, wrong={"form": code})


@dataclass(frozen=True, slots=True)
class Typed:
    """What the officer typed, for when it is not right yet."""

    text: str = ""
    order: str = ""
    euros: str = ""
    spent: str = ""
    reason: str = ""
    wrong: Mapping[str, str] = field(default_factory=dict)


def mistaken(typed: Typed, name: str, code: str) -> Typed:
    """The same words, and what is not right with one field."""
    return replace(typed, wrong={name: code})


def cents(typed: str) -> int:
    """The euros of a decision in cents; 0 is possible. Raises ValueError."""
    found = _cents(typed)
    if found is None or found > breakthrough.MOST_CENTS:
        raise ValueError(typed)
    return found


def spent(typed: str) -> int | None:
    """What it really cost in cents; None for an empty field. Raises ValueError."""
    return cents(typed) if typed else None


def _cents(typed: str) -> int | None:
    try:
        return budget.cents(typed)
    except ValueError:
        return None


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
