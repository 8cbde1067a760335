"""What a file may say but hardly means, with the sum shown; and the towns we ship mean it."""

from __future__ import annotations

from datetime import date

import pytest

from casework.municipality_doubts import doubts
from casework.municipality_schema import look
from dialogs.authoring.source import load_yaml
from tests.casework.conftest import DORDRECHT
from tests.casework.test_programmes import TOWNS

TODAY = date(2026, 11, 22)


def doubted(name: str, *pairs: tuple[str, str], today: date = TODAY) -> list[tuple[str, str]]:
    """(line of what stands there in our file, message) of every doubt about this changed file."""
    text = DORDRECHT.with_name(f"{name}.yaml").read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    looked = look(load_yaml(text, "x.yaml"))
    assert not looked.issues
    lines = text.splitlines()
    return [
        (lines[one.line - 1].strip(), one.message)
        for one in doubts(looked.town, looked.source, today)
        if one.severity == "warning"
    ]


@pytest.mark.parametrize("name", TOWNS)
def test_the_towns_we_ship_raise_none(name: str) -> None:
    assert doubted(name) == []


def test_a_quota_that_a_year_cannot_pay_shows_its_sum() -> None:
    poor = "{ year: 2026, euros: 100000 }"
    assert doubted("dordrecht", ("{ year: 2026, euros: 216000 }", poor)) == [
        (
            f"- {poor}",
            "15 × € 1.200 × 12 = € 216.000, maar voor 2026 is er € 100.000: genoeg voor 6 plekken",
        )
    ]
    past = ("{ year: 2021, euros: 216000 }", "{ year: 2021, euros: 100000 }")
    assert doubted("dordrecht", past) == []  # nothing is given in that year any more
    half = [("{ year: 2026, euros: 216000 }", "{ year: 2026, euros: 108000 }")]
    half += [("since: 2020-04-01", "since: 2026-07-01")]
    assert doubted("dordrecht", *half) == []  # six months of that year


def test_a_referrer_that_nobody_is_beside_one_that_somebody_is() -> None:
    added = ("[parent, professional, school]", "[parent, midwife, school]")
    assert doubted("opsterland", added) == [
        (
            "referrers: [parent, midwife, school] # het stuk noemt ouders en intermediairs",
            "niemand bij 'people' verwijst als midwife (refers_as)",
        )
    ]


def test_packages_that_the_run_cannot_pay_show_their_sum() -> None:
    more = doubted("huizen", ("quota: 125", "quota: 130"))
    sum_ = "130 × € 80 = € 10.400, maar er is € 10.000: genoeg voor 125 pakketten"
    assert more == [("quota: 130", sum_)]
    shared = [("year: 2026, euros: 10000", "year: 2026, euros: 9200")]
    assert doubted("huizen", *shared, ("year: 2027, euros: 10000", "year: 2027, euros: 800")) == []
    assert doubted("huizen", *shared, ("year: 2027, euros: 10000", "year: 2027, euros: 79")) == [
        ("quota: 125", "125 × € 80 = € 10.000, maar er is € 9.279: genoeg voor 115 pakketten")
    ]
    assert doubted("huizen", ("quota: 125", "quota: 130"), today=date(2027, 2, 1)) == []  # over


def test_what_costs_money_has_a_budget_this_year() -> None:
    assert doubted("dordrecht", ("      - { year: 2026, euros: 216000 }\n", "")) == [
        (
            "budgets: # de kadernota noemt 2020 en 2021; de jaren daarna zijn voor de demo",
            "'Overbruggende kinderopvang' loopt, maar voor 2026 staat er geen budget",
        )
    ]
    told = [message for _, message in doubted("dordrecht", today=date(2029, 1, 1))]
    assert told == [
        "'Overbruggende kinderopvang' loopt, maar voor 2029 staat er geen budget",
        "'Sociaal Marinier' loopt, maar voor 2029 staat er geen budget",
    ]


def test_signing_before_the_decision_is_doubted() -> None:
    days = "    days_a_week: 3\n"
    (one,) = doubted("dordrecht", (days, f"{days}    offsets: {{decision: -20, contract: -30}}\n"))
    assert one[1].startswith("'contract' (30 dagen vóór de eerste dag) komt vóór 'decision' (20 ")
    assert doubted("dordrecht", (days, f"{days}    offsets: {{decision: -30}}\n")) == []
