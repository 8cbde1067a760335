"""What a script file may contain. Unknown keys are refused; every error names file, line, field."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from dialogs.authoring.source import Strict
from dialogs.model import Depth, Intent, Kind

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Target = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=600)]


class DeedRow(Strict):
    """`do: pause_until`, `with: {moment: =pause}`, `when: …`."""

    do: Id
    with_: dict[Id, str] = Field(default_factory=dict, alias="with")
    when: str | None = None


class RouteRow(Strict):
    """`goto: money`, `when: …`."""

    goto: Id
    when: str | None = None


class ChoiceRow(Strict):
    """One button."""

    id: Id
    label: Words
    says: tuple[str, ...] = ()
    goto: Id | None = None
    intent: Intent | None = None
    alone: bool = False
    depth: Depth | None = None
    overlay: Target | None = None
    typed: bool = False
    stays: bool = False
    form: Annotated[str, StringConstraints(pattern="^(je|u)$")] | None = None
    when: str | None = None


class StepRow(Strict):
    """One step."""

    id: Id
    kind: Kind
    text: str = ""
    label: str = ""
    section: str = ""
    sees: tuple[str, ...] = ()
    choices: tuple[ChoiceRow, ...] = ()
    options_from: str = ""
    lookup: str = ""
    with_: dict[Id, str] = Field(default_factory=dict, alias="with")
    most: int = Field(default=0, ge=0, le=9)
    skippable: bool = True
    essential: bool = False
    core: bool = False
    part_of: str = ""
    stands_for: str = ""
    aside: bool = False
    fleeting: bool = False
    otherwise: str = ""
    when: str | None = None
    do: tuple[DeedRow, ...] = ()
    next: tuple[RouteRow, ...] = ()
    example: str = ""
    repeat: str = ""
    own_words: str = ""
    echo: bool = False
    heeds: tuple[Id, ...] = ()
    passed_along: bool = False
    overview: bool = False
    file: str = ""


class ScriptRow(Strict):
    """A script file."""

    id: Id
    version: int = Field(ge=1)
    title: Words
    numbered: bool = False
    resumable: bool = False
    entries: dict[Id, Id] = Field(default_factory=dict)
    lines: dict[Id, Words] = Field(default_factory=dict)
    refused: str = ""
    steps: tuple[StepRow, ...] = Field(min_length=1)
