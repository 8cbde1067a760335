"""How a signal is kept: what its facts are called, and how it becomes something else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from casework import arrears, arrears_file, creditors
from casework.arrears import PROGRAMME, Kind, Outcome, Reply
from casework.arrears_file import Row
from casework.calendar import Calendar
from casework.municipality import Municipality
from casework.requests import following
from storage import links, requests
from storage.requests import NewRequest, Request
from storage.tx import Tx

REFERENCE, BEGAN, NAME, ADDRESS, PHONE = "reference", "began", "name", "address", "phone"
CREDITOR = "creditor"  # whose signal it is: told to nobody but that creditor
OUTCOME, INVITED = "outcome", "invited_on"  # the code for the creditor; the day of the letter
OUTSIDE = "outside"  # letters on another day than those of the town, and why
ENDS = ("closed", Reply.DECLINED.value)  # no letter leads here any more


def key(tx: Tx, town: str, row: Row) -> str:
    """One signal for each reference of a creditor; neither can be read from it."""
    return _key(tx, town, row, arrears_file.same(row.reference))


def _key(tx: Tx, town: str, row: Row, reference: str) -> str:
    who = creditors.plain(row.creditor)
    text = f"{town}:{row.kind}:{reference}" + (f":{who}" if who else "")
    return f"arrears:{tx.vault.hash('arrears', text)}"


def keys(tx: Tx, town: str, row: Row) -> tuple[str, ...]:
    """By which keys it may be known: also as before creditors had names, or capitals counted."""
    named = (row, replace(row, creditor=""))
    now = [key(tx, town, one) for one in named]
    before = [_key(tx, town, one, one.reference) for one in named]
    return tuple(dict.fromkeys((*now, *before)))


def anew(calendar: Calendar, signal: Request, row: Row) -> bool:
    """Whether this row is about new arrears, after those of this signal."""
    closed = calendar.wall(datetime.fromtimestamp(signal.changed_at, UTC)).date()
    return arrears.anew(signal.state, str(signal.facts.get(OUTCOME, "")), closed, row.began)


def new(tx: Tx, town: Municipality, row: Row, family_id: str, by: str) -> NewRequest:
    """The signal of this row."""
    told = {NAME: row.name, ADDRESS: row.address, PHONE: row.phone, CREDITOR: row.creditor}
    facts = {REFERENCE: row.reference, BEGAN: row.began.isoformat()}
    facts |= {name: text for name, text in told.items() if text}
    return NewRequest(
        key=key(tx, town.id, row),
        municipality=town.id,
        programme=PROGRAMME,
        family_id=family_id,
        state="signal",
        brought_by=by,
        kind=row.kind.value,
        due_on=town.arrears.ends(row.began).isoformat(),
        facts=facts,
    )


def began(signal: Request) -> date:
    """When the arrears began."""
    return date.fromisoformat(str(signal.facts[BEGAN]))


@dataclass(frozen=True, slots=True)
class Outside:
    """A letter that was made on purpose before the first day or after the last one."""

    on: date
    by: str
    why: str


def outside(signal: Request) -> list[Outside]:
    """Such letters of this signal, the first first."""
    return [
        Outside(date.fromisoformat(one["on"]), one["by"], one["why"])
        for one in signal.facts.get(OUTSIDE, ())
    ]


def invited(signal: Request, on: date, by: str, why: str) -> dict[str, Any]:
    """Its facts once a letter was made on this day. `why`: only for one outside the days."""
    facts = dict(signal.facts) | {INVITED: on.isoformat()}
    if why:
        kept = {"on": on.isoformat(), "by": by, "why": why}
        facts[OUTSIDE] = [*facts.get(OUTSIDE, ()), kept]
    return facts


def creditor(signal: Request) -> str:
    """Who sent it; "" for one from before names were kept."""
    return str(signal.facts.get(CREDITOR, ""))


def kind(signal: Request) -> Kind:
    """What was not paid yet."""
    return Kind(signal.kind)


async def become(
    tx: Tx, signal: Request, state: str, by: str, at: float, *,
    outcome: Outcome | None = None, handoff_id: str | None = None,
) -> bool:  # fmt: skip
    """It is this now. False when that cannot follow, or somebody changed it since it was read."""
    if state not in following(PROGRAMME, signal.state):
        return False
    facts = dict(signal.facts) | ({OUTCOME: outcome.value} if outcome else {})
    now = replace(signal, state=state, facts=facts, handoff_id=handoff_id or signal.handoff_id)
    if not await requests.save(tx, now, by, at, was=signal.state):
        return False
    if state in ENDS:
        await links.end(tx, signal.id, at)
    return True


async def of_family(tx: Tx, family_id: str) -> list[Request]:
    """The signals about this family, the first first."""
    return [one for one in await requests.of_family(tx, family_id) if one.programme == PROGRAMME]
