"""A digest that has not arrived gives way to the newer one, which tells of what stood in it."""

from __future__ import annotations

from sqlalchemy import update

from actions import absences
from conversation.codec import reply_from_json
from conversation.recognise import label_of
from storage import schema
from storage.outbox import QUIET
from tests.actions.world import World
from tests.scheduler.days import at, queued

LAMP = "Đèn đường ngõ 12"


async def states(world: World) -> dict[str, str]:
    return {row.once: row.state for row in await world.rows(schema.outbox) if (row.once or "").startswith("digest/")}


async def becomes(world: World, once: str, **values) -> None:
    async with world.database.begin() as db:
        await db.execute(update(schema.outbox).where(schema.outbox.c.once == once).values(**values))


async def words(world: World, once: str) -> str:
    (row,) = [row for row in await world.rows(schema.outbox) if row.once == once]
    return "\n".join(label_of(one, "vi") for one in reply_from_json(row.reply).paragraphs)


async def an_officer(world: World) -> int:
    world.now = at(13)
    officer = await world.officer()
    filed = await world.file()
    await world.put(schema.case_file, filed.case_id, due_at=at(27))
    await world.forget_news()
    return officer


async def test_what_did_not_arrive_is_replaced_and_named_again(world):
    officer = await an_officer(world)
    monday, tuesday = f"digest/{officer}/2026-11-16", f"digest/{officer}/2026-11-17"
    assert await queued(world.database, at(16)) == 1
    named = await words(world, monday)

    assert await queued(world.database, at(17)) == 1

    assert await states(world) == {monday: "replaced", tuesday: "queued"}
    assert LAMP in named
    assert LAMP in await words(world, tuesday)


async def test_what_is_held_over_quiet_hours_is_replaced_too(world):
    officer = await an_officer(world)
    monday = f"digest/{officer}/2026-11-16"
    await queued(world.database, at(16))
    await becomes(world, monday, state="waiting", reason=QUIET)

    await queued(world.database, at(17))

    assert (await states(world))[monday] == "replaced"


async def test_what_arrived_or_is_being_sent_stays_as_it_is(world):
    officer = await an_officer(world)
    monday, tuesday = f"digest/{officer}/2026-11-16", f"digest/{officer}/2026-11-17"
    await queued(world.database, at(16))
    await becomes(world, monday, state="delivered")
    await queued(world.database, at(17))
    await becomes(world, tuesday, state="leased", leased_by="me")

    await queued(world.database, at(18))

    assert await states(world) == {
        monday: "delivered", tuesday: "leased", f"digest/{officer}/2026-11-18": "queued",
    }  # fmt: skip


async def test_news_begin_at_the_last_digest_that_arrived(world):
    officer = await an_officer(world)
    await queued(world.database, at(16))
    await becomes(world, f"digest/{officer}/2026-11-16", state="delivered")
    await queued(world.database, at(17))

    await queued(world.database, at(18))

    said = await words(world, f"digest/{officer}/2026-11-18")
    assert "không có gì mới" in said
    assert LAMP not in said


async def test_what_happened_during_an_absence_is_told_again_when_the_digest_that_told_it_did_not_arrive(world):
    officer, binh = await an_officer(world), await world.officer("Bình")
    async with world.database.begin() as db:
        await absences.begin(db, officer, binh, at(16).date(), at(16).date(), by=None, now=at(13))
    await world.forget_news()
    await queued(world.database, at(16))
    await queued(world.database, at(17))

    await queued(world.database, at(18))

    told = {row.once: "meanwhile" in row.reply for row in await world.rows(schema.outbox)}
    assert told[f"digest/{officer}/2026-11-18"]
