"""`read_joined`: a text whose two parts were read before is not read again."""

from __future__ import annotations

from matching.reading.dictionary import reaches_on
from matching.reading.reader import LONGEST_TEXT, read
from matching.reading.values import Quantity, Reading, Token
from matching.reading.words import OF_LINKS

SEAM = ". "
"""What joins them: a sign of punctuation, over which nearly nothing reaches."""

_new = tuple.__new__  # what Token(...) ends in; half of the time that it takes
_DATED = 3  # words: "ngày 30 tháng"
_SHORT = 2  # letters: a dot behind them makes an abbreviation


def read_joined(text: str, seam: int) -> Reading:
    """
    Return `read(text)`, put together of its two parts where both mean the same as they do alone.

    Args:
        text: a part, `SEAM` and another part.
        seam: where the second part begins.
    """
    first, rest = read(text[: seam - len(SEAM)]), read(text[seam:])
    if len(text) > LONGEST_TEXT or not _stand_alone(first, rest):
        return read(text)
    shift = len(first.written) + len(SEAM)
    tokens = [*first.tokens]
    is_parted = True  # by the seam, which stands before its first word
    for start, end, written, normal, expanded, folded, has_marks, number, after_break in rest.tokens:
        parted = after_break or is_parted
        token = (start + shift, end + shift, written, normal, expanded, folded, has_marks, number, parted)
        tokens.append(_new(Token, token))
        is_parted = False
    moved = [Quantity(start + shift, end + shift, value, unit) for start, end, value, unit in rest.quantities]
    return Reading(
        written=f"{first.written}{SEAM}{rest.written}",
        normal=f"{first.normal} {rest.normal}",
        expanded=f"{first.expanded} {rest.expanded}",
        folded=f"{first.folded} {rest.folded}",
        tokens=tuple(tokens),
        quantities=(*first.quantities, *moved),
        is_marked=first.is_marked,
    )


def _stand_alone(first: Reading, rest: Reading) -> bool:
    """
    Tell whether each part means the same beside the other.

    Both must be typed alike, and nothing of the first may reach over the seam: an abbreviation, a date, a sum of money.
    """
    if not first.tokens or not rest.tokens or first.is_marked != rest.is_marked or first.is_vni or rest.is_vni:
        return False
    chunk = first.written[first.written.rfind(" ") + 1 :]
    last = first.tokens[-1].written.rpartition(" ")[2]
    if len(last) <= _SHORT or any(sign in chunk for sign in OF_LINKS):
        return False
    return not reaches_on(first.normal) and not _counts_on(first, rest)


def _counts_on(first: Reading, rest: Reading) -> bool:
    """Tell whether a date ("ngày 30. tháng 4") or "ba tỷ" without marks may be read over the seam."""
    if first.tokens[-1].folded == "ty" or any(token.folded == "ty" for token in rest.tokens[:2]):
        return True
    if not any(token.folded == "ngay" for token in first.tokens[-_DATED:]):
        return False
    return rest.tokens[0].number is not None or rest.tokens[0].folded == "thang"
