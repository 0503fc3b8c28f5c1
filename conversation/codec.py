"""Messages and states as JSON: what the inbound, outbox and conversation rows hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, ClassVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from conversation.messages import FileKind, Inbound, Option, OutgoingFile, Reply, Value, Words

Json = Any
"""Whatever `json` can hold: the rows keep nothing else."""

_encoder = msgspec.json.Encoder()
_inbound = msgspec.json.Decoder(Inbound)


def dumps(value: Json) -> str:
    """Return compact JSON text."""
    return _encoder.encode(value).decode()


def loads(text: str | bytes) -> Json:
    """Return the value of a JSON text."""
    return msgspec.json.decode(text)


def inbound_to_json(inbound: Inbound) -> str:
    """Return the message as JSON text; `inbound_from_json` gives an equal value."""
    return _encoder.encode(inbound).decode()


def inbound_from_json(text: str | bytes) -> Inbound:
    """Return the message of a JSON text; raises `msgspec.ValidationError` when it is none."""
    return _inbound.decode(text)


def value_to_json(value: Value) -> Json:
    """Return a value of a sentence: plain, or tagged `{"k", "v"}` (words), `{"d"}` (day), `{"t"}` (moment)."""
    if isinstance(value, Words):
        return written(value)
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    return value


def value_from_json(value: Json) -> Value:
    """Undo `value_to_json`."""
    if not isinstance(value, dict):
        plain: Value = value
        return plain
    if "t" in value:
        return datetime.fromisoformat(value["t"])
    if "d" in value:
        return date.fromisoformat(value["d"])
    return words_from_json(value)


def written(words: Words) -> Words:
    """Return the sentence as the encoder can write it: itself, or a copy in which days and moments are tagged."""
    for value in words.values.values():
        if type(value) not in _PLAIN and not (type(value) is Words and written(value) is value):
            return Words(words.key, {name: value_to_json(item) for name, item in words.values.items()})
    return words


_PLAIN = frozenset({str, int, float, bool})
"""Types of values that the encoder writes as they are kept."""


def words_from_json(value: Json) -> Words:
    """Undo `words_to_json`."""
    return Words(value["k"], {name: value_from_json(item) for name, item in value.get("v", {}).items()})


def written_option(option: Option) -> Option:
    """Return the option as the encoder can write it, `[id, label, choice, style, about]`: see `written`."""
    if not option.label.values:  # as of most
        return option
    label = written(option.label)
    return option if label is option.label else replace(option, label=label)


def option_from_json(value: Json) -> Option:
    """Undo `option_to_json`."""
    return Option(value[0], words_from_json(value[1]), *value[2:])


def revive(words: Words) -> None:
    """Make values of a decoded sentence what they were: words, days and moments are still their JSON."""
    for name, value in words.values.items():
        if isinstance(value, dict):
            words.values[name] = value_from_json(value)


class Packed(Struct, frozen=True):
    """
    A message kept as the value that it says, and made into sentences when it is read: thousands are queued at once.

    `kind` names the function of `UNPACKERS` that makes the message of the value's JSON.
    """

    kind: str
    value: object
    collapse: ClassVar[str] = ""
    delay_seconds: ClassVar[int] = 0


UNPACKERS: dict[str, Callable[[bytes], Reply]] = {}
"""By kind: filled by the modules that word those values, when they are imported."""


class _ReplyRow(Struct, omit_defaults=True):
    """A reply as its row holds it: what is not said is left out, and the delay is the row's business."""

    p: tuple[Words, ...]
    o: tuple[Option, ...] = ()
    f: tuple[OutgoingFile, ...] = ()
    pin: bool = False
    phone: bool = False
    c: str = ""
    y: str = ""
    t: Words | None = None
    e: bool = False
    m: tuple[tuple[str, Words], ...] | None = None


def reply_to_json(reply: Reply | Packed) -> str:
    """Return the message as the outbox keeps it."""
    if isinstance(reply, Packed):
        return f'{{"x":"{reply.kind}","d":{_encoder.encode(reply.value).decode()}}}'
    return dumps(
        _ReplyRow(
            tuple(map(written, reply.paragraphs)),
            tuple(map(written_option, reply.options)),
            reply.files,
            reply.asks_pin,
            reply.asks_phone,
            reply.collapse,
            reply.voice,
            None if reply.title is None else written(reply.title),
            reply.erases,
            None if reply.menu is None else tuple([(name, written(what)) for name, what in reply.menu]),
        )
    )


def reply_from_json(text: str | bytes) -> Reply:
    """Undo `reply_to_json`; the delay is the row's business and comes back as 0."""
    record = loads(text)
    if "x" in record:
        return UNPACKERS[record["x"]](_encoder.encode(record["d"]))
    return Reply(
        paragraphs=tuple(words_from_json(words) for words in record["p"]),
        options=tuple(option_from_json(option) for option in record.get("o", ())),
        files=tuple(OutgoingFile(f[0], FileKind(f[1]), f[2]) for f in record.get("f", ())),
        asks_pin=record.get("pin", False),
        asks_phone=record.get("phone", False),
        collapse=record.get("c", ""),
        voice=record.get("y", ""),
        title=words_from_json(record["t"]) if "t" in record else None,
        erases=record.get("e", False),
        menu=tuple((name, words_from_json(what)) for name, what in record["m"]) if "m" in record else None,
    )
