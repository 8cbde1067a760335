"""A page of the web chat as a parent reads it, without JavaScript: the question and its forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.crash.book import BEYOND

Attributes = list[tuple[str, str | None]]


@dataclass(slots=True)
class Form:
    """What travels when she presses a button in it, and what she can fill in."""

    action: str
    hidden: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)  # (what it says, its press)
    boxes: list[tuple[str, str, bool]] = field(default_factory=list)  # (label, value, ticked)
    writes: bool = False
    attaches: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `turn` is -1 when no conversation is shown; `text` is the question of now."""

    turn: int
    text: str
    forms: tuple[Form, ...]

    @property
    def answer(self) -> Form:
        """The form under the question; an empty one when nothing is asked."""
        return next((one for one in self.forms if one.action == "/chat"), Form("/chat"))

    @property
    def note(self) -> Form:
        """The form in which she can write whatever she wants."""
        return next(one for one in self.forms if one.action == "/chat" and one.writes)

    def coded(self, verb: str) -> list[tuple[str, str]]:
        """The buttons of one kind: `c` choose, `i` intent, `ok` ready."""
        return [
            (label, press)
            for label, press in self.answer.buttons
            if press.partition(":")[2].partition(".")[0] == verb and not press.endswith(BEYOND)
        ]

    def intent(self, name: str) -> str:
        """The press of this intent's button; "" when there is none."""
        wanted = f"{self.turn}:i.{name}"
        return next((press for _, press in self.answer.buttons if press == wanted), "")


def read(html: str) -> Page:
    """The page in this HTML."""
    reader = _Reader()
    reader.feed(html)
    return Page(reader.turn, "\n\n".join(reader.parts), tuple(reader.forms))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.turn, self.forms, self.parts = -1, list[Form](), list[str]()
        self._depth = 0  # of divs in the question
        self._words: list[str] | None = None  # of the paragraph, button or label being read
        self._of: dict[str, str] = {}  # the button's or box's attributes

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        has = {name: value or "" for name, value in attrs}
        if "data-turn" in has:
            self.turn = int(has["data-turn"])
        if tag == "div" and (self._depth or has.get("id") == "vraag"):
            self._depth += 1
        elif tag == "form":
            self.forms.append(Form(has.get("action", "")))
        elif tag == "br" and self._words is not None:
            self._words.append("\n")
        elif (tag == "p" and self._depth) or tag in ("button", "label"):
            self._words, self._of = [], has
        elif tag in ("input", "textarea") and self.forms:
            self._field(self.forms[-1], has)

    def _field(self, form: Form, has: Mapping[str, str]) -> None:
        name, kind = has.get("name", ""), has.get("type", "")
        if kind == "hidden":
            form.hidden[name] = has.get("value", "")
        elif kind == "checkbox":
            self._of = dict(has)
        form.writes |= name == "text"
        form.attaches |= kind == "file"

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._depth:
            self._depth -= 1
        if tag not in ("p", "button", "label") or self._words is None:
            return
        said, has, self._words = "".join(self._words).strip(), self._of, None
        if tag == "p":
            self.parts.append(said)
        elif tag == "button" and has.get("name") == "press":
            self.forms[-1].buttons.append((said, has["value"]))
        elif tag == "label" and has.get("name") == "picked":
            self.forms[-1].boxes.append((said, has["value"], "checked" in has))
