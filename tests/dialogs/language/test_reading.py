"""Reading level: plain texts read as plain, texts of the office as hard, also at equal length."""

from __future__ import annotations

import json
from itertools import product

import pytest

from dialogs.language.reading import Level, jargon, level
from dialogs.language.reading.compounds import worth
from dialogs.language.reading.level import RARE_UNDER
from dialogs.language.reading.sentences import sentences, words

PLAIN = """
Kom je met de bus? Dan stap je uit bij het grote plein.
Je zus mag ook mee naar het gesprek. Dat is juist fijn.
Heeft je kind het koud in de nacht? Wij hebben dekens voor je.
Ik vraag morgen aan Sanne of zij je kan bellen.
Heb je deze maand genoeg geld voor luiers en melk?
Wij gaan samen naar school en praten met de juf.
""".strip().splitlines()  # pairs by place: as many words as the line of OFFICE
OFFICE = """
Restitutie vindt plaats na verificatie van de door belanghebbende overgelegde declaraties.
De zorgaanbieder rapporteert periodiek over de geboekte voortgang binnen het ondersteuningstraject.
Toelating tot de regeling geschiedt uitsluitend na positief advies van de indicatiecommissie.
Terugvordering blijft achterwege indien dringende redenen zich daartegen verzetten.
Vaststelling van het verzamelinkomen geschiedt op jaarbasis door de inspecteur.
Uw medewerking aan het heronderzoek is op grond van de verordening verplicht.
""".strip().splitlines()


def flagged(found: Level) -> bool:
    """Whether somebody should look at this text again."""
    return found.verdict == "hard" or any(flag.severity == "error" for flag in found.flags)


def test_every_plain_text_is_easier_than_every_text_of_the_office() -> None:
    turned = [
        (plain, office)
        for plain, office in product(PLAIN, OFFICE)
        if level(plain).difficulty >= level(office).difficulty
    ]
    assert turned == []


def test_plain_texts_raise_no_flag_and_the_office_always_does() -> None:
    assert [(text, level(text)) for text in PLAIN if level(text).flags] == []
    assert {level(text).verdict for text in PLAIN} == {"simple"}
    assert [text for text in OFFICE if not flagged(level(text))] == []


def test_things_of_every_day_do_not_make_a_text_hard() -> None:
    full = "Bij de kledingbank vind je jassen, schoenen, truien en laarzen voor je dochtertje."
    assert level(full).verdict != "hard"
    assert not flagged(level(full))


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("Je krijgt een beschikking van ons.", "jargon", "beschikking"),
        ("De gemeente neemt je vraag snel in behandeling.", "jargon",
         "neemt je vraag snel in behandeling"),
        ("Kun je een papier overleggen?", "jargon", "overleggen"),
        ("Er is een hardheidsclausule.", "rare-word", "hardheidsclausule"),
        ("Dit is een zin van meer dan twaalf woorden en dat is iets te lang.", "long-sentence",
         "Dit is een zin van meer dan twaalf woorden en dat is iets te lang"),
    ],
)  # fmt: skip
def test_a_flag_names_the_word_or_sentence(text: str, code: str, where: str) -> None:
    found = {(flag.code, flag.where) for flag in level(text).flags}
    assert (code, where) in found


def test_a_word_that_is_explained_at_once_may_stay() -> None:
    assert level("Je krijgt subsidie (geld van de gemeente).").flags == ()
    assert level("Je krijgt subsidie.").flags != ()


def test_to_overleggen_is_only_jargon_with_paper() -> None:
    found = level("We overleggen het met je zus.").flags
    assert [flag for flag in found if flag.code == "jargon"] == []


def test_nothing_to_read_is_simple() -> None:
    for text in ("", "  ", "👍", "12:00", "{naam1}"):
        assert level(text).verdict == "simple"


def test_what_it_says_fits_in_json() -> None:
    told = json.loads(json.dumps(level("U dient uw verzoek in te dienen.").plain()))
    assert set(told) == {"difficulty", "flags", "verdict"}
    assert {flag["severity"] for flag in told["flags"]} <= {"error", "warning"}


def test_names_and_placeholders_weigh_nothing() -> None:
    assert level("Vandaag belt Gerdien je.").flags == ()
    assert level("{naam1} belt je {dag_relatief}.").flags == ()


def test_compounds_and_inflections_are_understood() -> None:
    assert worth("luiertjes") > worth("hardheidsclausule")
    assert worth("wijkteamgesprek") > worth("indicatiecommissie")


def test_plain_verbs_stay_plain_in_every_form() -> None:
    for text in ("Je antwoorden zijn gewist.", "Onthoud dit.", "We brengen het terug.",
                 "Zij bespreekt het met je.", "Kun je meelezen?"):  # fmt: skip
        assert level(text).flags == ()


def test_short_forms_do_not_end_a_sentence() -> None:
    assert len(sentences("Dit is i.v.m. de huur. Goed?")) == 2
    assert len(sentences("Waar woont u? Dan zoek ik iemand. Echt!")) == 3
    assert sentences("Plaats: het plein.") == ("Plaats", "het plein.")
    assert words("Bel {naam1} op 12 mei.") == ["Bel", "Iemand", "op", "12", "mei"]


# The left side of the word pairs in domain.md §6.
PAIRS = """
aanvraag indienen;aanvraagformulier;aanmelden;aanvullende informatie;achterstand;afhandelen;
alimentatie;ambtenaar;beoordelen;beschikken over;beschikking;betalingsachterstand;
betalingsregeling;bewijsstuk;bewindvoerder;bezwaar maken;bijstandsuitkering;bijzondere bijstand;
budgetbeheer;casus;cliënt;coaching;consulent;consultatiebureau;crediteur;declareren;deurwaarder;
doorverwijzen;draagkracht;dienen te;dossier;eenoudergezin;eigen bijdrage;eigen kracht;evaluatie;
financiële zelfredzaamheid;financiën;gebiedsteam;gegevens verstrekken;gezinssamenstelling;
hulpverlener;hulpvraag;huisuitzetting;in aanmerking komen;in behandeling nemen;incasso;indicatie;
indien;inkomensafhankelijk;inkomsten;instantie;intake;intermediair;inzage;ketenpartner;
kinderopvangtoeslag;kwijtschelding;leefgebied;maatwerk;machtigen;melden;middels;minimaregeling;
momenteel;multiproblematiek;niet-verschenen;noodzakelijk;ondersteuning;ontvangen;
papieren overleggen;participeren;plaatsing;procedure;re-integratie;schriftelijk;
schuldhulpverlening;sociaal wijkteam;subsidie;tegemoetkoming;termijn;toekennen;traject;
uiterlijk maandag;uitstroom;vaststellen;verklaring;verrekenen;verschuldigd;verstrekken;
vervolgtraject;verzoeken;voorliggende voorziening;voorschot;voorziening;woonachtig;zelfredzaam;
zorgverzekeraar
"""


def test_the_list_holds_the_pairs_of_the_dossier_and_many_more() -> None:
    pairs = [pair.strip() for pair in PAIRS.split(";")]
    assert len(pairs) == 97
    assert [pair for pair in pairs if not list(jargon.found(pair))] == []
    assert len(jargon.terms()) >= 300
    forms = [form for term in jargon.terms() for form in term.forms]
    assert len(forms) == len(set(forms))


def test_no_replacement_is_jargon_itself() -> None:
    circles = [
        (term.forms[0], term.instead)
        for term in jargon.terms()
        if any(not one.term.soft for one in jargon.found(term.instead))
    ]
    assert circles == []


@pytest.mark.parametrize("line", ["alleen", "a | ", "a | b | zwaar", "a|b||c|d"])
def test_a_line_of_the_list_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(jargon.JargonError, match="regel 1"):
        list(jargon.read(line))


@pytest.mark.parametrize(
    "word",
    ["aangevraagd", "doorgegeven", "uitgeeft", "twintigste", "drieëndertigste", "seintje",
     "wachtlijst", "dinsdagmiddag"],
)  # fmt: skip
def test_forms_numbers_and_joined_words_of_every_day_are_known(word: str) -> None:
    assert worth(word) >= RARE_UNDER


@pytest.mark.parametrize("word", ["overgelegd", "draagkracht", "restitutie", "ingevolge"])
def test_words_of_the_office_stay_rare(word: str) -> None:
    assert worth(word) < RARE_UNDER


def test_a_name_at_the_head_of_a_sentence_is_no_rare_word() -> None:
    assert level("Fatima kan tolken.").flags == ()
    assert level("Restitutie is mogelijk.").flags != ()


def test_a_time_or_a_number_is_read_as_one_word() -> None:
    told = "De afspraak is dinsdag van half elf tot twaalf uur in het buurthuis bij jou."
    assert level(told).flags == ()
    assert level(told.replace("half elf tot twaalf uur", "vroeg tot laat hoor maar")).flags != ()
