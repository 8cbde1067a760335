"""Tables of turns of phrase, one pattern a line, as one pattern over whole words."""

from __future__ import annotations

import re
from typing import Any, cast

HERE = r"(?= \||$)"  # the clause ends here
FIRST = (
    r"(?:^|(?<=\| )|(?<=nee )|(?<=nou )|(?<=ja )|(?<=maar )|(?<=dat ))"  # nothing is named before
)


def phrases(table: str) -> re.Pattern[str]:
    """A pattern that finds any line of the table where words begin and end there.

    It is made at its first use, or by `prepare`: making all of them takes a part of the start.
    """
    made = _Later(rf"(?<!\S)(?:{'|'.join(filter(None, table.split(chr(10))))})(?!\S)")
    _WAITING.append(made)
    return cast("re.Pattern[str]", made)


def prepare() -> None:
    """Make every pattern now. Takes some 0.1 s."""
    while _WAITING:
        _WAITING.pop().make()


class _Later:
    """A pattern in waiting; once it is made, its methods are the pattern's own."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._made: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.make(), name)

    def make(self) -> re.Pattern[str]:
        """The pattern itself. Raises re.error for a table that is none."""
        if self._made is None:
            self._made = re.compile(self._source)
            for method in _METHODS:
                setattr(self, method, getattr(self._made, method))
        return self._made


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
_WAITING: list[_Later] = []
