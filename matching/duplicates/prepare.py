"""What is computed once per report, so that comparing two costs microseconds."""

from __future__ import annotations

import functools
from itertools import pairwise

from msgspec import Struct

from matching.duplicates.guesses import guessed_names
from matching.duplicates.keys import all_keys
from matching.duplicates.kin import Signs, signs
from matching.duplicates.marks import Place, Word, read_places
from matching.duplicates.phrasebook import look_up, meanings
from matching.duplicates.rarity import ordinary
from matching.duplicates.relations import Meant, Typed, accent_key
from matching.duplicates.scenes import told_in
from matching.duplicates.tables import rows
from matching.duplicates.values import Report
from matching.outcome import Cues, read_cues
from matching.reading import Reading, read
from matching.reading.joining import read_joined
from matching.reading.terms import terms_of
from matching.text import strip_marks
from matching.understanding.subjects import SUBJECTS, Table, probabilities

_new = tuple.__new__  # what Word(...) ends in; half of the time that it takes, and there are many
_MOST_CHARACTERS = 4_000
_MOST_WORDS = 400
_LONGEST_WORD = 24
_WORDING_CHARACTERS = 600
_LARGEST_SAID = 200
TELLING = 2.3  # nats: a word that nine of ten ordinary complaints lack
NAME = "name"  # the kind of a name that no head says what it names
_UNHEARD = 5.0  # nats: a pair that ordinary complaints hardly know
_SPELT_BY_INITIALS = 3  # words of a name that people write by its first letters
_LIKELY_TOPIC = 0.02
_COUNTED = frozenset({"dong", "m2", "km", "ha", "sao", "kg", "household"})
_BESIDE = 6  # words between a thing and what is wrong with it


class Prepared(Struct, frozen=True):
    """
    A report with its features, all folded. Equal reports give equal features; nothing depends on other reports.

    Attributes:
        words, pairs: syllables; neighbours ("den duong").
        wording, content: the text in one line: whole; without names of places and everyday words.
        meanings: "=" and the code of a group of relations.tsv -> how sure (0..1).
        objects, troubles: the meanings of these roles that are not part of a place's name.
        things: the objects that are no venues.
        venues: the meanings that say where rather than what: a road, a school.
        amounts: sums of money and sizes: "dong:1500000".
        units: what is told, apart from names of places and everyday words: meanings, and words that have none.
        aspects: a thing and what is wrong with it, where they stand together ("=den duong>=tat").
        scenes, harms: scene, and what is wrong -> how much of the text speaks for it.
        subjects: subject -> share, from the meanings.
        topics: subject -> probability, from all words, the likely ones.
        places, place_words: the named places; the words of their names and of other names.
        names: the words that a capital inside a sentence shows to be names.
        called: two neighbours that capitals show to be (the beginning of) a name: "thien loc".
        guessed: two neighbours that are likely a name, in a text without capitals -> how likely (0..1).
        slots: a number and the word before it, "tổ>7", or a telling one behind it, "110<thien", unless it counts
            something ("3 tháng").
        initials: first letters of names of three words or more: "hxh" for Hồ Xuân Hương.
        numbers: every number, written as digits.
        signs: scenes and harms as the table of kin names them (kin.py).
    """

    report: Report
    words: frozenset[str]
    pairs: frozenset[str]
    wording: str
    content: str
    count: int
    meanings: dict[str, float]
    objects: frozenset[str]
    things: frozenset[str]
    troubles: frozenset[str]
    venues: frozenset[str]
    amounts: frozenset[str]
    units: frozenset[str]
    aspects: frozenset[str]
    scenes: dict[str, float]
    harms: dict[str, float]
    subjects: dict[str, float]
    topics: dict[str, float]
    places: tuple[Place, ...]
    place_words: frozenset[str]
    names: frozenset[str]
    called: frozenset[str]
    guessed: dict[str, float]
    slots: frozenset[str]
    initials: frozenset[str]
    numbers: frozenset[str]
    cues: Cues
    signs: Signs

    @property
    def keys(self) -> frozenset[str]:
        """By what the report is found again: words, meanings, marks, places; made for who counts or looks them up."""
        return all_keys(self.words, self.meanings, self.scenes, self.subjects, self.places)

    @property
    def named(self) -> dict[str, str]:
        """The names of two syllables or more that the text surely gives: first two -> kind of place, or NAME."""
        kinds = {" ".join(place.name[:2]): place.kind for place in self.places if place.sure and len(place.name) > 1}
        return dict.fromkeys(self.called, NAME) | kinds


def prepare(report: Report) -> Prepared:
    """Return the report with everything that a comparison needs. Never raises for any text."""
    is_joined = 0 < report.seam < len(report.text) <= _MOST_CHARACTERS
    reading = read_joined(report.text, report.seam) if is_joined else read(report.text[:_MOST_CHARACTERS])
    words = _words(reading)
    folded = [word.folded for word in words]
    pairs = [f"{one} {two}" for one, two in pairwise(folded)]
    typed = Typed(folded, [word.key for word in words], [word.is_open for word in words], pairs)
    phrases = look_up(typed)
    everything = meanings(phrases, typed)
    capitals = [at for at, word in enumerate(words) if word.capital]
    places, named, headed = read_places(words, {(meant.start, meant.end) for meant in everything})
    aside = named | headed
    found = [meant for meant in everything if meant.meaning.role != "-"]
    told = [meant for meant in found if meant.is_sure and not (aside and _is_within(meant, aside))]
    strengths = _strengths(found)
    objects = frozenset([meant.meaning.key for meant in told if meant.meaning.role == "o"])
    names = frozenset([folded[at] for at in capitals if not folded[at].isdigit()])
    wording = " ".join(folded)[:_WORDING_CHARACTERS]
    spoken = {at for meant in told for at in range(meant.start, meant.end)}
    guessed = {} if capitals else guessed_names(folded, pairs, headed | spoken)
    bag = frozenset(folded)
    telling = [at for at, word in enumerate(folded) if ordinary(word) >= TELLING]
    scenes, subjects = told_in(phrases.scenes, typed, named), _subjects(told or found)
    harms = told_in(phrases.harms, typed, named.union(capitals, _venue_words(found)))
    return Prepared(
        report=report,
        words=bag,
        pairs=frozenset(pairs),
        wording=wording,
        content=" ".join([folded[at] for at in telling if at not in named])[:_WORDING_CHARACTERS],
        count=len(folded),
        meanings=strengths,
        objects=objects,
        things=objects - _venues(),
        troubles=frozenset([meant.meaning.key for meant in told if meant.meaning.role == "t"]),
        venues=_venues().intersection(strengths),
        amounts=frozenset([f"{q.unit}:{q.value:g}" for q in reading.quantities if q.unit in _COUNTED]),
        units=_units(folded, telling, told, aside | spoken),
        aspects=_aspects(told),
        scenes=scenes,
        harms=harms,
        subjects=subjects,
        topics=topics(reading),
        places=tuple(dict.fromkeys(places)),
        place_words=names.union([folded[at] for at in named]),
        names=names,
        called=_called(words) if capitals else frozenset(),
        guessed=guessed,
        slots=_slots(reading, words),
        initials=_initials(words if capitals else [], places),
        numbers=frozenset([word for word in bag if not word.isalpha() and _has_digit(word)]),
        cues=read_cues(reading),
        signs=signs(scenes, harms),
    )


def _words(reading: Reading) -> list[Word]:
    """Return the words, marking capitals that no beginning of a sentence and no shouting explains."""
    tokens = reading.tokens[:_MOST_WORDS]
    big = [token.written[0].isupper() for token in tokens]
    quiet = sum(big) <= 0.6 * len(big)
    words: list[Word] = []
    for at, (start, end, written, _, expanded, plain, has_marks, number, after_break) in enumerate(tokens):
        inside = quiet and big[at] and at > 0 and not after_break
        if number is not None and number > _LARGEST_SAID and not _has_digit(written):
            # "ba tỷ" without marks is a bridge named Bà Tỵ as often as money: keep what was typed
            parts = reading.written[start:end].lower().split()
            words += [Word(strip_marks(part), inside, accent_key(part), part.isascii(), part) for part in parts]
            continue
        if end - start > _LONGEST_WORD or len(expanded) > _LONGEST_WORD or len(plain) > _LONGEST_WORD:
            key = accent_key(expanded[:_LONGEST_WORD])
            words.append(Word(plain[:_LONGEST_WORD], inside, key, not has_marks, written[:_LONGEST_WORD]))
        else:
            key = expanded if expanded.isascii() else accent_key(expanded)
            words.append(_new(Word, (plain, inside, key, not has_marks, written)))
    return words[:_MOST_WORDS]


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _is_within(meant: Meant, positions: set[int]) -> bool:
    return positions.issuperset(range(meant.start, meant.end))


@functools.cache
def _no_spots() -> frozenset[str]:
    return frozenset(strip_marks(words) for (words,) in rows("not_spots.tsv"))


@functools.cache
def _venues() -> frozenset[str]:
    return frozenset("=" + strip_marks(words) for (words,) in rows("venues.tsv"))


def _called(words: list[Word]) -> frozenset[str]:
    found: set[str] = set()
    begins = True
    for one, two in pairwise(words):
        together = one.capital and two.capital
        if together and begins:
            pair = f"{one.folded} {two.folded}"
            if ordinary(pair) >= _UNHEARD and pair not in _no_spots():
                found.add(pair)
        begins = not together
    return frozenset(found)


def _slots(reading: Reading, words: list[Word]) -> frozenset[str]:
    """Return the numbers that name something, each with a neighbour."""
    tokens = reading.tokens
    digits = [at for at, token in enumerate(tokens) if not token.written.isalpha() and _has_digit(token.written)]
    if not digits or len(words) != len(tokens):
        return frozenset()
    counted = {quantity.start for quantity in reading.quantities if quantity.unit}
    numbers = [at for at in digits if tokens[at].start not in counted]
    before = {f"{words[at - 1].folded}>{words[at].folded}" for at in numbers if at}
    after = {
        f"{words[at + 1].folded}<{words[at].folded}"
        for at in numbers
        if at + 1 < len(words) and ordinary(words[at + 1].folded) >= TELLING
    }
    return frozenset(before | after)


def _initials(words: list[Word], places: list[Place]) -> frozenset[str]:
    names = [place.name for place in places]
    run: list[str] = []
    for word in [*words, None]:
        if word is not None and word.capital:
            run.append(word.folded)
            continue
        names.append(tuple(run))
        run = []
    return frozenset(["".join([part[0] for part in name]) for name in names if len(name) >= _SPELT_BY_INITIALS])


def _units(folded: list[str], telling: list[int], told: list[Meant], covered: set[int]) -> frozenset[str]:
    words = [folded[at] for at in telling if at not in covered]
    return frozenset([*words, *[meant.meaning.key for meant in told]])


def _aspects(told: list[Meant]) -> frozenset[str]:
    things = [meant for meant in told if meant.meaning.role == "o"]
    wrong = [meant for meant in told if meant.meaning.role == "t"]
    if not things or not wrong:
        return frozenset()
    return frozenset(
        [
            f"{thing.meaning.key}>{trouble.meaning.key}"
            for thing in things
            for trouble in wrong
            if -_BESIDE <= trouble.start - thing.end <= _BESIDE
        ]
    )


def _strengths(found: list[Meant]) -> dict[str, float]:
    strengths: dict[str, float] = {}
    for meant in found:
        key = meant.meaning.key
        strengths[key] = max(meant.strength, strengths.get(key, 0.0))
    return strengths


def _venue_words(found: list[Meant]) -> list[int]:
    """Return the positions of venues, which tell of no harm: "bệnh viện" is no "bệnh"."""
    known = _venues()
    return [at for meant in found if meant.meaning.key in known for at in range(meant.start, meant.end)]


def topics(reading: Reading, table: Table | None = None) -> dict[str, float]:
    """Return the likely subjects of a text -> share, by the shipped table or another one."""
    shares = zip(SUBJECTS, probabilities(terms_of(reading).known, table), strict=True)
    return {code: round(share, 3) for code, share in shares if share >= _LIKELY_TOPIC}


def _subjects(found: list[Meant]) -> dict[str, float]:
    """Return subject -> value so that the vector has length one."""
    shares: dict[str, float] = {}
    for meant in found:
        for subject in meant.meaning.subjects:
            shares[subject] = shares.get(subject, 0.0) + meant.strength / len(meant.meaning.subjects)
    length = sum([share * share for share in shares.values()]) ** 0.5
    return {subject: share / length for subject, share in shares.items()} if length else {}
