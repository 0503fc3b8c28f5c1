"""A forwarded post is kept as it was written, and shown as the story that it tells."""

from __future__ import annotations

from sqlalchemy import select

from storage import schema
from tests.handlers.officers import LAMP, an_officer, files, opens
from tests.support.looking import looking_at
from tests.support.talk import House

POST = f"Chia sẻ từ Facebook\nNguyễn Văn Hùng\n12 giờ · 🌐\n{LAMP}\n#denduong\nThích · Trả lời · 2 giờ"


async def test_the_summary_the_card_and_the_list_show_the_story_and_the_record_keeps_the_words(house: House) -> None:
    officer = await an_officer(house)
    resident = house.person("an")
    await resident.says(POST)
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục"):
        await resident.taps(label)
    summary = resident.text
    await resident.taps("Đúng, gửi đi")
    await opens(officer)
    card, labels = officer.text, officer.labels
    await officer.taps("Xem đủ ý kiến")
    whole = officer.text
    await officer.says("tất cả")
    async with looking_at(house.database) as db:
        stored = await db.scalar(select(schema.petition.c.text))

    for shown in (summary, card, officer.text):
        assert "Đèn đường ngõ 12" in shown
        assert not any(noise in shown for noise in ("Facebook", "Nguyễn Văn Hùng", "#denduong", "Trả lời · 2 giờ"))
    assert "nguyên văn vẫn được giữ" in summary
    assert "Xem đủ ý kiến" in labels
    assert "Nguyễn Văn Hùng" in whole
    assert stored == POST


async def test_what_was_written_by_hand_is_shown_as_it_is(house: House) -> None:
    officer = await an_officer(house)
    await files(house)
    await opens(officer)

    assert "Xem đủ ý kiến" not in officer.labels
