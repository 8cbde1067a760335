"""One turn under way: the session as it changes and the effects so far.

`Run` is the only thing that changes while `advance` works; it starts from a frozen session and
ends as one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dialogs import asking, overview, saying
from dialogs.conditions import holds
from dialogs.effects import (
    CancelTimers,
    Do,
    Effect,
    End,
    Interrupt,
    Lookup,
    RecordAnswer,
    Say,
    SetTimer,
    Turn,
    WithdrawAnswer,
)
from dialogs.flow import END, first_from, following, in_depth, is_question, orphans, values_of
from dialogs.flow import unanswered_before as fresh_before
from dialogs.library import EVERYWHERE, Library, asked_text, step_text
from dialogs.model import (
    Answer,
    Attachment,
    Deed,
    Depth,
    Frame,
    Intent,
    Kind,
    Script,
    Session,
    Status,
    Step,
    Text,
    key,
)
from dialogs.values import changed

ZONE = ZoneInfo("Europe/Amsterdam")  # in which "morgen" and "half drie" are said
SILENCE = timedelta(minutes=20)
OWN_ANSWERS = "@answers"  # options_from: her own answers, no look-up
# everywhere step → state
RESTING = {"paused": "paused", "paused_until": "paused", "stopped": "stopped", "idle": "done"}
MOST_STEPS = 60  # steps a single turn may pass without asking her anything


class Stuck(RuntimeError):
    """A script went round without asking anything; the checker should have refused it."""


@dataclass(slots=True)
class Run:
    """A turn while it is being taken."""

    library: Library
    session: Session
    at: datetime
    effects: list[Effect] = field(default_factory=list)
    passed: int = 0

    @property
    def local(self) -> datetime:
        """The moment of this turn on the wall clock, naive."""
        return self.at.astimezone(ZONE).replace(tzinfo=None)

    # -- where we are -------------------------------------------------------------------

    @property
    def frame(self) -> Frame:
        """The innermost script under way."""
        return self.session.frames[-1]

    @property
    def script(self) -> Script:
        """The script of that frame, in the version it was begun with."""
        return self.library.script(self.frame.script, self.frame.version)

    @property
    def step(self) -> Step:
        """The step on the table."""
        return self.script.step(self.frame.step)

    def turn(self) -> Turn:
        """What came of it."""
        return Turn(self.session, tuple(self.effects))

    def change(self, **changes: Any) -> None:
        """Change the session."""
        self.session = changed(self.session, changes)

    def change_frame(self, **changes: Any) -> None:
        """Change the innermost frame."""
        frames = (*self.session.frames[:-1], changed(self.frame, changes))
        self.change(frames=frames)

    def before(self, line: str, **params: str | Text) -> None:
        """Put a sentence of the everywhere script before the next question."""
        text = self.library.line(line).filled(**params)
        self.change(pending=(*self.session.pending, text))

    # -- frames -------------------------------------------------------------------------

    def push(self, script_id: str, step: str = "", **given: Any) -> None:
        """Lay a script on top, at this step or its first; it is not asked yet."""
        script = self.library.script(script_id)
        frame = Frame(script_id, script.version, step or script.steps[0].id, **given)
        self.change(frames=(*self.session.frames, frame))

    def pop(self) -> None:
        """Take the innermost script away."""
        self.change(frames=self.session.frames[:-1])

    def close_overlays(self, *, but_rest: bool = False) -> None:
        """Take away what lies on the script she is in: menu, pause, call …"""
        while self.on_overlay and not (but_rest and self._at_rest()):
            self.pop()

    def _at_rest(self) -> bool:
        return RESTING.get(self.frame.step) in ("paused", "stopped")

    def overlay(self, target: str, **facts: str) -> None:
        """Lay "step" of everywhere or "script.step" on top and go there."""
        script_id, _, step = target.rpartition(".")
        self.push(script_id or EVERYWHERE, step, facts=facts)
        self.enter(step)

    # -- going on -----------------------------------------------------------------------

    def enter(self, step_id: str) -> None:
        """Go to a step: ask it, or pass through it when it asks nothing."""
        self.passed += 1
        if self.passed > MOST_STEPS:
            raise Stuck(f"{self.frame.script}/{step_id} is passed again and again")
        if step_id == END:
            return self.finish()
        trail = self._trail(step_id) if step_id != self.frame.step else self.frame.trail
        step = self.script.step(step_id)
        picked = self._ticked(step)
        self.change_frame(step=step_id, options=(), page=0, misses=0, trail=trail, picked=picked)
        if step.kind is Kind.SAY:
            return self._tell(step)
        wanted = step.lookup or step.options_from
        if wanted and wanted != OWN_ANSWERS:
            args = {name: self.fill(value) for name, value in step.args}
            self.effects.append(Lookup(wanted, args))
            return None
        return self.ask()

    def _ticked(self, step: Step) -> tuple[str, ...]:
        """What she ticked before, so that going back to add something loses nothing."""
        answer = self.session.answers.get(key(self.frame.script, step.id))
        return answer.value if step.kind is Kind.MULTI and answer else ()

    def _trail(self, step_id: str) -> tuple[str, ...]:
        left = self.step
        if left.kind in (Kind.SAY, Kind.LOOKUP) or step_id in self.frame.trail:
            trail = self.frame.trail
            return trail[: trail.index(step_id)] if step_id in trail else trail
        return (*self.frame.trail, left.id)

    def _tell(self, step: Step) -> None:
        text = asking.filled(self.library, step_text(self.script, step), self.session, self.frame)
        self.perform(step.do)
        target = following(self.script, self.session, self.frame, step)
        if target == END and not step.file:
            self.change(pending=(*self.session.pending, text))
        else:
            texts = (*self.session.pending, text)
            self.change(pending=())
            self.effects.append(Say(texts, 0, file=self.fill(step.file)))
        self.enter(target)

    def ask(self) -> None:
        """Put the step on the table, under a new turn."""
        if self.step.options_from == OWN_ANSWERS:
            options = self.own_answers()
            self.change_frame(options=options)
        state = RESTING.get(self.step.id, "active") if self.on_overlay else "active"
        question = asked_text(self.script, self.step, more=self.frame.misses > 0)
        asked = asking.filled(self.library, question, self.session, self.frame)
        self.change(turn=self.session.turn + 1, state=state, asked=asked)
        self.effects.append(asking.say(self.library, self.session))
        if self.session.pending:
            self.change(pending=())
        self._watch_silence()

    @property
    def on_overlay(self) -> bool:
        """Whether something of everywhere lies on top."""
        return bool(self.session.frames) and self.frame.script == EVERYWHERE

    def own_answers(self) -> tuple[Any, ...]:
        """Her own questions as choices, for "aanpassen"."""
        return overview.options(self.library, self.session)

    def _watch_silence(self) -> None:
        mid_flow = self.script.numbered and is_question(self.step)
        if mid_flow and not self.session.offered_short and self.session.depth is Depth.FULL:
            self.effects.append(SetTimer("silence", SILENCE, self.session.turn))

    def again(self) -> None:
        """Ask the question on the table once more, as it was."""
        if self.session.frames:
            self.ask()
        else:
            self.rest()

    def update(self) -> None:
        """Show the same question with other ticks or another page: same turn."""
        self.effects.append(asking.say(self.library, self.session, update=True))

    def finish(self) -> None:
        """The innermost script is done: back to the one beneath, or rest."""
        script, outcome = self.frame.script, self.frame.step
        self.effects.append(End(script, outcome))
        self.pop()
        self.resume_beneath()

    def resume_beneath(self) -> None:
        """Ask what lies beneath again: its ticks stay; on a shorter route the next that applies."""
        if not self.session.frames:
            return self.rest()
        step = self.step
        if not in_depth(step, self.session.depth) and not self.frame.changing:
            start = self.script.index[step.id]
            return self.enter(first_from(self.script, self.session, self.frame, start))
        passing = step.kind in (Kind.SAY, Kind.LOOKUP)
        if passing or (step.options_from and not self.frame.options):
            return self.enter(step.id)
        return self.ask()

    def rest(self) -> None:
        """Nothing under way: a quiet place from which a person is one tap away."""
        self.change(frames=())
        self.push(EVERYWHERE, "idle")
        said = self.session.pending
        self.ask()
        if said:  # the last words of a script stand in for the idle sentence
            say = self.effects.pop()
            assert isinstance(say, Say)
            self.effects.append(replace(say, texts=said))

    def beneath(self, answer: Callable[[], None]) -> None:
        """Take an answer without asking the next thing: that waits under what comes on top."""
        before = len(self.effects)
        answer()
        made = self.effects[before:]
        self.effects[before:] = [effect for effect in made if not _asks(effect)]
        self.change(pending=())

    # -- answers and deeds --------------------------------------------------------------

    def record(
        self,
        status: Status,
        value: tuple[str, ...] = (),
        words: str = "",
        attachments: tuple[Attachment, ...] = (),
    ) -> None:
        """Keep her answer to the step on the table."""
        frame, labels = self.frame, self._labels(value)
        question = self.session.asked or step_text(self.script, self.step)
        script, version, step = self._answered_step()
        answer = Answer(
            script, version, step, question, status, self.at, value, labels, words, attachments
        )
        self.keep(answer)
        if chosen := [o.label for o in frame.options if o.id in value]:
            self.change_frame(facts=dict(frame.facts) | {frame.step: ", ".join(chosen)})

    def _answered_step(self) -> tuple[str, int, str]:
        """Which step this answers: its own, or the one of another script that asks the same."""
        script, _, step = self.step.stands_for.rpartition(".")
        if script:
            return script, self.library.script(script).version, step
        return self.frame.script, self.frame.version, self.frame.step

    def keep(self, answer: Answer) -> None:
        """Keep an answer in the session and for good."""
        answers = dict(self.session.answers) | {key(answer.script, answer.step): answer}
        self.change(answers=answers)
        if answer.script != EVERYWHERE or step_is_kept(self.library, answer):
            self.effects.append(RecordAnswer(answer))

    def _labels(self, value: tuple[str, ...]) -> tuple[Text, ...]:
        if saying.says(self.step.kind):
            return (Text(saying.said(self.step.kind, value, self.local.date())),) if value else ()
        if self.step.kind not in (Kind.CHOICE, Kind.MULTI):
            return ()
        shown = dict(asking.offered(self.script, self.step, self.session, self.frame))
        return tuple(shown[v] for v in value if v in shown)

    def note(
        self, words: str, attachments: tuple[Attachment, ...] = (), *, under: str = overview.NOTE
    ) -> str:
        """Keep words that were no answer to the question, for the people, once; tells where."""
        if (kept := overview.signalled(self.session, words, self.at)) and not attachments:
            return kept
        notes = sum(1 for k in self.session.answers if k.startswith(f"{EVERYWHERE}.{under}"))
        version, step = self.library.script(EVERYWHERE).version, f"{under}{notes + 1}"
        self.keep(Answer(
            EVERYWHERE, version, step, self.session.asked or Text(""), Status.ANSWERED, self.at,
            (words,) if words else (), (), words, attachments,
        ))  # fmt: skip
        return step

    def perform(self, deeds: tuple[Deed, ...]) -> None:
        """Emit the deeds of a step whose conditions hold."""
        values = values_of(self.session, self.frame)
        for deed in deeds:
            if holds(deed.when, values):
                args = {name: self.fill(value) for name, value in deed.args}
                self.effects.append(Do(deed.name, args))

    def fill(self, value: str) -> str:
        """ "=step" is that step's answer, "{fact}" a fact of this frame, else the text itself."""
        if value.startswith("="):
            found = values_of(self.session, self.frame)(value[1:])
            return ", ".join(found or ())
        for name, fact in self.frame.facts.items():
            value = value.replace("{" + name + "}", fact)
        return value

    def go_on(self) -> None:
        """The step is answered: do its deeds, tidy up, and go to the next."""
        step = self.step
        self.perform(step.do)
        self._withdraw_orphans()
        if self.frame.changing:
            return self._return_from_change()
        return self.enter(following(self.script, self.session, self.frame, step))

    def _withdraw_orphans(self) -> None:
        for step in orphans(self.script, self.session, self.frame):
            kept = dict(self.session.answers)
            kept.pop(key(self.script.id, step.id))
            self.change(answers=kept)
            self.effects.append(WithdrawAnswer(self.script.id, step.id))

    def _return_from_change(self) -> None:
        back = self.frame.changing
        if back == END:
            self.tell_changed()
        fresh = fresh_before(self.script, self.session, self.frame, back)
        if fresh:
            self.before("one_more")
            return self.enter(fresh)
        self.change_frame(changing="")
        return self.enter(back)

    def tell_changed(self) -> None:
        """An answer changed after it was sent: her people must know."""
        if not any(f.script == self.frame.script for f in self.session.frames[:-1]):
            self.effects.append(Do("tell_team", {"kind": "changed"}))
            self.before("changed")

    def start_over(self) -> None:
        """Back to the first question; what she said stays in history."""
        for name in [k for k in self.session.answers if k.startswith(f"{self.script.id}.")]:
            kept = dict(self.session.answers)
            kept.pop(name)
            self.change(answers=kept)
            self.effects.append(WithdrawAnswer(self.script.id, name.partition(".")[2]))
        self.change(depth=Depth.FULL, skips=0, curt=0)
        self.change_frame(trail=(), changing="", facts={})
        questions = (i for i, s in enumerate(self.script.steps) if is_question(s) and not s.aside)
        self.enter(first_from(self.script, self.session, self.frame, next(questions, 0)))

    def interrupt(self, intent: Intent) -> None:
        """Let the service act on an intent too."""
        self.effects.append(Interrupt(intent))

    def cancel(self, *kinds: str) -> None:
        """Forget timers of these kinds."""
        self.effects.append(CancelTimers(kinds))


def _asks(effect: Effect) -> bool:
    question = isinstance(effect, Say) and effect.turn > 0
    return question or isinstance(effect, Lookup | SetTimer)


def step_is_kept(library: Library, answer: Answer) -> bool:
    """Whether something said on an overlay is for the people: a note, or a labelled step."""
    script = library.script(answer.script, answer.version)
    return answer.step not in script.index or bool(script.step(answer.step).label)
