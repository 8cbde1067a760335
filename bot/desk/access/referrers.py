"""*Verwijzers en hun codes*: the coordinator makes, replaces, renews or withdraws a code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from starlette.responses import Response

from bot.desk.gate import Call, View
from bot.desk.printed import square
from bot.desk.referring.words import REFERRERS
from bot.desk.web import PREFIX, see
from bot.desk.words import N_
from bot.service.paper import Way
from bot.service.referrer_codes import NoReferrer
from casework.phones import spoken
from casework.referrals import CODE_LASTS, CODE_NEAR, referrers
from dialogs.language import dates
from storage.referrer_codes import MADE, RENEWED, WITHDRAWN, Act, Held

PATH = "/verwijzers"
_ENTRY = "/verwijzen"  # who is not logged in goes on to where one types a code
_MOST_ACTS = 6  # of one person: older ones say little
ACTS: Mapping[str, str] = {
    MADE: N_("gemaakt"),
    RENEWED: N_("verlengd"),
    WITHDRAWN: N_("ingetrokken"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """Until when a code works, as a colleague reads it."""

    last: str
    ended: bool
    near: bool  # the last month, and after it


async def show(call: Call) -> Response:
    """Every referrer, and until when she has a code; never the code itself."""
    assert call.visit is not None
    desk, calendar = call.desk, call.desk.calendar
    held = {one.person: one for one in await desk.codes.held()}
    people = referrers(desk.municipality)

    def moment(at: float | None) -> str:
        return calendar.full(datetime.fromtimestamp(at, UTC), call.now) if at else ""

    return desk.pages.show(
        "referrers.html",
        me=desk.person(call.me),
        proof=call.visit.form_token,
        people=people,
        held=held,
        left=sorted(held.keys() - {one.id for one in people}),
        terms={person: _term(call, one) for person, one in held.items()},
        acts=_by_person(await desk.codes.acts()),
        done=ACTS,
        moment=moment,
        kinds=REFERRERS,
    )


async def make(call: Call) -> Response:
    """A new code: it is in this one answer and nowhere else, so there is no redirect."""
    person = _about(call)
    try:
        code = await call.desk.codes.make(person, call.me)
    except NoReferrer:
        return see(PATH)
    call.desk.visits.end_all(person)
    return _letter(call, person, code)


def _term(call: Call, held: Held) -> Term:
    last = date.fromisoformat(held.last_day)
    return Term(dates.day(last, call.today), last < call.today, last <= call.today + CODE_NEAR)


def _by_person(acts: Sequence[Act]) -> dict[str, list[Act]]:
    """The newest of each person first."""
    found: dict[str, list[Act]] = {}
    for act in reversed(acts):
        found.setdefault(act.person, []).append(act)
    return {person: of[:_MOST_ACTS] for person, of in found.items()}


async def renew(call: Call) -> Response:
    """The code in her letter works for another year."""
    await call.desk.codes.renew(_about(call), call.me)
    return see(PATH)


async def withdraw(call: Call) -> Response:
    """No code of hers works any more, and who came in by it is out."""
    person = _about(call)
    if await call.desk.codes.withdraw(person, call.me):
        call.desk.visits.end_all(person)
    return see(PATH)


def _about(call: Call) -> str:
    """Whom the pressed button is about."""
    return call.fields.get("wie", "")


def _letter(call: Call, person: str, code: str) -> Response:
    """What she gets on paper. A telephone opens the page by it, and she types the code."""
    desk, town = call.desk, call.desk.municipality
    me, address = desk.person(call.me), desk.address + PREFIX + _ENTRY
    assert me is not None  # who passed the gate works here
    return desk.pages.show(
        "referrer_letter.html",
        who=desk.person(person),
        me=me,
        code=code,
        address=address,
        square=square(call, Way("desk", address)),
        day=dates.day(call.today, call.today),
        last=dates.day(call.today + CODE_LASTS, call.today),
        caller=me.name if me.phone else town.team,
        phone=spoken(me.phone or town.team_phone),
        kinds=REFERRERS,
        back=PATH,
    )


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("referrers", "GET", PATH, show),
    ("referrer_code", "POST", PATH, make),
    ("referrer_renew", "POST", PATH + "/verlengen", renew),
    ("referrer_withdraw", "POST", PATH + "/intrekken", withdraw),
)
