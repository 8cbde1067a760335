"""The access matrix: every route × every role × own, other and no family. Nothing leaks.

What each role may open is written down here once more, by hand: a rule that changes must change in
two places.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from starlette.testclient import TestClient

from bot.desk.app import ROUTES
from bot.desk.gate import Desk
from bot.desk.policy import comes_in
from casework.municipality import Role
from tests.bot.desk import standin
from tests.bot.desk.standin import MUNICIPALITY, OURS, THEIRS, Shelf
from tests.bot.desk.test_desk_access import OWN_SITE, PREFIX, client, enter, path_of

NOWHERE = "z" * 32
CANARIES = ("Amira", "deurwaarder", "06 12 34 56 78", "half 10", "OggS", "oppast")
DOORS = {"login", "enter", "begin", "return", "enter_code", "nowhere", "leave"}
WORK = {"list", "list_part", "list_live", "stamp", "notice_seen", "look_in_form", "look_in"}
WORK |= {"agenda", "agenda_renew", "agenda_remove", "packages"}
AWAY = {"absence", "mark_away", "is_back"}
BILLS = {"signals", "signals_import", "signals_keep", "outcomes"}
GUIDE = {"guide", "guide_try"}
IDEAS = {"ideas", "idea_read", "idea_answer"}
REFERRERS = {"referrers", "referrer_code", "referrer_renew", "referrer_withdraw"}
COUNCIL = {"council", "council_csv", "council_text"}
WORK |= (
    AWAY
    | BILLS
    | GUIDE
    | {"signal_add", "signal", "signal_letter", "signal_letters", "signal_step"}
)
OF_ROLE = {
    Role.NEIGHBOURHOOD_WORKER: WORK,
    Role.CONSULTANT: WORK,
    Role.COORDINATOR: {"counts", "packages", "ledger"}
    | IDEAS
    | AWAY
    | BILLS
    | GUIDE
    | COUNCIL
    | REFERRERS,
    Role.ESCALATION_OFFICER: {"escalated", "ledger", "ledger_spent"} | GUIDE,
    Role.ADMINISTRATOR: {"operations", "notice_seen"} | GUIDE,
    Role.INTERMEDIARY: {"refer_form", "refer", "refer_child_form", "refer_child"} | GUIDE,
}
ESCALATED = {name for name, _, path, _ in ROUTES if path.startswith("/opgeschaald/{handoff")}
FAMILY = {name for name, _, path, _ in ROUTES if "{handoff" in path} - WORK - ESCALATED
READ_ONLY = {"handoff", "attachment", "family_live"}
WITH = {OURS: "joost"}  # what was escalated to whom
OWNERS = {OURS: {"sanne", "karim"}, THEIRS: {"els"}, NOWHERE: set()}
PEOPLE = [person for person in MUNICIPALITY.people if comes_in(person)]
MATRIX = list(product(ROUTES, [p.id for p in PEOPLE], OWNERS))


def test_the_matrix_is_whole() -> None:
    assert len(MATRIX) == len(ROUTES) * len(PEOPLE) * 3 > 400
    assert {person.role for person in PEOPLE} == set(OF_ROLE)
    known = DOORS | FAMILY | ESCALATED | set().union(*OF_ROLE.values())
    assert {name for name, *_ in ROUTES} == known


def opens(name: str, person: str, handoff: str) -> bool:
    if name in FAMILY:
        return person in OWNERS[handoff]
    if name in ESCALATED:
        return person == WITH.get(handoff)
    role = MUNICIPALITY.person(person).role
    return name in DOORS or name in OF_ROLE[role]


def asked(who: TestClient, token: str, method: str, path: str) -> tuple[int, str, str]:
    sent = {"bewijs": token, "wie": "sanne"}
    form = None if method == "GET" else sent
    answer = who.request(method, path, data=form, headers=OWN_SITE)
    return answer.status_code, answer.text, answer.headers.get("location", "")


def token_of(who: TestClient) -> str:
    """The proof that stands in every page's own form to log out."""
    page = who.get(f"{PREFIX}/elders").text
    return page.partition('name="bewijs" value="')[2].partition('"')[0]


def test_no_role_opens_what_is_not_its_own() -> None:
    for person, handoff in product(PEOPLE, OWNERS):
        shelf = standin.busy()
        who = client(shelf)  # a desk of its own: how often one may send is counted too
        enter(who, person.id)
        token = token_of(who)
        for name, method, path, _ in ROUTES:
            if name in DOORS:
                continue
            before = (len(shelf.deeds), len(shelf.read), len(shelf.look_ins))
            status, page, to = asked(who, token, method, path_of(path, handoff))
            where = (name, person.id, handoff[0], status, to)
            if opens(name, person.id, handoff):
                assert status in (200, 303, 422), where
                continue
            assert status == 404 or (status, to) == (303, PREFIX + home(person.id)), where
            assert not [c for c in CANARIES if c in page], where
            assert before == (len(shelf.deeds), len(shelf.read), len(shelf.look_ins)), where


def home(person: str) -> str:
    return {
        "mo": "/overzicht",
        "joost": "/opgeschaald",
        "wim": "/beheer",
        "lotte": "/verwijzen",
    }.get(person, "/")


@pytest.mark.parametrize("person", ["mo", "joost", "wim", "lotte"])
def test_who_helps_no_family_begins_at_home_and_sees_no_family(person: str) -> None:
    shelf = standin.busy()
    who = client(shelf)
    enter(who, person)
    assert who.get(f"{PREFIX}/").headers["location"] == PREFIX + home(person)
    page = who.get(PREFIX + home(person))
    assert page.status_code == 200
    assert not [c for c in CANARIES if c in page.text]
    assert OURS not in page.text
    assert shelf.read == []


def test_who_refers_as_nobody_has_nothing_to_do_here() -> None:
    who = client(standin.shelf())
    answer = who.post(f"{PREFIX}/inloggen", data={"wie": "noor"}, headers=OWN_SITE)
    assert "set-cookie" not in answer.headers
    assert "Noor" not in who.get(f"{PREFIX}/inloggen").text


def test_who_no_longer_works_here_is_out_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = standin.busy()
    who = client(shelf)
    enter(who, "sanne")
    assert who.get(f"{PREFIX}/overdracht/{OURS}").status_code == 200
    left = replace(MUNICIPALITY, people=tuple(p for p in MUNICIPALITY.people if p.id != "sanne"))
    monkeypatch.setattr(Desk, "municipality", left)
    assert who.get(f"{PREFIX}/overdracht/{OURS}").status_code == 303


# --- looking in ------------------------------------------------------------------------

REASON = "Moeder belt, beide collega's zijn er niet"


def look_in(who: TestClient, handoff: str, reason: str = REASON) -> tuple[int, str, str]:
    path = f"{PREFIX}/overdracht/{handoff}/meekijken"
    answer = who.post(path, data={"bewijs": token_of(who), "reden": reason}, headers=OWN_SITE)
    return answer.status_code, answer.text, answer.headers.get("location", "")


def els(shelf: Shelf) -> TestClient:
    who = client(shelf)
    enter(who, "els")
    return who


def test_a_colleague_looks_in_with_a_reason_and_may_only_read() -> None:
    shelf = standin.busy()
    who = els(shelf)
    assert look_in(who, OURS)[::2] == (303, f"{PREFIX}/overdracht/{OURS}")
    token = token_of(who)
    page = who.get(f"{PREFIX}/overdracht/{OURS}").text
    assert "deurwaarder" in page
    assert "Je kijkt mee" in page
    assert "<form" not in page.replace('<form class="me"', "")  # nothing to press but logging out
    for name, method, path, _ in ROUTES:
        if name in FAMILY - READ_ONLY:
            assert asked(who, token, method, path_of(path, OURS))[0] == 404, name
    assert shelf.deeds == []
    assert asked(who, token, "GET", path_of("/overdracht/{handoff:str}", THEIRS))[0] == 200


def test_the_tandem_sees_who_looked_in_and_why() -> None:
    shelf = standin.busy()
    look_in(els(shelf), OURS)
    sanne = client(shelf)
    enter(sanne, "sanne")
    page = sanne.get(f"{PREFIX}/overdracht/{OURS}").text
    assert "Els kijkt mee op" in page
    assert "Moeder belt, beide collega&#39;s zijn er niet" in page


def test_the_page_says_first_what_follows() -> None:
    who = els(standin.busy())
    away = who.get(f"{PREFIX}/overdracht/{OURS}")
    assert away.status_code == 404
    assert f'href="{PREFIX}/overdracht/{OURS}/meekijken"' in away.text
    page = who.get(f"{PREFIX}/overdracht/{OURS}/meekijken").text
    for said in ("Het tandem ziet", "De ouder ziet dat ook", "Na 60 minuten"):
        assert said in page


def test_whether_a_family_exists_is_not_told() -> None:
    who = els(standin.busy())
    for path in ("", "/meekijken"):
        there = who.get(f"{PREFIX}/overdracht/{OURS}{path}")
        nowhere = who.get(f"{PREFIX}/overdracht/{NOWHERE}{path}")
        assert there.text.replace(OURS, "x") == nowhere.text.replace(NOWHERE, "x")
    assert look_in(who, NOWHERE)[0] == 404


@pytest.mark.parametrize("reason", ["", "   ", "kort", " a  b  c "])
def test_without_a_reason_nobody_looks_in(reason: str) -> None:
    shelf = standin.busy()
    status, page, _ = look_in(els(shelf), OURS, reason)
    assert status == 422
    assert "waarom je nu moet meekijken" in page
    assert shelf.look_ins == []


def test_a_bsn_in_a_reason_is_not_kept() -> None:
    shelf = standin.busy()
    look_in(els(shelf), OURS, "de ouder met BSN 111222333 belt nu")
    assert "111222333" not in shelf.look_ins[0][1].reason


@pytest.mark.parametrize("person", ["mo", "joost", "wim"])
def test_only_caseworkers_look_in(person: str) -> None:
    shelf = standin.busy()
    who = client(shelf)
    enter(who, person)
    assert "meekijken" not in who.get(f"{PREFIX}/overdracht/{OURS}").text
    assert look_in(who, OURS)[0] == 404
    assert shelf.look_ins == []


def test_logging_out_and_in_again_ends_looking_in() -> None:
    shelf = standin.busy()
    who = els(shelf)
    look_in(who, OURS)
    who.post(f"{PREFIX}/uitloggen", data={"bewijs": token_of(who)}, headers=OWN_SITE)
    assert shelf.look_ins == []
    enter(who, "els")
    look_in(who, OURS)
    assert els(shelf).get(f"{PREFIX}/overdracht/{OURS}").status_code == 404


def test_nobody_looks_in_everywhere() -> None:
    shelf = standin.busy()
    who = els(shelf)
    found = [look_in(who, OURS)[0] for _ in range(12)]
    assert found == [303] * 10 + [429] * 2
