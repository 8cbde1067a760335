"""Wishes hold everywhere; answers that only sound like one are answers."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from dialogs.language.frequency import zipf
from dialogs.language.wishes.intents import COMMANDS, curt, read_intent
from dialogs.model import Intent

HERE = Path(__file__).parent
WISHES = ("wishes.txt", "wishes_unseen.txt", "wishes_in_sentences.txt")
ANSWERS = ("answers.txt", "answers_unseen.txt", "answers_in_sentences.txt")


def lines(name: str) -> list[str]:
    """The lines of a table that are no remark."""
    found = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in found if line.strip() and not line.startswith("#")]


def wishes(*names: str) -> Iterator[tuple[Intent, str]]:
    """Each wish with the intent it is."""
    for line in [line for name in names or WISHES for line in lines(name)]:
        name, _, texts = line.partition(":")
        for text in texts.split("|"):
            yield Intent(name), text.strip()


@pytest.mark.parametrize(("intent", "text"), list(wishes()))
def test_a_wish_is_heard(intent: Intent, text: str) -> None:
    assert read_intent(text) is intent


@pytest.mark.parametrize("text", [text for name in ANSWERS for text in lines(name)])
def test_an_answer_is_no_wish(text: str) -> None:
    assert read_intent(text) is None


def test_both_lists_are_long() -> None:
    assert len(list(wishes())) >= 200
    assert len(lines("answers.txt")) >= 200


def test_every_intent_can_be_typed() -> None:
    assert {intent for intent, _ in wishes()} == set(Intent)


def test_every_command_is_an_intent_that_can_be_typed_or_said() -> None:
    assert set(COMMANDS.values()) == set(Intent)


def test_most_slips_of_one_letter_are_still_heard() -> None:
    dice = random.Random(4)
    tried = heard = 0
    for intent, text in wishes(*WISHES[:2]):  # a wish inside a sentence has more words to slip on
        words = text.split()
        long = [i for i, w in enumerate(words) if len(w) > 4 and w.isalpha()]
        if not long:
            continue
        place = dice.choice(long)
        at = dice.randrange(1, len(words[place]) - 1)
        slip = words[place][:at] + words[place][at + 1 :]
        if zipf(slip.casefold()):
            continue  # another word altogether
        found = read_intent(" ".join((*words[:place], slip, *words[place + 1 :])))
        assert found in (intent, None, Intent.CALL, Intent.PAUSE), (text, slip, found)
        tried, heard = tried + 1, heard + (found is intent)
    assert tried > 100
    assert heard / tried > 0.85


def test_very_short_angry_answers() -> None:
    assert curt("boeien") and curt("rot op") and curt("Pfff")  # noqa: PT018 - one thing
    assert not curt("ja hoor")
    assert not curt("ik ben het helemaal zat met die rot brieven")


def test_a_call_takes_half_a_millisecond_at_most() -> None:
    spent = []
    for text in [text for _, text in wishes()] + [t for name in ANSWERS for t in lines(name)]:
        begun = time.thread_time()
        read_intent(text)
        spent.append(time.thread_time() - begun)
    assert median(spent) < 0.0005


@pytest.mark.parametrize(
    "text",
    [
        "ik wil geen appjes meer",
        "geen berichten meer",
        "stop met herinneren",
        "hou op met die berichtjes",
    ],
)
def test_no_more_messages_is_no_more_reminders(text: str) -> None:
    assert read_intent(text) is Intent.REMINDERS_OFF
