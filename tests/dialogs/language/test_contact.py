"""How to reach her: one line is what she types and what it means; ? is unclear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.language.contact import read_name, read_phone, read_postcode, spoken
from dialogs.language.guard import MASK, found_bsn
from tests.dialogs.language.rows import rows

PHONES = """
0612345678 -> +31612345678
06-12345678 -> +31612345678
06 12 34 56 78 -> +31612345678
06.12.34.56.78 -> +31612345678
+31612345678 -> +31612345678
+31 6 12345678 -> +31612345678
0031612345678 -> +31612345678
+31 (0)6 12345678 -> +31612345678
+31(0)612345678 -> +31612345678
(06) 12345678 -> +31612345678
o6 12345678 -> +31612345678
O612345678 -> +31612345678
nul zes twaalf vierendertig zesenvijftig achtenzeventig -> +31612345678
nul zes een twee drie vier vijf zes zeven acht -> +31612345678
06 een twee drie vier vijf zes zeven acht -> +31612345678
bel maar op 0612345678 na 5 -> +31612345678
0612345678 of 0687654321 -> ?
niet op 0612345678 bellen -> ?
0612345678 (van mijn moeder, bel die niet) -> ?
niet op 0612345678 maar op 0687654321 -> +31687654321
0612345678 maar niet bellen, appen -> +31612345678
0612345678 of 06 12345678 -> +31612345678
061234567 -> ?
06123456789 -> ?
06 1234 5678 9 -> ?
+32470123456 -> +32470123456
+32 470 12 34 56 -> +32470123456
+90 532 123 45 67 -> +905321234567
0090 532 123 45 67 -> +905321234567
+597 8123456 -> +5978123456
+5978123456 -> +5978123456
078 123 45 67 -> +31781234567
0183-123456 -> +31183123456
31612345678 -> +31612345678
31 6 12345678 -> +31612345678
123456782 -> ?
geen telefoon -> ?
112 -> ?
mijn nr is 0612345678 maar liever na 16:00 -> +31612345678
0612345678 tussen 9 en 12 -> +31612345678
zes twaalf -> ?
het is 06 - 12 34 56 78 -> +31612345678
06/12345678 -> +31612345678
06 1234 5678 -> +31612345678
06 123 456 78 -> +31612345678
tel: 06 12345678 (na 17u) -> +31612345678
0612345678 en 0687654321 -> ?
0612345678. -> +31612345678
06 12345678 is van mijn zus, mijn nummer is 06 87654321 -> ?
+31 06 12345678 -> +31612345678
0031 06 12345678 -> +31612345678
00316 12345678 -> +31612345678
0 6 1 2 3 4 5 6 7 8 -> +31612345678
06 12345678 2x bellen -> +31612345678
+212 612345678 -> +212612345678
+44 7911 123456 -> +447911123456
０６１２３４５６７８ -> +31612345678
0612345678 0612345678 -> +31612345678
nul zes 12345678 -> +31612345678
nul zes eenentwintig drieëndertig vierenveertig vijfenvijftig -> +31621334455
O6-l2345678 -> +31612345678
op 12-03-2026 bellen 0612345678 -> +31612345678
0623456789 nee sorry 0623456788 -> +31623456788
06 12 34 56 -> ?
010-1234567 -> +31101234567
0800 1234 -> ?
+49 151 23456789 -> +4915123456789
+32 (0)470 12 34 56 -> +32470123456
"""
POSTCODES = """
3311AB -> 3311 AB
3311 ab -> 3311 AB
3311 a b -> 3311 AB
33 11 AB -> 3311 AB
ik woon op 3311 ab in dordrecht -> 3311 AB
3311 -> ?
3311 in dordrecht -> ?
postcode 3311 in -> 3311 IN
3311-AB -> 3311 AB
3311.AB -> 3311 AB
0311 AB -> ?
3311AB 12 -> 3311 AB
3311ab12 -> 3311 AB
3311 AB of 3312 BC -> ?
Spuiboulevard 300 3311 GR -> 3311 GR
3311 SS -> ?
3 3 1 1 a b -> 3311 AB
geen idee -> ?
3311abc -> ?
33111 AB -> ?
3311 en 2 kinderen -> ?
het is 3311AB -> 3311 AB
lange straat 12 3311ab dordrecht -> 3311 AB
3311  AB -> 3311 AB
3311, AB -> 3311 AB
33I1 AB -> ?
3311 ab nee 3311 ac -> 3311 AC
1271GH Huizen -> 1271 GH
3311 is het -> ?
"""


@pytest.mark.parametrize(("text", "meant"), rows(PHONES))
def test_a_telephone_number(text: str, meant: str | None) -> None:
    assert read_phone(text) == meant


@pytest.mark.parametrize(("text", "meant"), rows(POSTCODES))
def test_a_postcode(text: str, meant: str | None) -> None:
    assert read_postcode(text) == meant


def test_a_number_over_two_lines() -> None:
    assert read_phone("06\n12345678") == "+31612345678"


def test_a_masked_number_is_none() -> None:
    assert read_phone(f"{MASK} 0612345678") is None


@given(st.integers(0, 99_999_999))
def test_a_mobile_number_is_never_taken_for_a_bsn(rest: int) -> None:
    number = f"06{rest:08}"
    assert found_bsn(number) == found_bsn(f"{number[:2]} {number[2:]}") == ()
    assert found_bsn(" ".join(number)) == ()


@pytest.mark.parametrize("text", ["ik heet samira", "Samira", "noem me maar samira"])
def test_a_name(text: str) -> None:
    found = read_name(text)
    assert found is not None
    assert found.casefold().endswith("samira")


def test_a_sentence_is_no_name() -> None:
    assert read_name("ik ben bang") is None


def test_a_number_is_said_in_pairs() -> None:
    assert spoken("+31612345678") == "06 12 34 56 78"
    assert spoken("+31183123456") == "0183 12 34 56"
    assert spoken("+31781234567") == "078 12 34 567"
    assert spoken("+32470123456") == "+32470123456"


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    assert read_phone(text) is None or any(map(str.isdigit, text))
    assert read_postcode(text) is None or any(map(str.isdigit, text))


def test_a_word_of_assent_is_no_name_and_maar_is_not_part_of_one() -> None:
    assert read_name("noem me maar sam") == "Sam"
    assert read_name("ok") is None
    assert read_name("prima hoor") is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("hoi ik ben Sanne", "Sanne"),
        ("gewoon Mo", "Mo"),
        ("kim hier", "Kim"),
        ("Noor graag", "Noor"),
        ("Chantal \N{SMILING FACE WITH SMILING EYES}", "Chantal"),
        ("Ik ben Kim, 34 jaar", "Kim"),
        ("Mijn naam is El Idrissi", "El Idrissi"),
        ("mevrouw de Vries", "Mevrouw de Vries"),
        ("Gracia", "Gracia"),
        ("hoi", None),
        ("hoi ik ben bang", None),
        ("samira maar iedereen zegt sam", None),
        ("dat hoef je niet te weten", None),
    ],
)
def test_courtesy_around_a_name_is_no_part_of_it(text: str, meant: str | None) -> None:
    assert read_name(text) == meant
