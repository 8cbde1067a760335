"""The scripts that come with Stapje, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dialogs.authoring.build import build_script
from dialogs.authoring.issue import Issue
from dialogs.authoring.safety import shipped_rules
from dialogs.authoring.source import SourceError
from dialogs.language import phrases
from dialogs.language.safety import Signal, assess
from dialogs.language.wishes.formal import read_formal
from dialogs.language.wishes.intents import read_intent
from dialogs.library import Library
from dialogs.model import Script


def shipped_texts() -> dict[str, str]:
    """File name → text of every shipped script."""
    folder = files("dialogs") / "scripts"
    found = (f for f in folder.iterdir() if f.name.endswith(".yaml"))
    return {f"dialogs/scripts/{f.name}": f.read_text("utf-8") for f in found}


@cache
def load_shipped() -> Library:
    """All shipped scripts. Raises SourceError with every issue in any of them."""
    return load(shipped_texts())


def load(texts: dict[str, str]) -> Library:
    """Scripts from file name → text. Raises SourceError with every issue in any of them."""
    scripts: list[Script] = []
    issues: list[Issue] = []
    for file, text in sorted(texts.items()):
        built = build_script(text, file)
        if isinstance(built, Script):
            scripts.append(built)
        else:
            issues += built
    if issues:
        raise SourceError(issues)
    return Library(scripts, shipped_danger)


def warm() -> None:
    """Read what typed words need before anybody types: danger rules, wishes, word frequencies.

    Takes up to a second. Raises SourceError with every issue in the danger rules, which come last:
    what stays of them fills the room that reading the word lists left.
    """
    phrases.prepare()
    read_intent("warm")
    read_formal("warm")
    shipped_danger("warm")


def shipped_danger(words: str) -> Signal | None:
    """The danger in these words, by the rules that come with Stapje; read at the first call."""
    return assess(words, shipped_rules())
