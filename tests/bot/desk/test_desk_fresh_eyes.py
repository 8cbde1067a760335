"""What somebody with fresh eyes stumbled over at the desk; each stays fixed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.desk import given, offer
from bot.desk.book import Alert, Slot, Talk, Task
from bot.service.tandem import BadOffer
from casework.calendar import Calendar
from casework.municipality import Hours, OfficeHours
from casework.summary import Given, State
from dialogs.authoring.shelf import load_shipped
from storage.answers import AnswerRow
from tests.bot.desk import standin
from tests.bot.desk.standin import NOW, OURS, Shelf
from tests.bot.desk.test_desk_access import OWN_SITE, PREFIX, client, enter, proof
from tests.bot.desk.test_desk_offer import FORM, rules, sent, wrong
from tests.bot.desk.test_desk_shown import PAGE, opened, text_of

LIST = PREFIX + "/"
CSS = Path(given.__file__).parent / "static" / "desk.css"
SUNDAY = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)


def did(shelf: Shelf, path: str, **fields: str) -> str:
    """The page after this form was sent."""
    sanne = client(shelf)
    enter(sanne, "sanne")
    answer = sanne.post(path, data=fields | {"bewijs": proof(sanne)}, headers=OWN_SITE)
    return text_of(sanne.get(answer.headers["location"]).text)


def urgent_task(hours: int) -> Task:
    return Task(4, "urgent", "stroom afgesloten", NOW + timedelta(hours=hours), NOW)


# --- 1: closed days and office hours -----------------------------------------------------


def closed_on(day: date) -> Calendar:
    weekdays = {n: Hours(time(9), time(17)) for n in range(5)}
    return replace(rules().calendar, hours=OfficeHours(weekdays, frozenset({day})))


@pytest.mark.parametrize("kind", ["office", "home", "phone"])
def test_a_closed_day_of_the_municipality_is_not_offered(kind: str) -> None:
    calendar = closed_on(date(2026, 11, 26))
    form = offer.read(sent(soort_1=kind))
    checked, proposals = offer.check(form, replace(rules(), calendar=calendar))
    assert [e.text for e in checked.errors] == ["Die dag is het team dicht. Kies een andere dag."]
    assert proposals == ()
    values = [value for value, _ in offer.days(offer.Row(1), calendar, NOW)]
    assert "2026-11-26" not in values
    assert "2026-11-27" in values


@pytest.mark.parametrize(
    ("day", "at", "minutes"),
    [("2026-11-28", "10:00", "60"), ("2026-11-26", "08:45", "30"), ("2026-11-26", "16:30", "60")],
)
def test_the_office_is_offered_in_its_opening_hours_only(day: str, at: str, minutes: str) -> None:
    typed = {"dag_1": day, "tijd_1": at, "duur_1": minutes}
    assert "kantoor dicht" in wrong(sent(**typed, soort_1="office"))[0][1]
    assert wrong(sent(**typed, soort_1="home")) == []


def test_the_office_may_be_offered_until_it_closes() -> None:
    assert wrong(sent(tijd_1="16:00", soort_1="office")) == []


# --- 2 and the deeds that say how it went ------------------------------------------------


def test_an_offer_in_quiet_hours_says_when_the_parent_gets_it() -> None:
    shelf = standin.shelf()
    shelf.now = SUNDAY
    page = did(shelf, FORM, **sent())
    assert "De ouder krijgt dit maandag 23 november om" in page
    assert "De ouder krijgt dit" not in did(standin.shelf(), FORM, **sent())


@pytest.mark.parametrize(
    "deed", ["gesproken", "gemist", "afzeggen", "toch-gemist", "toch-gesproken"]
)
def test_a_deed_that_was_done_before_says_so_honestly(deed: str) -> None:
    shelf = standin.busy()
    honest = "Dit was al gedaan, of het kan nu nog niet. Kijk hieronder hoe het staat."
    assert honest not in did(shelf, f"{PAGE}/gesprek/3/{deed}")
    again = did(shelf, f"{PAGE}/gesprek/3/{deed}")
    assert honest in again
    assert "Genoteerd" not in again


@pytest.mark.parametrize(
    ("state", "offered"),
    [("held", "toch-gemist"), ("missed", "toch-gesproken"), ("confirmed", ""), ("cancelled", "")],
)
def test_a_wrong_press_can_be_put_right(state: str, offered: str) -> None:
    shelf = standin.busy()
    shelf.talks = (replace(shelf.talks[0], state=state),)
    assert re.findall(r"/gesprek/3/(toch-\w+)", opened(shelf, PAGE)) == [offered] * bool(offered)
    later = replace(shelf.talks[0], id=4, starts_at=NOW + timedelta(days=2), state="planned")
    shelf.talks = (*shelf.talks, later)
    assert "toch-" not in opened(shelf, PAGE)


def test_offering_while_a_talk_is_planned_keeps_what_was_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def planned(*_: object) -> bool:
        raise BadOffer("planned")

    monkeypatch.setattr(Shelf, "offer", planned)
    sanne = client(standin.shelf())
    enter(sanne, "sanne")
    answer = sanne.post(FORM, data=sent(bewijs=proof(sanne)), headers=OWN_SITE)
    assert answer.status_code == 409
    assert "Er staat al een gesprek. Zeg dat eerst af, of verzet het daar." in answer.text
    assert 'value="2026-11-26" selected' in answer.text


# --- 3 and 5: the list -------------------------------------------------------------------


def test_what_cannot_wait_stays_red_and_first_after_the_intake() -> None:
    shelf = standin.shelf()
    shelf.tasks = (Task(7, "call_back", "", NOW + timedelta(hours=1), NOW), urgent_task(2))
    calm = standin.head("0" * 32, created_at=NOW - timedelta(days=2))
    shelf.heads = {calm.id: calm, OURS: replace(shelf.heads[OURS], state="claimed")}
    shelf.no_tasks = frozenset({calm.id})
    page = opened(shelf, LIST)
    assert re.findall(r'href="/werkplek/overdracht/(\w)', page) == ["h", "0"]
    card = page.split("<h3>")[1]
    assert '<span class="tag urgent">Kan niet wachten</span>' in card
    assert "Intake klaar" in card
    assert text_of(card).index("vóór di 24 november 11:30") < text_of(card).index("Wijk")
    assert card.index("Kan niet wachten: lees en bel") < card.index("Terugbellen")
    assert "tag urgent" not in page.split("<h3>")[2]
    assert "tag urgent" in opened(shelf)


def test_danger_comes_before_all_else_and_says_what_to_do() -> None:
    shelf = standin.shelf()
    shelf.tasks = (
        Task(1, "call_back", "", NOW, NOW),
        Task(2, "check_basics", "niks meer te eten", NOW, NOW),
        Task(3, "danger_suicide", "ik wil dood", None, NOW),
    )
    shelf.alerts = (Alert(4, "danger", OURS, NOW),)
    shelf.frozen = True
    listed = text_of(opened(shelf, LIST))
    assert listed.index("Mogelijk gevaar") < listed.index("Wijk")
    assert "ik wil dood" not in listed
    page = text_of(opened(shelf))
    assert page.index("Mogelijk gevaar, zelfmoord: lees en bel nu") < page.index("Terugbellen")
    assert "Misschien gevaar, geen eten of warmte: lees en bel vandaag" in page
    assert "ik wil dood" in page
    assert "Herinneringen staan stil sinds" not in page
    shelf.alerts, shelf.tasks = (), ()
    assert "Herinneringen staan stil sinds een melding van gevaar." in text_of(opened(shelf))


def test_of_two_urgent_cards_the_earliest_deadline_is_first() -> None:
    shelf = standin.shelf()
    shelf.tasks = (urgent_task(2),)
    soon = standin.head("0" * 32, promised_by=NOW + timedelta(hours=1), created_at=NOW)
    shelf.heads[soon.id] = soon
    assert re.findall(r"overdracht/(\w)", opened(shelf, LIST)) == ["0", "h"]


def test_the_list_says_that_times_wait_for_the_parent() -> None:
    shelf = standin.shelf()
    waits = "Tijden aangeboden, wacht op de ouder"
    assert waits not in opened(shelf, LIST)
    shelf.slots = (Slot("sanne", NOW + timedelta(days=2), 60, "office"),)
    assert waits in opened(shelf, LIST)
    shelf.talks = (Talk(3, "sanne", NOW + timedelta(days=1), 45, "home", "planned", NOW),)
    assert waits not in opened(shelf, LIST)


# --- 4, 6, 8, 9: one family --------------------------------------------------------------


def test_open_times_beside_a_planned_talk_are_a_reserve() -> None:
    shelf = standin.shelf()
    shelf.slots = (Slot("sanne", NOW + timedelta(days=2), 60, "office"),)
    assert "Aangeboden tijden" in opened(shelf)
    shelf.talks = (Talk(3, "sanne", NOW + timedelta(days=1), 45, "home", "planned", NOW),)
    page = opened(shelf)
    assert "In reserve, als de ouder een andere dag wil" in page
    assert "Aangeboden tijden" not in page


def test_a_note_is_called_also_said() -> None:
    body = {"words": "mijn zus komt ook", "question": ""}
    rows = [
        AnswerRow(f"k{n}", "f" * 32, "everywhere", 1, f"note_{n}", "answered", body, "web", 1.0)
        for n in (1, 2)
    ]
    found = given.all_given(load_shipped(), rows)
    assert [one.label for one in found] == ["Ook gezegd", "Ook gezegd"]


def test_a_question_as_it_was_asked_shows_numbers_without_stars() -> None:
    body = {"words": "ja", "question": "Direct gevaar? Bel **112**. Is er nu gevaar?"}
    row = AnswerRow("k", "f" * 32, "danger", 1, "suicide", "answered", body, "web", 1.0)
    (found,) = given.all_given(load_shipped(), [row])
    assert found.question == "Direct gevaar? Bel 112. Is er nu gevaar?"


def test_not_knowing_is_shown_like_the_other_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    made = standin.given

    def unsure(said: dict[str, tuple[str, ...]], words: dict[str, str]) -> list[Given]:
        return [
            replace(one, status=State.UNKNOWN) if one.step == "small_goal" else one
            for one in made(said, words)
        ]

    monkeypatch.setattr(standin, "given", unsure)
    page = opened(standin.shelf())
    assert page.count('<span class="blank">weet ik niet</span>') == 2
    assert "weet ik niet Een kleine stap" not in text_of(page)
    assert "weet ik niet Kleine stap" in text_of(page)


def test_what_was_not_asked_is_not_listed_twice() -> None:
    shelf = standin.shelf()
    del shelf.said["fit"]
    ending = opened(shelf).split("<h2>Nog open</h2>")[1]
    assert "Past bij" not in ending
    assert "Wat niet gevraagd is, staat bij elk onderwerp." in ending


# --- 7: thumbs ---------------------------------------------------------------------------


def test_a_thumb_has_44_pixels() -> None:
    style = CSS.read_text("utf-8")
    coarse = style.split("@media (pointer: coarse), (max-width: 40rem)")[1].split("@media")[0]
    for wanted in ("button, ", "select", ".me a", "inset: 0", "min-height: 44px"):
        assert wanted in coarse


def test_her_name_number_and_words_come_before_the_red_block_in_the_page_itself() -> None:
    shelf = standin.busy()
    shelf.alerts = (Alert(5, "danger", OURS, NOW),)
    page = opened(shelf)
    places = [
        page.index(part)
        for part in (
            "<h1>Amira",
            'href="tel:0612345678"',
            "Nu eerst",
            "Mogelijk gevaar. Her",
            "Taal",
        )
    ]
    assert places == sorted(places)
    assert not re.search(r"[{;] ?order:", CSS.read_text("utf-8"))
