"""Every setting by name: what it is, and one that would do. Loads next to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

PREFIX = "STAPJE_"
ALIKE = 0.75  # how like a setting a name must be to be taken for a misspelt one
A_KEY = (
    "python3 -c 'import base64, secrets; print(base64.b64encode(secrets.token_bytes(32)).decode())'"
)


@dataclass(frozen=True, slots=True)
class Known:
    """One setting; `example` may be copied."""

    name: str  # without the prefix
    what: str
    example: str


KNOWN = (
    Known("DATA_DIR", "folder for the SQLite file and the demo key", "/var/lib/stapje"),
    Known("DATABASE_URL", "without it SQLite in the data folder",
          "postgresql+psycopg://stapje@localhost/stapje"),
    Known("KEY", "32 bytes in base64; wraps each family's key", f"$({A_KEY})"),
    Known("HOST", "address to listen on", "127.0.0.1"),
    Known("PORT", "port to listen on", "8080"),
    Known("PUBLIC_URL", "where browsers and Telegram reach us", "https://stapje.gemeente.nl"),
    Known("MUNICIPALITY", "a file in dialogs/municipalities, without .yaml", "dordrecht"),
    Known("PARENTS_BOT_TOKEN", "token of the parents' Telegram bot", "123456789:AAExampleToken"),
    Known("TEAM_BOT_TOKEN", "token of the team's Telegram bot", "987654321:AAExampleToken"),
    Known("TEAM_CHAT_ID", "the chat in which the team bot posts", "-1001234567890"),
    Known("TELEGRAM_API_BASE", "another Bot API server", "https://api.telegram.org"),
    Known("TELEGRAM_MODE", "polling or webhook", "polling"),
    Known("TELEGRAM_SECRET", "what Telegram sends along with each webhook call", "a-long-Secret_1"),
    Known("OIDC_ISSUER", "who knows your colleagues' accounts", "https://inloggen.gemeente.nl"),
    Known("OIDC_CLIENT_ID", "how that server knows us", "stapje"),
    Known("OIDC_CLIENT_SECRET", "what that server gave us", "a-long-secret"),
    Known("SMTP_URL", "where mail to colleagues goes in", "smtps://stapje:a-password@mail.gemeente.nl"),
    Known("MAIL_FROM", "the address our mail comes from", "stapje@gemeente.nl"),
    Known("WEBHOOK_URL", "a system of yours that we tell of handoffs", "https://esb.gemeente.nl/stapje"),
    Known("WEBHOOK_SECRET", "what our calls to it are signed with", "a-long-random-secret"),
    Known("OPENKLANT_URL", "klantinteracties of your Open Klant",
          "https://openklant.gemeente.nl/klantinteracties/api/v1"),
    Known("OPENKLANT_TOKEN", "our token there", "a-long-token"),
    Known("DEMO", "1: to look around, never for real families", "1"),
)  # fmt: skip
_BY_NAME = {one.name: one for one in KNOWN}


def example(name: str) -> str:
    """`STAPJE_PORT=8080`, by the name without prefix; "" for what is no setting."""
    found = _BY_NAME.get(name)
    return f"{PREFIX}{name}={found.example}" if found else ""


def listed() -> str:
    """All of them, one a line, for help."""
    return "\n".join(f"{PREFIX}{one.name:<18} {one.what}" for one in KNOWN)


def strangers(names: Iterable[str]) -> Iterator[tuple[str, str, bool]]:
    """The names with our prefix that are no setting: (name, nearest setting or "", misspelt?)."""
    for name in sorted({name.upper() for name in names}):
        own = name.removeprefix(PREFIX)
        if own != name and own not in _BY_NAME:
            alike = get_close_matches(own, _BY_NAME, 1, ALIKE)
            nearest = alike or get_close_matches(own, _BY_NAME, 1, 0.4)
            yield name, PREFIX + nearest[0] if nearest else "", bool(alike)
