"""The nouns of a conversation: what a script is made of and what a session remembers.

Everything here is frozen and holds no behaviour beyond looking itself up, so that a session
can be saved after every turn and compared in tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from dialogs.values import value_class

if TYPE_CHECKING:
    from dialogs.conditions import Condition


class Kind(StrEnum):
    """What a step expects back."""

    INFO = "info"  # nothing but a tap to go on
    CHOICE = "choice"  # one of the choices
    MULTI = "multi"  # some of the choices
    TEXT = "text"  # her own words, or a voice note
    NUMBER = "number"  # a whole number, 0 and up
    PHONE = "phone"  # a telephone number, kept as E.164
    NAME = "name"  # what to call her
    DATE = "date"  # a day to come, kept as 2026-11-24
    BIRTHDATE = "birthdate"  # a day gone by
    TIME = "time"  # kept as 14:30, local
    MOMENT = "moment"  # a day and a time, kept as 2026-11-24T14:30, local
    AMOUNT = "amount"  # euros, kept as 1850 or 1850.50
    AGES = "ages"  # of children, kept as "3 year", "8 month", "20 week pregnant"
    POSTCODE = "postcode"  # kept as 3311 AB
    LOOKUP = "lookup"  # nothing from her: the service looks something up
    SAY = "say"  # a message without a question; the script goes on at once


class Intent(StrEnum):
    """What a parent may want in every step, whatever the question is."""

    BACK = "back"
    SKIP = "skip"
    DECLINE = "decline"  # "liever niet"
    PAUSE = "pause"
    STOP = "stop"
    CALL = "call"  # "ik wil bellen"
    ANSWERS = "answers"  # see my answers
    CHANGE = "change"  # change an earlier answer
    MENU = "menu"  # the less used intents, one tap away
    RESUME = "resume"  # back to the question
    RESTART = "restart"
    UNKNOWN = "unknown"  # "weet ik niet"
    ERASE = "erase"  # "alles wissen"
    REMINDERS_OFF = "reminders_off"
    REMINDERS_ON = "reminders_on"
    LANGUAGE = "language"  # "my dutch is not good"
    NOW = "now"  # "ik heb nu hulp nodig"
    PRIVACY = "privacy"  # "wie leest dit"
    BOT = "bot"  # "ben jij een robot"
    SPEAK = "speak"  # "ik kan niet goed lezen"
    WHEN = "when"  # "wanneer bellen jullie"
    OFFERS = "offers"  # "wat kan er nog"
    PLACE = "place"  # "ben ik nu klaar"
    STATUS = "status"  # "hoe staat het met mijn vraag"
    SOURCE = "source"  # "hoe weten jullie dat"
    WHY = "why"  # "waarom vraag je dit"


class Status(StrEnum):
    """How a question was left: the kinds of "no answer" are kept apart."""

    ANSWERED = "answered"
    SKIPPED = "skipped"  # "overslaan"
    DECLINED = "declined"  # "liever niet"
    UNKNOWN = "unknown"  # "weet ik niet"
    UNCLEAR = "unclear"  # twice not understood: her words are kept as they are


class Depth(StrEnum):
    """How much is asked: all, the essentials, or three questions only."""

    FULL = "full"
    SHORT = "short"
    CORE = "core"


@value_class(frozen=True, slots=True)
class Text:
    """A sentence to look up in the catalogue; `params` fill its {placeholders}."""

    msgid: str
    context: str = ""
    params: tuple[tuple[str, str | Text], ...] = ()

    def filled(self, **params: str | Text) -> Text:
        """The same sentence with these placeholders filled in."""
        return Text(self.msgid, self.context, (*self.params, *params.items()))


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer a parent can tap."""

    id: str
    label: str
    says: tuple[str, ...] = ()  # other ways to say it
    goto: str | None = None  # overrides the step's routes
    intent: Intent | None = None  # tapping it is this intent, not an answer
    alone: bool = False  # in MULTI: excludes the others ("niets hiervan")
    depth: Depth | None = None  # choosing it makes the rest shorter or whole again
    overlay: str = (
        ""  # "step" of everywhere, or "script.step": shown first, then the script goes on
    )
    form: str = ""  # choosing it sets the form of address
    typed: bool = False  # understood when she says it; there is no button for it
    stays: bool = False  # on every page, where there are more choices than fit
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """Where to go after a step: the first route whose condition holds."""

    goto: str  # a step id, or "end"
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """A `do:` in the script: the engine emits it as `Do` and knows no municipal word."""

    name: str
    args: tuple[tuple[str, str], ...] = ()  # value "=step" takes that step's answer
    when: Condition | None = None


_NO_QUESTION = frozenset({Kind.INFO, Kind.LOOKUP, Kind.SAY})


@dataclass(frozen=True, slots=True)
class Step:
    """One question, message or look-up of a script."""

    id: str
    kind: Kind
    text: str = ""
    label: str = ""  # short name in overviews and the summary
    section: str = ""  # place in the tandem's summary, domain.md §3
    sees: frozenset[str] = frozenset()  # tandem, coordinator
    choices: tuple[Choice, ...] = ()
    options_from: str = ""  # a look-up that brings the choices
    lookup: str = ""  # kind LOOKUP: its name
    args: tuple[tuple[str, str], ...] = ()
    most: int = 0  # MULTI: at most so many; 0 is no limit
    skippable: bool = True
    essential: bool = False  # asked on the short route too
    core: bool = False  # one of the three essentials when her head is far too full
    part_of: str = ""  # numbered with that step
    stands_for: str = ""  # "script.step" that asks the same: she is never asked twice
    aside: bool = False  # reached by a goto only
    fleeting: bool = False  # dropped when something else begins
    otherwise: str = ""  # where to go when the look-up brings no options
    when: Condition | None = None  # asked only if this holds
    do: tuple[Deed, ...] = ()
    routes: tuple[Route, ...] = ()
    example: str = ""  # shown when an answer was unclear
    repeat: str = ""  # shorter words for when she wrote more and it is asked once more
    own_words: str = ""  # CHOICE: what she names herself is this choice, and answers the next step
    echo: bool = False  # MULTI: what she typed is read back to her
    heeds: frozenset[str] = frozenset()  # dangers this question deals with itself
    passed_along: bool = False  # goes on to others: what may mean danger is no answer here
    overview: bool = False  # the text is followed by her own answers
    file: str = ""  # sent along, e.g. "ics:{appointment}"
    line: int = 0  # where it stands in its file

    @property
    def asks(self) -> bool:
        """Whether it asks her for something that is kept."""
        return self.kind not in _NO_QUESTION

    def choice(self, choice_id: str) -> Choice | None:
        """The choice with this id, if any."""
        return next((c for c in self.choices if c.id == choice_id), None)


@dataclass(frozen=True, slots=True)
class Script:
    """A conversation as coordinators write it: steps in the order they are asked."""

    id: str
    version: int
    title: str
    steps: tuple[Step, ...]
    numbered: bool = False  # shows "Vraag 4 van 12"
    resumable: bool = False  # unfinished: the parent is reminded on +1, +3 and +7 days
    entries: Mapping[str, str] = field(default_factory=dict)  # timer or event → step to begin at
    lines: Mapping[str, str] = field(default_factory=dict)  # sentences the engine uses by name
    refused: str = ""  # step for when she types half-way that she wants no help after all
    file: str = ""
    index: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    heads: tuple[tuple[str, Step, str], ...] = field(init=False, compare=False, repr=False)
    labels: Mapping[tuple[str, str], Text] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """`heads`: the questions that count, parts with their head: answer key, step, context.

        `labels`: what each choice says, by step and choice; every turn shows some of them.
        """
        heads = (s for s in self.steps if s.asks and s.label and not s.part_of)
        found = tuple((key(self.id, s.id), s, f"{self.id}/{s.id}") for s in heads)
        object.__setattr__(self, "heads", found)
        labels = {
            (s.id, c.id): Text(c.label, f"{self.id}/{s.id}/{c.id}")
            for s in self.steps
            for c in s.choices
        }
        object.__setattr__(self, "labels", labels)

    def step(self, step_id: str) -> Step:
        """The step with this id. Raises KeyError when the script has none."""
        return self.steps[self.index[step_id]]


@value_class(frozen=True, slots=True)
class Option:
    """A choice that came from a look-up, such as a free time with Sanne."""

    id: str
    label: str
    context: str = ""  # where the label stands in the catalogue; empty: a name or time, said as is


@value_class(frozen=True, slots=True)
class Attachment:
    """A voice note, photo or file she sent; the bytes are kept elsewhere under `id`."""

    id: str
    kind: str  # voice, photo, file
    seconds: int = 0


@value_class(frozen=True, slots=True)
class Answer:
    """One answer with everything needed to trace it: question, words, time, script version."""

    script: str
    version: int
    step: str
    question: Text  # as it was asked
    status: Status
    at: datetime
    value: tuple[str, ...] = ()  # choice ids, or the value as text
    labels: tuple[Text, ...] = ()  # the chosen labels
    words: str = ""  # what she typed, as it was
    attachments: tuple[Attachment, ...] = ()


@value_class(frozen=True, slots=True)
class Frame:
    """A script under way. Frames stack: a pause or a reminder lies on top of the intake."""

    script: str
    version: int
    step: str
    facts: Mapping[str, str] = field(default_factory=dict)  # from look-ups and arguments
    options: tuple[Option, ...] = ()  # brought by the step's look-up
    page: int = 0  # which page of many choices
    picked: tuple[str, ...] = ()  # MULTI: picked so far
    misses: int = 0  # times not understood
    trail: tuple[str, ...] = ()  # steps shown before, for "terug"
    changing: str = ""  # set while she changes one earlier answer: the step to return to
    topic: str = ""  # e.g. "appointment:7": a newer frame on a topic replaces the older


@value_class(frozen=True, slots=True)
class Tapped:
    """The last button she pressed, to know it again when the same press comes once more."""

    press: str  # as `presses.written` has it, with the turn it belonged to
    at: datetime


@value_class(frozen=True, slots=True)
class Session:
    """All that the engine remembers of one family between two messages."""

    frames: tuple[Frame, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)  # by "script.step"
    turn: int = 0  # of the question on the table; buttons carry it
    form: str = "je"  # je or u
    depth: Depth = Depth.FULL
    skips: int = 0  # in a row
    curt: int = 0  # very short angry answers in a row
    offered_short: bool = False
    state: str = "new"  # new, active, paused, stopped, done
    total: int = 0  # last announced number of questions
    thanks: int = 0  # answers since the last thank-you
    asked: Text | None = None  # the question as it stands on her screen
    pending: tuple[Text, ...] = ()  # sentences that go before the next question
    tapped: Tapped | None = None


def key(script: str, step: str) -> str:
    """The name under which a session keeps an answer."""
    return f"{script}.{step}"
