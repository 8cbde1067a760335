"""Dutch number words of any size, typos allowed: "drieendertig" → 33, "vijfentwintg" → 25.

Short number words have many real neighbours ("tien" and "zien", "acht" and "echt"): a word that
Dutch knows is never taken for a typo.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from dialogs.language.normal import unaccented
from dialogs.language.wordlist import listed

_UNITS = listed("nul een twee drie vier vijf zes zeven acht negen")
_TEENS = listed("""
tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien
""")
_TENS = listed("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_EXACT = {word: value for value, word in enumerate(_UNITS + _TEENS)}
_EXACT |= {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
_EXACT |= {
    f"{unit}en{tens}": 10 * place + digit
    for place, tens in enumerate(_TENS, 2)
    for digit, unit in enumerate(_UNITS)
    if digit
}
_LARGE = {"honderd": 100, "duizend": 1000, "miljoen": 1_000_000}
_CHAT = {  # spellings that no rule of typos reaches safely
    "eentje": 1, "1tje": 1, "eentj": 1, "eentjes": 1, "twe": 2, "tweej": 2, "twie": 2, "twei": 2,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "nine": 9,
    "tweetjes": 2, "dri": 3, "drei": 3, "drietjes": 3, "dreie": 3, "dire": 3, "driee": 3,
    "vir": 4, "veir": 4, "viertjes": 4, "vjier": 4, "vire": 4,
    "vyf": 5, "fijf": 5, "vijv": 5, "vief": 5, "viif": 5, "vuf": 5, "vjif": 5, "veif": 5, "feif": 5,
    "zez": 6, "ses": 6, "zesz": 6,
    "seven": 7, "zeve": 7, "zefen": 7, "zevn": 7,
    "agt": 8, "ahct": 8, "achd": 8, "acgt": 8, "agd": 8,
    "nege": 9, "neegn": 9, "negn": 9,
    "tein": 10, "tine": 10, "elluf": 11, "elef": 11, "twaluf": 12, "twalf": 12,
    "achtien": 18, "achtig": 80, "vertig": 40, "vertien": 14, "twintag": 20, "twinteg": 20,
}  # fmt: skip
_HUNDRED = re.compile(r"^(.*?)(?:honderd|hondert|hondred|honder|hondrd|honderdt|hondderd)(.*)$")
_THOUSAND = re.compile(r"^(.*?)(?:duizend|duizent|duizen|duzend|duisend|duizned|duizdend)(.*)$")
_REAL = frozenset(
    listed("""
nu nl lul zul nut vul jul gul nel ul en geen ben eens even ten eten men den hen heen ken eet pen
meen neen teen leen ren veen gen ein eend wen eren eden zen ven thee tweet wee tree tee die
drive arie dries dre rie driel brie hier ver viel bier dier voer viert vies view pier veer wier
lier nier vie mier gier sier kier lijf wijf ze zei zeg zet zee les zus des es mes yes bes nes
res jes leven even geven zegen neven zweven zeden echt dacht nacht macht wacht ach zacht jacht
act lacht vacht pacht tegen nemen regen wegen neen vegen neger legen neigen zien toen ten dien
uien tiel tie tin then rine rien fien tijn bien mien ties lien wien sien zelf elk el lef els
self erf eli ef verdien weerzien achteren achten wachten achtte machtig levendig bevestig deftig
zever zevens viers vijfs drift driest tieten achter acute zesde zevende negende achtste vierde
vijfde derde tiende tweede elfde twaalfde tiener tieners
honderden duizenden miljoenen
""")
)
_ROUND = {
    f"{name}{large}": value * size
    for name, value in _EXACT.items()
    if 1 < value < 20
    for large, size in (("honderd", 100), ("duizend", 1000))
}
_FUZZY = tuple(word for word in (*_EXACT, *_LARGE, *_ROUND) if len(word) > 3)
_FRACTIONS = str.maketrans({"½": ",5", "¼": ",25", "¾": ",75"})
_BARE_FRACTION = re.compile(r"(?<!\d)(?=[½¼¾])")


def fold(text: str) -> str:
    """Small letters without accents, punctuation kept; "2½" becomes "2,5"."""
    halves = _BARE_FRACTION.sub("0", text).translate(_FRACTIONS)
    if halves.isascii():
        return halves.lower()
    return unaccented(halves.casefold()).replace("’", "'")


@lru_cache(maxsize=4096)
def spelled(word: str) -> int | None:
    """The whole number that one folded word spells, or None."""
    known = _small(word)
    if known is not None or len(word) < 6:
        return known
    if found := _THOUSAND.match(word):
        return _parts(found, 1000, 1000)
    if found := _HUNDRED.match(word):
        return _parts(found, 100, 100)
    return None


def torn(word: str) -> bool:
    """Whether an unknown word looks like a number word that cannot be read any more."""
    return len(word) > 5 and bool(_TORN.search(word)) and spelled(word) is None


_TORN = re.compile(
    r"hond[er]|nderd$|duiz|uizend$|en(?:twin|der|veer|vijf|zes|zeven|tach|negen)|tig$"
)


def _parts(found: re.Match[str], size: int, most: int) -> int | None:
    """ "twaalfhonderdvijftig": how often the size, and what comes on top."""
    often, rest = found.group(1), found.group(2)
    times = spelled(often) if often else 1
    if rest.startswith("en") and spelled(rest.removeprefix("en")) is not None:
        rest = rest.removeprefix("en")
    more = spelled(rest) if rest else 0
    if times is None or more is None or not 0 < times < 1000 or more >= most:
        return None
    return times * size + more


def _small(word: str) -> int | None:
    """Up to 99, or one of the large words alone, with typos."""
    for table in (_EXACT, _LARGE, _CHAT):
        if word in table:
            return table[word]
    if len(word) < 4 or word in _REAL or not word.isalpha():
        return None
    return _nearest(word)


def _nearest(word: str) -> int | None:
    """The number word one slip away (two in long words), when only one is."""
    slips = 2 if len(word) >= 9 else 1
    near: dict[str, int] = {}
    for name in _FUZZY:
        if abs(len(name) - len(word)) <= slips:
            distance = DamerauLevenshtein.distance(word, name, score_cutoff=slips)
            if distance <= slips:
                near[name] = distance
    best = [name for name in near if near[name] == min(near.values())]
    same = [name for name in best if name[:2] == word[:2]]
    chosen = same if len(same) == 1 else best
    turned = len(chosen) == 1 and sorted(chosen[0][:2]) == sorted(word[:2])
    if len(chosen) != 1 or (len(word) < 6 and chosen[0][0] != word[0] and not turned):
        return None
    return (_EXACT | _LARGE | _ROUND)[chosen[0]]


def exact(word: str) -> int | None:
    """The number below 1000 that one folded word spells without any typo, or None."""
    if word in _EXACT:
        return _EXACT[word]
    found = re.match(r"^(twee|drie|vier|vijf|zes|zeven|acht|negen|)honderd(?:en)?(.*)$", word)
    rest = _EXACT.get(found.group(2), 0 if not found.group(2) else None) if found else None
    return None if found is None or rest is None else 100 * _EXACT.get(found.group(1), 1) + rest
