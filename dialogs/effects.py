"""What a turn asks the service to do. Effects are imperatives; none is done here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from dialogs.model import Answer, Intent, Session, Text
from dialogs.values import value_class


@value_class(frozen=True, slots=True)
class Tap:
    """A button: what it says and what pressing it sends (see `dialogs.presses`)."""

    label: Text
    press: str


@value_class(frozen=True, slots=True)
class Pick:
    """One box of a several-choice question."""

    label: Text
    id: str
    press: str
    picked: bool


@value_class(frozen=True, slots=True)
class Say:
    """One message: paragraphs of text, answers one per row, and the fixed row."""

    texts: tuple[Text, ...]
    turn: int
    answers: tuple[Tap, ...] = ()
    picks: tuple[Pick, ...] = ()
    menu: tuple[tuple[Tap, ...], ...] = ()
    entry: str = "none"  # none, text, number, phone: what she may type
    update: bool = False  # same turn again: the channel edits its message where it can
    file: str = ""  # e.g. "ics:12": the service adds it at delivery


@value_class(frozen=True, slots=True)
class RecordAnswer:
    """Keep this answer; an earlier one to the same step stays in history."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class WithdrawAnswer:
    """An earlier answer no longer counts (she changed what it hung on); history keeps it."""

    script: str
    step: str


@value_class(frozen=True, slots=True)
class SetTimer:
    """Plan a `TimerFired` of this kind after so long, replacing one of the same kind."""

    kind: str
    after: timedelta
    turn: int = 0


@dataclass(frozen=True, slots=True)
class CancelTimers:
    """Forget planned timers of these kinds."""

    kinds: tuple[str, ...]


@value_class(frozen=True, slots=True)
class Lookup:
    """Ask the service; it answers with `LookedUp` before the turn is complete. Always last."""

    name: str
    args: Mapping[str, str] = field(default_factory=dict)


@value_class(frozen=True, slots=True)
class Do:
    """A deed named in the script; `casework.effects` knows what it means."""

    name: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Interrupt:
    """She used an intent the service acts on too (stop, reminders off)."""

    intent: Intent


@value_class(frozen=True, slots=True)
class End:
    """A script ended; `outcome` is the step it ended on."""

    script: str
    outcome: str


Effect = (
    Say | RecordAnswer | WithdrawAnswer | SetTimer | CancelTimers | Lookup | Do | Interrupt | End
)


@value_class(frozen=True, slots=True)
class Turn:
    """The result of one `advance`: the next session and what to do about it."""

    session: Session
    effects: tuple[Effect, ...]
