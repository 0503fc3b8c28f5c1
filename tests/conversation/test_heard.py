from __future__ import annotations

import re
from pathlib import Path

import pytest

import texts
from conversation.heard import agrees, asks_for_news, meant, says_hello, thanks
from conversation.messages import Option, words
from texts import LANGUAGES, has, listed, say

HERE = Path(texts.__file__).parent


def options(*labels):
    return tuple(Option(label, words(label), f"1.q={label}") for label in labels)


CONSENT = options("consent-yes", "consent-no")
COMMUNE = options("commune-right", "commune-other")
REPEAT = options("repeat-same", "repeat-other", "repeat-unsure")
CONFIRM = options("button-confirm-send", "button-confirm-fix", "button-confirm-stop")
DETAILS = options("button-continue")
ORGANISATION = options(
    "organisation-mttq", "organisation-cong-doan", "organisation-nong-dan", "organisation-phu-nu",
    "organisation-cuu-chien-binh", "organisation-doan-thanh-nien", "organisation-unknown",
)  # fmt: skip
KIND = options("kind-kien-nghi", "kind-phan-anh", "kind-gop-y", "kind-cam-on")
RATING = options("rating-rat-hai-long", "rating-hai-long", "rating-chua-hai-long")


@pytest.mark.parametrize(
    ("typed", "shown", "label"),
    [
        ("đồng ý", CONSENT, "consent-yes"),
        ("dong y", CONSENT, "consent-yes"),
        ("Dạ đồng ý ạ!", CONSENT, "consent-yes"),
        ("ok e", CONSENT, "consent-yes"),
        ("ok em", CONSENT, "consent-yes"),
        ("ừ", CONSENT, "consent-yes"),
        ("tôi không đồng ý đâu", CONSENT, "consent-no"),
        ("ko", CONSENT, "consent-no"),
        ("yes please", CONSENT, "consent-yes"),
        ("đúng vậy", COMMUNE, "commune-right"),
        ("hổng phải đâu", COMMUNE, "commune-other"),
        ("xã khác", COMMUNE, "commune-other"),
        ("xa khac", COMMUNE, "commune-other"),
        ("có", REPEAT, "repeat-same"),
        ("không phải", REPEAT, "repeat-other"),
        ("khong biet nua", REPEAT, "repeat-unsure"),
        ("không rõ ạ", REPEAT, "repeat-unsure"),
        ("gửi đi", CONFIRM, "button-confirm-send"),
        ("gởi giúp tôi nha", CONFIRM, "button-confirm-send"),
        ("chưa đúng lắm", CONFIRM, "button-confirm-fix"),
        ("không gửi nữa", CONFIRM, "button-confirm-stop"),
        ("xong rồi", DETAILS, "button-continue"),
        ("khong co anh", DETAILS, "button-continue"),
        ("đầu ngõ 12", DETAILS, None),
        ("hội phụ nữ đi em", ORGANISATION, "organisation-phu-nu"),
        ("tôi đồng ý nhé", CONSENT, "consent-yes"),
        ("bên phụ nữ", ORGANISATION, "organisation-phu-nu"),
        ("ai cũng được", ORGANISATION, "organisation-unknown"),
        ("không biết nữa ạ", ORGANISATION, "organisation-unknown"),
        ("kiến nghị", KIND, "kind-kien-nghi"),
        ("tạm được", RATING, "rating-hai-long"),
        ("chưa được đâu", RATING, "rating-chua-hai-long"),
        ("", CONSENT, None),
        ("đồng ý nhưng mà đừng nói tên tôi ra cho ai biết nhé", CONSENT, None),
    ],
)
def test_what_people_type_means_the_button_that_they_have_in_mind(typed, shown, label):
    found = meant(typed, shown)

    assert (found.id if found else None) == label


@pytest.mark.parametrize("typed", ["cô", "cỗ", "khống", "đùng"])
def test_a_word_with_other_marks_is_another_word(typed):
    assert meant(typed, COMMUNE) is None


def test_words_for_two_of_the_buttons_shown_choose_neither():
    assert meant("có", options("consent-yes", "commune-right")) is None


def _labels():
    return re.findall(r"^([a-z-]+)-heard =", (HERE / "vi" / "heard.ftl").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("label", _labels())
def test_every_list_belongs_to_a_label_and_holds_phrases_that_mean_it(label):
    assert has(label)
    for language in LANGUAGES:
        phrases = listed(f"{label}-heard", language)
        assert phrases
        assert [phrase for phrase in phrases if meant(phrase, options(label)) is None] == []
        assert say(label, language)


@pytest.mark.parametrize("shown", [CONSENT, COMMUNE, REPEAT, CONFIRM, ORGANISATION, KIND, RATING])
def test_no_phrase_stands_for_two_buttons_of_one_question(shown):
    unclear = {
        phrase
        for option in shown
        for language in LANGUAGES
        if has(f"{option.id}-heard", language)
        for phrase in listed(f"{option.id}-heard", language)
        if meant(phrase, shown) != option
    }

    assert unclear == set()


@pytest.mark.parametrize(
    "text",
    [
        "alo",
        "a lô alo",
        "Alo có ai ko ạ",
        "cho em hỏi chút",
        "chào buổi sáng cả nhà",
        "🙏🙏",
        "?",
        "hi ad",
        "Mặt trận ơi",
    ],
)
def test_a_call_or_a_greeting_is_no_matter_yet(text):
    assert says_hello(text)


@pytest.mark.parametrize(
    "text",
    ["alo đường ngập", "dạ", "cho hỏi làm hộ nghèo ở đâu", "12", "có ai sửa đèn không", "chào anh em bị mất nước"],
)
def test_a_greeting_with_a_matter_behind_it_is_a_matter(text):
    assert not says_hello(text)


@pytest.mark.parametrize(
    ("text", "yes"), [("ok", True), ("dạ được ạ", True), ("không", False), ("được", True), ("đường", False)]
)
def test_a_plain_yes_agrees_with_what_was_suggested(text, yes):
    assert agrees(text) is yes


@pytest.mark.parametrize(
    "text", ["cảm ơn cháu nhiều nhé", "ok cảm ơn em", "vâng", "Dạ em cám ơn ạ", "tốt quá cảm ơn mặt trận", "tks ad"]
)
def test_thanks_alone_are_thanks(text):
    assert thanks(text)


@pytest.mark.parametrize("text", ["cảm ơn xã đã sửa đèn ngõ 5", "tốt nhất nên làm lại đường", "ok nhưng vẫn hỏng"])
def test_thanks_for_something_or_with_something_are_a_matter(text):
    assert not thanks(text)


@pytest.mark.parametrize(
    "text",
    ["việc của bác đến đâu rồi", "bao giờ thì sửa vậy", "co ket qua chua", "Sao lâu thế chưa thấy ai trả lời",
     "kiến nghị hôm trước giải quyết chưa ạ"],
)  # fmt: skip
def test_asking_how_far_it_is_names_no_new_matter(text):
    assert asks_for_news(text)


@pytest.mark.parametrize(
    "text",
    ["đường ngõ 5 bao giờ sửa", "bao giờ có tiền hỗ trợ bão", "chưa thấy xe rác đến lấy", "ai làm đổ đất ra đường"],
)
def test_asking_about_something_named_is_a_matter(text):
    assert not asks_for_news(text)
