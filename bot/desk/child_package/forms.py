"""What a colleague fills in about a child's request, read strictly: ValueError for no answer."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.programme_forms import cents
from bot.service.programmes.child_package.asking import Wanted
from bot.service.programmes.child_package.desk import NOTES
from casework.funds import BANDS, WISHES

LONGEST = 200  # characters of a note


def wanted(fields: Mapping[str, str]) -> Wanted:
    """What a worker asks for a child."""
    wish, band = fields.get("wens", ""), fields.get("leeftijd", "")
    if wish not in WISHES or band not in BANDS:
        raise ValueError(wish or band)
    return Wanted(wish=wish, band=band, words=_short(fields, "woorden"))


def notes(fields: Mapping[str, str]) -> dict[str, str]:
    """What was written down; an empty field takes the note away."""
    return {name: _short(fields, name) for name in NOTES if name in fields}


def given(fields: Mapping[str, str]) -> int:
    """What the town gave of its own, in cents; 0 for an empty field."""
    text = fields.get("euros", "").strip()
    return cents(text) if text else 0


def _short(fields: Mapping[str, str], name: str) -> str:
    return fields.get(name, "").strip()[:LONGEST]
