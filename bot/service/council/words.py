"""What the codes of the council's letter are called in Dutch, for who does not know the bot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework import tallies
from casework.council import CONTACT, FAMILIES, TALKS, Block
from casework.days import Span
from casework.kin import Figure, Shown
from casework.municipality import Municipality
from casework.requests import SMALL_GOAL
from casework.tallies import CHILDCARE
from dialogs.language.dates import MONTHS

FEW, WITHHELD = "<5", "niet getoond"
BLOCKS: Mapping[str, str] = {
    FAMILIES: "Gezinnen",
    CONTACT: "Wachten op een mens",
    TALKS: "Gesprekken",
    CHILDCARE: "Opvang",
    SMALL_GOAL: "Kleine stap van de week",
}
LABELS: Mapping[str, str] = {
    tallies.SIGNED_UP: "Begonnen een gesprek met Stapje",
    tallies.INTAKE: "Maakten de intake af",
    tallies.HANDED_OVER: "Kregen twee vaste mensen",
    tallies.CLOSED: "Hulp afgesloten",
    tallies.REOPENED: "Kwamen daarna terug",
    tallies.ERASED: "Hebben zelf hun gegevens gewist",
    tallies.EXPIRED: "Gegevens gewist na de bewaartermijn",
    tallies.TALK_PLANNED: "Gesprekken afgesproken",
    tallies.TALK_HELD: "Gesprekken gehouden",
    tallies.TALK_MISSED: "Gesprekken gemist",
    tallies.TALK_CANCELLED: "Gesprekken afgezegd",
    tallies.CHILDCARE_ASKED: "Vroegen om opvang",
    tallies.given(CHILDCARE): "Plekken gegeven",
    tallies.CHILDCARE_WAITING: "Wachten op een plek, op de laatste dag",
    tallies.ended(CHILDCARE): "Plekken eerder gestopt",
}
STATES: Mapping[str, str] = {  # as in casework.requests
    "asked": "aangevraagd",
    "visit": "gesprek of huisbezoek",
    "sent": "gestuurd naar het fonds",
    "refused": "het fonds zei nee",
    "arranged": "geregeld",
    "not_found": "lukte niet",
    "referred": "aangemeld door een verwijzer",
    "granted": "toegekend",
    "posted": "verstuurd",
    "declined": "ging niet door",
    "done": "afgerond",
    "signal": "signaal ontvangen",
    "invited": "uitgenodigd",
    "wants": "wil een gesprek",
    "later": "wil later een gesprek",
    "reached": "gesproken",
    "closed": "afgesloten",
    "withdrawn": "niet meer nodig",
    "new": "achtergelaten",
    "read": "gelezen",
    "answered": "beantwoord",
}
STATES_OF: Mapping[str, Mapping[str, str]] = {  # where a state is called otherwise
    "early_arrears": {"declined": "wil geen contact"},
    "single_parents": {"started": "begonnen", "ended": "klaar", "withdrawn": "toch niet"},
    SMALL_GOAL: {
        "set": "gekozen",
        "succeeded": "gelukt",
        "partly": "een beetje gelukt",
        "not_yet": "nog niet gelukt",
        "other": "iets anders gedaan",
        "changed": "een andere stap gekozen",
    },
}
KINDS: Mapping[str, str] = {  # of a request: a wish, a phase, what was not paid
    "sport": "Sport",
    "music": "Muziek, dans of kunst",
    "school": "School, fiets of laptop",
    "other": "Iets anders",
    "baby": "Baby",
    "toddler": "Peuter",
    "rent": "Huur",
    "health": "Zorgverzekering",
    "water": "Water",
    "energy": "Stroom of gas",
}
RULE = (
    "Aantallen van 1 tot en met 4 staan er als “<5”. “Niet getoond” staat er waar een aantal "
    "een klein aantal zou verraden, ook naast een andere brief. Daarom hebben grafieken soms "
    "bredere balken, en zijn losse maanden er niet altijd."
)
SHARE = "Ging door van wat was afgesproken"
HOURS_RULE = "Geteld in uren dat het team open is, vanaf de belofte tot het eerste contact."


def block(town: Municipality, name: str) -> str:
    """The heading of a block."""
    return BLOCKS.get(name) or programme(town, name)


def programme(town: Municipality, name: str) -> str:
    """A programme, as the municipality calls it."""
    found = town.offers(name)
    return (found.label if found else "") or _plain(name)


def label(what: str) -> str:
    """What was counted."""
    if what.startswith(f"{tallies.CONTACT}/"):
        return _hours(what.partition("/")[2])
    if what in LABELS:
        return LABELS[what]
    asked_of, kind, state = what.split("/")
    said = STATES_OF.get(asked_of, {}).get(state) or STATES.get(state, _plain(state))
    return f"{KINDS.get(kind, _plain(kind))}: {said}" if kind else said.capitalize()


def value(figure: Figure) -> str:
    """The count as it stands in a table."""
    if figure.shown is Shown.EXACT:
        return str(figure.number)
    return FEW if figure.shown is Shown.FEW else WITHHELD


def shares(block: Block) -> str:
    """ "Ging door van wat was afgesproken: 74% in jan–jun 2026, 83% in jul–dec 2026"; or ""."""
    each = ", ".join(f"{one.percent}% in {short(one.span)}" for one in block.shares)
    return each and f"{SHARE}: {each}"


def period(span: Span) -> str:
    """ "1 juli 2026 tot en met 31 december 2026"."""
    return f"{_day(span.first)} tot en met {_day(span.last)}"


def short(span: Span) -> str:
    """A bar of a chart: "jul 2026", or "jul–sep 2026"."""
    first, last = _month(span.first), _month(span.last)
    if span.first.year != span.last.year:
        return f"{first} {span.first.year}–{last} {span.last.year}"
    return f"{first} {span.first.year}" if first == last else f"{first}–{last} {span.last.year}"


def _month(when: date) -> str:
    return "mrt" if when.month == 3 else MONTHS[when.month - 1][:3]


def _day(when: date) -> str:
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def _hours(edges: str) -> str:
    start, _, stop = edges.partition("-")
    if not stop:
        return "Eerste contact, alle gezinnen" if start == "0" else f"Na {start} werkuren of meer"
    return f"Binnen {stop} werkuren" if start == "0" else f"Na {start} tot {stop} werkuren"


def _plain(code: str) -> str:
    return code.replace("_", " ").capitalize()
