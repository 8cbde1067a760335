"""The log of reads becomes a chain, and colleagues may look in with a reason.

Records that are there already join the chain at the next look.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_CHAIN = {"salt": 32, "digest": 64, "prior": 64, "hash": 64}


def upgrade() -> None:
    """Add the chain, its end, and the table of who looked in."""
    op.add_column("reads", sa.Column("seq", sa.Integer(), nullable=True))
    for name, length in _CHAIN.items():
        op.add_column("reads", sa.Column(name, sa.String(length=length), nullable=True))
    op.create_index("uq_reads_seq", "reads", ["seq"], unique=True)
    op.create_table(
        "reads_end",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reads_end")),
    )
    op.create_table(
        "look_ins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("family_id", sa.String(length=32), nullable=False),
        sa.Column("handoff_id", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("begun_at", sa.Float(), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["family_id"], ["families.id"], name=op.f("fk_look_ins_family_id_families")
        ),
        sa.ForeignKeyConstraint(
            ["handoff_id"], ["handoffs.id"], name=op.f("fk_look_ins_handoff_id_handoffs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_ins")),
        sa.UniqueConstraint("key", name=op.f("uq_look_ins_key")),
    )
    op.create_index(op.f("ix_look_ins_family_id"), "look_ins", ["family_id"], unique=False)
    op.create_index(op.f("ix_look_ins_handoff_id"), "look_ins", ["handoff_id"], unique=False)


def downgrade() -> None:
    """Forget the chain; the log itself stays."""
    op.drop_table("look_ins")
    op.drop_table("reads_end")
    op.drop_index("uq_reads_seq", table_name="reads")
    with op.batch_alter_table("reads") as table:
        for name in ("seq", *_CHAIN):
            table.drop_column(name)
