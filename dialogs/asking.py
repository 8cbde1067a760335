"""How a step is put to her: the question, its buttons and the fixed row."""

from __future__ import annotations

from collections.abc import Collection

from dialogs import overview, presses
from dialogs.conditions import holds
from dialogs.effects import Pick, Say, Tap
from dialogs.flow import is_question, progress, values_of
from dialogs.language.contact import spoken
from dialogs.library import (
    DANGER,
    EVERYWHERE,
    Library,
    asked_text,
    choice_text,
    label_text,
)
from dialogs.model import Choice, Frame, Intent, Kind, Option, Script, Session, Step, Text

CONTACT = "intake.contact"  # the number she can safely be called on
PAGE = 5  # answers on one message, domain.md §2
TYPED = frozenset(Kind) - {Kind.INFO, Kind.CHOICE, Kind.MULTI, Kind.LOOKUP, Kind.SAY}
ENTRY = dict.fromkeys(TYPED, "text") | {Kind.NUMBER: "number", Kind.PHONE: "phone"}


def offered(script: Script, step: Step, session: Session, frame: Frame) -> list[tuple[str, Text]]:
    """All choices that hold now, looked-up options first, as (id, label)."""
    values = values_of(session, frame)
    brought = [(o.id, _option_label(o)) for o in frame.options]
    fixed = [c for c in step.choices if holds(c.when, values)]
    return brought + [(c.id, choice_text(script, step, c.id)) for c in fixed]


def _option_label(option: Option) -> Text:
    if option.context:
        return Text(option.label, option.context)
    return Text("{label}", "", (("label", option.label),))


def say(library: Library, session: Session, *, update: bool = False) -> Say:
    """The message for the question on the table."""
    frame = session.frames[-1]
    script = library.script(frame.script, frame.version)
    step = script.step(frame.step)
    answers, picks = _buttons(library, script, step, session, frame)
    return Say(
        texts=(*session.pending, *_question(library, script, step, session, frame)),
        turn=session.turn,
        answers=answers,
        picks=picks,
        menu=_menu(library, script, step, session.turn, answers),
        entry=ENTRY.get(step.kind, "none"),
        update=update,
    )


def _question(
    library: Library, script: Script, step: Step, session: Session, frame: Frame
) -> tuple[Text, ...]:
    texts: list[Text] = []
    if (where := progress(script, session, frame)) and not step.part_of:
        texts.append(library.line("progress").filled(n=str(where[0]), totaal=str(where[1])))
    question = asked_text(script, step, more=frame.misses > 0)
    texts.append(filled(library, question, session, frame))
    if step.overview:
        only = script.id if script.numbered else ""  # at its end she checks what she just told
        texts.append(overview.told(library, session, only))
    return tuple(texts)


def busy(session: Session) -> bool:
    """Whether a script is under way: more than what holds everywhere lies on the table."""
    return any(frame.script != EVERYWHERE for frame in session.frames)


def beneath(session: Session) -> Frame:
    """The frame of the script she is really in, under a menu or a pause."""
    real = [f for f in session.frames if f.script != EVERYWHERE]
    return real[-1] if real else session.frames[-1]


def filled(library: Library, text: Text, session: Session, frame: Frame) -> Text:
    """A sentence with the facts of this frame and her name filled in."""
    params: dict[str, str | Text] = dict(frame.facts)
    params |= greeting(library, session)
    if "{over}" in text.msgid:
        params["over"] = _standing(library, session)
    return Text(text.msgid, text.context, (*params.items(), *text.params))


def _standing(library: Library, session: Session) -> Text:
    """The question that stood open when something came in between, by its short name if any."""
    frames = [f for f in session.frames if f.script != EVERYWHERE]
    came = len(frames) > 1 and session.frames[-2].topic
    frame = frames[-2] if came else frames[-1]
    script = library.script(frame.script, frame.version)
    step = script.step(frame.step)
    if not step.label:
        return library.line("question_before")
    return library.line("question_about").filled(over=label_text(script, step))


def greeting(library: Library, session: Session) -> dict[str, str | Text]:
    """{hoi}, {roepnaam} and {nummer}: "Hoi Samira", or just "Hoi" when she gave no name."""
    answer = next((a for k, a in session.answers.items() if k.endswith(".call_name")), None)
    name = answer.value[0] if answer and answer.value else ""
    hello = library.line("hello_name").filled(roepnaam=name) if name else library.line("hello")
    contact = session.answers.get(CONTACT)
    number = spoken(contact.value[0]) if contact and contact.value else ""
    return {"hoi": hello, "roepnaam": name, "nummer": number}


def _buttons(
    library: Library, script: Script, step: Step, session: Session, frame: Frame
) -> tuple[tuple[Tap, ...], tuple[Pick, ...]]:
    choices = [one for one in offered(script, step, session, frame) if not _typed(step, one[0])]
    turn = session.turn
    if step.kind is Kind.MULTI:
        return _boxes(library, step, choices, frame.picked, turn)
    stays = {choice.id for choice in step.choices if choice.stays}
    choices, more = page_of(choices, frame.page, stays)
    taps = [Tap(label, _press(turn, step.choice(cid), cid)) for cid, label in choices]
    if more is not None:
        taps.append(Tap(library.line("button_more"), presses.page(turn, more)))
    return tuple(taps), ()


def _boxes(
    library: Library,
    step: Step,
    choices: list[tuple[str, Text]],
    picked: tuple[str, ...],
    turn: int,
) -> tuple[tuple[Tap, ...], tuple[Pick, ...]]:
    """Boxes to tick, all at once; "none of these" is an answer of its own, one tap."""
    alone = {c.id for c in step.choices if c.alone}
    taps = [Tap(label, presses.choose(turn, cid)) for cid, label in choices if cid in alone]
    done = Tap(library.line("button_done"), presses.done(turn))
    boxes = tuple(
        Pick(label, cid, presses.toggle(turn, cid), cid in picked)
        for cid, label in choices
        if cid not in alone
    )
    return (done, *taps), boxes


def _press(turn: int, choice: Choice | None, cid: str) -> str:
    if choice and choice.intent:
        return presses.intend(turn, choice.intent)
    return presses.choose(turn, cid)


def _typed(step: Step, choice_id: str) -> bool:
    """Whether there is no button for this choice."""
    choice = step.choice(choice_id)
    return choice is not None and choice.typed


def page_of(
    choices: list[tuple[str, Text]], page: int, stays: Collection[str] = ()
) -> tuple[list[tuple[str, Text]], int | None]:
    """At most five at a time; beyond that four, and the number of the next page (it goes round).

    What `stays` is the last of the four on every page.
    """
    if len(choices) <= PAGE:
        return choices, None
    always = [one for one in choices if one[0] in stays]
    turning = [one for one in choices if one[0] not in stays]
    size = PAGE - 1 - len(always)
    pages = -(-len(turning) // size)
    page %= pages
    return turning[page * size : (page + 1) * size] + always, (page + 1) % pages


def calling(script: Script, step: Step) -> bool:
    """Whether this belongs to "ik wil bellen": then that button is not shown beside it again."""
    return script.id == EVERYWHERE and step.id.startswith("call")


def _menu(
    library: Library, script: Script, step: Step, turn: int, answers: Collection[Tap]
) -> tuple[tuple[Tap, ...], ...]:
    def tap(name: str, intent: Intent) -> Tap:
        return Tap(library.line(f"button_{name}"), presses.intend(turn, intent))

    shown = {answer.press for answer in answers}  # what she does not see now is not offered
    offered_already = calling(script, step) or presses.intend(turn, Intent.CALL) in shown
    call = () if offered_already else (tap("call", Intent.CALL),)
    now = (tap("now", Intent.NOW),)
    if script.id == DANGER:
        return (call,) if call else ()
    if script.id == EVERYWHERE:
        back = () if step.choices or step.options_from else (tap("back", Intent.BACK),)
        return tuple(filter(None, ((*call, *back), now)))
    skip = (tap("skip", Intent.SKIP),) if step.skippable and is_question(step) else ()
    first = (*skip, tap("pause", Intent.PAUSE), *call)
    return (first, (tap("back", Intent.BACK), tap("menu", Intent.MENU)), now)
