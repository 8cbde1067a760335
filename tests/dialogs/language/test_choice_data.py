"""What readers of buttons know: examples of a thing, amounts, grades, words split or glued."""

from __future__ import annotations

import pytest

from dialogs.language.choices import Known, kinds, read_choice, read_choices
from dialogs.language.choices.ladders import LADDERS
from dialogs.language.choices.measures import stretch, within
from dialogs.language.choices.spelling import joined, parted


def known(*labels: str) -> list[Known]:
    return [Known(label, label) for label in labels]


def wanted(*words: str) -> frozenset[str]:
    return frozenset(words)


def test_an_example_is_what_it_is_an_example_of_and_not_the_other_way_round() -> None:
    assert kinds.kinds_of("kassa", wanted("werk", "wonen")) == {"werk"}
    assert kinds.kinds_of("werk", wanted("kassa", "wonen")) == frozenset()


def test_the_narrower_thing_counts_before_the_wider_one() -> None:
    assert kinds.kinds_of("schoonmoeder", wanted("oma", "familie")) == {"oma"}
    assert kinds.kinds_of("schoonmoeder", wanted("familie", "buren")) == {"familie"}


def test_work_is_a_wage_too() -> None:
    assert kinds.kinds_of("kassa", wanted("loon", "uitkering")) == {"loon"}


def test_an_example_of_a_lack_names_the_button_that_says_there_is_none() -> None:
    options = known("Ik heb werk", "Geen werk", "Ik leer nog")
    assert read_choice("ben ontslagen vorige maand", options) == "Geen werk"
    assert read_choice("ik sta bij de lidl achter de kassa", options) == "Ik heb werk"


def test_a_phrase_is_found_with_small_words_between_and_only_where_a_button_needs_it() -> None:
    assert (
        kinds.phrased("mijn portemonnee is helemaal leeg", wanted("geld", "weinig"))
        == "mijn portemonnee_leeg"
    )
    assert kinds.phrased("mijn portemonnee is leeg", wanted("sport")) == "mijn portemonnee is leeg"


def test_one_more_of_their_kind_is_something_else_and_anything_else_is_not() -> None:
    options = known("Voetbal", "Zwemmen", "Dansen", "Iets anders")
    assert read_choice("judo", options) == "Iets anders"
    assert read_choice("tandarts", options) is None


def test_a_no_that_is_not_for_the_example_leaves_it_standing() -> None:
    options = known("Huur", "Energie", "Zorgverzekering")
    assert read_choices("menzis en vattenfall lukken niet", options) == (
        "Energie",
        "Zorgverzekering",
    )
    assert read_choice("niet bij cz", options) is None
    assert read_choices("premie bij cz al 5 maanden niet betaald", options) == ("Zorgverzekering",)


@pytest.mark.parametrize(
    ("said", "low", "high", "unit"),
    [("10-20 uur", 10, 20, "uur"), ("anderhalf jaar", 18, 18, "maand"),
     ("2 a 3 keer", 2, 3, "keer"),
     ("een uurtje of 8", 8, 8, "uur"), ("7 mille", 7000, 7000, ""), ("zestien uur", 16, 16, "uur")],
)  # fmt: skip
def test_an_amount_is_a_stretch(said: str, low: float, high: float, unit: str) -> None:
    found = stretch(said)
    assert found is not None
    assert (found.low, found.high, found.unit) == (low, high, unit)


def test_two_amounts_are_none() -> None:
    assert stretch("3 uur en 5 keer") is None


def test_an_amount_lies_within_one_button_and_the_narrower_of_two() -> None:
    spans = [stretch(one) for one in ("minder dan een maand", "langer dan 3 maanden",
                                      "langer dan een jaar")]  # fmt: skip
    assert within("6 weken", spans) == []
    assert within("half jaar", spans) == [1]
    assert within("al jaren", spans) == [2]
    assert within("niet 2 jaar", spans) is None
    assert within("3 dagen per week", spans) == []


def test_every_rung_is_on_a_ladder_of_at_least_three() -> None:
    assert min(map(len, LADDERS)) >= 3
    assert [rung for ladder in LADDERS for rung in ladder if not rung.strip()] == []


def test_a_grade_beyond_the_buttons_is_the_nearest_one_unless_a_no_is_there() -> None:
    assert read_choice("geweldig", known("Goed", "Gaat wel", "Slecht")) == "Goed"
    assert read_choice("nooit", known("Ja, altijd", "Soms", "Bijna nooit", "Nee")) == "Nee"


def test_words_are_joined_and_parted_as_the_buttons_have_them() -> None:
    own = wanted("peuterspeelzaal", "bso")
    assert joined(["naar", "peuter", "speel", "zaal"], own) == ["naar", "peuterspeelzaal"]
    assert joined(["b", "s", "o"], own) == ["bso"]
    assert parted(["elkendag"], {"elkedag": ("elke", "dag")}) == ["elke", "dag"]
    assert parted(["vandaag"], {"vandaan": ("van", "daan")}) == ["vandaag"]
