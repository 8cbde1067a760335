"""The Dutch of something for a child on the desk."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.referring import words as common
from bot.desk.words import N_

STATES: Mapping[str, str] = {
    "asked": N_("Gevraagd"),
    "visit": N_("Gesprek"),
    "sent": N_("Gestuurd naar het fonds"),
    "refused": N_("Het fonds zei nee"),
    "arranged": N_("Geregeld"),
    "not_found": N_("Lukte niet"),
    "withdrawn": N_("Niet meer nodig"),
}
WISHES: Mapping[str, str] = {
    "sport": N_("Sport"),
    "music": N_("Muziek, dans of kunst"),
    "school": N_("School, fiets of laptop"),
    "other": N_("Iets anders"),
}
BANDS: Mapping[str, str] = {
    "b0_1": N_("0 of 1 jaar"),
    "b2_3": N_("2 of 3 jaar"),
    "b4_12": N_("4 tot en met 12 jaar"),
    "b13_17": N_("13 tot en met 17 jaar"),
}
ASKERS: Mapping[str, str] = {
    "parent": N_("de ouder"),
    "carer": N_("wie voor het kind zorgt"),
    "helper": N_("iemand die de ouder helpt"),
}
TIMES: Mapping[str, str] = {
    "morning": N_("ochtend"),
    "afternoon": N_("middag"),
    "evening": N_("avond of weekend"),
    "school": N_("onder schooltijd"),
    "any": N_("maakt niet uit"),
}
PLACES: Mapping[str, str] = {
    "home": N_("thuis"),
    "office": N_("ergens anders"),
    "phone": N_("via de telefoon"),
    "any": N_("maakt niet uit"),
}
PAID: Mapping[str, str] = {
    "kind": N_("In natura: spullen, les of lidmaatschap"),
    "club": N_("Direct betaald aan de club of school"),
    "own": N_("Gelukt met eigen kracht: familie, buurt of wat er al is"),
}
NOTES: Mapping[str, str] = {
    "own": N_("Wat zelf lukt, met familie of buurt"),
    "items": N_("Wat nodig is"),
    "club": N_("Club, les of winkel"),
}
WRONG = common.WRONG | {  # on the referrer's form, by what is wrong
    "band": N_("Kies hoe oud het kind is."),
    "wish": N_("Kies wat het kind graag zou willen."),
    "words": N_("Schrijf in een paar woorden wat het kind graag zou willen."),
    "place": N_("Kies waar de ouder het liefst praat."),
    "contact": N_("Schrijf hoe we de ouder bereiken, of vul de code van het team in."),
}
WHY: Mapping[str, str] = {
    "wish": N_("past misschien, want de wens is: {because}"),
    "words": N_("past misschien, want in de wens staat: {because}"),
}
AGE = N_("kijk of de leeftijd past")
REFUSED: Mapping[str, str] = {
    "off": N_("Dit programma staat uit. Er is niets genoteerd."),
    "full": N_("Het quotum is bereikt. Er is niets genoteerd."),
    "money": N_("Het budget van dit jaar is niet genoeg. Er is niets genoteerd."),
    "no_budget": N_("Voor dit jaar is geen budget bekend. Er is niets genoteerd."),
    "participants": N_("Dit is alleen voor gezinnen die coaching krijgen. Er is niets genoteerd."),
}
SAID: Mapping[str, str] = {
    "code": N_("De code staat klaar. Geef hem aan de helper: hij werkt één keer."),
    "begonnen": N_("De vraag voor dit kind staat klaar."),
    "notitie": N_("Bewaard."),
    "gesprek": N_("Bewaard. Stel ook tijden voor, als dat nog niet gebeurde."),
    "gestuurd": N_("Bewaard. Stuur de vraag nu zelf naar het fonds."),
    "geregeld": N_("Bewaard. De ouder hoort het vanzelf, als die de chat gebruikt."),
    "nee": N_("Bewaard. De ouder hoort dat het fonds nee zei, en dat jullie verder zoeken."),
    "gestopt": N_("Bewaard. Deze vraag loopt niet meer."),
    "veranderd": N_(
        "Een collega veranderde net iets. Kijk hoe het nu staat, en doe het zo nodig weer."
    ),
    "fout": N_("Dat klopte niet: kijk wat je koos, en naar het bedrag."),
}
