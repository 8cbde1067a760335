"""The desk's part of a municipality's file: its shape, and what must make sense in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from casework import desk_rules as plain
from casework.fields import Id
from dialogs.authoring.source import Finding, Strict
from dialogs.authoring.wording import did_you_mean
from dialogs.language.guard import mask

Label = Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=600, strip_whitespace=True)]
_PLACEHOLDER = re.compile(r"{([^{}]*)}")
_MOST = 24  # of each list: more is not read


class _ReadyRow(Strict):
    id: Id
    label: Label
    je: Words
    u: Words


class _CloseRow(Strict):
    id: Id
    label: Label
    je: str = Field(default="", max_length=600)
    u: str = Field(default="", max_length=600)


class _OutcomeRow(Strict):
    id: Id
    label: Label
    begins: str = ""
    asks_day: bool = False


class DeskRow(Strict):
    """`desk:` in the file. A list that is left out is ours."""

    ready_texts: list[_ReadyRow] = Field(default_factory=list, max_length=_MOST)
    close_reasons: list[_CloseRow] | None = Field(default=None, min_length=1, max_length=_MOST)
    outcomes: list[_OutcomeRow] | None = Field(default=None, min_length=1, max_length=_MOST)


def desk(row: DeskRow) -> plain.DeskRules:
    """The rules of this file."""
    rules = plain.DeskRules(tuple(plain.ReadyText(**dict(one)) for one in row.ready_texts))
    reasons = rules.close_reasons
    if row.close_reasons is not None:
        reasons = tuple(plain.CloseReason(**dict(one)) for one in row.close_reasons)
    outcomes = rules.outcomes
    if row.outcomes is not None:
        outcomes = tuple(plain.Outcome(**dict(one)) for one in row.outcomes)
    return plain.DeskRules(rules.ready_texts, reasons, outcomes)


def check(rules: plain.DeskRules, facts: Mapping[str, str]) -> Iterator[Finding]:
    """What does not make sense: doubles, half a form of address, unknown names, numbers."""
    for name in ("ready_texts", "close_reasons", "outcomes"):
        seen: set[str] = set()
        for place, row in enumerate(getattr(rules, name)):
            if row.id in seen:
                yield ("desk", name, place, "id"), f"'{row.id}' staat er al", "double-id"
            seen.add(row.id)
    for place, text in enumerate(rules.ready_texts):
        yield from _texts(("desk", "ready_texts", place), text, facts)
    for place, reason in enumerate(rules.close_reasons):
        yield from _texts(("desk", "close_reasons", place), reason, facts)


def _texts(
    where: tuple[str | int, ...], one: plain.ReadyText | plain.CloseReason, facts: Mapping[str, str]
) -> Iterator[Finding]:
    if bool(one.je) != bool(one.u):
        yield where, "schrijf de tekst in je en in u, of in geen van beide", "one-form"
    for form in ("je", "u"):
        text = one.said(form)
        if mask(text) != text:
            yield (*where, form), "hier staat een nummer dat op een BSN of rekening lijkt", "number"
        for name in _PLACEHOLDER.findall(text):
            if name not in facts:
                message = f"{{{name}}} kennen we niet" + did_you_mean(name, facts)
                yield (*where, form), message, "unknown-placeholder"
