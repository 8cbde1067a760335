"""Days and times as parents type them; now is Thursday 19 November 2026, 10:20."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest

from dialogs.language.when import read_birthdate, read_date, read_moment, read_time
from tests.dialogs.language.rows import rows

NOW = datetime(2026, 11, 19, 10, 20)
HERE = Path(__file__).parent
Read = Callable[[str], date | time | None]


def table(name: str) -> list[tuple[str, str | None]]:
    return rows((HERE / f"when_{name}.txt").read_text("utf-8"))


def wrong(name: str, read: Read, length: int) -> list[tuple[str, str | None, str | None]]:
    """The rows that are read otherwise than they should be: text, wanted, read."""
    found = [
        (text, want, value.isoformat()[:length] if (value := read(text)) is not None else None)
        for text, want in table(name)
    ]
    assert len(found) > 60
    return [row for row in found if row[1] != row[2]]


def test_times() -> None:
    assert wrong("time", read_time, 5) == []


def test_dates() -> None:
    assert wrong("date", lambda text: read_date(text, NOW), 10) == []


def test_birthdates() -> None:
    assert wrong("birthdate", lambda text: read_birthdate(text, NOW), 10) == []


def test_moments() -> None:
    assert wrong("moment", lambda text: read_moment(text, NOW), 16) == []


@pytest.mark.parametrize("name", ["date", "birthdate", "time"])
def test_capitals_signs_and_faces_change_nothing(name: str) -> None:
    readers: dict[str, Read] = {
        "time": read_time,
        "date": lambda text: read_date(text, NOW),
        "birthdate": lambda text: read_birthdate(text, NOW),
    }
    read = readers[name]
    said = [text for text, _ in table(name)]
    assert [t for t in said if read(t) != read(f"  {t.upper()} 🙏🏽!! ")] == []


@pytest.mark.parametrize(
    "text",
    [
        "10 uur is te vroeg",
        "ik moet om 3 uur de kinderen halen",
        "maandag had ik al een afspraak",
        "maandag na de vakantie",
        "een uur of half twee",
        "goede vrijdag",
    ],
)
def test_what_stands_in_the_way_is_no_proposal(text: str) -> None:
    assert read_time(text) is None
    assert read_date(text, NOW) is None
    assert read_moment(text, NOW) is None
