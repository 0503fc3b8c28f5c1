"""
Reading settings from the environment and from a file of `NAME=value` lines, with every mistake named at once.

No validation library stands behind it: the usual one costs 0.4 s and 30 MB, a third of what a start
may take.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, field, fields
from pathlib import Path
from typing import Any, TypeVar

PREFIX = "NGHEDAN_"
"""Names that begin so belong to us: one that nobody knows is a mistake, not something to pass over."""

T = TypeVar("T")
Parse = Callable[[str], T]


class BadSettingsError(Exception):
    """Some settings cannot be used; each problem is one sentence that names the setting."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


class Secret:
    """A value that does not show itself in logs, errors or listings."""

    __slots__ = ("_value",)

    def __init__(self, value: str = "") -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the value itself; for the one place that needs it."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash((Secret, self._value))

    def __repr__(self) -> str:
        return "Secret('…')" if self._value else "Secret('')"


def setting(name: str, default: T, parse: Parse[T], about: str) -> T:
    """
    Declare one setting as a field of a group.

    Args:
        name: what it is called in the environment, in capitals.
        default: its value when unset or empty.
        parse: makes the value from text; a ValueError says what was expected.
        about: what it does, for `.env.example`; in lines.
    """
    declared: Any = field(default=default, metadata={"name": name, "parse": parse, "about": about})
    chosen: T = declared
    return chosen


def read_group(group: type[T], values: Mapping[str, str], problems: list[str]) -> T:
    """Return the group with what the values say; a value that does not parse is added to the problems."""
    chosen: dict[str, Any] = {}
    for declared in declared_settings(group):
        name, written = declared.metadata["name"], values.get(declared.metadata["name"], "").strip()
        if not written:
            continue
        try:
            chosen[declared.name] = declared.metadata["parse"](written)
        except ValueError as error:
            shown = "the value" if isinstance(declared.default, Secret) else repr(written)
            problems.append(f"{name}: {error}; {shown} is not.")
    return group(**chosen)


def declared_settings(group: type[Any]) -> tuple[Field[Any], ...]:
    """The fields of a group that are settings, in the order of their declaration."""
    return tuple(f for f in fields(group) if "name" in f.metadata and f.default is not MISSING)


def unknown_names(values: Mapping[str, str], known: Sequence[str]) -> list[str]:
    """One sentence for each name of ours that is no setting, with the likeliest one that was meant."""
    sentences = []
    for name in sorted(values):
        if name.startswith(PREFIX) and name not in known:
            import difflib  # for a misspelt name alone

            near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
            sentences.append(f"{name}: there is no such setting." + (f" Is {near[0]} meant?" if near else ""))
    return sentences


_LINE = re.compile(r"(?:export\s+)?(?P<name>[A-Za-z_][A-Za-z0-9_]*)\s*=\s*(?P<value>.*)")


def read_env_file(path: Path, problems: list[str]) -> dict[str, str]:
    """
    Return what a file of `NAME=value` lines says; a missing file says nothing.

    Empty lines and lines that begin with `#` are passed over. A value may stand in single or double quotes;
    without them it ends at the line's end or before ` #`.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"{path}: cannot be read ({error.__class__.__name__}).")
        return {}
    found = {}
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        match = _LINE.fullmatch(stripped)
        # The line itself is not shown: what was mistyped may be a token.
        value = None if match is None else _unquoted(match["value"])
        if match is None or value is None:
            problems.append(f"{path}, line {number}: NAME=value is expected.")
        else:
            found[match["name"]] = value
    return found


def _unquoted(value: str) -> str | None:
    if value[:1] in {"'", '"'}:
        match = re.fullmatch(r"""(['"])(.*)\1\s*(?:#.*)?""", value)
        return match[2] if match else None
    return re.sub(r"(?:^|\s)#.*", "", value).strip()
