"""A local Bot API server with rules of its own: for tests, crash campaigns and benchmarks.

In one process: `async with FakeTelegram() as fake: fake.user(TOKEN, 7).says("hoi")`.
As a process of its own: `python -m tests.fakes.telegram --port 0` prints its address; people act
through `POST /control/*` (see `control.py`).
"""

from tests.fakes.telegram.faults import CUT, DELAY, DROP, ECHO, REFUSE, Fault
from tests.fakes.telegram.limits import Limits
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.telegram.state import World
from tests.fakes.telegram.user import User, buttons

__all__ = [
    "CUT",
    "DELAY",
    "DROP",
    "ECHO",
    "REFUSE",
    "FakeTelegram",
    "Fault",
    "Limits",
    "User",
    "World",
    "buttons",
]
