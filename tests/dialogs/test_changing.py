"""Changing a field is the same as `dataclasses.replace`, only faster."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from dialogs.changing import changed
from dialogs.model import Frame, Session


@pytest.mark.parametrize(
    ("thing", "changes"),
    [
        (Session(), {}),
        (Session(), {"turn": 4, "state": "paused"}),
        (Frame("intake", 1, "q"), {"picked": ("a",), "page": 2}),
    ],
)
def test_the_same_as_replace(thing: Session | Frame, changes: dict[str, object]) -> None:
    before = repr(thing)
    found = changed(thing, changes)
    assert found == replace(thing, **changes)  # type: ignore[arg-type]  # the fields are right
    assert (repr(thing), type(found)) == (before, type(thing))
    with pytest.raises((FrozenInstanceError, TypeError)):  # with slots Python 3.11 tells it so
        found.topic = "x"  # type: ignore[misc,union-attr]  # it is frozen still


def test_a_field_it_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError):
        changed(Session(), {"trun": 4})


def test_what_checks_its_fields_is_not_changed_like_this() -> None:
    with pytest.raises(AssertionError):
        changed(Checked(1), {"value": -1})


@dataclass(frozen=True, slots=True)
class Checked:
    value: int

    def __post_init__(self) -> None:
        if self.value < 0:
            raise ValueError
