"""Where these pages are; `bot.desk.policy` says for whom."""

from __future__ import annotations

from bot.desk.acting import words, writing
from bot.desk.gate import View

_FAMILY = "/overdracht/{handoff:str}"
ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("write_form", "GET", _FAMILY + "/bericht", writing.page),
    ("write", "POST", _FAMILY + "/bericht", writing.write),
    ("hint", "POST", _FAMILY + "/bericht/hints", writing.hint),
    ("send", "POST", _FAMILY + "/bericht/versturen", writing.send),
    ("take_back", "POST", _FAMILY + "/bericht/{number:int}/ongedaan", writing.take_back),
    ("note_to_her", "POST", _FAMILY + "/bericht/{number:int}/stuur", writing.from_note),
)
TABLES = {  # for the templates
    "TEXT_KINDS": words.KINDS,
    "SENDING": words.SENDING,
    "WHY": words.WHY,
    "REFUSED": words.REFUSED,
    "TODO": words.TODO,
    "WRONG": words.WRONG,
    "SENT_BY": words.CHANNELS,
}
