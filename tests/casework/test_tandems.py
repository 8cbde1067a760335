"""Choosing a pair: district first, then least load, then the order of the file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.municipality import Municipality, Person, Role
from casework.tandems import NoTandem, choose

TODAY = date(2026, 11, 23)
DISTRICTS = ["a", "b", "c"]
people = st.lists(
    st.builds(
        Person,
        id=st.uuids().map(str),
        name=st.just("x"),
        role=st.sampled_from(Role),
        districts=st.frozensets(st.sampled_from(DISTRICTS), max_size=2),
        away_until=st.none() | st.dates(TODAY - timedelta(2), TODAY + timedelta(2)),
    ),
    max_size=12,
)


def test_dordrecht(dordrecht: Municipality) -> None:
    pair = choose(dordrecht.people, "sterrenburg", {"ruud": 3, "farida": 1}, TODAY)
    assert (pair.neighbourhood_worker.id, pair.consultant.id) == ("marloes", "farida")


def test_ties_follow_the_file(dordrecht: Municipality) -> None:
    pair = choose(dordrecht.people, "", {}, TODAY)
    assert (pair.neighbourhood_worker.id, pair.consultant.id) == ("sanne", "ruud")


def test_somebody_from_another_district_rather_than_nobody() -> None:
    away = Person("w1", "W", Role.NEIGHBOURHOOD_WORKER, frozenset("a"), away_until=TODAY)
    other = Person("w2", "W", Role.NEIGHBOURHOOD_WORKER, frozenset("b"))
    consultant = Person("c1", "C", Role.CONSULTANT)
    assert choose([away, other, consultant], "a", {}, TODAY).neighbourhood_worker is other
    tomorrow = TODAY + timedelta(1)
    assert choose([away, other, consultant], "a", {}, tomorrow).neighbourhood_worker is away


def test_nobody() -> None:
    with pytest.raises(NoTandem, match="no consultant is present"):
        choose([Person("w", "W", Role.NEIGHBOURHOOD_WORKER)], "a", {}, TODAY)


@given(people, st.sampled_from([*DISTRICTS, ""]), st.data())
def test_the_pair_is_always_the_best_there_is(
    everyone: list[Person], district: str, data: st.DataObject
) -> None:
    load = {person.id: data.draw(st.integers(0, 3)) for person in everyone}
    here = [person for person in everyone if person.here(TODAY)]
    roles = {person.role for person in here}
    if not {Role.NEIGHBOURHOOD_WORKER, Role.CONSULTANT} <= roles:
        with pytest.raises(NoTandem):
            choose(everyone, district, load, TODAY)
        return
    pair = choose(everyone, district, load, TODAY)
    assert pair.neighbourhood_worker.role is Role.NEIGHBOURHOOD_WORKER
    assert pair.consultant.role is Role.CONSULTANT
    for chosen in (pair.neighbourhood_worker, pair.consultant):
        assert chosen.here(TODAY)
        rivals = [person for person in here if person.role is chosen.role]
        if not chosen.covers(district):
            assert not any(rival.covers(district) for rival in rivals)
        near = [rival for rival in rivals if rival.covers(district) == chosen.covers(district)]
        assert load[chosen.id] == min(load[rival.id] for rival in near)
    assert choose(everyone, district, load, TODAY) == pair
