"""The one place that decides: deny by default, each role its own, escalated only to whom it was."""

from __future__ import annotations

from itertools import product

import pytest

from bot.desk import policy
from bot.desk.policy import RULES, Access, NoPolicy, Rule, admits
from casework.municipality import CASEWORKERS, Person, Role
from tests.bot.desk.standin import OURS, head

PEOPLE = {role: Person("joost", "Joost", role) for role in Role}
OFFICER = PEOPLE[Role.ESCALATION_OFFICER]
ESCALATED = Rule(Access.ESCALATED, frozenset({Role.ESCALATION_OFFICER}))


def test_nobody_is_admitted_without_a_role_that_the_rule_names() -> None:
    ours = head(OURS, neighbourhood_worker="joost", escalated_to="joost")
    for rule, (role, person) in product(RULES.values(), PEOPLE.items()):
        if rule.access is not Access.ANYONE:
            assert not admits(rule, None, ours, looks_in=True)
            if role not in rule.roles:
                assert not admits(rule, person, ours, looks_in=True)


def test_an_intermediary_sends_reads_how_to_write_and_opens_nothing_else() -> None:
    asked = {name: rule for name, rule in RULES.items() if rule.access is not Access.ANYONE}
    assert len(asked) > 20
    hers = {name for name, rule in asked.items() if Role.INTERMEDIARY in rule.roles}
    forms = {"refer_form", "refer", "refer_child_form", "refer_child"}
    assert hers == {"leave", "guide", "guide_try"} | forms


def test_what_shows_a_family_is_for_caseworkers_only() -> None:
    shown = [rule for rule in RULES.values() if rule.access is Access.TANDEM]
    assert {rule.roles for rule in shown} == {CASEWORKERS}


def test_looking_in_opens_reading_only() -> None:
    open_to = {name for name, rule in RULES.items() if rule.glass}
    assert open_to == {"handoff", "family_live", "attachment"}


@pytest.mark.parametrize(("to", "admitted"), [("joost", True), ("another", False), (None, False)])
def test_only_what_was_escalated_to_her(to: str | None, *, admitted: bool) -> None:
    assert admits(ESCALATED, OFFICER, head(OURS, escalated_to=to), looks_in=False) is admitted


def test_without_a_handoff_nothing_of_a_family_opens() -> None:
    for rule in (*RULES.values(), ESCALATED):
        if rule.access in (Access.TANDEM, Access.ESCALATED):
            assert not any(admits(rule, one, None, looks_in=True) for one in PEOPLE.values())


def test_every_role_with_something_to_do_has_a_page_that_it_may_open() -> None:
    assert set(policy.HOMES) == set(policy.EVERYBODY) == set(Role)


def test_what_nobody_thought_about_is_no_route() -> None:
    with pytest.raises(NoPolicy):
        policy.rule_of("nieuw")
