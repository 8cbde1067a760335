"""How hard a text is to read."""

from dialogs.language.reading.level import Flag, Level, level

__all__ = ["Flag", "Level", "level"]
