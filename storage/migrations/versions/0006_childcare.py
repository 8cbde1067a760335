"""Childcare: a family's arrangement with its steps, and the places that are given.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the three tables."""
    _plans()
    _steps()
    _grants()


def _plans() -> None:
    op.create_table(
        "childcare_plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("family_id", sa.String(length=32), nullable=False),
        sa.Column("handoff_id", sa.String(length=32), nullable=False),
        sa.Column("begun_on", sa.String(length=10), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("way", sa.String(length=1), nullable=False),
        sa.Column("offer_on", sa.String(length=10), nullable=True),
        sa.Column("changed_on", sa.String(length=10), nullable=True),
        sa.Column("four_on", sa.String(length=10), nullable=True),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["family_id"], ["families.id"], name=op.f("fk_childcare_plans_family_id_families")
        ),
        sa.ForeignKeyConstraint(
            ["handoff_id"], ["handoffs.id"], name=op.f("fk_childcare_plans_handoff_id_handoffs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_childcare_plans")),
        sa.UniqueConstraint("key", name=op.f("uq_childcare_plans_key")),
        sqlite_autoincrement=True,
    )
    for name in ("family_id", "handoff_id"):
        op.create_index(op.f(f"ix_childcare_plans_{name}"), "childcare_plans", [name])


def _steps() -> None:
    op.create_table(
        "childcare_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=24), nullable=False),
        sa.Column("due_on", sa.String(length=10), nullable=True),
        sa.Column("done_on", sa.String(length=10), nullable=True),
        sa.Column("done_by", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["childcare_plans.id"],
            name=op.f("fk_childcare_steps_plan_id_childcare_plans"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_childcare_steps")),
        sa.UniqueConstraint("plan_id", "step", name=op.f("uq_childcare_steps_plan_id_step")),
    )
    op.create_index(op.f("ix_childcare_steps_plan_id"), "childcare_steps", ["plan_id"])


def _grants() -> None:
    op.create_table(
        "grants",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("municipality", sa.String(length=40), nullable=False),
        sa.Column("programme", sa.String(length=30), nullable=False),
        sa.Column("family_id", sa.String(length=32), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("first_month", sa.String(length=7), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("given_by", sa.String(length=40), nullable=False),
        sa.Column("given_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["family_id"], ["families.id"], name=op.f("fk_grants_family_id_families")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grants")),
        sa.UniqueConstraint("key", name=op.f("uq_grants_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_grants_family_id"), "grants", ["family_id"])
    op.create_index("ix_grants_programme", "grants", ["municipality", "programme"])


def downgrade() -> None:
    """Forget them."""
    for name in ("grants", "childcare_steps", "childcare_plans"):
        op.drop_table(name)
