"""The form in which times are offered: read it, check it, give it back with all that was typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.desk.book import Proposal, Slot, Talk
from bot.desk.words import N_, PLACES, Say
from casework.calendar import Calendar
from dialogs.language import dates

ROWS = 3
LENGTHS = (15, 30, 45, 60, 90)
USUAL_MINUTES = 60
HORIZON = timedelta(days=92)
DAYS = 42  # to choose from: a first talk is soon, or it is not kept
SHORTEST_NOTICE = timedelta(minutes=30)  # she must be able to answer
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})")
_ONCE = re.compile(r"[A-Za-z0-9_-]{16,64}")

_REFUSED = {
    "offered": N_(
        "Een van deze tijden is net aan een ander gezin aangeboden. Kies een andere tijd."
    ),
    "busy": N_("Een van deze tijden is net bezet geraakt. Kies een andere tijd."),
    "closed": N_("Dit gezin is net afgesloten. Open het eerst weer."),
    "no_chat": N_("Dit gezin heeft nog geen chat: de tijden komen niet aan. Bel of schrijf."),
    "planned": N_("Er staat al een gesprek. Zeg dat eerst af, of verzet het daar."),
}


@dataclass(frozen=True, slots=True)
class Error:
    """What is not right yet, and the field it belongs to."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One time, as it was typed."""

    number: int
    day: str = ""
    time: str = ""
    minutes: str = str(USUAL_MINUTES)
    place_kind: str = "office"
    errors: tuple[Error, ...] = ()

    @property
    def empty(self) -> bool:
        """Left open on purpose."""
        return not (self.day or self.time)

    @property
    def described(self) -> str:
        """The ids of the sentences that say what is wrong."""
        return " ".join(f"fout-{self.number}-{i}" for i in range(1, len(self.errors) + 1))


@dataclass(frozen=True, slots=True)
class Form:
    """The whole form. `once` makes sending it twice harmless."""

    once: str
    person: str
    rows: tuple[Row, ...]
    general: tuple[Error, ...] = ()

    @property
    def errors(self) -> tuple[Error, ...]:
        """All that is wrong, in reading order."""
        return self.general + tuple(error for row in self.rows for error in row.errors)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the times are checked against."""

    now: datetime
    calendar: Calendar
    owners: Sequence[str]
    booked: Sequence[Talk]
    say: Say
    offered: Sequence[Slot] = ()  # by the same person, to other families


def blank(once: str, person: str, place_kind: str = "office") -> Form:
    """An empty form; `place_kind` is where she would like to talk."""
    kind = place_kind if place_kind in PLACES else "office"
    return Form(once, person, tuple(Row(n, place_kind=kind) for n in range(1, ROWS + 1)))


def days(row: Row, calendar: Calendar, now: datetime) -> list[tuple[str, str]]:
    """The days to choose from, without days off and closed days; what was typed stays."""
    today = calendar.wall(now).date()
    ahead = (today + timedelta(days=n) for n in range(DAYS + 1))
    free = (d for d in ahead if not calendar.day_off(d) and d not in calendar.hours.closed)
    found = [(d.isoformat(), dates.day(d, today)) for d in free]
    if row.day and row.day not in {value for value, _ in found}:
        found.append((row.day, _typed_day(row.day, today)))
    return found


def times(row: Row, calendar: Calendar) -> list[str]:
    """Quarters of the hour outside the quiet hours; what was typed is always among them."""
    quarters = [time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45)]
    found = [f"{at:%H:%M}" for at in quarters if not calendar.rules.quiet(at)]
    return found if row.time in ("", *found) else [*found, row.time]


def _typed_day(text: str, today: date) -> str:
    day = _day(text)
    return dates.day(day, today) if day else text


def read(data: Mapping[str, str]) -> Form:
    """The form as it was sent, cut to what a browser of ours can send."""

    def field(name: str, most: int) -> str:
        return data.get(name, "").strip()[:most]

    rows = tuple(
        Row(
            n,
            field(f"dag-{n}", 12),
            field(f"tijd-{n}", 8),
            field(f"duur-{n}", 3),
            field(f"soort-{n}", 10),
        )
        for n in range(1, ROWS + 1)
    )
    return Form(field("eenmaal", 64), field("met", 40), rows)


def check(form: Form, rules: Rules) -> tuple[Form, tuple[Proposal, ...]]:
    """The form with its errors, and what it proposes; proposals only count without errors."""
    rows: list[Row] = []
    proposals: list[Proposal] = []
    for row in form.rows:
        if row.empty:
            rows.append(row)
            continue
        checked, proposal = _check_row(row, rules, proposals)
        rows.append(checked)
        if proposal:
            proposals.append(proposal)
    checked_form = replace(form, rows=tuple(rows), general=tuple(_general(form, rules)))
    return checked_form, tuple(proposals)


def refused(form: Form, why: str, say: Say) -> Form:
    """The form after all: a parent was faster. `why` is what BadOffer says."""
    text = say(_REFUSED.get(why, _REFUSED["busy"]))
    return replace(form, general=(Error("dag-1", text),))


def _general(form: Form, rules: Rules) -> list[Error]:
    errors = []
    if form.person not in rules.owners or not _ONCE.fullmatch(form.once):
        errors.append(Error("met", rules.say(N_("Kies wie het gesprek heeft."))))
    if all(row.empty for row in form.rows):
        errors.append(Error("dag-1", rules.say(N_("Vul ten minste één tijd in."))))
    return errors


def _check_row(row: Row, rules: Rules, earlier: Sequence[Proposal]) -> tuple[Row, Proposal | None]:
    day, clock = _day(row.day), _time(row.time)
    errors = []
    if day is None:
        errors.append(Error(f"dag-{row.number}", rules.say(N_("Kies een dag."))))
    if clock is None:
        errors.append(Error(f"tijd-{row.number}", rules.say(N_("Kies een tijd."))))
    if row.minutes not in map(str, LENGTHS) or row.place_kind not in PLACES:
        errors.append(Error(f"duur-{row.number}", rules.say(N_("Kies hoe lang en waar."))))
    if day is None or clock is None or errors:
        return replace(row, errors=tuple(errors)), None
    wall = datetime.combine(day, clock)  # local, as people agree on it
    proposal = Proposal(wall, int(row.minutes), row.place_kind)
    if wrong := _wrong(proposal, rules, earlier):
        return replace(row, errors=(Error(f"dag-{row.number}", wrong),)), None
    return row, proposal


def _wrong(proposal: Proposal, rules: Rules, earlier: Sequence[Proposal]) -> str:
    """Why this time cannot be offered; "" when it can."""
    calendar, start = rules.calendar, rules.calendar.utc(proposal.wall)
    end = start + timedelta(minutes=proposal.minutes)
    if start < rules.now + SHORTEST_NOTICE:
        return rules.say(N_("Deze tijd is al voorbij, of te snel. Kies een latere tijd."))
    if start > rules.now + HORIZON:
        return rules.say(N_("Deze dag is verder weg dan drie maanden. Kies een dag dichterbij."))
    if proposal.wall.weekday() == 6:
        return rules.say(N_("Dit is een zondag. Kies een andere dag."))
    if calendar.day_off(proposal.wall.date()):
        return rules.say(N_("Dit is een feestdag. Kies een andere dag."))
    if closed := _closed(proposal, calendar):
        return rules.say(closed)
    if calendar.quiet(start) or calendar.quiet(end - timedelta(minutes=1)):
        return rules.say(N_("Dit is te vroeg of te laat op de dag. Kies een tijd overdag."))
    if any(_overlap(proposal.wall, proposal.minutes, o.wall, o.minutes) for o in earlier):
        return rules.say(N_("Deze tijd valt samen met een tijd hierboven."))
    return _collision(start, proposal.minutes, rules)


def _closed(proposal: Proposal, calendar: Calendar) -> str:
    """Why the municipality itself cannot be there then; "" when it can."""
    if proposal.wall.date() in calendar.hours.closed:
        return N_("Die dag is het team dicht. Kies een andere dag.")
    if proposal.place_kind == "office" and not _office_open(proposal, calendar):
        return N_("Dan is het kantoor dicht. Kies een andere tijd, of een andere plek.")
    return ""


def _office_open(proposal: Proposal, calendar: Calendar) -> bool:
    """Whether the office is open from the start of the talk to its end."""
    hours = calendar.open_on(proposal.wall.date())
    end = proposal.wall + timedelta(minutes=proposal.minutes)
    return (
        hours is not None
        and end.date() == proposal.wall.date()
        and hours.start <= proposal.wall.time()
        and end.time() <= hours.end
    )


def _collision(start: datetime, minutes: int, rules: Rules) -> str:
    booked = N_("Dan is er al een afspraak, van {start} tot {end} uur.")
    offered = N_(
        "Die tijd ligt al bij een ander gezin, van {start} tot {end} uur. Kies een andere tijd."
    )
    hers = [(talk, booked) for talk in rules.booked] + [(slot, offered) for slot in rules.offered]
    for other, told in hers:
        if _overlap(start, minutes, other.starts_at, other.minutes):
            local = rules.calendar.wall(other.starts_at)
            until = local + timedelta(minutes=other.minutes)
            return rules.say(told, start=dates.clock(local), end=dates.clock(until))
    return ""


def _overlap(a: datetime, a_minutes: int, b: datetime, b_minutes: int) -> bool:
    return a < b + timedelta(minutes=b_minutes) and b < a + timedelta(minutes=a_minutes)


def _day(text: str) -> date | None:
    """A day from a date field (2026-11-24) or as typed (24-11-2026)."""
    if typed := _DUTCH_DAY.fullmatch(text):
        text = f"{typed[3]}-{int(typed[2]):02}-{int(typed[1]):02}"
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _time(text: str) -> time | None:
    typed = _TIME.fullmatch(text)
    if not typed or int(typed[1]) > 23 or int(typed[2]) > 59:
        return None
    return time(int(typed[1]), int(typed[2]))
