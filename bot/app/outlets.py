"""The ways out that are set up: mail, webhook, Open Klant. Each is imported only when it is."""

from __future__ import annotations

from bot.service.core import Core
from bot.settings import Settings


def configured(settings: Settings, core: Core) -> None:
    """Add the deliveries of these channels to `core`."""
    if settings.smtp_url:
        from bot.channels.mail import Mail
        from bot.outlet_settings import Smtp

        server = Smtp.of(settings.smtp_url.get_secret_value())
        core.deliver(Mail(server, settings.mail_from, core.house))
