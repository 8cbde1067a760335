"""`stapje language`: anyone can try sentences; JSON lines in, JSON lines out, in the same order."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

Row = dict[str, Any]
Judge = Callable[[Row], Row]  # a row → the fields to add; raises ValueError with what is wrong
ZONE = ZoneInfo("Europe/Amsterdam")
STDIN = "-"
_BLANK = b"\xef\xbb\xbf \t\r\n"

app = typer.Typer(
    help="Try what Stapje understands: one JSON object a line in, the same plus an answer out.",
    no_args_is_help=True,
)
_FILES = typer.Argument(help="Files with one JSON object a line; none or - reads stdin.")
Files = Annotated[list[str] | None, _FILES]


@app.command()
def read(files: Files = None) -> None:
    """Read typed answers: adds "value", null when it is unclear.

    \b
    Kinds: option, options_multi (both with "options"),
    date, birthdate, time, datetime, number, amount,
    ages, phone, postcode, bsn, iban.
    "now" is local time; without it the clock is read.

    \b
    $ echo '{"kind": "time", "text": "kwart voor vijf"}' | stapje language read
    {"kind": "time", "text": "kwart voor vijf", "value": "16:45"}
    """
    _finish(_answers(files, _read))


@app.command()
def danger(files: Files = None) -> None:
    """Listen for danger: adds "tier" (now, check, note, none) and "category".

    \b
    $ echo '{"text": "ik wil niet meer leven"}' | stapje language danger
    {"text": "ik wil niet meer leven", "tier": "now", "category": "suicide"}
    """
    _finish(_answers(files, _danger))


@app.command()
def reading(files: Files = None) -> None:
    """Weigh how hard a text is: adds "difficulty", "flags" and "verdict" (simple, middle, hard).

    \b
    $ echo '{"text": "Wil je bellen?"}' | stapje language reading
    {"text": "Wil je bellen?", "difficulty": 12.3, "flags": [], "verdict": "simple"}
    """
    _finish(_answers(files, _reading))


def _read(row: Row) -> Row:
    from dialogs.language import answer  # loads the readers

    return {"value": answer.read(_text(row, "kind"), _text(row), _options(row), _now(row))}


def _danger(row: Row) -> Row:
    from dialogs.authoring.safety import shipped_rules  # loads and compiles the rules, once
    from dialogs.language.safety import assess

    signal = assess(_text(row), shipped_rules())
    if signal is None:
        return {"tier": "none", "category": ""}
    return {"tier": str(signal.tier), "category": signal.category}


def _reading(row: Row) -> Row:
    from dialogs.language.reading import level  # loads the word list

    return level(_text(row)).plain()


def _text(row: Row, name: str = "text") -> str:
    value = row.get(name)
    if not isinstance(value, str):
        raise ValueError(f'"{name}" must be a text')
    return value


def _options(row: Row) -> Sequence[str]:
    value = row.get("options") or []
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError('"options" must be a list of texts')
    return value


def _now(row: Row) -> datetime:
    """Local and naive; an offset is turned into Amsterdam's clock."""
    if row.get("now") is None:
        return datetime.now(ZONE).replace(tzinfo=None)
    try:
        now = datetime.fromisoformat(_text(row, "now"))
    except ValueError:
        raise ValueError('"now" must be ISO time, such as "2026-11-20T14:30"') from None
    return now.astimezone(ZONE).replace(tzinfo=None) if now.tzinfo else now


def _answers(files: Sequence[str] | None, judge: Judge) -> int:
    """Answer every line of every file; how many lines and files were broken."""
    return sum(_answers_of(name, judge) for name in files or [STDIN])


def _answers_of(name: str, judge: Judge) -> int:
    shown = "stdin" if name == STDIN else name
    try:
        with nullcontext(sys.stdin.buffer) if name == STDIN else Path(name).open("rb") as lines:
            return sum(
                not _answered(f"{shown}:{n}", line, judge) for n, line in enumerate(lines, 1)
            )
    except BrokenPipeError:
        raise  # nobody listens any more
    except OSError as error:
        _complain(shown, error.strerror or type(error).__name__)
        return 1


def _answered(place: str, line: bytes, judge: Judge) -> bool:
    """Write the answer to one line; False when the line is broken. An empty line needs none."""
    if not line.strip(_BLANK):
        return True
    try:
        row = _row(line)
        out = json.dumps(row | judge(row), ensure_ascii=False)
    except (ValueError, RecursionError) as error:
        _complain(place, str(error) or type(error).__name__)
        return False
    sys.stdout.buffer.write(out.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()  # who waits at the other end of a pipe sees it now
    return True


def _row(line: bytes) -> Row:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("the line is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"the line is no JSON: {error.msg} at column {error.colno}") from None
    if not isinstance(row, dict):
        raise ValueError("the line must be one JSON object")
    return row


def _complain(place: str, what: str) -> None:
    sys.stderr.write(f"stapje: {place}: {what}\n")
    sys.stderr.flush()


def _finish(broken: int) -> None:
    if broken:
        raise typer.Exit(1)
