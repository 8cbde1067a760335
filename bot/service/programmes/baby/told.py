"""What is said to her about packages: plain, and no day that nobody knows.

Why one stopped is said as a person chose it, and never worked out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.service.programmes.baby.following import WAITS, is_over
from bot.service.talks import name
from bot.service.work import Work
from casework.baby_package import PROGRAMME, Phase, Why
from casework.requests import WITHDRAWN
from dialogs.model import Text
from storage import handoffs, requests
from storage.requests import Request

_ABOUT: Mapping[str, Text] = {
    "": Text("Je vraag om een pakket:", "service"),
    Phase.BABY: Text("Het pakket voor je baby:", "service"),
    Phase.TODDLER: Text("Het pakket voor je peuter:", "service"),
}
_STANDS: Mapping[str, Text] = {  # as casework.requests
    "asked": Text("gevraagd. We zoeken een helper die het aanvraagt.", "service"),
    "referred": Text("aangevraagd. Een mens bekijkt of het kan.", "service"),
    "granted": Text("je krijgt het. Het komt met de post.", "service"),
    "posted": Text("het is op de post.", "service"),
    WITHDRAWN: Text("daar zijn we mee gestopt.", "service"),
}
_OVER = Text("er zijn nu geen pakketten meer. Een mens kijkt met je wat wel kan.", "service")
NEXT: Mapping[str, Text] = {  # said when it becomes so
    "referred": Text("Weten we meer? Dan hoor je het hier.", "service"),
    "granted": Text("Welke dag weet ik nog niet. Is het op de post? Dan hoor je het.", "service"),
    "posted": Text("Komt het niet aan? Typ het hier. Ik geef het door.", "service"),
    WITHDRAWN: Text("Wil je er meer over weten? {naam1} vertelt het je.", "service"),
}
WHYS: Mapping[str, Text] = {
    Why.AGREED: Text("Dat spraken we samen af.", "service"),
    Why.ELSEWHERE: Text("De spullen komen van een andere plek.", "service"),
    Why.FULL: Text("Er zijn nu geen pakketten meer. Dat ligt niet aan jou.", "service"),
    Why.RULES: Text(
        "Het past niet bij de regels van dit pakket. Dat ligt niet aan jou.", "service"
    ),
}


def newest(asked: Sequence[Request]) -> list[Request]:
    """What people are busy with; without that the last of each kind."""
    open_ = [one for one in asked if one.state in (*WAITS, "granted")]
    return open_ or list({one.kind: one for one in asked}.values())


def stands(work: Work, one: Request, _asked: Sequence[Request]) -> str:
    """How it stands with this one. What was stopped may be a sorrow: no word of a baby then."""
    plain, form = work.house.wording.plain, work.session.form
    about = _ABOUT["" if one.state == WITHDRAWN else one.kind]
    said = [about, _OVER if is_over(work.house, one) else _STANDS[one.state]]
    if one.state == WITHDRAWN and (why := WHYS.get(str(one.facts.get("why", "")))):
        said.append(why)
    return " ".join(plain(text, form) for text in said)


def open_now(work: Work) -> bool:
    """Whether she can ask for a package today."""
    found = work.house.municipality.offers(PROGRAMME)
    return found is not None and bool(found.flow) and found.runs(work.today)


def again(work: Work, asked: Sequence[Request]) -> bool:
    """Whether she may ask for the next one from her menu: she asked before, and nothing waits."""
    return bool(asked) and open_now(work) and all(one.state not in WAITS for one in asked)


async def toddler(work: Work, args: Mapping[str, str]) -> dict[str, str]:
    """Whether there still is a second package to tell her of, and who looks after her."""
    number = args.get("request", "")
    found = await requests.get(work.tx, int(number)) if number.isdecimal() else None
    programme = work.house.municipality.offers(PROGRAMME)
    hers = found is not None and found.family_id == work.conversation.family_id
    runs = programme is not None and programme.runs(work.today)
    brought = await handoffs.of_family(work.tx, work.conversation.family_id)
    worker = name(work.house, brought[-1].neighbourhood_worker) if brought else ""
    known = hers and bool(worker)
    return {
        "kan": "ja" if known and runs else "nee",
        "voorbij": "ja" if known and not runs else "nee",
        "naam1": worker,
    }
