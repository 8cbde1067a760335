"""Erasing, legal hold, and the address of her own copy.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what is known about a family's erasing."""
    with op.batch_alter_table("families") as table:
        table.add_column(sa.Column("held_at", sa.Float(), nullable=True))
        table.add_column(sa.Column("held_by", sa.String(length=40), nullable=True))
        table.add_column(sa.Column("warned_at", sa.Float(), nullable=True))
        table.add_column(sa.Column("copy_hash", sa.String(length=64), nullable=True))
        table.add_column(sa.Column("copy_until", sa.Float(), nullable=True))


def downgrade() -> None:
    """Forget it; who was erased stays erased."""
    with op.batch_alter_table("families") as table:
        for name in ("held_at", "held_by", "warned_at", "copy_hash", "copy_until"):
            table.drop_column(name)
