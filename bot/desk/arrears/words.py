"""The Dutch of signals on the desk."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.words import N_

KINDS: Mapping[str, str] = {
    "rent": N_("Huur"),
    "health": N_("Zorgverzekering"),
    "water": N_("Water"),
    "energy": N_("Stroom of gas"),
}
STATES: Mapping[str, str] = {
    "signal": N_("Nieuw signaal"),
    "invited": N_("Brief gemaakt"),
    "wants": N_("Wil contact"),
    "later": N_("Wil later contact"),
    "declined": N_("Wil geen contact"),
    "reached": N_("Gesproken"),
    "closed": N_("Gesloten"),
}
TODO: Mapping[str, str] = {
    "wait": N_("Wacht nog even. Contact zoeken kan vanaf {first}."),
    "invite": N_("Maak een brief, of ga langs."),
    "visit": N_("Nog geen antwoord op de brief. Ga langs of bel, vóór {last}."),
    "contact": N_("De ouder wil contact. Bel of schrijf, zoals beloofd."),
    "patience": N_("De ouder wil later contact, en kan zelf verder met de vragen."),
    "leave": N_("De ouder wil geen contact. Neem geen contact op over dit signaal."),
    "close": N_("Sluit het signaal met een code voor de schuldeiser."),
    "done": N_("Klaar."),
}
OUTCOMES: Mapping[str, str] = {
    "contact": N_("Er was contact"),
    "geen_contact": N_("Geen contact gelukt"),
    "wil_niet": N_("Wil geen hulp"),
    "loopt_al": N_("Hulp loopt al"),
}
FIELDS: Mapping[str, str] = {
    "creditor": N_("Schuldeiser"),
    "reference": N_("Referentie van de schuldeiser"),
    "kind": N_("Soort"),
    "began": N_("Niet betaald sinds"),
    "name": N_("Naam, voor de brief"),
    "address": N_("Adres, voor de brief"),
    "phone": N_("Telefoon"),
}
COLUMNS: Mapping[str, str] = {  # as they are called in a file
    "creditor": N_("schuldeiser"),
    "reference": N_("referentie"),
    "kind": N_("soort"),
    "began": N_("sinds"),
    "name": N_("naam"),
    "address": N_("adres"),
    "phone": N_("telefoon"),
}
WRONG: Mapping[str, str] = {
    "missing": N_("Hier staat niets. Vul het in."),
    "long": N_("Dit is te lang. Maak het korter."),
    "kind": N_("Deze soort kennen we niet. Schrijf huur, zorg, water of energie."),
    "day": N_("Dit is geen dag. Schrijf bijvoorbeeld 2026-10-01 of 1-10-2026."),
    "future": N_("Deze dag is nog niet geweest. Kijk de dag na."),
    "old": N_("Deze dag is langer dan 3 jaar geleden. Kijk het jaar na."),
    "phone": N_("Dit is geen telefoonnummer. Verbeter het, of laat het leeg."),
    "number": N_(
        "Dit kan een BSN of rekening zijn. Dat bewaren we niet: haal het weg. Is het een eigen "
        "nummer van de schuldeiser, en geen BSN? Zet er dan letters voor, zoals KL-."
    ),
    "odd": N_("Hier staat een regeleinde of een vreemd teken. Haal het weg."),
    "cells": N_(
        "Deze rij heeft meer of minder vakken dan de eerste rij. Kijk naar ; en aanhalingstekens."
    ),
    "formula": N_("Dit begint als een formule, met bijvoorbeeld = + - of @. Haal dat teken weg."),
    "twice": N_("Deze referentie staat al in rij {first}. Die rij telt, deze rij niet."),
    "differs": N_(
        "Deze referentie staat al in rij {first}, met iets anders erbij, zoals een andere dag. "
        "Rij {first} telt, deze rij niet. Klopt rij {first} niet? Verbeter die in je bestand."
    ),
    "column": N_("Deze kolom ontbreekt. Zet de naam in de eerste rij."),
    "doubled": N_("Deze kolom staat er twee keer. Haal er een weg."),
    "empty": N_("Er kwam geen bestand, of het is leeg. Kies een CSV-bestand."),
    "sheet": N_("Dit is een werkblad. Kies in Excel: opslaan als CSV."),
    "quotes": N_(
        "Een aanhalingsteken gaat hier open en niet meer dicht. Haal het weg, of zet er een "
        "achter. Vanaf deze rij lazen we niets."
    ),
    "many": N_("Er zijn te veel rijen. Vanaf deze rij lazen we niets. Maak een tweede bestand."),
}
LEFT_OUT: Mapping[str, str] = {
    "missed": N_("Geen brief gemaakt ({n}): een collega was net eerder."),
    "early": N_("Geen brief gemaakt ({n}): het is nog vóór dag {first}."),
    "over": N_("Geen brief gemaakt ({n}): dag {last} is voorbij."),
}
SAID: Mapping[str, str] = {
    "bewaard": N_("Het signaal is bewaard."),
    "bekend": N_("Deze referentie kennen we al. Er is niets veranderd."),
    "genoteerd": N_("Genoteerd."),
    "kies": N_("Kies eerst voor welke signalen je een brief wilt."),
    "naam": N_("Niets is ingelezen: de naam van de schuldeiser kan zo niet. Kijk hem na."),
    "verlopen": N_("Niets is bewaard: dit overzicht is te oud. Lees het bestand nog een keer in."),
    "vandaag": N_(
        "Er is geen brief gemaakt: vandaag valt buiten de dagen. "
        "Moet het toch? Zet een vinkje en schrijf waarom."
    ),
    "omdat": N_("Er is geen brief gemaakt. Schrijf in een paar woorden waarom het nu moet."),
    "wie": N_("Niets is ingelezen: schrijf bij het bestand van welke schuldeiser het is."),
    "veranderd": N_("Een collega was net eerder. Dit is hoe het nu staat."),
    "fout": N_("Dat kan niet. Er is niets veranderd."),
}
