"""Childcare from day 1: each step's day, what moves along, and what must not be overlooked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.budget import Grant
from casework.calendar import Calendar
from casework.childcare import (
    Caution,
    Plan,
    Warn,
    dated,
    notice_by,
    reminded,
    warnings,
)
from casework.childcare_days import unlikely
from casework.childcare_place import cautions, moves_to
from casework.childcare_steps import BY_ID, DUTCH, STEPS
from casework.days import months_later
from casework.municipality import Municipality

BEGUN, FIRST = date(2026, 11, 23), date(2027, 3, 1)  # Mondays
PLAN = Plan(BEGUN, FIRST)


def way(town: Municipality, letter: str) -> Plan:
    """A plan that is paid in this way."""
    return replace(PLAN, way=next(one for one in town.funding if one.id == letter))


def done(plan: Plan, **days: date) -> Plan:
    return replace(plan, done=dict(plan.done) | days)


def days(plan: Plan, calendar: Calendar, **offsets: int) -> dict[str, date | None]:
    return {due.step.id: due.on for due in dated(plan, offsets, calendar)}


def test_the_checklist_of_the_dossier(dordrecht: Municipality, calendar: Calendar) -> None:
    """domain.md §4, with D on Monday 1 March; a Sunday gives way to the Saturday before it."""
    found = days(way(dordrecht, "E"), calendar)
    assert found["route"] == found["quote"] == FIRST - timedelta(weeks=10)
    assert found["request"] == FIRST - timedelta(weeks=9)
    assert found["decision"] == FIRST - timedelta(weeks=2)
    assert found["settling_in"] == FIRST - timedelta(weeks=2)
    assert found["bag"] == date(2027, 2, 27)
    assert found["first_day"] == FIRST
    assert found["after_3"] == date(2027, 3, 4)
    assert found["ending"] == date(2028, 2, 29) - timedelta(weeks=12)
    assert {"digid", "benefit", "direct_payment", "changes"} & set(found) == set()
    benefit = days(way(dordrecht, "A"), calendar)
    assert benefit["digid"] == FIRST - timedelta(weeks=6)
    assert benefit["benefit"] == benefit["provider_talk"] == FIRST - timedelta(weeks=4)
    assert {"request", "decision", "ending"} & set(benefit) == set()


def test_nothing_is_signed_before_the_decision(dordrecht: Municipality, calendar: Calendar) -> None:
    plan = way(dordrecht, "E")
    contract = next(due for due in dated(plan, {}, calendar) if due.step.id == "contract")
    assert (contract.waits_for, contract.on) == ("decision", FIRST - timedelta(weeks=2))
    assert "contract" not in dict(reminded(plan, dated(plan, {}, calendar)))
    assert warnings(plan, {}, BEGUN) == [Caution(Warn.SIGN_AFTER)]
    decided = done(plan, request=BEGUN, decision=date(2027, 2, 1))
    assert "contract" in dict(reminded(decided, dated(decided, {}, calendar)))
    assert warnings(decided, {}, BEGUN) == []
    early = done(plan, contract=date(2027, 1, 4))
    assert warnings(early, {}, BEGUN)[0] == Caution(Warn.SIGNED_EARLY, date(2027, 1, 4))
    assert warnings(way(dordrecht, "A"), {}, BEGUN) == []


def test_without_a_contract_nobody_wishes_her_a_good_first_day(
    dordrecht: Municipality, calendar: Calendar
) -> None:
    plan = way(dordrecht, "A")
    told = {name for name, _ in reminded(plan, dated(plan, {}, calendar))}
    assert told & {"settling_in", "bag", "first_day", "after_3", "after_30"} == set()


def test_she_hears_nothing_before_a_person_chose_how_it_is_paid(calendar: Calendar) -> None:
    assert reminded(PLAN, dated(PLAN, {}, calendar)) == []


def test_benefit_has_a_hard_stop_with_three_warnings(
    dordrecht: Municipality, calendar: Calendar
) -> None:
    plan = way(dordrecht, "A")
    assert plan.lost_after == date(2027, 6, 1)
    told = [day for name, day in reminded(plan, dated(plan, {}, calendar)) if "benefit" in name]
    assert told == [
        FIRST - timedelta(weeks=4), *(FIRST + timedelta(days=after) for after in (30, 60, 75))
    ]  # fmt: skip
    signed = done(plan, contract=date(2027, 2, 1))
    assert warnings(signed, {}, FIRST + timedelta(days=29)) == []
    stop = [Caution(Warn.BENEFIT_STOP, date(2027, 6, 1))]
    assert warnings(signed, {}, FIRST + timedelta(days=30)) == stop
    assert warnings(signed, {}, date(2027, 6, 1)) == stop
    assert warnings(signed, {}, date(2027, 6, 2)) == [Caution(Warn.BENEFIT_LOST, date(2027, 6, 1))]
    first_weeks = {name for name, _ in reminded(signed, dated(signed, {}, calendar))}
    assert {"settling_in", "bag", "first_day", "after_3", "after_30"} <= first_weeks
    asked = done(signed, benefit=date(2027, 2, 2))
    assert warnings(asked, {}, date(2027, 6, 2)) == []
    assert days(asked, calendar)["direct_payment"] == date(2027, 2, 9)


def test_the_end_follows_the_place_that_was_given(
    dordrecht: Municipality, calendar: Calendar
) -> None:
    plan = replace(way(dordrecht, "E"), place=Grant((2027, 3), 6, 1_200_00))
    assert (plan.ends_on, notice_by(plan)) == (date(2027, 8, 31), date(2027, 7, 31))
    assert days(plan, calendar)["ending"] == date(2027, 6, 8)
    assert Caution(Warn.NOTICE, date(2027, 7, 31)) in warnings(plan, {}, date(2027, 7, 4))
    longer = replace(way(dordrecht, "C"), months=9)
    assert (longer.ends_on, notice_by(longer)) == (date(2027, 11, 30), date(2027, 10, 31))


def test_a_place_is_told_of_when_things_around_it_change(dordrecht: Municipality) -> None:
    place, plan = Grant((2027, 3), 6, 1_200_00), way(dordrecht, "E")

    def told(plan: Plan = plan, today: date = FIRST, **about: bool) -> list[Warn]:
        facts = {"chosen": True, "hers": True} | about
        return [one.kind for one in cautions(place, plan, today, **facts)]

    assert told() == []
    june = replace(plan, first_day=date(2027, 6, 1))
    assert (moves_to(place, june), moves_to(place, plan)) == ((2027, 6), None)
    assert told(june) == told(replace(plan, first_day=None)) == [Warn.PLACE_ELSEWHEN]
    assert told(chosen=False) == [Warn.PLACE_ELSEWHERE]
    assert told(hers=False) == [Warn.PLACE_NOT_HERS]
    assert told(june, date(2027, 9, 1), chosen=False, hers=False) == []  # it is over


@pytest.mark.parametrize(
    ("name", "fits", "absurd"),
    [
        ("first_day", [-300, 0, 700], [-2500, 36500]),
        ("four_on", [-300, 1700], [-9999, 2000]),
        ("step", [0, 900], [-1, 1200]),
    ],
)
def test_a_slip_in_a_year_is_noticed(name: str, fits: list[int], absurd: list[int]) -> None:
    assert not any(unlikely(name, BEGUN + timedelta(days=n), BEGUN) for n in fits)
    assert all(unlikely(name, BEGUN + timedelta(days=n), BEGUN) for n in absurd)


def test_notice_and_a_fourth_birthday_are_told_in_time(
    dordrecht: Municipality, calendar: Calendar
) -> None:
    plan = done(way(dordrecht, "E"), contract=BEGUN, decision=BEGUN)
    assert (plan.ends_on, notice_by(plan)) == (date(2028, 2, 29), date(2028, 1, 31))
    assert [c.kind for c in warnings(plan, {}, date(2028, 1, 2))] == []
    assert warnings(plan, {}, date(2028, 1, 3)) == [Caution(Warn.NOTICE, date(2028, 1, 31))]
    four = replace(plan, four_on=date(2027, 9, 1))
    assert days(four, calendar)["nearly_four"] == date(2027, 3, 2)
    assert Caution(Warn.NEARLY_FOUR, date(2027, 9, 1)) in warnings(four, {}, date(2027, 3, 2))
    assert Warn.NEARLY_FOUR not in [c.kind for c in warnings(four, {}, date(2027, 3, 1))]
    later = {"nearly_four": -90}  # of a town's own file
    assert Warn.NEARLY_FOUR not in [c.kind for c in warnings(four, later, date(2027, 6, 2))]
    assert Warn.NEARLY_FOUR in [c.kind for c in warnings(four, later, date(2027, 6, 3))]
    seen = done(four, nearly_four=date(2027, 3, 3))
    assert Warn.NEARLY_FOUR not in [c.kind for c in warnings(seen, {}, date(2027, 3, 4))]


def test_it_is_over_when_nothing_is_paid_or_can_be_lost_any_more(
    dordrecht: Municipality,
) -> None:
    over = {letter: way(dordrecht, letter).over_on for letter in "ACDE"}
    assert over == {
        "A": date(2027, 6, 1), "C": date(2027, 8, 31), "D": FIRST, "E": date(2028, 2, 29),
    }  # fmt: skip
    assert PLAN.over_on == FIRST
    assert replace(PLAN, first_day=None).over_on is None


def test_nobody_is_asked_how_it_goes_before_it_began(
    dordrecht: Municipality, calendar: Calendar
) -> None:
    """Day 3 after Christmas Eve is a Sunday, the days before it are Christmas: it was asked on
    the first day itself."""
    plan = replace(way(dordrecht, "A"), first_day=date(2026, 12, 24))
    assert days(plan, calendar)["after_3"] == date(2026, 12, 28)


def test_what_is_near_asks_for_a_contract(dordrecht: Municipality) -> None:
    plan = way(dordrecht, "D")
    assert warnings(plan, {}, FIRST - timedelta(days=28)) == []
    assert warnings(plan, {}, FIRST - timedelta(days=27)) == [Caution(Warn.LATE, FIRST)]


def test_an_offer_and_a_change_start_their_own_clock(
    dordrecht: Municipality, calendar: Calendar
) -> None:
    plan = way(dordrecht, "A")
    assert days(plan, calendar)["offer"] is None
    known = replace(plan, offer_on=date(2027, 1, 4), changed_on=date(2027, 5, 3))
    found = days(known, calendar)
    assert (found["offer"], found["changes"]) == (date(2027, 1, 14), date(2027, 5, 31))


def test_a_municipality_has_its_own_days(dordrecht: Municipality, calendar: Calendar) -> None:
    assert days(way(dordrecht, "A"), calendar, digid=-63)["digid"] == FIRST - timedelta(weeks=9)


@settings(max_examples=150, deadline=None)
@given(
    letter=st.sampled_from(["", *"ABCDE"]),
    lead=st.integers(0, 300),
    shift=st.integers(-120, 120),
    ticked=st.sets(st.sampled_from([step.id for step in STEPS])),
)
def test_open_steps_move_with_the_first_day_and_none_lies_in_the_past(
    letter: str, lead: int, shift: int, ticked: set[str]
) -> None:
    town, calendar = TOWN
    plan = replace(PLAN, first_day=BEGUN + timedelta(days=lead))
    plan = replace(plan, way=next((one for one in town.funding if one.id == letter), None))
    plan = done(plan, **dict.fromkeys(ticked, BEGUN))
    assert plan.first_day
    moved = replace(plan, first_day=max(BEGUN, plan.first_day + timedelta(days=shift)))
    for one in (plan, moved):
        dues = dated(one, {}, calendar)
        assert len({due.step.id for due in dues}) == len(dues)
        for due in dues:
            early = due.on is not None and due.on <= BEGUN
            assert not early or due.step.id == "first_day"
            off = due.on is not None and calendar.day_off(due.on)
            assert not off or due.step.id == "first_day"
            assert due.open is (due.step.id not in ticked)
        told = reminded(one, dues)
        assert not {name for name, _ in told} & (ticked - {"benefit"})
        assert (not told) or one.way is not None
        assert [day for _, day in told] == sorted(day for _, day in told)
    assert {d.step.id for d in dated(plan, {}, calendar)} == {
        d.step.id for d in dated(moved, {}, calendar)
    }


@pytest.fixture(scope="module", autouse=True)
def _town(dordrecht: Municipality, calendar: Calendar) -> None:
    """Hypothesis runs its examples inside one test: fixtures come in from the side."""
    TOWN[:] = [dordrecht, calendar]


TOWN: list = []  # type: ignore[type-arg]  # filled by the fixture above


def test_months_are_counted_as_people_do() -> None:
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_later(date(2026, 3, 15), -1) == date(2026, 2, 15)
    assert months_later(date(2026, 12, 31), 12) == date(2027, 12, 31)


def test_every_step_has_a_name_and_waits_for_one_that_exists() -> None:
    assert set(DUTCH) == set(BY_ID)
    assert all(not step.after or step.after in BY_ID for step in STEPS)
