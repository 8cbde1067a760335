"""Childcare over months: the first day moves, steps are ticked, her messages keep their rules."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.service.arranging.desk import Childcare
from bot.service.not_done import NoSuch
from bot.simulation import Simulation, simulation
from bot.simulator import town_named
from bot.transcript import play, zone
from dialogs.authoring.shelf import load_shipped
from storage import childcare, promises, reminders, sessions, tasks
from storage.childcare import Plan

TOLD = (
    "mij: /start", "mij: [Beginnen]", "mij: [Gelezen, verder]", "mij: nederlands", "mij: je",
    "mij: Samira", "mij: wielwijk", "mij: [Veel te vol]", "mij: [3 vragen]", "mij: niets",
    "mij: 0612345678", "mij: ochtend", "mij: [Klopt, versturen]",
)  # fmt: skip
WISH = Path(__file__).parents[2] / "transcripts" / "p03_opvang_vanaf_dag_1.txt"
HANDS = ("quote", "request", "digid", "contract", "benefit", "provider_talk")
MORNING, EVENING = (8, 30), (20, 30)


def dordrecht(now: datetime | None = None):  # type: ignore[no-untyped-def]  # a context manager
    town = town_named("dordrecht")
    assert town
    return simulation(town, now or datetime(2026, 11, 23, 9, tzinfo=zone(town)))


async def lines(sim: Simulation, *texts: str) -> None:
    for text in texts:
        async for _ in play(sim, text):
            pass


async def plan_of(sim: Simulation) -> Plan:
    async with sim.database.reading() as tx:
        handoff = await sim.handoff()
        assert handoff
        return (await childcare.of_family(tx, handoff.family_id))[-1]


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whatever_moves_she_hears_each_thing_once_at_a_decent_hour(seed: int) -> None:
    chance = random.Random(seed)
    async with dordrecht() as sim:
        await lines(sim, *TOLD)
        handoff = await sim.handoff()
        assert handoff
        desk, me = Childcare(sim.database, sim.house), handoff.neighbourhood_worker
        number = await desk.begin(handoff.id, me, "x")
        first, heard = date(2027, 2, 15), []
        await desk.set_days(handoff.id, me, number, {"first_day": first})
        await desk.choose(handoff.id, me, number, "A")
        for _ in range(10):
            if chance.random() < 0.6:
                first += timedelta(days=chance.randint(-10, 25))
                await desk.set_days(handoff.id, me, number, {"first_day": first})
            if chance.random() < 0.6:
                await desk.tick(handoff.id, me, number, chance.choice(HANDS))
            await _planned_once(sim)
            to = sim.clock.now() + timedelta(days=chance.randint(5, 20))
            async for moment, sent in sim.moves(to):
                wall = sim.house.calendar.wall(moment)
                heard += [(wall, out.message.text) for out in sent if not out.close]
        _decent(sim, [wall for wall, _ in heard])
        await _told_once(sim, len(heard))


async def _planned_once(sim: Simulation) -> None:
    """What moved is not planned on its old day too."""
    plan = await plan_of(sim)
    async with sim.database.reading() as tx:
        talk = await sessions.by_family(tx, plan.family_id)
        assert talk
        found = await reminders.of_kinds(tx, [talk.id], ("childcare_step",))
    names = [row.key.split(":")[2] for row in found.get(talk.id, [])]
    assert len(names) == len(set(names))


def _decent(sim: Simulation, walls: list[datetime]) -> None:
    assert len(walls) >= 3
    for wall in walls:
        assert MORNING <= (wall.hour, wall.minute) < EVENING
        assert not sim.house.calendar.day_off(wall.date())
        week = [one for one in walls if wall <= one < wall + timedelta(days=7)]
        assert len(week) <= 3
    assert len({wall.date() for wall in walls}) == len(walls)


async def _told_once(sim: Simulation, heard: int) -> None:
    """Each message of a step belongs to one day of that step; no task stands twice."""
    handoff = await sim.handoff()
    assert handoff
    async with sim.database.reading() as tx:
        talk = await sessions.by_family(tx, handoff.family_id)
        assert talk
        kept = await reminders.of_conversation(tx, talk.id)
        todo = await tasks.of_handoff(tx, handoff.id)
        steps = {step.step: step for step in await childcare.steps(tx, 1)}
    assert sum(row.kind == "childcare_step" and row.state == "fired" for row in kept) == heard
    waits = [(task.kind, (task.body or {}).get("words")) for task in todo if not task.done_at]
    assert len(waits) == len(set(waits))
    for task in todo:
        step = steps.get(task.key.split(":")[3])
        assert task.done_at or (step is not None and step.done_on is None)


async def test_a_task_moves_with_the_first_day() -> None:
    async with dordrecht() as sim:
        await lines(sim, *TOLD)
        handoff = await sim.handoff()
        assert handoff
        desk, me = Childcare(sim.database, sim.house), handoff.neighbourhood_worker
        number = await desk.begin(handoff.id, me, "x")
        await desk.set_days(handoff.id, me, number, {"first_day": date(2027, 2, 8)})
        await lines(sim, "tijd: 2026-11-27 12:00")
        before = await _due(sim, "childcare_quote")
        await desk.set_days(handoff.id, me, number, {"first_day": date(2027, 3, 8)})
        after = await _due(sim, "childcare_quote")
        assert (before, after) == (date(2026, 11, 30), date(2026, 12, 28))
        await desk.choose(handoff.id, me, number, "C")
        await desk.set_days(handoff.id, me, number, {"first_day": date(2027, 2, 1)})
        await lines(sim, "tijd: 2026-12-01 12:00")
        assert "childcare_request" in await _open(sim)
        await desk.choose(handoff.id, me, number, "D")
        assert "childcare_request" not in await _open(sim)


async def test_her_wish_brings_a_task_and_a_promise_of_the_same_day() -> None:
    asked, _, _ = WISH.read_text("utf-8").partition("!! add_childcare_plan")
    async with dordrecht() as sim:
        await lines(sim, *(line for line in asked.splitlines() if line.startswith("mij: ")))
        handoff = await sim.handoff()
        assert handoff
        async with sim.database.reading() as tx:
            made = await promises.of_handoff(tx, handoff.id)
            (wish,) = [
                t for t in await tasks.waiting(tx, [handoff.id]) if t.kind == "childcare_wish"
            ]
    assert len(made) == 2  # when she sent her answers in, and now
    assert made[-1].due_at == wish.due_at


async def _open(sim: Simulation) -> set[str]:
    handoff = await sim.handoff()
    assert handoff
    async with sim.database.reading() as tx:
        return {task.kind for task in await tasks.waiting(tx, [handoff.id])}


async def _due(sim: Simulation, kind: str) -> date:
    handoff = await sim.handoff()
    assert handoff
    async with sim.database.reading() as tx:
        (task,) = [one for one in await tasks.of_handoff(tx, handoff.id) if one.kind == kind]
    assert task.due_at
    return datetime.fromtimestamp(task.due_at, sim.house.calendar.zone).date()


async def test_two_colleagues_at_once_lose_nothing() -> None:
    async with dordrecht() as sim:
        await lines(sim, *TOLD)
        handoff = await sim.handoff()
        assert handoff
        desk, me = Childcare(sim.database, sim.house), handoff.neighbourhood_worker
        number = await desk.begin(handoff.id, me, "x")
        assert await desk.begin(handoff.id, handoff.consultant, "y") == number
        seen = await plan_of(sim)
        await desk.choose(handoff.id, handoff.consultant, number, "C")
        async with sim.database.writing() as tx:
            assert not await childcare.save(tx, seen)  # read before the other's change
        await desk.set_days(handoff.id, me, number, {"first_day": date(2027, 3, 1)})
        after = await plan_of(sim)
        assert (after.way, after.first_day) == ("C", "2027-03-01")
        for wrong in ({"first": date(2027, 3, 1)}, {"way": None}):
            with pytest.raises(NoSuch):
                await desk.set_days(handoff.id, me, number, wrong)
        with pytest.raises(PermissionError):
            await desk.choose(handoff.id, "yusuf", number, "A")


def test_every_flow_of_a_town_has_its_button() -> None:
    menu = load_shipped().script("offers").step("menu")
    flows = set()
    for name in ("dordrecht", "huizen", "opsterland"):
        town = town_named(name)
        assert town
        flows |= {one.flow for one in town.programmes if one.flow}
    assert flows
    for flow in flows:
        choice = menu.choice(flow)
        assert choice
        assert choice.overlay.startswith(f"{flow}.")
