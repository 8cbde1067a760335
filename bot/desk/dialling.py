"""Numbers one can press to call: in what she was told, and the one that is safe for her."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from casework.phones import spoken
from casework.summary import Line, State, Summary

# A Dutch number in any grouping, an international one, or a three-digit line for help.
_NUMBER = re.compile(r"(?<![\d+])(?:\+\d{8,15}|0\d(?:[ -]?\d){7,9}|0[89]00[ -]?\d{4}|11[23])(?!\d)")
_SAID = (State.ANSWERED, State.UNCLEAR)


def linked(text: str) -> Markup:
    """This text, escaped, with every telephone number in it as a link."""
    parts, end = list[str](), 0
    for found in _NUMBER.finditer(text):
        parts += [escape(text[end : found.start()]), _link(found[0])]
        end = found.end()
    return Markup("").join([*map(Markup, parts), escape(text[end:])])


def numbers(text: str) -> list[str]:
    """The telephone numbers in this text, each once, in their order."""
    return list(dict.fromkeys(_NUMBER.findall(text)))


def address(number: str) -> str:
    """What a `tel:` link holds."""
    return "tel:" + re.sub(r"[^\d+]", "", number)


def safe_number(summary: Summary) -> str:
    """The number she gave last, in groups as people read it; "" when she gave none."""
    lines = [line for part in summary.sections for line in part.lines if line.trace.at]
    lines.sort(key=lambda line: line.trace.at.timestamp() if line.trace.at else 0.0)
    found = [number for line in lines if (number := _whole(line))]
    return found[-1] if found else ""


def _whole(line: Line) -> str:
    """The number that this line is; "" when it holds anything else too."""
    if line.state not in _SAID:
        return ""
    said = (*line.value, *line.parts, line.words)
    return next((spoken(one) for one in said if len(one) > 3 and _NUMBER.fullmatch(one)), "")


def _link(number: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address(number), number)
