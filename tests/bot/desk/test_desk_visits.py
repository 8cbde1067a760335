"""Visits and limits: what ends everywhere, who waits, and that every answer is strict."""

from __future__ import annotations

from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from bot.desk.access.limits import LIMITS, Limit, Limits
from bot.desk.auth import IDLE, Visits
from bot.service.clock import SetClock
from bot.service.handoffs import Reason, bring
from storage.database import Database
from tests.bot.desk import standin, town
from tests.bot.desk.standin import NOW, OURS
from tests.bot.desk.test_desk_access import OWN_SITE, PREFIX, STRICT, client, enter, proof
from tests.storage.families import meet

CLAIM = f"{PREFIX}/overdracht/{OURS}/oppakken"


def browsers(*people: str, clock: SetClock | None = None) -> list[TestClient]:
    """Browsers at one desk, each with a person logged in."""
    first = client(standin.shelf(), clock=clock or SetClock(NOW))
    found = [TestClient(first.app, follow_redirects=False) for _ in people]
    for browser, person in zip(found, people, strict=True):
        enter(browser, person)
    return found


def inside(browser: TestClient) -> bool:
    return browser.get(f"{PREFIX}/").status_code == 200


def leave(browser: TestClient) -> None:
    sent = {"bewijs": proof(browser)}
    answer = browser.post(f"{PREFIX}/uitloggen", data=sent, headers=OWN_SITE)
    assert answer.status_code == 303


def test_logging_out_ends_it_on_every_device() -> None:
    laptop, phone, karim = browsers("sanne", "sanne", "karim")
    assert inside(laptop)
    assert inside(phone)
    leave(phone)
    assert not inside(laptop)
    assert not inside(phone)
    assert inside(karim)


def test_logging_in_again_in_one_browser_leaves_nothing_of_the_visit_before() -> None:
    (browser,) = browsers("sanne")
    old = browser.cookies["stapje-desk"]
    token = proof(browser)
    enter(browser, "karim")
    assert browser.cookies["stapje-desk"] != old
    assert proof(browser) != token
    answer = browser.post(CLAIM, data={"bewijs": token}, headers=OWN_SITE)
    assert answer.status_code == 403
    thief = TestClient(browser.app, follow_redirects=False, cookies={"stapje-desk": old})
    assert not inside(thief)


def test_each_visit_idles_by_itself() -> None:
    clock = SetClock(NOW)
    laptop, phone = browsers("sanne", "sanne", clock=clock)
    clock.set(NOW + IDLE)
    assert inside(laptop)
    clock.set(NOW + IDLE + timedelta(seconds=1))
    assert inside(laptop)
    assert not inside(phone)


def test_a_cookie_cannot_be_guessed_and_is_not_kept() -> None:
    visits = Visits()
    cookies = {visits.begin("sanne", NOW) for _ in range(500)}
    assert len(cookies) == 500
    assert min(map(len, cookies)) >= 43  # 256 bits
    assert not cookies & set(visits._open)


# --- limits ----------------------------------------------------------------------------


def test_too_many_forms_of_one_person_wait_and_nobody_else_does() -> None:
    clock = SetClock(NOW)
    sanne, karim = browsers("sanne", "karim", clock=clock)
    sent = {"bewijs": proof(sanne)}
    found = [
        sanne.post(CLAIM, data=sent, headers=OWN_SITE).status_code
        for _ in range(LIMITS["form_person"].times + 2)
    ]
    assert set(found[: LIMITS["form_person"].times]) == {303}
    assert found[-2:] == [429, 429]
    answer = sanne.post(CLAIM, data=sent, headers=OWN_SITE)
    assert 0 < int(answer.headers["retry-after"]) <= 60
    assert "Even rustig aan" in answer.text
    assert "Er is niets veranderd" in answer.text
    assert inside(sanne)  # looking is never too much
    other = karim.post(CLAIM, data={"bewijs": proof(karim)}, headers=OWN_SITE)
    assert other.status_code == 303
    clock.set(NOW + timedelta(minutes=1))
    assert sanne.post(CLAIM, data=sent, headers=OWN_SITE).status_code == 303


def test_guessing_at_the_door_waits() -> None:
    shelf = standin.shelf()
    stranger = client(shelf)
    found = [
        stranger.post(f"{PREFIX}/inloggen", data={"wie": f"x{n}"}, headers=OWN_SITE).status_code
        for n in range(LIMITS["login_address"].times + 1)
    ]
    assert found[-2:] == [303, 429]


def test_one_person_logs_in_so_often_and_no_more() -> None:
    sanne = client(standin.shelf())
    door, times = f"{PREFIX}/inloggen", LIMITS["login_person"].times
    found = [sanne.post(door, data={"wie": "sanne"}, headers=OWN_SITE) for _ in range(times + 1)]
    assert [one.status_code for one in found[-2:]] == [303, 429]
    assert "set-cookie" not in found[-1].headers
    enter(sanne, "karim")


def test_a_window_ends_and_what_is_over_is_forgotten() -> None:
    limits = Limits({"a": Limit(2, 60), "b": Limit(1, 600)})
    assert [limits.wait("a", "x", NOW) for _ in range(3)] == [0, 0, 60]
    assert limits.wait("a", "y", NOW) == 0
    assert limits.wait("b", "x", NOW) == 0
    late = NOW + timedelta(seconds=59)
    assert limits.wait("a", "x", late) == 1
    assert limits.wait("a", "x", NOW + timedelta(seconds=60)) == 0
    for n in range(1_000):
        limits.wait("a", str(n), NOW + timedelta(seconds=60))
    limits.wait("b", "z", NOW + timedelta(minutes=20))
    assert len(limits._counts) == 1


# --- every answer ----------------------------------------------------------------------


@pytest.mark.parametrize("person", ["sanne", "els", "mo", "joost", "wim", None])
def test_every_answer_is_strict_whoever_asks(person: str | None) -> None:
    who = client(standin.busy())
    if person:
        enter(who, person)
    for path in (
        "/", "/inloggen", "/overzicht", "/opgeschaald", "/beheer", "/stand", "/elders",
        f"/overdracht/{OURS}", f"/overdracht/{OURS}/meekijken", "/inloggen/terug?state=x&code=y",
    ):  # fmt: skip
        answers = [who.get(PREFIX + path), who.post(PREFIX + path)]
        for answer in answers:
            assert answer.headers["content-security-policy"] == STRICT, path
            assert answer.headers["cache-control"] == "no-store", path
            assert answer.headers["x-frame-options"] == "DENY", path
            assert answer.headers["x-content-type-options"] == "nosniff", path
            assert answer.headers["referrer-policy"] == "same-origin", path


async def test_the_id_of_a_handoff_cannot_be_guessed(database: Database) -> None:
    desk = town.desk(database)
    async with database.writing() as tx:
        found = [
            await bring(tx, desk.house, Reason(one.family_id, "call", f"k{n}"), NOW)
            for n, one in enumerate(await meet(tx, *map(str, range(40))))
        ]
    ids = [one.id for one in found]
    assert len(set(ids)) == 40
    assert {len(one) for one in ids} == {32}  # 128 bits, in hex
    for place in range(32):  # no place is fixed, and none counts up
        assert len({one[place] for one in ids}) > 4
    assert ids != sorted(ids)
