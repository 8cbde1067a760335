"""What the tandem needs for the first talk, on one screen, in a fixed reading order.

Sections, in this order; a script step names its place in `section:`

    header      name, form, language, interpreter, safe number, times, voicemail allowed
    urgent      what may mean danger, then what cannot wait, in her words
    wishes      what would give her rest, in her words
    children    number, age bands, care now and needed
    money       how it goes, kinds of arrears; never amounts
    home        her house
    wellbeing   today's own word; a step named mood… is shown for 24 hours only
    work        work and learning, what the programme asks
    network     who or what already helps
    goal        one small thing for this week
    practical   for the talk: place, children along, travel

Nothing is ever hidden: a question without an answer is a line too, unless her own answers
say that it does not apply to her; and an answer to a
question that is no longer in the script still has its line (section `other`). Each line
carries its trace. Steps without a section (a welcome, a notice) are not lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from casework.phones import spoken
from dialogs.conditions import Values, holds
from dialogs.model import Script, Step
from dialogs.overview import SIGNAL

SECTIONS: Mapping[str, str] = {
    "header": "Bereiken",
    "urgent": "Nu eerst",
    "wishes": "Dit geeft mij rust",
    "children": "Kinderen en opvang",
    "money": "Geld",
    "home": "Wonen",
    "wellbeing": "Hoe het gaat",
    "work": "Werk en leren",
    "network": "Wie en wat al helpt",
    "goal": "Een kleine stap",
    "practical": "Voor het gesprek",
}
OTHER = "other"
OTHER_TITLE = "Verder gezegd"
FLEETING = "mood"  # steps whose id begins so …
FLEETING_FOR = timedelta(hours=24)  # … are true for one day only


class State(StrEnum):
    """How a line stands; the first five are as `dialogs.model.Status`."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    DECLINED = "declined"
    UNKNOWN = "unknown"
    UNCLEAR = "unclear"
    NOT_ASKED = "not_asked"
    EXPIRED = "expired"

    @property
    def dutch(self) -> str:
        """What a blank line shows; "" when there is an answer."""
        return _BLANKS[self]


_BLANKS = {
    State.ANSWERED: "",
    State.SKIPPED: "overgeslagen",
    State.DECLINED: "liever niet",
    State.UNKNOWN: "weet ik niet",
    State.UNCLEAR: "niet begrepen, eigen woorden",
    State.NOT_ASKED: "niet gevraagd",
    State.EXPIRED: "ouder dan 24 uur, niet meer getoond",
}


@dataclass(frozen=True, slots=True)
class Attached:
    """A voice note, photo or file that belongs to an answer."""

    id: str
    kind: str  # voice, photo, file
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """One current answer, as kept, with its words already in Dutch."""

    script: str
    version: int
    step: str
    label: str
    section: str
    question: str  # as it was asked
    status: State
    at: datetime  # aware
    labels: tuple[str, ...] = ()  # the chosen labels as she saw them
    value: tuple[str, ...] = ()
    words: str = ""  # what she typed, as it was
    attachments: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a line comes from. `at` is None when the question was not asked."""

    script: str
    version: int
    step: str
    question: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the screen: `parts` is what she chose or said, `words` what she typed."""

    label: str
    state: State
    trace: Trace
    parts: tuple[str, ...] = ()
    words: str = ""
    attachments: tuple[Attached, ...] = ()
    said_today: bool = False  # show as "zelf gezegd op …"
    value: tuple[str, ...] = ()  # ids of what she chose, as kept

    @property
    def text(self) -> str:
        """The line in one string: her answer, else why there is none."""
        said = ", ".join(self.parts)
        if self.words and self.words != said:
            said = f"{said}: “{self.words}”" if said else f"“{self.words}”"
        return said or ("ingestuurd" if self.attachments else self.state.dutch)


@dataclass(frozen=True, slots=True)
class Section:
    """One block of lines; never empty."""

    id: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Something she has been told or promised, so that nobody contradicts it."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made this summary."""

    bot_version: str
    scripts: tuple[tuple[str, int], ...]  # id and version
    made_at: datetime
    checked_by_parent: bool


@dataclass(frozen=True, slots=True)
class About:
    """What the service knows beside her answers."""

    bot_version: str
    form: str = "je"  # je or u
    promised_by: datetime | None = None  # she was told: you hear from us before this
    checked_by_parent: bool = False
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole screen, in reading order."""

    form: str
    promised_by: datetime | None
    sections: tuple[Section, ...]
    open: tuple[Line, ...]  # what she skipped or was not asked: for a talk, not a fault
    told: tuple[Told, ...]
    provenance: Provenance

    def section(self, section_id: str) -> Section:
        """The section with this id. Raises KeyError."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def line(self, step: str) -> Line | None:
        """The line of this step, if there is one."""
        lines = (line for section in self.sections for line in section.lines)
        return next((line for line in lines if line.trace.step == step), None)


def build(
    scripts: Sequence[Script], given: Iterable[Given], about: About, now: datetime
) -> Summary:
    """The summary of these answers; `scripts` are those whose questions are expected.

    `now` is aware and decides what has become too old to show.
    """
    answers = _latest(given)
    lines: dict[str, list[Line]] = {section: [] for section in (*SECTIONS, OTHER)}
    values = {script.id: _values(script, answers) for script in scripts}
    for script, step in _expected(scripts):
        answer = answers.pop((script.id, step.id), None)
        if answer is None and holds(step.when, values[script.id]) is False:
            continue  # her own answers say that this does not apply to her
        lines[_place(step.section)].append(_line(script, step, answer, now))
    known = {(script.id, step.id) for script in scripts for step in script.steps}
    for answer in (answer for place, answer in answers.items() if place not in known):
        lines[_place(answer.section)].append(_answered(answer, answer.label, now))
    lines["urgent"].sort(key=lambda line: not line.trace.step.startswith(SIGNAL))  # danger first
    sections = tuple(_section(name, lines[name], scripts) for name in SECTIONS)
    if lines[OTHER]:
        sections += (Section(OTHER, OTHER_TITLE, tuple(lines[OTHER])),)
    return Summary(
        form=about.form,
        promised_by=about.promised_by,
        sections=sections,
        open=tuple(line for part in sections for line in part.lines if _is_open(line)),
        told=about.told,
        provenance=_provenance(scripts, sections, about, now),
    )


def _latest(given: Iterable[Given]) -> dict[tuple[str, str], Given]:
    ordered = sorted(given, key=lambda g: g.at)
    return {(g.script, g.step): g for g in ordered}


def _values(script: Script, answers: Mapping[tuple[str, str], Given]) -> Values:
    """What conditions see of her answers; None: not asked, so not known."""
    chosen = {
        step: given.value if given.status is State.ANSWERED else ()
        for (owner, step), given in answers.items()
        if owner == script.id
    }
    return chosen.get


def _expected(scripts: Sequence[Script]) -> Iterable[tuple[Script, Step]]:
    for script in scripts:
        for step in script.steps:
            if step.section and (not step.sees or "tandem" in step.sees):
                yield script, step


def _place(section: str) -> str:
    return section if section in SECTIONS else OTHER


def _line(script: Script, step: Step, answer: Given | None, now: datetime) -> Line:
    label = step.label or step.id
    if answer is None:
        return Line(label, State.NOT_ASKED, Trace(script.id, script.version, step.id, step.text))
    return _answered(answer, label, now)


def _answered(answer: Given, label: str, now: datetime) -> Line:
    trace = Trace(answer.script, answer.version, answer.step, answer.question, answer.at)
    fleeting = answer.step.startswith(FLEETING) and answer.status in _SAID
    if fleeting and now - answer.at > FLEETING_FOR:
        return Line(label, State.EXPIRED, trace, said_today=True)
    typed = answer.value == (answer.words,)
    parts = answer.labels or (() if typed else tuple(map(spoken, answer.value)))
    return Line(
        label,
        answer.status,
        trace,
        parts if answer.status in _SAID else (),
        answer.words,
        answer.attachments,
        said_today=fleeting,
        value=answer.value if answer.status in _SAID else (),
    )


_SAID = frozenset({State.ANSWERED, State.UNCLEAR})


def _section(name: str, lines: Sequence[Line], scripts: Sequence[Script]) -> Section:
    title = SECTIONS[name]
    if lines:
        return Section(name, title, tuple(lines))
    script, version = (scripts[0].id, scripts[0].version) if scripts else ("", 0)
    return Section(name, title, (Line(title, State.NOT_ASKED, Trace(script, version, "", "")),))


def _is_open(line: Line) -> bool:
    return line.state not in (State.ANSWERED, State.EXPIRED)


def _provenance(
    scripts: Sequence[Script], sections: Sequence[Section], about: About, now: datetime
) -> Provenance:
    traces = (line.trace for section in sections for line in section.lines)
    used = {(trace.script, trace.version) for trace in traces if trace.at}
    versions = used or {(script.id, script.version) for script in scripts}
    return Provenance(about.bot_version, tuple(sorted(versions)), now, about.checked_by_parent)
