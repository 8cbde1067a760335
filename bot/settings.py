"""Settings from the environment and `.env`; each mistake is told in one line."""

from __future__ import annotations

import base64
import binascii
import os
import re
import secrets
from pathlib import Path
from typing import Literal, Self

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.known_settings import PREFIX, example, strangers
from bot.outlet_settings import HTTPS, OutletSettings

DOTENV = ".env"
MUNICIPALITIES = Path(__file__).resolve().parent.parent / "dialogs" / "municipalities"
KEY_FILE = "stapje.key"
_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{3,100}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_URL = re.compile(r"https?://[^\s/?#]+[^\s?#]*")


class SettingsError(Exception):
    """A setting is missing or malformed; the message is one line for the operator."""


class Place(BaseSettings):
    """The one setting that the simulator uses too."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=DOTENV,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    municipality: str = "dordrecht"

    @field_validator("municipality")
    @classmethod
    def _municipality(cls, value: str) -> str:
        known = sorted(path.stem for path in MUNICIPALITIES.glob("*.yaml"))
        if value not in known:
            raise ValueError(f"is unknown; choose one of: {', '.join(known)}")
        return value


class Settings(OutletSettings, Place):
    """All that an operator may set. Names in the environment: `STAPJE_` + the field in capitals."""

    data_dir: Path = Path("data")
    database_url: str = ""
    key: SecretStr | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    public_url: str = ""
    parents_bot_token: SecretStr | None = None
    team_bot_token: SecretStr | None = None
    team_chat_id: int | None = None
    telegram_api_base: str = "https://api.telegram.org"
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_secret: SecretStr | None = None
    demo: bool = False
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr | None = None

    @field_validator("oidc_issuer")
    @classmethod
    def _issuer(cls, value: str) -> str:
        if value and not HTTPS.fullmatch(value):
            raise ValueError("is not an address that starts with https://")
        return value  # to the letter: the provider signs it

    @field_validator("public_url", "telegram_api_base")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not _URL.fullmatch(value):
            raise ValueError("is not an address that starts with http:// or https://")
        return value.rstrip("/")

    @field_validator("parents_bot_token", "team_bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("is not a bot token (it looks like 123456:ABC…)")
        return value

    @field_validator("telegram_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("may hold 1-256 letters, digits, _ and - only")
        return value

    @field_validator("key")
    @classmethod
    def _key(cls, value: SecretStr | None) -> SecretStr | None:
        if value:
            _decode(value.get_secret_value())
        return value

    @model_validator(mode="after")
    def _together(self) -> Self:
        if self.key is None and not self.demo:
            raise ValueError("STAPJE_KEY: is missing (32 random bytes in base64)")
        if self.team_bot_token and self.team_chat_id is None:
            raise ValueError("STAPJE_TEAM_CHAT_ID: is missing, while STAPJE_TEAM_BOT_TOKEN is set")
        if self.telegram_mode == "webhook" and (self.parents_bot_token or self.team_bot_token):
            for name in ("telegram_secret", "public_url"):
                if not getattr(self, name):
                    raise ValueError(f"STAPJE_{name.upper()}: is missing, webhook mode needs it")
        return self

    @model_validator(mode="after")
    def _login(self) -> Self:
        names = ("oidc_issuer", "oidc_client_id", "oidc_client_secret")
        missing = [name for name in names if not getattr(self, name)]
        if len(missing) == len(names):
            return self
        far = self.oidc_issuer.startswith("https:")
        if far and not self.public_url:
            missing.append("public_url")
        for name in missing:
            raise ValueError(f"STAPJE_{name.upper()}: is missing, logging in with OIDC needs it")
        if far and not self.public_url.startswith("https:"):
            raise ValueError("STAPJE_PUBLIC_URL: must begin with https://, OIDC needs it")
        return self

    @property
    def database(self) -> str:
        """The database's URL: the one that was set, or an SQLite file in the data directory."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'stapje.sqlite3'}"

    @property
    def address(self) -> str:
        """Where browsers reach us, without a trailing slash."""
        return self.public_url or f"http://{self.host}:{self.port}"

    def master_key(self) -> bytes:
        """The 32 bytes that wrap every family's key; in demo mode made once and kept in a file.

        Raises SettingsError when the key file cannot be read or made.
        """
        if self.key:
            return _decode(self.key.get_secret_value())
        path = self.data_dir / KEY_FILE
        try:
            self.data_dir.mkdir(parents=True, exist_ok=True)
            return _key_in(path)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "holds no key"
            raise SettingsError(f"STAPJE_DATA_DIR: {path}: {reason}") from error


def _key_in(path: Path) -> bytes:
    """The key in this file, made first when there is none; only its owner may read it."""
    if not path.exists():
        fresh = base64.b64encode(secrets.token_bytes(32))
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process was first
            return _decode(path.read_text("ascii"))
        with os.fdopen(handle, "wb") as file:
            file.write(fresh)
            file.flush()
            os.fsync(handle)  # an answer must never outlive its key
    return _decode(path.read_text("ascii"))


def _decode(text: str) -> bytes:
    """32 bytes from base64, in either alphabet. Raises ValueError otherwise."""
    plain = text.strip().replace("-", "+").replace("_", "/")
    try:
        raw = base64.b64decode(plain, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != 32:
        raise ValueError("must be 32 bytes in base64 (44 characters)")
    return raw


def load() -> Settings:
    """The settings of this process. Raises SettingsError with one line that names them all.

    A name that is nearly a setting is an error: its owner believes that it is set, and without it
    a bot stays away or families get links that lead nowhere. See `ignored` for the others.
    """
    wrong = [
        f"{name}: is no setting; did you mean {nearest}?"
        for name, nearest, misspelt in _strangers()
        if misspelt
    ]
    try:
        found = Settings()
    except ValidationError as error:
        raise SettingsError("; ".join([*wrong, *map(_line, error.errors())])) from None
    if wrong:
        raise SettingsError("; ".join(wrong))
    return found


def ignored() -> list[str]:
    """A line for each other name with our prefix: it may be somebody else's, so it is only told."""
    return [
        f"{name}: is no setting and is not used" + (f" (nearest: {nearest})" if nearest else "")
        for name, nearest, misspelt in _strangers()
        if not misspelt
    ]


def _strangers() -> list[tuple[str, str, bool]]:
    return list(strangers([*os.environ, *dotenv_values(DOTENV)]))


def municipality() -> str:
    """The name of the municipality that is set. Raises SettingsError."""
    try:
        return Place().municipality
    except ValidationError as error:
        raise SettingsError("; ".join(map(_line, error.errors()))) from None


def _line(error: object) -> str:
    """`STAPJE_PORT: what is wrong; for example …`, never with the value: it may be a secret."""
    assert isinstance(error, dict)
    message = str(error["msg"]).removeprefix("Value error, ")
    name = str(error["loc"][0]).upper() if error["loc"] else _named(message)
    told = message if not error["loc"] else f"{PREFIX}{name}: {message}"
    shown = example(name)
    return f"{told}; for example {shown}" if shown else told


def _named(message: str) -> str:
    """The setting that a message about several of them begins with."""
    return message.partition(":")[0].removeprefix(PREFIX)
