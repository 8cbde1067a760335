"""A referrer's code has a last day, and what was done about codes is written down.

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None
_YEAR = timedelta(days=365)


def upgrade() -> None:
    """Codes from before end a year after they were made; who did what is known from now on."""
    op.add_column("referrer_codes", sa.Column("last_day", sa.String(length=10), nullable=True))
    _fill(op.get_bind())
    op.create_table(
        "referrer_code_acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=40), nullable=False),
        sa.Column("what", sa.String(length=10), nullable=False),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrer_code_acts")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_referrer_code_acts_person"), "referrer_code_acts", ["person"])


def _fill(connection: sa.Connection) -> None:
    rows = connection.execute(sa.text("SELECT person, made_at FROM referrer_codes")).all()
    for person, made_at in rows:
        last = datetime.fromtimestamp(made_at, UTC).date() + _YEAR
        fill = sa.text("UPDATE referrer_codes SET last_day = :last WHERE person = :person")
        connection.execute(fill, {"last": last.isoformat(), "person": person})


def downgrade() -> None:
    """Codes work until they are replaced, as before."""
    op.drop_index(op.f("ix_referrer_code_acts_person"), table_name="referrer_code_acts")
    op.drop_table("referrer_code_acts")
    with op.batch_alter_table("referrer_codes") as codes:
        codes.drop_column("last_day")
