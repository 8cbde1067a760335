"""How parents put the wishes that hold in every step: one pattern a line, over plain words.

The words of COURTESY are taken out of a message first, so a pattern holds none of them.
"""

# ruff: noqa: E501

from __future__ import annotations

from dialogs.language.wordlist import listed
from dialogs.model import Intent

COURTESY = frozenset(listed("""
alsjeblieft graag even hoor gewoon eigenlijk toch dan eens eh ehm uhm uh euh sorry hoi hallo hey hee dag ja ok nou echt ook
wel dankjewel please maar liever misschien mss zo eerst ehh uhh ff ewa bro wallah gwn mevrouw meneer lieve schat jongens
asap zou goedemorgen goedemiddag goedenavond pf pff pfff nog oh o ah dus want
"""))  # fmt: skip


def bare(said: str) -> str:
    """These words without those of courtesy."""
    return " ".join(word for word in said.split() if word not in COURTESY)


_PERSON = (
    r"(?:een |n )?(?:echte? |levend |normale? )?(?:mens|persoon|iemand|medewerker|medewerkster|collega"
    r"|consulent|hulpverlener|begeleider|begeleidster|jullie|mensen|vrouw|mevrouw)"
    r"(?: (?:van|bij) (?:jullie|de gemeente|het team|het wijkteam))?"
)
_IT = r"(?:dit|het|hier|hiermee|ermee|er mee|hier mee|deze chat|de chat|dit gesprek|het gesprek)"
_SAID = r"(?:gezegd|ingevuld|geantwoord|verteld|geschreven|opgegeven|getypt|gestuurd|doorgegeven)"
_ASK = (
    r"(?:ik wil|kan ik|mag ik|ik wou|zou ik|kunnen we|mogen we|zullen we|laten we|ik moet|wil ik)"
)
_TONGUE = (
    r"(?:nederlands|hollands|dutch|engels|english|turks|turkce|arabisch|arabic|pools|polski|polish|tigrinya"
    r"|oekraiens|spaans|espanol|frans|papiaments|papiamentu|farsi|dari|somalisch|marokkaans|duits"
    r"|portugees|russisch|koerdisch|bulgaars|roemeens|berbers|sranan|chinees)"
)
_MESSAGES = r"(?:berichten|berichtjes|appjes|apps|smsjes)"
_REMINDERS = r"(?:herinneringen|herinnering|herinneringetjes|reminders?|meldingen|notificaties)"
_MINE = (
    r"(?:alles|alle (?:gegevens|antwoorden)|(?:al )?mijn (?:gegevens|antwoorden|gesprek|data|chat|info"
    r"|account)|dit gesprek|het gesprek|deze chat|de chat|alle data)"
)
_THIS = (
    r"(?:dit|het|dat|mee|deze (?:chat|berichten|antwoorden)|mijn (?:antwoorden|berichten|verhaal|gegevens"
    r"|chat)|wat ik (?:hier )?(?:typ|type|schrijf|zeg|stuur|vertel|invul|app))"
)
_OTHERS = (
    r"(?:(?:mijn|de) (?:ex\w*|man|vrouw|partner|vriend|vader|moeder|ouders|familie|baas|werkgever|werk"
    r"|huisbaas|verhuurder|buren|gemeente|school|juf|politie|jeugdzorg|uitkering|bank|kinderen)"
    r"|jeugdzorg|veilig thuis|iemand(?: anders)?|iedereen|anderen|andere mensen|jullie|de hele gemeente)"
)
_SEEING = r"(?:lezen|zien|inzien|meelezen|meekijken|te zien|te lezen|te weten)"
_READING = r"(?:lezen|schrijven|typen|spellen)(?: (?:en|of) (?:lezen|schrijven|typen))?"
_MACHINE = (
    r"(?:robot|bot|chatbot|computer|machine|ai|chatgpt|mens|persoon|mens van vlees en bloed|programma"
    r"|automaat|iemand)"
)

_THEY = r"(?:je|jij|jullie|u|ze|de gemeente|het wijkteam)"
_MY_DATA = (
    r"(?:mijn|me) (?:naam|adres|nummer|telefoonnummer|gegevens|email|mail)(?: en (?:adres|nummer))?"
)
_AND_WHO = r"(?:(?:en )?wie (?:ben|bent|zijn) (?:je|jij|jullie|u) )?(?:en )?"
_YOU = (
    r"(?:je|jij|jullie|u|ze|zij|er iemand|iemand|er|men|de gemeente|het (?:wijk|gebieds|sociaal )?team"
    r"|(?:een|de) (?:medewerker|consulent))"
)
_TOUCH = (
    r"(?:bel|belt|bellen|hoor|horen|kom|komt|komen|krijg|krijgen|neem|neemt|nemen|laat|laten|schrijf"
    r"|schrijft|reageert|reageren|antwoordt|antwoorden|word|worden)"
)

WISHES: dict[Intent, str] = {
    Intent.NOW: r"""
ik heb (?:nu|dringend|meteen|direct|acuut|snel|heel snel|onmiddellijk|gelijk|vandaag) (?:hulp|iemand) nodig
ik heb hulp nodig (?:nu|meteen|direct|gelijk)
(?:nu|dringend|direct|meteen|acuut|snel) hulp(?: nodig)?
(?:help|hulp)(?: me| mij)? (?:nu|snel|meteen|direct)
(?:het|dit) is (?:dringend|spoed|nood|een noodgeval|een spoedgeval|acuut|urgent)
(?:spoed|noodgeval|nood|sos|een noodgeval|spoedgeval)
(?:bel |bel de |ik bel |ik heb (?:de |een )?)?(?:112|politie|ambulance|ambu|ziekenwagen)(?: nodig| bellen| nu)?
ik ben in nood
kan er (?:nu|meteen|direct) iemand (?:komen|helpen|langskomen)
(?:i need help now|emergency)
ik wil (?:nu|meteen|direct) hulp
""",
    Intent.STOP: rf"""
stop(?: nu| er ?mee| hier ?mee| met {_IT}| met (?:de |die |al die )?vragen| met vragen stellen| met sturen)?
(?:stoppen|ophouden|kappen|afbreken|afsluiten|quit|exit|unsubscribe|uitschrijven|afmelden)
(?:hou|hoe|houd) (?:er ?mee )?op(?: ermee| met {_IT}| met vragen(?: stellen)?)?
ik (?:stop|kap|hou|nok)(?: nu)?(?: {_IT}| met {_IT}| met (?:de )?vragen| met invullen)?(?: op)?
kap ermee|kappen nou|kappen hiermee
{_ASK} (?:nu )?(?:{_IT} |met {_IT} )?(?:stoppen|ophouden|kappen|afbreken)(?: {_IT}| met {_IT}| met (?:de )?vragen)?
{_ASK} me (?:afmelden|uitschrijven)
ik wil (?:hier )?niet (?:meer )?(?:verder|doorgaan|verder gaan|meedoen|meer meedoen|mee doen)(?: met (?:de|deze|die) vragen)?
ik doe niet (?:meer )?mee
(?:ik heb )?(?:hier |er )?geen zin meer(?: in| in dit| hierin)?
laat (?:me met rust|mij met rust|zitten)(?: ik (?:stop|kap)(?: er ?mee)?)?
laat ik stop(?: er ?mee| hiermee)?
ik haak af
ik wil er (?:nu )?mee (?:stoppen|ophouden|kappen)
ik wil geen vragen meer(?: krijgen| ontvangen)?
(?:i want to stop|stop it|stop this)
""",
    Intent.PAUSE: rf"""
(?:een )?(?:pauze|pauzeren|pause|break)(?: nu| nodig| houden| nemen)?
(?:ik heb|ik wil|ik neem|{_ASK}) (?:een |nu |nu een )?(?:kleine |korte )?(?:pauze|break|rust)(?: nodig| houden| nemen| hebben| pakken)?
{_ASK} (?:nu )?pauzeren
later(?: verder| terug| weer| afmaken)?|straks verder|morgen verder|vanavond verder|(?:een )?andere keer(?: verder)?
(?:niet nu|nu niet|nu kan ik niet|ik kan nu niet|kan nu niet|nu komt niet uit|komt nu niet uit|het komt nu niet uit|nu geen tijd|niet vandaag)
ik heb (?:nu |vandaag )?geen tijd(?: nu| hiervoor)?
ik (?:doe|maak|vul) (?:het|dit|de rest) (?:later|straks|morgen|vanavond|een andere keer|een keer later)(?: verder| af| in| weer)?
ik (?:ga|kom|doe|wil) (?:er )?(?:later|straks|morgen|vanavond|een andere keer)(?: weer)? (?:verder|terug|door|op terug)(?: gaan)?
ik (?:ga|wil|kan) (?:later|straks|morgen|vanavond|een andere keer) (?:verder|doorgaan|verder gaan|afmaken)
(?:kan|mag) (?:het|dit|ik|ik dit|ik het) (?:later|straks|morgen|vanavond|een andere keer|op een ander moment)(?: verder| doen| afmaken| verder gaan| invullen)*
{_ASK} (?:later|straks|morgen|vanavond|een andere keer|op een ander moment)(?: weer)? (?:verder|doorgaan|verder gaan|verder praten|afmaken)
wacht|wachten|moment|momentje|een moment(?:je)?|ogenblik(?:je)?|brb|zo (?:terug|verder)|(?:ik )?ben (?:zo|straks) terug
(?:ik )?moet (?:nu )?(?:weg|gaan|ophangen|stoppen)|(?:ik )?ben (?:even|nu|zo)(?: even)? weg
(?:ik )?(?:kom|ga) (?:er )?(?:later|straks|zo|morgen|vanavond)(?: weer| op)* (?:terug|verder|door)|(?:morgen|straks|later|vanavond) weer verder
""",
    Intent.BACK: rf"""
(?:ga )?(?:(?:een|1|eentje) )?(?:stap |vraag |stapje |keer )?terug(?: gaan| aub)?
(?:terug )?(?:naar )?(?:de |het )?vorige(?: vraag| stap)?
{_ASK} (?:naar )?(?:(?:een|1) )?(?:stap |vraag |stapje )?(?:terug(?: gaan)?|de vorige vraag(?: terug)?|terug naar de vorige(?: vraag)?)
ik (?:heb|had) (?:me |mij )?(?:vergist|fout|een fout gemaakt|verkeerd geantwoord|verkeerd gedrukt|verkeerd ingevuld) (?:bij|in|op|met) (?:de|mijn|het) (?:vorige|laatste)(?: vraag| antwoord| ding)?
(?:de )?vorige (?:vraag |antwoord )?(?:was|is) (?:fout|verkeerd|niet goed|niet juist)
(?:back|go back|previous|undo|ongedaan maken)
""",
    Intent.SKIP: rf"""
(?:overslaan|skip|skippen|next|ik pas|pas|volgende|volgende vraag|andere vraag)
sla (?:(?:deze|dit|die|het|hem|m)(?: vraag)? |de vraag )?over
skip (?:deze|dit|die|this|de)(?: vraag| question)?
(?:deze|dit|die)(?: vraag)? (?:sla ik over|overslaan|wil ik overslaan|skip ik|skippen|niet|wil ik niet)
(?:deze|die) vraag (?:sla|skip) (?:je|jij) over
{_ASK} (?:(?:deze|dit|die|het)(?: vraag)? |de vraag )?(?:overslaan|skippen)
ik sla (?:(?:deze|dit|die|het)(?: vraag)? )?over
(?:doe |geef |naar |ga naar )?(?:de |een )(?:volgende|andere) vraag
(?:kan|mag) (?:deze|dit|die) overgeslagen(?: worden)?
""",
    Intent.DECLINE: r"""
liever niet(?: zeggen| vertellen)?|rather not(?: say)?
(?:nee )?(?:dat |dit |het )?(?:zeg|vertel|deel|bespreek) ik (?:dat |het |je |jullie |hier )?niet
ik (?:zeg|vertel|deel|bespreek) (?:dat |dit |het |je )?(?:niet|niks|niets)
zeg (?:dat )?niet
(?:dat|dit|daar|het|hier) wil ik (?:hier |jou |je |jullie )?(?:niet|niks|niets) (?:over )?(?:zeggen|vertellen|delen|praten|kwijt|beantwoorden|hebben|invullen)
(?:wil|ga) ik (?:je |jullie |dat )?niet (?:over )?(?:zeggen|vertellen|delen|praten|beantwoorden)
ik (?:wil|ga) (?:dat|dit|daar|het|hier|deze vraag|je dat)? ?(?:niet|niks|niets) (?:over )?(?:zeggen|vertellen|delen|praten|kwijt|beantwoorden|invullen|met jullie delen)
ik wil (?:daar|hier) (?:niet|niks|niets) over (?:zeggen|vertellen|praten|kwijt|delen)
ik (?:heb )?(?:hier |daar )?geen zin om (?:dat|dit|daar|hier|het)(?: over| op)? te (?:zeggen|vertellen|beantwoorden|delen|praten|antwoorden)
geen zin om (?:dat|dit|daar|hier|het|daarover|hierover)(?: over| op)? te (?:zeggen|vertellen|beantwoorden|delen|praten|antwoorden)
(?:dat |dit |het )?gaat (?:je|jou|u|jullie|niemand|jullie allemaal) (?:niks|niets|wat|iets|geen \w+) aan
(?:dat |dit |het )?(?:is|vind ik|is mij|is me) (?:te |heel |nogal )?(?:prive|persoonlijk)
(?:te )?(?:prive|persoonlijk)
(?:dat |dit )?(?:houd?|hou) ik (?:voor mezelf|voor mij|prive)
(?:dat |dit )?hoe(?:f|ft|ven) (?:je|jullie|jij|niemand|u|ik) (?:je |jullie |je dat |dat )?niet te (?:weten|zeggen|vertellen)
(?:ik geef (?:daar|hier)|(?:daar|hier) geef ik) geen antwoord op|geen antwoord|geen commentaar
(?:dat is )?niet (?:jouw|jullie|je) zaken?|bemoei je er niet mee
""",
    Intent.ERASE: rf"""
(?:alles )?wissen
{_MINE} (?:wissen|verwijderen|weg ?gooien|deleten|weg ?halen|weg)
(?:wis|verwijder|delete|deleet|vernietig|haal|gooi) {_MINE}(?: weg)?(?: (?:wat|dat) ik (?:heb |hier )?{_SAID}(?: heb)?)?
(?:wis|verwijder|delete|gooi|haal|vergeet) (?:alles|dat)? ?(?:weg )?wat ik (?:heb |hier )?{_SAID}(?: heb)?(?: weg)?
{_ASK} (?:dat (?:jullie|je|alles|het) )?{_MINE} ?(?:laten )?(?:wissen|verwijderen|weg ?gooien|weg ?halen|wist|wissen|verwijdert|verwijderen|weg hebben|gewist hebben|verwijderd hebben)
(?:kun|kan|kunnen|wil|willen) (?:je|jullie|jij|u) {_MINE} (?:wissen|verwijderen|weg ?gooien|weg ?halen|deleten)
(?:kan|mag|moet) {_MINE} (?:weg|gewist|verwijderd)(?: worden)?
{_MINE} (?:moet|moeten|kan|mag|mogen) (?:weg|gewist|verwijderd)(?: worden)?
ik wil dat {_MINE} (?:weg is|wordt gewist|gewist wordt|wordt verwijderd|verwijderd wordt|weg gaat|weggaat)
(?:wis|verwijder|delete|deleet|vergeet) (?:dit|het|(?:dit|mijn|deze|die) (?:bericht|berichten|berichtje))(?: (?:allemaal|weer|alles))?
(?:gooi|haal) (?:dit|het|(?:dit|mijn|deze|die) (?:bericht|berichten|berichtje))(?: allemaal| alles)? weg
(?:kun|kan|wil|kunnen) (?:je|jij|jullie|u|ik) (?:dit|het|(?:dit|mijn|deze) (?:bericht|berichten)) (?:allemaal )?(?:wissen|verwijderen|weg ?gooien|weg ?halen|deleten)
(?:mag|kan|moet) (?:dit|(?:dit|mijn|deze) (?:bericht|berichten))(?: allemaal)? (?:weg|gewist worden|verwijderd worden)
(?:delete everything|delete my data)
""",
    Intent.PRIVACY: rf"""
wat (?:gebeurt|doen|doet|gaan|gaat) (?:er |jullie |je |jij |u |de gemeente )*(?:met {_THIS}|hier ?mee|daar ?mee|er ?mee)(?: (?:doen|gebeuren|allemaal))*
wie (?:er )?(?:leest|lezen|ziet|zien|krijgt|krijgen|kijkt|kijken)(?: er)?(?: {_THIS})?(?: (?:allemaal|mee|{_SEEING}))*
wie (?:kan|kunnen|mag|mogen|gaat|gaan) (?:er )?{_THIS}(?: (?:allemaal|hier|{_SEEING}))+
(?:(?:ik wil|mag ik|{_ASK}) weten )?wie {_THIS} (?:allemaal )?(?:leest|lezen|ziet|zien|krijgt|kan lezen|kan zien|mag lezen|mag zien)(?: {_SEEING})?
(?:leest|lezen|ziet|zien|krijgt|krijgen|kijkt|kijken|hoort|horen|weet|weten) (?:er )?{_OTHERS} {_THIS}(?: (?:allemaal|mee|{_SEEING}))*
(?:kan|kunnen|mag|mogen|gaat|gaan|komt|komen) {_OTHERS} {_THIS}(?: (?:allemaal|hier))*(?: {_SEEING})?
(?:naar|aan|met|bij) wie (?:gaat|stuur|sturen|geef|geven|deel|delen|deelt|komt|komen) (?:je |jij |jullie )?{_THIS}(?: {_SEEING}| door)?
waar (?:gaat|gaan|komt|komen|blijft|blijven) {_THIS}(?: (?:naar toe|naartoe|heen|terecht|bewaard))?
(?:is|zijn|blijft|blijven) (?:dit|deze chat|dit gesprek|wat ik zeg|mijn (?:antwoorden|berichten|gegevens)) (?:wel |hier )?(?:veilig|anoniem|geheim|prive|vertrouwelijk|beveiligd)
(?:is|blijft) (?:dit|het) (?:onder ons|tussen ons)
(?:wordt|worden) (?:dit|mijn (?:antwoorden|berichten|gegevens)) (?:gedeeld|doorgestuurd|doorgegeven|bewaard|opgeslagen|gelezen)(?: (?:met|aan|door) .{{2,20}})?
""",
    Intent.WHY: r"""
waarom(?: (?:dit|dat|deze vraag|al die vragen))?
waarom (?:vraag|vragen|vraagt|wil|willen|wilt|moet|moeten) (?:je|jij|jullie|u|ik)(?: (?:dat|dit|het|deze vraag|zoveel|alles|dit soort dingen))?(?: (?:allemaal|weten|van mij|van me|aan mij|hebben|nu|precies|invullen|zeggen|vertellen|beantwoorden))*
waarom is (?:dat|dit|het|deze vraag) (?:nodig|belangrijk)
waar(?:voor)? (?:is|zijn) (?:dat|dit|deze vraag|deze vragen|al die vragen)(?: (?:nodig|goed))?(?: voor)?(?: nodig)?
waarvoor (?:vraag|vragen|wil|willen|moet|moeten) (?:je|jij|jullie|u|ik) (?:dat|dit)(?: weten| invullen| hebben)?
wat (?:heeft|hebben) (?:dat|dit|mijn \w+) (?:er ?mee|hier ?mee) te maken
moet (?:dit|dat)(?: per se)?
is (?:dit|dat|het)(?: allemaal)* (?:verplicht|nodig)(?: om .{2,30})?
(?:moet|hoef) ik (?:dit|dat|alles|overal|hier|op alles|deze vraag)(?: (?:per se|allemaal|op))* (?:invullen|beantwoorden|zeggen|vertellen|antwoorden|antwoord op geven|antwoord geven)
ben ik (?:dit |hiertoe )?verplicht(?: .{2,30})?
""",
    Intent.BOT: rf"""
(?:ben|bent|is) (?:je|jij|u|dit|het|dat) (?:(?:een|n|geen|echte?) )*{_MACHINE}(?: of (?:(?:een|n|geen|niet|echte?) )*{_MACHINE})?
(?:ben|bent) (?:je|jij|u) echt
(?:praat|typ|chat|spreek|app|schrijf) ik (?:nu |hier )?met (?:(?:een|n|echte?) )*{_MACHINE}(?: of (?:(?:een|n|echte?) )*{_MACHINE})?
(?:zit|zitten) (?:hier |er )*(?:(?:een|n|echte?) )*(?:mens|mensen|persoon|iemand)(?: achter(?: de knoppen)?)?
(?:wie|wat) (?:ben|bent|zijn) (?:je|jij|u|jullie)(?: eigenlijk| precies| dan| nou)*
(?:met )?wie (?:praat|typ|chat|spreek|app) ik(?: nu)?(?: mee)?
are you (?:a )?(?:real|human|robot|bot|computer|person|real person)
""",
    Intent.PLACE: r"""
(?:ben ik|zijn we)(?: (?:er|nu|nou|al|bijna|dus|dan))* (?:klaar|er|bijna|doorheen|aan het (?:eind|einde)|bij de laatste(?: vraag)?)(?: (?:nu|nou|dan|mee|hiermee))*
(?:is|was) (?:dit|dat|het)(?: (?:nu|nou|dan|al))* (?:alles|het|de laatste(?: vraag)?)(?: (?:nu|nou|dan))*
(?:hoeveel|hoe veel) (?:vragen|vraagjes)(?: (?:zijn|komen|heb|krijg|moet))?(?: (?:er|je|ik|nog|dit|allemaal))*
hoe ?(?:lang|lange)(?: (?:duurt|gaat) (?:dit|het))?(?: (?:nog|ongeveer))+
(?:duurt (?:dit|het) nog (?:lang|veel langer)|is het nog (?:veel|lang)|nog veel vragen|zijn er nog (?:veel )?vragen)
hoe ?ver (?:ben ik|zijn we)(?: (?:nu|al))*|waar (?:zijn|waren) we(?: (?:nu|gebleven))*|waar was ik(?: gebleven)?
(?:moet|kan) ik nog (?:iets|wat|meer|veel)(?: (?:doen|invullen|vertellen))?|wat moet ik nog(?: (?:doen|invullen))?
""",
    Intent.STATUS: r"""
(?:en )?hoe staat het(?: (?:er|nu|nou|al))*(?: (?:mee|ermee|voor|ervoor|met (?:mijn|de|het|die|onze|dat|alles)(?: \w+)?(?: voor (?:mijn |de )?(?:kind|kinderen|zoon|dochter))?))?
(?:en )?hoe ver (?:is|zijn|staat) (?:het|jullie|je|mijn (?:aan)?vraag|de aanvraag)(?: (?:al|nu|er|mee|ermee|inmiddels|met (?:mijn|de|het) \w+))*
(?:is|wordt|zijn) (?:mijn|de|die) (?:vraag|vragen|aanvraag|verzoek) (?:al )?(?:goedgekeurd|toegekend|gelezen|bekeken|klaar|geregeld|doorgestuurd|gelukt|rond|verstuurd)
(?:weten|weet|hebben|heb) (?:jullie|je) al (?:iets|wat|meer) (?:over|van) (?:mijn|de|het) \w+
is er al (?:nieuws|iets bekend|wat bekend) over (?:mijn|de|het) \w+
wat is de (?:stand|status)(?: van (?:mijn|de) \w+)?
""",
    Intent.SOURCE: rf"""
{_AND_WHO}hoe (?:weten|weet|kennen|ken|komen|kom|hebben|heb|heeft|zijn|ben|bent) {_THEY}(?: (?:nou|dan|eigenlijk|aan|bij|me|mij|dat|dit|het|{_MY_DATA}|gekomen|terecht|gevonden|gekregen|van (?:mij|me|die rekening|mijn (?:schulden?|rekening\w*|achterstand))))*(?: dat ik (?:achter ?loop|achter sta|schulden heb|niet betaald heb|een schuld heb))?
{_AND_WHO}(?:van|via) wie (?:hebben|heb|heeft|kregen|krijgen|weten|weet) {_THEY}(?: (?:dat|dit|{_MY_DATA}|gekregen|gehoord|van mij))*
{_AND_WHO}wie (?:heeft|gaf|geeft|had) (?:(?:jullie|je|u|mij|me|dit|dat|het|{_MY_DATA}) )*(?:doorgegeven|gegeven|verteld|gezegd|aangemeld|opgegeven|door)(?: aan jullie)?
{_AND_WHO}waar (?:komt|komen|hebben|heb|halen|haalt) (?:{_THEY}|{_MY_DATA}|dit|dat|die informatie|deze informatie)(?: (?:dat|dit|{_MY_DATA}))*(?: (?:vandaan|vandaan gehaald|van))
waarom (?:krijg|kreeg|heb) ik (?:(?:dit|dat|een) bericht|(?:deze|die|een) (?:code|brief van jullie|brief met (?:een|deze|die) code))(?: gekregen)?
""",
    Intent.SPEAK: rf"""
(?:ik )?(?:kan|ken) (?:ik )?(?:niet|slecht|moeilijk|amper|nauwelijks|bijna niet)(?: (?:heel|zo|erg|veel|te|best))*(?: goed| best)? {_READING}
(?:het )?{_READING} (?:is|gaat|vind ik|lukt|blijft)(?: (?:voor|bij) mij| mij| me)?(?: (?:heel|erg|best|zo|te|veel))* (?:moeilijk|lastig|niet|slecht|niet goed|niet makkelijk|zwaar)(?: voor (?:mij|me))?
ik (?:lees|schrijf|typ) (?:niet|slecht|moeilijk|langzaam|amper)(?: (?:zo|heel))*(?: goed)?(?: en (?:lees|schrijf|typ) (?:niet|slecht|moeilijk)(?: goed)?)?
ik (?:ben|heb) (?:(?:een|zwaar|erg) )*(?:analfabeet|laaggeletterd|dyslectisch|dyslexie|slechtziend|blind)
ik heb moeite met {_READING}
ik kan niet (?:zien|lezen) wat (?:er staat|je schrijft|jij schrijft)
(?:kan|mag|kunnen we) (?:ik )?(?:(?:het|dit|je) )?(?:inspreken|een spraakbericht (?:sturen|doen)|een voice(?:note|bericht)? (?:sturen|doen)|praten in plaats van typen)
(?:inspreken|spraakbericht|voicenote)
""",
    Intent.WHEN: rf"""
(?:en )?(?:wanneer|hoe ?laat|op welke dag|welke dag|wat voor dag|hoe snel|hoelang duurt het|hoe lang duurt het) (?:ga |gaat |gaan |kan |kunnen )?{_TOUCH} (?:{_YOU}|ik)(?: (?:mij|me|ons|nu|weer|iets|wat|bericht|contact|een (?:belletje|telefoontje|reactie|antwoord|bericht)|reactie|antwoord|gebeld|teruggebeld|terug|op|met (?:mij|me)|van (?:jullie|iemand|de gemeente|het team)|horen|weten|dan|precies))*
(?:wanneer|hoe ?laat) (?:ga|gaat|gaan|kan|kunnen|word|worden) (?:{_YOU}|ik)(?: (?:mij|me|nu|weer|iets|contact))* (?:bellen|opbellen|terugbellen|gebeld|teruggebeld|opnemen|komen|reageren|horen)(?: met (?:mij|me))?
(?:hoe ?lang|hoelang) duurt het (?:voordat|voor|tot|totdat) (?:{_YOU}|ik) (?:(?:mij|me|iets|wat|van jullie|contact|gebeld) )*{_TOUCH}(?: word| wordt| worden)?
(?:ik heb |ik hoor |heb )?(?:al \w+ (?:dagen|weken|uur) )?(?:nog )?(?:steeds |altijd )?(?:niks|niets|geen (?:bericht|telefoontje|reactie|antwoord|belletje)) (?:van (?:jullie|iemand|het wijkteam|de gemeente) )?(?:gehoord|gekregen|gehad|ontvangen)(?: van (?:jullie|iemand|het wijkteam|de gemeente))?
(?:ik ben|ik word) (?:nog )?(?:steeds |altijd )?niet (?:gebeld|teruggebeld)
(?:er heeft )?(?:nog )?(?:steeds )?niemand (?:heeft )?(?:mij |me )?(?:gebeld|teruggebeld)
(?:wanneer|hoe ?laat) (?:is|was) (?:mijn|de|onze|het) (?:afspraak|gesprek|telefoongesprek)(?: (?:nou|ook alweer|alweer))?
(?:is er |heb je |hebben jullie )?al (?:nieuws|iets bekend|wat bekend)(?: voor (?:mij|me))?
(?:hoe ?lang|hoelang) (?:moet|ga) ik (?:nog )?wachten
""",
    Intent.OFFERS: r"""
(?:en )?wat kan er(?: (?:nog|hier|meer|allemaal))*
wat (?:kunnen|kan) (?:je|jullie|jij) (?:nog |allemaal )*(?:meer )?(?:voor (?:mij|me) )?doen
wat (?:is er|hebben jullie|heb je) (?:nog |allemaal )*(?:meer )?(?:voor (?:mij|me|ons))?
(?:nog )?(?:meer )?tips?(?: graag| krijgen)?|(?:ik wil|heb je|geef (?:me|mij)) (?:nog )?(?:meer )?tips
(?:iets|wat) (?:anders |nog )*regelen|ik wil (?:nog )?(?:iets|wat) (?:anders )?regelen
""",
    Intent.REMINDERS_OFF: rf"""
(?:stop|stoppen|hou op|kap|ophouden) (?:met )?(?:die |de |al die |mij |me )?{_REMINDERS}(?: te)?(?: sturen)?
geen {_REMINDERS}(?: meer| nodig)*
(?:zet )?(?:die |de |alle |mijn )?{_REMINDERS} (?:uit|stop|stoppen|uitzetten|af)
(?:stuur|geef) (?:mij |me )?geen {_REMINDERS}(?: meer)?
(?:je|jij|jullie) hoe(?:f|ft|ven) (?:mij |me )?(?:niet te herinneren|geen {_REMINDERS} te sturen)
herinner (?:me|mij) (?:er )?niet(?: meer)?(?: aan)?
ik (?:wil|hoef) (?:die |de )?(?:geen )?{_REMINDERS}(?: meer| niet| niet meer)(?: krijgen| ontvangen| hebben)?
ik (?:wil|hoef) geen {_REMINDERS}(?: krijgen| ontvangen| hebben)?
{_ASK} (?:de |die )?{_REMINDERS} (?:uitzetten|uit hebben|stopzetten|stoppen)
niet meer herinneren
(?:ik wil )?geen {_MESSAGES} meer(?: krijgen| ontvangen)?
(?:stuur|app|schrijf|bericht) (?:me |mij )?(?:niks|niets|niet|geen {_MESSAGES}) meer
(?:stop|hou op|houd op) (?:met )?(?:die |de |al die ){_MESSAGES}(?: te)?(?: sturen)?
(?:stop|hou op|houd op) met herinneren
""",
    Intent.REMINDERS_ON: rf"""
(?:zet )?(?:de |mijn )?{_REMINDERS} (?:weer )?(?:aan|aanzetten)
herinner (?:me|mij)(?: weer| er weer aan| er aan| eraan)?
ik wil (?:weer |wel )?{_REMINDERS}(?: krijgen| ontvangen| hebben| terug)?
stuur (?:me|mij) (?:weer )?{_REMINDERS}
{_ASK} (?:weer )?(?:de )?{_REMINDERS} (?:weer )?(?:aanzetten|aan hebben|krijgen)
""",
    Intent.LANGUAGE: rf"""
ik (?:spreek|praat|begrijp|versta|snap|lees|kan|ken|schrijf) (?:niet (?:zo |heel |erg |veel |heel erg )?(?:goed |veel )?|geen |slecht |weinig |(?:een )?(?:klein )?beetje |alleen |nauwelijks ){_TONGUE}(?: spreken| lezen| praten| goed| begrijpen)?
ik (?:spreek|praat|begrijp|versta|snap|lees) (?:het )?{_TONGUE} niet(?: zo| heel| erg)?(?: goed)?
(?:mijn|me|mij) {_TONGUE} (?:is|gaat) (?:niet (?:zo |heel |erg )?(?:goed|best)|slecht|heel slecht|moeilijk|niet zo)
{_TONGUE} is (?:moeilijk|lastig|niet mijn taal|niet makkelijk)(?: voor (?:mij|me))?
(?:do|can) (?:you|u) (?:speak|talk|understand|write) {_TONGUE}
my {_TONGUE} is (?:not|very|niet) (?:(?:so|very|that|too|really) )?(?:good|bad|great|well|goed)
my {_TONGUE} is (?:bad|poor)
i (?:dont|do not|cant|can not|cannot|do nt) (?:speak|understand|read|talk|know)(?: any| good)? {_TONGUE}(?: very well| good| so good| well)?
i (?:only )?(?:speak|talk|understand) (?:only |a little |little |nee )?{_TONGUE}(?: only)?
(?:in )?english(?: possible| ok| alsjeblieft)|in english|(?:nee|not|geen) {_TONGUE}
(?:de |mijn )?taal|talen|language|(?:wat voor|welke|andere) (?:taal|talen)(?: (?:ken|kan|kun|spreek|spreken|heb|hebben|zijn|begrijp|begrijpen)(?: (?:je|jij|jullie|u|er))?)?
(?:een )?andere taal(?: spreken| kiezen)?|taal (?:veranderen|wijzigen|kiezen|aanpassen)|verander (?:de )?taal
(?:kan|mag|kunnen|kun) (?:het|dit|ik|je|jij|we|u|jullie)(?: dit| het)? in (?:het |mijn |een andere )?(?:{_TONGUE}|eigen taal|taal)(?: praten| antwoorden| typen| schrijven| doen| spreken)?
(?:is|zijn|bestaat|bestaan) (?:dit|het|deze chat|de vragen|er)(?: er| dit| vragen| iets)* in (?:het |mijn |een andere )?(?:{_TONGUE}|eigen taal|taal)
(?:heb|hebben|hebt) (?:je|jij|jullie|u) (?:dit|het|iets|de vragen|deze vragen)(?: er)? in (?:het |mijn |een andere )?(?:{_TONGUE}|eigen taal|taal)
(?:kan|kun|kunnen) (?:je|jij|jullie|u|ik|we) {_TONGUE}(?: praten| spreken| schrijven| typen)?
(?:spreek|spreekt|spreken|praat|praten|begrijpt|begrijp) (?:je|jij|u|jullie|hier iemand|iemand) {_TONGUE}
{_ASK} (?:in )?(?:het )?{_TONGUE} (?:praten|spreken|typen|schrijven|antwoorden|doen)
(?:ik heb|ik wil|is er|heb je|hebben jullie|mag ik) een tolk(?: nodig| hebben)?|tolk(?: nodig)?
hollandaca (?:bilmiyorum|bilmem)|turkce (?:biliyor musun|var mi|konusuyor musun)|hablas espanol|nee hablo holandes|mowisz po polsku
""",
    Intent.ANSWERS: rf"""
(?:mijn )?antwoorden(?: zien| bekijken| lezen| inzien| laten zien)?
mijn (?:gegevens|data)(?: zien| inzien| bekijken| lezen| laten zien| opvragen)?
gegevens (?:zien|inzien|bekijken)
laat (?:me |mij )?(?:(?:alles|mijn antwoorden|mijn gegevens|de antwoorden|een overzicht) )?zien(?: wat ik (?:heb |hier )?(?:allemaal )?{_SAID}(?: heb)?)?
wat (?:heb|had) ik (?:allemaal |al |tot nu toe |net |hier |eerder |allemaal al |al allemaal )*{_SAID}
wat (?:weet|weten|heb|hebben|hebt|bewaar|bewaart|bewaren|staat) (?:je|jij|jullie|u|er|de gemeente) (?:allemaal |nu |al )*(?:van|over) (?:mij|me)(?: opgeslagen| bewaard| genoteerd)?
welke (?:gegevens|informatie|antwoorden) (?:heb|hebben|hebt|bewaren|bewaart) (?:je|jij|jullie|u)(?: allemaal)?(?: (?:van|over) (?:mij|me))?
{_ASK} (?:mijn (?:antwoorden|gegevens|data)|alles) (?:zien|inzien|bekijken|terugzien|teruglezen|lezen|krijgen|opvragen|downloaden|terugkijken)
{_ASK} (?:zien|kijken|inzien|lezen|weten|teruglezen|terugzien) wat (?:ik|jullie|je) (?:allemaal )?(?:heb |hebben )?(?:allemaal )?(?:{_SAID}|(?:van|over) (?:mij|me) (?:weten|hebben|weet|hebt))(?: heb)?
(?:overzicht|samenvatting|een overzicht|what did i say)
""",
    Intent.CHANGE: rf"""
(?:wijzig|wijzigen|aanpassen|veranderen|bewerken|edit|corrigeren|verbeteren|wijziging)
(?:verander|wijzig|corrigeer|verbeter) (?:mijn |een |het |dat |iets )?(?:antwoord(?:en)?|iets)
(?:antwoord|iets|een antwoord|mijn antwoord|mijn antwoorden) (?:aanpassen|wijzigen|veranderen|verbeteren|corrigeren)
pas (?:mijn|een|het|dat) antwoord(?:en)? aan
{_ASK} (?:iets|wat|dat|het|(?:een|mijn|het|dat) antwoord(?:en)?|mijn (?:nummer|naam|telefoonnummer|gegevens)|een vraag|een eerder antwoord|iets van net|mijn vorige antwoord)?(?: van (?:net|eerder|daarnet|zonet))? ?(?:aanpassen|wijzigen|veranderen|verbeteren|corrigeren|anders invullen)
ik (?:heb|had) (?:iets |een antwoord |het |wat |per ongeluk |iets per ongeluk )?(?:verkeerd|fout|verkeerds)(?: antwoord)? (?:ingevuld|gezegd|geantwoord|getypt|gedaan|gedrukt|ingedrukt|aangeklikt|geklikt|gegeven|gekozen)
(?:een |het )?verkeerde? (?:antwoord|knop|ingevuld|getypt)(?: gegeven| gedrukt| ingedrukt)?
ik (?:heb|had) (?:me |mij )?(?:vergist|een fout(?:je)? gemaakt|een vergissing gemaakt|een verkeerd antwoord gegeven)
ik (?:heb|had) op de verkeerde (?:knop )?(?:gedrukt|geklikt)
""",
    Intent.MENU: r"""
(?:menu|meer|opties|meer opties|het menu|laat (?:het )?menu zien|instellingen|commandos)
wat kan ik (?:hier |allemaal )*doen
""",
    Intent.RESTART: rf"""
(?:helemaal )?(?:opnieuw|overnieuw|reset|restart|herstart)(?: beginnen| starten)?
(?:begin|start) (?:helemaal )?(?:opnieuw|overnieuw)
{_ASK} (?:helemaal |alles )?(?:opnieuw|overnieuw)(?: beginnen| starten| doen| invullen)?
{_ASK} (?:beginnen |starten )?(?:vanaf|bij) het begin(?: beginnen| starten)?
(?:terug naar |vanaf )(?:het )?begin|van voren af aan|van voor af aan
""",
    Intent.RESUME: rf"""
(?:verder|doorgaan|ga (?:verder|door)|hervatten|continue|verdergaan|verder gaan|door)
(?:we |ik )?(?:gaan|ga) (?:weer )?(?:verder|door)(?: met (?:de )?vragen)?
{_ASK} (?:weer |nu )*(?:verder|doorgaan|verder gaan|door)(?: gaan)?(?: met (?:de )?vragen)?
verder met (?:de )?(?:vragen|intake|vraag)
(?:ik )?ben (?:er weer|weer terug|weer er|er klaar voor)|ik ben (?:er|terug)
we kunnen (?:weer )?verder
""",
    Intent.CALL: rf"""
(?:help|hulp)(?: me| mij| nodig)?
(?:ik heb|ik wil|ik zoek|heb) hulp(?: nodig)?
(?:kan|kun|kunnen|wil|wilt|willen) (?:iemand|je|jij|u|jullie|er iemand) (?:mij |me )(?:helpen|bellen|terugbellen|opbellen|terug bellen|een belletje geven)(?: ?(?:nu|vandaag|morgen|straks|bellen|hiermee))?
(?:kan|kun|kunnen|wil|willen) (?:iemand|je|jij|u|jullie) (?:mij|me) op(?: te)? bellen
(?:kunnen|kan) (?:jullie|iemand|we|je|er iemand) (?:bellen|telefoneren)
wie kan (?:mij|me) (?:helpen|bellen)
(?:bel|bellen)(?: me| mij)?(?: nu| terug| op| vandaag| morgen| straks)*
(?:iemand|een mens) (?:bellen|spreken)
ik (?:wil|moet|kan) (?:nu |met jullie |jullie )?(?:bellen|telefoneren|gebeld worden|teruggebeld worden|opgebeld worden)(?: met (?:jullie|iemand))?
{_ASK} (?:nu |gebeld worden|telefonisch )?(?:gebeld worden|bellen|telefonisch|gebeld|teruggebeld)(?: worden)?
{_ASK} (?:nu |hier |daar )?(?:met )?{_PERSON} (?:hier )?(?:over )?(?:spreken|praten|bellen|aan de (?:lijn|telefoon)|aan de lijn krijgen|zien)(?: (?:spreken|hebben|krijgen|hierover))?(?: en)?(?: (?:geen|niet met een|niet een) (?:computer|robot|bot|chatbot))?
{_ASK} (?:nu )?(?:praten|spreken|contact)(?: (?:met|hebben met) {_PERSON})?
{_ASK} (?:een )?{_PERSON}
{_ASK} contact (?:met {_PERSON}|opnemen|hebben)(?: met {_PERSON})?
(?:een |n )?(?:echte? )?(?:mens|medewerker|persoon|medewerkster|consulent|hulpverlener)(?: spreken| aan de lijn| nodig)?
ik heb (?:een )?(?:echte? )?(?:mens|medewerker|persoon|iemand) nodig(?: om mee te praten)?
(?:is|zijn) er (?:een )?{_PERSON} (?:die (?:ik kan|mij kan|me kan|kan) )?(?:spreken|bellen|praten|helpen|bereikbaar|met wie ik kan praten)
(?:is|zijn) er (?:nu )?(?:een )?{_PERSON} (?:beschikbaar|bereikbaar|aanwezig)
(?:is|zijn) er (?:hier )?{_PERSON}
ik wil met (?!niemand)\w{{3,}} (?:praten|spreken|bellen)
ik (?:praat|spreek|bel|telefoneer) (?:met )?(?:{_PERSON}|via de telefoon|jullie)
ik wil (?:niet|geen) (?:(?:met|tegen) )?(?:een )?(?:computer|robot|bot|machine|chatbot)(?: (?:praten|spreken|typen|chatten))?
geen (?:robot|computer|bot|chatbot)
verbind (?:me|mij) door(?: met {_PERSON})?|doorverbinden|kun je (?:me|mij) doorverbinden(?: met {_PERSON})?|kan je (?:me|mij) doorverbinden
(?:wat is|wat is jullie|hebben jullie|heb je|mag ik|welk) (?:het |jullie |een |je )?(?:telefoon)?nummer(?: om te bellen| kan ik bellen| moet ik bellen| hebben| van jullie)?
(?:can i talk to|can i speak to|i want to talk to|i want to speak to|talk to|can someone call me|call me)(?: (?:someone|a human|a person|somebody|a real person))?
mens aan de (?:lijn|telefoon)
""",
}
