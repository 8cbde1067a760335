"""What parents answer every day is no danger: all answers, labels and examples that we have.

A false alarm stops the questions, wakes the team and teaches her not to type any more. Sentences
that are a signal, although they are an answer too, stand below with the reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dialogs.authoring.safety import shipped_rules
from dialogs.authoring.shelf import load_shipped
from dialogs.language.safety import assess

HERE = Path(__file__).parent
SETS = HERE.parents[1] / "language" / "sets"
MOST_CHECK = 0.01  # of all ordinary texts
MOST_UNSEEN = 0.09  # of messages that nothing learned from; seen: 0.084
TRUE_NOW = {
    "ik wil niet meer": "a veiled death wish; one question costs a tap",
    "ik wil niet meer leven": "a death wish",
    "ik durf niet naar huis": "afraid of who is there",
    "ik voel me onveilig": "the answer that says so",
    "onveilig thuis": "the answer that says so",
    "niet veilig": "the answer that says so",
    "het is niet veilig": "the answer that says so",
    "denken aan zelfmoord": "the name of that question in the danger script",
    "zelfmoord": "an answer to the question what is wrong, in the danger script",
    "ik wil dood": "an answer to the question what is wrong, in the danger script",
    "112 gebeld": "an answer in the danger script",
    "heb 112 gebeld": "an answer in the danger script",
    "ik heb 112 gebeld": "an answer in the danger script",
}

TRUE_CHECK = {
    "food": "te weinig eten|geen eten|geen eten in huis|honger|niks te eten|nix te eten"
    "|niks in huis|geen eten of huis|ik heb vandaag geen eten"
    "|ik sla het avondeten over voor de kinderen"
    "|deurwaarder brief en geen eten|te weinig eten en brief deurwaarder"
    "|stroom is afgesloten en geen eten in huis"
    "|we hebben te weinig eten en er ligt een brief van de deurwaarder",
    "energy": "afgesloten stroom, gas of water|gas of stroom afgesloten|geen stroom of water"
    "|gas afgesloten|stroom is afgesloten|geen gas|geen stroom|geen water",
    "house": "huis kwijt|mijn huis kwijt|dakloos|huisuitzetting|uitzetting|geen huis",
    "danger": "bedreigd|hij slaat|iemand doet mij pijn|ik zie het niet meer zitten",
    "cries for help": "help me nu|help me alsjeblieft|help mij|ik ben in nood|dit is spoed"
    "|ik heb nu iemand nodig",
    "at the end of her strength": "ik kan niet meer|ik trek het niet"
    "|mijn hoofd zit echt veel te vol ik trek het niet",
}
"""What these answers are about; the questions they answer heed it (basics, roof), or ask on."""


def lines(name: str) -> list[str]:
    found = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in found if line and not line.startswith("#")]


def wishes() -> Iterator[str]:
    for name in ("wishes.txt", "formal.txt"):
        for line in lines(name):
            yield from line.partition(":")[2].split("|")


def answers() -> Iterator[str]:
    """Answers to each kind of question, and the buttons that were tapped for them."""
    yield from lines("answers.txt")
    for file in ["choices.txt", *(path.name for path in HERE.glob("when_*.txt"))]:
        for line in lines(file):
            if line.startswith(("= ", "+ ")):
                yield from line[2:].split(" / ")
            else:
                yield line.rpartition(" -> ")[0] or line


def understood() -> Iterator[str]:
    for path in sorted(SETS.glob("understanding*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield from (row["text"], *row.get("options", []))


def shipped() -> Iterator[str]:
    for script in load_shipped():
        for step in script.steps:
            yield from (step.label, step.example)
            for choice in step.choices:
                yield from (choice.label, *choice.says)


@cache
def signals() -> dict[str, str]:
    """Each ordinary text, and the tier that the rules give it."""
    sources = (wishes(), answers(), understood(), shipped())
    texts = {text.strip() for source in sources for text in source} - {""}
    found = {text: assess(text, shipped_rules()) for text in sorted(texts)}
    return {text: signal.tier if signal else "none" for text, signal in found.items()}


def test_there_are_thousands_of_them() -> None:
    assert len(signals()) > 2500


def test_no_ordinary_text_is_danger_now() -> None:
    now = {text for text, tier in signals().items() if tier == "now"}
    assert now - {text for text in now if text.casefold() in TRUE_NOW} == set()


def test_hardly_any_ordinary_text_brings_a_question() -> None:
    true = {text for texts in TRUE_CHECK.values() for text in texts.split("|")}
    found = (text for text, tier in signals().items() if tier == "check")
    check = [text for text in found if text.casefold() not in true]
    assert len(check) <= MOST_CHECK * len(signals()), check


def test_few_everyday_messages_that_nothing_learned_from_bring_a_question() -> None:
    found = {text: assess(text, shipped_rules()) for text in lines("everyday_unseen.txt")}
    asked = [text for text, signal in found.items() if signal and signal.tier != "note"]
    assert len(found) == 500
    assert [text for text in asked if (one := found[text]) and one.tier == "now"] == []
    assert len(asked) <= MOST_UNSEEN * len(found), asked


@pytest.mark.parametrize(
    "text",
    [
        "om 10 uur smorgens",
        "zaterdag 8 uur s'morgens",
        "een aanmaning",
        "zsm",
        "17 okt 19",
        "oui",
        "wia",
        "nee wacht, toch dinsdag",
        "alles op orde",
        "in de vrouwenopvang",
        "huur en water maar geen gas",
    ],
)
def test_a_word_that_people_write_is_no_slip_of_another(text: str) -> None:
    assert assess(text, shipped_rules()) is None
