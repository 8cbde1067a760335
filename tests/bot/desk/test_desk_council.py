"""*Raadsbrief*: tables, a chart, a draft, files; small numbers stay so; wrong days are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.app import reporting
from bot.desk.app import routes
from bot.service.council import words
from bot.service.council.csv import written
from casework import requests
from casework.arrears import Kind
from casework.baby_package import Phase
from casework.council import report
from casework.funds import WISHES
from casework.tallies import Tally
from tests.bot.desk import standin
from tests.bot.desk.standin_council import HALF, TODAY, Counted
from tests.bot.desk.test_desk_access import PREFIX, enter
from tests.bot.desk.town import dordrecht

ROWS = [
    Tally(date(2026, 7, 5), "signed_up", 5),
    Tally(date(2026, 8, 5), "signed_up", 2),
    Tally(date(2026, 10, 5), "signed_up", 6),
    Tally(date(2026, 7, 6), "erased", 3),
    Tally(date(2026, 8, 6), "new_thing/kind/asked", 8),
    Tally(date(2026, 8, 6), "baby_package/phase_1/asked", 8),
]
PAGE = f"{PREFIX}/raadsbrief"


def mo(rows: list[Tally]) -> TestClient:
    """The coordinator, before a desk with this ledger."""
    given = standin.deps(standin.shelf())
    deps = replace(given, programmes=replace(given.programmes, council=Counted(rows)))
    who = TestClient(Starlette(routes=routes(deps)), follow_redirects=False)
    enter(who, "mo")
    return who


def test_the_coordinator_sees_counts_a_chart_and_a_draft() -> None:
    page = mo(ROWS).get(PAGE).text
    assert "13 gezinnen begonnen een gesprek met Stapje." in page
    assert "Minder dan 5 gezinnen hebben zelf hun gegevens gewist" in page
    assert '<th scope="row">Hebben zelf hun gegevens gewist</th><td>&lt;5</td>' in page
    assert 'role="img"' in page
    assert "jul–sep 2026: 7; okt–dec 2026: 6" in page
    assert "Phase 1: aangevraagd" in page
    assert "nog niet voorbij" in page


def test_nothing_counted_yet_is_said_kindly() -> None:
    page = mo([]).get(PAGE).text
    assert "nog niets geteld. Dat is geen fout" in page
    assert "<svg" not in page


def test_wrong_days_are_told_and_stay_filled_in() -> None:
    who = mo(ROWS)
    for query, said in (
        ("van=2026-12-31&tot=2026-07-01", "de eerste dag is later dan de laatste"),
        ("van=gisteren&tot=2026-07-01", "is geen datum"),
        ("van=1900-01-01&tot=2026-07-01", "langer dan vijf jaar"),
    ):
        answer = who.get(f"{PAGE}?{query}")
        assert answer.status_code == 422
        assert said in answer.text
        assert query[4:8] in answer.text


def test_files_are_for_spreadsheet_and_writer() -> None:
    who = mo(ROWS)
    sheet = who.get(f"{PAGE}/csv?van=2026-07-01&tot=2026-12-31")
    assert sheet.headers["content-disposition"].endswith('2026-07-01-2026-12-31.csv"')
    assert "Gezinnen;Hebben zelf hun gegevens gewist;2026-07-01;2026-12-31;<5" in sheet.text
    assert "13 gezinnen begonnen" in who.get(f"{PAGE}/tekst").text


def test_no_cell_is_a_formula() -> None:
    town = dordrecht()
    first = town.programmes[0]
    named = replace(first, id="baby_package", label="=HYPERLINK(1)")
    town = replace(town, programmes=(named,))
    cells = [
        cell
        for line in written(town, report(ROWS, HALF, TODAY)).splitlines()
        for cell in line.split(";")
    ]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_page_of_its_own_needs_no_other_file() -> None:
    page = reporting.page_of(dordrecht(), report(ROWS, HALF, TODAY), under_way=False)
    assert "<svg" in page
    assert "href=" not in page
    assert "src=" not in page


def test_everything_that_is_counted_is_said_in_dutch() -> None:
    kinds = {*WISHES, *Phase, *Kind}
    assert kinds == set(words.KINDS)
    for asked_of in requests.programmes():
        own = words.STATES_OF.get(asked_of, {})
        assert set(requests.states(asked_of)) <= set(own) | set(words.STATES), asked_of
    assert words.block(dordrecht(), requests.SMALL_GOAL) == "Kleine stap van de week"
    assert words.label("early_arrears/rent/declined") == "Huur: wil geen contact"
    assert words.label("small_goal//set") == "Gekozen"
