"""The table of one-time links: a letter or a visit brings a parent to what was brought for her.

Same rules as in `storage.schema`. The code itself is in the letter only.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, String, Table

from storage.schema import metadata

one_time_links = Table(
    "one_time_links",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),  # keyed, of the code
    Column("request_id", ForeignKey("requests.id"), nullable=False, index=True),
    Column("made_by", String(40), nullable=False),
    Column("created_at", Float, nullable=False),
    Column("until", Float, nullable=False),
    Column("used_at", Float),  # also when a newer link took its place
)
