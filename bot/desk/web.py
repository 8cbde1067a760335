"""The outside of every page: what the browser may do with it, and the templates it is made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import MutableHeaders
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HERE = Path(__file__).resolve().parent
PREFIX = "/werkplek"
Translate = Callable[[str, str], str]

_OURS = "'self'"
CSP = (
    f"default-src 'none'; style-src {_OURS}; script-src {_OURS}; img-src {_OURS}; "
    f"media-src {_OURS}; connect-src {_OURS}; form-action {_OURS}; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": CSP,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # "no-referrer" would take Origin off our own forms
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "x-robots-tag": "noindex, nofollow",
}


class Guarded:
    """Puts the strict headers on every answer of the desk; a stricter one of its own stays."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        self._headers = dict(HEADERS)
        if secure:
            self._headers["strict-transport-security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with headers."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


class Pages:
    """The templates, with Dutch from the catalogue. Everything is escaped, always."""

    def __init__(self, translate: Translate, shared: Mapping[str, Any]) -> None:
        self._translate = translate
        self._env = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.globals |= {"_": self.say, "prefix": PREFIX} | dict(shared)

    def share(self, **facts: Any) -> None:
        """Let every template use these too."""
        self._env.globals |= facts

    def say(self, msgid: str, **facts: object) -> str:
        """A sentence of the desk, with its {placeholders} filled in."""
        said = self._translate("", msgid)
        return said.format_map(facts) if facts else said

    def show(self, template: str, *, status: int = 200, **facts: Any) -> HTMLResponse:
        """The page made from this template."""
        return HTMLResponse(self._env.get_template(template).render(facts), status)


def see(path: str) -> RedirectResponse:
    """After a form: look at this page of the desk, so that reloading sends nothing again."""
    return RedirectResponse(PREFIX + path, status_code=303)
