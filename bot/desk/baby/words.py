"""The Dutch of baby packages on the desk."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.referring import words as common
from bot.desk.words import N_

PHASES: Mapping[str, str] = {
    "": N_("baby of peuter: nog kiezen"),
    "baby": N_("baby"),
    "toddler": N_("peuter"),
}
STATES: Mapping[str, str] = {
    "asked": N_("gevraagd, wacht op een verwijzing"),
    "referred": N_("verwezen, wacht op een besluit"),
    "granted": N_("toegekend"),
    "posted": N_("verstuurd met de post"),
    "withdrawn": N_("gestopt"),
}
WHYS: Mapping[str, str] = {  # as in casework.baby_package
    "": N_("Ik vertel het zelf"),
    "agreed": N_("Samen afgesproken"),
    "elsewhere": N_("De spullen komen van een andere plek"),
    "full": N_("Er zijn geen pakketten meer"),
    "rules": N_("Past niet bij de regels van dit pakket"),
}
CHILDREN: Mapping[str, str] = {
    "pregnant": N_("zwanger, maand nog niet bekend"),
    "unknown": N_("zwanger, maand nog niet bekend"),
    "b0_1": N_("kind van 0 of 1 jaar"),
    "b2_3": N_("kind van 2 of 3 jaar"),
}
SIZES: Mapping[str, str] = {  # as in casework.baby_package
    "s50_56": N_("maat 50-56, pas geboren"),
    "s62_68": N_("maat 62-68, tot een half jaar"),
    "s74_80": N_("maat 74-80, tot een jaar"),
    "s86_92": N_("maat 86-92, 1 of 2 jaar"),
    "s98_104": N_("maat 98-104, 3 of 4 jaar"),
}
COLOURS: Mapping[str, str] = {
    "boy": N_("voor een jongen"),
    "girl": N_("voor een meisje"),
    "neutral": N_("neutraal: maakt niet uit"),
}
HELPS: Mapping[str, str] = {
    "midwife": N_("verloskundige"),
    "child_clinic": N_("consultatiebureau"),
    "other": N_("iemand anders"),
    "nobody": N_("nog niemand"),
}
REACHES: Mapping[str, str] = {
    "call": N_("liefst bellen"),
    "message": N_("liefst een bericht in de chat"),
    "helper": N_("liefst via de helper"),
}
REFUSED: Mapping[str, str] = {
    "off": N_("Het programma loopt nu niet. Er is geen pakket toegekend."),
    "full": N_(
        "Alle pakketten zijn vergeven. Er is er geen toegekend. Praat eerst met de stichting over "
        "nieuwe afspraken."
    ),
    "money": N_("Het budget van dit jaar is niet genoeg. Er is geen pakket toegekend."),
    "no_budget": N_("Voor dit jaar is geen budget bekend. Er is geen pakket toegekend."),
}
SAID: Mapping[str, str] = {
    "gevraagd": N_("Het pakket is gevraagd."),
    "verwezen": N_("De gemeente heeft verwezen."),
    "toegekend": N_("Het pakket is toegekend. Laat het met de post versturen."),
    "posted": N_("Genoteerd: het pakket is met de post verstuurd."),
    "withdrawn": N_("Genoteerd: de vraag om dit pakket is gestopt."),
    "dag": N_("De dag is bewaard."),
    "veranderd": N_(
        "Een collega veranderde net iets. Kijk hoe het nu staat, en doe het zo nodig weer."
    ),
    "fout": N_("Dat klopte niet: kijk naar het soort pakket of de dag. Er is niets veranderd."),
}
WRONG = common.WRONG | {  # on the referrer's form, by what is wrong
    "phase": N_("Kies een pakket: baby of peuter."),
    "child": N_("Kies een maand of een leeftijd."),
    "unborn": N_("Een peuterpakket past niet bij een zwangerschap. Kies baby, of een leeftijd."),
    "size": N_("Kies een maat uit de lijst, of laat het open."),
    "colour": N_("Kies een kleur uit de lijst, of laat het open."),
    "deliver": N_("Schrijf waar het pakket heen kan, of wie daarover gebeld mag worden."),
}
