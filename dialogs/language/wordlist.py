"""Word tables of the readers are written as running text; here they become lists."""

from __future__ import annotations


def listed(text: str) -> list[str]:
    """The words of a table, in order."""
    return text.split()
