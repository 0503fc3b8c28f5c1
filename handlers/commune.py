"""The question in which commune something happens: by name old or new, by pin, or by province and list."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

from conversation import heard
from conversation.codec import Json
from conversation.forms import Again, Answer, Given, Question, Said, Taken, Undecodable
from conversation.messages import Option, Pin, Reply, Words, words
from conversation.patterns import any_of, folded_words
from conversation.whereabouts import names_no_place
from domain.units import CENTRE, inside
from handlers.labels import listed_words
from handlers.spots import spots
from handlers.visit import Visit
from matching.places import (
    Gazetteer,
    PlaceReading,
    Unit,
    Why,
    communes_in_order,
    find_commune,
    nearest_communes,
    provinces_in_order,
)
from matching.places.reading import NOTHING
from matching.text import fold, nfc
from matching.understanding import may_be_trouble

PAGE = 8
"""Units on one page of a list: more is hard to survey on a phone."""

ANSWER_MAX_CHARS = 60
"""A longer text is not the name of a place but more of the story."""

SURE_SCORE = 0.9
"""A name that was typed with a slip scores less: it is asked back."""


@functools.cache
def _before_province() -> re.Pattern[str]:
    where = any_of("heard-in")
    return re.compile(rf"^(?:{where} )?{any_of('heard-province-type')} |^{where} ")


_ENGLISH_ORDER = re.compile(r"\b((?:[^\W\d_a-z]\w*\s+){1,4})(commune|ward)\b")
_TYPES = {"commune": "xa", "ward": "phuong"}

_ASK, _LABEL = words("commune-ask"), words("label-commune")
_RIGHT = Option("right", words("commune-right"))
_OTHER = Option("other", words("commune-other"))
_BY_PROVINCE = Option("by-province", words("commune-by-province"))
_MORE = Option("more", words("commune-more"))


def vietnamese_order(text: str) -> str:
    """Return "xa Quang Dien" for "Quang Dien commune": places are read in the order of Vietnamese."""
    if not any(named in text for named in _TYPES):
        return text
    return _ENGLISH_ORDER.sub(lambda found: f"{_TYPES[found[2].casefold()]} {found[1].strip()}", text)


def unit_words(gazetteer: Gazetteer, code: str) -> Words:
    """Return "Xã Quảng Điền, thành phố Huế" of a commune's code, the province, or the centre, to begin a line."""
    if code == CENTRE:
        return words("unit-centre")
    position = gazetteer.position(code)
    if position is None:
        return words("unit-alone", unit=gazetteer.provinces[code].full_name)
    commune = gazetteer.communes[position]
    return words("unit-in-province", unit=commune.full_name, province=_province_inside(gazetteer, commune))


def unit_inside(gazetteer: Gazetteer, code: str) -> Words:
    """Return the same as it stands inside a sentence: "xã Quảng Điền, thành phố Huế"."""
    if code == CENTRE:
        return words("unit-centre")
    position = gazetteer.position(code)
    if position is None:
        return words("unit-alone", unit=inside(gazetteer.provinces[code].full_name))
    commune = gazetteer.communes[position]
    return words("unit-in-province", unit=inside(commune.full_name), province=_province_inside(gazetteer, commune))


def _province_inside(gazetteer: Gazetteer, commune: Unit) -> str:
    return inside(gazetteer.provinces[str(commune.province_code)].full_name)


def body_words(gazetteer: Gazetteer, organisation: Words, code: str | None) -> Words:
    """Return "Mặt trận xã Quảng Điền, thành phố Huế" of a body; None is everywhere."""
    unit = words("unit-any") if code is None else unit_inside(gazetteer, code)
    return words("body-of-unit", organisation=organisation, unit=unit)


@functools.lru_cache(256)
def read_answer(gazetteer: Gazetteer, said: str, province: str | None) -> PlaceReading:
    """Return what an answer names; one message is asked whether that was offered, which it is, and if it tells more."""
    return find_commune(gazetteer, said, province_code=province)


class Commune(Question[str]):
    """
    The answer is a commune's code.

    `reading` is what the petition's text names, `preset` what a link gave, `before` where the person's last one was.

    `guess` is the key of the question whether the one that was found is meant. What a text or pin suggests is offered,
    never taken; only a present name typed as the answer is.
    """

    def __init__(
        self,
        name: str,
        reading: PlaceReading,
        *,
        preset: str | None = None,
        near: str | None = None,
        before: str | None = None,
        ask: Words | None = None,
        guess: str = "commune-guess",
    ) -> None:
        super().__init__(name, ask=ask or _ASK, label=_LABEL)
        self.reading, self.preset, self.near, self.before, self.guess = reading, preset, near, before, guess

    async def present(self, env: Visit, memo: Json) -> Reply | Given:
        """Return the question as far as it has got: guess, several, provinces, communes of one province."""
        gazetteer = env.services.gazetteer()
        memo = memo or self._first_memo(env)
        match memo["step"]:
            case "choose":
                return self._choose(gazetteer, memo)
            case "province":
                return self._page(
                    provinces_in_order(gazetteer.provinces.values()), memo, words("commune-which-province")
                )
            case "communes":
                listed = communes_in_order(gazetteer.communes, memo["province"])
                province = inside(gazetteer.provinces[memo["province"]].full_name)
                return self._page(listed, memo, words("commune-which-of", province=province))
            case _:
                return Reply((self.ask,), (_BY_PROVINCE,), asks_pin=True)

    def _first_memo(self, env: Visit) -> Json:
        if self.preset:
            return {"step": "choose", "codes": [self.preset]}
        if self.reading.candidates and (self.reading.decision or self.reading.ambiguous):
            return from_reading(self.reading)
        early = (env.state.memo.get("details") or {}).get("pin")
        # Who has pointed at the place already is asked which commune that is, and not for its name.
        codes = _codes_near(env, Pin(*early)) if early else []
        if not codes and self.before and env.services.gazetteer().position(self.before) is not None:
            codes = [self.before]
        return {"step": "choose", "codes": codes} if codes else {"step": "open"}

    def _choose(self, gazetteer: Gazetteer, memo: Json) -> Reply:
        codes: list[str] = memo["codes"]
        options = tuple(Option(code, unit_words(gazetteer, code)) for code in codes)
        if len(codes) > 1:
            return Reply((words("commune-several"),), (*options, _OTHER))
        unit = unit_inside(gazetteer, codes[0])
        ask = words(self.guess, unit=unit)
        if memo.get("former"):
            ask = words("commune-guess-former", former=_former_words(memo["former"]), unit=unit)
        return Reply((ask,), (Option(codes[0], words("commune-right")), _OTHER))

    def _page(self, units: Sequence[Unit], memo: Json, ask: Words) -> Reply:
        start = memo.get("page", 0) * PAGE
        shown = tuple(
            Option(unit.code, words("unit-alone", unit=unit.full_name)) for unit in units[start : start + PAGE]
        )
        more = (_MORE,) if start + PAGE < len(units) else ()
        return Reply((ask,), (*shown, *more, _OTHER))

    async def take(self, said: Said, env: Visit, memo: Json) -> Taken:
        """Take a code that was picked, a name or a pin; pages and lists are kept in the memo."""
        gazetteer = env.services.gazetteer()
        memo = memo or self._first_memo(env)
        if said.option == "other" and not said.inbound.choice and heard.has_no_photos(said.inbound.text):
            presented = await self.present(env, memo)  # "ko co anh" begins as a no does, and answers another question
            asked = presented.paragraphs if isinstance(presented, Reply) else ()
            return Again((words("aside-no-photos"), *asked), memo=memo)
        if said.option is not None:
            return self._picked(said.option, memo)
        if said.inbound.pin is not None:
            return self._pinned(env, said.inbound.pin)
        text = said.inbound.text.strip()
        if not text or len(text) > ANSWER_MAX_CHARS:
            return Again((words("commune-not-understood"),))
        if heard.is_unsure(text):
            return Again((words("commune-unsure"),), memo={"step": "open"})
        offered = _only_one(memo)
        if offered is not None and heard.agreed_before_sending(text, (_RIGHT,)) is not None:
            return Answer(offered)
        if heard.is_plain(text):
            return await self._plain(text, env, memo)
        if text.isdecimal():  # the number of a list that is gone: no place is called so
            return Again((words("commune-which-one" if _several(memo) else "commune-not-understood"),), memo=memo)
        if offered is not None and (_names(gazetteer, text, offered) or _is_in(gazetteer, text, offered)):
            return Answer(offered)
        if not text.isascii() and names_no_place(text):
            # Without marks it may be the name of a place: "cai dau" is Cái Dầu as well as "cái đầu".
            return Again(() if memo["step"] == "choose" else (words("commune-not-understood"),), memo=memo)
        taken = self._named(gazetteer, text, memo)
        if isinstance(taken, Answer):
            _keep_where(env, text, str(taken.stored))
        return taken

    async def _plain(self, text: str, env: Visit, memo: Json) -> Again:
        """No place is called "đúng", a yes to several names none, and "gửi đi" hears that this must be known first."""
        if heard.right_or_stop(text):
            return Again((words("engine-right-or-stop"),), memo=memo)
        if heard.agrees(text) or not heard.confirms(text):
            return Again((words("commune-which-one"),) if _several(memo) else (), memo=memo)
        presented = await self.present(env, memo)
        asked = presented.paragraphs if isinstance(presented, Reply) else ()
        return Again((words("commune-before-sending"), *asked), memo=memo)

    def _picked(self, option: str, memo: Json) -> Taken:
        if option == "other":
            return Again(memo={"step": "open"})
        if option == "by-province":
            return Again(memo={"step": "province", "page": 0})
        if option == "more":
            return Again(memo={**memo, "page": memo.get("page", 0) + 1})
        if memo["step"] == "province":
            return Again(memo={"step": "communes", "province": option, "page": 0})
        return Answer(option)

    def _pinned(self, env: Visit, pin: Pin) -> Taken:
        codes = _codes_near(env, pin)
        if not codes:
            return Again((words("commune-pin-outside"),), memo={"step": "open"})
        return Again(memo={"step": "choose", "codes": codes})

    def _named(self, gazetteer: Gazetteer, text: str, memo: Json) -> Taken:
        codes = memo.get("codes", ())
        by_name = [code for code in codes if is_name_of(gazetteer, code, text)] if len(codes) > 1 else []
        if len(by_name) == 1:
            return Again(memo={"step": "choose", "codes": by_name})
        reading = self._read(gazetteer, text, memo)
        told_apart = [] if reading.decision else _told_apart(gazetteer, codes, text)
        if len(told_apart) == 1:
            return Again(memo={"step": "choose", "codes": told_apart})
        if len(told_apart) > 1:  # "Bình Dương cũ" is said of several of those that were offered
            return Again((words("commune-which-one"),), memo={**memo, "codes": told_apart})
        if not reading.candidates:
            if province := province_named(gazetteer, text):
                return Again(memo={"step": "communes", "province": province, "page": 0})
            if heard.ends_as_question(text):
                return Again((words("commune-not-understood"),) if not codes else (), memo=memo)
            if codes:  # what was offered stays
                return Again((words("commune-not-in-list", text=text),), memo=memo)
            return Again((words("commune-not-found", text=text),), memo={"step": "open"})
        best = reading.candidates[0]
        sure = reading.decision and best.why is Why.CURRENT_NAME and best.score >= SURE_SCORE
        if reading.decision and sure and not may_be_trouble(text):
            return Answer(reading.decision)
        return Again(memo=from_reading(reading))

    def _read(self, gazetteer: Gazetteer, text: str, memo: Json) -> PlaceReading:
        """Read a name, in the province that the story told of where there is such a name in it."""
        said = vietnamese_order(text)
        province = memo.get("province") or self.near
        told = {province_of(gazetteer, candidate.code) for candidate in self.reading.candidates}
        if province is None and len(told) == 1:
            there = read_answer(gazetteer, said, next(iter(told)))
            if there.decision or there.ambiguous:
                return there
        return read_answer(gazetteer, said, province)

    def decode(self, stored: Json) -> str:
        """Return the code."""
        if not isinstance(stored, str) or len(stored) != 5:
            raise Undecodable(self.name)
        return stored


def _keep_where(env: Visit, text: str, code: str) -> None:
    """Put "ngõ 5 thôn Hạ Lang xã Quảng Điền" behind the story: who is asked for the commune says the alley as well."""
    story = env.state.answers.get("content")
    if story and says_where_in_it(env.services.gazetteer(), text, [code]):
        env.state.answers["content"] = f"{story}\n{text}"


def says_where_in_it(gazetteer: Gazetteer, text: str, codes: Sequence[str]) -> bool:
    """Tell whether a text names a place inside one of these communes; "xã Chợ Mới" is no market."""
    said = [fold(span.text) for span in spots(nfc(text))]
    if not said:
        return False
    places = (gazetteer.position(code) for code in codes)
    names = [fold(gazetteer.communes[place].full_name) for place in places if place is not None]
    return any(not any(one in name or name.partition(" ")[2] in one for name in names) for one in said)


def _codes_near(env: Visit, pin: Pin) -> list[str]:
    """Return the communes that a pin may be in, the likeliest first; none outside the country."""
    found = nearest_communes(env.services.gazetteer(), pin.lat, pin.lon, polygons=env.services.polygons())
    return [guess.code for guess in found]


def _several(memo: Json) -> bool:
    return memo["step"] == "choose" and len(memo["codes"]) > 1


def _only_one(memo: Json) -> str | None:
    """Return the commune that is offered alone, None while none or several are."""
    codes: list[str] = memo["codes"] if memo["step"] == "choose" else []
    return codes[0] if len(codes) == 1 else None


SAID_AGAIN_WORDS: Final = 7
"""So many words at most say a name again that was offered: "đã bảo Quảng Điền rồi"."""


def _names(gazetteer: Gazetteer, text: str, code: str) -> bool:
    """Whether a commune is named: "ở xã Quảng Điền chứ đâu" says yes to it, "không phải Quảng Điền" does not."""
    if _says_again(gazetteer, text, code):
        return True
    return with_its_marks(gazetteer, text, read_answer(gazetteer, vietnamese_order(text), None)).decision == code


def _says_again(gazetteer: Gazetteer, text: str, code: str) -> bool:
    if not heard.mentions(text, "heard-said-again") or heard.mentions(text, "heard-not"):
        return False
    position = gazetteer.position(code)
    name = fold(gazetteer.communes[position].name) if position is not None else ""
    words = fold(text).split()
    return bool(name) and len(words) <= SAID_AGAIN_WORDS and f" {name} " in f" {' '.join(words)} "


def is_name_of(gazetteer: Gazetteer, code: str, text: str) -> bool:
    """Tell whether a text is the name of a commune, with "xã" or without, and nothing else."""
    position = gazetteer.position(code)
    if position is None:
        return False
    commune = gazetteer.communes[position]
    return fold(text) in {fold(commune.name), fold(commune.full_name)}


def _told_apart(gazetteer: Gazetteer, codes: Sequence[str], text: str) -> list[str]:
    """Return those of several communes offered that "ở Đà Nẵng", "Quảng Nam cũ" may mean."""
    meant = []
    for code in codes if len(codes) > 1 else ():
        position = gazetteer.position(code)
        if position is not None:
            name = gazetteer.communes[position].full_name
            meant += [code] * (find_commune(gazetteer, f"{name}, {text}").decision == code)
    return meant


def province_named(gazetteer: Gazetteer, text: str) -> str | None:
    """Return the code of the province that the text is the name of, and nothing else."""
    return _province_names(gazetteer).get(_before_province().sub("", fold(text)))


@functools.lru_cache(4)
def _province_names(gazetteer: Gazetteer) -> dict[str, str]:
    return {_before_province().sub("", fold(p.full_name)): p.code for p in gazetteer.provinces.values()}


def with_its_marks(gazetteer: Gazetteer, text: str, reading: PlaceReading) -> PlaceReading:
    """
    Return what a story names, nothing where its words only sound like the name: "cái đầu" is no Cái Dầu.

    A type ("xã") or the province beside it vouches for a name that was written with wrong marks; who is asked for the
    commune means one anyhow.
    """
    if reading.decision is None or text.isascii() or reading.candidates[0].score >= SURE_SCORE:
        return reading
    best, folded = reading.candidates[0], f" {fold(text)} "
    position = gazetteer.position(best.code)
    if position is None or heard.mentions(text, "heard-unit-type"):
        return reading
    commune = gazetteer.communes[position]
    province = gazetteer.provinces[str(commune.province_code)]
    vouched = any(f" {fold(name)} " in folded for name in (province.name, best.former_district) if name)
    same_letters = f" {fold(best.former_name or commune.name)} " in folded
    return NOTHING if same_letters and not vouched else reading


def only_commune(gazetteer: Gazetteer, text: str, reading: PlaceReading) -> str | None:
    """Return the likeliest commune whose name, with its province or not, is all of the text; None for all else."""
    if not (reading.decision or reading.ambiguous) or len(text) > ANSWER_MAX_CHARS:
        return None
    best = reading.candidates[0]
    code = reading.decision or best.code
    position = gazetteer.position(code)
    names = [best.former_name, best.former_district]
    if position is not None:
        commune = gazetteer.communes[position]
        names += [commune.full_name, gazetteer.provinces[str(commune.province_code)].full_name]
    known = {word for name in names if name for word in fold(name).split()}
    known |= folded_words("heard-in", "heard-province-type", "heard-beside-unit")
    return code if set(fold(text).split()) <= known else None


def _is_in(gazetteer: Gazetteer, text: str, code: str) -> bool:
    """Tell whether a text is the province of the commune that was offered, and nothing else: a yes in other words."""
    return province_named(gazetteer, text) == province_of(gazetteer, code)


def province_of(gazetteer: Gazetteer, commune: str) -> str:
    """Return the code of a commune's province, '' for a commune that there is not."""
    position = gazetteer.position(commune)
    return str(gazetteer.communes[position].province_code) if position is not None else ""


def _former_words(former: str) -> Words:
    """Return a former name with its district; a number alone is said as what it numbers: "Phường 5, Quận 3"."""
    kinds = ("former-ward", "former-district")
    return listed_words(
        [
            words(kind if part.isdecimal() else "unit-alone", unit=part)
            for kind, part in zip(kinds, former.split(", "), strict=False)
        ]
    )


def from_reading(reading: PlaceReading) -> Json:
    """Return the memo that offers what a text names: whether it is this one, or which of several."""
    codes = [reading.decision] if reading.decision else list(dict.fromkeys(c.code for c in reading.candidates))
    best = reading.candidates[0]
    former = ", ".join(dict.fromkeys(filter(None, (best.former_name, best.former_district))))
    return {"step": "choose", "codes": codes, "former": former if best.why is Why.FORMER_NAME else ""}
