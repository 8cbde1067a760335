"""The count of what was kept: updates, words, answers and voice notes, each exactly once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from sqlalchemy import Table, func, select

from storage import answers, sessions
from storage.schema import attachments, conversations, families, inbox, outbox
from storage.tx import AnyRow, Tx
from tests.crash.figures import Figures
from tests.crash.ledger import NOTE, Ledger, Row


class Seen(Protocol):
    """A parent on any channel, as the count needs her."""

    ledger: Ledger
    channel: str

    @property
    def address(self) -> str:
        """Her address on that channel."""

    @property
    def name(self) -> str:
        """How a problem calls her."""

    @property
    def top(self) -> int:
        """The newest turn she saw."""


async def opened(tx: Tx, table: Table, channel: str) -> list[AnyRow]:
    """Rows of a table that hang on a conversation, with `family_id`; the vault learns the keys."""
    joined = table.join(conversations, conversations.c.id == table.c.conversation_id).join(families)
    chosen = select(table, families.c.id.label("family_id"), families.c.wrapped_key)
    rows = list(await tx.all(chosen.select_from(joined).where(table.c.channel == channel)))
    for row in rows:
        tx.vault.learn(row.family_id, row.wrapped_key)
    return rows


async def check_inbox(
    tx: Tx, figures: Figures, channel: str, parents: Sequence[Seen], name: Callable[[str], str],
    forgotten: Counter[str],
) -> None:  # fmt: skip
    """All that came over this channel is there once and had its turn; so are the words typed.

    `name` is how the inbox calls the update with this key. What was `forgotten` may be there, when
    we had kept it and died before Telegram heard so.
    """
    keys: Counter[str] = Counter()
    typed: Counter[str] = Counter()
    dropped = {name(key) for parent in parents for key in parent.ledger.keys & forgotten}
    for parent in parents:
        keys.update(parent.ledger.keys - forgotten)
        typed.update(parent.ledger.typed)
    rows = await opened(tx, inbox, channel)
    figures.updates += keys.total()
    known = {name(key): key for key in keys}
    done = Counter(
        known.get(row.key, row.key)
        for row in rows
        if row.state == "done" and row.key not in dropped
    )
    figures.compare("update", keys, done)
    texts = Counter(_text(tx, row) for row in rows)
    figures.compare("words", typed, Counter({text: texts[text] for text in typed}))


def _text(tx: Tx, row: AnyRow) -> str:
    place = f"inbox.body|{row.channel}:{row.key}"
    said: dict[str, Any] = json.loads(tx.vault.open(row.family_id, place, row.body_sealed))
    text: str = said.get("text", "")
    return text


async def check_answers(tx: Tx, figures: Figures, parent: Seen) -> None:
    """Her answers, whole, with history; and she has seen the newest question."""
    chat, ledger = parent.name, parent.ledger
    conversation = await sessions.by_address(tx, parent.channel, parent.address)
    if conversation is None:
        figures.lost += 1
        return figures.wrong("no conversation:", chat)
    if await _unseen(tx, conversation.id, parent.top):
        figures.unanswered += 1
        figures.wrong("not shown:", chat, f"at turn {conversation.turn}, she saw {parent.top}")
    rows = await answers.of_family(tx, conversation.family_id, history=True)
    found = Counter(map(_row, rows))
    standing = Counter(row.body["words"] for row in rows if row.current)
    _check_loose(figures, chat, standing, ledger.loose)
    wanted, strict = _strict(ledger, ledger.accepted), _strict(ledger, found)
    figures.compare(f"answer of {chat}", wanted, strict)
    voices = Counter({"voice": sum(row.voices * n for row, n in found.items())})
    figures.compare(f"voice of {chat}", Counter({"voice": ledger.voices}), voices)
    current = Counter((row.script, row.step) for row in rows if row.current)
    figures.compare(f"current answer of {chat}", Counter(set(current)), current)
    figures.answers += ledger.accepted.total()
    figures.loose += len(ledger.loose)
    await _check_voices(tx, figures, conversation.family_id, ledger.voices)
    return None


async def _unseen(tx: Tx, conversation: int, top: int) -> bool:
    """Whether a message later than what she saw exists; an unsure reminder may be missing."""
    later = select(outbox.c.kind, outbox.c.state).where(
        outbox.c.conversation_id == conversation, outbox.c.turn > top
    )
    found = {(row.kind, row.state) for row in await tx.all(later)}
    return bool(found - {("reminder", "unsure")})


def _check_loose(figures: Figures, chat: str, words: Counter[str], loose: set[str]) -> None:
    """What she typed while a reminder came first may count for another question; never twice.

    A note that was kept until she told which question it answered is history by then.
    """
    for one in loose:
        if words[one] > 1:
            figures.doubled += words[one] - 1
            figures.wrong("doubled words:", chat, one)


def _strict(ledger: Ledger, rows: Counter[Row]) -> Counter[Row]:
    """Without what may have gone to another question: loose words, and her voice."""
    return Counter(
        {row: n for row, n in rows.items() if row.words not in ledger.loose and not row.voices}
    )


def _row(row: answers.AnswerRow) -> Row:
    step = NOTE[1] if (row.script, row.step.partition("_")[0]) == NOTE else row.step
    body = row.body
    voices = len(body["attachments"])
    labels = () if body["words"] else tuple(body["labels"])  # how words were read is not hers
    return Row(row.script, step, row.status, labels, body["words"], voices)


async def _check_voices(tx: Tx, figures: Figures, family: str, sent: int) -> None:
    statement = select(func.count()).where(attachments.c.family_id == family)
    kept = (await tx.execute(statement)).scalar_one()
    figures.compare("voice note", Counter({family: sent}), Counter({family: kept}))
