"""The Dutch of childcare on the desk."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.words import N_

STEPS: Mapping[str, str] = {
    "route": N_("De wens is duidelijk en de route is gekozen"),
    "quote": N_("Prijs en wachtlijst gevraagd bij de opvang"),
    "request": N_("Gevraagd bij de gemeente"),
    "digid": N_("DigiD werkt"),
    "offer": N_("Antwoord op het aanbod van de opvang"),
    "decision": N_("Besluit van de gemeente is er"),
    "contract": N_("Contract met de opvang getekend"),
    "provider_talk": N_("Kennismaken bij de opvang"),
    "benefit": N_("Kinderopvangtoeslag gevraagd"),
    "direct_payment": N_("Toeslag gaat rechtstreeks naar de opvang"),
    "settling_in": N_("Dagen om te wennen"),
    "bag": N_("Tas en reis klaar"),
    "first_day": N_("Eerste dag"),
    "after_3": N_("Na 3 dagen: hoe gaat het?"),
    "after_30": N_("Na 30 dagen: hoe gaat het?"),
    "changes": N_("Verandering doorgegeven aan Toeslagen"),
    "nearly_four": N_("Kind wordt bijna 4: dagopvang stopt, kijk naar BSO"),
    "ending": N_("De betaling loopt af: kijk wat daarna kan"),
}
OWNERS: Mapping[str, str] = {
    "parent": N_("ouder"),
    "worker": N_("medewerker"),
    "both": N_("samen"),
}
CAUTIONS: Mapping[str, str] = {
    "sign_after": N_("Eerst het besluit, dan pas tekenen. Anders kan het de ouder geld kosten."),
    "signed_early": N_("Er is getekend op {day}, vóór het besluit. Kijk wat dit betekent."),
    "benefit_stop": N_("Toeslag is nog niet gevraagd. Dat kan tot en met {day}."),
    "benefit_lost": N_("Toeslag is niet gevraagd vóór {day}. Over de eerste tijd komt geen geld."),
    "notice": N_("De betaling loopt af. Opzeggen kan tot en met {day}."),
    "nearly_four": N_("Het kind wordt 4 op {day}. Dagopvang stopt dan: kijk naar BSO."),
    "late": N_("De eerste dag is {day} en er is nog geen contract."),
    "place_elsewhen": N_(
        "De plek begint niet in de maand van de eerste dag. Verplaats de plek, maak hem korter, of "
        "zet de eerste dag terug."
    ),
    "place_elsewhere": N_(
        "Er loopt nog een plek uit een budget, tot en met {day}. Die kost geld en een plek. Maak "
        "hem korter, of kies die route weer."
    ),
    "place_not_hers": N_(
        "Dit gezin krijgt geen coaching meer, maar de plek loopt tot en met {day}. Kijk of dat "
        "klopt, en maak hem zo nodig korter."
    ),
}
DAYS: Mapping[str, str] = {
    "first_day": N_("Eerste dag"),
    "offer_on": N_("Aanbod van de opvang kwam op"),
    "changed_on": N_("Er veranderde iets op"),
    "four_on": N_("Het kind wordt 4 op"),
}
NOTES: Mapping[str, str] = {
    "provider": N_("Naam van de opvang"),
    "lrk": N_("LRK-nummer"),
    "price": N_("Prijs per uur"),
    "hours": N_("Uren per maand"),
}
REFUSED: Mapping[str, str] = {
    "off": N_("Dit programma staat uit. Er is geen plek gegeven."),
    "full": N_("Alle plekken zijn bezet in een van deze maanden. Er is geen plek gegeven."),
    "money": N_("Het budget van een jaar is niet genoeg. Er is geen plek gegeven."),
    "participants": N_(
        "Deze plek is alleen voor gezinnen die coaching krijgen. Laat de coaching eerst beginnen: "
        "kies dat bij de uitkomst van een gesprek. Of kies een andere route. Er is niets veranderd."
    ),
    "no_budget": N_("Voor een van deze jaren is geen budget bekend. Er is geen plek gegeven."),
    "outside": N_(
        "De plek zou beginnen vóór of na de looptijd van dit programma. Er is geen plek gegeven."
    ),
    "placed": N_("Een collega was eerder: hier is al een plek gegeven. Er is geen tweede gegeven."),
}
NOT_MOVED: Mapping[str, str] = {  # Refusal → why a place stayed where it was
    "off": N_("Dit programma staat uit. De plek is niet verplaatst."),
    "full": N_("Daar zijn in een van de maanden alle plekken bezet. De plek is niet verplaatst."),
    "money": N_("Daar is het budget van een jaar niet genoeg. De plek is niet verplaatst."),
    "no_budget": N_("Voor een van die jaren is geen budget bekend. De plek is niet verplaatst."),
    "outside": N_("Daar loopt dit programma niet. De plek is niet verplaatst."),
}
BAD_DAY = N_("{field}: kies een dag van {first} tot en met {last}. Er is nog niets bewaard.")
NO_DAY = N_("{field}: dit is geen dag. Er is nog niets bewaard.")
ROOM: Mapping[str, str] = {  # what holds the next place back
    "month": N_("Plekken die vanaf {month} nog passen: {n}. Het minst is vrij in {tight}."),
    "year": N_(
        "Plekken die vanaf {month} nog passen, bij {cents} per maand: {n}. Dan is het geld van "
        "{year} op."
    ),
    "unknown": N_("Voor {year} is geen budget bekend."),
}
WHOM: Mapping[str, str] = {  # codes of casework.childcare_whom
    "b0_1": N_("0 of 1 jaar"),
    "b2_3": N_("2 of 3 jaar"),
    "b4_12": N_("4 tot en met 12 jaar"),
    "more": N_("voor meer kinderen"),
}
SAID: Mapping[str, str] = {
    "begonnen": N_("De opvang staat klaar om te regelen."),
    "dagen": N_("Bewaard. Open stappen en berichten schuiven mee."),
    "route": N_("Bewaard. De stappen passen nu bij deze route."),
    "stap": N_("Bewaard."),
    "dag": N_("Bewaard. De berichten schuiven mee."),
    "notitie": N_("Bewaard."),
    "kind": N_("Bewaard. Berichten zeggen nu om welk kind het gaat."),
    "plek": N_("De plek is gegeven."),
    "verplaatst": N_("De plek begint nu in de maand van de eerste dag."),
    "korter": N_("Bewaard. Wat overblijft, is weer vrij."),
    "veranderd": N_(
        "Een collega veranderde net iets. Kijk hoe het nu staat, en doe het zo nodig weer."
    ),
    "fout": N_("Dat klopte niet: kijk naar de dag, het bedrag of het aantal."),
}
