"""The forms one sends. Each ends in a 303 to a page, and sending one twice counts once."""

from __future__ import annotations

from datetime import timedelta

from starlette.responses import Response

from bot.desk import offer, told
from bot.desk.gate import Call
from bot.desk.offer import Rules
from bot.desk.views import show_offer
from bot.desk.web import see
from bot.service.tandem import BadOffer


async def claim(call: Call) -> Response:
    """Take the handoff up; the colleague who was second sees who was first."""
    who = await call.desk.deeds.claim(call.handoff.id, call.me)
    return _back(call, "opgepakt" if who == call.me else "bezet")


async def offer_times(call: Call) -> Response:
    """Offer up to three times, or show the form again with what is not right yet."""
    form = offer.read(call.fields)
    if "tonen" in call.fields:  # after logging in again: she looks before she sends
        return await show_offer(call, form)
    owners = (call.handoff.neighbourhood_worker, call.handoff.consultant)
    person = form.person if form.person in owners else call.me
    since, until = call.now - timedelta(days=1), call.now + offer.HORIZON + timedelta(days=1)
    rules = Rules(
        now=call.now,
        calendar=call.desk.calendar,
        owners=owners,
        booked=await call.desk.book.booked(person, since, until),
        offered=await call.desk.book.offered(person, call.handoff.id),
        say=call.desk.pages.say,
    )
    checked, proposals = offer.check(form, rules)
    if checked.errors:
        return await show_offer(call, checked, status=422)
    try:
        await call.desk.deeds.offer(call.handoff.id, form.person, proposals, form.once)
    except BadOffer as refusal:  # a parent chose between our look and now
        again = offer.refused(form, str(refusal), call.desk.pages.say)
        return await show_offer(call, again, status=409)
    return _back(call, "aangeboden")


async def withdraw(call: Call) -> Response:
    """Take the open times back."""
    await call.desk.deeds.withdraw(call.handoff.id, call.me)
    return _back(call, "ingetrokken")


async def held(call: Call) -> Response:
    """The talk took place."""
    done = await call.desk.deeds.held(call.handoff.id, call.number, call.me)
    return _back(call, "gesproken" if done else "was-al")


async def missed(call: Call) -> Response:
    """They missed each other; she gets a message to choose again."""
    done = await call.desk.deeds.missed(call.handoff.id, call.number, call.me)
    return _back(call, "gemist" if done else "was-al")


async def not_held(call: Call) -> Response:
    """It was noted as held by mistake: they missed each other."""
    return await _correct(call, "held", "toch-gemist")


async def not_missed(call: Call) -> Response:
    """It was noted as missed by mistake: they did talk."""
    return await _correct(call, "missed", "toch-gesproken")


async def _correct(call: Call, was: str, said: str) -> Response:
    done = await call.desk.deeds.correct(call.handoff.id, call.number, call.me, was)
    return _back(call, said if done else "was-al")


async def cancel(call: Call) -> Response:
    """We cannot come; she gets a message and chooses again."""
    done = await call.desk.deeds.cancel(call.handoff.id, call.number, call.me)
    return _back(call, "afgezegd" if done else "was-al")


async def task_done(call: Call) -> Response:
    """A task is done."""
    await call.desk.deeds.task_done(call.handoff.id, call.number, call.me)
    return _back(call, "klaar")


async def alert_seen(call: Call) -> Response:
    """An alert of this family was looked at."""
    await call.desk.deeds.alert_seen(call.handoff.id, call.number, call.me)
    return _back(call, "gezien")


async def release(call: Call) -> Response:
    """Her reminders may come again."""
    await call.desk.deeds.release(call.handoff.id, call.me)
    return _back(call, "herinneringen")


async def notice_seen(call: Call) -> Response:
    """A technical notice was looked at; it belongs to no family."""
    await call.desk.deeds.alert_seen(None, call.number, call.me)
    return see("/")


async def nowhere(call: Call) -> Response:
    """No such page."""
    return told.not_here(call.desk, call.visit)


def _back(call: Call, done: str) -> Response:
    return see(f"/overdracht/{call.handoff.id}?na={done}")
