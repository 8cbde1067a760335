"""A creditor's file: every way that Excel and people spoil one, told row by row."""

from __future__ import annotations

import csv
import io
import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casework.arrears import Kind
from casework.arrears_file import (
    MOST_ROWS,
    Fault,
    Read,
    Row,
    Wrong,
    read,
    written,
)
from casework.cells import harmless

TODAY = date(2026, 11, 24)
HEAD = "referentie;soort;sinds"
BSN = "111222333"  # passes the eleven-test


def of(text: str, encoding: str = "utf-8") -> Read:
    return read(text.encode(encoding), TODAY)


def faults(text: str) -> list[tuple[int, str, Wrong]]:
    return [(one.row, one.column, one.wrong) for one in of(text).faults]


def test_a_good_file_whole() -> None:
    found = of(
        "Referentie;Soort;Sinds;Naam;Adres;Telefoon;Bedrag\n"
        "R-1;huur;2026-10-01;Fatima;Voorbeeldstraat 2, Dordrecht;06 12 34 56 78;412,50\n"
        "Z-2;Zorgverzekering;1-10-2026;;;;9\n"
    )
    assert found == Read(
        (
            Row("R-1", Kind.RENT, date(2026, 10, 1), "Fatima", "Voorbeeldstraat 2, Dordrecht",
                "+31612345678"),
            Row("Z-2", Kind.HEALTH, date(2026, 10, 1)),
        ),
        (),
        ("Bedrag",),
    )  # fmt: skip
    assert "412" not in str(found.rows)


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_signs_and_encodings_of_every_spreadsheet(sign: str, encoding: str, end: str) -> None:
    lines = ["referentie;soort;sinds;naam", "R-1;water;2026-10-01;Zoë Müller €"]
    found = of(end.join(lines).replace(";", sign), encoding)
    assert [(row.reference, row.name) for row in found.rows] == [("R-1", "Zoë Müller €")]


@pytest.mark.parametrize(
    ("row", "column", "wrong"),
    [
        (";huur;2026-10-01", "reference", Wrong.MISSING),
        ("R-1;;2026-10-01", "kind", Wrong.MISSING),
        ("R-1;telefoon;2026-10-01", "kind", Wrong.KIND),
        ("R-1;huur;", "began", Wrong.MISSING),
        ("R-1;huur;2026-13-01", "began", Wrong.DAY),
        ("R-1;huur;31-2-2026", "began", Wrong.DAY),
        ("R-1;huur;2026-11-25", "began", Wrong.FUTURE),
        ("R-1;huur;1026-10-01", "began", Wrong.OLD),
        (f"{'x' * 41};huur;2026-10-01", "reference", Wrong.LONG),
        (f"{BSN};huur;2026-10-01", "reference", Wrong.NUMBER),
        ('"R\n1";huur;2026-10-01', "reference", Wrong.ODD),
        ("R-1;huur", "", Wrong.CELLS),
        ("R-1;huur;2026-10-01;x", "", Wrong.CELLS),
        ("-;huur;2026-10-01", "reference", Wrong.MISSING),
        (f"BSN-{BSN};huur;2026-10-01", "reference", Wrong.NUMBER),
        (f"BSN{BSN};huur;2026-10-01", "reference", Wrong.NUMBER),
        (f"K{BSN};huur;2026-10-01", "reference", Wrong.NUMBER),
        (f"{BSN[:3]}\u200b{BSN[3:]};huur;2026-10-01", "reference", Wrong.NUMBER),
        ("NL91ABNA0417164300;huur;2026-10-01", "reference", Wrong.NUMBER),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_taken(row: str, column: str, wrong: Wrong) -> None:
    found = of(f"{HEAD}\nA;huur;2026-10-01\n{row}\nB;huur;2026-10-01\n")
    assert found.faults == (Fault(3, column, wrong),)
    assert [one.reference for one in found.rows] == ["A", "B"]


def test_the_first_line_that_excel_writes_itself_names_the_sign() -> None:
    found = of(
        "sep=,\r\nreferentie,soort,sinds,naam\r\nR-1,huur,2026-10-01,a;b;c;d\r\nR-2,?,x,\r\n"
    )
    assert [(row.reference, row.name) for row in found.rows] == [("R-1", "a;b;c;d")]
    assert {fault.row for fault in found.faults} == {4}


def test_empty_cells_after_the_last_one_are_nothing() -> None:
    found = of(f"{HEAD};;\nR-1;huur;2026-10-01;;;;\nR-2;huur;2026-10-01;;\n")
    assert ([row.reference for row in found.rows], found.faults) == (["R-1", "R-2"], ())


@pytest.mark.parametrize("dash", ["-", "--", "–", "—"])
def test_a_dash_is_an_empty_cell(dash: str) -> None:
    (row,) = of(f"{HEAD};naam;adres;telefoon\nR-1;huur;2026-10-01;{dash};{dash};{dash}\n").rows
    assert (row.name, row.address, row.phone) == ("", "", "")


@pytest.mark.parametrize(
    "day", ["2026-10-01 00:00:00", "2026-10-01T00:00:00", "1-10-2026 0:00", "01-10-2026 00:00"]
)
def test_a_day_that_a_spreadsheet_wrote_as_a_moment(day: str) -> None:
    (row,) = of(f"{HEAD}\nR-1;huur;{day}\n").rows
    assert row.began == date(2026, 10, 1)
    assert of(f"{HEAD}\nR-1;huur;2026-10-01 13:45\n").faults[0].wrong is Wrong.DAY


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *(("Huurachterstand", Kind.RENT), ("verhuurder", Kind.RENT), ("zorgpremie", Kind.HEALTH)),
        *(("waterbedrijf", Kind.WATER), ("elektriciteit", Kind.ENERGY)),
        *(("Energieleverancier", Kind.ENERGY), ("Gas en licht", Kind.ENERGY)),
    ],
)
def test_what_creditors_call_themselves_and_their_bills(word: str, kind: Kind) -> None:
    (row,) = of(f"{HEAD}\nR-1;{word};2026-10-01\n").rows
    assert row.kind is kind


@pytest.mark.parametrize("reference", [f"KL-{BSN}", f"KL{BSN}", f"{BSN}-NL", f"huur/{BSN}"])
def test_nine_digits_with_a_creditors_own_letters_are_no_bsn(reference: str) -> None:
    (row,) = of(f"{HEAD}\n{reference};huur;2026-10-01\n").rows
    assert row.reference == reference
    assert faults(f"{HEAD};naam\nR-1;huur;2026-10-01;{reference}\n")[0][1:] == (
        "name",
        Wrong.NUMBER,
    )


@pytest.mark.parametrize("other", ["A-1", "a\u200b-1", "\ufeffa-1", "a-\u00ad1"])
def test_one_reference_in_other_signs_is_one_signal(other: str) -> None:
    found = of(f"{HEAD}\na-1;huur;2026-10-01\n{other};huur;2026-10-01\n")
    assert found.faults == (Fault(3, "reference", Wrong.TWICE, 2),)
    assert [row.reference for row in found.rows] == ["a-1"]


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    text = f'{HEAD};naam\n\nA;huur;2026-10-01;"met\nregel"\nB;huur;nee;x\n'
    assert faults(text) == [(3, "name", Wrong.ODD), (5, "began", Wrong.DAY)]


def test_every_fault_of_a_row_is_told_at_once() -> None:
    assert faults(f"{HEAD};telefoon\nR-1;?;?;12\n") == [
        (2, "kind", Wrong.KIND),
        (2, "phone", Wrong.PHONE),
        (2, "began", Wrong.DAY),
    ]


def test_the_same_reference_counts_once_but_not_of_another_kind() -> None:
    text = f"{HEAD}\nA;huur;2026-10-01\nA;huur;2026-10-05\nA;water;2026-10-01\n"
    assert of(text).faults == (Fault(3, "reference", Wrong.DIFFERS, 2),)
    assert [(row.kind, row.began.day) for row in of(text).rows] == [(Kind.RENT, 1), (Kind.WATER, 1)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [(0, "", Wrong.EMPTY)]),
        ("\n\n", [(0, "", Wrong.EMPTY)]),
        ("PK\x03\x04rest", [(0, "", Wrong.SHEET)]),
        ("naam;adres\nA;B", [(1, n, Wrong.COLUMN) for n in ("reference", "kind", "began")]),
        (f"{HEAD};ref\nA;huur;2026-10-01;B", [(1, "reference", Wrong.DOUBLED)]),
        (f'{HEAD}\nA;huur;2026-10-01\n"B;huur;2026-10-01\nC;huur;x', [(3, "", Wrong.QUOTES)]),
    ],
)
def test_a_file_that_is_no_list(text: str, told: list[tuple[int, str, Wrong]]) -> None:
    assert faults(text) == told


def test_a_column_with_a_bsn_is_not_read_at_all() -> None:
    found = of(f"{HEAD};BSN\nA;huur;2026-10-01;{BSN}\n")
    assert found.ignored == ("BSN",)
    assert found.faults == ()
    assert BSN not in str(found)


def test_too_many_rows_end_at_a_row_that_is_named() -> None:
    rows = "\n".join(f"R{n};huur;2026-10-01" for n in range(MOST_ROWS + 5))
    found = of(f"{HEAD}\n{rows}")
    assert len(found.rows) == MOST_ROWS
    assert found.faults == (Fault(MOST_ROWS + 2, "", Wrong.MANY),)


def test_of_rows_that_say_the_same_the_first_counts() -> None:
    text = f"{HEAD}\n\nA;huur;2026-10-01\nB;huur;2026-10-01\nA;huur;2026-10-01\n"
    assert of(text).faults == (Fault(5, "reference", Wrong.TWICE, 3),)


FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", "=cmd|' /C calc'!A0", "＝1+1", " =1", "|x", "%0A")


@pytest.mark.parametrize("cell", FORMULAS)
@pytest.mark.parametrize("column", ["reference", "name", "address", "creditor"])
def test_a_formula_is_told_and_nothing_of_its_row_is_kept(column: str, cell: str) -> None:
    given = {"reference": "R-1", "name": "Kim", "address": "Straat 1", "creditor": "Trivire"}
    head = ";".join([*given, "kind", "began"])
    bad = ";".join([*(given | {column: cell}).values(), "huur", "2026-10-01"])
    good = ";".join([*(given | {"reference": "R-2"}).values(), "huur", "2026-10-01"])
    found = of(f"{head}\n{bad}\n{good}\n")
    assert found.faults == (Fault(2, column, Wrong.FORMULA),)
    assert [row.reference for row in found.rows] == ["R-2"]


@pytest.mark.parametrize("sign", ["\t", "\r", "\n"])
def test_a_cell_that_begins_with_a_tab_or_a_line_break_is_told(sign: str) -> None:
    found = of(f'{HEAD};naam\n"{sign}R-1";huur;2026-10-01;Kim\nR-2;huur;2026-10-01;"{sign}=1"\n')
    assert [(one.column, one.wrong) for one in found.faults] == [
        ("reference", Wrong.ODD),
        ("name", Wrong.ODD),
    ]
    assert found.rows == ()


def test_a_telephone_number_may_begin_with_a_plus() -> None:
    (row,) = of(f"{HEAD};telefoon\nR-1;huur;2026-10-01;+31 6 12345678\n").rows
    assert row.phone == "+31612345678"


def test_what_was_kept_before_is_harmless_when_it_leaves() -> None:
    nasty = '=HYPERLINK("http://x.nl")'
    out = written([(nasty, "contact", "2026-11-24")])
    assert list(csv.reader(io.StringIO(out.decode("utf-8-sig")), delimiter=";")) == [
        ["'" + nasty, "contact", "2026-11-24"]
    ]


@given(st.text())
@example("\t=1")
@example("＝1+1")
@example(" ﹢31")
def test_no_cell_that_leaves_begins_a_formula(text: str) -> None:
    begins = unicodedata.normalize("NFKC", harmless(text).lstrip(" "))[:1]
    assert begins not in (*"=+-@|%", "\t", "\r", "\n")


@given(st.binary() | st.text().map(str.encode))
def test_no_file_whatever_makes_it_fall_over(body: bytes) -> None:
    found = read(body, TODAY)
    assert len(found.rows) <= body.count(b"\n") + body.count(b"\r")


@given(st.lists(st.text(max_size=20), max_size=6))
def test_whatever_stands_in_the_cells_is_taken_or_told(cells: list[str]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([HEAD.split(";"), cells])
    found = of(out.getvalue())
    assert len(found.rows) + len({one.row for one in found.faults}) <= 1 + (len(cells) > 0)


def test_a_file_may_say_whose_each_signal_is() -> None:
    text = "schuldeiser;referentie;soort;sinds\nA;R;huur;2026-10-01\nB;R;huur;2026-10-01\n"
    found = read((text + "A;R;huur;2026-10-02\n").encode(), TODAY)
    assert [row.creditor for row in found.rows] == ["A", "B"]
    assert [(fault.row, fault.wrong) for fault in found.faults] == [(4, Wrong.DIFFERS)]


def test_a_creditor_goes_by_the_name_that_is_known() -> None:
    text = "schuldeiser;referentie;soort;sinds\nTrivire BV;R;huur;2026-10-01\n;R;huur;2026-10-01\n"
    found = read(text.encode(), TODAY, "trivire", {"Trivire BV": "Trivire", "trivire": "Trivire"})
    assert [row.creditor for row in found.rows] == ["Trivire"]
    assert found.faults == (Fault(3, "reference", Wrong.TWICE, 2),)
