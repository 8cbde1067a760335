"""The tables of referrers' personal codes: a midwife or teacher without an account comes in by one.

Same rules as in `storage.schema`. The code itself is in the letter only.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, String, Table

from storage.schema import metadata

referrer_codes = Table(
    "referrer_codes",
    metadata,
    Column("person", String(40), primary_key=True),  # one code each
    Column("hash", String(64), nullable=False, unique=True),  # keyed, of the code
    Column("made_by", String(40), nullable=False),
    Column("made_at", Float, nullable=False),
    Column("used_at", Float),  # when somebody last came in by it
    Column("last_day", String(10)),  # local, ISO, always there; it still opens on this day
)

referrer_code_acts = Table(
    "referrer_code_acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", String(40), nullable=False, index=True),  # whose code
    Column("what", String(10), nullable=False),  # made, renewed, withdrawn
    Column("by", String(40), nullable=False),
    Column("at", Float, nullable=False),
    sqlite_autoincrement=True,
)
