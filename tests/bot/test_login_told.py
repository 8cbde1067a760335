"""`stapje run` says in one line how one logs in."""

from __future__ import annotations

import base64

import pytest

from bot.app import running
from bot.settings import Settings

KEY = base64.b64encode(bytes(32)).decode()
OIDC = {
    "oidc_issuer": "https://inloggen.example",
    "oidc_client_id": "stapje",
    "oidc_client_secret": "s3cret",
    "public_url": "https://stapje.example",
}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"demo": True}, "choose a person (demo)"),
        (OIDC, "with the accounts of https://inloggen.example"),
        (
            {"demo": True} | OIDC,
            "choose a person (demo), or with the accounts of https://inloggen.example",
        ),
        (
            {},
            "closed; set STAPJE_OIDC_ISSUER, STAPJE_OIDC_CLIENT_ID and STAPJE_OIDC_CLIENT_SECRET",
        ),
    ],
)
def test_the_way_in_is_told(
    given: dict[str, object], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(key=KEY, _env_file=None, **given)  # type: ignore[arg-type,call-arg]  # as an operator writes them
    running._announce("http://127.0.0.1:8080", settings)
    out = capsys.readouterr().out.splitlines()
    assert out[-1] == f"Logging in:     {told}"
    assert "s3cret" not in "".join(out)
