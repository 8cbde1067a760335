"""Mistakes that a coordinator makes and that would otherwise show only to a parent."""

from __future__ import annotations

import pytest

from dialogs.authoring.build import build_script
from dialogs.authoring.shelf import load_shipped, shipped_texts
from dialogs.model import Script

GOOD = """
id: proef
version: 1
title: Proef
steps:
  - id: money
    kind: choice
    text: "Hoe gaat het, {roepnaam}?"
    choices:
      - {id: fine, label: Het gaat, says: [goed]}
      - {id: tight, label: Krap, says: [weinig]}
  - id: more
    kind: text
    when: money is tight
    text: "Vertel maar."
"""


def found(text: str) -> list[str]:
    built = build_script(text, "proef.yaml")
    return [] if isinstance(built, Script) else [str(issue) for issue in built]


def test_the_good_script_is_good() -> None:
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("money is tight", "mony is tight", "er is geen stap 'mony'; bedoel je 'money'?"),
        ("money is tight", "money is tihgt", "'money' heeft geen antwoord 'tihgt'; bedoel je"),
        ("{roepnaam}", "{roepnam}", "{roepnam} kennen we niet; bedoel je 'roepnaam'?"),
        ("says: [goed]", "says: [weinig]", "'weinig' staat bij twee antwoorden"),
        ("label: Krap", "label: Het is bij ons heel erg krap", "20 is het meest"),
    ],
)
def test_each_mistake_is_told_with_its_line(old: str, new: str, said: str) -> None:
    (first, *_) = found(GOOD.replace(old, new))
    assert first.startswith("proef.yaml:")
    assert said in first


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("money == tight", "bij '== tight' staat een vreemd teken; schrijf 'is', of 'not (…)'"),
        ("money is", "hier hoort een naam te staan, en er staat het einde"),
        ("money is tight fine", "'fine' staat hier los; zet er 'and' of 'or' voor"),
        ("is tight", "hier hoort een naam te staan, en er staat 'is'"),
        ("(money is tight", "hier hoort ')' te staan, en er staat het einde"),
        ("money tight", "hier hoort 'is' of 'has' of 'in' te staan, en er staat 'tight'"),
        ("money is “tight”", "bij '“tight”' staat een vreemd teken"),
    ],
)
def test_a_condition_that_cannot_be_read_is_told_in_dutch(when: str, said: str) -> None:
    (only,) = found(GOOD.replace("when: money is tight", f"when: {when}"))
    assert only == f"proef.yaml:14: steps[more].when: dit lees ik niet: {said}"


def test_shipped_scripts_make_sense() -> None:
    assert len(shipped_texts()) >= 4
    assert load_shipped().script("intake").steps
