"""The rooms of the programmes over the database."""

from __future__ import annotations

from collections.abc import Callable

from bot.desk.breakthrough.ports import Breakthroughs
from bot.desk.rooms import Programmes
from bot.service.arranging.desk import Childcare
from bot.service.council.asked import Council
from bot.service.house import House
from bot.service.programmes.arrears.desk import Arrears
from bot.service.programmes.baby.counting import Counting
from bot.service.programmes.baby.desk import Packages
from bot.service.programmes.baby.referring import Referring
from bot.service.programmes.breakthroughs.asking import Asking
from bot.service.programmes.breakthroughs.deciding import Deciding
from bot.service.programmes.child_package.desk import ChildPackages
from bot.service.programmes.child_package.referring import Referring as ReferringChild
from bot.service.programmes.coaching.desk import Coaching
from bot.service.programmes.ideas.box import Ideas
from storage.database import Database


def programmes(
    database: Database, house: House, wake: Callable[[], None] = lambda: None
) -> Programmes:
    """What the desk's pages of programmes are given. `wake` is called when a turn waits."""
    return Programmes(
        childcare=Childcare(database, house),
        packages=Packages(database, house, wake),
        referring=Referring(database, house),
        counting=Counting(database, house),
        child_package=ChildPackages(database, house, wake),
        referring_child=ReferringChild(database, house),
        breakthroughs=Breakthroughs(Asking(database, house), Deciding(database, house)),
        coaching=Coaching(database, house, wake),
        arrears=Arrears(database, house),
        council=Council(database, house),
        ideas=Ideas(database, house, wake),
    )
