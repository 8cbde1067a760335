"""A short year of Dordrecht through the real line: everything holds, and the checks can fail."""

from __future__ import annotations

from datetime import date

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.service import logs
from bot.year.checks import Check
from bot.year.count import Count
from bot.year.run import simulated

SHORT = ["simulate-year", "--seed", "7", "--families", "12", "--weeks", "8"]


@pytest.mark.timeout(300)
def test_eight_weeks_of_twelve_families_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "configure", lambda _level: None)  # it would hold for all tests
    done = CliRunner().invoke(app, SHORT)
    assert done.exit_code == 0, done.output
    told = [line for line in done.stdout.splitlines() if line.startswith("goed  ")]
    assert len(told) == 5
    assert "geteld signed_up: 12" in done.stdout
    assert done.stdout.rstrip().endswith("Alles klopt.")


@pytest.mark.timeout(300)
def test_the_same_seed_gives_the_same_weeks() -> None:
    one, two = (simulated(3, families=4, weeks=4) for _ in range(2))
    assert one.counted == two.counted
    assert one.lines[1:] == two.lines[1:]
    assert one.ok


@pytest.mark.timeout(300)
def test_what_nobody_counted_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Count.note

    def forgets(self: Count, day: date, what: str, number: int = 1) -> None:
        if what != "signed_up":
            note(self, day, what, number)

    monkeypatch.setattr(Count, "note", forgets)
    done = simulated(3, families=4, weeks=4)
    assert not done.ok
    assert any(line.startswith("FOUT") and "signed_up" in line for line in done.lines)


def test_a_check_without_anything_to_look_at_fails() -> None:
    assert not Check("iets", 0).ok
    assert str(Check("iets", 0)) == "FOUT  iets: niets te bekijken"
    assert str(Check("iets", 3)) == "goed  iets (3 bekeken)"
