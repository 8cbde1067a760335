"""Before anything starts: do scripts, deeds, look-ups and reminders speak of the same things?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.service.effects import HANDLERS
from bot.service.lookups import LOOKUPS
from bot.service.plans import BEGUN
from casework import reminders as policy
from casework.deeds import DEEDS, problems
from dialogs.language.safety import CATEGORIES
from dialogs.library import DANGER, Library
from dialogs.model import Script

OWN = "@"  # options that the engine brings itself


class Mismatch(Exception):
    """Parts that do not fit; the message names them all in one line."""


def refuse_mismatch(library: Library) -> None:
    """Raises Mismatch when a script names what the service cannot do."""
    wrong = [*_handlers(), *_entries(library), *_cards(library)]
    for script in library:
        wrong += _in_script(script)
    if wrong:
        raise Mismatch("; ".join(wrong))


def _handlers() -> Iterator[str]:
    for name, kind in DEEDS.items():
        if kind not in HANDLERS:
            yield f"deed {name} has no handler"


def _entries(library: Library) -> Iterator[str]:
    for entry in sorted(BEGUN | policy.APPOINTMENT | policy.ARRANGED):
        if library.script_for(entry) is None:
            yield f"no script begins at {entry}"


def _cards(library: Library) -> Iterator[str]:
    """Every danger has words of its own: the step that is called like it."""
    known = {step.id for step in library.script(DANGER).steps}
    for category in CATEGORIES:
        if category not in known:
            yield f"no step {category} in the script {DANGER}"


def _in_script(script: Script) -> Iterator[str]:
    for step in script.steps:
        where = f"{script.file or script.id}:{step.line}"
        for name in (step.lookup, step.options_from):
            if name and not name.startswith(OWN) and name not in LOOKUPS:
                yield f"{where}: no look-up {name}"
        for deed in step.do:
            trusted = {k: "=" if "{" in v else v for k, v in deed.args}  # facts come at run time
            yield from (f"{where}: {wrong}" for wrong in problems(deed.name, trusted))
