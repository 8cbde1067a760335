"""Logging in with the town's own accounts: what the desk asks of who knows our colleagues.

`oidc.py` is the one that does it; it is imported only where it is configured.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

PATIENCE = timedelta(minutes=10)  # from our page to the town's and back
_MOST = 5_000  # on their way at once; more is a flood


class Reason(StrEnum):
    """Why somebody did not come in; goes into the log, and chooses the page."""

    STALE = "stale"  # no such way, too late, another browser, or used before
    AWAY = "away"  # the provider does not answer
    REFUSED = "refused"  # the provider said no, or would not exchange the code
    FORGED = "forged"  # what the provider signed is not meant for us, now
    UNVERIFIED = "unverified"  # nobody checked that the mail address is hers
    UNKNOWN = "unknown"  # not in the municipality's file
    NO_DESK = "no_desk"  # in the file, with nothing to do here


class Refused(Exception):
    """Somebody may not come in; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Started:
    """The way to the provider: where the browser goes, and what must come back."""

    url: str
    state: str
    nonce: str
    verifier: str  # PKCE


class Provider(Protocol):
    """Who knows our colleagues."""

    @property
    def issuer(self) -> str:
        """Its name, as it signs it."""

    async def start(self, back: str) -> Started:
        """A new way, with secrets of its own; `back` is our address. Raises Refused (AWAY)."""

    async def finish(self, code: str, started: Started, back: str, now: datetime) -> str:
        """The checked mail address, lower case, of who came back with this code. Raises Refused."""

    async def farewell(self, back: str) -> str:
        """Where one logs out at the provider, to return to `back`; "" when there is no such way."""


@dataclass(frozen=True, slots=True)
class Way:
    """Somebody on her way to the provider and back, in one browser."""

    started: Started
    browser: str  # hash of the cookie that must come back too
    onward: str
    kept: str  # a form she was filling in when her visit ended, sealed
    at: datetime


class OnTheirWay:
    """The ways that are open, by the hash of their state. Each is taken once."""

    def __init__(self) -> None:
        self._ways: dict[str, Way] = {}

    def add(self, way: Way) -> None:
        """One more; the oldest go when there are too many."""
        for name in [n for n, one in self._ways.items() if way.at - one.at > PATIENCE]:
            del self._ways[name]
        while len(self._ways) >= _MOST:
            del self._ways[next(iter(self._ways))]
        self._ways[hashed(way.started.state)] = way

    def take(self, state: str, browser: str, now: datetime) -> Way:
        """The way with this state, from this browser. Raises Refused (STALE)."""
        way = self._ways.pop(hashed(state), None)
        if way is None or way.browser != hashed(browser) or now - way.at > PATIENCE:
            raise Refused(Reason.STALE)
        return way


def hashed(secret: str) -> str:
    """How a secret is kept, so that a dump of our memory holds none."""
    return hashlib.sha256(secret.encode()).hexdigest()
