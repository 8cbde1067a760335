"""What reads well to a machine and means nothing: names nobody knows, buttons too long, doubles.

Looks over one script in its row form; what needs several scripts is checked where they meet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dialogs.authoring.issue import Issue
from dialogs.authoring.schema import ScriptRow, StepRow
from dialogs.authoring.source import Source
from dialogs.authoring.wording import did_you_mean
from dialogs.authoring.yaml_events import Path
from dialogs.conditions import parse, tests
from dialogs.language.normal import normal

LONGEST_BUTTON = 20  # characters, domain.md §6
_PLACEHOLDER = re.compile(r"{([^{}]*)}")
# What the municipality, a look-up or the engine fills in; a step's own id stands for its choice.
_FACTS = """
bot team Team dienst Dienst gemeente min termijn bewaren teamnummer zin_over_controle web belofte
zin_over_bewaren maanden_samen
hoi roepnaam nummer n totaal duur meest voorbeeld naam1 naam2 dag tijd minuten dag_relatief
plaats_zin vorige_zin als_niet_zin afspraak_zin hoe_zin open_zin lees_zin appointment reizen free
state signal tier lees over request wat link nr datum lezers mensen_zin mag gewist wistermijn
aanbod aanbod_zin wanneer_zin vraagt childcare kinderen opvang loopt plan step keer eerste_dag
uiterste_zin tips card kaart kaart_naam meer_zin baby_package kan nummer request child_package
child_status helpt momenten plek welk_kind nog_kind pas pas_naam pas_uitleg pas_zin stand_zin wens
jaarlijks idea idee goal doel doel_bekend doel_open town_pass pas_loopt pas_waar working_poor brief
werkt nieuw signaal bron_zin
message promise bericht afdeling moment weg opnieuw verder_zin ervoor
idee_tekst antwoord childcare_again eerder nakijken nearby buurt buurt_zin buurt_namen meer verder
kind_zin nog_pakket kind_loopt pakket_loopt voorbij kaart_dag kop_zin jaar_zin yearly
uiterste_dag nog hulp
"""
KNOWN_FACTS = frozenset(_FACTS.split())


def senseless(row: ScriptRow, source: Source) -> Iterator[Issue]:
    """Every finding in this script; conditions that cannot be read are told elsewhere."""
    steps = {step.id: step for step in row.steps}
    for i, step in enumerate(row.steps):
        path: Path = ("steps", i)
        yield from _buttons(step, path, source)
        yield from _placeholders(step.text, (*path, "text"), steps, source)
        for where, text in conditions(step, path):
            yield from _names(text, where, steps, source)
    for name, text in row.lines.items():
        yield from _placeholders(text, ("lines", name), steps, source)


def conditions(step: StepRow, path: Path) -> Iterator[tuple[Path, str]]:
    """Every `when:` of a step and where it stands."""
    places: list[tuple[Path, str | None]] = [((*path, "when"), step.when)]
    places += [((*path, "next", i, "when"), row.when) for i, row in enumerate(step.next)]
    places += [((*path, "choices", i, "when"), row.when) for i, row in enumerate(step.choices)]
    places += [((*path, "do", i, "when"), row.when) for i, row in enumerate(step.do)]
    return ((where, text) for where, text in places if text)


def _buttons(step: StepRow, path: Path, source: Source) -> Iterator[Issue]:
    ways = Counter(
        way for choice in step.choices for way in {normal(w) for w in (choice.label, *choice.says)}
    )
    for i, choice in enumerate(step.choices):
        where = (*path, "choices", i)
        if len(choice.label) > LONGEST_BUTTON:
            message = f"deze knop heeft {len(choice.label)} tekens; {LONGEST_BUTTON} is het meest"
            yield source.issue((*where, "label"), message, "long-button")
        for way in {normal(w) for w in (choice.label, *choice.says)}:
            if ways[way] > 1:
                message = f"'{way}' staat bij twee antwoorden; dan begrijpen we geen van beide"
                yield source.issue((*where, "says"), message, "doubled-way")


def _placeholders(
    text: str, where: Path, steps: dict[str, StepRow], source: Source
) -> Iterator[Issue]:
    for name in _PLACEHOLDER.findall(text):
        if name not in KNOWN_FACTS and name not in steps and not name.startswith("nummer_"):
            message = f"{{{name}}} kennen we niet" + did_you_mean(name, KNOWN_FACTS)
            yield source.issue(where, message, "unknown-placeholder")


def _names(text: str, where: Path, steps: dict[str, StepRow], source: Source) -> Iterator[Issue]:
    try:
        asked = list(tests(parse(text)))
    except ValueError:
        return
    for name, wanted in asked:
        if "." in name or name in KNOWN_FACTS:
            continue
        if name not in steps:
            message = f"er is geen stap '{name}'" + did_you_mean(name, steps)
            yield source.issue(where, message, "unknown-step")
            continue
        known = {choice.id for choice in steps[name].choices}
        for value in wanted if known and not steps[name].options_from else ():
            if value not in known:
                message = f"'{name}' heeft geen antwoord '{value}'" + did_you_mean(value, known)
                yield source.issue(where, message, "unknown-answer")
