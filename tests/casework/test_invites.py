"""Every calendar ends up right, whatever was mailed before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casework.invites import Invited, due

Talk = tuple[str, int, str]  # person, sequence, state


def test_a_new_talk_is_added_once() -> None:
    (first,) = due("sanne", 0, "planned", [])
    assert first == Invited("sanne", 0, cancelled=False)
    assert list(due("sanne", 0, "confirmed", [first])) == []


def test_a_moved_talk_is_moved() -> None:
    before = [Invited("sanne", 0, cancelled=False)]
    assert list(due("sanne", 2, "planned", before)) == [Invited("sanne", 2, cancelled=False)]


def test_a_cancelled_talk_is_taken_away_once_also_when_its_version_was_not_counted() -> None:
    before = [Invited("sanne", 1, cancelled=False)]
    for counted in (1, 2):
        (off,) = due("sanne", counted, "cancelled", before)
        assert off == Invited("sanne", 2, cancelled=True)
        assert list(due("sanne", counted, "cancelled", [off])) == []


def test_a_talk_nobody_heard_of_is_not_taken_away() -> None:
    assert list(due("sanne", 1, "cancelled", [])) == []


def test_a_talk_that_changes_hands_is_taken_from_one_and_given_to_the_other() -> None:
    before = [Invited("sanne", 0, cancelled=False)]
    off, on = due("yusuf", 0, "planned", before)
    assert off == Invited("sanne", 1, cancelled=True)
    assert on == Invited("yusuf", 0, cancelled=False)
    back = list(due("sanne", 0, "planned", [off, on]))
    assert back == [Invited("yusuf", 1, cancelled=True), Invited("sanne", 2, cancelled=False)]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["sanne", "yusuf", "ruud"]),
            st.integers(0, 2),
            st.sampled_from(["planned", "confirmed", "cancelled"]),
        ),
        max_size=8,
    )
)
def test_every_calendar_follows_and_each_version_is_newer(steps: list[Talk]) -> None:
    known: dict[str, Invited] = {}
    sequence = 0
    for person, more, state in steps:
        sequence += more
        for mail in due(person, sequence, state, known.values()):
            before = known.get(mail.person)
            assert before is None or mail.sequence > before.sequence
            known[mail.person] = mail
        holds = {one.person for one in known.values() if not one.cancelled}
        assert holds == ({person} if state != "cancelled" else set())
        assert list(due(person, sequence, state, known.values())) == []
