"""Coaching: who takes part is counted once, one goal at a time, each message kind and decent."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import municipality
from bot.service import copies
from bot.service.clock import SetClock
from bot.service.core import house_of
from bot.service.house import House
from bot.service.not_done import Changed
from bot.service.programmes.coaching import kept
from bot.service.programmes.coaching.desk import BadGoal, Coaching, Sheet
from bot.service.staff.handling import BadDeed, Handling
from casework.budget import Refusal
from casework.coaching import PROGRAMME
from casework.municipality import Municipality
from storage import acts, alerts, grants, handoffs, reminders, requests, sessions, tasks
from storage.database import Database
from storage.handoffs import Handoff
from storage.vault import Vault
from tests.bot.service.rig import MONDAY, Rig
from tests.bot.service.test_arranging import TOLD, _decent, dordrecht, lines
from tests.bot.service.test_talks import june, offered, sent_in
from tests.storage.families import handoff as made
from tests.storage.families import meet


def few(town: Municipality, *, quota: int, warn_at: int) -> Municipality:
    """The town with places for a few families only."""
    changed = tuple(
        replace(one, quota=quota, warn_at=warn_at) if one.id == PROGRAMME else one
        for one in town.programmes
    )
    return replace(town, programmes=changed)


async def held(rig: Rig) -> Handoff:
    """A talk with her took place."""
    handoff = await sent_in(rig)
    await offered(rig, handoff, june(9))
    await rig.taps("di 9 juni 10:00")
    rig.clock.set(rig.clock.now() + timedelta(days=1, hours=2))
    await rig.core.tandem.held(handoff.id, 1, "sanne")
    return handoff


async def started(rig: Rig) -> Handoff:
    handoff = await held(rig)
    await rig.core.room.handling.outcome(handoff.id, "sanne", 1, "start")
    await rig.settle()
    return handoff


async def test_a_town_may_ask_how_it_goes_after_another_number_of_months(rig: Rig) -> None:
    handoff = await held(rig)
    town = rig.core.house.municipality
    sooner = replace(town.programme(PROGRAMME), follow_up_months=2)
    async with rig.core.database.writing() as tx:
        assert await kept.start(tx, rig.core.house, handoff, "sanne", sooner) is None
    assert str((await sheet(rig, handoff)).follow_up) == "2026-08-09"
    others = tuple(one for one in town.programmes if one.id != PROGRAMME)
    assert replace(town, programmes=(*others, sooner)).facts()["maanden_samen"] == "2 maanden"
    assert town.facts()["maanden_samen"] == "3 maanden"


def desk(rig: Rig) -> Coaching:
    return Coaching(rig.core.database, rig.core.house)


async def sheet(rig: Rig, handoff: Handoff) -> Sheet:
    return await desk(rig).sheet(handoff.id, "sanne")


async def counted(rig: Rig) -> int:
    async with rig.core.database.reading() as tx:
        given_ = await grants.of_programme(tx, "dordrecht", PROGRAMME)
    return sum(one.what.months for one in given_)


async def test_the_outcome_of_a_talk_begins_it_once_whoever_presses(rig: Rig) -> None:
    handoff = await held(rig)
    deeds = rig.core.room.handling
    said = len(rig.post.to("1"))
    presses = (deeds.outcome(handoff.id, who, 1, "start") for who in ("sanne", "ruud", "sanne"))
    await asyncio.gather(*presses)
    await rig.settle()
    assert await counted(rig) == 1
    assert len(rig.post.to("1")) == said + 2  # one welcome, one question
    found = await sheet(rig, handoff)
    assert found.state == "started"
    assert str(found.follow_up) == "2026-09-09"
    for other in ("no", "other_help", "next_talk"):
        await deeds.outcome(handoff.id, "sanne", 1, other)
    assert await counted(rig) == 1


async def test_another_outcome_begins_nothing(rig: Rig) -> None:
    handoff = await held(rig)
    for outcome in ("no", "other_help", "next_talk"):
        await rig.core.room.handling.outcome(handoff.id, "sanne", 1, outcome)
        assert await counted(rig) == 0
    assert (await sheet(rig, handoff)).state == ""


async def test_when_all_places_are_given_a_person_must_stop(rig: Rig) -> None:
    handoff = await held(rig)
    town = few(rig.core.house.municipality, quota=1, warn_at=1)
    full = replace(rig.core.house, municipality=town)
    async with rig.core.database.writing() as tx:
        other = (await meet(tx, "other"))[0]
        theirs = made(other, "h-other", neighbourhood_worker="yusuf")
        await handoffs.create(tx, theirs)
        programme = full.municipality.programme(PROGRAMME)
        assert await kept.start(tx, full, theirs, "yusuf", programme) is None
    with pytest.raises(BadDeed, match="begin-full"):
        await Handling(rig.core.database, full).outcome(handoff.id, "sanne", 1, "start")
    async with rig.core.database.reading() as tx:
        assert "outcome" not in {one.what for one in await acts.of_handoff(tx, handoff.id)}
        assert await requests.of_family(tx, handoff.family_id) == []
        assert [one.kind for one in await alerts.loose(tx)] == ["families_full"]
    assert await counted(rig) == 1


async def test_a_mistake_frees_the_place_and_an_end_does_not(rig: Rig) -> None:
    handoff = await started(rig)
    await desk(rig).set_goal(handoff.id, "sanne", "bellen met school", 0)
    assert await desk(rig).end(handoff.id, "ruud", mistake=False)
    assert not await desk(rig).end(handoff.id, "ruud", mistake=False)
    assert await counted(rig) == 1
    assert (await sheet(rig, handoff)).goal is None
    async with rig.core.database.reading() as tx:
        talk = await sessions.by_family(tx, handoff.family_id)
        assert talk
        assert await reminders.of_kinds(tx, [talk.id], ("small_goal", "follow_up")) == {}
    await rig.core.room.handling.outcome(handoff.id, "sanne", 1, "start")  # she comes back
    assert (await sheet(rig, handoff)).state == "started"
    assert await counted(rig) == 1
    await desk(rig).end(handoff.id, "sanne", mistake=True)
    assert await counted(rig) == 0
    await rig.core.room.handling.outcome(handoff.id, "sanne", 1, "start")
    assert await counted(rig) == 1


async def test_what_is_no_goal_changes_nothing(rig: Rig) -> None:
    handoff = await held(rig)
    with pytest.raises(BadGoal, match="not_started"):
        await desk(rig).set_goal(handoff.id, "sanne", "bellen", 0)
    await rig.core.room.handling.outcome(handoff.id, "sanne", 1, "start")
    for text, why in ((" ", "empty"), ("x" * 161, "long")):
        with pytest.raises(BadGoal, match=why):
            await desk(rig).set_goal(handoff.id, "sanne", text, 0)
    with pytest.raises(Changed):
        await desk(rig).set_goal(handoff.id, "sanne", "bellen", 7)
    for deed in (
        desk(rig).set_goal(handoff.id, "yusuf", "bellen", 0),
        desk(rig).end(handoff.id, "yusuf", mistake=False),
        desk(rig).sheet(handoff.id, "yusuf"),
    ):
        with pytest.raises(PermissionError):
            await deed
    assert (await sheet(rig, handoff)).before == []
    await desk(rig).set_goal(handoff.id, "sanne", "bellen met 111222333", 0)
    goal = (await sheet(rig, handoff)).goal
    assert goal
    assert "111222333" not in goal.words


WAYS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    "succeeded": ("Gelukt", (), "Wat fijn"),
    "partly": ("Deels gelukt", (), "Elk stukje telt"),
    "not_yet": ("Niet gelukt", ("Nee, het hoeft niet",), "ligt niet aan jou"),
    "other": ("Iets anders", ("mijn zus deed het",), "Goed dat je het vertelt"),
}


@pytest.mark.parametrize("how", WAYS)
async def test_however_it_went_she_is_thanked_and_her_people_see_it(rig: Rig, how: str) -> None:
    label, more, thanks = WAYS[how]
    handoff = await started(rig)
    await rig.says("één brief openmaken")
    await rig.later(days=7)
    asked = rig.post.to("1")[-1]
    assert "Hoe ging het met: “één brief openmaken”?" in asked.text
    before = len(rig.post.to("1"))
    await rig.taps(label)
    for one in more:
        await (rig.taps(one) if one.startswith("Nee") else rig.says(one))
    said = " ".join(message.text for message in rig.post.to("1")[before:])
    assert thanks in said
    found = await sheet(rig, handoff)
    assert found.goal is None
    (goal,) = found.before
    assert (goal.state, goal.said) == (how, "mijn zus deed het" if how == "other" else "")


async def test_help_with_a_goal_reaches_her_people_with_her_words(rig: Rig) -> None:
    handoff = await started(rig)
    await rig.says("de huur bellen")
    await rig.later(days=7)
    await rig.taps("Niet gelukt")
    await rig.taps("Ja, help mij")
    async with rig.core.database.reading() as tx:
        found = {one.kind: one for one in await tasks.waiting(tx, [handoff.id])}
    assert found["goal_help"].body == {"words": "de huur bellen"}


async def test_stop_reminders_stops_the_question_but_not_the_goal(rig: Rig) -> None:
    handoff = await started(rig)
    await rig.says("de huur bellen")
    await rig.says("stop herinneringen")
    before = len(rig.post.to("1"))
    await rig.later(days=100)
    assert len(rig.post.to("1")) == before
    found = await sheet(rig, handoff)
    assert found.goal
    assert not found.reminded


async def test_another_goal_makes_the_first_silent(rig: Rig) -> None:
    handoff = await started(rig)
    await rig.says("de huur bellen")
    first = (await sheet(rig, handoff)).goal
    assert first
    await rig.later(days=3)
    await desk(rig).set_goal(handoff.id, "sanne", "naar de speeltuin", first.id)
    await rig.settle()
    assert "naar de speeltuin" in rig.post.to("1")[-1].text
    await rig.taps("Ja, dat klopt")
    before = len(rig.post.to("1"))
    await rig.later(days=4)
    assert len(rig.post.to("1")) == before
    await rig.later(days=3)
    assert "naar de speeltuin" in rig.post.to("1")[-1].text


async def test_she_chooses_one_herself_while_there_is_none(rig: Rig) -> None:
    handoff = await started(rig)
    await rig.says("overslaan")
    await rig.taps("Wat kan er nog")
    await rig.taps("Een kleine stap")
    await rig.says("een wandeling maken")
    goal = (await sheet(rig, handoff)).goal
    assert goal
    assert (goal.words, goal.by) == ("een wandeling maken", "")
    menu = await rig.taps("Wat kan er nog")
    assert "Een kleine stap" not in [button.label for button in menu.answers]


@pytest.mark.parametrize("words", ["Geen ruzie maken met mijn zoon", "Niets kopen op internet"])
async def test_a_goal_may_begin_with_a_no(rig: Rig, words: str) -> None:
    handoff = await started(rig)
    await rig.says(words)
    goal = (await sheet(rig, handoff)).goal
    assert goal
    assert goal.words == words
    await rig.later(days=7)
    assert f"Hoe ging het met: “{words}”?" in rig.post.to("1")[-1].text


async def test_her_own_copy_has_her_goals_in_words(rig: Rig) -> None:
    handoff = await started(rig)
    await rig.says("de huur bellen")
    await rig.later(days=7)
    await rig.taps("Deels gelukt")
    async with rig.core.database.reading() as tx:
        kept_ = await copies.of_family(tx, rig.core.house, handoff.family_id, rig.clock.now())
    assert kept_
    shown = [row.get("tekst") or row.get("staat") or row["wat"] for row in kept_["gevraagd"]]
    assert shown == [
        "Hulp voor eenoudergezinnen", "Hulp voor eenoudergezinnen", "begonnen",
        "je kleine stap", "je kleine stap", "de huur bellen", "gekozen", "deels gelukt",
    ]  # fmt: skip


async def test_what_she_only_spoke_is_no_goal_to_quote(rig: Rig) -> None:
    handoff = await started(rig)
    await rig.says("overslaan")
    assert (await sheet(rig, handoff)).goal is None


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_is_set_each_message_is_decent(seed: int) -> None:
    chance, heard = random.Random(seed), []
    async with dordrecht() as sim:
        await lines(sim, *TOLD, "tandem: biedt 2026-11-25 10:00", "mij: wo 25 november 10:00")
        await lines(sim, "tijd: 2026-11-25 11:00", "tandem: geweest", "tandem: uitkomst start")
        handoff = await sim.handoff()
        assert handoff
        room, me = Coaching(sim.database, sim.house), handoff.neighbourhood_worker
        for number in range(12):
            seen = (await room.sheet(handoff.id, me)).goal
            await room.set_goal(handoff.id, me, f"stap {number}", seen.id if seen else 0)
            await sim.settle()
            to = sim.clock.now() + timedelta(days=chance.randint(3, 16), hours=chance.randint(0, 9))
            async for moment, sent in sim.moves(to):
                wall = sim.house.calendar.wall(moment)
                heard += [wall for out in sent if "Hoe ging het" in out.message.text]
        _decent(sim, heard)


# --- many at once ------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["sqlite_url", "postgres_url"])
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(presses=st.lists(st.integers(0, 4), min_size=2, max_size=9), quota=st.integers(1, 4))
def test_whoever_presses_at_once_no_family_is_one_too_many(
    kind: str, request: pytest.FixtureRequest, presses: list[int], quota: int
) -> None:
    """Each family counts once, and never more of them than there are places."""
    url = request.getfixturevalue(kind)
    asyncio.run(_race(url, request.getfixturevalue("vault"), presses, quota))


_TOWNS = count()


async def _race(url: str, vault: Vault, presses: list[int], quota: int) -> None:
    name = f"town-{next(_TOWNS)}"  # an example may come twice
    town = replace(few(municipality("dordrecht"), quota=quota, warn_at=1), id=name)
    house = house_of(town, SetClock(MONDAY), "http://stapje.test")
    database = await Database.open(url, vault)
    try:
        theirs = await _families(database, name)
        came = await asyncio.gather(*(_press(database, house, theirs[one]) for one in presses))
        async with database.reading() as tx:
            rows = await grants.of_programme(tx, name, PROGRAMME)
            asked = await requests.of_programme(tx, name, PROGRAMME)
    finally:
        await database.close()
    wanted = len(set(presses))
    assert len(rows) == len(asked) == min(quota, wanted)
    assert {one.request_id for one in rows} == {one.id for one in asked}
    assert (Refusal.FULL in came) == (wanted > quota)


async def _families(database: Database, name: str) -> list[Handoff]:
    async with database.writing() as tx:
        await meet(tx)  # what an earlier example left in the inbox
        parents = await meet(tx, *(f"{name}:{n}" for n in range(5)))
        found = [made(one, f"{name}:{n}"[:32]) for n, one in enumerate(parents)]
        for one in found:
            await handoffs.create(tx, one)
    return found


class _Undone(Exception):
    """The turn of somebody who was refused is taken back."""


async def _press(database: Database, house: House, handoff: Handoff) -> Refusal | None:
    wrong: Refusal | None = None
    try:
        async with database.writing() as tx:
            programme = house.municipality.programme(PROGRAMME)
            wrong = await kept.start(tx, house, handoff, "sanne", programme)
            await asyncio.sleep(0)
            if wrong is not None:
                raise _Undone
    except _Undone:
        pass
    return wrong
