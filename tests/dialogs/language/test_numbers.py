"""How many and how much: one line is what she types and what it means; ? is unclear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.language.numbers import number, read_number, whole_number
from dialogs.language.numbers.amounts import read_amount
from dialogs.language.numbers.words import spelled
from tests.dialogs.language.rows import rows

NUMBERS = """
twee kinderen -> 2
drieendertig -> 33
vijfentwintg -> 25
geen -> 0
nul -> 0
niks -> 0
een meisje en twee jongens -> 3
2 jongens 1 meid -> 3
tweeling en nog een -> 3
alleen ik -> 1
2 of 3 -> ?
een stuk of 4 -> 4
2 kinderen van 3 en 5 -> 2
eentje -> 1
maar 1tje -> 1
een paar -> ?
-3 -> ?
99999999999 -> ?
1.850 -> 1850
ik heb er 3 -> 3
3 stuks -> 3
2x -> 2
1 -> 1
een -> 1
geen idee -> ?
weet ik niet -> ?
met zn drieen -> 3
met z'n vieren -> 4
ik en mijn 2 kinderen -> 3
ik heb 2 kinderen -> 2
2 nee 3 -> 3
niet 2 maar 3 -> 3
twee kids -> 2
heb geen kinderen -> 0
3 kinderen: 2 jongens en 1 meisje -> 3
2 kinderen en een baby -> 3
een zoon en een dochter -> 2
zoon en dochter -> 2
mijn zoon -> ?
een dochter van 3 -> 1
dochter van 3 -> 1
2 volwassenen en 3 kinderen -> 5
3 jaar -> 3
20 uur per week -> 20
twee van 3 en 5 -> 2
1 jongen van 4 en 1 meisje van 7 -> 2
4 sorry 5 -> 5
vier👶 -> 4
2,5 -> ?
half -> ?
twee dochters van 6 en 8 jaar en een zoontje van 2 -> 3
ik heb een auto en 2 kinderen -> 2
drie waarvan een baby -> 3
3 kindjes 2 5 en 8 -> 3
2 kindren -> 2
zes of zeven -> ?
ik woon alleen met mijn 2 kinderen -> 2
tweeling -> 2
een tweeling -> 2
mijn man en 2 kinderen -> ?
mijn man ik en 2 kinderen -> 4
2 meisjes -> 2
ik heb 1 zoon -> 1
4 kinderen waarvan 2 thuis -> 4
minimaal 3 -> ?
3 a 4 -> ?
2-3 -> ?
nog een -> 1
we zijn met 5 -> 5
wij zijn met zijn 4en -> 4
duizend -> 1000
0 -> 0
zwanger van de tweede -> ?
3+1 -> 4
2 plus 1 -> 3
vijf stuks -> 5
groep 4 -> ?
ongeveer 12 -> 12
tachtig -> 80
1 kind van 3 jaar -> 1
2 kinderen 3 en 5 jaar -> 2
maar 1 -> 1
vandaag 2 -> 2
ik heb drie kinderen 2 meisjes en 1 jongen -> 3
2 kids 1 boy -> ?
ik heb er geen -> 0
niemand -> 0
ik + 2 kids -> 3
2 kinderen en 1 op komst -> ?
geen enkele -> 0
niet een -> ?
2e -> ?
1 kind thuis en 1 uit huis -> 2
met z'n tweeën -> 2
three kids -> 3
3k -> 3000
vorig jaar 3 nu 4 -> ?
zes of ezven -> ?
geen ideee -> ?
tweling en nog een -> 3
minmaal 3 -> ?
3kk -> ?
een kinderen -> ?
duizenden -> ?
ik ben 28 en heb 2 kinderen -> 2
ik ben 28 -> 28
op 3 december -> ?
één komma vijf -> ?
nul komma nul -> 0
niet 2 -> ?
een van mezelf en twee van mn ex -> ?
twee en een half -> ?
"""
AMOUNTS = """
1.850 -> 1850
1.850,50 -> 1850.5
1850.50 -> 1850.5
€ 80 -> 80
80 euro -> 80
80,- -> 80
3k -> 3000
2,5k -> 2500
vijftig euro -> 50
anderhalf duizend -> 1500
twaalfhonderd -> 1200
12 honderd -> 1200
ongeveer 900 per maand -> 900
900 p/m -> 900
geen -> 0
niks -> 0
rond de 1000 -> 1000
minder dan 500 -> ?
80 of 90 -> ?
800-900 -> ?
tussen 800 en 900 -> ?
duizenden euros -> ?
honderden -> ?
een half duizend -> ?
drie en een half duizend -> 3500
2 x 600 -> ?
2x 50 -> ?
80 per kind -> 80
80 per kind, 3 kinderen -> ?
niet 600 -> ?
niet 80 maar 90 -> 90
1200 bijstand en 300 toeslag -> ?
500 euro voor 2 kinderen -> 500
€80,00 -> 80
80€ -> 80
twaalf vijftig -> 12.5
twee tientjes -> 20
3 euro 50 -> 3.5
3 euro en 50 cent -> 3.5
50 cent -> 0.5
1 850 -> 1850
€ 12 500 -> 12500
900 op 25 mei -> 900
900 per 4 weken -> 900
een euro of 900 -> 900
geen idee -> ?
weet ik niet -> ?
ik heb niks -> 0
1,850 -> ?
1.85 -> 1.85
een paar honderd -> ?
tweehonderd vijftig -> 250
tweehonderdvijftig euro -> 250
duizend -> 1000
2 duizend -> 2000
1400 euro netto -> 1400
80eu -> 80
1.250,- -> 1250
max 500 -> ?
ik krijg 1100 euro bijstand per maand -> 1100
+- 900 -> 900
1,5k -> 1500
2 ton -> 200000
50,-- per week -> 50
veertig -> 40
0 -> 0
€0 -> 0
1850 -> 1850
12345678 -> ?
1200.- -> 1200
twee en een half duizend -> 2500
800 nee 850 -> 850
800 euro 850 euro -> ?
80 euro per maand voor 3 kinderen -> 80
vijf honderd -> 500
500e -> 500
50% -> ?
-50 -> ?
geen cent -> 0
ik snap er niks van -> ?
bijna 1000 -> 1000
negenhonderd zestig -> 960
9 honderd -> 900
duizend euro ongeveer -> 1000
1000 ofzo -> 1000
12,50 -> 12.5
een tientje -> 10
honderd -> 100
1.200,00 euro -> 1200
1000 a 1200 -> ?
eur 75 -> 75
75 eur -> 75
75.00 eur -> 75
€1.234,56 -> 1234.56
1234,5 -> 1234.5
anderhalve ton -> 150000
gratis -> 0
80 + 40 -> ?
12 000 -> 12000
ik hou niks over -> 0
6 4 0 -> ?
mijn huur is 640 euro en 12 cent -> 640.12
8000 bij cjib en 2000 bij de bank -> ?
1400 per mnd en 1 kind -> 1400
tien vijftig -> 10.5
12duizend -> 12000
mindr dan 500 -> ?
tweehoderd vijftig -> 250
50 cnet -> 0.5
adnerhalf duizend -> 1500
ik snap er k niks van -> ?
900 euro 800 -> ?
3kk -> ?
"""
TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
UNITS = "een twee drie vier vijf zes zeven acht negen"


@pytest.mark.parametrize(("text", "meant"), rows(NUMBERS))
def test_a_number(text: str, meant: str | None) -> None:
    assert whole_number(text) == (None if meant is None else int(meant))


@pytest.mark.parametrize(("text", "meant"), rows(AMOUNTS))
def test_an_amount(text: str, meant: str | None) -> None:
    found = read_amount(text)
    assert found == (None if meant is None else float(meant))
    assert isinstance(found, int) == (meant is not None and "." not in meant)


def test_half_a_number_is_only_for_who_asks_for_it() -> None:
    assert (number("anderhalf uur"), number("2,5"), number("drie")) == (1.5, 2.5, 3)
    assert whole_number("anderhalf uur") is None


def test_a_script_counts_to_99() -> None:
    assert (read_number("negenennegentig"), read_number("honderd")) == ("99", None)


def test_every_number_word_is_read_with_a_letter_lost() -> None:
    names = [f"{unit}en{tens}" for tens in TENS.split() for unit in UNITS.split()]
    values = [tens * 10 + unit for tens in range(2, 10) for unit in range(1, 10)]
    read: list[bool] = []
    for name, value in zip(names, values, strict=True):
        assert spelled(name) == value
        slips = {name[:cut] + name[cut + 1 :] for cut in range(1, len(name))}
        assert {spelled(slip) for slip in slips} <= {value, None}
        read += [spelled(slip) == value for slip in slips]
    assert sum(read) >= 0.9 * len(read)


@pytest.mark.parametrize("word", ["zien", "echt", "hier", "geven", "tegen", "lijf", "dacht", "die"])
def test_a_real_word_is_no_typo(word: str) -> None:
    assert spelled(word) is None


@given(st.integers(0, 99))
def test_digits_are_read_as_they_stand(value: int) -> None:
    assert whole_number(f"wij zijn met {value}") == value


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    assert whole_number(text) is None or read_amount(text) is None or any(map(str.isalnum, text))
