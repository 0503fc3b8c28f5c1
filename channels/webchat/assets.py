"""The page's own files (styles, scripts, letters, drawings), held in memory and named by their content."""

from __future__ import annotations

import functools
import gzip
import hashlib
from dataclasses import dataclass
from importlib import resources
from typing import Final

TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
}
_SQUEEZED: Final = frozenset({".css", ".js", ".svg", ".webmanifest", ".txt"})


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its bytes, the same gzipped (None where that saves nothing), its type."""

    body: bytes
    squeezed: bytes | None
    mime: str


@dataclass(frozen=True, slots=True)
class Assets:
    """All files by path; `version` changes with any of them, so that browsers may keep them for ever."""

    version: str
    files: dict[str, Asset]

    def url(self, name: str) -> str:
        return f"/chat/static/{self.version}/{name}"


@functools.cache
def load_assets() -> Assets:
    """Return the files of `static/`, read once."""
    root = resources.files(__package__).joinpath("static")
    bodies: dict[str, bytes] = {}
    for folder in ("", "fonts/"):
        for entry in root.joinpath(folder).iterdir():
            if entry.is_file() and _ending(entry.name) in TYPES:
                bodies[folder + entry.name] = entry.read_bytes()
    digest = hashlib.sha256()
    for name in sorted(bodies):
        digest.update(name.encode() + b"\0" + bodies[name])
    return Assets(digest.hexdigest()[:12], {name: _asset(name, body) for name, body in bodies.items()})


def _ending(name: str) -> str:
    return "." + name.rpartition(".")[2]


def _asset(name: str, body: bytes) -> Asset:
    ending = _ending(name)
    squeezed = gzip.compress(body, mtime=0) if ending in _SQUEEZED else None
    return Asset(body, squeezed, TYPES[ending])
