"""The command line: `stapje run`, `stapje simulate`."""

from __future__ import annotations

import gc
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.known_settings import A_KEY, listed
from bot.language import app as language
from bot.refusing import refuse as _refuse
from bot.refusing import settings as _settings
from bot.reported import report, simulate_year

app = typer.Typer(
    name="stapje",
    help=(
        "Stapje: a chat-style intake assistant for Dutch municipalities.\n\n"
        "To look around: STAPJE_DEMO=1 stapje run, or stapje simulate in this terminal.\n\n"
        "Settings come from the environment or a file named .env; stapje run --help lists them."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # its tracebacks show values of variables
)


@app.callback()
def main() -> None:
    """Keep `run` a subcommand, also while it is the only one."""


RUN = f"""Start everything that is configured, in one process.

Always: the parents' web chat and the tandem's pages. With STAPJE_PARENTS_BOT_TOKEN also the
parents' Telegram bot; with STAPJE_TEAM_BOT_TOKEN and STAPJE_TEAM_CHAT_ID the team's bot.
Stop it with Ctrl-C; nothing is lost when it is killed.

To look around: STAPJE_DEMO=1 stapje run. Real families need STAPJE_KEY; make one once with
{A_KEY} and keep it apart from the database: without it nobody can read the answers.

Settings, from the environment or a file named .env:

\b
{listed()}
"""


@app.command(help=RUN)
def run() -> None:
    """Start everything that is configured, in one process."""
    gc.disable()  # what starting makes stays: looking for rubbish meanwhile takes a sixth of it
    settings = _settings()
    from bot.app import run as serve  # a wrong setting is told before anything loads
    from bot.settings import SettingsError

    try:
        serve(settings)
    except SettingsError as error:
        _refuse(error)


scripts = typer.Typer(help="What coordinators write: conversations and municipalities.")
app.add_typer(scripts, name="scripts")
app.add_typer(language, name="language")
municipality = typer.Typer(help="De bestanden van gemeenten.", no_args_is_help=True)
app.add_typer(municipality, name="municipality")


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


_PATHS = typer.Argument(help="Bestanden of mappen. Zonder: alles wat bij Stapje hoort.")
_FORMAT = typer.Option("--format", help="text voor mensen, json of github voor programma's.")
_STRICT = typer.Option("--strict", help="Ook een 'let op' telt als fout.")
_TIPS = typer.Option("--tips", help="Laat ook de tips zien.")


@scripts.command("check")
def check_scripts(
    paths: Annotated[list[Path] | None, _PATHS] = None,
    form: Annotated[Format, _FORMAT] = Format.TEXT,
    strict: Annotated[bool, _STRICT] = False,
    tips: Annotated[bool, _TIPS] = False,
) -> None:
    """Kijk na wat ouders lezen: gesprekken, gemeenten, schermen en de u-vorm.

    Elke regel is één ding: `bestand:regel: fout naam: wat er is (wat je kunt doen)`.

    fout: zo kan het niet naar ouders. let op: kijk er nog eens naar. tip: als je tijd hebt.

    Voorbeelden:

      stapje scripts check

      stapje scripts check mijn_gesprek.yaml --tips

      stapje scripts check --strict --format github

    Terug komt 0: geen fouten, 1: fouten, 2: een bestand is er niet. Wat elke naam betekent,
    staat in docs/howto/teksten-nakijken.md
    """
    _check(paths or [], form, strict=strict, tips=tips)


@municipality.callback()
def of_municipalities() -> None:
    """Keep `check` a subcommand, also while it is the only one."""


@municipality.command("check")
def check_municipality(
    paths: Annotated[list[Path] | None, _PATHS] = None,
    form: Annotated[Format, _FORMAT] = Format.TEXT,
    strict: Annotated[bool, _STRICT] = False,
) -> None:
    """Kijk een gemeentebestand na: klopt het, en is het niet te oud?

    Fouten noemen bestand en regel, alles in één keer. 'let op' is er voor wat langer dan een
    half jaar niet is nagekeken, en voor programma's die voorbij zijn.

    Voorbeelden:

      stapje municipality check

      stapje municipality check mijnstad.yaml --format json

    Terug komt 0: geen fouten, 1: fouten, 2: een bestand is er niet. Een gemeente maken:
    docs/howto/nieuwe-gemeente.md
    """
    from bot.settings import MUNICIPALITIES

    _check(paths or [MUNICIPALITIES], form, strict=strict)


def _check(paths: list[Path], form: Format, *, strict: bool, tips: bool = False) -> None:
    """Print what was found; exit code 1 when something blocks, 2 when a path is not there."""
    from bot.written import NothingThere, check  # loads the engine
    from casework.days import HERE
    from dialogs.authoring import report

    try:
        checked = check(paths, datetime.now(HERE).date())
    except NothingThere as missing:
        _refuse(missing)
    shown = [i for i in checked.issues if tips or form is Format.JSON or i.severity != "info"]
    lines = {Format.TEXT: report.text, Format.GITHUB: report.github}.get(form)
    for line in lines(shown) if lines else [report.as_json(shown)]:
        print(line)  # noqa: T201  this is the answer to a command
    if form is Format.TEXT:
        print(report.summary(shown, len(checked.texts), len(checked.files)))  # noqa: T201  and so is this
    blocking = {"error", "warning"} if strict else {"error"}
    if any(issue.severity in blocking for issue in checked.issues):
        raise typer.Exit(1)


app.command("report")(report)
app.command("simulate-year")(simulate_year)

_DRY = typer.Option("--dry-run", help="Alleen laten zien; er verandert niets.")


@app.command()
def retention(dry_run: Annotated[bool, _DRY] = False) -> None:
    """Bewaartermijnen: wie gewaarschuwd wordt, en wat gewist wordt. Alleen aantallen en codes.

    De dienst doet dit zelf elk uur. Uitleg: docs/howto/bewaren-en-wissen.md
    """
    from bot.app import keeping  # loads the engine
    from bot.settings import SettingsError

    try:
        for line in keeping.retain(_settings(), dry_run=dry_run):
            print(line)  # noqa: T201  this is the answer to a command
    except SettingsError as error:
        _refuse(error)


hold = typer.Typer(help="Bewaarplicht: dit gezin mag nu niet gewist worden.", no_args_is_help=True)
app.add_typer(hold, name="hold")
_HANDOFF = typer.Argument(help="De code van de overdracht: het laatste deel van haar adres.")
_BY = typer.Option("--by", help="Wie beslist: de id van een coördinator.")


@hold.command("put")
def hold_put(handoff: Annotated[str, _HANDOFF], by: Annotated[str, _BY]) -> None:
    """Zet de bewaarplicht aan: niemand en niets wist dit gezin."""
    _decide(handoff, by, on=True)


@hold.command("lift")
def hold_lift(handoff: Annotated[str, _HANDOFF], by: Annotated[str, _BY]) -> None:
    """Haal de bewaarplicht weg: de termijnen gelden weer, en wissen mag weer."""
    _decide(handoff, by, on=False)


@hold.command("list")
def hold_list() -> None:
    """Wie nu niet gewist mag worden, en wie dat besloot."""
    from bot.app import keeping  # loads the engine

    for line in keeping.held(_settings()):
        print(line)  # noqa: T201  this is the answer to a command


def _decide(handoff: str, by: str, *, on: bool) -> None:
    from bot.app import keeping  # loads the engine
    from bot.settings import SettingsError

    try:
        done = keeping.hold(_settings(), handoff, by, on=on)
    except PermissionError:
        _refuse(ValueError(f"'{by}' is geen coördinator van deze gemeente"))
    except LookupError:
        _refuse(ValueError("deze overdracht is er niet"))
    except SettingsError as error:
        _refuse(error)
    print("Gedaan." if done else "Dat was al zo.")  # noqa: T201  and so is this


audit = typer.Typer(help="Het logboek van wie keek: is het heel?", no_args_is_help=True)
app.add_typer(audit, name="audit")
_FAMILY = typer.Option("--family", help="De code van het gezin, of van een overdracht.")


@audit.command("verify")
def audit_verify() -> None:
    """Loop het hele logboek na: is er niets veranderd of weg?

    Terug komt 0: heel, of 1: het eerste record dat niet klopt, en wat ermee is.

    Uitleg: docs/howto/inloggen-en-meekijken.md
    """
    from bot.app import auditing  # loads the database
    from bot.settings import SettingsError

    try:
        found = auditing.verify(_settings())
    except SettingsError as error:
        _refuse(error)
    if found.broken:
        print(f"Niet heel: {found.broken}. Tot daar kloppen er {found.count}.")  # noqa: T201  the answer
        raise typer.Exit(1)
    print(f"Heel: {found.count} keer gekeken, niets is veranderd of weg.")  # noqa: T201  the answer


@audit.command("list")
def audit_list(family: Annotated[str, _FAMILY]) -> None:
    """Wie naar dit gezin keek, de laatste eerst. Geen woord van het gezin zelf."""
    from bot.app import auditing  # loads the database
    from bot.settings import SettingsError

    try:
        for line in auditing.listed(_settings(), family):
            print(line)  # noqa: T201  this is the answer to a command
    except LookupError:
        _refuse(ValueError("naar dit gezin keek niemand, of het is er niet"))
    except SettingsError as error:
        _refuse(error)


outgoing = typer.Typer(help="Mail en systemen van de gemeente: hoe het gaat.", no_args_is_help=True)
app.add_typer(outgoing, name="outgoing")


@outgoing.command("list")
def outgoing_list() -> None:
    """Wat is verstuurd, wat wacht en wat niet aankwam, per weg naar buiten."""
    from bot.app import outgoing as ways  # loads the database
    from bot.settings import SettingsError

    try:
        for line in ways.ways(_settings()):
            print(line)  # noqa: T201  this is the answer to a command
    except SettingsError as error:
        _refuse(error)


@outgoing.command("again")
def outgoing_again(
    way: Annotated[str, typer.Argument(help="mail, webhook of openklant")],
) -> None:
    """Stuur nog eens wat niet aankwam, als de oorzaak weg is. Wie het al kreeg, herkent het."""
    from bot.app import outgoing as ways  # loads the database
    from bot.settings import SettingsError

    try:
        print(f"{ways.again(_settings(), way)} gaat nog een keer.")  # noqa: T201  the answer
    except LookupError:
        _refuse(ValueError(f"{way} is geen weg naar buiten; kies mail, webhook of openklant"))
    except SettingsError as error:
        _refuse(error)


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
