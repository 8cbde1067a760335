"""What a family still has with us: the days it lasts until, and who was last busy with it.

Columns for `storage.retention`, beside its families and conversations; each is found by an index.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, and_, bindparam, cast, func, or_, select, true

from casework.reminders import CARD, FOR_SILENCE
from casework.requests import HOLDS, WITHDRAWN
from storage import staff_texts as texts
from storage.schema import conversations, families, handoffs, reminders
from storage.schema_childcare import childcare_plans, childcare_steps, grants
from storage.schema_requests import request_steps, requests
from storage.schema_staff import staff_texts
from storage.sql import several, word
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Childcare:
    """An arrangement with a first day. Days are local ISO dates."""

    family_id: str
    begun_on: str
    first_day: str
    way: str


A_YEAR = 370 * 86_400.0  # seconds since she last wrote: the first yearly card still comes
_f, _c, _h, _m = families.c, conversations.c, handoffs.c, reminders.c
_r, _t, _p, _s, _g = requests.c, staff_texts.c, childcare_plans.c, childcare_steps.c, grants.c
VALUES: Mapping[str, Any] = {"for_silence": sorted(FOR_SILENCE)}  # what the columns ask with
_PLANS = (
    select(_p.family_id, _p.begun_on, _p.first_day, _p.way)
    .select_from(childcare_plans.join(families))
    .where(_f.wrapped_key.is_not(None), _f.municipality == bindparam("town"))
    .where(_p.first_day.is_not(None))
)
_OF_ONE = _PLANS.where(_p.family_id == bindparam("family"))


def columns() -> Sequence[Any]:
    """One of each family, labelled with its name in `storage.retention.Row`."""
    return [
        _written().label("written_at"),
        _stepped().label("stepped_at"),
        _reminder("fired", _m.fired_at).label("reminded_at"),
        _reminder("planned", _m.due_at).label("promised_at"),
        _asked(func.max(_r.due_on), _r.state != word(WITHDRAWN)).label("asked_until"),
        _steps_until().label("steps_until"),
        _paid_before().label("paid_before"),
        (_asked(func.count(), or_(*_held())) + _sought()).label("busy"),
    ]


async def childcare(tx: Tx, municipality: str, family_id: str = "") -> dict[str, list[Childcare]]:
    """The arrangements with a first day by family: all of them, or of this one."""
    values = {"town": municipality} | ({"family": family_id} if family_id else {})
    found: dict[str, list[Childcare]] = defaultdict(list)
    for row in await tx.all(_OF_ONE if family_id else _PLANS, values):
        found[row.family_id].append(Childcare(*row))
    return found


def _written() -> Any:
    """A call or a message of her people."""
    reached = and_(
        _t.kind.in_([word(texts.CALL), word(texts.MESSAGE)]),
        _t.state.not_in([word(texts.TAKEN_BACK), word(texts.FAILED)]),
    )
    return select(func.max(_t.created_at)).where(_t.family_id == _f.id, reached).scalar_subquery()


def _stepped() -> Any:
    """What was asked for her became something else."""
    steps = request_steps.join(requests)
    moment = select(func.max(request_steps.c.at)).select_from(steps)
    return moment.where(_r.family_id == _f.id).scalar_subquery()


def _reminder(state: str, at: Any) -> Any:
    """The last of what she was to hear; not of what comes because she says nothing.

    A card comes each year until this talk is erased: one year of silence does not hold the next.
    """
    promised = (_m.state == word(state), _m.kind.not_in(several("for_silence")))
    ends = or_(_m.kind != word(CARD), at <= func.coalesce(_c.last_in_at, 0.0) + A_YEAR)
    return (
        select(func.max(at)).where(_m.conversation_id == _c.id, *promised, ends).scalar_subquery()
    )


def _asked(what: Any, which: Any) -> Any:
    return select(what).select_from(requests).where(_r.family_id == _f.id, which).scalar_subquery()


def _held() -> list[Any]:
    return [
        and_(_r.programme == word(programme), _r.state.in_([word(state) for state in states]))
        for programme, states in HOLDS.items()
    ]


def _steps_until() -> Any:
    steps = childcare_steps.join(childcare_plans)
    last = select(func.max(_s.due_on)).select_from(steps)
    return last.where(_p.family_id == _f.id).scalar_subquery()


def _paid_before() -> Any:
    """The first month that is not paid any more, counted from the year 0."""
    year = cast(func.substr(_g.first_month, 1, 4), Integer)
    month = cast(func.substr(_g.first_month, 6, 2), Integer)
    after = func.max(year * 12 + month - 1 + _g.months)
    return select(after).where(_g.family_id == _f.id, _g.months > 0).scalar_subquery()


def _sought() -> Any:
    """Childcare that waits for a place or has no first day yet, until her people close it."""
    plans = childcare_plans.join(handoffs, _h.id == _p.handoff_id)
    open_ = or_(_p.first_day.is_(None), _p.waits.is_(true()))
    found = select(func.count()).select_from(plans)
    return found.where(_p.family_id == _f.id, _h.state != word("closed"), open_).scalar_subquery()
