"""The desk's routes, each under its policy; the composition root mounts them."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ExceptionHandler, Scope

from bot.desk import (
    acts,
    dialling,
    policy,
    programme_pages,
    told,
    urgency,
    views,
    words,
    worklist,
)
from bot.desk.access import by_code, login, looking_in, oversight, referrers
from bot.desk.access.limits import Limits
from bot.desk.access.ports import Codes, Glass, Oversight
from bot.desk.access.providers import OnTheirWay, Provider
from bot.desk.acting import routes as acting_routes
from bot.desk.acting.ports import Acting
from bot.desk.agenda import page as agenda_page
from bot.desk.agenda.ports import Agenda
from bot.desk.auth import Visits
from bot.desk.book import Book, Deeds
from bot.desk.gate import Desk, View, gated
from bot.desk.guide import page as guide_page
from bot.desk.live import page as live_page
from bot.desk.live.streams import Live, Patience
from bot.desk.rooms import Programmes
from bot.desk.web import HERE, PREFIX, Guarded, Pages, Translate
from bot.desk.words import Words
from bot.service.ports import Clock
from casework.calendar import Calendar
from casework.municipality import Municipality
from storage.trouble import TROUBLE
from storage.vault import Vault

LARGEST_FORM = 64 * 1024  # bytes
_FAMILY = "/overdracht/{handoff:str}"

ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("login", "GET", "/inloggen", login.door),
    ("enter", "POST", "/inloggen", login.enter),
    ("begin", "POST", "/inloggen/gemeente", login.begin),
    ("return", "GET", login.BACK, login.come_back),
    ("enter_code", "POST", "/inloggen/code", by_code.enter),
    ("leave", "POST", "/uitloggen", login.leave),
    ("counts", "GET", "/overzicht", oversight.counts),
    ("operations", "GET", "/beheer", oversight.operations),
    *referrers.ROUTES,
    ("list", "GET", "/", worklist.work_list),
    ("list_part", "GET", "/lijst", worklist.part),
    ("list_live", "GET", "/leven", live_page.of_list),
    ("stamp", "GET", "/stand", views.stamp),
    ("notice_seen", "POST", "/melding/{number:int}/gezien", acts.notice_seen),
    ("handoff", "GET", _FAMILY, views.handoff),
    ("family_live", "GET", _FAMILY + "/leven", live_page.of_family),
    ("look_in_form", "GET", _FAMILY + "/meekijken", looking_in.form),
    ("look_in", "POST", _FAMILY + "/meekijken", looking_in.begin),
    ("attachment", "GET", _FAMILY + "/bijlage/{attachment:str}", views.attachment),
    ("claim", "POST", _FAMILY + "/oppakken", acts.claim),
    ("offer_form", "GET", _FAMILY + "/tijden", views.offer_form),
    ("offer", "POST", _FAMILY + "/tijden", acts.offer_times),
    ("withdraw", "POST", _FAMILY + "/tijden/intrekken", acts.withdraw),
    ("held", "POST", _FAMILY + "/gesprek/{number:int}/gesproken", acts.held),
    ("missed", "POST", _FAMILY + "/gesprek/{number:int}/gemist", acts.missed),
    ("not_held", "POST", _FAMILY + "/gesprek/{number:int}/toch-gemist", acts.not_held),
    ("not_missed", "POST", _FAMILY + "/gesprek/{number:int}/toch-gesproken", acts.not_missed),
    ("cancel", "POST", _FAMILY + "/gesprek/{number:int}/afzeggen", acts.cancel),
    ("task_done", "POST", _FAMILY + "/taak/{number:int}/klaar", acts.task_done),
    ("alert_seen", "POST", _FAMILY + "/melding/{number:int}/gezien", acts.alert_seen),
    ("release", "POST", _FAMILY + "/herinneringen", acts.release),
    *acting_routes.ROUTES,
    *programme_pages.ROUTES,
    *agenda_page.ROUTES,
    *guide_page.ROUTES,
    ("nowhere", "GET", "/{rest:path}", acts.nowhere),
)


@dataclass(frozen=True, slots=True)
class Deps:
    """What the desk is given. `demo`: one may log in by choosing a person."""

    municipality: Municipality
    book: Book
    deeds: Deeds
    clock: Clock
    calendar: Calendar
    translate: Translate
    address: str  # where browsers reach us, without a trailing slash
    demo: bool
    glass: Glass
    oversight: Oversight
    codes: Codes
    programmes: Programmes
    vault: Vault
    provider: Provider | None = None  # the town's own accounts
    agenda: Agenda | None = None
    acting: Acting | None = None
    patience: Patience = field(default_factory=Patience)


class _Static(StaticFiles):
    """Style sheets and icons: nothing of a family, so a browser may keep them a while."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, with how long it may be kept."""
        answer = await super().get_response(path, scope)
        answer.headers["cache-control"] = "public, max-age=300"
        return answer


def theme_of(town: Municipality) -> str:
    """The style sheet with this town's own tokens, below /static; "" for the neutral look."""
    sheet = f"themes/{town.id}.css"
    return sheet if (HERE / "static" / sheet).is_file() else ""


def routes(deps: Deps) -> list[BaseRoute]:
    """The desk under its prefix. Raises NoPolicy when a route has no rule."""
    desk = _desk(deps)
    policy.rule_of("static")
    files, small = _Static(directory=HERE / "static"), Middleware(GZipMiddleware)
    # Only these are packed: a page with secrets and words of others in it must not be.
    inside: list[BaseRoute] = [Mount("/static", files, name="static", middleware=[small])]
    inside += [
        Route(path, gated(name, view, desk), methods=[method], name=name, max_body_size=_most(name))
        for name, method, path, view in ROUTES
    ]

    async def lost(_request: Request, _error: Exception) -> Response:
        return told.not_here(desk, None)

    async def away(_request: Request, _error: Exception) -> Response:
        return told.no_data(desk)

    handlers: dict[type[Exception], ExceptionHandler] = dict.fromkeys(TROUBLE, away)
    layers = [
        Middleware(Guarded, secure=desk.secure),
        Middleware(ExceptionMiddleware, handlers=handlers | {HTTPException: lost}),
    ]
    return [Mount(PREFIX, routes=inside, middleware=layers)]


def _most(route: str) -> int:
    """The bytes that a form may have here."""
    return LARGEST_FORM + policy.rule_of(route).upload


def _desk(deps: Deps) -> Desk:
    place = {"place": deps.municipality.name, "demo": deps.demo, "blanks": views.blanks} | _RULES
    place["theme"] = theme_of(deps.municipality)
    pages = Pages(deps.translate, _TABLES | place)
    desk = Desk(
        municipality=deps.municipality,
        book=deps.book,
        deeds=deps.deeds,
        clock=deps.clock,
        calendar=deps.calendar,
        pages=pages,
        words=Words(pages.say, deps.calendar, deps.municipality.debts),
        visits=Visits(),
        vault=deps.vault,
        address=deps.address,
        demo=deps.demo,
        glass=deps.glass,
        oversight=deps.oversight,
        codes=deps.codes,
        programmes=deps.programmes,
        limits=Limits(),
        on_their_way=OnTheirWay(),
        provider=deps.provider,
        agenda=deps.agenda,
        acting=deps.acting,
        live=Live(deps.book, deps.patience),
    )
    pages.share(words=desk.words, name=desk.name, district=desk.district)
    pages.share(rules=deps.municipality.desk, arrears_run=lambda: deps.programmes.arrears.runs)
    pages.share(reach=deps.municipality.arrears)
    return desk


_RULES = {
    "ahead": views.talk_ahead,
    "to_correct": views.to_correct,
    "before_talk": views.before_talk,
    "cannot_wait": urgency.cannot_wait,
    "in_danger": urgency.in_danger,
    "deadline": urgency.deadline,
    "ordered": urgency.ordered,
    "dial": dialling.linked,
    "tel": dialling.address,
}
_TABLES = (
    acting_routes.TABLES
    | programme_pages.TABLES
    | {  # for the templates
        "REASONS": words.REASONS,
        "STATES": words.STATES,
        "TASKS": words.TASKS,
        "ALERTS": words.ALERTS,
        "PLACES": words.PLACES,
        "TALKS": words.TALKS,
        "FILES": words.FILES,
        "DELIVERIES": words.DELIVERIES,
        "MESSAGES": words.MESSAGES,
    }
)
