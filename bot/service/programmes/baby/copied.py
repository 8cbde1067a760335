"""A package in her own copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.service.programmes import outside
from bot.service.programmes.telling import Teller
from dialogs.model import Text

KINDS: Mapping[str, Text] = {  # what of the programme
    "": Text("nog niet gekozen", "copy"),
    "baby": Text("voor een baby", "copy"),
    "toddler": Text("voor een peuter", "copy"),
}
FACTS: Mapping[str, Text] = {  # what is known of it, by name
    "child": Text("het kind, of de maand van de geboorte", "copy"),
    "helps": Text("wie je al helpt", "copy"),
    "reach": Text("hoe we afspreken waar het heen gaat", "copy"),
    "size": Text("maat van de kleertjes", "copy"),
    "colour": Text("kleur van de kleertjes", "copy"),
    "deliver": Text("waar het heen gaat", "copy"),
    "why": Text("waarom de vraag stopte", "copy"),
    **outside.FACTS,
}
VALUES: Mapping[str, Text] = {  # and the codes that stand in it
    "pregnant": Text("zwanger", "copy"),
    "b0_1": Text("0 of 1 jaar", "copy"),
    "b2_3": Text("2 of 3 jaar", "copy"),
    "unknown": Text("weet ik nog niet", "copy"),
    "boy": Text("voor een jongen", "copy"),
    "girl": Text("voor een meisje", "copy"),
    "neutral": Text("alle kleuren", "copy"),
    **outside.REFERRERS,
    "other": Text("iemand anders", "copy"),
    "nobody": Text("nog niemand", "copy"),
    "call": Text("bellen", "copy"),
    "message": Text("een bericht hier", "copy"),
    "helper": Text("via je helper", "copy"),
    "agreed": Text("samen afgesproken", "copy"),
    "elsewhere": Text("van een andere plek", "copy"),
    "full": Text("geen pakketten meer", "copy"),
    "rules": Text("de regels van dit pakket", "copy"),
}


def shown(tell: Teller, name: str, value: Any) -> list[str]:
    """A fact as she can read it."""
    if name == "size":
        return [str(value).removeprefix("s").replace("_", "-")]
    return [tell.say(VALUES, str(value))]
