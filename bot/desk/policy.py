"""Who may open what at the desk. Denied unless a rule here says otherwise.

Every route of the desk is named in `RULES`; a route without a rule cannot be built.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol


class Access(StrEnum):
    """How much a route asks of whoever opens it."""

    ANYONE = "anyone"  # holds nothing about a family
    STAFF = "staff"  # logged in
    TANDEM = "tandem"  # one of the two owners of the handoff in the path


@dataclass(frozen=True, slots=True)
class Rule:
    """The policy of one route. `awake` False: opening it does not count as being there."""

    access: Access
    awake: bool = True


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "login": Rule(Access.ANYONE),
        "enter": Rule(Access.ANYONE),
        "static": Rule(Access.ANYONE, awake=False),
        "nowhere": Rule(Access.ANYONE, awake=False),
        "leave": Rule(Access.STAFF),
        "list": Rule(Access.STAFF),
        "stamp": Rule(Access.STAFF, awake=False),  # asked by the page itself, not by a person
        "notice_seen": Rule(Access.STAFF),
        "handoff": Rule(Access.TANDEM),
        "attachment": Rule(Access.TANDEM),
        "claim": Rule(Access.TANDEM),
        "offer_form": Rule(Access.TANDEM),
        "offer": Rule(Access.TANDEM),
        "withdraw": Rule(Access.TANDEM),
        "held": Rule(Access.TANDEM),
        "missed": Rule(Access.TANDEM),
        "not_held": Rule(Access.TANDEM),
        "not_missed": Rule(Access.TANDEM),
        "cancel": Rule(Access.TANDEM),
        "task_done": Rule(Access.TANDEM),
        "alert_seen": Rule(Access.TANDEM),
        "release": Rule(Access.TANDEM),
    }
)


class NoPolicy(LookupError):
    """A route has no rule in `RULES`: the desk refuses to start."""


def rule_of(route: str) -> Rule:
    """The rule of this route. Raises NoPolicy when nobody thought about it."""
    try:
        return RULES[route]
    except KeyError:
        raise NoPolicy(route) from None


class Owned(Protocol):
    """Anything that belongs to a tandem."""

    @property
    def neighbourhood_worker(self) -> str:
        """Id of the owner from the neighbourhood team."""

    @property
    def consultant(self) -> str:
        """Id of the owner from the social service."""


def opens(person: str, handoff: Owned | None) -> bool:
    """Whether this person is one of the two owners; nobody else reads a family's answers."""
    return handoff is not None and person in (handoff.neighbourhood_worker, handoff.consultant)
