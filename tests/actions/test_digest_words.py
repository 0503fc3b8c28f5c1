"""A digest as people read it, and as the outbox keeps it."""

from __future__ import annotations

from actions.digest_words import message, packed
from actions.digests import LISTED_IN_GROUP
from conversation.codec import reply_from_json, reply_to_json
from conversation.recognise import label_of
from storage import schema
from tests.actions.digesting import NOW, a_case, a_unit, digest, due
from tests.actions.world import World


def text(said, language: str = "vi") -> str:
    return "\n\n".join(label_of(paragraph, language) for paragraph in said.paragraphs)


async def test_the_message_in_vietnamese_and_in_english(world):
    officer = await world.leader()
    await a_unit(world)
    late = await a_case(world, "Đường vào trường học bị sụt lún", due_at=due(-4), danger=True)
    await a_case(world, "Cống tắc " * 20, state="received", due_at=due(3))
    await a_case(world, "Rác", state="needs_information", paused_at=NOW)
    for _ in range(3):
        await world.file(join_case=late)
    said = message(await digest(world, officer))
    codes = {row.id: f"{row.code[:4]}-{row.code[4:]}" for row in await world.rows(schema.case_file)}

    assert (
        text(said)
        == f"""\
Bản tin ngày 16/11/2026
Cần xem hôm nay: 3 việc. Đang mở: 3 việc.

Trả lời người dân: 1 việc
• [{codes[2]}] Điện, nước – ngõ 12, Xã Quảng Điền: {"Cống tắc " * 9}Cống… Mới gửi, hôm nay. Hạn 19/11 (còn 3 ngày làm việc).

Hỏi, chuyển cơ quan có thẩm quyền: 1 việc, quá hạn 1
• KHẨN [{codes[1]}] Điện, nước – ngõ 12, Xã Quảng Điền: Đường vào trường học bị sụt lún. Đã tiếp nhận, hôm nay. Hạn 12/11 (quá hạn 2 ngày làm việc). 4 người cùng phản ánh.

Xem lại, chờ người dân: 1 việc
• [{codes[3]}] Điện, nước – ngõ 12, Xã Quảng Điền: Rác. Chờ bổ sung thông tin, hôm nay. Hạn tạm dừng trong khi chờ.

Toàn phạm vi phụ trách: đang mở 3 việc, quá hạn 1 việc.
• Mặt trận xã Quảng Điền: 1 quá hạn / 3 đang mở"""
    )
    assert label_of(said.paragraphs[2], "en") == (
        f"Ask or refer to the authority: 1, overdue 1\n• URGENT [{codes[1]}] Power, water – ngõ 12, Xã Quảng Điền: "
        "Đường vào trường học bị sụt lún. "
        "Accepted, since today. Due 12/11 (overdue by 2 working days). Reported by 4 people."
    )
    assert [(label_of(o.label, "vi"), o.choice) for o in said.options] == [
        (codes[2], "!case=2"), (codes[1], "!case=1"), (codes[3], "!case=3"), ("Để việc lại", "!digest-later=1116"),
        ("Danh sách việc", "!menu=work"),
    ]  # fmt: skip


async def test_what_is_not_named_is_counted(world):
    officer = await world.officer()
    for _ in range(8):
        await a_case(world, due_at=due(0))

    said = message(await digest(world, officer))

    assert label_of(said.paragraphs[1], "vi").splitlines()[-1] == "… và 3 việc nữa trong danh sách việc"
    assert len(said.options) == LISTED_IN_GROUP + 2


async def test_a_digest_goes_into_the_outbox_as_a_value_and_is_worded_when_it_is_read(world):
    officer = await world.officer()
    await a_case(world, "Đèn", due_at=due(-1))
    before = len(await world.rows(schema.outbox))

    found = await digest(world, officer)
    kept = reply_to_json(packed(found))

    assert "Trả lời" not in kept
    assert reply_from_json(kept) == message(found)
    assert before == len(await world.rows(schema.outbox))


OF_BEFORE = (
    '{"x":"digest","d":{"officer_id":1,"day":"2026-11-16","open":4,"sections":[{"group":"overdue","count":2,"items":'
    '[{"case_id":9,"code":"ABCDEFGH","subject":"giao_thong","place":"","commune":"","title":"x","status":"moi",'
    '"age_days":1,"due":null,"left":null,"paused":false,"danger":false,"people":1}]}],"confidential":1}}'
)


async def test_a_digest_that_was_queued_before_the_groups_changed_is_still_readable():
    said = reply_from_json(OF_BEFORE)

    assert text(said) == "Bản tin ngày 16/11/2026\nCần xem hôm nay: 3 việc. Đang mở: 4 việc."
    assert [option.choice for option in said.options] == ["!case=9", "!menu=work"]


async def test_nothing_to_do_is_one_line(world: World):
    officer = await world.officer()

    said = message(await digest(world, officer))

    assert text(said) == "Bản tin ngày 16/11/2026: không có việc mới, đến hạn hay quá hạn. Đang mở: 0 việc."
