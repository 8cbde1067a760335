"""Childcare on the desk: the route, days that move all that is open, places that are counted."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

import pytest

from bot.desk.childcare import words
from bot.desk.words import TASKS
from bot.service import copy_words
from bot.service.arranging import copied
from bot.service.arranging.deeds import task_kind
from casework.childcare import Warn
from casework.childcare_steps import BY_ID, STEPS, Owner
from dialogs.model import Text
from storage import childcare, grants, reads, reminders, sessions
from storage.database import Database
from tests.bot.desk import town
from tests.bot.desk.browsing import entered, served
from tests.bot.desk.standin import NOW, OURS, THEIRS
from tests.bot.desk.test_desk_writing import Page
from tests.bot.desk.town import Desk


@pytest.fixture
async def desk(database: Database) -> Desk:
    made = await town.two_families(database)
    await town.takes_part(made)
    return made


@pytest.fixture
async def sanne(desk: Desk) -> AsyncIterator[Page]:
    client = await entered(served(desk), "sanne")
    page = Page(client)
    await page.open("/opvang")
    yield page
    await client.aclose()


class Plain:
    """Says codes as they stand in the table."""

    def say(self, table: Mapping[str, Text], code: str) -> str:
        return table[code].msgid


async def planned(desk: Desk) -> dict[str, str]:
    """What she will hear, by step, and when."""
    async with desk.database.reading() as tx:
        (plan,) = await childcare.of_family(tx, await family_of(desk))
        talk = await sessions.by_family(tx, plan.family_id)
        assert talk
        found = await reminders.of_kinds(tx, [talk.id], ("childcare_step",))
    rows = found.get(talk.id, [])
    return {row.args["step"]: row.wall for row in reversed(rows)}


async def family_of(desk: Desk) -> str:
    head = await desk.book.head(OURS)
    assert head
    return head.family_id


async def begun(sanne: Page, way: str, first: str = "2027-03-01") -> None:
    await sanne.send("/opvang")
    await sanne.send("/opvang/1/dagen", first_day=first)
    await sanne.send("/opvang/1/route", route=way)


async def test_what_is_open_moves_with_the_first_day(desk: Desk, sanne: Page) -> None:
    assert "Opvang beginnen" in sanne.text
    await begun(sanne, "A")
    assert "vragen kan tot 3 maanden na de eerste dag" in sanne.text
    assert "Bewaard. De stappen passen nu bij deze route." in sanne.text
    before = await planned(desk)
    assert before["digid"] == "2027-01-18T10:00"
    await sanne.send("/opvang/1/stap/provider_talk", klaar="ja")
    assert "klaar op dinsdag 24 november" in sanne.text
    await sanne.send("/opvang/1/dagen", first_day="2027-03-15")
    after = await planned(desk)
    assert after["digid"] == "2027-02-01T10:00"
    assert set(before) - set(after) == {"provider_talk"}
    async with desk.database.reading() as tx:
        looked = await reads.of_family(tx, await family_of(desk))
    assert {row.what for row in looked} >= {"childcare"}


async def test_nobody_signs_before_the_decision_unseen(desk: Desk, sanne: Page) -> None:
    await begun(sanne, "E")
    assert "Eerst het besluit, dan pas tekenen" in sanne.text
    home = await sanne.open("")
    assert "Eerste dag: maandag 1 maart 2027 · Overbruggende opvang" in home
    assert "Eerst aan de beurt: Prijs en wachtlijst gevraagd bij de opvang" in home
    assert "Eerst het besluit, dan pas tekenen" in home
    await sanne.open("/opvang")
    assert "contract" not in await planned(desk)
    await sanne.send("/opvang/1/stap/contract", klaar="ja")
    assert "Er is getekend op dinsdag 24 november" in sanne.text
    await sanne.send("/opvang/1/stap/contract", klaar="nee")
    await sanne.send("/opvang/1/stap/decision", klaar="ja")
    assert "getekend op" not in sanne.text
    assert "contract" in await planned(desk)


async def test_a_place_is_counted_with_its_sum_and_given_once(desk: Desk, sanne: Page) -> None:
    await begun(sanne, "E")
    assert "0 van 15 plekken bezet" in sanne.text
    assert "15 × € 1.200 × 12 = € 216.000" in sanne.text
    assert "Eén plek is voor 3 dagen in de week." in sanne.text
    await sanne.send("/opvang/1/opvang", provider="De Kikker", price="10,71", hours="143")
    assert "€ 1.531,53 per maand. € 216.000 is dan genoeg voor 11 plekken." in sanne.text
    once = sanne.field("eenmaal")
    for _ in range(2):
        await sanne.send("/opvang/1/plek", euros="1531,53", months="12", eenmaal=once)
    assert "De plek is gegeven." in sanne.text
    assert "€ 1.531,53 × 12 = € 18.378,36" in sanne.text
    assert "1 van 15 plekken bezet" in sanne.text
    async with desk.database.reading() as tx:
        (place,) = await grants.of_plan(tx, 1)
        rows = await copied.of_family(tx, Plain(), await family_of(desk))
    hers = {row["wat"]: row for row in rows}
    assert hers["naam van de opvang"]["tekst"] == "De Kikker"
    assert hers["de eerste dag"]["wanneer"] == "2027-03-01"
    assert hers["een plek, voor zoveel maanden"]["tekst"] == "2027-03, 12"
    await sanne.send("/opvang/1/korter", plek=str(place.id), months="2")
    assert "€ 1.531,53 × 2 = € 3.063,06" in sanne.text


async def test_what_does_not_fit_is_refused_and_changes_nothing(desk: Desk, sanne: Page) -> None:
    await begun(sanne, "E")
    await sanne.send("/opvang/1/plek", euros="99999", months="12")
    assert words.REFUSED["money"] in sanne.text
    for wrong in ({"euros": "-5", "months": "12"}, {"euros": "1200", "months": "13"}, {}):
        await sanne.send("/opvang/1/plek", **wrong)
        assert words.SAID["fout"] in sanne.text
    for path, fields in (
        ("/opvang/1/route", {"route": "Z"}),
        ("/opvang/1/stap/dansen", {}),
        ("/opvang/1/opvang", {"hours": "elf"}),
    ):
        await sanne.send(path, **fields)
        assert words.SAID["fout"] in sanne.text, path
    async with desk.database.reading() as tx:
        assert await grants.of_programme(tx, "dordrecht", "bridging_childcare") == []
        (plan,) = await childcare.of_family(tx, await family_of(desk))
    assert (plan.first_day, plan.way, plan.notes) == ("2027-03-01", "E", None)


async def test_a_place_is_only_for_who_takes_part_in_coaching(desk: Desk, sanne: Page) -> None:
    assert "alleen voor gezinnen die coaching krijgen" not in await chosen(sanne, "A")
    await begun(sanne, "E")
    await ends_coaching(desk)
    await sanne.send("/opvang/1/plek", euros="1200", months="12")
    assert words.REFUSED["participants"] in sanne.text
    await sanne.send("/opvang/1/route", route="A")
    await sanne.send("/opvang/1/route", route="E")
    assert words.REFUSED["participants"] in sanne.text
    assert "alleen voor gezinnen die coaching krijgen" in sanne.text
    async with desk.database.reading() as tx:
        assert await grants.of_programme(tx, "dordrecht", "bridging_childcare") == []
        (plan,) = await childcare.of_family(tx, await family_of(desk))
        assert plan.way == "A"
    await town.takes_part(desk)
    await sanne.send("/opvang/1/route", route="E")
    await sanne.send("/opvang/1/plek", euros="1200", months="12")
    assert "1 van 15 plekken bezet" in sanne.text


async def chosen(sanne: Page, way: str) -> str:
    await begun(sanne, way)
    return sanne.text


async def ends_coaching(desk: Desk) -> None:
    await desk.deps().programmes.coaching.end(OURS, "sanne", mistake=False)


async def test_a_day_set_by_hand_stays_when_the_first_day_moves(desk: Desk, sanne: Page) -> None:
    await begun(sanne, "A")
    await sanne.send("/opvang/1/stap/digid/dag", dag="2027-02-03")
    assert words.SAID["dag"] in sanne.text
    assert "zelf gekozen dag" in sanne.text
    assert (await planned(desk))["digid"] == "2027-02-03T10:00"
    await sanne.send("/opvang/1/opvang", provider="De Kikker")  # the notes and the day keep apart
    await sanne.send("/opvang/1/dagen", first_day="2027-03-15")
    after = await planned(desk)
    assert (after["digid"], after["provider_talk"]) == ("2027-02-03T10:00", "2027-02-15T10:00")
    home = await sanne.open("")
    assert "koos de dag van een stap naar opvang: DigiD werkt, 2027-02-03" in home
    await sanne.open("/opvang")
    assert "De Kikker" in sanne.text
    await sanne.send("/opvang/1/stap/digid/dag", dag="")
    assert (await planned(desk))["digid"] == "2027-02-01T10:00"
    for step, day in (
        ("first_day", "2027-03-01"),
        ("dansen", "2027-03-01"),
        ("digid", "2026-01-01"),
    ):
        await sanne.send(f"/opvang/1/stap/{step}/dag", dag=day)
        assert words.SAID["fout"] in sanne.text
    old = str(int(sanne.field("versie")) - 1)
    await sanne.send("/opvang/1/stap/digid/dag", dag="2027-02-04", versie=old)
    assert words.SAID["veranderd"] in sanne.text
    assert (await planned(desk))["digid"] == "2027-02-01T10:00"


async def test_an_old_page_overwrites_nothing(desk: Desk, sanne: Page) -> None:
    await begun(sanne, "E")
    old = sanne.field("versie")
    await sanne.send("/opvang/1/dagen", first_day="2027-04-05", versie=old)
    assert words.SAID["dagen"] in sanne.text
    for path, fields in (
        ("dagen", {"first_day": "2027-03-01", "offer_on": "2027-01-04"}),
        ("opvang", {"provider": "De Kikker"}),
    ):
        await sanne.send(f"/opvang/1/{path}", versie=old, **fields)
        assert words.SAID["veranderd"] in sanne.text
    async with desk.database.reading() as tx:
        (plan,) = await childcare.of_family(tx, await family_of(desk))
    assert (plan.first_day, plan.offer_on, plan.notes) == ("2027-04-05", None, None)


async def test_another_family_s_arrangement_is_not_hers(desk: Desk, sanne: Page) -> None:
    async with desk.database.writing() as tx:
        other = await desk.book.head(THEIRS)
        assert other
        new = childcare.NewPlan("k", other.family_id, THEIRS, "2026-11-24")
        plan = await childcare.add(tx, new, NOW.timestamp())
    answer = await sanne.send(f"/opvang/{plan.id}/dagen", first_day="2027-03-01")
    assert answer.status_code == 404
    async with desk.database.reading() as tx:
        kept = await childcare.get(tx, plan.id)
    assert kept
    assert kept.first_day is None


def test_every_step_and_warning_has_its_dutch() -> None:
    assert set(words.STEPS) == set(BY_ID)
    assert set(words.CAUTIONS) == {warn.value for warn in Warn}
    theirs = {task_kind(step.id) for step in STEPS if step.owner is not Owner.PARENT}
    assert theirs <= set(TASKS)
    assert theirs <= set(copy_words.TASKS)


async def test_another_arrangement_stands_beside_the_first(desk: Desk, sanne: Page) -> None:
    await begun(sanne, "A")
    for count in ("1", "1"):  # the same page sent twice
        await sanne.send("/opvang", aantal=count)
    assert "Opvang 1 van 2, begonnen op dinsdag 24 november" in sanne.text
    assert "Opvang 2 van 2" in sanne.text
    async with desk.database.reading() as tx:
        both = await childcare.of_family(tx, await family_of(desk))
    assert [(one.way, one.first_day) for one in both] == [("A", "2027-03-01"), ("", None)]


async def test_a_colleague_says_for_which_child_each_of_two_is(desk: Desk, sanne: Page) -> None:
    await begun(sanne, "A")
    assert "Voor welk kind" not in sanne.text  # there is nothing to confuse it with
    await sanne.send("/opvang", aantal="1")
    await sanne.send("/opvang/2/kind", b2_3="ja", more="ja")
    assert "Berichten zeggen nu om welk kind het gaat." in sanne.text
    assert "opvang vanaf maandag 1 maart 2027</h2>" in sanne.text
    assert "kinderen van 2 of 3 jaar</h2>" in sanne.text
    async with desk.database.reading() as tx:
        first, second = await childcare.of_family(tx, await family_of(desk))
    assert (first.whom, second.whom) == ((), ("b2_3", "more"))
    await sanne.open("")
    assert "Nieuwste: kinderen van 2 of 3 jaar" in sanne.text
