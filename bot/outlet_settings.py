"""Settings of what goes to colleagues and to the town's own systems: mail, webhook, Open Klant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import SplitResult, unquote, urlsplit

from pydantic import SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings

_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
_FROM = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
HTTPS = re.compile(  # without TLS only to this machine
    r"(?:https://[^\s/?#@]+|http://(?:127\.0\.0\.1|localhost)(?::\d+)?)(?:/[^\s?#]*)?"
)
SHORTEST_SECRET = 16  # characters
_PAIRS = (
    ("smtp_url", "mail_from"),
    ("webhook_url", "webhook_secret"),
    ("openklant_url", "openklant_token"),
)


@dataclass(frozen=True, slots=True)
class Smtp:
    """Where our mail goes in. `start_tls` None: encrypted when the server offers it."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    tls: bool = False  # from the first byte
    start_tls: bool | None = None

    @classmethod
    def of(cls, url: str) -> Smtp:
        """From `smtp://` or `smtps://[user:password@]host[:port]`. Raises ValueError.

        A password is never sent unencrypted, but on this machine itself.
        """
        parts, port = _split(url)
        tls = parts.scheme == "smtps"
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname or len(parts.path) > 1:
            raise ValueError("is not an address like smtps://user:password@host:465")
        if parts.query or parts.fragment:
            raise ValueError("has ? or # in it; write those as %3F and %23")
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        far = parts.hostname not in _LOCAL
        return cls(
            host=parts.hostname,
            port=port or (465 if tls else 587 if user else 25),
            user=user,
            password=password,
            tls=tls,
            start_tls=False if tls else True if user and far else None,
        )


def _split(url: str) -> tuple[SplitResult, int | None]:
    """The parts and the port. Raises ValueError without the value: it may hold a password."""
    try:
        parts = urlsplit(url)
        return parts, parts.port
    except ValueError:
        raise ValueError("has no port that is a number, or a password with / : or @") from None


class OutletSettings(BaseSettings):
    """Each way out has two settings; without both of them it is not used."""

    smtp_url: SecretStr | None = None
    mail_from: str = ""
    webhook_url: str = ""
    webhook_secret: SecretStr | None = None
    openklant_url: str = ""
    openklant_token: SecretStr | None = None

    @field_validator("smtp_url")
    @classmethod
    def _smtp(cls, value: SecretStr | None) -> SecretStr | None:
        if value:
            Smtp.of(value.get_secret_value())
        return value

    @field_validator("mail_from")
    @classmethod
    def _sender(cls, value: str) -> str:
        if value and not _FROM.fullmatch(value):
            raise ValueError("is not one plain mail address")
        return value

    @field_validator("webhook_url", "openklant_url")
    @classmethod
    def _https(cls, value: str) -> str:
        if value and not HTTPS.fullmatch(value):
            raise ValueError("is not an address that starts with https://")
        return value.rstrip("/")

    @field_validator("webhook_secret")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value and len(value.get_secret_value()) < SHORTEST_SECRET:
            raise ValueError(f"is shorter than {SHORTEST_SECRET} characters")
        return value

    @model_validator(mode="after")
    def _in_pairs(self) -> Self:
        for pair in _PAIRS:
            missing = [name for name in pair if not getattr(self, name)]
            if len(missing) == 1:
                have = next(name for name in pair if name not in missing)
                raise ValueError(
                    f"STAPJE_{missing[0].upper()}: is missing, while STAPJE_{have.upper()} is set"
                )
        return self

    @property
    def outlets(self) -> frozenset[str]:
        """The channels that are set up, by the names of `bot.service.posts`."""
        found = {"mail": self.smtp_url, "webhook": self.webhook_url}
        found["openklant"] = self.openklant_url
        return frozenset(name for name, value in found.items() if value)
