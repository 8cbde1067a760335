"""What goes to colleagues and to the town's own systems: which things, told how, and no words.

A post holds codes and moments only. It waits in the outbox like every message, under the system
key, and its channel makes a mail or a call of it when it goes.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from bot.service import letters
from dialogs.render import Message
from storage.outbox import Draft

MAIL, WEBHOOK, OPENKLANT = "mail", "webhook", "openklant"
CHANNELS = frozenset({MAIL, WEBHOOK, OPENKLANT})
NEWS, URGENT, TALK = "news", "urgent", "talk"  # of mails
OPENED, CHANGED = "handoff.opened", "handoff.changed"  # of the town's systems
GIVE_UP = {  # seconds after which nobody is helped by trying again
    MAIL: 3 * 24 * 3600.0,
    WEBHOOK: 14 * 24 * 3600.0,
    OPENKLANT: 14 * 24 * 3600.0,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One version of a talk, as an invitation tells it."""

    uid: str
    sequence: int
    starts_at: float  # UTC seconds
    zone: str
    minutes: int
    place_kind: str  # office, home, phone, video
    made_at: float
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Post:
    """One thing to tell. `key` is the same at every try: the other side knows a repeat by it."""

    key: str
    what: str
    at: float  # UTC seconds; when it happened
    handoff: str = ""  # its code
    to: str = ""  # a colleague's id; "" for a system
    talk: Moment | None = None


def draft(channel: str, post: Post, *, not_before: float = 0.0) -> Draft:
    """The outbox row of this post."""
    text = json.dumps({name: value for name, value in asdict(post).items() if value})
    return Draft(
        key=post.key,
        conversation_id=None,
        family_id=None,
        address_id=None,
        channel=channel,
        kind=letters.TEAM,
        body=letters.dump(letters.Letter(Message(text))),
        not_before=not_before,
        at=post.at,
    )


def load(message: Message) -> Post:
    """The post in this message."""
    data: dict[str, Any] = json.loads(message.text)
    if talk := data.pop("talk", None):
        return Post(**data, talk=Moment(**talk))
    return Post(**data)
