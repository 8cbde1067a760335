"""The Dutch of baby packages on the desk."""

from __future__ import annotations

from collections.abc import Mapping

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
    "withdrawn": N_("niet meer nodig"),
}
CHILDREN: Mapping[str, str] = {
    "pregnant": N_("zwanger, maand nog niet bekend"),
    "unknown": N_("zwanger, maand nog niet bekend"),
    "b0_1": N_("kind van 0 of 1 jaar"),
    "b2_3": N_("kind van 2 of 3 jaar"),
}
REFERRERS: Mapping[str, str] = {  # as in casework.programmes.Referrer
    "parent": N_("de ouder zelf"),
    "tandem": N_("het tandem"),
    "municipality": N_("de gemeente"),
    "midwife": N_("verloskundige"),
    "child_clinic": N_("consultatiebureau"),
    "school": N_("school"),
    "creditor": N_("schuldeiser"),
    "professional": N_("hulpverlener"),
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
NO_CHAT = N_(
    "Dit gezin kwam via een verwijzer en heeft geen chat. Berichten en tijden komen niet aan: bel."
)
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
    "withdrawn": N_("Genoteerd: dit pakket is niet meer nodig."),
    "dag": N_("De dag is bewaard."),
    "veranderd": N_(
        "Een collega veranderde net iets. Kijk hoe het nu staat, en doe het zo nodig weer."
    ),
    "fout": N_("Dat klopte niet: kijk naar het soort pakket of de dag. Er is niets veranderd."),
}
WRONG: Mapping[str, str] = {  # on the referrer's form, by what is wrong
    "consent": N_("Kies of de ouder het goed vindt dat je dit vraagt."),
    "no_consent": N_(
        "Zonder toestemming vragen we niets aan. Er is niets bewaard. Later mag het altijd nog."
    ),
    "phase": N_("Kies een pakket: baby of peuter."),
    "child": N_("Kies een maand of een leeftijd."),
    "unborn": N_("Een peuterpakket past niet bij een zwangerschap. Kies baby, of een leeftijd."),
    "deliver": N_("Schrijf waar het pakket heen kan, of wie daarover gebeld mag worden."),
    "long": N_("Dit is te lang. Maak het korter."),
    "code": N_(
        "Deze code klopt niet, of is al gebruikt. Er is niets veranderd. Kijk de code na, of laat "
        "het vak leeg."
    ),
    "form": N_("Dit formulier was niet heel. Stuur het nog een keer."),
}
