"""Who is at the desk: server-side visits behind an opaque cookie, and proof that a form is ours.

A visit lives in memory: a restart logs everybody out, which is safe. How one comes in:
`access/login.py`.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=10)  # one working day, then again
BRIEF = timedelta(hours=1)  # of somebody who came in by a code on paper
SAME_SITE = frozenset({"same-origin"})


@dataclass(frozen=True, slots=True)
class Visit:
    """One person's stay. `form_token` goes into every form and must come back."""

    person: str
    form_token: str
    begun_at: datetime
    seen_at: datetime
    longest: timedelta = LONGEST  # whatever she does, then it is over


class Visits:
    """The open visits, by the hash of their cookie, so that a memory dump holds no cookies."""

    def __init__(self) -> None:
        self._open: dict[str, Visit] = {}
        self._over: dict[str, Visit] = {}  # ended by themselves: whose they were

    def begin(self, person: str, now: datetime, longest: timedelta = LONGEST) -> str:
        """A new visit under a new id; gives the cookie's value."""
        self._forget_stale(now)
        cookie = secrets.token_urlsafe(32)
        self._open[_hash(cookie)] = Visit(person, secrets.token_urlsafe(24), now, now, longest)
        return cookie

    def find(self, cookie: str, now: datetime, *, awake: bool = True) -> Visit | None:
        """The visit behind this cookie, if it is still fresh; `awake` restarts the idle clock."""
        name = _hash(cookie)
        visit = self._open.get(name)
        if visit is None:
            return None
        if _stale(visit, now):
            self._over[name] = self._open.pop(name)
            return None
        if awake:
            visit = self._open[name] = replace(visit, seen_at=now)
        return visit

    def whose(self, cookie: str, now: datetime) -> str:
        """Whose visit this was that ended by itself; "" when nobody knows, or she logged out."""
        visit = self._over.get(_hash(cookie))
        return visit.person if visit and now - visit.begun_at <= LONGEST else ""

    def end(self, cookie: str) -> None:
        """Forget this visit; ending it twice is harmless."""
        for visits in (self._open, self._over):
            visits.pop(_hash(cookie), None)

    def end_all(self, person: str) -> None:
        """Forget every visit of this person, on every device."""
        for visits in (self._open, self._over):
            for name in [name for name, visit in visits.items() if visit.person == person]:
                del visits[name]

    def _forget_stale(self, now: datetime) -> None:
        for name in [name for name, visit in self._open.items() if _stale(visit, now)]:
            self._over[name] = self._open.pop(name)
        for name in [n for n, visit in self._over.items() if now - visit.begun_at > LONGEST]:
            del self._over[name]


def _stale(visit: Visit, now: datetime) -> bool:
    return now - visit.seen_at > IDLE or now - visit.begun_at > visit.longest


def _hash(cookie: str) -> str:
    return hashlib.sha256(cookie.encode()).hexdigest()


def cookie_name(secure: bool) -> str:
    """The cookie's name; with https the browser itself guards the `__Host-` prefix."""
    return "__Host-stapje-desk" if secure else "stapje-desk"


def from_our_page(headers: Mapping[str, str], public_url: str) -> bool:
    """Whether a form was sent from one of our own pages. No sign either way counts as no."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in SAME_SITE
    origin = urlsplit(headers.get("origin", ""))
    if not origin.netloc:
        return False
    ours = {urlsplit(public_url).netloc, headers.get("host", "")} - {""}
    return origin.netloc in ours


def token_fits(visit: Visit, sent: str) -> bool:
    """Whether the form carries this visit's token; compared in constant time."""
    return hmac.compare_digest(visit.form_token.encode(), sent.encode())
