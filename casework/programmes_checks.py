"""What a municipality's programmes must make sense of beyond their schema, each with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from casework.childcare_steps import STEPS
from casework.coaching import PROGRAMME as COACHING
from casework.municipality import Municipality, Role
from casework.programmes import Card, Counted, Funding, Per, Programme, Referrer
from casework.referrals import OUTSIDE
from dialogs.authoring.source import Finding
from dialogs.authoring.wording import did_you_mean

MOST_WORDS = 24  # of a card: with its topic, its link and its day it is one message


def _dates(town: Municipality) -> Iterator[Finding]:
    for place, one in enumerate(town.programmes):
        if one.since and one.until and one.until < one.since:
            message = f"eindigt op {one.until}, maar begint pas op {one.since}"
            yield ("programmes", place, "until"), message, "ends-before-begin"


def _quotas(town: Municipality) -> Iterator[Finding]:
    for place, one in enumerate(town.programmes):
        if one.warn_at and one.warn_at > (one.quota or 0):
            message = "waarschuwen kan alleen onder het quotum"
            yield ("programmes", place, "warn_at"), message, "warn-above-quota"
        years = [budget.year for budget in one.budgets]
        for at, year in enumerate(years):
            if year in years[:at]:
                path = ("programmes", place, "budgets", at, "year")
                yield path, f"het budget van {year} staat er al", "double-budget"


def _examples(town: Municipality) -> Iterator[Finding]:
    """A guess must name a field that is there; and a municipality that is no demo has none."""
    for place, one in enumerate(town.programmes):
        yield from guessed(("programmes", place), one.examples, Programme, demo=town.demo)
    for place, way in enumerate(town.funding):
        yield from guessed(("funding", place), way.examples, Funding, demo=town.demo)


def guessed(
    path: tuple[str | int, ...], examples: frozenset[str], kind: type[Any], *, demo: bool
) -> Iterator[Finding]:
    """What is wrong with the `examples` of one row, made of this dataclass."""
    known = sorted({one.name for one in fields(kind)} - {"examples", "id"})
    for example in sorted(examples.difference(known)):
        message = f"'{example}' is geen veld" + did_you_mean(example, known)
        yield (*path, "examples"), message, "unknown-example"
    if examples and not demo:
        message = "dit zijn voorbeelden: vul in wat de gemeente besloot"
        yield (*path, "examples"), message, "example-value"


def _cards(town: Municipality) -> Iterator[Finding]:
    """Each card once, short enough for one message, and what is made up is named."""
    for place, one in enumerate(town.programmes):
        path: tuple[str | int, ...] = ("programmes", place)
        yield from _long(one.card, (*path, "card"))
        for at, card in enumerate(one.cards):
            here = (*path, "cards", at)
            if card.id in [before.id for before in one.cards[:at]]:
                yield (*here, "id"), f"de kaart '{card.id}' staat er al", "double-card"
            yield from _long(card.text, (*here, "text"))
            yield from guessed(here, card.examples, Card, demo=town.demo)


def _long(text: str, path: tuple[str | int, ...]) -> Iterator[Finding]:
    if (words := len(text.split())) > MOST_WORDS:
        message = f"dit zijn {words} woorden; met meer dan {MOST_WORDS} past het niet"
        yield path, message, "long-card"


def _checked(town: Municipality) -> Iterator[Finding]:
    """What is told to parents or counted was looked at by somebody, on a day."""
    for place, one in enumerate(town.programmes):
        if one.on and one.checked_on is None:
            message = "staat aan: schrijf bij 'checked_on' wanneer iemand dit nakeek"
            yield ("programmes", place), message, "not-checked"
    for place, way in enumerate(town.funding):
        if way.checked_on is None:
            message = "schrijf bij 'checked_on' wanneer iemand dit nakeek"
            yield ("funding", place), message, "not-checked"


def _counted(town: Municipality) -> Iterator[Finding]:
    """What is given out of a budget needs all that the sum is made of."""
    for place, one in enumerate(town.programmes):
        for name in _SUMS.get(one.id, ()) if one.on else ():
            if not getattr(one, name):
                message = f"hier ontbreekt '{name}': zo is niet te tellen hoeveel plek er is"
                yield ("programmes", place), message, "cannot-count"


_SUMS: Mapping[str, tuple[str, ...]] = {
    "bridging_childcare": ("quota", "warn_at", "amount", "months", "budgets"),
    "baby_package": ("quota", "warn_at", "amount", "budgets", "since", "until", "referrers"),
}


def _units(town: Municipality) -> Iterator[Finding]:
    """What is counted, and what an amount is for, are those of the sum that is made of them."""
    for place, one in enumerate(town.programmes):
        counted, per = _UNITS.get(one.id, (one.counted, None))
        if one.on and one.counted is not counted:
            message = f"dit programma telt anders: schrijf 'counted: {counted}'"
            yield ("programmes", place, "counted"), message, "other-count"
        if one.on and one.amount and per and one.amount.per is not per:
            message = f"zo telt het bedrag hier niet: schrijf 'per: {per}', en het bedrag daarvoor"
            yield ("programmes", place, "amount", "per"), message, "other-amount"


_UNITS: Mapping[str, tuple[Counted, Per]] = {
    "bridging_childcare": (Counted.PLACES, Per.MONTH),
    "baby_package": (Counted.PACKAGES, Per.PACKAGE),
}


def _whole_run(town: Municipality) -> Iterator[Finding]:
    """Packages of one run are given in every year of it."""
    for place, one in enumerate(town.programmes):
        if one.id != "baby_package" or not (one.on and one.since and one.until and one.budgets):
            continue
        for year in range(one.since.year, one.until.year + 1):
            if one.budget(year) is None:
                message = f"loopt ook in {year}, maar voor dat jaar staat er geen budget"
                yield ("programmes", place, "budgets"), message, "no-budget"


def _referrers(town: Municipality) -> Iterator[Finding]:
    """Who refers from outside does so as somebody that a programme names."""
    named = set().union(*(one.referrers for one in town.programmes))
    for place, person in enumerate(town.people):
        if person.refers_as is None:
            continue
        path = ("people", place, "refers_as")
        if person.role is not Role.INTERMEDIARY:
            yield path, "alleen een verwijzer (intermediary) verwijst van buiten", "no-referrer"
        elif person.refers_as not in named:
            message = f"geen programma noemt '{person.refers_as}' bij 'referrers'"
            yield path, message, "unknown-referrer"


def _begins(town: Municipality) -> Iterator[Finding]:
    """What nobody can begin, and a breakthrough that nobody can decide about."""
    roles = {person.role for person in town.people}
    outside = {person.refers_as for person in town.people if person.role is Role.INTERMEDIARY}
    for place, one in enumerate(town.programmes):
        if one.on and one.id == "breakthrough" and Role.ESCALATION_OFFICER not in roles:
            message = "niemand beslist hierover: er is geen 'escalation_officer' bij 'people'"
            yield ("programmes", place), message, "nobody"
        refer = _INSIDE.get(one.id, _WITHOUT_FORM) | outside
        if one.on and one.referrers and not one.referrers & refer:
            names = ", ".join(sorted(one.referrers))
            message = f"niemand bij 'people' verwijst als {names} (refers_as)"
            yield ("programmes", place, "referrers"), message, "nobody-refers"


_WITHOUT_FORM = frozenset(Referrer) - OUTSIDE  # who begins it without `refers_as`
_INSIDE: Mapping[str, frozenset[Referrer]] = {
    "baby_package": frozenset({Referrer.PARENT, Referrer.MUNICIPALITY}),
}


def _offsets(town: Municipality) -> Iterator[Finding]:
    known = [step.id for step in STEPS]
    for place, one in enumerate(town.programmes):
        for name in one.offsets:
            if name not in known:
                message = f"stap '{name}' kennen we niet" + did_you_mean(name, known)
                yield ("programmes", place, "offsets", name), message, "unknown-step"


def _heard_before(town: Municipality) -> Iterator[Finding]:
    """Only of a step with a last day she hears so many days before it."""
    known = [step.id for step in STEPS if step.has_last_day]
    for place, one in enumerate(town.programmes):
        for name in one.heard_before:
            if name not in known:
                message = f"stap '{name}' heeft geen uiterste dag" + did_you_mean(name, known)
                yield ("programmes", place, "heard_before", name), message, "no-last-day"


def _first(town: Municipality) -> Iterator[Finding]:
    """What she is asked about first is another programme of this town, and it is on."""
    programmes = {one.id: one for one in town.programmes}
    for place, one in enumerate(town.programmes):
        if not one.first:
            continue
        path, before = ("programmes", place, "first"), programmes.get(one.first)
        if before is None:
            message = f"programma '{one.first}' staat niet in dit bestand"
            message += did_you_mean(one.first, programmes)
            yield path, message, "unknown-programme"
        elif before is one:
            yield path, "een programma kan niet vóór zichzelf komen", "first-itself"
        elif one.on and not before.on:
            yield path, f"'{one.first}' staat uit: dan kan het niet eerst komen", "first-is-off"


def _own_months(town: Municipality) -> Iterator[Finding]:
    """A field that only one programme has, and a question that comes while it still runs."""
    for place, one in enumerate(town.programmes):
        for name, of in _OF.items():
            if getattr(one, name) and one.id != of:
                yield ("programmes", place, name), f"dit hoort alleen bij '{of}'", "other-programme"
        if one.months and (one.follow_up_months or 0) >= one.months:
            message = f"dat is pas als het voorbij is: het programma duurt {one.months} maanden"
            yield ("programmes", place, "follow_up_months"), message, "after-end"


_OF: Mapping[str, str] = {"follow_up_months": COACHING, "again_after_months": "child_package"}


def _participants(town: Municipality) -> Iterator[Finding]:
    """Only of coaching is known who takes part, and only where this file counts its families."""
    known = [one.id for one in town.programmes if one.id == COACHING and one.quota and one.on]
    for place, one in enumerate(town.programmes):
        if one.participants_of and one.participants_of not in known:
            message = f"wie meedoet aan '{one.participants_of}' wordt hier niet bijgehouden"
            message += did_you_mean(one.participants_of, known)
            yield ("programmes", place, "participants_of"), message, "unknown-programme"


def _funding(town: Municipality) -> Iterator[Finding]:
    ids = [one.id for one in town.programmes]
    for place, way in enumerate(town.funding):
        if way.id in [one.id for one in town.funding[:place]]:
            yield ("funding", place, "id"), f"'{way.id}' staat er al", "double-id"
        if way.programme and way.programme not in ids:
            message = f"programma '{way.programme}' staat niet in dit bestand"
            yield ("funding", place, "programme"), message, "unknown-programme"
        if way.warn_after_days and way.stop_after_months is None:
            message = "waarschuwen kan alleen voor een uiterste datum (stop_after_months)"
            yield ("funding", place, "warn_after_days"), message, "warn-without-stop"


def _begun(town: Municipality) -> Iterator[Finding]:
    """What a talk may begin is coaching, where this file says for how many families."""
    known = [one.id for one in town.programmes if one.id == COACHING and one.quota]
    for place, one in enumerate(town.desk.outcomes):
        if one.begins and one.begins not in known:
            message = (
                f"programma '{one.begins}' begint niet na een gesprek, of het quotum ontbreekt"
            )
            message += did_you_mean(one.begins, known)
            yield ("desk", "outcomes", place, "begins"), message, "unknown-programme"


RULES: tuple[Callable[[Municipality], Iterator[Finding]], ...] = (
    _dates,
    _quotas,
    _examples,
    _cards,
    _checked,
    _counted,
    _units,
    _whole_run,
    _referrers,
    _begins,
    _offsets,
    _heard_before,
    _first,
    _own_months,
    _participants,
    _funding,
    _begun,
)
