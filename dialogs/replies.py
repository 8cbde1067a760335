"""What she types, speaks or sends: an answer, a wish, or words that are no answer at all."""

from __future__ import annotations

from functools import partial

from dialogs import (
    accepting,
    asking,
    beside,
    between,
    calling,
    danger,
    declining,
    echo,
    intents,
    number,
    official,
    own_words,
)
from dialogs.effects import Do
from dialogs.events import Replied
from dialogs.flow import OWN_WORDS, is_question
from dialogs.language.guard import MASK
from dialogs.language.normal import normal
from dialogs.language.wishes.formal import read_formal
from dialogs.language.wishes.intents import curt, read_intent
from dialogs.library import DANGER
from dialogs.model import Intent, Kind, Status, Text
from dialogs.reading import named, read
from dialogs.run import Run

YIELDING = frozenset(  # "bel me maar" where one may choose between calling and a message
    {Intent.CALL, Intent.DECLINE, Intent.UNKNOWN, Intent.PAUSE, Intent.RESUME, Intent.SPEAK}
)
TELLING = frozenset({Intent.SPEAK, Intent.WHEN})  # worth knowing for her people too
CURT_BEFORE_OFFER = 3
SENTENCE = 4  # words from which an answer is more than the name of a button
GREETING = 2  # words without a number; a greeting needs no keeping


def replied(run: Run, event: Replied) -> None:
    """She typed or spoke."""
    text = event.text.strip()
    beside.tick(run, event.picked)
    if event.attachments:
        return _spoken(run, event, text)
    if not text:
        run.before("only_words")
        return run.again()
    if MASK in text:
        return _masked(run)
    if request := read_formal(text):
        return official.tell(run, text, request, partial(_answered, run, text))
    if declining.heard(run, text) or calling.taken_back(run, text):
        return None
    if (intent := read_intent(text)) and not _is_answer(run, text, intent):
        if intent in TELLING:
            run.note(text)
        return intents.follow(run, intent)
    return _answered(run, text)


def _answered(run: Run, text: str) -> None:
    """Her words as an answer to the question on the table, or kept while nothing is asked."""
    if run.session.state != "active":
        return _while_resting(run, text)
    return _typed(run, text)


def _is_answer(run: Run, text: str, intent: Intent | None = None) -> bool:
    """A choice that is called like an intent wins: the question was about it."""
    if run.step.kind not in (Kind.CHOICE, Kind.MULTI, Kind.INFO):
        return False
    if intent is Intent.UNKNOWN and run.step.choice("unknown"):
        return True
    if run.frame.script == DANGER and (danger.sure_yes(run, text) or danger.leaves(run, intent)):
        return True
    if named(run, text):
        return True
    return intent in YIELDING and run.step.kind is Kind.CHOICE and read(run, text) is not None


def _typed(run: Run, text: str) -> None:
    run.change(curt=run.session.curt + 1 if curt(text) else 0)
    if _says(run, text, "button_more"):
        run.change_frame(page=run.frame.page + 1)
        return run.again()
    if run.step.kind is Kind.MULTI and _says(run, text, "button_done"):
        return accepting.picked(run, run.frame.picked)
    if echo.open_(run):
        return _at_echo(run, text)
    if between.taken(run, text) or own_words.taken(run, text):
        return None
    value = danger.answered(run, text) if run.frame.script == DANGER else read(run, text)
    if value is not None:
        _keep_more(run, text)
        return accepting.understood(run, value, text)
    if run.frame.script == DANGER and between.told_beneath_danger(run, text):
        return None
    return _not_clear(run, text)


def _not_clear(run: Run, text: str) -> None:
    """Asked again once; after that her words are kept as they are, and we go on."""
    if run.step.kind is not Kind.PHONE and number.asked(run, text):
        return None
    if run.session.curt >= CURT_BEFORE_OFFER and intents.may_shorten(run):
        return intents.offer_short(run, "short_gentle")
    if run.frame.misses == 0 or not run.step.skippable or not is_question(run.step):
        return _ask_again(run, text)
    if run.frame.picked:  # her ticks are an answer; the words go along
        run.note(text)
        return accepting.picked(run, run.frame.picked)
    run.record(Status.UNCLEAR, (), text)
    run.before("kept_words")
    return run.go_on()


def _says(run: Run, text: str, line: str) -> bool:
    return normal(text) == normal(run.library.line(line).msgid)


def _at_echo(run: Run, text: str) -> None:
    """Asked whether we read her right she may also say it anew: "nee, donderdag"."""
    said = read(run, text)
    value, words = echo.take(run)
    fresh = read(run, text)
    if fresh is not None and (said is None or len(text.split()) > GREETING):
        return accepting.understood(run, fresh, text)
    if said is None:
        return _ask_again(run, text)
    return accepting.echoed(run, said[0], value, words)


def _ask_again(run: Run, text: str) -> None:
    """Not clear: ask once more with the buttons and one short example."""
    _keep_beside(run, text)
    run.change_frame(misses=run.frame.misses + 1)
    explain = run.frame.script != DANGER  # there: the number and the question, nothing beside them
    if explain:
        run.before(_gently(run, text))
    if explain and run.step.example:
        example = Text(run.step.example, f"{run.script.id}/{run.step.id}#example")
        run.before("example", voorbeeld=example)
    run.again()


def _gently(run: Run, text: str) -> str:
    """How to say that a button is still asked; whoever tells something is thanked for it first."""
    if len(text.split()) > SENTENCE:
        return "told_more" if run.step.skippable else "told_more_kept"
    return "unclear" if run.step.skippable else "unclear_kept"


def _keep_beside(run: Run, text: str) -> None:
    """Words that were no answer: more than a greeting is kept for the people.

    While a reminder lies on top any word may be the answer to the question she still saw.
    """
    if run.frame.topic or len(text.split()) > GREETING or any(c.isdecimal() for c in text):
        run.note(text)
        if len(text.split()) <= SENTENCE or run.frame.script == DANGER:
            run.before("noted")


def _keep_more(run: Run, text: str) -> None:
    """A whole sentence at a pause or a menu says more than the button it was read as."""
    buttons = run.on_overlay and run.step.kind in (Kind.CHOICE, Kind.INFO)
    if buttons and len(text.split()) > SENTENCE:
        run.note(text)


def _masked(run: Run) -> None:
    """A BSN or bank number was left out before anything was kept; say why, kindly."""
    run.before("no_numbers")
    run.again()


def _while_resting(run: Run, text: str) -> None:
    """Paused, stopped or done: keep what she wrote and show the way on."""
    if _is_answer(run, text) and (value := read(run, text)):
        return accepting.accept(run, value)
    if number.asked(run, text):
        return None
    run.note(text)
    if asking.busy(run.session):
        run.before("noted")
        run.close_overlays()
        return intents.offer_resume(run)
    run.effects.append(Do("tell_team", {"kind": "message"}))
    run.before("passed_on")
    return run.rest()


def _spoken(run: Run, event: Replied, text: str) -> None:
    """A voice note, photo or file: an answer where words are asked, else kept beside it."""
    words = "" if MASK in text else text
    takes = is_question(run.step) and run.step.skippable and run.session.state == "active"
    if takes and run.step.kind in OWN_WORDS:
        run.record(Status.ANSWERED, (words,) if words else (), words, event.attachments)
        run.before("kept_voice" if event.attachments[0].kind == "voice" else "kept_file")
        return run.go_on()
    run.note(words, event.attachments)
    run.before("kept_voice" if event.attachments[0].kind == "voice" else "kept_file")
    if run.session.state == "done":
        run.effects.append(Do("tell_team", {"kind": "message"}))
    return run.again()
