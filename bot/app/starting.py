"""From settings to a line that is ready to run."""

from __future__ import annotations

from bot.service import logs
from bot.service.checks import Mismatch
from bot.service.core import Core, house_of, wire_up
from bot.service.ports import Clock
from bot.settings import MUNICIPALITIES, Settings, SettingsError
from casework import municipality_schema
from casework.municipality import Municipality
from dialogs.authoring.source import SourceError
from storage import recovery
from storage.database import Database
from storage.trouble import TROUBLE
from storage.vault import Vault

log = logs.get()
STALE = 40.0  # seconds after which a send that nobody finished counts as lost


def municipality(name: str) -> Municipality:
    """The municipality with this id. Raises SettingsError with what is wrong in its file."""
    file = MUNICIPALITIES / f"{name}.yaml"
    found = municipality_schema.load(file.read_text("utf-8"), file.name)
    if isinstance(found, Municipality):
        if found.id != name:  # its families would be another town's
            raise SettingsError(f"STAPJE_MUNICIPALITY: {file.name} has the id '{found.id}'")
        return found
    raise SettingsError("STAPJE_MUNICIPALITY: " + "; ".join(map(str, found)))


async def start(settings: Settings, clock: Clock, address: str) -> Core:
    """The line over the configured database, with what a crash left behind put right.

    `address` is where browsers reach us. Raises SettingsError for a database that cannot be
    opened, and for scripts that ask for what the service cannot do.
    """
    town = municipality(settings.municipality)
    team = settings.team_bot_token is not None
    try:
        house = house_of(town, clock, address, team_bot=team, outlets=settings.outlets)
    except (Mismatch, SourceError) as error:
        raise SettingsError("; ".join(str(error).splitlines())) from error
    core = wire_up(await opened(settings), house)
    await recover(core, 0.0 if await core.database.alone() else STALE)
    return core


async def recover(core: Core, stale_for: float) -> None:
    """Deal with sends that nobody finished; with several processes, only with old ones."""
    at = core.house.clock.now().timestamp()
    async with core.database.writing() as tx:
        found = await recovery.recover(tx, at, stale_for=stale_for)
    if found.again or found.unsure:
        log.warning("recovered", count=len(found.again), alert=len(found.unsure))
        core.ring()


async def opened(settings: Settings) -> Database:
    """The configured database. Raises SettingsError when it cannot be opened."""
    vault = Vault(settings.master_key())
    name = "STAPJE_DATABASE_URL" if settings.database_url else "STAPJE_DATA_DIR"
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        return await Database.open(settings.database, vault)
    except ValueError as error:
        raise SettingsError(f"{name}: is no database that we know") from error
    except TROUBLE as error:
        reason = type(error).__name__  # its text may hold a password
        raise SettingsError(f"{name}: the database cannot be opened ({reason})") from error
