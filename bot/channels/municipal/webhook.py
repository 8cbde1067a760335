"""A signed call to a system of the town, in the form of the Standard Webhooks specification.

`webhook-signature` is `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. The id is the
same at each try, so that a repeat can be known.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from contextlib import suppress
from datetime import UTC, datetime

from bot.channels.municipal.calls import Answer, Calls, NoAnswer, judged
from bot.service import posts
from bot.service.backoff import Backoff
from bot.service.ports import Clock, Media, Outcome, Outgoing, Refused
from bot.service.posts import Post

_CODED = "whsec_"


class Webhook:
    """Tells one address of each handoff that is new or has news."""

    name = posts.WEBHOOK

    def __init__(self, url: str, secret: str, clock: Clock) -> None:
        self._url, self._key, self._clock = url, key_of(secret), clock
        self._calls, self._backoff = Calls({}), Backoff()

    async def send(self, out: Outgoing) -> Outcome:
        """Call it once; see `Channel.send`."""
        post = posts.load(out.message)
        now = self._clock.now()
        if now.timestamp() - post.at > posts.GIVE_UP[self.name]:
            return Refused("too_late")
        answer: Answer | None = None
        body = body_of(post)
        with suppress(NoAnswer):
            answer = await self._calls.post(self._url, body, self._signed(post, body, now))
        return judged(answer, out.outbox_id, self._backoff)

    async def fetch(self, media: Media) -> bytes:
        """Nothing comes in this way. Raises OSError."""
        raise OSError("a webhook takes no files")

    def _signed(self, post: Post, body: bytes, now: datetime) -> dict[str, str]:
        name, stamp = id_of(post), str(int(now.timestamp()))
        return {
            "webhook-id": name,
            "webhook-timestamp": stamp,
            "webhook-signature": signature(self._key, name, stamp, body),
        }


def key_of(secret: str) -> bytes:
    """The key's bytes: base64 behind `whsec_`, else the text itself."""
    if secret.startswith(_CODED):
        try:
            return base64.b64decode(secret.removeprefix(_CODED), validate=True)
        except binascii.Error:
            pass
    return secret.encode()


def id_of(post: Post) -> str:
    """The same at each try, and telling nothing."""
    return "msg_" + hashlib.sha256(post.key.encode()).hexdigest()[:32]


def body_of(post: Post) -> bytes:
    """What is told: which kind of event, the code of the handoff, when."""
    at = datetime.fromtimestamp(post.at, UTC).isoformat(timespec="seconds")
    told = {"type": post.what, "timestamp": at, "data": {"handoff": post.handoff}}
    return json.dumps(told, separators=(",", ":")).encode()


def signature(key: bytes, name: str, stamp: str, body: bytes) -> str:
    """What proves that it was us, and when."""
    signed = b".".join((name.encode(), stamp.encode(), body))
    return "v1," + base64.b64encode(hmac.digest(key, signed, "sha256")).decode()
