"""
Files that people sent, fetched from Zalo's hosts and from nowhere else.

The addresses come from outside and are fetched from inside: the host must be on a list, redirects are followed only
to hosts of that list, and the machine that answers must have a public address. Source: zalo reference A5, B8.
"""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncIterator, Sequence

import aiohttp
from yarl import URL

from channels.contract import FileGone, FileTooLarge, SendError, Throttled, Unreachable

HOSTS = ("zdn.vn", "zadn.vn", "dlfl.vn", "dlmd.me", "zalo.me")
"""
Suffixes of hosts that were seen to serve people's files. The exact list is not documented (zalo reference A5: UNSURE),
which is why a setting replaces it.
"""

MEDIA_MAX_BYTES = 50 * 1024 * 1024
"""Bytes of one file. Our own limit: neither product states one for what people send."""

REDIRECTS_MAX = 3
_CHUNK_BYTES = 64 * 1024


def may_fetch(url: URL, hosts: Sequence[str]) -> bool:
    """
    Return whether the address may be asked.

    An entry with a port ("127.0.0.1:8081") is taken literally, over http too: a mirror of one's own, or a test.
    """
    host = (url.host or "").lower().rstrip(".")
    if f"{host}:{url.port}" in hosts:
        return url.scheme in {"http", "https"}
    named = any(host == suffix or host.endswith("." + suffix) for suffix in hosts if ":" not in suffix)
    return url.scheme == "https" and url.port == 443 and not url.user and named


def first_choice(address: str, hosts: Sequence[str]) -> URL:
    """
    Return the address to ask: some are given as http and served by https as well.

    Raises:
        FileGone: it is no address that may be asked.
    """
    try:
        url = URL(address)
        if url.scheme == "http" and not may_fetch(url, hosts):
            url = url.with_scheme("https").with_port(None)
        allowed = may_fetch(url, hosts)
    except (ValueError, TypeError):
        allowed = False
    if not allowed:
        raise FileGone("the file lies on a host that is not asked")
    return url


async def download(
    session: aiohttp.ClientSession, address: str, *, hosts: Sequence[str] = HOSTS, at_most_bytes: int = MEDIA_MAX_BYTES
) -> AsyncIterator[bytes]:
    """Yield the bytes of a file; raise `SendError` kinds."""
    url = first_choice(address, hosts)
    received = 0
    try:
        for _ in range(REDIRECTS_MAX + 1):
            async with session.get(url, allow_redirects=False) as answer:
                _check_peer(answer, url, hosts)
                if answer.status in {301, 302, 303, 307, 308}:
                    url = first_choice(str(url.join(URL(answer.headers.get("Location", "")))), hosts)
                    continue
                if answer.status != 200:
                    raise _error(answer.status)
                async for chunk in answer.content.iter_chunked(_CHUNK_BYTES):
                    received += len(chunk)
                    if received > at_most_bytes:
                        raise FileTooLarge(f"more than {at_most_bytes} bytes")
                    yield chunk
                return
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
        raise Unreachable(f"the file was not fetched ({type(error).__name__})") from None
    raise FileGone("too many redirects")


def _check_peer(answer: aiohttp.ClientResponse, url: URL, hosts: Sequence[str]) -> None:
    """Refuse a name that leads into a private network, unless the administrator wrote it down literally."""
    if f"{url.host}:{url.port}" in hosts:
        return
    transport = answer.connection.transport if answer.connection is not None else None
    peer = transport.get_extra_info("peername") if transport is not None else None
    if peer and not ipaddress.ip_address(peer[0].partition("%")[0]).is_global:
        raise FileGone("the file's host has a private address")


def _error(status: int) -> SendError:
    if status in {403, 404, 410}:
        return FileGone(f"the file's host answers {status}")
    if status == 413:
        return FileTooLarge()
    if status == 429:
        return Throttled(5.0)
    return Unreachable(f"the file's host answers {status}")
