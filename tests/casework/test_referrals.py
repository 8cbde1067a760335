"""Who from outside may begin a programme, with which code, and what she hears of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.simulator import town_named
from casework.municipality import Municipality
from casework.programmes import Referrer
from casework.referrals import code_fits, may_refer, roughly

TODAY = date(2026, 11, 24)


@pytest.fixture
def huizen() -> Municipality:
    town = town_named("huizen")
    assert town
    return town


def test_only_who_the_programme_names_refers_and_only_while_it_runs(huizen: Municipality) -> None:
    lotte = next(one for one in huizen.people if one.id == "lotte")
    assert may_refer(huizen, "baby_package", lotte, TODAY)
    assert not may_refer(huizen, "baby_package", lotte, date(2027, 2, 1))
    assert not may_refer(huizen, "baby_package", replace(lotte, refers_as=Referrer.SCHOOL), TODAY)
    assert not may_refer(huizen, "baby_package", replace(lotte, refers_as=None), TODAY)
    anouk = next(one for one in huizen.people if one.id == "anouk")
    assert not may_refer(huizen, "baby_package", replace(anouk, refers_as=Referrer.MIDWIFE), TODAY)
    dordrecht = town_named("dordrecht")
    assert dordrecht
    assert not may_refer(dordrecht, "baby_package", lotte, TODAY)


@pytest.mark.parametrize(("left", "told"), [(125, 120), (25, 20), (10, 10), (9, 9), (0, 0)])
def test_a_referrer_hears_roughly_how_many_are_left(left: int, told: int) -> None:
    assert roughly(left) == told


def test_a_teacher_begins_something_for_a_child_and_no_baby_package() -> None:
    town = town_named("opsterland")
    assert town
    nynke = town.person("nynke")
    assert may_refer(town, "child_package", nynke, TODAY)
    assert not may_refer(town, "baby_package", nynke, TODAY)
    assert not may_refer(town, "child_package", town.person("femke"), TODAY)


def test_a_code_may_be_typed_with_spaces_and_small_letters() -> None:
    waiting = [("ABCD2345", 7), ("WXYZ6789", 8)]
    assert code_fits("wxyz 67-89", waiting) == 8
    assert code_fits("WXYZ678", waiting) is None
    assert code_fits("ABCD2345", waiting[1:]) is None  # somebody used it
