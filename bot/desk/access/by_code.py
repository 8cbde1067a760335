"""Coming in as a referrer, with the personal code that the coordinator gave her."""

from __future__ import annotations

from starlette.responses import Response

from bot.desk import auth, gate
from bot.desk.access import login
from bot.desk.gate import Call
from bot.service import logs

log = logs.get()


async def enter(call: Call) -> Response:
    """A short visit as whoever's code this is; her role says what she may open.

    Whatever is wrong with a code, the answer is the same, and what was typed is not in it.
    """
    if waiting := login.too_often(call, "code_address"):
        return waiting
    desk = call.desk
    opened = await desk.codes.opened_by(call.fields.get("code", ""))
    person = desk.person(opened) if opened else None
    if person is None:
        log.warning("login_refused", reason="code")
        onward, kept = call.fields.get("naar", ""), login.kept(call)
        return gate.login_page(desk, onward, gone=False, kept=kept, wrong_code=True, status=403)
    return await login.come_in(call, person, "", login.kept(call), longest=auth.BRIEF)
