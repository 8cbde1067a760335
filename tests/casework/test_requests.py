"""How far something that was asked can be: every way through ends, and starts where it should."""

from __future__ import annotations

import pytest

from casework import requests
from casework.programmes import KINDS


@pytest.mark.parametrize("programme", sorted(requests.programmes()))
def test_every_state_is_reached_and_leads_to_an_end(programme: str) -> None:
    assert programme in KINDS or programme == requests.SMALL_GOAL
    reached, todo = set(), [requests.begins(programme)]
    while todo:
        state = todo.pop()
        if state not in reached:
            reached.add(state)
            todo += requests.following(programme, state)
    assert reached == set(requests.states(programme))
    ends = {state for state in reached if requests.ended(programme, state)}
    assert ends

    def leads(state: str, seen: frozenset[str]) -> bool:
        after = set(requests.following(programme, state)) - seen
        return state in ends or any(leads(one, seen | {state}) for one in after)

    assert all(leads(state, frozenset()) for state in reached)
