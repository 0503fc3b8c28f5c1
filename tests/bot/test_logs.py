from __future__ import annotations

import logging

import pytest
import structlog
from sqlalchemy.exc import IntegrityError

from bot.logs import message_line
from bot.redaction import HIDDEN, redact
from tests.support.logs import logged

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_"


def test_a_handled_message_is_one_line_of_json_with_fixed_keys():
    with logged() as log:
        message_line(
            channel="telegram", event="message", result="done", duration_ms=3.14159, inbound_id=7, conversation_id=2,
            replies=1, group=12,
        )  # fmt: skip

    [line] = log.lines
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "message", "level": "info", "logger": "message", "channel": "telegram", "kind": "message",
        "result": "done", "duration_ms": 3.1, "inbound_id": 7, "conversation_id": 2, "replies": 1, "group": 12,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (
            f"POST https://api.telegram.org/bot{TOKEN}/sendMessage",
            f"POST https://api.telegram.org/bot{HIDDEN}/sendMessage",
        ),
        (f"GET /file/bot{TOKEN}/photos/1.jpg", f"GET /file/bot{HIDDEN}/photos/1.jpg"),
        (f"token {TOKEN} refused", f"token {HIDDEN} refused"),
        ("gọi 0912345678 nhé", f"gọi {HIDDEN} nhé"),
        ("gọi 0912 345 678", f"gọi {HIDDEN}"),
        ("gọi +84 91.234.5678", f"gọi {HIDDEN}"),
        ("gọi 84912345678", f"gọi {HIDDEN}"),
        ("máy bàn 024 3826 5566", f"máy bàn {HIDDEN}"),
        ("postgresql+asyncpg://nghedan:s3cret@db/x", f"postgresql+asyncpg://nghedan:{HIDDEN}@db/x"),
        (
            "[SQL: INSERT ...]\n[parameters: ('Đường hỏng', 5)]\n(Background on",
            f"[SQL: INSERT ...]\n[parameters: {HIDDEN}]\n(Background on",
        ),
        ("DETAIL:  Failing row contains (1, Đường hỏng (xã A), null).", f"DETAIL:  Failing row contains ({HIDDEN})."),
        (
            "DETAIL:  Failing row contains (1, Đường\nhỏng).\nThật.).\n[SQL: x]",
            f"DETAIL:  Failing row contains ({HIDDEN}).\n[SQL: x]",
        ),
        ("Key (address)=(5001) already exists.", f"Key (address)=({HIDDEN}) already exists."),
    ],
)
def test_tokens_phones_and_rows_do_not_reach_the_log(said, left):
    assert redact(said) == left


@pytest.mark.parametrize(
    "said",
    [
        "outbox 812.0 at 2026-11-23T01:02:03.456789Z",
        "duration 0.0912345678",
        "case 1763791234567 of conversation 20261123",
        "sha 0123456789abcdef0123",
        "127.0.0.1:8080 answered 200 in 0.0123 s",
        "version 3.40.1, 2026-11-22 04:19:45",
    ],
)
def test_ids_moments_and_figures_stay_readable(said):
    assert redact(said) == said


def test_what_libraries_log_is_cleaned_too():
    with logged() as log:
        logging.getLogger("some.library").warning("call %s failed for %s", f"https://x/bot{TOKEN}/getMe", "0912345678")
        logging.getLogger("some.library").warning("extra", extra={"phone": "x", "where": f"bot{TOKEN}"})

    assert TOKEN not in log.text
    assert "0912345678" not in log.text
    first, second = log.lines
    assert (first["level"], first["logger"]) == ("warning", "some.library")
    assert second["phone"] == HIDDEN


def fail(error):
    raise error


def test_a_traceback_is_cleaned_too():
    row = {"text": "Đường trước nhà tôi hỏng", "phone": "0912345678"}
    with logged() as log:
        try:
            fail(IntegrityError("INSERT INTO petition", row, RuntimeError(f"bot{TOKEN}")))
        except IntegrityError:
            structlog.get_logger("x").exception("failed", case_id=4)
            logging.getLogger("y").exception("failed")

    assert "IntegrityError" in log.lines[0]["exception"]
    assert log.lines[0]["case_id"] == 4
    for secret in (TOKEN, "0912345678", "Đường trước nhà"):
        assert secret not in log.text


def test_values_under_personal_keys_are_hidden_however_deep():
    with logged() as log:
        structlog.get_logger("x").info(
            "odd", text="Đường hỏng", data={"name": "Nguyễn Văn A", "ids": [1, "0912345678"]}
        )

    [line] = log.lines
    assert (line["text"], line["data"]) == (HIDDEN, {"name": HIDDEN, "ids": [1, HIDDEN]})


def test_libraries_that_speak_of_every_call_are_quiet():
    with logged(level="debug") as log:
        for name in ("httpx", "telegram.ext", "apscheduler.scheduler", "aiohttp.access"):
            logging.getLogger(name).info("one call")
        logging.getLogger("bot.anything").debug("ours")

    assert [line["logger"] for line in log.lines] == ["bot.anything"]


def test_the_level_holds_for_everybody():
    with logged(level="warning") as log:
        structlog.get_logger("x").info("small")
        logging.getLogger("y").info("small")
        structlog.get_logger("x").warning("big")

    assert [line["event"] for line in log.lines] == ["big"]


def test_a_terminal_gets_text_that_is_cleaned_as_well():
    with logged(shape="text") as log:
        structlog.get_logger("x").warning("call", where=f"bot{TOKEN}")

    assert "call" in log.text
    assert TOKEN not in log.text
