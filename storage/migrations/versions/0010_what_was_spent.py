"""What was asked and what was really spent stand beside what was given.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the columns."""
    with op.batch_alter_table("grants") as grants:
        grants.add_column(sa.Column("asked_cents", sa.Integer(), nullable=True))
        grants.add_column(sa.Column("spent_cents", sa.Integer(), nullable=True))
        grants.add_column(sa.Column("spent_by", sa.String(length=40), nullable=True))


def downgrade() -> None:
    """Forget them."""
    with op.batch_alter_table("grants") as grants:
        grants.drop_column("spent_by")
        grants.drop_column("spent_cents")
        grants.drop_column("asked_cents")
