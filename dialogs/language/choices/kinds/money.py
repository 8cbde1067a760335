"""What people say for kinds of money, income and debts. See `kinds` for the shape; data only."""

INCOME = """
uitkering: van_het_uwv leef_van_de afkeuring wajonger wga iva bbz
toeslag toeslagen: toeslagje belastingdienst_geld
geen_inkomen: helemaal_geen_geld heb_geen_werk_en_geen_uitkering niks_van_niemand
partner: mijn_man_verdient man_werkt mijn_man_werkt
geen_inkomen: krijg_niks niks_binnen niets_binnen geen_cent_binnen nul_inkomen krijg_niets
geen_inkomen: geen_geld_binnen
loon salaris: werk werken baan verdien verdienen netto vakantiegeld dertiende_maand
loon salaris: mijn_baas_betaalt loonstrook betaald_werk van_mijn_werk
alimentatie kinderalimentatie: lbio ex_betaalt mijn_ex_betaalt hun_vader_betaalt vader_betaalt
ww ziektewet wia wao wajong: uwv
wia wao: afgekeurd afkeuring keuring wga iva
ww werkloosheidsuitkering: werkloosheidsuitkering werkloosheid
ziektewet: zw ziek_thuis ziek_gemeld ziekgemeld
geen_inkomen: geen_cent geen_inkomsten zonder_inkomen heb_geen_geld
bijstand bijstandsuitkering: pw pw-uitkering participatie participatiewet soza
bijstand bijstandsuitkering: uitkering_van_de_gemeente sociale_dienst
pensioen aow: gepensioneerd
studiefinanciering studielening: stufi duo
uitkering: bijstand ww wajong wia wao ziektewet bijstandsuitkering uwv participatiewet aow anw ioaw
uitkering: soza sociale_dienst afgekeurd arbeidsongeschikt
kinderopvangtoeslag kot: voor_de_opvang van_de_opvang die_van_opvang kosten_opvang opvang
kinderopvangtoeslag kot: kinderopvang bso
zorgtoeslag: zorg zorgpremie voor_de_zorg van_de_zorg zorgverzekering die_van_zorg
huurtoeslag: huur voor_de_huur van_de_huur die_van_huur
toeslag toeslagen: zorgtoeslag huurtoeslag kinderopvangtoeslag kindgebonden kindgebonden_budget kgb
toeslag toeslagen: kinderbijslag wkb dienst_toeslagen toeslagenaffaire
spaargeld sparen: spaarpot spaarrekening opzij_gezet gespaard
inkomen inkomsten: loon salaris uitkering bijstand ww alimentatie minder_binnen
"""
DEBTS = """
bewindvoerder: bewind onder_bewind
betaalregeling regeling: in_stukjes termijnen gespreid per_maand afbetalen in_delen
uitstel: later_betalen
ineens: in_1_keer in_een_keer
telefoon internet: simkaart belbundel telefoonrekening
energie energierekening energieschuld: vattenfall eneco essent greenchoice budget_energie oxxio
energie: energiedirect engie vandebron stroom gas gas_en_licht licht verwarming jaarafrekening cv
energie: nuon stadswarmte voorschot meterkast
stroom gas: vattenfall eneco essent greenchoice oxxio energiedirect engie vandebron energie
stroom gas: gas_en_licht verwarming jaarafrekening stadswarmte licht
licht: stroom elektriciteit elektra
stroom: elektriciteit geen_licht kaarsen in_het_donker
water waterschuld: vitens evides brabant_water dunea pwn kraan waterbedrijf waternet oasen wml wmd
water: geen_douche niet_douchen waterrekening drinkwater
zorgverzekering zorg zorgpremie ziektekosten: cz vgz menzis zilveren_kruis achmea ohra ditzo fbto
zorgverzekering zorg zorgpremie: onvz ziektekostenpremie eigen_risico cak zorgverzekeraar
zorgverzekering: dsw salland interpolis eigen_bijdrage wanbetalersregeling
telefoon internet telefoonabonnement: kpn vodafone odido tmobile t-mobile ziggo lebara simyo
telefoon internet: telefoonabonnement abonnement tele2 hollandsnieuwe youfone lyca wifi glasvezel
boete boetes: cjib verkeersboete bekeuring parkeerboete flitser flitspaal parkeerbon zwartrijden
boete boetes: te_hard_gereden geflitst verkeersboetes bekeuringen bonnen
huur huurachterstand huurschuld: huurbaas verhuurder woningcorporatie woningbouw woonstichting
huur huurachterstand huurschuld: corporatie woningbouwvereniging huurbetaling maand_huur
hypotheek: huis_afbetalen
lening leningen krediet: doorlopend_krediet kredietbank rood_staan persoonlijke_lening geleend
lening leningen krediet: bank_lening kredietkaart creditcard creditcardschuld santander autolening
lening leningen: studieschuld duo geld_geleend
webwinkel online achteraf afterpay klarna: wehkamp zalando riverty in3 billink temu shein
webwinkel online achteraf afterpay: klarna achteraf_betalen afterpay postorder
familie vrienden: van_mijn_zus_geleend
belasting belastingdienst: blauwe_envelop blauwe_enveloppen aanslag ib-aanslag toeslag_terugbetalen
belasting: gemeentebelasting waterschapsbelasting waterschap afvalstoffenheffing ozb wegenbelasting
tandarts: tandartsrekening beugel kiezen gebit vulling
school schoolkosten ouderbijdrage: schoolgeld schoolreis schoolreisje ouderbijdrage schoolboeken
kinderopvang opvang: opvangrekening
deurwaarder incasso incassobureau: beslag loonbeslag dagvaarding gerechtsdeurwaarder exploot
deurwaarder: beslaglegging beslag_gelegd dwangbevel vonnis flanderijn ggn syncasso bosveld
bewind bewindvoerder bewindvoering: onder_bewind leefgeld budgetbeheer beschermingsbewind
schuldhulp schuldhulpverlening sanering schuldsanering: wsnp msnp kredietbank schuldsanering
geen_schulden: alles_betaald schuldenvrij niks_open nergens_achter alles_is_betaald alles_op_tijd
geen_schulden: nergens_alles
geen_schulden: geen_achterstanden niks_openstaan niemand_geld_schuldig
schulden schuld: deurwaarder wehkamp afterpay zorgverzekering incasso boetes cjib rood_staan klarna
schulden schuld: beslag wsnp lening
schulden schuld: betalingsachterstand openstaande_rekeningen krediet betalingsregeling aanmaning
schulden schuld: aanmaningen rekeningen_stapelen huurachterstand geleend afbetalen
achter achterstand: rekeningen_stapelen rekeningen_liggen aanmaningen aanmaning herinneringen
achter achterstand: maanden_niet_betaald niet_kunnen_betalen kan_niet_betalen schulden incasso
achter achterstand: openstaande_rekeningen rekeningen_open deurwaarder loop_achter achterloop
regeling betalingsregeling afbetalen termijnen delen: afbetalen betaal_per_maand_af in_termijnen
regeling: betalingsregeling afbetaling
regeling betalingsregeling: termijnen afgesproken_bedrag in_stukjes los_af per_maand_af
regeling betalingsregeling: elke_maand_af
lukt: red_het_niet red_ik_het_niet
krap weinig geld: einde_van_de_maand touwtjes knopen net_aan dubbeltje omdraaien eindjes
krap weinig geld: kom_niet_rond komen_niet_rond niet_rondkomen maand_te_lang
weinig geld geldzorgen geldproblemen geldtekort tekort: geen_cent blut platzak portemonnee_leeg
weinig geld geldzorgen geldproblemen: geen_geld rekening_leeg pasje_leeg niks_op_de_bank rondkomen
weinig geld geldzorgen geldproblemen: saldo_nul rood_staan armoede minimum te_duur
geld geldzorgen geldzaken financien financieel rondkomen: schulden schuld rekening rekeningen
geld geldzorgen geldzaken financien financieel: geldproblemen geldzorgen deurwaarder incasso
geld geldzorgen geldzaken financien financieel: uitkering toeslag toeslagen bijstand inkomen loon
geld geldzorgen geldzaken financien: cjib boetes boete rood_staan rondkomen blut krap
geld geldzorgen geldzaken financien: huurachterstand portemonnee betalingsregeling klarna salaris
geld geldzorgen geldzaken financien: bankrekening cent euro euros pinnen spaargeld lening
geld geldzorgen geldzaken financien: uitkering_stopt energierekening betaalachterstand
"""
OTHERS = """
BILLS: huur energie zorgverzekering telefoon boetes lening water stroom gas belasting webwinkel
BILLS: tandarts huurachterstand energierekening belastingdienst
BILLS: klarna afterpay creditcard duo studieschuld parkeerboete kpn ziggo hypotheek postorder
BILLS: wehkamp zorg telefoonrekening telefoonabonnement internet
PAY: loon uitkering toeslagen alimentatie bijstand studiefinanciering pensioen zzp spaargeld
"""
