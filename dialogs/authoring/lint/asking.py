"""Rules about questions: what a bot never asks, and what it asks only after saying why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.authoring.issue import Issue
from dialogs.authoring.lint.said import Role, Said, sentences


@dataclass(frozen=True, slots=True)
class Never:
    """Something that is never collected (domain.md §3), and what may be said instead."""

    name: str
    instead: str
    what: re.Pattern[str]


def _never(name: str, instead: str, *patterns: str) -> Never:
    return Never(name, instead, re.compile("(?i)" + "|".join(patterns)))


_CHILD = r"\b(kind|kinderen|zoon|dochter)\b"
NEVER = (
    _never("BSN", "een mens vraagt dit, of DigiD", r"\bbsn\b|burgerservicenummer|sofinummer"),
    _never(
        "ziekte of medicijnen",
        "vraag hooguit: iets met gezondheid?",
        r"diagnose|\bmedicijn(en)?\b|\bpillen\b|stoornis|\badhd\b|autisme|\bziekte\b",
        r"depressie|handicap|\bverslaafd\b|verslaving",
        r"\b(psycholoog|psychiater|therapeut|therapie|ggz)\b|\bonder behandeling\b",
    ),
    _never(
        "herkomst of geloof",
        "vraag alleen naar de taal",
        r"nationaliteit|verblijfs(status|vergunning)|paspoort|\bafkomst\b|\bgeloof\b|religie",
        r"godsdienst|moslim|christen|\bkerk\b|geboorteland|welk land",
        r"\bwaar (ben|bent|is|zijn) [^?]*\bgeboren\b|\bnederlanders?\b|\basiel",
        r"\b(bid|bidt|bidden|moskee|gelovig)\b",
        r"\b(papieren|mag|mogen)\b[^?]*\b(hier|in nederland) (te )?(blijven|wonen)\b",
    ),
    _never(
        "inkomen of bedragen",
        "vraag hoe het gaat, niet hoeveel",
        r"\b(hoeveel|wat)\b[^?]*\b(verdien|inkomen|salaris|loon|spaargeld)",
        r"hoogte van (je|jouw|uw) |\bhoeveel\b[^?]*\b(schuld|schulden)\b",
        r"hoe hoog (is|zijn) (je|jouw|uw) ",
        r"\bhoeveel geld\b[^?]*\b(krijgt?|komt|hebt?|heeft|ontvangt?|houdt?|hou|geeft?)\b",
        r"\b(hoeveel|wat) (kost|kosten|betaalt?|is) [^?]*\b(huur|hypotheek|alimentatie)\b",
        r"\bhoeveel (huur|hypotheek|alimentatie|toeslag)\b|\bvan wie krijg[^?]*\bgeld\b",
    ),
    _never(
        "bankgegevens",
        "dat is hier nooit nodig",
        r"rekeningnummer|\biban\b|pincode|wachtwoord|bankpas|pasnummer",
        r"\bop welke rekening\b|\bwelke bank\b|bankrekening|bankafschrift",
    ),
    _never(
        "foto's van papieren",
        "een mens kijkt samen naar een brief",
        r"\bfoto('?s)?\b[^?]*\b(brief|brieven|pas|kaart|rekening|papieren|loonstrook)\b",
    ),
    _never(
        "politie of rechter",
        "een mens bespreekt dit",
        r"strafblad|\bpolitie\b|\bgestraft\b|veroordeeld|\bvoogdij\b|omgangsregeling",
        r"\bgevangenis\b|\baangifte\b|rechtszaak|reclassering|vechtscheiding",
        r"\bwie (de|je|jouw|uw) kind(eren)? (krijgt|heeft|mag)\b|\bouderlijk gezag\b",
    ),
    _never(
        "gegevens van een ander",
        "vraag naar de rol, zonder naam",
        r"(naam|heet|heten|adres|nummer) [^?]{0,20}\b(ex|partner|vriend|buurvrouw|buurman)\b",
        r"\b(je|jouw|uw) (ex|nieuwe partner)\b[^?]*\b(naam|heet|woont|werkt)\b",
        r"\bwaar (woont|werkt|is|zit|slaapt) [^?]*\b(ex|partner|vriend|vriendin|vader)\b",
    ),
    _never(
        "naam, school of geboortedag van een kind",
        "vraag naar de leeftijd",
        rf"(naam|namen|heet|heten|geboortedatum|geboren|school) [^?]{{0,20}}{_CHILD}",
        rf"{_CHILD}[^?]{{0,15}}\b(heet|heten|geboren|op school)\b",
    ),
)
MANY_QUESTIONS = 3  # a message; two may be one with "Lukt het niet? Dat geeft niet." beside it
_TELLS = re.compile(
    r"(?i)^\s*(noem|vul|geef|typ|schrijf|stuur|vertel|maak|upload|wat is|wat zijn)\b"
)
_REFUSES = re.compile(r"(?i)\b(geen|niet|nooit|zonder|hoef|hoeft|liever niet)\b")
_SPARES = re.compile(
    r"(?i)\b(zonder|hoef|hoeft|liever niet)\b"
)  # in a question, where "heb je geen" asks
# What is asked only after a sentence that says why, or that it is common.
SENSITIVE = re.compile(
    r"(?i)\b(achter(stand)?|schuld|schulden|rondkomen|krap|zwanger|in verwachting|scheid|gescheiden"
    r"|gezondheid|stress|hoofd|slapen|eenzaam|bang|geweld|slaat|onveilig|alcohol|drugs|uitkering"
    r"|deurwaarder|huis (uit|kwijt)|dakloos)\b"
)


def forbidden(said: Said) -> Iterator[Issue]:
    """A question for something that a bot never collects."""
    named = said.role is Role.LABEL and said.field.startswith("steps[")  # a question by its name
    if not (named or said.role is Role.MESSAGE):
        return
    for sentence, asked in _pieces(said.own):
        if not (named or asked or _TELLS.search(sentence)):
            continue
        if (_SPARES if asked else _REFUSES).search(sentence):
            continue
        for never in NEVER:
            if never.what.search(sentence):
                reason = f"Stapje vraagt nooit naar {never.name}"
                yield said.error("forbidden-question", reason, never.instead)


def reason_first(said: Said) -> Iterator[Issue]:
    """A sensitive question that falls from the sky. In a crisis the number goes first instead."""
    if said.role is not Role.MESSAGE or said.crisis or not said.asks:
        return
    first = next(iter(_pieces(said.own)), None)
    if first and first[1] and (found := SENSITIVE.search(first[0])):
        reason = f"de vraag naar '{found[0]}' komt zonder uitleg"
        yield said.warning("reason-first", reason, "zeg eerst waarom je het vraagt")


def one_at_a_time(said: Said) -> Iterator[Issue]:
    """More questions than she can hold. In a crisis a question may stand beside a number."""
    if said.role is not Role.MESSAGE or said.crisis:
        return
    count = sum(asked for _, asked in _pieces(said.own))
    if count >= MANY_QUESTIONS:
        reason = f"hier staan {count} vragen in één bericht"
        yield said.warning("many-questions", reason, "stel er één, en de rest in een volgende stap")


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Each sentence, and whether it is a question."""
    plain = text.replace("**", "")
    return [(one, one.endswith("?") or f"{one}?" in plain) for one in sentences(text)]
