"""Findings as lines: for a coordinator, for a program, for a code review on GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dialogs.authoring.issue import Issue, Severity

DUTCH = {Severity.ERROR: "fout", Severity.WARNING: "let op", Severity.INFO: "tip"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MANY = {Severity.ERROR: "fouten", Severity.WARNING: "keer let op", Severity.INFO: "tips"}


def text(issues: Iterable[Issue]) -> Iterator[str]:
    """`file:line: fout code: reason (suggestion)`, one line for each finding."""
    for issue in issues:
        hint = f" ({issue.suggestion})" if issue.suggestion else ""
        where = f"{issue.file}:{issue.line}: {DUTCH[issue.severity]} {issue.code}"
        yield f"{where}: {_reason(issue)}{hint}"


def as_json(issues: Iterable[Issue]) -> str:
    """A list with one object for each finding; severity is error, warning or info."""
    rows = [
        {
            "file": issue.file,
            "line": issue.line,
            "field": issue.field,
            "severity": issue.severity.value,
            "code": issue.code,
            "reason": issue.message,
            "suggestion": issue.suggestion,
        }
        for issue in issues
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def github(issues: Iterable[Issue]) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the line."""
    for issue in issues:
        hint = f" ({issue.suggestion})" if issue.suggestion else ""
        place = f"file={_escaped(issue.file)},line={issue.line},title={_escaped(issue.code)}"
        yield f"::{_GITHUB[issue.severity]} {place}::{_safe(_reason(issue) + hint)}"


def summary(issues: Sequence[Issue], texts: int, files: int) -> str:
    """How it stands, in one line."""
    times = Counter(issue.severity for issue in issues)
    told = [_times(times[severity], severity) for severity in Severity if times[severity]]
    seen = f"{texts} teksten in {files} bestanden bekeken"
    if not times[Severity.ERROR] and not times[Severity.WARNING]:
        return f"Alles klopt. {seen}."
    end = "" if times[Severity.ERROR] else " Publiceren kan."
    return f"{', '.join(told)}; {seen}.{end}"


def _times(number: int, severity: Severity) -> str:
    one = severity is not Severity.WARNING and number == 1
    return f"{number} {DUTCH[severity] if one else _MANY[severity]}"


def _reason(issue: Issue) -> str:
    return f"{issue.field}: {issue.message}" if issue.field else issue.message


def _safe(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped(value: str) -> str:
    return _safe(value).replace(":", "%3A").replace(",", "%2C")
