"""The Dutch of a breakthrough on the desk."""

from __future__ import annotations

from collections.abc import Mapping

from bot.desk.words import N_

STATES: Mapping[str, str] = {
    "asked": N_("wacht op een besluit"),
    "granted": N_("komt er"),
    "declined": N_("komt er niet"),
    "done": N_("klaar"),
    "withdrawn": N_("niet meer nodig"),
}
WRONG: Mapping[str, str] = {  # by field and code, else by code
    "stuck.empty": N_("Schrijf wat er vastloopt."),
    "helps.empty": N_("Schrijf wat zou helpen."),
    "routes.untried": N_(
        "Schrijf minstens één gewone weg op die jullie al probeerden, met de dag of wat eruit kwam."
    ),
    "routes.half": N_("Zet bij elke weg wat het was, en de dag of wat eruit kwam."),
    "routes.future": N_("Een weg die geprobeerd is, ligt niet in de toekomst. Kijk naar de dag."),
    "routes.day": N_("Die dag bestaat niet. Kies een dag, of laat de dag leeg."),
    "cents.empty": N_("Schrijf wat het kost, in euro. Kost het niets? Schrijf 0."),
    "cents.much": N_("Dit bedrag is te groot. Kijk het na."),
    "due_on.empty": N_("Kies vóór welke dag er een besluit moet zijn."),
    "due_on.past": N_("Die dag is al geweest. Kies vandaag of later."),
    "due_on.far": N_("Die dag is meer dan een jaar weg. Kies een eerdere dag."),
    "spent.empty": N_("Schrijf wat het echt kostte, in euro. Kostte het niets? Schrijf 0."),
    "spent.more": N_("Dat is meer dan er gegeven is. Neem voor de rest eerst een nieuw besluit."),
    "spent.money": N_("Zoveel zit er dat jaar niet meer in het budget. Er is niets bewaard."),
    "order.empty": N_("Schrijf wat er gaat gebeuren, en wie dat doet."),
    "reason.empty": N_("Schrijf waarom het niet kan."),
    "text.empty": N_("Schrijf eerst iets."),
    "busy": N_(
        "Een collega zette net zelf iets door, of er loopt nog een verzoek. Dit is niet verstuurd."
    ),
    "closed": N_("Dit gezin is afgesloten. Open het eerst weer."),
    "nobody": N_("Er is nu niemand die dit kan besluiten. Vraag de coördinator."),
    "long": N_("Dit is te lang. Houd het onder de {most} tekens."),
    "off": N_("Het programma staat uit. Er is niets gegeven."),
    "money": N_("Zoveel zit er dit jaar niet meer in het budget. Er is niets gegeven."),
    "no_budget": N_("Voor dit jaar is geen budget bekend. Er is niets gegeven."),
}
SAID: Mapping[str, str] = {  # said once, after a form
    "gevraagd": N_(
        "Doorgezet naar {name}. Komt er een besluit of een vraag? Dan staat het bij de taken."
    ),
    "antwoord": N_("Verstuurd naar {name}."),
    "ingetrokken": N_("Ingetrokken. {name} ziet het niet meer."),
    "klaar": N_("Genoteerd: klaar."),
    "vraag": N_("De vraag staat bij de taken van het tandem."),
    "ja": N_("Genoteerd. Het tandem hoort het nu en vertelt het de ouder."),
    "nee": N_("Genoteerd. Het tandem hoort het nu en vertelt het de ouder."),
    "uitgegeven": N_("Bewaard. Wat over was, kan weer gegeven worden."),
    "terug": N_("Genoteerd. Het geld kan weer gebruikt worden."),
    "veranderd": N_(
        "Een collega veranderde net iets. Kijk hoe het nu staat, en doe het zo nodig weer."
    ),
    "voorbij": N_("Dit kan niet meer: er is al een besluit. Er is niets veranderd."),
}


def wrong(field: str, code: str) -> str:
    """What is not right with this field; known codes only."""
    return WRONG.get(f"{field}.{code}") or WRONG[code]
