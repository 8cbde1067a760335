"""Each wrong setting is one clear line and exit code 2."""

from __future__ import annotations

import base64
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot import settings
from bot.known_settings import KNOWN
from bot.outlet_settings import Smtp

KEY = base64.b64encode(bytes(range(32))).decode()
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No STAPJE_* of the developer's, no .env."""
    for name in [name for name in os.environ if name.startswith("STAPJE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dordrecht.yaml").touch()
    (tmp_path / "huizen.yaml").touch()
    monkeypatch.setattr(settings, "MUNICIPALITIES", tmp_path)


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({}, "STAPJE_KEY: is missing (32 random bytes in base64)"),
        ({"KEY": "c2hvcnQ="}, "STAPJE_KEY: must be 32 bytes in base64 (44 characters); for exam"),
        ({"KEY": "%%%"}, "STAPJE_KEY: must be 32 bytes in base64 (44 characters)"),
        ({"KEY": KEY, "PORT": "abc"}, "STAPJE_PORT: Input should be a valid integer, unable"),
        ({"KEY": KEY, "PORT": "70000"}, "STAPJE_PORT: Input should be less than or equal to 65535"),
        ({"KEY": KEY, "TELEGRAM_MODE": "push"}, "STAPJE_TELEGRAM_MODE: Input should be 'polling'"),
        ({"KEY": KEY, "MUNICIPALITY": "urk"}, "STAPJE_MUNICIPALITY: is unknown; choose one of: do"),
        ({"KEY": KEY, "PUBLIC_URL": "stapje.nl"}, "STAPJE_PUBLIC_URL: is not an address that"),
        ({"KEY": KEY, "PARENTS_BOT_TOKEN": "x"}, "STAPJE_PARENTS_BOT_TOKEN: is not a bot token"),
        ({"KEY": KEY, "TEAM_BOT_TOKEN": "1:abcd"}, "STAPJE_TEAM_CHAT_ID: is missing, while"),
        ({"KEY": KEY, "TEAM_CHAT_ID": "room"}, "STAPJE_TEAM_CHAT_ID: Input should be a valid int"),
        ({"KEY": KEY, "TELEGRAM_SECRET": "a b"}, "STAPJE_TELEGRAM_SECRET: may hold 1-256 letters"),
        (
            {"KEY": KEY, "TELEGRAM_MODE": "webhook", "PARENTS_BOT_TOKEN": "1:abcd"},
            "STAPJE_TELEGRAM_SECRET: is missing, webhook mode needs it",
        ),
        (
            {
                "KEY": KEY,
                "TELEGRAM_MODE": "webhook",
                "PARENTS_BOT_TOKEN": "1:abcd",
                "TELEGRAM_SECRET": "s3cret",
            },
            "STAPJE_PUBLIC_URL: is missing, webhook mode needs it",
        ),
        (
            {"KEY": KEY, "OIDC_ISSUER": "https://inloggen.example", "OIDC_CLIENT_ID": "stapje"},
            "STAPJE_OIDC_CLIENT_SECRET: is missing, logging in with OIDC needs it",
        ),
        ({"KEY": KEY, "OIDC_CLIENT_ID": "stapje"}, "STAPJE_OIDC_ISSUER: is missing, logging in"),
        (
            {"KEY": KEY, "OIDC_ISSUER": "http://inloggen.example"},
            "STAPJE_OIDC_ISSUER: is not an address that starts with https://",
        ),
        (
            {
                "KEY": KEY,
                "OIDC_ISSUER": "https://inloggen.example",
                "OIDC_CLIENT_ID": "stapje",
                "OIDC_CLIENT_SECRET": "s3cret",
            },
            "STAPJE_PUBLIC_URL: is missing, logging in with OIDC needs it",
        ),
        (
            {
                "KEY": KEY,
                "OIDC_ISSUER": "https://inloggen.example",
                "OIDC_CLIENT_ID": "stapje",
                "OIDC_CLIENT_SECRET": "s3cret",
                "PUBLIC_URL": "http://stapje.example",
            },
            "STAPJE_PUBLIC_URL: must begin with https://, OIDC needs it",
        ),
    ],
)
def test_a_wrong_setting_is_one_line(
    given: dict[str, str], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"STAPJE_{name}", value)
    with pytest.raises(settings.SettingsError) as told:
        settings.load()
    assert str(told.value).startswith(line)
    assert "\n" not in str(told.value)


def test_all_mistakes_are_told_at_once_and_no_secret_is_repeated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STAPJE_PORT", "x")
    monkeypatch.setenv("STAPJE_PARENTS_BOT_TOKEN", "canary")
    with pytest.raises(settings.SettingsError) as told:
        settings.load()
    assert "STAPJE_PORT" in str(told.value)
    assert "STAPJE_PARENTS_BOT_TOKEN" in str(told.value)
    assert "canary" not in str(told.value)


def test_demo_makes_a_key_file_that_only_its_owner_reads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("STAPJE_DEMO", "1")
    monkeypatch.setenv("STAPJE_DATA_DIR", str(tmp_path / "made"))
    first = settings.load().master_key()
    file = tmp_path / "made" / settings.KEY_FILE
    assert len(first) == 32
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert settings.load().master_key() == first


@pytest.mark.parametrize("given", ["PORTT", "PARENT_BOT_TOKEN", "PUBLICURL", "MUNICIPALTY", "KEYS"])
@pytest.mark.parametrize("where", ["environment", "file"])
def test_a_misspelt_name_is_refused_and_the_right_one_named(
    given: str, where: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    meant = {"PORTT": "PORT", "PARENT_BOT_TOKEN": "PARENTS_BOT_TOKEN", "PUBLICURL": "PUBLIC_URL",
             "MUNICIPALTY": "MUNICIPALITY", "KEYS": "KEY"}  # fmt: skip
    monkeypatch.setenv("STAPJE_KEY", KEY)
    if where == "file":
        (tmp_path / ".env").write_text(f"STAPJE_{given}=canary\n")
    else:
        monkeypatch.setenv(f"STAPJE_{given}", "canary")
    with pytest.raises(settings.SettingsError) as told:
        settings.load()
    assert str(told.value) == (
        f"STAPJE_{given}: is no setting; did you mean STAPJE_{meant[given]}?"
    )


def test_a_name_that_is_nobody_s_is_told_and_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STAPJE_KEY", "STAPJE_URL", "STAPJE_XYZ"):
        monkeypatch.setenv(name, KEY)
    settings.load()
    assert settings.ignored() == [
        "STAPJE_URL: is no setting and is not used (nearest: STAPJE_SMTP_URL)",
        "STAPJE_XYZ: is no setting and is not used",
    ]


def test_what_is_wrong_comes_with_one_that_would_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for one in KNOWN:
        monkeypatch.setenv("STAPJE_KEY", KEY)
        monkeypatch.setenv("STAPJE_TEAM_CHAT_ID", "-5")
        if one.name not in ("KEY", "DEMO"):
            monkeypatch.setenv(f"STAPJE_{one.name}", one.example)
    settings.load()  # the examples may be copied
    monkeypatch.setenv("STAPJE_PORT", "abc")
    with pytest.raises(settings.SettingsError, match=r"; for example STAPJE_PORT=8080$"):
        settings.load()


def test_every_setting_is_known_by_its_name() -> None:
    assert {one.name.lower() for one in KNOWN} == set(settings.Settings.model_fields)


def test_the_simulator_honours_the_municipality(tmp_path: Path) -> None:
    def talk(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
        env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **more}
        return subprocess.run(
            [sys.executable, "-m", "bot", "simulate", *words],
            env=env, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
            input="/einde\n",
        )  # fmt: skip

    wrong = talk(STAPJE_MUNICIPALITY="urk")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("stapje: STAPJE_MUNICIPALITY: is unknown; choose one of: ")
    assert talk("--gemeente", "dordrecht", STAPJE_MUNICIPALITY="urk").returncode == 0


def test_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAPJE_KEY", KEY)
    found = settings.load()
    assert (found.host, found.port, found.municipality) == ("127.0.0.1", 8080, "dordrecht")
    assert found.telegram_api_base == "https://api.telegram.org"
    assert found.telegram_mode == "polling"
    assert found.database == "sqlite+aiosqlite:///data/stapje.sqlite3"
    assert found.address == "http://127.0.0.1:8080"
    assert found.master_key() == bytes(range(32))


def test_the_command_tells_what_it_does_not_use(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "STAPJE_URL": "x"}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        env=env, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    told, refused = done.stderr.splitlines()
    assert told.startswith("stapje: STAPJE_URL: is no setting and is not used (nearest: ")
    assert refused.startswith("stapje: STAPJE_KEY: is missing")


def test_the_command_says_it_in_one_line_and_exits_with_2(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "STAPJE_PORT": "abc"}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        env=env, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("stapje: STAPJE_PORT: ")


def test_help_teaches() -> None:
    shown = [
        subprocess.run(
            [sys.executable, "-m", "bot", *words, "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        ).stdout
        for words in ([], ["run"])
    ]
    assert "run" in shown[0]
    assert "STAPJE_DEMO=1" in shown[0]
    assert all(f"STAPJE_{one.name}" in shown[1] for one in KNOWN)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("SMTP_URL", "mail.gemeente.nl", "is not an address like"),
        ("SMTP_URL", "smtp://u:ge/heim@host", "no port that is a number"),
        ("SMTP_URL", "smtps://host?x", "has \\? or # in it"),
        ("SMTP_URL", "smtp://127.0.0.1", "STAPJE_MAIL_FROM: is missing"),
        ("MAIL_FROM", "Stapje <a@b.nl>", "is not one plain mail address"),
        ("WEBHOOK_URL", "http://esb.gemeente.nl", "starts with https://"),
        ("WEBHOOK_SECRET", "short", "is shorter than 16"),
        ("OPENKLANT_TOKEN", "t", "STAPJE_OPENKLANT_URL: is missing"),
    ],
)
def test_ways_out_that_would_not_work_are_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv("STAPJE_KEY", KEY)
    monkeypatch.setenv(f"STAPJE_{name}", value)
    with pytest.raises(settings.SettingsError, match=told) as raised:
        settings.load()
    assert "heim" not in str(raised.value)


@pytest.mark.parametrize(
    ("url", "port", "tls", "start_tls"),
    [
        ("smtp://mail.test", 25, False, None),
        ("smtp://u:p@mail.test", 587, False, True),  # never a password in clear
        ("smtp://u:p@127.0.0.1:2525", 2525, False, None),
        ("smtps://u:p%40q@mail.test", 465, True, False),
    ],
)
def test_a_password_goes_encrypted(url: str, port: int, tls: bool, start_tls: bool | None) -> None:
    found = Smtp.of(url)
    assert (found.port, found.tls, found.start_tls) == (port, tls, start_tls)
    assert "p@q" not in repr(found)
