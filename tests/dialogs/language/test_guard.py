"""What never reaches storage, however it is written; and what must stay as it is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.language.guard import MASK, found_bsn, found_iban, mask

BSN = "123456782"
IBAN = "NL91ABNA0417164300"
WORDS = "nul een twee drie vier vijf zes zeven acht negen"


def control(eight: int) -> str:
    """A valid BSN from eight digits, or nine zeros when there is none."""
    body = f"{eight:08}"
    rest = sum(w * int(d) for w, d in zip(range(9, 1, -1), body, strict=True)) % 11
    return body + str(rest) if rest < 10 and eight else "0" * 9


bsns = st.integers(10_000_000, 99_999_999).map(control).filter(lambda code: code != "0" * 9)
separators = st.sampled_from(
    ["", " ", ".", "-", "/", "_", "  ", " - ", "\n", "·", "–", "\u00a0", ","]
)
cuts = st.sampled_from([(3, 3, 3), (4, 2, 3), (1,) * 9, (2, 2, 2, 3), (8, 1), (9,), (5, 4), (2, 7)])


def cut(code: str, lengths: tuple[int, ...], between: str) -> str:
    parts, at = [], 0
    for length in lengths:
        parts.append(code[at : at + length])
        at += length
    return between.join(parts)


@pytest.mark.parametrize(
    "text",
    [
        "123456782", "mijn bsn is 123456782", "bsn123456782", "BSN:123456782", "1234.56.782",
        "123 456 782", "123/456/782", "123_456_782", "1 2 3 4 5 6 7 8 2", "12345678 2",
        "l23456782", "een twee drie vier vijf zes zeven acht twee", "123\n456\n782",
        "１２３４５６７８２", "١٢٣٤٥٦٧٨٢", "123\u200b456\u200b782", "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣2️⃣",
        "twaalf vierendertig zesenvijftig achtenzeventig twee", "123 punt 456 punt 782",
        "123 en dan 456782", "3 kinderen 123456782", "123456782 2 kinderen", "123, 456, 782",
        "bsn 12 34 56 78 2 3 kinderen", "(123456782)", "123·456·782", "123456782!!",
    ],
)  # fmt: skip
def test_a_bsn_is_found_in_any_spelling(text: str) -> None:
    assert found_bsn(text) == (BSN,)
    assert MASK in mask(text)
    assert found_bsn(mask(text)) == ()


def test_a_first_zero_that_was_left_out() -> None:
    assert found_bsn("mijn bsn nummer is 12345672") == found_bsn("012345672") == ("012345672",)
    assert found_bsn("het zijn er 12345672") == ()


@pytest.mark.parametrize(
    "text",
    [
        "0612345678", "06 12345678", "0 6 1 2 3 4 5 6 7 8", "+31612345678", "+31 (0)6 12345678",
        "0031 6 12345678", "31 612345678", "078 123 45 67", "078 123 456 7", "+32 470 12 34 56",
        "+90 532 123 45 67", "+597 421234", "12-03-2019 14:30", "12-03-2019 1", "3, 5 en 9",
        "2026-11-26T14:30", "1.850,50", "1234567824", "order 1234567820123", "12345678",
        "nul zes een twee drie vier vijf zes zeven acht", "12:c.2026-11-26T14:30", "",
        "12:c.district_x", "NL91ABNA0417164301", "4111111111111112",
    ],
)  # fmt: skip
def test_what_is_no_such_number_stays(text: str) -> None:
    assert mask(text) == text


def test_beside_a_telephone_number_only_the_bsn_goes() -> None:
    assert mask(f"06 12345678 {BSN}") == f"06 12345678 {MASK}"
    assert mask(f"{BSN} 06 12345678") == f"{MASK} 06 12345678"
    assert mask(f"bel 0612345678 bsn {BSN} ok") == f"bel 0612345678 bsn {MASK} ok"


@pytest.mark.parametrize(
    "text",
    [
        IBAN, IBAN.lower(), "NL91 ABNA 0417 1643 00", "NL91.ABNA.0417.1643.00",
        "NL91ABNA\n0417164300", "N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0", "NL91-ABNA-0417-1643-00",
        "ibanNL91ABNA0417164300", "rekening nl91 abna 0417164300 op naam", "NL91ABNAO4171643OO",
        "NL eenennegentig ABNA nul vier één zeven één zes vier drie nul nul",
        "dus nl negen een abna, nul vier zeventien zestien drieënveertig nul nul en dan niks",
        "nl 91 abna 04 17 16 43 00", "NL91ABNA0417164300ok", "ＮＬ９１ＡＢＮＡ０４１７１６４３００",
    ],
)  # fmt: skip
def test_an_iban_is_found_in_any_spelling(text: str) -> None:
    assert found_iban(text) == (IBAN,)
    assert found_bsn(text) == ()
    assert "0417" not in mask(text)


def test_an_iban_that_was_spoken_is_masked_whole_and_nothing_beside_it() -> None:
    spoken = "NL eenennegentig ABNA nul vier één zeven één zes vier drie nul nul"
    assert mask(f"het is {spoken} ja") == f"het is {MASK} ja"
    told = "in nl twintig jaar gewoond, een huis met drie kamers, vier kinderen en nul euro"
    assert mask(told) == told


@pytest.mark.parametrize(
    "code",
    [
        "BE68539007547034", "DE89370400440532013000", "TR330006100519786457841326",
        "GB29NWBK60161331926819", "FR1420041010050500013M02606", "PL61109010140000071219812874",
        "MT84MALT011000012345MTLCAST001S", "NO9386011117947", "SA0380000000608010167519",
    ],
)  # fmt: skip
def test_an_iban_of_another_country(code: str) -> None:
    spaced = " ".join(code[at : at + 4] for at in range(0, len(code), 4))
    assert found_iban(f"het is {spaced}.") == (code,)
    assert mask(code.lower()) == MASK


@pytest.mark.parametrize(
    "card",
    ["4111111111111111", "4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005",
     "6759 6498 2643 8453", "3782 822463 10005"],
)  # fmt: skip
def test_a_card_is_masked(card: str) -> None:
    assert mask(f"kaart {card} geldig 12/27") == f"kaart {MASK} geldig 12/27"


@given(bsns, cuts, separators)
def test_no_style_of_writing_leaves_a_bsn(
    code: str, lengths: tuple[int, ...], between: str
) -> None:
    for text in (cut(code, lengths, between), f"mijn nummer: {cut(code, lengths, between)} ok?"):
        assert found_bsn(text) == (code,)
        assert found_bsn(mask(text)) == ()


@given(bsns)
def test_spoken_digits_leave_no_bsn(code: str) -> None:
    words = WORDS.split()
    assert mask("bsn " + " ".join(words[int(digit)] for digit in code)) == f"bsn {MASK}"


@given(st.text(alphabet=st.sampled_from("0123456789 .-/+:,()oleNnLl\nbsn▒é"), max_size=80))
def test_masking_again_changes_nothing(text: str) -> None:
    once = mask(text)
    assert mask(once) == once
    assert found_bsn(once) == ()


def test_what_comes_free_is_looked_at_again() -> None:
    assert mask(f"{BSN} 11 11 1111 0") == f"{MASK} {MASK}"


@given(st.text(max_size=80))
def test_a_text_without_eight_digits_stays(text: str) -> None:
    few = sum(map(str.isdigit, text)) < 8
    assert mask(text) == text or not few


@given(st.integers(0, 99_999_999), st.sampled_from(["{0}{1}{2}{3}{4}", "{0} {1}{2}{3}{4}",
       "{0}-{1}{2}{3}{4}", "{0} {1} {2} {3} {4}", "{0}.{1}.{2}.{3}.{4}", "+316{1}{2}{3}{4}",
       "({0}) {1}{2} {3}{4}", "bel {0} {1}{2}{3}{4} na 5", "0031 6 {1} {2} {3} {4}"]))  # fmt: skip
def test_a_mobile_number_is_never_masked(rest: int, style: str) -> None:
    digits = f"06{rest:08}"
    text = style.format(*(digits[at : at + 2] for at in range(0, 10, 2)))
    assert mask(text) == text


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 9))
def test_a_date_beside_a_number_stays(day: date, beside: int) -> None:
    assert mask(f"{day:%d-%m-%Y} {beside}") == f"{day:%d-%m-%Y} {beside}"


def test_what_she_calls_her_bsn_is_never_kept_however_wrong_it_is() -> None:
    assert mask("mijn bsn nummer is 12345678") == f"mijn bsn nummer is {MASK}"
    assert mask("bsn: 1234 56 788") == f"bsn: {MASK}"
    assert mask("bel 0612345678") == "bel 0612345678"
