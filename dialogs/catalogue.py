"""The words in her form of address: catalogues that people wrote, with Dutch as the last resort.

The scripts themselves are written in the je form, so an entry without a translation reads as
its source. The u form is a second catalogue on top: only what differs is in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from pathlib import Path

DOMAINS: Mapping[str, tuple[str, ...]] = {"je": ("messages",), "u": ("messages", "formal")}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Sentences by (context, Dutch source)."""

    said: Mapping[tuple[str, str], str]

    @classmethod
    def parse(cls, *texts: str) -> Catalogue:
        """Read .po texts; a later one wins. Fuzzy, empty and obsolete entries do not count."""
        said: dict[tuple[str, str], str] = {}
        for text in texts:
            said |= _entries(text)
        return cls(said)

    @classmethod
    def load(cls, folder: Path, form: str) -> Catalogue:
        """The Dutch catalogue for this form of address ("je" or "u"); read once per process.

        `folder` is the one that holds `nl/LC_MESSAGES`. Raises KeyError for another form and
        OSError when a file is missing.
        """
        return _loaded(folder, form)

    def translate(self, context: str, msgid: str) -> str:
        """The sentence to show: for this context, else for any, else the Dutch source."""
        said = self.said.get((context, msgid))
        return said or self.said.get(("", msgid), msgid)


@cache
def _loaded(folder: Path, form: str) -> Catalogue:
    said: dict[tuple[str, str], str] = {}
    for domain in DOMAINS[form]:
        said |= _read(folder / "nl" / "LC_MESSAGES" / f"{domain}.po")
    return Catalogue(said)


@cache
def _read(file: Path) -> Mapping[tuple[str, str], str]:
    """One file, read once although two forms use it."""
    return _entries(file.read_text("utf-8"))


def _entries(text: str) -> dict[tuple[str, str], str]:
    return {
        (message.context or "", message.id): message.string
        for message in read_po(BytesIO(text.encode()))
        if message.id and message.string and not message.fuzzy
        if isinstance(message.id, str) and isinstance(message.string, str)
    }
