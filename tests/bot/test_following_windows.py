"""Monthly news and a messenger with a reply window: never paid for, behind everything that matters, not lost."""

from __future__ import annotations

from datetime import date

from actions.following import News, PlaceNews, SubjectCount
from actions.following_words import packed
from domain.subjects import Subject
from storage import following, outbox, usage
from storage.database import Database
from tests.bot.zalo_post import DAY, IMPORTANT, a_post
from tests.support.rows import outbox_row

NEWS = News(
    date(2026, 11, 1),
    (PlaceNews("Xã Quảng Điền", "", 4, (SubjectCount(Subject.UTILITIES, 4),), 0, answered=3, closed=0),),
)


async def monthly(post) -> int:
    async with post.database.begin() as db:
        name = following.once(1, "2026-11")
        made = await outbox.queue(db, post.id, packed(NEWS), now=post.clock.now(), once=name)
    assert made is not None
    return made


async def test_within_the_free_hours_they_arrive_as_numbers_in_words(database: Database):
    async with a_post(database) as post:
        await post.chat()
        await monthly(post)
        await post.deliver()
        async with database.read() as db:
            counted = await usage.used(db, now=post.clock.now())

    (said,) = post.seen
    assert "Bà con gửi 4 ý kiến, phản ánh." in said
    assert "bỏ theo dõi" in said
    assert all(price == 0 for kinds in counted.values() for _, price in kinds.values())


async def test_what_would_cost_waits_while_important_words_pass_and_comes_with_the_persons_next_word(
    database: Database,
):
    async with a_post(database) as post:
        await post.chat()
        post.clock.advance(3 * DAY)
        waiting = await monthly(post)
        await post.deliver()
        await post.notice(IMPORTANT)
        await post.deliver()
        kept, before = await outbox_row(database, waiting), list(post.seen)
        await post.acts()
        await post.deliver()

    assert (kept.state, kept.reason) == ("waiting", "over_budget")
    assert len(before) == 1
    assert "nay đã được chưa" in before[0]
    assert "Bà con gửi 4 ý kiến" in post.seen[-1]
