"""A family that erased everything, as its people see it: that it is so, and nothing else."""

from __future__ import annotations

import pytest

from bot.desk.stored import StoredBook
from bot.service.wording import LOCALES
from dialogs.catalogue import Catalogue
from storage import handoffs, sessions
from tests.bot.service.conftest import rig as rig
from tests.bot.service.conftest import town as town
from tests.bot.service.rig import Rig


@pytest.fixture
def book(rig: Rig) -> StoredBook:
    """The desk's reading over this line."""
    house = rig.core.house
    say = Catalogue.load(LOCALES, "je").translate
    return StoredBook(
        rig.core.database,
        house.library,
        house.municipality,
        house.calendar,
        house.clock,
        lambda msgid, **facts: say("", msgid).format_map(facts),
    )


async def test_the_list_and_the_file_show_an_empty_shell(rig: Rig, book: StoredBook) -> None:
    await rig.says("hoi")
    await rig.taps("Beginnen")
    await rig.taps("Gelezen, verder")
    await rig.says("ik wil bellen")
    await rig.taps("Bel mij")
    await rig.says("0612345678")
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", "1")
        assert found
        (brought,) = await handoffs.of_family(tx, found.family_id)
    await rig.says("alles wissen")
    await rig.taps("Ja, wis alles")
    (card,) = (await book.inbox(brought.consultant)).cards
    assert (card.head.reason, card.call_name, card.head.district) == ("erased", "", "")
    assert [task.kind for task in card.tasks] == ["erased"]
    assert (card.alerts, card.undelivered, card.offered) == ((), 0, 0)
    file = await book.file(brought.consultant, brought.id)
    assert file
    said = [
        line for part in file.summary.sections for line in part.lines if line.parts or line.words
    ]
    assert said == []
    assert (file.slots, file.alerts, file.deliveries, file.waiting) == ((), (), (), 0)
