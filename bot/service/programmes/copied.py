"""What was asked for her, as it stands in her own copy: of which programme, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from bot.service.house import House
from casework.budget import euros
from dialogs.model import Text
from storage import grants, requests
from storage.grants import Given
from storage.requests import PARENT, Request, Step
from storage.tx import Tx

Row = dict[str, Any]
STATES: Mapping[str, Text] = {  # as in casework.requests
    "asked": Text("gevraagd", "copy"),
    "visit": Text("iemand komt langs of belt", "copy"),
    "sent": Text("gestuurd naar het fonds", "copy"),
    "arranged": Text("geregeld", "copy"),
    "referred": Text("een helper vroeg het voor je", "copy"),
    "granted": Text("goedgevonden door een mens", "copy"),
    "posted": Text("op de post", "copy"),
    "declined": Text("gaat niet door", "copy"),
    "done": Text("klaar", "copy"),
    "signal": Text("een bericht over iets dat nog niet betaald is", "copy"),
    "invited": Text("je kreeg een brief of link", "copy"),
    "wants": Text("je wilt praten", "copy"),
    "later": Text("je wilt het later", "copy"),
    "reached": Text("we spraken je", "copy"),
    "closed": Text("klaar", "copy"),
    "withdrawn": Text("niet meer nodig", "copy"),
}
KINDS: Mapping[str, Text] = {
    "rent": Text("huur", "copy"),
    "health": Text("zorgverzekering", "copy"),
    "water": Text("water", "copy"),
    "energy": Text("stroom of gas", "copy"),
}  # what of the programme, by Request.kind
GIVEN = {"given": Text("geld dat de gemeente hiervoor geeft", "copy")}
FACTS: Mapping[str, Text] = {
    "reference": Text("het nummer bij het bedrijf", "copy"),
    "began": Text("niet betaald sinds", "copy"),
    "name": Text("naam voor de brief", "copy"),
    "address": Text("adres voor de brief", "copy"),
    "phone": Text("telefoon, van het bedrijf", "copy"),
    "invited_on": Text("brief gemaakt op", "copy"),
    "outcome": Text("wat het bedrijf hoort: alleen dit woord", "copy"),
}  # what is known of it, by name


class Teller(Protocol):
    """Says codes, moments and colleagues in her words."""

    @property
    def house(self) -> House:
        """Whose programmes and people these are."""

    def say(self, table: Mapping[str, Text], code: str) -> str:
        """The words for this code."""

    def at(self, seconds: float | None) -> str:
        """A moment, local."""

    def name(self, person: str) -> str:
        """A colleague's name."""


async def of_family(tx: Tx, tell: Teller, family_id: str) -> list[Row]:
    """A row for each thing that is known, the first request first."""
    rows: list[Row] = []
    for one in await requests.of_family(tx, family_id):
        rows += _asked(tell, one)
        rows += [_step(tell, step) for step in await requests.steps(tx, one.id)]
        rows += [_given(tell, given) for given in await grants.of_request(tx, one.id)]
    return rows


def _asked(tell: Teller, one: Request) -> Iterator[Row]:
    label = tell.house.municipality.programme(one.programme).label
    yield {"wat": label, "soort": tell.say(KINDS, one.kind), "wanneer": tell.at(one.created_at)}
    if one.due_on:
        yield {"wat": label, "dag": one.due_on}
    for name, value in one.facts.items():
        yield {"wat": tell.say(FACTS, name), "tekst": str(value)}


def _step(tell: Teller, step: Step) -> Row:
    by = "" if step.by == PARENT else tell.name(step.by)
    return {"staat": tell.say(STATES, step.state), "wanneer": tell.at(step.at), "wie": by}


def _given(tell: Teller, given: Given) -> Row:
    return {"wat": tell.say(GIVEN, "given"), "tekst": euros(given.what.total)}
