"""The errors that the Bot API answers with."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """An answer with `ok: false`; `parameters` may hold `retry_after` (whole seconds)."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(description: str) -> ApiError:
    """A 400 with the real server's prefix."""
    return ApiError(400, f"Bad Request: {description}")
