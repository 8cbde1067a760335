"""The tables. Columns named `*_sealed` hold vault ciphertext; nothing private is in clear.

Times are UTC epoch seconds (float) where machines compare them, and local wall time
(`2026-11-26T14:30`) plus zone where people agreed on them. Ids that travel in keys and topics
("appointment:7") are never used again, also not after a family was erased: on SQLite that takes
AUTOINCREMENT.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

families = Table(
    "families",
    metadata,
    Column("id", String(32), primary_key=True),  # random, not guessable
    Column("municipality", String(40), nullable=False),
    Column("wrapped_key", LargeBinary),  # its data key, wrapped; NULL once erased
    Column("created_at", Float, nullable=False),
    Column("erased_at", Float),
    Column("held_at", Float),  # since then nothing may be erased, until a coordinator lifts it
    Column("held_by", String(40)),
    Column("warned_at", Float),  # she was told that her answers go
    Column("copy_hash", String(64)),  # of the one address that opens her own copy now
    Column("copy_until", Float),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("family_id", ForeignKey("families.id"), nullable=False, unique=True),
    Column("session_sealed", LargeBinary),  # NULL: nothing said yet
    Column("turn", Integer, nullable=False, default=0),
    Column("state", String(12), nullable=False, default="new"),  # as Session.state
    Column("script", String(40), nullable=False, default=""),  # innermost, for the desk
    Column("step", String(60), nullable=False, default=""),
    Column("last_in_at", Float),
    Column("reply_address_id", Integer),  # where she last wrote from: reminders go there
    Column("reminders", String(8), nullable=False, default="on"),  # on, off, frozen
    Column("day_before", String(8), nullable=False, default="evening"),  # or morning
    Column("cleared_at", Float),  # web: nothing older is shown again
    Column("created_at", Float, nullable=False),
    sqlite_autoincrement=True,
)

addresses = Table(
    "addresses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False, index=True),
    Column("channel", String(12), nullable=False),
    Column("hash", String(64), nullable=False),  # keyed, so that a dump shows no chat ids
    Column("value_sealed", LargeBinary, nullable=False),
    Column("reachable", Boolean, nullable=False, default=True),
    Column("created_at", Float, nullable=False),
    UniqueConstraint("channel", "hash"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False),
    Column("address_id", Integer),  # NULL: from the clock or the desk
    Column("channel", String(12), nullable=False),
    Column("key", String(120), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("body_sealed", LargeBinary, nullable=False),  # Incoming as JSON
    Column("state", String(8), nullable=False, default="new"),  # new, done, aside
    Column("tries", Integer, nullable=False, default=0),
    Column("error", String(80)),  # class name, never text
    Column("received_at", Float, nullable=False),
    Column("done_at", Float),
    UniqueConstraint("channel", "key"),
    sqlite_autoincrement=True,
)
Index(
    "ix_inbox_waiting",
    inbox.c.conversation_id,
    inbox.c.id,
    sqlite_where=inbox.c.state == "new",
)
Index("ix_inbox_conversation", inbox.c.conversation_id, inbox.c.received_at)

set_aside = Table(
    "set_aside",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", String(12), nullable=False),
    Column("key", String(120), nullable=False),
    Column("reason", String(80), nullable=False),
    Column("body_sealed", LargeBinary, nullable=False),  # under the system key
    Column("received_at", Float, nullable=False),
    UniqueConstraint("channel", "key"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),  # inbox id + index: a replay is void
    Column("conversation_id", ForeignKey("conversations.id")),  # NULL: to the team
    Column("address_id", Integer),
    Column("channel", String(12), nullable=False),
    Column("kind", String(12), nullable=False),  # reply, reminder, close, team
    Column("body_sealed", LargeBinary, nullable=False),  # Message (+ extras) as JSON
    Column("state", String(10), nullable=False, default="new"),
    # new → sending → sent | unsure | failed; or cancelled
    Column("reminder_id", Integer),
    Column("turn", Integer, nullable=False, default=0),
    Column("attempts", Integer, nullable=False, default=0),
    Column("not_before", Float, nullable=False, default=0.0),
    Column("remote_id", String(40)),
    Column("error", String(80)),
    Column("created_at", Float, nullable=False),
    Column("sending_at", Float),
    Column("sent_at", Float),
    sqlite_autoincrement=True,
)
Index(
    "ix_outbox_waiting",  # holds all that choosing the next messages looks at
    outbox.c.channel,
    outbox.c.conversation_id,
    outbox.c.id,
    outbox.c.kind,
    outbox.c.state,
    sqlite_where=outbox.c.state.in_(["new", "sending"]),
)
Index("ix_outbox_conversation", outbox.c.conversation_id, outbox.c.id)
Index(
    "ix_outbox_undelivered",
    outbox.c.conversation_id,
    outbox.c.created_at,
    sqlite_where=outbox.c.state.in_(["unsure", "failed"]),
)

answers = Table(
    "answers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("family_id", ForeignKey("families.id"), nullable=False, index=True),
    Column("script", String(40), nullable=False),
    Column("script_version", Integer, nullable=False),
    Column("step", String(60), nullable=False),
    Column("status", String(10), nullable=False),  # as dialogs.model.Status
    Column("body_sealed", LargeBinary, nullable=False),
    # JSON: question (as asked), value, labels, words, attachments
    Column("channel", String(12), nullable=False),
    Column("current", Boolean, nullable=False, default=True),  # False: she changed it later
    Column("at", Float, nullable=False),
)

attachments = Table(
    "attachments",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("family_id", ForeignKey("families.id"), nullable=False, index=True),
    Column("channel", String(12), nullable=False),
    Column("kind", String(8), nullable=False),  # voice, photo, file
    Column("mime", String(80), nullable=False),
    Column("size", Integer, nullable=False),
    Column("seconds", Integer, nullable=False, default=0),
    Column("state", String(8), nullable=False),  # wanted, kept, failed
    Column("remote_sealed", LargeBinary),  # what to fetch it with
    Column("body_sealed", LargeBinary),
    Column("attempts", Integer, nullable=False, default=0),
    Column("created_at", Float, nullable=False),
)
Index(
    "ix_attachments_wanted",
    attachments.c.channel,
    attachments.c.created_at,
    sqlite_where=attachments.c.state == "wanted",
)

reminders = Table(
    "reminders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False),
    Column("key", String(120), nullable=False, unique=True),  # e.g. appointment:7:day_before
    Column("kind", String(24), nullable=False),
    Column("topic", String(60), nullable=False, default=""),  # e.g. appointment:7
    Column("wall", String(19), nullable=False),  # local wall time as agreed
    Column("zone", String(40), nullable=False),
    Column("due_at", Float, nullable=False),  # wall + zone in UTC, the tick's index
    Column("useless_after", Float),  # later than this it is dropped and the tandem sees it
    Column("solicited", Boolean, nullable=False, default=False),  # she asked: no cap
    Column("turn", Integer, nullable=False, default=0),
    Column("args", String(400), nullable=False, default="{}"),  # JSON without personal data
    Column("state", String(10), nullable=False, default="planned"),
    # planned → fired | dropped | cancelled
    Column("reason", String(40)),  # why dropped or moved
    Column("fired_at", Float),
    Column("created_at", Float, nullable=False),
    sqlite_autoincrement=True,
)
Index(
    "ix_reminders_due",
    reminders.c.due_at,
    sqlite_where=reminders.c.state == "planned",
)
Index("ix_reminders_conversation", reminders.c.conversation_id, reminders.c.state)

handoffs = Table(
    "handoffs",
    metadata,
    Column("id", String(32), primary_key=True),  # random: it travels in links and buttons
    Column("family_id", ForeignKey("families.id"), nullable=False, index=True),
    Column("municipality", String(40), nullable=False),
    Column("reason", String(12), nullable=False),  # intake, call, unfinished, stuck, unreachable
    Column("district", String(40), nullable=False, default=""),
    Column("neighbourhood_worker", String(40), nullable=False),
    Column("consultant", String(40), nullable=False),
    Column("state", String(10), nullable=False),  # new, claimed, closed
    Column("claimed_by", String(40)),
    Column("claimed_at", Float),
    Column("promised_by", Float),  # she was told: you hear from us before
    Column("checked_by_parent", Boolean, nullable=False, default=False),
    Column("created_at", Float, nullable=False),
)
Index("ix_handoffs_state", handoffs.c.municipality, handoffs.c.state)

tasks = Table(
    "tasks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("handoff_id", ForeignKey("handoffs.id"), nullable=False, index=True),
    Column("kind", String(24), nullable=False),  # call_back, other_time, missed, unfinished …
    Column("body_sealed", LargeBinary),  # her words, JSON
    Column("due_at", Float),
    Column("done_at", Float),
    Column("done_by", String(40)),
    Column("created_at", Float, nullable=False),
    Column("owner", String(40)),  # who said that she would do it
)

slots = Table(
    "slots",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("handoff_id", ForeignKey("handoffs.id"), nullable=False, index=True),
    Column("round", Integer, nullable=False),  # an offer is up to three slots at once
    Column("person", String(40), nullable=False),
    Column("wall", String(16), nullable=False),
    Column("zone", String(40), nullable=False),
    Column("starts_at", Float, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("place_kind", String(10), nullable=False),  # office, home, phone, video
    Column("state", String(10), nullable=False, default="open"),  # open, chosen, withdrawn
    Column("created_at", Float, nullable=False),
    sqlite_autoincrement=True,
)

appointments = Table(
    "appointments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", String(40), nullable=False, unique=True),  # of the .ics
    Column("key", String(120), nullable=False, unique=True),
    Column("family_id", ForeignKey("families.id"), nullable=False, index=True),
    Column("handoff_id", ForeignKey("handoffs.id"), nullable=False, index=True),
    Column("person", String(40), nullable=False),
    Column("wall", String(16), nullable=False),
    Column("zone", String(40), nullable=False),
    Column("starts_at", Float, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("place_kind", String(10), nullable=False),
    Column("state", String(10), nullable=False),  # planned, confirmed, cancelled, missed, held
    Column("sequence", Integer, nullable=False, default=0),  # of the .ics
    Column("created_at", Float, nullable=False),
    sqlite_autoincrement=True,
)
Index(
    "uq_appointments_person_start",
    appointments.c.person,
    appointments.c.starts_at,
    unique=True,
    sqlite_where=appointments.c.state.in_(["planned", "confirmed"]),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("kind", String(24), nullable=False),
    # malformed, quarantined, unsure, failed, unreachable, late
    Column("handoff_id", String(32)),
    Column("family_id", String(32)),
    Column("ref", String(60), nullable=False, default=""),
    Column("created_at", Float, nullable=False),
    Column("seen_at", Float),
    Column("seen_by", String(40)),
)
Index(
    "ix_alerts_unseen",
    alerts.c.family_id,
    alerts.c.id,
    sqlite_where=alerts.c.seen_at.is_(None),
)

reads = Table(
    "reads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("family_id", ForeignKey("families.id"), nullable=False, index=True),
    Column("actor", String(40), nullable=False),
    Column("what", String(40), nullable=False),  # summary, answer, attachment
    Column("at", Float, nullable=False),
    # The chain (storage/chain.py). NULL: from before there was one, until the next look.
    Column("seq", Integer),  # 1, 2, 3 … without a gap
    Column("salt", String(32)),  # emptied with actor and what, so that nobody can guess them back
    Column("digest", String(64)),  # keyed, of salt, actor and what
    Column("prior", String(64)),  # the hash of the record before
    Column("hash", String(64)),  # keyed, of all but what may be emptied
)
Index("uq_reads_seq", reads.c.seq, unique=True)

reads_end = Table(
    "reads_end",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("seq", Integer, nullable=False),  # of the last record
    Column("hash", String(64), nullable=False),
    Column("seal", String(64), nullable=False),  # keyed: only who has the key can move the end
)

look_ins = Table(
    "look_ins",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("family_id", ForeignKey("families.id"), nullable=False, index=True),
    Column("handoff_id", ForeignKey("handoffs.id"), nullable=False, index=True),
    Column("actor", String(40), nullable=False),  # a colleague outside the tandem
    Column("reason_sealed", LargeBinary, nullable=False),  # what she typed
    Column("begun_at", Float, nullable=False),
    Column("until", Float, nullable=False),  # earlier when she logged out
)


def for_postgresql() -> None:
    """Give the indexes of some rows their conditions on PostgreSQL too.

    Naming them above would load that dialect, a tenth of the start, wherever SQLite is used.
    """
    for index in (one for table in metadata.tables.values() for one in table.indexes):
        where = index.dialect_options["sqlite"]["where"]
        if where is not None:
            index.dialect_options["postgresql"]["where"] = where
