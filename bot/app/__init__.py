"""The composition root: the only place that wires channels, pages, loops and the clock."""

from bot.app.running import run
from bot.app.starting import municipality, start

__all__ = ["municipality", "run", "start"]
