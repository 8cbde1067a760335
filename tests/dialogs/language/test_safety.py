"""What the danger matcher makes of messages: tiers, spelling, nuance. It never falls silent."""

from __future__ import annotations

import statistics
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.authoring.safety import read, shipped_rules, shipped_texts
from dialogs.language.safety import CATEGORIES, Rules, Signal, Tier, assess


def tier(text: str) -> str:
    signal = assess(text, shipped_rules())
    return signal.tier if signal else "none"


def category(text: str) -> str:
    signal = assess(text, shipped_rules())
    return signal.category if signal else "none"


STARTERS = """
suicide: ik wil dood | wil niet meer leven | k maak er een eind aan | van mij hoeft het niet meer
suicide: zonder mij beter af | zelfmoord | zm plege | pillen slikken alle | ik snij mezelf
suicide: afscheid nemen van mn kids | wou dat ik niet wakker werd | van de flat springen
violence_now: hij slaat me weer | me ex bedreigt me | hij heeft een mes | laat me niet gaan
violence_now: deur ingetrapt | kneep me keel dicht | ben bang voor me man | hij maakt me af
child_danger: ik sla mijn kind | heb hem geschud | bang dat ik me kind wat aandoe
child_danger: mn vriend zit aan mijn dochter | kindje eet niet en is slap | kids alleen thuis nu
medical: krijg geen lucht | reageert niet | overdosis | bloed heel erg | baby beweegt nie meer
coercion: stalkt me | ze willen me uithuwelijken | hij dwingt me tot seks
roof: morgen huis uit | deurwaarder zet ons eruit | slapen in de auto | op straat met de kinderen
basics: niks te eten | geen melk voor baby | geen luiers meer | gas en water afgesloten
mind: hoor stemmen | dagen niet geslapen | ik kan echt niet meer
minor_user: ik ben 11
threat_to_others: ik vermoord die ambtenaar
"""
AMBER = {"roof", "basics", "mind", "minor_user", "threat_to_others"}
ROWS = [
    (line.split(":")[0], text.strip())
    for line in STARTERS.strip().splitlines()
    for text in line.split(":")[1].split("|")
]


@pytest.mark.parametrize(("wanted", "text"), ROWS)
def test_the_words_of_the_dossier_are_heard(wanted: str, text: str) -> None:
    assert category(text) == wanted
    assert tier(text) in (("now", "check") if wanted in AMBER else ("now",))


@pytest.mark.parametrize(
    "text",
    """
    ik ga kapot van het lachen | ik lach me dood | doodmoe | dood op | doodleuk
    doodsbang voor spinnen | de wasmachine is kapot | ik schaam me dood | mijn telefoon is dood
    ik spring een gat in de lucht | hangen op de bank | mijn ex slaat de bladzij om
    de deur slaat dicht | gestoken door muggen | schieten tekort | einde van de maand
    ik maak er een eind aan met dat abonnement | pil vergeten | zelfmoordfilm gekeken | bloedheet
    mes in de keuken
    """.replace("\n", "|").split("|"),
)
def test_turns_of_phrase_are_no_danger(text: str) -> None:
    assert tier(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        "K WIL DOOOOD",
        "d00d wil ik",
        "ikwil dood",
        "ik wil zelf moord plegen",
        "ik wil zlefmoord plegen",
        "ik wil niet mer leven",
        "kwil nimeer leve",
        "hij slat me in elkaar",
        "hij s.l.a.a.t me",
        "mn ex bedregt me",
    ],
)
def test_typing_errors_and_chat_spelling_are_read(text: str) -> None:
    assert tier(text) == "now"


@pytest.mark.parametrize(
    "text",
    [
        "ik wil niet dood",
        "ik denk niet aan zelfmoord",
        "hij slaat me niet",
        "vroeger sloeg hij me",
        "ik ga zelfmoord plegen haha",
        "ik vermoord hem haha",
    ],
)
def test_nuance_lowers_and_never_silences(text: str) -> None:
    assert tier(text) == "check"


@pytest.mark.parametrize(
    "text",
    [
        "in de film gaat hij zelfmoord plegen",
        "hij heeft me een keer geslagen, dat is jaren geleden",
        "mijn ex sloeg me vroeger, dat is zes jaar terug, nu woon ik hier veilig",
    ],
)
def test_what_is_told_or_years_over_leaves_a_flag(text: str) -> None:
    assert tier(text) == "note"


def test_what_began_years_ago_and_goes_on_is_heard() -> None:
    assert tier("hij sloeg me zes jaar terug al en gisteren weer, nu ben ik even veilig") == "now"


def test_niet_inside_the_signal_does_not_lower_it() -> None:
    assert [tier(t) for t in ("laat me niet gaan", "hij reageert niet")] == ["now", "now"]


def test_an_idiom_blanks_its_own_words_only() -> None:
    assert tier("ik schaam me dood maar hij slaat me weer") == "now"


ORDINARY = """
gewoon eerlijk echt nu weer altijd soms hoor joh haha toch maar dus ook nog even heel zo wel graag
liever morgen straks thuis alleen moe op leuk klaar goed slecht fijn super ja nee sorry help kind
school werk geld auto telefoon slapen rust nacht leven man vriend moeder hond kat tv mes pil
deur bed gaan doen zeggen lachen huilen natuurlijk zeker helemaal gelukkig helaas eng saai stil
"""


@pytest.mark.parametrize("story", ["boek", "film", "liedje", "verhaal", "voetbal", "wedstrijd"])
@pytest.mark.parametrize("cry", ["hij knijpt mijn keel dicht", "hij pakt mijn geld af"])
def test_a_story_beside_what_happens_to_her_is_asked_about(cry: str, story: str) -> None:
    said = [f"{cry} {story}", f"{cry}, {story}", f"{story}, {cry}"]
    assert [text for text in said if tier(text) not in ("now", "check")] == []


@pytest.mark.parametrize("word", ORDINARY.split())
def test_an_ordinary_word_beside_a_death_wish_never_silences_it(word: str) -> None:
    said = [f"ik wil dood {word}", f"ik wil dood, {word}", f"{word} ik wil dood"]
    said += [f"ik wil niet meer leven {word}", f"{word}, ik wil niet meer leven"]
    assert [text for text in said if tier(text) not in ("now", "check")] == []


@pytest.mark.parametrize(
    "text",
    [
        "ik wil niet dood, gewoon rust",
        "nee ik denk echt niet aan zelfmoord maar het is wel zwaar",
        "heb vroeger wel eens aan zelfmoord gedacht maar nu gaat het goed",
        "ik wil echt niet dood maar ik ben zo moe van alles",
    ],
)
def test_a_denied_death_wish_brings_one_gentle_question(text: str) -> None:
    assert (tier(text), category(text)) == ("check", "suicide")


@pytest.mark.parametrize(
    "text",
    [
        "in de auto slaat hij me",  # "de auto slaat af"
        "mijn telefoon is stuk want hij slaat me",
        "na voetbal slaat hij me altijd",
        "de hond en hij bedreigt me",
    ],
)
def test_words_of_an_idiom_beside_violence_never_silence_it(text: str) -> None:
    assert (tier(text), category(text)) == ("check", "violence_now")


@pytest.mark.parametrize(
    "text",
    [
        "hij slaat me met een boek",  # "hij slaat het boek dicht"
        "hij zit in de keuken met een mes",
        "keuken, hij heeft een mes",
        "voetbal, hij slaat me",
        "bang voor mijn man, spin",
        "ik wil dood, spin",
        "konijn en mijn ex stalkt me",  # an idiom that reaches over who begins another sentence
        "ik denk aan zelfmoord, film",
    ],
)
def test_words_of_an_exception_beside_a_cry_never_silence_it(text: str) -> None:
    assert tier(text) in ("now", "check")


@pytest.mark.parametrize(
    "text",
    [
        "mijn man slaat het boek dicht",
        "ik sla de bladzijde om voor mijn kind",
        "ik wil niet meer leven van de bijstand",
        "er ligt een mes in de keuken",
        "de kat stalkt mij voor brokjes",
    ],
)
def test_an_exception_that_is_what_was_said_still_silences(text: str) -> None:
    assert tier(text) == "none"


@pytest.mark.parametrize("text", ["ik krijg geen lucht, boek", "ik word geslagen, serie"])
def test_a_cry_of_her_own_beside_a_story_is_asked_about(text: str) -> None:
    assert tier(text) == "check"


def test_a_cry_that_the_net_knows_by_itself_is_not_sunk_by_what_stands_beside_it() -> None:
    assert tier("mijn man slaat mij met een boek") == "check"


def test_now_words_raise_what_is_amber() -> None:
    assert [tier(t) for t in ("ik ben dakloos", "help ik ben nu dakloos")] == ["check", "now"]


def test_a_long_spoken_message_is_read_to_its_end() -> None:
    talk = "ik heb de papieren ingeleverd en daarna nog gebeld met de opvang over dinsdag " * 12
    assert category(talk + "en gisteren heeft hij een mes op mijn keel gezet") == "violence_now"


def test_without_rules_nothing_is_heard() -> None:
    assert assess("ik wil dood", Rules()) is None


def test_the_weightiest_signal_wins_then_the_first_category() -> None:
    both = "ik kan niet meer en hij slaat me"
    assert assess(both, shipped_rules()) == Signal(Tier.NOW, "violence_now", "slaat_mij")


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    found = assess(text, shipped_rules())
    assert found is None or found.category in CATEGORIES


def test_a_message_takes_little_time() -> None:
    """The promise is 2 ms in the middle on a quiet machine; five times that fails anywhere."""
    texts = [example.text for example in read(shipped_texts()).examples]
    rules, spent = shipped_rules(), []
    for text in texts:
        start = perf_counter()
        assess(text, rules)
        spent.append(perf_counter() - start)
    assert len(spent) > 300
    assert statistics.median(spent) < 0.010
