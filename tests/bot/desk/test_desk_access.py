"""Who may open what: the whole matrix of routes and people, forms from elsewhere, and visits."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from starlette.routing import BaseRoute, Mount, Route
from starlette.testclient import TestClient

from bot.desk import app as desk_app
from bot.desk import policy
from bot.desk.auth import IDLE, LONGEST, Visits
from bot.desk.policy import Access, NoPolicy
from bot.service.clock import SetClock
from tests.bot.desk import standin
from tests.bot.desk.standin import NOW, OURS, THEIRS, VOICE, Shelf

OWN_SITE = {"sec-fetch-site": "same-origin"}
PREFIX = "/werkplek"


def client(shelf: Shelf, *, clock: SetClock | None = None, **more: object) -> TestClient:
    deps = standin.deps(shelf, **more)  # type: ignore[arg-type]
    if clock:
        deps = replace(deps, clock=clock)
    base = str(more.get("address", "http://testserver"))
    return TestClient(standin.app(deps), base_url=base, follow_redirects=False)


def enter(who: TestClient, person: str) -> None:
    answer = who.post(f"{PREFIX}/inloggen", data={"wie": person}, headers=OWN_SITE)
    assert answer.status_code == 303
    role = standin.MUNICIPALITY.person(person).role
    assert answer.headers["location"] == PREFIX + policy.HOMES[role]


def proof(who: TestClient) -> str:
    found = re.search(r'name="bewijs" value="([^"]+)"', who.get(f"{PREFIX}/").text)
    assert found
    return found[1]


def path_of(template: str, handoff: str) -> str:
    filled = template.replace("{handoff:str}", handoff).replace("{number:int}", "3")
    filled = filled.replace("{attachment:str}", VOICE).replace("{rest:path}", "elders")
    filled = filled.replace("{script:str}", "intake").replace("{step:str}", "call_name")
    assert "{" not in filled
    return PREFIX + filled


def ask(who: TestClient, method: str, path: str, sent: dict[str, str]) -> int:
    if method == "POST":
        return who.post(path, data=sent, headers=OWN_SITE).status_code
    return who.get(path).status_code


# --- every route has a rule ------------------------------------------------------------


def leaves(routes: list[BaseRoute]) -> list[BaseRoute]:
    found: list[BaseRoute] = []
    for route in routes:
        inner = list(route.routes) if isinstance(route, Mount) else []
        found += leaves(inner) if inner else [route]
    return found


def test_every_route_has_a_rule_and_every_rule_a_route() -> None:
    built = leaves(desk_app.routes(standin.deps(standin.shelf())))
    names = [str(route.name) for route in built if isinstance(route, Route | Mount)]
    assert len(names) == len(built) > 10
    assert sorted(names) == sorted(policy.RULES)
    assert len(set(names)) == len(names)


def test_a_route_without_a_rule_is_not_built(monkeypatch: pytest.MonkeyPatch) -> None:
    extra = ("forgotten", "GET", "/vergeten", desk_app.ROUTES[0][3])
    monkeypatch.setattr(desk_app, "ROUTES", (*desk_app.ROUTES, extra))
    with pytest.raises(NoPolicy):
        desk_app.routes(standin.deps(standin.shelf()))


def test_family_data_only_hangs_under_a_tandem_rule() -> None:
    under = [(name, path) for name, _, path, _ in desk_app.ROUTES if "{handoff" in path]
    assert len(under) > 5
    owned = (Access.TANDEM, Access.ESCALATED)
    open_to_more = [n for n, _ in under if policy.rule_of(n).access not in owned]
    assert open_to_more == ["look_in_form", "look_in"]  # they show nothing of a family


# --- the matrix ------------------------------------------------------------------------

MATRIX = [(name, method, path) for name, method, path, _ in desk_app.ROUTES]


@pytest.mark.parametrize(("name", "method", "path"), MATRIX)
def test_without_a_login_nothing_opens_but_the_door(name: str, method: str, path: str) -> None:
    shelf = standin.busy()
    stranger = client(shelf)
    status = ask(stranger, method, path_of(path, OURS), {"bewijs": "x"})
    rule = policy.rule_of(name)
    doors = {"login": 200, "enter": 303, "begin": 404, "return": 404, "nowhere": 404}
    doors["enter_code"] = 403  # nothing was typed
    expected = doors.get(name, 303 if rule.awake else 401)
    assert status == expected
    assert (shelf.deeds, shelf.read) == ([], [])


@pytest.mark.parametrize("handoff", [THEIRS, "z" * 32])
@pytest.mark.parametrize(
    ("name", "method", "path"),
    [row for row in MATRIX if policy.rule_of(row[0]).access is Access.TANDEM],
)
def test_of_another_tandem_nothing_is_seen_or_done(
    name: str, method: str, path: str, handoff: str
) -> None:
    shelf = standin.busy()
    sanne = client(shelf)
    enter(sanne, "sanne")
    token = proof(sanne)
    shelf.deeds.clear()
    assert ask(sanne, method, path_of(path, handoff), {"bewijs": token}) == 404
    assert (shelf.deeds, shelf.read) == ([], [])


@pytest.mark.parametrize("person", ["sanne", "karim"])
@pytest.mark.parametrize(("name", "method", "path"), MATRIX)
def test_both_owners_open_and_do_everything(name: str, method: str, path: str, person: str) -> None:
    shelf = standin.busy()
    owner = client(shelf)
    enter(owner, person)
    sent = {"bewijs": proof(owner), "wie": person}
    status = ask(owner, method, path_of(path, OURS), sent)
    others = dict.fromkeys(("nowhere", "begin", "return"), 404) | {"offer": 422, "look_in": 422}
    others |= {"enter_code": 403, "referrers": 303}
    others |= {"write": 422, "hint": 200, "note_to_her": 200}  # no words yet; pages to look at
    others |= {"mark_away": 422, "correct": 422}
    home = (
        "counts",
        "escalated",
        "ledger",
        "operations",
        "refer_form",
        "refer_child_form",
        "ideas",
    )
    others |= dict.fromkeys(home, 303)  # to her own page
    not_hers = ("refer", "refer_child", "ledger_spent", "idea_read", "idea_answer")
    codes = ("referrer_code", "referrer_renew", "referrer_withdraw")
    others |= dict.fromkeys((*not_hers, *codes), 404)
    others |= {name: 404 for name, *_ in MATRIX if policy.rule_of(name).access is Access.ESCALATED}
    others |= {"breakthrough_ask": 422}
    others |= {"signal_add": 422, "signals_import": 422}  # nothing was filled in
    others |= {"signal_letter": 200, "welcome": 200}  # their codes are in that answer only
    others |= dict.fromkeys(("council", "council_csv", "council_text"), 303)
    others |= {"agenda_renew": 200}  # the address is in that answer only
    others |= {"guide_try": 200}  # what was tried is kept in that answer only
    expected = others.get(name, 303 if method == "POST" else 200)
    assert status == expected


def test_what_is_not_hers_looks_like_what_does_not_exist() -> None:
    sanne = client(standin.shelf())
    enter(sanne, "sanne")
    theirs = sanne.get(f"{PREFIX}/overdracht/{THEIRS}").text
    nothing = sanne.get(f"{PREFIX}/overdracht/{'z' * 32}").text
    assert theirs.replace(THEIRS, "") == nothing.replace("z" * 32, "")
    assert "Niet gevonden" in theirs


def test_the_list_holds_only_own_families_and_no_answers() -> None:
    shelf = standin.busy()
    sanne = client(shelf)
    enter(sanne, "sanne")
    page = sanne.get(f"{PREFIX}/").text
    assert OURS in page
    assert THEIRS not in page
    assert "06 12 34 56 78" not in page
    assert "deurwaarder" not in page
    assert "liefst na half 10" not in page  # her words wait on the summary


# --- forms -----------------------------------------------------------------------------

CLAIM = f"{PREFIX}/overdracht/{OURS}/oppakken"


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://kwaad.example"},
        {"origin": "null"},
        {},
    ],
)
def test_a_form_from_elsewhere_does_nothing(headers: dict[str, str]) -> None:
    shelf = standin.shelf()
    sanne = client(shelf)
    enter(sanne, "sanne")
    answer = sanne.post(CLAIM, data={"bewijs": proof(sanne)}, headers=headers)
    assert answer.status_code == 403
    assert shelf.deeds == []


@pytest.mark.parametrize("token", ["", "x", "é"])
def test_a_form_without_the_visit_s_token_does_nothing(token: str) -> None:
    shelf = standin.shelf()
    sanne = client(shelf)
    enter(sanne, "sanne")
    assert sanne.post(CLAIM, data={"bewijs": token}, headers=OWN_SITE).status_code == 403
    assert shelf.deeds == []


def test_another_visit_s_token_does_nothing() -> None:
    shelf = standin.shelf()
    sanne, karim = client(shelf), client(shelf)
    enter(sanne, "sanne")
    enter(karim, "karim")
    sent = {"bewijs": proof(karim)}
    assert sanne.post(CLAIM, data=sent, headers=OWN_SITE).status_code == 403


def test_an_old_browser_may_show_where_it_comes_from() -> None:
    shelf = standin.shelf()
    sanne = client(shelf)
    enter(sanne, "sanne")
    sent, headers = {"bewijs": proof(sanne)}, {"origin": "http://testserver"}
    assert sanne.post(CLAIM, data=sent, headers=headers).status_code == 303
    assert shelf.deeds == [("claim", OURS, "sanne")]


def test_a_login_form_from_elsewhere_does_nothing() -> None:
    stranger = client(standin.shelf())
    headers = {"sec-fetch-site": "cross-site"}
    answer = stranger.post(f"{PREFIX}/inloggen", data={"wie": "sanne"}, headers=headers)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


# --- visits ----------------------------------------------------------------------------


def test_fifteen_quiet_minutes_end_a_visit() -> None:
    clock = SetClock(NOW)
    sanne = client(standin.shelf(), clock=clock)
    enter(sanne, "sanne")
    clock.set(NOW + IDLE)
    assert sanne.get(f"{PREFIX}/").status_code == 200
    clock.set(NOW + 2 * IDLE)
    assert sanne.get(f"{PREFIX}/stand").status_code == 200  # the page's own asking …
    clock.set(NOW + 2 * IDLE + timedelta(seconds=1))
    assert sanne.get(f"{PREFIX}/stand").status_code == 401  # … does not keep it awake
    answer = sanne.get(f"{PREFIX}/overdracht/{OURS}")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{PREFIX}/inloggen?naar=%2Foverdracht%2F{OURS}&weg=1"


def test_a_visit_ends_after_a_working_day() -> None:
    visits = Visits()
    cookie, at = visits.begin("sanne", NOW), NOW
    while at - NOW <= LONGEST:
        assert visits.find(cookie, at) is not None
        at += IDLE
    assert visits.find(cookie, at) is None


def test_each_login_has_a_new_id_and_the_old_one_is_void() -> None:
    shelf = standin.shelf()
    planted = {"cookie": "stapje-desk=chosen-by-someone-else"}
    first, second = client(shelf), client(shelf)
    answer = first.post(f"{PREFIX}/inloggen", data={"wie": "sanne"}, headers=OWN_SITE | planted)
    old = answer.cookies["stapje-desk"]
    assert old != "chosen-by-someone-else"
    enter(first, "sanne")
    assert first.cookies["stapje-desk"] != old
    second.cookies.set("stapje-desk", old)
    assert second.get(f"{PREFIX}/").status_code == 303


def test_logging_out_ends_the_visit_for_every_copy_of_the_cookie() -> None:
    shelf = standin.shelf()
    sanne = client(shelf)
    enter(sanne, "sanne")
    cookie, other = sanne.cookies["stapje-desk"], client(shelf)
    sent = {"bewijs": proof(sanne)}
    answer = sanne.post(f"{PREFIX}/uitloggen", data=sent, headers=OWN_SITE)
    assert answer.status_code == 303
    other.cookies.set("stapje-desk", cookie)
    assert other.get(f"{PREFIX}/").status_code == 303


def test_the_cookie_is_strict_and_bound_to_the_host() -> None:
    address = "https://werk.example"
    shelf = standin.shelf()
    secure = client(shelf, address=address)
    answer = secure.post(f"{PREFIX}/inloggen", data={"wie": "sanne"}, headers=OWN_SITE)
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-stapje-desk=")
    for part in ("HttpOnly", "SameSite=strict", "Secure", "Path=/"):
        assert part in cookie
    assert "Domain" not in cookie
    assert "max-age" in answer.headers["strict-transport-security"]


@pytest.mark.parametrize(
    "onward",
    ["https://kwaad.example", "//kwaad.example", "/overdracht/../../x", "/overdracht/x\r\ny"],
)
def test_login_leads_nowhere_else(onward: str) -> None:
    stranger = client(standin.shelf())
    sent = {"wie": "sanne", "naar": onward}
    answer = stranger.post(f"{PREFIX}/inloggen", data=sent, headers=OWN_SITE)
    assert answer.headers["location"] == f"{PREFIX}/"


def test_login_leads_to_the_handoff_one_came_for() -> None:
    stranger = client(standin.shelf())
    sent = {"wie": "sanne", "naar": f"/overdracht/{OURS}"}
    answer = stranger.post(f"{PREFIX}/inloggen", data=sent, headers=OWN_SITE)
    assert answer.headers["location"] == f"{PREFIX}/overdracht/{OURS}"


@pytest.mark.parametrize("person", ["noor", "nobody", ""])
def test_only_people_with_something_to_do_log_in(person: str) -> None:
    stranger = client(standin.shelf())
    answer = stranger.post(f"{PREFIX}/inloggen", data={"wie": person}, headers=OWN_SITE)
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(("name", "method", "path"), MATRIX)
def test_outside_the_demo_the_desk_is_closed(name: str, method: str, path: str) -> None:
    shelf = standin.shelf()
    anyone = client(shelf, demo=False)
    answer = anyone.request(method, path_of(path, OURS), headers=OWN_SITE)
    assert answer.status_code == 503
    assert "nog geen inlog" in answer.text
    assert "Sanne" not in answer.text
    assert anyone.get(f"{PREFIX}/static/desk.css").status_code == 200


# --- every answer ----------------------------------------------------------------------

STRICT = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("path", ["/", "/inloggen", f"/overdracht/{OURS}", "/elders", "/uitloggen"])
def test_every_page_is_strict(path: str) -> None:
    sanne = client(standin.busy())
    enter(sanne, "sanne")
    answer = sanne.get(PREFIX + path)
    assert answer.headers["content-security-policy"] == STRICT
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert not re.search(r"<style|style=|<script(?! src=)|\son\w+=", answer.text)


def test_a_link_from_a_chat_opens_in_one_more_hop() -> None:
    stranger = client(standin.shelf())
    foreign = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    answer = stranger.get(f"{PREFIX}/overdracht/{OURS}", headers=foreign)
    assert f"{PREFIX}/overdracht/{OURS}?direct=1" in answer.text
    again = stranger.get(f"{PREFIX}/overdracht/{OURS}?direct=1", headers=foreign)
    assert again.status_code == 303  # no second hop
