"""The tables of childcare: a family's arrangement with its steps, and the places that are given.

Same rules as in `storage.schema`: `*_sealed` is vault ciphertext. Days are local ISO dates.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from storage.schema import metadata

childcare_plans = Table(
    "childcare_plans",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),  # a repeat is void
    Column("family_id", ForeignKey("families.id"), nullable=False, index=True),
    Column("handoff_id", ForeignKey("handoffs.id"), nullable=False, index=True),
    Column("begun_on", String(10), nullable=False),
    Column("first_day", String(10)),
    Column("way", String(1), nullable=False, default=""),  # how it is paid: id in the town's file
    Column("offer_on", String(10)),
    Column("changed_on", String(10)),
    Column("four_on", String(10)),
    Column("body_sealed", LargeBinary),  # what a worker noted: provider, LRK number, price, hours
    Column("version", Integer, nullable=False, default=0),  # counts changes: none gets lost
    Column("created_at", Float, nullable=False),
    Column("waits", Boolean),  # counted as waiting for a place; NULL: from before it was counted
    sqlite_autoincrement=True,
)

childcare_steps = Table(
    "childcare_steps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", ForeignKey("childcare_plans.id"), nullable=False, index=True),
    Column("step", String(24), nullable=False),  # as in casework.childcare_steps
    Column("due_on", String(10)),
    Column("done_on", String(10)),
    Column("done_by", String(40)),
    UniqueConstraint("plan_id", "step"),
)

grants = Table(
    "grants",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),  # a repeat is void
    Column("municipality", String(40), nullable=False),
    Column("programme", String(30), nullable=False),
    Column("family_id", ForeignKey("families.id"), nullable=False, index=True),
    Column("plan_id", Integer),  # its childcare; NULL once the family is erased
    Column("request_id", Integer),  # or what was asked; the money stays counted
    Column("first_month", String(7), nullable=False),
    Column("months", Integer, nullable=False),  # less when it was ended earlier; 0 counts nothing
    Column("cents", Integer, nullable=False),  # a month
    Column("given_by", String(40), nullable=False),
    Column("given_at", Float, nullable=False),
    Column("ended_at", Float),  # it ended before its term
    Column("asked_cents", Integer),  # what was asked, where that may be another sum
    Column("spent_cents", Integer),  # what it really came to; NULL: nobody wrote that down yet
    Column("spent_by", String(40)),
    sqlite_autoincrement=True,
)
Index("ix_grants_programme", grants.c.municipality, grants.c.programme)
