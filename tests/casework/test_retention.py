"""Stage, age and terms → keep, warn or erase."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.municipality import Retention
from casework.retention import Act, Kept, Stage, decide, stage

BORN = datetime(2026, 6, 8, 10, tzinfo=UTC)
TERMS = Retention()
HERS = Kept("f", BORN, spoke=True, last_in_at=BORN)
HELPED = replace(HERS, handed_over=True, taken_up_at=BORN)


def after(days: float) -> datetime:
    """So many days later."""
    return BORN + timedelta(days=days)


@pytest.mark.parametrize(
    ("kept", "days", "act"),
    [
        (HERS, 22.9, Act.KEEP),
        (HERS, 23, Act.WARN),
        (replace(HERS, warned_at=after(23)), 29.9, Act.KEEP),
        (replace(HERS, warned_at=after(23)), 30, Act.ERASE),
        (replace(HERS, warned_at=after(28)), 34.9, Act.KEEP),  # a week is a week
        (replace(HERS, warned_at=after(28)), 35, Act.ERASE),
        (HERS, 400, Act.WARN),  # never unwarned
        (replace(HERS, may_write=False), 29.9, Act.KEEP),
        (replace(HERS, may_write=False), 30, Act.ERASE),
        # she wrote after the warning: all begins anew
        (replace(HERS, warned_at=after(23), last_in_at=after(24)), 40, Act.KEEP),
        (replace(HERS, warned_at=after(23), last_in_at=after(24)), 47, Act.WARN),
        (replace(HERS, spoke=False, last_in_at=None), 0.9, Act.KEEP),
        (replace(HERS, spoke=False, last_in_at=None), 1, Act.ERASE),
        (replace(HERS, handed_over=True, waits=True), 900, Act.KEEP),
        (HELPED, 89.9, Act.KEEP),
        (HELPED, 90, Act.ERASE),
        (replace(HELPED, last_talk_at=after(120)), 200, Act.KEEP),  # a talk to come, or one since
        (replace(HELPED, last_talk_at=after(120)), 210, Act.ERASE),
        (replace(HELPED, open_work=True), 900, Act.KEEP),
        (replace(HELPED, told_at=after(80)), 169.9, Act.KEEP),  # her people called or wrote
        (replace(HELPED, told_at=after(80)), 170, Act.ERASE),
        (replace(HELPED, lasts_until=after(300)), 389.9, Act.KEEP),  # a place, a promise
        (replace(HELPED, lasts_until=after(300)), 390, Act.ERASE),
        (replace(HERS, lasts_until=after(300)), 322.9, Act.KEEP),  # and nobody warns her
        (replace(HERS, lasts_until=after(300)), 323, Act.WARN),
        (replace(HELPED, lasts_until=after(99_999)), 1553.9, Act.KEEP),  # a day typed wrong
        (replace(HELPED, lasts_until=after(99_999)), 1554, Act.ERASE),
        (replace(HELPED, busy=True), 364.9, Act.KEEP),
        (replace(HELPED, busy=True), 365, Act.ERASE),
        (replace(HELPED, busy=True, told_at=after(300)), 664.9, Act.KEEP),
        (replace(HERS, busy=True), 364.9, Act.KEEP),
        (replace(HERS, busy=True), 365, Act.WARN),
        (replace(HERS, held=True), 900, Act.KEEP),
        (replace(HELPED, held=True), 900, Act.KEEP),
    ],
)  # fmt: skip
def test_what_is_due(kept: Kept, days: float, act: Act) -> None:
    assert decide(kept, TERMS, after(days)) is act


def test_stages() -> None:
    assert [
        stage(one)
        for one in (
            replace(HERS, spoke=False), HERS, replace(HERS, handed_over=True, waits=True), HELPED,
            replace(HELPED, held=True),
        )
    ] == [Stage.SILENT, Stage.UNFINISHED, Stage.WAITING, Stage.HELPED, Stage.HELD]  # fmt: skip


@given(
    st.builds(
        Kept,
        family_id=st.just("f"),
        created_at=st.just(BORN),
        spoke=st.booleans(),
        last_in_at=st.none() | st.floats(0, 200).map(after),
        handed_over=st.booleans(),
        taken_up_at=st.none() | st.floats(0, 200).map(after),
        waits=st.booleans(),
        last_talk_at=st.none() | st.floats(0, 200).map(after),
        told_at=st.none() | st.floats(0, 200).map(after),
        lasts_until=st.none() | st.floats(0, 600).map(after),
        busy=st.booleans(),
        open_work=st.booleans(),
        warned_at=st.none() | st.floats(0, 200).map(after),
        may_write=st.booleans(),
        held=st.booleans(),
    ),
    st.floats(0, 800).map(after),
)
def test_nothing_held_waiting_running_or_unwarned_is_ever_erased(kept: Kept, now: datetime) -> None:
    if decide(kept, TERMS, now) is Act.ERASE:
        assert not kept.held
        assert not (kept.handed_over and kept.waits)
        assert now - kept.last_at >= timedelta(days=365 if kept.busy else 1)
        assert kept.lasts_until is None or now > kept.lasts_until
        if stage(kept) is Stage.UNFINISHED and kept.may_write:
            assert kept.warned_at is not None
            assert now - kept.warned_at >= timedelta(days=7)
