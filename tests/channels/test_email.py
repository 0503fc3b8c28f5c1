"""E-mail: one mail a message, nothing confidential in its head, and every refusal says what to do."""

from __future__ import annotations

import pytest

from bot.environment import BadSettingsError
from bot.settings import Settings
from channels.contract import BadConfig, NotFromPlatform, RawRequest, RecipientGone, Rejected, Unreachable
from channels.email import EMAIL, EmailChannel, Server
from conversation.messages import Button, Outbound
from tests.doubles.smtp import SmtpServer
from tests.support.postgres import free_port

MESSAGE = Outbound("812.0", "lan@example.vn", "Bản tin ngày 23/11/2026\nCần xem: 1 việc", ((Button("Mở", "!case=1"),),))


def a_channel(port, *, security="none", user="", password=""):
    server = Server("127.0.0.1", port, "Nghe Dan <nghedan@example.vn>", user, password, security)
    return EmailChannel(server, subject="Nghe Dân: có tin", foot="Xin đừng trả lời.")


async def test_a_message_is_one_mail_with_a_foot_and_no_words_in_its_subject():
    async with SmtpServer() as smtp:
        sent = await a_channel(smtp.port).send(MESSAGE)
        text = await smtp.mail()

    mail = smtp.mails[0]
    assert smtp.recipients == ["lan@example.vn"]
    assert (mail["Subject"], mail["To"]) == ("Nghe Dân: có tin", "lan@example.vn")
    assert mail["Message-ID"] == sent.external_id == "<812.0@example.vn>"
    assert "Cần xem: 1 việc" in text
    assert "Xin đừng trả lời." in text
    assert "!case" not in text


async def test_who_logs_in_is_let_in_and_nobody_else():
    async with SmtpServer(user="bot", password="right") as smtp:
        await a_channel(smtp.port, user="bot", password="right").send(MESSAGE)
        with pytest.raises(BadConfig):
            await a_channel(smtp.port, user="bot", password="wrong").send(MESSAGE)

    assert len(smtp.mails) == 1


@pytest.mark.parametrize(
    ("command", "answer", "error"),
    [
        ("RCPT", "550 no such user", RecipientGone),
        ("RCPT", "450 mailbox busy", Unreachable),
        ("MAIL", "553 sender refused", BadConfig),
        ("DATA", "554 looks like spam", Rejected),
        ("DATA", "451 try later", Unreachable),
    ],
)
async def test_a_refusal_says_what_to_do(command, answer, error):
    async with SmtpServer() as smtp:
        smtp.refusals[command] = answer
        with pytest.raises(error) as raised:
            await a_channel(smtp.port).send(MESSAGE)

    assert not raised.value.doubtful


async def test_a_server_without_encryption_is_not_trusted_with_starttls():
    async with SmtpServer() as smtp:
        with pytest.raises(BadConfig):
            await a_channel(smtp.port, security="starttls").send(MESSAGE)

    assert smtp.mails == []


async def test_a_server_that_is_away_is_tried_again_and_a_lost_answer_leaves_a_doubt():
    with pytest.raises(Unreachable) as away:
        await a_channel(free_port()).send(MESSAGE)
    async with SmtpServer() as smtp:
        smtp.cut = True
        with pytest.raises(Unreachable) as lost:
            await a_channel(smtp.port).send(MESSAGE)

    assert not away.value.doubtful
    assert lost.value.doubtful


async def test_an_address_cannot_smuggle_a_second_recipient():
    async with SmtpServer() as smtp:
        with pytest.raises(ValueError, match=r"CR|LF|newline|linefeed"):
            await a_channel(smtp.port).send(Outbound("1.0", "a@b.vn\r\nBcc: c@d.vn", "x"))

    assert smtp.recipients == []


def test_nothing_comes_by_mail():
    channel = a_channel(1)

    assert channel.parse({}) == ()
    assert channel.capabilities is EMAIL
    with pytest.raises(NotFromPlatform):
        channel.verify(RawRequest({}, b""))


def test_a_server_without_a_sender_is_no_setting():
    with pytest.raises(BadSettingsError, match="NGHEDAN_SMTP_FROM"):
        Settings.load({"NGHEDAN_SMTP_HOST": "mail.example.vn"}, env_file=None)
