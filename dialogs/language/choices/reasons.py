"""An answer with its reason: "met de fiets want de auto is stuk" is about the bicycle."""

from __future__ import annotations

import re

_REASON = re.compile(r"[\s,.;]+(?:want|omdat|aangezien|doordat|anders)\s", re.IGNORECASE)


def without(text: str) -> str:
    """What stands before the reason; "" when there is none."""
    found = _REASON.search(text)
    return text[: found.start()].strip() if found else ""
