"""A signal from the creditor's file to the code that goes back, and what she says in between."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.service.not_done import Changed, NotToday
from bot.service.programmes.arrears.desk import Arrears, Sheet
from bot.service.retaining import Retaining
from casework.arrears import PROGRAMME, Kind, Outcome, Phase, Todo, Window
from casework.arrears_file import Row
from casework.municipality import Municipality
from storage import handoffs, reads, requests, sessions, tasks
from storage.requests import Request
from storage.schema import families
from tests.bot.service.rig import Rig

BEGAN = date(2026, 5, 1)
ROW = Row("R-1", Kind.RENT, BEGAN, "Fatima", "Voorbeeldstraat 2\nDordrecht", "+31612345678")
YES, NO, BEGIN = "Ja, graag", "Nee, dank je", "Beginnen"


@pytest.fixture
def desk(rig: Rig) -> Arrears:
    return Arrears(rig.core.database, rig.core.house)


async def brought(rig: Rig, desk: Arrears, row: Row = ROW) -> Request:
    await desk.take("sanne", [row])
    async with rig.core.database.reading() as tx:
        return (await requests.of_programme(tx, "dordrecht", PROGRAMME))[-1]


async def now(rig: Rig, number: int) -> Request:
    async with rig.core.database.reading() as tx:
        found = await requests.get(tx, number)
    assert found
    return found


async def code_of(desk: Arrears, one: Request, once: str = "a") -> str:
    seen = (await desk.sheet(one.id, "sanne")).signal.version
    letter = await desk.letter(one.id, "sanne", once, seen)
    return letter.link.rpartition("=")[2]


async def family(rig: Rig, address: str = "1") -> str:
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", address)
    assert found
    return found.family_id


async def test_opening_the_link_makes_the_signal_hers(rig: Rig, desk: Arrears) -> None:
    one = await brought(rig, desk)
    code = await code_of(desk, one)
    hello = await rig.gives(rig.item(kind="start", code=code))
    assert "Meedoen hoeft niet" in hello.text
    hers = await now(rig, one.id)
    assert hers.family_id == await family(rig) != one.family_id
    assert hers.facts == {**one.facts, "invited_on": "2026-06-08"}
    async with rig.core.database.reading() as tx:
        assert await requests.of_family(tx, one.family_id) == []
        empty = await tx.all(families.select().where(
            families.c.id == one.family_id
        ))  # fmt: skip
    assert empty[0].wrapped_key is None  # nothing of it can be opened any more


async def test_of_two_phones_at_once_one_gets_it_and_both_hear_something_kind(
    rig: Rig, desk: Arrears
) -> None:
    one = await brought(rig, desk)
    code = await code_of(desk, one)
    await asyncio.gather(*(
        rig.core.intake.accept([rig.item(phone, kind="start", code=code)]) for phone in "12345"
    ))  # fmt: skip
    await rig.settle()
    told = [rig.post.to(phone)[-1].text for phone in "12345"]
    assert sum("Meedoen hoeft niet" in text for text in told) == 1
    assert sum("Dat geeft niet" in text for text in told) == 4
    assert (await now(rig, one.id)).family_id in [await family(rig, phone) for phone in "12345"]


async def test_a_code_in_capitals_works_too(rig: Rig, desk: Arrears) -> None:
    code = await code_of(desk, await brought(rig, desk))
    assert "Meedoen" in (await rig.gives(rig.item(kind="start", code=code.upper()))).text


async def test_who_takes_up_her_own_letter_again_goes_on_where_she_was(
    rig: Rig, desk: Arrears
) -> None:
    one = await brought(rig, desk)
    code = await code_of(desk, one)
    await rig.gives(rig.item(kind="start", code=code))
    await rig.taps(BEGIN)
    again = await rig.gives(rig.item(kind="start", code=code))
    assert "We waren bij vraag 1 van 4" in again.text
    assert "Dat geeft niet" in (await rig.gives(rig.item("2", kind="start", code=code))).text


async def test_a_used_code_in_the_midst_of_her_questions_changes_nothing(rig: Rig) -> None:
    await rig.says("/hoi")
    before = await rig.taps("Beginnen")
    told = await rig.gives(rig.item(kind="start", code="v-wrong"))
    assert "Dat geeft niet" in told.text
    assert (await rig.taps("Verder")).text == before.text


async def test_no_is_one_tap_and_nothing_comes_of_it(rig: Rig, desk: Arrears) -> None:
    one = await brought(rig, desk)
    await rig.gives(rig.item(kind="start", code=await code_of(desk, one)))
    await rig.taps(NO)
    for _ in range(30):
        await rig.later(days=1)
    assert len(rig.post.to("1")) == 2  # hello, and thanks
    async with rig.core.database.reading() as tx:
        assert await handoffs.of_family(tx, await family(rig)) == []
    assert (await now(rig, one.id)).state == "declined"
    assert await desk.signals() == []
    assert await desk.outcomes() == [("R-1", "wil_niet", "2026-06-08")]
    with pytest.raises(Changed):
        await code_of(desk, one, "again")
    with pytest.raises(Changed):
        await desk.become(one.id, "sanne", "reached", (await now(rig, one.id)).version)


async def test_who_does_not_answer_is_not_chased(rig: Rig, desk: Arrears) -> None:
    one = await brought(rig, desk)
    await rig.gives(rig.item(kind="start", code=await code_of(desk, one)))
    for _ in range(20):
        await rig.later(days=1)
    assert len(rig.post.to("1")) == 1
    assert (await now(rig, one.id)).state == "invited"


async def test_yes_is_one_handoff_with_a_task_for_who_can_help(rig: Rig, desk: Arrears) -> None:
    one = await brought(rig, desk)
    await rig.gives(rig.item(kind="start", code=await code_of(desk, one)))
    await rig.taps(BEGIN)
    await rig.taps(YES)
    async with rig.core.database.reading() as tx:
        (handoff,) = await handoffs.of_family(tx, await family(rig))
        (task,) = await tasks.of_handoff(tx, handoff.id)
    assert (handoff.reason, task.kind) == ("arrears", "debt:housing")
    assert task.owner == handoff.neighbourhood_worker
    hers = await now(rig, one.id)
    assert (hers.state, hers.handoff_id) == ("wants", handoff.id)
    assert [bill.reference for bill in await desk.of_handoff(handoff.id)] == ["R-1"]


async def test_once_there_is_a_tandem_the_signal_is_theirs_only(rig: Rig, desk: Arrears) -> None:
    one = await brought(rig, desk)
    await rig.gives(rig.item(kind="start", code=await code_of(desk, one)))
    assert (await desk.sheet(one.id, "yusuf")).signal.id == one.id  # any caseworker until then
    await rig.taps(BEGIN)
    await rig.taps(YES)
    async with rig.core.database.reading() as tx:
        (handoff,) = await handoffs.of_family(tx, await family(rig))
    pair = {handoff.neighbourhood_worker, handoff.consultant}
    for person in ("sanne", "yusuf", "marloes", "ruud", "farida"):
        if person in pair:
            assert isinstance(await desk.sheet(one.id, person), Sheet)
        else:
            with pytest.raises(PermissionError):
                await desk.sheet(one.id, person)
    for person in ("ineke", "joost", "wim", "noor"):
        with pytest.raises(PermissionError):
            await desk.letter(one.id, person, "x", 0)


async def test_what_she_types_about_amounts_or_creditors_we_never_say(
    rig: Rig, desk: Arrears
) -> None:
    """Nothing that goes to her phone names the reference, the kind or the day."""
    one = await brought(rig, desk)
    await rig.gives(rig.item(kind="start", code=await code_of(desk, one)))
    for label in (BEGIN, YES, "Niets hiervan", "Overslaan", "Maakt niet uit", "Bel mij"):
        await rig.taps(label)
    said = " ".join(message.text for message in rig.post.to("1")).casefold()
    assert len(rig.post.to("1")) == 7
    for word in ("r-1", "huur", "trivire", "1 mei", "€", "fatima", "voorbeeldstraat"):
        assert word not in said


async def test_a_code_that_was_sent_in_time_opens_after_the_last_day(
    rig: Rig, desk: Arrears
) -> None:
    one = await brought(
        rig, desk, Row("R-1", Kind.RENT, rig.core.house.today() - timedelta(days=99))
    )
    code = await code_of(desk, one)
    await rig.later(days=11)
    (listed,) = await desk.signals()
    assert (listed.clock.days, listed.todo) == (110, Todo.CLOSE)
    assert "Meedoen hoeft niet" in (await rig.gives(rig.item(kind="start", code=code))).text


@pytest.mark.parametrize(("day", "late"), [(3, False), (29, False), (101, True), (110, True)])
async def test_outside_the_days_of_the_town_nobody_is_written_to_by_accident(
    rig: Rig, desk: Arrears, day: int, late: bool
) -> None:
    one = await brought(
        rig, desk, Row("R-1", Kind.RENT, rig.core.house.today() - timedelta(days=day))
    )
    with pytest.raises(NotToday) as refused:
        await code_of(desk, one)
    assert refused.value.late is late
    assert (await now(rig, one.id)).state == "signal"
    batch = await desk.letters({one.id: 0}, "sanne", "many")
    assert (batch.letters, batch.early + batch.over) == ([], [one.id])
    made = await desk.letter(one.id, "sanne", "on purpose", 0, "De ouder vroeg er zelf om.")
    again = await desk.letter(one.id, "sanne", "on purpose", 0, "De ouder vroeg er zelf om.")
    assert made == again
    (kept,) = (await desk.sheet(one.id, "sanne")).outside
    assert (kept.on, kept.by, kept.why) == (
        rig.core.house.today(),
        "sanne",
        "De ouder vroeg er zelf om.",
    )


@pytest.mark.parametrize("day", [30, 100])
async def test_on_the_first_and_the_last_day_a_letter_may_go_out(
    rig: Rig, desk: Arrears, day: int
) -> None:
    one = await brought(
        rig, desk, Row("R-1", Kind.RENT, rig.core.house.today() - timedelta(days=day))
    )
    assert await code_of(desk, one)


# --- what her people do ----------------------------------------------------------------


async def test_the_same_form_twice_is_one_letter(rig: Rig, desk: Arrears) -> None:
    one = await brought(rig, desk)
    first = await desk.letter(one.id, "sanne", "same", 0)
    again = await desk.letter(one.id, "sanne", "same", 0)
    assert first == again
    assert (await now(rig, one.id)).version == 1
    assert "R-1" not in str(first)
    async with rig.core.database.reading() as tx:
        looked = await reads.of_family(tx, one.family_id)
    assert [row.what for row in looked] == ["signal"] * 2


async def test_two_colleagues_at_once_make_one_letter(rig: Rig, desk: Arrears) -> None:
    one = await brought(rig, desk)
    made = await asyncio.gather(
        *(desk.letter(one.id, who, who, 0) for who in ("sanne", "yusuf")), return_exceptions=True
    )
    assert sorted(type(it).__name__ for it in made) == ["Changed", "Letter"]


async def test_what_came_of_it_is_noted_once(rig: Rig, desk: Arrears) -> None:
    one = await brought(rig, desk)
    for wrong in (("closed", None), ("reached", Outcome.CONTACT), ("invited", None)):
        with pytest.raises(ValueError, match=wrong[0]):
            await desk.become(one.id, "sanne", wrong[0], 0, wrong[1])
    await desk.become(one.id, "sanne", "reached", 0)
    await desk.become(one.id, "yusuf", "reached", 0)  # the same press of a colleague
    with pytest.raises(Changed):
        await desk.become(one.id, "yusuf", "closed", 0, Outcome.NO_CONTACT)
    await desk.become(one.id, "sanne", "closed", 1, Outcome.CONTACT)
    assert await desk.outcomes() == [("R-1", "contact", "2026-06-08")]
    steps = (await desk.sheet(one.id, "sanne")).steps
    assert [step.state for step in steps] == ["signal", "reached", "closed"]


async def test_a_list_read_by_two_at_once_is_taken_once(rig: Rig, desk: Arrears) -> None:
    rows = [Row(f"R-{n}", Kind.WATER, BEGAN) for n in range(60)]
    one, two = await asyncio.gather(desk.take("sanne", rows), desk.take("ineke", rows[::-1]))
    assert len(one.new) + len(two.new) == 60
    assert len(one.known) + len(two.known) == 60
    assert len(await desk.signals()) == 60


async def test_thousands_of_rows_are_taken_in_seconds(rig: Rig, desk: Arrears) -> None:
    rows = [Row(f"R-{n}", Kind.ENERGY, BEGAN, "Fatima", "Straat 1") for n in range(2_500)]
    begun = time.perf_counter()
    assert len((await desk.take("ineke", rows)).new) == 2_500
    assert (await desk.take("ineke", rows)).new == []
    assert time.perf_counter() - begun < 30  # half a second; a loaded machine is slower


async def test_signals_that_are_over_are_erased_after_the_term(rig: Rig, desk: Arrears) -> None:
    ended = await brought(rig, desk, Row("A", Kind.RENT, BEGAN))
    await desk.become(ended.id, "sanne", "closed", 0, Outcome.NO_CONTACT)
    old = await brought(rig, desk, Row("B", Kind.RENT, BEGAN - timedelta(days=60)))
    fresh = await brought(rig, desk, Row("C", Kind.RENT, BEGAN + timedelta(days=30)))
    retaining = Retaining(rig.core.database, rig.core.house, asyncio.Event())
    await retaining.tick()
    assert len(await desk.signals()) == 2
    rig.clock.set(rig.clock.now() + timedelta(days=133))
    await retaining.tick()
    async with rig.core.database.reading() as tx:
        left = await requests.of_programme(tx, "dordrecht", PROGRAMME)
    assert [one.id for one in left] == [fresh.id]
    assert old.id != fresh.id


async def test_how_we_know_is_told_by_the_law_and_names_no_creditor(
    rig: Rig, desk: Arrears
) -> None:
    await rig.gives(rig.item(kind="start", code=await code_of(desk, await brought(rig, desk))))
    told = await rig.says("van wie heb je mijn naam")
    assert "Dat staat in de wet." in told.text
    assert "huur, energie, water of de zorgverzekering" in told.text


async def test_who_came_by_herself_hears_that_nobody_told_us_anything(rig: Rig) -> None:
    await rig.says("hoi")
    told = await rig.says("hoe komen jullie aan mijn naam?")
    assert "Ik weet wat jij hier zelf vertelt." in told.text
    assert "wet" not in told.text


class TestOwnWords:
    """The town agreed to words of its own."""

    WORDS = "Bedrijven melden dit bij de gemeente."

    @pytest.fixture
    def town(self, town: Municipality) -> Municipality:
        """Dordrecht, with its own words for how it came by a name."""
        own = [
            replace(one, heard_from=self.WORDS) if one.id == PROGRAMME else one
            for one in town.programmes
        ]
        return replace(town, programmes=tuple(own))

    async def test_the_town_says_it_in_its_own_words(self, rig: Rig, desk: Arrears) -> None:
        await rig.gives(rig.item(kind="start", code=await code_of(desk, await brought(rig, desk))))
        assert self.WORDS in (await rig.says("hoe weten jullie dat")).text


class TestOwnDays:
    """The town chose other days."""

    @pytest.fixture
    def town(self, town: Municipality) -> Municipality:
        """Dordrecht, where people reach out from the tenth day to the fiftieth."""
        return replace(town, arrears=Window(first_day=10, last_day=50, warn_days=5))

    async def test_the_days_are_those_of_the_towns_file(self, rig: Rig, desk: Arrears) -> None:
        rows = [
            Row(f"R-{day}", Kind.RENT, rig.core.house.today() - timedelta(days=day))
            for day in (9, 10, 46, 51)
        ]
        await desk.take("sanne", rows)
        batch = await desk.letters(dict.fromkeys(range(1, 5), 0), "sanne", "many")
        assert (len(batch.letters), batch.early, batch.over) == (2, [1], [4])
        phases = {one.reference: one.clock.phase for one in await desk.signals()}
        assert phases["R-46"] is Phase.NEAR
