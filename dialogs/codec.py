"""Session ⇄ JSON, with a version number, and a Message ⇄ plain data for the outbox.

Short keys keep the sealed blob small: a session is read and written at every turn.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson

from dialogs.model import Answer, Attachment, Depth, Frame, Option, Session, Status, Tapped, Text
from dialogs.render import Box, Button, Message

VERSION = 1
Plain = Any  # what JSON gives
Kept = dict[str, tuple[Answer, bytes]]  # answers and how they were written, to write them once
_write = orjson.dumps


class CodecError(ValueError):
    """A stored session of a version this code does not know."""


def dump(session: Session, kept: Kept | None = None) -> bytes:
    """The session as compact JSON. What `kept` holds is not written anew; it is brought up to date.

    Most of a session is answers, and a turn changes one of them.
    """
    known = {} if kept is None else kept
    answers = b",".join([_written(name, a, known) for name, a in session.answers.items()])
    return b'{"a":{%b},%b' % (answers, _write(_session(session))[1:])


def _written(name: str, answer: Answer, kept: Kept) -> bytes:
    found = kept.get(name)
    if found is None or found[0] is not answer:
        kept[name] = found = answer, b"%b:%b" % (_write(name), _write(_answer(answer)))
    return found[1]


def load(data: bytes) -> Session:
    """The session as it was. Raises CodecError for an unknown version."""
    raw = orjson.loads(data)
    migrate = _READERS.get(raw.get("v"))
    if migrate is None:
        raise CodecError(f"session version {raw.get('v')!r} is not known")
    return migrate(raw)


def _session(s: Session) -> dict[str, Plain]:
    plain = {
        "v": VERSION,
        "f": [_frame(f) for f in s.frames],
        "t": s.turn,
        "o": s.form,
        "d": s.depth,
        "s": [s.skips, s.curt, s.offered_short, s.total, s.thanks],
        "st": s.state,
        "q": _text(s.asked) if s.asked else None,
        "p": [_text(t) for t in s.pending],
    }
    if s.tapped:
        plain["x"] = [s.tapped.press, s.tapped.at.isoformat()]
    return plain


def _read_1(raw: dict[str, Plain]) -> Session:
    skips, curt, offered, total, thanks = raw["s"]
    return Session(
        frames=tuple(_read_frame(f) for f in raw["f"]),
        answers={k: _read_answer(a) for k, a in raw["a"].items()},
        turn=raw["t"],
        form=raw["o"],
        depth=Depth(raw["d"]),
        skips=skips,
        curt=curt,
        offered_short=offered,
        state=raw["st"],
        total=total,
        thanks=thanks,
        asked=_read_text(raw["q"]) if raw["q"] else None,
        pending=tuple(_read_text(t) for t in raw["p"]),
        tapped=_read_tapped(raw.get("x")),  # sessions from before it was kept have none
    )


def _read_tapped(raw: list[str] | None) -> Tapped | None:
    return Tapped(raw[0], datetime.fromisoformat(raw[1])) if raw else None


_READERS: dict[int, Callable[[dict[str, Plain]], Session]] = {1: _read_1}


def _frame(f: Frame) -> list[Plain]:
    options = [[o.id, o.label, o.context] for o in f.options]
    return [
        f.script, f.version, f.step, dict(f.facts), options, f.page, list(f.picked), f.misses,
        list(f.trail), f.changing, f.topic,
    ]  # fmt: skip


def _read_frame(raw: list[Plain]) -> Frame:
    script, version, step, facts, options, page, picked, misses, trail, changing, topic = raw
    found = tuple(Option(*o) for o in options)
    return Frame(
        script, version, step, facts, found, page, tuple(picked), misses, tuple(trail), changing,
        topic,
    )  # fmt: skip


def _answer(a: Answer) -> list[Plain]:
    return [
        a.script, a.version, a.step, _text(a.question), a.status, a.at.isoformat(),
        list(a.value), [_text(t) for t in a.labels], a.words,
        [[x.id, x.kind, x.seconds] for x in a.attachments],
    ]  # fmt: skip


def _read_answer(raw: list[Plain]) -> Answer:
    script, version, step, question, status, at, value, labels, words, attachments = raw
    return Answer(
        script, version, step, _read_text(question), Status(status), datetime.fromisoformat(at),
        tuple(value), tuple(_read_text(t) for t in labels), words,
        tuple(Attachment(*x) for x in attachments),
    )  # fmt: skip


def _text(t: Text) -> list[Plain]:
    if not t.params:
        return [t.msgid, t.context] if t.context else [t.msgid]
    params = [[k, v if isinstance(v, str) else _text(v)] for k, v in t.params]
    return [t.msgid, t.context, params]


def _read_text(raw: list[Plain]) -> Text:
    if len(raw) < 3:
        return Text(*raw)
    params = tuple((k, v if isinstance(v, str) else _read_text(v)) for k, v in raw[2])
    return Text(raw[0], raw[1], params)


def message_dump(m: Message) -> dict[str, Plain]:
    """A message as plain data; empty parts are left out."""
    full = {
        "text": m.text,
        "turn": m.turn,
        "answers": [[b.label, b.press] for b in m.answers],
        "boxes": [[b.label, b.id, b.press, b.picked] for b in m.boxes],
        "menu": [[[b.label, b.press] for b in row] for row in m.menu],
        "entry": m.entry,
        "update": m.update,
        "file": m.file,
    }
    return {k: v for k, v in full.items() if v}


def message_load(raw: dict[str, Plain]) -> Message:
    """A message from `message_dump`."""
    return Message(
        text=raw.get("text", ""),
        turn=raw.get("turn", 0),
        answers=tuple(Button(*b) for b in raw.get("answers", ())),
        boxes=tuple(Box(*b) for b in raw.get("boxes", ())),
        menu=tuple(tuple(Button(*b) for b in row) for row in raw.get("menu", ())),
        entry=raw.get("entry", "none"),
        update=raw.get("update", False),
        file=raw.get("file", ""),
    )
