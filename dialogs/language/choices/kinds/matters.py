"""What people say at questions of an intake: what keeps them, who helps, how it went. Data only."""

HINDRANCES = """
geen_oppas: niemand_voor_de_kleintjes niemand_voor_de_kids niemand_voor_de_kleine kon_niet_weg_bij
geen_oppas: niemand_voor_de_kinderen niemand_voor_de_baby kinderen_niet_alleen_laten
geen_oppas: niemand_voor_mijn
oppas: op_de_kleintjes_past op_de_kinderen_past op_mijn_kind_past op_ze_past op_hem_past
oppas: op_haar_past
oppas: niemand_voor_de_kleintjes niemand_voor_de_kids niemand_voor_mijn niemand_voor_hem oppasser
oppas: niemand_voor_de_kleine niemand_voor_de_kinderen niemand_voor_de_baby kon_niet_weg_bij
oppas: kinderen_alleen_thuis iemand_die_oppast iemand_die_past kinderen_niet_alleen_laten
reis reizen vervoer: buskaartje bussen reiskosten reisgeld treinkaartje kaartje ov-chipkaart ver
reis reizen vervoer: te_ver overstappen uren_onderweg lange_reis benzine benzinegeld gemiste_bus
reis reizen vervoer: afstand buschauffeur trein tram metro bus auto fiets geen_vervoer ov vervoer
spanning spannend zenuwen stress: zenuwen zenuwachtig nerveus durf_niet durfde_niet niet_durven eng
spanning spannend zenuwen stress: bang
spanning spannend zenuwen stress: angst angstig spannend
spanning spannend zenuwen stress: faalangst knikkende_knieen plankenkoorts zag_er_tegenop
spanning spannend zenuwen stress: zie_er_tegenop
spanning spannend zenuwen stress: zweethanden bibberen paniek schrik vind_het_eng gespannen gestrest
tijd: druk drukte haast agenda werk_te_veel te_druk rooster overuren kwam_er_niet_aan_toe
geld kosten: te_duur kostte_te_veel onbetaalbaar geen_cent blut kost_te_veel
taal: spreek_slecht snap_de_taal begreep_ze_niet versta_ze_niet
gezondheid ziekte ziek: griep migraine koorts ziek_geworden lag_op_bed
vergeten: ontschoten schoot_erbij_in niet_aan_gedacht helemaal_kwijt niet_in_mijn_agenda
schaamte schaam: durf_niet_te_zeggen bang_wat_ze_denken gezichtsverlies schaamde
vertrouwen wantrouwen: vertrouw_de_gemeente vertrouw_ze_niet slechte_ervaring
"""
APPOINTMENTS = """
geen_herinnering geen_bericht geen_tolk geen_hulp: hoeft_niet niet_nodig
kom komen: ben_er_om ben_er_dan zal_er_zijn ben_aanwezig tot_dan zie_jullie ben_van_de_partij
nieuwe_dag nieuwe_afspraak nieuwe_datum: andere_datum andere_keer ander_moment andere_tijd
nieuwe_dag nieuwe_afspraak nieuwe_datum: andere_dag andere_afspraak verzetten verplaatsen
andere_dag andere_datum: week_later dag_later dagje_later dag_eerder week_erna
andere_dag andere_datum: verzetten verplaatsen uitstellen nieuwe_datum nieuwe_afspraak
andere_dag: uurtje_later uur_later half_uur_later iets_later wat_later beetje_later
andere_dag: uurtje_eerder uur_eerder iets_eerder wat_eerder half_uur_eerder te_vroeg
andere_dag: later_op_de_dag eerder_op_de_dag te_laat
afzeggen afmelden annuleren: gaat_niet_door zeg_af meld_me_af hoeft_niet_meer kom_niet_meer
geen_herinnering geen_bericht: onthoud_het_zelf onthou_het_zelf onthoud_ik_zelf onthou_ik_zelf
geen_herinnering geen_bericht: zet_het_in_mijn_agenda staat_in_mijn_agenda vergeet_het_niet
geen_herinnering geen_bericht: denk_er_zelf_aan denk_ik_zelf_aan weet_het_zo_ook
avond_ervoor dag_ervoor dag_van_tevoren: avond_van_tevoren dag_van_tevoren avond_daarvoor
avond_ervoor dag_ervoor dag_van_tevoren: dag_daarvoor avond_vooraf dag_vooraf
ochtend_zelf dag_zelf: die_ochtend diezelfde_ochtend op_de_dag_zelf dezelfde_dag s_morgens_zelf
volgende_maand: komende_maand aanstaande_maand maand_hierna maand_erna begin_volgende_maand
volgende_week: komende_week aanstaande_week week_hierna week_erna over_een_week over_een_weekje
deze_week: van_de_week dezer_dagen
week: van_de_week
later: van_de_week_wel van_de_week_weer nog_even_wachten kijk_er_later een_andere_keer te_moe_nu
meer_lezen meer_weten meer_info meer_informatie uitleg: meer_over_weten meer_weten eerst_weten
meer_lezen meer_weten meer_info meer_informatie uitleg: meer_over_horen meer_info meer_uitleg
meer_lezen meer_weten meer_info meer_informatie uitleg: eerst_lezen wil_eerst_lezen nog_lezen
opnieuw: van_voren_af van_voor_af bij_het_begin overnieuw nog_een_keer van_het_begin
opnieuw: vanaf_het_begin terug_naar_het_begin nog_een_keertje weer_van_voren helemaal_overnieuw
overslaan: volgende_vraag deze_niet sla_over skip skippen pas_op_deze
vandaag: zo_gauw_mogelijk zo_vlug_mogelijk
snel spoed: direct meteen onmiddellijk gelijk nu zo_gauw_mogelijk zo_vlug_mogelijk haast urgent
snel spoed: gisteren_nog
thuis_langskomen thuis_langs huisbezoek thuis: kopje_thee kopje_koffie bij_mij_aan_tafel
thuis_langskomen thuis_langs huisbezoek thuis: deur_niet_uit
thuis_langskomen thuis_langs huisbezoek thuis: niet_de_deur_uit naar_mij_toe naar_ons_toe
thuis_langskomen thuis_langs huisbezoek thuis: aan_mijn_deur
bellen telefonisch telefoon: aan_de_lijn iemand_spreken iemand_aan_de_telefoon hoor_liever_een_stem
bellen telefonisch telefoon: liever_praten mondeling
brief post: papier_in_de_bus door_de_bus door_de_brievenbus in_de_bus
mail e-mail mailen email: digitaal_bericht digitaal
bericht appen whatsapp app: typen tekst spraakbericht spraakbericht
buurthuis wijkcentrum buurtcentrum: buurtcentrum wijkcentrum huis_van_de_wijk wijkhuis dorpshuis
buurthuis wijkcentrum buurtcentrum: ontmoetingscentrum inloophuis buurtkamer huiskamer_van_de_wijk
stadhuis gemeentehuis kantoor: bij_de_gemeente stadskantoor loket balie stadswinkel
online digitaal: achter_de_computer op_de_computer via_internet beeldscherm
"""
HELPERS = """
consultatiebureau: cb wegen gewogen prikken prikjes prikje inenting inentingen vaccinatie
consultatiebureau: vaccinaties
consultatiebureau: groeiboekje jeugdarts jeugdverpleegkundige wijkzuster vaccin
verloskundige: vroedvrouw verloskundigenpraktijk kraamverzorgster echo bevalling vk
hulpverlener begeleider professional: voor_een_gezin voor_een_client namens_een voor_mijn_client
hulpverlener begeleider professional: vanuit_het_wijkteam dat_ik_begeleid die_ik_begeleid
hulpverlener begeleider professional: ik_begeleid
hulpverlener begeleider professional: beroepskracht wijkteam jeugdconsulent casemanager
hulpverlener begeleider professional: maatschappelijk_werker maatschappelijk_werkster gezinscoach
maatje maatjesproject vrijwilliger: humanitas buddy maatje vrijwilliger vrijwilligster
budgetcoach budgethulp: uitgaven_bekijken meekijkt_naar_mijn_uitgaven naar_mijn_uitgaven
budgetcoach budgethulp: thuisadministratie
budgetcoach budgethulp: op_orde_brengen kasboek budgetcursus schuldhulpmaatje
bewindvoerder bewind: onder_bewind leefgeld mijn_bewindvoerster bewindvoerster
met_hulp hulp samen: met_iemand_erbij vrijwilliger maatje leest_voor leest_de_brieven helpt_me
met_hulp hulp samen: helpt_mij met_een_ander vult_het_in_voor doet_het_voor_mij regelt_het_voor_mij
met_hulp hulp samen: regelt_mijn kijkt_met_me_mee
zelfstandig zelf: alles_zelf zonder_hulp regel_het_zelf ik_zelf eigen_houtje
gezondheid: psycholoog psychiater therapeut
psycholoog ggz: therapeut psychiater emdr gesprekken_bij_de poh-ggz trauma_behandeling
gebracht: rijdt_me rijdt_mij brengt_me brengt_mij brengen_me krijg_een_lift een_lift rijd_mee
gebracht: rij_mee
gebracht: meerijden zet_me_af haalt_me_op haalt_mij_op rijden_me breng_mij
gebracht: word_gehaald word_opgehaald
gastouder gastouderopvang: bij_haar_thuis bij_hem_thuis bij_iemand_thuis bij_een_mevrouw in_huis_bij
gastouder gastouderopvang: bij_een_vrouw_thuis gastoudergezin
peuterspeelzaal peuteropvang voorschool: peuterspeelzaal voorschool psz vve peutergroep speelzaal
peuterspeelzaal peuteropvang voorschool: speelleergroep peuterklas
bso buitenschoolse naschoolse: na_schooltijd naschools tot_6_uur_na_school
dagopvang kinderdagverblijf creche: creche kdv kinderdagverblijf babygroep
oma opa grootouder grootouders: kleinkind kleinkinderen kleinzoon kleindochter kleinkids
pleegouder pleegouders: pleegkind pleegzoon pleegdochter uit_huis_geplaatst bij_ons_geplaatst
jongen: zoon zoontje jongetje mannetje ventje kereltje jochie knul broertje
meisje: dochter dochtertje meid meisie prinses prinsesje dametje zusje
kind_al baby_al: bevallen geboren net_bevallen pas_geboren is_er_al kraamweek pasgeboren
kind_geboren baby_geboren: bevallen geboren is_er_al
zwanger: baby_onderweg baby_op_komst kindje_op_komst kindje_onderweg kleintje_op_komst
zwanger: tweede_op_komst derde_op_komst tweede_onderweg derde_onderweg baby_in_de_buik
zwanger: kind_in_de_buik
zwanger: in_de_buik in_mijn_buik op_komst onderweg in_verwachting uitgerekend echo
geen_open: ongeopend ongeopende gesloten_enveloppen laat_de_post_liggen doe_de_post_niet_open
tolk: spreekt_mijn_taal spreekt_arabisch spreekt_turks spreekt_pools spreekt_tigrinya vertaalt
tolk: die_arabisch die_turks die_pools die_tigrinya die_engels iemand_die_vertaalt tolkentelefoon
geen_tolk: spreek_goed_nederlands spreek_nederlands nederlands_is_goed versta_alles
geen_tolk: spreek_de_taal spreek_prima_nederlands
makkelijk_nederlands eenvoudig_nederlands: makkelijke_woorden simpele_woorden korte_zinnen
makkelijk_nederlands eenvoudig_nederlands: eenvoudige_woorden makkelijke_taal simpele_taal
makkelijk_nederlands eenvoudig_nederlands: simpel_nederlands gewone_woorden jip_en_janneke
"""
PROGRESS = """
toegekend: goedgekeurd gekregen heb_gekregen krijg_het
afgewezen: geweigerd afgekeurd nee_gekregen niet_gekregen
aangevraagd: wacht_op wachten_op in_behandeling loopt
rekening: staat_open staat_nog_open iets_open openstaand openstaande factuur facturen nota aanmaning
rekening: moet_nog_betalen nog_niet_betaald nog_schuldig acceptgiro rekeningen
op_tijd: altijd_netjes netjes_op_tijd eerste_van_de_maand automatisch automatische_incasso
op_tijd: nooit_te_laat altijd_stipt stipt trouw_elke_maand
te_laat: dagen_later weken_later na_de_aanmaning
geen_betaal: gestopt_met_betalen stopgezet betaal_niks_meer kan_niet_meer_betalen
te_weinig: karig lege_borden maaltijd_over maaltijden_over sla_een_maaltijd
te_weinig: slaan_een_maaltijd
te_weinig: eten_minder met_honger_naar_bed
vast vaste: dezelfde_tijden zelfde_tijden zelfde_uren dezelfde_uren dezelfde_dagen zelfde_dagen
vast vaste: altijd_dezelfde altijd_hetzelfde vast_rooster elke_week_hetzelfde nooit_anders
wisselend wisselende: ander_rooster andere_uren rooster_verandert verschillende_tijden onregelmatig
wisselend wisselende: verschillende_dagen elke_week_anders steeds_anders nooit_hetzelfde oproep
wisselend wisselende: onregelmatige ploegendienst ploegen
uitkering: sdd sociale_dienst_drechtsteden vult_aan aanvullend aanvulling stadsbank ioaw
werk baan: poets poetsen schoonmaken bezorgen
eigen_baas eigen_bedrijf zzp: schoonmaakbedrijf klusbedrijf bedrijfje eigen_winkel eigen_zaak kvk
eigen_baas eigen_bedrijf zzp: zzp zzper freelance freelancer ondernemer voor_mezelf eigen_salon
eigen_baas eigen_bedrijf zzp: schoonmaakbedrijfje klusbedrijfje eigen_bedrijfje webshop
sociale_huur: woningcorporatie corporatie woningbouw woonstichting trivire woonbron ymere vestia
sociale_huur: woonbedrijf woonkracht10 portaal rochdale eigen_haard woningbouwvereniging
particuliere particulier: huisbaas vrije_sector pararius kamernet verhuurder huisjesmelker
inwonend: bij_mijn_zus_in bij_mijn_broer_in bij_mijn_ouders_in bij_mijn_moeder bij_mijn_zus
inwonend: bij_mijn_ouders bij_familie_in bij_vrienden_in wonen_in_bij inwonen zitten_in_bij
inwonend: bij_mijn_broer bij_mijn_schoonouders
dakloos: nergens_een_plek geen_plek geen_dak op_straat zwerf nergens_terecht
opruimen: bende rommel rotzooi zooitje puinhoop troep rommelig zwijnenstal ontploft chaos
wassen: strijk strijken wasmachine wasgoed vuile_was wasmand de_was
koken: eten_klaarmaken eten_maken warm_eten maaltijd_maken
boodschappen: supermarkt ah jumbo lidl aldi winkelen
flesvoeding: melkpoeder poedermelk nutrilon flesjes kunstvoeding
autostoel autostoeltje maxi-cosi maxicosi: maxicosi maxi-cosi autozitje kinderzitje
bed bedje ledikant: wieg wiegje ledikantje kinderbed kinderbedje
schooltas: rugzak boekentas rugtas
schoolreisje schoolreis: dagtocht ouderbijdrage kamp schoolkamp uitje excursie werkweek
rekenmachine: casio
gymspullen gymkleren gymkleding: gymschoenen gympen sporttas gymtas sportkleren sportbroek
speelgoed: om_mee_te_spelen speelspullen iets_om_te_spelen knuffel knuffels duplo blokken
boekjes boeken: prentenboek prentenboeken voorleesboek voorleesboeken leesboek leesboeken
scouting: padvinderij padvinders welpen kabouters
niks niets geen NONE: geen_hobby geen_hobbys geen_club
voetbal: ballen balletje balletje_trappen
consultatiebureau: wegen_en_prikken
piekeren: denken te_denken malen nadenken gedachten tobben zorgen_maken hoofd_staat_niet_stil
slecht_slapen slaap slapen: woelen te_woelen draaien_in_bed wakker_liggen
geen_eetlust: geen_hap krijg_niks_naar_binnen eet_bijna_niks geen_trek eten_staat_me_tegen
school: leraren leraar juf meester klas docenten
buurt: straat wijk hier_in_de_straat in_de_straat buren
formulier: vakjes aanvraag aanvragen aanvraagformulier invullen
brief: willen_van_me wat_er_staat
rekening_betalen: factuur nota acceptgiro betalen
alimentatie kinderalimentatie: vader_betaalt vader_van_de_kinderen_betaalt moeder_betaalt
creditcard: visa mastercard american_express
digid: dig_id
tandarts: tanden gebit kiezen kies beugel
"""
OFFICES = """
verhuurder huisbaas: woningstichting woningcorporatie corporatie woningbouw woningbouwvereniging
verhuurder huisbaas: huisbaas huurbaas trivire woonbron ymere vestia particulier woonpunt
energiebedrijf energieleverancier: vattenfall eneco essent greenchoice budget_energie oxxio engie
energiebedrijf energieleverancier: vandebron gasbedrijf energiemaatschappij energiedirect
waterbedrijf: vitens evides dunea pwn brabant_water waternet
zorgverzekeraar: cz vgz menzis zilveren_kruis achmea ohra ditzo fbto onvz dsw
belastingdienst: blauwe_brief blauwe_envelop blauwe_enveloppen toeslagen aangifte
gemeente: bijzondere_bijstand sociale_dienst wmo consulent klantmanager stadhuis burgerzaken
gemeente: stadskantoor gemeenteloket
uwv: ww wia wajong keuringsarts werkbedrijf verzekeringsarts
ggd: jeugdarts consultatiebureau schoolarts vaccinatie
politie: wijkagent agent aangifte_gedaan
rechtbank advocaat jurist: rechter juridisch_loket advocate rechtszaak
voedselbank: krat kratje voedselpakket pakket_eten
kledingbank: kleding_gratis tweedehands_kleding
verblijfspas verblijfsdocument verblijfskaart: ind verblijfsvergunning verblijf statushouder
paspoort: reisdocument
id-kaart identiteitskaart identiteitsbewijs: id id-bewijs legitimatie
fysiotherapeut fysio: fysiotherapie oefentherapie manuele_therapie
logopedist logopedie: spraaktherapie praatles stotteren
dietist: voedingsdeskundige
tandarts: orthodontist mondhygienist beugel gebit kiezen
opticien bril: brillenwinkel lenzen glazen hans_anders specsavers
thuiszorg wijkverpleging: wijkverpleegkundige steunkousen
"""
GOODS = """
tablet: ipad
computer laptop: laptop chromebook macbook pc desktop notebook computer
telefoon mobiel: smartphone mobieltje iphone gsm
vloer vloerbedekking: laminaat zeil tapijt parket pvc kale_vloer beton
gordijnen: vitrage rolgordijn rolgordijnen lamellen jaloezieen luxaflex overgordijnen
tafel: eettafel eethoek salontafel bureau
stoelen stoel: eetkamerstoelen kinderstoel bureaustoel kruk
bank: zitbank bankstel hoekbank slaapbank sofa
kast: kledingkast ladekast commode garderobekast
lampen lamp: verlichting peertjes
stofzuiger: stofzuigen
koelkast: ijskast koelvries vriezer
wasmachine: wasmasjien
droger: wasdroger
fornuis: kookplaat oven inductie gasstel
verf behang: schilderen verven behangen
cv curriculum: curriculum_vitae resume
sollicitatiebrief motivatiebrief: motivatiebrief motivatie brief_schrijven sollicitatiebrief
gesprek sollicitatiegesprek: uitgenodigd uitnodigen op_gesprek
kleding kleren: pak colbert blouse overhemd rok jurkje kinderkleding babykleding rompers
kant-en-klaar: magnetronmaaltijd magnetron pizza afhaal thuisbezorgd diepvriesmaaltijd snackbar
kant-en-klaar: afhaalchinees patat
koken: keuken potten_en_pannen achter_het_fornuis
werk_zoeken baan_zoeken zoek werkzoekend: aan_de_slag weer_werken baan_vinden solliciteren vacatures
werk_zoeken baan_zoeken zoek werkzoekend: aan_het_werk_komen werk_vinden nieuwe_baan
betaal_zelf zelf: eigen_zak eigen_portemonnee eigen_geld zelf_betalen
krijg_hulp: doet_boodschappen_voor helpt_me helpt_mij helpen_me helpen_mij voor_me
help_iemand ik_help: zorg_voor_mijn mantelzorg mantelzorger help_mijn verzorg_mijn
regeling: afbetalen in_stukjes in_termijnen gespreid_betalen
fietsen: trappen
zwembad: zwemmen waterpret
bioscoop film: filmpje pathe
dierentuin: diergaarde blijdorp artis
pretpark: efteling walibi duinrell
"""
ANSWERS = """
lukt: red_me_wel kom_er_wel_uit komt_wel_goed
zelf: red_me_wel zoek_zelf_uit zoek_ik_zelf_uit zelf_uitzoeken kom_er_wel_uit doe_ik_zelf
oppas: iemand_voor_de_kleintjes iemand_voor_de_kinderen iemand_voor_de_kleine iemand_voor_de_baby
straks: onderweg kom_eraan kom_er_aan ben_er_zo er_bijna
andere_dag: kan_niet_komen ben_ziek
helper: begeleider begeleidster verloskundige hulpverlener hulpverleenster kraamzorg wijkteam
helper: maatschappelijk_werker coach vrijwilliger maatje casemanager jeugdhulp
bericht: typ schrijf_het_hier hier_schrijven
alle_kleuren: maakt_niet_uit neutraal geel groen wit beige
ergens_anders: bieb bibliotheek buurthuis cafe park
weekend: zaterdag zondag zaterdags zondags
geen_tips: hou_op hou_maar_op stop_met stop_maar
dicht_bij: in_de_buurt om_de_hoek loopafstand vlakbij dichtbij hier_in_de_wijk
dichtbij: in_de_buurt om_de_hoek loopafstand vlakbij hier_in_de_wijk
lastig: niet_brengen kan_ze_niet_brengen kan_hem_niet_brengen kan_haar_niet_brengen
meer_kinderen: alle_drie alle_twee alle_kinderen allemaal
ander_kind: broertje zusje jongste oudste
gaat_goed: naar_haar_zin naar_zijn_zin naar_hun_zin naar_mijn_zin
nieuwe_stap: andere_stap iets_nieuws een_andere
verder doorgaan: volgende
school: etui pennen schriften rugzak
nacht: nachtdienst nachtdiensten
schooltijd: op_school_zitten op_school_zijn naar_school_zijn op_school_is
na_school: school_uit uit_school school_is_uit school_uit_is
"""
