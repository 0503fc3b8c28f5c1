"""What Prometheus may read at /metrics: counts and times, never a word about a person."""

from __future__ import annotations

import hmac
import ipaddress
import time
from datetime import datetime
from typing import Any, Final

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import oauth, outbox, usage, windows
from storage.database import Database
from storage.types import from_ms, to_ms

SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120, 600, 3600)
"""Bounds of the delivery latency: a reply in a chat is well below a second, the ladder takes hours."""

GROUP_SIZES: Final = (1, 2, 4, 8, 16, 32, 64, 128)


class Metrics:
    """All numbers of one process, with a registry of their own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.registry = CollectorRegistry(auto_describe=False)
        r = self.registry
        self._inbound = Counter("nghedan_inbound", "Messages received", ["channel", "result"], registry=r)
        self._ignored = Counter("nghedan_ignored", "Updates that mean nothing to us", ["reason"], registry=r)
        self._handling = Histogram(
            "nghedan_handling_seconds", "From arrival to commit", ["channel"], buckets=SECONDS, registry=r
        )
        self._group = Histogram(
            "nghedan_group_size", "Messages that shared one commit", buckets=GROUP_SIZES, registry=r
        )
        self._deliveries = Counter("nghedan_deliveries", "Attempts to deliver", ["channel", "result"], registry=r)
        self._latency = Histogram(
            "nghedan_delivery_seconds",
            "From the outbox to the messenger",
            ["channel"],
            buckets=SECONDS,
            registry=r,
        )
        self._sent = Counter(
            "nghedan_channel_messages",
            "Messages by what the messenger counts them against",
            ["channel", "kind"],
            registry=r,
        )
        self._waiting = Gauge(
            "nghedan_outbox_waiting", "Messages that wait for their person to write", ["channel"], registry=r
        )
        self._cost = Gauge("nghedan_channel_cost_dong", "What this month's messages cost", ["channel"], registry=r)
        self._token = Gauge(
            "nghedan_token_expires_timestamp_seconds", "When an account's consent ends", ["channel"], registry=r
        )
        self._files = Counter("nghedan_files", "Files that people sent", ["channel", "result"], registry=r)
        self._depth = Gauge("nghedan_outbox_depth", "Messages not delivered yet", ["channel"], registry=r)
        self._oldest = Gauge("nghedan_outbox_oldest_seconds", "Age of the oldest of them", ["channel"], registry=r)
        self._spooled = Gauge("nghedan_spool_messages", "Messages on disk that wait for the database", registry=r)
        self._database_up = Gauge("nghedan_database_up", "Whether the database answered this scrape", registry=r)
        self._jobs = Gauge("nghedan_job_heartbeat_timestamp_seconds", "When a job last ended well", ["job"], registry=r)
        self._job_runs = Counter("nghedan_job_runs", "Runs of jobs", ["job", "result"], registry=r)
        ProcessCollector(registry=self.registry)
        self._children: dict[tuple[Any, tuple[str, ...]], Any] = {}

    def _child(self, metric: Any, *labels: str) -> Any:
        """Return the metric with its labels; the library's own look-up takes a lock and checks every name."""
        key = (metric, labels)
        found = self._children.get(key)
        if found is None:
            found = self._children[key] = metric.labels(*labels)
        return found

    def inbound(self, channel: str, result: str, seconds: float | None = None) -> None:
        """Count a message: done, seen_before, failed, spooled, refused; `seconds` from arrival to commit."""
        self._child(self._inbound, channel, result).inc()
        if seconds is not None:
            self._child(self._handling, channel).observe(seconds)

    def ignored(self, reason: str) -> None:
        """Count an update that means nothing to us."""
        self._ignored.labels(reason).inc()

    def group(self, size: int) -> None:
        """Note how many messages shared a commit."""
        self._group.observe(size)

    def delivery(self, channel: str, result: str, seconds: float | None = None) -> None:
        """Count an attempt by its outcome; `seconds` from the outbox to the messenger, if it arrived."""
        self._child(self._deliveries, channel, result).inc()
        if seconds is not None:
            self._child(self._latency, channel).observe(seconds)

    def sent(self, channel: str, kind: str) -> None:
        """Count one message by what the messenger counts it against: reply, charged, ..."""
        self._child(self._sent, channel, kind).inc()

    def file(self, channel: str, result: str) -> None:
        """Count a file: stored, refused, failed, later."""
        self._files.labels(channel, result).inc()

    def spooled(self, count: int) -> None:
        """Note how many messages wait on disk."""
        self._spooled.set(count)

    def job(self, name: str, *, ok: bool, at: float | None = None) -> None:
        """Note the end of a job's run; `at` is a Unix time, now when None."""
        self._job_runs.labels(name, "ok" if ok else "failed").inc()
        if ok:
            self._jobs.labels(name).set(time.time() if at is None else at)

    async def text(self, *, now_ms: int) -> bytes:
        """Return everything as Prometheus reads it; the outbox is counted at this moment."""
        self._depth.clear()
        self._oldest.clear()
        self._waiting.clear()
        try:
            async with self._database.read() as connection:
                found = await outbox.depths(connection)
                await self._messengers(connection, from_ms(now_ms))
        except Exception:  # noqa: BLE001 - a scrape during an outage must show the outage
            self._database_up.set(0)
        else:
            self._database_up.set(1)
            for depth in found:
                self._depth.labels(depth.channel).set(depth.count)
                age = max(0, now_ms - to_ms(depth.oldest)) / 1000
                self._oldest.labels(depth.channel).set(age)
        return generate_latest(self.registry)

    async def _messengers(self, connection: AsyncConnection, now: datetime) -> None:
        """Look up what waits for people, what the month costs, and when consents end."""
        for channel, count in (await windows.waiting_counts(connection)).items():
            self._waiting.labels(channel).set(count)
        for channel, kinds in (await usage.used(connection, now=now)).items():
            self._cost.labels(channel).set(sum(cost for _, cost in kinds.values()))
        pair = await oauth.pair_of(connection, "zalo_oa")
        if pair is not None:
            until = pair.access_expires_at if pair.lost_at is not None else pair.refresh_expires_at
            self._token.labels("zalo_oa").set(until.timestamp())


FORWARDED: Final = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")
"""Headers of a request that a proxy on this machine passed on for somebody else."""


def add_routes(app: web.Application, metrics: Metrics, *, token: str = "", behind_proxy: bool = False) -> None:
    """
    Serve /metrics to whoever sends the token; without a token to this machine alone.

    `behind_proxy`: requests may come from anywhere although they seem to come from this machine.
    """

    async def show(request: web.Request) -> web.Response:
        if token:
            given = request.headers.get("Authorization", "").encode("utf-8", "surrogateescape")
            if not hmac.compare_digest(given, f"Bearer {token}".encode()):
                raise web.HTTPUnauthorized(headers={"WWW-Authenticate": "Bearer"})
        elif behind_proxy or not _from_this_machine(request):
            raise web.HTTPForbidden(text="Set NGHEDAN_METRICS_TOKEN to read this from elsewhere or behind a proxy.\n")
        body = await metrics.text(now_ms=int(time.time() * 1000))
        # As a header: `content_type=` refuses the parameters that it carries.
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    app.router.add_get("/metrics", show)


def _from_this_machine(request: web.Request) -> bool:
    if any(name in request.headers for name in FORWARDED):
        return False
    try:
        peer = ipaddress.ip_address(request.remote or "")
    except ValueError:
        return False
    mapped = getattr(peer, "ipv4_mapped", None)
    return (mapped or peer).is_loopback
