"""A form that was sent after the visit had ended: it waits, sealed, in the login page.

We keep nothing of it, so a restart loses nothing either: the browser carries what only our key
opens. It goes back to whoever's visit it was, within the hour, and is sent only when she says so.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.vault import Vault, VaultError

FIELD = "formulier"  # its name in the login page
PATIENCE = timedelta(hours=1)
MOST = 24 * 1024  # bytes of a form
_PLACE = "desk.unsent"
_OURS = frozenset({"bewijs", "naar", FIELD})  # said anew after logging in


@dataclass(frozen=True, slots=True)
class Unsent:
    """What was filled in. `path` is below the desk; `person` "" when nobody knows whose it was."""

    path: str
    fields: Mapping[str, str]
    person: str

    @property
    def words(self) -> list[str]:
        """What somebody took the time to write."""
        return [text for text in self.fields.values() if len(text.split()) > 1]

    @property
    def worth_keeping(self) -> bool:
        """Whether it took time to fill in; a press on a button is done again sooner."""
        return bool(self.words) or any(n.startswith("dag-") and t for n, t in self.fields.items())


def of_form(path: str, sent: Mapping[str, str], person: str) -> Unsent:
    """What is worth giving back of what was sent."""
    return Unsent(path, {n: t for n, t in sent.items() if n not in _OURS}, person)


def sealed(vault: Vault, one: Unsent, now: datetime) -> str:
    """What the login page carries along; "" when it is too much, or not worth it."""
    told = [now.timestamp(), one.path, one.person, dict(one.fields)]
    body = json.dumps(told).encode()
    if len(body) > MOST or not one.worth_keeping:
        return ""
    return base64.urlsafe_b64encode(vault.seal_own(_PLACE, body)).decode()


def opened(vault: Vault, text: str, person: str, now: datetime) -> Unsent | None:
    """What was carried along; None when it is not ours, too old, or somebody else's."""
    try:
        body = vault.open_own(_PLACE, base64.urlsafe_b64decode(text.encode()))
    except (VaultError, ValueError):
        return None
    at, path, whose, fields = json.loads(body)
    if now.timestamp() - at > PATIENCE.total_seconds() or whose not in ("", person):
        return None
    return Unsent(path, fields, whose)
