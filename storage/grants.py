"""What people gave out of a programme: a place, a package, money. It is counted as it is given."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import bindparam, func, select, text, update

from casework.budget import Grant, Month, Refusal, refusal, spent
from casework.programmes import Programme
from casework.tallies import ended, given
from storage import childcare, tallies
from storage.schema_childcare import grants
from storage.tx import AnyRow, Tx


class Unspendable(ValueError):
    """So much was never given here: give it first."""


@dataclass(frozen=True, slots=True)
class NewGrant:
    """What to give: for childcare (`plan_id`), or for something that was asked (`request_id`)."""

    key: str  # a repeat is void
    municipality: str
    family_id: str
    plan_id: int | None
    what: Grant
    given_by: str
    request_id: int | None = None
    asked: int | None = None  # cents, where another sum was asked than is given


@dataclass(frozen=True, slots=True)
class Given:
    """What was given."""

    id: int
    plan_id: int | None
    request_id: int | None
    what: Grant
    given_by: str
    given_at: float
    key: str
    programme: str
    asked: int | None = None  # cents; None where nobody wrote it down
    spent_by: str | None = None


_g = grants.c
_SELECT = select(
    _g.id,
    _g.plan_id,
    _g.request_id,
    _g.first_month,
    _g.months,
    _g.cents,
    _g.given_by,
    _g.given_at,
    _g.key,
    _g.programme,
    _g.asked_cents,
    _g.spent_cents,
    _g.spent_by,
).order_by(_g.id)
_OF_PROGRAMME = _SELECT.where(
    _g.municipality == bindparam("town"), _g.programme == bindparam("which")
)
_OF_PLAN = _SELECT.where(_g.plan_id == bindparam("plan"))
_OF_REQUEST = _SELECT.where(_g.request_id == bindparam("request"))
_BY_KEY = _SELECT.where(_g.key == bindparam("this"))
_SHORTEN = (
    update(grants)
    .where(_g.id == bindparam("row"), _g.months > bindparam("fewer"))
    .values(months=bindparam("fewer"), ended_at=func.coalesce(_g.ended_at, bindparam("at")))
    .returning(_g.municipality, _g.programme, _g.given_at, _g.ended_at)
)
_MOVE = update(grants).where(_g.id == bindparam("row")).values(first_month=bindparam("month"))
_SPEND = (
    update(grants)
    .where(_g.id == bindparam("row"))
    .values(spent_cents=bindparam("sum"), spent_by=bindparam("who"))
)
_ENDED = select(_g.ended_at).where(_g.id == bindparam("row")).with_for_update()
# One programme's places are given by one transaction at a time (SQLite has one writer anyway).
_ALONE = text("SELECT pg_advisory_xact_lock(7304, hashtext(:which))")


async def give(tx: Tx, new: NewGrant, programme: Programme, at: float) -> Refusal | None:
    """Give this place, or say why it does not fit; a repeat of the same key gives nothing twice.

    A childcare arrangement has one place at most, whoever was first.
    """
    if new.plan_id is not None:
        await childcare.lock(tx, new.plan_id)
    await _alone(tx, new.municipality, programme.id)
    if (await tx.execute(_BY_KEY, {"this": new.key})).first() is not None:
        return None
    if new.plan_id is not None and any(one.what.months for one in await of_plan(tx, new.plan_id)):
        return Refusal.PLACED
    known = [one.what for one in await of_programme(tx, new.municipality, programme.id)]
    if (wrong := refusal(programme, known, new.what)) is not None:
        return wrong
    await tx.add(grants, [_entry(new, programme.id, at)])
    await tallies.count(tx, new.municipality, given(programme.id), at)
    if new.plan_id is not None:
        await childcare.waits_no_more(tx, new.family_id, at, plan_id=new.plan_id)
    return None


async def of_programme(tx: Tx, municipality: str, programme: str) -> list[Given]:
    """Every place that was given, also of families that were erased since."""
    found = await tx.all(_OF_PROGRAMME, {"town": municipality, "which": programme})
    return [_given(row) for row in found]


async def of_plan(tx: Tx, plan_id: int) -> list[Given]:
    """The places of one arrangement."""
    return [_given(row) for row in await tx.all(_OF_PLAN, {"plan": plan_id})]


async def of_request(tx: Tx, request_id: int) -> list[Given]:
    """What was given for one request."""
    return [_given(row) for row in await tx.all(_OF_REQUEST, {"request": request_id})]


async def shorten(tx: Tx, grant_id: int, months: int, at: float) -> bool:
    """It ended after so many months. False when it was no longer than that.

    It is counted as ended once; with no month left it was never given, and is not counted at all.
    """
    before = (await tx.execute(_ENDED, {"row": grant_id})).scalar()
    row = (await tx.execute(_SHORTEN, {"row": grant_id, "fewer": months, "at": at})).first()
    if row is None:
        return False
    if months and before is None:
        await tallies.count(tx, row.municipality, ended(row.programme), at)
    elif not months:
        await tallies.count(tx, row.municipality, given(row.programme), row.given_at, -1)
        if before is not None:
            await tallies.count(tx, row.municipality, ended(row.programme), before, -1)
    return True


async def move(
    tx: Tx, grant_id: int, first: Month, programme: Programme, town: str
) -> Refusal | None:
    """It begins in another month; why that does not fit beside the others.

    What was ended stays as it is. Raises Unspendable: nothing was given here.
    """
    await _alone(tx, town, programme.id)
    known = await of_programme(tx, town, programme.id)
    found = next((one for one in known if one.id == grant_id and one.what.months), None)
    if found is None:
        raise Unspendable(str(grant_id))
    others = [one.what for one in known if one.id != grant_id]
    if (wrong := refusal(programme, others, replace(found.what, first=first))) is not None:
        return wrong
    await tx.execute(_MOVE, {"row": grant_id, "month": _text(first)})
    return None


async def spend(
    tx: Tx, grant_id: int, cents: int, programme: Programme, by: str, town: str
) -> Refusal | None:
    """Write down what a sum of money really came to; why the year's budget does not allow that.

    It may be put right later. Raises Unspendable: more than was given, or nothing was given here.
    """
    await _alone(tx, town, programme.id)
    known = await of_programme(tx, town, programme.id)
    found = next((one for one in known if one.id == grant_id and one.what.months), None)
    if found is None or not 0 <= cents <= found.what.total:
        raise Unspendable(str(grant_id))
    year = found.what.first[0]
    others = [one.what for one in known if one.id != grant_id]
    if spent([*others, replace(found.what, spent=cents)], year) > (programme.budget(year) or 0):
        return Refusal.MONEY
    await tx.execute(_SPEND, {"row": grant_id, "sum": cents, "who": by})
    return None


async def _alone(tx: Tx, municipality: str, programme: str) -> None:
    if tx.dialect == "postgresql":
        await tx.execute(_ALONE, {"which": f"{municipality}/{programme}"})


def _entry(new: NewGrant, programme: str, at: float) -> dict[str, object]:
    return {
        "key": new.key,
        "municipality": new.municipality,
        "programme": programme,
        "family_id": new.family_id,
        "plan_id": new.plan_id,
        "request_id": new.request_id,
        "first_month": _text(new.what.first),
        "months": new.what.months,
        "cents": new.what.cents,
        "given_by": new.given_by,
        "given_at": at,
        "asked_cents": new.asked,
    }


def _text(month: Month) -> str:
    return f"{month[0]:04}-{month[1]:02}"


def _given(row: AnyRow) -> Given:
    year, month = row.first_month.split("-")
    what = Grant((int(year), int(month)), row.months, row.cents, row.spent_cents)
    return Given(
        row.id,
        row.plan_id,
        row.request_id,
        what,
        row.given_by,
        row.given_at,
        row.key,
        row.programme,
        row.asked_cents,
        row.spent_by,
    )
