"""What there is to do in her neighbourhood, as she reads it in the chat."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.simulation import Simulation, simulation
from bot.simulator import town_named
from bot.transcript import play, zone
from bot.written import _municipal_texts
from casework.municipality import Municipality
from dialogs.authoring.source import load_yaml
from tests.bot.service.test_arranging import TOLD
from tests.casework.conftest import DORDRECHT

LOOK = ("mij: [Wat kan er nog]", "mij: in mijn buurt")


def of(town: Municipality | None = None):  # type: ignore[no-untyped-def]  # a context manager
    town = town or town_named("dordrecht")
    assert town
    return simulation(town, datetime(2026, 11, 23, 9, tzinfo=zone(town)))


async def lines(sim: Simulation, *texts: str) -> list[str]:
    return [shown for text in texts async for shown in play(sim, text)]


def told(district: str) -> list[str]:
    return [line.replace("wielwijk", district) for line in TOLD]


async def test_a_few_at_a_time_and_then_the_rest() -> None:
    async with of() as sim:
        await lines(sim, *told("de staart"))
        shown = "\n".join(await lines(sim, *LOOK))
        assert "**Speeltuin De Staart (voorbeeld)**: buiten spelen en knutselen" in shown
        assert shown.count("Waar:") == 2
        assert "https://stapje.example/dordrecht/speeltuin" in shown
        shown = "\n".join(await lines(sim, "mij: [Laat meer zien]"))
        assert shown.count("Waar:") == 2
        shown = "\n".join(await lines(sim, "mij: laat meer zien"))
        assert "Ruilkast" in shown
        assert "Laat meer zien" not in shown
        shown = "\n".join(await lines(sim, "mij: [Hier hulp bij]"))
        assert "== taak: card_help" in shown


async def test_elsewhere_only_what_is_for_the_whole_town() -> None:
    async with of() as sim:
        await lines(sim, *told("reeland"))
        shown = "\n".join(await lines(sim, *LOOK))
        assert "Ruilkast" in shown
        assert "Speeltuin" not in shown


@pytest.mark.parametrize("gone", ["list", "programme"])
async def test_where_there_is_nothing_it_is_not_offered(gone: str) -> None:
    town = town_named("dordrecht")
    assert town
    if gone == "list":
        town = replace(town, activities=())
    else:
        off = (
            replace(one, on=one.on and one.id != "neighbourhood_health") for one in town.programmes
        )
        town = replace(town, programmes=tuple(off))
    async with of(town) as sim:
        await lines(sim, *told("de staart"))
        shown = await lines(sim, "mij: [Wat kan er nog]", "mij: [Meer keuzes]")
        assert not any("In mijn buurt" in line for line in shown)


def test_the_checker_reads_what_a_parent_reads_of_it() -> None:
    source = load_yaml(DORDRECHT.read_text("utf-8"), "d.yaml")
    fields = {one.field for one in _municipal_texts(source) if one.field.startswith("activities")}
    assert len(fields) == 2 * 5
