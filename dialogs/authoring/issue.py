"""What is wrong with something a coordinator wrote, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error blocks publishing; a warning does not; a tip (`info`) is there for who looks."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One finding. `str()` gives "file:line: field: message", as editors expect it."""

    file: str
    line: int  # first line is 1
    field: str  # "steps[welcome].text"; "" for the whole document
    message: str  # plain Dutch, for the coordinator
    code: str  # stable, kebab-case
    severity: Severity = Severity.ERROR
    suggestion: str = ""  # what to write instead, where that is known

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: "
        return f"{where}{self.field}: {self.message}" if self.field else where + self.message
