"""What the pages say is there: links lead somewhere, named files exist, named commands are commands."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import click
import pytest

from bot.cli import COMMANDS

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ROOMS = "bot|channels|scheduler|handlers|actions|reports|storage|conversation|matching|domain|texts|tests|benchmarks|docs|deploy"
LINK = re.compile(r"\]\(([^)\s]+)\)")
FILE = re.compile(rf"`((?:{ROOMS})/[\w./-]+)`")
COMMAND = re.compile(r"(?:^ +|`|&& |bin/)nghedan ([a-z]+)(?: ([a-z-]+))?", re.MULTILINE)

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@every_page
def test_every_link_leads_somewhere(page):
    broken = []
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)

    assert broken == []


@every_page
def test_every_file_that_a_page_names_is_there(page):
    named = {name for name in FILE.findall(page.read_text(encoding="utf-8")) if "NAME" not in name}

    assert {name for name in named if not (ROOT / name).exists()} == set()


@every_page
def test_every_command_that_a_page_names_is_one(page):
    unknown = []
    for name, part in COMMAND.findall(page.read_text(encoding="utf-8")):
        if name not in COMMANDS:
            unknown.append(name)
            continue
        command = importlib.import_module(f"bot.cli.{name}").command
        if isinstance(command, click.Group) and part and not part.startswith("-") and part not in command.commands:
            unknown.append(f"{name} {part}")

    assert unknown == []


def test_the_house_in_the_readme_shows_every_room():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks"}

    assert set(re.findall(r"^\| \[(\w+)/\]", readme, re.MULTILINE)) == rooms


def test_every_decision_stands_in_their_list():
    listed = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")

    assert [path.name for path in sorted((ROOT / "docs/decisions").glob("0*.md"))] == re.findall(
        r"\((0[^)]+)\)", listed
    )
