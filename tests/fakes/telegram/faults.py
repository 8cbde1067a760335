"""Things that go wrong on purpose, per request."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

DROP = "drop"  # take the call, do what it says, and cut the line without an answer
CUT = "cut"  # cut the line before anything is done
DELAY = "delay"  # answer after `seconds`
REFUSE = "refuse"  # answer `status` with `description`, doing nothing
ECHO = "echo"  # do what it says, and answer `status` all the same (a proxy's 502)


@dataclass(slots=True)
class Fault:
    """One kind of trouble for calls of `method` ("" for all) to `chat` (0 for all)."""

    kind: str
    method: str = ""
    chat: int = 0
    times: int = 1  # so often, then it is over; 0 is always
    chance: float = 1.0
    seconds: float = 0.0
    status: int = 500
    description: str = "Internal Server Error"
    retry_after: int = 0
    bare: bool = False  # answer HTML as a proxy would, no JSON


@dataclass(slots=True)
class Faults:
    """The troubles in force; the first that fits a call is taken."""

    dice: Random = field(default_factory=lambda: Random(1))
    active: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """From now on."""
        self.active.append(fault)

    def take(self, method: str, chat: int) -> Fault | None:
        """The trouble for this call, if any; counts it."""
        for fault in self.active:
            fits = fault.method.lower() in ("", method.lower()) and fault.chat in (0, chat)
            if fits and (fault.chance >= 1.0 or self.dice.random() < fault.chance):
                self._count(fault)
                return fault
        return None

    def _count(self, fault: Fault) -> None:
        if fault.times:
            fault.times -= 1
            if not fault.times:
                self.active.remove(fault)
