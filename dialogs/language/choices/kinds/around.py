"""What people say for food, animals, the body, defects of a home and what happens. Data only."""

FOOD = """
brood: halfje wit bruin boterhammen bolletjes pistolets stokbrood beschuit crackers wraps
melk zuivel: halfvolle volle karnemelk yoghurt vla kwark kaas
zuivel: melk yoghurt kaas boter vla eieren
groente groenten: wortels sla tomaten komkommer spinazie broccoli bloemkool boontjes andijvie prei
groente groenten: ui
fruit: appels bananen peren sinaasappels mandarijnen druiven aardbeien
vlees: gehakt kip worst rundvlees kipfilet speklap hamburger lamsvlees
vis: zalm tonijn haring kibbeling
drinken: water sap limonade koffie thee frisdrank cola
snoep: chips koek snoepjes chocola
babyvoeding: potjes pap flesvoeding melkpoeder olvarit
"""
ANIMALS = """
hond: labrador herder pup puppy chihuahua teckel poedel
kat poes: poes katers kater kitten kittens
vogel vogels: parkiet parkieten kanarie papegaai
ander_dier andere_dieren: parkiet parkieten kanarie konijn konijnen hamster cavia vis vissen
ander_dier andere_dieren: schildpad
ander_dier andere_dieren: papegaai kippen paard slang vogel vogels
geen_huisdier geen_huisdieren geen_dieren: geen_beesten geen_dieren geen_beest
"""
BODY = """
hoofd: hoofdpijn migraine koppijn kop duizelig hersenschudding
buik: maagpijn buikpijn maag darmen maagklachten buikkrampen
rug: hernia ruggenpijn rugpijn spit rugklachten
schouder: schouders nek slijmbeurs
knie: knieen meniscus kruisband
voet voeten: enkel tenen hielspoor
hand handen: pols vingers duim carpaal
hart: hartkloppingen hartklachten infarct bloeddruk
longen: astma copd benauwd hoesten kortademig
huid: eczeem uitslag jeuk acne psoriasis
ogen oog: slechtziend bril staar zie_slecht
oren oor gehoor: slechthorend gehoorapparaat doof oorpijn hoor_slecht
tanden gebit: kies kiezen tandpijn kiespijn beugel tandarts
slapen slaap: moe wakker insomnia
"""
DEFECTS = """
verwarming: cv cv-ketel kachel radiator ketel stadsverwarming
ongedierte: muizen ratten kakkerlakken bedwantsen vlooien mieren zilvervisjes wespen
lekkage: lekt lekken dak_lekt lekkend waterschade druppelt
schimmel vocht: zwarte_plekken vochtplekken muffe_lucht natte_muren
ramen raam: dubbel_glas kozijn kozijnen glas enkel_glas ruiten
tocht: kieren wind_door
geluid lawaai overlast: herrie geluidsoverlast gehorig harde_muziek gestamp
deur sloten slot: voordeur sleutel sleutels kapot_slot
trap trappen: lift kapotte_lift treden
"""
EVENTS = """
geboorte: krijgen_een_baby krijg_een_baby bevallen zwanger baby in_verwachting kraamtijd
overlijden: dood overleden gestorven begrafenis uitvaart rouw crematie
huwelijk trouwen: trouwen bruiloft getrouwd ondertrouw verloofd
scheiding: uit_elkaar uiteengaan gescheiden mijn_ex echtscheiding
verhuizing verhuizen: nieuw_adres ander_huis nieuwe_woning verhuisd sleutel_gekregen
ontslag: baan_kwijt ontslagen contract_niet_verlengd werkloos op_straat_gezet
ziekte: ziek kanker opname operatie ziekenhuis diagnose
ongeluk ongeval: aanrijding gebotst gevallen botsing
lening: terugbetalen moet_ik_terug geleend terug_te_betalen
gift: cadeau gekregen hoeft_niet_terug hoef_niet_terug niet_terug_te_betalen niet_terugbetalen
nooit: geen_contact zien_elkaar_niet zie_ze_niet
anders: non_binair nonbinair genderneutraal non-binair
geen_stress: relaxed relaxt ontspannen kalm rustig
rekenen: sommen wiskunde tafels hoofdrekenen
computer: robot bot chatbot
computer digitaal: typen mailen internetten toetsenbord muis
schrijven: spelling briefje_schrijven
kan_lezen: analfabeet laaggeletterd letters_dansen dyslectisch dyslexie
geen_computer: alleen_een_telefoon alleen_mijn_telefoon alleen_mobiel
"""
