"""`match`, `place` and `understand` with --stream: one line out for each line in, before the next is read."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli import cli

LAMP = {"text": "Đèn đường ngõ 12 Lê Lợi tắt cả tuần", "commune_code": "1", "province_code": "9"}


class Talk:
    """A program at the other end of two pipes: each line is answered before the next is sent."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def ask(self, line: bytes | dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        sent = line if isinstance(line, bytes) else json.dumps(line).encode()
        self._process.stdin.write(sent + b"\n")
        self._process.stdin.flush()
        answered: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answered


@contextmanager
def stream(*arguments: str) -> Iterator[Talk]:
    code = "from bot.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments, "--stream"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Talk(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(20) == 0


def answers(*arguments: str, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the program says to lines that are all there when it starts; in this process, which costs no second."""
    said = CliRunner().invoke(cli, [*arguments, "--stream"], input="".join(json.dumps(line) + "\n" for line in lines))
    assert said.exit_code == 0
    return [json.loads(line) for line in said.output.splitlines()]


@pytest.fixture(scope="module")
def match() -> Iterator[Talk]:
    with stream("match") as talk:
        talk.ask({"id": "a", "created_at": "2026-01-01T08:00:00", "unknown": [1], **LAMP})
        yield talk


def test_a_repeat_is_found_among_the_lines_before_it(match: Talk) -> None:
    answer = match.ask({"id": "b", "created_at": "2026-01-02T08:00:00", **LAMP, "text": "den ngo 12 le loi toi om"})

    assert (answer["id"], answer["suggest"], answer["candidates"][0]["id"]) == ("b", True, "a")
    assert answer["candidates"][0]["reasons"]


def test_an_id_comes_back_as_it_was_given(match: Talk) -> None:
    match.ask({"id": 7, "created_at": "2026-01-02T08:00:00", **LAMP, "commune_code": 5})

    answer = match.ask({"id": 8, "created_at": "2026-01-02T09:00:00", **LAMP, "commune_code": 5})

    assert (answer["id"], answer["candidates"][0]["id"]) == (8, 7)


@pytest.mark.parametrize("time", [{}, {"created_at": None}, {"created_at": "hôm qua"}, {"created_at": 5}])
def test_a_line_without_a_readable_time_came_with_the_one_before(match: Talk, time: dict[str, Any]) -> None:
    answer = match.ask({"id": f"t{time}", **LAMP, **time})

    assert answer["suggest"] is True


@pytest.mark.parametrize("line", [b"{bad", b"", b"[1]", b"\xff\xfe", b'"text"', b"[" * 20_000])
def test_a_line_that_is_no_object_is_answered_with_an_error_and_silence(match: Talk, line: bytes) -> None:
    answer = match.ask(line)

    assert (answer["id"], answer["candidates"], answer["suggest"]) == (None, [], False)
    assert answer["error"]


@pytest.mark.parametrize(
    "text", ["", None, "x" * 50_000, "Đèn ngõ 12 hỏng. " * 3_000, "\ud800", "\x00\u202e", "😡" * 900, 12, ["a"]]
)
def test_any_text_is_answered(match: Talk, text: Any) -> None:
    answer = match.ask({"id": "x", "text": text, "commune_code": "77", "created_at": "2026-01-03T00:00:00"})

    assert len(answer["candidates"]) <= 5


def test_scopes_reach_as_far_as_they_say() -> None:
    elsewhere = {"id": "c", "created_at": "2026-01-02T00:00:00", **LAMP, "commune_code": "2"}
    found = {}
    for scope in ("commune", "province"):
        first = {"id": "a", "created_at": "2026-01-01T08:00:00", **LAMP}
        _, answer = answers("match", "--scope", scope, lines=[first, elsewhere])
        found[scope] = [one["id"] for one in answer["candidates"]]

    assert found == {"commune": [], "province": ["a"]}


def test_understanding_answers_a_text_that_is_missing() -> None:
    (answer,) = answers("understand", lines=[{"id": 1, "text": None}])

    assert (answer["id"], answer["spans"]) == (1, [])


def test_understanding_answers_with_the_fields_of_its_description_alone() -> None:
    (answer,) = answers("understand", lines=[{"id": "7", "text": "cháy nhà"}])

    assert list(answer) == ["id", "kind", "subject", "organisation", "urgency", "accusation", "spans"]
    assert list(answer["urgency"]) == ["code", "confidence", "alternatives"]
