"""Invitations by mail: what is agreed is held against what was mailed, every few seconds.

So it does not matter who changed a talk, and nothing is missed when we were down: the row that
says what was mailed and the mail in the outbox are written together, or neither is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.service import agenda, posts
from bot.service.house import House
from bot.service.posts import Post
from casework.invites import Invited, due
from storage import invitations, outbox
from storage.database import Database
from storage.invitations import Ahead
from storage.outbox import Draft
from storage.tx import Tx


class Inviting:
    """Mails colleagues what changed in their calendars. `ring` is called when a mail waits."""

    def __init__(
        self, database: Database, house: House, ring: Callable[[], None] = lambda: None
    ) -> None:
        self._database, self._house, self._ring = database, house, ring

    async def tick(self) -> int:
        """Put what changed in the outbox; tells how many mails. Looks first, without writing."""
        wanted = self._wanted()
        async with self._database.reading() as tx:
            if not any(_due(one, wanted) for one in await invitations.ahead(tx, self._now())):
                return 0
        async with self._database.writing() as tx:
            found = await invitations.ahead(tx, self._now())
            count = sum([await self._tell(tx, one, _due(one, wanted)) for one in found])
        self._ring()
        return count

    async def _tell(self, tx: Tx, one: Ahead, mails: list[Invited]) -> int:
        if mails:
            await outbox.put(tx, list(self._drafts(one, mails)))
            await invitations.told(tx, one.talk.id, mails, self._now())
        return len(mails)

    def _wanted(self) -> frozenset[str]:
        """Whoever gets invitations by mail."""
        people = self._house.municipality.people
        return frozenset(one.id for one in people if agenda.invited_at(self._house, one))

    def _drafts(self, one: Ahead, mails: list[Invited]) -> Iterator[Draft]:
        for mail in mails:
            talk = replace(
                agenda.moment(one.talk), sequence=mail.sequence, cancelled=mail.cancelled
            )
            key = f"{posts.MAIL}:talk:{one.talk.id}:{mail.person}:{mail.sequence}"
            post = Post(key, posts.TALK, self._now(), one.talk.handoff_id, mail.person, talk)
            yield posts.draft(posts.MAIL, post)

    def _now(self) -> float:
        return self._house.clock.now().timestamp()


def _due(one: Ahead, wanted: frozenset[str]) -> list[Invited]:
    talk = one.talk
    mails = due(talk.person, talk.sequence, talk.state, one.before)
    return [mail for mail in mails if mail.person in wanted]
