"""How the team came by her name, when she asks: what the law says, in the words of the town."""

from __future__ import annotations

from bot.service import wording
from bot.service.programmes.arrears import keeping
from bot.service.work import Work
from casework.arrears import PROGRAMME


async def known_from(work: Work) -> dict[str, str]:
    """Whether a creditor's signal brought her here, and then what is told of that; names nobody."""
    if not await keeping.of_family(work.tx, work.conversation.family_id):
        return {"signaal": "nee"}
    said = work.house.wording.plain(wording.HEARD_FROM, work.session.form)
    return {"signaal": "ja", "bron_zin": _of_town(work) or said}


def _of_town(work: Work) -> str:
    """The town's own words, unless they are only an example."""
    found = work.house.municipality.offers(PROGRAMME)
    if found is None or "heard_from" in found.examples:
        return ""
    return found.heard_from
