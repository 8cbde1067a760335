"""A year with one childcare place: it is given, a first day moves, others wait; it can fail."""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from typing import Any

import pytest

from bot.service.arranging import desk
from bot.year.asked import Programmes
from bot.year.checks import Check, of_childcare
from bot.year.childcare import Caring
from bot.year.count import Count
from bot.year.places import Place, Places, month_of
from bot.year.run import Done, simulated
from bot.year.town import town
from bot.year.world import world
from casework.calendar import Calendar
from casework.tallies import CHILDCARE
from storage import grants

TODAY = date(2026, 3, 2)
TODAY_AT = datetime(2026, 3, 2, 12)
MOVED, WAITED, NEVER_MORE = "met een eerste dag", "opvangplekken waren vol", "nooit meer dan"


@pytest.mark.timeout(300)
def test_one_place_is_given_a_first_day_moves_and_others_wait() -> None:
    done = simulated(5, families=12, weeks=34, places=1)
    assert done.ok, done.lines
    told = numbers(done)
    assert told["opvang: plek gegeven"] >= 1
    assert told["opvang: eerste dag verzet"] >= 1
    assert told["opvang: geweigerd omdat het vol was"] >= 1
    assert told["opvang: wacht aan het eind"] == told["geteld childcare_waiting"] >= 1
    good = [line.removeprefix("goed  ") for line in done.lines]
    assert all(any(line.startswith(what) for line in good) for what in (MOVED, WAITED, NEVER_MORE))


@pytest.mark.timeout(300)
def test_too_many_places_and_steps_that_stay_behind_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    async def stays(*_: Any) -> None:
        """Nothing moves along."""

    monkeypatch.setattr(grants, "refusal", lambda *_: None)
    monkeypatch.setattr(desk, "follow", stays)
    done = simulated(5, families=12, weeks=34, places=1)
    assert not done.ok
    wrong = [line.removeprefix("FOUT  ") for line in done.lines if line.startswith("FOUT")]
    assert any(line.startswith(MOVED) and "eerste dag" in line for line in wrong), wrong
    assert any(line.startswith(NEVER_MORE) and "2 van 1 plekken" in line for line in wrong), wrong


def test_a_whole_year_in_which_nothing_happened_fails() -> None:
    checks = looked_back(whole=True)
    assert [str(one).split()[0] for one in checks] == ["FOUT"] * 3


def test_a_short_time_need_not_bring_anything() -> None:
    assert looked_back(whole=False) == []


def test_a_place_that_nobody_kept_fails() -> None:
    (check,) = looked_back(Place(month_of(TODAY), 12, 100), whole=False)
    assert not check.ok
    assert "bewaard 0, gegeven 1" in str(check)


def test_places_are_counted_by_month_and_money_by_year() -> None:
    places = Places(2, {2026: 1_000, 2027: 300})
    places.give(TODAY, 1, Place(month_of(TODAY), 12, 100))
    assert places.money() == {2026: 1_000, 2027: 200}
    assert set(places.running().values()) == {1}
    assert places.full_on is None
    assert places.over == []


def test_the_last_place_makes_it_full_and_one_more_is_too_many() -> None:
    places = Places(1, {2026: 10_000, 2027: 10_000})
    places.give(TODAY, 1, Place(month_of(TODAY), 2, 100))
    assert places.full_on == TODAY
    assert places.over == []
    places.give(TODAY, 2, Place(month_of(TODAY) + 1, 2, 100))
    assert places.over == ["2026-03-02 2026-04: 2 van 1 plekken"]


def test_more_money_than_the_budget_is_noted() -> None:
    places = Places(9, {2026: 150})
    places.give(TODAY, 1, Place(month_of(TODAY), 2, 100))
    assert places.over == ["2026-03-02 2026: 200 van 150 cent"]


def test_who_ends_early_leaves_the_place_to_who_was_refused() -> None:
    places = Places(1, {2026: 10_000, 2027: 10_000})
    places.give(TODAY, 1, Place(month_of(TODAY), 12, 100))
    places.refuse(2, waits=True)
    places.end(1, 2)
    places.give(TODAY, 2, Place(month_of(TODAY) + 2, 12, 100))
    assert (places.over, places.freed, places.waited) == ([], 1, {2})


def looked_back(*given: Place, whole: bool) -> list[Check]:
    """The checks of a town where these places were given, and nothing kept."""

    async def lived() -> list[Check]:
        ours = town(TODAY.year, 1)
        now = Calendar.of(ours).utc(TODAY_AT)
        async with world(ours, now) as here:
            count, places = Count(), Places.offered(ours.programme(CHILDCARE))
            for family, one in enumerate(given):
                places.give(TODAY, family, one)
            caring = Caring(here, count, Programmes(here, count), places)
            return await of_childcare(here, caring, whole=whole)

    return asyncio.run(lived())


def numbers(done: Done) -> dict[str, int]:
    """What a year tells, by its words."""
    lines = (line.rpartition(": ") for line in done.lines if line.startswith("  "))
    return {what.strip(): int(number) for what, _, number in lines}
