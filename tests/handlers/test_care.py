"""Who speaks of dying, and who is a child: numbers and care come first, and nothing is demanded."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from conversation.render import render
from handlers.hearing import hear
from storage import schema
from tests.handlers.officers import LAMP, an_officer, at_work, files
from tests.support import talk
from tests.support.looking import looking_at
from tests.support.talk import House, Person, gazetteer

DYING = "tôi nợ nhiều quá, giờ chỉ muốn chết cho rồi, tôi muốn chết"


async def _petitions(house: House) -> list:
    async with looking_at(house.database) as db:
        return list((await db.execute(select(schema.petition))).all())


@pytest.mark.parametrize(
    "typed", [DYING, "em không muốn sống nữa", "con toi doi tu tu", "I want to kill myself", "chết quách cho xong"]
)
async def test_care_comes_before_consent(house: House, typed: str) -> None:
    person = await house.person().says(typed)

    assert person.heard[0].text.index("115") < person.heard[0].text.index("113")
    assert await person.asked() == "submit.care"
    assert person.labels[-3:] == ["Nhờ cán bộ gọi lại", "Gặp cán bộ", "Tôi muốn gửi việc này"]
    assert "dữ liệu" not in person.text


async def test_what_is_written_on_is_kept_and_still_nothing_is_asked(house: House) -> None:
    person = await house.person().says(DYING)
    await person.says("chồng bỏ đi, không còn ai")

    assert "Tôi vẫn ở đây" in person.text
    assert "chưa rõ ý" not in person.text
    assert await person.asked() == "submit.care"


async def test_the_petition_goes_on_when_the_person_wants_and_is_confidential(house: House) -> None:
    person = await house.person().says(f"{DYING}, nhà ở xã Quảng Điền, Huế")
    await person.says("chồng bỏ đi, không còn ai")
    await person.taps("Tôi muốn gửi việc này")
    for answer in ("đồng ý", "đúng", "ok"):
        await person.says(answer)
    while await person.asked() != "":
        await person.says("Khác" if await person.asked() == "submit.subject" else "xong")

    (petition,) = await _petitions(house)
    assert petition.text.endswith("chồng bỏ đi, không còn ai")
    assert petition.confidential


async def test_a_human_can_be_asked_for_and_the_petition_waits(house: House) -> None:
    person = await house.person().says(DYING)
    await person.taps("Nhờ cán bộ gọi lại")
    for answer in ("xã Quảng Điền, Huế", "0912 345 678", "bỏ qua"):
        await person.says(answer)
    called = person.text
    await person.says("làm tiếp")

    assert "Cán bộ sẽ gọi" in called
    assert await person.asked() == "submit.care"


@pytest.mark.parametrize("answers", [(), ("đồng ý",), ("đồng ý", "đúng", "ok"), ("đồng ý", "đúng", "ok", "xong")])
async def test_it_is_heard_at_any_question(house: House, answers: tuple[str, ...]) -> None:
    person = await house.person().says(LAMP)
    for answer in answers:
        await person.says(answer)
    await person.says("tôi muốn chết")

    assert "115" in person.heard[0].text
    assert await person.asked() == "submit.care"


async def test_it_is_heard_in_another_form_too_which_can_be_taken_up_again(house: House) -> None:
    person = await files(house)
    await person.says("gửi thêm ảnh")
    await person.taps("Xem ")
    await person.taps("Gửi thêm")
    await person.says("tôi muốn chết")

    assert "115" in person.heard[0].text
    assert await person.asked() == "submit.care"
    assert len(await _petitions(house)) == 1


async def test_it_is_heard_right_after_a_receipt(house: House) -> None:
    person = await files(house)
    await person.says("tôi muốn chết")

    assert await person.asked() == "submit.care"


@pytest.mark.parametrize(
    "typed",
    ["nóng muốn chết mà cúp điện hoài", "năm ngoái có người nhảy cầu tự tử, đề nghị lắp lan can", "bụi muốn chết luôn"],
)
async def test_a_way_of_speaking_and_a_proposal_are_no_distress(house: House, typed: str) -> None:
    person = await house.person().says(typed)

    assert await person.asked() == "submit.consent"


async def test_an_officers_words_are_an_officers_words(house: House) -> None:
    officer = await an_officer(house)
    await officer.says("dân nói: tôi muốn chết")

    assert "115" not in officer.text


async def test_an_officer_who_files_for_somebody_is_not_looked_after(house: House) -> None:
    officer = await an_officer(house)
    await officer.says("gửi ý kiến")
    await officer.says("Chị H. ở thôn 3 nói không muốn sống nữa, nhờ Hội Phụ nữ đến thăm")

    assert "115" in officer.text
    assert await officer.asked() != "submit.care"


# --- Children ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "you"),
    [
        ("em học lớp 8, em bị thầy đánh ở trường", "Em nói ra như vậy là đúng"),
        ("con bị bạn bắt nạt hoài cô ơi", "Con nói ra như vậy là đúng"),
        ("chau hoc lop 5 bi duong so mo", "Cháu nói ra như vậy là đúng"),
    ],
)
async def test_a_child_hears_111_first_in_its_own_word(house: House, typed: str, you: str) -> None:
    person = await house.person().says(typed)

    first = person.heard[0].text
    assert first.index("111") < first.index("113")
    assert you in first
    assert "ông/bà" not in person.text.casefold()
    assert "giữ kín" in person.text


async def test_a_child_is_spoken_to_as_one_up_to_the_receipt(house: House) -> None:
    person = await house.person().says("em học lớp 8 trường Quảng Điền xã Quảng Điền Huế, em bị thầy đánh")
    said = [person.text]
    for answer in ("gửi kín", "đồng ý", "đúng", "hỏi để làm gì", "ok", "Khác", "xong", "gửi"):
        await person.says(answer)
        said.append(person.text)

    assert "Đã nhận kín" in said[-1]
    assert [text for text in said if "ông/bà" in text.casefold()] == []


async def test_a_child_that_wants_to_die_hears_111_and_that_it_is_not_its_fault(house: House) -> None:
    person = await house.person().says("em học lớp 9, em không muốn sống nữa")

    assert person.heard[0].text.index("111") < person.heard[0].text.index("115")
    assert "Em không có lỗi" in person.text
    assert await person.asked() == "submit.care"


@pytest.mark.parametrize(
    "typed",
    [
        "con tôi học lớp 3 bị thầy đánh",
        "con em bị thầy đánh ở trường tiểu học",
        "em bị chồng đánh",
        "Công ty nợ lương, tụi em hỏi thì bị đuổi",
        "con học lớp 5 mà trường thu nhiều quỹ",
        "bà con bị xâm hại đất đai mà xã không giải quyết",
        "Trạm y tế phát sổ theo dõi mẹ và con chậm",
    ],
)
def test_who_speaks_for_a_child_is_none(typed: str) -> None:
    assert hear(gazetteer(), typed).child == ""


# --- English ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talk, "render", lambda reply, can, _, **where: render(reply, can, "en", **where))


async def _first_told(house: House, text: str) -> Person:
    return await house.person().says(text)


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    "typed", ["My husband beats me and threatens to kill me, please help", "I don't want to live anymore"]
)
async def test_the_numbers_come_before_any_note_on_language(house: House, typed: str) -> None:
    person = await _first_told(house, typed)

    numbers = next(at for at, message in enumerate(person.heard) if "113" in message.text)
    note = next(at for at, message in enumerate(person.heard) if "speak English" in message.text)
    assert numbers < note


# --- Violence at home, and who waits for help -----------------------------------------------------------------------


async def test_violence_at_home_is_confidential_however_it_is_told(house: House) -> None:
    person = await house.person().says("chồng em đánh em chảy máu đầu, em bế con chạy qua nhà ngoại")

    assert await person.asked() == "submit.guarded"
    assert "giữ kín" in person.last.text


async def test_an_accident_at_home_accuses_nobody(house: House) -> None:
    person = await house.person().says("bố tôi bị xe tông chảy máu ngoài đường")

    assert await person.asked() == "submit.consent"


async def test_who_asks_in_danger_when_help_comes_is_told_to_call_and_not_to_wait(house: House) -> None:
    person = await house.person().says("chồng em đánh em chảy máu đầu, em bế con chạy qua nhà ngoại")
    await person.says("có ai đến giúp không")

    assert "đừng chờ: gọi ngay 113" in person.text
    assert "1 ngày làm việc" not in person.text


PUPIL = "dạ con học lớp 5 ở trường Quảng Điền, bạn trong lớp đánh con hoài, xã Quảng Điền, Huế"


async def _filed_by_a_child(house: House, address: str = "be") -> Person:
    person = await house.person(address).says(PUPIL)
    await person.taps("Tôi đồng ý")
    while "Đúng, gửi đi" not in person.labels:
        labels = ("Đúng rồi", "Mặt trận", "Tiếp tục", "Việc khác")
        await person.taps(next(label for label in labels if label in person.labels))
    return await person.taps("Đúng, gửi đi")


@pytest.mark.parametrize("typed", ["việc của tôi", "khi nào trả lời ạ", "cám ơn", "gặp cán bộ", "dữ liệu"])
async def test_a_child_stays_a_child_after_the_receipt(house: House, typed: str) -> None:
    person = await _filed_by_a_child(house)

    await person.says(typed)

    assert "ông/bà" not in person.text.casefold()


async def test_a_child_is_told_of_its_petition_as_a_child(house: House) -> None:
    officer = await an_officer(house)
    person = await _filed_by_a_child(house)
    await officer.look()
    await officer.taps_choice("!case=1")
    await officer.taps("Hỏi thêm")
    await officer.says("Ông/bà hiệu trưởng đã biết chưa?")
    await officer.taps("Gửi")
    person.heard = []
    await person.look()

    assert "Ông/bà hiệu trưởng đã biết chưa?" in person.text
    assert "Con bấm" in person.text


async def test_a_grown_up_who_writes_from_the_same_phone_is_no_child(house: House) -> None:
    person = await _filed_by_a_child(house)
    await person.says(f"{LAMP}, mong xã sửa sớm giúp bà con trong xóm tôi")
    await person.taps("Đúng rồi")

    assert "Ông/bà muốn tổ chức nào" in person.text


async def test_a_child_that_speaks_of_dying_later_is_a_child_still(house: House) -> None:
    person = await _filed_by_a_child(house)
    await person.says("con không muốn sống nữa")
    assert "gọi 111" in person.text

    await person.says("gặp cán bộ")

    assert "ông/bà" not in person.text


async def test_the_officer_reads_beforehand_what_the_resident_will_be_told(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Hỏi thêm")
    await officer.says("Mấy nhà bị ngập ạ?")

    assert "Mặt trận xin hỏi thêm ông/bà" in officer.text
    assert "Anh/chị xem đã đúng chưa" in officer.text
