"""The small closed language of `when:`; nothing in a script is ever evaluated as code.

    money_worry is achter          children has zwanger         mood_today in vol, veel_te_vol
    answered call_name             not (a is b and c is d)      a is b or c is d

A name is a step of the same script, `script.step`, or a fact that a look-up brought. Truth has
three values: a question that has not been asked yet is None, so that "Vraag 4 van 12" can count it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Values = Callable[[str], "tuple[str, ...] | None"]  # name → its values; None: not known yet


class ConditionError(ValueError):
    """A `when:` that cannot be read; the message says in Dutch where it went wrong."""


@dataclass(frozen=True, slots=True)
class Is:
    """True when one of the wanted values was chosen."""

    name: str
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """True when there is a real answer, not a skip."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite; unknown stays unknown."""

    inner: Condition


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """True when at least one part is."""

    parts: tuple[Condition, ...]


Condition = Is | Answered | Not | All | Either


def holds(condition: Condition | None, values: Values) -> bool | None:
    """Whether a condition holds; None while that cannot be known yet."""
    match condition:
        case None:
            return True
        case Is(name, wanted):
            found = values(name)
            return None if found is None else any(value in wanted for value in found)
        case Answered(name):
            found = values(name)
            return None if found is None else bool(found)
        case Not(inner):
            truth = holds(inner, values)
            return None if truth is None else not truth
        case All(parts):
            return _all([holds(part, values) for part in parts])
        case Either(parts):
            return _any([holds(part, values) for part in parts])


def _all(truths: list[bool | None]) -> bool | None:
    if False in truths:
        return False
    return None if None in truths else True


def _any(truths: list[bool | None]) -> bool | None:
    if True in truths:
        return True
    return None if None in truths else False


def tests(condition: Condition | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name a condition asks about, with the values it wants; () asks for any answer."""
    match condition:
        case Is(name, wanted):
            yield name, wanted
        case Answered(name):
            yield name, ()
        case Not(inner):
            yield from tests(inner)
        case All(parts) | Either(parts):
            for part in parts:
                yield from tests(part)


_TOKEN = re.compile(r"\s*([a-z0-9_.]+|[(),])", re.IGNORECASE)
_WORDS = {"and", "or", "not", "is", "has", "in", "answered", "(", ")", ","}


def parse(text: str) -> Condition:
    """Read a `when:`. Raises ConditionError with the place it went wrong."""
    tokens = _tokens(text)
    condition = _either(tokens)
    if tokens:
        raise ConditionError(f"'{tokens[0]}' staat hier los; zet er 'and' of 'or' voor")
    return condition


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    while at < len(text.rstrip()):
        found = _TOKEN.match(text, at)
        if not found:
            hint = "; schrijf 'is', of 'not (…)'" if set(text[at:]) & set("=!<>") else ""
            raise ConditionError(f"bij '{text[at:].strip()}' staat een vreemd teken{hint}")
        tokens.append(found.group(1))
        at = found.end()
    return tokens


def _take(tokens: list[str], *wanted: str) -> str:
    if not tokens or (wanted and tokens[0] not in wanted):
        seen = f"'{tokens[0]}'" if tokens else "het einde"
        missing = " of ".join(f"'{word}'" for word in wanted) or "een naam"
        raise ConditionError(f"hier hoort {missing} te staan, en er staat {seen}")
    return tokens.pop(0)


def _name(tokens: list[str]) -> str:
    if tokens and tokens[0] in _WORDS:
        raise ConditionError(f"hier hoort een naam te staan, en er staat '{tokens[0]}'")
    return _take(tokens)


def _either(tokens: list[str]) -> Condition:
    parts = [_every(tokens)]
    while tokens and tokens[0] == "or":
        tokens.pop(0)
        parts.append(_every(tokens))
    return parts[0] if len(parts) == 1 else Either(tuple(parts))


def _every(tokens: list[str]) -> Condition:
    parts = [_single(tokens)]
    while tokens and tokens[0] == "and":
        tokens.pop(0)
        parts.append(_single(tokens))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _single(tokens: list[str]) -> Condition:
    if tokens and tokens[0] == "not":
        tokens.pop(0)
        return Not(_single(tokens))
    if tokens and tokens[0] == "(":
        tokens.pop(0)
        inner = _either(tokens)
        _take(tokens, ")")
        return inner
    if tokens and tokens[0] == "answered":
        tokens.pop(0)
        return Answered(_name(tokens))
    name = _name(tokens)
    many = _take(tokens, "is", "has", "in") == "in"
    wanted = [_name(tokens)]
    while many and tokens and tokens[0] == ",":
        tokens.pop(0)
        wanted.append(_name(tokens))
    return Is(name, tuple(wanted))
