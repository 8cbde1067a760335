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
aanbellen aandoen aanklikken aankomen aankomt aanpassen aansteken aantrekken aanwezig aanzetten
aardappel aardappels aardig aardige afdrogen afgesloten afgeven afhalen afleren afmaken afspreken
aftrekken afval afwachten afwas afwasmiddel afwassen afwezig afzeggen agent akkoord alarm
alarmnummer alleenstaand alleenstaande alsjeblieft alstublieft ambulance antwoord antwoorden
antwoordt apotheek app appel appels appen applicatie april arabisch arts augustus autootje avond
avondeten baantje baas baby babybed babykleren babyvoeding bad badje badkamer bakker bal balie
ballen banaan banden bang bank bankpas bankrekening basisschool bed bedanken bedenken bedje bedrag
bedreigen bedreiging beginnen begrijpen beker bekijken belastingdienst bellen beloof beloofd
beloven belt benzine bereikbaar bericht berichten berichtje beslissen besluiten bespreken betaal
betalen beterschap bevallen bevalling bewaar bewaren bewegen bezem bezet bezoek bezoeken bezorgd
bibberen bibliotheek bijbaan bijstand bijten binnenkomen binnenlaten bioscoop blauw blauwe blij
bloeden bloedt bloem bloemen blokken boek boeken bonen boodschap boodschappen boodschappenlijst
boos boosheid boot bord borstvoeding bos boter boterham boterhammen botje bouwen box brand
brandweer breken brengen brief brieven brievenbus bril broek broer broertje brood brooddoos
broodje brug bruin buik buikgriep buikpijn buitenschoolse buitensluiten buren bus bushalte busje
buurman buurt buurtfeest buurthuis buurvrouw cadeau cadeautje cent centen chat chatten chips
cijfer club cola collega collega's computer consultatie crèche dagen dagje dak dank dankbaar
dankjewel dansen dansles december deken dekens dekentje deur dicht dichtbij dichtdoen dief
dierentuin dinsdag dochter dochtertje dokter donderdag doorgaan doorgeven doorlopen doos dorst
dorstig douche douchen dozen draaien drieling dromen druiven druk druppel duidelijk duim duits
duizelig durven dutje duwen duwt dwarszit dwarszitten dweil dwingen echo eenzaam eergisteren
eerlijk eerstehulp ei eieren eindje eitje elkaars emmer engels envelop enveloppen ervaren erwten
eten etui euro eventjes ex familie februari feest feestje fiets fietsband fietsen fijn filmpje
flat fles flesje flesjes flesvoeding fluisteren fluistert fluiten fornuis foto fouten frans friet
frietje fris frisdrank fruit gang gas gasfornuis gastouder gebit geboorte geboren gebroken
gebruiken geduld geel gehakt gehuild gekopieerd geld gelezen geloven gelukkig gelukt gemeente
genieten gepest gescheiden geslagen gesprek gesprekje gevaar gevaarlijk gezellig gezicht gezin
gezond gips gister gisteren gitaar glas glijbaan goedemiddag goedemorgen goedenavond gooien gordel
gordijn gratis griep grijs groen groente groenten groep groeten grond grootste groter gym gymles
gymtas haar haast hagelslag halen halfuur halte hand handdoek handen handig handschoenen
handtekening hangen helpen helpt hemd herfst herinnering herinneringen herkennen hockey hoest
hoestdrank hoesten hoi hond honger hoofd hoofdluis hoofdpijn hoogstens hoopvol hopen horen huilbui
huilen huilt huis huisarts huisartsenpost huiswerk hulp hulpteam huren huur huurtoeslag hypotheek
identiteitskaart ijs inbreker incheck inenting ingevuld inloggen inpakken inschenken inspreken
instappen internet invallen invullen invult jaloers jam januari jarig jas jeuk jochie jongen
jongetje jongste jouwe judo juf juffrouw juli juni jurk kaars kaart kaartje kaas kachel kam kamer
kamp kapot kapper kast kat kater kerst keuken keukentafel kies kiespijn kind kinderbed
kinderbijslag kinderdagverblijf kinderen kinderopvang kinderstoel kindertelefoon kinderwagen
kindje kindjes kip kipfilet klaar klagen klas kleding kledingbank kleed kleertje kleertjes klein
kleiner kleintje kleren kletsen kleuren kleurplaat kleuter klik klikken klok kloppen klusje
klusjes knie knijpen knippen knop knoppen knuffel knuffelen knutselen koek koekje koelkast koffie
koken kom komkommer kookt koopt koorts kop kopen kopie kopieert kopietje kopiëren kopje koppijn
korfbal kost kosten koud kraamzorg kraan krant krap krijgen krijgt kruipen kruis kruisje kussen
kwart kwartier kwijt kwijtraken laarzen lach lachen lade lakens lamp lampje laptop lastig lastige
later leeg leerkracht leggen lego lek lekkage lekker lenen lente les lessen letter leuk lichtknop
liedje lief liegen lieve liever lieverd liggen limonade link linkje links linksaf logeren loon
loopneus lopen losse lucifer lui luier luiers luister luisteren luisterlijn luistert luizen lunch
maaltijd maandag maandagmiddag maandagochtend maandverband maart maat maatje macaroni magnetron
mail mailen mailt makkelijk makkelijker mama mama's mandarijn markt marokkaans matras matrasje
medicijn meedoen meedoet meehelpen meekijken meekomen meelezen meelopen meenemen meester mei meid
meisje melden melk meneer mening mens mes meten mevrouw middag middageten middernacht min minstens
minuutje mishandelen misselijk missen moe moeder moedig moeheid moeilijk moeilijkste moeite
mogelijk moment mooi morsen muts muur muziek mwah naam naampje nacht nadenken nagels nakijken
nederlands nederlandse nemen nieuws nieuwsgierig nodig noemen november nummer nummers ochtend
oefenen oekraïens oktober oma oma's ondergoed onduidelijk ongerust onrustig ontbijten onthouden
ontmoeten ontslag onveilig oom oor oorpijn oortje opa opa's opbellen opbergen opdrinken open
openen openmaken opeten opgelucht ophalen ophangen ophouden opkomen oplossen opnemen opnieuw
oppakken oppas oppassen oppast oproep oproepen opruimen opschieten opschrijven opslaan opsluiten
opstaan opsturen optellen optelt opvang opvegen opvoeden opvoeding opzoeken oranje ouder ouders
oudste ov-chipkaart oven ovenschaal overblijven overgeslagen overkomen overleven overmorgen
overslaan overslaat overstappen oververmoeid paar paars pagina pakje pakketten pan paniek pannenkoek
pannenkoeken pap papa papa's papier papieren papje paracetamol park parkeren partner paspoort
passen pasta patat pauze pauzes pech peer peren pesten peuter peuters peuterspeelzaal piano pijn
pil pillen pin pincode pindakaas pinpas plaatje plagen plakken plank plas plassen pleegkind plein
pleister pleisters poes poetsen politie pools pop portemonnee post postcode postzegel potje praat
praatje praten pretpark prik prikje prima privé proberen proeven puber puzzel pyjama raam raampje
raden rapport rauw rechtdoor rechts regelen regen regenjas reis reizen rekenen rekening rekeningen
rennen rijbewijs rijst rits roepen rok roken rommel rondkomen rood rook rooster roze rug rugzak
ruiken ruilen rustig ruzie ruziemaken ruziet salaris samen sap schaamte schaar schaatsen schamen
schatje scheiden scheiding schelden scherm schermpje scheuren schimmel schoen schoenen schommel
school schoolreis schoolreisje schooltas schooltijd schoon schoonmaakwerk schoonmaken schoppen
schram schreeuwen schreeuwt schrift schrijven schrik schrikken schuilen schuld schulden september
shampoo shirt sinaasappel sjaal sla slaan slaap slaapje slaapkamer slaat slapen slecht sleutel
sleutels slim slot sms snappen snijden snoep snoepje snotneus soep sok sokken somalisch soms
spaans spaarpot spaghetti spannend sparen speelgoed speelplaats speeltuin speen speentje spelen
spiegel spijt spoed sport sportclub sporten sportkleren spraakbericht spreekkamer spreekuur
springen spuitje spullen spulletjes stalken stappen stem stempel step sterven stiefmoeder
stiefvader stil stilte stoel stoelen stoep stofzuigen stofzuiger stopcontact stoplicht stoppen
straat straks strand stress strijken stroom stuk sturen suiker supermarkt surinaams taal taart
tablet tafel tampons tand tandarts tanden tandenborstel tandpasta tante tapijt tas tasje
tegenkomen tekenen telegram telefoon telefoontje televisie tennis terugbellen terugbrengen
terugkijken
terugkomen teruglezen terugsturen tevreden thee thermometer thuis thuisblijven thuiskomen tien
tigrinya tijd tikken tocht toegeven toeslag toeslagen toilet tolk tomaat tomaten tram trap trein
treinkaartje trekken trillen troost troosten trots trouwen trui tuin turks turnen tweeling typ
typen typt ui uitdoen uitgaan uitgeven uitje uitkering uitkiezen uitkomen uitleg uitleggen
uitlenen uitnodigen uitprinten uitrekenen uitrusten uitschelden uitslag uitslapen uitspraak
uitstappen uitzetten uitzoeken uurtje vaccinatie vader vakantie vaker vallen vanavond vandaag
vangen vanmiddag vanmorgen vannacht varen vasthouden veilig ventilator veranderen verbaasd verband
verbergen verbeteren verbranden verdergaan verdienen verdriet verdrietig verdwalen verdwijnen verf
vergelijken vergeten verhaal verhuist verhuizen verjaardag verkopen verkouden verkoudheid verlegen
verliefd verliezen verloskundige vermoeid vernieuwen verschonen verslapen versturen verstuurd
vertaalt vertalen vertellen vertrekken vertrouwen verven verversen verwachten verward verwarming
verwennen verzekering vies vinden vinger vis vla vlees vlek vloer vluchten vocht voedselbank
voelen voetbal voetbalclub voetballen voetbalschoenen voeten vogel voicemail volgen voorbereiden
voorlezen voornaam voorstellen voortaan vork vraag vragen vriend vriendelijk vriendelijke vriendin
vriendinnetje vriendje vriezen vrijdag vroedvrouw vrolijk vrouw vuil vuilnis vuilniszak wachten
wachtkamer wakker wandelen wandeling warm was wasje wasmachine wasmiddel wassen water waterpokken
wc webchat website week weekend weekje weet wegbrengen wegdoen weggaan weggooien weglopen wel
welkom wennen wensen werk werken weten wieg wijk wijkagent wijkteam winkel winkelen winnen winter
winterjas wisselgeld wissen wit woensdag wond wondje wonen woning woonkamer worst wortel wortels
yoghurt zakgeld zakken zalf zandbak zanger zaterdag zebrapad zeep zelfmoord zenuwachtig zetten
ziek zieke ziekenhuis zin zindelijk zingen zitten zoeken zomer zon zondag zoon zoontje zorgen
zorgtoeslag zorgverzekering zuchten zuigfles zus zusje zussen zwaaien zwanger zwangere versliep
zwangerschap zwart zwembad zwemles zwemmen zweten zwijgen
"""
FUNCTION = frozenset(_FUNCTION.split())
FINITE = frozenset(_FINITE.split())
KNOWN = frozenset(_KNOWN.split())
