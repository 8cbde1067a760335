"""What people say for those around them: family, friends, helpers. Data only."""

PEOPLE = """
oma: schoonmoeder schoonmama
opa: schoonvader
grootouders: oma opa schoonouders
ouders ouder: pap_en_mam vader_en_moeder moeder_en_vader mam_en_pap ouders_allebei
kinderen kind: puberzoon puberdochter stiefzoon stiefdochter pleegkind
niemand: niemand_mag niemand_hoeft alleen_ik_weet blijft_onder_ons
familie: familieleden mijn_mensen bloedverwanten stiefbroer stiefzus schoonvader tantes ooms nichten
partner: man vrouw mannen vrouwtje
partner: wederhelft schat mijn_lief vrouwlief manlief verloofd mijn_ventje wettige
vrienden: vriendinnengroep vriendinnetje vriendje bff homies brada's mattie squad
buren buurvrouw buurman: achterburen buurjongen buurmeisje flatgenoot portiekgenoot
kinderen kind: kroost koters kinders kiddos bengels oudste jongens_van_mij meiden mijn_meisjes
kinderen kind: zoontjes
school juf meester leerkracht: leraren klassenleraar conrector schoolarts leerplichtambtenaar
huisarts dokter arts: dokterspraktijk huisartsenpost poli specialist
alleen alleenstaand: alleen_met_de_kinderen sta_er_alleen_voor
oma opa grootouders: ouders_van_mijn_man opa's oma's grootouder schoonma
papa vader: pappie papsie pa vader ouwe
mama moeder: mammie moeder ma moeders
oma: grootmoeder beppe omaatje bomma babaanne moeder_van_mijn_moeder
opa: grootvader opaatje
moeder: mama mam mams ma moeders moederlief mn_ma me_ma mijn_ma
vader: papa pap paps pa vaders papa's mn_pa me_pa mijn_pa
ouders ouder: moeder vader pa ma pa_en_ma papa_en_mama mijn_ouders ouderlijk
oma opa grootouders: mijn_moeder mijn_vader mijn_ouders grootmoeder grootvader omaatje schoonmoeder
oma opa grootouders: bomma bonma omi opi beppe anneanne babaanne schoonouders hun_oma mijn_ma
broer zus: broertje zusje broers zussen zusters broeder abla
schoonfamilie schoonouders: schoonmoeder schoonvader schoonzus
tante oom: tante oom
partner: mijn_vriend mijn_vriendin
vrienden: bestie besties matties matten vriendin vriendinnen
partner: mn_vriend mijn_vriend mijn_vriendin mn_man verloofde vriendje echtgenoot
partner: vent mijn_vent ventje wijf vrouwtje vriend vriendin echtgenote wederhelft hubby
partner: levenspartner mijn_ventje
partner: verkering samenwonend getrouwd
ex expartner ex-partner: ex_man ex_vrouw ex_partner ex_vriend exman ex-man exvrouw hun_vader
ex expartner ex-partner: vader_van_de_kinderen vader_van_mijn vader_van_mn
vriend vriendin vrienden: maat maatje bestie kameraad kennis kennissen
vriend vriendin vrienden: beste_vriendin beste_vriend maten bff collega
buren buurvrouw buurman: hiernaast van_hiernaast overburen bovenburen onderburen van_beneden
buren buurvrouw buurman: overkant aan_de_overkant buurvrouwtje nummer_hiernaast buurtjes
kinderen kind: zoon dochter zoontje dochtertje jongens meisjes kids zoons dochters baby kleine
kinderen kind: peuter
kinderen kind: kleintje puber tiener tweeling mijn_jongen mijn_meid jongste oudste kleintjes kleuter
kinderen kind: zonen stiefkinderen
familie: moeder vader zus broer nicht neef schoonmoeder opa oma tante oom zusje broertje zwager
familie: schoonzus schoonouders schoonvader ouders grootouders neefje nichtje pa ma familielid
familie: stiefvader stiefmoeder broers zussen mama papa mams paps zusjes broertjes familieleden
oma opa grootouders: moeder vader ouders ma pa mama
anderen: huisgenoten huisgenoot vrienden kennissen
iemand iemand_anders: buurvrouw buurman vriendin tante oom zus broer nicht schoonmoeder opa collega
iemand iemand_anders: huisgenoot huisgenoten neef broertje zusje schoonzus zwager vriend kennis
man: mijn_vriend mn_vriend echtgenoot
iemand_anders: bewindvoerder hulpverlener begeleider begeleidster budgetcoach wijkteam
iemand_anders: maatschappelijk_werker
zelf: ik_alleen alleen_ik ik_zelf in_mijn_eentje
samen: met_hulp
eenzaam: voel_me_alleen voel_mij_alleen me_zo_alleen
iemand_anders: hospita huurder ex stiefvader stiefmoeder
collega: collegas werkgever baas chef leidinggevende
huisarts dokter arts: praktijkondersteuner poh assistente dokter
maatschappelijk werk maatschappelijke: maatschappelijk_werker maatschappelijk_werkster
jeugdarts consultatiebureau ggd: consultatieburo wijkverpleegkundige jeugdverpleegkundige cb
instantie instanties: wijkteam sociaal_team maatschappelijk_werk jeugdteam gemeente voedselbank
instantie instanties: jeugdzorg wijkcoach budgetcoach kerk moskee leger_des_heils
wijkteam buurtteam sociaal: wijkteammedewerker sociaal_team wijkcoach buurtteam sociaal_wijkteam
school juf meester leerkracht: juf meester leraar lerares mentor docent intern_begeleider juffrouw
school: leerkracht conciërge ib'er rector schoolmaatschappelijk directeur basisschool
hulpverlener begeleider hulp: coach begeleidster ambulant psycholoog gezinscoach jeugdzorg poh
kerk moskee geloof: imam dominee pastoor voorganger kerk moskee tempel pandit
niemand: hou_het_voor_jezelf hou_voor_jezelf houd_het_voor_jezelf onder_ons tussen_ons geheim
niemand: geen_mens doe_het_zelf alles_zelf sta_er_alleen_voor zelf_doen heb_niemand helemaal_alleen
niemand: geen_enkele geen_familie niet_door_vertellen alleen_jij niet_doorvertellen
iedereen allemaal: maakt_niet_uit_wie wie_dan_ook hele_wereld ze_mogen_het_allemaal_weten
alleen alleenstaand alleenstaande: eentje in_mijn_eentje in_mn_eentje solo
alleen alleenstaand alleenstaande: single vrijgezel op_mezelf
alleen alleenstaand: zonder_man zonder_vrouw niemand geen_partner zonder_partner
samen samenwonend: getrouwd samenwonen samen_met
getrouwd huwelijk: trouwboekje gehuwd mijn_man mijn_vrouw
gescheiden: uit_elkaar scheiding
oppas: babysitter babysit oppasmeisje oppasser au-pair nanny buurmeisje
gastouder gastouderopvang: gastouderbureau
geen_opvang: pas_zelf_op doe_het_zelf thuis_bij_mij zelf_altijd_thuis ben_altijd_thuis
peuterspeelzaal peutergroep: peuteropvang
kinderopvang opvang kinderdagverblijf: creche kdv bso gastouder peuterspeelzaal dagopvang psz
kinderopvang opvang: peuteropvang voorschool kinderdagverblijf oppas partou smallsteps kinderopvang
kinderopvang opvang: buitenschoolse tso overblijven gastouderopvang kinderdagopvang
bso buitenschoolse naschoolse: na_school naschools voorschoolse
peuterspeelzaal peuteropvang voorschool: psz vve peutergroep peutergym peuterklas speelzaal
"""
OTHERS = """
iemand_anders: moeder vader mama papa ouders oppas
PERSONS: partner moeder vader oma opa vriendin vriend buurvrouw buren kinderen zus broer ouders
PERSONS: tante
PERSONS: oom ex nicht neef schoonmoeder collega huisgenoot broertje zusje kennis schoonzus zwager
PERSONS: buurman
"""
