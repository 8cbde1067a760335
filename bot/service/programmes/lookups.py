"""What the scripts of the programmes may ask in mid-turn."""

from __future__ import annotations

from collections.abc import Mapping

from bot.service import hearing
from bot.service.arranging import nearby, tips
from bot.service.arranging import told as arranged
from bot.service.found import Args, Found, LookupFn
from bot.service.programmes import standing
from bot.service.programmes.arrears import told as arrears
from bot.service.programmes.baby import asking as baby
from bot.service.programmes.baby import told as package
from bot.service.programmes.child_package import told as for_child
from bot.service.programmes.coaching import told as coaching
from bot.service.programmes.ideas import leaving as ideas
from bot.service.work import Work


async def _childcare_step(work: Work, args: Args) -> Found:
    """A step of hers towards childcare."""
    return Found(await arranged.step(work, args))


async def _childcare_before(work: Work, _args: Args) -> Found:
    """What she told when she asked for childcare before."""
    return Found(await arranged.care_before(work))


async def _told_before(work: Work, args: Args) -> Found:
    """What she told before, to confirm."""
    return Found(await arranged.before(work, args))


async def _known_from(work: Work, _args: Args) -> Found:
    """How we came by her name."""
    return Found(await arrears.known_from(work))


async def _offers(work: Work, args: Args) -> Found:
    """What else she may begin."""
    found = await arranged.offers(work, args)
    if not args.get("only") and (asked := await standing.offered(work)):
        found |= asked | {"aanbod": "ja"}
    return Found(found)


async def _due_months(work: Work, args: Args) -> Found:
    """The months in which a baby can come."""
    return Found(options=await baby.due_months(work, args))


async def _baby_toddler(work: Work, args: Args) -> Found:
    """Whether there still is a second package to tell her of."""
    return Found(await package.toddler(work, args))


async def _coaching(work: Work, args: Args) -> Found:
    """Her small goal, and who helps her."""
    return Found(hearing.names(work, await hearing.handoff(work)) | await coaching.goal(work, args))


async def _card(work: Work, args: Args) -> Found:
    """Something useful to know."""
    return Found(await tips.card(work, args))


async def _card_day(work: Work, args: Args) -> Found:
    """When the first card comes."""
    return Found(await tips.first_day(work, args))


async def _child_package(work: Work, args: Args) -> Found:
    """What is known when she asks something for a child."""
    return Found(await for_child.flow(work, args))


async def _child_status(work: Work, args: Args) -> Found:
    """How it stands with what she asked for her children."""
    return Found(await standing.status(work, args))


async def _child_told(work: Work, args: Args) -> Found:
    """How it stands with one thing that she asked for a child, now that it is a step further."""
    return Found(await standing.news(work, args))


async def _child_again(work: Work, args: Args) -> Found:
    """What was arranged for a child almost a year ago."""
    return Found(await for_child.again(work, args))


async def _idea_answer(work: Work, args: Args) -> Found:
    """What the town did with an idea of hers."""
    return Found(await ideas.answered(work, args))


async def _nearby(work: Work, args: Args) -> Found:
    """What there is to do in her neighbourhood."""
    return Found(await nearby.look(work, args))


async def _town_pass(work: Work, _args: Args) -> Found:
    """The pass of this town."""
    return Found(await tips.town_pass(work))


LOOKUPS: Mapping[str, LookupFn] = {
    "childcare_step": _childcare_step,
    "childcare_before": _childcare_before,
    "told_before": _told_before,
    "known_from": _known_from,
    "offers": _offers,
    "due_months": _due_months,
    "baby_toddler": _baby_toddler,
    "coaching": _coaching,
    "card": _card,
    "card_day": _card_day,
    "child_package": _child_package,
    "child_status": _child_status,
    "child_told": _child_told,
    "child_again": _child_again,
    "idea_answer": _idea_answer,
    "nearby": _nearby,
    "town_pass": _town_pass,
}
