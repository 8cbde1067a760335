"""What there is to do in her neighbourhood, a few at a time, by what she told."""

from __future__ import annotations

from collections.abc import Mapping

from bot.service import wording
from bot.service.work import Work
from casework.activities import PROGRAMME, Activity, of_hers, some
from casework.funds import BANDS
from dialogs.model import Status

DISTRICT, CHILDREN = "intake.district", "intake.children"


def hers(work: Work) -> list[Activity]:
    """What is there for her; nothing where the town does not offer it."""
    town, answers = work.house.municipality, work.session.answers
    found = town.offers(PROGRAMME)
    if found is None or not found.runs(work.today):
        return []
    lives, children = answers.get(DISTRICT), answers.get(CHILDREN)
    district = lives.value[0] if lives and lives.value else ""
    told = children is not None and children.status is Status.ANSWERED
    bands = [one for one in children.value if one in BANDS] if told and children else None
    return of_hers(town.activities, district, bands)


async def look(work: Work, args: Mapping[str, str]) -> dict[str, str]:
    """The next few of them, from the place that `from` says, and whether there are more."""
    place = args.get("from", "")
    shown, after = some(hers(work), int(place) if place.isdecimal() else 0)
    if not shown:
        return {"buurt": "nee"}
    return {
        "buurt": "ja",
        "buurt_zin": "\n\n".join(_said(work, one) for one in shown),
        "buurt_namen": ", ".join(one.label for one in shown),
        "meer": "ja" if after is not None else "nee",
        "verder": str(after or 0),
    }


def _said(work: Work, one: Activity) -> str:
    plain, form = work.house.wording.plain, work.session.form
    name = f"{one.label} ({plain(wording.EXAMPLE, form)})" if one.made_up else one.label
    said = wording.NEARBY.filled(naam=name, wat=one.what, waar=one.where)
    more = f" {one.link}" if one.link else ""
    return f"{plain(said, form)}{more}"
