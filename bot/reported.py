"""`stapje report` and `stapje simulate-year`: what a year brought, counted."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.refusing import refuse, settings


class Form(StrEnum):
    """What `stapje report` writes."""

    TEXT = "text"
    HTML = "html"
    CSV = "csv"


_FROM = typer.Option("--from", help="De eerste dag, zo: 2026-07-01.")
_TO = typer.Option("--to", help="De laatste dag, zo: 2026-12-31. Die telt mee.")
_FORM = typer.Option("--format", help="text: brief en cijfers; html: een pagina; csv: de cijfers.")
_OUT = typer.Option("--out", help="Schrijf het in dit bestand; zonder: op het scherm.")


def report(
    first: Annotated[str, _FROM],
    last: Annotated[str, _TO],
    form: Annotated[Form, _FORM] = Form.TEXT,
    out: Annotated[Path | None, _OUT] = None,
) -> None:
    """Raadsbrief: wat er in een periode is geteld. Alleen aantallen, nooit namen of teksten.

    Aantallen van 1 tot en met 4 staan er als "<5". Wat zo'n klein aantal zou verraden, staat er
    als "niet getoond", ook als dat pas naast een andere brief blijkt. Neem hele halve jaren: dan
    blijft het minste weg.

    Voorbeelden:

      stapje report --from 2026-07-01 --to 2026-12-31

      stapje report --from 2026-07-01 --to 2026-12-31 --format csv --out cijfers.csv

    Terug komt 0, of 2 als de dagen niet kloppen. De coördinator ziet hetzelfde op /raadsbrief.
    """
    from bot.app import reporting  # loads the database
    from bot.service.council.asked import BadRange, span_of
    from bot.settings import SettingsError

    try:
        text = reporting.written(settings(), span_of(first, last), form.value)
        if out is not None:
            out.write_bytes(text.encode())
    except (BadRange, SettingsError) as error:
        refuse(error)
    except OSError as error:
        refuse(ValueError(f"{out}: dat bestand kan niet geschreven worden ({error.strerror})"))
    if out is None:
        typer.echo(text, nl=False)


_SEED = typer.Option("--seed", help="Hetzelfde getal geeft hetzelfde jaar.")
_FAMILIES = typer.Option("--families", min=1, max=500, help="Hoeveel gezinnen meedoen.")
_WEEKS = typer.Option("--weeks", min=4, max=60, help="Hoe lang het duurt.")


def simulate_year(
    seed: Annotated[int, _SEED],
    families: Annotated[int, _FAMILIES] = 120,
    weeks: Annotated[int, _WEEKS] = 52,
) -> None:
    """Een jaar Dordrecht in één keer: verzonnen gezinnen, de echte dienst, een klok die loopt.

    Gezinnen typen slordig, missen gesprekken, wissen alles of stoppen herinneringen; hun mensen
    plannen, bellen en delen plekken uit tot ze op zijn. Daarna wordt nagekeken: elke herinnering
    op een goed uur, niet te veel per week, geen taak zonder mensen, en de raadsbrief gelijk aan
    wat de simulatie zelf telde. Er wordt niets bewaard.

    Voorbeeld:

      stapje simulate-year --seed 7

    Terug komt 0, of 1 als iets niet klopt.
    """
    import logging

    from bot.service import logs
    from bot.year.run import simulated  # loads the engine

    logs.configure(logging.CRITICAL)  # the screen is for what it brought
    done = simulated(seed, families=families, weeks=weeks)
    for line in done.lines:
        typer.echo(line)
    if not done.ok:
        raise typer.Exit(1)
