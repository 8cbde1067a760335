"""The closed vocabulary of days and times, each word with the token it stands for.

Tokens are what the grammar reads: W1 is Monday … W7 Sunday, M1 January … M12, Pm morning, Pd
afternoon (middag), Pa evening, Pn night, `F…` a feast, digits a number, `3e` the third (`3E` when
written as a word), the rest Dutch words in their plain spelling.
"""

from __future__ import annotations

from dialogs.language.when.numerals import BENT, NUMBERS, ORDINALS
from dialogs.language.wordlist import listed

WEEKDAYS = listed("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
MONTHS = listed("""
januari februari maart april mei juni juli augustus september oktober november december
""")
PARTS = {"ochtend": "Pm", "middag": "Pd", "avond": "Pa", "nacht": "Pn"}

_WEEKDAY_WAYS = """
maan mndag mandag maandah mondag monday pazartesi
di din dins dinstag disdag dinsdach tuesday sali
wo woe woen woens wonsdag woensdach wednesday carsamba
don dond donderdach thursday persembe
vri vrijd vrydag vrijdach friday cuma
za zatr zater zatterdag saterdag zaterdach saturday cumartesi
zond sondag zondach sunday pazar
"""
_MONTH_WAYS = """
jan january januarie ocak
feb febr february februarie subat
mrt march mart
apr april nisan
mei mey may mayis
jun june juny haziran
jul july temmuz
aug august augustes agustos
sep sept sepember eylul
okt oct october ekim
nov novem kasim
dec decem dez aralik
"""
_FEASTS = listed("""
kerstdag kerst kerstmis kerstavond oudjaarsdag oudjaarsavond oudjaar nieuwjaarsdag nieuwjaar
koningsdag bevrijdingsdag dodenherdenking sinterklaas sinterklaasavond pakjesavond valentijnsdag
paasdag paasmaandag hemelvaartsdag hemelvaart pinksterdag pinkstermaandag moederdag vaderdag
prinsjesdag pasen pinksteren suikerfeest offerfeest ramadan
""")

# Words that keep their meaning; those of four letters and more are found through typos too.
_SNAPPED = listed("""
vandaag morgen overmorgen gisteren eergisteren vannacht kwart kwartier half voor over uur minuten
volgende komende aanstaande eerstvolgende vorige afgelopen weekend anderhalf klokslag middernacht
tussen vanaf laatste maand weken maanden dagen geleden uiterlijk liever ongeveer klok
""")
_PLAIN = listed("""
de in op om van en of over voor na tot tegen rond niet nee geen nooit maar wel toch sorry wacht
bedoel oeps deze week dag maand jaar begin eind einde medio midden ergens sinds elke dan later
eerder vroeger vroeg laat pas ipv iets net zo per school werk eten lunch lang nodig tijd vooraf
vrij duurt binnen afspraak nummer keer te tevoren kinderen kind jaren jr personen kids zoon dochter
baby jongen jongens meisje meisjes zoons dochters kamers mensen euro erg probleem punt meer weet
uit paar s am pm ma do vr een ofzo halfuur straat laan weg plein huis dus onduidelijk
""")
_SAME = listed("""
vannavond=vandaag+Pa vanaaf=vandaag+Pa vnv=vandaag+Pa vanav=vandaag+Pa vnvnd=vandaag+Pa
vnd=vandaag vndg=vandaag vandag=vandaag vdg=vandaag vdaag=vandaag vndaag=vandaag today=vandaag
bugun=vandaag heden=vandaag
mrg=morgen mrgn=morgen mgn=morgen morge=morgen morgn=morgen tomorrow=morgen
yarin=morgen overmrgn=overmorgen overmrg=overmorgen overmorge=overmorgen
yesterday=gisteren dun=gisteren gister=gisteren gistere=gisteren eergister=eergisteren
vanmorgen=vandaag+Pm vanochtend=vandaag+Pm vanmiddag=vandaag+Pd vanavond=vandaag+Pa
vanmorge=vandaag+Pm tonight=vandaag+Pa hedenavond=vandaag+Pa
morgens=Pm smorgens=Pm smorgs=Pm smorges=Pm morgend=Pm voormiddag=Pm voormiddags=Pm
namiddag=Pd namiddags=Pd ochtens=Pm sochtens=Pm midag=Pd smidags=Pd avonds=Pa avon=Pa savons=Pa
ochends=Pm ochtent=Pm avont=Pa middach=Pd avondje=Pa middagje=Pd ochtendje=Pm snags=Pn
aanst=komende eerstkomende=komende eerstkomend=komende eerstvolgende=komende aanstaande=komende
komend=komende aankomende=komende aanstaand=komende aanstaanden=komende as=komende next=volgende
eerstvolgend=komende volgend=volgende vlgnd=volgende vlg=volgende volg=volgende vlgd=volgende
volgnde=volgende voriges=vorige vorig=vorige
uurtje=uur uurtjes=uur uren=uur ur=uur uu=uur ure=uur u=uur h=uur hrs=uur uurs=uur
kart=kwart
min=minuten minute=minuten
mins=minuten minuut=minuten minuutjes=minuten minutjes=minuten minuten=minuten
kwartiertje=kwartier kw=kwart kwrtr=kwartier
v=van vd=van+de
halluf=half halv=half halve=half haf=half hlf=half hafl=half halfje=half hallf=half hal=half
alf=half
vor=voor ovr=over ove=over vover=over
ong=rond ongv=rond tegenaan=tegen tgn=tegen ongeveer=rond omstreeks=rond circa=rond ca=rond plm=rond
max=uiterlijk maximaal=uiterlijk minimaal=uiterlijk minstens=uiterlijk
vroegst=uiterlijk stipt=klokslag klokke=klokslag
middernachts=middernacht
nie=niet nt=niet nit=niet nite=niet neit=niet never=nooit not=niet no=nee neen=nee nope=nee
ipv=ipv tot=tot tm=tot
geleden=geleden gelede=geleden
weekje=week weekjes=week wk=week wkn=weken weeks=week maandje=maand mnd=maand mnden=maanden
dgn=dagen daagjes=dagen dgs=dagen
enkele=paar aantal=paar
bedoelde=bedoel bedoelt=bedoel correctie=bedoel foutje=bedoel typfout=bedoel typefout=bedoel
typo=bedoel verkeerd=bedoel vergis=bedoel vergist=bedoel vergissing=bedoel verschreven=bedoel
oja=nee ohnee=nee ohw=oeps oepsie=oeps ow=oeps oh=oeps wachteven=wacht srry=sorry sry=sorry
sory=sorry elk=elke ieder=elke iedere=elke alle=elke altijd=elke meestal=elke soms=elke vaak=elke
elken=elke
weekeinde=weekend wknd=weekend
behalve=niet zonder=niet
duren=duurt euros=euro eur=euro
anderhalve=anderhalf halfuur=halfuur halfuurtje=halfuur
""")

_LIGHT = listed("""
doe doen graag liefst hoor kan kunnen ik we wij mij me is goed prima fijn ok oke okay het dat ja
jawel yes ben heb hebben wil zou moet mag zal gewoon even ff eens denk zeg die ook past lukt zal
beste best hallo hoi hey hai aub svp alstublieft alsjeblieft afspreken langskomen komen naar
misschien moeten worden werd geboren geb geboortedatum datum tijdstip dank bedankt jullie als
schikt uitkomt komt mooi zeker sowieso precies er weer daar nou eh uh uhm hm hmm euh t
zijn was mijn mn hij zij ze jarig verjaardag bellen gebeld bel belt start beginnen starten plaats
ongeveer eigenlijk dit wilt kunt kun gaat ga bij mevrouw meneer salam selam wallah he hea wat
""")


def _ways(table: str, letter: str) -> dict[str, str]:
    lines = [line.split() for line in table.strip().splitlines()]
    return {
        way: f"{letter}{place}"
        for place, line in enumerate(lines, 1)
        for way in line
        if not way.endswith("_")
    }


def _compounds() -> dict[str, str]:
    """ "dinsdagmiddag", "dinsdagsmiddags", "morgenochtend" → two tokens."""
    days = {day: f"W{place}" for place, day in enumerate(WEEKDAYS, 1)}
    days |= {"morgen": "morgen", "overmorgen": "overmorgen", "gister": "gisteren"}
    parts = PARTS | {"morgen": "Pm", "vroeg": "Pm", "namiddag": "Pd"}
    made = {}
    for day, token in days.items():
        for part, said in parts.items():
            for word in (day + part, f"{day}s{part}", f"{day}{part}s", f"{day}s{part}s"):
                made[word] = f"{token}+{said}"
    return made


def _parts() -> dict[str, str]:
    return {
        way: token for part, token in PARTS.items() for way in (part, part + "s", f"s{part}s")
    } | {"avonden": "habit", "ochtenden": "habit", "middagen": "habit"}


def _habits() -> dict[str, str]:
    """ "dinsdags" and "dinsdagen" say every Tuesday, not one of them."""
    return {day + end: "habit" for day in WEEKDAYS for end in ("s", "en")}


def _feasts() -> dict[str, str]:
    return {feast: "F" + feast for feast in _FEASTS}


def _exact() -> dict[str, str]:
    table = {word: word for word in _PLAIN + _SNAPPED}
    table |= {day: f"W{place}" for place, day in enumerate(WEEKDAYS, 1)}
    table |= {month: f"M{place}" for place, month in enumerate(MONTHS, 1)}
    table |= _ways(_WEEKDAY_WAYS, "W") | _ways(_MONTH_WAYS, "M")
    table |= _compounds() | _parts() | _habits() | _feasts() | NUMBERS | ORDINALS | BENT
    said = dict(pair.split("=") for pair in _SAME)
    light = {word: "" for word in _LIGHT if word not in table}
    return table | said | light


EXACT: dict[str, str] = _exact()
"""Each known spelling → its token, two joined by `+`, or nothing for a word that adds nothing."""

_LOOSE = [*_SNAPPED, *WEEKDAYS, *MONTHS, *_compounds(), *_parts(), *_habits(), *_feasts()]
_LOOSE += [*NUMBERS, *ORDINALS, "vanavond", "vanmiddag", "vanochtend", "vanmorgen", "smorgens"]
SNAPPED: tuple[str, ...] = tuple(dict.fromkeys(word for word in _LOOSE if len(word) > 2))
"""The spellings that a typo is measured against."""
