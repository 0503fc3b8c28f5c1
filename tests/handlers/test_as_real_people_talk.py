"""People whom nobody thought of: several answers at once, a voice and no letters, a reader over the shoulder, the press."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from conversation.codec import reply_from_json
from conversation.messages import FileKind, IncomingFile
from storage import schema
from storage.traces import told
from tests.handlers.officers import an_officer, at_the_authority, opens, steps
from tests.handlers.test_as_people_talk import LAMP, _at_last_look
from tests.handlers.test_messenger import delivered
from tests.support.looking import looking_at
from tests.support.talk import House, Person


async def _petition(house: House):
    async with looking_at(house.database) as db:
        return (await db.execute(select(schema.petition))).one()


async def _newest_reply(house: House):
    async with looking_at(house.database) as db:
        newest = select(schema.outbox.c.reply).order_by(schema.outbox.c.id.desc()).limit(1)
        return reply_from_json(str(await db.scalar(newest)))


async def _begun(house: House, text: str = LAMP, *answers: str) -> Person:
    person = await house.person().says(text)
    for answer in answers:
        await person.says(answer)
    return person


# --- Several answers in one message


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("đồng ý, xã Quảng Điền đúng rồi, gửi mặt trận", "submit.details"),
        ("dong y. xa quang dien. mat tran", "submit.details"),
        ("đồng ý, đúng rồi xã đó, gửi mặt trận", "submit.details"),
        ("đồng ý, đúng rồi", "submit.commune"),
        ("đồng ý; nhưng đừng ghi tên tôi", "submit.commune"),
    ],
)
async def test_each_of_several_answers_goes_to_its_question(house: House, typed: str, asked: str) -> None:
    person = await _begun(house, LAMP, typed)

    assert await person.asked() == asked


async def test_a_last_look_is_never_passed_over(house: House) -> None:
    person = await _begun(house, LAMP, "đồng ý", "đúng", "mặt trận", "xong, gửi luôn đi")

    assert "Tôi ghi lại như sau" in person.text


async def test_nothing_is_ended_by_half_a_message(house: House) -> None:
    person = await _begun(house, LAMP, "không, ở phường Phú Xuân chứ")

    assert "đã được xóa" not in person.text
    assert (await person.asked()).startswith("submit.")


async def test_what_is_no_answer_is_not_lost_behind_one(house: House) -> None:
    person = await _begun(house, LAMP, "ừ, tối lắm mà mấy đứa nhỏ hay té ở đó")
    for answer in ("đồng ý", "đúng", "mặt trận", "xong"):
        await person.says(answer)

    assert "mấy đứa nhỏ hay té" in person.text


# --- Who writes, and for whom


async def test_who_introduces_themselves_in_the_story_is_not_asked_again(house: House) -> None:
    await (await _at_last_look(house, f"{LAMP}. Tôi tên Bảo, sđt 0905 123 456")).says("gửi")

    petition = await _petition(house)
    assert (petition.sender_name, petition.sender_phone) == ("Bảo", "0905123456")


async def test_a_number_without_a_name_is_nobodys(house: House) -> None:
    story = "Quán karaoke Sao Đêm, số 0905 123 456, xã Quảng Điền, Huế hát tới khuya"
    await (await _at_last_look(house, story)).says("gửi")

    assert not (await _petition(house)).sender_phone


async def test_the_polite_word_behind_a_name_is_no_part_of_it(house: House) -> None:
    person = await _at_last_look(house)
    await person.says("tên tôi là Nguyễn Văn Tám ạ")
    await person.says("gửi")

    assert (await _petition(house)).sender_name == "Nguyễn Văn Tám"


@pytest.mark.parametrize(
    ("story", "behalf"),
    [
        (f"Cháu gõ hộ ông nội ạ. {LAMP}", "relative"),
        (f"con viết giùm má. {LAMP}", "relative"),
        (f"Tôi là trưởng thôn, thay mặt 20 hộ phản ánh: {LAMP}", "neighbour"),
        (f"Thay mặt gia đình tôi trình bày: {LAMP}", "self"),
    ],
)
async def test_for_whom_it_is_written_is_heard_from_the_story(house: House, story: str, behalf: str) -> None:
    await (await _at_last_look(house, story)).says("gửi")

    assert (await _petition(house)).on_behalf == behalf


async def test_a_grandchild_sends_it_for_its_grandfather(house: House) -> None:
    person = await _at_last_look(house)

    await person.says("gửi giúp ông cháu với ạ")

    assert "Mã của việc này" in person.text


# --- Who only speaks


async def _speaks(person: Person, name: str = "v1") -> Person:
    await person._send(files=(IncomingFile(FileKind.VOICE, name, mime="audio/ogg", size=9_000, unique=name),))
    return person


@pytest.mark.parametrize("typed", ["tôi không biết viết", "khong biet chu", "nghe đi", "gửi đi"])
async def test_who_cannot_write_files_by_voice_alone(house: House, typed: str) -> None:
    officer = await an_officer(house)
    person = await _speaks(house.person())
    for answer in (typed, "đồng ý", "xã Quảng Điền, Huế", "mặt trận", "khác", "xong", "gửi"):
        await person.says(answer)

    petition = await _petition(house)
    assert "Mã của việc này" in person.text
    assert told(petition.text, petition.place) == ""
    await opens(officer)
    assert "nhờ cán bộ nghe" in officer.text


async def test_a_yes_to_the_voice_message_is_no_commune_and_no_story(house: House) -> None:
    person = await _speaks(house.person())

    await person.says("đồng ý")

    assert await person.asked() == "submit.content"
    assert "Lạng Sơn" not in person.text


async def test_what_is_written_behind_a_voice_message_stands_for_it(house: House) -> None:
    person = await _speaks(house.person())
    await person.taps("Tôi chỉ gửi tin thoại")
    for answer in (LAMP, "đồng ý", "đúng", "mặt trận", "xong", "gửi"):
        await person.says(answer)

    assert (await _petition(house)).text == LAMP


async def test_two_who_only_spoke_do_not_repeat_each_other(house: House) -> None:
    for address in ("an", "binh"):
        person = await _speaks(house.person(address), address)
        for answer in ("không biết viết", "đồng ý", "xã Quảng Điền, Huế", "mặt trận", "khác", "xong"):
            await person.says(answer)
        assert await person.asked() == "submit.confirmed"
        await person.says("gửi")


# --- A reader over the shoulder


@pytest.mark.parametrize(
    "typed", ["xóa hết đi", "sếp em đọc được điện thoại này, xóa hết đi", "chồng tôi đọc máy xoá giúp với ạ"]
)
@pytest.mark.parametrize("agreed", [False, True])
async def test_a_draft_that_somebody_may_read_is_gone_at_a_word(house: House, typed: str, agreed: bool) -> None:
    person = await _begun(house, LAMP, *(["đồng ý"] if agreed else []))

    await person.says(typed)

    assert person.text.startswith("Vâng. Tôi đã xóa những gì ông/bà vừa viết")
    assert person.labels == []
    assert (await _newest_reply(house)).erases
    assert await person.asked() == ""
    await person.says("làm tiếp")
    assert "ngõ 5" not in person.text


@pytest.mark.parametrize("filed_before", [False, True])
async def test_nothing_of_an_erased_draft_is_kept_nor_what_was_said_of_it(house: House, filed_before: bool) -> None:
    person = house.person()
    if filed_before:
        await (await _at_last_look(house)).says("gửi")
        house.clock.advance(hours=1)
    for answer in ("cống trước chợ Hạ xã Quảng Điền, Huế tắc", "đồng ý", "đúng", "mặt trận", "xong"):
        await person.says(answer)
    await delivered(house)

    await person.says("sếp đọc máy, xóa hết đi")

    async with looking_at(house.database) as db:
        said = [*(await db.scalars(select(schema.inbound.c.body))), *(await db.scalars(select(schema.outbox.c.reply)))]
    assert not any("chợ Hạ" in words for words in said)
    assert any("ngõ 5" in words for words in said) is filed_before


async def test_what_was_rubbed_out_in_a_story_erases_nothing(house: House) -> None:
    person = await _begun(house, "Vạch sơn qua đường trước trường xã Quảng Điền, Huế bị xóa hết đi rồi")

    assert await person.asked() == "submit.consent"


# --- The press


async def test_the_press_is_shown_the_way_to_people(house: House) -> None:
    person = await _begun(house, "Tôi là phóng viên báo, xin số liệu phản ánh tháng 10 của phường Thuận Hóa")

    assert "Báo chí xin liên hệ Văn phòng" in person.text
    assert "Gặp cán bộ" in person.labels
    assert await person.asked() == ""


async def test_a_journalists_own_trouble_is_a_petition(house: House) -> None:
    person = await _begun(house, f"Tôi là nhà báo về hưu. {LAMP}")

    assert await person.asked() == "submit.consent"


# --- One after the other


async def test_a_matter_is_withdrawn_by_its_words_while_more_is_asked_of_another(house: House) -> None:
    await (await _at_last_look(house)).says("gửi")
    person = house.person()
    await person.says("cống trước chợ Hạ tắc, mưa là ngập")
    await person.says("rút việc đèn")

    assert "Ông/bà muốn rút lại việc" in person.text


@pytest.mark.parametrize("typed", ["việc thứ 2 sao rồi", "viec so 1 den dau roi"])
async def test_news_of_one_of_several_show_the_list_and_add_nothing(house: House, typed: str) -> None:
    await (await _at_last_look(house)).says("gửi")
    person = house.person()
    for answer in ("cống trước chợ Hạ tắc, mưa là ngập", "là việc mới", "đúng", "như trước", "như trước", "xong"):
        await person.says(answer)
    await person.says("gửi")

    await person.says(typed)

    assert person.text.startswith("Các việc ông/bà đã gửi")


async def test_as_before_is_no_place(house: House) -> None:
    person = await _begun(house, LAMP, "đồng ý", "đúng", "mặt trận", "gửi như trước", "xong")

    assert "như trước" not in person.text


async def test_who_receives_it_is_heard_before_it_is_asked_in_a_wish_to_send(house: House) -> None:
    person = await _begun(house, LAMP, "đồng ý", "gửi mặt trận đi", "đúng rồi xã đó")

    assert await person.asked() == "submit.details"


# --- Afraid, angry, from elsewhere


@pytest.mark.parametrize("typed", ["con sợ lắm", "em đang sợ quá ạ", "toi khong dam gui"])
async def test_who_is_afraid_hears_who_reads_it(house: House, typed: str) -> None:
    person = await _begun(house, "công ty ở phường Phú Bài, Huế nợ lương công nhân 2 tháng", typed)

    assert "Chỉ cán bộ được giao đọc được tin ở đây" in person.text
    assert (await person.asked()).startswith("submit.")


@pytest.mark.parametrize("typed", ["đã bảo Quảng Điền rồi", "quang dien chu dau", "Quảng Điền mà"])
async def test_a_name_that_is_said_again_is_a_yes(house: House, typed: str) -> None:
    person = await _begun(house, LAMP, "đồng ý", typed)

    assert await person.asked() == "submit.organisation"


async def test_a_name_that_is_denied_is_no_yes(house: House) -> None:
    person = await _begun(house, LAMP, "đồng ý", "không phải Quảng Điền mà")

    assert await person.asked() == "submit.commune"


@pytest.mark.parametrize(
    "text",
    [
        "My landlord in Thuan Hoa ward, Hue throws garbage into the canal at 12 Le Loi",
        "no water since monday in Phu Bai ward",
    ],
)
async def test_a_foreigner_is_answered_in_english(house: House, text: str) -> None:
    await house.person().says(text)

    async with looking_at(house.database) as db:
        assert await db.scalar(select(schema.person.c.language)) == "en"


# --- What is asked of how it goes


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("cho tôi hỏi là các hộ khác có phải gửi nữa không", "cùng một việc được gộp lại"),
        ("có cần chữ ký không ạ", "không cần chữ ký"),
        ("có danh sách chữ ký gửi thế nào", "chụp ảnh hoặc gửi tệp vào đây"),
        ("gui hinh o dau vay", "hình máy ảnh hoặc kẹp giấy"),
        ("tôi muốn tách ba việc ra", "cán bộ tách ra từng việc"),
    ],
)
@pytest.mark.parametrize("filed", [False, True])
async def test_what_is_asked_of_how_it_goes_is_answered_and_never_kept(
    house: House, typed: str, said: str, filed: bool
) -> None:
    person = await _at_last_look(house)
    if filed:
        await person.says("gửi")

    await person.says(typed)

    assert said in person.text
    assert "ghi thêm" not in person.text


# --- When an answer has come


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ("được rồi cảm ơn", "confirm"),
        ("sáng rồi cảm ơn ạ", "confirm"),
        ("vẫn tối thui à", "dispute"),
        ("chưa", "dispute"),
    ],
)
async def test_whether_the_result_is_well_is_said_in_words(house: House, typed: str, step: str) -> None:
    officer, resident = await at_the_authority(house)
    await opens(officer)
    for said in ("điện lực báo đã thay bóng", "1", "gửi"):
        await officer.says(said)
    await resident.look()
    await delivered(house)

    await resident.says(typed)

    if step == "confirm":
        assert "confirm" in await steps(house)
    else:
        assert await resident.asked() == "dispute.reason"


async def test_thanks_beside_a_choice_are_no_mistake(house: House) -> None:
    await (await _at_last_look(house)).says("gửi")
    person = await house.person().says("cống trước chợ Hạ tắc, mưa là ngập")

    await person.says("cảm ơn nhé")

    assert "chưa rõ ý" not in person.text
    assert (await person.asked()).startswith("more.")
