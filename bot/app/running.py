"""`stapje run`: every loop in one process, from start to a calm end."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import socket
from datetime import timedelta
from typing import Any

from bot.app import bots, outlets
from bot.app.ledger import Ledger, erase_again, note
from bot.app.starting import STALE, recover, start
from bot.service import logs, posts
from bot.service.arranging.near import WithoutChat
from bot.service.clock import SystemClock
from bot.service.core import Core
from bot.service.inviting import Inviting
from bot.service.programmes.baby.due import SecondPackages
from bot.service.programmes.baby.over import Ended
from bot.service.programmes.breakthroughs.deadlines import Deadlines
from bot.service.retaining import Retaining
from bot.service.waiting import nap
from bot.service.watching import Watching
from bot.settings import Settings, SettingsError
from dialogs.authoring.shelf import warm
from dialogs.authoring.source import SourceError

TICK = 2.0  # seconds between looks at what came due
ABSENCES = 60.0  # seconds between looks at who is away
PROMISES = 10.0  # seconds between looks at what was promised
FETCH = 5.0  # seconds between looks at voice notes to fetch
WATCH = 60.0  # seconds between looks whether mail and the town's systems stand still
PACKAGES = 60.0  # seconds between looks whether a day of packages came
CARE = 600.0  # seconds between looks at steps to childcare of families without a chat
INVITE = 5.0  # seconds between looks at talks that colleagues were not mailed yet
RECOVER = 10.0  # seconds between looks for sends that nobody finished
RETAIN = 3600.0  # seconds between looks at what is over its term
FIRST_LOOK = 0.3  # seconds that the bots have for themselves, before the pages load beside them
RUBBISH = (10_000, 20, 20)  # a batch of turns makes thousands of things, hardly any in rings
SCRUB = 30.0  # seconds after which the disk forgets what was erased


def run(settings: Settings) -> None:
    """Run until told to stop. Raises SettingsError when a setting turns out wrong."""
    logs.configure()
    os.umask(0o077)  # what we write is for nobody else on this machine
    looping = asyncio.Runner(loop_factory=_event_loop)
    with contextlib.closing(_listen(settings)) as door, looping as runner:
        runner.run(_serve(settings, door))


def _event_loop() -> asyncio.AbstractEventLoop:
    """uvloop's where it is installed: Windows has none (why: docs/adr/0012-httptools.md)."""
    try:
        import uvloop
    except ImportError:
        return asyncio.new_event_loop()
    loop: asyncio.AbstractEventLoop = uvloop.new_event_loop()
    return loop


async def _serve(settings: Settings, door: socket.socket) -> None:
    address = settings.public_url or f"http://{settings.host}:{door.getsockname()[1]}"
    core = await start(settings, SystemClock(), address)
    ledger = Ledger(settings.data_dir)
    await erase_again(core, ledger)
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    core.intake.follow = core.turns.join
    found = bots.configured(settings, core)
    outlets.configured(settings, core)
    try:
        loops: list[bots.Loop] = [core.turns, *core.deliveries]
        loops += bots.listeners(settings, core, found)
        async with asyncio.TaskGroup() as group:
            for loop in loops:
                group.create_task(loop.run(stop))
            group.create_task(_hurry(core, stop))
            group.create_task(_pages(settings, core, found, door, stop))
            group.create_task(_tick(stop, _scheduler(core, found, ledger)))
            _announce(address, settings)
    except* SourceError as broken:  # the danger rules, read while the bots already start
        raise SettingsError("; ".join(str(broken.exceptions[0]).splitlines())) from None
    finally:
        await found.close()
        await core.database.close()


async def _hurry(core: Core, stop: asyncio.Event) -> None:
    """Who naps between two looks hears at once that we stop."""
    await stop.wait()
    core.turns.wake.set()
    core.ring()


async def _pages(
    settings: Settings, core: Core, found: bots.Bots, door: socket.socket, stop: asyncio.Event
) -> None:
    """The pages load while the bots already answer; a browser that comes earlier waits."""
    if found.sources:
        await nap(stop, FIRST_LOOK)
    web = await asyncio.to_thread(_load_pages)
    await asyncio.to_thread(warm)
    chat = web.webchat.WebChat()
    delivery = core.deliver(chat)
    server = web.server(web.application(settings, core, chat, found.sources))
    gc.collect()
    gc.freeze()  # all that is loaded now stays: looking at it again and again costs pauses
    gc.set_threshold(*RUBBISH)
    gc.enable()

    async def end() -> None:
        await stop.wait()
        server.should_exit = True

    await asyncio.gather(delivery.run(stop), server.serve([door]), end())


def _load_pages() -> Any:
    from bot.app import web  # a sixth of the start

    return web


async def _tick(stop: asyncio.Event, scheduler: Any) -> None:
    scheduler.start()
    await stop.wait()
    scheduler.shutdown(wait=False)


def _scheduler(core: Core, found: bots.Bots, ledger: Ledger) -> Any:
    """The clock as a tick only: what is due stands in the database."""
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

    scheduler = AsyncIOScheduler(
        timezone="UTC",
        job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None},
    )
    scheduler.add_job(core.reminders.trickle, "interval", seconds=TICK)
    scheduler.add_job(core.relay.tick, "interval", seconds=TICK)
    scheduler.add_job(core.promising.tick, "interval", seconds=PROMISES)
    scheduler.add_job(core.room.away.tick, "interval", seconds=ABSENCES)
    second = SecondPackages(core.database, core.house)
    scheduler.add_job(second.tick, "interval", seconds=PACKAGES)
    ended = Ended(core.database, core.house, core.turns.wake.set)
    scheduler.add_job(ended.tick, "interval", seconds=PACKAGES)
    deadlines = Deadlines(core.database, core.house)
    scheduler.add_job(deadlines.tick, "interval", seconds=PACKAGES)
    without_chat = WithoutChat(core.database, core.house)
    scheduler.add_job(without_chat.tick, "interval", seconds=CARE)
    scheduler.add_job(recover, "interval", seconds=RECOVER, args=[core, STALE])
    scheduler.add_job(note, "interval", seconds=SCRUB, args=[core, ledger])
    scheduler.add_job(_note_reads, "interval", seconds=SCRUB, args=[core, ledger])
    keeping = Retaining(core.database, core.house, core.turns.wake)
    soon = core.house.clock.now() + timedelta(seconds=SCRUB)
    scheduler.add_job(keeping.tick, "interval", seconds=RETAIN, next_run_time=soon)
    scheduler.add_job(keeping.scrub, "interval", seconds=SCRUB)
    if core.house.outlets:
        watching = Watching(core.database, core.house)
        scheduler.add_job(watching.tick, "interval", seconds=WATCH)
    if posts.MAIL in core.house.outlets:
        inviting = Inviting(core.database, core.house, core.ring)
        scheduler.add_job(inviting.tick, "interval", seconds=INVITE)
    for fetching in found.fetching:
        scheduler.add_job(fetching.tick, "interval", seconds=FETCH)
    return scheduler


async def _note_reads(core: Core, ledger: Ledger) -> None:
    from bot.app import auditing  # brings the desk, which a start for bots does not wait for

    await auditing.note(core.database, ledger.folder)


def _listen(settings: Settings) -> socket.socket:
    """The open port. Raises SettingsError when it cannot be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=512)
    except OSError as error:
        where = f"{settings.host}:{settings.port}"
        name = "STAPJE_HOST" if isinstance(error, socket.gaierror) else "STAPJE_PORT"
        reason = str(error.strerror).partition(" (while")[0]
        raise SettingsError(f"{name}: cannot listen on {where}: {reason}") from error


def _announce(address: str, settings: Settings) -> None:
    """The two addresses, and how one logs in, for whoever started us."""
    print(f"Parents' chat:  {address}/", flush=True)  # noqa: T201  the answer to `stapje run`
    print(f"Tandem's page:  {address}/werkplek/", flush=True)  # noqa: T201  and this too
    print(f"Logging in:     {_login(settings)}", flush=True)  # noqa: T201  and this


def _login(settings: Settings) -> str:
    ways = ["choose a person (demo)"] if settings.demo else []
    ways += [f"with the accounts of {settings.oidc_issuer}"] if settings.oidc_issuer else []
    return ", or ".join(ways) or (
        "closed; set STAPJE_OIDC_ISSUER, STAPJE_OIDC_CLIENT_ID and STAPJE_OIDC_CLIENT_SECRET"
    )
