"""The catalogues follow the texts, and the u form is whole: one voice, never mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from dialogs.authoring.shelf import load_shipped
from dialogs.library import Library, choice_text, label_text, step_text
from dialogs.model import Text

ROOT = Path(__file__).resolve().parent.parent
DUTCH = ROOT / "locales" / "nl" / "LC_MESSAGES"
JE = re.compile(r"(?i)\b(je|jij|jou|jouw|jouwe|jezelf|jullie|alsjeblieft)\b")
U = re.compile(r"(?i)\b(u|uw|uzelf|alstublieft)\b")
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
NOT_HERS = (  # texts for the people who help her
    "bot/desk/", "bot/channels/mail/", "bot/channels/municipal/", "bot/service/agenda.py",
)  # fmt: skip
WHICH_FORM = "intake/address_form"  # the question je or u names both
MOST_WORDS = 15  # in a sentence

Key = tuple[str, str]


def read(file: Path) -> Catalog:
    """One .po or .pot file."""
    with file.open("rb") as opened:
        return read_po(opened, locale="nl")


def entries(catalog: Catalog) -> dict[Key, Message]:
    """By (context, source), without the header; never none."""
    found = {(m.context or "", str(m.id)): m for m in catalog if m.id}
    assert len(found) > 50, "the catalogue is almost empty"
    return found


@cache
def formal() -> dict[Key, Message]:
    """The catalogue of the u form."""
    return entries(read(DUTCH / "formal.po"))


def hers(message: Message) -> bool:
    """Whether a parent may read it, in one form of address."""
    if (message.context or "").startswith(WHICH_FORM):
        return False
    return any(not file.startswith(NOT_HERS) for file, _ in message.locations)


def keywords() -> list[str]:
    """The functions that mark a text, as the Makefile names them."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    line = re.search(r"^KEYWORDS := (.*)$", makefile, re.MULTILINE)
    assert line
    return line[1].split()


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[Key, Message]:
    """What `make messages` would find now."""
    pot = tmp_path_factory.mktemp("locales") / "fresh.pot"
    asked = ["pybabel", "--quiet", "extract", "-F", "locales/babel.cfg", *keywords(),
             "-o", str(pot), "bot", "dialogs"]  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        CommandLineInterface().run(asked)  # type: ignore[no-untyped-call]  # as Babel has it
    return entries(read(pot))


@pytest.mark.parametrize("domain", ["messages", "formal"])
def test_the_catalogues_follow_the_texts(domain: str, fresh: dict[Key, Message]) -> None:
    """To repair: make messages."""
    known = entries(read(DUTCH / f"{domain}.po"))
    assert sorted(fresh.keys() - known.keys()) == []
    assert sorted(known.keys() - fresh.keys()) == []


def spoken(library: Library) -> Iterator[Text]:
    """Every text that the engine takes from a script, with the context it asks for."""
    for script in library:
        for name in script.lines:
            yield Text(script.lines[name], f"{script.id}/{name}")
        for step in script.steps:
            yield step_text(script, step)
            yield label_text(script, step)
            yield Text(step.example, f"{script.id}/{step.id}#example")
            yield from (choice_text(script, step, choice.id) for choice in step.choices)


def test_babel_finds_what_the_engine_says(fresh: dict[Key, Message]) -> None:
    said = [text for text in spoken(load_shipped()) if text.msgid.strip()]
    assert len(said) > 100
    assert [t for t in said if (t.context, t.msgid) not in fresh] == []


def bare_words(page: str) -> list[str]:
    """Words of a template that stand there as they are, in text or in a told attribute."""
    page = re.sub(r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(script|style)\b.*?</\1>", "", page)
    told = re.findall(r'\b(?:alt|aria-label|placeholder|title)="([^"]*)"', page)
    text = re.sub(r'<[^>]*>|[\w-]+="[^"]*"', " ", page)
    return re.findall(r"[^\W\d_]{2,}", " ".join([*told, text]))


def test_every_word_on_a_page_comes_from_the_catalogue() -> None:
    pages = [file for file in (ROOT / "bot").rglob("templates/*") if file.is_file()]
    assert len(pages) > 10
    assert bare_words('<p title="Dag">{{ _("x") }} {# y #}Hoi <b class="z">jij</b>') == [
        "Dag", "Hoi", "jij",
    ]  # fmt: skip
    bare = {page.name: words for page in pages if (words := bare_words(page.read_text("utf-8")))}
    assert bare == {}


def test_each_sentence_to_her_has_its_u_form() -> None:
    informal = [key for key, message in formal().items() if hers(message) and JE.search(key[1])]
    assert len(informal) > 50
    assert [key for key in informal if not formal()[key].string] == []


def test_the_u_form_never_says_je() -> None:
    mixed = {key: m.string for key, m in formal().items() if JE.search(str(m.string))}
    assert mixed == {}


def test_the_je_form_never_says_u() -> None:
    mixed = [key for key, message in formal().items() if hers(message) and U.search(key[1])]
    assert mixed == []


@pytest.mark.parametrize("domain", ["messages", "formal"])
def test_placeholders_survive_translation(domain: str) -> None:
    broken = {
        key: message.string
        for key, message in entries(read(DUTCH / f"{domain}.po")).items()
        if message.string
        if set(PLACEHOLDER.findall(key[1])) != set(PLACEHOLDER.findall(str(message.string)))
    }
    assert broken == {}


@pytest.mark.parametrize("domain", ["messages", "formal"])
def test_nothing_waits_for_approval(domain: str) -> None:
    """A fuzzy entry is shown to nobody, so it may not be there."""
    fuzzy = [key for key, m in entries(read(DUTCH / f"{domain}.po")).items() if m.fuzzy]
    assert fuzzy == []


def test_the_u_form_stays_as_plain_as_the_je_form() -> None:
    """At most 15 words a sentence, unless the je form is as long; a button at most 20 signs."""
    long = {
        key: sentence
        for key, message in formal().items()
        for sentence in re.split(r"(?<=[.!?:])\s+", str(message.string))
        if len(sentence.split()) > max(MOST_WORDS, longest(key[1]))
    }
    buttons = {
        key: message.string
        for key, message in formal().items()
        if key[0].count("/") == 2 and len(str(message.string)) > max(20, len(key[1]))
    }
    assert (long, buttons) == ({}, {})


def longest(text: str) -> int:
    """Words in its longest sentence."""
    return max(len(sentence.split()) for sentence in re.split(r"(?<=[.!?:])\s+", text))
