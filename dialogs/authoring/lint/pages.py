"""Texts of pages and code that a parent reads, and those of the u form, from the catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dialogs.authoring.lint import po
from dialogs.authoring.lint.said import Role, Said
from dialogs.authoring.lint.script import is_crisis, role_of

SCRIPTS = "dialogs/scripts/"
NOT_HERS = (  # texts for the people who help her
    "bot/desk/",
    "bot/channels/mail/",
    "bot/channels/municipal/",
    "bot/channels/team_telegram",
    "bot/service/agenda.py",
)
_FOR_STAFF = re.compile(r"(?i)\b(overdracht|werkplek|opgepakt)\b")  # said by the service to them
_CLOSED = re.compile(r"[.!?:…]\s*$")
_LABEL = 4  # words: a text without a closing mark and no longer than this is a name on a page
_START = 24  # characters of a text that are looked for in its source
_BUTTON = re.compile(r"""<button\b[^>]*>\s*\{\{ *_\(['"](.+?)['"]\)""")


def page_texts(catalogue: str, sources: Mapping[str, str]) -> Iterator[Said]:
    """Texts outside the scripts that reach a parent. `sources`: file → what is in it."""
    for entry in po.read(catalogue):
        file = next((f for f in entry.files if f in sources), "")
        if file and is_hers(entry) and not file.startswith(SCRIPTS):
            role = _role(entry.source, sources[file])
            yield Said(file, _line(entry.source, sources[file]), "", entry.source, role)


def formal_texts(catalogue: str, file: str) -> Iterator[Said]:
    """Every text of the u form that differs from the je form."""
    for entry in po.read(catalogue):
        if entry.text and is_hers(entry):
            yield Said(
                file, entry.line, entry.context, entry.text,
                role=role_of(entry.context) if "/" in entry.context else _role(entry.text, ""),
                form="both" if entry.context.startswith("intake/address_form") else "u",
                crisis=is_crisis(entry.context),
            )  # fmt: skip


def is_hers(entry: po.Entry) -> bool:
    """Whether a parent may read it."""
    shown = any(not file.startswith(NOT_HERS) for file in entry.files)
    return shown and not _FOR_STAFF.search(entry.source)


def _role(text: str, source: str) -> Role:
    if text in _buttons(source):
        return Role.BUTTON
    short = len(text.split()) <= _LABEL and not _CLOSED.search(text)
    return Role.LABEL if short else Role.MESSAGE


@cache
def _buttons(source: str) -> frozenset[str]:
    return frozenset(_BUTTON.findall(source))


def _line(text: str, source: str) -> int:
    start = text[:_START]
    for number, row in enumerate(source.splitlines(), 1):
        if start in row:
            return number
    return 1
