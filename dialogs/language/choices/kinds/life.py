"""What people say for feelings, for how they live and for what they do on a day. Data only."""

FEELINGS = """
moe vermoeid uitgeput: op_is_op kan_niet_meer slaap_tekort lig_op_mijn_gat zo_moe gesloopt_ben slap
boos kwaad: pis_pissig ziedend razend_boos kook irritatie ergernis irriteer woede pissed
verdrietig somber: verdriet_om rouwen huilbui tranen_met gebroken_van mis_hem mis_haar gemis
bang angstig: in_paniek doodsangst doods_bang vrees trillen wakker_van_angst
blij gelukkig: lach lachen joepie yes_gelukt super_blij zo_blij jippie feest
rustig kalm: op_mijn_gemak rust_in_mijn_hoofd relaxt chillen chilling rustige
gespannen stress: bloednerveus spanning stressen zweet stijf_van_de
eenzaam: alleen_voelen niemand_die_belt mis_mensen
moe vermoeid uitgeput: uitgeput bekaf geen_puf afgemat kapot doodmoe leeg geen_energie gesloopt
moe vermoeid uitgeput: gebroken doodop helemaal_op bek_af
slecht_slapen slaapproblemen: slaap_niet slapen_niet lig_wakker lig_elke_nacht_wakker
slaap_slecht: wakker uren_wakker slaap_niet slaap_amper doe_geen_oog_dicht geen_oog_dicht
slecht_slapen slaapproblemen: amper_slaap slapeloos
slecht_slapen slaapproblemen: slapeloosheid slaap_bijna_niet slaap_amper doorwaakte_nachten
geen_eetlust: eet_amper eet_niet eet_bijna_niet geen_trek krijg_niks_weg eten_lukt_niet
hoofdpijn: kop_bonkt migraine bonkend_hoofd barstende_koppijn koppijn
piekeren: malen maal_de_hele_nacht zorgen_in_mijn_hoofd zorgen_maken hoofd_staat_niet_stil tobben
zorg_alleen alleen_zorg: alleenstaande alleenstaand alleenstaande_moeder eenoudergezin
alleen alleenstaand: alleenstaande_moeder
zorg_alleen alleen_zorg: in_mijn_eentje alles_alleen in_me_eentje doe_het_alleen sta_er_alleen_voor
moe vermoeid uitgeput: op_ben uitgeblust moeheid vermoeidheid slaaptekort niet_vooruit_te_branden
slecht_slapen: slaap_slecht slecht_geslapen slaapt_slecht lig_wakker wakker_liggen geen_slaap
moe vermoeid uitgeput: en_op ben_op slaap_slecht slecht_geslapen futloos lusteloos geen_fut gaar
moe vermoeid uitgeput: kaduuk
boos kwaad: pissig kwaad woedend woest boosheid razend chagrijnig geirriteerd nijdig laaiend pist
boos kwaad: ontploffen furieus kwaadheid pis_nijdig witheet gepikeerd gefrustreerd frustratie
boos kwaad: agressief
verdrietig somber: huilen huil somber verdriet tranen janken jank treurig down rouw gebroken_hart
verdrietig somber: huilerig bedroefd depri neerslachtig sip verdriet huilend
bang angstig: angst angstig doodsbang doodsbenauwd benauwd schrik paniek bangig bibber durf_niet
bang angstig: angsten
blij gelukkig: gelukkig vrolijk happy opgewekt tevreden zonnetje dolblij zielsgelukkig in_de_wolken
gespannen zenuwachtig nerveus: zenuwachtig nerveus stress gestrest knoop_in_mijn_maag opgejaagd
gespannen zenuwachtig nerveus: onrustig
gespannen zenuwachtig nerveus: zenuwen buikpijn_van spanning gestresst nervositeit op_scherp
opgelucht: last_van_mijn_schouders pak_van_mijn_hart opluchting eindelijk_rust gerustgesteld
eenzaam alleen: eenzaamheid niemand_om_mee isolement geisoleerd
schaamte schaam: schaam beschaamd gene ik_schaam_me
trots: glim gegroeid
rustig kalm: kalm ontspannen relaxed sereen zen vredig
onzeker: twijfel onzekerheid weet_het_allemaal_niet
hoop hoopvol: hoop positief optimistisch vertrouwen
"""
CARE = """
autisme ass: ass pddnos pdd-nos asperger autist autistisch autismespectrum
adhd add: add druk_als hyper hyperactief concentratie ritalin druk_kind aandachtsstoornis stuiterbal
dyslexie: dyslectisch leesprobleem dyslect leesproblemen
geen_diagnose: niks_vastgesteld nooit_iets_vastgesteld niet_onderzocht nooit_onderzocht nooit_getest
medicijnen medicatie pillen: pillen pilletjes tabletten ritalin antidepressiva pil slaappillen
medicijnen medicatie pillen: concerta
medicijnen medicatie: paracetamol insuline oxazepam drankje apotheek recept
gesprekken therapie psycholoog: therapie psycholoog therapeut praten emdr cgt gesprekstherapie
gesprekken therapie psycholoog: sessies
psycholoog ggz: therapeut psychiater psychologe ggz emdr poh-ggz therapie psych
dagbehandeling dagbesteding: kliniek dagkliniek groepstherapie opgenomen dagopvang_ggz
mantelzorg ouder: dement dementie alzheimer beroerte bejaarde thuiszorg_voor verzorg_mijn_moeder
mantelzorg ouder: pa_verzorg
kind beperking zorgkind: down downsyndroom gehandicapt_kind spasme spastisch verstandelijk rolstoel
kind beperking zorgkind: zorgkind
kind beperking zorgkind: epilepsie lvb ontwikkelingsachterstand
geen_hulp: red_me_prima_zelf red_mezelf red_me_wel kan_het_zelf doe_alles_zelf van_niemand zelf_wel
geen_hulp: red_ik_zelf niemand_helpt helpt_niemand red_me_prima sta_er_alleen_voor niemand_nodig
tolk vertaler: vertaler vertaling vertalen translator interpreter tlumacz tercuman
tolk vertaler: praat_geen_nederlands
tolk vertaler: nederlands_is_niet_goed spreek_geen_nederlands slecht_nederlands nederlands_is_slecht
meegaat meegaan mee: naast_me_zit gaat_mee_naar meekomt meegaat iemand_bij_me begeleiding samen_naar
oppas opvang: waar_ik_de_kleine_moet_laten waar_de_kinderen_heen oppas_nodig niemand_om_op_te_passen
vrijwilliger maatje: maatje humanitas buddy vrijwilligster home-start gratis_hulp vrijwilliger
gemeente ambtenaar: ambtenaar consulent klantmanager medewerker_van_de_gemeente wethouder stadhuis
ouder ouders: lotgenoot moeder_die lotgenoten andere_moeder andere_vader
bekende: buurvrouw vriendin zus collega tip_van getipt buurman kennis nicht schoonzus
mezelf zelf gevonden internet: google internet gezien_op gevonden facebook instagram zelf_gevonden
mezelf zelf gevonden internet: flyer opgezocht
zelf: zelluf ikzelf mijzelf doe_ik_zelf in_mijn_eentje zonder_hulp alleen_doen eigen_houtje red_ik
zelf: zelfstandig
zelfstandig: zelf alleen zonder_hulp eigen_houtje ikzelf
samen: tweeen zijn_tweeen samen_met met_jou met_zijn_allen met_iemand_erbij
hulp: alleen_als begeleider met_iemand
borstvoeding borst: kolven kolf aan_de_borst
flesvoeding fles: nutrilon poedermelk
roken: sigaretten peuk peuken vape shag
"""
DAY = """
volgende: volgende_vraag verder doorgaan ga_door ga_verder next kom_maar_op
ontbijt: boterham_s_morgens cornflakes opstaan_eten muesli smorgens ochtends yoghurt
lunch: middageten tussen_de_middag brood_om_twaalf boterhammen_om_12 twaalfuurtje lunchpauze
lunch: broodtrommel
avondeten diner: avondmaaltijd warm_eten warme_maaltijd savonds avonds diner
tussendoortje snack: fruit koekje chips snoep tussendoor vieruurtje koek
eten: lust spuugt kieskeurig boterham boterhammen bord tafel hap happen kauwt proeft
gegeten eten: aan_tafel pannenkoeken avondeten gekookt etentje spaghetti maaltijd
bed slapen: lagen_erin lagen_ze_erin in_bed bedtijd erin_liggen slapen_gelegd in_slaap
buiten: park speeltuin wandeling wandelen bos strand gefietst modder tuin fietsen wandelingetje
buiten: fietstocht
buiten: wandeltocht plein kinderboerderij zwembad naar_het_bos frisse_lucht voetballen_buiten
geschreeuwd: stem_verheven rustig_gebleven niet_gegild
niet_geschreeuwd: stem_niet_verheven rustig_gebleven kalm_gebleven
schermtijd scherm: telefoon tablet ipad gamen game tiktok youtube roblox fortnite playstation mobiel
schermtijd scherm: tv
schermtijd scherm: televisie netflix nintendo switch computer minecraft schermpjes filmpjes
slapen slaap: wakker nachten nachtmerrie inslapen doorslapen nacht insomnia bedplassen slaapt_niet
luisteren: luistert doet_niet_wat tegen_zegt brutaal grote_mond nee_is_zijn niemand_doet_wat
luisteren: wat_ik_zeg doet_het_niet gehoorzamen luistert_niet koppig
ruzie: vechten vechten_elkaar slaan tent_uit schreeuwen schelden bonje knokken
online: teams zoom videobellen beeldbellen facetime webcam internet videogesprek laptop skype
online: google_meet
wijkcentrum buurthuis: buurthuis buurtcentrum buurtkamer dorpshuis wijkgebouw inloophuis
schoolplein school: hek bij_het_hek schoolplein plein klaslokaal klas
thuis: bank op_de_bank keukentafel bij_mij bij_ons woonkamer huiskamer bij_mijn_thuis
brief post: post papier per_post envelop brievenbus op_papier zwart_op_wit
voorlezen: hardop ogen_zijn_slecht luisteren slechtziend zie_slecht blind bril_kwijt kan_niet_lezen
uitleg uitlegt: snappen begrijpen moeilijk moeilijke_woorden helpt_snappen te_moeilijk uitgelegd
stoppen: kappen kap_ermee hou_ermee_op stop ophouden klaar_mee houd_op weg_ermee
pauze: zo_terug ben_zo_terug even_weg ben_zo_weer momentje even_wachten straks_verder even_stoppen
doorgaan verder: door kom_maar_op ga_door next volgende_vraag
naam: mijn_naam mag_zeggen_wie naam_erbij wie_het_zei
anoniem: niet_mijn_naam zonder_naam niemand_hoeft_te_weten niet_weten_dat_ik anonym geheim
anoniem: mijn_naam_niet
foto: plaatje afbeelding beeld kiekje selfie
geen_foto: alleen_tekst zonder_plaatje
openbare openbaar: openbaar neutraal gewone_school
katholieke katholiek: communie pastoor rooms katholiek st sint kerk kapel
islamitische islam: moskee koran islam bidden moslim islamitisch
christelijke protestants: bijbel gereformeerd christelijk protestant dominee
vluchteling: gevlucht oorlog azc statushouder asiel asielzoeker gevluchte vluchtte
expat: werk_hier_komen kennismigrant voor_werk_hier internationaal_bedrijf
geboren: hier_opgegroeid geboren_en_getogen rasechte hier_op_de_wereld
appartement flat: flat etage lift galerij portiek portiekwoning flatje bovenwoning benedenwoning
appartement flat: verdieping
eengezinswoning: rijtjeshuis tuin tuintje hoekhuis tussenwoning twee_onder rijtje rijwoning
studio: ruimte_met_eigen_keuken eenkamer kamer_met_keuken 1_ruimte
vast contract: onbepaalde vast_dienst
uitzendkracht uitzendwerk: tempo-team randstad uitzendbureau olympia manpower adecco bureau
kapot stuk: gesloopt defect doet_het_niet
vader: hun_vader mijn_ex
ex: hun_vader vader_van_mijn vader_van_de vader_van_onze we_zijn_uit_elkaar moeder_van_mijn exman
om_en_om co_ouderschap omgang: week_op_week_af 50/50 co-ouderschap co_ouderschap helft_van_de_week
om_en_om co_ouderschap omgang: om_de_week
om_en_om co_ouderschap: afwisselend helft_bij_hem verdelen weekendregeling week_week beurtelings
school: juf meester klaslokaal leerkracht
kledingbank kleding: kleren broek jas schoenen kinderkleding broeken trui
voedselbank eten: boodschappen voedselpakket honger eten brood krat
speelgoed: cadeau cadeautje kado lego pop puzzel verjaardag jarig sinterklaas
gratis: kan_niks_missen geen_geld niks_missen kosteloos nul_euro kost_niks niks_betalen
betalen zelf: red_ik_wel salaris van_mijn_loon geen_probleem_om_te_betalen kan_ik_missen
hulp nodig: bijleggen te_duur kan_ik_niet_betalen geen_geld_voor kan_niet_betalen subsidie
jong kind_klein: baby maanden nog_te_jong pas_geboren snapt_er_nog_niks
iedereen allemaal: hele_gezin ons_allemaal kinderen_ook wij_allemaal allemaal_slecht met_zijn_allen
alleen: enkel_ik allenig alleen_ikke alleen_mij
papier: krant
contant: cash briefgeld muntgeld
pinnen: pinpas
halal islamitisch: halal geen_varkensvlees
vegetarisch: vega geen_vlees vegan
kat: poes kitten
hond: puppy
winter: januari februari december
zomer: juni juli augustus
geen_huisdier: geen_dieren
bedrijf zzp: kvk
"""
