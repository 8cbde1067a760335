"""A club's name in a typed answer, and what only looks like one."""

from __future__ import annotations

import pytest

from dialogs.language.things import thing
from tests.dialogs.language.rows import rows

NAMED = rows("""
ja zwemles in Gorredijk -> zwemles in Gorredijk
vv Gorredijk -> vv Gorredijk
Ja, hij wil op judo bij kodokan -> hij wil op judo bij kodokan
kodokan -> kodokan
de muziekschool -> de muziekschool
gitaarles bij meneer Jansen -> gitaarles bij meneer Jansen
""")
NOTHING = [
    "ja", "ja hoor", "jazeker weet ik al", "weet ik niet", "misschien", "wat kost dat",
    "hoe bedoel je", "duurt lang", "kan dat ook ergens anders?", "nog aan het zoeken",
    "ja maar ik weet de naam niet", "te duur",
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_the_name_of_a_club_or_lesson_is_found(text: str, name: str) -> None:
    assert thing(text) == name


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_nothing(text: str) -> None:
    assert thing(text) == ""
