"""500 stored payloads through every field that a page shows: none changes the shape of a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.desk.access.ports import LookIn
from bot.desk.book import Alert, Delivery, Head, Slot, Talk, Task
from bot.service.clock import SetClock
from casework.municipality import District
from tests.bot.desk import standin
from tests.bot.desk.payloads import PAYLOADS, Shape
from tests.bot.desk.standin import MUNICIPALITY, NOW, OURS, SCRIPT_LINES, Shelf
from tests.bot.desk.test_desk_access import OWN_SITE, PREFIX, client, enter, proof

PAGE = f"{PREFIX}/overdracht/{OURS}"
PLAIN = "gewoon"
OURS_TO_FOLLOW = re.compile(r"/werkplek/[^\\]*|#[a-z0-9-]+|tel:\+?[0-9]+")


def filled(text: str) -> Shelf:
    """Everything that comes from outside says this."""
    shelf = standin.busy()
    shelf.said = {step: (text, text) for step, *_ in SCRIPT_LINES}
    shelf.words = {step: text for step, *_ in SCRIPT_LINES}
    ago = NOW - timedelta(hours=2)
    shelf.tasks = (Task(1, text, text, NOW, ago), Task(2, f"danger_{text}", text, None, ago))
    shelf.alerts = (Alert(5, text, OURS, ago), Alert(6, "unsure", OURS, ago))
    shelf.notices = (Alert(7, text, None, ago),)
    talk = Talk(3, text, NOW + timedelta(hours=1), 45, text, "planned", ago)
    shelf.talks = (talk, replace(talk, id=4, state="held", starts_at=ago))
    shelf.slots = (Slot(text, NOW + timedelta(days=2), 60, text),)
    shelf.deliveries = (Delivery(text, text, ago),)
    one = LookIn(text, text, ago, ago)
    shelf.look_ins = [(OURS, one), (OURS, replace(one, until=NOW + timedelta(hours=1)))]
    shelf.heads[OURS] = dressed(shelf.heads[OURS], text)
    shelf.broken = text
    return shelf


def dressed(head: Head, text: str) -> Head:
    return replace(head, reason=text, district=text, state="claimed", claimed_by=text)


def refill(shelf: Shelf, text: str) -> None:
    fresh = filled(text)
    for name in Shelf.__dataclass_fields__:
        setattr(shelf, name, getattr(fresh, name))


def shape(who: TestClient, path: str) -> Shape:
    answer = who.get(path)
    assert answer.status_code == 200
    return Shape(answer.text)


def check(seen: Shape, plain: Shape, payload: str) -> None:
    assert seen.tags == plain.tags, payload
    assert len(seen.leads) == len(plain.leads), payload
    assert astray(seen) == [], payload


def astray(seen: Shape) -> list[str]:
    """Where it leads but to our own pages, or to a telephone."""
    return [one for one in seen.leads if not OURS_TO_FOLLOW.fullmatch(one)]


def test_the_shape_tells_when_a_page_is_broken() -> None:
    assert Shape("<p>a</p>").tags == Shape("<p>b &lt;script&gt;</p>").tags
    for payload in ("<script>", "<b>", "<!-- x -->", "<!DOCTYPE x>"):
        assert Shape(f"<p>{payload}</p>").tags != Shape("<p>a</p>").tags


@pytest.mark.slow
def test_of_500_stored_payloads_none_is_active_on_the_family_s_page() -> None:
    shelf = filled(PLAIN)
    who = client(shelf)
    enter(who, "sanne")
    plain = shape(who, PAGE)
    for payload in PAYLOADS:
        refill(shelf, payload)
        check(shape(who, PAGE), plain, payload)


def test_of_500_stored_payloads_none_is_active_in_lists() -> None:
    """One card a payload; the list, the coordinator's and the administrator's page."""
    shelf = filled(PLAIN)
    who = {person: client(shelf) for person in ("sanne", "mo", "wim")}
    for person, browser in who.items():
        enter(browser, person)
    pages = {"sanne": f"{PREFIX}/", "mo": f"{PREFIX}/overzicht", "wim": f"{PREFIX}/beheer"}
    plain = {person: shape(browser, pages[person]) for person, browser in who.items()}
    for payload in PAYLOADS[::5]:
        refill(shelf, payload)
        for person, browser in who.items():
            check(shape(browser, pages[person]), plain[person], payload)
    refill(shelf, PLAIN)
    shelf.heads = {str(n): dressed(standin.head(OURS, id=str(n)), PLAIN) for n in range(500)}
    whole = shape(who["sanne"], pages["sanne"])
    shelf.heads = {
        str(n): dressed(standin.head(OURS, id=str(n)), one) for n, one in enumerate(PAYLOADS)
    }
    check(shape(who["sanne"], pages["sanne"]), whole, "all at once")


ECHOES: dict[str, Callable[[str], tuple[str, dict[str, Any]]]] = {
    "offer": lambda text: (
        f"{PAGE}/tijden",
        {"persoon": text, "dag-1": text, "tijd-1": text, "duur-1": text, "plek-1": text,
         "eenmaal": text},
    ),
    "look_in": lambda text: (f"{PAGE}/meekijken", {"reden": text[:8]}),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(ECHOES))
def test_of_500_typed_payloads_none_is_active_in_the_form_shown_again(name: str) -> None:
    shelf, clock = filled(PLAIN), SetClock(NOW)
    who = client(shelf, clock=clock)
    enter(who, "sanne")
    token = proof(who)

    def echo(text: str) -> Shape:
        path, sent = ECHOES[name](text)
        answer = who.post(path, data=sent | {"bewijs": token}, headers=OWN_SITE)
        assert answer.status_code in (400, 422), answer.status_code
        return Shape(answer.text)

    plain = echo(PLAIN)
    for payload in PAYLOADS:
        clock.set(clock.now() + timedelta(seconds=1))  # calm enough for the limits
        check(echo(payload), plain, payload)


def test_of_500_payloads_in_the_address_none_is_active() -> None:
    who = client(filled(PLAIN))
    plain = Shape(who.get(f"{PREFIX}/inloggen", params={"naar": PLAIN}).text)
    for payload in PAYLOADS:
        answer = who.get(f"{PREFIX}/inloggen", params={"naar": payload, "weg": payload})
        seen = Shape(answer.text)
        assert len(seen.tags) - len(plain.tags) == 1, payload  # "you were logged out"
        assert astray(seen) == []


def test_names_in_the_municipality_s_file_are_text_too(monkeypatch: pytest.MonkeyPatch) -> None:
    for payload in PAYLOADS[::50]:
        people = tuple(replace(p, name=payload) for p in MUNICIPALITY.people)
        town = replace(
            MUNICIPALITY, name=payload, people=people, districts=(District("wielwijk", payload),)
        )
        monkeypatch.setattr(standin, "MUNICIPALITY", town)
        who = client(standin.busy())
        door = Shape(who.get(f"{PREFIX}/inloggen").text)
        enter(who, "sanne")
        page = shape(who, PAGE)
        monkeypatch.setattr(standin, "MUNICIPALITY", MUNICIPALITY)
        other = client(standin.busy())
        assert door.tags == Shape(other.get(f"{PREFIX}/inloggen").text).tags, payload
        enter(other, "sanne")
        check(page, shape(other, PAGE), payload)
