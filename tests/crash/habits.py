"""How a simulated parent behaves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Habits:
    """How often, out of 1, she does something else than answering."""

    skip: float = 0.05
    twice: float = 0.08  # taps two times
    stale: float = 0.05  # taps an old button first
    wander: float = 0.08  # pause, call, menu, back …
    mumble: float = 0.03  # types where a tap is asked
    edit: float = 0.1  # of her wanderings: changes what she typed before
    voice: float = 0.05
    repeat: float = 0.03  # Telegram delivers the same update again, and an old one
    notes: int = 2  # after she is done
    hasty: float = 0.5  # goes on before all that she did is over
    think: float = 0.15  # seconds, at most, before she acts
    shorten: bool = True  # says that her head is full


USUAL = Habits()
CALM = Habits(0, 0, 0, 0, 0, 0, 0, 0, hasty=1.0, notes=0, think=0.0, shorten=False)
BROWSING = Habits(twice=0.2, stale=0.1, voice=0.15, think=0.3)
