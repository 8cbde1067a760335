"""What storage raises when the database is away, locked or full: for who must answer kindly."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import SQLAlchemyError

TROUBLE: tuple[type[Exception], ...] = (SQLAlchemyError, sqlite3.Error, OSError)
