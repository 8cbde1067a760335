"""The list: what needs the tandem today, in the order in which it does; both see the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from bot.desk import urgency
from bot.desk.book import Card
from bot.desk.gate import Call
from bot.desk.views import shared
from bot.desk.words import N_, REASONS

ALL, MINE, WAITING, CLOSED = "", "mij", "wacht", "klaar"
FILTERS: Mapping[str, str] = {  # `?toon=`, and what the link says
    ALL: N_("Van ons allebei"),
    MINE: N_("Van mij"),
    WAITING: N_("Wacht op de ouder"),
    CLOSED: N_("Afgerond"),
}
Test = Callable[[Card, datetime], bool]


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the list with its cards."""

    id: str
    title: str
    cards: tuple[Card, ...]


def _danger(card: Card, _now: datetime) -> bool:
    return urgency.in_danger(card)


def _urgent(card: Card, _now: datetime) -> bool:
    return urgency.cannot_wait(card.head, card.tasks)


def _broken(card: Card, now: datetime) -> bool:
    due = urgency.deadline(card.head, card.tasks)
    return (card.vow is not None and card.vow.broken) or (due is not None and due < now)


def _trouble(card: Card, _now: datetime) -> bool:
    return bool(card.alerts)


def _new(card: Card, _now: datetime) -> bool:
    return card.head.state == "new"


def to_note(card: Card, now: datetime) -> bool:
    """Whether a talk began of which nobody noted yet how it went."""
    return card.next_talk is not None and card.next_talk <= now


def waits(card: Card, now: datetime) -> bool:
    """Whether it is the parent's turn: times lie ready or a talk is planned; we owe nothing."""
    owes = card.tasks or card.alerts or card.vow or card.undelivered or to_note(card, now)
    asked = card.next_talk is not None or card.offered > 0
    return card.head.state == "claimed" and not owes and asked


GROUPS: tuple[tuple[str, str, Test], ...] = (  # a card stands under the first that fits
    ("danger", N_("Mogelijk gevaar"), _danger),
    ("urgent", REASONS["urgent"], _urgent),
    ("broken", N_("Te laat"), _broken),
    ("trouble", N_("Er ging iets mis"), _trouble),
    ("new", N_("Nieuw"), _new),
    ("talked", N_("Gesprek geweest"), to_note),
    ("waiting", N_("Wacht op de ouder"), waits),
)
CLAIMED = ("claimed", N_("Opgepakt"))
BEFORE_WAITING = -1  # where that group stands


def groups(cards: Iterable[Card], now: datetime) -> list[Group]:
    """The cards under their headings, in order; within one, what is due first comes first."""
    found: dict[str, list[Card]] = {name: [] for name in (*(g[0] for g in GROUPS), CLAIMED[0])}
    for card in cards:
        fits = (name for name, _, test in GROUPS if test(card, now))
        found[next(fits, CLAIMED[0])].append(card)
    titles = [(name, title) for name, title, _ in GROUPS]
    titles.insert(BEFORE_WAITING, CLAIMED)
    return [
        Group(name, title, tuple(sorted(found[name], key=urgency.by_deadline)))
        for name, title in titles
        if found[name]
    ]


def chosen(cards: Iterable[Card], which: str, person: str, now: datetime) -> list[Card]:
    """The cards that this filter leaves."""
    if which == MINE:
        return [card for card in cards if card.head.claimed_by == person]
    if which == WAITING:
        return [card for card in cards if waits(card, now)]
    return list(cards)


async def work_list(call: Call) -> Response:
    """What needs this tandem: danger, broken promises, what is new, what was taken up."""
    return await _page(call, "list.html")


async def part(call: Call) -> Response:
    """The list alone, for the page's own script when something changed."""
    return await _page(call, "cards.html")


async def _page(call: Call, template: str) -> Response:
    which = call.request.query_params.get("toon", ALL)
    which = which if which in FILTERS else ALL
    book = call.desk.book
    # First the stamp: what changes between the two is shown twice rather than never.
    stamp = await book.stamp(call.me)
    inbox = await book.inbox(call.me, closed=which == CLOSED)
    cards = chosen(inbox.cards, which, call.me, call.now)
    closed = Group("closed", FILTERS[CLOSED], tuple(sorted(cards, key=_newest)))
    shown = [closed] if which == CLOSED and cards else groups(cards, call.now)
    return call.desk.pages.show(
        template,
        inbox=inbox,
        groups=shown,
        which=which,
        filters=FILTERS,
        stamp=stamp,
        to_note=to_note,
        **shared(call),
    )


def _newest(card: Card) -> float:
    return -card.head.created_at.timestamp()
