"""How the packages stand: counts, money and pace, for coordinators and caseworkers. No names."""

from __future__ import annotations

from starlette.responses import Response

from bot.desk import told
from bot.desk.baby import words
from bot.desk.gate import Call, View
from bot.desk.referring.words import REFERRERS
from bot.desk.views import shared
from casework import budget
from casework.baby_package import shown
from casework.budget import Month
from dialogs.language.dates import MONTHS


async def page(call: Call) -> Response:
    """The counter per phase, money, pace, and who referred, month by month."""
    found = await call.desk.programmes.counting.figures()
    if found is None:
        return told.not_here(call.desk, call.visit)
    return call.desk.pages.show(
        "packages.html",
        figures=found,
        phases=[(words.PHASES[phase], count) for phase, count in found.per_phase.items()],
        rows=[(_month(m), REFERRERS[who], shown(n)) for m, who, n in found.referrals],
        euros=budget.euros,
        pace=lambda each: f"{each:.1f}".replace(".", ","),
        **shared(call),
    )


def _month(month: Month) -> str:
    return f"{MONTHS[month[1] - 1]} {month[0]}"


ROUTES: tuple[tuple[str, str, str, View], ...] = (("packages", "GET", "/pakketten", page),)
