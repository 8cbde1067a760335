"""What every page on which the tandem acts has in common."""

from __future__ import annotations

from bot.desk.acting.ports import Acting
from bot.desk.gate import Call


def deeds(call: Call) -> Acting:
    """What can be done here."""
    assert call.desk.acting is not None
    return call.desk.acting
