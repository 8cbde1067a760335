"""Who is at the other end, and whether a form is ours: cookie, form token, headers."""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.webchat_ports import Signer

SHUT = "dicht"  # set by our script the moment she empties the screen
DAYS = 30 * 24 * 3600  # seconds: as long as an unfinished intake is kept
_TOKEN = re.compile(r"[0-9a-f]{64}")
_SEED = re.compile(r"[A-Za-z0-9_-]{22,64}")


@dataclass(frozen=True, slots=True)
class Visitor:
    """What her browser brought along. `token` is "" for who has no conversation here."""

    token: str = ""
    opened: int = 0  # epoch ms: since when this device shows the conversation; 0 is hidden
    before: str = ""  # a random string for who has no token yet

    @property
    def secret(self) -> str:
        """What the form token hangs on."""
        return self.token or self.before


def cookie_name(secure: bool, name: str = "chat") -> str:
    """With https the browser itself guards the `__Host-` prefix."""
    return f"__Host-{name}" if secure else name


def is_secure(public_url: str) -> bool:
    """Whether parents reach us by https."""
    return public_url.startswith("https://")


def visitor(request: Request, public_url: str) -> Visitor:
    """Who this is, by her cookies; a malformed cookie is no cookie."""
    secure = is_secure(public_url)
    token, _, opened = request.cookies.get(cookie_name(secure), "").partition(".")
    before = request.cookies.get(cookie_name(secure, "begin"), "")
    if not _SEED.fullmatch(before):
        before = ""
    if not _TOKEN.fullmatch(token):
        return Visitor(before=before)
    shown = opened.isascii() and opened.isdecimal() and len(opened) <= 15 and not _shut(request)
    return Visitor(token, int(opened) if shown else 0, before)


def _shut(request: Request) -> bool:
    """Whether her page emptied itself: it says so in a cookie, with or without a network."""
    return SHUT in request.cookies


def remember(response: Response, who: Visitor, public_url: str) -> None:
    """Let her browser know who she is, and whether it shows; without a token it forgets her."""
    value = f"{who.token}.{who.opened}" if who.token else ""
    _set(response, "chat", value, DAYS, public_url)
    _set(response, "begin", "", None, public_url)
    response.delete_cookie(SHUT)  # `opened` says it from here on


def greet(response: Response, before: str, public_url: str) -> None:
    """A cookie until the browser closes, so that her first form is known to be ours."""
    _set(response, "begin", before, None, public_url)


def _set(response: Response, name: str, value: str, age: int | None, public_url: str) -> None:
    secure = is_secure(public_url)
    age = age if value else 0
    response.set_cookie(
        cookie_name(secure, name), value, age, secure=secure, httponly=True, samesite="lax"
    )


def seed() -> str:
    """A fresh random key for a form."""
    return secrets.token_urlsafe(32)


def is_seed(text: str) -> bool:
    """Whether a form's key looks like one of ours."""
    return _SEED.fullmatch(text) is not None


def is_token(text: str) -> bool:
    """Whether this looks like the token of a personal link."""
    return _TOKEN.fullmatch(text) is not None


def ours(request: Request, who: Visitor, sent: str, signer: Signer, public_url: str) -> bool:
    """Whether a form came from our own page: the browser's word, and the form token.

    Before there is a conversation the word of a modern browser is enough: two tabs that open at
    once get two cookies, and only the last one stays.
    """
    if not same_site(request, public_url):
        return False
    if not who.token and request.headers.get("sec-fetch-site") == "same-origin":
        return True
    return bool(who.secret) and hmac.compare_digest(signer.form(who.secret).encode(), sent.encode())


def same_site(request: Request, public_url: str) -> bool:
    """Old browsers say nothing, or "null" because we send no referrer: then the token decides."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin", "null")
    known = {urlsplit(public_url).netloc, request.headers.get("host", "")}
    return origin == "null" or urlsplit(origin).netloc in known


def headers(leave_to: str) -> dict[str, str]:
    """What every page says to the browser: keep nothing, run nothing else, tell nobody."""
    leave = urlsplit(leave_to)
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; media-src blob:; base-uri 'none'; frame-ancestors 'none'; "
        f"form-action 'self' {leave.scheme}://{leave.netloc}"
    )
    return {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-Robots-Tag": "noindex, nofollow",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
    }


def no_store() -> dict[str, str]:
    """Headers of a redirect: nothing of it is kept."""
    return {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
