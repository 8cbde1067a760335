"""What a script gets back when it looks something up in mid-turn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from bot.service.work import Work
from dialogs.model import Option


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a look-up."""

    facts: Mapping[str, str] = field(default_factory=dict)
    options: tuple[Option, ...] = ()


Args = Mapping[str, str]
LookupFn = Callable[[Work, Args], Awaitable[Found]]
