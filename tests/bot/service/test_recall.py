"""Sessions kept in memory are only a shorter way to the same session."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.service.recall import Recall
from dialogs import codec
from dialogs.model import Answer, Session, Status, Text

AT = datetime(2026, 6, 8, 8, 0, tzinfo=UTC)


def answer(step: str, words: str) -> Answer:
    return Answer("intake", 1, step, Text("Wat?"), Status.ANSWERED, AT, (words,), words=words)


def session(**words: str) -> Session:
    answers = {f"intake.{step}": answer(step, said) for step, said in words.items()}
    return Session(answers=answers, turn=len(words), state="active")


def test_the_same_bytes_are_not_read_again() -> None:
    recall, one = Recall(), session(a='"één"')
    stored = recall.dump(7, one)
    assert recall.load(7, stored) is one
    assert recall.load(8, stored) == one
    assert codec.load(stored) == one


def test_what_was_stored_counts_and_not_what_was_last_seen() -> None:
    recall, old = Recall(), session(a="oud")
    stored = recall.dump(7, old)
    recall.dump(7, session(a="nieuw"))  # a turn that was rolled back
    assert recall.load(7, stored) == old
    assert recall.load(7, None) == Session()


def test_answers_that_changed_or_went_are_written_as_they_are_now() -> None:
    recall, first = Recall(), session(a="1", b="2", c="3")
    recall.dump(7, first)
    answers = {k: a for k, a in first.answers.items() if k != "intake.b"}
    later = replace(first, answers=answers | {"intake.c": answer("c", "4")})
    assert codec.load(recall.dump(7, later)) == later
    assert recall.dump(7, later) == codec.dump(later)
    assert codec.load(recall.dump(7, session())) == session()


def test_it_remembers_a_bounded_number() -> None:
    recall, one = Recall(), session(a="1")
    stored = recall.dump(0, one)
    for conversation in range(1, 500):
        recall.dump(conversation, session())
    assert recall.load(0, stored) is not one
