"""`stapje language`: lines in, the same lines with an answer out; a broken line stops nobody."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dialogs.language import answer

STAPJE = [sys.executable, "-m", "bot", "language"]
NOW = "2026-11-20T10:00"
DAYS = ["maandag", "dinsdag", "woensdag"]


def stapje(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*STAPJE, *arguments], input=given, capture_output=True, timeout=60)


def rows(out: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ({"kind": "option", "text": "de tweede", "options": ["Ja", "Nee"]}, "Nee"),
        ({"kind": "options_multi", "text": "di en wo", "options": DAYS}, ["dinsdag", "woensdag"]),
        ({"kind": "date", "text": "morgen", "now": NOW}, "2026-11-21"),
        ({"kind": "birthdate", "text": "9 juni 2019", "now": NOW}, "2019-06-09"),
        ({"kind": "time", "text": "half drie"}, "14:30"),
        ({"kind": "datetime", "text": "morgen half drie", "now": NOW}, "2026-11-21T14:30"),
        ({"kind": "number", "text": "twee kinderen"}, 2),
        ({"kind": "amount", "text": "1.850,50"}, 1850.5),
        ({"kind": "ages", "text": "anderhalf"},
         [{"value": 18, "unit": "month", "pregnant": False}]),
        ({"kind": "ages", "text": "20 weken zwanger"},
         [{"value": 20, "unit": "week", "pregnant": True}]),
        ({"kind": "ages", "text": "geen kinderen"}, []),
        ({"kind": "phone", "text": "06 12345678"}, "+31612345678"),
        ({"kind": "postcode", "text": "3311ab"}, "3311 AB"),
        ({"kind": "bsn", "text": "123.456.782"}, ["123456782"]),
        ({"kind": "bsn", "text": "weet ik niet"}, None),
        ({"kind": "iban", "text": "nl91 abna 0417 1643 00"}, ["NL91ABNA0417164300"]),
        ({"kind": "iban", "text": "geen"}, None),
    ],
)  # fmt: skip
def test_each_kind(row: dict[str, Any], value: object) -> None:
    from bot.language import _read

    found = _read(row)["value"]
    assert json.loads(json.dumps(found)) == value


def test_lines_go_in_and_the_same_come_out() -> None:
    given: list[dict[str, object]] = [
        {"id": 7, "kind": "number", "text": "drieëndertig", "more": {"kept": [1]}},
        {"kind": "amount", "text": "€ 80,-"},
    ]
    done = stapje("read", given="\n\n".join(map(json.dumps, given)).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert rows(done.stdout) == [given[0] | {"value": 33}, given[1] | {"value": 80}]


def test_a_broken_line_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    good = b'{"kind": "number", "text": "2"}'
    file = tmp_path / "rows.jsonl"
    lines = [
        good, b"{kapot", b"[]", b"\xff\xfe", b'{"kind": "huh", "text": ""}', b'{"kind": "number"}',
        b'{"kind": "date", "text": "morgen", "now": "gisteren"}', b'{"kind": "option", "text": ""}',
        b'{"kind": "option", "text": "", "options": [1]}', b"[" * 100_000,
        b'{"kind": "number", "text": "\\ud800 3"}', good,
    ]  # fmt: skip
    file.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    done = stapje("read", str(file), str(tmp_path / "nowhere"), str(tmp_path))
    assert done.returncode == 1
    assert [row["value"] for row in rows(done.stdout)] == [2, 3, 2]
    told = done.stderr.decode().splitlines()
    assert [line.split(":")[2] for line in told[:9]] == [str(n) for n in range(2, 11)]
    assert len(told) == 11
    assert "it must be one of option, options_multi, date" in told[3]
    assert not any("Traceback" in line for line in told)


def test_an_answer_is_seen_before_the_input_ends() -> None:
    with subprocess.Popen(
        [*STAPJE, "read", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as at_work:
        assert at_work.stdin
        assert at_work.stdout
        for number in (2, 3):
            at_work.stdin.write(b'{"kind": "number", "text": "%d"}\n' % number)
            at_work.stdin.flush()
            assert json.loads(at_work.stdout.readline())["value"] == number
        at_work.stdin.close()
    assert at_work.returncode == 0


def test_danger() -> None:
    done = stapje("danger", given=b'{"text": "ik wil dood"}\n{"text": "ik heb twee kinderen"}\n')
    assert [(row["tier"], row["category"]) for row in rows(done.stdout)] == [
        ("now", "suicide"),
        ("none", ""),
    ]


def test_reading() -> None:
    hard = (
        "Ingevolge de beschikking dient belanghebbende de verschuldigde eigen bijdrage te voldoen."
    )
    given = [{"text": "Wil je ons bellen?"}, {"text": hard}]
    easy, difficult = rows(
        stapje("reading", given="\n".join(map(json.dumps, given)).encode()).stdout
    )
    assert (easy["verdict"], difficult["verdict"]) == ("simple", "hard")
    assert easy["difficulty"] < difficult["difficulty"]
    assert difficult["flags"]


def test_help_teaches() -> None:
    for command in ("read", "danger", "reading"):
        told = stapje(command, "--help").stdout.decode()
        assert f"stapje language {command}" in told
        assert "echo '{" in told


def test_it_starts_without_the_service() -> None:
    script = (
        "import io, sys; from bot.language import _answered, _read\n"
        "_read({'kind': 'number', 'text': '2'})\n"
        "heavy = {'aiogram', 'telegram', 'sqlalchemy', 'starlette', 'phonenumbers'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()


def test_an_unknown_kind_names_the_kinds() -> None:
    with pytest.raises(ValueError, match=r"'huh'.*option, options_multi.*iban"):
        answer.read("huh", "x")
    with pytest.raises(ValueError, match="needs options"):
        answer.read("option", "x")
    with pytest.raises(ValueError, match="needs now"):
        answer.read("date", "morgen")
