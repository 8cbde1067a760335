"""From a conversation to the page she sees: what is shown, and the templates that show it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from bot.channels.webchat_guard import headers
from bot.channels.webchat_ports import Front, Said, Talk, Wrote
from dialogs.render import Message, Translate

WEB = Path(__file__).resolve().parent / "web"
STATIC = WEB / "static"
MOST = 40  # bubbles on one page, so that an old phone keeps up
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_PHONE = re.compile(r"\+?\d[\d \-–]{1,18}\d")
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")
_PRESS_CODE = re.compile(r"^\d+:")


@dataclass(frozen=True, slots=True)
class Bubble:
    """One thing that was said. `mine`: by her. `media`: voice, photo or file, without its bytes."""

    id: int
    mine: bool
    paragraphs: tuple[Markup, ...]
    media: str = ""
    calendar: str = ""  # id of the appointment whose file she may fetch


@dataclass(frozen=True, slots=True)
class View:
    """The conversation as it stands on her screen; `question` is what she can answer now."""

    bubbles: tuple[Bubble, ...] = ()
    question: Bubble | None = None
    controls: Message | None = None
    turn: int = 0
    waiting: bool = False
    stamp: str = ""


def view(talk: Talk, opened: float) -> View:
    """What this device shows: all since it was opened (epoch seconds), and the question of now."""
    said = _without_updates(talk.said)
    asked = next((one for one in reversed(said) if _asks(one, talk.turn)), None)
    since = max(opened, talk.cleared_at)
    labels = _labels(talk.said)
    shown: list[tuple[float, int, Bubble]] = [
        (one.at, 1, _said(one)) for one in said if _visible(one, asked, since, talk.turn)
    ]
    shown += [(one.at, 0, _wrote(one, labels)) for one in talk.wrote if one.at >= since]
    bubbles = [b for _, _, b in sorted(shown, key=lambda row: row[:2]) if b.paragraphs or b.media]
    return View(
        tuple(bubbles[-MOST:]),
        _said(asked) if asked else None,
        asked.message if asked else None,
        talk.turn,
        talk.waiting,
        talk.stamp,
    )


def _asks(one: Said, turn: int) -> bool:
    message = one.message
    controls = message.answers or message.boxes or message.menu or message.entry != "none"
    return message.turn == turn and bool(controls)


def _visible(one: Said, asked: Said | None, since: float, turn: int) -> bool:
    return one is not asked and (one.at >= since or one.message.turn == turn)


def _without_updates(said: Sequence[Said]) -> list[Said]:
    """A message that only changed its buttons replaces the one before it."""
    kept: list[Said] = []
    for one in said:
        if one.message.update and kept and kept[-1].message.turn == one.message.turn:
            kept.pop()
        kept.append(one)
    return kept


def _labels(said: Sequence[Said]) -> dict[str, str]:
    """What the buttons and boxes said, by press; fixed buttons also without their turn."""
    labels: dict[str, str] = {}
    for one in said:
        message = one.message
        for button in (*message.answers, *(b for row in message.menu for b in row)):
            labels[button.press] = labels[_code(button.press)] = button.label
        for box in message.boxes:
            labels[f"{message.turn}:{box.id}"] = box.label
    return labels


def _code(press: str) -> str:
    return _PRESS_CODE.sub("", press)


def _said(one: Said) -> Bubble:
    kind, _, number = one.message.file.partition(":")
    return Bubble(one.id, False, rich(one.message.text), calendar=number if kind == "ics" else "")


def _wrote(one: Wrote, labels: Mapping[str, str]) -> Bubble:
    item = one.item
    said = labels.get(item.press) or labels.get(_code(item.press), "") if item.press else ""
    if item.picked and item.press.endswith(":ok"):
        turn = item.press.partition(":")[0]
        said = ", ".join(labels[p] for p in (f"{turn}:{x}" for x in item.picked) if p in labels)
    lines = [line for line in (said, item.text) if line]
    return Bubble(one.id, True, plain("\n\n".join(lines)), item.media.kind if item.media else "")


def plain(text: str) -> tuple[Markup, ...]:
    """Her own words as paragraphs, exactly as she typed them."""
    parts = re.split(r"\n{2,}", text.strip())
    return tuple(Markup("<br>").join(part.split("\n")) for part in parts if part.strip())


def rich(text: str) -> tuple[Markup, ...]:
    """The bot's words as paragraphs: **bold**, numbers to call and addresses to open."""
    return tuple(Markup("<br>").join(map(_line, part.split("\n"))) for part in _parts(text))


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"\n{2,}", text.strip()) if part.strip()]


def _line(line: str) -> Markup:
    pieces = _BOLD.split(line)
    return Markup("").join(
        _bold(piece) if odd % 2 else _linked(piece) for odd, piece in enumerate(pieces)
    )


def _bold(piece: str) -> Markup:
    if _PHONE.fullmatch(piece):
        return Markup('<a href="tel:{}"><strong>{}</strong></a>').format(dialled(piece), piece)
    return Markup("<strong>{}</strong>").format(_linked(piece))


def _linked(piece: str) -> Markup:
    out, end = Markup(""), 0
    for found in _LINK.finditer(piece):
        link = Markup('<a href="{0}" rel="noopener noreferrer" target="_blank">{0}</a>')
        out += escape(piece[end : found.start()]) + link.format(found[0])
        end = found.end()
    return out + escape(piece[end:])


def dialled(phone: str) -> str:
    """A number as a phone dials it."""
    return re.sub(r"[^\d+]", "", phone)


class Pages:
    """The templates with what all of them share."""

    def __init__(self, front: Front, words: Mapping[str, Translate]) -> None:
        self._words, self._headers = words, headers(front.leave_to)
        self._env = Environment(
            loader=FileSystemLoader(WEB / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.globals.update(front=front, asset=_asset, dialled=dialled)

    def show(
        self, name: str, *, form: str = "je", status: int = 200, **context: Any
    ) -> HTMLResponse:
        """The page from this template, in her form of address."""
        context["_"] = _gettext(self._words.get(form) or self._words["je"])
        html = self._env.get_template(name).render(context)
        return HTMLResponse(html, status, self._headers)


def _gettext(translate: Translate) -> Any:  # called from templates, which have no types
    def said(msgid: str, **facts: object) -> str:
        sentence = translate("", msgid)
        return sentence.format_map(facts) if facts else sentence

    return said


def _asset(name: str) -> str:
    """The address of a static file; it changes with its content, so that it may be kept long."""
    return f"/web/{name}?v={_DIGESTS[name]}"


_DIGESTS = {
    file.name: hashlib.sha256(file.read_bytes()).hexdigest()[:12]
    for file in sorted(STATIC.iterdir())
}
