"""Programmes in the municipality's file: three towns as shipped, and each mistake at its line."""

from __future__ import annotations

from datetime import date

import pytest

from casework import budget
from casework.municipality import Municipality
from casework.municipality_age import stale
from casework.municipality_schema import build, load
from casework.municipality_scripts import against_scripts
from casework.programmes import KINDS, Amount, Per
from dialogs.authoring.issue import Severity
from dialogs.authoring.shelf import load_shipped
from dialogs.authoring.source import load_yaml
from tests.casework.conftest import DORDRECHT
from tests.casework.test_municipality import TEXT, changed, line_of

TOWNS = ("dordrecht", "huizen", "opsterland")


def town(name: str) -> Municipality:
    path = DORDRECHT.with_name(f"{name}.yaml")
    found = load(path.read_text("utf-8"), path.name)
    assert isinstance(found, Municipality), found
    return found


@pytest.mark.parametrize("name", TOWNS)
def test_every_shipped_town_is_whole(name: str) -> None:
    found = town(name)
    assert found.id == name
    assert all(one.source for one in found.programmes if one.on)


def test_the_figures_of_the_source_documents() -> None:
    dordrecht, huizen = town("dordrecht"), town("huizen")
    childcare = dordrecht.programme("bridging_childcare")
    assert budget.whole(childcare) == "15 × € 1.200 × 12 = € 216.000"
    assert childcare.budget(2020) == childcare.budget(2021) == 216_000_00
    assert dordrecht.programme("single_parents").quota == 120
    baby = huizen.programme("baby_package")
    assert (baby.quota, baby.warn_at, baby.amount) == (125, 100, Amount(80_00, Per.PACKAGE))
    assert baby.budget(2024) == 125 * 80_00
    assert town("opsterland").programme("child_package").quota is None
    assert [way.id for way in dordrecht.funding] == list("ABCDE")


def test_all_eighteen_rows_have_a_name() -> None:
    assert list(KINDS.values()) == [f"P{n:02}" for n in range(1, 19)]


def test_a_programme_runs_between_its_dates() -> None:
    baby = town("huizen").programme("baby_package")
    days = [date(2026, 1, 31), date(2026, 2, 1), date(2027, 1, 31), date(2027, 2, 1)]
    assert [baby.runs(day) for day in days] == [False, True, True, False]


def line_after(start: str, part: str) -> int:
    """The line of the first `part` behind `start`."""
    return TEXT[: TEXT.index(part, TEXT.index(start))].count("\n") + 1


def test_wrong_dates_negative_quotas_and_unknown_names_all_at_once() -> None:
    found = changed(
        ("quota: 15\n", "quota: -15\n"),
        ("since: 2020-04-01", "since: 2020-13-01"),
        ("per: month", "per: maand"),
        ("referrers: [creditor]", "referrers: [crediteur]"),
        ("euros: 400000,", "euros: veel,"),
        ("- id: town_pass", "- id: town_pas"),
        ("days_a_week: 3", "dagen: 3"),
    )
    assert [issue.partition(": ")[2] for issue in found] == [
        (
            "programmes[single_parents].amount.euros: 'veel' is geen bedrag in euro's;"
            " schrijf 1200 of 10.71"
        ),
        "programmes[bridging_childcare].quota: moet ten minste 1 zijn",
        (
            "programmes[bridging_childcare].amount.per: 'maand' kan hier niet;"
            " kies uit 'month', 'package', 'family' of 'year'"
        ),
        "programmes[bridging_childcare].dagen: deze naam kennen we niet; kies uit "
        + found[3].partition("kies uit ")[2],
        "programmes[bridging_childcare].since: is geen datum; schrijf die zo: 2026-11-26",
        found[5].partition(": ")[2],
        "programmes[town_pas].id: dit programma kennen we niet; bedoel je 'town_pass'?",
    ]
    assert int(found[1].partition(":")[0]) == line_after("bridging_childcare", "quota: 15")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("warn_at: 13", "warn_at: 16", "waarschuwen kan alleen onder het quotum"),
        ("since: 2020-04-01", "since: 2020-04-01\n    until: 2020-03-01", "eindigt op 2020-03-01"),
        ("year: 2021, euros: 216", "year: 2020, euros: 216", "het budget van 2020 staat er al"),
        ("[warn_at, budgets]", "[warnat]", "'warnat' is geen veld; bedoel je 'warn_at'?"),
        ("    quota: 15\n    warn_at: 13\n", "", "hier ontbreekt 'quota'"),
        ("programme: bridging_childcare", "programme: opvang", "'opvang' staat niet in dit"),
        ("_of: single_parents", "_of: single_parent", "bijgehouden; bedoel je 'single_parents'?"),
        ("fits: district is staart", "fits: district = staart", "voorwaarde is niet te lezen"),
        ("days_a_week: 3", "offsets: { digit: -40 }", "stap 'digit' kennen we niet; bedoel je"),
        ("days_a_week: 3", "heard_before: { digid: 5 }", "stap 'digid' heeft geen uiterste dag"),
        ("- id: B\n", "- id: A\n", "'A' staat er al"),
        ("- id: learning", "- id: town_pass", "'town_pass' staat er al"),
        ("1200, per: month", "1200, per: year", "schrijf 'per: month'"),
        ("follow_up_months: 3 ", "follow_up_months: 13 ", "mag ten hoogste 12 zijn"),
        ("months: 36", "months: 3", "het programma duurt 3 maanden"),
        ("days_a_week: 3", "follow_up_months: 3", "dit hoort alleen bij 'single_parents'"),
        ("days_a_week: 3", "again_after_months: 11", "dit hoort alleen bij 'child_package'"),
        ("on: false\n    flow", "on: false\n    again_after_months: 6\n    flow", "ten minste 9"),
        ("counted: places", "counted: families", "schrijf 'counted: places'"),
        ("role: escalation_officer", "role: coordinator", "er is geen 'escalation_officer'"),
        ("    programme: bridging_childcare\n", "", "heeft 'programme: bridging_childcare'"),
        (
            TEXT[TEXT.index("\nfunding:") : TEXT.index("\n# Wat er in de wijk")],
            "",
            "geen weg onder",
        ),
        ("quota: 15\n", "quota: true\n", "moet een heel getal zijn"),
        ("days_a_week: 3", "days_a_week: true", "moet een heel getal zijn"),
        ("referrers: [creditor]", "referrers: [midwife]", "niemand bij 'people' verwijst als midw"),
        ("  hours: 4 #", "  hours: 0 #", "0 uur is geen belofte: schrijf 1 of meer, of laat"),
    ],
)
def test_what_makes_no_sense(old: str, new: str, message: str) -> None:
    found = changed((old, new))
    assert any(message in issue for issue in found), found


HUIZEN = DORDRECHT.with_name("huizen.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("      - { year: 2027, euros: 10000 }", "#", "loopt ook in 2027, maar voor dat jaar"),
        ("    warn_at: 100\n", "", "hier ontbreekt 'warn_at'"),
        ("refers_as: midwife", "refers_as: school", "geen programma noemt 'school'"),
        ("[municipality, midwife, child_clinic]", "[tandem]", "verwijst als tandem (refers_as)"),
        ("[municipality, midwife, child_clinic]", "[school]", "verwijst als school (refers_as)"),
        (
            "role: coordinator\n",
            "role: coordinator\n    refers_as: midwife\n",
            "alleen een verwijzer",
        ),
    ],
)
def test_packages_and_who_refers_make_sense(old: str, new: str, message: str) -> None:
    assert old in HUIZEN
    found = load(HUIZEN.replace(old, new, 1), "h.yaml")
    assert isinstance(found, list)
    (issue,) = [str(one) for one in found if message in str(one)]
    assert int(issue.partition(":")[2].partition(":")[0]) > 1, "it says where"


def test_what_is_on_says_when_it_was_checked() -> None:
    text = TEXT.replace("    source: Kadernota 2020, wens 7\n    checked_on: 2026-11-22\n", "")
    found = load(text, "d.yaml")
    assert isinstance(found, list)
    assert [issue.code for issue in found] == ["not-checked"]


def test_old_days_and_programmes_that_are_over_are_told() -> None:
    source = load_yaml(TEXT.replace("2020-04-01", "2020-04-01\n    until: 2026-10-01"), "d.yaml")
    found = build(source)
    assert isinstance(found, Municipality)
    today = stale(found, source, date(2026, 11, 22))
    assert [issue.code for issue in today] == ["programme-over"]
    later = {issue.code for issue in stale(found, source, date(2027, 6, 1))}
    assert later == {
        "stale-helpline", "stale-link", "stale-programme", "stale-funding", "stale-activity",
        "stale-card", "programme-over",
    }  # fmt: skip


def test_nothing_was_looked_at_on_a_day_still_to_come() -> None:
    source = load_yaml(TEXT, "d.yaml")
    found = build(source)
    assert isinstance(found, Municipality)
    early = stale(found, source, date(2026, 11, 21))
    assert len(early) == TEXT.count("checked_on: 2026-11-22")
    assert {issue.severity for issue in early} == {Severity.ERROR}
    assert early[0].line == line_of("checked_on: 2026-11-22")
    assert "een dag die nog komt; bel het nummer en zet" in early[0].message


def test_the_line_is_that_of_the_mistake() -> None:
    assert changed(("warn_at: 13", "warn_at: 16")) == [
        (
            f"{line_of('warn_at: 13')}: programmes[bridging_childcare].warn_at:"
            " waarschuwen kan alleen onder het quotum"
        )
    ]


def test_cards_are_checked_each_at_its_own_line() -> None:
    long = "Dit is een lange zin. " * 5
    found = changed(
        ("      - id: tax_money\n", "      - id: open_bills\n"),
        ('text: "Sport, muziek of', f'text: "{long}Sport, muziek of'),
        ("examples: [text]\n", "examples: [tekst]\n"),
    )
    site, town_idea = "programmes[money_site].cards", "programmes[child_participation].cards"
    double, wordy = line_of("- id: tax_money"), line_of("Sport, muziek of")
    assert found == [
        f"{double}: {site}[open_bills].id: de kaart 'open_bills' staat er al",
        f"{wordy}: {site}[child_money].text: dit zijn 39 woorden; met meer dan 24 past het niet",
        f"{line_of('examples: [text]')}: {town_idea}[groceries].examples: 'tekst' is geen veld",
    ]


def test_a_card_has_a_topic_a_sentence_and_a_day() -> None:
    found = changed(
        ("        label: Geld voor kinderen\n", ""),
        ("        link: https://www.geldenzodordt.nl\n        checked_on: 2026-11-22\n", ""),
        ("        fits: money_worry in tight, behind\n", "        fits: veel geld\n"),
    )
    assert any("cards[child_money].label" in issue for issue in found), found
    assert any("cards[tax_money].checked_on" in issue for issue in found), found
    assert any("voorwaarde is niet te lezen" in issue for issue in found), found


def test_a_card_that_asks_for_an_answer_nobody_can_give_is_told() -> None:
    source = load_yaml(
        TEXT.replace(
            "money_worry in tight, behind\n        ch", "money_worry in tigth\n        ch"
        ),
        "dordrecht.yaml",
    )
    found = build(source)
    assert isinstance(found, Municipality)
    (issue,) = against_scripts(found, source, list(load_shipped()))
    assert issue.line == line_of("fits: money_worry in tight, behind\n        ch")
    assert "'tigth' is geen antwoord op 'money_worry'; bedoel je 'tight'?" in issue.message
