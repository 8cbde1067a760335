"""What an outbox row holds: a message for a parent, or one for the team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dialogs import codec
from dialogs.render import Message
from dialogs.values import changed, value_class

NOTHING = Message("")  # takes the buttons off and leaves no line
REPLY, REMINDER, CLOSE, TEAM = "reply", "reminder", "close", "team"


@value_class(frozen=True, slots=True)
class Letter:
    """A message and what the channel must do with it."""

    message: Message
    close: str = ""  # the channel's id of the message that loses its buttons
    marks: tuple[str, str] | None = None  # another message that does, and what she chose there
    link: tuple[str, str] | None = None  # (label, address) button
    claim: str = ""  # handoff id behind the team's claim button


class Body(dict[str, Any]):
    """What an outbox row holds, and the letter it was made of: it need not be read back."""

    letter: Letter


def dump(letter: Letter) -> Body:
    """The body of an outbox row; the message's own fields lie on top, for the web chat."""
    body = Body(codec.message_dump(letter.message))
    body.letter = letter
    if letter.close:
        body["close"] = letter.close
    if letter.link:
        body["link"] = list(letter.link)
    if letter.claim:
        body["claim"] = letter.claim
    return body


def load(body: Mapping[str, Any]) -> Letter:
    """The letter in this body."""
    if isinstance(body, Body):
        return body.letter
    rest = {name: value for name, value in body.items() if name not in _EXTRAS}
    return Letter(
        codec.message_load(rest),
        close=body.get("close", ""),
        marks=_pair(body.get("marks")),
        link=_pair(body.get("link")),
        claim=body.get("claim", ""),
    )


def mark(body: dict[str, Any], remote: str, line: str) -> None:
    """Let this message take the buttons off another one on its way."""
    body["marks"] = [remote, line]
    if isinstance(body, Body):
        body.letter = changed(body.letter, {"marks": (remote, line)})


def _pair(found: Sequence[str] | None) -> tuple[str, str] | None:
    return (found[0], found[1]) if found else None


_EXTRAS = frozenset({"close", "marks", "link", "claim"})
