"""News while the reply window is shut, for an officer with an address and no other messenger."""

from __future__ import annotations

from sqlalchemy import insert

from actions import emails
from bot.deliverer import Deliverer
from bot.windows import WindowGate
from channels.email import EmailChannel, Server
from storage.database import Database
from storage.schema import officer as officer_table
from tests.bot.zalo_post import DAY, IMPORTANT, RULES, a_post
from tests.doubles.smtp import SmtpServer
from tests.support.clock import START
from tests.support.rows import outbox_row


async def test_an_officers_news_go_by_mail_while_the_window_is_shut_and_no_other_messenger_is_there(database: Database):
    async with SmtpServer() as smtp, a_post(database) as post:
        await an_officer_with_an_address(post, database, smtp)
        await post.notice()
        await post.deliver()
        post.clock.advance(8 * DAY)
        id = await post.notice(IMPORTANT)
        await post.deliver()
        await post.deliver()
        text = await smtp.mail()
        row = await outbox_row(database, id)

    assert (len(post.seen), len(smtp.mails)) == (1, 1)
    assert "Mặt trận phường" in text
    assert row.state == "delivered"


async def test_a_mailbox_that_is_not_there_is_seen_as_a_failure(database: Database):
    async with SmtpServer() as smtp, a_post(database) as post:
        smtp.refusals["RCPT"] = "550 no such user"
        await an_officer_with_an_address(post, database, smtp)
        post.clock.advance(8 * DAY)
        id = await post.notice(IMPORTANT)
        for _ in range(3):
            await post.deliver()
        row = await outbox_row(database, id)

    assert (row.state, row.reason) in {("failed", "recipient_gone"), ("waiting", "window_closed")}
    assert smtp.mails == []


async def an_officer_with_an_address(post, database: Database, smtp: SmtpServer) -> None:
    """Give the post's chat to an officer whom mail reaches, and no other messenger than Zalo."""
    officer = await an_officer(database)
    await post.chat(officer_id=officer)
    async with database.begin() as db:
        await emails.enter(db, officer, "lan@example.vn", now=START)
    server = Server("127.0.0.1", smtp.port, "nghedan@example.vn", security="none")
    mailing(post, EmailChannel(server, subject="Nghe Dân"))


async def an_officer(database):
    """Return an account; `a_chat` makes its chat."""
    async with database.begin() as db:
        values = {"name": "Lan", "roles": ["officer"], "digest_minute": 450, "digest_empty": "line"}
        made = insert(officer_table).values(**values, created_at=START).returning(officer_table.c.id)
        return (await db.execute(made)).scalar_one()


def mailing(post, channel):
    """Let the post have e-mail and no other messenger than Zalo."""
    channels = {"zalo_oa": post.channel, "email": channel}
    gate = WindowGate(post.database, post.books, RULES, channels=tuple(channels), clock=post.clock, me="me")
    post.deliverer = Deliverer(
        post.database, channels, me="me", clock=post.clock, metrics=post.books, gates={"zalo_oa": gate}
    )
