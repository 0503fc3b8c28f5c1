"""What the bot tells Telegram about itself at start."""

from __future__ import annotations

import subprocess
import sys

import pytest

from channels.contract import BadConfig
from channels.telegram import Command, Mode, Profile, TelegramChannel, prepare, status
from channels.telegram.capabilities import ALLOWED_UPDATES
from tests.channels.telegram_case import SECRET, open_telegram

URL = "http://127.0.0.1:9/telegram/webhook"
VI = Profile("vi", [Command("moi", "Gửi kiến nghị mới")], "Nghe dân nói", "Nghe dân")
FALLBACK = Profile("", [Command("moi", "File a petition")], "We listen")


async def test_webhook_mode_sets_address_secret_and_kinds():
    async with open_telegram() as there:
        await prepare(there.channel, Mode.WEBHOOK, webhook_url=URL)
        updates = there.api.updates

        assert (updates.url, updates.secret, updates.allowed) == (URL, SECRET, list(ALLOWED_UPDATES))


@pytest.mark.parametrize("mode", list(Mode))
async def test_what_waits_is_never_dropped(mode):
    async with open_telegram() as there:
        there.person.says("viết khi bot đang tắt")
        await prepare(there.channel, mode, webhook_url=URL)

        assert len(there.api.updates.pending) == 1


async def test_menu_and_descriptions_are_set_in_vietnamese_and_for_everybody_else():
    async with open_telegram() as there:
        await prepare(there.channel, Mode.POLLING, profiles=[VI, FALLBACK])

    assert there.api.commands == {
        "vi": [{"command": "moi", "description": "Gửi kiến nghị mới"}],
        "": [{"command": "moi", "description": "File a petition"}],
    }
    assert there.api.descriptions == {"vi": "Nghe dân nói", "": "We listen"}
    assert there.api.short_descriptions == {"vi": "Nghe dân"}


async def test_preparing_twice_changes_nothing():
    async with open_telegram() as there:
        await prepare(there.channel, Mode.WEBHOOK, webhook_url=URL, profiles=[VI])
        first = await status(there.channel)
        await prepare(there.channel, Mode.WEBHOOK, webhook_url=URL, profiles=[VI])

        assert await status(there.channel) == first


async def test_status_tells_what_telegram_knows():
    async with open_telegram() as there:
        await prepare(there.channel, Mode.WEBHOOK, webhook_url=URL)
        there.api.updates.last_error = "Wrong response from the webhook: 500"
        told = await status(there.channel)

    assert (told.bot_id, told.username, told.webhook_url) == (424242, "nghedan_double_bot", URL)
    assert (told.pending, told.max_connections, told.allowed_updates) == (0, 100, ALLOWED_UPDATES)
    assert told.last_error == "Wrong response from the webhook: 500"
    assert told.last_error_at is not None
    assert told.last_error_at.tzinfo is not None


async def test_a_wrong_token_is_bad_config():
    async with open_telegram() as there:
        channel = TelegramChannel("1:wrong", api_url=there.api.url, webhook_secret="s")
        with pytest.raises(BadConfig):
            await prepare(channel, Mode.POLLING)
        await channel.close()


@pytest.mark.parametrize(("url", "secret"), [("", "s"), (URL, "")])
async def test_a_webhook_needs_an_address_and_a_secret(url, secret):
    channel = TelegramChannel("1:token", webhook_secret=secret)
    with pytest.raises(ValueError):
        await prepare(channel, Mode.WEBHOOK, webhook_url=url)


def test_the_library_comes_without_what_only_telegram_passport_needs():
    code = (
        "import sys\n"
        "import channels.telegram.send, channels.telegram.api\n"
        "print('telegram' in sys.modules, 'cryptography.hazmat.bindings._rust' in sys.modules)\n"
        "from bot.sealing import Seal\n"
        "seal = Seal(b'k' * 32, 'tokens')\n"
        "print(seal.open(seal.close('a token', place='here'), place='here'))\n"
    )

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.splitlines() == ["True False", "a token"]
