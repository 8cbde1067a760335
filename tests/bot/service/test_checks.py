"""The service refuses to start when scripts and service do not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.service import checks
from dialogs.authoring.shelf import load_shipped
from dialogs.library import Library
from dialogs.model import Deed, Script


def with_step(**changes: object) -> Library:
    """The shipped scripts, with the first step of the intake changed."""
    library = load_shipped()
    intake = library.script("intake")
    first = replace(intake.steps[0], **changes)  # type: ignore[arg-type]  # the tests name real fields
    changed: Script = replace(intake, steps=(first, *intake.steps[1:]))
    return Library([changed if script.id == "intake" else script for script in library])


def test_the_shipped_scripts_fit() -> None:
    checks.refuse_mismatch(load_shipped())


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"lookup": "weather"}, "no look-up weather"),
        ({"options_from": "weather"}, "no look-up weather"),
        ({"do": (Deed("send_handof"),)}, "no deed 'send_handof'; did you mean 'send_handoff'?"),
        ({"do": (Deed("pause_until"),)}, "pause_until needs 'moment'"),
        ({"do": (Deed("tell_team", (("kindd", "x"),)),)}, "tell_team has no 'kindd'"),
    ],
)
def test_what_does_not_fit_is_named(changes: dict[str, object], told: str) -> None:
    with pytest.raises(checks.Mismatch) as error:
        checks.refuse_mismatch(with_step(**changes))
    assert told in str(error.value)
    assert "intake" in str(error.value)


def test_a_reminder_needs_a_script_that_begins_at_it() -> None:
    library = load_shipped()
    without = Library([script for script in library if script.id != "appointment"])
    with pytest.raises(checks.Mismatch, match="no script begins at day_before"):
        checks.refuse_mismatch(without)


def test_every_deed_needs_a_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "HANDLERS", {})
    with pytest.raises(checks.Mismatch, match="deed send_handoff has no handler"):
        checks.refuse_mismatch(load_shipped())
