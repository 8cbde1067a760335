"""How a command says that it cannot: one line for the operator, exit code 2."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from bot.settings import Settings


def settings() -> Settings:
    """The settings; when they are wrong, that is told and the command ends."""
    from bot.settings import SettingsError, ignored, load  # the other commands do without

    for line in ignored():
        print(f"stapje: {line}", file=sys.stderr)  # noqa: T201  this is told to the operator
    try:
        return load()
    except SettingsError as error:
        refuse(error)


def refuse(error: Exception) -> NoReturn:
    """One line for the operator; exit code 2."""
    print(f"stapje: {error}", file=sys.stderr)  # noqa: T201  this is the answer to a command
    raise typer.Exit(2)
