"""Value objects, of which a turn makes dozens and changes others a dozen times.

The constructor of a frozen dataclass sets each field the slow way, at three times the price, and a
turn makes some eighty objects of four hundred fields. So these are frozen for the type checker and
plain when they run: mypy reads `value_class` as the standard `dataclass` and refuses whatever would
set a field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

Thing = TypeVar("Thing")

if TYPE_CHECKING:
    from dataclasses import dataclass as value_class
else:

    def value_class(*, frozen: bool, slots: bool, **rest: Any) -> Any:
        """As `dataclass`: compared by its fields and hashed by them, but set without a guard."""
        return dataclass(slots=slots, unsafe_hash=frozen, **rest)


def changed(thing: Thing, changes: Mapping[str, Any]) -> Thing:
    """As `dataclasses.replace`, at a third of its price. Raises TypeError for an unknown field."""
    kind = type(thing)
    read, places = _layout(kind)  # type: ignore[arg-type]  # a class can be hashed
    values = [*read(thing)]
    try:
        for name, new in changes.items():
            values[places[name]] = new
    except KeyError:
        raise TypeError(f"{kind.__name__} has not all of these fields") from None
    return kind(*values)


@cache
def _layout(kind: type[Any]) -> tuple[Callable[[Any], tuple[Any, ...]], Mapping[str, int]]:
    """How to read all fields of a class at once, and where each stands in its constructor."""
    names = [one.name for one in fields(kind)]
    assert all(one.init and not one.kw_only for one in fields(kind)), "set by place"
    assert len(names) > 1, "attrgetter gives no tuple for one name"
    return attrgetter(*names), {name: place for place, name in enumerate(names)}


__all__ = ["changed", "value_class"]
