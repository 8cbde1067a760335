"""The list of what there is to do, as a town's file has it: its shape, and what must make sense."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Annotated

from pydantic import Field

from casework.activities import PROGRAMME, Activity
from casework.fields import Age, Id, Topic, Url
from casework.municipality import Municipality
from casework.programmes_checks import guessed
from dialogs.authoring.source import Finding, Strict
from dialogs.authoring.wording import did_you_mean

MOST_WORDS = 18  # of one row: two of them are one message
Phrase = Annotated[str, Field(min_length=1, max_length=90)]


class ActivityRow(Strict):
    """One thing to do."""

    id: Id
    label: Topic
    what: Phrase
    where: Phrase
    checked_on: date
    districts: frozenset[str] = frozenset()
    from_age: Age | None = None
    to_age: Age | None = None
    link: Url = ""
    examples: frozenset[str] = frozenset()


def activities(rows: Sequence[ActivityRow]) -> tuple[Activity, ...]:
    """Plain activities of these rows."""
    return tuple(Activity(**dict(row)) for row in rows)


def _rows(town: Municipality) -> Iterator[Finding]:
    for place, one in enumerate(town.activities):
        path = ("activities", place)
        if None not in (one.from_age, one.to_age) and (one.to_age or 0) < (one.from_age or 0):
            message = f"tot {one.to_age} jaar ligt onder de {one.from_age} jaar van 'from_age'"
            yield (*path, "to_age"), message, "ages"
        words = len(f"{one.label} {one.what} {one.where}".split())
        if words > MOST_WORDS:
            message = f"dit zijn {words} woorden; met meer dan {MOST_WORDS} past het niet"
            yield (*path, "what"), message, "long-activity"
        yield from guessed(path, one.examples, Activity, demo=town.demo)


def _districts(town: Municipality) -> Iterator[Finding]:
    known = [district.id for district in town.districts]
    for place, one in enumerate(town.activities):
        for district in sorted(one.districts.difference(known)):
            message = f"wijk '{district}' bestaat niet" + did_you_mean(district, known)
            yield ("activities", place, "districts"), message, "unknown-district"


def _told(town: Municipality) -> Iterator[Finding]:
    """A list that nobody can find."""
    if town.activities and not any(one.id == PROGRAMME and one.on for one in town.programmes):
        message = f"niemand ziet deze lijst: zet programma '{PROGRAMME}' aan"
        yield ("activities",), message, "not-told"


RULES: tuple[Callable[[Municipality], Iterator[Finding]], ...] = (_rows, _districts, _told)
