"""The letter with a one-time link. It names no creditor and no amount, inside or out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.service.house import House
from casework.phones import spoken
from dialogs.language import dates
from dialogs.model import Text

_LETTERS = "bcdfghjklmnpqrstvwxz"  # no vowels: no word can come of it
_GROUPS = 4

NAMED = Text("Beste {wie},", "letter")
UNNAMED = Text("Hallo,", "letter")
BODY = (
    Text("Soms is er even te weinig geld. Dat overkomt veel gezinnen. Het ligt niet aan jou.",
         "letter"),
    Text("Misschien is een rekening nog niet betaald. {Team} denkt graag met je mee. Dat is "
         "gratis. Het helpt vaak om er vroeg over te praten.", "letter"),
    Text("Jij kiest. Je mag ja zeggen, later of nee. Ook nee is goed. Dan schrijven we hier niet "
         "meer over.", "letter"),
)  # fmt: skip
HOW = Text("Zo laat je het weten", "letter")
STEPS = (
    Text("Richt de camera van je telefoon op het plaatje hieronder. Of ga naar het adres eronder.",
         "letter"),
    Text("Een computer stelt je hoogstens 4 korte vragen. Dat duurt ongeveer 2 minuten.", "letter"),
    Text("Mensen van {team} lezen wat je antwoordt. Je hoeft geen bedragen te noemen.", "letter"),
)  # fmt: skip
ONCE = Text(
    "Deze code is alleen voor jou. De code werkt één keer. Dat kan tot en met {dag}.", "letter"
)
RATHER_CALL = Text("Praat je liever? Bel {team}: {nr}.", "letter")
BYE = Text("Met vriendelijke groet,", "letter")
FROM = Text("{Team} van {gemeente}", "letter")


@dataclass(frozen=True, slots=True)
class Letter:
    """Ready to print. `link` is what the square says; `name` and `address` are for the window."""

    name: str
    address: str
    day: str
    greeting: str
    body: Sequence[str]
    how: str
    steps: Sequence[str]
    link: str
    once: str
    call: str
    bye: str
    sender: str


def code(hashed: str) -> str:
    """A code of 16 letters, in groups, out of a keyed hash (hex): v-bcdf-ghjk-lmnp-qrst."""
    number, letters = int(hashed, 16), ""
    for _ in range(4 * _GROUPS):
        number, rest = divmod(number, len(_LETTERS))
        letters += _LETTERS[rest]
    return "v-" + "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def written(
    house: House, name: str, address: str, its_code: str, today: date, until: date
) -> Letter:
    """The letter in the town's own form of address."""
    form = house.municipality.form

    def say(text: Text, **facts: str) -> str:
        return house.wording.plain(text.filled(**facts) if facts else text, form)

    return Letter(
        name=name,
        address=address,
        day=dates.day(today, today),
        greeting=say(NAMED, wie=name) if name else say(UNNAMED),
        body=[say(text) for text in BODY],
        how=say(HOW),
        steps=[say(text) for text in STEPS],
        link=f"{house.address}/?code={its_code}",
        once=say(ONCE, dag=dates.day(until, today)),
        call=say(RATHER_CALL, nr=spoken(house.municipality.team_phone)),
        bye=say(BYE),
        sender=say(FROM),
    )
