"""The harness reads what the bot says of her words."""

from __future__ import annotations

from dialogs.authoring.shelf import load_shipped
from tests.crash.book import Book


def test_words_that_wait_until_she_tells_for_which_question_are_not_counted_yet() -> None:
    """A reminder that nobody saw (we died while it went out) came between, and she is asked."""
    book = Book(load_shipped())
    asked = (
        "Ik bewaar wat je schreef.\n\n"
        "Is wat je net schreef je antwoord op mijn vraag over: Hoe laat ga je weg?"
    )
    assert book.refused(asked)
    assert not book.refused(
        "Fijn. Hoe laat ga je weg van huis? Als je het nu kiest, lukt het vaker."
    )
