"""Offering times: what is refused and why, with everything that was typed kept."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.desk import offer
from bot.desk.book import Proposal, Slot, Talk
from bot.desk.offer import Rules
from bot.service.clock import SetClock
from bot.service.tandem import BadOffer
from casework.calendar import Calendar
from tests.bot.desk import standin
from tests.bot.desk.forms import forms_on
from tests.bot.desk.standin import MUNICIPALITY, NOW, OURS, Shelf
from tests.bot.desk.test_desk_access import OWN_SITE, PREFIX, client, enter, proof

CALENDAR = Calendar.of(MUNICIPALITY)
ONCE = "form-number-one-of-the-day"
GOOD = {"dag-1": "2026-11-26", "tijd-1": "10:00", "duur-1": "60", "soort-1": "home"}


def sent(**more: str) -> dict[str, str]:
    fields = {"eenmaal": ONCE, "met": "sanne"} | GOOD
    return fields | {name.replace("_", "-"): value for name, value in more.items()}


def rules(*booked: Talk) -> Rules:
    owners = ("sanne", "karim")
    return Rules(NOW, CALENDAR, owners, booked, lambda text, **f: text.format(**f))


def wrong(fields: dict[str, str], *booked: Talk) -> list[tuple[str, str]]:
    form, _ = offer.check(offer.read(fields), rules(*booked))
    return [(error.field, error.text) for error in form.errors]


def test_a_good_time_is_a_proposal() -> None:
    form, proposals = offer.check(offer.read(sent()), rules())
    assert form.errors == ()
    assert proposals == (Proposal(datetime(2026, 11, 26, 10, 0), 60, "home"),)


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"dag_1": "2026-11-24", "tijd_1": "10:00"}, "dag-1", "al voorbij"),
        ({"dag_1": "2026-11-24", "tijd_1": "10:55"}, "dag-1", "te snel"),
        ({"dag_1": "2025-11-26"}, "dag-1", "al voorbij"),
        ({"dag_1": "2027-11-26"}, "dag-1", "drie maanden"),
        ({"dag_1": "2026-11-29"}, "dag-1", "zondag"),
        ({"dag_1": "2026-12-25"}, "dag-1", "feestdag"),
        ({"tijd_1": "08:15"}, "dag-1", "te vroeg of te laat"),
        ({"tijd_1": "20:00"}, "dag-1", "te vroeg of te laat"),  # ends at 21:00
        ({"tijd_1": "22:00"}, "dag-1", "te vroeg of te laat"),
        ({"dag_1": ""}, "dag-1", "Kies een dag"),
        ({"dag_1": "31-11-2026"}, "dag-1", "Kies een dag"),
        ({"dag_1": "morgen"}, "dag-1", "Kies een dag"),
        ({"tijd_1": ""}, "tijd-1", "Kies een tijd"),
        ({"tijd_1": "25:00"}, "tijd-1", "Kies een tijd"),
        ({"duur_1": "9999"}, "duur-1", "hoe lang en waar"),
        ({"duur_1": "-5"}, "duur-1", "hoe lang en waar"),
        ({"soort_1": "moon"}, "duur-1", "hoe lang en waar"),
        ({"dag_1": "", "tijd_1": ""}, "dag-1", "ten minste één"),
        ({"met": "els"}, "met", "wie het gesprek"),
        ({"eenmaal": ""}, "met", "wie het gesprek"),
    ],
)
def test_what_cannot_be_offered_says_why(fields: dict[str, str], field: str, words: str) -> None:
    errors = wrong(sent(**fields))
    assert [name for name, _ in errors] == [field]
    assert words in errors[0][1]


def test_two_times_at_once_are_refused() -> None:
    second = {"dag_2": "2026-11-26", "tijd_2": "10:30", "duur_2": "30", "soort_2": "phone"}
    assert [field for field, _ in wrong(sent(**second))] == ["dag-2"]
    right_after = second | {"tijd_2": "11:00"}
    assert wrong(sent(**right_after)) == []


def test_an_own_appointment_is_in_the_way() -> None:
    starts = CALENDAR.utc(datetime(2026, 11, 26, 10, 30))
    talk = Talk(1, "sanne", starts, 45, "office", "planned", NOW)
    assert wrong(sent(), talk) == [("dag-1", "Dan is er al een afspraak, van 10:30 tot 11:15 uur.")]
    earlier = Talk(1, "sanne", starts - timedelta(hours=2), 90, "office", "planned", NOW)
    assert wrong(sent(), earlier) == []


def test_an_hour_that_lies_with_another_family_is_refused() -> None:
    starts = CALENDAR.utc(datetime(2026, 11, 26, 9, 30))
    slot = Slot("sanne", starts, 45, "office")
    form, _ = offer.check(offer.read(sent()), replace(rules(), offered=[slot]))
    assert [error.text for error in form.errors] == [
        "Die tijd ligt al bij een ander gezin, van 09:30 tot 10:15 uur. Kies een andere tijd."
    ]


def test_the_form_says_so_and_keeps_what_was_typed() -> None:
    sanne = client(shelf := standin.shelf())
    enter(sanne, "sanne")
    starts = CALENDAR.utc(datetime(2026, 11, 26, 10, 0))
    shelf.elsewhere = (Slot("sanne", starts, 60, "office"), Slot("karim", starts, 60, "office"))
    answer = sanne.post(FORM, data=sent(bewijs=proof(sanne)), headers=OWN_SITE)
    assert answer.status_code == 422
    assert "ligt al bij een ander gezin" in answer.text
    assert 'value="2026-11-26" selected' in answer.text
    assert shelf.deeds == []


def test_typed_dutch_dates_and_times_are_understood() -> None:
    form = offer.read(sent(dag_1="26-11-2026", tijd_1="9.30"))
    _, proposals = offer.check(form, rules())
    assert [p.wall for p in proposals] == [datetime(2026, 11, 26, 9, 30)]


# --- over the web ----------------------------------------------------------------------

FORM = f"{PREFIX}/overdracht/{OURS}/tijden"


def test_errors_keep_everything_that_was_typed() -> None:
    sanne = client(shelf := standin.shelf())
    enter(sanne, "sanne")
    typed = sent(dag_1="2026-11-29", tijd_1="13:15", duur_1="45", soort_1="video", met="karim")
    answer = sanne.post(FORM, data=typed | {"bewijs": proof(sanne)}, headers=OWN_SITE)
    assert answer.status_code == 422
    for piece in (
        'value="2026-11-29" selected', "<option selected>13:15<", 'value="45" selected',
        'value="video" selected', 'value="karim" selected', f'value="{ONCE}"',
        "Dit is een zondag", 'aria-invalid="true"',
    ):  # fmt: skip
        assert piece in answer.text
    assert shelf.deeds == []


def hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))


def waiting(page: str) -> dict[str, str]:
    """The form that came back after logging in."""
    return next(one for one in forms_on(page) if "tonen" in one.fields).sent()


def test_a_form_survives_the_end_of_the_visit() -> None:
    clock = SetClock(NOW)
    sanne = client(shelf := standin.shelf(), clock=clock)
    enter(sanne, "sanne")
    typed = sent(bewijs=proof(sanne), tijd_1="13:15", soort_1="video")
    clock.set(NOW + timedelta(minutes=16))
    door = sanne.post(FORM, data=typed, headers=OWN_SITE)
    assert door.status_code == 401
    assert "Wat je invulde, is er nog." in door.text
    again = sanne.post(
        f"{PREFIX}/inloggen", data=hidden(door.text) | {"wie": "sanne"}, headers=OWN_SITE
    )
    assert "Je formulier is er nog" in again.text
    kept = waiting(again.text)
    form = sanne.post(FORM, data=kept, headers=OWN_SITE)
    assert form.status_code == 200
    for piece in ('value="2026-11-26" selected', "<option selected>13:15<", 'value="video" selec'):
        assert piece in form.text
    assert shelf.deeds == []
    whole = typed | hidden(form.text.split("</header>")[1])
    done = sanne.post(FORM, data=whole, headers=OWN_SITE)
    assert done.headers["location"].endswith("?na=aangeboden")


def test_what_was_filled_in_opens_nothing_for_another_tandem() -> None:
    clock = SetClock(NOW)
    sanne = client(standin.shelf(), clock=clock)
    enter(sanne, "sanne")
    typed = sent(bewijs=proof(sanne))
    clock.set(NOW + timedelta(minutes=16))
    door = sanne.post(FORM, data=typed, headers=OWN_SITE)
    again = sanne.post(
        f"{PREFIX}/inloggen", data=hidden(door.text) | {"wie": "els"}, headers=OWN_SITE
    )
    assert "Je formulier is er nog" not in again.text
    assert again.headers["location"] == f"{PREFIX}/overdracht/{OURS}/tijden"
    assert sanne.get(FORM).status_code == 404


def test_a_form_from_elsewhere_is_not_given_back() -> None:
    stranger = client(standin.shelf())
    answer = stranger.post(FORM, data=sent(), headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 303
    assert stranger.post(FORM, data={"dag-9": "<script>"}, headers=OWN_SITE).status_code == 303


def test_after_a_press_she_comes_back_to_the_family() -> None:
    stranger = client(standin.shelf())
    page = f"{PREFIX}/overdracht/{OURS}"
    answer = stranger.post(f"{page}/oppakken", data={}, headers=OWN_SITE)
    assert answer.headers["location"] == f"{PREFIX}/inloggen?naar=%2Foverdracht%2F{OURS}"


def test_sending_the_form_twice_offers_once() -> None:
    sanne = client(shelf := standin.shelf())
    enter(sanne, "sanne")
    found = re.search(r'name="eenmaal" value="([^"]+)"', sanne.get(FORM).text)
    assert found
    fields = sent(eenmaal=found[1], bewijs=proof(sanne))
    answers = [sanne.post(FORM, data=fields, headers=OWN_SITE) for _ in range(2)]
    assert [a.headers["location"] for a in answers] == [
        f"{PREFIX}/overdracht/{OURS}?na=aangeboden"
    ] * 2
    assert len(shelf.deeds) == 1


def test_a_parent_who_was_faster_shows_the_form_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async def busy(*_: object) -> bool:
        raise BadOffer("busy")

    monkeypatch.setattr(Shelf, "offer", busy)
    sanne = client(standin.shelf())
    enter(sanne, "sanne")
    answer = sanne.post(FORM, data=sent(bewijs=proof(sanne)), headers=OWN_SITE)
    assert answer.status_code == 409
    assert "net bezet" in answer.text
    assert 'value="2026-11-26"' in answer.text
