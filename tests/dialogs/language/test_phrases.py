"""A pattern of turns of phrase is made when it is first used, and finds whole words only."""

from __future__ import annotations

import re

import pytest

from dialogs.language.phrases import phrases, prepare


def test_it_finds_a_line_of_the_table_between_words() -> None:
    pattern = phrases("soms\nnu en dan\n")
    assert pattern.search("het is nu en dan druk")
    assert not pattern.search("somstijds")
    assert pattern.sub("af en toe", "soms wel") == "af en toe wel"


def test_a_table_that_is_no_pattern_is_heard_of_when_all_are_made() -> None:
    phrases("(")
    with pytest.raises(re.error):
        prepare()
