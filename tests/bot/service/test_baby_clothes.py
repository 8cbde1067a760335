"""Size and colour of the clothes in a baby package: asked where it helps, never needed."""

from __future__ import annotations

from dataclasses import replace

from bot.desk.baby import words
from casework.baby_package import COLOURS, SIZES
from dialogs.authoring.shelf import load_shipped
from storage.database import Database
from tests.bot.service.baby_shop import BABY, shop


async def test_size_and_colour_are_kept_where_the_referrer_knows_them(database: Database) -> None:
    made = shop(database)
    handoff = await made.referred("r", replace(BABY, size="s62_68", colour="neutral"))
    facts = (await made.sheet(handoff)).facts
    assert (facts["size"], facts["colour"]) == ("s62_68", "neutral")
    other = await made.referred("s", BABY)
    assert not {"size", "colour"} & set((await made.sheet(other)).facts)


def test_the_buttons_are_the_sizes_and_colours_that_there_are() -> None:
    script = load_shipped().script("baby_package")
    sizes = [one.id for one in script.step("size").choices if one.id != "unknown"]
    assert tuple(sizes) == SIZES == tuple(words.SIZES)
    assert tuple(one.id for one in script.step("colour").choices) == COLOURS == tuple(words.COLOURS)
