"""A file with mistakes, as far as it can be read, so that its sense is looked at all the same.

What cannot be read is a hole: a field that is not there. A rule that needs it stops, and what it
found before stands; rows that are whole come first. So nothing is said of what nobody could read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from dialogs.authoring.source import Source
from dialogs.authoring.yaml_events import Path

Found = TypeVar("Found")
_UNREAD: Any = object()  # in a field, until the field is taken away
_ANY_TYPE = ConfigDict(arbitrary_types_allowed=True)


def whole_first(model: type[BaseModel], source: Source) -> Source:
    """The same document, with the rows that can be read before the others in each of its lists."""
    data = dict(source.data) if isinstance(source.data, dict) else {}
    order: dict[str, list[int]] = {}
    for name in data.keys() & model.model_fields.keys():
        rows, (inner, many) = data[name], _inside(model, name)
        if inner is not None and many and isinstance(rows, list):
            broken = [not _fits(inner, row) for row in rows]
            order[name] = sorted(range(len(rows)), key=broken.__getitem__)
            data[name] = [rows[at] for at in order[name]]
    return replace(source, data=data, lines=_lines(source, order))


def readable(model: type[BaseModel], data: object) -> Any:
    """The data as this model, with a mark in each field that cannot be read; for `hollow`."""
    if _fits(model, data):
        return model.model_validate(data)
    given = data if isinstance(data, dict) else None
    return model.model_construct(
        **{name: _field(model, name, given) for name in model.model_fields}
    )


def hollow(made: Found) -> Found:
    """What was made of `readable`, with a hole for each mark."""
    for name in [row.name for row in fields(made)] if is_dataclass(made) else ():
        value = getattr(made, name)
        if value is _UNREAD or (isinstance(value, Mapping) and _UNREAD in value.values()):
            object.__delattr__(made, name)  # reading it raises AttributeError from now on
        for one in value if isinstance(value, tuple) else (value,):
            hollow(one)
    return made


def as_far(rule: Callable[..., Iterable[Found]], *given: object) -> Iterator[Found]:
    """What this rule finds in what is given, until it would need what could not be read."""
    try:
        yield from rule(*given)
    except AttributeError as stopped:
        if not is_dataclass(stopped.obj) or stopped.name not in {
            row.name for row in fields(stopped.obj)
        }:
            raise


def _field(model: type[BaseModel], name: str, given: Mapping[str, object] | None) -> Any:
    field = model.model_fields[name]
    if given is not None and name not in given and not field.is_required():
        return field.get_default(call_default_factory=True)
    value = _UNREAD if given is None else given.get(name, _UNREAD)
    if value is not _UNREAD:
        try:
            return _adapter(model, name).validate_python(value)
        except ValidationError:
            pass
    inner, many = _inside(model, name)
    if inner is None:
        return _UNREAD
    if not many:
        return readable(inner, value)
    return [readable(inner, one) for one in (value if isinstance(value, list) else [_UNREAD])]


@cache
def _inside(model: type[BaseModel], name: str) -> tuple[type[BaseModel] | None, bool]:
    """The model of this field, and whether it holds a list of them."""
    kinds = [model.model_fields[name].annotation]
    many = False
    while kinds:
        kind = kinds.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return kind, many
        many = many or get_origin(kind) is list
        kinds += get_args(kind)
    return None, False


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    kind = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    inner, many = _inside(model, name)
    return TypeAdapter(kind, config=None if inner and not many else _ANY_TYPE)


def _fits(model: type[BaseModel], data: object) -> bool:
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def _lines(source: Source, order: Mapping[str, list[int]]) -> dict[Path, int]:
    """The line of each part in its new place."""
    places = {name: {was: at for at, was in enumerate(moved)} for name, moved in order.items()}

    def moved(path: Path) -> Path:
        part = places.get(str(path[0])) if len(path) > 1 else None
        return path if part is None else (path[0], part[int(path[1])], *path[2:])

    return {moved(path): line for path, line in source.lines.items()}
