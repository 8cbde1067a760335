"""Baby packages: counted once whatever happens at once, referred without a trace, gone in time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.service import copies
from bot.service.not_done import Changed, NoSuch
from bot.service.programmes.baby.desk import Packages
from bot.service.programmes.outside import NotOpen, Receipt, WrongCode
from bot.service.retaining import Retaining
from bot.simulation import simulation
from bot.simulator import town_named
from casework.budget import Refusal
from casework.programmes import Referrer
from storage import alerts, contacts, erasure, grants, handoffs, requests, tasks
from storage.database import Database
from storage.requests import PARENT, NewRequest
from tests.bot.service.baby_shop import BABY, MORNING, Shop, packages, shop
from tests.bot.service.test_arranging import lines

Deed = tuple[str, int]  # what, and to which family
TOLD = (
    "mij: /start", "mij: [Beginnen]", "mij: [Gelezen, verder]", "mij: nederlands", "mij: je",
    "mij: Samira", "mij: bovenmaat", "mij: [Veel te vol]", "mij: [3 vragen]", "mij: niets",
    "mij: 0612345678", "mij: ochtend", "mij: [Klopt, versturen]",
)  # fmt: skip
ASKS = (
    "mij: [Wat kan er nog]", "mij: [Spullen voor de baby]", "mij: [Beginnen]",
    "mij: ik ben zwanger", "mij: [Voor een baby]", "mij: maart", "mij: overslaan",
    "mij: [Mijn verloskundige]", "mij: [Via mijn helper]", "mij: [Klopt, versturen]",
)  # fmt: skip


@pytest.mark.parametrize("kind", ["sqlite_url", "postgres_url"])
@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # to shrink would mean many families each time
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    deeds=st.lists(
        st.tuples(st.sampled_from(["grant", "grant", "grant", "withdrawn", "posted"]),
                  st.integers(0, 4)),
        min_size=6, max_size=24,
    ),
    quota=st.integers(1, 3),
)  # fmt: skip
def test_whatever_workers_press_at_once_never_one_too_many(
    kind: str, request: pytest.FixtureRequest, deeds: list[Deed], quota: int
) -> None:
    url = request.getfixturevalue(kind)
    asyncio.run(_pressed(url, request.getfixturevalue("vault"), deeds, quota))


async def _pressed(url, vault, deeds: list[Deed], quota: int) -> None:  # type: ignore[no-untyped-def]
    database = await Database.open(url, vault)
    try:
        # An earlier example may have left packages in this database: a run of its own.
        made = shop(database)
        async with database.reading() as tx:
            old = len([g for g in await grants.of_programme(tx, "huizen", "baby_package")
                       if g.what.months])  # fmt: skip
        made = shop(database, quota=old + quota)
        own = [await made.referred(f"{old}:{quota}:{hash(tuple(deeds))}:{n}") for n in range(5)]

        async def worker(what: str, handoff) -> None:  # type: ignore[no-untyped-def]
            person = handoff.neighbourhood_worker
            sheet = await made.sheet(handoff)
            try:
                if what == "grant":
                    await made.desk.grant(handoff.id, person, sheet.id, sheet.version)
                else:
                    await made.desk.move(handoff.id, person, sheet.id, what, sheet.version)
            except Changed:
                pass

        for at in range(0, len(deeds), 6):
            group = deeds[at : at + 6]
            await asyncio.gather(*(worker(what, own[n]) for what, n in group))
            async with database.reading() as tx:
                kept = [g for g in await grants.of_programme(tx, "huizen", "baby_package")
                        if g.what.months]  # fmt: skip
            assert len(kept) <= old + quota
        states = [(await made.sheet(handoff)).state for handoff in own]
        standing = sum(state in ("granted", "posted") for state in states)
        assert len(kept) == old + standing
    finally:
        await database.close()


async def test_people_are_warned_and_stopped_and_hear_each_once(database: Database) -> None:
    made = shop(database, quota=4, warn_at=2)
    told = []
    for number in range(5):
        handoff = await made.referred(f"r{number}")
        sheet = await made.sheet(handoff)
        me = handoff.neighbourhood_worker
        wrong = await made.desk.grant(handoff.id, me, sheet.id, sheet.version)
        async with database.reading() as tx:
            told.append([one.kind for one in await alerts.loose(tx)])
        assert wrong is (Refusal.FULL if number == 4 else None)
    near, full = "packages_nearly_full", "packages_full"
    assert told == [[], [near], [near], [near, full], [near, full]]
    assert (await made.sheet(handoff)).state == "referred"  # it waits for new agreements


async def test_125_packages_are_10_000_euros_also_in_the_last_month(database: Database) -> None:
    made = shop(database)
    made.clock.set(made.clock.now() + timedelta(days=60))  # January 2027, another budget year
    handoff = await made.referred("january")
    sheet = await made.sheet(handoff)
    me = handoff.neighbourhood_worker
    assert await made.desk.grant(handoff.id, me, sheet.id, sheet.version) is None
    found = await made.counting.figures()
    assert found
    assert (found.standing.taken, found.cents) == (1, 80_00)
    assert round(found.pace_needed, 1) == 10.4
    assert found.standing.quota * 80_00 == 10_000_00
    made.clock.set(made.clock.now() + timedelta(days=30))  # the run is over
    with pytest.raises(NotOpen):
        await made.outside.refer("lotte", BABY, "too-late")
    with pytest.raises(NoSuch):
        await made.desk.begin(handoff.id, me, "baby", "too-late")


async def test_after_the_run_nothing_is_given(database: Database) -> None:
    made = shop(database)
    handoff = await made.referred("r")
    sheet = await made.sheet(handoff)
    made.clock.set(made.clock.now() + timedelta(days=120))
    wrong = await made.desk.grant(handoff.id, handoff.neighbourhood_worker, sheet.id, sheet.version)
    assert wrong is Refusal.OFF


async def test_a_referral_sent_twice_or_at_once_is_one_family(database: Database) -> None:
    made = shop(database)
    came = await asyncio.gather(*(made.outside.refer("lotte", BABY, "once") for _ in range(3)))
    again = await made.outside.refer("lotte", replace(BABY, note="nog een keer"), "once")
    assert len({*came, again}) == 1
    async with database.reading() as tx:
        (kept,) = await requests.of_programme(tx, "huizen", "baby_package")
        assert kept.facts["note"] == BABY.note
        assert len(await handoffs.load(tx, "huizen")) == 2
        (task,) = await tasks.of_handoff(tx, kept.handoff_id or "")
    assert task.kind == "baby_referred"
    assert kept.handoff_id


async def test_a_number_that_we_never_keep_is_not_kept(database: Database) -> None:
    made = shop(database)
    told = replace(BABY, deliver="Straat 1, bsn 111222333", note="rekening NL91ABNA0417164300")
    handoff = await made.referred("r", told)
    facts = (await made.sheet(handoff)).facts
    assert "111222333" not in str(facts)
    assert "NL91" not in str(facts)
    assert facts["deliver"].startswith("Straat 1")


async def asked(made: Shop, handoff_id: str, family_id: str, code: str) -> int:
    """A parent asked herself."""
    new = NewRequest(
        f"asked:{code}", "huizen", "baby_package", family_id, "asked", PARENT, "baby", handoff_id,
        facts={"code": code, "reach": "call"},
    )  # fmt: skip
    async with made.database.writing() as tx:
        return (await requests.add(tx, new, made.clock.now().timestamp())).id


async def test_a_code_works_once_and_makes_no_second_family(database: Database) -> None:
    made = shop(database)
    handoff = await made.referred("first")
    number = await asked(made, handoff.id, handoff.family_id, "ABCD2345")
    with_code = replace(BABY, code="abcd-2345")
    receipt = await made.outside.refer("lotte", with_code, "form-1")
    assert receipt.number == number
    assert await made.outside.refer("lotte", with_code, "form-1") == receipt  # sent twice
    sheet = await made.sheet(handoff)
    assert (sheet.state, sheet.phase, sheet.facts["referrer"]) == ("referred", "baby", "midwife")
    assert "code" not in sheet.facts
    assert sheet.facts["reach"] == "call"
    for code in ("ABCD2345", "ZZZZ9999", "' OR 1=1"):
        with pytest.raises(WrongCode):
            await made.outside.refer("saida", replace(BABY, code=code), f"form-{code}")
    async with database.reading() as tx:
        assert len(await requests.of_programme(tx, "huizen", "baby_package")) == 2


async def test_two_referrers_with_one_code_at_once_are_one_referral(database: Database) -> None:
    made = shop(database)
    handoff = await made.referred("first")
    await asked(made, handoff.id, handoff.family_id, "ABCD2345")

    async def sends(person: str) -> Receipt | None:
        try:
            told = replace(BABY, code="ABCD2345")
            return await made.outside.refer(person, told, f"form-{person}")
        except WrongCode:
            return None

    came = await asyncio.gather(sends("lotte"), sends("saida"))
    assert sum(one is not None for one in came) == 1


async def test_only_who_is_named_refers_and_reads_nothing_back(database: Database) -> None:
    made = shop(database)
    mine = await made.outside.refer("lotte", BABY, "form")
    assert mine.number
    assert (await made.outside.receipt("lotte", mine.number)).number == mine.number
    assert (await made.outside.receipt("saida", mine.number)).number is None
    for person in ("anouk", "els", "bram", "nobody"):
        with pytest.raises(NotOpen):
            await made.outside.refer(person, BABY, f"form-{person}")
    clinic_only = shop(database, referrers=frozenset({Referrer.CHILD_CLINIC}))
    with pytest.raises(NotOpen):
        await clinic_only.outside.refer("lotte", BABY, "form-2")
    async with database.reading() as tx:
        assert len(await requests.of_programme(tx, "huizen", "baby_package")) == 1


async def test_an_old_page_and_another_s_family_change_nothing(database: Database) -> None:
    made = shop(database)
    handoff, other = await made.referred("a"), await made.referred("b")
    sheet, theirs = await made.sheet(handoff), await made.sheet(other)
    me = handoff.neighbourhood_worker
    with pytest.raises(PermissionError):
        await made.desk.grant(handoff.id, me, theirs.id, theirs.version)
    with pytest.raises(PermissionError):
        await made.desk.grant(handoff.id, "bram", sheet.id, sheet.version)
    assert await made.desk.grant(handoff.id, me, sheet.id, sheet.version) is None
    with pytest.raises(Changed):
        await made.desk.grant(handoff.id, me, sheet.id, sheet.version)
    after = await made.sheet(handoff)
    with pytest.raises(NoSuch):
        await made.desk.move(handoff.id, me, sheet.id, "referred", after.version)
    for day in (date(2026, 11, 24), date(2036, 1, 1)):
        with pytest.raises(NoSuch):
            await made.desk.remind(handoff.id, me, sheet.id, day, after.version)
    assert (await made.sheet(handoff)).version == after.version
    assert (await made.sheet(other)).state == "referred"


async def test_on_the_chosen_day_her_people_hear_once(database: Database) -> None:
    made = shop(database)
    handoff = await made.referred("a")
    me, sheet = handoff.neighbourhood_worker, await made.sheet(handoff)
    await made.desk.grant(handoff.id, me, sheet.id, sheet.version)
    sheet = await made.sheet(handoff)
    await made.desk.remind(handoff.id, me, sheet.id, date(2026, 12, 12), sheet.version)
    async with database.writing() as tx:
        await handoffs.close(tx, handoff.id)
    made.clock.set(made.clock.now() + timedelta(days=18))  # that Saturday
    assert await made.second.tick() == 0
    made.clock.set(made.clock.now() + timedelta(days=2))
    assert await made.second.tick() == 1
    assert await made.second.tick() == 0
    async with database.reading() as tx:
        found = await handoffs.get(tx, handoff.id)
        kinds = [task.kind for task in await tasks.waiting(tx, [handoff.id])]
    assert found
    assert found.state == "new"  # it was closed, and is for the same two people again
    assert kinds.count("baby_toddler") == 1
    assert (await made.sheet(handoff)).due_on is None


async def test_a_family_without_a_chat_expires_too_and_the_counter_stays(
    database: Database,
) -> None:
    made = shop(database)
    keeping = Retaining(database, made.house, asyncio.Event())
    handoff, waiting = await made.referred("a"), await made.referred("b", by="saida")
    me, sheet = handoff.neighbourhood_worker, await made.sheet(handoff)
    await made.desk.grant(handoff.id, me, sheet.id, sheet.version)
    sheet = await made.sheet(handoff)
    await made.desk.remind(handoff.id, me, sheet.id, date(2027, 6, 1), sheet.version)
    await made.desk.move(handoff.id, me, sheet.id, "posted", sheet.version + 1)
    made.clock.set(made.clock.now() + timedelta(days=120))
    assert not await gone(made, keeping, handoff.family_id)  # a day is agreed
    sheet = await made.sheet(handoff)
    await made.desk.remind(handoff.id, me, sheet.id, None, sheet.version)
    assert await gone(made, keeping, handoff.family_id)
    assert not await gone(made, keeping, waiting.family_id)  # nobody took it up yet
    found = await made.counting.figures()
    assert found
    assert found.per_phase == {"baby": 1, "toddler": 0}
    assert found.cents == 80_00
    month = (2026, 11)
    assert found.referrals == [(month, "child_clinic", 1), (month, "midwife", 1)]


async def gone(made: Shop, keeping: Retaining, family_id: str) -> bool:
    """Whether this family was erased when the terms were looked at."""
    await keeping.tick()
    async with made.database.reading() as tx:
        return await erasure.is_gone(tx, family_id)


async def test_a_family_that_nothing_came_of_is_gone_in_a_day(database: Database) -> None:
    made = shop(database)
    keeping = Retaining(database, made.house, asyncio.Event())
    async with database.writing() as tx:
        now = made.clock.now().timestamp()
        (family_id,) = await contacts.without_address(tx, 1, "huizen", now)
    assert not await gone(made, keeping, family_id)
    made.clock.set(made.clock.now() + timedelta(days=1))
    assert await gone(made, keeping, family_id)


async def test_where_a_parent_may_refer_her_own_word_counts() -> None:
    huizen = town_named("huizen")
    assert huizen
    town = packages(huizen, referrers=frozenset({Referrer.PARENT, Referrer.MIDWIFE}))
    async with simulation(town, MORNING) as sim:
        await lines(
            sim, *TOLD, "mij: [Wat kan er nog]", "mij: [Spullen voor de baby]", "mij: [Beginnen]",
            "mij: mijn kind is 2", "mij: [Voor een peuter]", "mij: maat 86", "mij: jongen",
            "mij: [Nog niemand]", "mij: [Via mijn helper]", "mij: [Klopt, versturen]",
        )  # fmt: skip
        async with sim.database.reading() as tx:
            (kept,) = await requests.of_programme(tx, "huizen", "baby_package")
    assert (kept.state, kept.kind) == ("referred", "toddler")
    assert kept.facts["referrer"] == "parent"
    assert (kept.facts["size"], kept.facts["colour"]) == ("s86_92", "boy")
    assert "code" not in kept.facts


async def test_what_she_asks_is_linked_to_a_helper_and_promises_nothing() -> None:
    huizen = town_named("huizen")
    assert huizen
    async with simulation(huizen, MORNING) as sim:
        await lines(sim, *TOLD, *ASKS)
        async with sim.database.reading() as tx:
            (kept,) = await requests.of_programme(tx, "huizen", "baby_package")
        assert (kept.state, kept.kind, kept.person) == ("asked", "baby", "lotte")
        assert kept.facts["child"] == "2027-03"
        assert len(kept.facts["code"]) == 8
        assert "weet ik nog niet" in sim.screen.text


async def test_what_she_asks_is_in_her_own_copy() -> None:
    huizen = town_named("huizen")
    assert huizen
    async with simulation(huizen, MORNING) as sim:
        await lines(sim, *TOLD, *ASKS)
        handoff = await sim.handoff()
        assert handoff
        async with sim.database.reading() as tx:
            hers = await copies.of_family(tx, sim.house, handoff.family_id, sim.clock.now())
    assert hers
    told = {row.get("wat"): row for row in hers["gevraagd"]}
    assert told["Babystartpakket"]["soort"] == "voor een baby"
    assert told["wie je al helpt"]["tekst"] == "verloskundige"
    assert told["het kind, of de maand van de geboorte"]["tekst"] == "2027-03"


async def test_told_again_it_is_the_same_wish_and_one_task() -> None:
    huizen = town_named("huizen")
    assert huizen
    async with simulation(huizen, MORNING) as sim:
        await lines(
            sim, *TOLD, *ASKS, "tandem: pakket verwijst baby", "tandem: pakket toekennen",
            "tandem: pakket tweede 2027-01-11", "tijd: 2027-01-11 12:00", "mij: [Ja, graag]",
        )  # fmt: skip
        handoff = await sim.handoff()
        assert handoff
        desk, me = Packages(sim.database, sim.house), handoff.neighbourhood_worker
        first = (await desk.shelf(handoff.id, me)).sheets[0]
        await desk.remind(handoff.id, me, first.id, date(2027, 1, 18), first.version)
        await lines(sim, "tijd: 2027-01-18 12:00", "mij: [Ja, graag]")
        shelf = await desk.shelf(handoff.id, me)
        assert [(s.phase, s.state) for s in shelf.sheets] == [
            ("baby", "granted"),
            ("toddler", "asked"),
        ]
        async with sim.database.reading() as tx:
            waiting = [task.kind for task in await tasks.waiting(tx, [handoff.id])]
    assert waiting.count("baby_asked") == 1
