"""The parents' bot on aiogram. Importing this imports aiogram: do it only when a token is set."""

from bot.channels.parents_telegram import lazy_aiogram
from bot.channels.parents_telegram.channel import ParentsTelegram
from bot.channels.parents_telegram.updates import read, translate

__all__ = ["ParentsTelegram", "lazy_aiogram", "read", "translate"]
