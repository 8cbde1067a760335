"""The table of what was counted: numbers of a day, without any way back to a family.

Rows are added, never changed, so that nobody waits for a counter; `storage.tallies.fold` makes one
row of a day's rows when the day is over, and with that the order they came in is gone too.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from storage.schema import metadata

tallies = Table(
    "tallies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("municipality", String(40), nullable=False),
    Column("day", String(10), nullable=False),  # local ISO date
    Column("what", String(90), nullable=False),  # a code of casework.tallies
    Column("number", Integer, nullable=False),  # below 0 where something was put right
)
Index("ix_tallies_day", tallies.c.municipality, tallies.c.day, tallies.c.what)
