"""A script that loses a parent somewhere is told where, before a parent meets it."""

from __future__ import annotations

import pytest

from dialogs.authoring.build import build_script
from dialogs.authoring.issue import Issue
from dialogs.authoring.lint.graph import _ENGINE
from dialogs.authoring.lint.structure import Known, structure
from dialogs.authoring.shelf import load_shipped
from dialogs.danger import HELP_NOW, REACH
from dialogs.library import DANGER
from dialogs.model import Script

KNOWN = Known(
    lambda name, args: [] if name == "pause_until" else [f"'{name}' kan niet"],
    frozenset({"districts", "promise"}),
    frozenset({"morning"}),
)
GOOD = """
id: proef
version: 1
title: Proef
entries: {morning: start}
steps:
  - id: start
    kind: lookup
    lookup: promise
    next:
      - {goto: money}
  - id: money
    kind: choice
    skippable: false
    label: Geld
    text: "Hoe gaat het?"
    choices:
      - {id: fine, label: Het gaat, goto: bye}
      - {id: tight, label: Krap, goto: more}
  - id: more
    kind: multi
    label: Waar
    text: "Kies wat past."
    example: "huur"
    choices:
      - {id: rent, label: Huur}
      - {id: food, label: Eten}
  - id: area
    kind: choice
    label: Wijk
    text: "Waar woon je?"
    example: "Noord"
    options_from: districts
    do:
      - {do: pause_until, with: {moment: "=money"}}
  - id: bye
    kind: say
    text: "Dank je."
"""
WAY = """
id: everywhere
version: 1
title: Overal
lines: {button_call: Ik wil bellen, button_now: Ik heb nu hulp nodig, button_menu: Meer}
steps:
  - id: rest
    kind: choice
    text: "Dank je."
    choices:
      - {id: later, label: Later}
  - id: call_lookup
    kind: lookup
    lookup: promise
  - id: call
    kind: choice
    text: "{hoi} Bel **{teamnummer}**?"
    choices:
      - {id: call_me, label: Bel mij, goto: call_me}
  - id: call_me
    kind: choice
    aside: true
    text: "Je hoort het hier. {teamnummer}"
    choices:
      - {id: good, label: Goed, goto: end}
"""
ROUND = """text: "Dank je."
    next:
      - {goto: twee}
  - id: twee
    kind: say
    text: "Nog eens."
    next:
      - {goto: bye}"""
BEHIND = """- {goto: more, when: money is fine or money is tight}
      - {goto: bye, when: money is tight}
      - {goto: money}"""


def script(text: str) -> Script:
    built = build_script(text, "proef.yaml")
    assert isinstance(built, Script), built
    return built


def found(text: str) -> list[Issue]:
    return structure([script(text)], KNOWN)


def test_the_good_script_is_good() -> None:
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("goto: more}", "goto: bye}", "unreachable", 20),
        ("{id: fine, label: Het gaat, goto: bye}\n      - {id: tight, label: Krap, goto: more}",
         "{id: call, label: Bel mij, intent: call}", "dead-end", 12),
        ('text: "Dank je."', ROUND, "silent-loop", 36),
        ('text: "Dank je."', 'text: "Dank je."\n    next: [{goto: money}]', "never-ends", 7),
        ("goto: bye}", "goto: bye, when: money is fine and money is tight}", "never-true", 12),
        ("label: Wijk", "label: Wijk\n    when: not (money is tight or not (money is tight))",
         "never-true", 28),
        ("- {goto: money}", "- {goto: money}\n      - {goto: more}", "dead-route", 7),
        ("- {goto: money}", BEHIND, "dead-route", 7),
        ("lookup: promise", "lookup: promis", "unknown-lookup", 7),
        ("options_from: districts", "options_from: distrikts", "unknown-lookup", 28),
        ("do: pause_until", "do: pauze_tot", "unknown-deed", 28),
        ("=money", "=mony", "unknown-step", 28),
        ("=money", "{mony}", "unknown-placeholder", 28),
        ("entries: {morning: start}", "entries: {morning: start, noon: start}", "unused-entry", 1),
        ('    example: "huur"\n', "", "no-example", 20),
        ('    example: "Noord"\n', "", "no-example", 28),
        ("label: Waar", "label: Wijk", "double-label", 20),
        ("goto: bye}", "goto: bye, when: answered intake.naam}", "unknown-step", 12),
        ("goto: more}", "goto: more, overlay: weg.stap}", "unknown-step", 12),
        ("- {id: food, label: Eten}",
         "\n      ".join(f"- {{id: x{n}, label: Ding {n}}}" for n in range(9)), "many-buttons", 20),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_line(old: str, new: str, code: str, line: int) -> None:
    assert old in GOOD
    issues = [issue for issue in found(GOOD.replace(old, new, 1)) if issue.code == code]
    assert issues, found(GOOD.replace(old, new, 1))
    assert issues[0].line == line
    assert issues[0].file == "proef.yaml"


@pytest.mark.parametrize(
    "routes",
    [
        ["goto: money, when: more has rent and more has food", "goto: area"],  # boxes to tick
        ["goto: money, when: money is tight", "goto: bye, when: money is fine", "goto: area"],
        ["goto: money, when: answered area", "goto: bye, when: not (answered area)"],
    ],
)
def test_routes_that_may_all_be_taken_are_left_alone(routes: list[str]) -> None:
    rows = "".join(f"\n      - {{{route}}}" for route in routes)
    assert found(GOOD.replace('example: "huur"', f'example: "huur"\n    next:{rows}')) == []


def test_a_script_without_the_way_to_a_person_is_refused() -> None:
    shipped = list(load_shipped())
    assert "no-person" not in {issue.code for issue in structure(shipped, KNOWN)}
    everywhere = load_shipped().script("everywhere")
    assert [told.file for told in no_person([cut(everywhere)])] == [everywhere.file]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("{hoi} Bel **{teamnummer}**?", "Zal iemand je bellen?", "steps[call]"),
        ("Je hoort het hier. {teamnummer}", "Je hoort het hier.", "steps[call_me]"),
        ("button_call: Ik wil bellen", "button_call: Klaar", ""),
        ("{id: later, label: Later}", "{id: later, label: Later, says: [ik wil bellen]}",
         "steps[rest]"),
        ("{id: later, label: Later}", "{id: later, label: Een mens spreken}", "steps[rest]"),
    ],
)  # fmt: skip
def test_each_step_without_a_person_is_told(old: str, new: str, field: str) -> None:
    assert old in WAY
    assert no_person([script(WAY)]) == []
    assert [told.field for told in no_person([script(WAY.replace(old, new, 1))])] == [field]


def test_a_step_of_any_script_may_not_take_the_words_for_a_person() -> None:
    mine = GOOD.replace("label: Krap, goto", "label: Krap, says: [een mens], goto")
    assert [told.line for told in no_person([script(WAY), script(mine)])] == [12]
    kind = mine.replace("goto: more}", "intent: call}")
    assert no_person([script(WAY), script(kind)]) == []


def no_person(scripts: list[Script]) -> list[Issue]:
    return [issue for issue in structure(scripts, KNOWN) if issue.code == "no-person"]


def cut(whole: Script) -> Script:
    """Everywhere, with nothing behind "ik wil bellen"."""
    steps = tuple(step for step in whole.steps if not step.id.startswith("call"))
    index = {step.id: place for place, step in enumerate(steps)}
    return Script(whole.id, 1, "x", steps, lines=whole.lines, file=whole.file, index=index)


def test_a_reminder_that_no_script_answers_is_told() -> None:
    everywhere = load_shipped().script("everywhere")
    codes = [issue.code for issue in structure([everywhere], KNOWN)]
    assert "no-script" in codes


def test_the_checker_begins_where_the_engine_does() -> None:
    assert _ENGINE[DANGER] == {HELP_NOW, REACH}
