"""A frozen dataclass with some fields changed, faster than `dataclasses.replace`.

A turn changes its session a dozen times, and `replace` goes through a constructor that sets each
field of a frozen class the slow way. Here the slots are copied. A class that checks its fields in
`__post_init__` must not be changed like this.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

Thing = TypeVar("Thing")
_Slot = tuple[str, Callable[[Any, Any], None], Callable[[Any], Any]]


def changed(thing: Thing, changes: dict[str, Any]) -> Thing:
    """The same with these fields changed. Raises TypeError for a field it does not have."""
    kind = type(thing)
    new = object.__new__(kind)
    left = len(changes)
    for name, put, get in _slots(kind):  # type: ignore[arg-type]  # a class can be hashed
        if left and name in changes:
            put(new, changes[name])
            left -= 1
        else:
            put(new, get(thing))
    if left:
        raise TypeError(f"{kind.__name__} has not all of these fields")
    return new


@cache
def _slots(kind: type[Any]) -> tuple[_Slot, ...]:
    """How to write and read each field."""
    assert not hasattr(kind, "__post_init__"), "its fields need checking"
    slots = [(one.name, vars(kind)[one.name]) for one in fields(kind)]
    return tuple((name, slot.__set__, slot.__get__) for name, slot in slots)
