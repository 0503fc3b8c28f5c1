"""Words and lines into HTML: one template draws a line, in the page and in what a socket brings later."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup, escape

from channels.webchat.ports import Line, LineFile, Said
from conversation.messages import Button, FileKind
from conversation.voices import say_in
from texts import LOCAL

if TYPE_CHECKING:
    import jinja2

_LINK: Final = re.compile(r"https?://[^\s<>\"'“”]+[^\s<>\"'“”.,;:!?)\]]")

_RANGE: Final = re.compile(r"\(?\d{1,2}/\d{1,2}(?:/\d{4})? [–-] \d{1,2}/\d{1,2}(?:/\d{4})?\)?")
"""Two days and what stands between them, with the brackets around: "(16/11/2026 – 22/11/2026)"."""

_WHOLE: Final = Markup('<span class="whole">{0}</span>')
_BLANK_LINES: Final = re.compile(r"\n[ \t]*\n\s*")
_ANCHOR: Final = Markup('<a href="{0}" target="_blank" rel="noopener noreferrer nofollow">{0}</a>')


def linked(text: str) -> Markup:
    """Return the text escaped, its web addresses as links. Line ends are kept: the styles show them."""
    return _framed(text, _LINK, _ANCHOR)


def labelled(text: str) -> Markup:
    """Return a button's label escaped; a range of days in it stays on one line where one line has the room."""
    return _framed(text, _RANGE, _WHOLE)


def _framed(text: str, found: re.Pattern[str], frame: Markup) -> Markup:
    """Return the text escaped, with the frame around all that is found."""
    parts: list[Markup] = []
    end = 0
    for match in found.finditer(text):
        parts += [escape(text[end : match.start()]), frame.format(match.group())]
        end = match.end()
    parts.append(escape(text[end:]))
    return Markup("").join(parts)


def size_words(size: int, language: str) -> str:
    """Return a size in bytes as people read it: 820 KB, 1,4 MB."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    words = f"{size / 1024 / 1024:.1f} MB"
    return words.replace(".", ",") if language == "vi" else words


@cache
def environment() -> jinja2.Environment:
    """Return the templates of this folder: escaped by default, and an unknown name is an error."""
    import jinja2  # 2 MB that a program without visitors has no use for

    env = jinja2.Environment(
        loader=jinja2.PackageLoader(__package__ or "channels.webchat"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["linked"] = linked
    env.filters["labelled"] = labelled
    return env


@dataclass(frozen=True, slots=True)
class LineView:
    """A line with everything that its template needs; `spent`: its buttons were followed by newer ones."""

    line: Line
    day: str
    clock: str
    paragraphs: Sequence[str]
    photos: Sequence[LineFile]
    others: Sequence[LineFile]
    rows: Sequence[Sequence[Button]]
    form_id: str
    spent: bool = False
    chosen: frozenset[str] = frozenset()


def line_view(line: Line, *, spent: bool = False, chosen: frozenset[str] = frozenset()) -> LineView:
    local = line.at.astimezone(LOCAL)
    photos = [file for file in line.files if file.kind is FileKind.PHOTO]
    return LineView(
        line,
        local.date().isoformat(),
        f"{local.hour:02d}:{local.minute:02d}",
        [paragraph for paragraph in _BLANK_LINES.split(line.text) if paragraph],
        photos,
        [file for file in line.files if file.kind is not FileKind.PHOTO],
        line.rows,
        # A form tapped twice says one thing once.
        secrets.token_hex(12),
        spent,
        chosen,
    )


def line_views(lines: Sequence[Line]) -> list[LineView]:
    """Return the lines as a page shows them: the last untapped buttons are fresh, tapped ones are marked."""
    with_buttons = [line.number for line in lines if line.rows or line.asks_pin]
    fresh = with_buttons[-1] if with_buttons else 0
    views = []
    for place, line in enumerate(lines):
        chosen = _chosen(line, lines[place + 1 :])
        views.append(line_view(line, spent=line.number < fresh or bool(chosen), chosen=chosen))
    return views


def _chosen(line: Line, later: Iterable[Line]) -> frozenset[str]:
    """What was tapped under this line: the taps up to the next line that offers the same."""
    if not line.rows:
        return frozenset()
    offered = {button.choice for row in line.rows for button in row}
    tapped: set[str] = set()
    for other in later:
        if other.said is Said.OUT and any(button.choice in offered for row in other.rows for button in row):
            break
        if other.choice in offered:
            tapped.add(other.choice)
    return frozenset(tapped)


def speaker(language: str, voice: str = "") -> Callable[..., str]:
    """Return `t("key", name=value)` for templates; officers read what is theirs."""

    def t(key: str, **values: object) -> str:
        return say_in(voice, key, language, values)

    return t


def render_line(view: LineView, *, base: str, language: str, voice: str = "") -> str:
    """Return one line as HTML."""
    module = (
        environment()
        .get_template("line.html.j2")
        .make_module({"t": speaker(language, voice), "size_words": partial(size_words, language=language)})
    )
    return str(module.line(view, base)).strip()  # type: ignore[attr-defined]


def render_page(name: str, *, language: str, voice: str = "", **values: Any) -> str:
    """Return a page as HTML."""
    template = environment().get_template(name)
    return template.render(
        t=speaker(language, voice), language=language, size_words=partial(size_words, language=language), **values
    )
