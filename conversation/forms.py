"""
Forms: a conversation as a plain generator of named questions, read again from its first line after each message.

The first question without a usable answer is the one that is asked; the return value is what was collected. There
is no step to point at: back is dropping the last answer, correcting is dropping one, prefilling is putting one in.
Reason and alternatives: docs/decisions/0001-named-questions.md.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Collection, Generator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from msgspec import Struct

from conversation.codec import Json
from conversation.messages import Inbound, Option, Reply, Words, words

T = TypeVar("T")
R = TypeVar("R")

Outline: TypeAlias = "Generator[Question[Any], Any, R]"
"""What a form's function returns: a generator that yields questions and returns what was collected."""


class Undecodable(Exception):
    """A stored answer is of a shape that the question no longer takes: it is asked again."""


class Answer(Struct, frozen=True):
    """The message answers the question: `stored` goes into the row."""

    stored: Json


class Again(Struct, frozen=True):
    """The message does not answer yet: say these words, then ask again with these options, if any are given."""

    because: tuple[Words, ...] = ()
    options: tuple[Option, ...] | None = None
    memo: Json = None
    """Kept for the next try, for instance nine of ten photos."""
    silent: bool = False
    """Keep the memo, say nothing: the next item of an album is on its way."""
    collapse: str = ""
    delay_seconds: float = 0.0


class Given(Struct, frozen=True):
    """Nothing needs to be asked: this is the answer (no likely repeat was found, for instance)."""

    stored: Json


Taken: TypeAlias = Answer | Again


class Said(Struct, frozen=True):
    """What a message means to the question asked: the option it picks, or none, and the message itself."""

    inbound: Inbound
    option: str | None = None
    near: tuple[Option, ...] = ()
    """Options whose label resembles what was typed."""


class Question(ABC, Generic[T]):
    """
    One named question. `name` is its key in the row: renaming it asks once more, that is the whole migration.

    `proposed` is the stored form of an answer that the text already gave: it is not asked but shown in the
    summary, where the person confirms or corrects it. `label` names the answer in the list of what can be
    corrected; without a label it cannot be picked there.
    """

    keeps_files = False
    """Whether its answer holds the files that came with it."""
    free = False
    """Whether any words are an answer: then nothing that is typed is taken for a word to us."""
    brief: Words | None = None
    """How it is asked again behind another sentence, where the whole would be long to read twice."""

    def __init__(
        self, name: str, *, ask: Words | None = None, label: Words | None = None, proposed: Json = None
    ) -> None:
        self.name = name
        self.ask = ask or words(f"ask-{name}")
        self.label = label
        self.proposed = proposed

    def __iter__(self) -> Generator[Question[T], T, T]:
        return (yield self)

    async def present(self, env: Any, memo: Json) -> Reply | Given:
        """Return how it is asked now, or what makes asking needless. May look things up through `env`."""
        return Reply((self.ask,))

    def reconsidered(self, stored: Json) -> Json:
        """Return the memo with which it is asked again to correct this answer: None to begin anew."""
        return None

    @abstractmethod
    async def take(self, said: Said, env: Any, memo: Json) -> Taken:
        """Return the answer in the message, or why there is none yet."""

    @abstractmethod
    def decode(self, stored: Json) -> T:
        """Return the value of a stored answer or raise `Undecodable`."""


class Completed(Struct, Generic[R], frozen=True):
    """Every question has its answer; this is what was collected."""

    value: R


class Reading(Generic[R]):
    """
    One reading of a form: what is next, and the questions passed on the way in their order.

    A question is next when it has no answer, or one that no longer decodes, and no proposal; a proposal counts
    as an answer unless the question is in `wanted` (the person asked to correct it).
    """

    __slots__ = ("_outline", "next", "passed")

    def __init__(self, outline: Outline[R], answers: Mapping[str, Json], wanted: Collection[str]) -> None:
        self._outline = outline
        self.passed: list[Question[Any]] = []
        self.next: Question[Any] | Completed[R] = self._turned(None)
        self.go_on(answers, wanted)

    def go_on(self, answers: Mapping[str, Json], wanted: Collection[str]) -> None:
        """Pass the question that is next, if it has its answer now; those that were passed must have kept theirs."""
        while not isinstance(question := self.next, Completed):
            stored = answers.get(question.name, None if question.name in wanted else question.proposed)
            if stored is None:
                return
            try:
                value = question.decode(stored)
            except Undecodable:
                return
            self.passed.append(question)
            self.next = self._turned(value)

    def _turned(self, value: Any) -> Question[Any] | Completed[R]:
        try:
            return self._outline.send(value)
        except StopIteration as stop:
            return Completed(stop.value)


@dataclass(frozen=True, slots=True)
class Form(Generic[R]):
    """A conversation: its outline (facts in, questions out) and what happens when it is complete."""

    name: str
    outline: Callable[..., Outline[R]]
    complete: Callable[[Any, Any], Any]
    """`async (value, env) -> list[Reply]`, run inside the message's transaction."""
    facts: Callable[..., Any]
    """`async (args, env) -> facts`: what the outline is told, looked up before it is read."""
    absorb: Callable[[State, Question[Any], Said, Any], Awaitable[tuple[Words, ...] | None]] | None = None
    """
    Keeps what the question asked has no use for: more of the story, a photo that comes early. Returns what to
    say of it, or None when the message was none of that. Nobody has to say a thing twice.
    """
    aside: Callable[[State, Question[Any], Inbound, Any], Awaitable[tuple[Words, ...] | None]] | None = None
    """
    Answers what is asked back instead of an answer ("sao phải biết xã?"); the question is asked again behind it.
    None when the message was none of that.
    """
    kept: frozenset[str] = frozenset()
    """Questions that going back never drops: the first message of a petition."""
    gives_way: Callable[[str, str], bool] | None = None
    """
    `(text, name of the question asked)`: whether words are no answer but a wish that puts the form aside. They are
    heard as if nothing were asked.
    """


def read(outline: Outline[R], answers: Mapping[str, Json], wanted: Collection[str] = ()) -> Reading[R]:
    """Read a form from the top with the stored answers."""
    return Reading(outline, answers, wanted)


class Shown(Struct, array_like=True):
    """What the person saw last: the question and its options in order. "2" means the second of these."""

    question: str
    options: tuple[Option, ...] = ()


class State(Struct, omit_defaults=True):
    """What a conversation row holds. `run` counts the forms begun in this chat and stands in every button."""

    form: str = ""
    args: dict[str, Json] = {}
    answers: dict[str, Json] = {}
    memo: dict[str, Json] = {}
    wanted: list[str] = []
    shown: Shown | None = None
    run: int = 0
    parked: dict[str, Json] | None = None
    """A form that was cancelled or interrupted and can be taken up again."""
    quiet_until: int = 0
    """Until this moment (milliseconds since 1970) a human of ours has the word and the bot says nothing by itself."""
    voice: str = ""
    """How who told the last matter is spoken to (see `conversation/voices.py`), '' as everybody."""
