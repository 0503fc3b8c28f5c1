"""The reply window as a budget: through the real deliverer to an account that keeps its own count."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from channels.zalo_oa.ports import Quota
from conversation.messages import Option, Reply, words
from domain.window import Rules, Verdict, Window, verdict
from storage import outbox, usage, windows
from storage.database import Database
from storage.schema import chat_window, conversation
from tests.bot.zalo_post import AN, DAY, IMPORTANT, ORDINARY, RULES, a_post
from tests.support.clock import START
from tests.support.rows import a_chat, outbox_row, states

# --- The rule alone -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "sent", "important", "spent", "said"),
    [
        (0, 0, False, 0, Verdict.FREE),
        (47, 5, False, 0, Verdict.FREE),
        (47, 6, False, 0, Verdict.DEAR),  # the last two free ones are kept
        (47, 7, True, 0, Verdict.FREE),
        (47, 8, True, 0, Verdict.PAID),
        (49, 0, False, 0, Verdict.DEAR),
        (49, 0, True, 0, Verdict.PAID),
        (49, 0, True, 946, Verdict.DEAR),
        (49, 0, True, 945, Verdict.PAID),
        (7 * 24 - 1, 0, True, 0, Verdict.PAID),
        (7 * 24, 0, True, 0, Verdict.CLOSED),
    ],
)
def test_the_budget_of_one_message(hours, sent, important, spent, said):
    window = Window(START - timedelta(hours=hours), sent)

    assert verdict(window, Rules(ceiling=1_000), now=START, important=important, spent=spent) is said


def test_nobody_is_written_to_before_they_did_something():
    assert verdict(Window(), RULES, now=START, important=True, spent=0) is Verdict.CLOSED


def test_what_zalo_itself_closed_is_closed():
    window = Window(START, closed_at=START)

    assert verdict(window, RULES, now=START, important=True, spent=0) is Verdict.CLOSED


# --- Through the deliverer ------------------------------------------------------------------------------------------


async def test_within_the_window_news_arrive_and_are_counted(database: Database):
    async with a_post(database) as post:
        await post.chat()
        await post.notice()
        await post.deliver()
        async with database.read() as db:
            counted = await usage.used(db, now=post.clock.now())
            sent = (await db.execute(select(chat_window.c.sent))).scalar_one()

    assert len(post.seen) == 1
    assert counted == {"zalo_oa": {"reply": (1, 0)}}
    assert sent == 1


async def test_after_seven_days_news_wait_without_a_call(database: Database):
    async with a_post(database) as post:
        await post.chat()
        post.clock.advance(8 * DAY)
        id = await post.notice()
        await post.deliver()

    assert (await outbox_row(database, id)).state == "waiting"
    assert post.zalo.calls["/v3.0/oa/message/cs"] == 0


async def test_who_returns_finds_all_of_it_in_one_message_important_words_first(database: Database):
    async with a_post(database) as post:
        await post.chat()
        post.clock.advance(20 * DAY)
        for number in range(3):
            await post.notice(code=f"HK7M-3PQ{number}")
        choice = Option("yes", words("button-confirm"), "!confirm=HK7M3PQR")
        await post.notice(IMPORTANT, options=(choice,))
        await post.deliver()
        await post.acts()
        await post.deliver()

    (said,) = post.seen
    assert said.index("nay đã được chưa") < said.index("HK7M-3PQ0") < said.index("HK7M-3PQ2")
    assert "1. Được rồi" in said
    assert (await states(database)).count("delivered") == 1


async def test_when_zalo_says_that_the_window_is_closed_it_is_believed(database: Database):
    async with a_post(database, rules=Rules(open_for=timedelta(days=30))) as post:
        await post.chat()
        post.clock.advance(8 * DAY)
        for _ in range(3):
            await post.notice(IMPORTANT)
        await post.deliver()

    assert post.zalo.calls["/v3.0/oa/message/cs"] == 1
    assert set(await states(database)) <= {"waiting", "replaced"}


async def test_several_news_at_once_are_one_message(database: Database):
    async with a_post(database) as post:
        await post.chat()
        for number in range(4):
            await post.notice(code=f"HK7M-3PQ{number}")
        await post.deliver()

    (said,) = post.seen
    assert all(f"HK7M-3PQ{number}" in said for number in range(4))


async def test_ordinary_news_that_would_cost_wait_and_important_ones_pass_them(database: Database):
    async with a_post(database) as post:
        await post.chat()
        post.clock.advance(3 * DAY)
        ordinary = await post.notice(code="HK7M-3PQ1")
        await post.deliver()
        await post.notice(IMPORTANT)
        await post.deliver()
        async with database.read() as db:
            counted = await usage.used(db, now=post.clock.now())

    assert len(post.seen) == 1
    assert "nay đã được chưa" in post.seen[0]
    assert (await outbox_row(database, ordinary)).state == "waiting"
    assert counted == {"zalo_oa": {"charged": (1, 55)}}


async def test_beyond_the_months_ceiling_nothing_that_costs_goes_out(database: Database):
    async with a_post(database, rules=Rules(ceiling=120)) as post:
        await post.chat()
        post.clock.advance(3 * DAY)
        for _ in range(4):
            await post.notice(IMPORTANT)
            await post.deliver()
        async with database.read() as db:
            spent = await usage.spent(db, "zalo_oa", now=post.clock.now())

    assert (len(post.seen), spent) == (2, 110)
    assert (await states(database)).count("waiting") == 2


async def test_with_another_messenger_the_news_go_there(database: Database):
    async with a_post(database) as post:
        chat = await post.chat()
        other = await a_chat(database, channel="telegram", address="5001", last_inbound_at=START)
        async with database.begin() as db:
            person = (await db.execute(select(conversation.c.person_id).where(conversation.c.id == chat))).scalar_one()
            await db.execute(update(conversation).where(conversation.c.id == other).values(person_id=person))
        post.clock.advance(8 * DAY)
        await post.notice()
        await post.deliver()

    assert [message.address for message in post.telegram.sent] == ["5001"]
    assert post.seen == []


async def test_a_blocked_messenger_hands_its_news_to_another(database: Database):
    async with a_post(database) as post:
        chat = await post.chat()
        other = await a_chat(database, channel="telegram", address="5001", last_inbound_at=START)
        async with database.begin() as db:
            person = (await db.execute(select(conversation.c.person_id).where(conversation.c.id == chat))).scalar_one()
            await db.execute(update(conversation).where(conversation.c.id == other).values(person_id=person))
        post.person.refusal = -217
        post.clock.advance(60)
        await post.notice(IMPORTANT)
        await post.deliver()

    assert [message.address for message in post.telegram.sent] == ["5001"]


async def test_a_quota_that_is_used_up_waits_for_tomorrow_and_delays_nobody_else(database: Database):
    async with a_post(database) as post:
        await post.chat()
        other = post.zalo.person("100000000000000001")
        chat = await a_chat(database, channel="zalo_oa", address=other.id)
        async with database.begin() as db:
            await db.execute(insert(chat_window).values(conversation_id=chat, interacted_at=START, sent=0))
        post.person.refusal = -218
        late = await post.notice(IMPORTANT)
        await post.deliver()
        async with database.begin() as db:
            await outbox.queue(db, chat, Reply((words("file-failed"),)), now=post.clock.now())
        await post.deliver()

    row = await outbox_row(database, late)
    assert (row.state, row.attempts) == ("queued", 0)
    assert row.not_before.hour == 17  # midnight in Vietnam
    assert len(post.seen) == 1


async def test_replies_of_one_visit_are_not_joined(database: Database):
    async with a_post(database) as post:
        await post.chat()
        async with database.begin() as db:
            for key in ("file-failed", "engine-unsupported"):
                await outbox.queue(db, post.id, Reply((words(key),)), now=post.clock.now())
        await post.deliver()

    assert len(post.seen) == 2


async def test_the_newest_of_the_digests_that_wait_stands_for_those_before_it(database: Database):
    async with a_post(database) as post:
        await post.chat()
        async with database.begin() as db:
            for once, name in (
                ("digest/1/2026-11-16", "thứ hai"), ("digest/week/1/2026-W46", "tuần trước"),
                ("digest/1/2026-11-17", "thứ ba"), ("digest/1/2026-11-18", "thứ tư"),
                ("digest/week/1/2026-W47", "tuần này"), ("following/1/2026-10", "tháng mười"),
            ):  # fmt: skip
                reply = Reply((words("unit-alone", unit=name),))
                id = await outbox.queue(db, post.id, reply, now=post.clock.now(), once=once)
                await windows.hold(db, post.id, "window_closed", only=id)
        await post.acts()
        await post.deliver()

    assert [said.split("\n\n") for said in post.seen] == [["thứ tư", "tuần này", "tháng mười"]]


async def test_messages_that_are_joined_are_said_as_each_of_them(database: Database):
    async with a_post(database) as post:
        await post.chat()
        async with database.begin() as db:
            for once in ("one", "two"):
                said = Reply((words("engine-confirm"),), voice="con")
                id = await outbox.queue(db, post.id, said, now=post.clock.now(), once=once)
                await windows.hold(db, post.id, "window_closed", only=id)
        await post.acts()
        await post.deliver()

    assert post.seen == ["Con xem đã đúng chưa ạ?\n\nCon xem đã đúng chưa ạ?"]


async def test_a_failed_joint_message_fails_for_every_case(database: Database):
    async with a_post(database) as post:
        await post.chat()
        for case in (1, 2):
            await post.notice(IMPORTANT, case=case)
        post.zalo.errors.append(-201)
        await post.deliver()
        async with database.read() as db:
            failed = [len(await outbox.failed_about(db, case)) for case in (1, 2)]

    assert failed == [1, 1]


async def test_an_officers_digest_ends_with_a_button_that_keeps_the_window_open(database: Database):
    async with a_post(database) as post:
        await post.chat()
        await post.notice(("digest-nothing", {"day": START.date(), "open": 3}))
        await post.deliver()
        shown = await post.person.hears()

    assert shown.labels == ["Tôi đã xem"]


async def test_a_late_event_does_not_turn_the_window_back(database: Database):
    async with a_post(database) as post:
        await post.chat()
        async with database.begin() as db:
            await windows.count_sent(db, "zalo_oa", {AN: [START] * 3})
            await windows.interacted(db, post.id, at=START - timedelta(hours=1))
            window = await windows.window_of(db, post.id)

    assert (window.interacted_at, window.sent) == (START, 3)


async def test_what_went_out_before_the_persons_last_word_does_not_count_against_their_new_window(database: Database):
    async with a_post(database) as post:
        await post.chat()
        before, after = START - timedelta(minutes=1), START + timedelta(minutes=1)
        async with database.begin() as db:
            await windows.count_sent(db, "zalo_oa", {AN: [before, before, after]})
            window = await windows.window_of(db, post.id)

    assert window.sent == 1


async def test_a_quick_answer_leaves_the_books_nothing_to_count(database: Database):
    async with a_post(database) as post:
        await post.chat()
        post.books.sent(AN, Quota())

        unwritten = [
            post.books.unwritten("zalo_oa", AN, START + later) for later in (timedelta(0), timedelta(minutes=1))
        ]

    assert unwritten == [1, 0]


async def test_a_month_of_days_by_a_simulated_clock(database: Database):
    """A resident writes on days 0, 10 and 25; a notice is born each day: all arrive, none is paid for without need."""
    async with a_post(database) as post:
        await post.chat()
        for day in range(30):
            if day in {10, 25}:
                await post.acts()
                await post.deliver()
            await post.notice(IMPORTANT if day % 5 == 0 else ORDINARY, code=f"HK7M-{day:04}")
            await post.deliver()
            post.clock.advance(DAY)
        await post.acts()
        await post.deliver()
        async with database.read() as db:
            spent = await usage.spent(db, "zalo_oa", now=START)
            waiting = await windows.waiting_counts(db)

    together = "\n".join(post.seen)
    assert all(f"HK7M-{day:04}" in together for day in range(30))
    assert waiting == {}
    assert len(post.seen) < 20
    assert spent <= 3 * 55


async def test_what_zalo_could_not_send_is_tried_twice_more_and_then_seen_as_failed(database: Database):
    async with a_post(database) as post:
        await post.chat()
        post.zalo.errors.extend([-200] * 5)
        id = await post.notice()
        for _ in range(5):
            await post.deliver()
            post.clock.advance(60)
        row = await outbox_row(database, id)

    assert (row.state, row.reason) == ("failed", "send_failed")
    assert len(post.zalo.errors) == 2


async def test_a_hiccup_of_zalo_costs_nobody_the_message(database: Database):
    async with a_post(database) as post:
        await post.chat()
        post.zalo.errors.extend([-200] * 2)
        await post.notice()
        for _ in range(4):
            await post.deliver()
            post.clock.advance(60)

    assert len(post.seen) == 1
