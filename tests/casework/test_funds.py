"""Which fund may fit: by the button, by her words, by age; and a table that makes no sense."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.funds import BANDS, OTHER, WISHES, Fund, Why, again_on, suggest
from casework.municipality import Municipality
from casework.municipality_schema import load
from dialogs.authoring.shelf import load_shipped
from tests.casework.conftest import DORDRECHT
from tests.casework.test_programmes import town

OPSTERLAND = DORDRECHT.with_name("opsterland.yaml").read_text("utf-8")
FUNDS = town("opsterland").funds


def told(wish: str, words: str = "", band: str = "b4_12") -> list[tuple[str, str, str, bool]]:
    found = suggest(FUNDS, wish, words, band)
    return [(one.fund.id, one.why.value, one.because, one.age_known) for one in found]


def test_each_wish_leads_to_its_fund_with_the_reason() -> None:
    assert told("sport") == [("sport", "wish", "sport", True)]
    assert told("music") == [("culture", "wish", "music", True)]
    assert told("school", band="b13_17") == [("leergeld", "wish", "school", True)]


def test_her_own_words_count_where_no_button_says_it() -> None:
    assert told(OTHER, "Ze wil graag op Tékenles!") == [("culture", "words", "tekenles", True)]
    assert told(OTHER, "een fietsje") == [("leergeld", "words", "fietsje", True)]
    assert told(OTHER, "op kamp met de voetbalclub") == [
        ("sport", "words", "voetbalclub", True),
        ("leergeld", "words", "kamp", True),
    ]
    assert told(OTHER, "een hondje") == []
    assert [one[0] for one in told("sport", "een laptop")] == ["sport"]


def test_a_fund_for_another_age_is_left_out_and_a_doubt_is_said() -> None:
    assert told("sport", band="b2_3") == []
    assert told("sport", band="") == [("sport", "wish", "sport", False)]
    until = Fund("x", "X", ("sport",), to_age=10)
    assert [one.age_known for one in suggest([until], "sport", "", "b4_12")] == [False]
    anybody = Fund("y", "Y", ("sport",))
    assert [one.age_known for one in suggest([anybody], "sport")] == [True]


ages = st.none() | st.integers(0, 25)
funds = st.lists(
    st.builds(
        Fund,
        id=st.sampled_from("abcdef"),
        label=st.just("F"),
        wishes=st.lists(st.sampled_from(WISHES[:3]), max_size=2).map(tuple),
        words=st.lists(st.sampled_from(["fiets", "dans", "kamp"]), max_size=2).map(tuple),
        from_age=ages,
        to_age=ages,
    ),
    max_size=5,
)


@given(funds, st.sampled_from(["", *WISHES]), st.text(max_size=60), st.sampled_from(["", *BANDS]))
def test_a_suggestion_always_rests_on_something(
    table: list[Fund], wish: str, words: str, band: str
) -> None:
    for one in suggest(table, wish, words, band):
        assert one.fund in table
        if one.why is Why.WISH:
            assert one.because == wish in one.fund.wishes
        else:
            assert any(one.because.startswith(word) for word in one.fund.words)
        if band:
            first, last = BANDS[band]
            assert one.fund.to_age is None or one.fund.to_age >= first
            assert one.fund.from_age is None or one.fund.from_age <= last


def test_the_buttons_are_the_wishes_that_can_be_routed() -> None:
    script = load_shipped().script("child_package")
    assert tuple(one.id for one in script.step("wish").choices) == WISHES
    assert [one.id for one in script.step("child_age").choices] == list(BANDS)


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)))
def test_it_is_asked_again_in_eleven_months(day: date) -> None:
    again = again_on(day)
    assert (again.year * 12 + again.month) - (day.year * 12 + day.month) == 11
    assert 328 <= (again - day).days <= 337
    assert again.day == day.day or (again.day < day.day and again.day >= 28)


def changed(*pairs: tuple[str, str]) -> list[str]:
    """The issues of Opsterland's file with these changes, each with its line."""
    text = OPSTERLAND
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    found = load(text, "o.yaml")
    assert isinstance(found, list)
    return [str(issue) for issue in found]


def line_of(start: str, part: str) -> int:
    return OPSTERLAND[: OPSTERLAND.index(part, OPSTERLAND.index(start))].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("wishes: [music]", "wishes: [musik]", "music", "'musik' is geen wens; bedoel je 'music'"),
        ("wishes: [music]", "wishes: [other]", "music", "'other' is geen wens; kies uit sport"),
        ("wishes: [music]", "wishes: [sport]", "music", "'sport' gaat al naar Jeugdfonds Sport"),
        ("gitaar, piano", "gitaar, judo", "words: [muziek", "'judo' gaat al naar Jeugdfonds Spo"),
        ("gitaar, piano", "gitaar, gitaar", "words: [muziek", "gaat al naar Jeugdfonds Cultuur"),
        ("gitaar, piano", "gitaar, op", "words: [muziek", "tekens"),
        ("    to_age: 18", "    to_age: 3", "to_age: 18", "ligt onder de 4 jaar van 'from_age'"),
        ("    to_age: 18", "    to_age: 99", "to_age: 18", "mag ten hoogste 25 zijn"),
        ("[words, contact, link]", "[word, link]", "[words, contact, link]", "bedoel je 'words'"),
        ("- id: culture", "- id: sport", "- id: culture", "'sport' staat er al"),
        ("- id: culture", "- id: Cultuur", "- id: culture", "schrijf kleine letters, cijfers en _"),
        ("link: https://stapje.example/opsterland/jeugdfonds-s", "link: stapje.example/s",
         "link: https", "schrijf een link voluit en zonder spaties: https://www.mijnstad.nl"),
        ("    contact: bel de stichting\n    phone: \"0512 00 00 09\"\n", "", "- id: leergeld",
         "hoe een medewerker het daar vraagt"),
    ],
)  # fmt: skip
def test_a_wrong_table_is_told_with_its_line(old: str, new: str, at: str, message: str) -> None:
    found = changed((old, new))
    (one,) = [issue for issue in found if message in issue]
    assert one.startswith(f"o.yaml:{line_of('funds:', at)}: "), (one, line_of("funds:", at))


def test_every_wish_has_a_fund_where_the_town_routes_to_funds() -> None:
    (one,) = changed(("wishes: [school]", "wishes: []"))
    assert one.startswith(f"o.yaml:{line_of('programmes:', '- id: fund_routing')}: ")
    assert "geen fonds in 'funds' is voor: school" in one


def test_what_is_asked_for_a_child_has_a_fund_to_go_to() -> None:
    text = OPSTERLAND[: OPSTERLAND.index("funds:\n")] + OPSTERLAND[OPSTERLAND.index("arrears:\n") :]
    found = load(text, "o.yaml")
    assert isinstance(found, list)
    assert [(one.field, one.code) for one in found] == [
        ("programmes[child_package]", "no-fund"),
        ("programmes[fund_routing]", "no-fund"),
    ]


@pytest.mark.parametrize(
    ("first", "message"),
    [
        ("town_pass", "programma 'town_pass' staat niet in dit bestand"),
        ("home_visit_talc", "bedoel je 'home_visit_talk'?"),
        ("child_package", "een programma kan niet vóór zichzelf komen"),
    ],
)
def test_what_comes_first_must_be_there(first: str, message: str) -> None:
    (one,) = changed(
        ("    flow: child_package\n", f"    flow: child_package\n    first: {first}\n")
    )
    line = line_of("child_package", "flow: child_package") + 1
    assert one.startswith(f"o.yaml:{line}: programmes[child_package].first: ")
    assert message in one


def test_what_comes_first_is_on() -> None:
    text = (DORDRECHT.read_text("utf-8")).replace(
        "    label: Dordtpas\n    on: true\n", "    label: Dordtpas\n    on: false\n"
    )
    assert isinstance(load(text, "d.yaml"), Municipality)  # not used: child_package is off there
    on = "    checked_on: 2026-11-22\n    on: true\n    flow: child_package\n"
    found = load(text.replace("    on: false\n    flow: child_package\n", on), "d.yaml")
    assert isinstance(found, list)
    assert [issue.code for issue in found if issue.code != "no-fund"] == ["first-is-off"]
