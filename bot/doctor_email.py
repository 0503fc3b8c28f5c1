"""What `nghedan doctor` asks the mail server: is it there, does it let us in."""

from __future__ import annotations

from bot.finding import Clock, Finding, Level
from bot.settings import Settings


async def check_email(settings: Settings, _clock: Clock) -> list[Finding]:
    """The mail server answers and takes our password; nothing is sent."""
    email = settings.email
    if not email.enabled:
        return []
    from channels.contract import SendError
    from channels.email import EmailChannel

    where = f"{email.host}:{email.port}"
    try:
        await EmailChannel(email.server, subject="").ping()
    except SendError as error:
        do = "Check the NGHEDAN_SMTP_* settings, and the network."
        return [Finding("email", Level.BAD, f"{where} refuses or does not answer: {error}", do)]
    return [Finding("email", Level.OK, f"{where} lets us in.")]
