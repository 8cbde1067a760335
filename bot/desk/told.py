"""What one is told when a page does not open: plainly, and nothing about a family."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from starlette.responses import Response

from bot.desk.auth import Visit
from bot.desk.web import PREFIX
from bot.desk.words import N_
from casework.municipality import CASEWORKERS

if TYPE_CHECKING:
    from bot.desk.gate import Desk

_SECONDS = 60  # a longer wait is told in minutes
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def hop_to(desk: Desk, hop: str) -> Response:
    """A page that goes on by itself: from there the browser brings our cookie along."""
    link = (desk.pages.say(N_("Open de werkplek")), hop)
    title = desk.pages.say(N_("De werkplek gaat open"))
    return desk.pages.show(
        "message.html", title=title, lines=(), link=link, more=None, hop=hop, me=None, proof=""
    )


def no_login(desk: Desk) -> Response:
    """Neither the demo nor the town's own accounts: there is no way in, and the page says so."""
    lines = (
        N_("Er is nog geen inlog ingesteld. Daarom is de werkplek dicht."),
        N_("Vraag de beheerder om de inlog van de gemeente te koppelen."),
    )
    return message(desk, None, 503, N_("De werkplek is nog niet open"), lines, home=False)


def not_here(desk: Desk, visit: Visit | None, family: str = "") -> Response:
    """The same page for what does not exist and for what is not hers.

    `family` is a handoff's id: a caseworker may look in there with a reason, if it exists.
    """
    lines = (
        N_("Deze pagina bestaat niet, of hoort bij een ander tandem."),
        N_("Alleen de twee collega’s van een gezin kunnen de antwoorden lezen."),
    )
    who = desk.person(visit.person) if visit else None
    more = None
    if who and who.role in CASEWORKERS and _ID.fullmatch(family):
        text = N_("Moet je nu toch in een gezin van een ander tandem kijken?")
        more = (desk.pages.say(text), f"{PREFIX}/overdracht/{family}/meekijken")
    return message(desk, visit, 404, N_("Niet gevonden"), lines, more=more)


def too_often(desk: Desk, visit: Visit | None, seconds: int) -> Response:
    """Too many tries. Nothing is lost: she may try again soon."""
    say = desk.pages.say
    wait = (
        say(N_("{n} seconden"), n=seconds)
        if seconds <= _SECONDS
        else say(N_("{n} minuten"), n=-(-seconds // 60))
    )
    lines = (
        N_("Dit ging vaker dan normaal. Voor de zekerheid wachten we even."),
        say(N_("Probeer het over {wait} nog eens. Er is niets veranderd."), wait=wait),
    )
    answer = message(desk, visit, 429, N_("Even rustig aan"), lines)
    answer.headers["retry-after"] = str(seconds)
    return answer


def no_data(desk: Desk) -> Response:
    """The database is away, locked or full."""
    lines = (
        N_("De werkplek kan nu niet bij de gegevens. Er is niets veranderd."),
        N_("Probeer het over een minuut nog eens. Er gaat niets verloren."),
    )
    return message(desk, None, 503, N_("Even geen verbinding"), lines)


def not_ours(desk: Desk) -> Response:
    """A form that did not come from one of our pages."""
    lines = (N_("Er is niets veranderd. Open de pagina opnieuw en probeer het nog eens."),)
    return message(desk, None, 403, N_("Dat ging niet door"), lines)


def message(
    desk: Desk,
    visit: Visit | None,
    status: int,
    title: str,
    lines: tuple[str, ...],
    *,
    home: bool = True,
    more: tuple[str, str] | None = None,
    again: bool = False,
) -> Response:
    """A page with a few lines. `more` is one quiet link; `again` leads to logging in."""
    say = desk.pages.say
    link = (say(N_("Naar mijn lijst")), PREFIX + "/") if home else None
    link = (say(N_("Opnieuw inloggen")), PREFIX + "/inloggen") if again else link
    return desk.pages.show(
        "message.html",
        status=status,
        title=say(title),
        lines=[say(line) for line in lines],
        link=link,
        more=more,
        hop="",
        me=desk.person(visit.person) if visit else None,
        proof=visit.form_token if visit else "",
    )
