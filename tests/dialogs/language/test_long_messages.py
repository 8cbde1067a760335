"""A long message, or one thing said a hundred times, is read quickly and to its end."""

from __future__ import annotations

from time import process_time

import pytest

from dialogs.authoring.shelf import shipped_danger
from dialogs.language.contact import read_phone
from dialogs.language.guard import mask
from dialogs.language.safety import Tier
from dialogs.language.safety.net import RULE
from dialogs.language.safety.stretches import LONG, stretches
from dialogs.language.safety.tokens import tokens

FILLER = "wij gaan straks nog even met de bus naar oma en dan eten we daar pannenkoeken "
STORY = (
    "Ik ben vanochtend met de kinderen naar school gefietst en daarna naar de winkel gegaan. De "
    "jongste wilde een banaan en de oudste een broodje. Bij de kassa moest ik lang wachten omdat "
    "er maar een medewerker was. Daarna heb ik de was gedaan en de keuken opgeruimd. Mijn rooster "
    "komt pas vrijdag. "
)
ONLY_NET = "ze hebben vanochtend het licht eruit gehaald, alles in de vriezer is weg"
SLOW = 1.0  # seconds; what is here took 1 to 20 before, and takes less than 0.1


@pytest.mark.parametrize("said", ["ik wil dood ", "wil niet meer leven en ", "hij slaat me! "])
def test_a_cry_said_over_and_over_is_heard_at_once(said: str) -> None:
    shipped_danger(said)  # reads the rules
    began = process_time()
    found = shipped_danger(said * (4000 // len(said)))
    assert process_time() - began < SLOW
    assert found is not None
    assert found.tier is Tier.NOW


@pytest.mark.parametrize("said", ["1 ", "1-", "12 ", "06 ", "0612345678 "])
def test_a_row_of_digits_without_end_is_read_at_once(said: str) -> None:
    began = process_time()
    mask(said * (4000 // len(said)))
    read_phone(said * (4000 // len(said)))
    assert process_time() - began < SLOW


@pytest.mark.parametrize("before", [0, 10, *range(LONG - 24, LONG + 4), 150, 400])
def test_a_cry_anywhere_in_a_long_story_is_heard(before: int) -> None:
    story = (FILLER * 40).split()
    words = [*story[:before], *["hij", "slaat", "me", "elke", "dag"], *story[before:500]]
    found = shipped_danger(" ".join(words))
    assert found is not None
    assert found.tier.height >= Tier.CHECK.height


def test_a_message_of_usual_length_is_one_stretch_as_it_is() -> None:
    said = tokens("ik ben zo moe. " * 2 + FILLER)
    assert list(stretches(said)) == [said]


def test_what_is_said_a_third_time_adds_nothing() -> None:
    assert len(next(stretches(tokens("help ons nu " * 30)))) == 6


def test_a_long_phrase_over_and_over_is_read_twice() -> None:
    phrase = "hij slaat mij en ik wil dood en de kinderen zijn bang en ik kan niet meer verder "
    (read,) = stretches(tokens(phrase * 40))
    assert len(read) == 2 * len(phrase.split())


@pytest.mark.parametrize("said", ["1 ", "06 ", "0612345678 ", "111222333 "])
def test_the_guard_takes_no_longer_than_a_text_is_long(said: str) -> None:
    began = process_time()
    mask(said * (32_000 // len(said)))
    assert process_time() - began < 2 * SLOW  # took 3 and more when it read back to the start


@pytest.mark.parametrize("length", [1_100, 1_500, 3_000, 4_000, 6_000, 20_000])
@pytest.mark.parametrize(
    "cry", ["ik wil niet meer leven", "mijn ex staat met een mes voor de deur"]
)
def test_a_cry_that_ends_a_long_message_is_as_loud_as_alone(length: int, cry: str) -> None:
    alone = shipped_danger(cry)
    assert alone is not None
    assert shipped_danger(f"{(STORY * 60)[:length]}. {cry}") == alone


def test_what_only_the_net_hears_is_heard_at_the_end_of_a_long_message() -> None:
    for text in (ONLY_NET, STORY * 5 + ONLY_NET):
        found = shipped_danger(text)
        assert found is not None
        assert (found.tier, found.rule) == (Tier.CHECK, RULE)


def test_a_long_ordinary_story_is_no_danger() -> None:
    assert [shipped_danger((STORY * 60)[:length]) for length in (1_500, 4_000, 9_000)] == [None] * 3
