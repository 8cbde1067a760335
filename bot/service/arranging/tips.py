"""Cards: asked for by her, one a week, until there is none left or she has had enough."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.service import wording
from bot.service.plans import planned
from bot.service.work import Work
from casework import plans
from casework import reminders as policy
from casework.cards import YEARLY, cards, following
from casework.effects import CardNextYear, CardsOff, CardsOn, NextCard
from casework.phones import spoken
from casework.programmes import Programme
from dialogs.language import dates
from dialogs.model import Status
from storage.reminders import Cancel

WEEK = timedelta(days=7)
YEAR = timedelta(days=365)
TOMORROW = timedelta(days=1)  # never on the day that she told everything
ASKED = "cards.ask"
PASS, PASS_LINK = "town_pass", "stadspas"  # the programme, and the link where one asks for it
IDEAS = "child_participation"  # a parent may add one of hers


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


async def next_year(work: Work, deed: CardNextYear) -> None:
    """The same one in a year, as she asked."""
    found = next((one for one in hers(work) if one.id == deed.card), None)
    if found is not None and found.id in YEARLY:
        _plan(work, found, YEAR, again=True)


def _plan(work: Work, card: Programme | None, later: timedelta, *, again: bool = False) -> None:
    if card is None:
        return
    calendar = work.house.calendar
    day = calendar.next_day_on(calendar.wall(work.at).date() + later)
    topic = f"card:{work.conversation.id}"
    key = f"{topic}:{card.id}" + (f":{day.year}" if again else "")
    row = plans.plan_card(day, calendar, key=key, topic=topic, args={"card": card.id})
    work.writes.plan(planned(work.conversation.id, row))


async def card(work: Work, args: Mapping[str, str]) -> dict[str, str]:
    """The card with this id: its words, where more stands, and when that was looked at."""
    found = next((one for one in hers(work) if one.id == args.get("card")), None)
    if found is None:
        return {"kaart": ""}
    return {
        "kaart": found.card,
        "kaart_naam": found.label,
        "meer_zin": _more(work, found),
        "jaarlijks": "ja" if found.id in YEARLY else "nee",
        "idee": "ja" if found.id == IDEAS else "nee",
    }


async def town_pass(work: Work) -> dict[str, str]:
    """The pass of this town: what it is called, for whom it is, and where more stands."""
    today = work.house.calendar.wall(work.at).date()
    runs = (one for one in work.house.municipality.programmes if one.runs(today))
    found = next((one for one in runs if one.id == PASS), None)
    if found is None:
        return {"pas_loopt": "nee"}
    links = work.house.municipality.links
    where = next((one for one in links if one.id == PASS_LINK), None)
    text = wording.ASK_THERE.filled(link=where.url, nr=spoken(where.phone)) if where else None
    said = work.house.wording.plain(text, work.session.form) if text else ""
    about = {"pas": found.label, "pas_uitleg": found.card, "pas_waar": said}
    return {"pas_loopt": "ja", **about}


def ideas_welcome(work: Work) -> bool:
    """Whether this town gathers ideas: a parent may leave one."""
    today = work.house.calendar.wall(work.at).date()
    return any(one.id == IDEAS and one.runs(today) for one in work.house.municipality.programmes)


def _more(work: Work, about: Programme) -> str:
    """Where more stands, and when somebody looked at that; "" where the file names no place."""
    if not (about.link and about.checked_on):
        return ""
    today = work.house.calendar.wall(work.at).date()
    text = wording.MORE.filled(link=about.link, dag=dates.day(about.checked_on, today))
    return work.house.wording.plain(text, work.session.form)
