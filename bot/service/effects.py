"""One handler for each deed a script may ask for: rows in the open transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.service import alarms, booking, erasing, handoffs
from bot.service.arranging import deeds, tips
from bot.service.handoffs import Reason
from bot.service.plans import PAUSED, UNFINISHED_KINDS, planned
from bot.service.programmes.arrears import debts
from bot.service.programmes.arrears import deeds as arrears
from bot.service.programmes.baby import asking as baby
from bot.service.programmes.child_package import asking as child_package
from bot.service.programmes.coaching import deeds as coaching
from bot.service.programmes.ideas import leaving as ideas
from bot.service.returning import come_back
from bot.service.work import Work
from casework import plans
from casework.effects import (
    AddChildcarePlan,
    Again,
    AlarmTier,
    AnswerArrears,
    AskBabyPackage,
    AskChildPackage,
    AskChildPackageAgain,
    BookAppointment,
    CancelAppointment,
    CardNextYear,
    CardsOff,
    CardsOn,
    ChildcareStepAsked,
    ChildcareStepDone,
    ChildcareStepHelp,
    ChildcareStepLater,
    ConfirmAppointment,
    Deed,
    EraseEverything,
    GoalTold,
    LeaveIdea,
    NextCard,
    PauseUntil,
    RaiseAlarm,
    RebookMissed,
    RemindersOn,
    RequestCall,
    RequestOtherTime,
    SendHandoff,
    SetDayBefore,
    SetGoal,
    SignIdea,
    StopReminders,
    TellTeam,
)
from dialogs.model import Intent
from storage import sessions, tasks
from storage.handoffs import Handoff
from storage.reminders import Cancel

Handler = Callable[[Work, Any], Awaitable[None]]


async def perform(work: Work, deed: Deed) -> None:
    """Do it. Raises KeyError for a deed without a handler, which start-up rules out."""
    await HANDLERS[type(deed)](work, deed)


async def interrupt(work: Work, intent: Intent) -> None:
    """What the service does besides the engine when she says stop."""
    if intent is Intent.STOP:
        if work.conversation.reminders == "on":
            await remind(work, "stopped")
    elif intent is Intent.REMINDERS_OFF:
        await remind(work, "off")
    elif intent is Intent.REMINDERS_ON:
        await remind(work, "on")


async def remind(work: Work, value: str) -> None:
    """Reminders on, off, or off until she comes back (`stopped`).

    On: what did not go out meanwhile comes after all.
    """
    await sessions.set_reminders(await work.direct(), work.conversation.id, value)
    work.conversation = replace(work.conversation, reminders=value)
    if value == "on":
        talk = work.conversation
        await come_back(await work.direct(), work.house, talk.family_id, talk.id, work.at)
    else:
        work.writes.cancel(Cancel(work.conversation.id, (*UNFINISHED_KINDS, PAUSED)))


async def _bring(
    work: Work, reason: str, district: str = "", *, checked: bool = False,
    promised_by: datetime | None = None, news: bool = True,
) -> Handoff:  # fmt: skip
    found = Reason(
        work.conversation.family_id,
        reason,
        work.key(),
        district or _district(work),
        checked,
        promised_by,
        news,
    )
    return await handoffs.bring(await work.direct(), work.house, found, work.at)


def _district(work: Work) -> str:
    """Where she lives, if she said so: an id of the municipality's file."""
    known = {one.id for one in work.house.municipality.districts}
    said = (a.value for k, a in work.session.answers.items() if k.endswith(".district"))
    return next((value[0] for value in said if value and value[0] in known), "")


async def _task(
    work: Work, handoff: Handoff, kind: str, words: str = "", due: datetime | None = None
) -> None:
    tx = await work.direct()
    await handoffs.add_task(tx, handoff, kind, f"task:{work.key()}", work.at, words=words, due=due)


def _soon(work: Work) -> datetime:
    """Before when a person contacts her, as the town promises."""
    return work.house.calendar.promised_by(work.at, work.house.municipality.promise)


async def _send_handoff(work: Work, deed: SendHandoff) -> None:
    known = {one.id for one in work.house.municipality.districts}
    district = deed.district if deed.district in known else ""
    brought = await _bring(
        work, handoffs.INTAKE, district, checked=deed.checked, promised_by=_soon(work)
    )
    await debts.told(work, brought)
    work.writes.cancel(Cancel(work.conversation.id, (*UNFINISHED_KINDS, PAUSED)))


async def _request_call(work: Work, deed: RequestCall) -> None:
    calendar = work.house.calendar
    by = calendar.promised_by(work.at, work.house.municipality.promise, call=True)
    due = calendar.utc(deed.moment) if deed.moment else by
    handoff = await _bring(work, "call", deed.district, promised_by=by)
    await _task(work, handoff, tasks.CALL_BACK, deed.words, due)


async def _request_other_time(work: Work, deed: RequestOtherTime) -> None:
    handoff = await _bring(work, "call", promised_by=_soon(work))
    await _task(work, handoff, "other_time", deed.words)


async def _tell_team(work: Work, deed: TellTeam) -> None:
    reason = "urgent" if deed.kind == "urgent" else "message"
    promised = _soon(work) if deed.promised else None
    handoff = await _bring(work, reason, promised_by=promised)
    due = work.house.calendar.closing(work.at) if deed.kind == "urgent" else promised
    await _task(work, handoff, deed.kind[:24], deed.words, due)


async def _raise_alarm(work: Work, deed: RaiseAlarm) -> None:
    news = deed.tier is not AlarmTier.NOW  # then the alarm itself is the news
    await alarms.raise_alarm(work, deed, await _bring(work, "urgent", news=news))


async def _book(work: Work, deed: BookAppointment) -> None:
    await booking.book(work, deed.slot)


async def _confirm(work: Work, deed: ConfirmAppointment) -> None:
    await booking.confirm(work, deed.appointment)


async def _cancel(work: Work, deed: CancelAppointment) -> None:
    if await booking.cancel(work, deed.appointment):
        handoff = await _bring(work, "call")
        await _task(work, handoff, "cancelled")


async def _rebook(work: Work, deed: RebookMissed) -> None:
    hears = None if deed.how is Again.NEW_DAY else _soon(work)  # else she chooses a time herself
    handoff = await _bring(work, "call", promised_by=hears)
    kind = tasks.CALL_BACK if deed.how is Again.CALL else "missed"
    words = _HOW.get(deed.how, "")
    await _task(work, handoff, kind, words)


_HOW = {Again.HOME: "Bij mij thuis", Again.NEW_DAY: "Nieuwe dag"}  # as on her button


async def _pause_until(work: Work, deed: PauseUntil) -> None:
    calendar = work.house.calendar
    work.writes.cancel(Cancel(work.conversation.id, (PAUSED, *UNFINISHED_KINDS)))
    topic = f"pause:{work.conversation.id}:{work.row.id}"
    plan = plans.plan_pause(deed.moment, calendar, topic=topic)
    work.writes.plan(planned(work.conversation.id, plan))


async def _set_day_before(work: Work, deed: SetDayBefore) -> None:
    await sessions.set_day_before(await work.direct(), work.conversation.id, deed.part.value)
    work.conversation = replace(work.conversation, day_before=deed.part.value)
    await booking.replan(work)


async def _stop_reminders(work: Work, _deed: StopReminders) -> None:
    await remind(work, "off")


async def _reminders_on(work: Work, _deed: RemindersOn) -> None:
    await remind(work, "on")


HANDLERS: Mapping[type[Any], Handler] = {
    SendHandoff: _send_handoff,
    RequestCall: _request_call,
    RequestOtherTime: _request_other_time,
    BookAppointment: _book,
    ConfirmAppointment: _confirm,
    CancelAppointment: _cancel,
    RebookMissed: _rebook,
    PauseUntil: _pause_until,
    SetDayBefore: _set_day_before,
    TellTeam: _tell_team,
    RaiseAlarm: _raise_alarm,
    StopReminders: _stop_reminders,
    RemindersOn: _reminders_on,
    EraseEverything: erasing.erase,
    AddChildcarePlan: deeds.add,
    ChildcareStepAsked: deeds.step_asked,
    ChildcareStepDone: deeds.step_done,
    ChildcareStepLater: deeds.step_later,
    ChildcareStepHelp: deeds.step_help,
    AskBabyPackage: baby.ask,
    AskChildPackage: child_package.wished,
    AskChildPackageAgain: child_package.once_more,
    CardsOn: tips.on,
    CardsOff: tips.off,
    NextCard: tips.after,
    CardNextYear: tips.next_year,
    SetGoal: coaching.set_goal,
    GoalTold: coaching.told,
    AnswerArrears: arrears.answer,
    LeaveIdea: ideas.leave,
    SignIdea: ideas.sign,
}
