"""What the program leaves out of memory is missing nowhere, and its first start leaves nothing behind."""

from __future__ import annotations

import contextlib
import ctypes
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest


def printed(code: str, *arguments: str) -> list[str]:
    """What a process of its own prints."""
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_sqlalchemys_mapper_comes_when_somebody_asks_for_it():
    lines = printed(
        "import sys\n"
        "from bot import lean\n"
        "lean.apply()\n"
        "from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine\n"
        "print('sqlalchemy.orm' in sys.modules)\n"
        "from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker\n"
        "import sqlalchemy.ext.asyncio as whole\n"
        "lean.apply()\n"
        "print('sqlalchemy.orm' in sys.modules, AsyncSession.__module__, sys.modules[whole.__name__] is whole)\n"
        "print(whole.AsyncConnection is AsyncConnection, whole.create_async_engine is create_async_engine)\n"
    )

    assert lines == ["False", "True sqlalchemy.ext.asyncio.session True", "True True"]


def test_telegrams_library_comes_with_the_first_file_and_messages_do_without():
    lines = printed(
        "import sys\n"
        "from bot import lean\n"
        "lean.without_telegrams_classes()\n"
        "from channels.telegram import send, transport\n"
        "from channels.telegram.api import BotApi\n"
        "print('telegram._bot' in sys.modules, 'httpx' in sys.modules, 'cryptography' in sys.modules)\n"
        "api = BotApi('1:token')\n"
        "print(isinstance(api.bot.request, transport.AiohttpRequest), 'telegram._bot' in sys.modules)\n"
        "import telegram, telegram.request\n"
        "from telegram import InputFile, error\n"
        "print(telegram.Bot is type(api.bot), telegram.request.BaseRequest is transport.BaseRequest, error.__name__)\n"
        "print(hasattr(telegram, 'nothing'), 'cryptography' in sys.modules)\n"
    )

    assert lines == ["False False False", "True True", "True True telegram.error", "False False"]


def test_a_library_that_two_threads_ask_for_at_once_is_whole_for_both():
    lines = printed(
        "import threading\n"
        "from bot import lean\n"
        "lean.without_telegrams_classes()\n"
        "import telegram\n"
        "met = threading.Barrier(4)\n"
        "def work():\n"
        "    met.wait()\n"
        "    found.append(telegram.InputMediaDocument)\n"
        "found = []\n"
        "threads = [threading.Thread(target=work) for _ in range(4)]\n"
        "[thread.start() for thread in threads]\n"
        "[thread.join() for thread in threads]\n"
        "print(len(found), len(set(found)))\n"
    )

    assert lines == ["4 1"]


def test_structlog_does_without_rich_and_others_may_still_import_it():
    lines = printed(
        "import sys\n"
        "from bot import lean\n"
        "lean.apply()\n"
        "import structlog\n"
        "print('rich' in sys.modules, structlog.dev.rich)\n"
    )

    assert lines == ["False None"]


BRING_UP = (
    "import sys\n"
    "from pathlib import Path\n"
    "from bot import beforehand, lean\n"
    "lean.apply()\n"
    "folder = Path(sys.argv[1])\n"
    "with (folder / 'lock').open('w') as lock:\n"
    "    try:\n"
    "        beforehand.bring_up(f'sqlite:///{folder}/nghedan.db', lock)\n"
    "    except Exception as error:\n"
    "        print(type(error).__name__)\n"
    "print('alembic' in sys.modules)\n"
    "from storage import migrate\n"
    "print(migrate.current(f'sqlite:///{folder}/nghedan.db') == migrate.head())\n"
)


def test_a_first_start_migrates_and_loads_units_without_keeping_what_that_takes(tmp_path: Path):
    lines = printed(BRING_UP, str(tmp_path))
    with contextlib.closing(sqlite3.connect(tmp_path / "nghedan.db")) as db:
        rows = db.execute("SELECT count(*) FROM unit").fetchone()

    assert lines == ["False", "True"]
    assert rows == (3_355,)


def test_a_first_start_that_fails_says_what_failed(tmp_path: Path):
    (tmp_path / "nghedan.db").write_bytes(b"no database at all" * 100)

    lines = printed(BRING_UP.rpartition("from storage")[0], str(tmp_path))

    assert lines[0] == "DatabaseError"


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="another C library than glibc")
def test_threads_share_one_heap(tmp_path: Path):
    lines = printed(
        "import ctypes, sys, threading\n"
        "from bot import lean\n"
        "lean.apply()\n"
        "met = threading.Barrier(4)\n"
        "def work():\n"
        "    met.wait()\n"
        "    kept.append(bytearray(5_000))\n"
        "    met.wait()\n"
        "kept = []\n"
        "threads = [threading.Thread(target=work) for _ in range(4)]\n"
        "[thread.start() for thread in threads]\n"
        "[thread.join() for thread in threads]\n"
        "libc = ctypes.CDLL(None)\n"
        "libc.fopen.restype = ctypes.c_void_p\n"
        "file = ctypes.c_void_p(libc.fopen(sys.argv[1].encode(), b'w'))\n"
        "libc.malloc_info(0, file)\n"
        "libc.fclose(file)\n"
        "print(open(sys.argv[1]).read().count('<heap nr='))\n",
        str(tmp_path / "heaps.xml"),
    )

    assert lines == ["1"]
