"""A frozen dataclass with some fields changed, faster than `dataclasses.replace`.

A turn changes its session a dozen times, and `replace` goes through a constructor that sets each
field of a frozen class the slow way. Here the slots are copied. A class that checks its fields in
`__post_init__` must not be changed like this.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class _Slots:
    """How to read all fields of a class at once, and to write each, in order and by name."""

    read: Callable[[Any], tuple[Any, ...]]
    write: tuple[Callable[[Any, Any], None], ...]
    named: Mapping[str, Callable[[Any, Any], None]]


def changed(thing: Thing, changes: dict[str, Any]) -> Thing:
    """The same with these fields changed. Raises TypeError for a field it does not have."""
    kind = type(thing)
    slots = _slots(kind)  # type: ignore[arg-type]  # a class can be hashed
    new = object.__new__(kind)
    for write, value in zip(slots.write, slots.read(thing), strict=True):
        write(new, value)
    try:
        for name, value in changes.items():
            slots.named[name](new, value)
    except KeyError:
        raise TypeError(f"{kind.__name__} has not all of these fields") from None
    return new


@cache
def _slots(kind: type[Any]) -> _Slots:
    assert not hasattr(kind, "__post_init__"), "its fields need checking"
    names = [one.name for one in fields(kind)]
    assert len(names) > 1, "attrgetter gives no tuple for one name"
    write = tuple(vars(kind)[name].__set__ for name in names)
    return _Slots(attrgetter(*names), write, dict(zip(names, write, strict=True)))
