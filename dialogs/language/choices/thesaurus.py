"""Words that parents use for the same thing. Data only.

A group holds words that mean the same in an answer; what is a kind of a thing is in `kinds`.
A word that an option itself uses always means that option first.
"""

SAME_WORDS = """
bellen call bel belt gebeld bellem opbellen telefoon telefonisch belletje telefoneren terugbellen
appen app appt geappt whatsapp appje appjes wappen
bericht berichtje berichten berichtjes
mail mailen email e-mail mailtje mailt emailen
sms sms-en smsen smsje
langskomen langs langskom langsgaan bezoek huisbezoek
thuis huisje
kantoor gemeentehuis stadhuis gemeente loket
videobellen beeldbellen facetime teams zoom
ochtend morning mornings ochtends ochtendje morgens smorgens voormiddag ochtens sochtends ochtenden
middag afternoon middags smiddags namiddag middagen
avond evening avonds savonds avonden avondje
nacht nachts snachts
kinderen kind kindje kindjes kleintje kleintjes kinder koters
partner echtgenoot echtgenote verloofde partners
ex exman ex-man exvrouw
werk werken werkt baan baantje job werkend gewerkt
zzp zzper freelance freelancer ondernemer zelfstandige
uitzendwerk uitzendbureau uitzendkracht flexwerk oproepkracht
vast vaste
werkloos werkeloos
opleiding studie studeren leren leer cursus studeer
school scholen schooltje
middelbaar middelbare voortgezet vmbo havo vwo
opvang kinderopvang creche kdv kinderdagverblijf dagopvang
bso naschoolse buitenschoolse
huur huren huurschuld huurhuis huurwoning
hypotheek koophuis koopwoning
wonen woning huis woon woonruimte huisvesting
energie energierekening
stroom elektra elektriciteit electriciteit elektrisch electra
zorgverzekering zorg zorgkosten zorgpremie ziektekostenverzekering ziektekosten zorgverzekeraar
belasting belastingen belastingdienst blauwe
toeslag toeslagen
kindgebonden kgb
eten voedsel boodschappen honger voeding
geld centen doekoe doezoe poen money para doku financien geldzaken financieel
schulden schuld
krap rood
achter achterstand achterstanden achterstallig
delen termijnen stukjes gespreid
papieren papierwerk papier formulieren formulier administratie paperassen
brief brieven brieffie briefje
ziek ziekte zieke
stressvol stress gestrest gestresst
rustig rust kalm relaxed relax chill rustigjes
druk vol
slecht beroerd belabberd kut klote ruk waardeloos shit bad
goed lekker top fijn super good
auto autootje wagen waggie
fiets fietsen fietsend fietsje bike
lopend lopen lopende loop wandelen wandelend voet
ouders ouder
dyslexie disleksie dislexie dyslexi
lezen lees leest gelezen
moeder mama mam mams moeders
vader papa pap paps
buren buurvrouw buurman buurvrouwen buur buurtjes
vriend vrienden
vriendin vriendinnen
nederlands nl hollands
engels english
turks turkce
pools polski
arabisch arabic
genoeg voldoende zat
verder doorgaan
begin beginnen begint start starten
aanpassen wijzigen veranderen corrigeren verbeteren fout verkeerd
versturen verstuur verzenden verzend sturen opsturen doorsturen
deurwaarder deurwaarders gerechtsdeurwaarder incasso
onveilig gevaar
anders andere ander
zwanger verwachting zwangerschap
baby babytje newborn pasgeboren
peuter peutertje
puber tiener
luiers luier pampers pamper
gymkleren gymkleding gymspullen
kleertjes kleren kleding babykleren babykleertjes rompertjes
bedje bed ledikant wieg
kinderwagen buggy wandelwagen
alleen alleenstaand alleenstaande single
jij je
weinig tekort
afgesloten afgesneden
reiskosten reisgeld benzinegeld buskaart buskaartje
wekelijks week wk
maandelijks maand mnd maanden
nooit never
elke iedere ieder elk
oppas oppassen oppast
slapen slaap geslapen slaapt slaapproblemen
huisarts dokter arts
fulltime voltijd voltijds
parttime deeltijd
later straks
meteen direct gelijk onmiddellijk nu
snap begrijp duidelijk helder begrepen snapte
loon salaris verdien verdiensten
boetes boete bekeuring bekeuringen cjib
peuterspeelzaal psz
telefoon tel mobiel gsm telefonisch bellen
taal taalles inburgering
eenzaam eenzaamheid
kapot stuk defect gesloopt
kwijt verloren
propvol bomvol overvol tjokvol
medicijnen medicatie pillen medicijn
gehuwd getrouwd
mezelf mijzelf
jongen jongetje boy zoon zoontje
meisje meid dochter dochtertje girl
ruzie ruzies conflict
verhuizen verhuizing verhuis
scheiding scheiden gescheiden
solliciteren sollicitatie
mens iemand persoon medewerker
"""
