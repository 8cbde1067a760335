"""Which programmes fit what she told: hers alone, with the answers it rests on."""

from __future__ import annotations

from datetime import UTC, date, datetime

from casework.fitting import Fit, fitting
from casework.municipality import Municipality
from dialogs.model import Answer, Status, Text
from tests.casework.test_programmes import town

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def said(**answers: str) -> dict[str, Answer]:
    """Answers to the intake: `children="b0_1 b2_3"`; "" is a skipped question."""
    return {
        f"intake.{step}": Answer(
            "intake", 1, step, Text(""), Status.ANSWERED if value else Status.SKIPPED, AT,
            tuple(value.split()),
        )
        for step, value in answers.items()
    }  # fmt: skip


def ids(place: Municipality, how: Fit, /, **answers: str) -> list[str]:
    found = fitting(place, said(**answers), TODAY)
    return [one.programme.id for one in found if one.fit is how]


def test_childcare_fits_who_has_too_little_of_it(dordrecht: Municipality) -> None:
    found = fitting(dordrecht, said(children="b2_3", care_now="little", relief_wish="money"), TODAY)
    childcare = next(one for one in found if one.programme.id == "bridging_childcare")
    assert childcare.fit is Fit.YES
    assert childcare.because == ("intake.children", "intake.care_now")


def test_what_she_said_no_to_is_not_offered(dordrecht: Municipality) -> None:
    told = {"children": "b13_17", "care_now": "not_needed", "relief_wish": "money"}
    assert "bridging_childcare" not in ids(dordrecht, Fit.YES, **told)
    assert "bridging_childcare" not in ids(dordrecht, Fit.MAYBE, **told)


def test_skipping_costs_nothing(dordrecht: Municipality) -> None:
    """Whoever skipped a question may still find it; nobody brings it up."""
    told = {"children": "", "care_now": "", "relief_wish": ""}
    assert "bridging_childcare" in ids(dordrecht, Fit.MAYBE, **told)
    assert ids(dordrecht, Fit.YES, **told) == []
    assert ids(dordrecht, Fit.YES) == []


def test_work_and_not_coming_round_is_an_answer_of_its_own(dordrecht: Municipality) -> None:
    assert "working_poor" in ids(dordrecht, Fit.YES, fit="work", money_worry="tight")
    assert "single_parents" in ids(dordrecht, Fit.YES, fit="alone benefit")
    assert "single_parents" not in ids(dordrecht, Fit.MAYBE, fit="work")


def test_what_is_for_everybody_is_found_and_never_brought_up(dordrecht: Municipality) -> None:
    for told in ({}, {"money_worry": "fine", "fit": "work"}):
        assert "town_pass" in ids(dordrecht, Fit.MAYBE, **told)
        assert "town_pass" not in ids(dordrecht, Fit.YES, **told)
        assert "learning" not in ids(dordrecht, Fit.MAYBE, **told)  # nothing to begin there


def test_each_town_has_its_own() -> None:
    told = {"children": "b0_1 b4_12", "care_now": "none"}
    assert ids(town("huizen"), Fit.YES, **told) == ["baby_package"]
    assert ids(town("opsterland"), Fit.YES, **told) == ["child_package"]


def test_a_programme_that_is_over_is_not_offered() -> None:
    told = said(children="pregnant")
    days = [date(2027, 1, 31), date(2027, 2, 1)]
    assert [len(fitting(town("huizen"), told, day)) for day in days] == [1, 0]
