"""The one door: every request passes the policy of its route before a view sees it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from bot.desk import auth, fields, policy, told
from bot.desk.access import unsent
from bot.desk.access.limits import Limits
from bot.desk.access.ports import Codes, Glass, Oversight
from bot.desk.access.providers import OnTheirWay, Provider
from bot.desk.acting.ports import Acting
from bot.desk.agenda.ports import Agenda
from bot.desk.auth import Visit, Visits
from bot.desk.book import Book, Deeds, Head
from bot.desk.live.streams import Live
from bot.desk.policy import Access, Rule
from bot.desk.rooms import Programmes
from bot.desk.web import PREFIX, Pages, see
from bot.desk.words import N_, Words
from bot.service.ports import Clock
from casework.calendar import Calendar
from casework.municipality import Municipality, Person, Role
from casework.referrals import referrers
from storage.vault import Vault

FORMS = ("/tijden", "/bericht")  # pages of a form, at the address that the form goes to
_FAMILY = re.compile(r"/overdracht/[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the pages need; made once."""

    municipality: Municipality
    book: Book
    deeds: Deeds
    clock: Clock
    calendar: Calendar
    pages: Pages
    words: Words
    visits: Visits
    vault: Vault  # seals what a browser carries
    address: str  # where browsers reach us
    demo: bool
    glass: Glass
    oversight: Oversight
    codes: Codes
    programmes: Programmes
    limits: Limits
    on_their_way: OnTheirWay
    provider: Provider | None = None  # who knows our colleagues; None: no such login
    agenda: Agenda | None = None
    acting: Acting | None = None  # None where nobody acts, in a test
    live: Live | None = None  # None: pages ask now and then

    @property
    def secure(self) -> bool:
        """Whether browsers reach us over https."""
        return self.address.startswith("https:")

    def staff(self) -> list[Person]:
        """Who can be logged in: everybody who has something to do here."""
        return [p for p in self.municipality.people if policy.comes_in(p)]

    def person(self, person_id: str) -> Person | None:
        """The colleague with this id; None when she no longer works here."""
        return next((p for p in self.municipality.people if p.id == person_id), None)

    def name(self, person_id: str) -> str:
        """A colleague's name; the id when she no longer works here."""
        person = self.person(person_id)
        return person.name if person else person_id

    def district(self, district_id: str) -> str:
        """A district's name, as people use it."""
        labels = {d.id: d.label for d in self.municipality.districts}
        return labels.get(district_id, district_id) or self.pages.say(N_("wijk onbekend"))


@dataclass(frozen=True, slots=True)
class Call:
    """One request that passed the gate."""

    request: Request
    desk: Desk
    rule: Rule
    now: datetime
    cookie: str = ""
    visit: Visit | None = None
    head: Head | None = None
    form: Mapping[str, str] | None = None
    upload: bytes = b""  # the file of the form, where the rule allows one
    looks_in: bool = False  # a colleague outside the tandem, with a reason

    @property
    def me(self) -> str:
        """Who is here; only on routes that ask for a login."""
        assert self.visit is not None
        return self.visit.person

    @property
    def agenda(self) -> Agenda:
        """Addresses of calendars."""
        assert self.desk.agenda is not None
        return self.desk.agenda

    @property
    def handoff(self) -> Head:
        """The handoff in the path; only on routes of a tandem."""
        assert self.head is not None
        return self.head

    @property
    def fields(self) -> Mapping[str, str]:
        """What the form sent; only on POST routes."""
        assert self.form is not None
        return self.form

    @property
    def mark(self) -> str:
        """The form's own mark, so that sending it twice counts once; a new one without."""
        return self.fields.get("eenmaal", "")[:64] or fields.once()

    @property
    def number(self) -> int:
        """The number in the path; only on routes of one thing."""
        return int(self.request.path_params["number"])

    @property
    def today(self) -> date:
        """The local day."""
        return self.desk.calendar.wall(self.now).date()


ROLES: Mapping[Role, str] = {
    Role.NEIGHBOURHOOD_WORKER: N_("Wijkteam"),
    Role.CONSULTANT: N_("Sociale Dienst"),
    Role.COORDINATOR: N_("Coördinatie"),
    Role.ESCALATION_OFFICER: N_("Als het vastloopt"),
    Role.ADMINISTRATOR: N_("Beheer"),
    Role.INTERMEDIARY: N_("Verwijzer"),
}
View = Callable[[Call], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


def gated(route: str, view: View, desk: Desk) -> Endpoint:
    """The endpoint of this route behind its rule. Raises NoPolicy when it has none."""
    rule = policy.rule_of(route)

    async def endpoint(request: Request) -> Response:
        if not desk.demo and desk.provider is None:
            return told.no_login(desk)
        call = await _admit(request, desk, rule)
        if isinstance(call, Response):
            return call
        try:
            return await view(call)
        except PermissionError:  # the storage side looked again and refused
            return told.not_here(desk, call.visit)

    return endpoint


async def _admit(request: Request, desk: Desk, rule: Rule) -> Call | Response:
    now = desk.clock.now()
    cookie = request.cookies.get(auth.cookie_name(desk.secure), "")
    visit = desk.visits.find(cookie, now, awake=rule.awake) if cookie else None
    who = desk.person(visit.person) if visit else None
    if request.method == "POST" and (seconds := _too_often(request, desk, visit, now)):
        return told.too_often(desk, visit, seconds)
    if rule.access is not Access.ANYONE and who is None:
        if request.method == "POST" and (kept := await _unsent(request, desk, rule, cookie, now)):
            return login_page(desk, _onward(request), gone=True, kept=kept, status=401)
        return _to_login(request, desk, rule, had_one=bool(cookie))
    form: dict[str, str] | None = None
    upload = b""
    if request.method == "POST":
        form, upload = await fields.read(request, rule.upload)
        if not _ours(request, desk, form, visit if rule.access is not Access.ANYONE else None):
            return told.not_ours(desk)
    head = await _head(request, desk, rule)
    looks_in = await _looks_in(desk, rule, who, head)
    if not policy.admits(rule, who, head, looks_in=looks_in):
        return _elsewhere(request, desk, rule, visit)
    return Call(request, desk, rule, now, cookie, visit, head, form, upload, looks_in)


async def _head(request: Request, desk: Desk, rule: Rule) -> Head | None:
    """The handoff in the path, where the rule asks whose it is."""
    if rule.access not in (Access.TANDEM, Access.ESCALATED):
        return None
    return await desk.book.head(request.path_params["handoff"])


async def _looks_in(desk: Desk, rule: Rule, who: Person | None, head: Head | None) -> bool:
    """Whether a colleague outside the tandem gave a reason that still lasts."""
    if not rule.glass or who is None or head is None or policy.opens(who.id, head):
        return False
    return await desk.glass.lasts(who.id, head.id)


def _too_often(request: Request, desk: Desk, visit: Visit | None, now: datetime) -> int:
    """The seconds to wait, when too many forms came from this address or this person."""
    wait = desk.limits.wait("form_address", address_of(request), now)
    return max(wait, desk.limits.wait("form_person", visit.person, now) if visit else 0)


def address_of(request: Request) -> str:
    """Where the request comes from, as the server saw it."""
    return request.client.host if request.client else ""


def _elsewhere(request: Request, desk: Desk, rule: Rule, visit: Visit | None) -> Response:
    """Not for her. A page of another role leads to her own; a family seems not to be there."""
    who = desk.person(visit.person) if visit else None
    page = rule.access is Access.STAFF and rule.awake and request.method == "GET"
    if page and who and who.role in policy.HOMES and who.role not in rule.roles:
        return see(policy.HOMES[who.role])
    family = request.path_params.get("handoff", "") if rule.glass else ""
    return told.not_here(desk, visit, family)


def _ours(request: Request, desk: Desk, form: Mapping[str, str], visit: Visit | None) -> bool:
    if not auth.from_our_page(request.headers, desk.address):
        return False
    return visit is None or auth.token_fits(visit, form.get("bewijs", ""))


async def _unsent(request: Request, desk: Desk, rule: Rule, cookie: str, now: datetime) -> str:
    """What she filled in while her visit ended, sealed. It waits in the login page, not with us."""
    if not cookie or not auth.from_our_page(request.headers, desk.address):
        return ""
    person = desk.visits.whose(cookie, now)
    if not person and rule.access is Access.STAFF:  # of a family the rule says who may read it
        return ""
    form, _ = await fields.read(request, rule.upload)
    path = request.url.path.removeprefix(PREFIX)
    return unsent.sealed(desk.vault, unsent.of_form(path, form, person), now)


def login_page(
    desk: Desk,
    onward: str,
    *,
    gone: bool,
    kept: str = "",
    farewell: str = "",
    code_says: str = "",
    status: int = 200,
) -> Response:
    """Where one logs in. `kept`: a form that comes back after it; `farewell`: out at the town's;
    `code_says`: why a code did not open."""
    staff = desk.staff() if desk.demo else []
    groups = [
        (desk.pages.say(title), [p for p in staff if p.role is role])
        for role, title in ROLES.items()
    ]
    return desk.pages.show(
        "login.html",
        status=status,
        groups=[group for group in groups if group[1]],
        account=desk.provider is not None,
        by_code=bool(referrers(desk.municipality)),
        code_says=code_says,
        onward=onward,
        gone=gone,
        kept=kept,
        farewell=farewell,
        me=None,
    )


def _onward(request: Request) -> str:
    """The page behind what was asked: a form's own page, or the family it was about."""
    path = request.url.path.removeprefix(PREFIX)
    if request.method == "GET":
        return "" if path == "/" else path
    family = _FAMILY.match(path)
    return (path if path.endswith(FORMS) else family[0]) if family else ""


def _to_login(request: Request, desk: Desk, rule: Rule, *, had_one: bool) -> Response:
    if not rule.awake:  # asked by a script of the page
        return Response(status_code=401)
    if _came_by_link(request):
        return _hop(request, desk)
    onward = _onward(request)
    query = {"naar": onward} if onward else {}
    query |= {"weg": "1"} if had_one else {}
    return see("/inloggen" + (f"?{urlencode(query)}" if query else ""))


def _came_by_link(request: Request) -> bool:
    """A link in a mail or chat: the browser keeps our strict cookie back on that first hop."""
    foreign = request.headers.get("sec-fetch-site") in {"cross-site", "same-site"}
    return foreign and request.method == "GET" and "direct" not in request.query_params


def _hop(request: Request, desk: Desk) -> Response:
    return told.hop_to(desk, f"{request.url.path}?direct=1")
