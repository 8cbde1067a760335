"""Words for children and grown-ups in a family, as they are typed."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from dialogs.language.wordlist import listed

GENERAL = "general"  # "kinderen": may stand for boys and girls that are named after it
OWN = "own"
OWN_AGE = re.compile(r"\bik (?:ben|word) (?:zelf )?(?:nu )?(?:1[5-9]|[2-9]\d)\b(?: jaar)?(?! week)")
_GENERAL = frozenset(
    listed("""
kind kinderen kindje kindjes kids kid kiddos kindren kinders kindere kinderne kidneren kindern
koters kinder kinddren pikin persoon personen mensen leden gezinsleden man/vrouw
""")
)
_OWN = frozenset(
    listed("""
jongen jongens jongetje jongetjes meisje meisjes meid meiden meisie meissie zoon zoons zonen
zoontje zoontjes dochter dochters dochtertje dochtertjes baby babys baby's babies babytje peuter
peuters kleuter kleuters puber pubers tiener tieners ventje kleine kleintje kleintjes ukkie
dreumes stiefkind stiefkinderen stiefzoon stiefdochter pleegkind pleegkinderen pleegzoon
pleegdochter jonge jonges meisja meisjs docher dochtr dogter zooon jochie oudste jongste
middelste
""")
)
_ADULT = frozenset(
    listed("""
volwassene volwassenen volwassen man vrouw partner vriend vriendin moeder mama vader papa oma
opa zus zusje broer broertje zwager schoonmoeder schoonvader ouders ouder ex tante oom
huisgenoot
""")
)
_BIRTHS = {"tweeling": 2, "tweelingen": 2, "drieling": 3, "drielingen": 3, "vierling": 4}
_COLLECTIVES = {
    "tweeen": 2, "tween": 2, "2en": 2, "drieen": 3, "drien": 3, "drieeen": 3, "vieren": 4,
    "vijven": 5, "zessen": 6, "zevenen": 7, "achten": 8, "negenen": 9, "tienen": 10,
    "tweetjes": 2, "drietjes": 3, "viertjes": 4, "vijfjes": 5, "zesjes": 6,
}  # fmt: skip
_LONG = tuple(w for w in (*_GENERAL, *_OWN) if len(w) >= 6 and w.isalpha())
_KNOWN = _GENERAL | _OWN | _ADULT
_NO_CHILD = frozenset(listed("jongeren dochters-in-law schoondochter schoonzoon kleinkind"))


@lru_cache(maxsize=4096)
def person(word: str) -> str:
    """GENERAL for "kinderen", OWN for "meisje" or "oma", "" for anything else; typos allowed."""
    if word in _GENERAL:
        return GENERAL
    if word in _KNOWN:
        return OWN
    if len(word) < 6 or word in _NO_CHILD:
        return ""
    near = [w for w in _LONG if DamerauLevenshtein.distance(w, word, score_cutoff=1) <= 1]
    return (GENERAL if near[0] in _GENERAL else OWN) if near else ""


def plural(word: str) -> bool:
    """Whether these are several: "zoons", "kinderen"; "mensen" too."""
    return word.endswith(("s", "en", "kinder", "ren")) and word not in ("jongen", "volwassen")


def adult(word: str) -> bool:
    """Whether this is a grown-up."""
    return word in _ADULT


@lru_cache(maxsize=1024)
def multiple_birth(word: str) -> int:
    """2 for "tweeling", 3 for "drieling", 0 for anything else; typos allowed."""
    if word in _BIRTHS:
        return _BIRTHS[word]
    if not re.match(r"[tdv].{5,9}$", word):
        return 0
    near = [w for w in _BIRTHS if DamerauLevenshtein.distance(w, word, score_cutoff=1) <= 1]
    return _BIRTHS[near[0]] if near else 0


def collective(word: str) -> int:
    """3 for "drieën" and "drietjes", 0 for anything else."""
    return _COLLECTIVES.get(word, 0)
