"""Families' childcare: the arrangement and its steps. What it means is `casework.childcare`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import bindparam, delete, exists, false, select, true, update
from sqlalchemy.types import String

from casework.tallies import CHILDCARE_ASKED, CHILDCARE_WAITING
from storage import keys, tallies
from storage.schema import conversations, families
from storage.schema_childcare import childcare_plans, childcare_steps, grants
from storage.sql import inserting, pack, several, unpack
from storage.tx import AnyRow, Tx

_BY_HAND = "days"  # among the notes, so that one seal covers all that people wrote
_MONTHS, _WHOM = "paid_months", "whom"  # and so are these
DAYS = ("first_day", "offer_on", "changed_on", "four_on")  # those that steps count from


@dataclass(frozen=True, slots=True)
class NewPlan:
    """An arrangement to begin. Days are local ISO dates."""

    key: str  # a repeat is void
    family_id: str
    handoff_id: str
    begun_on: str
    first_day: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """An arrangement; `notes` are what a worker wrote down of the provider.

    `by_hand`: step → the day that a worker set for it, whatever the other days say. `months`: how
    long it is paid, where a worker set that for this family. `whom`: the ages it is for, as in
    casework.childcare_whom.
    """

    id: int
    key: str
    family_id: str
    handoff_id: str
    begun_on: str
    first_day: str | None
    way: str
    offer_on: str | None
    changed_on: str | None
    four_on: str | None
    version: int
    created_at: float
    waits: bool | None  # for a place, as counted for the council
    notes: dict[str, Any] | None
    by_hand: Mapping[str, str]
    months: int | None = None
    whom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an arrangement. No `due_on`: its day is not known yet."""

    step: str
    due_on: str | None
    done_on: str | None
    done_by: str | None


_p, _s = childcare_plans.c, childcare_steps.c
_SELECT = (
    select(childcare_plans, families.c.wrapped_key)
    .select_from(childcare_plans.join(families))
    .order_by(_p.id)
)
_GET = _SELECT.where(_p.id == bindparam("plan"))
_BY_KEY = _SELECT.where(_p.key == bindparam("this"))
_OF_FAMILY = _SELECT.where(_p.family_id == bindparam("family"))
_LOCK = select(_p.id).where(_p.id == bindparam("plan")).with_for_update()
_SAVED = (*DAYS, "way")
_SAVE = (
    update(childcare_plans)
    .where(_p.id == bindparam("plan"), _p.version == bindparam("seen"))
    .values({name: bindparam(f"new_{name}", type_=String()) for name in _SAVED})
    .values(version=_p.version + 1)
)
_NOTE = (
    update(childcare_plans)
    .where(_p.id == bindparam("plan"))
    .values(body_sealed=bindparam("body"), version=_p.version + 1)
)
_WAITS_NOT = update(childcare_plans).where(_p.waits.is_(true())).values(waits=False)
_OF_PLAN_NOT = _WAITS_NOT.where(_p.id == bindparam("plan"))
_OF_FAMILY_NOT = _WAITS_NOT.where(_p.family_id == bindparam("family"))
_placed = exists().where(grants.c.plan_id == _p.id, grants.c.months > 0)
_WAITS = (
    update(childcare_plans)
    .where(_p.family_id == bindparam("family"), _p.waits.is_(false()), ~_placed)
    .where(_p.way.in_(several("ways")))
    .values(waits=True)
)
_STEPS = select(_s.step, _s.due_on, _s.done_on, _s.done_by).where(_s.plan_id == bindparam("plan"))
_DONE = (
    update(childcare_steps)
    .where(_s.plan_id == bindparam("plan"), _s.step == bindparam("which"), _s.done_on.is_(None))
    .values(done_on=bindparam("day"), done_by=bindparam("who"))
)
_OPEN_AGAIN = (
    update(childcare_steps)
    .where(_s.plan_id == bindparam("plan"), _s.step == bindparam("which"))
    .values(done_on=None, done_by=None)
)
_WITHOUT_CHAT = (
    select(_s.plan_id)
    .distinct()
    .join_from(childcare_steps, childcare_plans)
    .join(families)
    .where(
        families.c.municipality == bindparam("town"),
        _s.done_on.is_(None),
        _s.due_on <= bindparam("day"),
        _s.step.in_(several("steps")),
        ~exists().where(conversations.c.family_id == families.c.id),
    )
    .order_by(_s.plan_id)
)
_DROP = delete(childcare_steps).where(
    _s.plan_id == bindparam("plan"), _s.done_on.is_(None), _s.step.not_in(several("kept"))
)


async def add(tx: Tx, new: NewPlan, at: float) -> Plan:
    """Begin it; a repeat of the same key gives what was begun."""
    row = {
        "key": new.key,
        "family_id": new.family_id,
        "handoff_id": new.handoff_id,
        "begun_on": new.begun_on,
        "first_day": new.first_day,
        "way": "",
        "version": 0,
        "created_at": at,
        "waits": True,
    }
    if await tx.add_one(childcare_plans, row):
        await tallies.count_for(tx, new.family_id, CHILDCARE_ASKED, at)
        await tallies.count_for(tx, new.family_id, CHILDCARE_WAITING, at)
    found = await tx.all(_BY_KEY, {"this": new.key})
    return _plan(tx, found[0])


async def get(tx: Tx, plan_id: int) -> Plan | None:
    """The arrangement with this id."""
    found = await tx.all(_GET, {"plan": plan_id})
    return _plan(tx, found[0]) if found else None


async def of_family(tx: Tx, family_id: str) -> list[Plan]:
    """The family's arrangements, the first first."""
    return [_plan(tx, row) for row in await tx.all(_OF_FAMILY, {"family": family_id})]


async def lock(tx: Tx, plan_id: int) -> None:
    """Let nobody else change this arrangement until the transaction ends."""
    await tx.execute(_LOCK, {"plan": plan_id})


async def save(tx: Tx, plan: Plan) -> bool:
    """Keep its days and the way it is paid. False when somebody changed it since it was read."""
    values = {f"new_{name}": getattr(plan, name) for name in _SAVED}
    values |= {"plan": plan.id, "seen": plan.version}
    return (await tx.execute(_SAVE, values)).rowcount == 1


async def waits_no_more(tx: Tx, family_id: str, at: float, *, plan_id: int | None = None) -> None:
    """This arrangement, or all of the family, no longer waits for a place."""
    if plan_id is None:
        found = await tx.execute(_OF_FAMILY_NOT, {"family": family_id})
    else:
        found = await tx.execute(_OF_PLAN_NOT, {"plan": plan_id})
    await tallies.count_for(tx, family_id, CHILDCARE_WAITING, at, -found.rowcount)


async def waits_again(tx: Tx, family_id: str, ways: Collection[str], at: float) -> None:
    """What has no place and is paid in one of these ways, or in none yet, waits for one."""
    found = await tx.execute(_WAITS, {"family": family_id, "ways": ["", *ways]})
    await tallies.count_for(tx, family_id, CHILDCARE_WAITING, at, found.rowcount)


async def note(tx: Tx, plan: Plan, notes: Mapping[str, Any]) -> None:
    """Keep what a worker wrote down of the provider."""
    await _keep(tx, replace(plan, notes=dict(notes)))


async def set_day(tx: Tx, plan: Plan, step: str, on: str | None) -> None:
    """Keep the day that a worker set for this step; None: it follows the others again."""
    days = (
        {**plan.by_hand, step: on} if on else {k: v for k, v in plan.by_hand.items() if k != step}
    )
    await _keep(tx, replace(plan, by_hand=days))


async def set_months(tx: Tx, plan: Plan, months: int | None) -> None:
    """Keep how many months this family is paid for; None: as many as the way to pay says."""
    await _keep(tx, replace(plan, months=months))


async def set_whom(tx: Tx, plan: Plan, whom: tuple[str, ...]) -> None:
    """Keep the ages that it is for; () when that is not known."""
    await _keep(tx, replace(plan, whom=whom))


async def _keep(tx: Tx, plan: Plan) -> None:
    body = dict(plan.notes or {})
    body |= {_BY_HAND: plan.by_hand} if plan.by_hand else {}
    body |= {_MONTHS: plan.months} if plan.months else {}
    body |= {_WHOM: plan.whom} if plan.whom else {}
    await keys.ready(tx, [plan.family_id])
    sealed = tx.vault.seal(plan.family_id, _place(plan.key), pack(body))
    await tx.execute(_NOTE, {"plan": plan.id, "body": sealed})


async def steps(tx: Tx, plan_id: int) -> list[Step]:
    """Its steps, done and open."""
    return [Step(*row) for row in await tx.all(_STEPS, {"plan": plan_id})]


async def put_steps(tx: Tx, plan_id: int, dues: Mapping[str, str | None]) -> None:
    """These are the steps and their days now; open ones that are not among them go."""
    rows = [{"plan_id": plan_id, "step": step, "due_on": on} for step, on in dues.items()]
    await tx.execute(_DROP, {"plan": plan_id, "kept": list(dues)})
    if rows:
        insert = inserting(tx.dialect)(childcare_steps)
        moved = insert.on_conflict_do_update(
            index_elements=[_s.plan_id, _s.step], set_={"due_on": insert.excluded.due_on}
        )
        await tx.execute(moved, rows)


async def without_chat(tx: Tx, municipality: str, steps_: Collection[str], until: str) -> list[int]:
    """Arrangements of families without a chat with one of these steps open and due by then."""
    values = {"town": municipality, "steps": list(steps_), "day": until}
    return [row.plan_id for row in await tx.all(_WITHOUT_CHAT, values)]


async def done(tx: Tx, plan_id: int, step: str, day: str, who: str) -> bool:
    """Tick a step off. False when it was done before, or is no step of this arrangement."""
    values = {"plan": plan_id, "which": step, "day": day, "who": who}
    return (await tx.execute(_DONE, values)).rowcount == 1


async def open_again(tx: Tx, plan_id: int, step: str) -> None:
    """It was ticked by mistake."""
    await tx.execute(_OPEN_AGAIN, {"plan": plan_id, "which": step})


def _place(key: str) -> str:
    return f"childcare_plans.body|{key}"


def _plan(tx: Tx, row: AnyRow) -> Plan:
    values = row._asdict()
    sealed, wrapped = values.pop("body_sealed"), values.pop("wrapped_key")
    body = {}
    if sealed is not None:
        tx.vault.learn(row.family_id, wrapped)
        body = unpack(tx.vault.open(row.family_id, _place(row.key), sealed))
    by_hand, months = body.pop(_BY_HAND, {}), body.pop(_MONTHS, None)
    whom = tuple(body.pop(_WHOM, ()))
    return Plan(**values, notes=body or None, by_hand=by_hand, months=months, whom=whom)
