"""Requests that cannot be made in a chat (under construction)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Request(StrEnum):
    """What is asked for."""

    BENEFIT = "benefit"


@dataclass(frozen=True, slots=True)
class Formal:
    """A request that has its own official way."""

    kind: Request


def read_formal(text: str) -> Formal | None:
    """The official request in this text."""
    return None
