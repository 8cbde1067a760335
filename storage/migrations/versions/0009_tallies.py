"""What was counted, who waits for childcare, and that a place ended early.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the two columns."""
    op.create_table(
        "tallies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.String(length=40), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("what", sa.String(length=90), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tallies")),
    )
    op.create_index("ix_tallies_day", "tallies", ["municipality", "day", "what"])
    with op.batch_alter_table("childcare_plans") as plans:
        plans.add_column(sa.Column("waits", sa.Boolean(), nullable=True))
    with op.batch_alter_table("grants") as grants:
        grants.add_column(sa.Column("ended_at", sa.Float(), nullable=True))


def downgrade() -> None:
    """Forget them."""
    with op.batch_alter_table("grants") as grants:
        grants.drop_column("ended_at")
    with op.batch_alter_table("childcare_plans") as plans:
        plans.drop_column("waits")
    op.drop_index("ix_tallies_day", table_name="tallies")
    op.drop_table("tallies")
