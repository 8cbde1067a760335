"""What the desk asks beside its list: alerts by family, one answer of many, how messages went."""

from __future__ import annotations

from storage import alerts, answers, deliveries, handoffs, outbox
from storage.alerts import NewAlert
from storage.answers import AnswerRow
from storage.database import Database
from storage.outbox import Settled
from tests.storage.families import draft, handoff, meet


def named(family_id: str, key: str, name: str) -> AnswerRow:
    body = {"question": "Hoe heet je?", "words": name}
    return AnswerRow(key, family_id, "intake", 1, "call_name", "answered", body, "web", 1.0)


async def test_alerts_go_to_the_family_s_tandem_and_else_to_everybody(database: Database) -> None:
    async with database.writing() as tx:
        one, two = await meet(tx, "1", "2")
        await handoffs.create(tx, handoff(one))
        rows = [
            NewAlert("a", "unsure", family_id=one.family_id),
            NewAlert("b", "failed", family_id=two.family_id),  # has no tandem yet
            NewAlert("c", "malformed"),
        ]
        await alerts.put(tx, rows, 1.0)
    async with database.reading() as tx:
        hers = await alerts.of_families(tx, [one.family_id])
        loose = await alerts.loose(tx)
    assert [a.key for a in hers] == ["a"]
    assert [a.key for a in loose] == ["b", "c"]
    async with database.writing() as tx:
        await alerts.seen(tx, [hers[0].id], "sanne", 2.0)
    async with database.reading() as tx:
        assert await alerts.of_families(tx, [one.family_id]) == []
        found = await alerts.get(tx, hers[0].id)
        assert found is not None
        assert (found.seen_by, found.seen_at) == ("sanne", 2.0)
        assert await alerts.get(tx, 999) is None


async def test_one_answer_of_many_families_is_the_newest(database: Database) -> None:
    async with database.writing() as tx:
        one, two, three = await meet(tx, "1", "2", "3")
        await answers.record(tx, [named(one.family_id, "1", "Amira")])
        await answers.record(tx, [named(one.family_id, "2", "Mira")])
        await answers.record(tx, [named(two.family_id, "3", "Bo")])
        await answers.record(tx, [named(three.family_id, "4", "Cas")])
    async with database.reading() as tx:
        asked = [one.family_id, two.family_id]
        found = await answers.of_step(tx, asked, "intake", "call_name")
    assert {family: row.body["words"] for family, row in found.items()} == {
        one.family_id: "Mira",
        two.family_id: "Bo",
    }


async def test_troubled_messages_of_one_family_newest_first(database: Database) -> None:
    async with database.writing() as tx:
        one, two = await meet(tx, "1", "2")
        drafts = [draft(one, key, at=10.0) for key in ("old", "lost", "fine")]
        drafts += [draft(one, "maybe", "reminder", at=20.0), draft(one, "waits", at=21.0)]
        drafts += [draft(one, "buttons", "close", at=22.0), draft(two, "other", at=23.0)]
        drafts[0] = draft(one, "old", at=1.0)
        await outbox.put(tx, drafts)
        known = {row.key: row.id for row in await outbox.of_conversation(tx, one.id)}
        other = await outbox.of_conversation(tx, two.id)
        states = {"old": "failed", "lost": "failed", "maybe": "unsure", "fine": "sent"}
        settled = [Settled(known[key], state, at=30.0) for key, state in states.items()]
        await outbox.settle(tx, [*settled, Settled(other[0].id, "failed", at=31.0)])
    async with database.reading() as tx:
        found = await deliveries.of_family(tx, one.family_id, since=5.0)
        nothing = await deliveries.of_family(tx, "nobody")
    assert [(m.kind, m.state, m.created_at) for m in found.troubled] == [
        ("reminder", "unsure", 20.0),
        ("reply", "failed", 10.0),
    ]
    assert (found.waiting, found.last_sent_at) == (1, 30.0)
    assert nothing == deliveries.Deliveries((), 0, None)
