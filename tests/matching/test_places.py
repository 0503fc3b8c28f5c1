"""Which commune a text names: today's names, former names, ambiguity, sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from matching.places import Gazetteer, UnitType, Why, find_commune
from tests.matching.places_support import a_commune, a_former_unit, a_province, codes, read, shipped_gazetteer

DEVELOPMENT = Path(__file__).parents[2] / "benchmarks" / "data" / "places_dev.jsonl"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Phường Vinh Hưng", "17920"),
        ("p vinh hung nghe an", "17920"),
        ("x. quang dien", "19867"),
        ("P Trường Vinh", "16690"),
        ("x do luong na", "17662"),
        ("xa binh chanh tphcm", "27637"),
        ("PHƯỜNG KINH BẮC", "09187"),
        ("Bắc Ninh, phường Kinh Bắc", "09187"),
        ("xã Chiêm Hoá", "02287"),
        ("xã Chiêm Hóa", "02287"),
        ("xax Quangr Ddieenf", "19867"),
        ("xa4 Qua3ng d9ie6n2", "19867"),
        ("xa dak mil lam dong", "24670"),
        ("pleiku, p dien hong", "23563"),
        ("1 Bảo Lộc, Lâm Đồng", "24823"),
        ("2 bao loc", "24820"),
        ("tôi ở 3 Bảo Lộc", "24841"),
        ("P1 Bảo Lộc", "24823"),
    ],
)
def test_a_name_is_read_however_it_is_typed(typed, code):
    reading = read(typed)

    assert reading.decision == code
    assert reading.candidates[0].code == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Xã Quảng Phước, huyện Quảng Điền, Huế", "19867"),
        ("Thị trấn Sịa, Quảng Điền, Huế", "19867"),
        ("Xã Quảng Thành, Quảng Điền, Huế", "20014"),
        ("Thị trấn Vĩnh Lộc, Chiêm Hóa, Tuyên Quang", "02287"),
        ("Xã Hòa Phú, Chiêm Hóa, Tuyên Quang", "02365"),
        ("Xã Bình Phú, Chiêm Hóa, Tuyên Quang", "02317"),
        ("Phường Nghi Thủy, TP. Vinh, Nghệ An", "16732"),
        ("Phường Hưng Lộc, TP. Vinh, Nghệ An", "16708"),
        ("Xã Châu Nhân, Hưng Nguyên, Nghệ An", "18040"),
        ("Phường Bắc Lý, TP. Đồng Hới, Quảng Bình", "18859"),
        ("Phường Dĩnh Kế, TP. Bắc Giang, Bắc Giang", "07210"),
        ("Phường Tân Phú, quận 7, TP.HCM", "27487"),
        ("Xã Tân Phú Trung, Củ Chi, TP.HCM", "27553"),
        ("Xã Tân Phú Trung, Châu Thành, Đồng Tháp", "30259"),
    ],
)
def test_a_former_unit_leads_to_the_commune_of_today(typed, code):
    """Source: reference on administrative data, §9.3, test vectors."""
    assert read(typed).decision == code


@pytest.mark.parametrize(
    ("typed", "acceptable"),
    [
        ("Phường Trần Phú, quận Hoàng Mai, Hà Nội", {"00328", "00331", "00340"}),
        ("Xã Hồng Hà, Đan Phượng, Hà Nội", {"08980", "09022", "09787", "09817"}),
        ("Phường Đại Mỗ, quận Nam Từ Liêm, Hà Nội", {"00622", "00634", "00637", "09556", "09886"}),
        ("Phường Hiệp Thành, TP. Thủ Dầu Một, Bình Dương", {"25747", "25750"}),
    ],
)
def test_a_split_commune_is_ambiguous_among_its_parts(typed, acceptable):
    reading = read(typed)

    assert (reading.decision, reading.ambiguous) == (None, True)
    assert codes(reading) == acceptable


def test_the_development_strings_are_read_right():
    wrong = []
    for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = {f"{code:05d}" for code in row["gold_2026_9_0"]}
        province = None if row["province_code"] is None else f"{row['province_code']:02d}"
        reading = read(row["text"], province_code=province)
        if not (reading.decision in gold if len(gold) == 1 else reading.ambiguous and codes(reading) <= gold):
            wrong.append(row["text"])

    assert wrong == []


@pytest.mark.parametrize("typed", ["ngõ 1 Bảo Lộc", "nhà số 2 Bảo Lộc", "hẻm 3 Bảo Lộc"])
def test_the_number_of_a_house_or_an_alley_is_no_part_of_a_name(typed):
    assert read(typed).decision is None


def test_namesakes_are_ambiguous_without_a_province_and_decided_with_one():
    assert read("phường Hoàng Mai").ambiguous
    assert codes(read("phường Hoàng Mai")) == {"00331", "17110"}
    assert read("phường Hoàng Mai", province_code="40").decision == "17110"


def test_nearness_chooses_between_namesakes():
    vinh = (18.67, 105.68)

    assert read("phường Hoàng Mai", near=(19.27, 105.72)).decision == "17110"
    assert read("phường Hoàng Mai", near=vinh).ambiguous


def test_a_bare_name_that_was_a_district_too_may_mean_all_of_it():
    reading = read("nam dan", province_code="40")

    assert reading.ambiguous
    assert reading.candidates[0].why is Why.CURRENT_NAME
    assert codes(reading) <= {"17935", "17944", "17950", "17971", "17989"}


def test_a_type_word_settles_it():
    assert read("xã Nam Đàn").decision == "17935"
    assert read("tt nam đàn", province_code="40").decision == "17950"
    assert read("huyện Nam Đàn").ambiguous


def test_typed_diacritics_break_the_tie_and_missing_ones_do_not():
    assert read("phường Mỹ Tho", province_code="82").decision != read("xã Mỹ Thọ", province_code="82").decision
    assert read("xã Tân Thạnh", province_code="80").decision != read("xã Tân Thành", province_code="80").decision
    assert read("xa tan thanh", province_code="80").ambiguous


def test_an_old_name_that_is_another_place_today_follows_the_former_city():
    """Old Xã Hưng Đạo of Cao Bằng city is now Phường Thục Phán; today's Xã Hưng Đạo is elsewhere."""
    former, present = read("xã Hưng Đạo, thành phố Cao Bằng"), read("xã Hưng Đạo, Cao Bằng")

    assert former.candidates[0].name == "Phường Thục Phán"
    assert present.candidates[0].name == "Xã Hưng Đạo"
    assert "Phường Thục Phán" in {candidate.name for candidate in present.candidates}


def test_the_word_for_former_turns_to_the_old_unit():
    assert read("xã cũ Tân Phú Trung (Củ Chi)").decision == "27553"
    assert read("xã Nghi Kim cũ").decision == "17920"


def test_a_candidate_says_why():
    current, former = read("xã Quảng Điền, Huế"), read("thị trấn Sịa")

    assert current.candidates[0].why is Why.CURRENT_NAME
    assert current.candidates[0].former_name is None
    assert former.candidates[0].why is Why.FORMER_NAME
    assert (former.candidates[0].former_name, former.candidates[0].former_district) == ("Sịa", "Quảng Điền")
    assert former.candidates[0].name == "Xã Quảng Điền"


def test_names_of_earlier_mergers_are_known():
    """Quận 9 became part of Thủ Đức in 2020; xã Hưng Phú part of Hưng Thành (Hưng Nguyên) in 2024."""
    assert read("phường Long Trường quận 9").decision == read("phường Long Trường, thủ đức").decision
    assert read("xã Hưng Khánh, Hưng Nguyên").candidates[0].why is Why.FORMER_NAME


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("xa qung dien hue", "19867"),
        ("xã Quảng Điềm, Huế", "19867"),
        ("phuong kinnh bac", "09187"),
        ("phường Vĩ Dạ", "19777"),
        ("xã Quãng Điền, Huế", "19867"),
        ("xã Xơn Mai, Quảng Ngãi", "21349"),
        ("hoan loa quang binh", "19111"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven(typed, code):
    assert read(typed).candidates[0].code == code


def test_words_whose_marks_only_resemble_a_name_are_asked_about():
    assert read("xã đường hỏng").decision == read("duong hong").decision == "01012"

    reading = read("đường hỏng")

    assert (reading.decision, reading.ambiguous) == (None, True)


def test_a_slip_that_fits_two_names_is_ambiguous():
    reading = read("xa binh kahnh", province_code="79")

    assert reading.decision is None
    assert {"27637", "27667"} <= codes(reading)


def test_numbered_wards_need_their_district():
    assert read("phường 3").ambiguous
    assert codes(read("p. 3 q. tan binh")) == codes(read("Phường 3, quận Tân Bình"))
    assert read("P12 Q.3 TPHCM").decision or read("P12 Q.3 TPHCM").ambiguous


def test_a_province_alone_names_no_commune():
    assert read("tỉnh Nghệ An").candidates == ()
    assert read("ở Hà Nội").decision is None


def test_a_name_outside_the_known_province_is_not_decided():
    assert read("phường Kinh Bắc", province_code="40").decision is None


# ------------------------------------------------------------------------------------------------------ sentences


@pytest.mark.parametrize(
    ("sentence", "code", "named"),
    [
        ("Đường liên thôn xã Quảng Điền hư hết, mong sửa sớm.", "19867", "xã Quảng Điền"),
        ("duong lien thon xa quang dien hu het, mong sua som", "19867", "xa quang dien"),
        ("Tui ở ấp 3 xã cũ Tân Phú Trung (Củ Chi) đường ngập hoài", "27553", "xã cũ Tân Phú Trung"),
        ("Cho hỏi sau sáp nhập xã Châu Nhân thuộc xã nào?", "18040", "xã Châu Nhân"),
        ("Đèn đường ở Kinh Bắc, Bắc Ninh tắt cả tuần nay rồi", "09187", "Kinh Bắc"),
        ("Quốc lộ 46 qua thị trấn Nam Đàn cũ đào lên rồi bỏ đó", "17950", "thị trấn Nam Đàn"),
        ("mất điện hoài, nhà em ở p.Trường Vinh tổ 5", "16690", "p.Trường Vinh"),
        ("nhà ở mù cang chải mà sóng yếu quá", "04456", "mù cang chải"),
        ("xã kế xách, cần thơ mất điện", "31528", "xã kế xách"),
        ("phuờng cao lãnh mất nước ba hôm nay", "29869", "phuờng cao lãnh"),
    ],
)
def test_a_commune_named_inside_a_sentence_is_found_with_its_place(sentence, code, named):
    reading = read(sentence)

    assert reading.decision == code
    assert sentence[slice(*reading.span)] == named


@pytest.mark.parametrize(
    "sentence",
    [
        "Thôn Tân Tiến mất điện từ tối qua, gọi điện lực không ai nghe.",
        "Nhà ông Hòa Bình đầu ngõ xây lấn ra đường cả mét.",
        "nha may xa thai hoa chat ra kenh, ca chet trang",
        "Đường Trần Phú, Hà Nội ngập mỗi khi mưa.",
        "Xã hội giờ phức tạp, mong tăng cường tuần tra.",
        "Phương án đền bù chưa hợp lý, dân chưa đồng ý.",
        "Theo TT 05/2021 thì đơn này phải được trả lời.",
        "Ông/bà trả lời ngay tại đây nhé ạ.",
        "Đề nghị phường kiểm tra hàng quán lấn chiếm vỉa hè.",
        "người bệnh ở trung tâm chờ lâu",
        "ở trần nhân tông có hố sâu giữa đường",
        "dân yên tâm vì đã có đèn",
        "ko ai hốt rác cả tuần nay, hôi lắm ad ơi",
        "cảm ơn",
        "xin chào",
    ],
)
def test_nothing_is_invented_where_no_commune_is_named(sentence):
    assert read(sentence).candidates == ()


def test_old_and_new_name_in_one_sentence_agree():
    reading = read("Tôi ở xã Hồng Hà, huyện Đan Phượng cũ, nay là xã Ô Diên, đường thôn hỏng hết cả")

    assert reading.decision == "09817"


def test_two_communes_that_are_equally_named_are_ambiguous():
    reading = read("Bãi rác nằm giữa phường Kinh Bắc và phường Võ Cường bốc mùi cả ngày lẫn đêm")

    assert (reading.decision, reading.ambiguous) == (None, True)
    assert {"09187", "09190"} <= codes(reading)


def test_a_known_province_lets_a_capitalised_name_count():
    sentence = "Ở Tân Tiến mấy bữa nay mất nước, bà con khổ quá"

    assert read(sentence).decision is None
    assert read(sentence, province_code="96").decision is not None


# ----------------------------------------------------------------------------------------------------- the value


def test_a_gazetteer_is_built_from_plain_values():
    gazetteer = Gazetteer.build([a_province(), a_commune()], [a_former_unit()])

    assert find_commune(gazetteer, "thị trấn Sịa").decision == "19867"
    assert gazetteer.position("19867") == 0
    assert gazetteer.position("06978") is None


def test_former_units_without_a_commune_of_today_are_left_out():
    gazetteer = Gazetteer.build([a_province(), a_commune()], [a_former_unit(new_codes=("99999",))])

    assert find_commune(gazetteer, "thị trấn Sịa").candidates == ()


def test_an_empty_gazetteer_finds_nothing():
    assert find_commune(Gazetteer.build([], []), "xã Quảng Điền").candidates == ()


def test_a_changed_type_word_still_finds_the_commune():
    """Lạng Giang was a xã until August 2026 and is a phường now."""
    gazetteer = Gazetteer.build(
        [a_province("24", "Bắc Ninh"), a_commune("07375", "Lạng Giang", UnitType.WARD, "24")], []
    )

    assert find_commune(gazetteer, "xã Lạng Giang").decision == "07375"


def test_there_are_at_most_five_candidates_best_first():
    reading = read("gò vấp")

    assert len(reading.candidates) == 5
    scores = [candidate.score for candidate in reading.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_all_tables_are_small():
    gazetteer = shipped_gazetteer()

    assert len(gazetteer.communes) == 3_321
    assert len(gazetteer.by_key) < 9_000
