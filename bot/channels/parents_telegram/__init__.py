"""The parents' bot on aiogram, which is loaded when an update comes that needs it."""

from bot.channels.parents_telegram.channel import ParentsTelegram
from bot.channels.parents_telegram.updates import read, translate

__all__ = ["ParentsTelegram", "read", "translate"]
