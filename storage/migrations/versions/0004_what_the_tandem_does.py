"""What the tandem writes, promises, takes over and did.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_WAITING = "state IN ('waiting', 'posted')"
_OPEN = "kept_at IS NULL"
_MINE = ("covers", "absences", "acts", "promises", "staff_texts")


def upgrade() -> None:
    """Make the tables; what was promised and is still waited for goes into the new one."""
    _texts()
    _promises()
    _acts()
    _absences()
    op.add_column("tasks", sa.Column("owner", sa.String(length=40), nullable=True))


def downgrade() -> None:
    """Take them away; the moment that was promised last still stands in the handoff."""
    with op.batch_alter_table("tasks") as table:
        table.drop_column("owner")
    for name in _MINE:
        op.drop_table(name)


def _of(column: str, table: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def _key(table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))


def _indexed(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _texts() -> None:
    op.create_table(
        "staff_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("handoff_id", sa.String(length=32), nullable=False),
        sa.Column("family_id", sa.String(length=32), nullable=False),
        sa.Column("author", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("about", sa.String(length=101), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("not_before", sa.Float(), nullable=False),
        sa.Column("night", sa.Integer(), nullable=False),
        sa.Column("inbox_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=80), nullable=True),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("settled_at", sa.Float(), nullable=True),
        _of("family_id", "staff_texts", "families"),
        _of("handoff_id", "staff_texts", "handoffs"),
        _key("staff_texts"),
        sa.UniqueConstraint("key", name=op.f("uq_staff_texts_key")),
        sqlite_autoincrement=True,
    )
    _indexed("staff_texts", "family_id", "handoff_id")
    op.create_index(
        "ix_staff_texts_waiting",
        "staff_texts",
        ["not_before"],
        unique=False,
        sqlite_where=sa.text(_WAITING),
        postgresql_where=sa.text(_WAITING),
    )


def _promises() -> None:
    op.create_table(
        "promises",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("handoff_id", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.Float(), nullable=False),
        sa.Column("due_at", sa.Float(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("warned_at", sa.Float(), nullable=True),
        sa.Column("broken_at", sa.Float(), nullable=True),
        sa.Column("kept_at", sa.Float(), nullable=True),
        sa.Column("kept_by", sa.String(length=40), nullable=True),
        sa.Column("kept_how", sa.String(length=8), nullable=True),
        _of("handoff_id", "promises", "handoffs"),
        _key("promises"),
        sa.UniqueConstraint("key", name=op.f("uq_promises_key")),
        sqlite_autoincrement=True,
    )
    _indexed("promises", "handoff_id")
    op.create_index(
        "ix_promises_open",
        "promises",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text(_OPEN),
        postgresql_where=sa.text(_OPEN),
    )
    op.execute(
        "INSERT INTO promises (key, handoff_id, made_at, due_at, round) "
        "SELECT 'before:' || id, id, created_at, promised_by, 0 FROM handoffs "
        "WHERE state = 'new' AND promised_by IS NOT NULL"
    )


def _acts() -> None:
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handoff_id", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("what", sa.String(length=24), nullable=False),
        sa.Column("ref", sa.String(length=60), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        _of("handoff_id", "acts", "handoffs"),
        _key("acts"),
    )
    _indexed("acts", "handoff_id")


def _absences() -> None:
    op.create_table(
        "absences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("cover", sa.String(length=40), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("made_by", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("begun_at", sa.Float(), nullable=True),
        sa.Column("ended_at", sa.Float(), nullable=True),
        _key("absences"),
        sa.UniqueConstraint("key", name=op.f("uq_absences_key")),
    )
    _indexed("absences", "person")
    op.create_table(
        "covers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("absence_id", sa.Integer(), nullable=False),
        sa.Column("handoff_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=24), nullable=False),
        sa.Column("given_at", sa.Float(), nullable=False),
        sa.Column("back_at", sa.Float(), nullable=True),
        _of("absence_id", "covers", "absences"),
        _of("handoff_id", "covers", "handoffs"),
        _key("covers"),
    )
    _indexed("covers", "absence_id", "handoff_id")
