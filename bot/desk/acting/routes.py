"""Where these pages are; `bot.desk.policy` says for whom."""

from __future__ import annotations

from typing import Any

from bot.desk import fields
from bot.desk.acting import absence, handling, welcoming, words, writing
from bot.desk.book import File
from bot.desk.gate import View

_FAMILY = "/overdracht/{handoff:str}"
_LINE = _FAMILY + "/regel/{script:str}/{step:str}"
ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("write_form", "GET", _FAMILY + "/bericht", writing.page),
    ("write", "POST", _FAMILY + "/bericht", writing.write),
    ("hint", "POST", _FAMILY + "/bericht/hints", writing.hint),
    ("send", "POST", _FAMILY + "/bericht/versturen", writing.send),
    ("take_back", "POST", _FAMILY + "/bericht/{number:int}/ongedaan", writing.take_back),
    ("send_again", "POST", _FAMILY + "/bericht/{number:int}/opnieuw", writing.once_again),
    ("welcome", "POST", _FAMILY + "/uitnodigen", welcoming.letter),
    ("called", "POST", _FAMILY + "/bellen", handling.called),
    ("hand", "POST", _FAMILY + "/overgeven", handling.hand),
    ("add_task", "POST", _FAMILY + "/taken", handling.add_task),
    ("outcome", "POST", _FAMILY + "/gesprek/{number:int}/uitkomst", handling.outcome),
    ("close", "POST", _FAMILY + "/sluiten", handling.close),
    ("reopen", "POST", _FAMILY + "/heropenen", handling.reopen),
    ("correct_form", "GET", _LINE, handling.correct_form),
    ("correct", "POST", _LINE, handling.correct),
    ("absence", "GET", "/afwezig", absence.page),
    ("mark_away", "POST", "/afwezig", absence.mark),
    ("is_back", "POST", "/afwezig/{number:int}/terug", absence.back),
    ("note_to_her", "POST", _FAMILY + "/bericht/{number:int}/stuur", writing.from_note),
)


def outcome_of(file: File, talk_id: int) -> str:
    """What this talk brought, as noted last; "" when nobody did."""
    begins = f"{talk_id}:"
    refs = [one.ref for one in file.done if one.what == "outcome" and one.ref.startswith(begins)]
    return refs[-1].removeprefix(begins) if refs else ""


TABLES: dict[str, Any] = {  # for the templates
    "ACTS": words.ACTS,
    "AWAY": words.AWAY,
    "HANDLED": words.HANDLED,
    "once": fields.once,
    "outcome_of": outcome_of,
    "TEXT_KINDS": words.KINDS,
    "SENDING": words.SENDING,
    "WHY": words.WHY,
    "REFUSED": words.REFUSED,
    "TODO": words.TODO,
    "WRONG": words.WRONG,
    "SENT_BY": words.CHANNELS,
}
