"""A reminder or a colleague's message came while a question stood open: for which are her words?

What only one of the two understands is for that one. What may be for either, right after the
message came, is kept first; then she is asked once, in one tap, whether it answers the question.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from dialogs import accepting, whose
from dialogs.flow import OWN_WORDS
from dialogs.language.normal import normal
from dialogs.language.wordlist import listed
from dialogs.library import EVERYWHERE
from dialogs.model import Kind
from dialogs.reading import Standing, beneath, read
from dialogs.run import Run
from dialogs.whose import CAME

RESUMING = {  # timer → the everywhere step that asks whether she goes on
    "unfinished": "nudge",
    "unfinished_again": "nudge_again",
    "unfinished_last": "nudge_last",
    "paused": "asked_for",
    "expiring": "expiring",
}
JUST_NOW = timedelta(minutes=2)  # she may have typed before she saw what came
_WHEN = (Kind.DATE, Kind.TIME, Kind.MOMENT)  # a colleague may ask for a day too
_CARD = frozenset(listed("bel bellen gebeld 112 politie telefoon durf hij help gevaar veilig bang"))
_EITHER = frozenset(
    listed("ja nee ok oke goed prima is dank bedankt misschien graag jawel klopt lukt later geen")
)


def taken(run: Run, text: str) -> bool:
    """Whether her words were for the question beneath, or she is asked if they are."""
    standing = _standing(run, text)
    if standing is None:
        return False
    if run.on_overlay:
        return _past_nudge(run, text, standing)
    if run.step.kind in OWN_WORDS:
        return _beside_words(run, text, standing)
    return _beside_buttons(run, text, standing)


def _standing(run: Run, text: str) -> Standing | None:
    frames = run.session.frames
    came = frames[-1].topic or (run.on_overlay and frames[-1].step in RESUMING.values())
    if len(frames) < 2 or not came or frames[-1].trail or frames[-2].script == EVERYWHERE:
        return None
    return beneath(run, text)


def told_beneath_danger(run: Run, text: str) -> bool:
    """While a danger card is up she says that she cannot come: kept, and done after the card."""
    frames = run.session.frames
    talks = len(frames) > 1 and frames[-2].topic and _CARD.isdisjoint(normal(text).split())
    standing = beneath(run, text) if talks else None
    if standing is None or standing.kind is not Kind.CHOICE:
        return False
    run.note(text)
    accepting.answer_beneath(run, standing.value, text)
    return True


def _past_nudge(run: Run, text: str, standing: Standing) -> bool:
    """At "Wil je verder?" an answer to the question itself says yes."""
    if standing.kind in OWN_WORDS or read(run, text) is not None:
        return False
    run.close_overlays()
    run.cancel("paused", "unfinished")
    accepting.understood(run, standing.value, text)
    return True


def _beside_buttons(run: Run, text: str, standing: Standing) -> bool:
    """A reminder: what it cannot read itself is for the question; a bare yes may be for either."""
    if read(run, text) is not None:
        either = _first(text) in _EITHER and standing.kind not in OWN_WORDS
        return either and _just_came(run) and _ask(run, text)
    if standing.kind in OWN_WORDS:
        return run.frame.misses == 0 and _ask(run, text)
    accepting.answer_beneath(run, standing.value, text)
    return True


def _beside_words(run: Run, text: str, standing: Standing) -> bool:
    """Somebody wrote and asks for words: she may have typed before she saw it."""
    if not _just_came(run):
        return False
    if standing.kind not in (*OWN_WORDS, *_WHEN) and _first(text) not in _EITHER:
        accepting.answer_beneath(run, standing.value, text)
        return True
    whose.ask_afterwards(run, text)
    return False


def _ask(run: Run, text: str) -> bool:
    whose.ask(run, text)
    return True


def _just_came(run: Run) -> bool:
    came = run.frame.facts.get(CAME, "")
    return bool(came) and run.at - datetime.fromisoformat(came) <= JUST_NOW


def _first(text: str) -> str:
    return normal(text).partition(" ")[0]
