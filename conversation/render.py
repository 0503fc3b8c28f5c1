"""One pure rendering for every channel: buttons if all fit, else the same options numbered."""

from __future__ import annotations

from collections.abc import Sequence

from conversation.messages import Button, Capabilities, Option, Outbound, Reply, words
from conversation.recognise import label_of

_SENTENCE_ENDS = ("\n\n", "\n", ". ", "! ", "? ", "; ", ", ", " ")


def render(reply: Reply, capabilities: Capabilities, language: str, *, id: str, address: str) -> tuple[Outbound, ...]:
    """
    Return the message in parts that the channel can carry: plain text, buttons or numbers, files on the last.

    Numbers always mean the options in the order given; where every app of the messenger shows buttons and all
    of them fit, the text stays free of numbers.
    """
    said = [label_of(paragraph, language, reply.voice).strip() for paragraph in reply.paragraphs]
    text = "\n\n".join(filter(None, said))
    rows = _rows(reply.options, capabilities, language)
    if reply.options and (not rows or not capabilities.buttons_everywhere):
        text = "\n".join([text, *_numbered(reply.options, language)]).strip()
    parts = split(text, capabilities.text_max, capabilities.length_unit)
    pin = label_of(words("button-share-pin"), language) if reply.asks_pin and capabilities.asks_pin else ""
    phone = label_of(words("button-share-phone"), language) if reply.asks_phone and capabilities.asks_phone else ""
    title = label_of(reply.title, language) if reply.title is not None else ""
    menu = None if reply.menu is None else tuple((name, label_of(what, language)) for name, what in reply.menu)
    before = [Outbound(f"{id}.{number}", address, part, title=title) for number, part in enumerate(parts[:-1])]
    last = Outbound(
        id=f"{id}.{len(before)}",
        address=address,
        text=parts[-1],
        rows=rows,
        files=reply.files if capabilities.files else (),
        asks_pin=pin,
        asks_phone=phone,
        title=title,
        menu=menu,
    )
    return (*before, last)


def _numbered(options: Sequence[Option], language: str) -> list[str]:
    return [f"{number}. {label_of(option.label, language)}" for number, option in enumerate(options, start=1)]


def _rows(options: Sequence[Option], capabilities: Capabilities, language: str) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons in rows, or nothing when one of them does not fit."""
    if not options or len(options) > capabilities.buttons_max:
        return ()
    labels = [_told(o, capabilities, language) if o.about else label_of(o.label, language) for o in options]
    buttons = [Button(label, option.choice, option.style) for label, option in zip(labels, options, strict=True)]
    for button in buttons:
        if not fits(button.label, capabilities.label_max, capabilities.length_unit):
            return ()
        if len(button.choice.encode()) > capabilities.choice_max_bytes:
            return ()
    return tuple(map(tuple, _packed(buttons, capabilities.buttons_per_row)))


ABOUT_MAX = 30
"""Code points of what a button opens: with a code before them they fit into two lines of a phone."""

ABOUT_MIN = 8
"""Less of it tells nothing."""


def _told(option: Option, capabilities: Capabilities, language: str) -> str:
    """Return the words of a button, with what it opens as far as there is room."""
    label = label_of(option.label, language)
    room = capabilities.label_max - length(f"{label}{_BEFORE_ABOUT}", capabilities.length_unit)
    about = beginning(option.about, min(room, ABOUT_MAX), capabilities.length_unit)
    return f"{label}{_BEFORE_ABOUT}{about}" if len(about) >= min(ABOUT_MIN, len(option.about)) else label


_BEFORE_ABOUT = " · "
_CUT = "\u00a0…"  # never alone on a line


def beginning(text: str, limit: int, unit: str = "code_points") -> str:
    """Return a text in one line, cut at a word and with "…" where it has more than `limit` units."""
    line = " ".join(text.split())
    if length(line, unit) <= limit:
        return line
    kept = ""
    for word in line.split(" "):
        longer = f"{kept} {word}".strip()
        if length(longer, unit) + 2 > limit:
            break
        kept = longer
    return f"{kept.rstrip(' ,;.:')}{_CUT}" if kept else ""


_ROW_CHARS = 30
"""Code points of labels that share one row on a narrow phone before they are cut off."""

_SHARES_A_ROW = 22
"""Code points of a label, with its margins, beside which another one finds room."""


def _packed(buttons: Sequence[Button], per_row: int) -> list[list[Button]]:
    rows: list[list[Button]] = []
    room = widest = 0
    for button in buttons:
        size = len(button.label) + 4
        if rows and len(rows[-1]) < per_row and room >= size and widest <= _SHARES_A_ROW:
            rows[-1].append(button)
            room, widest = room - size, max(widest, size)
        else:
            rows.append([button])
            room, widest = _ROW_CHARS - size, size
    return rows


def length(text: str, unit: str) -> int:
    """Return the length in the channel's unit: 'code_points' or 'utf16'."""
    return len(text) if unit == "code_points" else len(text.encode("utf-16-le")) // 2


def fits(text: str, limit: int, unit: str) -> bool:
    """Return whether the text has at most `limit` units; most are so short that nothing is to be counted."""
    size = len(text)
    return size <= limit and (unit == "code_points" or 2 * size <= limit or length(text, unit) <= limit)


def split(text: str, limit: int, unit: str) -> list[str]:
    """Return the text in parts of at most `limit` units, cut at paragraph, line, sentence or word ends."""
    parts = []
    while not fits(text, limit, unit):
        # Every code point is one or two UTF-16 units, so `head` is never longer than what fits.
        head = (
            text[:limit]
            if unit == "code_points"
            else text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore")
        )
        cut = next((head.rfind(end) + len(end) for end in _SENTENCE_ENDS if head.rfind(end) > limit // 3), len(head))
        parts.append(head[:cut].rstrip())
        text = text[cut:].lstrip()
    parts.append(text)
    return parts
