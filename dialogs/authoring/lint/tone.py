"""Rules about how we speak to a parent: no blame, no promises, one form of address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dialogs.authoring.issue import Issue
from dialogs.authoring.lint.said import Role, Said, sentences

JE = re.compile(r"(?i)\b(je|jij|jou|jouw|jouwe|jezelf|jullie|alsjeblieft)\b")
U = re.compile(r"(?i)\b(u|uw|uwe|uzelf|alstublieft)\b")
_QUOTED = re.compile(r"[“\"‘].*?[”\"’]")
_LEFT_UNDONE = (
    r"\b(bent|was|waren) (er )?(weer |nog )?niet (gekomen|geweest)\b"
    r"|\b((je|jij|u|jullie) (hebt|heeft|had|hebben)|(heb|hebt|heeft|had) (je|jij|u|jullie))\b"
    r"[^.?!,]*\b(niet|geen|nooit)\b[^.?!]*"
    r"\b(gereageerd|geantwoord|gebeld|gedaan|betaald|ingevuld|gestuurd|laten weten)\b"
)
# Words that weigh on her, and what to write instead. domain.md §2 and §6.
_BLAME = (
    ("moet, moeten", r"\b(moet|moeten|moest|moesten)\b", "kun je …?, of: wil je …?"),
    ("waarom … niet", r"\bwaarom\b[^?.!]*\b(niet|geen|nooit)\b", "wat lukte er niet?"),
    ("vergeten", r"\b(vergeten|vergat|vergeet)\b", "zeg wat nu kan: je kunt het nog sturen"),
    ("te laat", r"\bte laat\b", "zeg wat nu kan"),
    (
        "verplicht, plicht",
        r"\b(verplicht|verplichting|plicht)\b",
        "zeg wat er gebeurt als het niet lukt",
    ),
    ("eigen schuld", r"\b(eigen|jouw|je|uw) schuld\b(?! zijn| heb| te)", "laat dit weg"),
    (
        "verzuimd, geweigerd",
        r"\b(nagelaten|verzuimd|verzuim|geweigerd|weigert|weigeren|nalatig)\b",
        "het lukte niet",
    ),
    (
        "niet verschenen",
        r"\b(niet|nooit) (verschenen|verschijnen|komen opdagen)\b",
        "we hebben elkaar gemist",
    ),
    (
        "niet gekomen, niet gereageerd",
        _LEFT_UNDONE,
        "we hoorden nog niets; of: we hebben elkaar gemist",
    ),
    ("had … moeten", r"\bhad(den)? (je|u|jullie)? ?(beter )?(moeten|kunnen)\b", "zeg wat nu kan"),
    (
        "fout ingevuld, je doet het fout",
        r"\b(fout|foutief) ingevuld\b|\b(je|jij|u) (doet|deed) [^.?!]*\b(fout|verkeerd)\b",
        "zeg wat er nog nodig is",
    ),
    ("straf, boete", r"\b(straf|sanctie|boete|gevolgen voor)\b", "laat een mens dit vertellen"),
)


class Blame(NamedTuple):
    """Words that weigh on her: as people name them, how they are found, what to write instead."""

    words: str
    pattern: re.Pattern[str]
    instead: str


BLAME = tuple(
    Blame(words, re.compile("(?i)" + pattern), instead) for words, pattern, instead in _BLAME
)
_NOT_BLAME = re.compile(
    r"(?i)\b(niet|geen) (\w+ ){0,2}(eigen |jouw |uw |je )?(schuld|straf|boete)\b"
)
_PROMISES = (
    r"\b(je|jij|u) (hebt|heeft) (\w+ )?recht\b",
    r"\brecht op\b",
    r"\b(wij|we|ik) (regelen?|lossen|los) (dit|het|alles|dat)?\b",
    r"\bkomt (helemaal |allemaal )?goed\b|\bgoed komt\b",
    r"\b(wij|we|ik) zorg(en)? (er ?voor )?dat\b",
    r"\b(garandeer|garanderen|garandeert|gegarandeerd|garantie|beloof|beloven)\b",
    r"\b(je|u) krijgt (zeker|sowieso|altijd|gegarandeerd)\b",
    r"\b(blijft|is|houden we) geheim\b",
    r"\bvoor 100 procent\b|\b100 ?%",
)
PROMISE = re.compile("(?i)" + "|".join(_PROMISES))
_NO = r"\b(niet|geen|nooit|niemand|niets|niks|nergens)\b"
_NOT = r"on(mogelijk|waar|duidelijk|belangrijk|nodig|gewoon|bekend|verstandig|redelijk)"
_DOUBLED = re.compile(rf"(?i){_NO}[^,.;:?!]*?((?<!\ben )(?<!\bof ){_NO}|\bzonder\b|\b{_NOT}\b)")


def blame(said: Said) -> Iterator[Issue]:
    """Words that say it is her fault, or that she has no choice."""
    text = _NOT_BLAME.sub("", said.text)
    for _, pattern, instead in BLAME:
        if (found := pattern.search(text)) and said.role is not Role.EXAMPLE:
            reason = f"'{found[0].strip()}' kan als een verwijt voelen"
            yield said.error("blame", reason, f"schrijf liever: {instead}")


def promise(said: Said) -> Iterator[Issue]:
    """What only a municipality may promise, in its own file."""
    if not said.promised and (found := PROMISE.search(said.text)):
        reason = f"'{found[0].strip()}' is een belofte; die kan Stapje niet doen"
        suggestion = "schrijf 'past misschien', of laat de gemeente het in haar bestand beloven"
        yield said.error("promise", reason, suggestion)


def doubled_no(said: Said) -> Iterator[Issue]:
    """Two denials in one breath."""
    for sentence in sentences(said.own):
        if found := _DOUBLED.search(sentence):
            reason = f"twee keer nee in één zin: “{found[0]}”"
            yield said.error("double-negation", reason, "zeg wat wel kan")


def form(said: Said) -> Iterator[Issue]:
    """Je and u in one text, or the other form than this catalogue has."""
    if said.form == "both":
        return
    text = _QUOTED.sub("", said.text)
    je, u = JE.search(text), U.search(text)
    if je and u:
        reason = f"'{je[0]}' en '{u[0]}' staan door elkaar"
        yield said.error("mixed-form", reason, f"schrijf overal {said.form}")
    elif wrong := (u if said.form == "je" else je):
        reason = f"'{wrong[0]}' hoort niet in de {said.form}-vorm"
        yield said.error("wrong-form", reason, f"schrijf overal {said.form}")
