"""A letter on paper with a one-time link into the chat. It says nothing that a window may show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.service.house import House
from casework.phones import spoken
from dialogs.language import dates
from dialogs.model import Text

NAMED = Text("Beste {wie},", "letter")
UNNAMED = Text("Hallo,", "letter")
HOW = Text("Zo laat je het weten", "letter")
TELEGRAM = Text("Heb je Telegram? Dan werkt het tweede plaatje ook.", "letter")
ONCE = Text(
    "Deze code is alleen voor jou. De code werkt één keer. Dat kan tot en met {dag}.", "letter"
)
RATHER_CALL = Text("Praat je liever? Bel {team}: {nr}.", "letter")
BYE = Text("Met vriendelijke groet,", "letter")
FROM = Text("{Team} van {gemeente}", "letter")


@dataclass(frozen=True, slots=True)
class Words:
    """What one kind of letter says: its body, and how to answer."""

    body: Sequence[Text]
    steps: Sequence[Text]


@dataclass(frozen=True, slots=True)
class Way:
    """One way in: "web" or "telegram", and what its square says."""

    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Letter:
    """Ready to print. `name` and `address` are for the window; the first way always works."""

    name: str
    address: str
    day: str
    greeting: str
    body: Sequence[str]
    how: str
    steps: Sequence[str]
    ways: Sequence[Way]
    once: str
    call: str
    bye: str
    sender: str

    @property
    def link(self) -> str:
        """The way that always works."""
        return self.ways[0].link


def written(
    house: House, words: Words, code: str, until: date, *,
    name: str = "", address: str = "", **facts: str,
) -> Letter:  # fmt: skip
    """The letter in the town's own form of address, with this code for every way in."""
    form, today = house.municipality.form, house.today()

    def say(text: Text, **more: str) -> str:
        given = facts | more
        return house.wording.plain(text.filled(**given) if given else text, form)

    ways = ways_in(house, code)
    return Letter(
        name=name,
        address=address,
        day=dates.day(today, today),
        greeting=say(NAMED, wie=name) if name else say(UNNAMED),
        body=[say(text) for text in words.body],
        how=say(HOW),
        steps=[*map(say, words.steps), *([say(TELEGRAM)] if len(ways) > 1 else [])],
        ways=ways,
        once=say(ONCE, dag=dates.day(until, today)),
        call=say(RATHER_CALL, nr=spoken(house.municipality.team_phone)),
        bye=say(BYE),
        sender=say(FROM),
    )


def ways_in(house: House, code: str) -> list[Way]:
    """The web chat, and the parents' bot once Telegram told its name."""
    found = [Way("web", f"{house.address}/?code={code}")]
    if house.doors.telegram:
        found.append(Way("telegram", f"https://t.me/{house.doors.telegram}?start={code}"))
    return found
