"""The tables of what the tandem does: what they write, promise, take over, and that they did.

Same rules as in `storage.schema`: `*_sealed` is vault ciphertext, times are UTC epoch seconds.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)

from storage.schema import metadata

staff_texts = Table(
    "staff_texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),  # from the form: a repeat is void
    Column("handoff_id", ForeignKey("handoffs.id"), nullable=False, index=True),
    Column("family_id", ForeignKey("families.id"), nullable=False, index=True),
    Column("author", String(40), nullable=False),
    Column("kind", String(12), nullable=False),  # note, message, call, correction
    Column("about", String(101), nullable=False, default=""),  # correction: "script.step"
    Column("body_sealed", LargeBinary, nullable=False),
    Column("state", String(12), nullable=False),
    # kept; a message: waiting → posted → sent | unsure | failed; or taken_back
    Column("not_before", Float, nullable=False, default=0.0),  # until then it can be taken back
    Column("night", Integer, nullable=False, default=0),  # 1: she may get it in the quiet hours
    Column("inbox_id", Integer),  # the row that it travels in
    Column("reason", String(80)),  # why it failed: a code, never text
    Column("created_at", Float, nullable=False),
    Column("settled_at", Float),
    sqlite_autoincrement=True,
)
Index(
    "ix_staff_texts_waiting",
    staff_texts.c.not_before,
    sqlite_where=staff_texts.c.state.in_(["waiting", "posted"]),
)

promises = Table(
    "promises",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("handoff_id", ForeignKey("handoffs.id"), nullable=False, index=True),
    Column("made_at", Float, nullable=False),
    Column("due_at", Float, nullable=False),  # she was told: before this moment
    Column("round", Integer, nullable=False, default=0),  # 1: made when one before it was broken
    Column("warned_at", Float),
    Column("broken_at", Float),
    Column("kept_at", Float),
    Column("kept_by", String(40)),
    Column("kept_how", String(8)),  # reply, call, talk
    sqlite_autoincrement=True,
)
Index(
    "ix_promises_open",
    promises.c.due_at,
    sqlite_where=promises.c.kept_at.is_(None),
)

acts = Table(
    "acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("handoff_id", ForeignKey("handoffs.id"), nullable=False, index=True),
    Column("actor", String(40), nullable=False),
    Column("what", String(24), nullable=False),
    Column("ref", String(60), nullable=False, default=""),  # a row, a person, a reason's id
    Column("at", Float, nullable=False),
)

absences = Table(
    "absences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("person", String(40), nullable=False, index=True),
    Column("cover", String(40), nullable=False),
    Column("first", String(10), nullable=False),  # local days, both included
    Column("last", String(10), nullable=False),
    Column("made_by", String(40), nullable=False),
    Column("created_at", Float, nullable=False),
    Column("begun_at", Float),
    Column("ended_at", Float),
)

covers = Table(
    "covers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("absence_id", ForeignKey("absences.id"), nullable=False, index=True),
    Column("handoff_id", ForeignKey("handoffs.id"), nullable=False, index=True),
    Column("place", String(24), nullable=False),  # neighbourhood_worker, consultant
    Column("given_at", Float, nullable=False),
    Column("back_at", Float),
)
