"""Looking along at the statements that a piece of work runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import event

from storage.direct import DirectConnection
from storage.prepared import Prepared
from storage.tx import Tx

Ran = tuple[str, Any]  # the text and its values, of the first row if there are several


@contextmanager
def noted(tx: Tx) -> Iterator[list[Ran]]:
    """The statements of this transaction that run inside."""
    seen: list[Ran] = []
    if isinstance(tx.conn, DirectConnection):
        run = Prepared.run

        def looked_at(one: Prepared, driver: Any, given: Any) -> Any:
            first = given[0] if isinstance(given, list) else given or {}
            seen.append((one.sql, one.values(first)))
            return run(one, driver, given)

        with patch.object(Prepared, "run", looked_at):
            yield seen
        return

    def note(*args: Any) -> None:
        seen.append((args[2], args[3]))

    engine = tx.conn.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)
