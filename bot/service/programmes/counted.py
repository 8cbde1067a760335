"""How a programme that is counted stands, and who hears that it runs out."""

from __future__ import annotations

from bot.service.house import House
from casework import budget
from casework.budget import Month, Room, Standing
from casework.programmes import Programme
from storage import alerts, grants
from storage.tx import Tx


async def standing(
    tx: Tx, house: House, programme: Programme, month: Month | None = None
) -> Standing:
    """How it stands in this month; without one, in the month of today."""
    given = await grants.of_programme(tx, house.municipality.id, programme.id)
    today = house.today()
    what = [one.what for one in given]
    return budget.standing(programme, what, month or (today.year, today.month))


async def warn(
    tx: Tx, house: House, programme: Programme, stand: Standing | Room, kinds: tuple[str, str],
    once: str,
) -> None:  # fmt: skip
    """Everybody on the desk sees once that it runs out, before it has.

    `kinds`: the alerts for nearly full and for full; `once`: each comes once for this text.
    """
    if stand.near or stand.full:
        kind = kinds[stand.full]
        news = alerts.NewAlert(f"{kind}:{once}", kind, ref=programme.id)
        await alerts.put(tx, [news], house.clock.now().timestamp())
