"""
An officer's search: the cases in their scopes whose words, place, codes or people a few typed words name.

The words are looked for as they were written, by patterns that allow any marks: nothing has to be kept beside the
petitions, and a petition that is erased or changed is found, or no longer, at once. A word typed with marks is that
word ("rác" is no "rắc") or one written without any; typed without, it is all of them. What is confidential is found
by its code alone: opening it leaves a trace, and a search would answer questions about it without one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.spelling import same_marks
from domain.roles import READERS_OF_PERSONAL_DATA, Actor
from domain.subjects import Subject
from matching.text import fold, nfc
from storage.cases import Case, from_row
from storage.schema import case_file, case_petition, petition
from storage.worklist import handled, visible_cases

LOOKED_AT: Final = 20_000
"""Newest cases of the scopes that are looked through: all of a commune's, the last months of a large province."""

READS: Final = (200, 5_000)
"""Petitions that the patterns let through, read at once: most searches end with the first few."""

PHONE_DIGITS: Final = 6
"""So many digits in a row may be those of a phone number."""

_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]+")
_TYPED: Final = re.compile(r"[^\W_]+")
_TOLD: Final = re.compile(r"[^\W_]+|\x01")
_MARKED: Final = frozenset("aeiouyd")
_SIGNS: Final = "–—…“”‘’•·"
"""Signs beyond ASCII that people write between two words."""
_BETWEEN: Final = " \x01 "
"""Stands between two fields: what is in a row is in one of them. No text has it, see `matching.text.nfc`."""
_WORDS: Final = bytes(code if (chr(code).isalnum() and code < 128) or code == 1 else 32 for code in range(256))


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    Words to look for: `text` is folded, `typed` the same words with the marks that they were typed with.

    A number belongs to the word before it. `subject` is one that the words are the name of. `commune` is the code of
    the only one that is looked in; without any words all of its cases are wanted.
    """

    text: str
    typed: str
    subject: Subject | None = None
    commune: str | None = None

    @property
    def parts(self) -> list[str]:
        """Return what has to be there: "den duong ngo 12" is den, duong and ngo 12."""
        return _parts(self.text)

    @property
    def marked(self) -> list[str]:
        """Return those of the parts that were typed with marks: how they are spelled counts."""
        return [part for part in _parts(self.typed) if not part.isascii()]

    @property
    def phone(self) -> str:
        """The digits of what may be a phone number, without the country's; '' for none."""
        digits = self.text.replace(" ", "")
        if not digits.isdecimal() or len(digits) < PHONE_DIGITS:
            return ""
        return f"0{digits[2:]}" if digits.startswith("84") else digits


@dataclass(frozen=True, slots=True)
class Found:
    """One page, newest first. `exact` is False when no case holds the words in a row, and these hold each of them."""

    cases: tuple[Case, ...]
    more: bool
    exact: bool


def wanted(text: str, *, longest: int, subject: Subject | None = None) -> Wanted:
    """Return what a text asks for: so many bytes of it at most, as it was typed, cut at a word."""
    typed: list[str] = []
    for word in _TYPED.findall(nfc(text).casefold()):
        plain = _NOT_PLAIN.sub(" ", fold(word)).split()
        typed += [word] if len(plain) == 1 and len(plain[0]) == len(word) else plain
    while len(" ".join(typed).encode()) > longest:
        typed = typed[:-1] or [fold(typed[0])[:longest]]
    return Wanted(" ".join(map(fold, typed)), " ".join(typed), subject)


def _parts(text: str) -> list[str]:
    found: list[str] = []
    for word in text.split():
        if found and word[0].isdigit() and not found[-1][-1].isdigit():
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


async def find(db: AsyncConnection, actor: Actor, words: Wanted, *, offset: int, limit: int) -> Found:
    """Return a page of the cases that an officer may know of and that the words name; merged ones are left out."""
    exact: dict[int, None] = {}
    loose: dict[int, None] = {}
    in_a_row, parts = f" {words.text} ".encode(), [f" {part} ".encode() for part in words.parts]
    after: Any = None
    for read in READS if words.text or words.commune else ():
        rows = (await db.execute(_query(db, actor, words, after).limit(read))).all()
        for row in rows:
            written = _BETWEEN.join((row.title, row.place, row.sender, row.text))
            told = _plain(written)
            if row.named or not words.text or (in_a_row in told and _is_spelled(written, [words.typed])):
                exact[row.id] = None
            elif all(part in told for part in parts) and _is_spelled(written, words.marked):
                loose[row.id] = None
            if len(exact) > offset + limit:
                break
        if len(rows) < read or len(exact) > offset + limit:
            break
        after = rows[-1]
    found = list(exact or loose)
    cases = await _cases(db, found[offset : offset + limit])
    return Found(cases, len(found) > offset + limit, exact=bool(exact))


async def _cases(db: AsyncConnection, ids: Sequence[int]) -> tuple[Case, ...]:
    """Return cases, newest first."""
    query = select(case_file).where(case_file.c.id.in_(ids)).order_by(case_file.c.id.desc())
    return tuple(map(from_row, await db.execute(query))) if ids else ()


def _query(db: AsyncConnection, actor: Actor, words: Wanted, after: Any) -> Select[Any]:
    """Petitions that may be meant, with their cases, newest first; `after` is the last one read before."""
    c, p = case_file.c, petition.c
    seen = handled(actor) if actor.has(*READERS_OF_PERSONAL_DATA) else false()
    near = visible_cases(actor).with_only_columns(c.id, c.title, c.place, c.subject, seen.label("seen"))
    if words.commune is not None:
        near = near.where(c.commune_code == words.commune)
    near = near.where(c.merged_into_id.is_(None)).order_by(c.id.desc()).limit(LOOKED_AT)
    f = (near.where(c.id <= after.id) if after is not None else near).subquery()
    # Who sent it is told to those who handle the case, and found by nobody else.
    sender = case((f.c.seen, func.coalesce(p.sender_name, "")), else_="")
    named: ColumnElement[bool] = false()
    if words.phone:
        named = f.c.seen & func.coalesce(p.sender_phone, "").like(f"%{words.phone}%")
    if words.subject is not None:
        named = named | (f.c.subject == words.subject.value)
    # SQLite's LIKE knows no case of a to z anyhow, and ILIKE would make a copy of every text there.
    places = (p.text, f.c.place, f.c.title, sender)
    like = [place.ilike if db.dialect.name == "postgresql" else place.like for place in places]
    held = [or_(*(one(pattern) for one in like for pattern in _patterns(word))) for word in _telling(words.text)]
    query = (
        select(
            f.c.id, f.c.title, f.c.place, sender.label("sender"), p.text, named.label("named"), p.id.label("petition")
        )
        .join(case_petition, (case_petition.c.case_id == f.c.id) & case_petition.c.left_at.is_(None))
        .join(petition, (p.id == case_petition.c.petition_id) & p.withdrawn_at.is_(None))
        .where(named | and_(true(), *held))
    )
    if after is not None:
        query = query.where(or_(f.c.id < after.id, p.id > after.petition))
    return query.order_by(f.c.id.desc(), p.id)


def _telling(text: str) -> list[str]:
    """Return the words, those first that let the fewest texts through."""
    return sorted(set(text.split()), key=lambda word: sum(letter in _MARKED for letter in word) - len(word))


def _patterns(word: str) -> Iterator[str]:
    """Letters that take marks stand for any character; `_plain` looks closer at what that lets through."""
    begins, stroke, ends = ("".join("_" if x in _MARKED else x for x in part) for part in word.partition("d"))
    for letter in "dđĐ" if stroke else ("",):  # đ is no d with a mark to the databases
        yield f"%{begins}{letter}{ends}%"


def _plain(text: str) -> bytes:
    """Return words without marks, with a space on either side: `fold` for the letters that can be asked for."""
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d")).encode("ascii", "ignore")
    return b" " + b" ".join(letters.translate(_WORDS).split()) + b" "


def _is_spelled(text: str, wanted: Sequence[str]) -> bool:
    """Tell whether each of these words in a row stands in the text with its own marks, or without any."""
    if all(words.isascii() for words in wanted):
        return True
    told = _TOLD.findall(nfc(text).casefold())
    return all(_stands(told, words.split()) for words in wanted)


def _stands(told: Sequence[str], wanted: Sequence[str]) -> bool:
    starts = range(len(told) - len(wanted) + 1)
    return any(all(_is(told[at + place], word) for place, word in enumerate(wanted)) for at in starts)


def _is(told: str, word: str) -> bool:
    return fold(told) == fold(word) and (told.isascii() or same_marks(word, told))
