"""The desk's Dutch for codes, moments and ages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from casework.calendar import Calendar
from casework.debts import DebtRoute
from dialogs.language import dates

Say = Callable[..., str]


def N_(msgid: str) -> str:  # noqa: N802  the name Babel looks for
    """Marks a sentence for the catalogue where it is only translated later."""
    return msgid


REASONS: Mapping[str, str] = {
    "urgent": N_("Kan niet wachten"),
    "intake": N_("Intake klaar"),
    "message": N_("Stuurde een bericht"),
    "call": N_("Wil gebeld worden"),
    "unfinished": N_("Niet afgemaakt"),
    "stuck": N_("Vastgelopen"),
    "unreachable": N_("Niet bereikbaar"),
    "childcare": N_("Wil opvang regelen"),
    "baby_package": N_("Babypakket gevraagd"),
    "for_child": N_("Vraagt iets voor een kind"),
    "arrears": N_("Wil praten over rekeningen"),
    "erased": N_("Gewist"),
}
STATES: Mapping[str, str] = {
    "new": N_("Nieuw"),
    "claimed": N_("Opgepakt"),
    "closed": N_("Gesloten"),
}
TASKS: Mapping[str, str] = {
    "urgent": N_("Kan niet wachten: lees en bel"),
    "message": N_("Lees het bericht en antwoord"),
    "call_back": N_("Terugbellen"),
    "no_call": N_("Wil toch niet gebeld worden: lees het bericht"),
    "cancelled": N_("Zegde het gesprek af: spreek opnieuw af"),
    "unreachable": N_("Niet bereikbaar in de chat: bel"),
    "other_time": N_("Andere tijd zoeken"),
    "missed": N_("Opnieuw afspreken na gemist gesprek"),
    "unfinished": N_("Intake niet afgemaakt: neem contact op"),
    "formal_request": N_("Wil iets officieel aanvragen: noteer de dag en help verder"),
    "arrears_letter": N_("Kreeg een brief over betalen"),
    "help_with_travel": N_("Wil hulp om er te komen"),
    "erase": N_("Wil alles wissen, maar er is bewaarplicht: bel en leg uit waarom"),
    "hold_lifted": N_("De bewaarplicht is weg: vertel de ouder dat wissen nu kan"),
    "erased": N_("Gewist door de ouder: zeg het gesprek af in je eigen agenda"),
    "expired": N_("Gewist, de bewaartermijn is voorbij"),
    "own": N_("Afgesproken"),
    "goal_help": N_("Wil hulp bij de kleine stap"),
    "follow_up": N_("Vertelde hoe het met de coaching gaat: lees het"),
    "help_with_sitter": N_("Wil hulp met oppas om elkaar te spreken"),
    "help_with_time": N_("Wil een ander moment om elkaar te spreken"),
    "help_with_nerves": N_("Vindt het gesprek spannend: bel of schrijf even"),
    "idea": N_("Heeft een idee: geef het door zonder naam"),
    "pass_help": N_("Wil hulp om de stadspas te vragen"),
    "working_poor": N_("Werkt en komt niet rond: denk mee over geld"),
    "card_help": N_("Wil hulp bij iets uit een tip"),
    "later_day": N_("Over de dag om weer contact te zoeken: bespreek het"),
    "baby_package_stop": N_("Wil niet meer het pakket dat gevraagd is: bespreek het"),
    "baby_toddler_over": N_("Wil weten wat er nog kan nu er geen peuterpakket is"),
    "child_package": N_("Vraagt iets voor een kind: plan een gesprek"),
    "child_package_again": N_("Bijna een jaar geleden geregeld voor een kind: weer vragen?"),
    "child_package_help": N_("Wil praten over weer iets vragen voor een kind"),
    "child_package_stop": N_("Wil niet meer wat voor een kind gevraagd is: bespreek het"),
    "breakthrough_question": N_("Er is een vraag over de doorbraak: geef antwoord"),
    "breakthrough_deadline": N_("Doorbraak: het besluit is bijna nodig, vraag hoe het staat"),
    "breakthrough_granted": N_("De doorbraak komt er: vertel het de ouder"),
    "breakthrough_declined": N_("De doorbraak komt er niet: vertel het de ouder"),
    "early_arrears": N_("Wil praten over rekeningen: neem contact op"),
    "no_help": N_("Wil toch geen hulp met rekeningen: laat het hierbij"),
    "childcare_wish": N_("Wil opvang regelen: kies een route en een eerste dag"),
    "childcare_help": N_("Wil hulp bij een stap naar opvang"),
    "later": N_("Later beginnen: zoek weer contact"),
    "childcare_silent": N_("Antwoordt niet over een stap naar opvang: bel eens"),
    "childcare_last_day": N_("Opvang: de laatste dag komt dichtbij en dit is nog open"),
    "childcare_route": N_("Opvang: bespreek de wens en kies een route"),
    "childcare_quote": N_("Opvang: vraag prijs en wachtlijst"),
    "childcare_request": N_("Opvang: vraag het aan bij de gemeente"),
    "childcare_decision": N_("Opvang: vraag naar het besluit, vóór het tekenen"),
    "childcare_nearly_four": N_("Opvang: het kind wordt bijna 4, kijk naar BSO"),
    "childcare_ending": N_("Opvang: de betaling loopt af, kijk wat daarna kan"),
    "baby_asked": N_("Babypakket: de ouder vroeg erom, zoek een verwijzer"),
    "baby_referred": N_("Babypakket: er is een verwijzing, kijk of het kan"),
    "baby_granted": N_("Babypakket: toegekend, laat het met de post versturen"),
    "baby_toddler": N_("Babypakket: vandaag is de dag voor het peuterpakket, bespreek het"),
}
SIGNALS: Mapping[str, str] = {  # what an alarm may be about
    "suicide": N_("zelfmoord"),
    "violence_now": N_("geweld"),
    "child_danger": N_("een kind in gevaar"),
    "medical": N_("gezondheid"),
    "coercion": N_("dwang of stalking"),
    "roof": N_("geen slaapplek"),
    "basics": N_("geen eten of warmte"),
    "mind": N_("in de war of uitgeput"),
    "minor_user": N_("een kind dat schrijft"),
    "threat_to_others": N_("dreiging tegen een ander"),
}
ALARMED: Mapping[str, str] = {  # kinds of task that begin with this
    "danger": N_("Mogelijk gevaar, {signal}: lees en bel nu"),
    "check": N_("Misschien gevaar, {signal}: lees en bel vandaag"),
}
ALERTS: Mapping[str, tuple[str, str]] = {  # what happened, and what to do
    "danger": (
        N_("Mogelijk gevaar. Herinneringen aan de ouder staan stil."),
        N_("Lees bij de taken wat de ouder schreef en bel nu. Druk op Gezien als jij dit doet."),
    ),
    "unsure": (
        N_("Een bericht is misschien niet aangekomen."),
        N_("Bel de ouder. Wij sturen het niet nog een keer."),
    ),
    "failed": (
        N_("Een bericht is niet aangekomen."),
        N_("Bel de ouder en vertel zelf wat erin stond."),
    ),
    "unreachable": (
        N_("De ouder krijgt onze berichten niet meer."),
        N_("Bel het veilige nummer en vraag hoe bericht wel aankomt."),
    ),
    "quarantined": (
        N_("De chat liep vast op een bericht van de ouder."),
        N_("Bel de ouder. In de chat staat dat jullie dit weten."),
    ),
    "promise_broken": (
        N_("Een belofte aan de ouder is niet gehaald."),
        N_("Bel of schrijf nu. De ouder heeft van ons gehoord dat het niet lukte."),
    ),
    "mail_failed": (
        N_("Een mail aan een collega kwam niet aan."),
        N_("De beheerder kijkt na of het adres klopt. Wat erin stond, staat ook op de werkplek."),
    ),
    "mail_waits": (
        N_("De mailserver neemt al een half uur geen mail aan."),
        N_("De beheerder kijkt de mailserver na. De mails wachten en gaan daarna vanzelf."),
    ),
    "webhook_failed": (
        N_("Een systeem van de gemeente (webhook) wil een bericht niet hebben."),
        N_("De beheerder kijkt na wat daar staat ingesteld."),
    ),
    "webhook_waits": (
        N_("Een systeem van de gemeente (webhook) antwoordt al een half uur niet."),
        N_("De beheerder kijkt het na. De berichten wachten en gaan daarna vanzelf."),
    ),
    "openklant_failed": (
        N_("Een overdracht kon niet in Open Klant worden gezet."),
        N_("De beheerder kijkt na wat daar staat ingesteld. Op de werkplek staat alles."),
    ),
    "openklant_waits": (
        N_("Open Klant neemt al een half uur niets aan."),
        N_("De beheerder kijkt het na. De overdrachten wachten en gaan daarna vanzelf."),
    ),
    "late": (
        N_("Een herinnering kon niet op tijd weg en is niet verstuurd."),
        N_("Kijk of de afspraak nog klopt. Bel zo nodig."),
    ),
    "corrected_held": (
        N_("Een gesprek stond op gemist. Een collega heeft dat verbeterd: wel gesproken."),
        N_("Klopt dat? Dan hoef je niets te doen."),
    ),
    "corrected_missed": (
        N_("Een gesprek stond op gesproken. Een collega heeft dat verbeterd: gemist."),
        N_("Klopt dat? Dan hoef je niets te doen."),
    ),
    "nearly_full": (
        N_("De plekken voor opvang raken op."),
        N_("Bij een gezin, onder Opvang regelen, staat hoeveel er nog zijn."),
    ),
    "programme_full": (
        N_("De plekken voor opvang zijn vergeven."),
        N_("Vraag de coördinator wat er nog kan."),
    ),
    "packages_nearly_full": (
        N_("De babypakketten raken op."),
        N_("Hoeveel er nog zijn, staat op de pagina Babypakketten."),
    ),
    "packages_full": (
        N_("Alle babypakketten zijn vergeven."),
        N_("Praat met de stichting over nieuwe afspraken. Tot dan kan er geen pakket bij."),
    ),
    "families_near": (
        N_("De plekken voor coaching raken op."),
        N_("Bij een gezin, onder Coaching, staat hoeveel er nog zijn."),
    ),
    "families_full": (
        N_("De plekken voor coaching zijn vergeven."),
        N_("Vraag de coördinator wat er nog kan."),
    ),
    "malformed": (
        N_("Een bericht kon niet worden gelezen. Het is bewaard."),
        N_("Vraag de beheerder om te kijken."),
    ),
}
UNKNOWN_ALERT = (N_("Er ging iets mis."), N_("Vraag de beheerder om te kijken."))
PLACES: Mapping[str, str] = {
    "office": N_("Op kantoor"),
    "home": N_("Thuis bij de ouder"),
    "phone": N_("Telefoon"),
    "video": N_("Beeldbellen"),
}
TALKS: Mapping[str, str] = {
    "planned": N_("gepland"),
    "confirmed": N_("bevestigd door de ouder"),
    "cancelled": N_("gaat niet door"),
    "missed": N_("elkaar gemist"),
    "held": N_("gesproken"),
}
FILES: Mapping[str, str] = {
    "voice": N_("spraakbericht"),
    "photo": N_("foto"),
    "file": N_("bestand"),
}
DONE: Mapping[str, str] = {  # said once, after a form
    "opgepakt": N_("Jij hebt deze overdracht opgepakt."),
    "bezet": N_("{name} was net eerder en heeft deze overdracht opgepakt."),
    "aangeboden": N_("De tijden gaan naar de ouder. Kiest de ouder er een, dan zie je dat hier."),
    "ingetrokken": N_("De tijden zijn ingetrokken."),
    "gesproken": N_("Genoteerd: jullie hebben elkaar gesproken."),
    "gemist": N_("Genoteerd. De ouder krijgt een bericht om opnieuw te kiezen."),
    "toch-gemist": N_("Verbeterd. De ouder krijgt een bericht om opnieuw te kiezen."),
    "toch-gesproken": N_("Verbeterd. De ouder hoort dat het bericht niet goed was."),
    "afgezegd": N_("De ouder krijgt een bericht en kan een andere tijd kiezen."),
    "was-al": N_("Dit was al gedaan, of het kan nu nog niet. Kijk hieronder hoe het staat."),
    "klaar": N_("De taak is klaar."),
    "gezien": N_("De melding is gezien."),
    "herinneringen": N_("De herinneringen staan weer aan."),
}
# She hears these from the bot.
TOLD_LATER = frozenset({"aangeboden", "gemist", "toch-gemist", "afgezegd"})
LATER = N_("De ouder krijgt dit {moment}.")  # said with those in quiet hours
DELIVERIES: Mapping[str, tuple[str, str]] = {
    "unsure": (N_("misschien niet aangekomen"), ALERTS["unsure"][1]),
    "failed": (N_("niet aangekomen"), ALERTS["failed"][1]),
}
MESSAGES: Mapping[str, str] = {
    "reply": N_("Antwoord"),
    "reminder": N_("Herinnering"),
}


class Words:
    """Says moments in the municipality's own time, and codes in Dutch."""

    def __init__(self, say: Say, calendar: Calendar, debts: Sequence[DebtRoute] = ()) -> None:
        self._say = say
        self._calendar = calendar
        self._debts = {route.kind: route.task for route in debts}

    def code(self, table: Mapping[str, str], code: str) -> str:
        """The Dutch of this code; an unknown one is shown as it is, never hidden."""
        return self._say(table[code]) if code in table else code

    def task(self, kind: str) -> str:
        """What somebody must do."""
        if kind in self._debts:
            return self._debts[kind]
        begins, _, signal = kind.partition("_")
        if begins in ALARMED:
            return self._say(ALARMED[begins], signal=self.code(SIGNALS, signal))
        return self.code(TASKS, kind)

    def pair(self, table: Mapping[str, tuple[str, str]], code: str) -> tuple[str, str]:
        """What happened and what to do."""
        what, todo = table.get(code, UNKNOWN_ALERT)
        return self._say(what), self._say(todo)

    def moment(self, at: datetime, now: datetime) -> str:
        """`dinsdag 24 november om 10:00 uur`, with the year when it is another one."""
        return self._calendar.full(at, now)

    def short(self, at: datetime) -> str:
        """`di 24 november 10:00`."""
        return self._calendar.short(at)

    def dated(self, at: datetime) -> str:
        """`24 november 2026, 10:00 uur`: for where a line came from."""
        wall = self._calendar.wall(at)
        return f"{self.day(wall.date())}, {dates.clock(wall)} uur"

    def day(self, on: date | str) -> str:
        """`24 november 2026`, of a local day, or of one as a table keeps it (ISO)."""
        day = date.fromisoformat(on[:10]) if isinstance(on, str) else on
        return f"{day.day} {dates.MONTHS[day.month - 1]} {day.year}"

    def machine(self, at: datetime) -> str:
        """For the `datetime` attribute."""
        return at.astimezone(self._calendar.zone).isoformat(timespec="minutes")

    def age(self, at: datetime, now: datetime) -> str:
        """How long ago, in words: `12 minuten geleden`."""
        if now - at < timedelta(minutes=1):
            return self._say(N_("zojuist"))
        return self._say(N_("{age} geleden"), age=self.span(now - at))

    def since(self, at: datetime, now: datetime) -> str:
        """A moment that is over, as one says it: `14:00`, `gisteren 14:00`, else with its day."""
        wall, days = self._calendar.wall(at), self._days_ago(at, now)
        if days > 1:
            return self.short(at)
        clock = dates.clock(wall)
        return self._say(N_("gisteren {clock}"), clock=clock) if days else clock

    def _days_ago(self, at: datetime, now: datetime) -> int:
        return (self._calendar.wall(now).date() - self._calendar.wall(at).date()).days

    def worked(self, span: timedelta) -> str:
        """Working time in whole minutes or hours; never in days, as those have 24 hours."""
        minutes = max(0, int(span.total_seconds() // 60))
        if minutes < 60:
            return self._many(minutes, N_("{n} minuut"), N_("{n} minuten"))
        return self._say(N_("{n} uur"), n=minutes // 60)

    def span(self, span: timedelta) -> str:
        """A length of time in its largest unit."""
        minutes = max(0, int(span.total_seconds() // 60))
        if minutes < 60:
            return self._many(minutes, N_("{n} minuut"), N_("{n} minuten"))
        if minutes < 24 * 60:
            return self._say(N_("{n} uur"), n=minutes // 60)
        return self._many(minutes // (24 * 60), N_("{n} dag"), N_("{n} dagen"))

    def _many(self, n: int, one: str, more: str) -> str:
        return self._say(one if n == 1 else more, n=n)
