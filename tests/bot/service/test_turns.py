"""From what arrives to what she reads: once, in order, and never in silence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.service import turn
from bot.service.ports import Malformed
from storage import answers, handoffs, inbox, sessions
from tests.bot.service.rig import Rig, press_of
from tests.storage.peek import unseen


async def kept(rig: Rig, address: str = "1") -> dict[str, Any]:
    """Her current answers by step: status and value."""
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", address)
        assert found
        rows = await answers.of_family(tx, found.family_id)
    return {row.step: (row.status, tuple(row.body["value"])) for row in rows}


async def begun(rig: Rig, address: str = "1") -> None:
    """Up to the question for her name."""
    await rig.gives(rig.item(address, "start"))
    for label in ("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je"):
        await rig.taps(label, address)


async def test_a_newcomer_is_welcomed_and_answers_are_kept(rig: Rig) -> None:
    welcome = await rig.gives(rig.item(kind="start"))
    assert welcome.text.startswith("Hoi! Ik ben Stapje. Ik ben een computer")
    assert "{" not in welcome.text
    await begun(rig)
    asked = await rig.says("Samira")
    assert "In welke wijk woon je?" in asked.text
    assert (await kept(rig))["call_name"] == ("answered", ("Samira",))


async def test_a_tap_closes_its_buttons_and_says_what_she_chose(rig: Rig) -> None:
    await rig.gives(rig.item(kind="start"))
    first = rig.post.sent[-1]
    await rig.taps("Beginnen")
    marks = [out.marks for out in rig.post.sent if out.marks]
    assert marks == [(str(first.outbox_id), "Beginnen")]  # along with the next question
    assert not any(out.close for out in rig.post.sent)


async def test_what_comes_twice_counts_once(rig: Rig) -> None:
    await begun(rig)
    name = rig.item(text="Samira")
    await rig.gives(name, name)
    before = len(rig.post.sent)
    await rig.core.intake.accept([name])
    await rig.settle()
    assert len(rig.post.sent) == before
    assert (await kept(rig))["call_name"] == ("answered", ("Samira",))


async def test_what_arrives_together_is_taken_in_order(rig: Rig) -> None:
    await begun(rig)
    await rig.gives(rig.item(text="Samira"), rig.item(text="Wielwijk"))
    found = await kept(rig)
    assert found["call_name"] == ("answered", ("Samira",))
    assert found["district"] == ("answered", ("wielwijk",))


async def test_one_malformed_among_fifty_costs_the_others_nothing(rig: Rig) -> None:
    good = [rig.item(str(number), "start") for number in range(49)]
    bad = Malformed("telegram", "x:1", "KeyError", b"{}")
    await rig.core.intake.accept([*good[:20], bad, *good[20:]])
    await rig.settle()
    assert all(len(rig.post.to(str(number))) == 1 for number in range(49))
    async with rig.core.database.reading() as tx:
        assert [one.kind for one in await unseen(tx)] == ["malformed"]


async def test_a_bsn_is_gone_before_it_is_kept(rig: Rig) -> None:
    await begun(rig)
    told = await rig.says("mijn bsn is 111222333")
    assert "Ik bewaar het niet" in told.text
    async with rig.core.database.reading() as tx:
        rows = (await tx.conn.exec_driver_sql("select body_sealed from inbox")).all()
        found = await sessions.by_address(tx, "telegram", "1")
        assert found
        assert found.session
        assert b"111222333" not in found.session
    assert rows


async def test_a_failing_turn_stops_nobody_else_and_ends_in_an_apology(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begun(rig, "1")
    await begun(rig, "2")
    take = turn.take

    async def fails_for_one(work: Any) -> None:
        await take(work)
        if work.item.text == "boem":
            raise RuntimeError("secret words")

    monkeypatch.setattr(turn, "take", fails_for_one)
    await rig.core.intake.accept(
        [rig.item("1", text="boem"), rig.item("2", text="Fatma"), rig.item("1", text="Samira")]
    )
    for _ in range(5):
        await rig.core.turns.run_batch()
    await rig.settle()
    assert (await kept(rig, "2"))["call_name"] == ("answered", ("Fatma",))
    assert (await kept(rig, "1"))["call_name"] == ("answered", ("Samira",))  # what came after
    texts = [message.text for message in rig.post.to("1")]
    assert sum("Sorry, hier ging iets mis" in text for text in texts) == 1
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", "1")
        assert found
        assert [one.reason for one in await handoffs.of_family(tx, found.family_id)] == ["stuck"]
        assert [one.kind for one in await unseen(tx)] == ["quarantined"]


async def test_when_the_batch_cannot_be_written_each_is_written_alone(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begun(rig, "1")
    await begun(rig, "2")
    save = sessions.save

    async def refuses(tx: Any, rows: Any) -> None:
        if any(b"boem" in row.session for row in rows):
            raise ValueError("the disk says no")
        await save(tx, rows)

    monkeypatch.setattr(sessions, "save", refuses)
    await rig.core.intake.accept([rig.item("1", text="boem"), rig.item("2", text="Fatma")])
    for _ in range(6):
        await rig.core.turns.run_batch()
    await rig.settle()
    assert (await kept(rig, "2"))["call_name"] == ("answered", ("Fatma",))
    assert any("Sorry" in message.text for message in rig.post.to("1"))


async def test_the_first_words_of_a_newcomer_are_not_lost(rig: Rig) -> None:
    await rig.says("mijn kind heeft geen eten vandaag")
    found = await kept(rig)
    assert ("answered", ("mijn kind heeft geen eten vandaag",)) in found.values()


async def test_a_newcomer_who_wants_to_call_gets_the_number_at_once(rig: Rig) -> None:
    told = await rig.gives(rig.item(kind="command", command="bellen"))
    assert "Het nummer van het wijkteam is" in told.text
    assert "{" not in told.text


@pytest.mark.parametrize("kind", ["unsupported", "edited", "command"])
async def test_strange_things_get_a_kind_answer(rig: Rig, kind: str) -> None:
    await begun(rig)
    before = len(rig.post.to("1"))
    told = await rig.gives(
        replace(rig.item(kind=kind, text=""), command="" if kind != "command" else "xyz")
    )
    assert len(rig.post.to("1")) > before
    assert told.text


async def test_a_button_from_long_ago_changes_nothing(rig: Rig) -> None:
    await rig.gives(rig.item(kind="start"))
    old = rig.post.to("1")[-1].answers[0].press
    await rig.taps("Beginnen")
    await rig.taps("Gelezen, verder")
    told = await rig.gives(rig.item(kind="press", press=old, remote_message="1"))
    assert "hoort bij een eerdere vraag" in told.text
    assert "In welke taal" in told.text


async def test_a_double_tap_is_acknowledged_and_gets_one_answer(rig: Rig) -> None:
    await rig.gives(rig.item(kind="start"))
    press = press_of(rig.post.to("1")[-1], "Beginnen")
    one, two = (rig.item(kind="press", press=press, remote_message="1") for _ in range(2))
    await rig.gives(one)
    asked = rig.post.to("1")
    await rig.gives(two)
    assert rig.post.to("1") == asked
    async with rig.core.database.reading() as tx:
        for item in (one, two):
            key = rig.core.database.fingerprint("telegram", item.key)
            assert await inbox.is_done(tx, "telegram", key)


async def test_two_taps_that_arrive_at_once_are_one(rig: Rig) -> None:
    await rig.gives(rig.item(kind="start"))
    press = press_of(rig.post.to("1")[-1], "Beginnen")
    before = len(rig.post.to("1"))
    await rig.gives(*(rig.item(kind="press", press=press, remote_message="1") for _ in range(2)))
    assert len(rig.post.to("1")) == before + 1
