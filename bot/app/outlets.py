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
    if settings.webhook_secret:
        from bot.channels.municipal.webhook import Webhook

        secret = settings.webhook_secret.get_secret_value()
        core.deliver(Webhook(settings.webhook_url, secret, core.house.clock))
    if settings.openklant_token:
        from bot.channels.municipal.openklant import OpenKlant

        token = settings.openklant_token.get_secret_value()
        core.deliver(OpenKlant(settings.openklant_url, token, core.house))
