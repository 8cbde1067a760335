"""Words by their role in a sentence, and words that every reader knows though print has few.

Closed lists, lower case. `FUNCTION` words hold a sentence together and say nothing about how hard
it is; `FINITE` verbs show how many clauses there are; `KNOWN` are things of every day (home, body,
food, children, money, telephone) that a news corpus counts too seldom.
"""

from __future__ import annotations

_FUNCTION = """
'n 't aan acht achter af al alle allebei alleen allemaal alles als alsof altijd ander andere
anders behalve beide beiden ben beneden bent best bij bijna binnen boven buiten d'r daar daaraan
daarbij daardoor daarheen daarin daarmee daarna daarnaast daarnet daarom daarop daarover daartoe
daaruit daarvan daarvoor dan dat de degene den der derde dertig des deze dezelfde die diegene dit
doe doen doet door doordat drie duizend dus een eens eerder eerst eerste eigenlijk elf elk elkaar
elke en ene enkele er eraan erbij erdoor erg erheen erin ermee erna ernaar eronder erop erover
ertoe eruit ervan ervoor even ga gaan gaat gauw geen gehad gekund genoeg geweest gewild gewoon
geworden graag haar had hadden half heb hebben hebt heeft heel heen hele hem hen het hetzelfde
hier hieraan hierbij hierdoor hierheen hierin hiermee hierna hierop hierover hieruit hiervoor hij
hoe hoef hoeft hoelang hoeveel hoeven hoewel honderd hun ieder iedere iedereen iemand iets ik in
is ja je jegens jezelf jij jou jouw jouwe juist jullie kan kon konden kun kunnen kunt laat laatste
lang langs laten later liefst liet lieten liever m'n maar mag me mee meer meest meeste men met
mezelf mij mijn minder minst misschien mits mocht mochten moest moesten moet moeten mogen na naar
naast nadat nee negen net niemand niet niets niks noch nog nooit nou nu of ofwel om omdat omtrent
onder ongeveer ons onszelf onze ooit ook op over pas per precies rond samen sinds snel sommige
soms steeds straks te tegen ten tenzij ter terug terwijl tien tijdens toch toe toen tot totdat
tussen twaalf twee tweede twintig u uit uw uwe uzelf vaak van vanaf vanuit veel vele verder via
vier vijf volgende volgens voor vooral voorbij voordat vorige waar waaraan waarbij waardoor
waarheen waarin waarmee waarom waarop waarover waaruit waarvan waarvoor wanneer want waren was wat
we weer weg weinig wel weleens welk welke werd werden wezen wie wiens wij wil wilde wilden willen
wilt word worden wordt wou z'n zal ze zeer zelf zelfde zes zeven zich zichzelf zij zijn zo zo'n
zoals zodat zodra zonder zou zouden zowel zulk zulke zullen zult één
"""
_FINITE = """
app appt at bedoel bedoelt begin beginnen begint begon begrijp begrijpen begrijpt bel belde belden
bellen belt ben bent beslis beslist bestaan bestaat betaal betaalde betaalt betalen betekent
betreft bewaar bewaart bewaren beweeg beweegt bezoek bezoekt bleef bleven blijf blijft blijven
bracht brand brandt breng brengen brengt chat chatten dacht dachten danst deden deed deel dek
delen denk denken denkt dien diende dienen dient doe doen doet draag draagt dragen drink drinken
drinkt droeg droog duren duurde duurt eet eten fiets fietsen fietst ga gaan gaat gaf gaven gebeurt
gebruik gebruiken gebruikt geef geeft gelden geldt geloof gelooft geniet geven ging gingen gooi
gooit groei groeit haal haalde haalt had hadden halen hang hangen hangt heb hebben hebt heeft heet
help helpen helpt heten hield hielden hielp hielpen hoef hoeft hoeven hoop hoopt hoor hoorde hoort
horen houd houden houdt huil huilde huilen huilt is kan keek ken kende kennen kent kies kiest
kiezen kijk kijken kijkt klik klikt klopt kocht koken kom komen komt kon konden kook kookt kookte
koop koopt koos kopen kost kosten kreeg kregen krijg krijgen krijgt kun kunnen kunt kwam kwamen
laat lach lachen lacht lachte lag lagen las laten leef leefde leeft leer leerde leert lees leest
leg legde leggen legt leren leven lezen liep liet lieten lig liggen ligt loop loopt lopen luister
luisteren luistert lukken lukt lukte maak maakt maakte maakten mag mail mailt maken meld melden
meldt mist miste mocht mochten moest moesten moet moeten mogen nam namen neem neemt nemen noem
noemde noemen noemt ontbreekt onthoud onthoudt ontmoet ontvang ontvangen ontvangt ontving open
opent pak pakken pakt pas past poets poetst praat praatte praten probeer probeert raak raakt
raakte raken reed regel regelen regelt repareer rijd rijden rijdt ruil ruilt ruim ruimen ruimt
rust rusten schaam schaamt schreef schrijf schrijft schrijven schrik schrikt slaap slaapt slapen
sliep sluit sluiten snap snappen snapt speel speelt spelen sprak spreek spreekt spreken sta staan
staat stond stonden stop stoppen stopt sturen stuur stuurde stuurt teken tekent tik tikt toon
toont trek trekken trekt trok twijfel twijfelt typ typt val vallen valt verander verandert verdien
verdient vergeet vergeten verhuis verhuist verlies verliest vertel vertelde vertellen vertelt
vertrouw vertrouwt viel vind vinden vindt voel voelde voelen voelt vond vonden vraag vraagt vragen
vroeg vroegen vul vullen vult wacht wachten wachtte waren was wast weet wens wenst werd werden
werk werken werkt werkte weten wijs wijst wil wilde wilden willen wilt wis wist wisten wonen woon
woonde woont word worden wordt wou zag zagen zal zat zaten zeg zeggen zegt zei zeiden zet zette
zetten zie zien ziet zing zingen zingt zit zitten zocht zoek zoeken zoekt zorg zorgde zorgen zorgt
zou zouden zullen zult zwem zwemmen zwemt
"""
_KNOWN = """
aanbellen aandoen aanklikken aanpassen aantrekken aardappel aardappels aardig aardige afgesloten
afmaken afspreken aftrekken afval afwas afwasmiddel afzeggen agent alarm alleenstaand
alleenstaande alsjeblieft alstublieft ambulance antwoord apotheek app appel appels appen
applicatie april arabisch arts augustus autootje avondeten baantje baas baby babybed babykleren
babyvoeding bad badje badkamer bakker bal balie ballen banaan banden bang bank bankpas
bankrekening basisschool bed bedje bedrag beker belastingdienst bellen beloof beloofd beloven belt
benzine bericht berichten berichtje betaal betalen beterschap bevallen bevalling bewaar bewaren
bezem bezoek bibberen bibliotheek bijbaan bijstand bioscoop blauw blauwe blij bloeden bloedt bloem
bloemen blokken boek boeken bonen boodschap boodschappen boodschappenlijst boos boot bord
borstvoeding bos boter boterham boterhammen botje bouwen box brand brandweer brief brieven
brievenbus bril broek broer broertje brood brooddoos broodje brug bruin buik buikgriep buikpijn
buitenschoolse buitensluiten buren bus bushalte busje buurman buurt buurtfeest buurthuis buurvrouw
cadeau cadeautje cent centen chat chatten chips cijfer club cola collega collega's computer
consultatie crèche dagen dagje dak dank dankjewel dansen dansles december deken dekens dekentje
deur dichtbij dief dierentuin dinsdag dochter dochtertje dokter donderdag doos dorst dorstig
douche douchen dozen drieling druiven druk druppel duim duits duizelig dutje duwen duwt dwarszit
dwarszitten dweil echo eenzaam eergisteren eerlijk eerstehulp ei eieren eindje eitje elkaars emmer
engels envelop enveloppen erwten eten etui euro ex familie februari feest feestje fiets fietsband
fietsen fijn filmpje flat fles flesje flesjes flesvoeding fluisteren fluistert fornuis foto fouten
frans friet frietje fris frisdrank fruit gang gas gasfornuis gastouder gebit geboorte geboren
gebroken geel gehakt gehuild geld gelezen gelukt gemeente gepest gescheiden geslagen gesprek
gesprekje gevaar gevaarlijk gezellig gezicht gezin gezond gips gister gisteren gitaar glas
glijbaan goedemiddag goedemorgen goedenavond gordel gordijn gratis griep grijs groen groente
groenten groep grond grootste groter gym gymles gymtas haar haast hagelslag halte hand handdoek
handen handschoenen handtekening helpen helpt hemd herfst herinnering herinneringen hockey hoest
hoestdrank hoesten hoi hond honger hoofd hoofdluis hoofdpijn hoogstens huilbui huilen huilt huis
huisarts huisartsenpost huiswerk hulp hulpteam huren huur huurtoeslag hypotheek identiteitskaart
ijs inbreker incheck inenting ingevuld inloggen inspreken invullen invult jam januari jarig jas
jeuk jochie jongen jongetje jongste jouwe judo juf juffrouw juli juni jurk kaars kaart kaartje
kaas kachel kam kamer kamp kapot kapper kast kat kater kerst keuken keukentafel kies kiespijn kind
kinderbed kinderbijslag kinderdagverblijf kinderen kinderopvang kinderstoel kinderwagen kindje
kindjes kip kipfilet klaar klas kleding kledingbank kleed kleertje kleertjes klein kleiner
kleintje kleren kleuren kleurplaat kleuter klik klikken klok klusje klusjes knie knop knoppen
knuffel knutselen koek koekje koelkast koffie koken kom komkommer kookt koopt koorts kop kopie
kopietje kopje koppijn korfbal kost kosten koud kraamzorg kraan krant krap krijgt kruis kruisje
kussen kwart kwijt kwijtraken laarzen lach lachen lade lakens lamp lampje laptop lastig lastige
later leeg leerkracht lego lek lekkage lekker lente les lessen letter leuk lichtknop liedje lief
lieve liever lieverd liggen limonade link linkje links linksaf logeren loon loopneus losse lucifer
luier luiers luister luisteren luistert luizen lunch maaltijd maandag maandagmiddag maandagochtend
maandverband maart maat maatje macaroni magnetron mail mailen mailt makkelijk makkelijker mama
mama's mandarijn markt marokkaans matras matrasje medicijn meedoen meedoet meehelpen meekijken
meekomen meelezen meenemen meester mei meid meisje melk meneer mening mens mes mevrouw middag
middageten min minstens misselijk moe moeder moeheid moeilijk moeilijkste moeite moment mooi muts
muur muziek mwah naam naampje nacht nadenken nagels nakijken nederlands nederlandse nieuws nodig
november nummer nummers ochtend oekraïens oktober oma oma's ondergoed ontslag onveilig oom oor
oorpijn oortje opa opa's opbellen openmaken opeten opgelucht ophalen opnemen opnieuw oppas
oppassen oppast oproep opruimen opschrijven opslaan opstaan opsturen optellen optelt opvang
opvegen opvoeden opvoeding oranje ouder ouders oudste ov-chipkaart oven ovenschaal overblijven
overmorgen overslaan overslaat oververmoeid paar paars pagina pakje pan paniek pannenkoek
pannenkoeken pap papa papa's papier papieren papje paracetamol park parkeren partner paspoort
pasta patat pauze pauzes pech peer peren pesten peuter peuters peuterspeelzaal piano pijn pil
pillen pin pincode pindakaas pinpas plaatje plagen plank plas plassen pleegkind plein pleister
pleisters poes poetsen politie pools pop portemonnee post postcode postzegel potje praat praatje
pretpark prik prikje prima privé puber puzzel pyjama raam raampje rapport rauw rechtdoor rechts
regen regenjas reis reizen rekening rekeningen rijbewijs rijst rits rok rommel rondkomen rood rook
rooster roze rug rugzak ruzie ruziemaken ruziet salaris samen sap schaar schaatsen schamen schatje
scheiden scheiding schelden scherm schermpje schimmel schoen schoenen schommel school schoolreis
schoolreisje schooltas schooltijd schoon schoonmaakwerk schoonmaken schoppen schram schreeuwen
schreeuwt schrift schrik schrikken schuld schulden september shampoo shirt sinaasappel sjaal sla
slaan slaap slaapje slaapkamer slaat slapen slecht sleutel sleutels slim slot sms snoep snoepje
snotneus soep sok sokken somalisch soms spaans spaarpot spaghetti spannend sparen speelgoed
speelplaats speeltuin speen speentje spelen spiegel spijt spoed sport sportclub sporten
sportkleren spraakbericht spreekkamer spreekuur spuitje spullen spulletjes stem stempel step
stiefmoeder stiefvader stilte stoel stoelen stoep stofzuigen stofzuiger stopcontact stoplicht
straat straks strand stress strijken stroom stuk suiker supermarkt surinaams taal taart tablet
tafel tampons tand tandarts tanden tandenborstel tandpasta tante tapijt tas tasje tekenen telefoon
telefoontje televisie tennis tevreden thee thermometer thuis tien tigrinya tijd tikken tocht
toeslag toeslagen toilet tolk tomaat tomaten tram trap trein treinkaartje trillen troost troosten
trots trui tuin turks turnen tweeling typ typen typt ui uitdoen uitje uitkering uitleg uitleggen
uitprinten uitrusten uitslag uitslapen uitspraak uitzoeken vaccinatie vader vakantie vaker
vanavond vandaag vanmiddag vanmorgen vannacht varen veilig ventilator verband verdienen verdriet
verdrietig verf vergeten verhaal verhuist verhuizen verjaardag verkouden verkoudheid verliefd
verloskundige verslapen versturen verstuurd vertaalt vertalen vertellen verwarming verwennen
verzekering vies vinger vis vla vlees vlek vloer vocht voedselbank voetbal voetbalclub voetballen
voetbalschoenen voeten vogel voicemail voorlezen voornaam vork vraag vragen vriend vriendelijk
vriendelijke vriendin vriendinnetje vriendje vrijdag vroedvrouw vrolijk vrouw vuil vuilnis
vuilniszak wachten wachtkamer wakker wandelen wandeling warm was wasje wasmachine wasmiddel wassen
water waterpokken wc website week weekend weekje weet wel welkom werk wieg wijk wijkagent wijkteam
winkel winter winterjas wisselgeld wissen wit woensdag wond wondje wonen woning woonkamer worst
wortel wortels yoghurt zakgeld zalf zandbak zanger zaterdag zebrapad zeep zenuwachtig ziek zieke
ziekenhuis zin zindelijk zingen zomer zon zondag zoon zoontje zorgen zorgtoeslag zorgverzekering
zuchten zuigfles zus zusje zussen zwanger zwangere zwangerschap zwart zwembad zwemles zwemmen
zweten
"""
FUNCTION = frozenset(_FUNCTION.split())
FINITE = frozenset(_FINITE.split())
KNOWN = frozenset(_KNOWN.split())
