"""Short cards with something useful to know: which there are for her, and which comes next.

She asks for them herself, gets one a week at most, and never the same one twice, but for one that
she wants each year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casework.days import months_later
from casework.fitting import told
from casework.municipality import Municipality
from casework.programmes import Card, Programme
from dialogs.conditions import Condition, holds
from dialogs.model import Answer

YEARLY = frozenset({"dental_care"})  # what she may want to hear each year
UNCHECKED = 548  # days: the town looks twice a year, and what it missed three times is not told
YEARS_AHEAD = 2  # are planned: the one that does not go out leaves the next
LINKS: Mapping[str, str] = {"town_pass": "stadspas"}  # programme → where one asks for it


@dataclass(frozen=True, slots=True)
class Tip:
    """A card as she reads it. `id`: a programme, or one and its topic, as `money_site.debts`."""

    id: str
    programme: str
    label: str  # what it is about
    text: str
    link: str = ""  # where more stands; "" where the file names no place
    checked_on: date | None = None  # when somebody looked at all of that
    made_up: bool = False  # an example for the demo, which is said with it

    def recent(self, on: date) -> bool:
        """Whether somebody looked at it lately enough to tell it on this day."""
        return self.checked_on is None or (on - self.checked_on).days <= UNCHECKED


def cards(town: Municipality, answers: Mapping[str, Answer], on: date) -> list[Tip]:
    """What may be of use to her: of each programme one card, in the order of the file, then more.

    What a programme says of itself and is made up for the demo is never told.
    """
    known = told(answers)
    runs = [one for one in town.programmes if one.runs(on) and holds(one.fits, known) is not False]
    found = [
        (place, tip)
        for one in runs
        for place, (fits, tip) in enumerate(_of(town, one))
        if holds(fits, known) is not False
    ]
    return [tip for _, tip in sorted(found, key=lambda each: each[0])]


def following(found: Sequence[Tip], after: str) -> Tip | None:
    """The card after this one; the first without one; None when that was the last."""
    ids = [one.id for one in found]
    place = ids.index(after) + 1 if after in ids else 0
    return found[place] if place < len(found) else None


def yearly(first: date) -> list[date]:
    """The same day in the years to come, as many as are planned ahead."""
    return [months_later(first, 12 * years) for years in range(1, YEARS_AHEAD + 1)]


def _of(town: Municipality, one: Programme) -> Iterator[tuple[Condition | None, Tip]]:
    """The cards of one programme, each with its own condition."""
    where = next((link for link in town.links if link.id == LINKS.get(one.id)), None)
    if one.card and "card" not in one.examples:
        days = [day for day in (one.checked_on, where and where.checked_on) if day]
        link = one.link or (where.url if where else "")
        yield None, Tip(one.id, one.id, one.label, one.card, link, min(days, default=None))
    for card in one.cards:
        yield card.fits, _topic(one, card)


def _topic(one: Programme, card: Card) -> Tip:
    name, made_up = f"{one.id}.{card.id}", bool(card.examples)
    return Tip(name, one.id, card.label, card.text, card.link, card.checked_on, made_up)
