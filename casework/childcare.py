"""One family's childcare: every step with its day, and what to watch out for. Pure dates.

`dated` gives the checklist for what is known now; when the first day moves it is asked again and
every open step moves along. Nothing here decides who gets a place: a worker does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from casework.budget import Grant
from casework.calendar import Calendar
from casework.childcare_steps import BY_ID, STEPS, From, Needs, Owner, Step
from casework.days import months_later
from casework.programmes import Funding

_DAY = timedelta(days=1)
ON_THE_DAY = frozenset({"bag", "first_day"})  # of no use any more the day after
BEFORE = frozenset({"bag", "settling_in", "provider_talk"})  # of no use once it began
BENEFIT = "benefit"  # the step that the hard stop is about
ASK_AGAIN = timedelta(days=7)  # nothing came back: she is asked once more, …
MOST_ASKED = 3  # … so often at most, and then her people hear it
ABOUT_THAT_DAY = frozenset({"after_3", "after_30"})  # as their words are, …
STILL_TRUE = timedelta(days=7)  # … up to so many days later


@dataclass(frozen=True, slots=True)
class Plan:
    """What is known of one arrangement. Days are local dates; None: not known yet."""

    begun: date  # when the wish was told
    first_day: date | None = None
    way: Funding | None = None
    offer_on: date | None = None
    changed_on: date | None = None
    four_on: date | None = None
    done: Mapping[str, date] = field(default_factory=dict)  # step → the day it was done
    by_hand: Mapping[str, date] = field(default_factory=dict)  # step → the day a worker set
    months: int | None = None  # paid for so long, where that is not as long as the way says
    place: Grant | None = None  # what was given to pay it from, as it is now

    @property
    def ends_on(self) -> date | None:
        """The last day that is paid: of the place that was given, else of the way to pay."""
        if self.place is not None:
            return self.place.ends_on
        if self.first_day is None or self.way is None or self.way.months is None:
            return None
        return months_later(self.first_day, self.months or self.way.months) - _DAY

    @property
    def lost_after(self) -> date | None:
        """The hard stop: benefit asked after this day is lost for the first months."""
        if self.first_day is None or self.way is None or self.way.stop_after_months is None:
            return None
        return months_later(self.first_day, self.way.stop_after_months)

    @property
    def over_on(self) -> date | None:
        """The last day on which something is paid or can still be lost; steps have their own."""
        known = (self.first_day, self.ends_on, self.lost_after)
        return max((day for day in known if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class Due:
    """One step of this family. `on` None: the day it counts from is not known yet."""

    step: Step
    on: date | None
    done_on: date | None = None
    waits_for: str = ""  # a step that must be done first
    last: date | None = None  # done before this day: its own, or the hard stop of benefit

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None


class Warn(StrEnum):
    """What a worker must not overlook."""

    SIGN_AFTER = "sign_after"  # the contract is signed only after the decision
    SIGNED_EARLY = "signed_early"  # it was signed before
    BENEFIT_STOP = "benefit_stop"  # benefit must be asked before the hard stop
    BENEFIT_LOST = "benefit_lost"  # the hard stop is past
    NOTICE = "notice"  # to end the contract in time
    NEARLY_FOUR = "nearly_four"
    LATE = "late"  # the first day is near and steps are open
    PLACE_ELSEWHEN = "place_elsewhen"  # a place begins in another month than the first day's
    PLACE_ELSEWHERE = "place_elsewhere"  # a place still runs, and another way to pay was chosen
    PLACE_NOT_HERS = "place_not_hers"  # a place still runs, and she takes part no more


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning; `on` is the day it is about."""

    kind: Warn
    on: date | None = None


def dated(plan: Plan, offsets: Mapping[str, int], calendar: Calendar) -> list[Due]:
    """The checklist of this plan, by day; steps without a day come last.

    A day off gives way to the day on before it, or after it where the words look back; a day
    before the plan began becomes the first day on after it began. Done steps keep their day.
    """
    found = [_due(step, plan, offsets, calendar) for step in STEPS if needed(step, plan)]
    order = {step.id: place for place, step in enumerate(STEPS)}
    return sorted(found, key=lambda due: (due.on or date.max, order[due.step.id]))


def needed(step: Step, plan: Plan) -> bool:
    """Whether this step belongs to the way it is paid."""
    way = plan.way
    match step.needs:
        case Needs.ALWAYS:
            return True
        case Needs.REQUEST:
            return way is not None and way.request
        case Needs.DECISION:
            return way is not None and way.decision_first
        case Needs.BENEFIT:
            return way is not None and way.benefit
        case Needs.END:
            return way is not None and way.months is not None


def _due(step: Step, plan: Plan, offsets: Mapping[str, int], calendar: Calendar) -> Due:
    on, waits = plan.by_hand.get(step.id), waits_for(step, plan)
    if on is None:  # else a person chose it, whatever the first day does
        on = _day(step, plan, offsets, calendar)
        if waits == "decision" and on is not None:  # never to sign before the decision is due
            decision = _day(BY_ID["decision"], plan, offsets, calendar)
            on = max(on, decision) if decision else on
    last = on if step.has_last_day else plan.lost_after if step.id == BENEFIT else None
    return Due(step, on, plan.done.get(step.id), waits, last)


def waits_for(step: Step, plan: Plan) -> str:
    """The step that must be done before this one; "" when nothing holds it up."""
    first = step.after
    if step.id == "contract" and plan.way is not None and plan.way.decision_first:
        first = "decision"
    if not first or first in plan.done or not needed(BY_ID[first], plan):
        return ""
    return first


def _day(step: Step, plan: Plan, offsets: Mapping[str, int], calendar: Calendar) -> date | None:
    base = _base(step.since, plan)
    if base is None:
        return None
    wish = base + timedelta(days=offsets.get(step.id, step.days))
    if step.id == "first_day":
        return base
    if step.id in ABOUT_THAT_DAY:  # earlier it would be about a day that did not come yet
        return calendar.next_day_on(wish)
    on = calendar.last_day_on(wish)
    return on if on > plan.begun else calendar.next_day_on(plan.begun + _DAY)


def _base(since: From, plan: Plan) -> date | None:
    return {
        From.FIRST_DAY: plan.first_day,
        From.OFFER: plan.offer_on,
        From.BENEFIT: plan.done.get("benefit"),
        From.CHANGE: plan.changed_on,
        From.FOUR: plan.four_on,
        From.END: plan.ends_on,
    }[since]


def warnings(plan: Plan, offsets: Mapping[str, int], today: date) -> list[Caution]:
    """What must not be overlooked today, the most pressing first."""
    found = [*_signing(plan), *_benefit(plan, today), *_late(plan, offsets, today)]
    return [*found, *_notice(plan, today), *_four(plan, offsets, today)]


def _signing(plan: Plan) -> list[Caution]:
    """Signing before the decision may cost her money (Leiden: only after it)."""
    if plan.way is None or not plan.way.decision_first:
        return []
    signed, decided = plan.done.get("contract"), plan.done.get("decision")
    if signed is not None and (decided is None or signed < decided):
        return [Caution(Warn.SIGNED_EARLY, signed)]
    return [] if decided is not None else [Caution(Warn.SIGN_AFTER)]


def _benefit(plan: Plan, today: date) -> list[Caution]:
    stop = plan.lost_after
    if stop is None or "benefit" in plan.done or plan.first_day is None or plan.way is None:
        return []
    if today > stop:
        return [Caution(Warn.BENEFIT_LOST, stop)]
    first = min(plan.way.warn_after_days, default=0)
    near = today >= plan.first_day + timedelta(days=first)
    return [Caution(Warn.BENEFIT_STOP, stop)] if near else []


def _late(plan: Plan, offsets: Mapping[str, int], today: date) -> list[Caution]:
    """The first day is nearer than the contract asks, and there is none yet."""
    if plan.first_day is None or "contract" in plan.done:
        return []
    wanted = plan.first_day + timedelta(days=offsets.get("contract", BY_ID["contract"].days))
    return [Caution(Warn.LATE, plan.first_day)] if today > wanted else []


def _notice(plan: Plan, today: date) -> list[Caution]:
    """The last day to end the contract, so that she does not pay for what nobody pays any more."""
    last = notice_by(plan)
    if last is None or plan.ends_on is None or not last - timedelta(days=28) <= today:
        return []
    return [Caution(Warn.NOTICE, last)] if today <= plan.ends_on else []


def notice_by(plan: Plan) -> date | None:
    """The last day on which the contract can be ended in time; None without an end."""
    if plan.ends_on is None or plan.way is None:
        return None
    return months_later(plan.ends_on + _DAY, -plan.way.notice_months) - _DAY


def _four(plan: Plan, offsets: Mapping[str, int], today: date) -> list[Caution]:
    if plan.four_on is None or "nearly_four" in plan.done:
        return []
    wanted = timedelta(days=offsets.get("nearly_four", BY_ID["nearly_four"].days))
    soon = today >= plan.four_on + wanted
    return [Caution(Warn.NEARLY_FOUR, plan.four_on)] if soon else []


def reminded(
    plan: Plan, dues: Sequence[Due], heard: Mapping[str, int] | None = None
) -> list[tuple[str, date]]:
    """(name, day) of each message to the parent: her open steps, and the hard stop's warnings.

    A step with a last day is told before that: so many days as `heard` says, where a town has that.

    The name is the step's id, with a number where a step is told of more than once. What waits for
    another step is not told: she could do nothing. Nor is anything before her people chose how
    it is paid.
    """
    if plan.way is None:  # nobody looked at it yet
        return []
    mine = [due for due in dues if due.step.owner is not Owner.WORKER and due.open]
    mine = [due for due in mine if due.step.id != "route"]  # that is for a talk
    early = {step.id: step.heard for step in STEPS} | dict(heard or {})
    told = [
        (due.step.id, due.on - timedelta(days=early[due.step.id]))
        for due in mine
        if due.on and not due.waits_for
    ]
    return sorted([*told, *_again(plan)], key=lambda row: row[1])


def said_on(
    name: str, day: date, plan: Plan, today: date, calendar: Calendar, last: date | None = None
) -> date | None:
    """When a message of `reminded` reaches her: on its day, or the first day on after today.

    `last`: the last day of its step, where it has one. None when it is of no use by then.
    """
    on = calendar.next_day_on(max(day, today + _DAY))
    if last is not None and on >= last:
        return None
    first, stop = plan.first_day, plan.lost_after
    begun = first is not None and (on >= first if name in BEFORE else on > first)
    if begun and name in BEFORE | ON_THE_DAY:
        return None
    if name in ABOUT_THAT_DAY and on > day + STILL_TRUE:
        return None
    return None if stop is not None and name.startswith(BENEFIT) and on >= stop else on


def asked_again_on(
    step: str, times: int, plan: Plan, today: date, calendar: Calendar
) -> date | None:
    """When she is asked about a step once more, after so many times; None: no more.

    Nor where a warning of the hard stop is near: that asks the same.
    """
    if times >= MOST_ASKED or step in ABOUT_THAT_DAY | ON_THE_DAY:
        return None
    on = said_on(step, today + ASK_AGAIN, plan, today, calendar)
    return None if on is not None and warning_near(step, plan, on, today) else on


def told_unanswered_on(
    step: str, times: int, plan: Plan, today: date, calendar: Calendar
) -> date | None:
    """When her people hear that nothing came back; None for what asks nothing of her.

    It is a week after the last time that she can be asked, also when those did not go out.
    """
    if step in ON_THE_DAY:
        return None
    day = today
    while (again := asked_again_on(step, times, plan, day, calendar)) is not None:
        day, times = again, times + 1
    return day + ASK_AGAIN


def warning_near(step: str, plan: Plan, on: date, today: date) -> tuple[str, date] | None:
    """The hard stop's warning (as in `reminded`) that is to come less than a week from `on`."""
    ahead = (row for row in _again(plan) if step == BENEFIT and row[1] > today)
    return next((row for row in ahead if abs(row[1] - on) < ASK_AGAIN), None)


def _again(plan: Plan) -> list[tuple[str, date]]:
    """Childcare benefit not asked yet, so many days after the first day, before it is lost."""
    if plan.lost_after is None or plan.first_day is None or "benefit" in plan.done:
        return []
    ways = plan.way.warn_after_days if plan.way else ()
    days = (plan.first_day + timedelta(days=after) for after in ways)
    return [(f"benefit_{n}", day) for n, day in enumerate(days, 1) if day < plan.lost_after]
