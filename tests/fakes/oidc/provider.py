"""A small OpenID provider: discovery, keys, authorize and token. Tests bend what it says."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

CLIENT, SECRET = "stapje", "een-geheim-voor-de-test"


def b64(data: bytes) -> str:
    """Base64 as tokens have it."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Key:
    """An RSA key that signs."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def public(self) -> dict[str, str]:
        """As it stands among the provider's keys."""
        numbers = self._key.public_key().public_numbers()
        n = numbers.n.to_bytes(256, "big")
        return {"kty": "RSA", "kid": self.name, "use": "sig", "n": b64(n), "e": b64(b"\1\0\1")}

    def signed(self, claims: dict[str, Any], alg: str = "RS256") -> str:
        """A token with these claims; `alg` may lie."""
        header = {"alg": alg, "kid": self.name, "typ": "JWT"}
        body = ".".join(b64(json.dumps(part).encode()) for part in (header, claims))
        if alg == "none":
            return f"{body}."
        return f"{body}.{b64(self._key.sign(body.encode(), padding.PKCS1v15(), SHA256()))}"


@dataclass
class Provider:
    """What it knows, and what it says. Change anything before the next step."""

    now: float
    url: str = ""
    mail: str = "sanne@dordrecht.example"
    key: Key = field(default_factory=lambda: Key("one"))
    published: list[Key] = field(default_factory=list)
    bent: dict[str, Any] = field(default_factory=dict)  # claims instead of the true ones
    facts: dict[str, Any] = field(default_factory=dict)  # of the discovery, instead of the true
    alg: str = "RS256"
    down: bool = False
    issued: dict[str, dict[str, str]] = field(default_factory=dict)  # code → what was asked
    said_no: bool = False
    asked: list[str] = field(default_factory=list)  # paths

    def discovery(self) -> dict[str, Any]:
        """What it tells of itself."""
        ends = {"authorization_endpoint": "/authorize", "token_endpoint": "/token"}
        ends |= {"jwks_uri": "/keys"}
        return {"issuer": self.url} | {n: self.url + p for n, p in ends.items()} | self.facts

    def keys(self) -> dict[str, Any]:
        """The keys that it publishes."""
        return {"keys": [one.public() for one in self.published or [self.key]]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Somebody logged in here; gives the address to send her back to."""
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert asked["client_id"] == CLIENT
        assert set(asked["scope"].split()) == {"openid", "email"}
        back = {"state": asked["state"]}
        if self.said_no:
            return f"{asked['redirect_uri']}?{urlencode(back | {'error': 'access_denied'})}"
        code = secrets.token_urlsafe(16)
        self.issued[code] = asked
        return f"{asked['redirect_uri']}?{urlencode(back | {'code': code})}"

    def token(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        """An id_token for a code: once, for the one who began."""
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if authorization != f"Basic {basic}":
            return 401, {"error": "invalid_client"}
        asked = self.issued.pop(form.get("code", ""), None)
        proof = b64(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if asked is None or asked["code_challenge"] != proof:
            return 400, {"error": "invalid_grant"}
        if form.get("redirect_uri") != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        claims = {
            "iss": self.url,
            "sub": "medewerker-7",
            "aud": CLIENT,
            "iat": int(self.now),
            "exp": int(self.now) + 300,
            "nonce": asked["nonce"],
            "email": self.mail,
            "email_verified": True,
        }
        claims = {k: v for k, v in (claims | self.bent).items() if v is not None}
        signed = self.key.signed(claims, self.alg)
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": signed}


@contextmanager
def provided(provider: Provider) -> Iterator[Provider]:
    """This provider on a free port of this machine."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, query = urlsplit(self.path).path, urlsplit(self.path).query
            provider.asked.append(path)
            if provider.down:
                self._say(500, {})
            elif path == "/authorize":
                asked = {name: values[0] for name, values in parse_qs(query).items()}
                self.send_response(302)
                self.send_header("location", provider.authorize(asked))
                self.end_headers()
            else:
                self._say(200, provider.keys() if path == "/keys" else provider.discovery())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            if provider.down:
                self._say(500, {})
            else:
                self._say(*provider.token(form, self.headers.get("authorization", "")))

        def _say(self, status: int, body: dict[str, Any]) -> None:
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
