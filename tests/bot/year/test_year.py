"""A short year of Dordrecht through the real line: everything holds, and the checks can fail."""

from __future__ import annotations

from datetime import date, time

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.service import logs
from bot.service.staff.handling import Handling
from bot.year.asked import Asked, Programmes
from bot.year.checks import Check
from bot.year.count import Count
from bot.year.run import Done, simulated
from casework import reminders
from casework.calendar import Calendar
from storage import handoffs, tasks
from storage.tasks import NewTask

SHORT = ["simulate-year", "--seed", "7", "--families", "12", "--weeks", "8"]


@pytest.mark.timeout(300)
def test_eight_weeks_of_twelve_families_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "configure", lambda _level: None)  # it would hold for all tests
    done = CliRunner().invoke(app, SHORT)
    assert done.exit_code == 0, done.output
    told = [line for line in done.stdout.splitlines() if line.startswith("goed  ")]
    assert len(told) >= 5  # and those about childcare that had something to look at
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


@pytest.mark.timeout(300)
def test_what_a_programme_gave_and_nobody_counted_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    became = Programmes._became

    def forgets(self: Programmes, one: Asked, programme: str, state: str) -> None:
        if state == "granted":
            one.state = state
        else:
            became(self, one, programme, state)

    monkeypatch.setattr(Programmes, "_became", forgets)
    lines = wrong(simulated(7, families=12, weeks=8))
    assert any("_package/" in line and "/granted: geteld" in line for line in lines), lines
    assert any(line.startswith("FOUT  de raadsbrief") for line in lines), lines


@pytest.mark.timeout(300)
def test_a_message_at_night_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Calendar, "decent", lambda _self, _wall: time(22))
    monkeypatch.setattr(reminders, "_hindrance", lambda *_: "")
    lines = wrong(simulated(3, families=6, weeks=4))
    (line,) = [one for one in lines if one.startswith("FOUT  elke herinnering op een goed uur")]
    assert "22:00" in line


@pytest.mark.timeout(300)
def test_a_task_of_nobody_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    close = Handling.close

    async def leaves_one(
        self: Handling, handoff_id: str, person: str, reason: str, once: str
    ) -> None:
        await close(self, handoff_id, person, reason, once)
        async with self._database.writing() as tx:
            found = await handoffs.get(tx, handoff_id)
            assert found
            left = NewTask(f"left:{once}", handoff_id, found.family_id, "own", {"words": "x"})
            await tasks.put(tx, [left], 1.0)

    monkeypatch.setattr(Handling, "close", leaves_one)
    lines = wrong(simulated(7, families=12, weeks=10))
    assert any(line.startswith("FOUT  elke open taak heeft") for line in lines), lines


def wrong(done: Done) -> list[str]:
    """The checks that failed, when some did."""
    assert not done.ok
    return [line for line in done.lines if line.startswith("FOUT")]


def test_a_check_without_anything_to_look_at_fails() -> None:
    assert not Check("iets", 0).ok
    assert str(Check("iets", 0)) == "FOUT  iets: niets te bekijken"
    assert str(Check("iets", 3)) == "goed  iets (3 bekeken)"
