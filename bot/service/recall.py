"""The sessions of parents who are with us now, so that not every turn reads them from JSON."""

from __future__ import annotations

from collections import OrderedDict

from dialogs import codec
from dialogs.model import Session

_MOST = 200  # sessions; about 30 KiB each


class Recall:
    """What counts is what was stored: a session is recalled only when its bytes are the same."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, tuple[bytes, Session, codec.Kept]] = OrderedDict()

    def load(self, conversation_id: int, stored: bytes | None) -> Session:
        """The session in these bytes; a new one for None. Raises CodecError."""
        if stored is None:
            return Session()
        known = self._known.get(conversation_id)
        return known[1] if known and known[0] == stored else codec.load(stored)

    def dump(self, conversation_id: int, session: Session) -> bytes:
        """The bytes to store. They may never be stored: then nobody asks for them again."""
        known = self._known.pop(conversation_id, None)
        kept = known[2] if known else {}
        stored = codec.dump(session, kept)
        self._known[conversation_id] = stored, session, kept
        if len(self._known) > _MOST:
            self._known.popitem(last=False)
        return stored

    def forget(self, conversation_id: int) -> None:
        """She erased everything: nothing of her stays in memory either."""
        self._known.pop(conversation_id, None)
