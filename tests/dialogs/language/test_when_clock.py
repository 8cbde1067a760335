"""All 720 minutes of the dial in natural Dutch, clean and with a slip of the thumb."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.language.when import read_moment, read_time
from tests.dialogs.language.dutch_clock import HALF_DAY, SLIPS, meant, phrases, slipped

PARTS = {
    "'s ochtends": (60, 720), "s morgens": (60, 720), "in de ochtend": (60, 720),
    "smiddags": (12 * 60, 18 * 60), "'s middags": (12 * 60, 18 * 60),
    "savonds": (17 * 60, 24 * 60), "in de avond": (17 * 60, 24 * 60),
    "'s nachts": (24 * 60, 30 * 60),
}  # fmt: skip
NOW = datetime(2026, 11, 19, 10, 20)
MINUTES = st.integers(0, HALF_DAY - 1)


def test_every_minute_of_the_dial_is_read_in_every_natural_wording() -> None:
    said = [(text, minute) for minute in range(HALF_DAY) for text in phrases(minute)]
    assert len(said) > 5000
    assert [text for text, minute in said if read_time(text) != meant(minute)] == []


def test_every_minute_with_its_part_of_the_day() -> None:
    wrong = []
    for part, (first, last) in PARTS.items():
        for minute in range(first, last, 5):
            want = time(*divmod(minute % 1440, 60))
            for text in phrases(minute % HALF_DAY):
                said = (f"{text} {part}", f"{part} {text}")
                wrong += [one for one in said if read_time(one) != want]
    assert wrong == []


def test_every_minute_in_figures() -> None:
    signs = ("{:d}:{:02d}", "{:d}.{:02d}", "{:d}u{:02d}", "{:d} uur {:02d}", "om {:d}:{:02d} uur")
    late = [divmod(minute, 60) for minute in range(780, 1440)]
    wrong = [
        sign.format(hour, past)
        for hour, past in late
        for sign in signs
        if read_time(sign.format(hour, past)) != time(hour, past)
        if past >= 10 or "uur {" not in sign
    ]
    assert wrong == []


def test_one_slip_is_never_a_wrong_time() -> None:
    """All slips at all places of a wording of every fifth minute: right, or asked again."""
    told: Counter[str] = Counter()
    for minute in range(0, HALF_DAY, 5):
        for text in phrases(minute):
            for slip in SLIPS:
                for at in range(0, len(text), 2):
                    read = read_time(slipped(text, slip, at, at + minute))
                    told["right" if read == meant(minute) else "wrong" if read else "asked"] += 1
    assert told.total() > 10_000
    assert told["wrong"] / told.total() <= 0.002
    assert told["right"] / told.total() >= 0.88


@settings(max_examples=300, deadline=None)
@given(minute=MINUTES, ahead=st.integers(1, 20), pick=st.integers(0, 30), first=st.booleans())
def test_a_date_and_a_time_go_together_in_any_order(
    minute: int, ahead: int, pick: int, *, first: bool
) -> None:
    wordings = list(phrases(minute))
    text = wordings[pick % len(wordings)]
    day = NOW.date() + timedelta(ahead)
    said = f"{day.day}-{day.month}"
    want = datetime.combine(day, meant(minute))
    assert read_moment(f"{said} {text}" if first else f"{text} {said}", NOW) in (want, None)
    assert read_moment(f"{said} om {text.removeprefix('om ')} graag", NOW) == want
