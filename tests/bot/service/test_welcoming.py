"""A family that others brought: whoever opens its link into the chat begins as that family."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.service import codes
from bot.service import handoffs as bringing
from bot.service.not_done import Changed
from bot.service.staff.welcoming import LASTS, Welcoming
from bot.service.tandem import BadOffer
from storage import contacts, handoffs, requests, sessions
from storage.handoffs import Handoff
from storage.requests import NewRequest
from tests.bot.service.rig import Rig


async def brought(rig: Rig) -> Handoff:
    """A referral from outside: people, a request, and no chat."""
    at = rig.clock.now().timestamp()
    async with rig.core.database.writing() as tx:
        (family_id,) = await contacts.without_address(tx, 1, "dordrecht", at)
        why = bringing.Reason(family_id, "baby", "k")
        found = await bringing.bring(tx, rig.core.house, why, rig.clock.now())
        new = NewRequest(
            "k", "dordrecht", "baby_package", family_id, "referred", "lotte", handoff_id=found.id
        )
        await requests.add(tx, new, at)
    return found


async def invited(rig: Rig, found: Handoff, once: str = "a") -> str:
    welcoming = Welcoming(rig.core.database, rig.core.house)
    letter = await welcoming.link(found.id, found.neighbourhood_worker, once)
    return letter.link.rpartition("=")[2]


async def family_of(rig: Rig, address: str) -> str:
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", address)
    assert found
    return found.family_id


async def test_who_opens_the_link_begins_as_that_family(rig: Rig) -> None:
    found = await brought(rig)
    code = await invited(rig, found)
    assert codes.invites(code)
    hello = await rig.gives(rig.item(kind="start", code=code))
    assert "Ik ben een computer" in hello.text
    assert await family_of(rig, "1") == found.family_id
    await rig.taps("Ik wil bellen")
    async with rig.core.database.reading() as tx:
        mine = await handoffs.of_family(tx, found.family_id)
        assert [one.id for one in mine] == [found.id]  # the same two people, no second line
        assert await requests.of_family(tx, found.family_id)


async def test_it_works_once_and_only_the_newest(rig: Rig) -> None:
    found = await brought(rig)
    old = await invited(rig, found)
    assert await invited(rig, found) == old  # the same form once more
    new = await invited(rig, found, "b")
    await rig.gives(rig.item("1", "start", code=old))
    assert await family_of(rig, "1") != found.family_id
    await rig.gives(rig.item("2", "start", code=new.upper()))
    assert await family_of(rig, "2") == found.family_id
    await rig.gives(rig.item("3", "start", code=new))
    assert await family_of(rig, "3") != found.family_id
    with pytest.raises(Changed):
        await invited(rig, found, "c")  # there is a chat now


async def test_of_two_who_open_it_at_once_one_is_that_family(rig: Rig) -> None:
    found = await brought(rig)
    code = await invited(rig, found)
    both = (rig.item(str(who), "start", code=code) for who in (1, 2))
    await asyncio.gather(*(rig.core.intake.accept([one]) for one in both))
    await rig.settle()
    homes = [await family_of(rig, str(who)) for who in (1, 2)]
    assert homes.count(found.family_id) == 1


async def test_who_talks_with_us_already_stays_who_she_is(rig: Rig) -> None:
    await rig.says("hoi")
    before = await family_of(rig, "1")
    found = await brought(rig)
    code = await invited(rig, found)
    await rig.gives(rig.item(kind="start", code=code))
    assert await family_of(rig, "1") == before
    await rig.gives(rig.item("2", "start", code=code))  # and the link still works
    assert await family_of(rig, "2") == found.family_id


async def test_it_ends_after_its_last_day(rig: Rig) -> None:
    found = await brought(rig)
    code = await invited(rig, found)
    rig.clock.set(rig.clock.now() + LASTS + timedelta(days=1))
    await rig.gives(rig.item(kind="start", code=code))
    assert await family_of(rig, "1") != found.family_id


async def test_times_are_not_offered_to_who_gets_nothing(rig: Rig) -> None:
    found = await brought(rig)
    with pytest.raises(BadOffer, match="no_chat"):
        await rig.core.tandem.offer(found.id, found.neighbourhood_worker, [], "x" * 20)
    with pytest.raises(PermissionError):
        await Welcoming(rig.core.database, rig.core.house).link(found.id, "yusuf", "a")
