"""The whole count after a run."""

from __future__ import annotations

from functools import partial
from statistics import median

from sqlalchemy import func, select

from storage.schema import inbox, set_aside
from storage.tx import Tx
from tests.crash.figures import Figures
from tests.crash.kept import check_answers, check_inbox
from tests.crash.parent import Parent
from tests.crash.run import Fire
from tests.crash.sent import check_pages, check_sends
from tests.crash.web_parent import WebParent


async def burn(fire: Fire) -> Figures:
    """From an empty database to the figures."""
    await fire.run()
    return await audit(fire)


async def audit(fire: Fire) -> Figures:
    """Compare what parents and fake saw with what lies in the database; closes it."""
    events = fire.events
    everybody: list[Parent | WebParent] = [*events.parents, *events.browsers]
    figures = Figures(
        name=fire.plan.name,
        kills=len(events.stuck),
        killed_starting=events.killed_starting,
        seconds=events.seconds,
        start=median(fire.service.starts),
        calm=events.calm_after,
        longest=max(parent.longest_wait for parent in everybody),
        parents=len(events.parents),
        finished=sum(parent.done for parent in everybody),
        browsers=len(events.browsers),
        web_answers=sum(one.ledger.accepted.total() for one in events.browsers),
        pressed_again=sum(one.retried for one in events.browsers),
        reminders=fire.planner.planned,
        unanswered=len(events.hung),
        overtaken=sum(parent.eyes.overtaken for parent in events.parents),
        problems=[*events.hung, *fire.fake.world.violations],
    )
    if figures.overtaken:
        figures.wrong("out of order:", figures.overtaken)
    forgotten = fire.forgotten()
    figures.forgotten = forgotten.total()
    for one in events.unsure - events.shown:
        figures.wrong("the tandem does not see that a reminder is unsure:", one)
    async with fire.database.reading() as tx:
        for channel in ("telegram", "web"):
            hers = [parent for parent in everybody if parent.channel == channel]
            named = partial(fire.database.fingerprint, channel)
            await check_inbox(tx, figures, channel, hers, named, forgotten)
        for parent in everybody:
            await check_answers(tx, figures, parent)
        await check_sends(tx, figures, fire)
        await check_pages(tx, figures)
        await _check_nothing_aside(tx, figures)
    await fire.database.close()
    return figures


async def _check_nothing_aside(tx: Tx, figures: Figures) -> None:
    """No honest update ends among the strange ones."""
    aside = (await tx.execute(select(func.count()).select_from(set_aside))).scalar_one()
    stuck = await tx.execute(select(func.count()).where(inbox.c.state == "aside"))
    if aside or (count := stuck.scalar_one()):
        figures.wrong("set aside:", aside or count)
