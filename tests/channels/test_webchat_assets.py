"""What others made and we ship is what the list says, with its licence beside it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTED = re.findall(
    r"^\| `([^`]+)`.*\| `([0-9a-f]{64})` \|$", (ROOT / "docs/web-assets.md").read_text(encoding="utf-8"), re.MULTILINE
)


@pytest.mark.parametrize(("path", "digest"), LISTED, ids=[Path(path).name for path, _ in LISTED])
def test_a_vendored_file_is_the_one_that_is_listed(path, digest):
    assert hashlib.sha256((ROOT / path).read_bytes()).hexdigest() == digest


def test_every_vendored_file_is_listed():
    there = {
        path.relative_to(ROOT).as_posix()
        for folder, pattern in (("channels/webchat/static", "**/*.woff2"), ("tests/browser/vendor", "*.js"))
        for path in (ROOT / folder).glob(pattern)
    }

    assert {path for path, _ in LISTED} == there


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("channels/webchat/static/fonts/LICENSE-be-vietnam-pro.txt", "SIL OPEN FONT LICENSE Version 1.1"),
        ("tests/browser/vendor/LICENSE-axe-core.txt", "Mozilla Public License version 2.0"),
    ],
)
def test_its_licence_stands_beside_it(path, words):
    text = (ROOT / path).read_text(encoding="utf-8")

    assert words in " ".join(text.replace(",", "").split())
