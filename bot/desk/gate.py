"""The one door: every request passes the policy of its route before a view sees it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from bot.desk import auth, offer, policy
from bot.desk.auth import Visit, Visits
from bot.desk.book import Book, Deeds, Head
from bot.desk.policy import Access, Rule
from bot.desk.web import PREFIX, Pages, see
from bot.desk.words import N_, Words
from bot.service.ports import Clock
from casework.calendar import Calendar
from casework.municipality import Municipality, Person, Role

LONGEST_FIELD = 64
_FAMILY = re.compile(r"/overdracht/[A-Za-z0-9_-]{1,64}")
STAFF_ROLES = frozenset({Role.NEIGHBOURHOOD_WORKER, Role.CONSULTANT})


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
    address: str  # where browsers reach us
    demo: bool

    @property
    def secure(self) -> bool:
        """Whether browsers reach us over https."""
        return self.address.startswith("https:")

    def staff(self) -> list[Person]:
        """Who can be logged in: the people of the tandems."""
        return [p for p in self.municipality.people if p.role in STAFF_ROLES]

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

    @property
    def me(self) -> str:
        """Who is here; only on routes that ask for a login."""
        assert self.visit is not None
        return self.visit.person

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


View = Callable[[Call], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


def gated(route: str, view: View, desk: Desk) -> Endpoint:
    """The endpoint of this route behind its rule. Raises NoPolicy when it has none."""
    rule = policy.rule_of(route)

    async def endpoint(request: Request) -> Response:
        if not desk.demo:
            return no_login(desk)
        call = await _admit(request, desk, rule)
        if isinstance(call, Response):
            return call
        try:
            return await view(call)
        except PermissionError:  # the storage side looked again and refused
            return not_here(desk, call.visit)

    return endpoint


async def _admit(request: Request, desk: Desk, rule: Rule) -> Call | Response:
    now = desk.clock.now()
    cookie = request.cookies.get(auth.cookie_name(desk.secure), "")
    visit = desk.visits.find(cookie, now, awake=rule.awake) if cookie else None
    if rule.access is not Access.ANYONE and visit is None:
        if request.method == "POST" and (kept := await _unsent(request, desk)):
            return login_page(desk, _onward(request), gone=True, kept=kept, status=401)
        return _to_login(request, desk, rule, had_one=bool(cookie))
    form: dict[str, str] | None = None
    if request.method == "POST":
        form = await _fields(request)
        if not _ours(request, desk, form, visit if rule.access is not Access.ANYONE else None):
            return not_ours(desk)
    head = None
    if rule.access is Access.TANDEM:
        head = await desk.book.head(request.path_params["handoff"])
        if visit is None or not policy.opens(visit.person, head):
            return not_here(desk, visit)
    return Call(request, desk, rule, now, cookie, visit, head, form)


async def _fields(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=40) as sent:
        return {name: value for name, value in sent.items() if isinstance(value, str)}


def _ours(request: Request, desk: Desk, form: Mapping[str, str], visit: Visit | None) -> bool:
    if not auth.from_our_page(request.headers, desk.address):
        return False
    return visit is None or auth.token_fits(visit, form.get("bewijs", ""))


async def _unsent(request: Request, desk: Desk) -> dict[str, str]:
    """What she filled in while her visit ended. It waits in the login page, not with us."""
    if not auth.from_our_page(request.headers, desk.address):
        return {}
    return unsent(await _fields(request))


def unsent(fields: Mapping[str, str]) -> dict[str, str]:
    """The fields of a form that takes time to fill in, none of them words about a family."""
    found = {name: fields[name][:LONGEST_FIELD] for name in offer.FIELDS if name in fields}
    return found if any(name.startswith("dag-") for name in found) else {}


def login_page(
    desk: Desk, onward: str, *, gone: bool, kept: Mapping[str, str], status: int = 200
) -> Response:
    """Choose a person of the demo; `kept` goes along to the page she came from."""
    say = desk.pages.say
    roles = {
        say(N_("Wijkteam")): Role.NEIGHBOURHOOD_WORKER,
        say(N_("Sociale Dienst")): Role.CONSULTANT,
    }
    groups = [(title, [p for p in desk.staff() if p.role is role]) for title, role in roles.items()]
    return desk.pages.show(
        "login.html", status=status, groups=groups, onward=onward, gone=gone, kept=kept, me=None
    )


def _onward(request: Request) -> str:
    """The page behind what was asked: a form's own page, or the family it was about."""
    path = request.url.path.removeprefix(PREFIX)
    if request.method == "GET":
        return "" if path == "/" else path
    family = _FAMILY.match(path)
    return (path if path.endswith("/tijden") else family[0]) if family else ""


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
    link = (desk.pages.say(N_("Open de werkplek")), f"{request.url.path}?direct=1")
    title = desk.pages.say(N_("De werkplek gaat open"))
    return desk.pages.show(
        "message.html", title=title, lines=(), link=link, hop=link[1], me=None, proof=""
    )


def no_login(desk: Desk) -> Response:
    """Outside the demo there is no way in yet, and the page says so."""
    lines = (
        N_("Er is nog geen inlog ingesteld. Daarom is de werkplek dicht."),
        N_("Vraag de beheerder om de inlog van de gemeente te koppelen."),
    )
    return _message(desk, None, 503, N_("De werkplek is nog niet open"), lines, home=False)


def not_here(desk: Desk, visit: Visit | None) -> Response:
    """The same page for what does not exist and for what is not hers."""
    lines = (
        N_("Deze pagina bestaat niet, of hoort bij een ander tandem."),
        N_("Alleen de twee collega’s van een gezin kunnen de antwoorden lezen."),
    )
    return _message(desk, visit, 404, N_("Niet gevonden"), lines)


def no_data(desk: Desk) -> Response:
    """The database is away, locked or full."""
    lines = (
        N_("De werkplek kan nu niet bij de gegevens. Er is niets veranderd."),
        N_("Probeer het over een minuut nog eens. Er gaat niets verloren."),
    )
    return _message(desk, None, 503, N_("Even geen verbinding"), lines)


def not_ours(desk: Desk) -> Response:
    """A form that did not come from one of our pages."""
    lines = (N_("Er is niets veranderd. Open de pagina opnieuw en probeer het nog eens."),)
    return _message(desk, None, 403, N_("Dat ging niet door"), lines)


def _message(
    desk: Desk,
    visit: Visit | None,
    status: int,
    title: str,
    lines: tuple[str, ...],
    *,
    home: bool = True,
) -> Response:
    say = desk.pages.say
    return desk.pages.show(
        "message.html",
        status=status,
        title=say(title),
        lines=[say(line) for line in lines],
        link=(say(N_("Naar mijn lijst")), PREFIX + "/") if home else None,
        hop="",
        me=desk.person(visit.person) if visit else None,
        proof=visit.form_token if visit else "",
    )
