"""Short cards with something useful to know: which there are for her, and which comes next.

She asks for them herself, gets one a week at most, and never the same one twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from casework.fitting import told
from casework.municipality import Municipality
from casework.programmes import Programme
from dialogs.conditions import holds
from dialogs.model import Answer

YEARLY = frozenset({"dental_care"})  # what she may want to hear once more in a year


def cards(town: Municipality, answers: Mapping[str, Answer], on: date) -> list[Programme]:
    """The programmes with a card that may be of use to her, in the order of the file.

    What is made up for the demo is never told.
    """
    return [
        one
        for one in town.programmes
        if one.card and one.runs(on) and "card" not in one.examples
        if holds(one.fits, told(answers)) is not False
    ]


def following(found: Sequence[Programme], after: str) -> Programme | None:
    """The card after this one; the first without one; None when that was the last."""
    ids = [one.id for one in found]
    place = ids.index(after) + 1 if after in ids else 0
    return found[place] if place < len(found) else None
