"""Chat spelling written out: "kwil ff nie bellen" → "ik wil even niet bellen"."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from dialogs.language.frequency import zipf
from dialogs.language.normal import normal
from dialogs.language.sound import sound
from dialogs.language.wordlist import listed

_SHORT = """
ik: k ikk ick ikke; ik wil: kwil kwill; ik heb: kheb keb khb hebk; ik ben: kben; ik kan: kkan;
ik ga: kga; ik moet: kmoet; ik vind: kvind; ik zit: kzit; ik denk: kdenk; ik weet: kweet; ik had:
khad;
weet ik niet: kweenie kweetnie kweetniet kwni wnie wni weetniet weetnie wetnie idk dunno idc iono
weetikniet weetiknie weetnix wtniet; het is: tis; dat is: das; niet: nie ni nit neit nietr nieet
niett nietz; niks: nix niksz nikss; niets: nietss; nee: ne neh nehh neej neeh neee nee-hee nene neen
neenee nope nop nah nahh neen nein no non nono welnee hayir hayır nej nooo noo; ja: jaa jah jha
jaah jaha jajaja jaja jep jup jups jepp yep yup yups yess yes yeah yea yh ye jes jo joa evet aywa
aiwa eywa ewaja si sim oui tak ay aai; ok: oke okee okey okay okidoki oki okie oky okeee okk kay
tamam; tuurlijk: tuurlyk tuurlik natuurlijk natuurlyk ofc uiteraard vanzelf tuulijk; inderdaad:
idd indd inderdaat; klopt: klop kloptt cklopt klobt; waarschijnlijk: wss wsch wrsch waarsch;
misschien: mss misch msch msn misgien misschein miss; even: ff effe effen eve effies; echt: egt
ech eg; wacht: w8 wach wagt wachtt; eigenlijk: eig eigk eigelijk eigelk eignlk; gewoon: gwn gwoon
gewn; sowieso: sws; geen: gn gen geeen ghen gene; maar: mr mar maarja; toch: tog toh toche; mijn: mn
m'n mijne mijnn; zijn: zn; waarom: wrm wrom waarm; hoezo: hzo; vandaag: vndg vandg; morgen: mrgn
morge mrg; bellen: belle bele beln; appen: whatsappen appe appn whatsapen; whatsapp: watsapp
whatsap watsap wapp; nummer: nr num no.; alsjeblieft: aub svp pls plz please asjeblieft
alstublieft asjebliefd; dankjewel: thx tnx dankje dankjwl dank bedankt tx merci; iedereen: iedern;
kinderen: kindere kids kinders kinde kndrn; graag: grg graa grag; goed: gud goedd goe gd gdd;
gaat: gat gaad; ja hoor: jahoor jahor joahoor; nee hoor: neehoor neehor; zeker: zkr zker zekers
zeekr; liever: liefer lever; helemaal: heelemaal helmaal; samen: same; altijd: altyd altijt;
iemand: iemnd iemant iemans; tot: toto; jij: jy; jullie: jllie; wel: well wll; wil: wiil; kan: kn;
wat: wa wadde; dat: da datt; met: me-t; veel: vl veeel veels; veel te: veelte; te veel: teveel; te
weinig: teweinig; te vol: tevol; ook: ok-k oow; maakt niet uit: mkt-nu boeiennie; geen idee:
geenidee; liever niet: lieverniet; weet: weed; dinsdag: dinsdg; zo snel mogelijk: zsm asap; tm:
t-m; help: hellup hellep helup hulup hellupp hlp halp hellp heulp;
bureau: buro; andere: andre anderre; volgende: vlg vlgnd vlgde volgnde; mama: mamma
"""


def _spelled(table: str) -> dict[str, str]:
    groups = (group.partition(":") for group in table.replace("\n", " ").split(";"))
    return {short: meant.strip() for meant, _, shorts in groups for short in shorts.split()}


_MEANT = _spelled(_SHORT)
_TURNING = frozenset(
    listed("""
niet geen behalve wacht liever half kwart misschien alleen alles allemaal allebei doordeweeks
weekend werkdagen eerste tweede derde laatste natuurlijk tuurlijk zeker helemaal weet idee klopt
graag maakt nooit altijd meestal niks niets zonder soms zoek eigenlijk inderdaad misschien
volgende vorige iedere absoluut
twijfel kinderen lukt prima anders andere jawel
""")
)
_SOUNDING = {sound(word): word for word in sorted(_TURNING)}
_LITTLE = frozenset(
    listed("""
is goed prima niet geen kan wel gaat weet ik het dat wil idee maar doe komt mag lukt nog even heel
te veel weinig zo laat heb ben ja nee hoor graag helemaal alles klopt mij probleem zin vaak beter
""")
)
_EMOJI = {
    "👍": "ja", "✅": "ja", "👌": "ja", "✔": "ja", "☑": "ja", "🆗": "ok", "💯": "ja", "🙆": "ja",
    "👎": "nee", "❌": "nee", "✖": "nee", "🚫": "nee", "🙅": "nee", "❎": "nee", "⛔": "nee",
    "🤷": "weet ik niet", "📞": "bellen", "☎": "bellen", "🙏": "alsjeblieft",
}  # fmt: skip
_SIGNS = re.compile("|".join(_EMOJI))
_STRETCHED = re.compile(r"\b[^\W\d]*([^\W\d])\1{2,}\w*")
_LONG = re.compile(r"([^\W\d])\1{2,}")
_THROUGH = re.compile(r"\bt\s*[/.]\s*m\b\.?")
_BREAK = re.compile(r"[,;/|&\n•()]|\s[-+]\s|(?<!\d)\+|\+(?!\d)|[!?…]+|\.(?!\d)|:(?!\d)")
_THE = re.compile(r"\bt\b(?! m\b)")  # 't, but not "t m"
_LITTLE_NUMBER = re.compile(r"\b(\d{1,2})(?:tje|tjes|en)\b")  # 1tje, "na 5en"
_PART_OF_DAY = re.compile(r"\bs (?=(?:ochtends|morgens|middags|avonds|nachts)\b)")


@lru_cache(16)  # one message is read many times in a turn
def plain(text: str) -> str:
    """Normal text with chat spelling and emoji written out, in words with single spaces."""
    bare = text if text.isascii() else _SIGNS.sub(lambda m: f" {_EMOJI[m.group()]} ", text)
    bare = bare.casefold()
    if _LONG.search(bare):
        bare = _STRETCHED.sub(_unstretched, bare)
    bare = normal(bare.replace("'", "").replace("’", "").replace("`", ""))
    bare = _LITTLE_NUMBER.sub(r"\1", _THE.sub("het", _PART_OF_DAY.sub("", bare)))
    return " ".join(_MEANT.get(word) or mended(word) for word in bare.split())


def _unstretched(found: re.Match[str]) -> str:
    """ "neeee" → "nee", "jaaaa" → "ja": whichever of one or two letters makes the better word."""
    once, twice = _LONG.sub(r"\1", found[0]), _LONG.sub(r"\1\1", found[0])
    return twice if zipf(twice) > zipf(once) or twice in _MEANT.values() else once


@lru_cache(4096)
def mended(word: str) -> str:
    """The word itself; or the word that turns a sentence, of which it is a slip: nite → niet."""
    if len(word) < 4 or not word.isalpha() or word in _TURNING or zipf(word):
        return word
    if (heard := _SOUNDING.get(sound(word))) or (heard := _in_two(word)):
        return heard
    near = [w for w in _TURNING if OSA.distance(word, w, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else word


def _in_two(word: str) -> str:
    """ "isgoed" → "is goed": two common little words glued together; else nothing."""
    halves = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    return next((f"{a} {b}" for a, b in halves if a in _LITTLE and b in _LITTLE), "")


@lru_cache(16)
def pieces(text: str) -> str:
    """Like `plain`, with " | " where she put a comma, a full stop or another break."""
    bare = _THROUGH.sub(" tm ", text.casefold())
    return " | ".join(filter(None, map(plain, _BREAK.split(bare))))
