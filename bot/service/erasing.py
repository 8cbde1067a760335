"""She erases everything: asked for once, done with her yes, and one true sentence after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.service import handoffs, letters, logs, wording
from bot.service.alarms import DANGER
from bot.service.house import House
from bot.service.work import Work
from bot.service.writes import Writes
from casework.effects import EraseEverything
from dialogs.render import Button, Message
from storage import alerts, erasure, holds
from storage import handoffs as kept
from storage.erasure import Parting
from storage.outbox import Draft
from storage.tx import Tx

log = logs.get()


async def erase(work: Work, _deed: EraseEverything) -> None:
    """Her yes. It happens as the batch is written; where people must look first, nothing does."""
    own = work.conversation
    if await blocked(work.tx, own.family_id):
        return
    town = work.house.municipality.id
    work.writes.partings.append(Parting(own.family_id, own.id, town, work.row.address_id))
    await tell_team(await work.direct(), work.house, own.family_id, work.at)


async def blocked(tx: Tx, family_id: str) -> bool:
    """Whether a person must look first: the law holds it, or nobody has seen an alarm of hers.

    Whoever holds her phone could otherwise wipe out that she is in danger, and her number with it.
    """
    if await holds.is_held(tx, family_id):
        return True
    return any(one.kind == DANGER for one in await alerts.of_families(tx, [family_id]))


async def tell_team(tx: Tx, house: House, family_id: str, at: datetime) -> None:
    """Her people hear that there is news; the desk says what. Call it before she is erased."""
    for one in await kept.of_family(tx, family_id):
        if one.state in kept.OPEN and not erasure.alone(one):
            key = f"team:erased:{one.id}"
            await handoffs.tell_team(tx, house, one.id, wording.NEWS, key, at)


def leave(work: Work) -> None:
    """What this turn wanted written goes too; only its last words stay."""
    parting = work.writes.partings[-1]
    replies = [one for one in work.writes.drafts if one.kind == letters.REPLY]
    last = _bare(replies[-1]) if replies else None
    work.writes = Writes(partings=[replace(parting, last=last)])
    work.recall.forget(work.conversation.id)
    log.info("erased", conversation_id=work.conversation.id)


def _bare(draft: Draft) -> Draft:
    """The same words; their buttons begin anew, as those of a newcomer."""
    letter = letters.load(draft.body)
    said = letter.message
    message = Message(
        said.text,
        answers=tuple(map(_anew, said.answers)),
        menu=tuple(tuple(map(_anew, row)) for row in said.menu),
    )
    body = letters.dump(letters.Letter(message))
    if letter.marks:
        letters.mark(body, *letter.marks)
    return replace(draft, body=body, turn=0)


def _anew(button: Button) -> Button:
    return replace(button, press=f"0:{button.press.partition(':')[2]}")
