"""One question for all that may be added to a petition: photos and files, a pin, the place in words."""

from __future__ import annotations

from msgspec import Struct

from conversation.codec import Json
from conversation.forms import Again, Answer, Given, Question, Said, Taken, Undecodable
from conversation.heard import begins, ends_as_question, goes_on, has_no_photos, is_unsure, mentions, right_or_stop
from conversation.messages import IncomingFile, Option, Pin, Reply, Words, words
from conversation.whereabouts import FEW_WORDS, begins_with_place, names_no_place, points_somewhere
from handlers.commune import read_answer
from handlers.labels import listed_words
from handlers.mending import keep_story
from handlers.repeats import forget_repeats
from handlers.spots import PLACE_MAX_CHARS, as_read, combined, instead, retold, spots
from handlers.visit import Visit
from matching.text import fold, nfc
from matching.understanding import SpanKind, understand
from storage import files

ALBUM_QUIET_SECONDS = 1.5
"""Telegram gives no end mark of an album; after this long without a further item it is answered, once."""

HOUSE_DIGITS = 3
"""A shorter number alone may be that of a button."""
BRIEF_WORDS = 6
_DOUBTED = "doubted"
"""Key of the memo for the words that named no place when they were first said."""
_BEFORE = "before"
"""Key of the memo for the place as it was before it is corrected."""
_CLEAR = Option("clear", words("button-clear-details"))
_DONE = Option("done", words("button-continue"), style="primary")


class Details(Struct, frozen=True):
    """What was added. `files` are ids of table file, `place` is as it was read."""

    files: tuple[int, ...] = ()
    pin: Pin | None = None
    place: str = ""


async def keep_file(visit: Visit, file: IncomingFile) -> int:
    """Register a file to be fetched after the commit; return its id."""
    return await files.want(await visit.db(), visit.row.id, visit.row.channel, file, now=visit.now)


def says_where(text: str, visit: Visit) -> bool:
    """Tell whether words may name a place: all may that are not plainly something else."""
    if names_no_place(text) or ends_as_question(text) or (text.isdecimal() and len(text) < HOUSE_DIGITS):
        return False
    if not begins_with_place(text) and mentions(text, "heard-officers-come"):
        return False
    brief = len(text.split()) <= BRIEF_WORDS  # longer ones speak of the road: "đường này hôm qua lại có xe lật"
    if (brief and begins_with_place(text)) or spots(nfc(text)):
        return True
    if tells_more(text):
        return False
    if points_somewhere(text) or any(char.isdigit() for char in text):
        return True
    return bool(read_answer(visit.services.gazetteer(), text, None).candidates)


def tells_more(text: str) -> bool:
    """Tell whether words that name no place go on with the story: since when it is, or what else is wrong."""
    if begins(text, "heard-adds") is not None:
        return True
    kinds = {span.kind for span in understand(text).spans}
    return SpanKind.SINCE in kinds or (SpanKind.TROUBLE in kinds and len(text.split()) > FEW_WORDS)


class DetailsQuestion(Question[Details]):
    """`place` is what the text already says about the place; it is shown and may be replaced."""

    keeps_files = True

    def __init__(self, name: str, *, place: str = "", at_most: int = 10) -> None:
        super().__init__(name, label=words("label-details"))
        self.place, self.at_most = place, at_most

    def reconsidered(self, stored: Json) -> Json:
        """Keep photos and pin while the place is corrected; both can be taken back by a button of its own."""
        return {"files": stored.get("files", []), "pin": stored.get("pin"), _BEFORE: stored.get("place", "")}

    async def present(self, env: Visit, memo: Json) -> Reply | Given:
        """Return what is there so far and what may be added."""
        memo = memo or {}
        has = bool(memo.get("files") or memo.get("pin") or memo.get("place") or memo.get(_BEFORE))
        if not has:
            key = "details-ask-with-place" if self.place else "details-ask"
            paragraphs = [words(key, limit=self.at_most, place=as_read(self.place))]
        else:
            paragraphs = [self._so_far(memo), words("details-more")]
        clear = (_CLEAR,) if _BEFORE in memo and (memo.get("files") or memo.get("pin")) else ()
        return Reply(tuple(paragraphs), (_DONE, *clear), asks_pin=not memo.get("pin"))

    def _so_far(self, memo: Json) -> Words:
        parts = []
        if memo.get("files"):
            parts.append(words("details-files", files=len(memo["files"])))
        if memo.get("pin"):
            parts.append(words("details-pin"))
        if place := memo.get("place") or memo.get(_BEFORE):
            parts.append(words("details-place", place=as_read(place)))
        return words("details-so-far", what=listed_words(parts))

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Add what came; finish at the button."""
        memo = dict(memo or {})
        inbound = said.inbound
        if said.option == _CLEAR.id:
            return Again(memo={})
        if said.option is not None:
            return Answer(self._answer(memo))
        if inbound.files:
            return await self._add_files(said, env, memo)
        if inbound.pin is not None:
            return Again(memo={**memo, "pin": [inbound.pin.lat, inbound.pin.lon]})
        text = inbound.text.strip()
        if not text:
            return Again((words("details-nothing-kept"),))
        if right_or_stop(text):
            return Again((words("engine-right-or-stop"),), memo=memo)
        if goes_on(text) or is_unsure(text) or has_no_photos(text):
            return Answer(self._answer(memo))
        if len(text) > PLACE_MAX_CHARS:
            return Again((words("details-place-too-long", limit=PLACE_MAX_CHARS),))
        if fold(text) != memo.get(_DOUBTED) and not says_where(text, env):
            # Asked once: who answers so again is not held up, and who repeats the words means them.
            doubted = {**memo, _DOUBTED: fold(text)}
            return Answer(self._answer(memo)) if _DOUBTED in memo else Again((words("details-no-place"),), memo=doubted)
        return Again(memo={**memo, "place": self._told(memo, text, env)})

    def _told(self, memo: dict[str, Json], said: str, env: Visit) -> str:
        """Return the place with what was said of it; what that puts right is put right in the story as well."""
        corrected = _BEFORE in memo and "place" not in memo
        before = memo.get("place") or (memo[_BEFORE] if corrected else "") or self.place
        place = instead(before, said) if corrected else combined(before, said)
        keep_story(env.state, env, retold(str(env.state.answers.get("content", "")), before, place, said))
        forget_repeats(env.state)
        return place

    def _answer(self, memo: dict[str, Json]) -> Json:
        kept = {name: value for name, value in memo.items() if name not in {_DOUBTED, _BEFORE}}
        return {"files": [], "pin": None, "place": memo.get(_BEFORE) or self.place, **kept}

    async def _add_files(self, said: Said, env: Visit, memo: dict[str, Json]) -> Taken:
        inbound = said.inbound
        kept = list(memo.get("files", ()))
        room = self.at_most - len(kept)
        kept.extend([await keep_file(env, file) for file in inbound.files[: max(room, 0)]])
        because = () if len(inbound.files) <= room else (words("details-too-many", limit=self.at_most),)
        album = f"album-{inbound.album}" if inbound.album else ""
        return Again(
            because,
            memo={**memo, "files": kept},
            collapse=album,
            delay_seconds=ALBUM_QUIET_SECONDS if album else 0.0,
        )

    def decode(self, stored: Json) -> Details:
        """Return what was added."""
        if not isinstance(stored, dict):
            raise Undecodable(self.name)
        pin = stored.get("pin")
        return Details(tuple(stored.get("files", ())), Pin(*pin) if pin else None, as_read(stored.get("place", "")))
