"""Everything that people write, checked at once: scripts, municipalities, pages, the u form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from pathlib import Path

from bot.service.known import ENTRIES, LOOKUP_NAMES
from casework.deeds import DEEDS, problems
from dialogs.authoring.build import build
from dialogs.authoring.issue import Issue
from dialogs.authoring.lint.check import findings
from dialogs.authoring.lint.pages import NOT_HERS, formal_texts, page_texts
from dialogs.authoring.lint.said import Role, Said
from dialogs.authoring.lint.script import said_in
from dialogs.authoring.lint.structure import Known, structure
from dialogs.authoring.source import Source, SourceError, load_yaml
from dialogs.authoring.wording import did_you_mean
from dialogs.model import Script

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "dialogs" / "scripts"
DANGER = ROOT / "dialogs" / "safety"
MUNICIPALITIES = ROOT / "dialogs" / "municipalities"
SHIPPED = (SCRIPTS, MUNICIPALITIES, DANGER)
CATALOGUE = ROOT / "locales" / "messages.pot"
FORMAL = ROOT / "locales" / "nl" / "LC_MESSAGES" / "formal.po"
PAGES = ROOT / "bot"


class NothingThere(Exception):
    """A path that was asked for is not there; the message names it."""


@dataclass(slots=True)
class Checked:
    """What was looked at and what was found."""

    issues: list[Issue] = field(default_factory=list)
    texts: list[Said] = field(default_factory=list)
    scripts: list[Script] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    whole: bool = True  # every script could be built


def check(paths: Sequence[Path], today: date) -> Checked:
    """All that is wrong with these files; without paths, with everything we ship.

    A script is checked together with the shipped ones, for the names it uses of them. Raises
    NothingThere.
    """
    checked = Checked()
    asked = dict(_asked(paths))
    texts = asked or {f: text for folder in SHIPPED for f, text in _yaml(folder)}
    for file, text in texts.items():
        _read(file, text, today, checked)
    if not asked:
        _add_catalogues(checked)
    checked.issues += _danger(texts)
    beside = list(_beside(checked.scripts)) if asked and checked.scripts else []
    if checked.scripts and checked.whole:  # a script that is not there would bring false findings
        found = structure([*checked.scripts, *beside], KNOWN)
        checked.issues += [issue for issue in found if issue.file in checked.files]
    checked.issues = _once([*checked.issues, *findings(checked.texts)])
    return checked


def _once(issues: Iterable[Issue]) -> list[Issue]:
    """In the order of the files; of two that say the same, the one that knows what to do."""
    told = {(i.file, i.line, i.field, i.code, i.message): i for i in sorted(issues, key=_hinted)}
    return sorted(told.values())


def _hinted(issue: Issue) -> bool:
    return bool(issue.suggestion)


def _asked(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for path in paths:
        if path.is_dir():
            inside = dict(_yaml(path))
            if not inside:
                raise NothingThere(f"in '{path}' staat geen .yaml-bestand")
            yield from inside.items()
        elif path.is_file():
            yield str(path), path.read_text("utf-8", "replace")
        else:
            raise NothingThere(f"'{path}' is er niet")


def _yaml(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.yaml")):
        inside = path.is_relative_to(ROOT)
        yield str(path.relative_to(ROOT) if inside else path), path.read_text("utf-8", "replace")


def _read(file: str, text: str, today: date, checked: Checked) -> None:
    """One file into what was found: `steps` makes it a script, else it is a municipality."""
    checked.files.add(file)
    if _is_danger(file, text):
        return  # its own reader tells what is wrong with it
    try:
        source = load_yaml(text, file)
    except SourceError as refused:
        checked.issues += refused.issues
        checked.whole = False
        return
    if isinstance(source.data, dict) and "steps" not in source.data:
        checked.issues += _municipality(source, today, checked.scripts)
        checked.texts += _municipal_texts(source)
        return
    built = build(source)
    if isinstance(built, Script):
        checked.scripts.append(built)
    else:
        checked.issues += built
        checked.whole = False
    checked.texts += said_in(source)


_DANGER_LIST = re.compile(r"(?m)^(category|rules|exclusions|nuances|spelling|words):")


def _is_danger(file: str, text: str) -> bool:
    """Whether this is a danger list: by its folder or, wherever it lies, by what stands in it."""
    return Path(file).resolve().parent.name == DANGER.name or bool(_DANGER_LIST.search(text))


def _danger(texts: Mapping[str, str]) -> list[Issue]:
    """What is wrong in the danger lists among these, each read together with those beside it.

    A mistake beside them is told too: while it is there, no example can be tried.
    """
    folders: dict[Path, dict[str, str]] = {}
    for file, text in texts.items():
        if _is_danger(file, text):
            folders.setdefault(Path(file).parent, {})[file] = text
    if not folders:
        return []
    from dialogs.authoring.safety import check as check_danger  # loads the readers

    found: list[Issue] = []
    for folder, lists in folders.items():
        names = {Path(file).name for file in lists}
        beside = {
            file: text
            for file, text in _yaml(folder)
            if Path(file).name not in names and _is_danger(file, text)
        }
        issues = check_danger(beside | lists)
        found += [i for i in issues if i.file in lists or not i.code.startswith("example-")]
    return found


def _beside(scripts: Sequence[Script]) -> Iterator[Script]:
    """The shipped scripts that are not among these."""
    known = {script.id for script in scripts}
    for file, text in _yaml(SCRIPTS):
        if Path(file).stem in known:
            continue  # a script is called like its file
        built = build(load_yaml(text, file))
        if isinstance(built, Script) and built.id not in known:
            yield built


# -- municipalities -------------------------------------------------------------------------


def _municipality(source: Source, today: date, scripts: Sequence[Script]) -> list[Issue]:
    from casework import municipality_schema  # these load all that a town can set
    from casework.municipality_age import stale
    from casework.municipality_doubts import doubts
    from casework.municipality_scripts import against_scripts

    looked = municipality_schema.look(source)
    town, source = looked.town, looked.source
    found = [*stale(town, source, today), *doubts(town, source, today)]
    return [*looked.issues, *found, *against_scripts(town, source, [*scripts, *_beside(scripts)])]


def _municipal_texts(source: Source) -> Iterator[Said]:
    """What of a municipality's file a parent reads, beside names: hours, places, its promises."""
    data = source.data if isinstance(source.data, dict) else {}
    places: list[tuple[str | int, ...]] = []
    for name, part in (("helplines", "hours"), ("places", "label"), ("links", "label")):
        rows = data.get(name)
        count = len(rows) if isinstance(rows, list) else 0
        places += [(name, place, part) for place in range(count)]
    for path in places:
        yield from _municipal_text(source, path, Role.LABEL)
    programmes = data.get("programmes")
    for place, row in enumerate(programmes if isinstance(programmes, list) else []):
        yield from _municipal_text(source, ("programmes", place, "card"), Role.MESSAGE)
        yield from _topics(source, place, row)
    for place in range(len(rows) if isinstance(rows := data.get("activities"), list) else 0):
        for part in ("what", "where"):
            yield from _municipal_text(source, ("activities", place, part), Role.MESSAGE)
    yield from _municipal_text(source, ("confirmed", "control"), Role.MESSAGE)
    for path, form in _desk_texts(data.get("desk")):
        yield from _municipal_text(source, path, Role.MESSAGE, form)


def _topics(source: Source, place: int, programme: object) -> Iterator[Said]:
    """The further cards of one programme."""
    cards = programme.get("cards") if isinstance(programme, dict) else None
    for at in range(len(cards) if isinstance(cards, list) else 0):
        here = ("programmes", place, "cards", at)
        yield from _municipal_text(source, (*here, "label"), Role.LABEL)
        yield from _municipal_text(source, (*here, "text"), Role.MESSAGE)


def _desk_texts(desk: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What her people send ready-made, in each form of address."""
    for name in ("ready_texts", "close_reasons"):
        rows = desk.get(name) if isinstance(desk, dict) else None
        for place in range(len(rows) if isinstance(rows, list) else 0):
            for form in ("je", "u"):
                yield ("desk", name, place, form), form


def _municipal_text(
    source: Source, path: tuple[str | int, ...], role: Role, form: str = "both"
) -> Iterator[Said]:
    part: object = source.data
    for name in path:
        if isinstance(part, dict):
            part = part.get(name)
        elif isinstance(part, list) and isinstance(name, int):
            part = part[name]
    if isinstance(part, str):
        line, where = source.line(path), source.field(path)
        yield Said(source.file, line, where, part, role, form=form, promised=form == "both")


# -- pages and the u form -------------------------------------------------------------------


def _add_catalogues(checked: Checked) -> None:
    sources = dict(_sources())
    checked.texts += page_texts(CATALOGUE.read_text("utf-8"), sources)
    formal = str(FORMAL.relative_to(ROOT))
    checked.texts += formal_texts(FORMAL.read_text("utf-8"), formal)
    checked.files |= {said.file for said in checked.texts}


def _sources() -> Iterator[tuple[str, str]]:
    for path in (*PAGES.rglob("*.py"), *PAGES.rglob("templates/*")):
        file = str(path.relative_to(ROOT))
        if path.is_file() and not file.startswith(NOT_HERS):
            yield file, path.read_text("utf-8")


# -- what the service can do ----------------------------------------------------------------


def deed_problems(name: str, args: Mapping[str, str]) -> list[str]:
    """Why a script may not say this, in Dutch."""
    if name not in DEEDS:
        return [f"'{name}' kan Stapje niet doen" + did_you_mean(name, DEEDS)]
    known = {row.name: row for row in fields(DEEDS[name])}
    needed = [key for key, row in known.items() if row.default is MISSING]
    trusted = {key: "=" if "{" in value else value for key, value in args.items()}
    return [
        *(f"'{name}' kent geen '{key}'" for key in args if key not in known),
        *(f"'{name}' heeft '{key}' nodig" for key in needed if not args.get(key)),
        *(
            f"'{key}' van '{name}' kan niet '{value}' zijn"
            for key, value in trusted.items()
            if any(f"'{key}' cannot be" in wrong for wrong in problems(name, trusted))
        ),
    ]


KNOWN = Known(deed_problems, LOOKUP_NAMES, ENTRIES)
