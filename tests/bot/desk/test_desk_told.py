"""What the family's page tells of what she was told: cards with numbers, as links; legal hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.desk import dialling, heard
from bot.desk.book import Heard
from casework.summary import About, State, build
from storage import holds, outbox, sessions
from storage.database import Database
from storage.outbox import Shown
from tests.bot.desk import standin, town
from tests.bot.desk.standin import NOW, OURS
from tests.bot.desk.test_desk_shown import opened, text_of
from tests.storage.families import draft

CARD = "Denk je aan zelfmoord? Bel **113 of 0800 0113**, gratis. Direct gevaar? Bel **112**."


def shown(n: int, text: str, state: str = "sent") -> Shown:
    return Shown(n, f"k{n}", "telegram", "reply", {"text": text}, n, state, NOW.timestamp() + n)


def test_a_card_is_a_message_that_named_a_number() -> None:
    [card] = heard.cards([shown(1, CARD), shown(2, "Hoe heet je? **Anna**?"), shown(3, "Bel 112")])
    assert card.numbers == ("113", "0800 0113", "112")
    assert "**" not in card.text
    assert card.at == NOW + timedelta(seconds=1)
    assert (card.trouble, card.times) == ("", 1)


def test_the_same_card_again_counts_once_with_its_last_moment_and_trouble() -> None:
    other = "Zelf bellen mag ook: **078 000 00 01**."
    cards = heard.cards([shown(1, CARD), shown(2, other), shown(3, CARD, "unsure")])
    assert [(c.numbers[0], c.times, c.trouble) for c in cards] == [
        ("078 000 00 01", 1, ""),
        ("113", 2, "unsure"),
    ]
    assert cards[1].at == NOW + timedelta(seconds=3)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Bel 112 of 0800 0113.", ["tel:112", "tel:08000113"]),
        ("06 12 34 56 78, 078-0000001 en +31612345678",
         ["tel:0612345678", "tel:0780000001", "tel:+31612345678"]),
        ("0900 8844", ["tel:09008844"]),
        ("op 11 juni 2026 om 10:30, 1120 euro, 0123, code 3112", []),
    ],
)  # fmt: skip
def test_numbers_become_links_and_other_digits_do_not(text: str, links: list[str]) -> None:
    page = str(dialling.linked(text))
    assert [part.split('"')[0] for part in page.split('href="')[1:]] == links
    assert text_of(page).replace(" ,", ",").replace(" .", ".") == text


def test_what_stands_around_a_number_stays_text() -> None:
    assert "<b>" not in dialling.linked("<b>112</b>")


def test_the_safe_number_is_the_one_she_gave_last_and_a_number_only() -> None:
    summary = build([standin.SCRIPT], standin.given(standin.SAID, {}), About("1"), NOW)
    assert dialling.safe_number(summary) == "06 12 34 56 78"
    declined = [
        replace(one, status=State.DECLINED) if one.step == "phone" else one
        for one in standin.given(standin.SAID, {})
    ]
    silent = build([standin.SCRIPT], declined, About("1"), NOW)
    assert dialling.safe_number(silent) == ""


def test_the_page_lists_what_the_cards_told_her() -> None:
    shelf = standin.shelf()
    text = "Bel 113. Direct gevaar? Bel 112."
    shelf.heard = (
        Heard(text, ("113", "112"), NOW, "", 1),
        Heard("Bel", ("112",), NOW, "failed", 3),
    )
    told = opened(shelf).split("<h2>Wat de ouder van ons hoorde</h2>")[1].split("</section>")[0]
    assert "In de chat stond: bel 113, 112 di 24 november 10:30" in text_of(told)
    assert '<a href="tel:113">113</a>. Direct gevaar?' in told
    assert "niet aangekomen di 24 november 10:30 · 3 keer" in text_of(told)
    assert "Nog niets beloofd" not in told


def test_legal_hold_is_on_the_page() -> None:
    shelf = standin.shelf()
    assert "Bewaarplicht" not in opened(shelf)
    shelf.held_back = True
    assert "Bewaarplicht: niets wordt gewist" in opened(shelf)


async def test_cards_and_hold_are_read_from_what_is_kept(database: Database) -> None:
    desk = town.desk(database)
    async with database.writing() as tx:
        found = await town.family(tx, desk, OURS)
        chat = await sessions.by_family(tx, found.family_id)
        assert chat
        rows = [draft(chat, "card", body={"text": CARD}, at=NOW.timestamp(), address_id=None),
                draft(chat, "plain", body={"text": "Hoe gaat het?"}, address_id=None)]  # fmt: skip
        await outbox.put(tx, rows)
    file = await desk.book.file("sanne", OURS)
    assert file is not None
    assert [(card.numbers, card.at) for card in file.heard] == [(("113", "0800 0113", "112"), NOW)]
    assert not file.held
    async with database.writing() as tx:
        await holds.put(tx, found.family_id, "mo", NOW.timestamp())
    file = await desk.book.file("sanne", OURS)
    assert file is not None
    assert file.held
