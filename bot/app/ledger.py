"""Who was erased, apart from the database: a backup that is put back brings nobody back.

Only random family ids stand in it. It lies beside the data; put back the database, not this file.
"""

from __future__ import annotations

import os
from pathlib import Path

from bot.service import logs
from bot.service.core import Core
from storage import erasure

FILE = "erased.txt"
log = logs.get()


class Ledger:
    """The list of erased families in the data directory."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._file = folder, folder / FILE
        self._known: set[str] | None = None

    def known(self) -> set[str]:
        """The ids in it."""
        if self._known is None:
            lines = self._file.read_text("ascii").split() if self._file.exists() else []
            self._known = set(lines)
        return self._known

    def add(self, ids: list[str]) -> None:
        """Write these down, on the disk when this returns. Raises OSError."""
        fresh = [one for one in ids if one not in self.known()]
        if not fresh:
            return
        handle = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "ab") as file:
            file.write("".join(f"{one}\n" for one in fresh).encode("ascii"))
            file.flush()
            os.fsync(handle)
        self.known().update(fresh)


async def note(core: Core, ledger: Ledger) -> None:
    """Write down who was erased since the last time."""
    async with core.database.reading() as tx:
        gone = await erasure.all_gone(tx)
    ledger.add(gone)


async def erase_again(core: Core, ledger: Ledger) -> int:
    """Before anything starts: whoever an old backup brought back goes again; tells how many."""
    at, count = core.house.clock.now().timestamp(), 0
    for family_id in sorted(ledger.known()):
        async with core.database.writing() as tx:
            count += await erasure.once_more(tx, family_id, at)
    if count:
        log.warning("erased_again", count=count)
        await core.database.scrub()
    return count
