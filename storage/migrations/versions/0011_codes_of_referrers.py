"""The personal codes of referrers.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "referrer_codes",
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.String(length=40), nullable=False),
        sa.Column("made_at", sa.Float(), nullable=False),
        sa.Column("used_at", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_referrer_codes")),
        sa.UniqueConstraint("hash", name=op.f("uq_referrer_codes_hash")),
    )


def downgrade() -> None:
    """Take it away; the codes stop working."""
    op.drop_table("referrer_codes")
