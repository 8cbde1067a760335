"""The tables of colleagues' calendars: who has a secret address, and which talks were mailed."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String, Table

from storage.schema import metadata

feeds = Table(
    "feeds",
    metadata,
    Column("person", String(40), primary_key=True),  # one address each
    Column("hash", String(64), nullable=False, unique=True),  # keyed; the address itself is gone
    Column("made_at", Float, nullable=False),
    Column("read_at", Float),
)

invitations = Table(
    "invitations",  # the newest version of a talk that a colleague was mailed
    metadata,
    Column("appointment_id", ForeignKey("appointments.id"), primary_key=True, type_=Integer),
    Column("person", String(40), primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    Column("at", Float, nullable=False),
)
