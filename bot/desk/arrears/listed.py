"""The list of signals: what somebody must still do something about, and the ways to bring more."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import Response

from bot.desk import fields
from bot.desk.arrears import part, words
from bot.desk.arrears.ports import Arrears
from bot.desk.gate import Call
from bot.desk.views import shared
from casework.arrears import Phase
from casework.arrears_file import Wrong
from casework.municipality import CASEWORKERS

HERE = "/signalen"
TICK = "brief-"  # before the number of a signal that gets a letter
_A_PAGE = 50  # signals


def desk_of(call: Call) -> Arrears:
    """What can be done here."""
    return call.desk.programmes.arrears


async def signals(call: Call) -> Response:
    """Everything that is open, or only what one file brought."""
    return await shown(call)


async def shown(
    call: Call, *, given: Mapping[str, str] | None = None,
    wrong: Mapping[str, Wrong] | None = None, alike: str = "", status: int = 200,
) -> Response:  # fmt: skip
    """The list. `given`, `wrong`: the form as it was sent; `alike`: a creditor it may mean."""
    found, creditors = await desk_of(call).signals(), await desk_of(call).creditors()
    known = {*creditors, *(one.creditor for one in found)} - {""}
    query = call.request.query_params
    begins = int(begins) if (begins := query.get("vanaf", "")).isdecimal() else 0
    done, me = query.get("na", ""), call.desk.person(call.me)
    if brought := query.get("inlezing", ""):
        found = [one for one in found if str(one.brought_at) == brought]
    waiting = [one.clock.phase for one in found if one.invitable and not one.clock.runs]
    return call.desk.pages.show(
        "arrears/list.html",
        status=status,
        bills=[part.bill(call, one) for one in found[begins : begins + _A_PAGE]],
        count=len(found),
        early=waiting.count(Phase.EARLY),
        over=waiting.count(Phase.OVER),
        brought=brought,
        once=fields.once(),
        creditors=creditors,
        known=sorted(known, key=str.casefold),
        before=max(0, begins - _A_PAGE) if begins else None,
        after=begins + _A_PAGE if begins + _A_PAGE < len(found) else None,
        opens=me is not None and me.role in CASEWORKERS,
        given=given or {},
        wrong={name: why.value for name, why in (wrong or {}).items()},
        alike=alike,
        said=call.desk.pages.say(words.SAID[done]) if done in words.SAID else "",
        **shared(call),
    )
