"""Creditors: when two names are one, and when somebody must say so."""

from __future__ import annotations

import pytest

from casework import creditors

KNOWN = ["Evides", "Trivire", "Zilveren Kruis", "Coöperatie VGZ"]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Trivire BV", "Trivire"),
        ("Trivire B.V.", "Trivire"),
        ("Trivire Wonen", "Trivire"),
        ("Trivere", "Trivire"),
        ("Stichting Trivire", "Trivire"),
        ("Zilverenkruis", "Zilveren Kruis"),
        ("VGZ", "Coöperatie VGZ"),
        ("EVIDES N.V.", "Evides"),
    ],
)
def test_a_new_name_that_may_be_a_known_one(name: str, known: str) -> None:
    assert creditors.alike(name, KNOWN) == known


@pytest.mark.parametrize(
    "name", ["Trivire", " trivire ", "Woonbron", "CZ", "Vitens", "BV", "", "!"]
)
def test_a_name_that_is_known_or_like_none(name: str) -> None:
    assert creditors.alike(name, KNOWN) == ""


def test_nobody_is_known_yet() -> None:
    assert creditors.alike("Trivire", []) == ""


def test_a_known_name_is_spelled_as_it_was() -> None:
    assert creditors.spelled(" TRIVIRE", KNOWN) == "Trivire"
    assert creditors.spelled("Trivire BV", KNOWN) == "Trivire BV"
