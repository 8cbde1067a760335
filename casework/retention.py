"""How long a family's data are kept: the stage it is in, its age, and the municipality's terms.

The terms are days of 24 hours (`Municipality.retention`). What always holds:

- what the law holds is kept, whatever its age;
- what waits for a person is kept until a person took it up: nobody is forgotten by a term;
- an unfinished intake goes only after she was warned, unless no message may go to her;
- whoever is being helped is kept while there is something ahead or something still open;
- what runs or was promised until a day counts as something that happens on that day, and the term
  begins there; what runs without a day keeps her until nothing happened for a year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from casework.municipality import Retention

SILENT_FOR = timedelta(days=1)  # an address that said nothing: the last sentence after erasing
BUSY_FOR = timedelta(days=365)  # without anything happening: nobody is busy with it any more
FARTHEST = timedelta(days=4 * 366)  # a child's years at childcare; a day beyond that is a slip


class Stage(StrEnum):
    """How far a family came with us."""

    SILENT = "silent"  # an address that said nothing yet
    UNFINISHED = "unfinished"  # nothing was sent to people, or nobody took it up for her
    WAITING = "waiting"  # people must still take it up
    HELPED = "helped"  # people took it up
    HELD = "held"  # legal hold


class Act(StrEnum):
    """What is due."""

    KEEP = "keep"
    WARN = "warn"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a family without reading a word of hers. Moments are aware."""

    family_id: str
    created_at: datetime
    spoke: bool  # there is a session
    last_in_at: datetime | None = None
    handed_over: bool = False  # there is a handoff that she asked for, or people took one up
    taken_up_at: datetime | None = None  # by a person, the last time
    waits: bool = False  # a handoff that she asked for is new
    last_talk_at: datetime | None = None  # the latest planned or held talk, also one to come
    told_at: datetime | None = None  # her people called or wrote, or a step was taken for her
    lasts_until: datetime | None = None  # what runs or was promised with a day, also one to come
    busy: bool = False  # something runs without a last day
    open_work: bool = False  # unseen alarms or tasks that are not done
    warned_at: datetime | None = None
    may_write: bool = True  # an address works, and she did not switch reminders off
    held: bool = False

    @property
    def last_at(self) -> datetime:
        """When something last happened between her and us, or will."""
        talks = (self.last_talk_at, self.told_at)
        moments = (self.created_at, self.last_in_at, self.taken_up_at, *talks)
        known = max(moment for moment in moments if moment is not None)
        return max(known, min(self.lasts_until or known, known + FARTHEST))


def stage(kept: Kept) -> Stage:
    """Where this family is."""
    if kept.held:
        return Stage.HELD
    if not kept.spoke and not kept.handed_over:
        return Stage.SILENT
    if not kept.handed_over:
        return Stage.UNFINISHED
    return Stage.WAITING if kept.waits else Stage.HELPED


def decide(kept: Kept, terms: Retention, now: datetime) -> Act:
    """What is due for this family now."""
    if kept.busy and now - kept.last_at < BUSY_FOR:
        return Act.KEEP
    match stage(kept):
        case Stage.SILENT:
            return _old(now - kept.last_at >= SILENT_FOR)
        case Stage.UNFINISHED:
            return _unfinished(kept, terms, now)
        case Stage.HELPED:
            done = now - kept.last_at >= timedelta(days=terms.summary)
            return _old(done and not kept.open_work)
        case _:
            return Act.KEEP


def _old(is_old: bool) -> Act:
    return Act.ERASE if is_old else Act.KEEP


def _unfinished(kept: Kept, terms: Retention, now: datetime) -> Act:
    """Warned at 23 days and erased at 30; never sooner after the warning than was said."""
    idle = now - kept.last_at
    over = idle >= timedelta(days=terms.unfinished)
    if kept.warned_at is not None and kept.warned_at >= kept.last_at:
        waited = now - kept.warned_at >= timedelta(days=terms.after_warning)
        return _old(over and waited)
    if not kept.may_write:
        return _old(over)
    return Act.WARN if idle >= timedelta(days=terms.warn_unfinished) else Act.KEEP
