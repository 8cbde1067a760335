"""Something for a child in her own copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.service.programmes import outside
from bot.service.programmes.telling import Teller
from dialogs.model import Text

KINDS: Mapping[str, Text] = {  # what of the programme
    "sport": Text("sport", "copy"),
    "music": Text("muziek, dans of kunst", "copy"),
    "school": Text("school of een fiets", "copy"),
    "other": Text("iets anders", "copy"),
}
FACTS: Mapping[str, Text] = {  # what is known of it, by name
    "child": Text("voor kind", "copy"),
    "band": Text("leeftijd", "copy"),
    "words": Text("in eigen woorden", "copy"),
    "club": Text("club of les", "copy"),
    "helps": Text("wie of wat al helpt", "copy"),
    "asker": Text("wie het vroeg", "copy"),
    "times": Text("goed moment", "copy"),
    "place": Text("waar we praten", "copy"),
    "items": Text("wat nodig is", "copy"),
    "own": Text("wat zelf lukt", "copy"),
    "fund": Text("het fonds", "copy"),
    "paid": Text("hoe het geregeld is", "copy"),
    "contact": Text("hoe we je bereiken", "copy"),
    **outside.FACTS,
}
VALUES: Mapping[str, Mapping[str, Text]] = {  # of facts that are kept as a code
    "band": {
        "b0_1": Text("0 of 1 jaar", "copy"),
        "b2_3": Text("2 of 3 jaar", "copy"),
        "b4_12": Text("4 tot en met 12 jaar", "copy"),
        "b13_17": Text("13 tot en met 17 jaar", "copy"),
    },
    "asker": {
        "parent": Text("de ouder", "copy"),
        "carer": Text("wie voor het kind zorgt", "copy"),
        "helper": Text("iemand die helpt", "copy"),
    },
    "times": {
        "morning": Text("ochtend", "copy"),
        "afternoon": Text("middag", "copy"),
        "evening": Text("avond of weekend", "copy"),
        "school": Text("onder schooltijd", "copy"),
        "any": Text("maakt niet uit", "copy"),
    },
    "place": {
        "home": Text("thuis", "copy"),
        "office": Text("ergens anders", "copy"),
        "phone": Text("telefoon", "copy"),
        "any": Text("maakt niet uit", "copy"),
    },
    "paid": {
        "kind": Text("met spullen of een les", "copy"),
        "club": Text("direct betaald aan de club of school", "copy"),
        "own": Text("met hulp die er al was", "copy"),
    },
    "referrer": outside.REFERRERS,
}


def shown(tell: Teller, name: str, value: Any) -> list[str]:
    """Her words, or the words for what is kept as codes with ", " between them."""
    known = VALUES.get(name)
    if known is None:
        return [str(value)]
    said = (tell.say(known, one) if one in known else one for one in str(value).split(", "))
    return [", ".join(said)]
