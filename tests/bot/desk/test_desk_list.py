"""The list: its order, the clock on each card, filters that are plain links, and empty states."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.desk import worklist
from bot.desk.book import Alert, Card, Slot, Talk, Task, Vow
from bot.desk.words import Words
from casework.calendar import Calendar
from casework.promises import Stand
from storage import handoffs
from storage.database import Database
from tests.bot.desk import standin, town
from tests.bot.desk.standin import NOW, OURS, Shelf
from tests.bot.desk.test_desk_access import PREFIX, client, enter
from tests.bot.desk.test_desk_shown import opened, text_of

LIST = PREFIX + "/"
HOUR = timedelta(hours=1)


def card(name: str, **more: object) -> Card:
    head = {n: more.pop(n) for n in ("state", "reason", "claimed_by", "promised_by") if n in more}
    made = Card(replace(standin.head(name * 32), **head), name, (), (), 0, None)  # type: ignore[arg-type]  # real fields
    return replace(made, **more)  # type: ignore[arg-type]  # real fields


def vow(due: datetime, stand: Stand = Stand.CALM, left: timedelta = HOUR) -> Vow:
    return Vow(due, stand, left, stand is Stand.BROKEN)


def claimed(name: str, **more: object) -> Card:
    return card(name, state="claimed", claimed_by="sanne", **more)


def task(kind: str, due: datetime | None = None) -> Task:
    return Task(1, kind, "", due, NOW)


def test_danger_then_what_cannot_wait_then_broken_promises_then_new_then_who_waits() -> None:
    cards = [
        claimed("a", offered=2),
        claimed("b"),
        card("c"),
        claimed("d", vow=vow(NOW - HOUR, Stand.BROKEN)),
        claimed("e", tasks=(task("urgent"),)),
        claimed("f", alerts=(Alert(1, "danger", None, NOW),)),
        claimed("g", alerts=(Alert(1, "unsure", None, NOW),)),
        claimed("h", next_talk=NOW + HOUR),
        card("i", tasks=(task("call_back", NOW - HOUR),)),
    ]
    found = [(g.id, "".join(c.call_name for c in g.cards)) for g in worklist.groups(cards, NOW)]
    assert found == [
        ("danger", "f"), ("urgent", "e"), ("broken", "id"), ("trouble", "g"), ("new", "c"),
        ("claimed", "b"), ("waiting", "ah"),
    ]  # fmt: skip


def test_what_is_due_first_comes_first_within_a_group() -> None:
    late = card("b", promised_by=NOW + 3 * HOUR)
    soon = card("a", tasks=(task("call_back", NOW + HOUR),))
    [group] = worklist.groups([card("c"), late, soon], NOW)
    assert [c.call_name for c in group.cards] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"offered": 1}, True),
        ({"next_talk": NOW + HOUR}, True),
        ({"next_talk": NOW - HOUR}, False),
        ({"next_talk": NOW - HOUR, "offered": 2}, False),
        ({"offered": 1, "tasks": (task("call_back"),)}, False),
        ({"offered": 1, "vow": vow(NOW + HOUR)}, False),
        ({"offered": 1, "undelivered": 1}, False),
        ({"offered": 1, "state": "new"}, False),
    ],
)
def test_it_waits_on_the_parent_only_when_we_owe_nothing(
    more: dict[str, object], expected: bool
) -> None:
    assert worklist.waits(card("a", **({"state": "claimed"} | more)), NOW) is expected


def test_a_talk_that_is_over_does_not_wait_on_the_parent_while_times_are_in_reserve() -> None:
    cards = [claimed("a", offered=2, next_talk=NOW - HOUR), claimed("b"), claimed("c", offered=2)]
    found = [(g.id, "".join(c.call_name for c in g.cards)) for g in worklist.groups(cards, NOW)]
    assert found == [("talked", "a"), ("claimed", "b"), ("waiting", "c")]
    shelf = standin.shelf()
    shelf.heads[OURS] = standin.head(OURS, state="claimed", claimed_by="sanne")
    shelf.talks = (Talk(3, "sanne", NOW - HOUR, 45, "home", "confirmed", NOW - 9 * HOUR),)
    shelf.slots = (Slot("sanne", NOW + 48 * HOUR, 60, "office"),)
    shelf.tasks = ()
    page = text_of(opened(shelf, LIST))
    assert "Noteer hoe het gesprek ging" in page
    assert "wacht op de ouder" not in page


# --- the clock ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(minutes=30), "10:00"),
        (timedelta(hours=20, minutes=30), "gisteren 14:00"),
        (timedelta(days=4), "vr 20 november 10:30"),
    ],
)
def test_a_broken_promise_says_since_when(ago: timedelta, said: str) -> None:
    words = Words(lambda s, **f: s.format(**f) if f else s, Calendar.of(standin.MUNICIPALITY))
    assert words.since(NOW - ago, NOW) == said


@pytest.mark.parametrize(("hours", "said"), [(3, "3 uur"), (30, "30 uur"), (0.5, "30 minuten")])
def test_working_time_is_never_told_in_days(hours: float, said: str) -> None:
    words = Words(lambda s, **f: s.format(**f) if f else s, Calendar.of(standin.MUNICIPALITY))
    assert words.worked(timedelta(hours=hours)) == said


def test_the_clock_stands_on_the_card() -> None:
    shelf = standin.shelf()
    shelf.vow = vow(NOW + 5 * HOUR, left=3 * HOUR)
    assert "nog 3 uur werktijd, vóór di 24 november 15:30" in text_of(opened(shelf, LIST))
    shelf.vow = vow(NOW - timedelta(hours=20, minutes=30), Stand.BROKEN)
    page = text_of(opened(shelf, LIST))
    assert "sinds gisteren 14:00 te laat" in page
    assert page.index("Te laat") < page.index("sinds gisteren")


# --- filters -----------------------------------------------------------------------------


def three() -> Shelf:
    shelf = standin.shelf()
    heads = (
        standin.head("1" * 32, state="claimed", claimed_by="karim"),
        standin.head("2" * 32, state="claimed", claimed_by="sanne"),
        standin.head("3" * 32, state="closed", claimed_by="sanne"),
    )
    shelf.heads = {OURS: shelf.heads[OURS]} | {head.id: head for head in heads}
    return shelf


def shown(shelf: Shelf, query: str, who: str = "sanne") -> list[str]:
    colleague = client(shelf)
    enter(colleague, who)
    return re.findall(r'href="/werkplek/overdracht/(\w)', colleague.get(LIST + query).text)


@pytest.mark.parametrize(
    ("query", "who", "expected"),
    [
        ("", "sanne", ["h", "1", "2"]),
        ("?toon=mij", "sanne", ["2"]),
        ("?toon=mij", "karim", ["1"]),
        ("?toon=klaar", "sanne", ["3"]),
        ("?toon=klaar", "karim", ["3"]),
        ("?toon=<onzin>", "sanne", ["h", "1", "2"]),
    ],
)
def test_filters_are_plain_links(query: str, who: str, expected: list[str]) -> None:
    assert shown(three(), query, who) == expected


def test_only_who_waits_on_the_parent() -> None:
    shelf = three()
    assert shown(shelf, "?toon=wacht") == []
    shelf.slots = standin.busy().slots
    assert shown(shelf, "?toon=wacht") == ["1", "2"]


def test_the_chosen_filter_is_marked_and_the_others_are_links() -> None:
    page = opened(three(), LIST + "?toon=mij")
    nav = page.split('<nav class="filters"')[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]+)"( aria-current="page")?', nav) == [
        (LIST, ""), (LIST + "?toon=mij", ' aria-current="page"'), (LIST + "?toon=wacht", ""),
        (LIST + "?toon=klaar", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("which", ["", "mij", "wacht", "klaar"])
def test_an_empty_list_says_what_comes_here(which: str) -> None:
    shelf = standin.shelf()
    shelf.heads = {}
    page = opened(shelf, LIST + (f"?toon={which}" if which else ""))
    assert page.count("panel empty") == 1
    assert "<h2>" in page.split("panel empty")[1]


def test_both_members_of_the_tandem_see_the_same() -> None:
    shelf = three()
    pages = []
    for who in ("sanne", "karim"):
        colleague = client(shelf)
        enter(colleague, who)
        pages.append(colleague.get(LIST).text.split("<main")[1].split("</main>")[0])
    assert re.sub(r'value="[^"]+"', "", pages[0]) == re.sub(r'value="[^"]+"', "", pages[1])


def test_the_part_for_the_script_is_the_list_alone_and_never_keeps_one_logged_in() -> None:
    shelf = three()
    sanne = client(shelf)
    enter(sanne, "sanne")
    page = sanne.get(LIST).text
    part = sanne.get(PREFIX + "/lijst").text
    assert part.startswith('<div id="lijst"')
    assert "".join(part.split()) in "".join(page.split())
    assert client(shelf).get(PREFIX + "/lijst").status_code == 401


async def test_closed_ones_are_read_from_the_database(database: Database) -> None:
    desk = town.desk(database)
    async with database.writing() as tx:
        await town.family(tx, desk, OURS)
    assert [c.head.id for c in (await desk.book.inbox("sanne")).cards] == [OURS]
    assert (await desk.book.inbox("sanne", closed=True)).cards == ()
    async with database.writing() as tx:
        await handoffs.close(tx, OURS)
    assert (await desk.book.inbox("sanne")).cards == ()
    assert [c.head.id for c in (await desk.book.inbox("ruud", closed=True)).cards] == [OURS]
