"""The font files that documents embed, and the refusal to make a document with other letters."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from reports.errors import FontMissing

FOLDER: Final = Path(__file__).parent / "fonts"

FILES: Final = {
    "LiberationSerif-Regular.ttf": "29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba",
    "LiberationSerif-Bold.ttf": "446a4421f297698427170fd7db20e59169a4188baaaf940e9bea58af6341a723",
    "LiberationSerif-Italic.ttf": "c1830c433ab41379f1139fac388989d37c9f08c81e1bd643efdcc7946db30753",
    "LiberationSerif-BoldItalic.ttf": "36dd6965be8915f6d7efb259757f1f7546a7c6f72c53a20bbe4ae7092f2cd558",
}
"""SHA-256 of each: another file under the same name changes the bytes of every document made before."""


def font_folder(folder: Path = FOLDER) -> Path:
    """
    Return the folder of the fonts after looking at each file.

    Raises:
        FontMissing: a file is not there, or is another one. A PDF made all the same would show boxes for Vietnamese
            letters, or other line breaks than the same report had yesterday.
    """
    for name, expected in FILES.items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError:
            raise FontMissing(name, "not there") from None
        if found != expected:
            raise FontMissing(name, "not the file that was shipped")
    return folder
