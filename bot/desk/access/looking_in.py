"""Looking in at a family of another tandem: first the page says what follows, then one reason."""

from __future__ import annotations

from starlette.responses import Response

from bot.desk import told
from bot.desk.gate import Call
from bot.desk.web import see
from bot.desk.words import N_
from dialogs.language.guard import mask

SHORTEST, LONGEST = 10, 300  # characters of a reason


async def form(call: Call) -> Response:
    """What happens when she looks in. It says the same whether the family exists or not."""
    return _form(call, "", "")


async def begin(call: Call) -> Response:
    """Let her in for an hour, with the reason on the tandem's page and in the parent's copy."""
    handoff, reason = call.request.path_params["handoff"], _reason(call)
    if len(reason) < SHORTEST:
        wrong = N_("Schrijf in een paar woorden waarom je nu moet meekijken.")
        return _form(call, reason, wrong, status=422)
    if seconds := call.desk.limits.wait("look_in", call.me, call.now):
        return told.too_often(call.desk, call.visit, seconds)
    if not await call.desk.glass.begin(call.me, handoff, reason):
        return told.not_here(call.desk, call.visit)
    return see(f"/overdracht/{handoff}")


def _reason(call: Call) -> str:
    """What she typed, on one line, without numbers that we never keep."""
    typed = " ".join(call.fields.get("reden", "").split())
    return mask(typed[:LONGEST])


def _form(call: Call, reason: str, wrong: str, status: int = 200) -> Response:
    assert call.visit is not None
    return call.desk.pages.show(
        "looking_in.html",
        status=status,
        handoff=call.request.path_params["handoff"],
        reason=reason,
        wrong=wrong,
        longest=LONGEST,
        me=call.desk.person(call.me),
        proof=call.visit.form_token,
    )
