"""Each language rule finds what it is for, in its place, and leaves plain texts alone."""

from __future__ import annotations

import pytest

from dialogs.authoring.issue import Severity
from dialogs.authoring.lint.check import RULES, findings
from dialogs.authoring.lint.said import Role, Said

ERROR, WARNING = Severity.ERROR, Severity.WARNING
LONG = "Je kunt ons altijd bellen als je iets wilt vragen of als je even wilt praten met iemand."
MANY = "Dat is goed. " * 16


def found(text: str, **given: object) -> dict[str, Severity]:
    said = Said("proef.yaml", 7, "steps[a].text", text, **given)  # type: ignore[arg-type]  # test data
    issues = findings([said])
    assert {(issue.file, issue.line) for issue in issues} <= {("proef.yaml", 7)}
    assert all(issue.message and issue.suggestion for issue in issues)
    return {i.code: i.severity for i in issues if i.severity is not Severity.INFO}


@pytest.mark.parametrize(
    "text",
    ["We bellen je morgen.", "Kom op 3-4-2026.", "Kom op 9 juni.", "Kom om 3 uur.", "Het is €80,-.",
     "Bel 0612345678."],
)  # fmt: skip
def test_an_example_in_a_tip_is_never_taken_for_what_to_write(text: str) -> None:
    [tip] = [i.suggestion for i in findings([Said("p.yaml", 1, "", text)])
             if i.code.endswith(("-format", "-tomorrow"))]  # fmt: skip
    assert "zoals" in tip


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        (LONG, "long-sentence", ERROR),
        ("Je kunt ons op maandag bellen als je iets wilt vragen of zeggen.",
         "long-sentence", WARNING),
        (MANY, "long-message", ERROR),
        ("Je krijgt een beschikking van ons.", "jargon", ERROR),
        ("Indien je wilt, bellen we.", "jargon", ERROR),
        ("Je dient dit te doen.", "jargon", ERROR),
        ("Dit gaat middels een brief.", "jargon", ERROR),
        ("Er is een hardheidsclausule voor jou.", "rare-word", WARNING),
        ("De toekenning geschiedt na indicatiestelling door het college.", "hard-text", ERROR),
        ("Je moet dit nu doen.", "blame", ERROR),
        ("Waarom ben je niet gekomen?", "blame", ERROR),
        ("Je bent de brief vergeten.", "blame", ERROR),
        ("Je bent te laat.", "blame", ERROR),
        ("Dit is verplicht.", "blame", ERROR),
        ("Ik wil niet dat je geen hulp krijgt.", "double-negation", ERROR),
        ("Dat is niet onmogelijk.", "double-negation", ERROR),
        ("Wil je uw kind meenemen?", "mixed-form", ERROR),
        ("Komt u ook?", "wrong-form", ERROR),
        ("Van maandag t/m vrijdag.", "abbreviation", ERROR),
        ("Dit is i.v.m. de huur.", "abbreviation", ERROR),
        ("Denk aan kleren, eten, o.a. melk.", "abbreviation", ERROR),
        ("Vraag het aan het UWV.", "abbreviation", WARNING),
        ("Je brief wordt morgen, dinsdag 9 juni, gelezen.", "passive", WARNING),
        ("We bellen je morgen.", "bare-tomorrow", ERROR),
        ("We bellen op 9 juni.", "date-format", WARNING),
        ("We bellen op 9-6-2026.", "date-format", WARNING),
        ("We bellen om 9.30 uur.", "time-format", WARNING),
        ("We bellen om 09:30.", "time-format", WARNING),
        ("Het kost 80 euro.", "money-format", WARNING),
        ("Het kost €80.", "money-format", WARNING),
        ("Bel 0612345678.", "phone-format", WARNING),
        ("Het duurt twintig minuten.", "number-format", WARNING),
        ("Fijn 🎉 dat je er bent 👍", "many-emoji", ERROR),
        ("Fijn 👍 dat je er bent.", "emoji-place", ERROR),
        ("Dan praten we over je schuld 👍", "emoji-here", ERROR),
        ("Je hebt recht op hulp.", "promise", ERROR),
        ("Wij regelen dit voor je.", "promise", ERROR),
        ("Ik garandeer dat je geld krijgt.", "promise", ERROR),
        ("We zorgen dat het goed komt.", "promise", ERROR),
        ("Je bent niet gekomen.", "blame", ERROR),
        ("Je hebt niet gereageerd.", "blame", ERROR),
        ("Helaas! Je doet het fout.", "blame", ERROR),
        ("Gisteren heb je weer niet gebeld.", "blame", ERROR),
        ("Kom maar om 3 uur.", "time-format", WARNING),
        ("Kom maar om half 3.", "time-format", WARNING),
        ("Kom maar om kwart over negen.", "time-format", WARNING),
        ("Hoe gaat het? Slaap je? Eet je goed?", "many-questions", WARNING),
        ("<b>Dank je</b>. Je hoort van ons.", "markup", ERROR),
        ("Dank je {. Je hoort van ons.", "loose-brace", ERROR),
        ("Dank je {roepnaam. Je hoort van ons.", "loose-brace", ERROR),
        ("Wat is je BSN?", "forbidden-question", ERROR),
        ("Hoeveel verdien je in een maand?", "forbidden-question", ERROR),
        ("Heb je een diagnose?", "forbidden-question", ERROR),
        ("Welke nationaliteit heb je?", "forbidden-question", ERROR),
        ("Wat is je geloof?", "forbidden-question", ERROR),
        ("Hoe heet je kind?", "forbidden-question", ERROR),
        ("Hoe heet je ex?", "forbidden-question", ERROR),
        ("Stuur je rekeningnummer.", "forbidden-question", ERROR),
    ],
)  # fmt: skip
def test_each_rule_finds_what_it_is_for(text: str, code: str, severity: Severity) -> None:
    assert found(text).get(code) == severity


@pytest.mark.parametrize(
    "text",
    [
        "Hoeveel geld krijg je per maand?",
        "Hoeveel geld komt er binnen bij jou?",
        "Hoeveel kost je huur?",
        "Van wie krijg je geld?",
        "Op welke rekening krijg je geld?",
        "Waar ben je geboren?",
        "Ben je Nederlander?",
        "Heb je papieren om hier te blijven?",
        "Bid je vaak?",
        "Ga je naar een psycholoog?",
        "Is er ruzie over wie de kinderen krijgt?",
        "Zit de vader in de gevangenis?",
        "Waar werkt je ex?",
        "Stuur een foto van de brief.",
        "Heb je geen verblijfsvergunning?",
        "Ga je niet naar de kerk?",
        "Heb je nooit een diagnose gehad?",
    ],
)
def test_what_is_never_asked_is_not_asked_in_other_words_either(text: str) -> None:
    assert found(text).get("forbidden-question") == ERROR


@pytest.mark.parametrize(
    "text",
    [
        "Hoeveel kinderen wonen er bij jou?",
        "Hoeveel uur per week werk je?",
        "Welke rekening geeft nu zorgen?",
        "Wil je dat je partner mee komt?",
        "Waar is het gesprek?",
        "Welke papieren heb je al?",
        "Hoe is de huur nu?",
        "Weet je dat je geen BSN hoeft te geven?",
        "Stuur geen foto van een brief.",
    ],
)
def test_a_question_that_only_looks_like_it_may_be_asked(text: str) -> None:
    assert "forbidden-question" not in found(text)


def test_the_name_of_a_question_may_not_ask_it_either() -> None:
    assert found("Je BSN", role=Role.LABEL) == {"forbidden-question": ERROR}
    assert found("Zonder BSN", role=Role.LABEL) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Hoi! Ik ben {bot}. Ik ben een computer, geen mens. Stoppen mag altijd.",
        "Het is niet jouw schuld. Veel mensen lopen achter met betalen.",
        "Stuur geen BSN en geen foto's van brieven.",
        "Je hoeft geen bedragen te noemen. Hoe gaat het bij jou?",
        "Goedemorgen {roepnaam}. Vandaag om {tijd} uur: {naam1}.",
        "We bellen je morgen, dinsdag 9 juni, om 10:00 uur.",
        "Bel **112**. Gratis, dag en nacht.",
        "Je krijgt € 80 voor kleren.",
        "Wat fijn! 👍",
        "Past het 's morgens beter, of in de morgen na negen uur?",
        "Het wordt gewoon een rustig gesprek.",
        "We hebben niets van je gehoord. Dat geeft niet.",
        "Het duurt 3 uur. Over 3 uur bel ik je.",
        "Gaat het? Zo niet, wil je bellen?",
        "Een kind < 4 jaar, of > 12.",
        "Hoe oud zijn de kinderen bij jou thuis? Namen hoef ik niet.",
    ],
)
def test_plain_texts_are_left_alone(text: str) -> None:
    assert found(text) == {}


def test_a_button_is_short_and_says_what_it_does() -> None:
    assert found("Ik wil graag met iemand bellen", role=Role.BUTTON) == {"long-button": ERROR}
    for hollow in ("OK", "Annuleren", "Bevestigen"):
        assert found(hollow, role=Role.BUTTON)["button-word"] is ERROR
    assert found("👍", role=Role.BUTTON) == {"button-word": ERROR}
    assert found("Ik wil bellen", role=Role.BUTTON) == {}
    assert found("{min}", role=Role.BUTTON) == {}


def test_the_u_form_may_not_say_je() -> None:
    assert found("Kom je ook?", form="u") == {"wrong-form": ERROR}
    assert found("Zal ik je of u zeggen?", form="both") == {}


def test_in_a_crisis_a_message_may_be_a_little_longer_and_has_no_emoji() -> None:
    assert "long-message" not in found(MANY, crisis=True)
    assert found("Bel **112** 👍", crisis=True) == {"emoji-here": ERROR}


def test_a_sensitive_question_comes_after_its_reason() -> None:
    assert found("Loop je achter met betalen?", asks=True) == {"reason-first": WARNING}
    assert found("Veel mensen hebben dit. Loop je achter met betalen?", asks=True) == {}
    assert found("Loop je achter met betalen?", asks=True, crisis=True) == {}


def test_only_a_municipality_may_promise() -> None:
    assert found("Je hebt recht op hulp.", promised=True) == {}


def test_sentences_that_facts_bring_count_as_a_parent_reads_them() -> None:
    short = "Dat is goed. " * 12  # 36 words
    assert found(short) == {}
    assert found(short + "{lees_zin}") == {"long-message": ERROR}


def test_every_rule_can_find_something() -> None:
    assert len(RULES) >= 14
