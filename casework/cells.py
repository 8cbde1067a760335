"""Words that end up in a spreadsheet: no cell of them is ever calculated. Pure."""

from __future__ import annotations

import unicodedata

_FORMULA = frozenset("=+-@|%")  # what a spreadsheet may run
_ODD = frozenset("\t\r\n")


def harmless(text: str) -> str:
    """A cell that no spreadsheet reads as a formula, also not one in wide signs (＝)."""
    begins = unicodedata.normalize("NFKC", text.lstrip())[:1]
    return f"'{text}" if begins in _FORMULA or text[:1] in _ODD else text
