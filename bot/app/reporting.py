"""`stapje report`: the council's letter of a range of days, from the command line."""

from __future__ import annotations

import asyncio

from bot.app.starting import municipality, opened
from bot.desk.council import page
from bot.desk.web import Pages
from bot.service.clock import SystemClock
from bot.service.core import house_of
from bot.service.council import csv, letter
from bot.service.council.asked import Council
from bot.service.wording import LOCALES
from bot.settings import Settings
from casework.council import Report
from casework.days import Span
from casework.municipality import Municipality
from dialogs.catalogue import Catalogue


def written(settings: Settings, span: Span, form: str) -> str:
    """The letter as text, html or csv. Raises BadRange, and SettingsError."""
    town = municipality(settings.municipality)
    report, under_way = asyncio.run(_asked(settings, town, span))
    if form == "csv":
        return csv.written(town, report)
    if form == "html":
        return page_of(town, report, under_way=under_way)
    return "\n".join(letter.lines(town, report, under_way=under_way)) + "\n"


def page_of(town: Municipality, report: Report, *, under_way: bool) -> str:
    """The letter as one page that needs no other file."""
    pages = Pages(Catalogue.load(LOCALES, "je").translate, page.TABLES | {"place": town.name})
    facts = page.told(town, report, under_way=under_way)
    return bytes(pages.show("council_alone.html", **facts).body).decode()


async def _asked(settings: Settings, town: Municipality, span: Span) -> tuple[Report, bool]:
    database = await opened(settings)
    try:
        council = Council(database, house_of(town, SystemClock(), settings.address))
        return await council.report(span), council.under_way(span)
    finally:
        await database.close()
