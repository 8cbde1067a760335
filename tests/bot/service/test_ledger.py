"""A backup that is put back brings nobody back who was erased since."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.app.ledger import FILE, Ledger, erase_again, note
from bot.service.core import wire_up
from storage import answers, holds, sessions
from storage.database import Database
from tests.bot.service.rig import Rig


async def half_way(rig: Rig, address: str) -> str:
    """She answered one question; the id of her family."""
    await rig.says("hoi", address)
    await rig.taps("Beginnen", address)
    await rig.taps("Gelezen, verder", address)
    await rig.taps("Nederlands", address)
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", address)
    assert found
    return found.family_id


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_restore_brings_nobody_back(rig: Rig, database_url: str, tmp_path: Path) -> None:
    gone, stays = await half_way(rig, "1"), await half_way(rig, "2")
    async with rig.core.database.writing() as tx:
        await holds.put(tx, gone, "ineke", 1.0)
    assert await rig.core.database.scrub()
    backup = tmp_path / "backup.db"
    shutil.copy(Path(database_url.removeprefix("sqlite:///")), backup)
    async with rig.core.database.writing() as tx:
        await holds.lift(tx, gone)
    await rig.says("alles wissen", "1")
    await rig.taps("Ja, wis alles", "1")
    ledger = Ledger(tmp_path)
    await note(rig.core, ledger)
    assert (tmp_path / FILE).read_text("ascii") == f"{gone}\n"

    restored = await Database.open(f"sqlite:///{backup}", rig.core.database._vault)
    core = wire_up(restored, rig.core.house)
    async with restored.reading() as tx:
        assert await sessions.by_address(tx, "telegram", "1") is not None
    assert await erase_again(core, Ledger(tmp_path)) == 1
    assert await erase_again(core, Ledger(tmp_path)) == 0
    async with restored.reading() as tx:
        assert await sessions.by_address(tx, "telegram", "1") is None
        assert await answers.of_family(tx, stays)
    await restored.close()


def test_what_stands_in_it_is_written_once(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.add([])
    assert not (tmp_path / FILE).exists()
    ledger.add(["a", "b"])
    ledger.add(["b", "c"])
    assert Ledger(tmp_path).known() == {"a", "b", "c"}
    assert (tmp_path / FILE).read_text("ascii") == "a\nb\nc\n"
