"""Cards: asked for by her, one a week, until there is none left or she has had enough.

Asked for again they go on where they stopped: none comes twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.service import wording
from bot.service.plans import planned
from bot.service.work import Work
from casework import plans
from casework import reminders as policy
from casework.cards import LINKS, YEARLY, Tip, cards, following, yearly
from casework.effects import CardNextYear, CardsOff, CardsOn, NextCard
from casework.phones import spoken
from dialogs.language import dates
from dialogs.model import Text
from storage import reminders
from storage.reminders import Cancel, Kept

WEEK = timedelta(days=7)
TOMORROW = timedelta(days=1)  # never on the day that she told everything
CITY_CARD = "town_pass"
IDEAS = "child_participation"  # a parent may add one of hers


def hers(work: Work) -> list[Tip]:
    """The cards there are for her."""
    return cards(work.house.municipality, work.session.answers, work.today)


async def wanted(work: Work) -> bool:
    """Whether she can ask for them: there is one that she did not have, and none is planned."""
    kept = await _kept(work)
    planned_ = any(one.state == "planned" and not one.args.get("yearly") for one in kept)
    return not planned_ and _first(work, kept) is not None


async def on(work: Work, _deed: CardsOn) -> None:
    """The first one tomorrow: on the day that she is told, whatever else she gets."""
    first = _first(work, await _kept(work))
    if first is not None:
        _plan(work, first.id, _from(work, TOMORROW), solicited=True)


def _first(work: Work, kept: Sequence[Kept]) -> Tip | None:
    """The first that she did not have yet."""
    had = {one.args.get("card") for one in kept if one.state == "fired"}
    return next((one for one in hers(work) if one.id not in had), None)


async def _kept(work: Work) -> list[Kept]:
    """Her cards: those that came, and those that are planned."""
    found = await reminders.of_conversation(work.tx, work.conversation.id)
    return [one for one in found if one.kind == policy.CARD]


async def off(work: Work, _deed: CardsOff) -> None:
    """Forget those that are planned."""
    work.writes.cancel(Cancel(work.conversation.id, (policy.CARD,)))


async def after(work: Work, deed: NextCard) -> None:
    """The next one in a week; after one that she gets each year, the same in a year."""
    if (planned_for := _day(deed.yearly)) is not None:
        _each_year(work, deed.after, planned_for)
    elif (found := following(hers(work), deed.after)) is not None:
        _plan(work, found.id, _from(work, WEEK))


async def next_year(work: Work, deed: CardNextYear) -> None:
    """The same one each year, as she asked."""
    if any(one.id == deed.card and one.id in YEARLY for one in hers(work)):
        _each_year(work, deed.card, work.today)


def _each_year(work: Work, card: str, first: date) -> None:
    for day in yearly(first):
        _plan(work, card, day, yearly=day.isoformat())


def _plan(work: Work, card: str, wish: date, *, yearly: str = "", solicited: bool = False) -> None:
    """On this day, or the first one after it on which messages go out."""
    calendar = work.house.calendar
    topic = f"card:{work.conversation.id}"
    row = plans.plan_card(
        calendar.next_day_on(wish),
        calendar,
        key=f"{topic}:{card}" + (f":{wish.year}" if yearly else ""),
        topic=topic,
        args={"card": card, "yearly": yearly},
        lasting=plans.YEARLY_HOLDS if yearly else plans.CARD_HOLDS,
        solicited=solicited,
    )
    work.writes.plan(planned(work.conversation.id, row))


async def first_day(work: Work, _args: Mapping[str, str]) -> dict[str, str]:
    """The day on which the first one comes, as it was planned just now."""
    day = work.house.calendar.next_day_on(_from(work, TOMORROW))
    return {"kaart_dag": dates.day(day, work.today)}


async def card(work: Work, args: Mapping[str, str]) -> dict[str, str]:
    """The card with this id: its words, where more stands, and when that was looked at."""
    found = next((one for one in hers(work) if one.id == args.get("card")), None)
    if found is None:
        return {"kaart": ""}
    plain, form = work.house.wording.plain, work.session.form
    again = _day(args.get("yearly", "")) is not None
    return {
        "kaart": found.text,
        "kaart_naam": found.label,
        "kop_zin": plain(_head(work, found), form),
        "meer_zin": checked(work, found.link, found.checked_on),
        "jaar_zin": plain(wording.EACH_YEAR, form) if again else "",
        "jaarlijks": "ja" if found.id in YEARLY and not again else "nee",
        "idee": "ja" if found.programme == IDEAS else "nee",
    }


def _head(work: Work, tip: Tip) -> Text:
    """What it is about, where a programme has several; a made-up one says so."""
    example = work.house.wording.plain(wording.EXAMPLE, work.session.form)
    about = f"{tip.label} ({example})" if tip.made_up else tip.label
    return wording.TIP if tip.id == tip.programme else wording.TIP_ABOUT.filled(wat=about)


def checked(work: Work, link: str, on: date | None) -> str:
    """Where more stands, and when somebody looked at it; "" for what the file does not name."""
    plain, form = work.house.wording.plain, work.session.form
    said = [plain(wording.MORE.filled(link=link), form)] if link else []
    if on is not None:
        said.append(plain(wording.CHECKED.filled(dag=dates.past(on, work.today)), form))
    return " ".join(said)


async def town_pass(work: Work) -> dict[str, str]:
    """The pass of this town: what it is called, for whom it is, and where more stands."""
    runs = (one for one in work.house.municipality.programmes if one.runs(work.today))
    found = next((one for one in runs if one.id == CITY_CARD), None)
    if found is None:
        return {"pas_loopt": "nee"}
    links = work.house.municipality.links
    where = next((one for one in links if one.id == LINKS[CITY_CARD]), None)
    text = wording.ASK_THERE.filled(link=where.url, nr=spoken(where.phone)) if where else None
    said = work.house.wording.plain(text, work.session.form) if text else ""
    about = {"pas": found.label, "pas_uitleg": found.card, "pas_waar": said}
    return {"pas_loopt": "ja", **about}


def ideas_welcome(work: Work) -> bool:
    """Whether this town gathers ideas: a parent may leave one."""
    today = work.today
    return any(one.id == IDEAS and one.runs(today) for one in work.house.municipality.programmes)


def _from(work: Work, later: timedelta) -> date:
    return work.today + later


def _day(text: str) -> date | None:
    """The day that is written here; None for anything else, as in what was planned long ago."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
