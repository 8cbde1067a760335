"""Every table of the database: `metadata` is whole only when all of them are imported.

A new module of tables belongs in this list; without it an empty database would lack them.
"""

from __future__ import annotations

from storage import (  # noqa: F401  importing them puts their tables in `metadata`
    schema_agenda,
    schema_childcare,
    schema_links,
    schema_referrers,
    schema_requests,
    schema_staff,
    schema_tallies,
)
from storage.schema import metadata

__all__ = ["metadata"]
