"""The deeds a script may name in `do:`. One frozen dataclass each; its fields are the schema.

    do: pause_until
    with: {moment: =later}

`casework.deeds` makes them of what the engine emits; the service has one handler for each. Wall
times are local to the municipality's zone and therefore naive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from casework.arrears import Reply


class DayPart(StrEnum):
    """When she wants to hear about tomorrow's appointment."""

    EVENING = "evening"
    MORNING = "morning"


class AlarmTier(StrEnum):
    """How sure we are that something is wrong; as `dialogs.language.safety.Tier`."""

    NOW = "now"  # the team is called at once
    CHECK = "check"  # the same day
    NOTE = "note"  # to read beside the summary


class Again(StrEnum):
    """How she wants to go on after a talk that was missed."""

    NEW_DAY = "new_day"
    CALL = "call"
    HOME = "home"


class GoalWent(StrEnum):
    """How a small goal went; each is a good answer. As the states in `casework.requests`."""

    SUCCEEDED = "succeeded"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SendHandoff:
    """Bring what she told to a tandem; `checked`: she looked at her summary first."""

    district: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class RequestCall:
    """A person calls her: at `moment`, or else as soon as the promise says."""

    moment: datetime | None = None
    district: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class RequestOtherTime:
    """None of the offered times fits; `words` say what does."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class BookAppointment:
    """She takes this free time."""

    slot: int


@dataclass(frozen=True, slots=True)
class ConfirmAppointment:
    """She says that she comes."""

    appointment: int


@dataclass(frozen=True, slots=True)
class CancelAppointment:
    """She cannot come; nothing is held against her."""

    appointment: int


@dataclass(frozen=True, slots=True)
class RebookMissed:
    """After a missed talk: a new day, a call, or at her home."""

    how: Again
    appointment: int | None = None


@dataclass(frozen=True, slots=True)
class PauseUntil:
    """Write to her at this moment, as she asked."""

    moment: datetime


@dataclass(frozen=True, slots=True)
class SetDayBefore:
    """The day before an appointment she hears from us in this part of the day."""

    part: DayPart


@dataclass(frozen=True, slots=True)
class TellTeam:
    """A task for her tandem, e.g. `formal_request`, `arrears_letter`, `help_with_travel`.

    `promised`: she is told before when she hears from us.
    """

    kind: str
    words: str = ""
    promised: bool = False


@dataclass(frozen=True, slots=True)
class RaiseAlarm:
    """What she wrote or chose may mean danger: her people must see it, a computer decides nothing.

    `category` and `rule` name the signal (dialogs/safety); `words` are hers.
    """

    tier: AlarmTier
    category: str
    rule: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class StopReminders:
    """No reminders any more; help goes on."""


@dataclass(frozen=True, slots=True)
class RemindersOn:
    """Reminders may come again."""


@dataclass(frozen=True, slots=True)
class EraseEverything:
    """She confirmed it: all that is kept about her goes, unless the law holds it."""


@dataclass(frozen=True, slots=True)
class AddChildcarePlan:
    """She told what childcare she needs; `first_day` is her wish.

    `whom` where she asked before: same (the same child), other or more. "" the first time. `ages`:
    of the child it is for, with commas.
    """

    first_day: date | None = None
    whom: str = ""
    ages: str = ""


@dataclass(frozen=True, slots=True)
class ChildcareStepDone:
    """She did this step."""

    plan: int
    step: str


@dataclass(frozen=True, slots=True)
class ChildcareStepLater:
    """Not yet: ask her once more."""

    plan: int
    step: str


@dataclass(frozen=True, slots=True)
class ChildcareStepAsked:
    """She was asked about this step for the so-many-th time: see that it is not forgotten."""

    plan: int
    step: str
    times: int


@dataclass(frozen=True, slots=True)
class ChildcareStepHelp:
    """She wants help with this step."""

    plan: int
    step: str


@dataclass(frozen=True, slots=True)
class AskBabyPackage:
    """She asks for a package (P14): `month` as 2027-03, `helps` who can put in a word.

    `reach`: how the people find out where it goes; `size` and `colour` are of the clothes.
    """

    phase: str = ""
    month: str = ""
    size: str = ""
    colour: str = ""
    helps: str = ""
    reach: str = ""


@dataclass(frozen=True, slots=True)
class AskChildPackage:
    """She told what one child would like; what she told in the intake is known already."""

    band: str = ""
    wish: str = ""
    words: str = ""
    club: str = ""
    helps: str = ""
    asker: str = ""


@dataclass(frozen=True, slots=True)
class AskChildPackageAgain:
    """The same for the same child, almost a year later."""

    request: int


@dataclass(frozen=True, slots=True)
class CardsOn:
    """She wants a card with something useful now and then."""


@dataclass(frozen=True, slots=True)
class CardsOff:
    """No cards any more."""


@dataclass(frozen=True, slots=True)
class NextCard:
    """She got this one; in a week the next, or the same in a year.

    `yearly`: for a card that she gets each year the ISO day it was planned for.
    """

    after: str
    yearly: str = ""


@dataclass(frozen=True, slots=True)
class CardNextYear:
    """She wants this card each year, until she has had enough."""

    card: str


@dataclass(frozen=True, slots=True)
class SetGoal:
    """One small thing for this week, in her own words; no words set nothing."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class GoalTold:
    """How it went with her small goal, as she says."""

    goal: int
    how: GoalWent
    words: str = ""


@dataclass(frozen=True, slots=True)
class AnswerArrears:
    """What she says to the offer to talk about bills; a no is the end of it."""

    answer: Reply


@dataclass(frozen=True, slots=True)
class LeaveIdea:
    """An idea for children or parents in town (P11), in her words; "" when she spoke or skipped."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class SignIdea:
    """Her name may stand with the idea that she left last."""


Deed = (
    SendHandoff
    | RequestCall
    | RequestOtherTime
    | BookAppointment
    | ConfirmAppointment
    | CancelAppointment
    | RebookMissed
    | PauseUntil
    | SetDayBefore
    | TellTeam
    | RaiseAlarm
    | StopReminders
    | RemindersOn
    | EraseEverything
    | AddChildcarePlan
    | ChildcareStepDone
    | ChildcareStepLater
    | ChildcareStepAsked
    | ChildcareStepHelp
    | AskBabyPackage
    | AskChildPackage
    | AskChildPackageAgain
    | CardsOn
    | CardsOff
    | NextCard
    | CardNextYear
    | SetGoal
    | GoalTold
    | AnswerArrears
    | LeaveIdea
    | SignIdea
)
