"""The line in table setting that says whether the demo is loaded, from which seed and day, and what can be tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import Json
from storage.schema import setting

KEY: Final = "demo"


@dataclass(frozen=True, slots=True)
class Sample:
    """A petition that a visitor may look up: its code, the PIN that opens it, and what will be seen."""

    code: str
    pin: str
    shows: str


@dataclass(frozen=True, slots=True)
class Marker:
    """What is loaded. `run` names the process that loads while `loaded` is False."""

    seed: int
    until: date
    run: str
    loaded: bool = False
    samples: tuple[Sample, ...] = ()


async def read(db: AsyncConnection, *, for_update: bool = False) -> Marker | None:
    """Return the marker; None when there is no demo."""
    query = select(setting.c.value).where(setting.c.key == KEY)
    value = (await db.execute(query.with_for_update() if for_update else query)).scalar()
    if value is None:
        return None
    return Marker(
        seed=value["seed"],
        until=date.fromisoformat(value["until"]),
        run=value["run"],
        loaded=value["loaded"],
        samples=tuple(Sample(*sample) for sample in value["samples"]),
    )


async def write(db: AsyncConnection, marker: Marker) -> None:
    """Put the marker in, or change it."""
    value: Json = {
        "seed": marker.seed,
        "until": marker.until.isoformat(),
        "run": marker.run,
        "loaded": marker.loaded,
        "samples": [[sample.code, sample.pin, sample.shows] for sample in marker.samples],
    }
    if (await db.execute(update(setting).where(setting.c.key == KEY).values(value=value))).rowcount == 0:
        await db.execute(insert(setting).values(key=KEY, value=value))


async def erase(db: AsyncConnection) -> None:
    """Take the marker out."""
    await db.execute(delete(setting).where(setting.c.key == KEY))
