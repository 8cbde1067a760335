"""From what the engine says to the words a parent reads, in her form of address.

The few sentences that the service itself says stand here; the rest is in the scripts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from dialogs.catalogue import Catalogue
from dialogs.effects import Say
from dialogs.model import Text
from dialogs.render import Message, render, sentence

LOCALES = Path(__file__).resolve().parent.parent.parent / "locales"

SORRY = Text(
    "Sorry, hier ging iets mis bij mij. Dat ligt niet aan jou. Wat je stuurde, is bewaard. "
    "Iemand van {team} kijkt ernaar en neemt contact met je op.",
    "service",
)
NO_PICTURES = Text(
    "Foto's en bestanden kan ik hier niet aannemen. Dat kan veilig in de webchat: {web}. "
    "Of laat het papier zien als we elkaar spreken.",
    "service",
)
TOO_BIG = Text("Dit bestand is te groot voor mij. Kun je het korter of kleiner maken?", "service")
NO_VOICE = Text("Gesproken berichten kan ik hier niet bewaren. Kun je het typen?", "service")
NEWS = Text("Er is nieuws bij een overdracht. Open de werkplek.", "service")
ALARM = Text("Iemand kan in gevaar zijn. Open de werkplek nu.", "service")
ALARM_AGAIN = Text("Nog niet gezien: iemand kan in gevaar zijn. Open de werkplek nu.", "service")
PROMISE_SOON = Text("Een belofte loopt bijna af. Open de werkplek.", "service")
PROMISE_BROKEN = Text("Een belofte is niet gehaald. Open de werkplek nu.", "service")
NEW_HANDOFF = Text("Nieuwe overdracht. Open de werkplek.", "service")
OPEN_DESK = Text("Open de werkplek", "service")

OPEN_NOW = Text("Er is nu iemand, tot {tot} uur.", "service")
OPEN_LATER = Text("Er is weer iemand op {dag} om {tijd} uur.", "service")
READ_NOW = Text("{Team} krijgt dit nu te zien.", "service")
READ_READY = Text("Ik zet dit nu klaar voor {team}.", "service")  # on the desk; nobody is called
READ_LATER = Text("{Team} is nu dicht en leest dit op {dag} om {tijd} uur.", "service")
WE_HAVE_IT = Text("{naam1} en {naam2} hebben je bericht. Een dag weet ik nog niet.", "service")
NOT_SENT = Text(
    "Je vragen zijn nog niet verstuurd. Daarna hoor je wanneer iemand contact met je opneemt.",
    "service",
)
WAS_BROKEN = Text(
    "We beloofden iets te laten horen vóór {moment}. Dat is niet gelukt. Het spijt ons. "
    "Ik geef het nu weer door.",
    "service",
)
HEARD_BY = Text("Je hoort van ons vóór {moment}.", "service")
AT_OFFICE = Text("Het is bij {plaats}, {adres}.", "service")
AT_HOME = Text("{naam1} komt bij jou thuis.", "service")
BY_PHONE = Text("{naam1} belt je dan op.", "service")
BY_VIDEO = Text("Het is een videogesprek. Je krijgt nog een link.", "service")
MIXED = Text("Waar het is, lees je als je kiest.", "service")
IF_NOT = Text("Lukt het toch niet? Dan kiezen we een andere dag.", "service")
KNOWN_TALK = Text("Je afspraak met {naam1}: {dag} om {tijd} uur. {plaats_zin}", "service")
INSTEAD = Text("Je afspraak van {dag} gaat dan niet door.", "service")
PEOPLE_KEEP = Text(
    "Een afspraak met ons gaat niet door. Wat {team} al weet, blijft soms. De wet kan dat vragen.",
    "service",
)
BEFORE_STOP = Text("Doe het vóór {dag}.", "service")
NEARBY = Text("**{naam}**: {wat}. Waar: {waar}.", "service")
EXAMPLE = Text("voorbeeld", "service")
MORE = Text("Meer staat op {link}.", "service")
CHECKED = Text("Dit was zo op {dag}.", "service")
TIP = Text("Een tip.", "service")
TIP_ABOUT = Text("Een tip: **{wat}**.", "service")
EACH_YEAR = Text("Deze tip komt elk jaar.", "service")
ASK_THERE = Text("Vragen kan hier: {link}. Of bel **{nr}**.", "service")
MAY_FIT = Text("Misschien past dit bij jou: {wat}. Je vertelde: {reden}.", "service")
HEARD_FROM = Text(
    "Staat er een rekening open? Dan kan een bedrijf dat doorgeven aan de gemeente. Het gaat om "
    "huur, energie, water of de zorgverzekering. Dat staat in de wet. Een mens van {team} kan "
    "vertellen welk bedrijf het was.",
    "service",
)
LOOKED = Text("{naam} van {rol}, op {dag}.", "service")
LOOKED_IN = Text("{naam} van {rol} keek mee op {dag}. De reden: {reden}", "service")
COPY_HERE = Text("Die pagina werkt op dit scherm, zolang je gesprek hier open is.", "service")
COPY_ONCE = Text("Die link werkt één keer, en maar een uur. Geef hem aan niemand.", "service")
BREAKTHROUGH_YES = Text(
    "Het liep ergens vast. Daarom vroegen wij extra hulp voor jou. Het antwoord is ja. "
    "Dit gaat er gebeuren: {besluit}",
    "service",
)
BREAKTHROUGH_NO = Text(
    "Het liep ergens vast. Daarom vroegen wij extra hulp voor jou. Het antwoord is nee. "
    "Dat ligt niet aan jou. De reden: {besluit}",
    "service",
)
NOT_YOURS = Text("Deze overdracht is van een ander tandem.", "service")
NOT_KNOWN = Text("Ik ken je nog niet. Pak de overdracht op via de werkplek.", "service")
TAKEN_UP = Text("Opgepakt door {naam}.", "service")


class Wording:
    """Renders with one shipped catalogue per form; `facts` are the municipality's.

    A catalogue is read when it is first needed. Raises OSError then when it is missing.
    """

    def __init__(self, forms: Collection[str], facts: Mapping[str, str]) -> None:
        self._forms, self._facts = forms, facts

    def message(self, say: Say, form: str) -> Message:
        """The message for this `Say`."""
        return render(say, self._catalogue(form).translate, self._facts)

    def plain(self, text: Text, form: str = "je") -> str:
        """One sentence."""
        return sentence(text, self._catalogue(form).translate, self._facts)

    def note(self, text: Text, form: str) -> Message:
        """A message without a question."""
        return Message(self.plain(text, form))

    def _catalogue(self, form: str) -> Catalogue:
        return Catalogue.load(LOCALES, form if form in self._forms else "je")
