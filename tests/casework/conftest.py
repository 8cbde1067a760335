"""The demo municipality, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.calendar import Calendar
from casework.municipality import Municipality
from casework.municipality_schema import load

DORDRECHT = Path(__file__).parents[2] / "dialogs" / "municipalities" / "dordrecht.yaml"


@pytest.fixture(scope="session")
def dordrecht() -> Municipality:
    """Dordrecht as shipped."""
    town = load(DORDRECHT.read_text("utf-8"), DORDRECHT.name)
    assert isinstance(town, Municipality), "\n".join(map(str, town))
    return town


@pytest.fixture(scope="session")
def calendar(dordrecht: Municipality) -> Calendar:
    """Dordrecht's time."""
    return Calendar.of(dordrecht)
