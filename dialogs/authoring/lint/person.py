"""From every step a person: the fixed button, the words for it, and the number behind them.

The engine shows "Ik wil bellen" in each step, but not in the steps of everywhere that follow that
button: there the number itself must be near. And a choice that is called like the fixed button
gets her words first, so it may not lead elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dialogs.asking import calling
from dialogs.authoring.lint import graph
from dialogs.language.normal import normal
from dialogs.language.wishes.intents import read_intent
from dialogs.library import EVERYWHERE
from dialogs.model import Choice, Intent, Script, Step

PERSON = "call_lookup"  # the everywhere step of "ik wil bellen"
MOST_TAPS = 2  # to a person
_NUMBER = "{teamnummer}"
_FIXED = {"button_call": Intent.CALL, "button_now": Intent.NOW, "button_menu": Intent.MENU}
_WORDS = ("mens", "een mens", "ik wil een mens", "een mens spreken", "ik wil een mens spreken")
Missing = tuple[Script, Step | None, str, str]  # where, what is wrong, what can be done


def missing(scripts: Sequence[Script]) -> Iterator[Missing]:
    """Every place from which she reaches no person; nothing is known without `everywhere`."""
    home = next((script for script in scripts if script.id == EVERYWHERE), None)
    if home is None:
        return
    yield from _way(home)
    known = {script.id: script for script in scripts}
    words = {normal(home.lines.get(name, "")) for name in ("button_call", "button_now")}
    for script in scripts:
        for step in script.steps:
            if choice := _takes(script, step, {*words, *_WORDS}, known):
                message = f"wie bij '{step.id}' om een mens vraagt, krijgt '{choice.label}'"
                yield script, step, message, "geef dit antwoord andere woorden, of 'intent: call'"


def _way(home: Script) -> Iterator[Missing]:
    """What is wrong on the way of the fixed button."""
    for name, intent in _FIXED.items():
        said = home.lines.get(name, "")
        if read_intent(said) is not intent:
            message = f"'{name}' brengt haar niet bij een mens; er staat: '{said}'"
            yield home, None, message, "zet de oude woorden terug"
    first = _waiting(home, PERSON) if PERSON in home.index else []
    if not first:
        hint = f"laat '{PERSON}' {_NUMBER} tonen"
        yield home, None, "de weg naar een mens ontbreekt", hint
    for step in home.steps:
        if step in first and _NUMBER not in step.text:
            yield home, step, f"'{step.id}' toont geen nummer", f"zet {_NUMBER} in de tekst"
        elif calling(home, step) and not _near(home, step, MOST_TAPS):
            message = f"vanaf '{step.id}' komt zij niet bij een mens"
            yield home, step, message, f"laat een antwoord naar {_NUMBER} gaan"


def _near(home: Script, step: Step, taps: int) -> bool:
    """Whether the number, or the fixed button of another step, is so many taps away."""
    if _NUMBER in step.text or not calling(home, step):
        return True
    if taps and any(choice.intent is Intent.RESUME for choice in step.choices):
        return True
    return taps > 0 and any(
        _near(home, after, taps - 1)
        for target in graph.targets(home, step)
        for after in _waiting(home, target)
    )


def _waiting(script: Script, name: str) -> list[Step]:
    """The steps at which she can stand once she goes to this one."""
    met: set[str] = set()
    found, ahead = [], [name]
    while ahead:
        at = ahead.pop()
        if at in met or at not in script.index:
            continue
        met.add(at)
        step = script.step(at)
        if step.kind in graph.PASSING:
            ahead += graph.targets(script, step)
        else:
            found.append(step)
    return found


def _takes(
    script: Script, step: Step, words: set[str], known: Mapping[str, Script]
) -> Choice | None:
    """A choice that is called like the way to a person and leads elsewhere."""
    for choice in step.choices:
        named = not words.isdisjoint(map(normal, (choice.label, *choice.says)))
        if named and not _leads_to_one(script, choice, known):
            return choice
    return None


def _leads_to_one(script: Script, choice: Choice, known: Mapping[str, Script]) -> bool:
    if choice.intent is not None:
        return choice.intent in (Intent.CALL, Intent.NOW)
    name, step = graph.split(choice.overlay) if choice.overlay else (script.id, choice.goto or "")
    there = known.get(name)
    return there is not None and any(_NUMBER in one.text for one in _waiting(there, step))
