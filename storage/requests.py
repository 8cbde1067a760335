"""What is asked of a programme for a family. How far it can be is `casework.requests`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam, select, text, update

from casework.tallies import reached
from storage import keys, tallies
from storage.schema import families
from storage.schema_requests import request_steps, requests
from storage.sql import pack, several, unpack
from storage.tx import AnyRow, Tx

PARENT = "parent"  # who brought it, or took a step: she herself


@dataclass(frozen=True, slots=True)
class NewRequest:
    """Something to ask. `facts` are sealed; `due_on` is a local ISO date."""

    key: str  # a repeat is void
    municipality: str
    programme: str
    family_id: str
    state: str
    brought_by: str
    kind: str = ""
    handoff_id: str | None = None
    person: str | None = None
    due_on: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """A request, opened. Moments are UTC seconds."""

    id: int
    key: str
    municipality: str
    programme: str
    family_id: str
    handoff_id: str | None
    kind: str
    state: str
    brought_by: str
    person: str | None
    due_on: str | None
    version: int
    created_at: float
    changed_at: float
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """What it became, by whom and when."""

    state: str
    by: str
    at: float


_r, _s = requests.c, request_steps.c
_SELECT = (
    select(requests, families.c.wrapped_key).select_from(requests.join(families)).order_by(_r.id)
)
_GET = _SELECT.where(_r.id == bindparam("request"))
_BY_KEY = _SELECT.where(_r.key == bindparam("this"))
_OF_FAMILY = _SELECT.where(_r.family_id == bindparam("family"))
_OF_HANDOFF = _SELECT.where(_r.handoff_id == bindparam("handoff"))
_OF_PROGRAMME = _SELECT.where(
    _r.municipality == bindparam("town"), _r.programme == bindparam("which")
)
_IN_STATES = _OF_PROGRAMME.where(_r.state.in_(several("states")))
_DUE = _OF_PROGRAMME.where(_r.due_on <= bindparam("day"))
_SAVE = (
    update(requests)
    .where(_r.id == bindparam("request"), _r.version == bindparam("seen"))
    .values(
        handoff_id=bindparam("new_handoff"),
        kind=bindparam("new_kind"),
        state=bindparam("new_state"),
        person=bindparam("new_person"),
        due_on=bindparam("new_due"),
        body_sealed=bindparam("body"),
        changed_at=bindparam("at"),
        version=_r.version + 1,
    )
)
_ALONE = select(families.c.id).where(families.c.id == bindparam("family")).with_for_update()
_WITH = (
    select(_r.person)
    .where(_r.handoff_id == bindparam("handoff"), _r.programme == bindparam("which"))
    .where(_r.state.in_(several("states")), _r.person.is_not(None))
    .order_by(_r.id.desc())
)
_MOVE = (
    update(requests)
    .where(_r.id == bindparam("request"), _r.version == bindparam("seen"))
    .values(family_id=bindparam("to"), body_sealed=bindparam("body"), version=_r.version + 1)
)
_REKEY = (
    update(requests)
    .where(_r.id == bindparam("request"))
    .values(key=bindparam("this"), body_sealed=bindparam("body"))
)
_KNOWN = _SELECT.where(_r.key.in_(several("these")))
# SQLite has one writer anyway.
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7305, hashtext(:which))")
_STEPS = select(_s.state, _s.by, _s.at).where(_s.request_id == bindparam("request")).order_by(_s.id)


async def add(tx: Tx, new: NewRequest, at: float) -> Request:
    """Begin it; a repeat of the same key gives what was begun."""
    await keys.ready(tx, [new.family_id])
    fresh = await tx.add_one(requests, _entry(tx, new, at))
    request = _opened(tx, (await tx.all(_BY_KEY, {"this": new.key}))[0])
    if fresh:
        await _step(tx, request, new.brought_by, at)
    return request


def _entry(tx: Tx, new: NewRequest, at: float) -> dict[str, Any]:
    return {
        "key": new.key,
        "municipality": new.municipality,
        "programme": new.programme,
        "family_id": new.family_id,
        "handoff_id": new.handoff_id,
        "kind": new.kind,
        "state": new.state,
        "brought_by": new.brought_by,
        "person": new.person,
        "due_on": new.due_on,
        "body_sealed": _sealed(tx, new.family_id, new.key, new.facts),
        "version": 0,
        "created_at": at,
        "changed_at": at,
    }


async def add_all(tx: Tx, new: Sequence[NewRequest], at: float) -> None:
    """Begin many at once, of families whose keys are known; none of them may be there already."""
    rows = [_entry(tx, one, at) for one in new]
    by = {one.key: one for one in new}
    made = await tx.add_returning(requests, rows, _r.id, _r.key) if rows else ()
    steps = [
        {"request_id": r.id, "state": by[r.key].state, "by": by[r.key].brought_by, "at": at}
        for r in made
    ]
    await tx.add(request_steps, steps)
    found = Counter((one.municipality, _code(one)) for one in (by[r.key] for r in made))
    for (town, code), number in found.items():
        await tallies.count(tx, town, code, at, number)


async def one_at_a_time(tx: Tx, programme: str) -> None:
    """Nobody else begins something of this programme until the transaction ends."""
    if tx.dialect == "postgresql":
        await tx.execute(_ONE_AT_A_TIME, {"which": programme})


async def known(tx: Tx, these: Sequence[str]) -> dict[str, Request]:
    """What is there already of these keys, by key."""
    found = await _many(tx, _KNOWN, {"these": list(these)}) if these else []
    return {one.key: one for one in found}


async def rekey(tx: Tx, request: Request, key: str) -> None:
    """Another key for it, sealed anew; the one that it had is free."""
    body = _sealed(tx, request.family_id, key, request.facts)
    await tx.execute(_REKEY, {"request": request.id, "this": key, "body": body})


async def move(tx: Tx, request: Request, to: str) -> bool:
    """It belongs to this family from now on, sealed with its key. False as `save`."""
    await keys.ready(tx, [to])
    body = _sealed(tx, to, request.key, request.facts)
    values = {"request": request.id, "seen": request.version, "to": to, "body": body}
    return (await tx.execute(_MOVE, values)).rowcount == 1


async def get(tx: Tx, request_id: int) -> Request | None:
    """The request with this id; None for one that is not there, or was erased."""
    return next(iter(await _many(tx, _GET, {"request": request_id})), None)


async def of_family(tx: Tx, family_id: str) -> list[Request]:
    """Everything that was asked for this family, the first first."""
    return await _many(tx, _OF_FAMILY, {"family": family_id})


async def of_handoff(tx: Tx, handoff_id: str) -> list[Request]:
    """What these two people look after."""
    return await _many(tx, _OF_HANDOFF, {"handoff": handoff_id})


async def of_programme(tx: Tx, municipality: str, programme: str) -> list[Request]:
    """Everything that was asked of one programme."""
    return await _many(tx, _OF_PROGRAMME, {"town": municipality, "which": programme})


async def in_states(
    tx: Tx, municipality: str, programme: str, states: Collection[str]
) -> list[Request]:
    """What was asked of one programme and is as far as one of these."""
    values = {"town": municipality, "which": programme, "states": list(states)}
    return await _many(tx, _IN_STATES, values)


async def due(tx: Tx, municipality: str, programme: str, day: str) -> list[Request]:
    """What was agreed for this local ISO day, or an earlier one."""
    return await _many(tx, _DUE, {"town": municipality, "which": programme, "day": day})


async def looked_after(
    tx: Tx, handoff_id: str, programme: str, states: Collection[str]
) -> str | None:
    """Who looks after what was asked last for this handoff, in one of these states, if anybody."""
    values = {"handoff": handoff_id, "which": programme, "states": list(states)}
    row = (await tx.execute(_WITH, values)).first()
    return None if row is None else str(row.person)


async def save(tx: Tx, request: Request, by: str, at: float, *, was: str) -> bool:
    """Keep it as it is now. False when somebody changed it since it was read.

    `was`: the state it had; when that changed, who did it stands in its history.
    """
    values = {
        "request": request.id,
        "seen": request.version,
        "new_handoff": request.handoff_id,
        "new_kind": request.kind,
        "new_state": request.state,
        "new_person": request.person,
        "new_due": request.due_on,
        "body": _sealed(tx, request.family_id, request.key, request.facts),
        "at": at,
    }
    if (await tx.execute(_SAVE, values)).rowcount != 1:
        return False
    if request.state != was:
        await _step(tx, request, by, at)
    return True


async def alone(tx: Tx, family_id: str) -> None:
    """Let nobody else ask something for this family until the transaction ends."""
    await tx.execute(_ALONE, {"family": family_id})


async def steps(tx: Tx, request_id: int) -> list[Step]:
    """Its history, the first first."""
    return [Step(*row) for row in await tx.all(_STEPS, {"request": request_id})]


async def _step(tx: Tx, request: Request, by: str, at: float) -> None:
    """It came into this state; the first time it is counted for the council."""
    before = {step.state for step in await steps(tx, request.id)}
    row = {"request_id": request.id, "state": request.state, "by": by, "at": at}
    await tx.add(request_steps, [row])
    if request.state not in before:
        await tallies.count(tx, request.municipality, _code(request), at)


def _code(one: Request | NewRequest) -> str:
    return reached(one.programme, one.kind, one.state)


def _place(key: str) -> str:
    return f"requests.body|{key}"


def _sealed(tx: Tx, family_id: str, key: str, facts: Mapping[str, Any]) -> bytes:
    return tx.vault.seal(family_id, _place(key), pack(dict(facts)))


async def _many(tx: Tx, statement: Any, values: Mapping[str, Any]) -> list[Request]:
    return [_opened(tx, row) for row in await tx.all(statement, values)]


def _opened(tx: Tx, row: AnyRow) -> Request:
    values = row._asdict()
    sealed, wrapped = values.pop("body_sealed"), values.pop("wrapped_key")
    tx.vault.learn(row.family_id, wrapped)
    return Request(**values, facts=unpack(tx.vault.open(row.family_id, _place(row.key), sealed)))
