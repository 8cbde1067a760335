"""The Dutch that every referrer's form has in common."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.words import N_

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
NO_CHAT = N_(
    "Dit gezin kwam via een verwijzer en heeft geen chat. Berichten en tijden komen niet aan: bel."
)
WRONG: dict[str, str] = {  # by what is wrong
    "consent": N_("Kies of de ouder het goed vindt dat je dit vraagt."),
    "no_consent": N_(
        "Zonder toestemming vragen we niets aan. Er is niets bewaard. Later mag het altijd nog."
    ),
    "long": N_("Dit is te lang. Maak het korter."),
    "code": N_(
        "Deze code klopt niet, of is al gebruikt. Er is niets veranderd. Kijk de code na, of laat "
        "het vak leeg."
    ),
    "full": N_("Alles is nu vergeven. Er is niets bewaard. Overleg eerst met de gemeente."),
    "form": N_("Dit formulier was niet heel. Stuur het nog een keer."),
}
