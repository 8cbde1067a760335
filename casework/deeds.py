"""What the engine emits as `Do(name, args)`, text only, made the deed that it names.

The engine knows no municipal word. An empty text counts as "not given", so that `=step` of a
skipped question leaves an optional field alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from functools import cache
from typing import Any, get_args, get_type_hints

from rapidfuzz import process

from casework.effects import Deed


class DeedError(ValueError):
    """A deed that does not exist or does not get what it needs; the message says which."""


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


DEEDS: Mapping[str, type[Deed]] = {_snake(kind.__name__): kind for kind in get_args(Deed)}

_YES_NO = {"true": True, "ja": True, "false": False, "nee": False}


def deed(name: str, args: Mapping[str, str]) -> Deed:
    """The deed with this name and these arguments. Raises DeedError."""
    if wrong := _misnamed(name, args):
        raise DeedError("; ".join(wrong))
    values: dict[str, Any] = {k: _read(name, k, v) for k, v in args.items() if v != ""}
    return DEEDS[name](**values)


def problems(name: str, args: Mapping[str, str]) -> list[str]:
    """Why a script may not say this, for the checker; a value "=step" is taken on trust."""
    wrong = _misnamed(name, args)
    for key, value in args.items():
        if name in DEEDS and key in _types(name) and not value.startswith("="):
            try:
                _read(name, key, value)
            except DeedError as error:
                wrong.append(str(error))
    return wrong


def _misnamed(name: str, args: Mapping[str, str]) -> list[str]:
    if name not in DEEDS:
        near = process.extractOne(name, sorted(DEEDS), score_cutoff=70)
        return [f"no deed '{name}'" + (f"; did you mean '{near[0]}'?" if near else "")]
    known = {field.name: field for field in fields(DEEDS[name])}
    needed = [key for key, field in known.items() if field.default is MISSING]
    extra = [f"{name} has no '{key}'" for key in args if key not in known]
    return extra + [f"{name} needs '{key}'" for key in needed if not args.get(key)]


@cache
def _types(name: str) -> dict[str, Any]:
    return get_type_hints(DEEDS[name])


def _read(name: str, key: str, value: str) -> object:
    hint = _types(name)[key]
    wanted = next((kind for kind in get_args(hint) if kind is not type(None)), hint)
    try:
        return _value(wanted, value)
    except (KeyError, ValueError) as error:
        raise DeedError(f"{name}: '{key}' cannot be '{value}'") from error


def _value(wanted: type, value: str) -> object:
    if wanted is datetime:
        return _wall(value)
    if wanted is date:
        return date.fromisoformat(value)
    if wanted is bool:
        return _YES_NO[value]
    return wanted(value)


def _wall(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is not None:
        raise ValueError("a wall time has no zone")
    return moment
