"""The rooms of the programmes: what the pages of each need known and done, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from bot.desk.arrears.ports import Arrears
from bot.desk.baby.ports import Counting, Packages, Referring
from bot.desk.breakthrough.ports import Breakthroughs
from bot.desk.child_package.ports import ChildPackages
from bot.desk.child_package.ports import Referring as ReferringChild
from bot.desk.childcare.ports import Childcare
from bot.desk.coaching.ports import Coaching
from bot.desk.council.ports import Council
from bot.desk.ideas.ports import Ideas


@dataclass(frozen=True, slots=True)
class Programmes:
    """Each says itself whether this municipality has it; without it there is no such page."""

    childcare: Childcare
    packages: Packages
    referring: Referring
    counting: Counting
    child_package: ChildPackages
    referring_child: ReferringChild
    breakthroughs: Breakthroughs
    coaching: Coaching
    arrears: Arrears
    council: Council
    ideas: Ideas
