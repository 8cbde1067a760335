"""A creditor's file between the look at it and the press that keeps it: sealed, in the page itself.

We keep nothing of it meanwhile, and a restart loses nothing. It is only for the one who brought it,
for an hour; whatever comes back is read again as if it were new.
"""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.vault import Vault, VaultError

FIELD = "bestand"  # its name in the report
PATIENCE = timedelta(hours=1)
_PLACE = "desk.arrears"


@dataclass(frozen=True, slots=True)
class Carried:
    """Who brought this file, whose it is (or "", when its rows say so), and the file itself."""

    person: str
    creditor: str
    body: bytes


def sealed(vault: Vault, file: Carried, now: datetime) -> str:
    """What the report carries along."""
    head = json.dumps([now.timestamp(), file.person, file.creditor]).encode()
    packed = zlib.compress(head + b"\n" + file.body)
    return base64.urlsafe_b64encode(vault.seal_own(_PLACE, packed)).decode()


def opened(vault: Vault, text: str, person: str, now: datetime) -> Carried | None:
    """What was carried along; None when it is not ours, too old, or somebody else's."""
    try:
        packed = vault.open_own(_PLACE, base64.urlsafe_b64decode(text.encode()))
    except (VaultError, ValueError):
        return None
    head, _, body = zlib.decompress(packed).partition(b"\n")
    at, whose, creditor = json.loads(head)
    if now.timestamp() - at > PATIENCE.total_seconds() or whose != person:
        return None
    return Carried(person, creditor, body)
