"""How a module is written, found in one reading: tests that watch the manners of the house share it in a process."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)

CITATION = re.compile(r"(Bộ luật|Luật|NĐ|NQ|Nghị định|Nghị quyết|TT|Thông tư|QĐ|Quyết định)\b.*\d")
"""The name of a law is a source, not a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a module holds: dotted names that it imports, lines where it asks for the time, sentences for a person."""

    imports: frozenset[str]
    asks_the_time: tuple[int, ...]
    sentences: tuple[tuple[int, str], ...]
    described: bool

    @property
    def packages(self) -> set[str]:
        """The top-level names of what it imports."""
        return {name.partition(".")[0] for name in self.imports}


@functools.cache
def source(path: Path) -> Source:
    """Read a module; anywhere in it counts."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))  # the trees of all modules together would be half a gigabyte: they are not kept
    loose = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    return Source(
        imports=frozenset(name for node in nodes for name in _imported(node)),
        asks_the_time=tuple(node.lineno for node in nodes if isinstance(node, ast.Call) and _asks_the_time(node)),
        sentences=tuple(
            (node.lineno, node.value)
            for node in nodes
            if isinstance(node, ast.Constant) and id(node) not in loose and _is_sentence(node.value)
        ),
        described=bool(ast.get_docstring(tree)),
    )


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _asks_the_time(call: ast.Call) -> bool:
    asked = call.func
    return isinstance(asked, ast.Attribute) and (
        asked.attr in {"utcnow", "today"} or ast.unparse(asked) in {"datetime.now", "time.time"}
    )


def _is_sentence(value: object) -> bool:
    """Whether a string other than a docstring looks like a Vietnamese sentence of four words or more."""
    if not isinstance(value, str) or CITATION.match(value):
        return False
    words = value.split()
    return len(words) >= 4 and sum(bool(VIETNAMESE.search(word)) for word in words) >= 2
