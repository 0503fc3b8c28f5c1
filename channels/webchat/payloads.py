"""The page's JSON, decoded and checked: what a visitor says, and how a line is told to the page."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias

import msgspec
from msgspec import Meta

from channels.webchat.ports import Line
from conversation.messages import FileKind

ClientId: TypeAlias = Annotated[str, Meta(pattern=r"^[A-Za-z0-9-]{5,64}$")]
Token: TypeAlias = Annotated[str, Meta(min_length=1, max_length=200)]
Choice: TypeAlias = Annotated[str, Meta(max_length=200)]
Start: TypeAlias = Annotated[str, Meta(max_length=200)]
Latitude: TypeAlias = Annotated[float, Meta(ge=-90, le=90)]
Longitude: TypeAlias = Annotated[float, Meta(ge=-180, le=180)]


LINE_MAX: Final = 2**31 - 1
"""The largest number that a line can have: whoever names a larger one has read none of ours."""


class Point(msgspec.Struct):
    """Degrees, WGS84."""

    lat: Latitude
    lon: Longitude


class SpokenFile(msgspec.Struct):
    """An upload that a message carries."""

    token: Token
    kind: FileKind
    name: str = ""
    mime: str = ""
    size: int = 0


class Say(msgspec.Struct):
    """`{"type": "say" | "start", …}` as the page sends it, over the socket or by POST."""

    type: Literal["say", "start"]
    id: ClientId
    text: str = ""
    choice: Choice = ""
    files: Annotated[list[Token], Meta(max_length=50)] = []
    pin: Point | None = None
    payload: Start = ""

    @property
    def is_empty(self) -> bool:
        """Nothing was said: the page never sends this, others may."""
        return self.type == "say" and not (self.text.strip() or self.choice or self.files or self.pin)


class Since(msgspec.Struct):
    """`{"type": "since", "line": 12}`: the page has everything up to that line."""

    type: Literal["since"]
    line: Annotated[int, Meta(ge=0, le=LINE_MAX)]


class Spoken(msgspec.Struct):
    """A `Say` completed by the server: whose it is, and what its files are."""

    type: Literal["say", "start"]
    address: str
    id: ClientId
    text: str = ""
    choice: Choice = ""
    files: list[SpokenFile] = []
    pin: Point | None = None
    payload: Start = ""
    language: str = ""


def line_data(line: Line, html: str) -> dict[str, Any]:
    """
    Return a line as the page gets it: plain data for programs, `html` from the page's own template.

    Shape: `{"number": 3, "said": "out", "at": "2026-11-22T03:00:00+00:00", "text": "…", "rows": [[{"label":
    "…", "choice": "…", "style": ""}]], "files": [{"id": 7, "kind": "photo", "name": "…"}], "client_id": "",
    "erases": false, "html": "…"}`.
    """
    return {
        "number": line.number,
        "said": line.said.value,
        "at": line.at.isoformat(),
        "text": line.text,
        "rows": [
            [{"label": button.label, "choice": button.choice, "style": button.style} for button in row]
            for row in line.rows
        ],
        "files": [{"id": file.file_id, "kind": file.kind.value, "name": file.name} for file in line.files],
        "client_id": line.client_id,
        "erases": line.erases,
        "html": html,
    }
