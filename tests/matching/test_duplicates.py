"""Which earlier report is the same problem, and which only looks like it."""

from __future__ import annotations

import pytest

from matching.duplicates import Memory, Reason, ReasonCode, Relation, State, find_similar, prepare
from tests.matching.duplicates_support import LAMP, best, compare, earlier, report, said


@pytest.mark.parametrize(
    "text",
    [
        "den duong ngo 12 le loi khong sang may hom nay",
        "ngõ 12 lê lợi tối thui, bóng đèn cháy ko ai thay",
        "ĐÈN ĐƯỜNG NGÕ 12 LÊ LỢI TẮT HAI TUẦN RỒI",
        "Ddeenf dduwowngf ngox 12 Lee Lowij hongr",
        "Kính gửi Mặt trận. Nhà tôi có bố mẹ già hay đi lễ tối. Đèn ngõ 12 hỏng đã lâu, mong các bác cho người thay bóng.",
    ],
)
def test_the_same_lamp_in_other_words_is_suggested(text: str) -> None:
    similar = compare(report(text), earlier())

    assert similar.suggest
    assert similar.candidates[0].relation is Relation.SAME


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Đèn đường ngõ 21 Lê Lợi hỏng hai tuần nay, tối om, đề nghị sửa.", LAMP),
        ("den duong ngo 21 le loi hong 2 tuan nay", LAMP),
        ("Trại lợn thôn Tây Kỳ xả nước thải hôi thối", "trai lon thon dong ha xa nuoc thai hoi thoi"),
        ("Trại lợn thôn Tây Kỳ xả nước thải hôi thối", "Trại lợn thôn Đông Hạ xả nước thải hôi thối"),
        ("Cống hẻm 45/3 nghẹt, nước đen trào lên.", "Cống hẻm 45/7 nghẹt, nước đen trào lên."),
        ("Trường tiểu học Kim Sơn thu quỹ quá cao", "Trường tiểu học Vạn Xuân thu quỹ quá cao"),
    ],
)
def test_the_same_trouble_at_another_spot_is_not_suggested(new: str, old: str) -> None:
    similar = compare(report(new), earlier(old))

    assert not similar.suggest


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Mặt đường ngõ 12 Lê Lợi nhiều ổ gà, xe máy ngã liên tục.", LAMP),
        ("Chợ Xép mái dột, mưa ướt hết hàng.", "Chợ Xép không có bình chữa cháy, dây điện câu móc."),
    ],
)
def test_another_trouble_at_the_same_place_is_not_suggested(new: str, old: str) -> None:
    similar = compare(report(new), earlier(old))

    assert not similar.suggest


@pytest.mark.parametrize(
    "text",
    [
        "Đèn đường ngõ 12 Lê Lợi đã sửa xong, sáng rồi, cảm ơn phường.",
        "den ngo 12 le loi da sua xong roi, cam on cac bac",
        "Tối qua đèn ngõ 12 Lê Lợi đã sáng lại, bà con rất mừng, cảm ơn Mặt trận.",
    ],
)
def test_thanks_for_a_fix_are_no_repeat(text: str) -> None:
    similar = compare(report(text, days=6), earlier())

    assert not similar.suggest
    assert similar.candidates[0].relation is Relation.THANKS_OR_FIXED


def test_a_polite_end_makes_no_thanks() -> None:
    match = best(report("Đèn ngõ 12 Lê Lợi vẫn tối om, mong sửa sớm. Xin cảm ơn."), earlier())

    assert match.relation is Relation.SAME


def test_what_is_back_after_its_case_was_closed_is_a_recurrence() -> None:
    match = best(report("Đèn ngõ 12 Lê Lợi lại hỏng, tối om.", days=20), earlier(state=State.CLOSED))

    assert match.relation is Relation.RECURRENCE


def test_what_says_that_it_is_back_is_a_recurrence_without_any_state() -> None:
    match = best(report("Đèn ngõ 12 Lê Lợi sửa được mấy hôm lại tắt.", days=20), earlier())

    assert match.relation is Relation.RECURRENCE


def test_the_same_person_again_is_urging() -> None:
    match = best(report("Đèn ngõ 12 Lê Lợi vẫn chưa sửa, bao giờ xong?", person="p1"), earlier(person="p1"))

    assert match.relation is Relation.URGING
    assert match.suggest


def test_the_same_words_in_another_commune_are_not_suggested() -> None:
    similar = compare(report(LAMP, commune="09999"), earlier())

    assert not similar.suggest
    assert similar.candidates[0].score < 0.5


def test_a_near_pin_speaks_for_and_a_far_pin_against() -> None:
    words = "Đèn đường hỏng, tối om, đi lại sợ lắm."
    near = earlier(id="near", lat=16.0001, lon=108.0)
    far = earlier(id="far", lat=16.03, lon=108.0)

    candidates = compare(report(words, lat=16.0, lon=108.0), far, near).candidates

    assert [match.id for match in candidates] == ["near", "far"]
    assert candidates[0].score > candidates[1].score + 0.2
    assert said(candidates[0], ReasonCode.PIN) == [Reason(ReasonCode.PIN, True, 11)]


def test_the_older_of_two_like_reports_scores_less() -> None:
    fresh, stale = earlier(id="fresh", days=0), earlier(id="stale", days=-90)

    candidates = compare(report(), stale, fresh).candidates

    assert [match.id for match in candidates] == ["fresh", "stale"]
    assert candidates[0].score > candidates[1].score


def test_a_place_known_from_an_earlier_report_tells_two_reports_apart() -> None:
    memory = Memory()
    memory.add(earlier("Thôn Tân Quới có đám cưới mở loa to.", id="a", days=-9))
    memory.add(earlier("Thôn Bàu Sen họp dân chiều nay.", id="b", days=-8))
    memory.add(earlier("rac bau sen boc mui khong ai don", id="c", days=0))

    similar = memory.search(report("rac tan quoi boc mui khong ai don"))

    assert not similar.suggest


def test_two_hamlets_along_one_dike_are_two_spots() -> None:
    old = "Đê sông Cái đoạn thôn Đại Phong rò nước, mạch sủi trong đồng."
    here = best(report("de song Cai thon Dai Phong bi ro nuoc"), earlier(old))
    there = best(report("Đê sông Cái đoạn thôn Ghềnh nứt dọc mặt đê."), earlier(old))

    assert there.score < here.score - 0.2


def test_the_initials_of_a_street_are_its_name() -> None:
    text, old = "dao duong tdn ca thang khong lap, bui lam", "Đường Trần Đại Nghĩa đào lên ba tháng chưa lấp."
    named = best(report(text), earlier(old))
    other = best(report(text.replace("tdn", "hxh")), earlier(old))

    assert named.score > other.score


def test_another_letter_code_is_another_spot() -> None:
    similar = compare(report("xin nao vet kenh n4 beo rac day"), earlier("Kênh N2 bèo bít kín, xin nạo vét."))

    assert not similar.suggest


def test_a_name_without_capitals_is_another_spot_than_one_with() -> None:
    told = "Danh sách hộ nghèo thôn Phú Hữu có cháu họ của trưởng thôn."
    here, there = "danh sach ho ngheo phu huu khong dung", "danh sach ho ngheo trung chanh khong dung"

    assert prepare(report(there)).guessed.keys() == {"trung chanh"}
    assert best(report(here), earlier(told)).score > best(report(there), earlier(told)).score + 0.2


def test_ordinary_words_without_capitals_are_no_names() -> None:
    assert prepare(report("den duong truoc cong trung tam toi om, xin sua gap")).guessed == {}


def test_a_number_beside_a_name_tells_two_spots_apart_under_any_head() -> None:
    old = earlier("Nhà mặt phố 110 Thiên Đức đổ bê tông lúc nửa đêm.")

    same = best(report("110 thien duc do be tong ban dem"), old)
    other = best(report("111 thien duc do be tong ban dem"), old)

    assert same.score > other.score + 0.2


def test_a_name_that_a_number_closes_is_another_than_the_bare_name() -> None:
    old = earlier("Khu công nghiệp Quế Võ 2 chậm lương công nhân mười ngày.")

    same = best(report("Công nhân khu công nghiệp Quế Võ 2 bị chậm lương."), old)
    other = best(report("Công nhân khu công nghiệp Quế Võ bị chậm lương."), old)

    assert same.score > other.score


def test_a_companion_that_names_another_place_speaks_against_a_report_without_one() -> None:
    placeless = earlier("Tối thứ bảy nào cũng có dàn loa hát karaoke rất to, cả khu mất ngủ.", id="placeless", days=1)
    companion = earlier("Hồ Văn Miếu tối thứ bảy có dàn loa hát karaoke rất to, cả khu mất ngủ.", id="companion")
    new = report("Công viên Ỷ Lan tối thứ bảy nào cũng có loa hát karaoke rất to.")

    alone = compare(new, placeless).candidates[0]
    beside = next(match for match in compare(new, placeless, companion).candidates if match.id == "placeless")

    assert beside.score < alone.score


def test_two_matters_of_one_place_differ_in_their_scenes() -> None:
    market = "Mái chợ Hạ dột nát, mưa ướt hết hàng của tiểu thương."
    same = best(
        report("Chợ Hạ thủng tôn, trời mưa bà con căng bạt mà bán, nước nhỏ tong tong xuống sạp."), earlier(market)
    )
    other = best(report("Trước chợ Hạ đám choai choai nẹt pô, lạng lách mỗi tối."), earlier(market))

    assert other.score < same.score


def test_reasons_name_what_agrees_before_what_differs() -> None:
    match = best(report("Đèn đường ngõ 21 Lê Lợi hỏng, tối om"), earlier())

    agreeing = [reason.agrees for reason in match.reasons]
    assert agreeing == sorted(agreeing, reverse=True)
    assert said(match, ReasonCode.ALLEY) == [Reason(ReasonCode.ALLEY, False, "12")]
    assert said(match, ReasonCode.STREET) == [Reason(ReasonCode.STREET, True, "Lê Lợi")]
    assert said(match, ReasonCode.OBJECT) == [Reason(ReasonCode.OBJECT, True, "đèn đường")]


def test_a_commune_that_is_named_speaks_of_no_committee() -> None:
    dry = earlier("Dân trong xã thiếu nước")
    committee = earlier("Ủy ban xã đông người")

    named = best(report("Chợ ở xã mất vệ sinh, mùi hôi"), dry)
    meant = best(report("Ủy ban xã đông người quá"), committee)

    assert Reason(ReasonCode.OBJECT, True, "ủy ban") not in named.reasons
    assert Reason(ReasonCode.OBJECT, True, "ủy ban") in meant.reasons


def test_a_subject_that_differs_does_not_forbid_a_match() -> None:
    similar = compare(report(subject="giao_thong"), earlier(subject="ha_tang"))

    assert similar.suggest


def test_candidates_come_best_first_and_no_more_than_asked_for() -> None:
    olds = [prepare(earlier(f"Đèn ngõ {number} hỏng", id=f"o{number}")) for number in range(9)]

    candidates = find_similar(report("Đèn ngõ 3 hỏng"), olds, limit=4).candidates

    scores = [match.score for match in candidates]
    assert len(candidates) == 4
    assert scores == sorted(scores, reverse=True)
    assert candidates[0].id == "o3"
    assert [match.suggest for match in candidates[1:]] == [False] * 3


def test_a_report_is_never_its_own_duplicate() -> None:
    similar = compare(report(id="x"), earlier(id="x"))

    assert similar.candidates == ()


def test_without_candidates_nothing_is_suggested() -> None:
    similar = compare(report())

    assert not similar.suggest
    assert similar.candidates == ()


def test_the_order_of_the_candidates_given_does_not_matter() -> None:
    olds = [earlier(f"Đèn ngõ {number} hỏng", id=f"o{number}", days=-number) for number in range(60)]
    new = report("Đèn ngõ 31 hỏng cả tuần")

    assert compare(new, *olds) == compare(new, *reversed(olds))


def test_memory_searches_the_commune_the_province_or_all() -> None:
    memory = Memory()
    memory.add(earlier(id="here"))
    memory.add(earlier(id="next", commune="05678"))
    new = report()

    found = {
        scope: {match.id for match in memory.search(new, scope).candidates} for scope in ("commune", "province", "all")
    }

    assert found == {"commune": {"here"}, "province": {"here", "next"}, "all": {"here", "next"}}


def test_memory_remembers_nothing_that_was_only_searched() -> None:
    memory = Memory()
    memory.search(report(id="first"))

    assert memory.search(report(id="second")).candidates == ()


@pytest.mark.slow
def test_the_right_report_is_found_among_thousands() -> None:
    memory = Memory()
    for number in range(3000):
        memory.add(earlier(f"Ổ gà trước số nhà {number} đường Trần Phú", id=f"o{number}", days=-(number % 200)))
    memory.add(earlier("Cầu Vôi gãy lan can, nguy hiểm", id="wanted", days=-20))

    similar = memory.search(report("lan can cau voi gay roi"))

    assert similar.candidates[0].id == "wanted"
