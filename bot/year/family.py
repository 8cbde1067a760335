"""One invented family: how she answers, tidily or not, and when she comes back.

What she does hangs on her own dice alone, so that the same seed gives the same year in whatever
order families are looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from dialogs.render import Box, Button, Message


class Wish(StrEnum):
    """What she is doing now."""

    INTAKE = "intake"
    CARE = "care"  # the childcare flow
    ANSWER = "answer"  # to what she was sent
    ERASE = "erase"
    STOP = "stop"  # no reminders any more
    REST = "rest"


SEND = "Klopt, versturen"
MENU = "Wat kan er nog"
_CARE, _NOT_NOW, _MENU_ASKS = "Opvang regelen", "Nu niet", "iets regelen?"
_NAMES = ("Samira", "ik heet Fatima", "Noor", "zeg maar Els", "Amira", "joyce")
_DISTRICTS = (
    "crabbehof", "ik woon in wielwijk", "sterrenburg", "de staart", "Dubbeldam", "oud krispijn",
    "reeland", "stadspolders", "binenstad",
)  # fmt: skip
# What stands on her screen → ways in which she answers; [] is a button.
_SAYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"Duurt? (dat )?ongeveer|Ik ben een computer", ("[Beginnen]",)),
    (r"In welke taal", ("[Nederlands]", "nederlands", "ned", "nederlans graag")),
    (r"Zal ik je of u", ("[Zeg maar je]", "je", "maakt niet uit", "zeg maar u")),
    (r"Hoe mag ik (je|u) noemen", _NAMES),
    (r"In welke wijk", _DISTRICTS),
    (r"Hoe vol zit", ("veel te vol", "[Veel te vol]", "vol", "[Gaat wel]", "gaat wel hoor")),
    (r"niet kan wachten", ("niets", "[Niets hiervan]", "nee niks")),
    (r"Op welk nummer", ("0612345678", "06 12 34 56 78", "bel maar op 06-12345678")),
    (r"Welke tijd past", ("[0]", "[0]", "[1]", "de eerste")),
    (r"Wanneer wil (je|u) dat", ("[In de avond]", "[In de ochtend]", "avond")),
    (r"Noem een dag", ("donderdag of vrijdag in de ochtend", "maandag", "liefst smorgens")),
    (r"Welk klein ding wil", ("niets",)),  # small goals are hers: this year has none
    (r"klein ding: .*deze week doen|maanden samen bezig", ("[Nu even niet]",)),
    (r"eerste dag|Wanneer.*opvang", ("[Op een vaste dag]", "[Weet ik nog niet]")),
    (r"[Ww]elke dag|[Oo]p welke datum", ("1 {maand}", "15 {maand}", "maandag over 8 weken")),
)
_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
           "september", "oktober", "november", "december")  # fmt: skip
_NOT = re.compile(
    r"(?i)veilig|wis|terug|aanpassen|bellen|stoppen|pauze|uitleg|meer lezen|niet goed|nu niet"
)
_TALK = "Ja, ik kom"
_YOUNG = ("2 of 3 jaar", "Opvang van mijn kind")  # what fits a wish for childcare


@dataclass(slots=True)
class Family:
    """`number` is her place in the year; times are aware."""

    number: int
    dice: Random
    begins: datetime
    tidy: float  # chance that she goes on at a question
    wants_care: bool
    erases: datetime | None  # when she does, if she does
    stops: datetime | None  # when she wants no reminders any more
    patience: int | None = None  # so many answers, and then nothing any more; None: no end
    wish: Wish = Wish.REST
    next: datetime | None = None  # when she writes again
    told: bool = False  # her intake is done
    asked_care: bool = False
    gone: bool = False
    seen: set[str] = field(default_factory=set)

    @property
    def address(self) -> str:
        """Her chat."""
        return f"f{self.number}"

    def begin(self, now: datetime) -> None:
        """What she sets out to do at this moment."""
        if self.erases and now >= self.erases and self.told:
            self.wish, self.erases = Wish.ERASE, None
        elif self.stops and now >= self.stops and self.told:
            self.wish, self.stops = Wish.STOP, None
        elif not self.told:
            self.wish = Wish.INTAKE
        elif self.wants_care and not self.asked_care:
            self.wish = Wish.CARE
        else:
            self.wish = Wish.ANSWER

    def rest(self, now: datetime, *, again: bool) -> None:
        """She puts her phone down; `again`: she means to go on in a few days."""
        self.wish = Wish.REST
        again = again and self.patience != 0
        self.next = now + timedelta(days=self.dice.randint(1, 6)) if again else None
        ahead = [one for one in (self.erases, self.stops) if one]
        if self.next is None and self.told and ahead:
            self.next = max(min(ahead), now + timedelta(days=1))

    def reached(self, now: datetime) -> None:
        """Something came in: mostly she answers within hours, sometimes not at all."""
        if not self.gone and self.patience != 0 and self.dice.random() < 0.7:
            soon = now + timedelta(hours=self.dice.randint(1, 20))
            self.next = min(self.next or soon, soon)

    def says(self, screen: Message | None, now: datetime) -> dict[str, str] | None:
        """What she sends next; None: nothing for now."""
        sends = self._next(screen, now) if self.patience != 0 else None
        if sends and self.patience:
            self.patience -= 1
        return sends

    def _next(self, screen: Message | None, now: datetime) -> dict[str, str] | None:
        if self.wish is Wish.STOP:
            return self._once("stop", {"kind": "text", "text": "geen herinneringen meer"})
        if self.wish is Wish.ERASE:
            asked = self._once("erase", {"kind": "command", "command": "wissen"})
            return asked or self._once("erase!", {"kind": "text", "text": "ja"})
        if screen is None:
            return {"kind": "start"}
        if self.dice.random() > self.tidy:
            return None
        return self._menu(screen) or self._answer(screen, now)

    def _once(self, what: str, sends: dict[str, str]) -> dict[str, str] | None:
        if what in self.seen:
            return None
        self.seen.add(what)
        return sends

    def _menu(self, screen: Message) -> dict[str, str] | None:
        """She is at rest with the bot: only the wish for childcare begins something new."""
        labels = {button.label: button for button in screen.answers}
        if _MENU_ASKS in screen.text and _NOT_NOW in labels and _CARE not in labels:
            self.wants_care = False  # it does not fit her
            return _press(labels[_NOT_NOW])
        if self.wish is Wish.CARE and _CARE in labels:
            return _press(labels[_CARE])
        if self.wish is Wish.CARE and MENU in labels and self.wants_care:
            return _press(labels[MENU])
        return None

    def _answer(self, screen: Message, now: datetime) -> dict[str, str] | None:
        labels = {button.label: button for button in screen.answers}
        if MENU in labels:
            return None
        if SEND in labels:
            return _press(labels[SEND])
        if _TALK in labels:
            comes = self.dice.random() < 0.9 or "Andere dag" not in labels
            return _press(labels[_TALK if comes else "Andere dag"])
        if self.wants_care and (young := _unticked(screen, _YOUNG)):
            return _press(young)
        for pattern, ways in _SAYS:
            if re.search(pattern, screen.text) and (sends := self._way(ways, screen, now)):
                return sends
        return self._whatever(screen)

    def _way(self, ways: tuple[str, ...], screen: Message, now: datetime) -> dict[str, str] | None:
        way = self.dice.choice(ways)
        if not way.startswith("["):
            month = _MONTHS[(now.month + 1 + self.dice.randint(0, 2)) % 12]
            return {"kind": "text", "text": way.format(maand=month)}
        wanted = way.strip("[]")
        if wanted.isdecimal():
            place = min(int(wanted), len(screen.answers) - 1)
            return _press(screen.answers[place]) if screen.answers else None
        return next((_press(b) for b in screen.answers if b.label == wanted), None)

    def _whatever(self, screen: Message) -> dict[str, str]:
        """Any answer that is not a way out; ticks one box and says ready."""
        free = [box for box in screen.boxes if not box.picked and not _NOT.search(box.label)]
        if screen.boxes and not any(box.picked for box in screen.boxes) and free:
            return {"kind": "press", "press": self.dice.choice(free).press}
        ready = [button for button in screen.answers if button.label == "Klaar"]
        safe = [button for button in screen.answers if not _NOT.search(button.label)]
        if found := ready or safe:
            return _press(self.dice.choice(found))
        return {"kind": "text", "text": self.dice.choice(("weet ik niet", "gaat wel", "mijn zus"))}


def _unticked(screen: Message, labels: tuple[str, ...]) -> Box | None:
    return next((box for box in screen.boxes if box.label in labels and not box.picked), None)


def _press(button: Button | Box) -> dict[str, str]:
    return {"kind": "press", "press": button.press}


def families(seed: int, many: int, begin: datetime, days: int) -> list[Family]:
    """The families of one year, by when they begin."""
    made = []
    for number in range(many):
        dice = Random(f"{seed}:{number}")  # noqa: S311  a year that can be told again
        begins = begin + timedelta(days=dice.randint(0, int(days * 0.7)), hours=dice.randint(9, 22))
        erases = begins + timedelta(days=dice.randint(1, 120)) if dice.random() < 0.08 else None
        stops = begins + timedelta(days=dice.randint(1, 60)) if dice.random() < 0.08 else None
        tidy, care = dice.choice((0.9, 0.97, 1.0)), dice.random() < 0.65
        patience = dice.randint(5, 60) if dice.random() < 0.1 else None
        made.append(Family(number, dice, begins, tidy, care, erases, stops, patience, next=begins))
    return made
