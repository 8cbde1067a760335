"""A teacher begins something for a child: once for each form, and nothing of a family back."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

import pytest

from bot.service.clock import SetClock
from bot.service.core import house_of
from bot.service.house import House
from bot.service.not_done import Changed, NoSuch
from bot.service.programmes.child_package.asking import Wanted
from bot.service.programmes.child_package.desk import ChildPackages
from bot.service.programmes.child_package.referring import Referral, Referring
from bot.service.programmes.outside import Full, NotOpen, Receipt, WrongCode
from casework.municipality import Municipality
from casework.programmes import Budget, Counted, Referrer
from storage import handoffs, requests, sessions, tasks
from storage.database import Database
from storage.requests import Request
from tests.bot.desk import town
from tests.bot.desk.standin import NOW, OURS

FOOTBALL = Referral(
    Wanted("sport", "b4_12", "voetbal", helps="opa rijdt", asker="helper", place="home"),
    contact="Amira, 06 12 34 56 78",
)


@dataclass
class Village:
    """Opsterland, or a town like it, with its teacher and its team."""

    database: Database
    house: House

    @property
    def outside(self) -> Referring:
        return Referring(self.database, self.house)

    @property
    def desk(self) -> ChildPackages:
        return ChildPackages(self.database, self.house)

    async def asked(self) -> list[Request]:
        async with self.database.reading() as tx:
            return await requests.of_programme(tx, self.house.municipality.id, "child_package")


def village(database: Database, **changes: object) -> Village:
    """Opsterland as shipped, but for these fields of its programme."""
    shipped = town.named("opsterland")
    programmes = tuple(
        replace(one, **changes) if one.id == "child_package" else one  # type: ignore[arg-type]  # the tests name real fields
        for one in shipped.programmes
    )
    here: Municipality = replace(shipped, programmes=programmes)
    return Village(database, house_of(here, SetClock(NOW), "http://testserver"))


async def test_one_form_is_one_child_of_a_family_with_two_people(database: Database) -> None:
    made = village(database)
    assert await made.outside.refer("nynke", FOOTBALL, "form-1") == Receipt(1, None)
    (one,) = await made.asked()
    assert (one.state, one.kind, one.brought_by) == ("asked", "sport", "nynke")
    assert one.facts == {
        "child": "1", "band": "b4_12", "words": "voetbal", "helps": "opa rijdt", "place": "home",
        "asker": "helper", "contact": FOOTBALL.contact, "referrer": "school",
        "referred_by": "nynke", "referred_on": "2026-11-24", "form": "nynke:form-1",
    }  # fmt: skip
    async with database.reading() as tx:
        (handoff,) = await handoffs.of_family(tx, one.family_id)
        (task,) = await tasks.waiting(tx, [handoff.id])
        assert await sessions.by_family(tx, one.family_id) is None
    assert (one.handoff_id, task.kind) == (handoff.id, "child_package")


async def test_sent_twice_or_at_once_is_one_child_of_one_family(database: Database) -> None:
    made = village(database)
    many = (made.outside.refer("nynke", FOOTBALL, "once") for _ in range(4))
    came = await asyncio.gather(*many)
    assert {one.number for one in came} == {1}
    assert len(await made.asked()) == 1
    async with database.reading() as tx:
        load = await handoffs.load(tx, "opsterland")
    assert sum(load.values()) == 2  # one family, at each of its two people


async def test_another_child_at_home_joins_the_same_family(database: Database) -> None:
    made = village(database)
    first = await made.outside.refer("nynke", FOOTBALL, "form-1")
    other = replace(
        FOOTBALL, wanted=replace(FOOTBALL.wanted, wish="music"), contact="", beside=first.number
    )
    await made.outside.refer("nynke", other, "form-2")
    one, two = await made.asked()
    assert one.family_id == two.family_id
    assert (two.facts["child"], two.facts["contact"]) == ("2", FOOTBALL.contact)


async def test_the_number_of_somebody_elses_form_leads_to_no_family(database: Database) -> None:
    made = village(database)
    people = made.house.municipality.people
    second = replace(
        next(p for p in people if p.id == "nynke"), id="jelle", refers_as=Referrer.PROFESSIONAL
    )
    made.house = replace(
        made.house, municipality=replace(made.house.municipality, people=(*people, second))
    )
    first = await made.outside.refer("nynke", FOOTBALL, "form-1")
    await made.outside.refer("jelle", replace(FOOTBALL, beside=first.number), "form-2")
    with pytest.raises(WrongCode):  # and nobody could be reached
        await made.outside.refer("jelle", replace(FOOTBALL, contact="", beside=first.number), "f-3")
    one, two = await made.asked()
    assert one.family_id != two.family_id
    assert (await made.outside.receipt("jelle", one.id)).number is None
    assert (await made.outside.receipt("nynke", one.id)).number == one.id


async def known(database: Database) -> tuple[Village, int]:
    """A family of a town for children that asked something itself, with a code for a helper."""
    made = village(database)
    person = next(p for p in made.house.municipality.people if p.id == "nynke")
    here = replace(town.for_children(), people=(*town.dordrecht().people, person))
    programmes = tuple(
        replace(one, referrers=frozenset({Referrer.SCHOOL})) if one.id == "child_package" else one
        for one in here.programmes
    )
    desk = town.desk(database, SetClock(NOW), replace(here, programmes=programmes))
    async with database.writing() as tx:
        await town.family(tx, desk, OURS)
    made.house = desk.house
    one = await made.desk.begin(OURS, "sanne", Wanted("sport", "b4_12", "wil bewegen"), "a")
    await made.desk.invite(OURS, "sanne", one, 0)
    return made, one


async def code_of(made: Village, number: int) -> str:
    return str(next(one for one in await made.asked() if one.id == number).facts["code"])


async def test_a_code_joins_the_family_that_the_tandem_knows_once(database: Database) -> None:
    made, number = await known(database)
    told = replace(FOOTBALL, contact="", code=(await code_of(made, number)).lower())
    receipt = await made.outside.refer("nynke", told, "form-1")
    assert receipt.number == number
    assert await made.outside.refer("nynke", told, "form-1") == receipt  # sent twice
    (one,) = await made.asked()
    assert one.facts["words"] == "wil bewegen"  # what the family said stays
    assert (one.facts["helps"], one.facts["referred_by"]) == ("opa rijdt", "nynke")
    assert "code" not in one.facts
    for code in (told.code, "ZZZZ9999", "' OR 1=1"):
        with pytest.raises(WrongCode):
            await made.outside.refer("nynke", replace(told, code=code), f"form-{code}")
    assert await made.asked() == [one]


async def test_two_at_once_with_one_code_are_one(database: Database) -> None:
    made, number = await known(database)
    told = replace(FOOTBALL, contact="", code=await code_of(made, number))

    async def sends(once: str) -> str:
        try:
            await made.outside.refer("nynke", told, once)
        except WrongCode:
            return "wrong"
        return "done"

    came = await asyncio.gather(*(sends(f"form-{n}") for n in range(4)))
    assert sorted(came) == ["done"] + ["wrong"] * 3
    assert len(await made.asked()) == 1


async def test_a_code_is_made_by_her_people_while_it_is_asked(database: Database) -> None:
    made, number = await known(database)
    with pytest.raises(Changed):
        await made.desk.invite(OURS, "sanne", number, 0)  # an old page
    with pytest.raises(PermissionError):
        await made.desk.invite(OURS, "marloes", number, 1)
    await made.desk.send(OURS, "sanne", number, "sport", 1)
    with pytest.raises(NoSuch):
        await made.desk.invite(OURS, "sanne", number, 2)


async def test_where_all_is_given_nothing_is_begun(database: Database) -> None:
    """A town that sets a number: the form says so, and nothing of it is kept."""
    made = village(
        database, quota=1, warn_at=1, counted=Counted.PACKAGES, budgets=(Budget(2026, 100_00),)
    )
    first = await made.outside.refer("nynke", FOOTBALL, "form-1")
    assert first == Receipt(1, 1)
    (one,) = await made.asked()
    async with database.reading() as tx:
        (handoff,) = await handoffs.of_family(tx, one.family_id)
    me = handoff.neighbourhood_worker
    await made.desk.send(handoff.id, me, one.id, "sport", one.version)
    assert await made.desk.arrange(handoff.id, me, one.id, "club", 50_00, one.version + 1) is None
    assert (await made.outside.counter("nynke")).left == 0
    with pytest.raises(Full):
        await made.outside.refer("nynke", FOOTBALL, "form-2")
    assert await made.outside.refer("nynke", FOOTBALL, "form-1") == Receipt(1, 0)  # sent before
    assert len(await made.asked()) == 1
    async with database.reading() as tx:
        assert sum((await handoffs.load(tx, "opsterland")).values()) == 2


async def test_only_who_the_programme_names_refers(database: Database) -> None:
    made = village(database)
    for person in ("femke", "douwe", "nobody"):
        with pytest.raises(NotOpen):
            await made.outside.refer(person, FOOTBALL, f"form-{person}")
    parents_only = village(database, referrers=frozenset({Referrer.PARENT}))
    with pytest.raises(NotOpen):
        await parents_only.outside.refer("nynke", FOOTBALL, "form-1")
    off = village(database, on=False)
    with pytest.raises(NotOpen):
        await off.outside.counter("nynke")
    assert await made.asked() == []


async def test_a_number_that_we_never_keep_is_not_kept(database: Database) -> None:
    made = village(database)
    told = replace(FOOTBALL, note="bsn 111222333", contact="NL91ABNA0417164300")
    await made.outside.refer("nynke", told, "form-1")
    (one,) = await made.asked()
    assert "111222333" not in str(one.facts)
    assert "NL91ABNA" not in str(one.facts)
