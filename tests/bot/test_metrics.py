from __future__ import annotations

from datetime import timedelta

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import Metrics, add_routes
from bot.observing import Observing
from conversation.messages import Inbound
from storage.database import Database
from storage.types import to_ms
from tests.support.clock import START
from tests.support.logs import logged
from tests.support.rows import a_chat, a_notice


async def samples(metrics, now=START):
    """Every sample: name and labels -> value."""
    text = (await metrics.text(now_ms=to_ms(now))).decode()
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_the_page_is_what_prometheus_reads(database):
    app = web.Application()
    add_routes(app, Metrics(database))
    async with TestClient(TestServer(app)) as client:
        answer = await client.get("/metrics")
        text = await answer.text()

    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=")
    assert list(text_string_to_metric_families(text))


async def test_the_outbox_is_counted_at_the_scrape(database):
    metrics = Metrics(database)
    chat = await a_chat(database)
    await a_notice(database, chat)
    await a_notice(database, chat)

    found = await samples(metrics, START + timedelta(seconds=90))

    assert found["nghedan_outbox_depth", "telegram"] == 2
    assert found["nghedan_outbox_oldest_seconds", "telegram"] == 90
    assert found["nghedan_database_up",] == 1


async def test_a_scrape_during_an_outage_shows_the_outage(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/no-tables.db")
    metrics = Metrics(database)
    metrics.delivery("telegram", "delivered", 0.2)

    found = await samples(metrics)
    await database.close()

    assert found["nghedan_database_up",] == 0
    assert found["nghedan_deliveries_total", "delivered", "telegram"] == 1


async def test_everything_that_happens_is_counted(database):
    metrics = Metrics(database)
    metrics.inbound("telegram", "done", 0.01)
    metrics.ignored("poll")
    metrics.group(3)
    metrics.delivery("telegram", "delivered", 0.2)
    metrics.delivery("telegram", "throttled")
    metrics.file("telegram", "stored")
    metrics.spooled(4)
    metrics.job("digests", ok=True, at=1000.0)
    metrics.job("digests", ok=False, at=2000.0)

    found = await samples(metrics)

    assert found["nghedan_inbound_total", "done", "telegram"] == 1
    assert found["nghedan_handling_seconds_count", "telegram"] == 1
    assert found["nghedan_ignored_total", "poll"] == 1
    assert found["nghedan_group_size_sum",] == 3
    assert found["nghedan_deliveries_total", "telegram", "throttled"] == 1
    assert found["nghedan_delivery_seconds_count", "telegram"] == 1
    assert found["nghedan_files_total", "stored", "telegram"] == 1
    assert found["nghedan_spool_messages",] == 4
    assert found["nghedan_job_heartbeat_timestamp_seconds", "digests"] == 1000
    assert found["nghedan_job_runs_total", "digests", "failed"] == 1


async def test_every_handled_message_is_counted_and_logged_without_a_word_of_it(database):
    metrics = Metrics(database)
    inbound = Inbound("telegram", "77", "5001", START, text="Đường hỏng", phone="0912345678")

    with logged() as log:
        Observing(metrics).handled(inbound, "done", conversation_id=3, seconds=0.012, replies=2)

    [line] = log.lines
    assert (line["conversation_id"], line["result"], line["duration_ms"], line["replies"]) == (3, "done", 12.0, 2)
    assert not any(word in log.text for word in ("Đường", "5001", "0912345678"))
    assert (await samples(metrics))["nghedan_inbound_total", "done", "telegram"] == 1
