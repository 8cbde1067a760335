"""The danger rules that professionals write in `dialogs/safety/*.yaml` → `Rules`.

Every mistake is an `Issue` with file and line, all at once. `check` also tries the examples
beside each rule: what a rule must catch (`hoort`) and what it must leave alone (`hoort_niet`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import chain

from dialogs.authoring.issue import Issue
from dialogs.authoring.safety_schema import ExclusionRow, RuleRow, SafetyFile
from dialogs.authoring.source import Source, SourceError, load_yaml
from dialogs.authoring.wording import validate
from dialogs.authoring.yaml_events import Path
from dialogs.language.frequency import listed, written
from dialogs.language.many_words import ManyWords
from dialogs.language.safety import Exclusion, Rule, Rules, assess
from dialogs.language.safety.assess import hears
from dialogs.language.safety.net import Net
from dialogs.language.safety.net import load as load_net
from dialogs.language.safety.pattern import Node, Pattern, PatternError, Word, parse, word_list
from dialogs.language.vocabulary import KNOWN

_COMMON_FROM = {1: 9.0, 2: 4.6, 3: 4.4, 4: 3.8}  # Zipf by length; rarer short words are typos
_COMMON_LONG = 3.2
_REAL_SHORT, _REAL = 2.6, 2.2  # Zipf: of four letters, of more


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence beside a rule, and what must become of it."""

    issue: Issue  # where it stands, and what to say when it fails
    text: str
    rule: Rule | None  # None: no rule at all may match
    heard: bool  # True: this rule must match; False: it must not


@dataclass(slots=True)
class Book:
    """What has been read of the files so far."""

    classes: dict[str, Node] = field(default_factory=dict)
    nuances: dict[str, frozenset[str]] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


@cache
def shipped_rules() -> Rules:
    """The rules that come with Stapje and the net beneath them, read once.

    Raises SourceError with every issue in the rules, and NetError for a net of another version.
    """
    return load_rules(shipped_texts(), shipped_net())


def shipped_net() -> Net:
    """The net that `make danger-net` made. Raises NetError."""
    return load_net((files("dialogs") / "safety" / "net.bin").read_bytes())


def shipped_texts() -> dict[str, str]:
    """File name → text of every shipped danger file."""
    folder = files("dialogs") / "safety"
    found = (f for f in folder.iterdir() if f.name.endswith(".yaml"))
    return {f"dialogs/safety/{f.name}": f.read_text("utf-8") for f in found}


def load_rules(texts: Mapping[str, str], net: Net | None = None) -> Rules:
    """Rules from file name → text. Raises SourceError with every issue in any of them."""
    book = read(texts)
    if book.issues:
        raise SourceError(sorted(book.issues))
    return _rules(book, net)


def check(texts: Mapping[str, str]) -> list[Issue]:
    """Everything wrong with these files: mistakes first, and if there are none the examples."""
    book = read(texts)
    if book.issues:
        return sorted(book.issues)
    rules = _rules(book)
    return sorted(example.issue for example in book.examples if not _holds(example, rules))


def read(texts: Mapping[str, str]) -> Book:
    """All files, word lists first. Never raises for what is written in them."""
    book = Book()
    pages: list[tuple[SafetyFile, Source]] = []
    for file, text in sorted(texts.items()):
        try:
            source = load_yaml(text, file)
        except SourceError as wrong:
            book.issues += wrong.issues
            continue
        row = validate(SafetyFile, source)
        if isinstance(row, list):
            book.issues += row
        else:
            pages.append((row, source))
    if book.issues:
        return book  # a missing word list would bring a complaint for every rule that uses it
    for add in (_add_spelling, _add_words, _add_nuances, _add_exclusions, _add_rules):
        for row, source in pages:
            add(row, source, book)
    return book


def _rules(book: Book, net: Net | None = None) -> Rules:
    common = _common(book.nuances.get("common", frozenset()))
    rules, exclusions = tuple(book.rules), tuple(book.exclusions)
    return Rules(rules, exclusions, book.nuances, common, _real(common), net)


@cache
def _common(more: frozenset[str]) -> frozenset[str]:
    """Everyday words and these, which are never a typing error of something else."""
    return more.union(
        word for word, zipf in listed() if zipf >= _COMMON_FROM.get(len(word), _COMMON_LONG)
    )


@cache
def _real(common: frozenset[str]) -> ManyWords:
    """Words that people write, in print, in chat and about their days, and these."""
    found = chain.from_iterable(
        words if zipf >= _REAL_SHORT else (word for word in words if len(word) > 4)
        for zipf, words in written(_REAL)
    )
    return ManyWords(chain(KNOWN, common, found))


def _holds(example: Example, rules: Rules) -> bool:
    if example.rule is None:
        return assess(example.text, rules) is None
    return hears(example.text, example.rule, rules) is example.heard


# -- from rows to rules ---------------------------------------------------------------------


def _add_spelling(row: SafetyFile, source: Source, book: Book) -> None:
    del source
    for word, others in row.spelling.items():
        book.classes["=" + word] = Word(frozenset((word, *others.split())))


def _add_words(row: SafetyFile, source: Source, book: Book) -> None:
    for name, text in row.words.items():
        path: Path = ("words", name)
        if name in book.classes:
            book.issues.append(source.issue(path, f"'{name}' staat er al", "doubled-id"))
        try:
            book.classes[name] = word_list(text, book.classes)
        except PatternError as wrong:
            book.issues.append(source.issue(path, str(wrong), "bad-pattern"))


def _add_nuances(row: SafetyFile, source: Source, book: Book) -> None:
    del source
    for name, text in row.nuances.items():
        book.nuances[name] = book.nuances.get(name, frozenset()) | frozenset(text.split())


def _add_exclusions(row: SafetyFile, source: Source, book: Book) -> None:
    for number, item in enumerate(row.exclusions):
        path: Path = ("exclusions", number)
        _new_id(item, path, source, book)
        patterns = _patterns(item.patterns, (*path, "patterns"), source, book)
        book.exclusions.append(Exclusion(item.id, patterns))
        for line, text in _lines(item.hoort_niet, (*path, "hoort_niet"), source):
            said = f"dit geeft een signaal en hoort dat niet te doen: '{text}'"
            issue = Issue(source.file, line, source.field(path), said, "example-heard")
            book.examples.append(Example(issue, text, None, heard=False))


def _add_rules(row: SafetyFile, source: Source, book: Book) -> None:
    for number, item in enumerate(row.rules):
        path: Path = ("rules", number)
        _new_id(item, path, source, book)
        patterns = _patterns(item.patterns, (*path, "patterns"), source, book)
        excepts = _patterns(item.behalve, (*path, "behalve"), source, book)
        least, raises = item.least, item.raises
        rule = Rule(item.id, row.category or "", item.tier, patterns, excepts, least, raises)
        book.rules.append(rule)
        book.examples += _examples(item, rule, path, source)


def _new_id(item: RuleRow | ExclusionRow, path: Path, source: Source, book: Book) -> None:
    ids = {rule.id for rule in book.rules} | {exclusion.id for exclusion in book.exclusions}
    if item.id in ids:
        said = f"'{item.id}' staat er al; elk id is anders"
        book.issues.append(source.issue((*path, "id"), said, "doubled-id"))


def _patterns(text: str, path: Path, source: Source, book: Book) -> tuple[Pattern, ...]:
    found: list[Pattern] = []
    for line, pattern in _lines(text, path, source):
        try:
            found.append(parse(pattern, book.classes))
        except PatternError as wrong:
            said = f"'{pattern}': {wrong}"
            issue = Issue(source.file, line, source.field(path), said, "bad-pattern")
            book.issues.append(issue)
    return tuple(found)


def _examples(item: RuleRow, rule: Rule, path: Path, source: Source) -> Iterator[Example]:
    for key, heard in (("hoort", True), ("hoort_niet", False)):
        for line, text in _lines(getattr(item, key), (*path, key), source):
            said = f"dit hoort regel '{item.id}' {'' if heard else 'niet '}te herkennen: '{text}'"
            code = "example-missed" if heard else "example-heard"
            issue = Issue(source.file, line, source.field((*path, key)), said, code)
            yield Example(issue, text, rule, heard)


def _lines(text: str, path: Path, source: Source) -> Iterator[tuple[int, str]]:
    """Each written line with its number; a block ("|") begins on the line after its key."""
    first = source.line(path) + (1 if "\n" in text else 0)
    for number, line in enumerate(text.split("\n"), first):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line.strip()
