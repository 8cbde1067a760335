"""Cards: asked for by her, one a week, until there is none left or she has had enough."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.service import wording
from bot.service.plans import planned
from bot.service.work import Work
from casework import plans
from casework import reminders as policy
from casework.cards import cards, following
from casework.effects import CardsOff, CardsOn, NextCard
from casework.programmes import Programme
from dialogs.language import dates
from dialogs.model import Status
from storage.reminders import Cancel

WEEK = timedelta(days=7)
TOMORROW = timedelta(days=1)  # never on the day that she told everything
ASKED = "cards.ask"


def hers(work: Work) -> list[Programme]:
    """The cards there are for her."""
    today = work.house.calendar.wall(work.at).date()
    return cards(work.house.municipality, work.session.answers, today)


def wanted(work: Work) -> bool:
    """Whether she can still ask for them: there are some, and she did not yet."""
    answer = work.session.answers.get(ASKED)
    said = answer is not None and answer.status is Status.ANSWERED and "yes_tips" in answer.value
    return bool(hers(work)) and not said


async def on(work: Work, _deed: CardsOn) -> None:
    """The first one tomorrow."""
    _plan(work, following(hers(work), ""), TOMORROW)


async def off(work: Work, _deed: CardsOff) -> None:
    """Forget the one that is planned."""
    work.writes.cancel(Cancel(work.conversation.id, (policy.CARD,)))


async def after(work: Work, deed: NextCard) -> None:
    """The next one in a week."""
    _plan(work, following(hers(work), deed.after), WEEK)


def _plan(work: Work, card: Programme | None, later: timedelta) -> None:
    if card is None:
        return
    calendar = work.house.calendar
    day = calendar.next_day_on(calendar.wall(work.at).date() + later)
    topic = f"card:{work.conversation.id}"
    row = plans.plan_card(
        day, calendar, key=f"{topic}:{card.id}", topic=topic, args={"card": card.id}
    )
    work.writes.plan(planned(work.conversation.id, row))


async def card(work: Work, args: Mapping[str, str]) -> dict[str, str]:
    """The card with this id: its words, where more stands, and when that was looked at."""
    found = next((one for one in hers(work) if one.id == args.get("card")), None)
    if found is None:
        return {"kaart": ""}
    more = ""
    if found.link and found.checked_on:
        today = work.house.calendar.wall(work.at).date()
        text = wording.MORE.filled(link=found.link, dag=dates.day(found.checked_on, today))
        more = work.house.wording.plain(text, work.session.form)
    return {"kaart": found.card, "kaart_naam": found.label, "meer_zin": more}
