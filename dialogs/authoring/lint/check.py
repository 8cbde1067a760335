"""All language rules over all texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dialogs.authoring.issue import Issue
from dialogs.authoring.lint import asking, plain, spelling, tone
from dialogs.authoring.lint.said import Said

RULES: tuple[Callable[[Said], Iterator[Issue]], ...] = (
    plain.length, plain.reading,
    tone.blame, tone.promise, tone.doubled_no, tone.form,
    spelling.short_forms, spelling.moments, spelling.amounts, spelling.emoji, spelling.button,
    spelling.passive, spelling.signs,
    asking.forbidden, asking.reason_first, asking.one_at_a_time,
)  # fmt: skip


def findings(texts: Iterable[Said]) -> list[Issue]:
    """What every rule finds in every text, in the order of the files."""
    return sorted({issue for said in texts for rule in RULES for issue in rule(said)})
