"""Pages as HTML: templates of this room, escaped by default, worded in the reader's language."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from texts import say

if TYPE_CHECKING:
    import jinja2

FONT_MARK: Final = "FONTS/"
"""In the style sheet, where the folder of the web chat's letters comes in."""


@cache
def environment() -> jinja2.Environment:
    """Return the templates: an unknown name is an error."""
    import jinja2  # 2 MB that a program without visitors has no use for

    return jinja2.Environment(
        loader=jinja2.PackageLoader("console"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, /, *, language: str, **values: Any) -> str:
    """Return a page as HTML; templates word sentences with `t("key", name=value)`."""

    def t(key: str, **filled: object) -> str:
        return say(key, language, filled)

    return environment().get_template(template).render(t=t, language=language, style=style_path(), **values)


@cache
def _style() -> str:
    return resources.files("console").joinpath("static/report.css").read_text(encoding="utf-8")


@cache
def style_path() -> str:
    """Return the style sheet's address, which changes with what is in it."""
    return f"/report/static/{hashlib.sha256(_style().encode()).hexdigest()[:12]}/report.css"


def style_sheet(asset: Callable[[str], str]) -> str:
    """Return the style sheet with the addresses of the letters in it."""
    return _style().replace(FONT_MARK, asset("fonts/"))
