"""Rules about signs: short forms, dates and times, amounts, emoji, words on a button."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogs.authoring.issue import Issue
from dialogs.authoring.lint.said import Role, Said, sentences
from dialogs.language.wordlist import listed

LONGEST_BUTTON = 20  # characters
_SHORT = {
    "t/m": "tot en met", "m.b.t.": "over", "i.v.m.": "door", "o.a.": "zoals", "n.a.v.": "na",
    "d.w.z.": "dat is", "z.s.m.": "zo snel als het kan", "a.u.b.": "alsjeblieft", "bijv.": "zoals",
    "bv.": "zoals", "evt.": "misschien", "enz.": "en meer", "etc.": "en meer", "incl.": "met",
    "excl.": "zonder", "max.": "niet meer dan", "min.": "minuten", "nr.": "nummer",
    "tel.": "telefoon", "ca.": "ongeveer", "dhr.": "meneer", "mw.": "mevrouw", "mevr.": "mevrouw",
    "p.m.": "per maand", "p/m": "per maand", "p.w.": "per week", "nvt": "past niet bij mij",
    "n.v.t.": "past niet bij mij", "mbt": "over", "ivm": "door", "aub": "alsjeblieft",
    "svp": "alsjeblieft", "i.p.v.": "in plaats van", "i.c.m.": "met", "e.d.": "en zo",
    "e.a.": "en anderen", "jl.": "laatste", "a.s.": "komende", "i.o.m.": "samen met",
    "t.a.v.": "voor", "v.a.": "vanaf", "o.b.v.": "door", "t.b.v.": "voor", "i.h.k.v.": "voor",
}  # fmt: skip
_SHORT_FORM = re.compile(
    r"(?i)(?<![\w.])("
    + "|".join(re.escape(s) for s in sorted(_SHORT, key=len, reverse=True))
    + r")(?!\w)"
)
_CAPITALS = re.compile(r"\b[A-Z][A-Z&]{1,4}\b")
_KNOWN_CAPITALS = frozenset(listed("BSN SMS NL MB OK PDF TV EHBO"))
_DAYS = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_HOURS = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
_BARE_TOMORROW = re.compile(rf"(?i)(?<!in de )(?<!'s )\bmorgen\b(?!,? (?:is het )?(?:{_DAYS})|{{)")
_DATE = re.compile(rf"(?i)(\w+)?\s*\b\d{{1,2}} (?:{_MONTHS})\b")
_DIGIT_DATE = re.compile(
    r"(?<![\d.-])\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?(?![\d-])|\b\d{4}-\d\d-\d\d\b"
)
_CLOCK = re.compile(
    r"\b\d{1,2}\.\d\d ?uur\b|\b\d{1,2} ?u\b|\b\d:\d\d\b"
    r"|\b\d{1,2}:\d\d\b(?! ?(?:uur|en|tot|tussen|–|-))"
    rf"|\b[Oo]m (?:\d{{1,2}}|{_HOURS}) uur\b|\b[Hh]alf (?:\d{{1,2}}|{_HOURS})\b"
    rf"|\b[Kk]wart (?:voor|over) (?:\d{{1,2}}|{_HOURS})\b"
)
_MONEY = re.compile(r"(?i)€\S|\d+ ?(?:euro|eur)\b|\b(?:euro|eur) \d|\d,-")
_PHONE = re.compile(r"\b0\d{9}\b")
_NUMBER_WORD = re.compile(
    r"(?i)\b(elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig"
    r"|\w*(?:en|ën)(?:twintig|dertig|veertig|vijftig)|dertig|veertig|vijftig|zestig|honderd)\b"
)
_EMOJI = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF\u2B50\u2764]\uFE0F?")
_EMOJI_END = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF\u2B50\u2764]\uFE0F?\s*$")
_NO_EMOJI = re.compile(r"(?i)\b(geld|schuld|schulden|betalen|rekening|huur|helaas|sorry|112|113)\b")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")
_LOOSE = re.compile(r"{\w*}|([{}])")
_HOLLOW = frozenset(
    listed("ok oke oké annuleren annuleer bevestigen bevestig submit verzenden akkoord")
)
_PASSIVE = re.compile(
    r"(?i)\b(word|wordt|worden|werd|werden)\b(?:\s+(?!ge)[\w,]+){0,6}?\s+"
    r"((?:\w{2,5})?ge\w{2,}(?:d|t|en)|be\w{3,}(?:d|t)|ver\w{3,}(?:d|t)|ont\w{3,}(?:d|t))\b"
)
_NO_DEED = re.compile(r"(?i)^(gevaarlijk|gewoon|gezond|geen|begin|bericht|verder|vertelt)")


def short_forms(said: Said) -> Iterator[Issue]:
    """Abbreviations: a slow reader stumbles over the points."""
    for found in dict.fromkeys(m[1] for m in _SHORT_FORM.finditer(said.text)):
        instead = _SHORT[found.lower()]
        yield said.error("abbreviation", f"'{found}' is een afkorting", f"schrijf: {instead}")
    for letters in dict.fromkeys(_CAPITALS.findall(said.text)):
        if letters not in _KNOWN_CAPITALS:
            reason = f"'{letters}' is een afkorting die niet iedereen kent"
            yield said.warning("abbreviation", reason, "schrijf het uit")


def moments(said: Said) -> Iterator[Issue]:
    """Dates and times: the day always named, 24 hours, never a bare "morgen"."""
    if said.role is Role.EXAMPLE:
        return
    if said.role is Role.MESSAGE and _BARE_TOMORROW.search(said.text):
        suggestion = "noem de dag erbij, zoals in: morgen, woensdag 10 juni"
        yield said.error("bare-tomorrow", "'morgen' klopt een dag later niet meer", suggestion)
    if found := _DIGIT_DATE.search(said.text):
        reason = f"'{found[0]}' is lastig te lezen als datum"
        yield said.warning("date-format", reason, "schrijf het zoals: dinsdag 9 juni")
    if (dated := _DATE.search(said.text)) and (dated[1] or "").lower() not in _DAYS.split("|"):
        yield said.warning(
            "date-format", "deze datum heeft geen dag", "schrijf het zoals: dinsdag 9 juni"
        )
    if found := _CLOCK.search(said.text):
        yield said.warning(
            "time-format", f"'{found[0]}' als tijd", "schrijf het zoals: om 09:30 uur"
        )


def amounts(said: Said) -> Iterator[Issue]:
    """Money, numbers and telephone numbers in one shape."""
    if said.role is Role.EXAMPLE:
        return
    if found := _MONEY.search(said.text):
        yield said.warning("money-format", f"'{found[0]}' als bedrag", "schrijf het zoals: € 80")
    if found := _PHONE.search(said.text):
        suggestion = "zet spaties in het nummer, zoals in: 06 12 34 56 78"
        yield said.warning("phone-format", f"'{found[0]}' leest lastig", suggestion)
    if found := _NUMBER_WORD.search(said.text):
        yield said.warning("number-format", f"'{found[0]}' in letters", "schrijf een cijfer")


def emoji(said: Said) -> Iterator[Issue]:
    """At most one, at the end, and none where it could hurt."""
    found = _EMOJI.findall(said.text)
    if len(found) > 1:
        yield said.error("many-emoji", f"hier staan {len(found)} emoji", "één is genoeg")
    elif found and not _EMOJI_END.search(said.text):
        yield said.error("emoji-place", "de emoji staat niet aan het eind", "zet hem achteraan")
    if found and (said.crisis or _NO_EMOJI.search(said.text)):
        reason = "een emoji past niet bij geld, gevaar of een nee"
        yield said.error("emoji-here", reason, "laat hem weg")


def button(said: Said) -> Iterator[Issue]:
    """A button is the answer itself, in her words."""
    if said.role is not Role.BUTTON:
        return
    if said.text.strip().lower().rstrip(".!") in _HOLLOW:
        reason = f"'{said.text}' zegt niet wat er gebeurt"
        yield said.error("button-word", reason, "schrijf het antwoord zelf: Ja, ik kom")
    elif not any(map(str.isalnum, said.text)):
        reason = f"'{said.text}' is een knop zonder woorden"
        yield said.error("button-word", reason, "zet er een woord bij: wie voorleest, hoort niets")
    if len(said.text) > LONGEST_BUTTON:
        reason = f"deze knop heeft {len(said.text)} tekens; {LONGEST_BUTTON} is het meest"
        yield said.error("long-button", reason, "kort de knop in")


def passive(said: Said) -> Iterator[Issue]:
    """Nobody does it: "wordt bekeken". Say who does."""
    for sentence in sentences(said.own):
        found = _PASSIVE.search(sentence)
        if found and not _NO_DEED.match(found[2]):
            reason = f"wie doet dit? “{found[0]}”"
            yield said.warning("passive", reason, "zeg wie het doet: wij bekijken …")


def signs(said: Said) -> Iterator[Issue]:
    """What a parent would see as it stands: marks of a web page, half a placeholder."""
    if found := _MARKUP.search(said.text):
        reason = f"'{found[0]}' ziet een ouder letterlijk zo"
        yield said.error("markup", reason, "maak iets vet met twee sterren: **112**")
    if loose := next((m[1] for m in _LOOSE.finditer(said.text) if m[1]), None):
        reason = f"een losse '{loose}' ziet een ouder letterlijk zo"
        yield said.error("loose-brace", reason, "haal hem weg, of maak het haakje af: {naam}")
