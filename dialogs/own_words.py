"""A name typed where buttons ask if she has one: it is her yes, and the answer that comes next."""

from __future__ import annotations

from functools import partial

from dialogs import accepting
from dialogs.language.things import thing
from dialogs.model import Kind
from dialogs.reading import read
from dialogs.run import Run


def taken(run: Run, text: str) -> bool:
    """Whether her words name what the next question asks for; both are answered then."""
    choice = run.step.own_words
    if not choice or read(run, text) not in (None, (choice,)):
        return False
    if not (name := thing(text)):
        return False
    run.beneath(partial(accepting.accept, run, (choice,), text))
    if run.step.kind is Kind.TEXT:
        accepting.accept(run, (name,), text)
    else:  # she changes an earlier answer, and the name was told before
        run.note(text)
        run.again()
    return True
