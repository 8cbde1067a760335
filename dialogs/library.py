"""All scripts by id and version. A session pins a version; wording floats with the newest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from dialogs.model import Script, Step, Text

if TYPE_CHECKING:
    from dialogs.language.safety import Signal

EVERYWHERE = "everywhere"  # the script with the words of what holds in every step
DANGER = "danger"  # the script for when what she wrote may mean danger
Watch = Callable[[str], "Signal | None"]  # words → the danger in them, if any


class Library:
    """The scripts the engine may walk, and the `danger` it looks for; built once at start-up."""

    def __init__(self, scripts: Iterable[Script], danger: Watch = lambda words: None) -> None:
        self.danger = danger
        self._all: dict[tuple[str, int], Script] = {(s.id, s.version): s for s in scripts}
        self._newest: dict[str, Script] = {}
        for script in self._all.values():
            known = self._newest.get(script.id)
            if known is None or known.version < script.version:
                self._newest[script.id] = script
        self._entries = {e: s.id for s in self._newest.values() for e in s.entries}
        said = self._newest[EVERYWHERE].lines if EVERYWHERE in self._newest else {}
        self._lines = {name: Text(line, f"{EVERYWHERE}/{name}") for name, line in said.items()}

    def __iter__(self) -> Iterator[Script]:
        return iter(self._newest.values())

    def script(self, script_id: str, version: int | None = None) -> Script:
        """A script; without a version the newest. Raises KeyError when there is none."""
        if version is None:
            return self._newest[script_id]
        return self._all[script_id, version]

    def script_for(self, entry: str) -> str | None:
        """The id of the script that begins at this entry, e.g. a kind of timer."""
        return self._entries.get(entry)

    def line(self, name: str) -> Text:
        """A sentence the engine says by name, from the everywhere script."""
        return self._lines[name]


def step_text(script: Script, step: Step) -> Text:
    """The question itself."""
    return Text(step.text, f"{script.id}/{step.id}")


def asked_text(script: Script, step: Step, *, more: bool) -> Text:
    """The question as it is put to her; in its shorter words when she wrote more beneath it."""
    if more and step.repeat:
        return Text(step.repeat, f"{script.id}/{step.id}#repeat")
    return step_text(script, step)


def label_text(script: Script, step: Step) -> Text:
    """The short name of a step, in overviews."""
    return Text(step.label, f"{script.id}/{step.id}#label")


def choice_text(script: Script, step: Step, choice_id: str) -> Text:
    """What a choice says. Raises KeyError for an unknown choice."""
    return script.labels[step.id, choice_id]
