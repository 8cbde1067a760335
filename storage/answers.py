"""Answers: each with its question as asked, so that every line can be traced."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select, true, update

from dialogs.values import value_class
from storage import keys
from storage.schema import answers, families
from storage.sql import pack, several, unpack
from storage.tx import AnyRow, Tx
from storage.vault import Vault


@value_class(frozen=True, slots=True)
class AnswerRow:
    """One answer. `body` holds question, value, labels, words, attachments; it is sealed."""

    key: str  # a replay with the same key is void
    family_id: str
    script: str
    script_version: int
    step: str
    status: str
    body: dict[str, Any]
    channel: str
    at: float
    current: bool = True  # False: she changed it later


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An answer that no longer counts: she changed what it hung on. History keeps it."""

    family_id: str
    script: str
    step: str


_a = answers.c
_twin = answers.alias("twin")
_this = select(_twin.c.id).where(_twin.c.key == bindparam("this")).scalar_subquery()
_SUPERSEDE = (
    update(answers)
    .where(
        _a.family_id == bindparam("family"),
        _a.script == bindparam("of_script"),
        _a.step == bindparam("of_step"),
        _a.current == true(),
        _a.id < _this,  # older than this one: a replay never hides a newer answer
    )
    .values(current=False)
)
_WITHDRAW = (
    update(answers)
    .where(
        _a.family_id == bindparam("family"),
        _a.script == bindparam("of_script"),
        _a.step == bindparam("of_step"),
        _a.current == true(),
    )
    .values(current=False)
)
_ALL = (
    select(answers, families.c.wrapped_key)
    .join(families)
    .where(_a.family_id == bindparam("family"))
    .order_by(_a.id)
)
_CURRENT = _ALL.where(_a.current == true())
_OF_STEP = (
    select(answers, families.c.wrapped_key)
    .join(families)
    .where(
        _a.family_id.in_(several("families")),
        _a.script == bindparam("of_script"),
        _a.step == bindparam("of_step"),
        _a.current == true(),
    )
)


async def record(tx: Tx, rows: Sequence[AnswerRow]) -> None:
    """Keep these answers; earlier ones to the same step stay as history. Two statements."""
    if not rows:
        return
    await keys.ready(tx, {row.family_id for row in rows})
    await tx.add(answers, [_entry(tx.vault, row) for row in rows])
    await tx.execute(
        _SUPERSEDE,
        [
            {
                "this": row.key,
                "family": row.family_id,
                "of_script": row.script,
                "of_step": row.step,
            }
            for row in rows
        ],
    )


async def withdraw(tx: Tx, rows: Sequence[Withdrawn]) -> None:
    """These answers become history. One statement; a repeat changes nothing."""
    if rows:
        await tx.execute(
            _WITHDRAW,
            [
                {"family": row.family_id, "of_script": row.script, "of_step": row.step}
                for row in rows
            ],
        )


async def of_family(tx: Tx, family_id: str, *, history: bool = False) -> list[AnswerRow]:
    """The family's answers in the order given; with `history` also those she changed later."""
    rows = await tx.all(_ALL if history else _CURRENT, {"family": family_id})
    return [_opened(tx.vault, row) for row in rows]


async def of_step(
    tx: Tx, family_ids: Collection[str], script: str, step: str
) -> dict[str, AnswerRow]:
    """What these families answer to one step now, by family."""
    values = {"families": list(family_ids), "of_script": script, "of_step": step}
    rows = await tx.all(_OF_STEP, values)
    return {row.family_id: _opened(tx.vault, row) for row in rows}


def _place(key: str) -> str:
    return f"answers.body|{key}"


def _entry(vault: Vault, row: AnswerRow) -> dict[str, Any]:
    return {
        "key": row.key,
        "family_id": row.family_id,
        "script": row.script,
        "script_version": row.script_version,
        "step": row.step,
        "status": row.status,
        "body_sealed": vault.seal(row.family_id, _place(row.key), pack(row.body)),
        "channel": row.channel,
        "at": row.at,
    }


def _opened(vault: Vault, row: AnyRow) -> AnswerRow:
    vault.learn(row.family_id, row.wrapped_key)
    return AnswerRow(
        row.key,
        row.family_id,
        row.script,
        row.script_version,
        row.step,
        row.status,
        unpack(vault.open(row.family_id, _place(row.key), row.body_sealed)),
        row.channel,
        row.at,
        row.current,
    )
