"""Babel finds every text of a script, under the context the engine asks for."""

from io import BytesIO
from typing import Any

from babel.messages.extract import extract as babel_extract

from dialogs.authoring.babel_extract import extract

SCRIPT = """\
id: intake
version: 1
title: Kennismaken
lines:
  hello: "Hoi"
steps:
  - id: mood
    kind: choice
    text: |
      Eerst even over jou.
      Hoe vol zit je hoofd vandaag?
    label: Hoofd
    example: Bijvoorbeeld "vol"
    choices:
      - id: calm
        label: Rustig
        says: [kalm, oké]
      - {id: full, label: Vol}
  - id: plain
    kind: text
    text: Wat gaat goed?
"""


def test_every_text_with_its_context_and_line() -> None:
    """Through Babel itself, as `make messages` does it."""
    ours: Any = extract  # Babel's type for an extractor is narrower than what it takes
    found = [
        (line, context, msgid)
        for line, msgid, _, context in babel_extract(ours, BytesIO(SCRIPT.encode()))
    ]
    assert found == [
        (5, "intake/hello", "Hoi"),
        (9, "intake/mood", "Eerst even over jou.\nHoe vol zit je hoofd vandaag?\n"),
        (12, "intake/mood#label", "Hoofd"),
        (13, "intake/mood#example", 'Bijvoorbeeld "vol"'),
        (16, "intake/mood/calm", "Rustig"),
        (18, "intake/mood/full", "Vol"),
        (21, "intake/plain", "Wat gaat goed?"),
    ]
