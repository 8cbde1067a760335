"""Cards: what may be of use to her, in the order of the file, each once, nothing made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.cards import Tip, cards, following, yearly
from casework.municipality import Municipality
from tests.casework.test_fitting import TODAY, said
from tests.casework.test_programmes import town


def test_cards_fit_what_she_told_and_more_of_a_programme_comes_later(
    dordrecht: Municipality,
) -> None:
    told = said(children="b4_12", fit="work", money_worry="tight", district="reeland")
    assert [one.id for one in cards(dordrecht, told, TODAY)] == [
        "money_site",
        "town_pass",
        "dental_care",
        "child_participation",
        "working_poor",
        "money_site.open_bills",
        "child_participation.room",
        "money_site.tax_money",
        "child_participation.groceries",
        "money_site.child_money",
    ]
    fine = said(children="b0_1", fit="benefit", money_worry="fine", relief_wish="money")
    ids = [one.id for one in cards(dordrecht, fine, TODAY)]
    assert [one for one in ids if "." in one] == ["money_site.tax_money"]
    none = said(children="none", fit="benefit", money_worry="fine", relief_wish="school")
    assert [one.id for one in cards(dordrecht, none, TODAY)] == [
        "town_pass",
        "neighbourhood_health",
    ]


def test_every_card_says_when_it_was_looked_at_and_where_more_stands(
    dordrecht: Municipality,
) -> None:
    """The pass has its link elsewhere in the file: then the older of both days counts."""
    older = tuple(
        replace(link, checked_on=date(2026, 9, 1)) if link.id == "stadspas" else link
        for link in dordrecht.links
    )
    found = {one.id: one for one in cards(replace(dordrecht, links=older), {}, TODAY)}
    assert all(one.checked_on for one in found.values())
    assert found["town_pass"].link == "https://stapje.example/dordrecht/dordtpas"
    assert found["town_pass"].checked_on == date(2026, 9, 1)
    assert found["dental_care"].link == "https://www.geldenzodordt.nl"
    assert [one.id for one in found.values() if one.made_up] == [
        "money_site.open_bills",
        "money_site.tax_money",
        "child_participation.groceries",
        "money_site.child_money",
    ]


@pytest.mark.parametrize(
    ("checked", "recent"),
    [(None, True), (date(2026, 6, 1), True), (date(2025, 6, 1), True), (date(2025, 5, 31), False)],
)
def test_what_nobody_looked_at_for_a_year_and_a_half_is_not_told(
    checked: date | None, *, recent: bool
) -> None:
    tip = Tip("dental_care", "dental_care", "Tandarts", "Tot 18 jaar gratis.", checked_on=checked)
    assert tip.recent(date(2026, 12, 1)) is recent


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (date(2026, 12, 8), [date(2027, 12, 8), date(2028, 12, 8)]),
        (date(2028, 2, 29), [date(2029, 2, 28), date(2030, 2, 28)]),
    ],
)
def test_a_yearly_card_keeps_its_day(first: date, then: list[date]) -> None:
    assert yearly(first) == then


def test_one_after_the_other_until_there_is_none_left(dordrecht: Municipality) -> None:
    found = cards(dordrecht, said(children="b4_12"), TODAY)
    seen, card = [], following(found, "")
    while card is not None:
        seen.append(card)
        card = following(found, card.id)
    assert seen == found
    assert following([], "") is None


def test_what_a_programme_makes_up_of_itself_is_never_told(dordrecht: Municipality) -> None:
    guessed = tuple(
        replace(one, examples=frozenset({"card"}), cards=()) for one in dordrecht.programmes
    )
    assert cards(replace(dordrecht, programmes=guessed), {}, TODAY) == []
    assert cards(town("huizen"), {}, TODAY) == []
