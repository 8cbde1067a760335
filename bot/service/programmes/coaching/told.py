"""What scripts look up about coaching: her small goal, and whether childcare runs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.service.programmes.coaching import kept
from bot.service.work import Work
from casework import coaching
from casework.coaching import GOAL_LENGTH, is_goal
from casework.municipality import months
from dialogs.model import Status
from storage import childcare
from storage.requests import Request

INTAKE = "intake.small_goal"


async def goal(work: Work, args: Mapping[str, str]) -> dict[str, str]:
    """The goal with this id, else the one of this week, else what she chose in the intake.

    `loopt`: whether she takes part, and the goal that was asked for is still open. `doel_bekend`:
    there are words to show; `doel_open`: they are of this week. `maanden_samen`: how long she takes
    part by now, also when she is asked later than planned.
    """
    family = work.conversation.family_id
    mine = await kept.takes_part(work.tx, family)
    runs = mine is not None and mine.state == kept.STARTED
    known = await kept.goals(work.tx, family)
    found = kept.open_goal(known)
    if wanted := args.get("goal", ""):
        found = found if found is not None and str(found.id) == wanted else None
        runs = runs and found is not None
    words = str(found.facts[kept.WORDS]) if found else "" if known else _before(work)
    return _so_long(work, mine) | {
        "loopt": "ja" if runs else "nee",
        "goal": str(found.id) if found else "",
        "doel": words,
        "doel_bekend": "ja" if words else "nee",
        "doel_open": "ja" if found else "nee",
        "opvang": "ja" if await _cared_for(work) else "nee",
    }


def _so_long(work: Work, mine: Request | None) -> dict[str, str]:
    if mine is None or mine.due_on is None:
        return {}
    planned = coaching.follow_up_months(work.house.municipality.programmes)
    asked_on = date.fromisoformat(mine.due_on)
    return {"maanden_samen": months(coaching.together(asked_on, work.today, planned))}


async def may_choose(work: Work) -> bool:
    """Whether she takes part and has no goal for this week."""
    family = work.conversation.family_id
    mine = await kept.takes_part(work.tx, family)
    runs = mine is not None and mine.state == kept.STARTED
    return runs and kept.open_goal(await kept.goals(work.tx, family)) is None


def _before(work: Work) -> str:
    """What she typed in the intake; a spoken one cannot be quoted, and "nee" is none."""
    answer = work.session.answers.get(INTAKE)
    if answer is None or answer.status is not Status.ANSWERED or not is_goal(answer.words):
        return ""
    return answer.words[:GOAL_LENGTH]


async def _cared_for(work: Work) -> bool:
    """Whether childcare has begun."""
    today = work.today.isoformat()
    rows = await childcare.of_family(work.tx, work.conversation.family_id)
    return any(row.first_day and row.first_day <= today for row in rows)
