"""What she typed, read as an answer to the question on the table: values, or None for unclear."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from dialogs.asking import offered
from dialogs.flow import is_question
from dialogs.language.ages import read_ages
from dialogs.language.choices import Known, read_choice, read_choices
from dialogs.language.contact import read_name, read_phone, read_postcode
from dialogs.language.normal import normal
from dialogs.language.numbers import read_number
from dialogs.language.numbers.amounts import read_amount
from dialogs.language.when import read_birthdate, read_date, read_moment, read_time
from dialogs.language.wishes.puzzled import puzzled
from dialogs.model import Kind, Step, Text
from dialogs.run import Run

NO_CHILDREN = "none"  # the value of AGES when she says that she has none
Values = tuple[str, ...]


def read(run: Run, text: str) -> Values | None:
    """The value of a typed answer to the question on the table; None when it is not clear."""
    kind = run.step.kind
    if kind in (Kind.CHOICE, Kind.INFO):
        return _one(read_choice(text, known(run)))
    if kind is Kind.MULTI:
        return read_choices(text, known(run))
    return _READERS[kind](text, run.local)


@dataclass(frozen=True, slots=True)
class Standing:
    """The question that waits beneath what came in between, and what it makes of her words."""

    kind: Kind
    value: Values


def beneath(run: Run, text: str) -> Standing | None:
    """Her words read as an answer to the question beneath; None where it is none or unclear."""
    before = run.session
    run.change(frames=before.frames[:-1], asked=None)
    kind, value = run.step.kind, read(run, text) if is_question(run.step) else None
    run.session = before
    return None if value is None else Standing(kind, value)


def named(run: Run, words: str) -> bool:
    """Whether these words are what a choice on the table is called, and nothing more."""
    names = (normal(name) for one in known(run) for name in (one.label, *one.says))
    return normal(words) in names


def known(run: Run) -> list[Known]:
    """The choices that hold now, with the other ways to say them."""
    offers = offered(run.script, run.step, run.session, run.frame)
    return [_known(run.step, cid, label) for cid, label in offers]


def _known(step: Step, cid: str, label: Text) -> Known:
    choice = step.choice(cid)
    shown = str(dict(label.params).get("label", label.msgid))
    return Known(cid, shown, choice.says if choice else _beginnings(shown))


def _beginnings(label: str) -> tuple[str, ...]:
    """A time or name that was looked up is meant by its first words too: "vanavond", "di 24"."""
    words = label.split()
    return tuple(" ".join(words[:count]) for count in range(1, len(words)))


def _one(value: str | None) -> Values | None:
    return None if value is None else (value,)


def _date(text: str, now: datetime) -> Values | None:
    found = read_date(text, now)
    return None if found is None else (found.isoformat(),)


def _birthdate(text: str, now: datetime) -> Values | None:
    found = read_birthdate(text, now)
    return None if found is None else (found.isoformat(),)


def _time(text: str, _now: datetime) -> Values | None:
    found = read_time(text)
    return None if found is None else (f"{found:%H:%M}",)


def _moment(text: str, now: datetime) -> Values | None:
    found = read_moment(text, now)
    return None if found is None else (found.isoformat(timespec="minutes"),)


def _amount(text: str, _now: datetime) -> Values | None:
    found = read_amount(text)
    return None if found is None else (f"{found:.2f}".removesuffix(".00"),)


def _ages(text: str, _now: datetime) -> Values | None:
    found = read_ages(text)
    if not found:
        return None if found is None else (NO_CHILDREN,)
    return tuple(f"{a.value} {a.unit}" + " pregnant" * a.pregnant for a in found)


_READERS: Mapping[Kind, Callable[[str, datetime], Values | None]] = {
    Kind.NUMBER: lambda text, _: _one(read_number(text)),
    Kind.PHONE: lambda text, _: _one(read_phone(text)),
    Kind.NAME: lambda text, _: _one(read_name(text)),
    Kind.POSTCODE: lambda text, _: _one(read_postcode(text)),
    Kind.TEXT: lambda text, _: _one(None if puzzled(text) else text.strip() or None),
    Kind.DATE: _date,
    Kind.BIRTHDATE: _birthdate,
    Kind.TIME: _time,
    Kind.MOMENT: _moment,
    Kind.AMOUNT: _amount,
    Kind.AGES: _ages,
}
