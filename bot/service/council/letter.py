"""The draft of the letter: sentences that say only what was counted. People write the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.service.council import words
from casework import tallies
from casework.council import CONTACT, FAMILIES, TALKS, Block, Report
from casework.kin import Figure, Shown
from casework.municipality import Municipality
from casework.tallies import CHILDCARE

NOTHING = "In deze periode is nog niets geteld. Dat is geen fout: kies een andere periode."
UNDER_WAY = (
    "[Let op: dit halve jaar is nog niet voorbij, dus de aantallen veranderen nog. Houd deze "
    "tussenstand voor uzelf. Wie twee tussenstanden vergelijkt, kan een klein aantal uitrekenen.]"
)
_SENTENCES = {
    tallies.SIGNED_UP: "{Aantal} gezinnen begonnen een gesprek met Stapje.",
    tallies.INTAKE: "Er zijn {aantal} intakes afgemaakt.",
    tallies.HANDED_OVER: "{Aantal} gezinnen kregen twee vaste mensen die hen helpen.",
    tallies.CLOSED: "De hulp is {aantal} keer afgesloten.",
    tallies.REOPENED: "Daarna ging het {aantal} keer weer verder.",
    tallies.ERASED: "{Aantal} gezinnen hebben zelf hun gegevens gewist; dat mag altijd.",
    tallies.EXPIRED: "Van {aantal} gezinnen zijn de gegevens gewist na de bewaartermijn.",
    tallies.TALK_PLANNED: "Er zijn {aantal} gesprekken afgesproken.",
    tallies.TALK_HELD: "{Aantal} gesprekken zijn gehouden.",
    tallies.TALK_MISSED: "{Aantal} gesprekken zijn gemist.",
    tallies.TALK_CANCELLED: "{Aantal} gesprekken zijn afgezegd.",
    tallies.CHILDCARE_ASKED: "{Aantal} gezinnen vroegen om opvang.",
    tallies.given(CHILDCARE): "Er zijn {aantal} plekken gegeven.",
    tallies.CHILDCARE_WAITING: "Op de laatste dag wachten {aantal} gezinnen op een plek.",
    tallies.ended(CHILDCARE): "{Aantal} plekken zijn eerder gestopt.",
}


def paragraphs(town: Municipality, report: Report, *, under_way: bool) -> list[str]:
    """The letter, a paragraph each; [blanks] are for who signs it."""
    if report.empty:
        return [NOTHING]
    opening = (
        f"In deze brief leest u wat er is geteld van {words.period(report.span)}. Wij tellen "
        "gebeurtenissen, zonder namen. Kleine aantallen noemen wij niet precies, zodat niemand "
        "te herkennen is."
    )
    return [
        f"Concept raadsinformatiebrief, gemeente {town.name}",
        f"Onderwerp: Stapje, {words.period(report.span)}",
        "Geachte raad,",
        opening,
        *([UNDER_WAY] if under_way else []),
        *(text for block in report.blocks if (text := _told(town, block))),
        "[Hier schrijft u zelf wat dit betekent, en wat u ermee gaat doen.]",
        "[Naam en functie]",
    ]


def _told(town: Municipality, block: Block) -> str:
    """What can be said of this block; "" when nothing was counted."""
    tell: dict[str, Callable[[Figure], str]] = {FAMILIES: _plain, TALKS: _plain, CHILDCARE: _plain}
    tell[CONTACT] = _contact
    each = tell.get(block.name, _state)
    sentences = [each(one) for one in block.figures if one.number != 0 and _sayable(one)]
    if not sentences:
        return ""
    if told := words.shares(block):
        sentences.append(f"{told}.")
    return " ".join([f"{words.block(town, block.name)}.", *sentences])


def _sayable(figure: Figure) -> bool:
    return figure.shown is not Shown.WITHHELD


def _plain(figure: Figure) -> str:
    text = _SENTENCES[figure.what]
    return text.format(aantal=_number(figure), Aantal=_number(figure).capitalize())


def _contact(figure: Figure) -> str:
    when = words.label(figure.what)
    return f"{when}: {_number(figure)} gezinnen spraken voor het eerst een mens."


def _state(figure: Figure) -> str:
    return f"{words.label(figure.what)}: {_number(figure)}."


def _number(figure: Figure) -> str:
    return "minder dan 5" if figure.shown is Shown.FEW else str(figure.number)


def lines(town: Municipality, report: Report, *, under_way: bool) -> Iterator[str]:
    """All of it as plain text: the letter, and the tables beneath it."""
    for text in paragraphs(town, report, under_way=under_way):
        yield from (text, "")
    if report.empty:
        return
    yield words.RULE
    for block in report.blocks:
        yield from ("", words.block(town, block.name))
        yield from _table(block)


def _table(block: Block) -> Iterator[str]:
    if block.name == CONTACT:
        yield f"  ({words.HOURS_RULE})"
    width = max(len(words.label(one.what)) for one in block.figures)
    for one in block.figures:
        yield f"  {words.label(one.what):<{width}}  {words.value(one)}"
    if told := words.shares(block):
        yield f"  {told}"
    for chart in block.charts:
        yield f"  {words.label(chart.what)}, in de tijd:"
        for bar in chart.bars:
            yield f"    {words.period(bar.span)}: {bar.number}"
