"""One web application: the parents' chat, the tandem's pages, Telegram's calls."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from bot.app.rooms import programmes
from bot.channels import webchat
from bot.channels.webchat_copy_store import StoredCopies
from bot.channels.webchat_ports import Deps as ChatDeps
from bot.channels.webchat_ports import Front, Signer
from bot.channels.webchat_store import StoredLine
from bot.desk import app as desk
from bot.desk.access.providers import Provider
from bot.desk.access.stored import StoredGlass, StoredOversight
from bot.desk.agenda import feed
from bot.desk.agenda.stored import StoredAgenda
from bot.desk.stored import StoredBook
from bot.service.core import Core
from bot.service.referrer_codes import ReferrerCodes
from bot.service.wording import LOCALES
from bot.settings import Settings
from casework.municipality import Hours, Municipality
from casework.phones import spoken
from dialogs.catalogue import DOMAINS, Catalogue
from storage.vault import Vault

if TYPE_CHECKING:
    from bot.channels.telegram_source import Source

GRACE = 1  # seconds for open pages when we stop
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def application(
    settings: Settings, core: Core, chat: webchat.WebChat, sources: Sequence[Source]
) -> ASGIApp:
    """All pages, and the addresses that Telegram calls in webhook mode."""
    routes: list[BaseRoute] = [Route("/gezond", _healthy)]
    agenda = StoredAgenda(core.database, core.house)
    routes += feed.routes(agenda.opened_by)
    routes += desk.routes(replace(_desk(settings, core), agenda=agenda))
    routes += webchat.routes(_chat(settings, core, chat))
    return _called(settings, sources, Starlette(routes=routes))


async def _healthy(_request: Request) -> Response:
    """For who watches over the service: the process answers."""
    return PlainTextResponse("ok")


def _called(settings: Settings, sources: Sequence[Source], pages: ASGIApp) -> ASGIApp:
    if settings.telegram_mode != "webhook" or not sources or settings.telegram_secret is None:
        return pages
    from bot.channels import webhook

    return webhook.Door(sources, settings.telegram_secret.get_secret_value(), pages)


def _chat(settings: Settings, core: Core, chat: webchat.WebChat) -> ChatDeps:
    vault = Vault(settings.master_key())
    words = {form: Catalogue.load(LOCALES, form).translate for form in DOMAINS}
    return ChatDeps(
        line=StoredLine(core.database, core.intake, core.house.clock, core.find),
        signer=Signer(vault.hash),
        clock=core.house.clock,
        bells=chat.bells,
        front=_front(core.house.municipality),
        words=words,
        public_url=core.house.address,
        copies=StoredCopies(core.database, core.house),
    )


def _front(town: Municipality) -> Front:
    return Front(
        bot=town.bot,
        team=town.team,
        phone=spoken(town.team_phone),
        hours=_hours(town),
        helplines=tuple(
            (_HARD_MOMENTS[line.id], line.number)
            for line in town.helplines
            if line.id in _HARD_MOMENTS
        ),
    )


_HARD_MOMENTS = {  # on the first page: reachable day and night
    "112": "Direct gevaar",
    "113": "Gedachten aan zelfmoord",
    "veilig_thuis": "Geweld thuis",
}


def _hours(town: Municipality) -> str:
    """ "maandag tot en met vrijdag, 8:30 tot 17:00 uur"; each day named when they differ."""
    days = sorted(town.office_hours.days.items())
    if not days:
        return ""
    first, last = days[0][0], days[-1][0]
    same = {hours for _, hours in days}
    if len(same) == 1 and last - first + 1 == len(days) and len(days) > 1:
        return f"{_DAYS[first]} tot en met {_DAYS[last]}, {_span(days[0][1])}"
    return "; ".join(f"{_DAYS[day]} {_span(hours)}" for day, hours in days)


def _span(hours: Hours) -> str:
    start, end = (f"{at.hour}:{at:%M}" for at in (hours.start, hours.end))
    return f"{start} tot {end} uur"


def _desk(settings: Settings, core: Core) -> desk.Deps:
    house = core.house
    translate = Catalogue.load(LOCALES, "je").translate
    book = StoredBook(
        core.database,
        house.library,
        house.municipality,
        house.calendar,
        house.clock,
        lambda msgid, **facts: translate("", msgid).format_map(facts),
    )
    return desk.Deps(
        municipality=house.municipality,
        book=book,
        deeds=core.tandem,
        clock=house.clock,
        calendar=house.calendar,
        translate=translate,
        address=house.address,
        demo=settings.demo,
        glass=StoredGlass(core.database, house.clock),
        oversight=StoredOversight(core.database, house.municipality, house.clock),
        codes=ReferrerCodes(core.database, house),
        provider=_provider(settings),
        acting=core.room,
        programmes=programmes(core.database, house, core.turns.wake.set),
        vault=Vault(settings.master_key()),
    )


def _provider(settings: Settings) -> Provider | None:
    """The town's own accounts, where they are configured; only then their library is loaded."""
    if not settings.oidc_issuer:
        return None
    from bot.desk.access.oidc import Oidc

    assert settings.oidc_client_secret is not None  # the settings saw to it
    secret = settings.oidc_client_secret.get_secret_value()
    return Oidc(settings.oidc_issuer, settings.oidc_client_id, secret)


class _Server(uvicorn.Server):
    """uvicorn, but signals are ours: the other loops must hear them too."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals alone."""
        yield


def server(application: ASGIApp) -> uvicorn.Server:
    """The server for these pages; it logs nothing of what people ask for."""
    return _Server(
        uvicorn.Config(
            application,
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE,
        )
    )
