"""The command line: `stapje run`, `stapje simulate`."""

from __future__ import annotations

import sys
from typing import NoReturn

import typer

from bot.settings import Settings, SettingsError, load

app = typer.Typer(
    name="stapje",
    help=(
        "Stapje: a chat-style intake assistant for Dutch municipalities.\n\n"
        "Settings come from the environment or a file named .env (STAPJE_PORT, STAPJE_KEY, …). "
        "To look around: STAPJE_DEMO=1 stapje run"
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # its tracebacks show values of variables
)


@app.callback()
def main() -> None:
    """Keep `run` a subcommand, also while it is the only one."""


@app.command()
def run() -> None:
    """Start everything that is configured, in one process.

    Always: the parents' web chat and the tandem's pages. With STAPJE_PARENTS_BOT_TOKEN also the
    parents' Telegram bot; with STAPJE_TEAM_BOT_TOKEN and STAPJE_TEAM_CHAT_ID the team's bot.
    Stop it with Ctrl-C; nothing is lost when it is killed.
    """
    settings = _settings()
    from bot.app import run as serve  # a wrong setting is told before anything loads

    try:
        serve(settings)
    except SettingsError as error:
        _refuse(error)


scripts = typer.Typer(help="What coordinators write: conversations and municipalities.")
app.add_typer(scripts, name="scripts")


@scripts.command("check")
def check_scripts() -> None:
    """Check every script and municipality; each mistake is one `file:line: field: message`."""
    from bot.written import mistakes  # loads the engine

    found = list(mistakes())
    for line in found:
        print(line, file=sys.stderr)  # noqa: T201  this is the answer to a command
    if found:
        raise typer.Exit(1)
    print("Alles klopt.")  # noqa: T201  and so is this


def _settings() -> Settings:
    try:
        return load()
    except SettingsError as error:
        _refuse(error)


def _refuse(error: SettingsError) -> NoReturn:
    """One line for the operator; exit code 2."""
    print(f"stapje: {error}", file=sys.stderr)  # noqa: T201  this is the answer to a command
    raise typer.Exit(2)


def _add_simulator() -> None:
    """Hang in `stapje simulate`, where that part is installed."""
    from importlib.util import find_spec

    if find_spec("bot.simulator") is None:
        return

    @app.command(
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
        add_help_option=False,
    )
    def simulate(context: typer.Context) -> None:
        """Talk with Stapje in this terminal; /help there shows what else it can do."""
        from bot.simulator import main as talk  # loads the engine

        raise typer.Exit(talk(context.args))


_add_simulator()
