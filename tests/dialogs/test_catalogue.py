"""Catalogues: what is found, what falls back, what does not count."""

from pathlib import Path

import pytest

from dialogs.catalogue import Catalogue

JE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "intake/welcome"
msgid "Hoi! Stoppen mag altijd."
msgstr "Hoi! Je mag altijd stoppen."

msgctxt "intake/mood"
msgid "Hoe vol zit je hoofd?"
msgstr ""
"""

U = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "intake/mood"
msgid "Hoe vol zit je hoofd?"
msgstr "Hoe vol zit uw hoofd?"

#, fuzzy
msgctxt "intake/goal"
msgid "Wat wil je doen?"
msgstr "Wat wilt u dan?"

#~ msgctxt "intake/old"
#~ msgid "Weg"
#~ msgstr "Verdwenen"
"""


def test_formal_wins_then_informal_then_the_source() -> None:
    """u → je → the Dutch of the script."""
    formal = Catalogue.parse(JE, U)
    assert formal.translate("intake/mood", "Hoe vol zit je hoofd?") == "Hoe vol zit uw hoofd?"
    assert formal.translate("intake/welcome", "Hoi! Stoppen mag altijd.").startswith("Hoi! Je mag")
    assert formal.translate("intake/new", "Nieuw") == "Nieuw"


def test_an_empty_translation_is_the_source() -> None:
    """The je catalogue may leave everything empty."""
    said = Catalogue.parse(JE).translate("intake/mood", "Hoe vol zit je hoofd?")
    assert said == "Hoe vol zit je hoofd?"


def test_the_same_words_elsewhere_are_another_entry() -> None:
    """Context counts: "Vol" on a button is not "vol" in a sentence."""
    assert Catalogue.parse(JE, U).translate("", "Hoe vol zit je hoofd?") == "Hoe vol zit je hoofd?"


def test_an_entry_without_a_context_holds_in_all_that_have_none_of_their_own() -> None:
    """What the code says has no context in the catalogue."""
    formal = Catalogue.parse('msgid "Je naam"\nmsgstr "Uw naam"\n')
    assert formal.translate("service", "Je naam") == "Uw naam"


@pytest.mark.parametrize(
    ("context", "msgid"), [("intake/goal", "Wat wil je doen?"), ("intake/old", "Weg")]
)
def test_fuzzy_and_obsolete_entries_do_not_count(context: str, msgid: str) -> None:
    """Nobody approved them for this sentence."""
    assert Catalogue.parse(JE, U).translate(context, msgid) == msgid


def test_load_reads_both_domains_once(tmp_path: Path) -> None:
    """The second load gives the same object."""
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text(JE, "utf-8")
    (folder / "formal.po").write_text(U, "utf-8")
    formal = Catalogue.load(tmp_path, "u")
    assert formal is Catalogue.load(tmp_path, "u")
    assert formal == Catalogue.parse(JE, U)
    assert Catalogue.load(tmp_path, "je") == Catalogue.parse(JE)
    with pytest.raises(KeyError):
        Catalogue.load(tmp_path, "jij")
