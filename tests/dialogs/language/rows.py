"""Tables of tests as text: one line is what she types, an arrow, and what it means."""

from __future__ import annotations


def rows(table: str) -> list[tuple[str, str | None]]:
    """(text, meaning) for each line; None for a question mark."""
    pairs = [line.rpartition(" -> ") for line in table.strip("\n").splitlines()]
    assert pairs
    assert all(arrow for _, arrow, _ in pairs)
    return [(text, None if meant == "?" else meant) for text, _, meant in pairs]
