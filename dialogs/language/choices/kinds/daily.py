"""What people say for health, upbringing, leisure and dealing with an office. Data only."""

HEALTH = """
verdriet verdrietig: huil huilen huilt gehuild rouw rouwen
gezondheid lichamelijk: lichamelijke_klachten pijn_in kwaal kwalen bloed huid eczeem maag darmen
gezondheid lichamelijk: nieren
gezondheid: slik medicatie
psychisch psychische mentaal: antidepressiva slaappillen oxazepam burn-out burnout overspannen
pijn: rugpijn hoofdpijn buikpijn kiespijn
lichamelijk lichamelijke: knieklachten rugklachten maagklachten hartklachten fibromyalgie
gehandicapt handicap beperking: slechtziend slechthorend blind doof
gezondheid lichamelijk: lever oren gehoor chemo revalidatie zwak
gezondheid lichamelijk: ziekenhuisopname opname opgenomen kraamtijd miskraam zwangerschap
gezondheid lichamelijk: hoofd_zit_vol
slapen slaap slaapproblemen: geen_oog_dicht oog_dichtgedaan kan_niet_slapen hele_nacht_wakker
slapen slaap slaapproblemen: wakker_gelegen
stress spanning: hoofd_vol stressvol stressig altijd_gespannen hartkloppingen
mentaal psychisch hoofd: in_mijn_hoofd depri zwart_gat psychose bipolair borderline
slapen slaap slaapproblemen nachtrust: wakker nachten nachtmerries insomnia doorslapen bedtijd
slapen slaap slaapproblemen: niet_naar_bed wil_niet_naar_bed lig_wakker in_slaap wakker_liggen
stress gestrest spanning: overspannen burn-out burnout gespannen opgejaagd piekeren pieker paniek
stress gestrest spanning: hyperventilatie hoge_bloeddruk gejaagd paniekaanvallen
somber: verdrietig verdriet down
somber depressie depressief verdrietig: huil huilen huilbuien neerslachtig depri
eenzaam alleen: niemand_om_me_heen niemand_om_mee_te_praten zie_niemand geen_vrienden
angst angstig bang: paniek paniekaanvallen durf_niet
pijn lichamelijk: migraine buikpijn hoofdpijn rugpijn hernia spierpijn nek schouder rug knie reuma
verslaving: alcoholist afkicken gokken gokverslaving blowen wiet drinkt coke casino
chronisch: reuma jaren astma diabetes al_jaren levenslang ms copd parkinson artrose fibromyalgie
chronisch: crohn
tijdelijk: gebroken gips griep weken operatie herstel hersteld kneuzing blindedarm gaat_weer_over
ziek ziekte: griep koorts ziekenhuis verkouden overgeven waterpokken longontsteking buikgriep kanker
gehandicapt handicap beperking: rolstoel invalide adhd autisme down_syndroom blind doof slechthorend
gezondheid medisch: gezond gezonder dokter huisarts ziekenhuis fysio fysiotherapeut
gezondheid lichamelijk medisch: ziek ziekte moe medisch
gezondheid lichamelijk medisch: rug rugklachten rugpijn
gezondheid: depressief depressie psycholoog medicijnen migraine hernia pijn diabetes suiker
gezondheid: operatie astma kanker zwanger bloeddruk burn-out burnout psychisch therapie
gezondheid: ggz angst paniekaanvallen stress slapen slaap hoofdpijn buikpijn tandarts tanden
gezondheid: handicap rolstoel reuma gehandicapt chronisch klachten knie schouder
gezondheid: ziek overspannen lichaam kies tandpijn ogen bril gewicht vermoeid vermoeidheid
mentaal psychisch hoofd psyche: depressie depressief angst paniek psycholoog burn-out trauma stress
mentaal psychisch: ptss ggz piekeren overspannen somber
"""
UPBRINGING = """
luisteren gehoorzaam: eigenwijs driftig koppig dwars ongehoorzaam
huilen: jankt janken jammert snikken snikt tranen krijst krijsen gillen gilt
eten: lust_geen lust_niet wil_geen_groente
opvoeding opvoeden opvoedhulp gedrag opvoedvragen: slaat_zijn slaat_haar luistert_totaal
opvoeding opvoeden opvoedhulp gedrag opvoedvragen: niet_de_baas
opvoeding opvoeden opvoedhulp gedrag opvoedvragen: kan_hem_niet_aan kan_haar_niet_aan
opvoeding opvoeden opvoedhulp gedrag opvoedvragen: niet_meer_in_de_hand
opvoeding opvoeden opvoedhulp gedrag opvoedvragen: driftbui tegendraads belonen consequent puberen
opvoeding opvoeden opvoedhulp gedrag opvoedvragen: peuterbuien
opvoeding opvoeden opvoedhulp gedrag opvoedvragen: eten_wil_niet zindelijkheid niet_naar_bed
opvoeding opvoeden opvoedhulp gedrag opvoedvragen: spijbelt liegen
luisteren gehoorzaam: doet_niet_wat_ik doet_nooit_wat negeert doof_voor oost-indisch
eten: eet_alleen wil_niet_eten blijft_zitten_aan_tafel patat_alleen pap groenten
slapen: om_3_uur_wakker komt_uit_bed blijft_niet_in_bed bij_mij_in_bed komt_er_steeds_uit
ruzie: elkaar_in_de_haren haren_vliegen vliegen_elkaar slaan_elkaar
luisteren gehoorzaam gedrag: luistert_niet brutaal grote_mond doet_niet_wat_ik_zeg opstandig
ruzie vechten: bonje vechten schreeuwen knallen ruzien gevecht elkaar_slaan schelden vechtpartij
ruzie: bonje mot heibel geschreeuw onenigheid hommeles ruzien botsen
eten: eet_niet eet_niks eet_slecht lust_niks kieskeurig moeilijke_eter
slapen: slaapt_niet slaapt_slecht niet_slapen
scherm schermtijd gamen telefoon: fortnite roblox ipad youtube tiktok playstation schermpje xbox
ontwikkeling: praat_nog_niet praat_niet loopt_nog_niet loopt_niet achter_met praat_nog loopt_nog
ontwikkeling: motoriek spraak logopedie kruipt_nog zegt_nog taalachterstand
gedrag: is_druk heel_druk hyper hyperactief drukke
zindelijk zindelijkheid: bedplassen luier plast potje broekplassen plassen
huilen: huilt huilbaby krijsen huilbuien
pesten: gepest pest uitgelachen buitengesloten
opvoeding opvoeden opvoedhulp gedrag opvoedvragen: driftbuien luistert_niet brutaal puber puberteit
opvoeding opvoeden opvoedhulp gedrag opvoedvragen: adhd autisme grenzen boos driftig gedrag straffen
opvoeding opvoeden opvoedhulp gedrag: niet_luisteren gamen schermtijd peuterpuberteit zindelijk
opvoeding opvoeden opvoedhulp gedrag: onhandelbaar schreeuwt liegt moeilijk_opvoedbaar slaat_andere
onveilig veiligheid geweld: bang_thuis bedreigt bedreigd geslagen slaat geweld mishandeld mishandelt
onveilig veiligheid: stalkt stalker dreigt agressief slaat_me slaat_mij schopt huiselijk_geweld
"""
LEISURE = """
zwemmen zwemles: zwemles zwemlessen borstcrawl diploma_b diploma_c b-diploma c-diploma baantjes
voetbal: elftal balletje scoren goal keepen keept voetbalteam trainen_op_zaterdag
dansen: dansgroep dansen_op tiktokdans ballerina
muziek: muziekinstrument instrument cello ukelele contrabas orgel dj beatbox
vechtsport: kungfu kung_fu capoeira jiu_jitsu vechten_les zelfverdediging boksschool thaiboks
turnen gymnastiek: koprol rekstok trampolinespringen
voetbal: keeper pupillen spits voetbalclub voetballen f-jes ajax feyenoord voetbalschoenen
zwemmen zwemles zwemlessen: zwemdiploma zwembad diploma_a a-diploma abc waterpolo snorkelen
dansen dans dansles: ballet streetdance hiphop zumba breakdance salsa dansschool
muziek muziekles: gitaar piano drummen zingen viool keyboard trompet drums fluit koor muziekschool
muziek muziekles: blokfluit saxofoon dwarsfluit gitaarles pianoles zangles rappen orkest
vechtsport: judo karate boksen kickboksen taekwondo worstelen jiujitsu kickbox mma aikido
turnen gymnastiek gym: gymnastiek trampoline acro
scouting padvinderij: padvinders welpen kabouters
tekenen knutselen creatief: schilderen verven tekenen kleien toneel theater handwerken naaien
kunst cultuur creatief: tekenen muziek toneel theater dans schilderen dansen museum musical
sport sportclub sporten: voetbal judo gym dansen turnen hockey zwemmen karate boksen fitness tennis
sport sportclub sporten: basketbal volleybal atletiek korfbal handbal hardlopen paardrijden
sport sportclub sporten: schaatsen
sport sportclub sporten: kickboksen taekwondo sportschool honkbal rugby wielrennen badminton klimmen
sport sportclub sporten: skaten waterpolo tafeltennis ballet vechtsport padel voetballen tennissen
ervoor vooraf: van_te_voren van_tevoren tevoren
hobby: voetbal muziek gitaar dansen tekenen scouting knutselen zingen toneel
"""
OFFICE = """
langskomen langs: kom_zelf ik_kom_wel liever_in_het_echt oog_in_oog bij_u_langs kom_naar_u
kantoor gemeentehuis stadhuis: bij_u naar_u_toe kom_zelf_wel
thuis huisbezoek: kom_maar_naar_mij komt_u_bij_mij bij_me bij_mij_langs op_huisbezoek
bellen telefonisch telefoon: bel_me ring telefoneer opbel stem telefoontjes
appen whatsapp: app_me appjes stuur_een_app whats-app tekstberichtje
mailen mail e-mail email: inbox mail_me per_mail
papieren papierwerk administratie formulieren: belastingpapieren mappen post_stapelt stapel_post
papieren papierwerk administratie formulieren: ongeopende
papieren papierwerk administratie formulieren: machtigen brieven_lezen aanvraag aanvraagformulier
papieren papierwerk administratie formulieren formulier: brief brieven post formulieren enveloppen
digitaal: digid
papieren papierwerk administratie formulieren: digid invullen aanvragen aangifte snap_de_brieven
papieren papierwerk administratie formulieren: post_open_maken snap_de_brieven_niet envelop
papieren papierwerk administratie formulieren: mijn_post
papieren papierwerk administratie formulieren: verblijfsvergunning paspoort id-kaart ind
papieren papierwerk administratie formulieren: belastingaangifte
papieren papierwerk administratie formulieren: ordner map regelzaken bezwaar bezwaarschrift
papieren papierwerk administratie formulieren: berichtenbox
brief post: envelop per_post brievenbus poststuk schriftelijk
bellen telefonisch telefoon gesprek: telefoontje opbellen belletje telefoongesprek terugbel
bellen telefonisch telefoon gesprek: mobieltje
appen whatsapp app: app
appen whatsapp app bericht: whatsappje wapp appje whats berichtje tekstje chat chatten typen signal
appen whatsapp bericht: sms smsje sms'je
mailen mail e-mail email: mailtje mailbox gmail hotmail outlook mailadres emailen
videobellen video beeldbellen: facetime zoom teams skype webcam beeldscherm google_meet camera
sms: tekstbericht
bericht: app appen sms whatsapp appje mail
appen: bericht berichtje
langskomen langs: kom_langs ik_kom_naar_jullie naar_jullie kom_liever_naar kom_naar_jou aan_de_balie
langskomen langs: balie spreekuur persoonlijk face_to_face in_het_echt in_persoon bij_jullie
kantoor gemeentehuis stadhuis loket balie: balie spreekuur bij_jullie naar_jullie kom_langs
kantoor gemeentehuis stadhuis loket: kom_wel_langs ik_kom_langs stadskantoor kom_naar_jou inloop
online: video videobellen beeldbellen
digitaal: online internet computer digid mail e-mail website laptop via_de_app
papier: uitprinten geprint printen
bij_jullie: gemeentehuis stadhuis balie kom_naar_jullie naar_jullie ik_kom_langs stadskantoor
bij_jou: gemeentehuis stadhuis
thuis huisbezoek bij_mij: kom_maar_hierheen kom_maar_hier hier_komen bij_ons bij_mij naar_mij
thuis huisbezoek bij_mij: naar_ons
thuis huisbezoek: aan_huis aan_de_deur keukentafel kom_maar_langs komt_u_maar kom_je_naar_mij
thuis huisbezoek: komen_jullie_hier kunnen_jullie_hier
buurthuis wijkcentrum huiskamer: buurtcentrum wijkgebouw dorpshuis inloop speeltuin clubhuis
bibliotheek bieb: bieb bibliotheek
school: schoolgebouw in_de_klas
praten gesprek: kletsen babbelen luistert luisterend_oor hart_luchten verhaal_kwijt
pauze: even_niet even_rust
vertellen: kwijt wil_iets_zeggen zeggen
spreken: praten gesprek
te_klein: past_niet uitgegroeid te_krap te_kort gegroeid
gemaild: mail mailtje e-mail
telefoontje: belde belden gebeld
buitenland: marokko turkije suriname polen syrie eritrea curacao duitsland belgie spanje ghana
buitenland: oekraine somalie irak iran afghanistan bulgarije roemenie
weten_nog: verrassing
school: opleiding mbo hbo roc
anders: non_binair genderneutraal nonbinair
te_duur duur: geen_geld kost_te_veel niet_te_betalen kan_niet_betalen kan_ik_niet_betalen
geen_plek geen_plaats: vol wachtlijst geen_plaats geen_plekken geen_ruimte
geen_durf: ben_bang spannend eng zenuwachtig verlegen
uitleg uitleggen: wat_bedoel wat_is_dat snap_er_niks_van leg_uit
"""
WHEN = """
na_school: naschools naschoolse bso uit_school
geleden: al_langer jaren_geleden jaren_terug
terug_begin: opnieuw_beginnen van_voren_af van_voor_af overnieuw opnieuw helemaal_terug
later: morgen_verder vanavond_verder straks_verder straks_weer moet_weg moet_nu_weg moet_ophangen
later: stop_even even_stoppen kom_later_op_terug kom_er_op_terug geen_tijd_nu even_pauze zo_terug
later: vanavond_maak_ik doe_vanavond doe_morgen
later: nu_even_niet nu_geen_tijd
later: volgende_maand nu_even_niet over_een_maandje komende_zomer na_de_zomer na_de_vakantie
later: ooit_misschien
ochtend vroeg: voor_schooltijd voor_tienen nuchter vroege_vogel bij_het_ontbijt dageraad
middag: lunchtijd rond_het_middaguur na_het_middageten voor_het_avondeten half_de_dag
avond: na_het_avondeten na_zessen na_zevenen na_achten als_het_donker als_de_kids_slapen kids_op_bed
meteen direct nu spoed snel: zo_snel_mogelijk zo_snel spoed dringend haast vandaag acuut urgent
meteen direct nu spoed snel: nu_meteen
vandaag: meteen direct onmiddellijk vanmiddag vanavond vanochtend vandaag_nog nu_meteen vanmorgen
vandaag: nu_direct
morgen: morgenochtend morgenmiddag tomorrow jutro
week deze_week: dezer_dagen binnen_een_paar_dagen paar_dagen overmorgen binnenkort
volgende: week_hierna week_daarna week_na_deze na_het_weekend over_een_week over_een_weekje
volgende: week_erna aanstaande
wachten: geen_haast geen_spoed niet_dringend hoeft_niet_snel rustig_aan
geen_haast: kan_wachten rustig_aan kan_wel_wachten geen_spoed niet_dringend hoeft_niet_snel
geen_haast: als_je_tijd_hebt niet_zo_precies komt_niet_zo op_het_gemak kalm_aan op_mijn_gemak
geen_haast: neem_je_tijd op_je_gemak wanneer_het_uitkomt neem_de_tijd geen_spoed
later: over_een_maand over_een_paar_weken maand_of_2 vraag_over paar_maanden volgend_jaar
later: maand_of_twee straks volgende_keer andere_keer een_andere_keer over_een_tijdje volgende_maand
later: nu_niet
later: nu_even_niet niet_nu morgen_misschien komt_later op_een_later_moment over_een_paar_maanden
ochtend vroeg: vroeg voor_twaalven voor_het_werk ontbijt als_ze_naar_school_zijn
ochtend: koffietijd voor_de_middag rano
middag: lunchpauze na_de_lunch na_schooltijd theetijd
avond laat: na_het_werk na_werktijd na_werk kinderen_op_bed kinderen_slapen vanavond
avond: als_ze_slapen na_bedtijd wieczorem prime_time
"""
