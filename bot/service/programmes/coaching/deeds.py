"""What she does about her small goal: choose one, and say how it went."""

from __future__ import annotations

from bot.service.programmes.coaching import kept
from bot.service.programmes.coaching.kept import NewGoal
from bot.service.work import Work
from casework.coaching import GOAL_LENGTH, is_goal
from casework.effects import GoalTold, SetGoal
from storage import requests
from storage.requests import PARENT


async def set_goal(work: Work, deed: SetGoal) -> None:
    """One small thing for this week; "nee" is none. What she only spoke stays an answer."""
    words = deed.words.strip()[:GOAL_LENGTH]
    if is_goal(words):
        new = NewGoal(work.conversation.family_id, words, PARENT)
        await kept.set_goal(await work.direct(), work.house, new)


async def told(work: Work, deed: GoalTold) -> None:
    """How it went; said a second time, or of a goal that she changed, it changes nothing."""
    tx = await work.direct()
    goal = await requests.get(tx, deed.goal)
    hers = goal is not None and goal.family_id == work.conversation.family_id
    if goal is not None and hers and goal.state == kept.SET:
        await kept.went(tx, goal, deed.how.value, deed.words, work.at)
