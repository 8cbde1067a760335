"""What a municipality decides about its own desk: ready-made texts, reasons to close, outcomes.

Texts that a parent reads stand in both forms of address; {placeholders} are facts of the
municipality.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadyText:
    """A text to start from; whoever sends it may change it."""

    id: str
    label: str
    je: str
    u: str

    def said(self, form: str) -> str:
        """In her form of address."""
        return self.u if form == "u" else self.je


@dataclass(frozen=True, slots=True)
class CloseReason:
    """Why a handoff is closed, and what she hears then; empty: it is no news to her."""

    id: str
    label: str
    je: str = ""
    u: str = ""

    def said(self, form: str) -> str:
        """In her form of address; "" when she is not told."""
        return self.u if form == "u" else self.je


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a talk brought, in one choice."""

    id: str
    label: str
    begins: str = ""  # the programme that she takes part in from then on
    asks_day: bool = False  # her people get in touch again on a day that they choose


CLOSE_REASONS = (
    CloseReason(
        "helped",
        "Geholpen",
        "We zijn klaar met wat we samen afspraken. Goed dat je om hulp vroeg. "
        "Is er weer iets? Schrijf dan hier. Wij lezen het.",
        "We zijn klaar met wat we samen afspraken. Goed dat u om hulp vroeg. "
        "Is er weer iets? Schrijf dan hier. Wij lezen het.",
    ),
    CloseReason(
        "passed_on",
        "Iemand anders helpt verder",
        "Iemand anders helpt je nu verder. Dat hebben we met jou besproken. "
        "Lukt het daar niet? Schrijf dan hier. Wij lezen het.",
        "Iemand anders helpt u nu verder. Dat hebben we met u besproken. "
        "Lukt het daar niet? Schrijf dan hier. Wij lezen het.",
    ),
    CloseReason(
        "her_wish",
        "De ouder wil stoppen",
        "Je wilt nu geen hulp van ons. Dat is goed. "
        "Verandert dat? Schrijf dan hier. Je hoeft niets opnieuw te vertellen.",
        "U wilt nu geen hulp van ons. Dat is goed. "
        "Verandert dat? Schrijf dan hier. U hoeft niets opnieuw te vertellen.",
    ),
    CloseReason(
        "out_of_reach",
        "Geen contact gekregen",
        "We konden je niet bereiken. Dat kan gebeuren. "
        "Wil je toch hulp? Schrijf dan hier. Je hoeft niets opnieuw te vertellen.",
        "We konden u niet bereiken. Dat kan gebeuren. "
        "Wilt u toch hulp? Schrijf dan hier. U hoeft niets opnieuw te vertellen.",
    ),
    CloseReason("mistake", "Dubbel of vergissing"),
)
OUTCOMES = (
    Outcome("plan", "Samen een plan gemaakt"),
    Outcome("next_talk", "Er komt nog een gesprek"),
    Outcome("passed_on", "Iemand anders helpt verder"),
    Outcome("ready", "Het is genoeg zo"),
)


@dataclass(frozen=True, slots=True)
class DeskRules:
    """The desk's own choices of one municipality."""

    ready_texts: tuple[ReadyText, ...] = ()
    close_reasons: tuple[CloseReason, ...] = CLOSE_REASONS
    outcomes: tuple[Outcome, ...] = OUTCOMES

    def ready_text(self, text_id: str) -> ReadyText | None:
        """The text with this id."""
        return next((one for one in self.ready_texts if one.id == text_id), None)

    def close_reason(self, reason_id: str) -> CloseReason | None:
        """The reason with this id."""
        return next((one for one in self.close_reasons if one.id == reason_id), None)

    def outcome(self, outcome_id: str) -> Outcome | None:
        """The outcome with this id."""
        return next((one for one in self.outcomes if one.id == outcome_id), None)


OURS = DeskRules()  # where a file says nothing
