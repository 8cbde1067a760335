"""A post as a mail (RFC 5322). The Message-ID comes from the post's key, and tells repeats."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from bot.service import agenda, handoffs, posts
from bot.service.house import House
from bot.service.posts import Moment, Post
from casework.agenda import Entry, Party, clean, invitation, method
from casework.municipality import Person
from dialogs.model import Text

NEWS = Text("Er is iets nieuws op de werkplek", "mail")
URGENT = Text("Kijk nu op de werkplek", "mail")
URGENT_LINE = Text("Er is iets op de werkplek dat niet kan wachten.", "mail")
TALK = Text("Er staat een gesprek in je agenda", "mail")
MOVED = Text("Een gesprek in je agenda is veranderd", "mail")
OFF = Text("Een gesprek in je agenda gaat niet door", "mail")
WHEN = Text("{dag} om {tijd} uur, {minuten} minuten.", "mail")
OPEN = Text("Open de werkplek:", "mail")
WHY_SO_BARE = Text(
    "Om wie het gaat, staat alleen op de werkplek. Antwoorden op deze mail leest niemand.", "mail"
)


def message_id(key: str, sender: str) -> str:
    """The same for each try of the same post, and telling nothing."""
    name = hashlib.sha256(key.encode()).hexdigest()[:40]
    return f"<{name}@{sender.rpartition('@')[2]}>"


def compose(house: House, post: Post, to: Person, sender: str, now: datetime) -> bytes:
    """The whole mail, ready to send. Raises ValueError for an address that is none."""
    mail = EmailMessage(policy=SMTP.clone(cte_type="7bit"))  # every server takes that
    mail["From"] = Address(clean(house.municipality.bot), addr_spec=sender)
    mail["To"] = to.email
    mail["Subject"] = _subject(house, post)
    mail["Date"] = format_datetime(now.astimezone(UTC))
    mail["Message-ID"] = message_id(post.key, sender)
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"  # no absence notes back, from Exchange
    mail["Content-Language"] = "nl"
    if post.what == posts.URGENT:
        mail["Importance"] = "high"
    mail.set_content(_text(house, post, now))
    if post.talk is not None:
        _attach(mail, house, post, post.talk, to, sender)
    return mail.as_bytes()


def _subject(house: House, post: Post) -> str:
    if post.talk is None:
        return house.wording.plain(URGENT if post.what == posts.URGENT else NEWS)
    if post.talk.cancelled:
        return house.wording.plain(OFF)
    return house.wording.plain(MOVED if post.talk.sequence else TALK)


def _text(house: House, post: Post, now: datetime) -> str:
    first = URGENT_LINE if post.what == posts.URGENT else None
    lines = [house.wording.plain(first) if first else _subject(house, post) + "."]
    if post.talk is not None:
        lines.append(_when(house, post.talk, now))
    lines += ["", house.wording.plain(OPEN), _link(house, post)]
    lines += ["", house.wording.plain(WHY_SO_BARE), ""]
    return "\n".join(lines)


def _when(house: House, talk: Moment, now: datetime) -> str:
    start = datetime.fromtimestamp(talk.starts_at, UTC)
    said = WHEN.filled(
        dag=house.calendar.day(start, now),
        tijd=house.calendar.clock(start),
        minuten=str(talk.minutes),
    )
    line = house.wording.plain(said)
    return line[:1].upper() + line[1:]


def _link(house: House, post: Post) -> str:
    return handoffs.desk_link(house, post.handoff) if post.handoff else f"{house.address}/werkplek/"


def _attach(
    mail: EmailMessage, house: House, post: Post, talk: Moment, to: Person, sender: str
) -> None:
    """The calendar's own part beside the text, as calendar programs look for it (RFC 6047)."""
    entry: Entry = agenda.entry(house, to, talk, post.handoff)
    file = invitation(
        entry,
        agenda.title(house),
        talk.zone,
        Party(house.municipality.bot, sender),
        Party(to.name, to.email),
    )
    purpose = {"method": method(entry), "name": "gesprek.ics"}
    mail.add_alternative(file.decode(), subtype="calendar", params=purpose)
