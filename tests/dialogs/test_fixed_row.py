""" "Ik wil bellen" stands on the screen in every step; beside a button that does the same it is not
shown twice, but only while she sees that button."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dialogs.authoring.build import build_script
from dialogs.authoring.shelf import load_shipped
from dialogs.effects import Say
from dialogs.engine import advance
from dialogs.events import Started
from dialogs.library import Library
from dialogs.model import Script

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
CALL = "{id: call, label: Bel mij, intent: call}"
SCRIPT = """
id: proef
version: 1
title: Proef
steps:
  - id: area
    kind: choice
    label: Wijk
    text: "Waar woon je?"
    choices:
      - {id: here, label: Hier}
      - %s
"""


def seen(choices: str) -> list[str]:
    """The labels on her screen when this is asked."""
    built = build_script(SCRIPT % choices, "proef.yaml")
    assert isinstance(built, Script), built
    turn = advance(Library([*load_shipped(), built]), None, Started(AT, "proef"))
    (say,) = (effect for effect in turn.effects if isinstance(effect, Say))
    rows = [say.answers, *say.menu]
    return [str(tap.label.msgid) for row in rows for tap in row]


def test_a_button_that_calls_stands_in_for_the_fixed_one() -> None:
    assert [label for label in seen(CALL) if "el" in label] == ["Bel mij"]


@pytest.mark.parametrize(
    "hidden",
    [
        CALL.replace("}", ", typed: true}"),
        CALL.replace("}", ", when: area is here}"),
        "\n      - ".join([*(f"{{id: w{n}, label: Wijk {n}}}" for n in range(6)), CALL]),
    ],
)
def test_a_button_that_is_not_on_the_screen_stands_in_for_nothing(hidden: str) -> None:
    assert "Ik wil bellen" in seen(hidden)
