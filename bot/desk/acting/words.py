"""The Dutch of these pages for codes."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.words import N_

KINDS: Mapping[str, str] = {
    "note": N_("Aantekening"),
    "message": N_("Bericht aan de ouder"),
    "call": N_("Telefoon"),
    "answer": N_("Antwoord van de ouder"),
}
SENDING: Mapping[str, str] = {  # how a message stands
    "waiting": N_("klaar om te gaan"),
    "posted": N_("onderweg"),
    "sent": N_("verstuurd"),
    "unsure": N_("niet zeker aangekomen"),
    "failed": N_("niet aangekomen"),
    "taken_back": N_("teruggenomen, niet verstuurd"),
    "kept": N_("alleen voor jullie"),
    "answered": N_("antwoord"),
    "skipped": N_("gelezen, geen antwoord"),
}
WHY: Mapping[str, str] = {  # it failed
    "no_address": N_("De ouder heeft geen chat waar het heen kan."),
    "gone": N_("De chat van de ouder bestaat niet meer."),
    "aside": N_("Stapje liep vast op dit bericht."),
    "Unreachable": N_("De ouder krijgt onze berichten niet meer."),
}
REFUSED = N_("De chat nam het bericht niet aan.")
TODO: Mapping[str, str] = {
    "failed": N_("Bel de ouder en vertel zelf wat erin stond."),
    "unsure": N_("Bel de ouder. Wij sturen het niet nog een keer."),
}
WRONG: Mapping[str, str] = {  # what cannot be kept or sent
    "empty": N_("Schrijf eerst iets."),
    "long": N_("Dit is te lang. Houd het onder de {most} tekens."),
    "unreachable": N_("Dit kan niet in de chat: de ouder krijgt daar geen berichten. Bel liever."),
}
CHANNELS: Mapping[str, str] = {
    "web": N_("de webchat"),
    "telegram": N_("Telegram"),
    "terminal": N_("de chat"),
}
DONE: Mapping[str, str] = {  # said once, after a form
    "bericht": N_("Het bericht gaat over 10 seconden weg. Zolang kun je het terugnemen."),
    "bericht-later": N_("Het bericht wacht tot {moment}. Zolang kun je het terugnemen."),
    "notitie": N_("De aantekening is bewaard. Alleen jullie tandem leest die."),
    "niet-weer": N_("Dit bericht gaat niet opnieuw: het is niet mislukt. Kijk hoe het nu staat."),
    "te-laat": N_("Terugnemen kan niet meer: het bericht is al onderweg."),
}
HANDLED: Mapping[str, str] = {  # said once on the family's page
    "gebeld": N_("Genoteerd: je hebt de ouder gesproken."),
    "geen-chat": N_("Tijden aanbieden kan nog niet: dit gezin heeft nog geen chat."),
    "eerst-open": N_("Dit gezin is afgesloten. Open het eerst weer, dan kun je tijden aanbieden."),
    "heeft-chat": N_(
        "Er is geen link gemaakt: dit gezin heeft al een chat, of er is niets gevraagd."
    ),
    "geen-gehoor": N_("Genoteerd: geen gehoor. De belofte blijft staan."),
    "te-lang": N_("Nog niet bewaard: maak de aantekening korter dan 1000 tekens."),
    "overgegeven": N_("Je collega gaat hiermee verder."),
    "alone": N_("Je bent nu zelf ook de collega: er is niemand om het aan te geven."),
    "taak": N_("De taak staat erbij."),
    "taak-empty": N_("De taak is niet bewaard: schrijf eerst wat er moet gebeuren."),
    "taak-long": N_("De taak is niet bewaard: maak de tekst korter."),
    "taak-past": N_("De taak is niet bewaard: die dag is al geweest."),
    "taak-day": N_("De taak is niet bewaard: kies een dag."),
    "taak-owner": N_("De taak is niet bewaard: kies een van jullie twee."),
    "uitkomst": N_("De uitkomst is genoteerd."),
    "begin-full": N_("Niet gestart: alle plekken zijn vergeven. Vraag de coördinator wat kan."),
    "begin-off": N_("Niet gestart: dit programma loopt nu niet. Vraag de coördinator."),
    "later-when": N_("Niet genoteerd: kies ook een dag of een aantal weken."),
    "later-past": N_("Niet genoteerd: kies een dag na vandaag."),
    "later-far": N_("Niet genoteerd: kies een dag binnen een jaar."),
    "day": N_("Niet genoteerd: dit is geen dag."),
    "verbeterd": N_("De regel is verbeterd. De eigen woorden van de ouder blijven staan."),
    "gesloten": N_("Afgesloten. Schrijft de ouder weer, dan staat het gezin hier opnieuw."),
    "heropend": N_("Weer open, en jij hebt het opgepakt."),
    "sluit-reason": N_("Niet afgesloten: kies een reden."),
    "sluit-danger": N_("Niet afgesloten: er is een melding van gevaar. Doe die eerst."),
    "sluit-talk": N_("Niet afgesloten: er staat nog een gesprek. Zeg dat eerst af of noteer het."),
    "sluit-later": N_(
        "Niet afgesloten: er is afgesproken om later weer contact te zoeken. Zet die taak eerst "
        "op klaar."
    ),
    "sluit-breakthrough": N_(
        "Niet afgesloten: er loopt nog een doorbraak. Rond die eerst af, of trek het verzoek in."
    ),
    "sluit-promise": N_(
        "Niet afgesloten: de ouder wacht nog op ons. Bel of schrijf eerst, of kies een reden "
        "waarbij de ouder bericht krijgt."
    ),
}
ACTS: Mapping[str, str] = {  # who did what
    "message": N_("schreef de ouder"),
    "taken_back": N_("nam een bericht terug"),
    "note": N_("schreef een aantekening"),
    "call": N_("belde de ouder"),
    "correction": N_("verbeterde een regel"),
    "handed": N_("gaf het aan {ref}"),
    "task": N_("gaf {ref} een taak"),
    "outcome": N_("noteerde wat een gesprek bracht"),
    "closed": N_("sloot af: {ref}"),
    "childcare_day": N_("koos de dag van een stap naar opvang: {ref}"),
    "childcare_moved": N_("verplaatste de plek voor opvang naar een andere maand"),
    "reopened": N_("opende het weer"),
    "covered": N_("gaf het aan {ref}, wegens afwezigheid"),
    "handed_back": N_("gaf het terug aan {ref}"),
    "claimed": N_("pakte het op"),
    "offered": N_("bood tijden aan"),
    "withdrew": N_("trok tijden in"),
    "held": N_("noteerde: gesproken"),
    "missed": N_("noteerde: gemist"),
    "cancelled": N_("zegde een gesprek af"),
    "task_done": N_("deed een taak"),
    "alert_seen": N_("zag een melding"),
    "released": N_("zette herinneringen weer aan"),
    "invited": N_("maakte een link naar de chat"),
}
AWAY: Mapping[str, str] = {  # what cannot be
    "dates": N_("Kies een eerste en een laatste dag."),
    "days": N_("De laatste dag ligt voor de eerste."),
    "past": N_("Die dagen zijn al geweest."),
    "long": N_("Dit is langer dan een jaar. Vraag de coördinator."),
    "cover": N_("Kies een andere collega die gezinnen helpt."),
    "cover_away": N_("Die collega is dan zelf ook weg. Kies een ander."),
    "overlap": N_("In die dagen sta je al als afwezig."),
}
AWAY_DONE: Mapping[str, str] = {
    "genoteerd": N_("Genoteerd. Op de eerste dag gaan de gezinnen vanzelf naar je collega."),
    "terug": N_("Genoteerd. Wat nog bij je collega lag, is terug."),
}
