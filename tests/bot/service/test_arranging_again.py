"""Nothing is for once in a lifetime: childcare for another child, and later again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.service.arranging.desk import Childcare
from bot.simulation import Simulation, simulation
from bot.simulator import town_named
from bot.transcript import play
from storage import childcare, requests, tasks
from storage.childcare import Plan
from tests.bot.service.baby_shop import MORNING
from tests.bot.service.test_arranging import WISH, dordrecht, lines
from tests.bot.service.test_baby_packages import ASKS, TOLD

FIRST = WISH.read_text("utf-8").partition("!! add_childcare_plan")[0]
AGAIN = ("mij: [Wat kan er nog]", "mij: [Weer opvang regelen]", "mij: [Beginnen]")
REST = (
    "mij: zo snel mogelijk", "mij: maandag", "mij: de hele dag", "mij: [Ja, vaste tijden]",
    "mij: [Ja, dat klopt]", "mij: [Klopt, versturen]",
)  # fmt: skip


async def told_once(sim: Simulation) -> None:
    await lines(sim, *(line for line in FIRST.splitlines() if line.startswith("mij: ")))


async def plans(sim: Simulation) -> list[Plan]:
    handoff = await sim.handoff()
    assert handoff
    async with sim.database.reading() as tx:
        return await childcare.of_family(tx, handoff.family_id)


async def desk(sim: Simulation) -> tuple[Childcare, str, str]:
    handoff = await sim.handoff()
    assert handoff
    return Childcare(sim.database, sim.house), handoff.id, handoff.neighbourhood_worker


async def test_for_another_child_she_asks_again_and_the_first_stays_as_it_is() -> None:
    async with dordrecht() as sim:
        await told_once(sim)
        its, handoff, me = await desk(sim)
        await its.set_days(handoff, me, 1, {"first_day": date(2027, 3, 1)})
        await its.choose(handoff, me, 1, "A")
        await lines(sim, *AGAIN, "mij: een ander kind", "mij: [4 tot en met 12]", "mij: [Klaar]")
        await lines(sim, *REST)
        first, second = await plans(sim)
        assert (first.first_day, first.way) == ("2027-03-01", "A")
        assert (second.first_day, second.way) == (None, "")
        session = await sim.session()
        assert session.answers["childcare.days"].value == ("monday", "tuesday", "thursday")
        assert session.answers["childcare_again.days"].value == ("monday",)
        assert session.answers["childcare_again.child_age"].value == ("b4_12",)


async def test_what_is_known_is_confirmed_in_one_question() -> None:
    async with dordrecht() as sim:
        await told_once(sim)
        await lines(sim, *AGAIN, "mij: hetzelfde kind", *REST[:4])
        asked = sim.screen.text
        for known in ("Dicht bij huis", "Op de fiets", "Te weinig", "Ja, er staat iets"):
            assert known in asked
        await lines(sim, "mij: [Nee, het is anders]", "mij: oma past nu op")
        assert "oma past nu op" in sim.screen.text


@pytest.mark.parametrize(("later", "count"), [("2027-02-20 12:00", 1), ("2027-03-10 12:00", 2)])
async def test_for_the_same_child_it_is_new_once_the_first_began(later: str, count: int) -> None:
    async with dordrecht() as sim:
        await told_once(sim)
        its, handoff, me = await desk(sim)
        await its.set_days(handoff, me, 1, {"first_day": date(2027, 3, 1)})
        await lines(sim, f"tijd: {later}", *AGAIN, "mij: hetzelfde kind", *REST)
        assert len(await plans(sim)) == count


async def test_a_worker_begins_another_and_two_at_once_begin_one() -> None:
    async with dordrecht() as sim:
        await told_once(sim)
        its, handoff, me = await desk(sim)
        assert await its.begin(handoff, me, "x", seen=1) == 2
        assert await its.begin(handoff, me, "y", seen=1) == 2  # it stood on an older page
        assert await its.begin(handoff, me, "z", seen=2) == 3
        assert len(await plans(sim)) == 3


async def test_a_second_baby_package_can_be_asked_when_the_first_is_over() -> None:
    huizen = town_named("huizen")
    assert huizen
    button = "Spullen voor de baby"
    async with simulation(huizen, MORNING) as sim:
        await lines(sim, *TOLD, *ASKS, "mij: [Wat kan er nog]")
        assert button not in [b.label for b in sim.screen.answers]
        await lines(sim, "tandem: pakket vervalt", "mij: [Wat kan er nog]")
        await lines(sim, "mij: [Spullen voor de baby]", "mij: [Beginnen]", "mij: [Ja, dat klopt]")
        await lines(sim, "mij: [Voor een peuter]", "mij: overslaan", "mij: overslaan")
        await lines(sim, "mij: [Nog niemand]", "mij: [Via mijn helper]", "mij: [Klopt, versturen]")
        async with sim.database.reading() as tx:
            kept = await requests.of_programme(tx, "huizen", "baby_package")
        assert [(one.kind, one.state) for one in kept] == [
            ("baby", "withdrawn"), ("toddler", "asked"),
        ]  # fmt: skip
        assert "child" not in kept[-1].facts


async def two_children(sim: Simulation) -> tuple[Childcare, str, str]:
    """Childcare for a toddler and for a child of 4 to 12, both under way from 1 March."""
    await told_once(sim)
    its, handoff, me = await desk(sim)
    await lines(sim, *AGAIN, "mij: een ander kind", "mij: [4 tot en met 12]", "mij: [Klaar]", *REST)
    for number in (1, 2):
        await its.set_days(handoff, me, number, {"first_day": date(2027, 3, 1)})
        await its.choose(handoff, me, number, "A")
    return its, handoff, me


async def test_of_two_arrangements_each_message_says_for_which_child_it_is() -> None:
    async with dordrecht() as sim:
        its, handoff, me = await two_children(sim)
        first, second = await its.sheets(handoff, me)
        assert (first.whom, second.whom) == (("b2_3",), ("b4_12",))
        heard = [text async for text in heard_until(sim, "2027-01-19 12:00")]
        about = [text for text in heard if "DigiD nodig" in text]
        assert [text.split(". ")[1] for text in about] == [
            "Het gaat om je kind van 2 of 3 jaar", "Het gaat om je kind van 4 tot en met 12 jaar",
        ]  # fmt: skip


async def heard_until(sim: Simulation, moment: str) -> AsyncIterator[str]:
    async for line in play(sim, f"tijd: {moment}"):
        yield line


async def test_who_has_one_arrangement_hears_nothing_of_ages() -> None:
    async with dordrecht() as sim:
        await told_once(sim)
        its, handoff, me = await desk(sim)
        await its.set_days(handoff, me, 1, {"first_day": date(2027, 3, 1)})
        await its.choose(handoff, me, 1, "A")
        heard = " ".join([text async for text in heard_until(sim, "2027-01-19 12:00")])
        assert "DigiD nodig" in heard
        assert "Het gaat om" not in heard


async def test_children_of_one_age_are_told_apart_by_the_first_day() -> None:
    async with dordrecht() as sim:
        its, handoff, me = await two_children(sim)
        await its.for_whom(handoff, me, 2, ["b2_3"])
        await its.set_days(handoff, me, 2, {"first_day": date(2027, 5, 3)})
        heard = " ".join([text async for text in heard_until(sim, "2027-01-19 12:00")])
        assert "Het gaat om de opvang vanaf maandag 1 maart." in heard


async def test_help_with_a_step_tells_her_people_for_which_child() -> None:
    async with dordrecht() as sim:
        await two_children(sim)
        await lines(sim, "tijd: 2027-01-19 12:00", "mij: [Hulp graag]")
        found = await sim.handoff()
        assert found
        async with sim.database.reading() as tx:
            helps = [t for t in await tasks.of_handoff(tx, found.id) if t.kind == "childcare_help"]
        assert [t.body and t.body["words"].partition(":")[0] for t in helps] == [
            "kind van 4 tot en met 12 jaar"
        ]
