"""Her answers: taps, ticks, typed words, voice notes, and words that are no answer at all."""

from __future__ import annotations

from functools import partial

from dialogs import asking, beside, danger, echo, intents, official, overview
from dialogs.effects import Do
from dialogs.events import Edited, Pressed, Replied
from dialogs.flow import END, is_question
from dialogs.language.guard import MASK
from dialogs.language.normal import normal
from dialogs.language.wishes.formal import read_formal
from dialogs.language.wishes.intents import curt, read_intent
from dialogs.library import DANGER, EVERYWHERE
from dialogs.model import Choice, Intent, Kind, Status, Text
from dialogs.reading import named, read
from dialogs.run import OWN_ANSWERS, Run

ANYTIME = frozenset(  # a button for these works however old it is
    {
        Intent.CALL,
        Intent.STOP,
        Intent.PAUSE,
        Intent.RESUME,
        Intent.ANSWERS,
        Intent.REMINDERS_OFF,
        Intent.NOW,
    }
)
YIELDING = frozenset(  # "bel me maar" where one may choose between calling and a message
    {Intent.CALL, Intent.DECLINE, Intent.UNKNOWN, Intent.PAUSE, Intent.RESUME}
)
OWN_WORDS = (Kind.TEXT, Kind.NAME)  # any words may be an answer
CURT_BEFORE_OFFER = 3
THANK_EVERY = 3
BREAK_AFTER = 5
NEARLY_THERE = 2  # questions left
GREETING = 2  # words without a number; a greeting needs no keeping
HARD = frozenset({"urgent", "money"})  # sections after which a cheerful word would hurt
RESTART_NOW = "restart_now"  # the choice in everywhere/restart


def pressed(run: Run, event: Pressed) -> None:
    """A button or a web form. One that belongs to an older question changes nothing."""
    stale = event.turn != run.session.turn
    if event.intent is not None and (event.intent in ANYTIME or not stale):
        beside.leave(run, event)
        return intents.follow(run, event.intent)
    if stale:
        return _stale(run, event)
    return _tapped(run, event)


def _tapped(run: Run, event: Pressed) -> None:
    """A button of the question on the table."""
    if event.page >= 0:
        run.change_frame(page=event.page)
        return run.update()
    if event.toggle:
        return _toggle(run, event.toggle)
    if event.done:
        return _ready(run, event)
    offered = dict(asking.offered(run.script, run.step, run.session, run.frame))
    if any(choice not in offered for choice in event.choices):
        return run.again()
    if run.step.kind is Kind.MULTI:
        return _picked(run, event.choices)
    return _chosen(run, event)


def _ready(run: Run, event: Pressed) -> None:
    """Ready with picking; with words and no ticks the words are her answer."""
    picked = event.choices or run.frame.picked
    if not picked and event.text.strip():
        return replied(run, Replied(run.at, event.text, event.attachments))
    beside.keep(run, event)
    return _picked(run, picked)


def _stale(run: Run, event: Pressed) -> None:
    """An older button: say so kindly and show where we are. Words beside it are kept."""
    beside.keep(run, event)
    run.before("stale")
    run.resume_beneath()


def _toggle(run: Run, choice_id: str) -> None:
    choice = run.step.choice(choice_id)
    picked = run.frame.picked
    if run.step.kind is not Kind.MULTI or (choice is None and not run.frame.options):
        return run.again()
    if choice_id in picked:
        picked = tuple(p for p in picked if p != choice_id)
    elif choice is not None and choice.alone:
        picked = (choice_id,)
    else:
        picked = (*(p for p in picked if not _alone(run, p)), choice_id)
    run.change_frame(picked=picked[-run.step.most :] if run.step.most else picked)
    return run.update()


def _alone(run: Run, choice_id: str) -> bool:
    choice = run.step.choice(choice_id)
    return choice is not None and choice.alone


def _picked(run: Run, picked: tuple[str, ...], words: str = "") -> None:
    """Ready with picking. Danger never gets lost: "none of these" gives way to anything else."""
    order = [cid for cid, _ in asking.offered(run.script, run.step, run.session, run.frame)]
    chosen = tuple(c for c in order if c in picked)
    some = tuple(c for c in chosen if not _alone(run, c)) or chosen
    if not some:
        run.before("pick_one")
        return run.again()
    if run.step.most and len(some) > run.step.most:
        run.change_frame(picked=some)  # her ticks stay; she takes one away
        run.before("pick_most", meest=str(run.step.most))
        return run.again()
    return _accept(run, some, words)


def _chosen(run: Run, event: Pressed) -> None:
    if not event.choices:
        return replied(run, Replied(run.at, event.text, event.attachments))
    if run.step.kind not in (Kind.CHOICE, Kind.INFO):
        return run.again()
    beside.keep(run, event)
    return _accept(run, event.choices[:1])


def _accept(run: Run, value: tuple[str, ...], words: str = "") -> None:
    """A good answer: keep it and go on, unless the choice means something else."""
    if echo.open_(run):
        return _echoed(run, value[0], *echo.take(run))
    if run.step.options_from == OWN_ANSWERS:
        return _change_answer(run, value[0])
    choice = _telling(run, value)
    if choice is not None and choice.intent is not None:
        return intents.follow(run, choice.intent)
    if is_question(run.step):
        run.record(Status.ANSWERED, value, words)
        _thank(run)
    run.change(skips=0, curt=0)
    if choice is not None:
        return _follow_choice(run, choice)
    return run.go_on()


def _echoed(run: Run, choice_id: str, value: tuple[str, ...], words: str) -> None:
    """ "Ik lees: dinsdag. Klopt dat?": now it is an answer, or it is asked anew."""
    if choice_id != echo.YES:
        return echo.again(run)
    return _keep(run, value, words)


def _telling(run: Run, value: tuple[str, ...]) -> Choice | None:
    """The choice that decides what follows: of several, the one that shows something first."""
    chosen = [c for c in map(run.step.choice, value) if c is not None]
    return next((c for c in chosen if c.overlay), chosen[0] if chosen else None)


def _follow_choice(run: Run, choice: Choice) -> None:
    if choice.form:
        run.change(form=choice.form)
    if choice.depth is not None:
        run.change(depth=choice.depth)
    if run.on_overlay and choice.id == RESTART_NOW:
        run.close_overlays()
        return run.start_over()
    if choice.overlay:
        return _overlay(run, choice)
    if choice.goto and not run.frame.changing:
        run.perform(run.step.do)
        return run.enter(choice.goto)
    return run.go_on()


def _overlay(run: Run, choice: Choice) -> None:
    if choice.goto == "stay":
        run.perform(run.step.do)
    elif choice.goto == "end":
        run.perform(run.step.do)
        run.pop()
    else:
        intents.move_on_quietly(run)
    run.close_overlays()
    run.overlay(choice.overlay)


def _change_answer(run: Run, step_id: str) -> None:
    """She picked one of her questions to answer anew."""
    run.close_overlays()
    subject = overview.subject(run.library, run.session)
    assert subject is not None
    if run.session.frames[-1:] == (subject,):
        back = subject.changing or subject.step
        run.change_frame(changing="" if back == step_id else back, step=step_id)
    else:  # sent already, or something lies on top: open it for this one answer
        run.push(subject.script, step_id, changing=END)
    run.enter(step_id)


def _thank(run: Run) -> None:
    """At most every third answer; after five, say that a break is fine. Not on sad answers."""
    if not run.script.numbered or run.frame.changing or run.step.part_of:
        return
    count = run.session.thanks + 1
    run.change(thanks=count)
    if run.step.section in HARD or intents.questions_left(run) <= NEARLY_THERE:
        return
    if count % BREAK_AFTER == 0:
        run.before("break")
    elif count % BREAK_AFTER == THANK_EVERY:
        run.before("thanks")


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
    if (intent := read_intent(text)) and not _is_answer(run, text, intent):
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
    if run.frame.script == DANGER and danger.sure_yes(run, text):
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
        return _picked(run, run.frame.picked)
    if echo.open_(run):
        return _at_echo(run, text)
    value = danger.answered(run, text) if run.frame.script == DANGER else read(run, text)
    if value is not None:
        return _understood(run, value, text)
    if not _for_beneath(run, text):
        _not_clear(run, text)
    return None


def _not_clear(run: Run, text: str) -> None:
    """Asked again once; after that her words are kept as they are, and we go on."""
    if run.session.curt >= CURT_BEFORE_OFFER and intents.may_shorten(run):
        return intents.offer_short(run, "short_gentle")
    if run.frame.misses == 0 or not run.step.skippable or not is_question(run.step):
        return _ask_again(run, text)
    if run.frame.picked:  # her ticks are an answer; the words go along
        run.note(text)
        return _picked(run, run.frame.picked)
    run.record(Status.UNCLEAR, (), text)
    run.before("kept_words")
    return run.go_on()


def _for_beneath(run: Run, text: str) -> bool:
    """A reminder came between: words that only the question beneath it understands are its answer.

    The reminder stays on the table.
    """
    before, frames = run.session, run.session.frames
    if len(frames) < 2 or not frames[-1].topic:
        return False
    run.change(frames=frames[:-1], asked=None)
    choosy = is_question(run.step) and run.step.kind not in OWN_WORDS
    value = read(run, text) if choosy else None
    if value is None:
        run.session = before
        return False
    run.beneath(partial(_keep, run, value, text))
    run.change(frames=(*run.session.frames, frames[-1]))
    run.again()
    return True


def _says(run: Run, text: str, line: str) -> bool:
    return normal(text) == normal(run.library.line(line).msgid)


def _at_echo(run: Run, text: str) -> None:
    """Asked whether we read her right she may also say it anew: "nee, donderdag"."""
    said = read(run, text)
    value, words = echo.take(run)
    fresh = read(run, text)
    if fresh is not None and (said is None or len(text.split()) > GREETING):
        return _understood(run, fresh, text)
    if said is None:
        return _ask_again(run, text)
    return _echoed(run, said[0], value, words)


def _understood(run: Run, value: tuple[str, ...], text: str) -> None:
    if echo.wanted(run, value, text):
        return echo.ask(run, value, text)
    return _keep(run, value, text)


def _keep(run: Run, value: tuple[str, ...], text: str) -> None:
    if run.step.kind is Kind.MULTI:
        together = tuple(dict.fromkeys((*run.frame.picked, *value)))
        fits = not run.step.most or len(together) <= run.step.most
        return _picked(run, together if fits else value, text)
    return _accept(run, value, text)


def _ask_again(run: Run, text: str) -> None:
    """Not clear: ask once more with the buttons and one short example."""
    _keep_beside(run, text)
    run.change_frame(misses=run.frame.misses + 1)
    explain = run.frame.script != DANGER  # there: the number and the question, nothing beside them
    if explain:
        run.before("unclear" if run.step.skippable else "unclear_kept")
    if explain and run.step.example:
        example = Text(run.step.example, f"{run.script.id}/{run.step.id}#example")
        run.before("example", voorbeeld=example)
    run.again()


def _keep_beside(run: Run, text: str) -> None:
    """Words that were no answer: more than a greeting is kept for the people.

    While a reminder lies on top any word may be the answer to the question she still saw.
    """
    if run.frame.topic or len(text.split()) > GREETING or any(c.isdigit() for c in text):
        run.note(text)
        run.before("noted")


def _masked(run: Run) -> None:
    """A BSN or bank number was left out before anything was kept; say why, kindly."""
    run.before("no_numbers")
    run.again()


def _while_resting(run: Run, text: str) -> None:
    """Paused, stopped or done: keep what she wrote and show the way on."""
    if _is_answer(run, text) and (value := read(run, text)):
        return _accept(run, value)
    run.note(text)
    if any(f.script != EVERYWHERE for f in run.session.frames):
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


def edited(run: Run, event: Edited) -> None:
    """She changed an old message: keep the new words, and say how to change an answer."""
    text = event.text.strip()
    if text and MASK not in text:
        run.note(text)
    run.before("edited")
    run.again()
