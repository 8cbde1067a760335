"""Mail to colleagues: that there is something, and when a talk is; never what, or about whom."""

from bot.channels.mail.channel import Mail as Mail
