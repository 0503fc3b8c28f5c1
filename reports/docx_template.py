"""
The Word template that governs the DOCX: what it must hold, and a check that says why a broken one cannot be used.

A template is a Word file with names in double braces where words of the report go (`NAMES`), and styles that the body
is written in (`STYLES`). Everything else (fonts, rules, order, a contact line) is the administrator's.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib import resources
from types import MappingProxyType
from typing import Any, Final

from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from msgspec import Struct

from reports.errors import BadTemplate
from reports.value import Layout
from texts import say

MAX_TEMPLATE_BYTES: Final = 5_000_000
MAX_UNPACKED_BYTES: Final = 60_000_000
"""A packed file may unfold to a thousand times its size."""


class Role(StrEnum):
    """What a style is for."""

    BODY = "body"
    ITEM = "item"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    TABLE_TITLE = "table-title"
    UNIT = "unit"
    CELL = "cell"
    NOTE = "note"
    CHART = "chart"
    ANNEX = "annex"


STYLES: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.BODY: "BC Nội dung",
        Role.ITEM: "BC Gạch ngang",
        Role.HEADING_1: "Heading 1",
        Role.HEADING_2: "Heading 2",
        Role.HEADING_3: "Heading 3",
        Role.TABLE_TITLE: "BC Tên bảng",
        Role.UNIT: "BC Đơn vị",
        Role.CELL: "BC Ô bảng",
        Role.NOTE: "BC Ghi chú",
        Role.CHART: "BC Biểu đồ",
        Role.ANNEX: "BC Phụ lục",
    }
)
"""Names of the styles, as Word's list shows them. Word may give them other ids, hence names."""

OWN_PARAGRAPH: Final = ("body", "annexes")
"""These become many paragraphs: each stands alone in a paragraph of the page, not in a table or a heading."""

REQUIRED: Final = ("issuing", "number", "dated", "subject", "recipients", "post", "signer", *OWN_PARAGRAPH)
"""A report without one of these would not be complete."""

NAMES: Final = frozenset(
    {*REQUIRED, "superior", "signing", "urgency", "draft", "under_subject", "addressed", "title", "motto", "type_name"}
)

MARGINS_MM: Final[Mapping[str, tuple[float, float]]] = MappingProxyType(
    {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
)
"""Source: NĐ 30/2020/NĐ-CP, Annex I, part I. The Party's 20, 20, 30 and 15 mm lie within."""

FOREIGN: Final[Mapping[Layout, tuple[str, ...]]] = MappingProxyType(
    {
        Layout.FRONT: ("document-party-title", "document-party-form-on-behalf", "document-party-form-for-the-head"),
        Layout.PARTY: ("document-front-title", "document-front-motto", "document-front-form-on-behalf"),
    }
)
"""Words that only the other layout may use."""


class Problem(Struct, frozen=True):
    """Why a template cannot be used (`fatal`) or what in it breaks a rule of layout. `key` is one of texts/."""

    key: str
    values: dict[str, str]
    fatal: bool = True

    def words(self, language: str = "vi") -> str:
        return say(self.key, language, self.values)


def shipped_template(layout: Layout) -> bytes:
    return resources.files("reports").joinpath(f"data/{layout}.docx").read_bytes()


def environment() -> SandboxedEnvironment:
    """Return what reads the braces: nothing in a template reaches beyond the words given to it."""
    return SandboxedEnvironment(autoescape=True)


def open_template(content: bytes, layout: Layout) -> DocxTemplate:
    """
    Return the template, ready to be filled.

    Raises:
        BadTemplate: `check_template` finds a fatal problem.
    """
    problems = [problem for problem in _problems(content, layout) if problem.fatal]
    if problems:
        raise BadTemplate([problem.words("en") for problem in problems])
    return DocxTemplate(io.BytesIO(content))


def check_template(content: bytes, layout: Layout) -> tuple[Problem, ...]:
    """Return everything wrong with a template that somebody wants to use for this layout; nothing if it is fine."""
    return tuple(_problems(content, layout))


def _problems(content: bytes, layout: Layout) -> Iterator[Problem]:
    refusal = _refused(content)
    if refusal:
        yield Problem(refusal, {})
        return
    try:
        template = DocxTemplate(io.BytesIO(content))
        template.init_docx()
        # The library asks the library below for a document of a known kind; anything may come out of a broken file.
        document = template.docx
        _ = document.element.body, document.styles, [section.page_width for section in document.sections]
    except Exception:  # noqa: BLE001  # whatever a broken file makes the libraries raise, the answer is the same
        yield Problem("template-not-word", {})
        return
    try:
        names = template.get_undeclared_template_variables(environment())
    except TemplateSyntaxError as error:
        yield Problem("template-syntax", {"what": str(error.message), "where": _first_wrong(document)})
        return
    except TemplateError as error:
        yield Problem("template-syntax", {"what": str(error), "where": "–"})
        return
    for name in sorted(names - NAMES):
        yield Problem("template-unknown-name", {"name": name})
    for name in REQUIRED:
        if name not in names:
            yield Problem("template-missing-name", {"name": name})
    yield from _misplaced(document, names)
    yield from _missing_styles(document)
    yield from _foreign_words(document, layout)
    yield from _paper(document)


def _refused(content: bytes) -> str:
    """Return the key of the reason why the file is not even opened, or nothing."""
    if len(content) > MAX_TEMPLATE_BYTES:
        return "template-too-big"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(info.file_size for info in package.infolist()) > MAX_UNPACKED_BYTES:
                return "template-too-big"
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "template-not-word"
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return "template-macros"
    return "" if "word/document.xml" in names else "template-not-word"


def _first_wrong(document: Any) -> str:
    """Return the first pair of braces that cannot be read by itself; a dash where each can (a loop that never ends)."""
    tables = (paragraph for table in document.tables for cell in table._cells for paragraph in cell.paragraphs)  # noqa: SLF001
    reader = environment()
    for paragraph in (*tables, *document.paragraphs):
        for braces in re.findall(r"\{\{.*?\}\}", paragraph.text):
            try:
                reader.parse(braces)
            except TemplateSyntaxError:
                return str(braces)[:80]
    return "–"


def marker_of(name: str) -> str:
    """Return what stands in a filled template until the many paragraphs take its place."""
    return f"\u2063{name}\u2063"


def _misplaced(document: Any, names: set[str]) -> Iterator[Problem]:
    own = ["".join(paragraph.text.split()) for paragraph in document.paragraphs]
    for name in OWN_PARAGRAPH:
        if name in names and f"{{{{{name}}}}}" not in own:
            yield Problem("template-misplaced", {"name": name})


def style_ids(document: Any) -> dict[Role, str]:
    """Return the ids under which this file knows our styles. By name: every program gives ids of its own."""
    # Not looked up: the library looks for "heading 1", as Word writes it, and LibreOffice writes "Heading 1".
    known = {style.name: style.style_id for style in document.styles}
    return {role: known[name] for role, name in STYLES.items()}


def _missing_styles(document: Any) -> Iterator[Problem]:
    known = {style.name for style in document.styles}
    for name in STYLES.values():
        if name not in known:
            yield Problem("template-missing-style", {"name": name})


def _foreign_words(document: Any, layout: Layout) -> Iterator[Problem]:
    tables = (paragraph for table in document.tables for cell in table._cells for paragraph in cell.paragraphs)  # noqa: SLF001
    text = "\n".join(paragraph.text for paragraph in (*document.paragraphs, *tables))
    for key in FOREIGN[layout]:
        if say(key) in text:
            yield Problem("template-other-layout", {"words": say(key)})


def _paper(document: Any) -> Iterator[Problem]:
    section = document.sections[0]
    width, height = section.page_width, section.page_height
    if not width or not height or (round(width.mm), round(height.mm)) != (210, 297):
        yield Problem("template-paper", {}, fatal=False)
    for side, (least, most) in MARGINS_MM.items():
        margin = getattr(section, f"{side}_margin")
        if margin is None or not least - 0.5 <= margin.mm <= most + 0.5:
            found = "–" if margin is None else f"{margin.mm:.0f}"
            values = {"side": say(f"template-side-{side}"), "found": found, "least": str(least), "most": str(most)}
            yield Problem("template-margin", values, fatal=False)
    headers = (section.header, section.first_page_header)
    if not any("PAGE" in header._element.xpath("string(.)") for header in headers):  # noqa: SLF001
        yield Problem("template-no-page-number", {}, fatal=False)
