"""Places for childcare on the desk: one for each arrangement, its end, and what moves around it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from bot.desk.childcare import words
from casework.budget import Grant
from storage import alerts, childcare, grants, reminders, sessions
from storage.database import Database
from storage.grants import Given, NewGrant
from tests.bot.desk import town
from tests.bot.desk.browsing import entered, served
from tests.bot.desk.standin import NOW, OURS
from tests.bot.desk.test_desk_writing import Page
from tests.bot.desk.town import Desk

PROGRAMME = "bridging_childcare"


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


async def begun(sanne: Page, way: str = "E", first: str = "2027-03-01") -> None:
    await sanne.send("/opvang")
    await sanne.send("/opvang/1/dagen", first_day=first)
    await sanne.send("/opvang/1/route", route=way)


async def placed(sanne: Page, months: str = "12") -> None:
    await begun(sanne)
    await sanne.send("/opvang/1/plek", euros="1200", months=months)
    assert words.SAID["plek"] in sanne.text


async def given(desk: Desk) -> list[Given]:
    async with desk.database.reading() as tx:
        return await grants.of_programme(tx, "dordrecht", PROGRAMME)


async def of_others(desk: Desk, count: int, what: Grant) -> None:
    """Places that other arrangements have."""
    programme = desk.house.municipality.programme(PROGRAMME)
    async with desk.database.writing() as tx:
        family_id = await head(desk)
        for number in range(count):
            new = NewGrant(f"other:{number}", "dordrecht", family_id, None, what, "sanne")
            assert await grants.give(tx, new, programme, 1.0) is None


async def more(desk: Desk, count: int) -> list[int]:
    """So many arrangements more, each ready for a place."""
    async with desk.database.writing() as tx:
        family_id, made = await head(desk), []
        for number in range(count):
            new = childcare.NewPlan(f"more:{number}", family_id, OURS, "2026-11-24", "2027-03-01")
            plan = await childcare.add(tx, new, NOW.timestamp())
            await childcare.save(tx, replace(plan, way="E"))
            made.append(plan.id)
    return made


async def told(desk: Desk) -> list[str]:
    async with desk.database.reading() as tx:
        return [one.kind for one in await alerts.loose(tx)]


async def end_is_told_on(desk: Desk) -> str:
    """The local day of what tells her people that the payment ends."""
    async with desk.database.reading() as tx:
        (plan,) = await childcare.of_family(tx, await head(desk))
        talk = await sessions.by_family(tx, plan.family_id)
        assert talk
        rows = await reminders.of_kinds(tx, [talk.id], ("childcare_due",))
    return next(row.args["on"] for row in rows[talk.id] if row.args["step"] == "ending")


async def head(desk: Desk) -> str:
    found = await desk.book.head(OURS)
    assert found
    return found.family_id


async def test_a_second_place_on_one_arrangement_is_refused(desk: Desk, sanne: Page) -> None:
    await begun(sanne)
    for mark in ("sanne-s-form", "ruud-s-form"):
        await sanne.send("/opvang/1/plek", euros="1200", months="12", eenmaal=mark)
    assert words.REFUSED["placed"] in sanne.text
    assert "1 van 15 plekken bezet" in sanne.text
    assert len(await given(desk)) == 1


async def test_everybody_hears_once_before_places_run_out(desk: Desk, sanne: Page) -> None:
    *fifteen, last = await more(desk, 16)
    await sanne.send("/opvang")
    for count, number in enumerate(fifteen, 1):
        await sanne.send(f"/opvang/{number}/plek", euros="1", months="1", eenmaal=f"form-{number}")
        heard = await told(desk)
        assert ("nearly_full" in heard, "programme_full" in heard) == (count >= 13, count == 15)
        assert len(heard) == len(set(heard))
    assert "Vol" in sanne.text
    await sanne.send(f"/opvang/{last}/plek", euros="1", months="1", eenmaal="form-16")
    assert words.REFUSED["full"] in sanne.text


async def test_it_warns_when_the_money_allows_only_few_more(desk: Desk, sanne: Page) -> None:
    """€ 10,71 × 143 hours: the budget of a year buys 11 places, and not 15."""
    dear = Grant((2027, 1), 12, 1_531_53)
    await of_others(desk, 8, dear)
    await begun(sanne, first="2027-01-04")
    await sanne.send("/opvang/1/opvang", provider="De Kikker", price="10,71", hours="143")
    assert 'value="1531,53"' in sanne.text  # and not the programme's own sum
    said = "bij € 1.531,53 per maand: {n}. Dan is het geld van 2027 op."
    assert said.format(n=3) in sanne.text
    assert "Bijna vol" not in sanne.text
    assert await told(desk) == []
    await sanne.send("/opvang/1/plek", euros="1531,53", months="12")
    assert said.format(n=2) in sanne.text
    assert "Bijna vol" in sanne.text
    assert await told(desk) == ["nearly_full"]


async def test_it_warns_of_a_later_month_that_fills_up(desk: Desk, sanne: Page) -> None:
    await of_others(desk, 13, Grant((2027, 9), 2, 100))
    await begun(sanne)
    assert "Plekken die vanaf maart 2027 nog passen: 2. Het minst is vrij in september 2027" in (
        sanne.text
    )
    assert "Bijna vol" in sanne.text
    await sanne.send("/opvang/1/plek", euros="1200", months="12")
    assert await told(desk) == ["nearly_full"]


async def test_what_is_told_of_the_end_follows_the_place(desk: Desk, sanne: Page) -> None:
    await placed(sanne)
    assert await end_is_told_on(desk) == "2027-12-07"
    assert "Betaald tot en met dinsdag 29 februari 2028." in sanne.text
    (place,) = await given(desk)
    for wrong in ("13", "-1"):
        await sanne.send("/opvang/1/korter", plek=str(place.id), months=wrong)
        assert words.SAID["fout"] in sanne.text
    await sanne.send("/opvang/1/korter", plek=str(place.id), months="6")
    assert "Betaald tot en met dinsdag 31 augustus 2027." in sanne.text
    assert "Opzeggen kan tot en met zaterdag 31 juli 2027." in sanne.text
    assert await end_is_told_on(desk) == "2027-06-08"


async def test_a_place_for_half_a_year_ends_after_it(desk: Desk, sanne: Page) -> None:
    await placed(sanne, months="6")
    assert await end_is_told_on(desk) == "2027-06-08"


async def test_a_worker_says_how_long_smi_is_paid(desk: Desk, sanne: Page) -> None:
    await begun(sanne, "C")
    assert "Betaald tot en met dinsdag 31 augustus 2027." in sanne.text
    await sanne.send("/opvang/1/route", route="C", **{"maanden-C": "9"})
    assert "Betaald tot en met dinsdag 30 november 2027." in sanne.text
    assert await end_is_told_on(desk) == "2027-09-07"
    await sanne.send("/opvang/1/opvang", provider="De Kikker")  # the notes leave it alone
    assert "Betaald tot en met dinsdag 30 november 2027." in sanne.text
    for way, months in (("C", "0"), ("C", "veel"), ("A", "3"), ("E", "3")):
        await sanne.send("/opvang/1/route", route=way, **{f"maanden-{way}": months})
        assert words.SAID["fout"] in sanne.text
    await sanne.send("/opvang/1/route", route="C")
    assert "Betaald tot en met dinsdag 31 augustus 2027." in sanne.text


async def test_a_place_moves_with_the_first_day_when_a_worker_says_so(
    desk: Desk, sanne: Page
) -> None:
    await placed(sanne)
    (place,) = await given(desk)
    await sanne.send("/opvang/1/dagen", first_day="2027-06-01")
    assert words.CAUTIONS["place_elsewhen"] in sanne.text
    assert [one.what.first for one in await given(desk)] == [(2027, 3)]  # not by itself
    assert "Verplaats de plek naar juni 2027" in sanne.text
    assert words.CAUTIONS["place_elsewhen"] in await sanne.open("")
    await sanne.open("/opvang")
    await of_others(desk, 15, Grant((2028, 4), 1, 100))
    await sanne.send("/opvang/1/verplaats", plek=str(place.id))
    assert words.NOT_MOVED["full"] in sanne.text
    assert (await given(desk))[0].what.first == (2027, 3)
    await sanne.send("/opvang/1/dagen", first_day="2027-04-05")
    await sanne.send("/opvang/1/verplaats", plek=str(place.id))
    assert words.SAID["verplaatst"] in sanne.text
    assert words.CAUTIONS["place_elsewhen"] not in sanne.text
    assert "Verplaats de plek" not in sanne.text
    assert await end_is_told_on(desk) == "2028-01-07"
    assert "verplaatste de plek voor opvang" in await sanne.open("")


async def test_another_family_s_place_is_not_hers_to_move(desk: Desk, sanne: Page) -> None:
    await placed(sanne)
    await of_others(desk, 1, Grant((2027, 9), 2, 100))
    other = (await given(desk))[-1].id
    answer = await sanne.send("/opvang/1/verplaats", plek=str(other))
    assert answer.status_code == 404


async def test_a_place_stays_in_sight_after_another_way_was_chosen(desk: Desk, sanne: Page) -> None:
    await placed(sanne)
    (place,) = await given(desk)
    await sanne.send("/opvang/1/route", route="A")
    caution = words.CAUTIONS["place_elsewhere"].format(day="dinsdag 29 februari 2028")
    assert caution in sanne.text
    assert "Overbruggende kinderopvang" in sanne.text
    assert "€ 1.200 × 12 = € 14.400" in sanne.text
    await sanne.send("/opvang/1/korter", plek=str(place.id), months="0")
    assert caution not in sanne.text
    assert [one.what.months for one in await given(desk)] == [0]


async def test_a_place_that_runs_without_coaching_is_told(desk: Desk, sanne: Page) -> None:
    await placed(sanne)
    caution = words.CAUTIONS["place_not_hers"].format(day="dinsdag 29 februari 2028")
    assert caution not in sanne.text
    await desk.deps().programmes.coaching.end(OURS, "sanne", mistake=False)
    assert caution in await sanne.open("/opvang")
    assert caution in await sanne.open("")


async def test_a_place_outside_the_programme_s_dates_is_refused(database: Database) -> None:
    shipped = town.dordrecht()
    until = date(2027, 2, 28)
    ends = tuple(
        replace(one, until=until) if one.id == PROGRAMME else one for one in shipped.programmes
    )
    desk = await town.two_families(database, replace(shipped, programmes=ends))
    await town.takes_part(desk)
    client = await entered(served(desk), "sanne")
    sanne = Page(client)
    await sanne.open("/opvang")
    await begun(sanne)
    await sanne.send("/opvang/1/plek", euros="1200", months="12")
    assert words.REFUSED["outside"] in sanne.text
    await sanne.send("/opvang/1/dagen", first_day="2027-02-15")
    await sanne.send("/opvang/1/plek", euros="1200", months="12")
    assert words.SAID["plek"] in sanne.text
    await sanne.send("/opvang/1/dagen", first_day="2027-03-01")
    await sanne.send("/opvang/1/verplaats", plek=str((await given(desk))[0].id))
    assert words.NOT_MOVED["outside"] in sanne.text
    await client.aclose()


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("first_day", "2020-01-01", "Eerste dag: kies een dag van 23 november 2025 tot en met"),
        ("first_day", "2127-01-01", "Eerste dag: kies een dag van"),
        ("four_on", "1999-05-05", "Het kind wordt 4 op: kies een dag van"),
        ("offer_on", "31-02-2027", "Aanbod van de opvang kwam op: dit is geen dag."),
    ],
)
async def test_an_absurd_day_is_asked_again_and_nothing_typed_is_lost(
    desk: Desk, sanne: Page, field: str, typed: str, said: str
) -> None:
    await begun(sanne, "A")
    version = sanne.field("versie")
    await desk.deps().programmes.childcare.note(OURS, "ruud", 1, {"provider": "De Kikker"})
    sent = {"first_day": "2027-04-05", "four_on": "2028-01-10", field: typed}
    answer = await sanne.send("/opvang/1/dagen", versie=version, **sent)
    assert answer.status_code == 422
    assert said in answer.text
    assert all(f'value="{day}"' in answer.text for day in sent.values())
    async with desk.database.reading() as tx:
        (plan,) = await childcare.of_family(tx, await head(desk))
    assert (plan.first_day, plan.four_on, plan.offer_on) == ("2027-03-01", None, None)
    _, _, form = answer.text.partition('/opvang/1/dagen"')
    assert form.partition('name="versie" value="')[2].startswith(f'{version}"')  # he was faster


async def test_a_day_that_stood_there_may_stay(desk: Desk, sanne: Page) -> None:
    """The form sends all days: one from long ago must not stop another one."""
    await begun(sanne, "A")
    async with desk.database.writing() as tx:
        (plan,) = await childcare.of_family(tx, await head(desk))
        await childcare.save(tx, replace(plan, first_day="2024-03-04"))
    await sanne.open("/opvang")
    await sanne.send("/opvang/1/dagen", first_day="2024-03-04", four_on="2027-01-04")
    assert words.SAID["dagen"] in sanne.text
