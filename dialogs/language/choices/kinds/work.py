"""What people say for work, looking for work, learning and schools. Data only."""

WORK = """
werk baan job betaald: salon nagelsalon haren_knippen barbier kapperszaak
geen_werk: zit_zonder_werk zonder_werk zit_zonder mijn_baan_kwijt
geen_werk werkloos: ontslagen werkloos werkeloos zonder_werk baan_kwijt contract_niet_verlengd
werk baan job betaald: sta_bij werk_bij in_de_zorg in_de_bouw in_de_schoonmaak toonbank
werk baan job betaald: vakken_vullen
werk baan job betaald: vakkenvuller vakkenvullen lopende_band in_loondienst loondienst op_kantoor
werk baan job betaald: contract_loopt_af verlengen_niet collega collegas op_mijn_werk naar_mijn_werk
werk baan job betaald: verzorger oppasbaan bejaardenhuis verpleeghuis kraamverzorgster
werk baan job betaald: bezorgen pakketjes kok_in afwasser conducteur vrachtwagen taxi heftruck
werk baan job betaald: ontslagen ontslag baan_kwijt nachtdiensten dagdiensten ploegen overuren
werk baan job betaald: gemeentewerker vuilnisman stratenmaker glazenwasser dakdekker metselaar
uitzendwerk uitzendbureau flexwerk: randstad tempo-team adecco olympia manpower timing youngcapital
uitzendwerk uitzendbureau flexwerk: uitzendkracht via_een_bureau uitzend interim
oproepkracht oproep flexibel nulurencontract: nulurencontract 0_uren nul_uren nuluren op_afroep
oproepkracht oproep flexibel: als_ze_me_nodig_hebben min-max invalkracht
eigen_bedrijf: webshop webwinkel eigen_praktijk eigen_salon eigen_winkel eigen_zaak bedrijfje
eigen_bedrijf: ondernemer
eigen_bedrijf: werk_voor_mezelf werk_voor_mijzelf voor_mezelf zzp zzper freelancer zelfstandig
eigen_bedrijf: zelfstandige kvk
loondienst: werk werken werkt werkzaam baan baantje contract vast_contract tijdelijk_contract
loondienst: vaste_baan vaste_aanstelling jaarcontract nulurencontract uitzendkracht uitzendbureau
zzp zelfstandig ondernemer eigen_bedrijf: zelfstandig eigen_bedrijf eigen_zaak eigen_baas kvk
zzp zelfstandig ondernemer: eigen_bedrijfje freelancer webshop eigen_salon eigen_winkel bedrijfje
vast: vast_contract vaste_baan onbepaalde_tijd vaste_aanstelling ambtenaar
tijdelijk: tijdelijk_contract jaarcontract halfjaarcontract proeftijd
vrijwilligerswerk vrijwilliger: vrijwillig vrijwilligster onbetaald
geen_contract: zwart zwartwerk zwart_werken
fulltime voltijd: 36_uur 38_uur 40_uur 32-40_uur hele_week vijf_dagen 5_dagen veertig_uur
parttime deeltijd: halve_dagen paar_dagen drie_dagen 3_dagen 2_dagen twee_dagen 24_uur 20_uur 16_uur
parttime deeltijd: 12_uur 28_uur 4_dagen vier_dagen paar_uur halve_weken twintig_uur
geen_werk werkloos werkzoekend: ontslagen ontslag_gekregen zonder_baan thuis_zonder_werk ontslag
geen_werk: baan_kwijt werk_kwijt werkeloos werkzoekend
zoek werkzoekend werkloos: solliciteren sollicitatie sollicitaties sollicitatiegesprek vacature
zoek werkzoekend: op_zoek vacatures werkzoekende werkcoach solliciteer
ziek arbeidsongeschikt ziektewet afgekeurd: burn-out burnout overspannen wia in_de_ziektewet
huishouden thuis huisvrouw: zorg_voor_de_kinderen huismoeder thuisblijfmoeder huisvader huisman
huishouden: fulltime_moeder thuismoeder huisvrouw zorg_voor_mijn
mantelzorg mantelzorger: zorg_voor_mijn_moeder zorg_voor_mijn_vader verzorg_mijn
werk baan job betaald: kassa achter_de_kassa schoonmaak schoonmaker schoonmaakster schoonmaken
werk baan job betaald: schoonmaakwerk thuiszorg verpleegster verpleegkundige verzorgende
werk baan job betaald: pakketbezorger bezorger postbode postbezorger postnl dhl magazijn
werk baan job betaald: magazijnmedewerker orderpicker productiewerk productie fabriek horeca kok
werk baan job betaald: ober serveerster keuken restaurant snackbar bouw bouwvakker stukadoor
werk baan job betaald: schilder
werk baan job betaald: timmerman loodgieter elektricien monteur automonteur chauffeur vrachtwagen
werk baan job betaald: vrachtwagenchauffeur buschauffeur taxichauffeur uber thuisbezorgd picnic
werk baan job betaald: maaltijdbezorger winkel verkoper verkoopster verkoop action lidl aldi
werk baan job betaald: albert_heijn appie ah jumbo kruidvat etos hema primark zeeman wibra
werk baan job betaald: ikea gamma praxis mcdonalds burger_king kfc coolblue
werk baan job betaald: kapper kapster kapsalon schoonheidsspecialiste nagelstudio beveiliging
werk baan job betaald: beveiliger receptioniste callcenter klantenservice administratief
werk baan job betaald: secretaresse
werk baan job betaald: boekhouder accountant programmeur ict kantoorbaan kantoorwerk tuinbouw
werk baan job betaald: kassen plukken slachterij vleesfabriek tuinder hovenier stratenmaker
werk baan job betaald: onderwijsassistent doktersassistente apothekersassistente tandartsassistente
werk baan job betaald: gastvrouw kamermeisje housekeeping hotel barman barvrouw bakker bakkerij
werk baan job betaald: slager parttime fulltime deeltijd voltijd
werk baan job betaald: werkgever baas dienst diensten ploegendienst nachtdienst contract
werk baan job betaald: ontslag reintegratie werkloos sociale_werkplaats sociale_werkvoorziening
werk baan job betaald: bijbaan
werk baan job betaald: bijbaantje krantenwijk uitzendwerk zzp kantoorbaan uitzendbureau collegas
werk baan job betaald: heftruck heftruckchauffeur lasser metaal inpakwerk catering afwasser afwas
werk baan job betaald: conducteur politieagent leraar lerares juf docent pedagogisch_medewerker
werk baan job betaald: solliciteren vacature sollicitatie ns schiphol
"""
LEARNING = """
universiteit wo: uni bachelor master rechten geneeskunde universitair
hbo hogeschool: hogeschool propedeuse pabo bachelor
mbo roc: roc niveau_2 niveau_3 niveau_4 niveau_1 bol_opleiding bbl bol/bbl albeda zadkine deltion
mbo roc: da_vinci noorderpoort entree entreeopleiding rijn_ijssel mbo'er kappersopleiding
inburgering inburgeringscursus inburgeren: inburgeringsexamen integratie b1 a2 inburgeringscursus
nederlandse_les taalles taalcursus taal: taalles nederlands_leren beter_nederlands taalcafe
nederlandse_les taalles taalcursus taal: taalmaatje
taal nederlands: nederlands_leren beter_nederlands taalles taalcursus inburgering
leren opleiding studie studeer leer cursus onderwijs: hbo mbo roc opleiding stage diploma student
leren opleiding studie studeer leer cursus: universiteit studente pabo inburgering havo vavo
leren opleiding studie studeer leer cursus: bbl omscholen bijscholen scholing certificaat lessen
leren opleiding studie studeer leer: avondschool deeltijdstudie tentamens afstuderen schoolbank
leren studeer leer studie: school student studente schoolgaand scholier
basisschool lager primair: groep_1 groep_2 groep_3 groep_4 groep_5 groep_6 groep_7 groep_8
basisschool lager primair: kleuterklas
basisschool: kleuter kleutergroep montessori lagere_school bassischool groep_een groep_drie groep
basisschool: onderbouw_kleuters lagere eind_groep
middelbare voortgezet middelbaar vo: brugklas havo vwo vmbo mavo gymnasium kader basis-kader
middelbare voortgezet middelbaar vo: atheneum
middelbare voortgezet middelbaar vo: lyceum tweede_klas derde_klas vierde_klas eindexamen brugpieper
middelbare voortgezet middelbaar vo: isk praktijkschool praktijkonderwijs tl mavo4 eerste_klas
speciaal speciale: cluster sbo zmlk mytyl tyltyl cluster_4 cluster_3 vso speciale_school zmok
geen_school: nog_te_klein te_jong pas_2 pas_twee pas_1 pas_3 is_2 is_1 is_3 nog_baby
geen_school: kdv peuterspeelzaal nog_een_baby te_klein creche
school schoolzaken onderwijs: juf leerplicht huiswerk klas meester rapport leerplichtambtenaar
school schoolzaken onderwijs: mentor
school schoolzaken onderwijs: spijbelen spijbelt leerachterstand rekenen taalachterstand toets
school schoolzaken onderwijs: blijven_zitten
school schoolzaken onderwijs: schoolplein schoolkosten schooladvies pesten gepest thuiszitter
huiswerk huiswerkhulp: bijles rekenen rekenles wiskunde
"""
LANGUAGES = """
nederlands: nl ned hollands dutch niederlandzki niderlandzki vlaams hollanda hollandaca nederlandse
engels: english ingilizce inglese angielski
turks: turkce turkish turkse turk
pools: polski polsku polska poolse polish polnisch
arabisch: arabic arabi syrisch irakees al-arabiya arapca
oekraiens: ukraine oekraine ukrainian
russisch: russian rosyjski rus
spaans: espanol espagnol spanish
frans: francais french
duits: deutsch german
portugees: portugues
chinees: mandarijn kantonees
somalisch: somali
farsi perzisch: dari perzisch
berbers: tamazight tarifit riffijns
anders: gebarentaal
taal: turks arabisch pools engels somalisch tigrinya berbers oekraiens papiaments sranan
taal: marokkaans
taal: frans spaans portugees bulgaars roemeens farsi dari koerdisch chinees russisch duits somali
taal: engels hindi urdu pashto vietnamees tamil papiamentu papiamento sarnami nederlands hongaars
taal: amazigh armeens swahili amhaars servisch kroatisch bosnisch albanees grieks italiaans thais
"""
OTHERS = """
SCHOOLS: basisschool havo vwo vmbo mbo hbo roc universiteit middelbare voortgezet
"""
