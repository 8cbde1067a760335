"""*Verwijzers en hun codes*: the coordinator makes, replaces or withdraws a personal code."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.responses import Response

from bot.desk.gate import Call, View
from bot.desk.printed import square
from bot.desk.referring.words import REFERRERS
from bot.desk.web import PREFIX, see
from bot.service.paper import Way
from bot.service.referrer_codes import NoReferrer
from casework.phones import spoken
from casework.referrals import referrers
from dialogs.language import dates

PATH = "/verwijzers"
_ENTRY = "/verwijzen"  # who is not logged in goes on to where one types a code


async def show(call: Call) -> Response:
    """Every referrer, and since when she has a code; never the code itself."""
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


async def withdraw(call: Call) -> Response:
    """No code of hers works any more, and who came in by it is out."""
    person = _about(call)
    if await call.desk.codes.withdraw(person):
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
        caller=me.name if me.phone else town.team,
        phone=spoken(me.phone or town.team_phone),
        kinds=REFERRERS,
        back=PATH,
    )


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("referrers", "GET", PATH, show),
    ("referrer_code", "POST", PATH, make),
    ("referrer_withdraw", "POST", PATH + "/intrekken", withdraw),
)
