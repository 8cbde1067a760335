"""What the table of funds must make sense of beyond its schema, each with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casework.funds import OTHER, WISHES, Fund, ages_overlap
from casework.municipality import Municipality
from casework.programmes_checks import guessed
from dialogs.authoring.source import Finding
from dialogs.language.normal import normal

PROGRAMME = "fund_routing"
CHILD_PACKAGE = "child_package"


def _rows(town: Municipality) -> Iterator[Finding]:
    for place, fund in enumerate(town.funds):
        if None not in (fund.from_age, fund.to_age) and (fund.to_age or 0) < (fund.from_age or 0):
            message = f"tot {fund.to_age} jaar ligt onder de {fund.from_age} jaar van 'from_age'"
            yield ("funds", place, "to_age"), message, "ages"
        if not (fund.wishes or fund.words):
            yield ("funds", place), "zeg bij 'wishes' of 'words' waarvoor dit fonds is", "no-wish"
        if not (fund.contact or fund.phone or fund.link):
            message = "zeg bij 'contact', 'phone' of 'link' hoe een medewerker het daar vraagt"
            yield ("funds", place), message, "no-contact"
        if fund.checked_on is None:
            message = "schrijf bij 'checked_on' wanneer iemand dit nakeek"
            yield ("funds", place), message, "not-checked"
        yield from guessed(("funds", place), fund.examples, Fund, demo=town.demo)


def _one_way_each(town: Municipality) -> Iterator[Finding]:
    """Two funds for the same wish and the same age: the table does not say where to go."""
    for place, fund in enumerate(town.funds):
        before = [one for one in town.funds[:place] if ages_overlap(one, fund)]
        for name, plain in (("wishes", str), ("words", normal)):
            own = [plain(value) for value in getattr(fund, name)]
            for at, value in enumerate(own):
                taken = [one.label for one in before if value in map(plain, getattr(one, name))]
                if value in own[:at]:
                    taken = [fund.label]
                if taken:
                    message = f"'{value}' gaat al naar {taken[0]}"
                    yield ("funds", place, name, at), message, "routed-twice"


def _any(town: Municipality) -> Iterator[Finding]:
    """What is asked for a child is sent to a fund, so there is one."""
    for place, one in enumerate(town.programmes):
        if one.id == CHILD_PACKAGE and one.on and not town.funds:
            message = "staat aan, maar bij 'funds' staat geen fonds om het te vragen"
            yield ("programmes", place), message, "no-fund"


def _whole(town: Municipality) -> Iterator[Finding]:
    """Where the town routes to funds, each wish has one."""
    for place, one in enumerate(town.programmes):
        if one.id != PROGRAMME or not one.on:
            continue
        routed = {wish for fund in town.funds for wish in fund.wishes}
        missing = [wish for wish in WISHES if wish not in routed and wish != OTHER]
        if missing:
            message = f"geen fonds in 'funds' is voor: {', '.join(missing)}"
            yield ("programmes", place), message, "no-fund"


RULES: tuple[Callable[[Municipality], Iterator[Finding]], ...] = (
    _rows,
    _one_way_each,
    _any,
    _whole,
)
