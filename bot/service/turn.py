"""One turn: an inbox row becomes events, the engine's effects become rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.service import (
    alarms,
    arrivals,
    codes,
    effects,
    erasing,
    letters,
    lookups,
    marks,
    media_in,
    unfinished,
)
from bot.service.arranging import tips
from bot.service.arranging import told as arranged
from bot.service.arranging.following import follow_all
from bot.service.plans import KINDS, planned
from bot.service.ports import DESK, PARENTS_TELEGRAM
from bot.service.programmes.arrears.opened import opened
from bot.service.programmes.child_package import yearly
from bot.service.reminders import posted
from bot.service.work import Work
from casework import plans
from casework import reminders as policy
from casework.deeds import deed
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
    WithdrawAnswer,
)
from dialogs.engine import advance
from dialogs.events import Event, LookedUp
from dialogs.library import EVERYWHERE
from dialogs.model import Answer, Session
from dialogs.values import changed
from storage import answers, inbox, reminders, sessions
from storage.reminders import Cancel

MOST_ROUNDS = 12  # look-ups in one turn; more is a script that goes round


class Endless(RuntimeError):
    """A turn asked for look-up after look-up."""


async def take(work: Work) -> None:
    """Take the turn of this row: everything it asks for is in `work.writes` afterwards."""
    if _until_morning(work) or await _nothing_to_say(work):
        return
    before, fresh = work.session, not work.session.frames
    attachment = await media_in.kept(work)
    refused = attachment is None and work.item.media is not None
    if refused:
        work.item = replace(work.item, kind="text" if work.item.text else "start", media=None)
    if fresh and codes.invites(work.item.code):  # others arranged things for her before
        await follow_all(await work.direct(), work.house, work.conversation.family_id, work.at)
    if not refused or work.item.text or fresh:
        begins = await opened(work)
        events = arrivals.events_of(work.item, attachment, fresh=fresh, opened=begins)
        for number, event in enumerate(events, 1):
            await _run(work, event, loud=number == len(events))
    if work.writes.partings:
        _close(work, before)
        erasing.leave(work)
        return
    await _returned(work, before)
    await _hand_over(work)
    _close(work, before)
    _forget_silence(work, before)
    unfinished.replan(work, before)
    _save(work)


async def _nothing_to_say(work: Work) -> bool:
    """What came due is told to her people, or is a tip that is not for her any more."""
    return (
        await unfinished.told(work)
        or await arranged.told(work)
        or await yearly.told(work)
        or await alarms.told(work)
        or await tips.passed_over(work)
    )


def _until_morning(work: Work) -> bool:
    """What the tandem began in the evening or on a Sunday reaches her at a decent hour.

    `now`: somebody decided that she gets it at once.
    """
    calendar = work.house.calendar
    decided = work.row.channel != DESK or "now" in work.item.facts
    if decided or not calendar.quiet(work.at):
        return False
    due = calendar.next_allowed(work.at)
    facts = dict(work.item.facts)
    facts.pop("script")
    work.writes.plan(
        reminders.Planned(
            conversation_id=work.conversation.id,
            key=f"began:{work.row.id}",
            kind=facts.pop("entry"),
            topic=facts.pop("topic", ""),
            wall=calendar.wall(due).isoformat(timespec="minutes"),
            zone=calendar.zone.key,
            due_at=due.timestamp(),
            solicited=True,
            args=facts,
        )
    )
    return True


async def _hand_over(work: Work) -> None:
    """She is here herself in the quiet hours: what waited for the morning reaches her now."""
    if work.held:
        tx = await work.direct()
        await reminders.fired(tx, [row.id for row in work.held], work.at.timestamp())
        await inbox.post_all(tx, [posted(row, work.at) for row in work.held])


def _forget_silence(work: Work, before: Session) -> None:
    """She is not silent: only a question of this very turn may still be watched.

    A double tap changes nothing, and then neither does what is watched.
    """
    watched = any(plan.kind == policy.SILENCE for plan in work.writes.plans.values())
    if work.from_her and not watched and work.session is not before:
        work.writes.cancel(Cancel(work.conversation.id, (policy.SILENCE,)))


async def _returned(work: Work, before: Session) -> None:
    """Stopping ended her reminders; going on with us brings them back."""
    back = before.state == "stopped" and work.session.state == "active" and work.from_her
    if back and work.conversation.reminders == "stopped":
        await effects.remind(work, "on")


async def _run(work: Work, event: Event, *, loud: bool) -> None:
    """Advance until no look-up is left; each round's effects are handled before its look-up."""
    for _ in range(MOST_ROUNDS):
        turn = advance(work.house.library, work.session, event)
        work.session = turn.session
        wanted = turn.effects[-1] if turn.effects else None
        for effect in turn.effects:
            if loud or not isinstance(effect, Say):
                work.house.watch(effect)
                await _apply(work, effect)
        if not isinstance(wanted, Lookup):
            return
        found = await lookups.find(work, wanted)
        event = LookedUp(work.item.at, wanted.name, found.facts, found.options)
    raise Endless(f"{work.session.frames[-1].script}/{work.session.frames[-1].step}")


async def _apply(work: Work, effect: Effect) -> None:
    if isinstance(effect, Do):
        await effects.perform(work, deed(effect.name, effect.args))
    elif isinstance(effect, Interrupt):
        await effects.interrupt(work, effect.intent)
    elif not isinstance(effect, Lookup):
        _COLLECT[type(effect)](work, effect)


def _say(work: Work, say: Say) -> None:
    work.say(say)


def _record(work: Work, effect: RecordAnswer) -> None:
    answer = effect.answer
    work.writes.answers.append(
        answers.AnswerRow(
            key=work.key(),
            family_id=work.conversation.family_id,
            script=answer.script,
            script_version=answer.version,
            step=answer.step,
            status=answer.status.value,
            body=_body(work, answer),
            channel=work.row.channel,
            at=answer.at.timestamp(),
        )
    )


def _body(work: Work, answer: Answer) -> dict[str, object]:
    """The answer as she saw and gave it; sentences as they were on her screen."""
    wording, form = work.house.wording, work.session.form
    return {
        "question": wording.plain(answer.question, form),
        "value": list(answer.value),
        "labels": [wording.plain(label, form) for label in answer.labels],
        "words": answer.words,
        "attachments": [
            {"id": one.id, "kind": one.kind, "seconds": one.seconds} for one in answer.attachments
        ],
    }


def _withdraw(work: Work, effect: WithdrawAnswer) -> None:
    work.writes.answers.append(
        answers.Withdrawn(work.conversation.family_id, effect.script, effect.step)
    )


def _set_timer(work: Work, effect: SetTimer) -> None:
    """One row per kind and conversation: the next question moves it."""
    plan = plans.plan_silence(
        work.at,
        effect.after,
        effect.turn,
        work.house.calendar,
        topic=f"timer:{work.conversation.id}",
    )
    work.writes.plan(planned(work.conversation.id, changed(plan, {"kind": effect.kind})))


def _cancel_timers(work: Work, effect: CancelTimers) -> None:
    kinds = [kind for name in effect.kinds for kind in KINDS.get(name, (name,))]
    work.writes.cancel(Cancel(work.conversation.id, tuple(kinds)))


def _end(work: Work, effect: End) -> None:
    """Nothing to write: what a script's end means is in its deeds."""


_COLLECT: Mapping[type[Effect], Callable[..., None]] = {
    Say: _say,
    RecordAnswer: _record,
    WithdrawAnswer: _withdraw,
    SetTimer: _set_timer,
    CancelTimers: _cancel_timers,
    End: _end,
}


def _close(work: Work, before: Session) -> None:
    """After a tap in Telegram its buttons go, and one line says what she chose."""
    item = work.item
    pressed = item.kind == "press" and item.channel == PARENTS_TELEGRAM and item.remote_message
    if pressed and work.session.turn != before.turn:
        label = marks.chosen(work.house, before, item.press, item.at)
        message = work.house.wording.note(label, before.form) if label else letters.NOTHING
        work.mark(item.remote_message, message)


def _save(work: Work) -> None:
    session, row = work.session, work.row
    frame = next((f for f in reversed(session.frames) if f.script != EVERYWHERE), None)
    frame = frame or (session.frames[-1] if session.frames else None)
    if work.conversation.session is None:
        work.writes.newcomers[work.conversation.id] = work.house.municipality.id
    work.writes.sessions[work.conversation.id] = sessions.SessionRow(
        conversation_id=work.conversation.id,
        family_id=work.conversation.family_id,
        session=work.recall.dump(work.conversation.id, session),
        turn=session.turn,
        state=session.state,
        script=frame.script if frame else "",
        step=frame.step if frame else "",
        last_in_at=work.item.at.timestamp() if work.from_her else None,
        reply_address_id=row.address_id,
    )
