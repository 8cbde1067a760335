"""What a file says of childcare must be possible: the days of steps, hard stops, who pays how long.

Offsets count from the first day, a fourth birthday, the last paid day … (domain.md §4). What the
file leaves out is ours (`childcare_steps`), so an order is looked at with both in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from casework.childcare_steps import BY_ID, From, Step
from casework.days import months_later
from casework.municipality import Municipality
from casework.programmes import Funding, Programme
from dialogs.authoring.source import Finding

PROGRAMME = "bridging_childcare"
ORDER = (  # the first may not be due after the second
    ("route", "request"),
    ("route", "contract"),
    ("quote", "contract"),
    ("request", "decision"),
    ("digid", "benefit"),
    ("decision", "settling_in"),  # where it comes first, signing waits for it (childcare.dated)
    ("contract", "settling_in"),
    ("provider_talk", "settling_in"),
    ("settling_in", "bag"),
    ("after_3", "after_30"),
)
_BASE: Mapping[From, str] = {
    From.FIRST_DAY: "de eerste dag",
    From.OFFER: "het aanbod",
    From.BENEFIT: "de dag dat de toeslag gevraagd is",
    From.CHANGE: "de verandering",
    From.FOUR: "de vierde verjaardag",
    From.END: "de laatste dag die betaald wordt",
}
_STOPPED = "benefit"  # may be asked after the first day, but not after the hard stop


def _elsewhere(town: Municipality) -> Iterator[Finding]:
    for place, one in enumerate(town.programmes):
        if one.offsets and one.id != PROGRAMME:
            message = f"dagen voor stappen lezen we alleen bij '{PROGRAMME}'"
            yield ("programmes", place, "offsets"), message, "offsets-elsewhere"


def _sides(town: Municipality) -> Iterator[Finding]:
    """A step lies on its own side of the day that it counts from."""
    for path, one in _rows(town):
        for name, days in one.offsets.items():
            step = BY_ID.get(name)
            if step is None:
                continue  # told already
            if name == "first_day":
                message = "de eerste dag kiest een ouder met haar mensen: laat 'first_day' weg"
                yield (*path, name), message, "fixed-step"
            elif _wrong_side(step, days):
                side = "vóór" if step.days < 0 else "na"
                message = f"'{name}' kan alleen {side} {_BASE[step.since]}, niet {told(step, days)}"
                yield (*path, name), f"{message}; zonder is het {step.days}", "wrong-side"


def _wrong_side(step: Step, days: int) -> bool:
    """Whether these days are on the other side, or on the very day."""
    return step.id != _STOPPED and days * step.days <= 0


def _orders(town: Municipality) -> Iterator[Finding]:
    for path, one in _rows(town):
        for first, then in ORDER:
            named = [name for name in (first, then) if name in one.offsets]
            if not named or any(_wrong_side(BY_ID[name], one.offsets[name]) for name in named):
                continue
            before, after = (day(one, name) for name in (first, then))
            if before > after:
                message = f"'{first}' ({told(BY_ID[first], before)}) komt na '{then}'"
                message += f" ({told(BY_ID[then], after)}): dat kan niet"
                yield (*path, named[0]), message, "wrong-order"


def _too_late(town: Municipality) -> Iterator[Finding]:
    """What ends is heard of while the contract can still be ended; benefit is asked in time."""
    notice = max((way.notice_months for way in town.funding), default=1)
    stops = [way.stop_after_months for way in town.funding if way.stop_after_months]
    for path, one in _rows(town):
        for name in ("nearly_four", "ending"):
            days = day(one, name)
            if -31 * notice < days < 0:
                message = f"{told(BY_ID[name], days)} is te kort om op te zeggen"
                yield (*path, name), f"{message} (notice_months: {notice})", "after-notice"
        asked = one.offsets.get(_STOPPED, 0)
        if stops and asked > shortest(min(stops)):
            message = f"dan kan het niet meer: dat is na {min(stops)} maanden (stop_after_months)"
            yield (*path, _STOPPED), message, "after-stop"


def _warned(town: Municipality) -> Iterator[Finding]:
    """Warnings of a hard stop come before it, the first first."""
    for place, way in enumerate(town.funding):
        path, days = ("funding", place, "warn_after_days"), way.warn_after_days
        for at, (one, following) in enumerate(pairwise(days), 1):
            if following <= one:
                message = f"{following} komt na {one}: schrijf de dagen van vroeg naar laat"
                yield (*path, at), message, "not-ascending"
        if way.stop_after_months is None:
            continue
        least = shortest(way.stop_after_months)
        for at, one in enumerate(days):
            if one > least:
                message = f"{one} dagen is na de uiterste dag: {way.stop_after_months} maanden"
                yield (*path, at), f"{message} zijn soms maar {least} dagen", "warn-after-stop"


def _as_long(town: Municipality) -> Iterator[Finding]:
    """A place is paid for as long as it is counted."""
    months = {one.id: one.months for one in town.programmes}
    for place, way in enumerate(town.funding):
        counted = months.get(way.programme)
        if counted is not None and counted != way.months:
            paid = f"duurt {way.months} maanden" if way.months else "heeft geen einde"
            message = f"deze weg {paid}, maar een plek van '{way.programme}' {counted} maanden"
            path: tuple[str | int, ...] = ("funding", place, "months")
            yield (path if way.months else path[:2]), message, "other-months"


def _payable(town: Municipality) -> Iterator[Finding]:
    """A place is given by way of what pays for it: without such a way nobody ever gets one."""
    ways = [way for way in town.funding if way.programme == PROGRAMME]
    for place, one in enumerate(town.programmes):
        if one.id == PROGRAMME and one.on and not ways:
            message = f"staat aan, maar geen weg onder 'funding' heeft 'programme: {PROGRAMME}'"
            yield ("programmes", place), message, "no-way"


def unsigned(one: Programme, ways: tuple[Funding, ...]) -> bool:
    """Whether the file has the decision after signing, where somebody must decide first."""
    named = {"decision", "contract"} & one.offsets.keys()
    first = any(way.decision_first for way in ways)
    return bool(named) and first and day(one, "decision") > day(one, "contract")


def day(one: Programme, step: str) -> int:
    """The days of this step in this town: its own, else ours."""
    return one.offsets.get(step, BY_ID[step].days)


def told(step: Step, days: int) -> str:
    """`28 dagen vóór de eerste dag`."""
    if not days:
        return f"op {_BASE[step.since]}"
    length = "1 dag" if abs(days) == 1 else f"{abs(days)} dagen"
    return f"{length} {'vóór' if days < 0 else 'na'} {_BASE[step.since]}"


@cache
def shortest(months: int) -> int:
    """The fewest days that so many months can have."""
    starts = (date(2026, 1, 1) + timedelta(days=n) for n in range(365))
    return min((months_later(start, months) - start).days for start in starts)


def _rows(town: Municipality) -> Iterator[tuple[tuple[str | int, ...], Programme]]:
    for place, one in enumerate(town.programmes):
        if one.id == PROGRAMME:
            yield ("programmes", place, "offsets"), one


RULES: tuple[Callable[[Municipality], Iterator[Finding]], ...] = (
    _elsewhere,
    _sides,
    _orders,
    _too_late,
    _warned,
    _as_long,
    _payable,
)
