"""What people say for papers, paying, chores, rooms, and where something came from. Data only."""

PAPERS = """
id-kaart id identiteitskaart identiteitsbewijs: identiteitskaart legitimatie identiteitsbewijs
id-kaart id identiteitskaart identiteitsbewijs: id-bewijs
rijbewijs: roze_pasje autorijden mag_autorijden rijles rijexamen
geen_papieren: illegaal ongedocumenteerd zonder_papieren uitgeprocedeerd
behandeling: wacht_op_ind bezig_bij loopt_nog wacht_nog procedure nog_bezig
verblijfsvergunning verblijf: ind verblijfspas status statushouder verblijfsdocument
paspoort: reisdocument pas
digid: inlogcode inloggen
bsn burgerservicenummer: sofinummer
uittreksel: basisregistratie geboorteakte
contract arbeidscontract: werkcontract
loonstrook salarisstrook: loonbriefje strookje
bankafschrift: afschrift afschriften
huurcontract: huurovereenkomst
brief post: folder flyer aanslag envelop
diploma: papiertje certificaat
"""
PAYING = """
pinnen pin bankpas: bankpas pinpas pasje kaart
contant cash: cash briefjes muntgeld kleingeld handje
overmaken overschrijven bank: bank_app internetbankieren bankapp overschrijven ideal zelf_over
automatische incasso: afschrijven automatisch machtiging
tikkie betaalverzoek: betaalverzoek
gratis: niks_betalen kosteloos
duur kosten geld: kost_teveel kost_te_veel prijzig onbetaalbaar geen_geld_voor kan_ik_niet_betalen
duur kosten geld: geen_geld
duur kosten geld: te_duur budget kan_het_niet_betalen bakken_met_geld niet_te_betalen veel_geld
"""
REASONS = """
ver afstand: kant_van_de_stad reizen eind_weg einde_weg niet_in_de_buurt uren_reizen reistijd
ver afstand: eind_fietsen
ver afstand: kwartier_fietsen kom_er_niet uur_rijden
geen_tijd tijd: agenda_zit_vol agenda_vol druk werk_de_hele_week te_druk kom_er_niet_aan_toe
geen_tijd tijd: geen_ruimte
geen_tijd tijd: drukte werk_fulltime overal_geen_tijd
druk: handen_vol agenda_vol
vergeten: niet_aan_gedacht nooit_aan_gedacht schoot_me ontschoten uit_mijn_hoofd door_mijn_hoofd
vergeten: stom_van_me
vergeten: glad_vergeten vergat ging_langs_me_heen
ziek: griep koorts op_bed snotverkouden buikgriep lig_ziek misselijk overgeven gips spugen
geen_oppas: niemand_voor_de_kleine niemand_voor_de_kinderen oppas_ziek oma_kon_niet geen_opvang
geen_oppas: oppas_zegde_af niemand_die_op
werken werk: baas late_dienst vroege_dienst dienst kreeg_geen_vrij geen_vrij rooster ingeroosterd
geen_geld_bus geen_vervoer: zonder_kaartje ov_kaart_opladen saldo kaartje_niet_betalen
geen_geld_bus geen_vervoer: kaart_niet_opladen
geen_vervoer vervoer: bus_reed_niet lekke_band staking auto_start_niet trein_viel_uit
geen_wil: geen_zin durft_niet vindt_het_niet_leuk weigert wil_hij_niet wil_ze_niet wil_niet
bang durf: angst schaamte schaam durf_niet zenuwachtig
schaamte: schaam_me gene buren_weten
taal: snap_de_taal_niet begrijp_geen_nederlands spreek_slecht
wachtlijst wachten: wachtlijst lange_wachttijd staan_op_een
weer: regen storm sneeuw glad
"""
CHORES = """
koken: eten_maken pannen maaltijd_bereiden gekookt eten_klaarmaken
schoonmaken poetsen huishouden: stofzuigen dweilen ramen_lappen was poetsen soppen opruimen strijken
schoonmaken poetsen huishouden: wc_doen afwassen afwas afstoffen ramen_zemen
boodschappen: supermarkt winkelen markt aldi lidl appie jumbo winkel
oppassen kinderen: kinderen_letten letten babysitten
tuinieren: tuin tuintje moestuin plantjes volkstuin wroeten wieden
koken: kokkerellen kokerellen bakken keuken_staan
tuin: grasmaaien snoeien onkruid planten
klussen: verven behangen boren lamp_ophangen schilderen
vervoer brengen: rijden_naar ophalen brengen
badkamer: douche bad wc toilet lekkende_kraan
keuken: kookplaat aanrecht gootsteen oven afzuigkap
woonkamer huiskamer: bank zitbank televisie salontafel
slaapkamer: bed matras kledingkast nachtkastje
tuin buiten: balkon
verwarming: cv kachel ketel koud radiator
"""
SOURCES = """
gevonden internet online zelf: facebook google instagram website site internet opgezocht tiktok
gevonden internet online zelf: gezien_op
vrienden bekenden bekende: vriendin kennis buurvrouw hoorde_van via_via
krant: krantje huis-aan-huisblad
gemeente: stadhuis consulent wethouder sociale_dienst brief_van_de_gemeente balie
school: juf meester leraar mentor rapport klas
video filmpje: youtube film filmpje vlog beeld video clip
luisteren audio spraakbericht: podcast voorlezen inspreken luister ingesproken geluid
lezen tekst: artikel boekje
spraak: praten inspreken spraakbericht voice voicebericht opnemen
tekst: typen schrijven
lezen_lastig: laaggeletterd analfabeet dyslexie dyslectisch
zonder_naam: anoniem
leest lees niets: kan_niet_lezen analfabeet
vrouw: dame vrouwelijk vrouwelijke meid mevrouw juffrouw zij meisje
man: meneer heer mannelijk mannelijke kerel gozer vent
geen_voorkeur uit: egaal allebei_goed
binnenshuis binnen: binnen kou warm_binnen niet_in_de_kou overdekt
buiten: park tuin frisse_lucht straat
dichtbij buurt: om_de_hoek in_mijn_wijk loopafstand hier_in_de_buurt
geleden vroeger: jaren_terug toen_ik_klein_was jaren_geleden jeugd kindertijd ooit lang_terug
gescheiden scheiding: uit_elkaar gesplitst exman ex gescheiden_van scheiding van_mijn_man_af
samenwonend samen: vriend_woont_bij vriendin_woont_bij wonen_samen samen_wonen woon_met_mijn_vriend
samenwonend samen: woon_samen woon_met_mijn_vriendin
getrouwd: trouwboekje boterbriefje gehuwd bruiloft mijn_man mijn_vrouw echtgenoot echtgenote
alleenstaand alleen: single vrijgezel geen_partner alleenstaande_ouder geen_man geen_relatie
relatie: verkering vriend vriendin daten ex mijn_ex gaan_scheiden scheiding ruzie_thuis
relatie: ruzie_met_mijn_man ruzie_met_mijn_vriend uit_elkaar
zwanger: in_verwachting uitgerekend weken_zwanger echo dikke_buik verloskundige 20_weken 30_weken
bevallen: net_geboren pas_geboren vorige_week_geboren baby_is_er kraamweek keizersnede geboren
overleden: dood gestorven
"""
SCHOOL = """
ontbijt avondeten lunch: maaltijden
zwemmen: zwemles
geboren: ter_wereld geboren_en_getogen wieg_stond opgegroeid
expat: voor_mijn_werk_hier asml kennismigrant philips shell
speciaal: so met_een_busje busje leerlingenvervoer
diploma zonder: nooit_afgemaakt niet_afgemaakt school_niet_afgemaakt geen_papiertje
hbo hoger: universiteit uni master bachelor universitair
gastouder: mevrouw_thuis vrouw_thuis bij_iemand_thuis via_een_gastouderbureau
samen gezellig: met_zijn_allen aan_tafel
gepest pesten: uitgescholden uitgelachen buitengesloten pest pesten schelden_hem geslagen_op_school
gepest pesten: whatsapp_groep
geen_klachten: gezond kerngezond niks_mis niks_mankeert mankeert_niks mankeer_niks gaat_goed
geen_klachten: kan_niet_klagen niks_te_klagen
klaar_school: diploma_al heeft_diploma_al diploma_gehaald diploma_binnen afgestudeerd geslaagd
klaar_school: examen_gehaald gaat_niet_meer_naar_school
basisschool: basisonderwijs
geen_school: kinderdagverblijf peuteropvang
klaar_school: van_school_af school_af school_afgerond werkt_al werkt_nu werkt_gewoon
geen_school: moet_nog_beginnen
leren leert: rekenen blijft_zitten blijven_zitten onvoldoendes slechte_cijfers taalachterstand
leren leert: leesachterstand
leren leert: blijft_achter leesniveau concentratie toetsen cito
geen_school: buikpijn_en_huilen schoolweigering spijbelt huilt_elke_ochtend buikpijn thuiszitter
geen_school: weigert_school
geen_wil: buikpijn weigert durft_niet
goed gaat: geen_klachten geen_problemen goede_cijfers tienen vrolijk_naar_school fluitend
goed gaat: mooi_rapport niks_te_klagen
goed: geen_klachten niks_mis
gezond: niks_mis geen_klachten kerngezond mankeert_niks fit niets_mis niks_aan_de_hand zo_gezond
astma: puffer pufje benauwd ventolin luchtwegen
allergie: noten pinda lactose gluten koemelk hooikoorts allergisch
diabetes: suiker suikerziekte insuline suikerpatient
epilepsie: toevallen
roken: sigaretten peuken peuk vapen vape shag vapet sigaret
alcohol drank: bier biertje wijn drinken drinkt wodka borrel drinken_te_veel jenever sterke_drank
drugs: blowen wiet joint coke xtc cocaine speed hasj blow lachgas
gokken: casino gokkast online_casino wedden krasloten toto poker
vakantie: weg_met_de weekje_weg reis kamp camping efteling dagje_uit strand
verjaardag: jarig taart slingers cadeau feestje traktatie trakteren kinderfeestje
huiswerk: bijles wiskunde sommen leren_plannen spelling
onrustig druk: stil_zitten niet_stil_zitten wiebelt stuitert springerig hyper druk
boos driftig: slaat_alles_kapot gooit woede driftbui driftbuien schopt ontploft gillen
bang angstig: schrikt nachtmerries verlatingsangst monsters paniek durft_niet
verlegen: stil_in_de_klas teruggetrokken durft_niks
zindelijk: luier plast potje
moeilijk: lastig zwaar niet_makkelijk pittig ramp ellende
makkelijk: eitje piece_of_cake simpel kinderspel easy
collega's collegas: mensen_op_mijn_werk werkvloer collega van_mijn_werk
buren buurt: overbuurvrouw overbuurman hiernaast bovenbuurvrouw benedenbuur straat_genoten
vrienden: maat maten matties vriendengroep beste_vriend beste_vriendin
"""
