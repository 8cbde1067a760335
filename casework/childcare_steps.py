"""The steps that childcare needs from day 1 (domain.md §4): what, who, and when.

Offsets are days from the first day (D); a municipality's file may give others. A step that needs
something of the way it is paid (`needs`) is asked only there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Owner(StrEnum):
    """Whose step it is."""

    PARENT = "parent"
    WORKER = "worker"
    BOTH = "both"


class Needs(StrEnum):
    """What of the way to pay makes a step needed."""

    ALWAYS = "always"
    REQUEST = "request"  # the municipality must be asked
    DECISION = "decision"  # and decides before anything is signed
    BENEFIT = "benefit"  # she asks childcare benefit herself
    END = "end"  # it is paid for some months only


class From(StrEnum):
    """The day that an offset counts from."""

    FIRST_DAY = "first_day"
    OFFER = "offer"  # the day a provider offered a place
    BENEFIT = "benefit"  # the day childcare benefit was asked
    CHANGE = "change"  # the day something changed
    FOUR = "four"  # the day the child turns four
    END = "end"  # the last day that is paid


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `after`: it may not be done before that one.

    `heard`: where its day is the last one it can be done, she hears of it so many days before.
    """

    id: str
    owner: Owner
    days: int
    since: From = From.FIRST_DAY
    needs: Needs = Needs.ALWAYS
    after: str = ""
    heard: int = 0

    @property
    def has_last_day(self) -> bool:
        """Whether its day is a limit that others set: later is too late."""
        return self.heard > 0


STEPS: tuple[Step, ...] = (
    Step("route", Owner.BOTH, -70),
    Step("quote", Owner.WORKER, -70),
    Step("request", Owner.BOTH, -63, needs=Needs.REQUEST, after="route"),
    Step("digid", Owner.PARENT, -42, needs=Needs.BENEFIT),
    Step("offer", Owner.PARENT, 10, since=From.OFFER, heard=7),
    Step("decision", Owner.WORKER, -14, needs=Needs.DECISION, after="request"),
    Step("contract", Owner.PARENT, -28),
    Step("provider_talk", Owner.PARENT, -28),
    Step("benefit", Owner.PARENT, -28, needs=Needs.BENEFIT),
    Step("direct_payment", Owner.PARENT, 7, since=From.BENEFIT, needs=Needs.BENEFIT),
    Step("settling_in", Owner.PARENT, -14, after="contract"),
    Step("bag", Owner.PARENT, -1, after="contract"),
    Step("first_day", Owner.PARENT, 0, after="contract"),
    Step("after_3", Owner.PARENT, 3, after="contract"),
    Step("after_30", Owner.PARENT, 30, after="contract"),
    Step("changes", Owner.PARENT, 28, since=From.CHANGE, needs=Needs.BENEFIT, heard=7),
    Step("nearly_four", Owner.WORKER, -183, since=From.FOUR),
    Step("ending", Owner.WORKER, -84, since=From.END, needs=Needs.END),
)
BY_ID: Mapping[str, Step] = {step.id: step for step in STEPS}
OPENED_BY: Mapping[str, str] = {  # a new day of this name opens the step anew
    "offer_on": "offer",
    "changed_on": "changes",
}
DUTCH: Mapping[str, str] = {  # as the tandem reads them
    "route": "De wens is duidelijk en de route is gekozen",
    "quote": "Prijs en wachtlijst gevraagd bij de opvang",
    "request": "Gevraagd bij de gemeente",
    "digid": "DigiD werkt",
    "offer": "Antwoord op het aanbod van de opvang",
    "decision": "Besluit van de gemeente is er",
    "contract": "Contract getekend; LRK-nummer, prijs en uren genoteerd",
    "provider_talk": "Kennismaken bij de opvang",
    "benefit": "Kinderopvangtoeslag gevraagd",
    "direct_payment": "Toeslag gaat rechtstreeks naar de opvang",
    "settling_in": "Wennen",
    "bag": "Tas en reis klaar",
    "first_day": "Eerste dag",
    "after_3": "Na 3 dagen: hoe gaat het?",
    "after_30": "Na 30 dagen: hoe gaat het?",
    "changes": "Verandering doorgegeven aan Toeslagen",
    "nearly_four": "Kind wordt bijna 4: dagopvang stopt, kijk naar BSO",
    "ending": "De betaling loopt af: kijk wat daarna kan",
}
