"""The rooms of the programmes without a database."""

from __future__ import annotations

from bot.desk.rooms import Programmes
from casework.municipality import Person, Role
from casework.programmes import Referrer
from tests.bot.desk import standin_breakthrough
from tests.bot.desk.standin_arrears import Bills
from tests.bot.desk.standin_baby import Counter, Outside, Store
from tests.bot.desk.standin_childcare import Nursery
from tests.bot.desk.standin_children import Children, OutsideChild
from tests.bot.desk.standin_coaching import Coach
from tests.bot.desk.standin_council import Counted
from tests.bot.desk.standin_ideas import Box

LOTTE = Person("lotte", "Lotte", Role.INTERMEDIARY, refers_as=Referrer.MIDWIFE)


def rooms() -> Programmes:
    """Every programme, with next to nothing in it."""
    return Programmes(
        childcare=Nursery(),
        packages=Store(),
        referring=Outside(),
        counting=Counter(),
        child_package=Children(),
        referring_child=OutsideChild(),
        council=Counted(),
        ideas=Box(),
        arrears=Bills(),
        coaching=Coach(),
        breakthroughs=standin_breakthrough.rooms(),
    )
