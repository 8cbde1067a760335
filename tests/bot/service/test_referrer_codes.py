"""A referrer's personal code: told once, one each, void when replaced, withdrawn or she left."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.service import codes
from bot.service.clock import SetClock
from bot.service.core import house_of
from bot.service.referrer_codes import CodeEnded, NoReferrer, ReferrerCodes
from casework.municipality import Municipality, Role
from storage import referrer_codes as stored
from storage.database import Database
from storage.referrer_codes import Act, Held
from storage.schema_referrers import referrer_codes
from storage.tx import Tx
from tests.bot.desk import town
from tests.bot.desk.standin import NOW

HUIZEN = town.named("huizen")


def room(
    database: Database, here: Municipality = HUIZEN, clock: SetClock | None = None
) -> ReferrerCodes:
    return ReferrerCodes(database, house_of(here, clock or SetClock(NOW), "http://testserver"))


def test_a_code_is_easy_to_type_and_nobody_guesses_it() -> None:
    made = [codes.personal() for _ in range(2_000)]
    assert len(set(made)) == 2_000
    assert all(re.fullmatch(r"[^\W_]{4}-[^\W_]{4}-[^\W_]{4}", one) for one in made)
    letters = Counter("".join(made).replace("-", ""))
    assert not set(letters) & set("AEIOU01")
    assert len(letters) == 29  # ^12: 58 bits
    assert max(letters.values()) < 1.4 * min(letters.values())


async def test_her_code_opens_as_she_types_it_and_the_use_is_known(database: Database) -> None:
    clock = SetClock(NOW)
    room_ = room(database, clock=clock)
    code = await room_.make("lotte", "bram")
    assert await room_.held() == [Held("lotte", "bram", NOW.timestamp(), None, "2027-11-24")]
    clock.set(NOW + timedelta(hours=1))
    for typed in (code, code.lower(), code.replace("-", ""), f"  {code.replace('-', ' – ')}. "):
        assert await room_.opened_by(typed) == "lotte"
    [one] = await room_.held()
    assert one.used_at == clock.now().timestamp()


@pytest.mark.parametrize("typed", ["", "-", "lotte", "%", "' OR 1=1 --", "é" * 12, "B" * 9_000])
async def test_what_is_no_code_opens_nothing(database: Database, typed: str) -> None:
    room_ = room(database)
    await room_.make("lotte", "bram")
    assert await room_.opened_by(typed) is None
    assert (await room_.held())[0].used_at is None


async def test_a_new_code_voids_hers_from_before_and_nobody_else_s(database: Database) -> None:
    room_ = room(database)
    first, of_saida = [await room_.make(one, "bram") for one in ("lotte", "saida")]
    assert await room_.opened_by(first) == "lotte"
    second = await room_.make("lotte", "els")
    assert await room_.opened_by(first) is None
    assert [await room_.opened_by(one) for one in (second, of_saida)] == ["lotte", "saida"]
    assert [one.made_by for one in await room_.held() if one.person == "lotte"] == ["els"]


async def test_of_eight_made_at_once_one_opens(database: Database) -> None:
    room_ = room(database)
    made = await asyncio.gather(*(room_.make("lotte", "bram") for _ in range(8)))
    assert len(set(made)) == 8
    assert sorted([str(await room_.opened_by(one)) for one in made]) == ["None"] * 7 + ["lotte"]


async def test_withdrawn_it_opens_nothing(database: Database) -> None:
    room_ = room(database)
    code = await room_.make("lotte", "bram")
    assert await room_.withdraw("lotte", "bram")
    assert await room_.opened_by(code) is None
    assert await room_.held() == []
    assert not await room_.withdraw("lotte", "bram")


async def test_withdrawn_while_she_typed_it_opens_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    room_, used = room(database), stored.used

    async def just_before(tx: Tx, code: str, at: float) -> bool:
        await stored.drop(tx, "lotte", "bram", 0.0)
        return await used(tx, code, at)

    code = await room_.make("lotte", "bram")
    monkeypatch.setattr(stored, "used", just_before)
    assert await room_.opened_by(code) is None


async def test_who_left_the_file_or_got_another_role_comes_in_no_more(database: Database) -> None:
    code = await room(database).make("lotte", "bram")
    others = tuple(one for one in HUIZEN.people if one.id != "lotte")
    lotte = HUIZEN.person("lotte")
    changed = [
        others,
        (*others, replace(lotte, refers_as=None)),
        (*others, replace(lotte, role=Role.COORDINATOR)),
    ]
    for people in changed:
        room_ = room(database, replace(HUIZEN, people=people))
        assert await room_.opened_by(code) is None
        assert [one.person for one in await room_.held()] == ["lotte"]  # seen, to be withdrawn
        with pytest.raises(NoReferrer):
            await room_.make("lotte", "bram")
    assert await room(database).opened_by(code) == "lotte"


async def test_the_database_does_not_hold_the_code(database: Database) -> None:
    code = await room(database).make("lotte", "bram")
    async with database.reading() as tx:
        (row,) = await tx.all(select(referrer_codes))
    assert code.replace("-", "") not in repr(row).replace("-", "")
    assert re.fullmatch(r"[0-9a-f]{64}", row.hash)


async def test_after_a_year_it_ends_and_renewed_it_opens_again(database: Database) -> None:
    clock = SetClock(NOW)
    room_ = room(database, clock=clock)
    code = await room_.make("lotte", "bram")
    clock.set(NOW + timedelta(days=365))
    assert await room_.opened_by(code) == "lotte"  # its last day is a whole day
    clock.set(NOW + timedelta(days=366))
    with pytest.raises(CodeEnded) as ended:
        await room_.opened_by(code)
    assert ended.value.last_day == date(2027, 11, 24)
    assert await room_.renew("lotte", "els")
    assert await room_.opened_by(code) == "lotte"
    assert [one.last_day for one in await room_.held()] == ["2028-11-24"]  # 2028 has 29 February


async def test_a_month_before_the_end_it_counts_as_near(database: Database) -> None:
    clock = SetClock(NOW)
    room_ = room(database, clock=clock)
    await room_.make("lotte", "bram")
    for days, near in ((334, 0), (335, 1), (400, 1)):
        clock.set(NOW + timedelta(days=days))
        assert await room_.near() == near
    people = tuple(one for one in HUIZEN.people if one.id != "lotte")
    assert await room(database, replace(HUIZEN, people=people), clock).near() == 0


async def test_who_made_renewed_and_withdrew_it_stays_when_the_code_is_gone(
    database: Database,
) -> None:
    clock = SetClock(NOW)
    room_ = room(database, clock=clock)
    await room_.make("lotte", "bram")
    clock.set(NOW + timedelta(days=1))
    assert await room_.renew("lotte", "els")
    assert await room_.withdraw("lotte", "bram")
    assert not await room_.withdraw("lotte", "els")  # nothing happened: nothing is noted
    assert not await room_.renew("lotte", "els")
    first, later = NOW.timestamp(), clock.now().timestamp()
    assert await room_.acts() == [
        Act("lotte", "made", "bram", first),
        Act("lotte", "renewed", "els", later),
        Act("lotte", "withdrawn", "bram", later),
    ]
