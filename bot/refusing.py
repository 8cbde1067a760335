"""How a command says that it cannot: one line for the operator, exit code 2."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from bot.settings import Settings


def settings() -> Settings:
    """The settings; when they are wrong, that is told and the command ends."""
    from bot.settings import SettingsError, ignored, load  # the other commands do without

    for line in ignored():
        typer.echo(f"stapje: {line}", err=True)
    try:
        return load()
    except SettingsError as error:
        refuse(error)


def refuse(error: Exception) -> NoReturn:
    """One line for the operator; exit code 2."""
    typer.echo(f"stapje: {error}", err=True)
    raise typer.Exit(2)
