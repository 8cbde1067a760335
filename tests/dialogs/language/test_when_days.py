"""Properties of days: whatever the day of today, weekdays, dates and feasts come out right."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from timeit import repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.language.when import read_birthdate, read_date, read_moment, read_time
from dialogs.language.when.feasts import easter
from dialogs.language.when.spelling import tokens
from dialogs.language.when.words import MONTHS, WEEKDAYS
from dialogs.language.wordlist import listed
from tests.dialogs.language.dutch_clock import SLIPS, slipped
from tests.dialogs.language.rows import rows
from tests.dialogs.language.test_when_rows import HERE, NOW

DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
NOWS = st.datetimes(datetime(2024, 1, 1), datetime(2031, 12, 31))
ASCII = st.text(st.sampled_from("0123456789:.,-/'’ euvdhmn"), max_size=24)
WORDS = st.lists(
    st.sampled_from([*WEEKDAYS, *MONTHS, *listed("""
half kwart voor over uur om 3 10 24 2026 morgen vandaag over een week weken volgende deze niet
maar nee toch of en tot na vanaf 24-11 14:30 24e de eerste van zo ma do vr savonds middag jaar
""")]),
    max_size=9,
).map(" ".join)  # fmt: skip


@given(now=NOWS, weekday=st.integers(0, 6))
def test_a_weekday_is_the_next_one_strictly_after_today(now: datetime, weekday: int) -> None:
    day = read_date(WEEKDAYS[weekday], now)
    assert day is not None
    assert day.weekday() == weekday
    assert 1 <= (day - now.date()).days <= 7
    assert read_date(f"{WEEKDAYS[weekday]} over een week", now) == day + timedelta(7)


@given(now=NOWS, weekday=st.integers(0, 6))
def test_next_week_is_the_next_iso_week(now: datetime, weekday: int) -> None:
    day = read_date(f"volgende week {WEEKDAYS[weekday]}", now)
    assert day is not None
    assert day.weekday() == weekday
    assert day.isocalendar()[:2] == (now + timedelta(7)).isocalendar()[:2]


@given(now=NOWS, day=DAYS)
def test_a_date_without_a_year_comes_and_a_date_of_birth_lies_behind(
    now: datetime, day: date
) -> None:
    text = f"{day.day} {MONTHS[day.month - 1]}"
    ahead, behind = read_date(text, now), read_birthdate(text, now)
    assert ahead is not None
    assert behind is not None
    assert behind <= now.date() <= ahead
    assert (ahead.day, ahead.month) == (behind.day, behind.month) == (day.day, day.month)


@given(now=NOWS, day=st.dates(date(1931, 1, 1), date(2023, 12, 31)))
def test_a_date_of_birth_with_its_year_in_every_spelling(now: datetime, day: date) -> None:
    month = MONTHS[day.month - 1]
    spellings = [
        f"{day:%d-%m-%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}", f"{day:%d%m%Y}",
        f"{day.day} {month} {day.year}", f"{day.day} {month[:3]} {day.year}", day.isoformat(),
        f"ik ben van {day.day} {month} {day:%y}", f"{day.day} {day.month} {day.year}",
        f"{day.day}-{day.month}-'{day:%y}",
    ]  # fmt: skip
    if day.month == 3:
        spellings.remove(f"{day.day} {month[:3]} {day.year}")  # "maa" is nobody's March
    fresh = day.year > now.year - 95
    assert {s: read_birthdate(s, now) for s in spellings} == dict.fromkeys(
        spellings, day
    ) or not fresh


@given(now=NOWS, day=DAYS, other=st.integers(0, 6))
def test_a_weekday_that_contradicts_its_date_is_asked_again(
    now: datetime, day: date, other: int
) -> None:
    text = f"{WEEKDAYS[other]} {day.day} {MONTHS[day.month - 1]} {day.year}"
    assert read_date(text, now) == (day if day.weekday() == other else None)


@given(now=NOWS, first=st.integers(0, 6), second=st.integers(0, 6))
def test_two_days_are_none_unless_one_is_taken_back(now: datetime, first: int, second: int) -> None:
    one, two = WEEKDAYS[first], WEEKDAYS[second]
    want = read_date(two, now)
    assert read_date(f"{one} of {two}", now) == (want if one == two else None)
    if one != two:
        for said in (f"niet {one} maar {two}", f"{one}, nee wacht, toch {two}",
                     f"{one}... sorry {two} bedoel ik", f"{one} kan niet, {two} wel"):  # fmt: skip
            assert read_date(said, now) == want
        assert read_date(f"niet {one}", now) is None


def test_one_slip_is_hardly_ever_a_wrong_day() -> None:
    said = [text for text, want in rows((HERE / "when_date.txt").read_text("utf-8")) if want]
    tried = wrong = 0
    for text in said:
        for place in range(len(text)):
            for slip in SLIPS:
                spoiled = slipped(text, slip, place, place)
                read = read_date(spoiled, NOW)
                tried += 1
                wrong += read is not None and read != read_date(text, NOW)
    assert tried > 5000
    assert wrong / tried <= 0.02


@settings(max_examples=600, deadline=None)
@given(text=st.one_of(st.text(max_size=60), ASCII, WORDS), now=NOWS)
def test_any_text_gives_a_value_or_none(text: str, now: datetime) -> None:
    read_time(text)
    day, born, moment = read_date(text, now), read_birthdate(text, now), read_moment(text, now)
    assert born is None or born <= now.date()
    assert moment is None or moment.tzinfo is None
    assert day is None or 1900 <= day.year < 2100


def test_an_aware_now_is_taken_to_amsterdam() -> None:
    late = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)  # 00:30 on the 19th, in Amsterdam
    assert read_date("vandaag", late) == date(2026, 11, 19)
    assert read_moment("over een uur", late) == datetime(2026, 11, 19, 1, 30)


def test_easter_sundays() -> None:
    known = [
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
        (2038, 4, 25),
    ]
    assert [easter(year) for year, _, _ in known] == [date(*one) for one in known]


def test_everyday_words_are_no_days_or_numbers() -> None:
    everyday = listed("""
mogen maar zorgen echt wacht dacht hier bier zien dier even tegen geven leven werk meer weer
help hulp huur duur zwart kaart naar waar daar haar paar tijd zonder donder zomer winter
""")
    told = {word: tokens(word) for word in everyday}
    assert [w for w, found in told.items() if found[0][:1] in "WMP" and found != ("",)] == []
    assert [w for w, found in told.items() if found[0].isdigit()] == []


def test_a_reading_is_quick() -> None:
    said = [text for text, _ in rows((HERE / "when_moment.txt").read_text("utf-8"))]
    best = min(repeat(lambda: [read_moment(text, NOW) for text in said], number=1, repeat=3))
    assert best / len(said) < 0.002  # 0.2 ms on a quiet core; CI's are slow


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("volgende maand de 7e", date(2026, 12, 7)),
        ("volgende maand op de 12", date(2026, 12, 12)),
        ("niet 8 maar 9 december", date(2026, 12, 9)),
        ("2 december heb ik een zitting, dan een dag daarna", None),
        ("4 januari een week ervoor", None),
    ],
)
def test_a_day_of_another_month_a_correction_and_a_day_counted_from_one(
    said: str, day: date | None
) -> None:
    assert read_date(said, NOW) == day


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("half veertien", None),
        ("half 16", None),
        ("ik kan pas om half vijf", time(16, 30)),
        ("pas na vier uur", None),
        ("niet om 3 maar om 4 uur", time(16)),
    ],
)
def test_half_past_twelve_is_no_half_and_pas_om_is_that_time(said: str, at: time | None) -> None:
    assert read_time(said) == at
