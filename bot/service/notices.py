"""Telling colleagues by mail, and the town's systems, that a handoff is new or has news.

The same transaction that makes the news puts it in the outbox. Mails of a few minutes are one:
what happens within five minutes is told at their end, so that nobody gets a mail per answer and
none is left out. Only what cannot wait goes at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.service import posts
from bot.service.house import House
from bot.service.posts import Post
from casework.municipality import MailAbout, Person
from storage import handoffs, outbox
from storage.handoffs import Handoff
from storage.outbox import Draft
from storage.tx import Tx

WINDOW = 300.0  # seconds whose news is told in one mail
GRACE = 30.0  # seconds more: a turn that began within the window is committed by then


async def tell(tx: Tx, house: House, handoff_id: str, what: str, key: str, at: datetime) -> None:
    """Put `what` (opened, changed or urgent) in the outbox, once for each `key`."""
    if not house.outlets:
        return
    found = await handoffs.get(tx, handoff_id)
    if found is not None:
        await outbox.put(tx, list(_drafts(house, found, what, key, at)))


async def tell_person(tx: Tx, house: House, person: Person, at: datetime) -> None:
    """Mail one colleague that there is news on the desk, if she wants such mail."""
    wants = person.email and MailAbout.NEWS in person.mail_about
    if posts.MAIL in house.outlets and wants:
        await outbox.put(tx, [_mail(person, "", posts.NEWS, "", at.timestamp())])


def _drafts(house: House, found: Handoff, what: str, key: str, at: datetime) -> Iterator[Draft]:
    if posts.MAIL in house.outlets:
        for person in _owners(house, found, at):
            yield _mail(person, found.id, what, key, at.timestamp())
    kind = posts.OPENED if what == posts.OPENED else posts.CHANGED
    event = Post(f"{posts.WEBHOOK}:{key}", kind, at.timestamp(), found.id)
    if posts.WEBHOOK in house.outlets:
        yield posts.draft(posts.WEBHOOK, event)
    if posts.OPENKLANT in house.outlets and what == posts.OPENED:
        once = Post(f"{posts.OPENKLANT}:{found.id}", kind, at.timestamp(), found.id)
        yield posts.draft(posts.OPENKLANT, once)


def _mail(person: Person, handoff_id: str, what: str, key: str, at: float) -> Draft:
    if what == posts.URGENT:
        post = Post(f"{posts.MAIL}:{key}:{person.id}", posts.URGENT, at, handoff_id, person.id)
        return posts.draft(posts.MAIL, post)
    window = int(at // WINDOW)
    post = Post(f"{posts.MAIL}:news:{person.id}:{window}", posts.NEWS, at, to=person.id)
    return posts.draft(posts.MAIL, post, not_before=(window + 1) * WINDOW + GRACE)


def _owners(house: House, found: Handoff, at: datetime) -> list[Person]:
    """Her two people who want mail; those who are away only when nobody else is there."""
    ids = (found.neighbourhood_worker, found.consultant)
    owners = [one for one in house.municipality.people if one.id in ids]
    today = at.astimezone(house.calendar.zone).date()
    here = [one for one in owners if one.here(today)]
    return [one for one in here or owners if one.email and MailAbout.NEWS in one.mail_about]
