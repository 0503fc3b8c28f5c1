from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.reading import read
from matching.reading.terms import terms_of
from matching.understanding import SpanKind, mask, summary, understand
from matching.understanding.judging import judged_features
from matching.understanding.masking import may_identify
from matching.understanding.persons import find_numbers, find_persons
from matching.understanding.places import find_places
from matching.understanding.spans import dictionary


def found(text: str, kind: SpanKind) -> list[str]:
    return [span.value for span in understand(text).spans if span.kind is kind]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Đèn ngõ 12 tổ 5 phường mình hỏng", ["ngo 12", "to 5"]),
        ("rac dau ngo 12 to dan pho 5", ["ngo 12", "to 5"]),
        ("Ngõ 16 Nguyễn Trãi đèn đường tắt", ["ngo 16"]),
        ("Hố ở đường Trần Nhân Tông to lắm", ["duong tran nhan tong"]),
        ("hẻm B15 trụ điện gãy", ["hem b15"]),
        ("cột điện cạnh nhà văn hóa xóm 3", ["nha van hoa", "xom 3"]),
        ("Nước vào trường mầm non Hoa Sen", ["truong hoa sen"]),
        ("Tai nạn ở km 34 quốc lộ 14", ["km 34", "quoc lo 14"]),
        ("rác chợ nổi cái răng nhiều quá", ["cho cai rang"]),
        ("Nhà tôi ở chợ xa lắm, không có trường học", []),
    ],
)
def test_places_inside_the_commune_are_found_with_number_or_name(text, places):
    assert found(text, SpanKind.PLACE) == places


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Đèn đường tắt ba tháng nay", SpanKind.OBJECT, "den duong"),
        ("Đèn đường tắt ba tháng nay", SpanKind.TROUBLE, "toi"),
        ("Đèn đường tắt ba tháng nay", SpanKind.SINCE, "3 month"),
        ("mất nước từ hôm qua", SpanKind.SINCE, "tu hom qua"),
        ("Thu mỗi hộ 1tr5 làm đường", SpanKind.AMOUNT, "1500000 dong"),
        ("Chủ tịch xã nhận tiền của dân", SpanKind.POST, "chu tich"),
        ("Ông Nguyễn Văn B lấn đất", SpanKind.PERSON, "nguyen van b"),
        ("to cao ong nguyen van b", SpanKind.PERSON, "nguyen van b"),
        ("đường đã sửa xong rồi", SpanKind.FIXED, "da sua xong"),
        ("gọi 0912 345 678 giúp em", SpanKind.PHONE, "0912345678"),
        ("cccd 012345678901 của tôi", SpanKind.IDENTITY, "012345678901"),
        ("Cháy nhà ở ngõ 5", SpanKind.DANGER, "114"),
    ],
)
def test_spans_say_what_since_when_how_much_and_who(text, kind, value):
    assert value in found(text, kind)


def test_every_span_points_at_its_words():
    understanding = understand(
        "Kính gửi MTTQ, ngõ 12 mất điện 3 ngày, gọi 0912345678, ông Hùng tổ trưởng không trả lời"
    )

    assert understanding.spans
    for span in understanding.spans:
        assert understanding.reading.written[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Cháy nhà ở ngõ 5, có người kẹt", {"114"}),
        ("chau be bi duoi nuoc o ho", {"112", "114", "115"}),
        ("chồng em đang đánh em", {"111", "113"}),
        ("dây điện đứt rơi xuống đường", {"114", "115"}),
        ("em không muốn sống nữa", {"113", "115"}),
        ("con gái tôi 7 tuổi bị sàm sỡ", {"111", "113"}),
    ],
)
def test_a_danger_names_the_numbers_to_call(text, numbers):
    understanding = understand(text)

    assert understanding.urgency.code == "khan"
    assert understanding.danger == numbers


@pytest.mark.parametrize(
    "text",
    [
        "em đang thất nghiệp khổ lắm",
        "em dang that nghiep kho lam",
        "em đang buồn lắm",
        "tôi đang rất khổ",
        "em đang cần tiền",
        "con em đang thất nghiệp",
        "tôi đang ở trọ",
    ],
)
def test_who_is_in_hardship_and_names_no_danger_is_sent_to_no_hotline(text):
    understanding = understand(text)

    assert understanding.urgency.code == "binh_thuong"
    assert not understanding.danger


@pytest.mark.parametrize(
    "text",
    [
        "em sợ quá, nó đang ở ngoài cửa",
        "cuộc đời em chán lắm rồi, chắc đêm nay em kết thúc",
        "có thằng cứ đi theo em từ bến xe về phòng trọ, giờ nó đứng ngoài hành lang tắt đèn",
    ],
)
def test_a_danger_is_heard_though_no_single_word_is_one(text):
    assert understand(text).danger


@pytest.mark.parametrize(
    ("text", "calls_for_children"),
    [
        ("mẹ tôi ở nhà một mình", False),
        ("me toi o nha mot minh", False),
        ("bà tôi 85 tuổi ở nhà một mình bị ngã", False),
        ("ông tôi 90 tuổi ở nhà một mình, ngã từ sáng", False),
        ("con tôi ở nhà một mình", True),
        ("mẹ đi làm để em bé 3 tuổi ở nhà một mình", True),
        ("mẹ để cháu ở nhà một mình", True),
        ("ba mẹ đi vắng con ở nhà một mình có người lạ đập cửa", True),
    ],
)
def test_the_number_for_children_is_told_of_a_child_and_not_of_an_old_mother(text, calls_for_children):
    assert ("111" in understand(text).danger) is calls_for_children


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Chú tôi té xuống hầm, gọi mãi không nghe trả lời", "114"),
        ("có kẻ lạ bế đứa nhỏ lên xe chạy mất", "113"),
        ("em uống hết vỉ thuốc rồi, tạm biệt mọi người", "115"),
        ("thang bé bị cha duong lay roi quat bam lung", "111"),
    ],
)
def test_a_danger_that_is_only_told_is_seen_too(text, number):
    assert number in understand(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "bóng đèn cao áp cháy 2 tháng chưa thay",
        "trạm bơm hỏng, lúa cháy hết, mong sớm sửa",
        "đề nghị tập huấn phòng cháy chữa cháy",
        "xin mở lớp phòng chống đuối nước cho các cháu",
        "Bãi rác đã dập xong, hết khói rồi, cảm ơn đội chữa cháy",
        "ngã ba này hay xảy ra tai nạn, xin lắp đèn",
        "cư dân bức xúc vì rác",
        "Tiền học đầu năm làm tui cháy túi",
        "nhạc to như tra tấn, muốn nổ tung cái đầu",
        "điện giật giật cả ngày, quạt quay không nổi",
        "tụi nhỏ bắn nhau trong game ồn quá",
    ],
)
def test_words_of_danger_without_danger_raise_no_alarm(text):
    understanding = understand(text)

    assert understanding.danger == frozenset()
    assert understanding.urgency.code == "binh_thuong"


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch xã nhận tiền của cty XYZ để cấp đất, tôi có bằng chứng",
        "can bo dia chinh voi vinh 5 trieu",
        "truong thon an chan tien ho tro bao",
        "cát tặc lộng hành trên sông, có kẻ bảo kê",
        "Danh sách hộ nghèo có cháu họ của trưởng thôn dù nhà có hai xe tải",
    ],
)
def test_an_accusation_is_recognised_and_suggests_a_denunciation(text):
    understanding = understand(text)

    assert understanding.accusation.code == "accusation"
    assert understanding.kind.code == "to_cao"


@pytest.mark.parametrize(
    "text",
    [
        "Đèn đường xóm 4 hỏng cả tháng",
        "tôi đã báo trưởng thôn mà đường chưa sửa",
        "cảm ơn công an xã đã nhắc nhở",
        "xin cán bộ khuyến nông xuống xem lúa",
    ],
)
def test_naming_an_official_is_no_accusation(text):
    assert understand(text).accusation.code is None


def test_thanks_for_a_mended_road_are_thanks_and_no_complaint():
    understanding = understand("Đường xóm 8 đã sửa xong, bà con cảm ơn xã")

    assert (understanding.is_thanks, understanding.is_fixed, understanding.kind.code) == (True, True, "cam_on")


def test_polite_words_at_the_end_of_a_complaint_are_no_thanks():
    assert not understand("Nước thải bốc mùi hôi thối, đề nghị xử lý, xin cảm ơn").is_thanks


def test_mended_and_broken_again_is_not_fixed():
    assert not understand("Đèn sửa xong được một tuần lại tắt").is_fixed


def test_a_numbered_list_hints_at_several_matters():
    assert understand("1. Đường hỏng nặng\n2. Mất nước ba ngày").several_matters
    assert not understand("Đường hỏng nặng, xe đi khó").several_matters


def test_a_text_without_known_words_gets_no_subject():
    guess = understand("xyz qwerty zxcv").subject

    assert guess.code is None
    assert guess.alternatives


def test_a_reading_can_be_handed_over():
    reading = read("Cầu treo sắp gãy")

    assert understand(reading).reading is reading


_SAID = "ông bà anh chị cô con Bình Nguyễn Văn B a c e cháu mợ ong ba chi co Ba2 bà2 đèn hỏng ở ngõ 12 0912345678 có".split()


@given(st.lists(st.sampled_from(_SAID), max_size=9).map(" ".join))
def test_a_text_that_is_not_looked_at_identifies_nobody(text):
    reading = read(text)
    persons = find_persons(reading, find_places(reading, dictionary().find(reading.tokens)))

    assert may_identify(text) or not (persons or find_numbers(reading.written))


def test_a_text_without_a_form_of_address_or_a_number_is_not_looked_at():
    assert not may_identify("Việc số 7 ở thôn 3 cần được xem xét")


def test_masking_hides_phones_papers_and_names_and_keeps_the_rest():
    masked = mask("Ông Nguyễn Văn Bình ở ngõ 5 gọi 0912345678, cccd 012345678901, chợ Bà Chiểu")

    assert masked == "Ông *** ở ngõ 5 gọi ***, cccd ***, chợ Bà Chiểu"


def test_a_summary_leaves_the_address_out_and_ends_at_a_sentence():
    text = "Kính gửi MTTQ xã, đèn đường xóm 4 hỏng. Tối đi rất nguy hiểm. Mong sửa."

    assert summary(text, 50) == "đèn đường xóm 4 hỏng. Tối đi rất nguy hiểm."


def test_a_summary_of_one_long_sentence_is_cut_after_a_word():
    cut = summary("đèn đường hỏng " * 30, 40)

    assert cut == "đèn đường hỏng đèn đường hỏng đèn…"


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Anh địa chính bảo đưa trà nước thì sổ mới ra", True),
        ("trưởng xóm lấy tiền quỹ mua xe cho con", True),
        ("Ông cán bộ không nhận đồng nào, tận tình lắm", False),
    ],
)
def test_a_deed_is_told_from_its_denial(text, accused):
    assert (understand(text).accusation.code == "accusation") is accused


@pytest.mark.parametrize(
    ("text", "name"),
    [("xin lắp thêm đèn", "^xin"), ("xin lắp thêm đèn", "them den$"), ("làm ở đâu vậy ạ?", "?")],
)
def test_how_a_text_begins_and_ends_counts_for_danger_and_accusation(text: str, name: str) -> None:
    reading = read(text)

    found = judged_features(reading, terms_of(reading), (), danger_points=0.0, accusation_points=0.0, persons=())

    assert name in found.found


@pytest.mark.parametrize(
    "text",
    [
        "duong vao truong khong den, may dua nho di hoc so lam",
        "con duong sau cho toi lam, con nit di hoc ve so lam",
    ],
)
def test_fear_of_the_dark_on_the_way_to_school_accuses_nobody_without_marks(text: str) -> None:
    assert understand(text).accusation.code is None


@pytest.mark.parametrize("text", ["thay giao so mo chau, chau so lam", "cha duong danh chau di hoc ve, chau so lam"])
def test_who_is_accused_without_marks_stays_accused_beside_fear(text: str) -> None:
    assert understand(text).accusation.code == "accusation"


@pytest.mark.parametrize(
    "text",
    [
        "den duong truoc truong tieu hoc tat, con toi di hoc ve toi lam",
        "duong vao truong be bong den, bao roi khong ai toi, con toi di hoc ve toi lam",
        "cong truoc cho be bong toi qua khong dam di",
    ],
)
def test_two_guesses_at_words_without_marks_accuse_nobody(text: str) -> None:
    assert understand(text).accusation.code is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Thằng út uống nguyên chai thuốc cỏ, giờ nằm mềm oặt, gọi không dậy", "115"),
        ("Có người lạ tới trường tự xưng là cậu rồi chở cháu đi, tới giờ chưa về", "113"),
        ("ghe up giua song, hai dua nho dang bam vo luc binh", "114"),
    ],
)
def test_what_happens_to_people_is_a_danger_without_its_name(text: str, number: str) -> None:
    assert number in understand(text).danger


@pytest.mark.parametrize(
    "text",
    [
        "Ông nội kể năm đó giặc đốt cả làng, nay xin dựng tấm bia",
        "Đội văn nghệ đóng vai cướp, chiếu phim xong trẻ con sợ, xin đổi vở khác",
        "Tưởng ai rớt sông, té ra khúc gỗ, không ai bị gì, bà con khỏi tìm nữa",
    ],
)
def test_a_tale_a_play_and_a_mistake_that_is_owned_are_no_danger(text: str) -> None:
    assert understand(text).urgency.code == "binh_thuong"


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Thương lái bơm nước vào tôm rồi cân điêu của bà con", True),
        ("nua dem nha ben nho coc moc cam lui sang dat nha toi", True),
        ("Tôi hiểu lầm chị kế toán, sổ không thiếu đồng nào, cho tôi xin lỗi chị", False),
    ],
)
def test_deeds_of_traders_and_neighbours_are_told_from_a_mistake_that_is_owned(text: str, accused: bool) -> None:
    assert (understand(text).accusation.code == "accusation") is accused


@pytest.mark.parametrize(
    ("text", "of_a_child"),
    [
        ("cha 80 tuổi bị bỏ đói", False),
        ("cha em 80 tuoi bi con dau bo doi", False),
        ("con dâu bỏ đói mẹ chồng nằm một chỗ", False),
        ("mẹ già bị con trai đánh đập", False),
        ("cháu bé bị bỏ đói", True),
        ("con ông Tư bị đánh đập", True),
        ("cháu nội bà bị bỏ đói", True),
        ("bà cháu bị bỏ đói", True),
        ("cha dượng hành hạ con riêng", True),
        ("bị bố đánh đập", True),
    ],
)
def test_the_number_for_children_is_not_shown_for_an_old_father(text: str, of_a_child: bool) -> None:
    found = understand(text).danger

    assert "113" in found
    assert ("111" in found) is of_a_child
