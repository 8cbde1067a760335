"""What nobody looked at for too long: a helpline that moved helps no one, nor an old amount."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.municipality import Municipality
from casework.partly import as_far
from dialogs.authoring.issue import Issue
from dialogs.authoring.source import Source

STALE_AFTER = 183  # days: the municipality goes through its numbers twice a year
Looked = tuple[tuple[str | int, ...], str, date, str, str]  # where, its name, and what to do
_CALL = "bel het nummer en zet er de dag van vandaag bij"
_LOOK = "kijk of het nog klopt en zet er de dag van vandaag bij"


def stale(town: Municipality, source: Source, today: date) -> list[Issue]:
    """A warning for each thing that was checked too long ago; an error for a day still to come."""
    found = []
    for path, name, on, code, hint in _looked(town):
        here, days = (*path, "checked_on"), (today - on).days
        if days < 0:
            message = f"'{name}' is nagekeken op een dag die nog komt"
            found.append(source.issue(here, f"{message}; {hint}", f"early-{code}"))
        elif days > STALE_AFTER:
            done = "gebeld" if hint is _CALL else "nagekeken"
            said = f"'{name}' is {days} dagen geleden {done}"
            found.append(source.warning(here, said, f"stale-{code}", hint))
    return [*found, *as_far(_over, town, source, today)]


def _looked(town: Municipality) -> Iterator[Looked]:
    for part in (_numbers, _offered, _paying, _around):
        yield from as_far(part, town)


def _numbers(town: Municipality) -> Iterator[Looked]:
    for place, line in enumerate(town.helplines):
        yield ("helplines", place), line.name, line.checked_on, "helpline", _CALL
    for place, link in enumerate(town.links):
        yield ("links", place), link.label, link.checked_on, "link", _LOOK


def _offered(town: Municipality) -> Iterator[Looked]:
    for place, one in enumerate(town.programmes):
        if one.on and one.checked_on:
            yield ("programmes", place), one.label, one.checked_on, "programme", _LOOK
        for at, card in enumerate(one.cards if one.on else ()):
            yield ("programmes", place, "cards", at), card.label, card.checked_on, "card", _LOOK


def _paying(town: Municipality) -> Iterator[Looked]:
    for place, way in enumerate(town.funding):
        if way.checked_on:
            yield ("funding", place), way.label, way.checked_on, "funding", _LOOK
    for place, fund in enumerate(town.funds):
        if fund.checked_on:
            yield ("funds", place), fund.label, fund.checked_on, "fund", _LOOK


def _around(town: Municipality) -> Iterator[Looked]:
    for place, row in enumerate(town.activities):
        yield ("activities", place), row.label, row.checked_on, "activity", _LOOK


def _over(town: Municipality, source: Source, today: date) -> Iterator[Issue]:
    """A programme that is on, although its last day is past."""
    for place, one in enumerate(town.programmes):
        if one.on and one.until and one.until < today:
            path = ("programmes", place, "until")
            said = f"'{one.label}' staat aan, maar eindigde op {one.until}"
            hint = "zet het uit, of schrijf de nieuwe laatste dag op"
            yield source.warning(path, said, "programme-over", hint)
