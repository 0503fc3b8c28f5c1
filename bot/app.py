"""The running program: migrate, open the doors, serve until a signal comes, finish what was begun."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import signal
import socket
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

import structlog
from aiohttp import web

from bot import beforehand
from bot.first_run import administrator_link
from bot.house import House
from bot.logs import configure
from bot.server import TELEGRAM_PATH, build_app
from bot.settings import Settings
from storage.database import sqlite_file

if TYPE_CHECKING:
    from channels.telegram import Mode, TelegramChannel

log = structlog.get_logger(__name__)

BACKLOG = 1024
"""Connections that the system keeps for us while we are busy."""

STOP_SECONDS = 10.0
"""How long open requests may take when the program is asked to stop."""

STOP_ALL_SECONDS = 60.0
"""How long everything may take: less than systemd waits before it kills (90 s), longer than the parts' own limits."""

TELEGRAM_AGAIN_SECONDS = 30
"""After so long Telegram is told again where we are, when it did not answer as it should."""


def main(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM."""
    configure(level=settings.general.log_level, shape=settings.general.log_format)
    settings.general.data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = _only_one(settings)
    beforehand.bring_up(settings.database_url, lock)
    run = asyncio.run
    with contextlib.suppress(ImportError):
        import uvloop  # not on Windows

        run = uvloop.run
    try:
        run(serve(settings))
    finally:
        lock.close()


def _only_one(settings: Settings) -> TextIO:
    """
    Hold the database while it is SQLite: two programs on one file would take each other's messages.

    The lock lies beside the database, for each of them may have a data folder of its own. The system lets go of it when
    the process ends, however it ends.
    """
    file = sqlite_file(settings.database_url)
    if file is None:
        return (settings.general.data_folder / "lock").open("w")
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = file.with_name(f"{file.name}.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise RuntimeError(
            f"another program runs on {file.parent}: stop it first, or use PostgreSQL for several"
        ) from None
    return lock


async def serve(settings: Settings) -> None:
    """Start everything, say where, and stop in good order."""
    # The port is taken first, for links in messages name it, and listened on last: until then nobody gets through.
    listener = _bound(settings)
    settings = _with_port(settings, listener.getsockname()[1])
    house = House(settings)
    stopping = stopping_by_signal()
    runner = web.AppRunner(build_app(house), access_log=None, shutdown_timeout=STOP_SECONDS)
    await runner.setup()
    try:
        await house.start()
        await web.SockSite(runner, listener, backlog=BACKLOG).start()
        await _greet(house)
        later = asyncio.create_task(_after_start(house), name="after-start")
        await stopping.wait()
        later.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await later
    finally:
        log.info("stopping")
        await runner.cleanup()
        await house.stop()
        listener.close()
        settings.port_file.unlink(missing_ok=True)


def stopping_by_signal(within_seconds: float = STOP_ALL_SECONDS) -> asyncio.Event:
    """
    Return what SIGINT and SIGTERM set.

    A process that has not ended within so many seconds ends all the same: a database that hangs would hold it for
    ever, and a killed one loses nothing.
    """
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop() -> None:
        stopping.set()
        loop.call_later(within_seconds, _end)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
    return stopping


def _end() -> None:
    log.critical("not_stopped_in_time", meaning="something hangs, probably the database; nothing is lost")
    os._exit(1)


def _bound(settings: Settings) -> socket.socket:
    """Return a socket that has its port and does not listen yet."""
    host = settings.web.host
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if sqlite_file(settings.database_url) is None:  # several processes may share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind((host, settings.web.port))
    except OSError as error:
        listener.close()
        raise OSError(error.errno, f"{error.strerror} ({host}, port {settings.web.port})") from None
    listener.setblocking(False)
    return listener


def _with_port(settings: Settings, port: int) -> Settings:
    """Return the settings with the port that was really taken, and tell other commands when any was asked for."""
    if settings.web.port:
        return settings
    settings.port_file.write_text(str(port))
    return replace(settings, web=replace(settings.web, port=port))


async def _greet(house: House) -> None:
    settings = house.settings
    administrator = await administrator_link(
        house.database, settings.public_url, now=house.clock.now(), digest_minute=settings.digest.minute
    )
    _announce(settings.public_url, administrator)


def _announce(base: str, administrator: str | None) -> None:
    """Print the pages for a person; programs read the log."""
    print(f"\nNghe Dân is open: {base}/", flush=True)  # noqa: T201  # for who started it in a terminal
    if administrator:
        print(f"First administrator (this link works once): {administrator}\n", flush=True)  # noqa: T201  # never into a log
    log.info("ready", url=f"{base}/")


async def _after_start(house: House) -> None:
    """What may come after the doors are open: the clock, telling Telegram where we are."""
    await house.start_clock()
    connecting = [house.zalo.connect()]
    if house.telegram is not None:
        connecting.append(_connect_telegram(house))
    await asyncio.gather(*connecting)


async def _connect_telegram(house: House) -> None:
    from channels.telegram import Mode, Poller

    assert house.telegram is not None
    await house.telegram.load()
    mode = Mode.WEBHOOK if house.settings.telegram_by_webhook else Mode.POLLING
    while not await _telegram_prepared(house, house.telegram, mode):
        await house.clock.sleep(TELEGRAM_AGAIN_SECONDS)
    if mode is Mode.POLLING:
        house.poller = Poller(house.telegram, house.ports.receive, count=house.metrics.ignored)
        await house.poller.run()


async def _telegram_prepared(house: House, telegram: TelegramChannel, mode: Mode) -> bool:
    """Tell Telegram where we are and learn our name; False when that has to be tried again."""
    from bot.profiles import telegram_profiles
    from channels.contract import SendError
    from channels.telegram import Mode, link_maker, prepare

    url = house.settings.public_url + TELEGRAM_PATH if mode is Mode.WEBHOOK else ""
    try:
        await prepare(telegram, mode, webhook_url=url, profiles=telegram_profiles())
        if (link := await link_maker(telegram)) is not None:
            house.links[telegram.name] = link
    except SendError as error:
        # The code says it all; a trace would come twice a minute while Telegram is blocked.
        log.error("telegram_not_prepared", code=error.code, retry_seconds=TELEGRAM_AGAIN_SECONDS)  # noqa: TRY400  # see above
        return False
    except Exception:
        # Whatever answers in Telegram's place: were this the end, nobody would be heard until a restart.
        log.exception("telegram_not_prepared", retry_seconds=TELEGRAM_AGAIN_SECONDS)
        return False
    return True
