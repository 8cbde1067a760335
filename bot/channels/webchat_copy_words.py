"""How the page of her own copy is laid out: its parts, and what their columns are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dialogs.language import dates


def N_(msgid: str) -> str:  # noqa: N802  the name Babel looks for
    """Marks a sentence for the catalogue where it is only translated later."""
    return msgid


SECTIONS: Mapping[str, tuple[str, str]] = {  # key of the copy → (title, what stands there if none)
    "wie_keek": (N_("Wie keek mee"), N_("Nog niemand.")),
    "antwoorden": (N_("Jouw antwoorden"), N_("Je hebt nog niets ingevuld.")),
    "afspraken": (N_("Jouw afspraken"), N_("Je hebt geen afspraak.")),
    "tijden": (N_("Tijden waaruit je kunt kiezen"), N_("Nu geen.")),
    "mensen": (N_("Wie jou helpen"), N_("Nog niemand.")),
    "taken": (N_("Wat zij voor jou doen"), N_("Nu niets.")),
    "opvang": (N_("Jouw opvang"), N_("Nog niets.")),
    "gevraagd": (N_("Wat er voor je gevraagd is"), N_("Nog niets.")),
    "herinneringen": (N_("Jouw herinneringen"), N_("Geen.")),
    "berichten": (N_("Jouw gesprek"), N_("Hier staat niets meer.")),
    "bestanden": (N_("Wat je stuurde"), N_("Geen bestanden.")),
    "geschreven": (N_("Wat jouw mensen schreven"), N_("Nog niets.")),
    "beloften": (N_("Wat we je beloofden"), N_("Nog niets.")),
    "gedaan": (N_("Wat zij deden"), N_("Nog niets.")),
    "meldingen": (N_("Meldingen over de chat"), N_("Geen.")),
    "adressen": (N_("Waar je mee chat"), N_("Geen.")),
}
COLUMNS: Mapping[str, str] = {  # field → what it is called
    "naam": N_("Naam"), "rol": N_("Van"), "dag": N_("Dag"), "wat": N_("Wat"),
    "reden": N_("Reden"),
    "vraag": N_("Vraag"), "antwoord": N_("Antwoord"), "eigen_woorden": N_("Eigen woorden"),
    "hoe": N_("Hoe"), "wanneer": N_("Wanneer"), "via": N_("Via"), "versie": N_("Versie"),
    "telt_nog": N_("Telt nog"),
    "van": N_("Van"), "tekst": N_("Tekst"), "staat": N_("Hoe staat het"), "met": N_("Met"),
    "waar": N_("Waar"), "minuten": N_("Minuten"), "gemaakt_op": N_("Gemaakt op"),
    "wie": N_("Wie"), "waarom": N_("Waarom"), "wijk": N_("Wijk"), "sinds": N_("Sinds"),
    "opgepakt_door": N_("Opgepakt door"), "opgepakt_op": N_("Opgepakt op"),
    "beloofd_voor": N_("Beloofd vóór"), "door_jou_nagekeken": N_("Door jou bekeken"),
    "jouw_woorden": N_("Jouw woorden"), "klaar_op": N_("Klaar op"),
    "klaar_door": N_("Klaar door"), "waarover": N_("Waarover"), "soort": N_("Soort"),
    "type": N_("Type"), "bytes": N_("Bytes"), "bewaard": N_("Bewaard"), "adres": N_("Adres"),
    "werkt": N_("Werkt"), "bestanden": N_("Bestanden"), "id": N_("Code"),
}  # fmt: skip
YES, NO = N_("ja"), N_("nee")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_YEAR = datetime(1, 1, 1)  # noqa: DTZ001  a wall time: then the year is always said


def shown(value: Any) -> str:
    """A value as she reads it: moments in Dutch, lists with commas; "" for nothing."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = "" if value is None else str(value)
    if _MOMENT.fullmatch(text):
        return dates.full(datetime.fromisoformat(text), _NO_YEAR)
    if _DAY.fullmatch(text):
        return dates.day(datetime.fromisoformat(text).date(), _NO_YEAR.date())
    return text
