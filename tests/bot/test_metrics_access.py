"""Who may read /metrics: this machine, or whoever has the token."""

from __future__ import annotations

import pytest
from aiohttp import ClientSession, web

from bot.metrics import FORWARDED, Metrics, add_routes

TOKEN = "a-token-of-32-letters-and-digits"


async def status(database, headers=None, *, remote: str | None = None, **given) -> int:
    """Ask for /metrics; `remote` is where the request seems to come from."""
    app = web.Application()

    @web.middleware
    async def elsewhere(request, handler):
        return await handler(request.clone(remote=remote) if remote else request)

    app.middlewares.append(elsewhere)
    add_routes(app, Metrics(database), **given)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/metrics"
        async with ClientSession() as session, session.get(url, headers=headers) as answer:
            return answer.status
    finally:
        await runner.cleanup()


@pytest.mark.parametrize("remote", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
async def test_this_machine_reads_them(database, remote):
    assert await status(database, remote=remote) == 200


@pytest.mark.parametrize("remote", ["192.0.2.7", "2001:db8::7", "::ffff:192.0.2.7", "nonsense"])
async def test_other_machines_do_not(database, remote):
    assert await status(database, remote=remote) == 403


@pytest.mark.parametrize("header", FORWARDED)
async def test_what_a_proxy_of_this_machine_passes_on_is_refused(database, header):
    assert await status(database, {header: "127.0.0.1"}) == 403


async def test_behind_a_public_address_nobody_reads_them_without_a_token(database):
    assert await status(database, behind_proxy=True) == 403


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (f"Bearer {TOKEN}", 200),
        (f"Bearer {TOKEN}x", 401),
        (TOKEN, 401),
        ("Bearer mật-khẩu", 401),
        ("", 401),
    ],
)
async def test_with_a_token_whoever_sends_it_reads_them_from_anywhere(database, header, expected):
    given = {"Authorization": header} if header else {}

    assert await status(database, given, remote="192.0.2.7", token=TOKEN, behind_proxy=True) == expected
