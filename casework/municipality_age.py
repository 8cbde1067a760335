"""Numbers that nobody called for too long: a helpline that moved helps no one."""

from __future__ import annotations

from datetime import date

from casework.municipality import Municipality
from dialogs.authoring.issue import Issue, Severity
from dialogs.authoring.source import Source

STALE_AFTER = 183  # days: the municipality calls its numbers twice a year


def stale(town: Municipality, source: Source, today: date) -> list[Issue]:
    """A warning for each helpline that was checked too long ago, or on a day still to come."""
    found: list[Issue] = []
    for place, line in enumerate(town.helplines):
        days = (today - line.checked_on).days
        if 0 <= days <= STALE_AFTER:
            continue
        said = f"'{line.name}' is {days} dagen geleden gebeld" if days > 0 else (
            f"'{line.name}' is nagekeken op een dag die nog komt"
        )  # fmt: skip
        path = ("helplines", place, "checked_on")
        found.append(Issue(
            source.file, source.line(path), source.field(path), said, "stale-helpline",
            Severity.WARNING, "bel het nummer en zet er de dag van vandaag bij",
        ))  # fmt: skip
    return found
