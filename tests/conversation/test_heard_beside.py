"""What is heard beside an answer: a question asked back, an answer taken back, a place in a list, telex keys."""

from __future__ import annotations

import pytest

from conversation import heard
from conversation.messages import Option, words
from conversation.tongues import in_other_script, looks_english
from handlers.asides import IN_FORM as ASKED

WISHED = ("reopen", "withdraw", "another")
LABELS = [words(f"label-{name}") for name in ("content", "commune", "organisation", "details", "name", "phone")]
CONSENT = tuple(Option(label, words(label), f"1.q={label}") for label in ("consent-yes", "consent-no"))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sao phải biết xã?", "why"),
        ("để làm gì vậy em", "why"),
        ("vi sao phai dong y", "why"),
        ("lĩnh vực là gì", "why"),
        ("có mất tiền không", "cost"),
        ("bao giờ xong", "how-long"),
        ("BAO GIỜ CÓ KẾT QUẢ", "how-long"),
        ("mấy hôm nữa thì có người xuống", "how-long"),
        ("có ai biết tên em không", "who-sees"),
        ("có bị trả thù không", "who-sees"),
        ("ai giải quyết", "who-resolves"),
        ("bạn là ai vậy", "who-are-you"),
        ("đây là người hay máy", "who-are-you"),
        ("làm sao để gửi", "how"),
        ("tôi không biết chữ nhiều", "how"),
        ("số điện thoại xã", "contact"),
        ("cho tôi gặp người thật", "contact"),
        ("xóa hết thông tin của tôi", "erase"),
        ("tôi mất mã rồi", "code-lost"),
        ("khoan đã", "wait"),
        ("cho em hỏi mã là gì", "what-code"),
        ("who will read it", "who-sees"),
        ("why?", "why"),
    ],
)
def test_a_question_asked_back_is_told_from_an_answer(typed, name):
    assert heard.aside(typed, ASKED) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("tôi muốn rút", "withdraw"),
        ("cho tôi rút đơn", "withdraw"),
        ("tôi còn một việc nữa", "another"),
        ("mở lại giúp tôi", "reopen"),
        ("i want to withdraw", "withdraw"),
    ],
)
def test_a_wish_is_told_from_a_matter(typed, name):
    assert heard.aside(typed, WISHED) == name


@pytest.mark.parametrize(
    "typed",
    [
        "đầu ngõ 12 gần nhà ông Tư",
        "ai giải quyết việc đất nhà tôi bị lấn",
        "bao giờ xã mới sửa đường cho dân thôn 3",
        "cán bộ xã thu phí không có biên lai",
        "xã không xóa nợ cho hộ nghèo",
        "trạm y tế không có số điện thoại trực đêm",
    ],
)
def test_a_question_about_a_matter_is_a_matter(typed):
    assert heard.aside(typed, (*WISHED, *ASKED)) is None


@pytest.mark.parametrize(
    ("typed", "taken_back"),
    [
        ("sửa xã", ["label-commune"]),
        ("sai xã rồi", ["label-commune"]),
        ("à nhầm, xã khác", ["label-commune"]),
        ("sửa địa điểm", ["label-commune", "label-details"]),
        ("đổi tổ chức giúp tôi", ["label-organisation"]),
        ("nội dung sai rồi", ["label-content"]),
        ("sửa lại tên", ["label-name"]),
        ("change the photo", ["label-details"]),
        ("à nhầm rồi", []),
    ],
)
def test_an_answer_is_taken_back_by_its_name_or_without(typed, taken_back):
    found = heard.corrects(typed, LABELS)

    assert [LABELS[place].key for place in found] == taken_back


@pytest.mark.parametrize(
    "typed", ["sửa đường thôn 3", "đường sai thiết kế", "xã khác với tỉnh", "đúng rồi", "không phải"]
)
def test_words_of_a_story_take_nothing_back(typed):
    assert heard.corrects(typed, LABELS) is None


@pytest.mark.parametrize(
    ("typed", "instead"),
    [("à nhầm, xã Phong Thái", "xã Phong Thái"), ("xã Phong Thái", None), ("à nhầm", None)],
)
def test_what_follows_a_correction_is_what_was_meant(typed, instead):
    assert heard.corrected(typed) == instead


@pytest.mark.parametrize(
    ("typed", "count", "place"),
    [
        ("1 nha", 3, 0),
        ("số 2 nhé", 3, 1),
        ("cái đầu", 3, 0),
        ("cái thứ hai", 3, 1),
        ("cái cuối", 4, 3),
        ("chọn 3", 3, 2),
        ("dòng 1", 2, 0),
        ("the second one", 3, 1),
        ("4", 3, None),
        ("đầu ngõ 2", 3, None),
        ("2 người", 3, None),
    ],
)
def test_an_option_is_chosen_by_its_number_in_words(typed, count, place):
    assert heard.counted(typed, count) == place


def test_a_name_that_is_a_number_word_does_not_press_the_only_button():
    assert heard.counted("Nhất", 1) is None


@pytest.mark.parametrize("typed", ["ddoofng ys", "ddusng roofi"])
def test_telex_keys_that_reached_the_text_are_read(typed):
    assert heard.meant(typed, (CONSENT[0], Option("no", words("commune-other"), "1.q=no"))) is not None or heard.agrees(
        typed
    )


def test_what_follows_the_beginning_of_a_message_is_kept_as_written():
    assert (
        heard.begins("Trả lời dân là Mai 8h cán bộ XUỐNG xem", "officer-typed-reply") == " là Mai 8h cán bộ XUỐNG xem"
    )


def test_a_beginning_with_other_marks_is_no_such_beginning():
    assert heard.begins("gióng trống mở hội", "officer-typed-close") is None


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The street light in front of my house has been broken for two weeks", True),
        ("Please fix this road, it is dangerous", True),
        ("duong vao thon bi hong may thang nay khong ai sua", False),
        ("can bo xa thu tien khong co bien lai", False),
        ("hello", False),
        ("Đèn đường hỏng, is that OK for you", False),
    ],
)
def test_english_is_told_from_vietnamese_without_marks(text, english):
    assert looks_english(text) is english


@pytest.mark.parametrize(
    ("text", "other"),
    [("你好，我家门口的路灯坏了", True), ("ខ្ញុំមានបញ្ហាផ្លូវ", True), ("Đường hỏng", False), ("👍 123", False)],
)
def test_a_script_that_we_cannot_read_is_noticed(text, other):
    assert in_other_script(text) is other


@pytest.mark.parametrize(
    "text",
    ["giá vàng hôm nay bao nhiêu", "thoi tiet ngay mai the nao", "Kết quả xổ số hôm nay?", "viết cho tôi một bài thơ"],
)
def test_what_is_no_matter_of_anybody_here_is_known_for_it(text: str) -> None:
    assert heard.asks_somebody_else(text)


@pytest.mark.parametrize(
    "text",
    [
        "giá vàng mã ở chợ Hạ tăng, công an không dẹp",
        "trời mưa là ngập",
        "thời tiết xấu mà xã không cho nghỉ học",
        "bán số đề trước cổng trường",
        "giá điện tăng bao nhiêu",
        "quán hát karaoke ồn quá",
        "hôm nay thế nào",
    ],
)
def test_a_trouble_with_such_words_stays_a_trouble(text: str) -> None:
    assert not heard.asks_somebody_else(text)
