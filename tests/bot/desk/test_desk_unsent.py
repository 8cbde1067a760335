"""A text that was typed for longer than the visit lasts, without JavaScript: nothing is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from bot.desk.access.unsent import MOST, of_form, opened, sealed
from bot.desk.auth import LONGEST
from bot.service.clock import SetClock
from tests.bot.desk import standin
from tests.bot.desk.forms import forms_on
from tests.bot.desk.payloads import PAYLOADS, Shape
from tests.bot.desk.standin import NOW, OURS, VAULT
from tests.bot.desk.test_desk_access import OWN_SITE, PREFIX, client, enter, proof

TASK = f"{PREFIX}/overdracht/{OURS}/taken"
WORDS = "Bel de school over de opvang van Amira."


def late(who: TestClient, clock: SetClock, text: str = WORDS, path: str = TASK) -> str:
    """Sends a form after the visit ended; the page to log in on."""
    token = proof(who)
    clock.set(clock.now() + timedelta(minutes=16))
    sent = {"bewijs": token, "tekst": text, "wie": "sanne", "eenmaal": "e" * 24}
    door = who.post(path, data=sent, headers=OWN_SITE)
    assert door.status_code == 401
    return door.text


def back(who: TestClient, door: str, person: str = "sanne") -> str:
    """What stands there after logging in from that page."""
    form = next(one for one in forms_on(door) if one.action.endswith("/inloggen"))
    sent = form.sent() | {"wie": person}
    answer = who.post(f"{PREFIX}/inloggen", data=sent, headers=OWN_SITE)
    return answer.text


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


@pytest.fixture
def sanne(clock: SetClock) -> TestClient:
    who = client(standin.shelf(), clock=clock)
    enter(who, "sanne")
    return who


def test_what_was_typed_comes_back_and_is_sent_only_when_she_says_so(
    sanne: TestClient, clock: SetClock
) -> None:
    page = back(sanne, late(sanne, clock))
    assert "Je formulier is er nog" in page
    assert WORDS in page
    form = next(one for one in forms_on(page) if one.action == TASK)
    told = form.sent()
    assert (told["tekst"], told["eenmaal"], told["wie"]) == (WORDS, "e" * 24, "sanne")
    answer = sanne.post(form.action, data=told, headers=OWN_SITE)
    assert answer.status_code == 303


def test_nobody_reads_it_in_the_page_to_log_in_on(sanne: TestClient, clock: SetClock) -> None:
    door = late(sanne, clock)
    assert "Wat je invulde, is er nog." in door
    for word in ("school", "Amira", "opvang"):
        assert word not in door


@pytest.mark.parametrize("person", ["karim", "els", "mo"])
def test_only_who_typed_it_gets_it_back(sanne: TestClient, clock: SetClock, person: str) -> None:
    assert WORDS not in back(sanne, late(sanne, clock), person)


def test_it_does_not_wait_for_ever(sanne: TestClient, clock: SetClock) -> None:
    door = late(sanne, clock)
    clock.set(clock.now() + timedelta(minutes=61))
    assert WORDS not in back(sanne, door)


def test_who_logged_out_left_nothing_behind(sanne: TestClient, clock: SetClock) -> None:
    token = proof(sanne)
    sanne.post(f"{PREFIX}/uitloggen", data={"bewijs": token}, headers=OWN_SITE)
    path = f"{PREFIX}/schrijfwijzer"
    answer = sanne.post(path, data={"zin": WORDS, "bewijs": token}, headers=OWN_SITE)
    assert answer.status_code == 303


def test_a_restart_of_ours_loses_no_text_either(clock: SetClock) -> None:
    before, after = (client(standin.shelf(), clock=clock) for _ in range(2))
    enter(before, "sanne")
    token = proof(before)
    after.cookies.update(before.cookies)
    sent = {"bewijs": token, "tekst": WORDS}
    door = after.post(TASK, data=sent, headers=OWN_SITE)
    assert door.status_code == 401
    assert WORDS in back(after, door.text)
    # of no family, and nobody knows whose: not given to whoever comes next
    after.cookies.clear()
    after.cookies.update(before.cookies)
    other = after.post(f"{PREFIX}/schrijfwijzer", data={"zin": WORDS}, headers=OWN_SITE)
    assert other.status_code == 303


def test_a_press_on_a_button_or_a_form_from_elsewhere_is_not_kept(sanne: TestClient) -> None:
    sanne.cookies.clear()
    sanne.cookies.set("stapje-desk", "of-another-day")
    claim = f"{PREFIX}/overdracht/{OURS}/oppakken"
    assert sanne.post(claim, data={"bewijs": "x"}, headers=OWN_SITE).status_code == 303
    foreign = {"sec-fetch-site": "cross-site"}
    assert sanne.post(TASK, data={"tekst": WORDS}, headers=foreign).status_code == 303


def test_what_is_not_sealed_by_us_opens_nothing(sanne: TestClient) -> None:
    good = sealed(VAULT, of_form("/taken", {"tekst": WORDS}, "sanne"), NOW)
    assert opened(VAULT, good, "sanne", NOW)
    for bad in ("", "x", good[:-4], good[4:], "é" * 40, good[:20] + "AAAA" + good[24:]):
        assert opened(VAULT, bad, "sanne", NOW) is None, bad
        sent = {"wie": "sanne", "formulier": bad}
        answer = sanne.post(f"{PREFIX}/inloggen", data=sent, headers=OWN_SITE)
        assert answer.status_code == 303
    assert sealed(VAULT, of_form("/taken", {"tekst": "een " * MOST}, "sanne"), NOW) == ""


def test_whose_visit_it_was_is_forgotten_in_time(clock: SetClock, sanne: TestClient) -> None:
    token = proof(sanne)
    clock.set(clock.now() + LONGEST + timedelta(minutes=1))
    path = f"{PREFIX}/schrijfwijzer"
    answer = sanne.post(path, data={"zin": WORDS, "bewijs": token}, headers=OWN_SITE)
    assert answer.status_code == 303


def test_of_payloads_that_come_back_none_is_active(sanne: TestClient, clock: SetClock) -> None:
    plain = Shape(back(sanne, late(sanne, clock)))
    for payload in PAYLOADS[::5]:
        page = back(sanne, late(sanne, clock, f"twee {payload}"))
        clock.set(clock.now() + timedelta(minutes=1))
        assert Shape(page).tags == plain.tags, payload
        assert Shape(page).leads == plain.leads, payload
