"""What she says of what she does not name: "huur niet, de rest wel", "…, de rest is betaald"."""

from __future__ import annotations

import re

_REST = re.compile(
    r"^(?:alleen |liever )*(?:niet|geen|behalve) (.+?)(?: \||,)?(?: maar| wel| en| verder)*"
    r"(?: de| het| al het)? ?"
    r"(?:rest|overige|andere(?: dingen)?|alles|allemaal)"
    r"(?: (?:is|zijn|wel|kan|mag|graag|goed|prima|ok|YES))*$"
    r"|^alleen (?:niet|geen) (\w+)$"
    r"|^((?:\w+ ){0,2}\w+) (?:kan |lukt |wil ik |heb ik )?niet(?: nodig)?(?: \|)?(?: maar| en)*"
    r" (?:de |alle )?(?:rest|overige|andere(?: \w+)?)"
    r"(?: is| zijn)? (?:wel|graag|goed|mag|kan|ja|prima|YES)(?: \w+)?$"
    r"|^(?:niet|geen|behalve) (?:op |in |de )*(\w+)(?: \|)? (?:verder|anders|maar verder) "
    r"(?:alles |altijd |is |het )*"
    r"(?:prima|goed|ok|kan|mag|alles|altijd|best|allemaal|ANY|YES)(?: \w+)?$"
)
_AND_NONE = re.compile(
    r"(?: \|| en)? (?:verder|anders) (?:niemand|niks|niets|NONE|geen[ _]\w+|nergens)$"
    r"|(?: \||,)? niemand (?:anders|verder)$"
)
_SINCE_PAID = re.compile(  # "stroom niet, die is betaald"
    r"(?<=niet)(?: \|)? (?:die|dat|want die) (?:is|zijn|heb ik|hebben we) (?:\w+ ){0,2}"
    r"(?:betaald|afbetaald|geregeld|opgelost)$"
)
_NAY = re.compile(r"(?<=\w) nee(?= \||$)")
_AYE = re.compile(r"\w (?:ja|wel)\b")
_THE_REST = re.compile(  # "…, de rest is betaald"
    r"(?: \|| en| maar)+ (?:de |het |al het )?(?:rest|overige|andere|verder|anders)"
    r"(?: (?:is|gaat|zijn|hebben|heb|alles|we|ik|allemaal|al|wel|gelukkig))*"
    r" (?:betaald|goed|prima|ok|geregeld|niet|in orde|opgelost|niet nodig|NO|NONE|YES|afgewezen"
    r"|gestopt|stopgezet|hebben (?:we|wij|ze)(?: al)?|heb ik(?: al)?)$"
)
_NOT_THEN = re.compile(
    r"^(?:alleen )?(?:niet|behalve) (?:op |in |de )*"
    r"(\w+(?: en (?:de )?\w+)?)(?: altijd| alles| kan alles)?$"
    r"|^(?:op |in )?(?:de )?(\w+) (?:kan |lukt |gaat |past |komt )?(?:ik |het |me )*(?:liever )?"
    r"niet(?: uit)?$"
)
_PART = r"s?(?:ochtend|morgen|middag|avond)s?|weekend"
_BUSY_THEN = re.compile(  # "'s avonds werk ik, dan kan ik niet"
    rf"^(?:in |op )?(?:het |de )?({_PART})(?: \||(?! (?:{_PART})\b) \w+){{1,7}} (?:NO|dan niet)$"
)
_REFUSED = re.compile(r"^[^|]*\b(?:niet|geen|behalve|zonder)\b")


def spelled_out(said: str, *, times: bool) -> str:
    """The same answer with "alles behalve …" for a wanted rest and without a rest that is fine.

    With `times` the options are the parts of the day: who cannot at one, can at the others.
    """
    said = _SINCE_PAID.sub("", _AND_NONE.sub("", said))
    if _AYE.search(said):
        said = _NAY.sub(" niet", said)  # "huur ja, telefoon nee"
    if not _REFUSED.search(said):
        said = _THE_REST.sub("", said)
    if times:
        said = _NOT_THEN.sub(r"alles behalve \1\2", said)
        said = _BUSY_THEN.sub(r"alles behalve \1", said)
    return _REST.sub(_but, said)


def _but(rest: re.Match[str]) -> str:
    return f"alles behalve {rest[1] or rest[2] or rest[3] or rest[4]}"
