"""Who may open what at the desk. Denied unless a rule here says otherwise.

Every route of the desk is named in `RULES`; a route without a rule cannot be built. `admits` is the
one place that decides; whoever is not admitted sees the same page as for what does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from casework.arrears_file import LARGEST
from casework.municipality import CASEWORKERS, Person, Role


class Access(StrEnum):
    """How much a route asks of whoever opens it."""

    ANYONE = "anyone"  # holds nothing about a family
    STAFF = "staff"  # logged in, in one of the roles of the rule
    TANDEM = "tandem"  # one of the two owners of the handoff in the path
    ESCALATED = "escalated"  # the handoff in the path was escalated to this person


EVERYBODY = frozenset(Role)
_COORDINATOR = frozenset({Role.COORDINATOR})
_OFFICER = frozenset({Role.ESCALATION_OFFICER})
_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
_INTERMEDIARY = frozenset({Role.INTERMEDIARY})


@dataclass(frozen=True, slots=True)
class Rule:
    """The policy of one route.

    `awake` False: opening it does not count as being there. `glass`: a colleague who looked in
    with a reason may open it too, as long as that lasts.
    """

    access: Access
    roles: frozenset[Role] = CASEWORKERS
    awake: bool = True
    glass: bool = False
    upload: int = 0  # bytes of the one file that its form may bring, or carries sealed


_TANDEM = Rule(Access.TANDEM)
_ESCALATED = Rule(Access.ESCALATED, _OFFICER)
_SIGNALS = CASEWORKERS | _COORDINATOR
RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "login": Rule(Access.ANYONE),
        "enter": Rule(Access.ANYONE),
        "begin": Rule(Access.ANYONE),
        "return": Rule(Access.ANYONE),
        "enter_code": Rule(Access.ANYONE),
        "static": Rule(Access.ANYONE, awake=False),
        "nowhere": Rule(Access.ANYONE, awake=False),
        "leave": Rule(Access.STAFF, EVERYBODY),
        "list": Rule(Access.STAFF),
        "list_part": Rule(Access.STAFF, awake=False),
        "list_live": Rule(Access.STAFF, awake=False),
        "family_live": Rule(Access.TANDEM, awake=False, glass=True),
        "stamp": Rule(Access.STAFF, awake=False),  # asked by the page itself, not by a person
        "agenda": Rule(Access.STAFF),  # one's own
        "agenda_renew": Rule(Access.STAFF),
        "agenda_remove": Rule(Access.STAFF),
        "notice_seen": Rule(Access.STAFF, CASEWORKERS | _ADMINISTRATOR),
        "counts": Rule(Access.STAFF, _COORDINATOR),
        "guide": Rule(Access.STAFF, frozenset(Role)),
        "guide_try": Rule(Access.STAFF, frozenset(Role)),
        "referrers": Rule(Access.STAFF, _COORDINATOR),
        "referrer_code": Rule(Access.STAFF, _COORDINATOR),
        "referrer_renew": Rule(Access.STAFF, _COORDINATOR),
        "referrer_withdraw": Rule(Access.STAFF, _COORDINATOR),
        "council": Rule(Access.STAFF, _COORDINATOR),
        "council_csv": Rule(Access.STAFF, _COORDINATOR),
        "council_text": Rule(Access.STAFF, _COORDINATOR),
        "ideas": Rule(Access.STAFF, _COORDINATOR),
        "idea_read": Rule(Access.STAFF, _COORDINATOR),
        "idea_answer": Rule(Access.STAFF, _COORDINATOR),
        "escalated": Rule(Access.STAFF, _OFFICER),
        "ledger": Rule(Access.STAFF, _OFFICER | _COORDINATOR),
        "ledger_spent": Rule(Access.STAFF, _OFFICER),
        "escalated_one": _ESCALATED,
        "escalated_question": _ESCALATED,
        "escalated_grant": _ESCALATED,
        "escalated_decline": _ESCALATED,
        "escalated_finish": _ESCALATED,
        "operations": Rule(Access.STAFF, _ADMINISTRATOR),
        "look_in_form": Rule(Access.STAFF),
        "look_in": Rule(Access.STAFF),
        "handoff": Rule(Access.TANDEM, glass=True),
        "attachment": Rule(Access.TANDEM, glass=True),
        "claim": _TANDEM,
        "offer_form": _TANDEM,
        "offer": _TANDEM,
        "withdraw": _TANDEM,
        "held": _TANDEM,
        "missed": _TANDEM,
        "not_held": _TANDEM,
        "not_missed": _TANDEM,
        "cancel": _TANDEM,
        "task_done": _TANDEM,
        "alert_seen": _TANDEM,
        "release": _TANDEM,
        "childcare": _TANDEM,
        "childcare_begin": _TANDEM,
        "childcare_days": _TANDEM,
        "childcare_way": _TANDEM,
        "childcare_step": _TANDEM,
        "childcare_day": _TANDEM,
        "childcare_note": _TANDEM,
        "childcare_whom": _TANDEM,
        "childcare_give": _TANDEM,
        "childcare_shorten": _TANDEM,
        "childcare_move": _TANDEM,
        "baby": _TANDEM,
        "baby_begin": _TANDEM,
        "baby_refer": _TANDEM,
        "baby_grant": _TANDEM,
        "baby_move": _TANDEM,
        "baby_remind": _TANDEM,
        "packages": Rule(Access.STAFF, CASEWORKERS | _COORDINATOR),
        "refer_form": Rule(Access.STAFF, _INTERMEDIARY),  # sends, and reads nothing back
        "refer": Rule(Access.STAFF, _INTERMEDIARY),
        "refer_child_form": Rule(Access.STAFF, _INTERMEDIARY),
        "refer_child": Rule(Access.STAFF, _INTERMEDIARY),
        "child_package": _TANDEM,
        "child_package_begin": _TANDEM,
        "child_package_note": _TANDEM,
        "child_package_invite": _TANDEM,
        "child_package_move": _TANDEM,
        "child_package_send": _TANDEM,
        "child_package_arrange": _TANDEM,
        "breakthrough": _TANDEM,
        "breakthrough_ask": _TANDEM,
        "breakthrough_answer": _TANDEM,
        "breakthrough_withdraw": _TANDEM,
        "breakthrough_done": _TANDEM,
        "coaching": _TANDEM,
        "coaching_goal": _TANDEM,
        "coaching_end": _TANDEM,
        "write_form": _TANDEM,
        "write": _TANDEM,
        "hint": _TANDEM,
        "send": _TANDEM,
        "take_back": _TANDEM,
        "send_again": _TANDEM,
        "note_to_her": _TANDEM,
        "called": _TANDEM,
        "welcome": _TANDEM,
        "hand": _TANDEM,
        "add_task": _TANDEM,
        "outcome": _TANDEM,
        "close": _TANDEM,
        "reopen": _TANDEM,
        "correct_form": _TANDEM,
        "correct": _TANDEM,
        "signals": Rule(Access.STAFF, _SIGNALS),  # references and days; no name
        "signals_import": Rule(Access.STAFF, _SIGNALS, upload=LARGEST),
        "signals_keep": Rule(Access.STAFF, _SIGNALS, upload=2 * LARGEST),  # sealed it is longer
        "outcomes": Rule(Access.STAFF, _SIGNALS),  # references and codes
        "signal_add": Rule(Access.STAFF),
        "signal": Rule(Access.STAFF),  # who is in a tandem by now: looked at again below
        "signal_letter": Rule(Access.STAFF),
        "signal_letters": Rule(Access.STAFF),
        "signal_step": Rule(Access.STAFF),
        "absence": Rule(Access.STAFF, CASEWORKERS | _COORDINATOR),
        "mark_away": Rule(Access.STAFF, CASEWORKERS | _COORDINATOR),
        "is_back": Rule(Access.STAFF, CASEWORKERS | _COORDINATOR),
    }
)
HOMES: Mapping[Role, str] = MappingProxyType(  # the page that each role begins with
    {
        Role.NEIGHBOURHOOD_WORKER: "/",
        Role.CONSULTANT: "/",
        Role.COORDINATOR: "/overzicht",
        Role.ESCALATION_OFFICER: "/opgeschaald",
        Role.ADMINISTRATOR: "/beheer",
        Role.INTERMEDIARY: "/verwijzen",
    }
)


class NoPolicy(LookupError):
    """A route has no rule in `RULES`: the desk refuses to start."""


def comes_in(person: Person) -> bool:
    """Whether there is something for this person to do here; who refers does so as somebody."""
    return person.role is not Role.INTERMEDIARY or person.refers_as is not None


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


class Entrusted(Owned, Protocol):
    """As `Owned`, and it may be with an escalation officer too."""

    @property
    def escalated_to(self) -> str | None:
        """Id of the escalation officer who looks at it."""


def opens(person: str, handoff: Owned | None) -> bool:
    """Whether this person is one of the two owners; nobody else reads a family's answers."""
    return handoff is not None and person in (handoff.neighbourhood_worker, handoff.consultant)


def admits(rule: Rule, who: Person | None, handoff: Entrusted | None, *, looks_in: bool) -> bool:
    """Whether this person may pass. `looks_in`: she gave a reason, and it still lasts.

    None is somebody who is not logged in, or does not work here any more.
    """
    if rule.access is Access.ANYONE:
        return True
    if who is None or who.role not in rule.roles:
        return False
    if rule.access is Access.STAFF:
        return True
    if rule.access is Access.TANDEM:
        return opens(who.id, handoff) or (handoff is not None and rule.glass and looks_in)
    return handoff is not None and handoff.escalated_to == who.id
