"""What stands in her own copy for the codes that we keep, in plain Dutch."""

from __future__ import annotations

from collections.abc import Mapping

from bot.service.arranging.copied import STEPS
from bot.service.arranging.deeds import task_kind
from dialogs.model import Text

FIRST = ("danger_", "check_")  # tasks that people look at first: what they feared is theirs to tell

STATUSES: Mapping[str, Text] = {
    "answered": Text("beantwoord", "copy"),
    "skipped": Text("overgeslagen", "copy"),
    "declined": Text("liever niet gezegd", "copy"),
    "unknown": Text("weet ik niet", "copy"),
    "unclear": Text("niet begrepen, woorden bewaard", "copy"),
}
CHANNELS: Mapping[str, Text] = {
    "telegram": Text("Telegram", "copy"),
    "web": Text("webchat", "copy"),
    "terminal": Text("test", "copy"),
}
SENDERS: Mapping[str, Text] = {"her": Text("jij", "copy")}
TALK_STATES: Mapping[str, Text] = {
    "new": Text("begonnen", "copy"),
    "active": Text("bezig", "copy"),
    "paused": Text("pauze", "copy"),
    "stopped": Text("gestopt", "copy"),
    "done": Text("klaar", "copy"),
}
PREFERENCES: Mapping[str, Text] = {
    "on": Text("aan", "copy"),
    "off": Text("uit", "copy"),
    "stopped": Text("uit tot je verder gaat", "copy"),
    "frozen": Text("staan even stil", "copy"),
}
DAY_PARTS: Mapping[str, Text] = {
    "evening": Text("in de avond", "copy"),
    "morning": Text("in de ochtend", "copy"),
}
DELIVERIES: Mapping[str, Text] = {
    "new": Text("wacht", "copy"),
    "sending": Text("onderweg", "copy"),
    "sent": Text("verstuurd", "copy"),
    "unsure": Text("misschien aangekomen", "copy"),
    "failed": Text("niet aangekomen", "copy"),
    "received": Text("aangekomen", "copy"),
}
REASONS: Mapping[str, Text] = {
    "intake": Text("je stuurde je antwoorden", "copy"),
    "urgent": Text("iets kan niet wachten", "copy"),
    "message": Text("je stuurde een bericht", "copy"),
    "call": Text("je wilde bellen", "copy"),
    "unfinished": Text("je vragen staan nog open", "copy"),
    "stuck": Text("de chat liep vast", "copy"),
    "unreachable": Text("berichten kwamen niet aan", "copy"),
    "baby_package": Text("een pakket voor je baby of peuter", "copy"),
    "for_child": Text("iets voor je kind", "copy"),
}
HANDOFF_STATES: Mapping[str, Text] = {
    "new": Text("wacht op een mens", "copy"),
    "claimed": Text("opgepakt", "copy"),
    "closed": Text("afgesloten", "copy"),
}
PLACES: Mapping[str, Text] = {
    "office": Text("op kantoor", "copy"),
    "home": Text("bij jou thuis", "copy"),
    "phone": Text("telefoon", "copy"),
    "video": Text("videogesprek", "copy"),
}
TALKS: Mapping[str, Text] = {
    "planned": Text("gepland", "copy"),
    "confirmed": Text("door jou bevestigd", "copy"),
    "cancelled": Text("gaat niet door", "copy"),
    "missed": Text("elkaar gemist", "copy"),
    "held": Text("geweest", "copy"),
}
REMINDERS: Mapping[str, Text] = {
    "three_days": Text("je afspraak over drie dagen", "copy"),
    "day_before": Text("je afspraak van morgen", "copy"),
    "morning_of": Text("je afspraak van vandaag", "copy"),
    "unfinished_1": Text("je vragen staan nog open", "copy"),
    "unfinished_2": Text("je vragen staan nog open", "copy"),
    "unfinished_3": Text("je vragen staan nog open", "copy"),
    "unfinished_tell_team": Text("bericht aan het team: vragen niet af", "copy"),
    "alarm_unseen": Text("bericht aan het team: kijk nu", "copy"),
    "pause": Text("je vroeg om een bericht", "copy"),
    "silence": Text("korter maken, als het stil is", "copy"),
    "expiring": Text("wij wissen bijna je antwoorden", "copy"),
    "first_talk": Text("tijden voor een gesprek", "copy"),
    "missed": Text("een nieuwe afspraak", "copy"),
    "cancelled_by_us": Text("een nieuwe afspraak", "copy"),
    "promise_broken": Text("een belofte lukte niet", "copy"),
    "baby_toddler": Text("het pakket voor een peuter", "copy"),
    "child_package_again": Text("weer vragen voor je kind", "copy"),
    "child_package_due": Text("bericht aan het team: weer vragen", "copy"),
    "coaching": Text("we gaan samen verder", "copy"),
    "goal_set": Text("je kleine stap", "copy"),
    "small_goal": Text("hoe het ging met je kleine stap", "copy"),
    "follow_up": Text("hoe het samen gaat", "copy"),
}
REMINDER_STATES: Mapping[str, Text] = {
    "planned": Text("gepland", "copy"),
    "fired": Text("gestuurd", "copy"),
    "dropped": Text("niet gestuurd", "copy"),
    "cancelled": Text("niet meer nodig", "copy"),
}
TASKS: Mapping[str, Text] = {
    "urgent": Text("iets kan niet wachten", "copy"),
    "danger": Text("iets kan niet wachten", "copy"),
    "check": Text("iets om snel te lezen", "copy"),
    "message": Text("je bericht lezen", "copy"),
    "call_back": Text("jou bellen", "copy"),
    "cancelled": Text("opnieuw afspreken", "copy"),
    "unreachable": Text("bellen, want de chat werkt niet", "copy"),
    "other_time": Text("een andere tijd zoeken", "copy"),
    "missed": Text("opnieuw afspreken", "copy"),
    "unfinished": Text("contact met jou zoeken", "copy"),
    "formal_request": Text("helpen met een aanvraag", "copy"),
    "arrears_letter": Text("een brief over betalen", "copy"),
    "help_with_travel": Text("hulp om er te komen", "copy"),
    "changed": Text("je veranderde een antwoord", "copy"),
    "erase": Text("je wilt alles wissen", "copy"),
    "hold_lifted": Text("wissen mag weer", "copy"),
    "own": Text("iets voor jou doen", "copy"),
    "no_call": Text("toch niet gebeld worden", "copy"),
    "no_help": Text("toch geen hulp met rekeningen", "copy"),
    "goal_help": Text("hulp bij je kleine stap", "copy"),
    "follow_up": Text("lezen hoe het samen gaat", "copy"),
    "help_with_sitter": Text("hulp met oppas", "copy"),
    "help_with_time": Text("een ander moment zoeken", "copy"),
    "help_with_nerves": Text("contact voor het gesprek", "copy"),
    "idea": Text("je idee doorgeven", "copy"),
    "pass_help": Text("hulp om de stadspas te vragen", "copy"),
    "working_poor": Text("met jou praten over werk en geld", "copy"),
    "card_help": Text("hulp bij iets uit een tip", "copy"),
    "later_day": Text("een andere dag om weer contact te hebben", "copy"),
    "baby_package_stop": Text("je wilt het pakket niet meer", "copy"),
    "baby_toddler_over": Text("wat er nog kan zonder pakket", "copy"),
    "child_package": Text("iets voor je kind", "copy"),
    "child_package_again": Text("weer vragen voor je kind", "copy"),
    "child_package_help": Text("praten over iets voor je kind", "copy"),
    "child_package_stop": Text("je wilt het niet meer", "copy"),
    "breakthrough_question": Text("antwoord geven op een vraag over extra hulp", "copy"),
    "breakthrough_deadline": Text("vragen of er een besluit is over extra hulp", "copy"),
    "breakthrough_granted": Text("vertellen dat er extra hulp komt", "copy"),
    "breakthrough_declined": Text("vertellen dat extra hulp niet doorgaat", "copy"),
    "childcare_wish": Text("opvang regelen", "copy"),
    "childcare_help": Text("hulp bij een stap naar opvang", "copy"),
    "later": Text("later weer contact met jou", "copy"),
    "childcare_silent": Text("nog geen antwoord over een stap naar opvang", "copy"),
    "childcare_last_day": Text("een stap naar opvang met een uiterste dag", "copy"),
    **{task_kind(step): said for step, said in STEPS.items()},
    "baby_asked": Text("een helper zoeken voor het pakket", "copy"),
    "baby_referred": Text("kijken of er een pakket kan komen", "copy"),
    "baby_granted": Text("het pakket op de post doen", "copy"),
    "baby_toddler": Text("het pakket voor een peuter", "copy"),
}
ALERTS: Mapping[str, Text] = {
    "danger": Text("iets kan niet wachten", "copy"),
    "unsure": Text("een bericht kwam misschien niet aan", "copy"),
    "failed": Text("een bericht kwam niet aan", "copy"),
    "unreachable": Text("berichten komen niet meer aan", "copy"),
    "quarantined": Text("de chat liep vast op een bericht", "copy"),
    "late": Text("een herinnering kon niet op tijd weg", "copy"),
    "promise_broken": Text("een belofte lukte niet", "copy"),
}
FILES: Mapping[str, Text] = {
    "voice": Text("spraakbericht", "copy"),
    "photo": Text("foto", "copy"),
    "file": Text("bestand", "copy"),
}
LOOKS: Mapping[str, Text] = {
    "summary": Text("je antwoorden", "copy"),
    "name": Text("je naam in een lijst", "copy"),
    "attachment": Text("een bestand van je", "copy"),
    "childcare": Text("je plan voor opvang", "copy"),
    "baby_package": Text("het pakket dat je vroeg", "copy"),
    "child_package": Text("wat je voor je kind vroeg", "copy"),
    "signal": Text("een bericht over iets dat nog niet betaald is", "copy"),
    "breakthrough": Text("een vraag om extra hulp voor jou", "copy"),
    "coaching": Text("je kleine stappen", "copy"),
    "idea": Text("je idee", "copy"),
    "look_in": Text("keek mee, met een reden", "copy"),
}
