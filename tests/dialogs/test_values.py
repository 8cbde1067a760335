"""Value objects are equal, hashed and shown as dataclasses are; `changed` is `replace`, faster."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.model import Frame, Session
from dialogs.render import Button
from dialogs.values import changed, value_class


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


def test_a_field_it_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError):
        changed(Session(), {"trun": 4})
    with pytest.raises(AttributeError):
        Session().trun = 4  # type: ignore[attr-defined]  # it has slots


def test_equal_ones_have_one_hash() -> None:
    assert len({Button("Ja", "1:c.ja"), Button("Ja", "1:c.ja"), Button("Nee", "1:c.nee")}) == 2


def test_a_check_of_the_fields_is_made_again() -> None:
    with pytest.raises(ValueError, match="below nought"):
        changed(Checked(1, 2), {"least": -1})


@value_class(frozen=True, slots=True)
class Checked:
    least: int
    most: int

    def __post_init__(self) -> None:
        if self.least < 0:
            raise ValueError("below nought")
