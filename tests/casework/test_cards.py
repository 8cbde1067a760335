"""Cards: what may be of use to her, in the order of the file, each once, nothing made up."""

from __future__ import annotations

from dataclasses import replace

from casework.cards import cards, following
from casework.municipality import Municipality
from tests.casework.test_fitting import TODAY, said
from tests.casework.test_programmes import town


def test_cards_fit_what_she_told(dordrecht: Municipality) -> None:
    told = said(children="b4_12", fit="work", money_worry="tight", district="reeland")
    assert [one.id for one in cards(dordrecht, told, TODAY)] == [
        "money_site",
        "town_pass",
        "dental_care",
        "child_participation",
        "working_poor",
    ]
    none = said(children="none", fit="benefit", money_worry="fine", relief_wish="school")
    assert [one.id for one in cards(dordrecht, none, TODAY)] == [
        "town_pass",
        "neighbourhood_health",
    ]


def test_one_after_the_other_until_there_is_none_left(dordrecht: Municipality) -> None:
    found = cards(dordrecht, said(children="b4_12"), TODAY)
    seen, card = [], following(found, "")
    while card is not None:
        seen.append(card)
        card = following(found, card.id)
    assert seen == found
    assert following([], "") is None


def test_what_is_made_up_is_never_told(dordrecht: Municipality) -> None:
    guessed = tuple(replace(one, examples=frozenset({"card"})) for one in dordrecht.programmes)
    assert cards(replace(dordrecht, programmes=guessed), {}, TODAY) == []
    assert cards(town("huizen"), {}, TODAY) == []
