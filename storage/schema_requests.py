"""The tables of what is asked of a programme for a family: a package, a fund, a breakthrough …

Same rules as in `storage.schema`: `*_sealed` is vault ciphertext. Days are local ISO dates.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table

from storage.schema import metadata

requests = Table(
    "requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),  # a repeat is void
    Column("municipality", String(40), nullable=False),
    Column("programme", String(30), nullable=False),  # id in casework.programmes.KINDS
    Column("family_id", ForeignKey("families.id"), nullable=False, index=True),
    Column("handoff_id", ForeignKey("handoffs.id"), index=True),  # NULL: nobody takes it up yet
    Column("kind", String(24), nullable=False, default=""),  # what of the programme: baby, sport …
    Column("state", String(16), nullable=False),  # as in casework.requests
    Column("brought_by", String(40), nullable=False),  # parent, or the id of a person
    Column("person", String(40)),  # who looks after it, beside the tandem
    Column("due_on", String(10)),  # the next day that matters
    Column("body_sealed", LargeBinary, nullable=False),  # what is known of it
    Column("version", Integer, nullable=False, default=0),  # counts changes: none gets lost
    Column("created_at", Float, nullable=False),
    Column("changed_at", Float, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_requests_programme", requests.c.municipality, requests.c.programme, requests.c.state)

request_steps = Table(
    "request_steps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("request_id", ForeignKey("requests.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),  # what it became
    Column("by", String(40), nullable=False),
    Column("at", Float, nullable=False),
)
