"""She erases everything, from the chat to the disk: asked for once, done, said, and really gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from bot.service.ports import Outcome, Outgoing, Unreachable
from storage import alerts, answers, erasure, handoffs, holds, reminders, sessions, tasks
from storage.handoffs import Handoff
from storage.sessions import Conversation
from storage.tasks import Task
from tests.bot.service.rig import Rig

_NOT_DONE = text("SELECT id FROM inbox WHERE tries > 0 OR state <> 'done'")
YES, NO = "Ja, wis alles", "Nee, bewaar het"


async def family(rig: Rig, address: str = "1") -> Conversation:
    """Hers, as it is stored."""
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", address)
    assert found
    return found


async def brought(rig: Rig, family_id: str) -> list[tuple[Handoff, list[Task]]]:
    """What the desk has of this family."""
    async with rig.core.database.reading() as tx:
        found = await handoffs.of_family(tx, family_id)
        return [(one, await tasks.of_handoff(tx, one.id)) for one in found]


async def half_way(rig: Rig) -> Conversation:
    """She told her name, asked for a call and gave her number."""
    await rig.says("hoi")
    await rig.taps("Beginnen")
    await rig.taps("Gelezen, verder")
    await rig.says("ik wil bellen")
    await rig.taps("Bel mij")
    await rig.says("0612345678")
    return await family(rig)


async def test_her_yes_empties_everything_and_the_desk_is_told_without_content(rig: Rig) -> None:
    before = await half_way(rig)
    asked = await rig.says("alles wissen")
    assert "Terughalen kan niet" in asked.text
    assert "De wet kan dat vragen" in asked.text
    async with rig.core.database.reading() as tx:
        assert await answers.of_family(tx, before.family_id)
    last = await rig.taps(YES)
    assert last.text.startswith("Het is gewist.")
    assert [button.label for button in last.answers] == ["Opnieuw beginnen"]
    assert last.turn == 0
    async with rig.core.database.reading() as tx:
        assert await answers.of_family(tx, before.family_id, history=True) == []
        assert await sessions.by_family(tx, before.family_id) is None
        assert await reminders.next_planned(tx, before.id) is None
    ((handoff, todo),) = await brought(rig, before.family_id)
    assert (handoff.reason, handoff.state, handoff.district) == ("erased", "new", "")
    assert [(t.kind, t.body, t.done_at) for t in todo] == [("erased", None, None)]


async def test_the_empty_shell_goes_from_the_desk_when_its_people_saw_it(rig: Rig) -> None:
    before = await half_way(rig)
    await rig.says("alles wissen")
    await rig.taps(YES)
    ((handoff, (task,)),) = await brought(rig, before.family_id)
    await rig.core.tandem.task_done(handoff.id, task.id, handoff.consultant)
    ((after, _),) = await brought(rig, before.family_id)
    assert after.state == "closed"


async def test_what_she_writes_later_is_from_a_newcomer(rig: Rig) -> None:
    before = await half_way(rig)
    await rig.says("alles wissen")
    await rig.taps(YES)
    greeting = await rig.says("hoi")
    assert greeting.text.startswith("Hoi! Ik ben Stapje. Ik ben een computer")
    now = await family(rig)
    assert now.family_id != before.family_id
    assert now.id != before.id
    async with rig.core.database.reading() as tx:
        assert await answers.of_family(tx, now.family_id) == []


@pytest.mark.parametrize(
    ("button", "says"),
    [("Opnieuw beginnen", "Hoi! Ik ben Stapje"), ("Ik wil bellen", "Natuurlijk")],
)
async def test_the_buttons_under_the_last_words_are_a_newcomers(
    rig: Rig, button: str, says: str
) -> None:
    before = await half_way(rig)
    await rig.says("alles wissen")
    await rig.taps(YES)
    assert (await rig.taps(button)).text.startswith(says)
    assert (await family(rig)).family_id != before.family_id


async def test_no_keeps_all_and_an_old_yes_does_nothing(rig: Rig) -> None:
    before = await half_way(rig)
    await rig.says("alles wissen")
    old = [o for o in rig.post.sent if not o.close][-1].message
    yes = next(b.press for b in old.answers if b.label == YES)
    await rig.taps(NO)
    await rig.gives(rig.item(kind="press", press=yes))
    assert (await family(rig)).family_id == before.family_id
    async with rig.core.database.reading() as tx:
        assert await answers.of_family(tx, before.family_id)


@pytest.mark.parametrize(
    "words", ["alles wissen", "wis alles", "nee", "toch maar niet", "wacht even", "hmm",
              "misschien", "ja maar wat gebeurt er dan met mijn afspraak", "nee niet wissen"]
)  # fmt: skip
async def test_only_a_clear_yes_erases(rig: Rig, words: str) -> None:
    before = await half_way(rig)
    await rig.says("alles wissen")
    await rig.says(words)
    assert (await family(rig)).family_id == before.family_id


async def test_a_typed_yes_erases(rig: Rig) -> None:
    before = await half_way(rig)
    await rig.says("alles wissen")
    assert "gewist" in (await rig.says("ja")).text
    assert (await family(rig)).family_id != before.family_id


async def test_what_came_in_the_same_batch_goes_along_and_nothing_fails(rig: Rig) -> None:
    """Words before the yes and behind it, all in one commit."""
    before = await half_way(rig)
    asked = await rig.says("alles wissen")
    yes = next(b.press for b in asked.answers if b.label == YES).partition(":")[2]
    items = [
        rig.item(kind="edited", text="kanarie"),  # asks again: the question gets its next number
        rig.item(kind="press", press=f"{asked.turn + 1}:{yes}"),
        rig.item(kind="text", text="en nog iets"),
    ]
    await rig.core.intake.accept(items)
    assert await rig.core.turns.run_batch() == len(items)
    async with rig.core.database.reading() as tx:
        assert (await tx.execute(_NOT_DONE)).all() == []
    assert (await family(rig)).family_id != before.family_id


async def test_held_by_law_she_is_told_and_a_person_decides(rig: Rig) -> None:
    before = await half_way(rig)
    async with rig.core.database.writing() as tx:
        await holds.put(tx, before.family_id, "ineke", 1.0)
    told = await rig.says("alles wissen")
    assert told.text.startswith("Ik mag dit nu niet wissen.")
    ((_, todo),) = await brought(rig, before.family_id)
    assert "erase" in [t.kind for t in todo]
    async with rig.core.database.reading() as tx:
        assert await answers.of_family(tx, before.family_id)


async def test_an_alarm_that_nobody_saw_cannot_be_wiped_out(rig: Rig) -> None:
    """Whoever holds her phone could do that; once a person saw it she decides again."""
    before = await half_way(rig)
    await rig.says("hij slaat me nu help")
    told = await rig.says("alles wissen")
    assert told.text.startswith("Ik mag dit nu niet wissen.")
    ((handoff, _),) = await brought(rig, before.family_id)
    async with rig.core.database.reading() as tx:
        (alarm,) = await alerts.of_families(tx, [before.family_id])
    await rig.core.tandem.alert_seen(handoff.id, alarm.id, handoff.neighbourhood_worker)
    await rig.says("alles wissen")
    assert "gewist" in (await rig.taps(YES)).text


async def test_held_between_the_question_and_her_yes(rig: Rig) -> None:
    before = await half_way(rig)
    await rig.says("alles wissen")
    async with rig.core.database.writing() as tx:
        await holds.put(tx, before.family_id, "ineke", 1.0)
    assert (await rig.taps(YES)).text.startswith("Ik mag dit nu niet wissen.")
    assert (await family(rig)).family_id == before.family_id


async def test_a_message_under_way_while_she_erases_opens_nothing_anew(rig: Rig) -> None:
    before = await half_way(rig)

    def blocked(out: Outgoing) -> Outcome:
        return Unreachable()

    rig.post.slow["1"], rig.post.outcome = 0.1, blocked
    await rig.core.intake.accept([rig.item(text="alles wissen")])
    await rig.core.turns.run_batch()
    await rig.core.deliveries[0].step()
    async with rig.core.database.writing() as tx:
        assert await erasure.erase(tx, before.family_id, 9.0)
    await rig.settle()
    ((handoff, todo),) = await brought(rig, before.family_id)
    assert (handoff.reason, [task.kind for task in todo]) == ("erased", ["erased"])


async def test_the_disk_holds_none_of_her_words(rig: Rig, database_url: str) -> None:
    await half_way(rig)
    await rig.taps("Verder")
    await rig.says("mijn kind heet kanariepietje en mijn huis ook")
    await rig.says("alles wissen")
    await rig.taps(YES)
    assert await rig.core.database.scrub()
    if not database_url.startswith("sqlite"):
        return
    file = Path(database_url.removeprefix("sqlite:///"))
    raw = b"".join(p.read_bytes() for p in file.parent.glob(f"{file.name}*"))
    assert [word for word in (b"kanariepietje", b"612345678") if word in raw] == []
