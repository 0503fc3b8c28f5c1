"""The kinds of question that any conversation may use: Choice, Text, Details (words, files and a pin), Confirm."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from conversation.codec import Json
from conversation.forms import Again, Answer, Given, Question, Said, Taken, Undecodable
from conversation.heard import agreed_before_sending, agrees, confirms, goes_on, right_or_stop
from conversation.messages import Option, Reply, Words, words
from conversation.recognise import label_of
from matching.text import fold, nfc
from texts import LANGUAGES

FIX = "fix"
STOP = "stop"
YES = "yes"
"""Stored by no one: a Confirm turns them into correcting and cancelling, which the engine does."""


class Correct(Again, frozen=True):
    """The person wants to correct an answer: the engine lists them."""


class Stop(Again, frozen=True):
    """The person does not want to go on: the engine cancels the form."""


class Choice(Question[str]):
    """One of several options; the answer is the option's id. `suggested` is what a plain yes means."""

    def __init__(
        self,
        name: str,
        options: Sequence[Option],
        *,
        ask: Words | None = None,
        label: Words | None = None,
        proposed: str | None = None,
        suggested: str | None = None,
        brief: Words | None = None,
    ) -> None:
        super().__init__(name, ask=ask, label=label, proposed=proposed)
        self.options = tuple(options)
        self._ids = [option.id for option in options]
        self.suggested = suggested
        self.brief = brief

    async def present(self, env: Any, memo: Json) -> Reply | Given:
        """Return the question with all its options."""
        return Reply((self.ask,), self.options)

    async def take(self, said: Said, env: Any, memo: Json) -> Taken:
        """Take the picked option; a message that resembles some gets those offered."""
        if said.option is not None:
            return Answer(said.option)
        text = said.inbound.text
        if right_or_stop(text):
            return Again((words("engine-right-or-stop"),))
        if (agreed := agreed_before_sending(text, self.options)) is not None:
            return Answer(agreed.id)
        if self.suggested is not None and (agrees(text) or confirms(text)):
            return Answer(self.suggested)
        if said.near:
            return Again((words("engine-did-you-mean"),), _first(said.near, self.options))
        if self.brief is not None and confirms(text):
            return Again((self.brief,))  # "gửi đi": nothing is unclear, only this has to be answered first
        return Again((words("engine-choose-one"),))

    def decode(self, stored: Json) -> str:
        """Return the option's id if it is still one of the options."""
        if stored not in self._ids:
            raise Undecodable(self.name)
        return str(stored)


def _first(near: Sequence[Option], options: Sequence[Option]) -> tuple[Option, ...]:
    ids = {option.id for option in near}
    return tuple(near) + tuple(option for option in options if option.id not in ids)


class LongChoice(Choice):
    """The likely options first; a button shows the rest. A label of the rest can be typed at once."""

    def __init__(
        self,
        name: str,
        likely: Sequence[Option],
        rest: Sequence[Option],
        *,
        ask: Words | None = None,
        label: Words | None = None,
        proposed: str | None = None,
    ) -> None:
        super().__init__(name, (*likely, *rest), ask=ask, label=label, proposed=proposed)
        self.likely = tuple(likely)

    async def present(self, env: Any, memo: Json) -> Reply | Given:
        """Return the likely options, or all of them once the person asked for more."""
        if memo == "all" or len(self.likely) == len(self.options):
            return Reply((self.ask,), self.options)
        return Reply((self.ask,), (*self.likely, Option("more", words("button-more"))))

    async def take(self, said: Said, env: Any, memo: Json) -> Taken:
        """Take an option; a typed label of the rest counts as well."""
        if said.option == "more":
            return Again(memo="all")
        if said.option is None:
            typed = fold(said.inbound.text)
            named = [option.id for option in self.options if typed and typed in names_of(option)]
            if len(named) == 1:
                return Answer(named[0])
        return await super().take(said, env, memo)


def names_of(option: Option) -> set[str]:
    """Return a label in every language, folded, and the parts of one that lists several ("Giao thông, cầu đường")."""
    labels = [label_of(option.label, language) for language in LANGUAGES]
    return {fold(part) for label in labels for part in (label, *re.split("[,;]", label))}


SKIP = Option("skip", words("button-skip"))


class Text(Question[str]):
    """
    Words of the person's own, kept as written.

    `parse` turns a text into the stored form or raises `ValueError` with a text key. An optional question has a
    button to skip it; the answer is then ''.
    """

    takes_any_word = False
    """Whether a word that may be "right" or "stop" is an answer: "Dung" is a name."""

    def __init__(
        self,
        name: str,
        *,
        ask: Words | None = None,
        label: Words | None = None,
        proposed: str | None = None,
        min_chars: int = 1,
        max_chars: int = 4_000,
        optional: bool = False,
        parse: Callable[[str], str] | None = None,
        options: Sequence[Option] = (),
    ) -> None:
        super().__init__(name, ask=ask, label=label, proposed=proposed)
        self.min_chars, self.max_chars, self.parse = min_chars, max_chars, parse
        self.free = parse is None
        self.optional = optional
        self.options = (*options, *((SKIP,) if optional else ()))

    async def present(self, env: Any, memo: Json) -> Reply | Given:
        """Return the question, with its button to skip when it is optional."""
        return Reply((self.ask,), self.options)

    async def take(self, said: Said, env: Any, memo: Json) -> Taken:
        """Take the text if its length is right and it parses."""
        if said.option == SKIP.id and self.optional:
            return Answer("")
        if said.option is not None:
            return Answer(said.option)
        text = nfc(said.inbound.text or said.inbound.phone).strip()
        if right_or_stop(text) and not self.takes_any_word:
            return Again((words("engine-right-or-stop"),))
        if len(text) < self.min_chars:
            return Again((words("engine-text-too-short" if text else "engine-text-needed"),))
        if len(text) > self.max_chars:
            return Again((words("engine-text-too-long", length=len(text), limit=self.max_chars),))
        if self.parse is None:
            return Answer(text)
        try:
            return Answer(self.parse(text))
        except ValueError as problem:
            return Again((words(str(problem)),))

    def decode(self, stored: Json) -> str:
        """Return the text."""
        if not isinstance(stored, str):
            raise Undecodable(self.name)
        return stored


class OwnWords(Text):
    """Words that somebody will read. "xong" or "gửi" are none: nobody is told that, and no reason is given by it."""

    async def take(self, said: Said, env: Any, memo: Json) -> Taken:
        """Take the text unless it only lets go."""
        if said.option is None and not self.optional and goes_on(said.inbound.text):
            return Again((words("engine-words-needed"), self.ask))
        return await super().take(said, env, memo)


class Confirm(Question[bool]):
    """Everything collected, shown for a last look: send it, correct an answer, or stop."""

    def __init__(
        self,
        name: str,
        *,
        shows: Sequence[Words] | Callable[[], Sequence[Words]],
        send: Words | None = None,
        stop: Words | None = None,
        fix: bool = True,
    ) -> None:
        """`shows` may be a function, called when it is asked: a form is read far oftener than it ends."""
        super().__init__(name, ask=words("engine-confirm"))
        self.shows = shows
        self.closing = (self.ask,) if fix else ()
        self.options = (
            Option(YES, send or words("button-confirm-send"), style="primary"),
            *((Option(FIX, words("button-confirm-fix")),) if fix else ()),
            Option(STOP, stop or words("button-confirm-stop")),
        )

    async def present(self, env: Any, memo: Json) -> Reply | Given:
        """Return the summary."""
        shows = self.shows() if callable(self.shows) else self.shows
        return Reply((*shows, *self.closing), self.options)

    async def take(self, said: Said, env: Any, memo: Json) -> Taken:
        """Take the decision; anything else is asked again."""
        if said.option == FIX:
            return Correct()
        if said.option == STOP:
            return Stop()
        if said.option is not None or confirms(said.inbound.text):
            return Answer(True)
        return Again((words("engine-choose-one"),))

    def decode(self, stored: Json) -> bool:
        """Return True."""
        if stored is not True:
            raise Undecodable(self.name)
        return True
