"""OpenID Connect with Authlib: code flow with PKCE, state and nonce; an id_token by issuer's keys.

Imported only where STAPJE_OIDC_ISSUER is set. Of everything that a provider may say only the
address of a person is used, and only when the provider says that it verified it.
"""

from __future__ import annotations

import asyncio
import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.common.urls import add_params_to_uri
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oidc.core import CodeIDToken
from httpx2 import HTTPError, Limits
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from bot.desk.access.providers import Reason, Refused, Started

SCOPE = "openid email"
# Signatures that only the provider can make. No HS256: our own secret would sign too. No "none".
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
LEEWAY = 60  # seconds that clocks may differ
TIMEOUT = 10.0  # seconds for each call
_OUR_OWN = re.compile(r"http://(127\.0\.0\.1|localhost)(:\d+)?(/.*)?")
_NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the provider tells of itself."""

    authorize: str
    token: str
    keys: str
    leave: str  # where one logs out there; "" when it does not say


class Oidc:
    """One provider. What it tells of itself is asked at the first login, and kept."""

    def __init__(self, issuer: str, client_id: str, client_secret: str) -> None:
        self.issuer = issuer
        self._id, self._secret = client_id, client_secret
        self._facts: _Facts | None = None
        self._keys: KeySet | None = None
        self._client: Any = None
        self._asking = asyncio.Lock()

    async def start(self, back: str) -> Started:
        """A new way, with secrets of its own; `back` is our address. Raises Refused (AWAY)."""
        facts = await self._known()
        nonce, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(64)
        url, state = self._ours().create_authorization_url(
            facts.authorize,
            redirect_uri=back,
            state=secrets.token_urlsafe(32),
            nonce=nonce,
            code_verifier=verifier,
        )
        return Started(url, state, nonce, verifier)

    async def finish(self, code: str, started: Started, back: str, now: datetime) -> str:
        """The checked mail address, lower case, of who came back with this code. Raises Refused."""
        told = await self._exchanged(code, started, back)
        claims = await self._checked(told, started.nonce, now)
        mail = claims.get("email")
        if not isinstance(mail, str) or not mail:
            raise Refused(Reason.UNKNOWN)
        if claims.get("email_verified") is not True:
            raise Refused(Reason.UNVERIFIED)
        return mail.strip().lower()

    async def farewell(self, back: str) -> str:
        """Where one logs out at the provider, to return to `back`; "" when there is no such way."""
        try:
            facts = await self._known()
        except Refused:
            return ""
        asked = {"client_id": self._id, "post_logout_redirect_uri": back}
        return add_params_to_uri(facts.leave, asked) if facts.leave else ""

    async def _exchanged(self, code: str, started: Started, back: str) -> dict[str, Any]:
        """What the provider gives for this code, once."""
        facts = await self._known()
        try:
            told: dict[str, Any] = await self._ours().fetch_token(
                facts.token, redirect_uri=back, code=code, code_verifier=started.verifier
            )
        except AuthlibBaseError:
            raise Refused(Reason.REFUSED) from None
        except (HTTPError, ValueError):
            raise Refused(Reason.AWAY) from None
        return told

    async def _checked(self, told: dict[str, Any], nonce: str, now: datetime) -> dict[str, Any]:
        """The claims of the id_token, when it is signed by the issuer, for us, now."""
        signed = told.get("id_token")
        if not isinstance(signed, str):
            raise Refused(Reason.FORGED)
        try:
            found = await self._opened(signed)
            claims = CodeIDToken(
                found.claims,
                found.header,
                {
                    "iss": {"essential": True, "value": self.issuer},
                    "aud": {"essential": True, "value": self._id},
                },
                {
                    "nonce": nonce,
                    "client_id": self._id,
                    "access_token": told.get("access_token"),
                },
            )
            claims.validate(now=int(now.timestamp()), leeway=LEEWAY)
        except (AuthlibBaseError, JoseError, ValueError, TypeError, AttributeError):
            raise Refused(Reason.FORGED) from None  # whatever it is, it is no id_token for us
        return dict(claims)

    async def _opened(self, signed: str) -> Any:
        """The token by the issuer's keys; they are asked again once, for they are renewed."""
        registry = JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
        try:
            return jwt.decode(signed, await self._key_set(), registry=registry)
        except InvalidKeyIdError:
            return jwt.decode(signed, await self._key_set(anew=True), registry=registry)

    async def _key_set(self, *, anew: bool = False) -> KeySet:
        if self._keys is None or anew:
            facts = await self._known()
            self._keys = KeySet.import_key_set(await self._asked(facts.keys))
        return self._keys

    async def _known(self) -> _Facts:
        async with self._asking:
            if self._facts is None:
                url = self.issuer.rstrip("/") + "/.well-known/openid-configuration"
                self._facts = self._sensible(await self._asked(url))
        return self._facts

    def _sensible(self, told: Any) -> _Facts:
        """The addresses, if they are of this issuer and safe to use."""
        found = [told.get(name) for name in _NEEDED] if isinstance(told, dict) else []
        safe = [one for one in found if isinstance(one, str) and self._safe(one)]
        if len(safe) < len(_NEEDED) or told.get("issuer") != self.issuer:
            raise Refused(Reason.AWAY)
        leave = told.get("end_session_endpoint")
        out = leave if isinstance(leave, str) and self._safe(leave) else ""
        return _Facts(safe[0], safe[1], safe[2], out)

    def _safe(self, url: str) -> bool:
        """Over https; on this machine only when the issuer is too."""
        ours = bool(_OUR_OWN.fullmatch(self.issuer))
        return url.startswith("https://") or (ours and bool(_OUR_OWN.fullmatch(url)))

    async def _asked(self, url: str) -> Any:
        try:
            answer = await self._ours().request("GET", url, withhold_token=True)
            answer.raise_for_status()
            return answer.json()
        except (HTTPError, ValueError):
            raise Refused(Reason.AWAY) from None

    def _ours(self) -> Any:
        """Who calls the provider; made once, for the town's certificates take long to load."""
        if self._client is None:
            self._client = AsyncOAuth2Client(
                self._id,
                self._secret,
                scope=SCOPE,
                code_challenge_method="S256",
                timeout=TIMEOUT,
                limits=Limits(max_keepalive_connections=0),
            )
        return self._client
