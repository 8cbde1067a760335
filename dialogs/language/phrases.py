"""Tables of turns of phrase, one pattern a line, as one pattern over whole words."""

from __future__ import annotations

import re

HERE = r"(?= \||$)"  # the clause ends here
FIRST = (
    r"(?:^|(?<=\| )|(?<=nee )|(?<=nou )|(?<=ja )|(?<=maar )|(?<=dat ))"  # nothing is named before
)


def phrases(table: str) -> re.Pattern[str]:
    """A pattern that finds any line of the table where words begin and end there."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(filter(None, table.split(chr(10))))})(?!\S)")
