"""The Dutch of coaching on the desk."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.words import N_

GOALS: Mapping[str, str] = {  # how a small goal stands; as in casework.requests
    "set": N_("nog open"),
    "succeeded": N_("gelukt"),
    "partly": N_("deels gelukt"),
    "not_yet": N_("nog niet gelukt"),
    "other": N_("iets anders"),
    "changed": N_("er kwam een andere stap"),
    "withdrawn": N_("niet meer nodig"),
}
SAID: Mapping[str, str] = {  # once, after a form
    "doel": N_("De kleine stap staat erbij. De ouder krijgt de vraag of dit klopt."),
    "klaar": N_("Genoteerd: de coaching is afgerond."),
    "vergissing": N_("Genoteerd. Het gezin telt niet mee, de plek is weer vrij."),
    "was-al": N_("Er is nu geen coaching om te stoppen."),
    "empty": N_("Schrijf eerst een kleine stap op."),
    "long": N_("Maak de kleine stap korter: dit is te lang."),
    "not_started": N_("Coaching is nog niet begonnen. Kies dat bij de uitkomst van een gesprek."),
    "veranderd": N_("De stap veranderde net. Kijk hoe het nu staat en probeer het nog eens."),
    "fout": N_("Dit formulier klopt niet. Er is niets veranderd."),
}
