"""pydantic's complaints in plain Dutch, at the line they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from dialogs.authoring.issue import Issue
from dialogs.authoring.source import Source
from dialogs.authoring.yaml_events import Path

Model = TypeVar("Model", bound=BaseModel)
_TEXT = "moet tekst zijn; zet het tussen aanhalingstekens"
_NUMBER = "moet een heel getal zijn"
_MESSAGES = {
    "missing": "dit ontbreekt",
    "string_type": _TEXT,
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_from_float": _NUMBER,
    "float_parsing": "moet een getal zijn",
    "decimal_parsing": "moet een getal zijn",
    "bool_type": "moet true of false zijn",
    "bool_parsing": "moet true of false zijn",
    "list_type": "moet een lijst zijn: elke regel begint met een streepje",
    "tuple_type": "moet een lijst zijn: elke regel begint met een streepje",
    "dict_type": "moet een groep met namen zijn, zoals 'naam: waarde'",
    "model_type": "moet een groep met namen zijn, zoals 'naam: waarde'",
    "model_attributes_type": "moet een groep met namen zijn, zoals 'naam: waarde'",
    "string_too_short": "is te kort: ten minste {min_length} tekens",
    "string_too_long": "is te lang: ten hoogste {max_length} tekens",
    "too_short": "heeft er te weinig: ten minste {min_length}",
    "too_long": "heeft er te veel: ten hoogste {max_length}",
    "greater_than": "moet meer dan {gt} zijn",
    "greater_than_equal": "moet ten minste {ge} zijn",
    "less_than": "moet minder dan {lt} zijn",
    "less_than_equal": "mag ten hoogste {le} zijn",
    "string_pattern_mismatch": "heeft niet de goede vorm ({pattern})",
    "literal_error": "kan hier niet; kies uit {expected}",
    "enum": "kan hier niet; kies uit {expected}",
    "union_tag_invalid": "kan hier niet; kies uit {expected_tags}",
    "union_tag_not_found": "hier ontbreekt {discriminator}",
    "date_parsing": "is geen datum; schrijf die zo: 2026-11-26",
    "date_from_datetime_parsing": "is geen datum; schrijf die zo: 2026-11-26",
    "date_from_datetime_inexact": "is geen datum; schrijf die zo: 2026-11-26",
    "time_parsing": "is geen tijd; schrijf die zo: 08:30",
    "value_error": "{error}",
    "assertion_error": "{error}",
}
_CODES = {"extra_forbidden": "unknown-key", "missing": "missing", "value_error": "wrong-value"}
_NEAR = 70  # rapidfuzz score from which a name is worth suggesting


def validate(model: type[Model], source: Source) -> Model | list[Issue]:
    """The data as this model, or every way in which it does not fit."""
    try:
        return model.model_validate(source.data)
    except ValidationError as errors:
        return issues_of(errors, model, source)


def issues_of(errors: ValidationError, model: type[BaseModel], source: Source) -> list[Issue]:
    """Every error once, in the order of the file."""
    found = {_issue(error, model, source) for error in errors.errors(include_url=False)}
    return sorted(found)


def near(word: str, known: Iterable[str]) -> str:
    """The known name that the writer most likely meant; "" if none is near."""
    best = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return best[0] if best else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a complaint about a name: "; bedoel je 'title'?", or "" if none is near."""
    return _hint(near(word, known))


def _issue(error: ErrorDetails, model: type[BaseModel], source: Source) -> Issue:
    path = _real(error["loc"], error["type"], source)
    message, suggestion = _message(error, model)
    code = _CODES.get(error["type"], error["type"].replace("_", "-"))
    field = source.field(path)
    return Issue(source.file, source.line(path), field, message, code, suggestion=suggestion)


def _real(loc: Path, kind: str, source: Source) -> Path:
    """The path without the parts pydantic adds itself, such as a union's member."""
    path: Path = ()
    for place, part in enumerate(loc):
        absent = kind == "missing" and place == len(loc) - 1
        if (*path, part) in source.lines or absent:
            path = (*path, part)
    return path


def _message(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown(str(error["loc"][-1]), _names(model, error["loc"][:-1]))
    message = _MESSAGES.get(kind, "klopt niet: " + error["msg"]).format_map(_Told(context))
    given = error["input"]
    if kind in ("literal_error", "enum", "union_tag_invalid") and isinstance(given, str):
        known = str(context.get("expected") or context.get("expected_tags")).replace("'", "")
        suggestion = near(given, known.replace(" or ", ", ").split(", "))
        return f"'{given}' {_of(message)}" + _hint(suggestion), suggestion
    return message, ""


def _unknown(name: str, known: list[str]) -> tuple[str, str]:
    suggestion = near(name, known)
    choice = _hint(suggestion) or (f"; kies uit {', '.join(known)}" if known else "")
    return "deze naam kennen we niet" + choice, suggestion


def _hint(suggestion: str) -> str:
    return f"; bedoel je '{suggestion}'?" if suggestion else ""


def _of(message: str) -> str:
    return message.replace(" or ", " of ")


class _Told(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"


def _names(model: type[BaseModel], loc: Path) -> list[str]:
    """The field names that are known at this place of the model."""
    at: list[Any] = [model]
    for part in loc:
        at = [inner for kind in at for inner in _step(kind, part)]
    return sorted({name for kind in at for name in _fields(kind)})


def _step(kind: Any, part: str | int) -> Iterator[Any]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = _fields(kind)
        yield from _kinds(fields[str(part)]) if part in fields else (kind,)
    else:
        yield kind


def _fields(kind: Any) -> dict[str, Any]:
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return {}
    return {f.alias or name: f.annotation for name, f in kind.model_fields.items()}


def _kinds(annotation: Any) -> Iterator[Any]:
    """The models somewhere inside an annotation: list[X], X | None, dict[str, X] …"""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _kinds(inner)
