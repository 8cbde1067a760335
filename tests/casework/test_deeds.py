"""Deeds: names and fields are the schema that scripts are checked against."""

from __future__ import annotations

from datetime import datetime

import pytest

from casework import deeds, effects
from casework.deeds import DeedError, deed, problems
from casework.effects import Again, DayPart


def test_the_names_scripts_may_use() -> None:
    assert sorted(deeds.DEEDS) == [
        "add_childcare_plan",
        "answer_arrears",
        "ask_baby_package",
        "ask_child_package",
        "ask_child_package_again",
        "book_appointment",
        "cancel_appointment",
        "card_next_year",
        "cards_off",
        "cards_on",
        "childcare_step_asked",
        "childcare_step_done",
        "childcare_step_help",
        "childcare_step_later",
        "confirm_appointment",
        "erase_everything",
        "goal_told",
        "leave_idea",
        "next_card",
        "pause_until",
        "raise_alarm",
        "rebook_missed",
        "reminders_on",
        "request_call",
        "request_other_time",
        "send_handoff",
        "set_day_before",
        "set_goal",
        "sign_idea",
        "stop_reminders",
        "tell_team",
    ]


@pytest.mark.parametrize(
    ("name", "args", "made"),
    [
        ("book_appointment", {"slot": "12"}, effects.BookAppointment(12)),
        ("rebook_missed", {"how": "home"}, effects.RebookMissed(Again.HOME)),
        ("set_day_before", {"part": "morning"}, effects.SetDayBefore(DayPart.MORNING)),
        ("request_call", {"moment": "", "words": ""}, effects.RequestCall()),
        ("send_handoff", {"checked": "ja"}, effects.SendHandoff(checked=True)),
        ("send_handoff", {"checked": "nee"}, effects.SendHandoff(checked=False)),
        (
            "pause_until",
            {"moment": "2026-06-09T18:30"},
            effects.PauseUntil(datetime(2026, 6, 9, 18, 30)),
        ),
    ],
)
def test_text_becomes_a_deed(name: str, args: dict[str, str], made: object) -> None:
    assert deed(name, args) == made


@pytest.mark.parametrize(
    ("name", "args", "said"),
    [
        ("book_apointment", {}, "no deed 'book_apointment'; did you mean 'book_appointment'?"),
        ("xyz", {}, "no deed 'xyz'"),
        ("book_appointment", {}, "book_appointment needs 'slot'"),
        ("book_appointment", {"slot": ""}, "book_appointment needs 'slot'"),
        ("book_appointment", {"slot": "a"}, "book_appointment: 'slot' cannot be 'a'"),
        ("pause_until", {"moment": "morgen"}, "pause_until: 'moment' cannot be 'morgen'"),
        (
            "pause_until",
            {"moment": "2026-06-09T18:30+02:00"},
            "pause_until: 'moment' cannot be '2026-06-09T18:30+02:00'",
        ),
        ("send_handoff", {"checked": "?"}, "send_handoff: 'checked' cannot be '?'"),
        ("stop_reminders", {"a": "b"}, "stop_reminders has no 'a'"),
    ],
)
def test_what_is_wrong_is_said(name: str, args: dict[str, str], said: str) -> None:
    with pytest.raises(DeedError) as error:
        deed(name, args)
    assert str(error.value) == said
    assert said in problems(name, args)


def test_a_step_reference_is_taken_on_trust() -> None:
    assert problems("book_appointment", {"slot": "=slot"}) == []
    assert problems("book_appointment", {"slot": "=slot", "x": "=y"}) == [
        "book_appointment has no 'x'"
    ]
