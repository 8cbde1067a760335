"""What she typed, read as an answer to the question on the table: values, or None for unclear."""

from __future__ import annotations

from dialogs.asking import offered
from dialogs.language.choices import Known, read_choice, read_choices
from dialogs.language.values import read_name, read_number, read_phone
from dialogs.model import Frame, Kind, Script, Session, Step, Text


def read(
    script: Script, step: Step, session: Session, frame: Frame, text: str
) -> tuple[str, ...] | None:
    """The value of a typed answer to this step; None when it is not clear."""
    match step.kind:
        case Kind.CHOICE | Kind.INFO:
            found = read_choice(text, known(script, step, session, frame))
            return (found,) if found else None
        case Kind.MULTI:
            return read_choices(text, known(script, step, session, frame))
        case Kind.NUMBER:
            return _one(read_number(text))
        case Kind.PHONE:
            return _one(read_phone(text))
        case Kind.NAME:
            return _one(read_name(text))
        case _:
            return _one(text.strip() or None)


def known(script: Script, step: Step, session: Session, frame: Frame) -> list[Known]:
    """The choices that hold now, with the other ways to say them."""
    return [_known(step, cid, label) for cid, label in offered(script, step, session, frame)]


def _known(step: Step, cid: str, label: Text) -> Known:
    choice = step.choice(cid)
    shown = str(dict(label.params).get("label", label.msgid))
    return Known(cid, shown, choice.says if choice else _beginnings(shown))


def _beginnings(label: str) -> tuple[str, ...]:
    """A time or name that was looked up is meant by its first words too: "vanavond", "di 24"."""
    words = label.split()
    return tuple(" ".join(words[:count]) for count in range(1, len(words)))


def _one(value: str | None) -> tuple[str, ...] | None:
    return None if value is None else (value,)
