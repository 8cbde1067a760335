"""*Mijn agenda*: make, replace or take away the address of one's own calendar."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.responses import Response

from bot.desk.gate import Call, View
from bot.desk.web import see

PATH = "/agenda"


async def show(call: Call) -> Response:
    """Whether there is an address, and since when; never the address itself."""
    return await _page(call, "")


async def renew(call: Call) -> Response:
    """A new address: it is in this one answer and nowhere else, so there is no redirect."""
    return await _page(call, await call.agenda.renew(call.me))


async def remove(call: Call) -> Response:
    """No address any more."""
    await call.agenda.remove(call.me)
    return see(PATH)


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("agenda", "GET", PATH, show),
    ("agenda_renew", "POST", PATH, renew),
    ("agenda_remove", "POST", PATH + "/weghalen", remove),
)


async def _page(call: Call, address: str) -> Response:
    assert call.visit is not None
    state, calendar = await call.agenda.state(call.me), call.desk.calendar

    def moment(at: float | None) -> str:
        return calendar.full(datetime.fromtimestamp(at, UTC), call.now) if at else ""

    return call.desk.pages.show(
        "agenda.html",
        me=call.desk.person(call.me),
        proof=call.visit.form_token,
        address=address,
        subscribe="webcal://" + address.partition("://")[2],
        there=state is not None,
        made=moment(state.made_at if state else None),
        read=moment(state.read_at if state else None),
        mailed_to=call.agenda.mailed_to(call.me),
    )
