"""Coming in and going out: as a person of the demo, or with the town's own account."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from datetime import timedelta

from starlette.responses import Response

from bot.desk import auth, gate, policy, told
from bot.desk.access import unsent
from bot.desk.access.providers import PATIENCE, Reason, Refused, Way, hashed
from bot.desk.access.unsent import Unsent
from bot.desk.gate import Call, Desk
from bot.desk.web import PREFIX, see
from bot.desk.words import N_
from bot.service import logs
from casework.municipality import Person

log = logs.get()
BACK = "/inloggen/terug"
_ONWARD = re.compile(r"/overdracht/[A-Za-z0-9_-]{1,64}(/tijden|/bericht)?")
_LEFT = "uit"  # she pressed the button to log out
REASONS: Mapping[Reason, tuple[int, str, str]] = {  # status, what happened, what to do
    Reason.STALE: (
        403,
        N_("Deze inlog is verlopen, of al gebruikt."),
        N_("Begin opnieuw in deze browser. Dan lukt het meestal meteen."),
    ),
    Reason.AWAY: (
        503,
        N_("Het inloggen van de gemeente geeft nu geen antwoord."),
        N_("Probeer het over een paar minuten nog eens. Er gaat niets verloren."),
    ),
    Reason.REFUSED: (
        403,
        N_("De gemeente liet deze inlog niet door."),
        N_("Probeer het nog eens. Lukt het weer niet? Vraag het de beheerder."),
    ),
    Reason.FORGED: (
        403,
        N_("Het antwoord van de inlog klopt niet. Voor de zekerheid laten we niemand binnen."),
        N_("Probeer het nog eens. Gebeurt het weer? Vertel het de beheerder."),
    ),
    Reason.UNVERIFIED: (
        403,
        N_("De gemeente heeft het e-mailadres van je account niet bevestigd."),
        N_("Vraag de beheerder om je e-mailadres te laten bevestigen."),
    ),
    Reason.UNKNOWN: (
        403,
        N_("Je account is bekend bij de gemeente, maar niet op deze werkplek."),
        N_("Vraag de beheerder of je e-mailadres goed in het bestand van de gemeente staat."),
    ),
    Reason.NO_DESK: (
        403,
        N_("Met jouw rol is er op de werkplek niets te doen."),
        N_("Verwijzen gaat via je eigen formulier. Vraag de coördinator erom."),
    ),
}


async def door(call: Call) -> Response:
    """The page to log in on."""
    desk, query = call.desk, call.request.query_params
    farewell = ""
    if _LEFT in query and desk.provider is not None:
        farewell = await desk.provider.farewell(f"{desk.address}{PREFIX}/inloggen")
    return gate.login_page(desk, query.get("naar", ""), gone="weg" in query, farewell=farewell)


async def enter(call: Call) -> Response:
    """Log in as a person of the demo, under a new id."""
    if not call.desk.demo:
        return told.not_here(call.desk, None)
    if waiting := too_often(call):
        return waiting
    person = next((p for p in call.desk.staff() if p.id == call.fields.get("wie", "")), None)
    if person is None:
        return see("/inloggen")
    return await come_in(call, person, call.fields.get("naar", ""), kept(call))


async def begin(call: Call) -> Response:
    """Send her to the town's own login, with what must come back from it."""
    desk = call.desk
    if desk.provider is None:
        return told.not_here(desk, None)
    if waiting := too_often(call):
        return waiting
    try:
        started = await desk.provider.start(_back(desk))
    except Refused as refusal:
        return _refused(call, refusal)
    browser = secrets.token_urlsafe(32)
    onward = call.fields.get("naar", "")
    desk.on_their_way.add(Way(started, hashed(browser), onward, kept(call), call.now))
    answer = told.hop_to(desk, started.url)
    # Lax: it must come back with the link that the town's login sends her by.
    answer.set_cookie(
        _way_cookie(desk),
        browser,
        max_age=int(PATIENCE.total_seconds()),
        path="/",
        httponly=True,
        samesite="lax",
        secure=desk.secure,
    )
    return answer


async def come_back(call: Call) -> Response:
    """Back from the town's login: whoever it names comes in, if she works here."""
    desk, query = call.desk, call.request.query_params
    if desk.provider is None:
        return told.not_here(desk, None)
    if waiting := too_often(call):
        return waiting
    browser = call.request.cookies.get(_way_cookie(desk), "")
    try:
        way = desk.on_their_way.take(query.get("state", ""), browser, call.now)
        if query.get("iss", desk.provider.issuer) != desk.provider.issuer:
            raise Refused(Reason.FORGED)  # another provider's answer (RFC 9207)
        if "error" in query or not query.get("code"):
            raise Refused(Reason.REFUSED)
        mail = await desk.provider.finish(query["code"], way.started, _back(desk), call.now)
        person = known(desk, mail)
    except Refused as refusal:
        return _refused(call, refusal)
    answer = await come_in(call, person, way.onward, way.kept, hop=True)
    answer.delete_cookie(_way_cookie(desk), path="/", secure=desk.secure, httponly=True)
    return answer


def known(desk: Desk, mail: str) -> Person:
    """The colleague with this mail address. Raises Refused."""
    people = desk.municipality.people
    person = next((p for p in people if p.email and p.email == mail.lower()), None)
    if person is None:
        raise Refused(Reason.UNKNOWN)
    if not policy.comes_in(person):
        raise Refused(Reason.NO_DESK)
    return person


async def come_in(
    call: Call,
    person: Person,
    onward: str,
    form_kept: str,
    *,
    hop: bool = False,
    longest: timedelta = auth.LONGEST,
) -> Response:
    """A new visit under a new id; what this person looked in at before is closed.

    `hop`: she comes from elsewhere, and her browser needs a page of ours in between. `longest`:
    how long the visit may last at most.
    """
    desk = call.desk
    if seconds := desk.limits.wait("login_person", person.id, call.now):
        return told.too_often(desk, None, seconds)
    if call.cookie:
        desk.visits.end(call.cookie)
    await desk.glass.end(person.id)
    onward = onward if _ONWARD.fullmatch(onward) else policy.HOMES[person.role]
    cookie = desk.visits.begin(person.id, call.now, longest)
    if form_kept and (form := unsent.opened(desk.vault, form_kept, person.id, call.now)):
        answer = _back_to_form(call, cookie, onward, form)
    else:
        answer = told.hop_to(desk, PREFIX + onward) if hop else see(onward)
    answer.set_cookie(
        auth.cookie_name(desk.secure),
        cookie,
        path="/",
        httponly=True,
        samesite="strict",
        secure=desk.secure,
    )
    return answer


def kept(call: Call) -> str:
    """The form that came along with the login page, sealed."""
    return call.fields.get(unsent.FIELD, "")


def _back_to_form(call: Call, cookie: str, onward: str, form: Unsent) -> Response:
    """One step back to what she was filling in: it travelled with her browser, we kept nothing."""
    desk, visit = call.desk, call.desk.visits.find(cookie, call.now)
    assert visit is not None
    return desk.pages.show(
        "again.html",
        action=PREFIX + form.path,
        back=PREFIX + onward,
        form=form,
        me=desk.person(visit.person),
        proof=visit.form_token,
    )


async def leave(call: Call) -> Response:
    """Log out everywhere; the browser forgets the cookie and what it kept of our pages."""
    call.desk.visits.end_all(call.me)
    await call.desk.glass.end(call.me)
    answer = see(f"/inloggen?{_LEFT}=1" if call.desk.provider else "/inloggen")
    answer.delete_cookie(
        auth.cookie_name(call.desk.secure),
        path="/",
        httponly=True,
        samesite="strict",
        secure=call.desk.secure,
    )
    answer.headers["clear-site-data"] = '"cache"'
    return answer


def _refused(call: Call, refusal: Refused) -> Response:
    status, what, todo = REASONS[refusal.reason]
    log.warning("login_refused", reason=refusal.reason.value)
    title = N_("Inloggen lukte niet")
    return told.message(call.desk, None, status, title, (what, todo), again=True)


def too_often(call: Call, limit: str = "login_address") -> Response | None:
    """The page that says to wait, when so many tried from this address."""
    seconds = call.desk.limits.wait(limit, gate.address_of(call.request), call.now)
    return told.too_often(call.desk, None, seconds) if seconds else None


def _back(desk: Desk) -> str:
    return f"{desk.address}{PREFIX}{BACK}"


def _way_cookie(desk: Desk) -> str:
    return "__Host-stapje-login" if desk.secure else "stapje-login"
