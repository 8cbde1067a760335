"""Ages: "8m" is 8 months, "4y" 4 years, "P" not born yet; - is no children and ? is unclear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.language.ages import OLDEST, Age, read_ages
from tests.dialogs.language.rows import rows

AGES = """
3, 5 en 9 -> 3y 5y 9y
twee van 4 -> 4y 4y
tweeling van 2 -> 2y 2y
8 mnd -> 8m
anderhalf -> 18m
2,5 -> 30m
bijna 9 -> 8y
net 4 -> 4y
6 weken -> 6w
ik ben 20 weken zwanger -> 20wP
in verwachting -> 0wP
uitgerekend in mei -> 0wP
zwanger en eentje van 3 -> 0wP 3y
geen kinderen -> -
Noor 3 en Sem 5 -> 3y 5y
groep 4 -> ?
baby -> ?
peuter -> ?
34 -> ?
0 -> 0y
5 jaar en 8 maanden -> ?
6 en 8 maanden -> 6y 8m
3 en 14 maanden -> ?
2 jongens van 4 en 6 -> 4y 6y
2 kinderen van 3 en 5 -> 3y 5y
een meisje van 3 en twee jongens van 5 en 7 -> 3y 5y 7y
tweeling van 2 en een van 5 -> 2y 2y 5y
tweeling 4 en zoon 7 -> 4y 4y 7y
3 5 9 -> 3y 5y 9y
3,5,9 -> 3y 5y 9y
3 jaar en 6 weken -> 3y 6w
4jr en 7jr -> 4y 7y
drie vijf en negen -> 3y 5y 9y
half jaar -> 6m
een half jaar -> 6m
2 en een half -> 30m
1 jaar en 3 maanden -> 15m
mijn zoon is 2 jaar en 3 maanden -> 27m
ik ben 34 en mijn zoon is 6 -> 6y
een van 3 en een van 5 -> 3y 5y
eentje van 3 en eentje van 5 maanden -> 3y 5m
1tje van 3 -> 3y
2tjes van 3 en 5 -> 3y 5y
2019 en 2021 -> ?
4 of 5 -> ?
3-5 -> ?
3-5-9 -> 3y 5y 9y
2 kinderen -> ?
allebei 4 -> 4y 4y
3 kinderen 2 5 en 8 -> 2y 5y 8y
3, 5 en een baby -> ?
een jongen en een meisje van 4 en 6 -> 4y 6y
een jongen en een meisje van 4 -> ?
4-jarige tweeling -> 4y 4y
4 jarige zoon en dochter van 7 -> 4y 7y
net geen 4 -> 3y
wordt 5 -> 4y
9 bijna 10 -> 9y
zwanger van een tweeling -> 0wP 0wP
zwanger van de tweede -> ?
3 en zwanger van de tweede -> 3y 0wP
20+3 weken zwanger -> 20wP
twintig weken zwanger -> 20wP
zwanger 12 weken -> 12wP
5 maanden zwanger -> 5mP
niet zwanger -> ?
een jaar -> 1y
zoontje van een -> 1y
mijn oudste is 9 en de jongste 4 -> 9y 4y
18 maanden -> 18m
7 en een tweeling van 4 -> 7y 4y 4y
mijn kinderen zijn 5 jaar en 8 maanden -> 5y 8m
baby van 3 maanden en peuter van 2 -> 3m 2y
driejarige -> 3y
twaalf en veertien -> 12y 14y
drieentwintig -> 23y
geen -> -
3 jaar, 5 jaar, 9 jaar -> 3y 5y 9y
ze zijn 3 en 5 -> 3y 5y
12 13 en 15 -> 12y 13y 15y
ik ben zwanger en heb verder geen kinderen -> 0wP
4 4 en 7 -> 4y 4y 7y
tussen 3 en 5 -> ?
3 t/m 9 -> ?
2,5 en 6 -> 30m 6y
3,7 -> 3y 7y
5 maanden en 3 jaar -> 5m 3y
zoon 4 dochter 7 jaar -> 4y 7y
2 meisjes van 4 en een jongen van 6 -> 4y 4y 6y
een zoon van 12 en een dochter van anderhalf -> 12y 18m
👶 3 maanden -> 3m
1 -> 1y
2 -> 2y
Ayse 6 Mehmet 9 en baby Elif 4 mnd -> 6y 9y 4m
3 jaar 5 maanden en 2 jaar -> ?
drie kinderen waarvan 1 van 4 -> ?
4nee 5 -> 5y
sem is 3 noor wordt 5 -> 3y 4y
ruim 2 -> 2y
mijn jongste is 6 maanden de oudste 4 -> 6m 4y
2 x 4 -> ?
vier jaar -> 4y
7,5 jaar -> 90m
een tweeling van 6 maanden -> 6m 6m
ik ben 8 weken zwanger en heb er een van 2 -> 8wP 2y
3 kinderen van 3 en 5 -> ?
0 kinderen -> -
8 weken -> 8w
11 maanden oud -> 11m
weet ik niet -> ?
drie -> 3y
ik heb een zoon van 5 -> 5y
8, 6 en bijna 2 -> 8y 6y 1y
eentje is 5 en de ander 3 -> 5y 3y
twee jongens allebei 6 -> 6y 6y
ben zwanger 🤰 16 weken -> 16wP
ben zwanger van de tweede 30 weken, de eerste is 3 -> 30wP 3y
3 jr 5 jr en baby op komst -> 3y 5y 0wP
kind 1 is 4 en kind 2 is 7 -> 4y 7y
ik heb er 3: 2, 4 en 7 -> 2y 4y 7y
2 dochters (9 en 6) en 1 zoon (3) -> 9y 6y 3y
15 jaar, 12 jaar, 9 jaar en 14 maanden -> 15y 12y 9y 14m
3 jr en 10 mnden oude baby -> 3y 10m
drie jaar en een half -> 42m
vijf en een half -> 66m
zwanger tweeling -> 0wP 0wP
twee van negen en een van elf -> 9y 9y 11y
een tweejarige en een vierjarige -> 2y 4y
35 en 3 -> ?
2 jaar en 8 mnd -> ?
2x 5 jaar -> ?
min 3 -> ?
binja 9 -> 8y
twee vab 4 -> 4y 4y
8 mns -> 8m
6 weekn -> 6w
zwanfer en eentje van 3 -> 0wP 3y
twintig wekken zwanger -> 20wP
4 od 5 -> ?
Ayse 6 Mehmet 9 een baby Elif 4 mnd -> 6y 9y 4m
een tweejarige en een vierjaeige -> ?
5 eb een half -> ?
een en drie -> 1y 3y
één en drie -> 1y 3y
een twee drie -> 1y 2y 3y
drie, twee en een -> 3y 2y 1y
1 is 4 en de ander 6 -> 4y 6y
anderhalf en drieënhalf -> 18m 42m
vierenhalf en twee -> 54m 2y
tweeënhalf -> 30m
elf en darteen -> ?
2 tweelingen van 4 en 6 -> 4y 4y 6y 6y
2 tweelingen van 4, 6 en 8 -> ?
drie stuks 2 3 5 -> 2y 3y 5y
ze worden 5 en 7 in januari -> 4y 6y
Sem wordt 5 en Noor is 7 -> 4y 7y
6 en 8, niet 7 -> ?
J 6 M 8 -> 6y 8y
6 m en 2 j -> 6m 2y
was 30 weken zwanger -> ?
30 wkn zw -> 30wP
"""


def shown(ages: tuple[Age, ...] | None) -> str | None:
    if ages is None:
        return None
    return " ".join(f"{a.value}{a.unit[0]}{'P' * a.pregnant}" for a in ages) or "-"


@pytest.mark.parametrize(("text", "meant"), rows(AGES))
def test_ages(text: str, meant: str | None) -> None:
    assert shown(read_ages(text)) == meant


@given(st.lists(st.integers(0, OLDEST), min_size=1, max_size=7), st.sampled_from([", ", " ", "; "]))
def test_a_list_is_kept_in_order(ages: list[int], between: str) -> None:
    assert read_ages(between.join(map(str, ages))) == tuple(Age(age) for age in ages)


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    for age in read_ages(text) or ():
        assert age.value >= 0
