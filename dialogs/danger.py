"""Danger in what she wrote: the script gives way to a number and one question.

words → `library.danger` → now:   the danger script lies on top, the question waits beneath
                         → check: her words count as an answer, then one question lies on top
                         → note:  the script goes on
Her words are kept where her people read first; now and check raise an alarm for the team. Only a
tap of hers brings the script back.
"""

from __future__ import annotations

from collections.abc import Callable

from dialogs.effects import Do
from dialogs.events import Edited, Pressed, Replied
from dialogs.flow import OWN_WORDS
from dialogs.language.normal import normal
from dialogs.language.safety import Signal, Tier
from dialogs.language.safety.net import RULE as NET
from dialogs.language.wishes.intents import read_intent
from dialogs.library import DANGER
from dialogs.model import Intent, Kind
from dialogs.overview import SIGNAL
from dialogs.reading import Values, named, read
from dialogs.run import Run

REACH, HELP_NOW = "reach", "help_now"  # steps of the danger script
YES, UNKNOWN = "yes", "unknown"  # its choices that there is danger, or that she cannot say
NONE = "none"  # of help_now: she opened it by mistake, or does not say
LEAVING = frozenset({Intent.BACK, Intent.SKIP, Intent.DECLINE, Intent.RESUME, Intent.CHANGE})
BARE = 4  # words: "nee joh nu niet"
FEW = 2  # "mn vrouw", where somebody is asked for
ASKING = frozenset(  # plain questions: nothing hides behind these
    {Intent.WHEN, Intent.OFFERS, Intent.PLACE, Intent.STATUS, Intent.SOURCE, Intent.BOT, Intent.WHY}
)
CALMING = (
    ("no",),
    ("heavy",),
    ("neither",),
    ("go_on",),
)  # answers that end the alarm on her screen
_YES = frozenset({"ja", "jaa", "jah", "jawel", "yes", "evet", "tak"})
Hers = Pressed | Replied | Edited


def first(run: Run, event: Hers, answer: Callable[[], None]) -> None:
    """Look for danger before `answer` makes anything else of what she did."""
    words = event.text.strip()
    signal = run.library.danger(words) if words else None
    if signal is None:
        return answer()
    sent = event.attachments if isinstance(event, Replied) else ()
    run.note(words, sent, under=SIGNAL)
    if signal.tier is Tier.NOTE or _likely_answer(run, signal, words):
        return answer()
    _alarm(run, signal, words)
    if run.frame.script == DANGER and (sure_yes(run, words) or named(run, words)):
        return answer()
    if signal.category in run.step.heeds and read(run, words) is not None:
        return answer()  # the question deals with it itself
    if run.frame.script == DANGER and _same_again(run, signal):
        run.change_frame(misses=run.frame.misses + 1)
        return run.again()
    step = run.step  # "ik ben op" is no name
    may_answer = step.kind is not Kind.NAME and not step.passed_along
    if may_answer and (signal.tier is Tier.CHECK or isinstance(event, Pressed)):
        run.beneath(answer)
    return _show(run, signal)


def sure_yes(run: Run, words: str) -> bool:
    """Whether she says yes to "Is er nu gevaar?", whatever she adds: "ja maar ik durf niet"."""
    said = normal(words).split()
    return bool(said) and said[0] in _YES and run.step.choice(YES) is not None


def answered(run: Run, words: str) -> Values | None:
    """What she answers where her safety is asked for: any yes is a yes, only a bare no is a no.

    "Nee hij ademt niet" is none, and must not calm anybody; "hij slaapt nu" is no yes. Only what
    says just that closes "Ik heb nu hulp nodig": "nee help" does not.
    """
    if sure_yes(run, words):
        return (YES,)
    if leaves(run, read_intent(words)):
        return (NONE,)
    value = read(run, words)
    if value in ((YES,), (NONE,)) and not named(run, words):
        value = None
    if value is None and run.step.choice(UNKNOWN) and read_intent(words) is Intent.UNKNOWN:
        return (UNKNOWN,)
    return None if value in CALMING and len(words.split()) > BARE else value


def leaves(run: Run, intent: Intent | None) -> bool:
    """Whether this wish closes "Ik heb nu hulp nodig", which she opened herself."""
    return intent in LEAVING and run.step.id == HELP_NOW


def _likely_answer(run: Run, signal: Signal, words: str) -> bool:
    """What only the net hears is an answer that the question understands, or a plain question."""
    if signal.rule != NET or run.frame.script == DANGER:
        return False
    if run.step.kind in OWN_WORDS and len(words.split()) <= FEW:
        return True
    choosing = run.step.kind in (Kind.CHOICE, Kind.MULTI) and read(run, words) is not None
    return choosing or read_intent(words) in ASKING


def _same_again(run: Run, signal: Signal) -> bool:
    """More of what is on the screen already; once she answered, only a sure sign asks anew."""
    shown = dict(run.frame.facts).get("signal", run.frame.step)
    still_asked = run.frame.step == signal.category
    return signal.category == shown and (signal.tier is Tier.CHECK or still_asked)


def shown(run: Run) -> str:
    """The kind of danger that the screen is about; "" if none."""
    for frame in run.session.frames:
        if frame.script == DANGER:
            asked = run.session.answers.get(f"{DANGER}.{HELP_NOW}")
            return frame.facts.get("signal") or "".join(asked.value if asked else ())
    return ""


def help_now(run: Run) -> None:
    """She tapped "Ik heb nu hulp nodig", or typed it."""
    _open(run, HELP_NOW)


def _alarm(run: Run, signal: Signal, words: str) -> None:
    args = {"tier": signal.tier.value, "category": signal.category, "rule": signal.rule}
    run.effects.append(Do("raise_alarm", {**args, "words": words}))


def _show(run: Run, signal: Signal) -> None:
    """The numbers and the question."""
    run.change(pending=())
    _open(run, REACH, signal=signal.category, tier=signal.tier.value)


def _open(run: Run, step: str, **facts: str) -> None:
    """Lay the danger script on top; one that was open already gives way."""
    run.close_overlays(but_rest=True)
    run.change(frames=tuple(frame for frame in run.session.frames if frame.script != DANGER))
    run.push(DANGER, step, facts=facts)
    run.enter(step)
