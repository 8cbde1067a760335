"""What people say for kinds of homes, things in a home and how one gets about. Data only."""

HOMES = """
nat: vocht vochtig lekt lekkage lekken
ratten muizen: ongedierte kakkerlakken beestjes
te_klein: geen_ruimte weinig_ruimte
koud: kachel_doet_het_niet verwarming_doet_het_niet verwarming_kapot kachel_kapot kachel
kamer kamers: studentenflat kamer_bij
particuliere particulier: particulier huisbaas pararius kamernet vrije_sector
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos: nacht_ergens_anders dag_ergens_anders
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos: steeds_andere_plek keer_andere_plek
huurwoning huurhuis huur: woonbedrijf woonpunt mitros havensteder de_alliantie
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos: caravan stacaravan vakantiepark bankhoppen
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos: logeer_overal van_plek_naar_plek
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos: geen_dak slaap_overal nergens_terecht
familie: inwonen bij_mijn_zus bij_mijn_oma schoonouders_in
huurwoning huurhuis huur: huurder huur_van_de via_de_corporatie huurprijs sociale_huurwoning
opvang noodopvang: pension opvangcentrum daklozen tijdelijk_opgevangen hotel_van_de_gemeente
wonen woning woonruimte: kamers te_weinig_kamers slapen_op_elkaar deel_een_kamer inschrijving
wonen woning woonruimte: woningnet
kou: koud ijskoud verwarming_doet_het_niet kachel_kapot niet_warm_te_krijgen vrieskou bibberen
lawaai geluid herrie overlast: herrie geluidsoverlast gehorig harde_muziek geschreeuw kabaal gestamp
schimmel vocht: zwarte_plekken vochtplekken nat natte_muren
te_klein: te_krap op_elkaars_lip te_weinig_ruimte te_weinig_kamers
huis_kwijt: huis_uitgezet uit_huis_gezet uit_mijn_huis uitgezet ontruimd ontruiming dakloos
huis_kwijt: op_straat zetten_ons_uit zetten_me_uit zetten_mij_uit uit_ons_huis
wonen woning woonruimte: schimmelplekken beschimmeld vochtig geluidsoverlast overlast buren_overlast
wonen woning woonruimte: eigen_plek groter_huis ander_huis woonplek dak_boven huurhuis
wonen woning woonruimte: verwarming_kapot
huurwoning huurhuis huurflat sociale corporatie huur: woningcorporatie corporatie woonstichting
huurwoning huurhuis huur: woningbouw sociale_huur gehuurd huurbaas verhuurder particulier
huurwoning huurhuis huur: woonbron huurcontract sociale_huurwoning huurflat gehuurde
huurwoning huurhuis huur: ymere vestia woonstad eigen_haard portaal rochdale stadgenoot trivire
huurwoning huurhuis huur: huren_via we_huren ik_huur
koopwoning koophuis koop eigen hypotheek: hypotheek gekocht zelf_gekocht huis_van_ons van_onszelf
koopwoning koophuis: eigen_huis huizenbezitter eigenaar koopflat van_de_bank
kamer kamers: studentenkamer kamertje onderhuur hospita studentenhuis zolderkamer gedeelde_keuken
opvang noodopvang: leger_des_heils vrouwenopvang blijf-van-mijn-lijfhuis azc asielzoekerscentrum
opvang noodopvang: blijf_van_mijn_lijf blijfhuis daklozenopvang nachtopvang noodopvang crisisopvang
opvang noodopvang: maatschappelijke_opvang opvanglocatie coa opvanghuis moederhuis
opvang azc noodopvang: coa azc asielzoekerscentrum vluchtelingenopvang
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos zwervend: op_straat zwerf zwerven in_de_auto
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos zwervend: bankslapen dakloos
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos: slaap_op_de_bank op_de_bank_bij
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos: van_bank_naar_bank van_hot_naar_her
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos: overal_en_nergens geen_huis
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos: steeds_ergens_anders camping hier_en_daar
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos: elke_keer_ergens_anders tent buiten_slapen
geen_vaste_plek geen_vaste_woonplek geen_huis dakloos: zwervend in_een_tent
iemand: onderhuur kennissen
wonen woning woonruimte woonsituatie: te_klein m2 vierkante_meter lekkend_dak lekt dakgoot
wonen woning woonruimte woonsituatie: op_elkaars_lip
wonen woning huis woonruimte woonsituatie: schimmel vocht tocht lekkage huisuitzetting uitzetting
wonen woning huis woonruimte woonsituatie: te_klein_huis verhuizen woningnood huisbaas flat
wonen woning huis woonruimte: dakloos verhuisd urgentie kamer appartement woningcorporatie
wonen woning huis: huis_uit het_huis_uit uitgezet ontruiming muizen kakkerlakken woningruil
wonen woning huis: huurhuis slaapkamer slaapkamers te_krap dak tussenwoning koopwoning huurwoning
"""
THINGS = """
bed bedden bedje matras: matras op_de_grond slapen_op_de_grond lattenbodem stapelbed dekbed ledikant
bed bedden bedje: wieg hoogslaper beddengoed
koelkast: vriezer koelvriescombinatie vrieskast ijskast koelvries diepvries
wasmachine: wassen_met_de_hand wasmasjien wasserette wasmasine wasmachien wasje
fornuis kookplaat gasfornuis: kookplaat oven gasstel inductie inductieplaat koken pitten
witgoed apparaten: wasmachine koelkast droger fornuis vriezer vaatwasser wasdroger magnetron
meubels inrichting: bank tafel stoelen kast stoel gordijnen vloer bankstel eettafel kledingkast
meubels inrichting: vloerbedekking laminaat lampen bed
laptop computer tablet: computer chromebook ipad tablet macbook pc printer
schoenen schoen: laarzen laars gympen gymschoenen sneakers sandalen slippers pantoffels
schoenen schoen: voetbalschoenen
winterjas: jas jassen jasje
kleding kleren: niks_om_aan_te_trekken niks_om_aan_te_doen gymschoenen sandalen slippers pantoffels
kleding kleren: voetbalschoenen jasje laars
kleding kleren: jas winterjas schoenen trui broek laarzen sokken ondergoed gympen jurk kledingbank
kleding kleren: jassen schoentjes sneakers zomerkleren winterkleren broeken truien shirts muts
babyspullen babyuitzet baby: luiers kinderwagen wiegje box flesjes maxicosi rompertjes babykamer
babyspullen babyuitzet: commode babykleertjes ledikant flesvoeding babyvoeding
luiers: pampers billendoekjes luier
kinderwagen: buggy maxicosi wandelwagen
speelgoed: lego poppen pop puzzel puzzels spelletjes knuffels playmobil autootjes bordspel step
schoolspullen schoolkosten: schooltas etui rekenmachine schriften boeken gymkleren gymspullen
schoolspullen schoolkosten: rugzak pennen woordenboek schoolboeken gymtas agenda atlas
eten boodschappen voedsel: voedselbank honger brood pasta rijst melk groente fruit supermarkt
eten boodschappen voedsel: voedselpakket maaltijd maaltijden lege_koelkast koelkast_leeg avondeten
eten boodschappen voedsel: voedselhulp niks_in_de_kast lege_kasten koelkast_is_leeg kasten_leeg
weinig_eten: lege_koelkast koelkast_leeg kasten_leeg honger voedselbank
fiets: tweewieler kinderfiets fietsje bakfiets omafiets fatbike
"""
TRANSPORT = """
lessen les: rijles rijlessen
fiets fietsen: bakfiets ebike e-bike elektrische_fiets omafiets bike fietsend trappen
bus ov: lijn buslijn halte bushalte ov openbaar_vervoer buurtbus buschauffeur
bus_trein: tram metro ov
bus: ov
trein ov: ns station sprinter intercity spoor
tram metro ov: metro tram randstadrail
ov openbaar vervoer: bus trein tram metro ov-kaart chipkaart ns buurtbus
auto: rijden wagen rijdend rijbewijs bolide waggie parkeren
taxi taxibusje: regiotaxi uber taxibus leerlingenvervoer busje
scooter brommer: snorfiets vespa brommer scootmobiel
lopend voet lopen: loop wandelen te_voet wandel benenwagen
anders: scooter brommer taxi
geen_vervoer: auto_kapot auto_stuk geen_auto geen_rijbewijs geen_bus fiets_kapot geen_fiets
vervoer: auto_kapot auto_stuk geen_auto geen_rijbewijs geen_bus auto fiets ov
"""
OTHERS = """
RIDES: fiets bus auto lopend voet trein tram metro taxi scooter brommer ov motor scootmobiel
RIDES: skateboard step
HOMES: huurwoning koopwoning huurhuis koophuis woonboot camping caravan antikraak azc hotel
HOMES: huurwoning koopwoning huurhuis koophuis asielzoekerscentrum opvanghuis
GOODS: bed koelkast wasmachine fornuis magnetron stofzuiger tafel stoelen bank kast televisie tv
GOODS: droger
GOODS: bed koelkast wasmachine fornuis oven gordijnen lampen vloerbedekking vaatwasser fiets laptop
"""
