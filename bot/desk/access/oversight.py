"""Pages of those who help no family themselves: counts, technique, and nothing a parent said."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from bot.desk.gate import Call
from casework.referrals import referrers


async def counts(call: Call) -> Response:
    """For the coordinator: how much waits on whom, promises not kept, and families coached."""
    desk, watch = call.desk, call.desk.oversight
    has = desk.programmes.packages.programme is not None
    counter = await desk.programmes.coaching.counter()
    ideas = desk.programmes.ideas
    return _page(
        call,
        "counts.html",
        loads=await watch.loads(),
        broken=await watch.overdue(),
        has_packages=has,
        counter=counter,
        has_referrers=bool(referrers(desk.municipality)),
        codes_near=await desk.codes.near(),
        ideas=await ideas.waiting() if ideas.here else None,
    )


async def operations(call: Call) -> Response:
    """For the administrator: technical notices, and whether the log of reads is whole."""
    return _page(call, "operations.html", state=await call.desk.oversight.operations())


def _page(call: Call, template: str, **facts: Any) -> Response:
    assert call.visit is not None
    return call.desk.pages.show(
        template,
        me=call.desk.person(call.me),
        proof=call.visit.form_token,
        now=call.now,
        **facts,
    )
