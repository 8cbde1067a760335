"""Many words in little room are still those words and no others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogs.language.many_words import ManyWords


@given(st.sets(st.text()), st.text())
def test_it_holds_what_it_was_given_and_nothing_else(words: set[str], other: str) -> None:
    found = ManyWords(words)
    assert len(found) == len(words)
    assert all(word in found for word in words)
    assert (other in found) == (other in words)


def test_what_is_no_word_is_not_one_of_them() -> None:
    assert "" not in ManyWords(())
    assert "oma" not in ManyWords(["oma "])
