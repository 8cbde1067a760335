"""What a municipality's file must make sense of beyond its schema, each with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casework import (
    activities_file,
    arrears_schema,
    childcare_checks,
    debts_schema,
    desk_rules_schema,
    funds_checks,
    programmes_checks,
)
from casework.municipality import Municipality, Role
from casework.partly import as_far
from casework.phones import is_example
from dialogs.authoring.issue import Issue
from dialogs.authoring.source import Finding, Source
from dialogs.authoring.wording import did_you_mean

NEEDED_HELPLINES = ("112", "113", "veilig_thuis", "kindertelefoon", "luisterlijn")  # said at danger
CALLED_LIKE = {"112": ("112",), "113": ("113", "08000113")}  # a number that a parent knows by heart
NEEDED_LINKS = ("bijstand", "klacht")
_NAMED = (
    *("people", "districts", "helplines", "places", "links"),
    *("programmes", "funds", "activities"),
)
_DUTCH = {
    Role.NEIGHBOURHOOD_WORKER: "wijkteamwerker",
    Role.CONSULTANT: "consulent",
}


def check(town: Municipality, source: Source) -> list[Issue]:
    """Everything that does not make sense, in the order of the file."""
    found = [source.issue(*finding) for rule in RULES for finding in as_far(rule, town)]
    return sorted(found)


def _doubled(town: Municipality) -> Iterator[Finding]:
    for name in _NAMED:
        seen: set[str] = set()
        for place, row in enumerate(getattr(town, name)):
            if row.id in seen:
                yield (name, place, "id"), f"'{row.id}' staat er al", "double-id"
            seen.add(row.id)


def _one_account_each(town: Municipality) -> Iterator[Finding]:
    """Two people behind one address would be one person to the log of reads."""
    seen: dict[str, str] = {}
    for place, person in enumerate(town.people):
        if person.email and person.email in seen:
            message = f"'{person.email}' is al van {seen[person.email]}"
            yield ("people", place, "email"), message, "double-email"
        seen.setdefault(person.email, person.name)


def _districts(town: Municipality) -> Iterator[Finding]:
    known = [district.id for district in town.districts]
    for place, person in enumerate(town.people):
        for district in sorted(person.districts - set(known)):
            message = f"wijk '{district}' bestaat niet" + did_you_mean(district, known)
            yield ("people", place, "districts"), message, "unknown-district"


def _covered(town: Municipality) -> Iterator[Finding]:
    for role, dutch in _DUTCH.items():
        people = [person for person in town.people if person.role is role]
        if not people:
            yield ("people",), f"er is geen {dutch}", "nobody"
            continue
        for place, district in enumerate(town.districts):
            if not any(person.covers(district.id) for person in people):
                message = f"geen {dutch} werkt in '{district.label}'"
                yield ("districts", place), message, "nobody-in-district"


def _examples(town: Municipality) -> Iterator[Finding]:
    if town.demo:
        return
    message = "dit is een voorbeeldnummer: daar neemt niemand op"
    if is_example(town.team_phone):
        yield ("team_phone",), message, "example-number"
    for place, person in enumerate(town.people):
        if is_example(person.phone):
            yield ("people", place, "phone"), message, "example-number"
    for place, link in enumerate(town.links):
        if is_example(link.phone):
            yield ("links", place, "phone"), message, "example-number"


def _reachable(town: Municipality) -> Iterator[Finding]:
    for place, person in enumerate(town.people):
        if person.role in _DUTCH and not person.phone:
            message = f"{person.name} belt ouders: haar nummer ontbreekt"
            yield ("people", place, "phone"), message, "no-phone"
    if not town.office_hours.days:
        yield ("office_hours",), "het team is nooit open", "never-open"
    if not (town.promise.days or town.promise.hours):
        yield ("promise",), "een belofte heeft uren of dagen", "no-promise"


def _needed(town: Municipality) -> Iterator[Finding]:
    lines = {line.id for line in town.helplines}
    for name in NEEDED_HELPLINES:
        if name not in lines:
            yield ("helplines",), f"het nummer '{name}' ontbreekt", "no-helpline"
    links = {link.id for link in town.links}
    for name in NEEDED_LINKS:
        if name not in links:
            yield ("links",), f"de officiële weg voor '{name}' ontbreekt", "no-link"


def _called_like(town: Municipality) -> Iterator[Finding]:
    """Who reads "bel 113" must get 113."""
    for place, line in enumerate(town.helplines):
        digits = "".join(filter(str.isdigit, line.number))
        if digits not in CALLED_LIKE.get(line.id, (digits,)):
            message = f"het nummer van '{line.id}' is {line.id}, en hier staat {line.number}"
            yield ("helplines", place, "number"), message, "other-number"


def _reminders(town: Municipality) -> Iterator[Finding]:
    rules = town.reminders
    for name, at in (("evening", rules.evening), ("morning", rules.morning)):
        if rules.quiet(at):
            yield ("reminders", name), "valt in de stille uren", "in-quiet-hours"
    if rules.quiet_from == rules.quiet_to:
        yield ("reminders", "quiet_from"), "begin en einde zijn gelijk", "no-quiet-hours"
    if rules.daily_cap > rules.weekly_cap:
        yield ("reminders", "daily_cap"), "meer per dag dan per week kan niet", "caps"


def _amounts(town: Municipality) -> Iterator[Finding]:
    if town.retention.warn_unfinished >= town.retention.unfinished:
        message = "waarschuwen moet eerder zijn dan wissen"
        yield ("retention", "warn_unfinished"), message, "warn-too-late"


def _arrears(town: Municipality) -> Iterator[Finding]:
    return arrears_schema.check(town.arrears)


def _debts(town: Municipality) -> Iterator[Finding]:
    return debts_schema.check(town.debts)


def _desk(town: Municipality) -> Iterator[Finding]:
    return desk_rules_schema.check(town.desk, town.facts())


RULES: tuple[Callable[[Municipality], Iterator[Finding]], ...] = (
    _doubled,
    _one_account_each,
    _districts,
    _covered,
    _examples,
    _reachable,
    _needed,
    _called_like,
    _reminders,
    _amounts,
    _arrears,
    _debts,
    _desk,
    *programmes_checks.RULES,
    *childcare_checks.RULES,
    *funds_checks.RULES,
    *activities_file.RULES,
)
