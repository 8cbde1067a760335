"""What holds in every step, when it is typed: stop, pauze, terug, een mens …

Only a message that *is* the wish counts; "help" inside a sentence is an answer, not a command.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from dialogs.language.normal import normal
from dialogs.model import Intent

_SAID: dict[Intent, tuple[str, ...]] = {
    Intent.STOP: (
        "stop",
        "stoppen",
        "ik stop",
        "ik wil stoppen",
        "hou op",
        "stop ermee",
        "ophouden",
    ),
    Intent.PAUSE: (
        "pauze",
        "even pauze",
        "pauzeren",
        "later",
        "later verder",
        "nu niet",
        "straks verder",
    ),
    Intent.BACK: ("terug", "vorige", "vorige vraag", "ga terug", "een terug"),
    Intent.SKIP: ("overslaan", "sla over", "skip", "sla maar over", "volgende vraag", "volgende"),
    Intent.DECLINE: (
        "liever niet",
        "zeg ik liever niet",
        "wil ik niet zeggen",
        "zeg ik niet",
        "gaat je niks aan",
        "prive",
        "wil ik niet vertellen",
        "dat zeg ik liever niet",
    ),
    Intent.CALL: (
        "help",
        "hulp",
        "bellen",
        "bel mij",
        "bel me",
        "ik wil bellen",
        "mens",
        "een mens",
        "ik wil een mens",
        "ik wil een mens spreken",
        "medewerker",
        "iemand spreken",
        "kan ik iemand spreken",
        "ik wil gebeld worden",
        "kan iemand mij bellen",
        "kan iemand me bellen",
        "wil je me bellen",
        "ik wil iemand spreken",
        "bel mij nu",
        "bel me nu",
        "bel mij terug",
        "bel me terug",
        "ik wil praten",
        "ik wil met iemand praten",
        "kan ik met iemand praten",
        "ik wil met een mens praten",
        "iemand bellen",
    ),
    Intent.ANSWERS: (
        "mijn antwoorden",
        "antwoorden",
        "wat heb ik gezegd",
        "laat zien",
        "mijn gegevens",
        "ik wil mijn gegevens zien",
        "gegevens zien",
    ),
    Intent.CHANGE: (
        "wijzig",
        "wijzigen",
        "aanpassen",
        "antwoord aanpassen",
        "veranderen",
        "verander antwoord",
    ),
    Intent.MENU: ("menu", "meer", "opties"),
    Intent.UNKNOWN: (
        "weet ik niet",
        "weet niet",
        "weetniet",
        "geen idee",
        "ik weet het niet",
        "ik weet niet",
        "dat weet ik niet",
        "kweenie",
        "wnie",
        "kweetniet",
        "geen flauw idee",
    ),
    Intent.ERASE: (
        "alles wissen",
        "wis alles",
        "wissen",
        "mijn gegevens wissen",
        "gegevens wissen",
        "verwijder alles",
        "verwijder mijn gegevens",
    ),
    Intent.RESUME: ("verder", "ga verder", "doorgaan", "verder gaan", "ik wil verder"),
    Intent.RESTART: ("opnieuw", "opnieuw beginnen", "begin opnieuw"),
    Intent.REMINDERS_OFF: (
        "stop herinneringen",
        "geen herinneringen",
        "herinneringen uit",
        "herinner me niet",
    ),
    Intent.REMINDERS_ON: ("herinneringen aan", "herinneringen weer aan", "herinner me weer"),
}
COMMANDS: dict[str, Intent] = {
    "stop": Intent.STOP,
    "pauze": Intent.PAUSE,
    "terug": Intent.BACK,
    "overslaan": Intent.SKIP,
    "liever_niet": Intent.DECLINE,
    "help": Intent.CALL,
    "bellen": Intent.CALL,
    "mens": Intent.CALL,
    "antwoorden": Intent.ANSWERS,
    "wijzig": Intent.CHANGE,
    "menu": Intent.MENU,
    "weet_niet": Intent.UNKNOWN,
    "wissen": Intent.ERASE,
    "verder": Intent.RESUME,
    "opnieuw": Intent.RESTART,
    "herinneringen_uit": Intent.REMINDERS_OFF,
    "herinneringen_aan": Intent.REMINDERS_ON,
}
ALIKE = 86
_PHRASES = {phrase: intent for intent, phrases in _SAID.items() for phrase in phrases}
_POLITE = ("alsjeblieft", "aub", "asjeblieft", "svp", "graag", "even", "dank je", "hoor")


def read_intent(text: str) -> Intent | None:
    """The wish this whole message is, typos allowed from five letters on."""
    said = normal(text)
    for word in _POLITE:
        said = " ".join(said.replace(word, " ").split()) if said != word else said
    if not said or len(said) > max(map(len, _PHRASES)) + 2:
        return None
    if said in _PHRASES:
        return _PHRASES[said]
    if len(said) < 5:
        return None
    best = max(_PHRASES, key=lambda p: fuzz.ratio(p, said))
    return _PHRASES[best] if len(best) >= 5 and fuzz.ratio(best, said) >= ALIKE else None


_ANGRY = frozenset(
    [
        "rot",
        "op",
        "oprotten",
        "hou",
        "op",
        "laat",
        "maar",
        "boeien",
        "bah",
        "stom",
        "kut",
        "klote",
        "tering",
        "wtf",
        "fuck",
        "irritant",
        "zeik",
        "gezeik",
        "nee!!",
        "schiet",
        "op",
        "kappen",
        "flikker",
        "donder",
        "pff",
        "pfff",
        "ugh",
        "genoeg",
    ]
)


def curt(text: str) -> bool:
    """A very short angry answer: at most three words, one of them cross."""
    words = normal(text).split()
    return 0 < len(words) <= 3 and any(word in _ANGRY - {"op"} for word in words)
