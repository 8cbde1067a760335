"""Plain text with **bold** as Telegram's HTML, in parts that fit; and rows of buttons as JSON."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from dialogs.render import Message

LONGEST = 4096  # UTF-16 code units of what is shown
CAPTION = 1024
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_ENDS = ("\n\n", "\n", ". ", "! ", "? ", " ")  # where a text may be cut, best first
PICKED, OPEN = "✓ ", "☐ "

Rows = list[list[dict[str, str]]]


def to_html(text: str) -> str:
    """Nothing she or a colleague typed can become mark-up; **bold** becomes <b>."""
    return _BOLD.sub(r"<b>\1</b>", escape(text, quote=False))


def width(text: str) -> int:
    """UTF-16 code units, as Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def split(text: str, longest: int = LONGEST) -> list[str]:
    """Parts of at most `longest`, cut after a paragraph or sentence; bold goes on in the next."""
    parts: list[str] = []
    rest = text.strip()
    while width(rest) > longest:
        cut = _cut(rest, longest - len("**"))
        part, rest = rest[:cut].rstrip(), rest[cut:].lstrip()
        if part.count("**") % 2:
            part, rest = part + "**", "**" + rest
        parts.append(part)
    return [*parts, rest] if rest else parts


def keyboard(message: Message) -> dict[str, Any] | None:
    """The inline keyboard under a message: boxes, answers, then the fixed rows; None without."""
    rows: Rows = [
        [_button((PICKED if b.picked else OPEN) + b.label, b.press)] for b in message.boxes
    ]
    rows += [[_button(answer.label, answer.press)] for answer in message.answers]
    rows += [[_button(b.label, b.press) for b in row] for row in message.menu if row]
    return {"inline_keyboard": rows} if rows else None


def closed(answer: str, press: str) -> dict[str, Any]:
    """One quiet button that shows what she answered; without an answer none at all."""
    line = " ".join(answer.split())
    shown = line if len(line) <= 60 else line[:59].rstrip() + "…"
    return {"inline_keyboard": [[_button(PICKED + shown, press)]] if shown else []}


def _button(label: str, press: str) -> dict[str, str]:
    return {"text": label, "callback_data": press}


def _cut(text: str, longest: int) -> int:
    """How many characters of `text` to take: at the best end in the second half of what fits."""
    fits = _fitting(text, longest)
    for end in _ENDS:
        at = text.rfind(end, fits // 2, fits)
        if at > 0:
            return at + len(end)
    return fits - 1 if text[fits - 1] == "*" else fits


def _fitting(text: str, longest: int) -> int:
    """How many characters fit in so many UTF-16 units."""
    count = min(len(text), longest)
    while width(text[:count]) > longest:
        count -= max(1, (width(text[:count]) - longest) // 2)
    return count
