"""Coming in as a referrer, with the personal code that the coordinator gave her."""

from __future__ import annotations

from starlette.responses import Response

from bot.desk import auth, gate
from bot.desk.access import login
from bot.desk.gate import Call
from bot.desk.words import N_
from bot.service import logs
from bot.service.referrer_codes import CodeEnded
from casework.phones import spoken
from dialogs.language import dates

log = logs.get()
WRONG = N_(
    "Deze code werkt niet. Kijk je brief nog eens na, of vraag de gemeente om een nieuwe code."
)
ENDED = N_(
    "Je code werkte tot en met {day}. Bel {nr} en vraag of je code een jaar langer mag werken. "
    "Je brief kun je bewaren."
)


async def enter(call: Call) -> Response:
    """A short visit as whoever's code this is; her role says what she may open.

    Whatever is wrong with a code, the answer is the same, and what was typed is not in it. Only who
    has the right one, past its last day, reads that: she cannot know it, and it opens nothing.
    """
    if waiting := login.too_often(call, "code_address"):
        return waiting
    desk = call.desk
    try:
        opened = await desk.codes.opened_by(call.fields.get("code", ""))
    except CodeEnded as ended:
        return _refused(call, "code_ended", _ended(call, ended))
    person = desk.person(opened) if opened else None
    if person is None:
        return _refused(call, "code", desk.pages.say(WRONG))
    return await login.come_in(call, person, "", login.kept(call), longest=auth.BRIEF)


def _refused(call: Call, reason: str, said: str) -> Response:
    log.warning("login_refused", reason=reason)
    onward, kept = call.fields.get("naar", ""), login.kept(call)
    return gate.login_page(call.desk, onward, gone=False, kept=kept, code_says=said, status=403)


def _ended(call: Call, ended: CodeEnded) -> str:
    """What she can do: nobody but the town makes it work again."""
    last, phone = dates.day(ended.last_day, call.today), call.desk.municipality.team_phone
    return call.desk.pages.say(ENDED, day=last, nr=spoken(phone))
