"""The municipality's file: the demo is whole, and what is wrong is said with its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from casework.arrears import Window
from casework.municipality import Confirmed, Hours, Municipality, Promise, Role, promise_text
from casework.municipality_schema import load
from casework.phones import e164, is_example, spoken

DORDRECHT = Path(__file__).parents[2] / "dialogs" / "municipalities" / "dordrecht.yaml"
TEXT = DORDRECHT.read_text("utf-8")


def changed(*pairs: tuple[str, str]) -> list[str]:
    text = TEXT
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    result = load(text, "d.yaml")
    assert isinstance(result, list)
    return [str(issue).partition(":")[2] for issue in result]


def line_of(part: str) -> int:
    return TEXT[: TEXT.index(part)].count("\n") + 1


def test_dordrecht_is_a_tandem_town(dordrecht: Municipality) -> None:
    roles = [person.role for person in dordrecht.people]
    assert roles.count(Role.NEIGHBOURHOOD_WORKER) == 3
    assert roles.count(Role.CONSULTANT) == 2
    assert len(dordrecht.districts) == 11
    assert dordrecht.office_hours.days[0] == Hours(time(8, 30), time(17))
    assert dordrecht.office_hours.closed == {date(2026, 12, 24), date(2026, 12, 31)}
    assert dordrecht.programme("single_parents").quota == 120
    assert {line.id: line.number for line in dordrecht.helplines}["113"] == "113"
    assert all(is_example(person.phone) for person in dordrecht.people)


def test_facts_fill_every_placeholder_of_the_texts(dordrecht: Municipality) -> None:
    facts = dordrecht.facts()
    assert facts["team"] == "het wijkteam"
    assert facts["Team"] == "Het wijkteam"
    assert facts["teamnummer"] == "078 000 00 00"
    assert facts["termijn"] == "30 dagen"
    assert facts["zin_over_controle"] == ""
    assert facts["zin_over_bewaren"] == ""
    promised = replace(dordrecht, confirmed=Confirmed(texts=frozenset({"T2"})))
    assert promised.facts()["zin_over_bewaren"] == (
        "Dit gesprek wissen we na 30 dagen. De antwoorden na 90 dagen zonder contact."
    )
    assert facts["belofte"] == "binnen 2 werkdagen"
    assert facts["nummer_veilig_thuis"] == "0800 - 2000"
    assert {"bot", "dienst", "gemeente", "min", "web", "link_bijstand"} <= set(facts)


def test_unknown_ids_raise(dordrecht: Municipality) -> None:
    with pytest.raises(KeyError):
        dordrecht.person("nobody")


def test_a_district_that_does_not_exist() -> None:
    line = line_of("districts: [wielwijk")
    assert changed(("[wielwijk,", "[wielwik,")) == [
        f"{line}: people[sanne].districts: wijk 'wielwik' bestaat niet; bedoel je 'wielwijk'?",
        f"{line_of('id: wielwijk')}: districts[wielwijk]: geen wijkteamwerker werkt in 'Wielwijk'",
    ]


def test_no_consultant_at_all() -> None:
    assert changed(("role: consultant", "role: coordinator")) == [
        f"{line_of('people:')}: people: er is geen consulent"
    ]


@pytest.mark.parametrize("number", ["078 12", "geen", "12345678901234567", "06 00000000"])
def test_a_number_that_cannot_exist(number: str) -> None:
    assert changed(('"078 000 00 01"', f'"{number}"')) == [
        (
            f"{line_of('078 000 00 01')}: people[sanne].phone:"
            f" '{number}' is geen bestaand telefoonnummer"
        ),
    ]


def test_example_numbers_are_for_the_demo_only() -> None:
    found = changed(("demo: true", "demo: false"))
    numbers = [issue for issue in found if "voorbeeldnummer" in issue]
    assert len(numbers) == 1 + 9 + 5  # the team, its people, the links
    guesses = [issue for issue in found if "vul in wat de gemeente besloot" in issue]
    assert len(guesses) == TEXT.count("examples: [") == len(found) - len(numbers)


def test_wrong_dates_hours_zones_and_keys_all_at_once() -> None:
    found = changed(
        ("[2026-12-24, 2026-12-31]", "[2026-02-30]"),
        ("monday: 08:30-17:00", "monday: 17:00-08:30"),
        ("tuesday: 08:30-17:00", "tuesday: half negen"),
        ("Europe/Amsterdam", "Europe/Dordrecht"),
        ("telegram_content: full", "telegram_content: ful"),
        ("minutes: 10", "minuten: 10"),
        ("label: 19e-eeuwse schil", "label: de negentiende-eeuwse schil"),
    )
    assert found == [
        "5: minutes: dit ontbreekt",
        "11: zone: 'Europe/Dordrecht' is geen tijdzone; bedoel je 'Europe/Amsterdam'?",
        "15: minuten: deze naam kennen we niet; bedoel je 'minutes'?",
        f"{line_of('label: 19e')}: districts[schil].label: is te lang: ten hoogste 20 tekens",
        f"{line_of('monday')}: office_hours.monday: de eindtijd is niet later dan de begintijd",
        f"{line_of('tuesday')}: office_hours.tuesday: schrijf open tijden zo: 08:30-17:00",
        f"{line_of('closed:')}: office_hours.closed[1]: is geen datum; schrijf die zo: 2026-11-26",
        (
            f"{line_of('telegram_content')}: telegram_content: 'ful' kan hier niet;"
            " kies uit 'full', 'buttons', 'doorbell' of 'off'; bedoel je 'full'?"
        ),
    ]


def test_reminders_at_night_and_a_missing_helpline() -> None:
    assert changed(("evening: 18:30", "evening: 21:00"), ("id: veilig_thuis", "id: veilig")) == [
        f"{line_of('helplines:')}: helplines: het nummer 'veilig_thuis' ontbreekt",
        f"{line_of('evening: 18')}: reminders.evening: valt in de stille uren",
    ]


def test_a_number_that_everybody_knows_is_that_number() -> None:
    right = 'number: "113"'
    said = "helplines[113].number: het nummer van '113' is 113, en hier staat 114"
    assert changed((right, 'number: "114"')) == [f"{line_of(right)}: {said}"]
    free = load(TEXT.replace(right, "number: 0800 - 0113"), "d.yaml")
    assert not isinstance(free, list)


def test_numbers_as_people_read_them() -> None:
    assert e164("06-12345678") == "+31612345678"
    assert spoken("+31612345678") == "06 12 34 56 78"
    assert spoken("+31780000001") == "078 000 00 01"
    assert spoken("+31183123456") == "0183 12 34 56"
    assert spoken("112") == "112"


def test_example_numbers() -> None:
    assert is_example("+31780000001")
    assert not any(map(is_example, ["+31787708910", "+31612045678", "+31880767000", "112"]))


def test_the_promise_in_words() -> None:
    assert promise_text(Promise(days=1)) == "binnen 1 werkdag"
    assert promise_text(Promise(days=0, hours=4)) == "binnen 4 uur"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("first_day: 30", "first_day: 0", "arrears.first_day: moet ten minste 1 zijn"),
        ("last_day: 100", "last_day: -100", "arrears.last_day: moet ten minste 1 zijn"),
        ("warn_days: 14", "warn_days: 0", "arrears.warn_days: moet ten minste 1 zijn"),
        ("first_day: 30", "first_day: 30.5", "arrears.first_day: moet een heel getal zijn"),
        ("first_day: 30", "first_day: true", "arrears.first_day: moet een heel getal zijn"),
        ("first_day: 30", "first_day: dertig", "arrears.first_day: moet een heel getal zijn"),
        ("last_day: 100", "last_day: 30", "arrears.last_day: de laatste dag moet na de eerste"),
        ("warn_days: 14", "warn_days: 70", "arrears.warn_days: waarschuwen kan pas na de eerste"),
    ],
)
def test_the_days_of_arrears_are_whole_and_in_order(old: str, new: str, told: str) -> None:
    (found,) = changed((old, new))
    assert found.startswith(f"{line_of(old)}: {told}")


def test_the_days_of_arrears_are_never_guessed() -> None:
    start = TEXT.index("arrears:\n  first_day")
    end = TEXT.index("promise:", start)
    assert changed((TEXT[start:end], "")) == ["5: arrears: dit ontbreekt"]


@pytest.mark.parametrize("town", ["dordrecht", "huizen", "opsterland"])
def test_every_shipped_town_says_its_days(town: str) -> None:
    found = load(DORDRECHT.with_name(f"{town}.yaml").read_text("utf-8"), town)
    assert isinstance(found, Municipality)
    assert found.arrears == Window(first_day=30, last_day=100, warn_days=14)
