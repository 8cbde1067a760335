"""Buttons that tell who does it: "Ik regel het zelf / Jullie regelen het / Samen doen"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dialogs.language.choices.options import Option, Options
from dialogs.language.choices.stance import FILLER, NEGATIONS
from dialogs.language.choices.words import LIGHT, STOP
from dialogs.language.phrases import phrases

_WHO = {  # the first that is found counts: "ik wil dat jullie het doen" is about us
    "together": phrases("samen\nmet (?:zn |z n |ons )?(?:twee\\w*|2en|2|hulp)"),
    "we": phrases("jullie\n(?:\\w+ )?(?:jij|u|je) (?:het|dat|dit)(?: maar)?\n(?:jij|u)(?: maar)?"),
    "they": phrases("zij\nhij"),
    "she": phrases(
        "^ik \\w+$\n^ik$\nzelf\nikzelf\nik alleen\n"
        "(?:dat )?(?:doe|regel|bel|kan|stuur|vul|vraag|haal) ik"
    ),
}
_FEW = 1  # words that tell something, at most, beside who


def by_doer(said: str, options: Options) -> list[Option] | None:
    """The one option with the doer she names; None when these are no such buttons, or no doer."""
    doers = _doers(options.labels)
    known = [one for one in doers if one]
    if len(known) < 2 or len(set(known)) < len(known) or "she" not in known:
        return None
    hers, words = _doer(said), said.split()
    if hers not in known or NEGATIONS.intersection(words) or {"of", "maar"} & {*words[1:-1]}:
        return None
    verbs = {word for label in options.labels for word in label.split()}
    return [options.all[doers.index(hers)]] if len(_telling(words, verbs)) <= _FEW else None


@lru_cache(256)
def _doers(labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_doer, labels))


def _doer(said: str) -> str:
    return next((who for who, ways in _WHO.items() if ways.search(said)), "")


def _telling(words: Sequence[str], own: set[str]) -> list[str]:
    small = STOP | LIGHT | FILLER | own | {"|", "samen", "tweeen"}
    return [word for word in words if word not in small]
