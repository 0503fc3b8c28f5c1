"""The work list and the card of a case: transcripts on both databases."""

from __future__ import annotations

import pytest

from domain.kinds import Organisation
from domain.roles import Role
from storage import outbox, schema
from storage.database import Database
from tests.handlers.officers import DRAIN, an_officer, files
from tests.handlers.test_messenger import delivered
from tests.support.looking import looking_at
from tests.support.talk import NUMBERS, House


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


async def test_an_officer_without_work_is_told_so(house: House) -> None:
    chat = await an_officer(house)

    await chat.says("viec")

    assert "Hiện không có việc nào cần làm" in chat.text


async def test_the_list_counts_and_leads_to_a_case(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    await files(house, "binh", DRAIN)
    await chat.look()

    await chat.says("việc")
    assert "Việc của anh/chị: 2" in chat.text
    assert "• Mới: 2" in chat.text
    assert chat.labels == ["Mới (2)", "Tất cả (2)"]

    await chat.taps("Mới (2)")
    assert "Điện, nước – " in chat.text or "Điện, nước" in chat.text
    await chat.taps("Mở ")
    assert "Mới gửi" in chat.text


async def test_new_work_is_announced_with_a_button_that_opens_it(house: House) -> None:
    chat = await an_officer(house)
    await files(house)

    await chat.look()
    assert "Có việc mới" in chat.text
    await chat.taps("Mở việc này")

    assert "“Đèn đường ngõ 12" in chat.text


async def test_the_card_tells_what_it_is_when_it_is_due_and_what_may_be_done(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    await chat.look()

    await chat.taps_choice("!case=1")

    assert "Hạn: 17/11/2026 (còn 1 ngày làm việc)" in chat.text
    assert "xã Quảng Điền" in chat.text
    assert "Người phản ánh: 1 (1 lượt)" in chat.text
    assert "Diễn biến gần đây:" in chat.text
    assert chat.labels == [
        "Tiếp nhận",
        "Chuyển cơ quan",
        "Hỏi thêm",
        "Trả lời dân",
        "Phân loại",
        "Thêm…",
        "Vì sao hạn này?",
        "Việc cần làm",
    ]


async def test_the_rest_of_the_steps_stands_behind_one_button(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    await chat.taps_choice("!case=1")

    await chat.taps("Thêm…")

    assert {"Ghi chú", "Giao người khác", "Tôi có liên quan", "Gộp vụ việc", "Tách nội dung"} <= set(chat.labels)
    assert "Duyệt từ chối" not in chat.labels
    assert not {"Tiếp nhận", "Chuyển cơ quan"} & set(chat.labels)


async def test_the_due_date_explains_itself(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    await chat.taps_choice("!case=1")

    await chat.taps("Vì sao hạn này?")

    assert "Cán bộ xem: 1 ngày làm việc" in chat.text
    assert "Thời hạn nội bộ" in chat.text


async def test_a_name_is_shown_to_the_handler_and_withheld_from_who_oversees(house: House) -> None:
    handler = await an_officer(house, "Lan")
    above = await an_officer(house, "Tỉnh", unit="46", roles=(Role.LEADER,))
    await files(house)
    async with house.database.begin() as db:
        await db.execute(schema.petition.update().values(sender_name="Nguyễn Văn An", sender_phone="0912345678"))

    await handler.taps_choice("!case=1")
    assert "Nguyễn Văn An, 0912345678" in handler.text
    await above.taps_choice("!case=1")

    assert "tên được giữ kín" in above.text
    assert "Nguyễn Văn An" not in above.text
    assert "0912345678" not in above.text


async def test_a_leader_above_sees_the_area_beside_their_own(house: House) -> None:
    await an_officer(house, "Lan")
    leader = await an_officer(house, "Tỉnh", unit="46", roles=(Role.LEADER,))
    await files(house)

    await leader.says("việc")
    assert leader.labels == ["Toàn địa bàn (1)"]
    await leader.taps("Toàn địa bàn (1)")
    assert "Toàn địa bàn anh/chị theo dõi: 1" in leader.text
    await leader.taps("Mới (1)")

    assert "Đèn đường" in leader.text


async def test_an_officer_of_another_organisation_sees_nothing_of_it(house: House) -> None:
    await an_officer(house, "Lan")
    youth = await an_officer(house, "Tú", organisation=Organisation.YOUTH)
    await files(house)

    await youth.taps_choice("!case=1")

    assert "Không tìm thấy" in youth.text
    assert "Đèn" not in youth.text


async def test_a_confidential_case_is_a_bare_line_in_the_list(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    async with house.database.begin() as db:
        await db.execute(schema.case_file.update().values(confidential=True))

    await chat.taps_choice("!work=mine.all.0")

    assert "Nội dung giữ kín" in chat.text
    assert "Đèn" not in chat.text


async def test_the_list_comes_in_pages_of_six(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    async with house.database.begin() as db:
        (row,) = (await db.execute(schema.case_file.select())).mappings()
        for number in range(12):
            copy = {k: v for k, v in row.items() if k != "id"} | {"code": f"T{number:07d}"}
            await db.execute(schema.case_file.insert().values(copy))
    await chat.look()

    await chat.taps_choice("!work=mine.all.0")
    assert sum(label.startswith("Mở ") for label in chat.labels) == 6
    await chat.taps("Trang sau")
    assert sum(label.startswith("Mở ") for label in chat.labels) == 6
    await chat.taps("Trang sau")

    assert sum(label.startswith("Mở ") for label in chat.labels) == 1
    assert "Trang sau" not in chat.labels


async def test_a_page_that_was_emptied_meanwhile_says_so(house: House) -> None:
    chat = await an_officer(house)

    await chat.taps_choice("!work=mine.overdue.0")

    assert "Không còn việc nào trong mục này" in chat.text


async def test_a_code_typed_by_an_officer_opens_the_card(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    async with looking_at(house.database) as db:
        code = (await db.execute(schema.petition.select())).one().code

    await chat.says(f"{code[:4]}-{code[4:]}".lower())

    assert "Người phản ánh: 1" in chat.text


async def test_an_officer_s_own_petition_elsewhere_is_tracked_as_a_resident_s(house: House) -> None:
    await an_officer(house, "Lan")
    youth = await an_officer(house, "Tú", organisation=Organisation.YOUTH)
    await files(house)
    async with looking_at(house.database) as db:
        code = (await db.execute(schema.petition.select())).one().code

    await youth.says(code)

    assert "Nhập mật khẩu" in youth.labels


async def test_photos_are_sent_along_with_the_card(house: House) -> None:
    chat = await an_officer(house)
    resident = house.person("an")
    await resident.says("Đèn đường ngõ 12 thôn Hạ Lang xã Quảng Điền, Huế hỏng cả tháng nay")
    await resident.taps("Tôi đồng ý")
    await resident.taps("Đúng rồi")
    await resident.taps("Mặt trận")
    await resident.sends_photo()
    await resident.taps("Tiếp tục")
    await resident.taps("Đúng, gửi đi")
    async with house.database.begin() as db:
        await db.execute(schema.file.update().values(state="stored"))

    await chat.taps_choice("!case=1")

    assert len(chat.last.files) == 1
    assert "(1 ảnh, tệp)" in chat.text


async def test_what_did_not_reach_a_resident_stands_on_the_card(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    await chat.taps_choice("!do=accept.1.1")
    async with house.database.begin() as db:
        about = schema.outbox.c.about_case_id == 1
        await db.execute(
            schema.outbox.update().where(about).values(state="failed", reason="recipient_gone", done_at=house.clock())
        )

    await chat.taps_choice("!case=1")

    assert "Chưa báo được cho" in chat.text


async def test_what_perhaps_reached_a_resident_stands_on_the_card_as_just_that(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    await chat.taps_choice("!do=accept.1.1")
    async with house.database.begin() as db:
        about = schema.outbox.c.about_case_id == 1
        lost = {"state": "failed", "reason": outbox.PERHAPS_DELIVERED, "done_at": house.clock()}
        await db.execute(schema.outbox.update().where(about).values(lost))

    await chat.taps_choice("!case=1")

    assert "Không rõ 1 người đã nhận được tin hay chưa" in chat.text
    assert "Chưa báo được cho" not in chat.text


async def test_a_case_of_many_petitions_shows_the_first_and_leads_to_all(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    async with house.database.begin() as db:
        (row,) = (await db.execute(schema.petition.select())).mappings()
        for number in range(5):
            copy = {k: v for k, v in row.items() if k != "id"} | {"code": f"P{number:07d}", "text": f"Ý kiến {number}"}
            id = await db.scalar(schema.petition.insert().values(copy).returning(schema.petition.c.id))
            await db.execute(
                schema.case_petition.insert().values(
                    case_id=1, petition_id=id, joined_at=house.clock(), joined_by="resident"
                )
            )

    await chat.taps_choice("!case=1")
    assert "Còn 4 ý kiến khác" in chat.text
    await chat.taps("Xem đủ ý kiến")
    assert "Ý kiến 1" in chat.text
    await chat.taps("Trang sau")

    assert "Ý kiến 4" in chat.text


async def test_a_channel_without_buttons_gives_numbers(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    chat.capabilities = NUMBERS

    await chat.says("việc")

    assert "1. Mới (1)" in chat.text


@pytest.mark.parametrize(
    "choice", ["!case=x", "!case=", "!case=999", "!work=nonsense", "!do=fly.1.1", "!do=", "!history=a.b"]
)
async def test_a_payload_that_nobody_gave_out_does_no_harm(house: House, choice: str) -> None:
    chat = await an_officer(house)
    await files(house)

    await chat.taps_choice(choice)

    assert chat.text
    assert "trục trặc" not in chat.text


@pytest.mark.parametrize("typed", ["1", "số 1", "cái thứ nhất", "Mới (1)", "mới", "moi"])
async def test_a_line_of_a_list_can_be_typed_where_buttons_are_shown(house: House, typed: str) -> None:
    chat = await an_officer(house)
    await files(house)
    await chat.look()
    await delivered(house)
    await chat.says("việc")
    await delivered(house)

    await chat.says(typed)

    assert chat.text.startswith("Việc mới:")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Mới (1)", "Việc mới:"),
        ("quá hạn (3)", "Không còn việc nào"),
        ("tat ca", "Tất cả việc đang mở"),
        ("chờ dân", "Không còn việc nào"),
    ],
)
async def test_a_pile_is_opened_by_its_name_before_any_list_was_shown(house: House, typed: str, shown: str) -> None:
    chat = await an_officer(house)
    await files(house)
    await chat.look()
    await delivered(house)

    await chat.says(typed)

    assert chat.text.startswith(shown)


async def test_the_first_number_after_joining_is_the_first_button(house: House) -> None:
    chat = await an_officer(house)
    await delivered(house)

    await chat.says("1")

    assert chat.text.startswith("Hiện không có việc nào cần làm")


async def test_the_case_spoken_of_is_opened_in_words(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    await chat.look()
    await delivered(house)
    await chat.says("hihi")

    await chat.says("mở việc này")

    assert "Mới gửi" in chat.text


async def test_pages_are_counted_when_there_are_several(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    await chat.look()

    await chat.says("tất cả")

    assert "(trang" not in chat.text


@pytest.mark.parametrize("typed", ["số liệu", "thống kê", "tình hình", "còn bao nhiêu việc", "viêc"])
async def test_who_asks_for_figures_or_slips_sees_the_counts(house: House, typed: str) -> None:
    chat = await an_officer(house)
    await files(house)
    await chat.look()
    await delivered(house)

    await chat.says(typed)

    assert chat.text.startswith("Việc của anh/chị: 1")


@pytest.mark.parametrize(("typed", "page"), [("tiếp", 2), ("trang sau", 2), ("trang 3", 3), ("trang 1", 1)])
async def test_pages_are_turned_in_words(house: House, typed: str, page: int) -> None:
    chat = await an_officer(house)
    await files(house)
    async with house.database.begin() as db:
        row = (await db.execute(schema.case_file.select())).one()._mapping
        for number in range(14):
            copy = {k: v for k, v in row.items() if k != "id"} | {"code": f"T{number:07d}"}
            await db.execute(schema.case_file.insert().values(**copy))
    await chat.look()
    await delivered(house)
    await chat.says("tất cả")
    await delivered(house)

    await chat.says(typed)

    assert f"(trang {page})" in chat.text


async def test_an_officers_thanks_are_answered(house: House) -> None:
    chat = await an_officer(house)
    await delivered(house)

    await chat.says("cảm ơn")

    assert "không có gì" in chat.text


AT_PHONG_DIEN = "Nắp cống trước chợ An Lỗ phường Phong Điền, Huế bị vỡ"


@pytest.mark.parametrize(
    "typed",
    ["việc mới xã Quảng Điền", "việc mới của xã Quảng Điền", "chỉ xem việc mới ở xã Quảng Điền thôi", "mới Quảng Điền"],
)
async def test_who_looks_after_several_communes_sees_a_list_of_one(house: House, typed: str) -> None:
    chat = await an_officer(house, unit="46")
    await files(house)
    await files(house, "binh", AT_PHONG_DIEN)
    await chat.says(typed)

    assert "Việc mới – xã Quảng Điền, thành phố Huế:" in chat.text
    assert [label.partition(" · ")[2] for label in chat.labels if " · " in label] == ["Đèn đường ngõ 12 thôn Hạ\u00a0…"]


async def test_the_pages_of_one_commune_s_list_stay_in_it(house: House) -> None:
    chat = await an_officer(house, unit="46")
    for number in range(7):
        await files(house, f"p{number}")
    await files(house, "binh", AT_PHONG_DIEN)
    await chat.says("tất cả việc ở xã Quảng Điền")
    await delivered(house)
    await chat.says("trang 2")

    assert "xã Quảng Điền, thành phố Huế (trang 2)" in chat.text
    assert "An Lỗ" not in chat.text


async def test_a_commune_without_such_cases_is_said_to_have_none(house: House) -> None:
    chat = await an_officer(house, unit="46")
    await files(house)
    await chat.says("quá hạn ở xã Quảng Điền")

    assert "Không có việc nào như vậy ở xã Quảng Điền" in chat.text
