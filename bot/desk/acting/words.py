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
    "te-laat": N_("Terugnemen kan niet meer: het bericht is al onderweg."),
}
