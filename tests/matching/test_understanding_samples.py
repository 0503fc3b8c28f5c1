"""The thirty texts of domain.md 8.4: kind, subject, organisation, accusation and danger as expected there."""

from __future__ import annotations

import pytest

from matching.understanding import understand

SAMPLES = [
    # text; subjects that are right; accusation; numbers to call
    (
        "Kính gửi MTTQ, đoạn đường trước cổng trường tiểu học Quảng Phước ổ gà nhiều, học sinh hay té ngã. Mong cấp trên sớm sửa chữa.",
        "giao_thong",
        False,
        "",
    ),
    ("rac dau ngo 12 to dan pho 5 3 ngay roi k ai don mui hoi lam", "moi_truong", False, ""),
    ("Ad ơi mn ở kp 3 p Tân Phú mất nước 2 hnay r, gọi ko ai nghe", "ha_tang", False, ""),
    ("Đèn đường xóm 4 hỏng cả tháng ni rồi, tối đi không chộ chi hết", "ha_tang", False, ""),
    ("Nước ruộng đồng sau bị trại lợn nhà ông T xả ra, cá chết trắng, bà con kêu trời", "moi_truong", None, ""),
    ("Đề nghị xã mở lại lớp xóa mù chữ cho bà con dân tộc Dao ở bản trên", "giao_duc dan_toc_ton_giao", False, ""),
    ("xin hoi ho so ho ngheo cua nha toi sao bi cat mà hổng ai báo", "an_sinh", False, ""),
    ("Nha toi bi thu hoi 120m2 dat nhung boi thuong 2tr/m2 tôi ko đồng ý, quyet dinh so 45", "dat_dai", False, ""),
    ("Chủ tịch xã nhận tiền của cty XYZ để cấp đất, tôi có bằng chứng", "can_bo", True, ""),
    ("dduwowngf quoocs looj 1 ddoanj qua xax hoom nay ngaapj saau", "thien_tai giao_thong", False, ""),
    ("d9u7o7ng2 qua1 xa61u, xe ta3i cha5y suo61t d9e6m", "giao_thong", False, ""),
    ("Công ty nợ lương công nhân 3 tháng, tụi em hỏi thì bị đuổi, nhờ công đoàn giúp", "lao_dong", None, ""),
    ("Trạm y tế hết thuốc bhyt hoài, phải lên tỉnh mua mắc lắm", "y_te", False, ""),
    ("Cô giáo thu tiền quỹ lớp 500k không có hóa đơn, phụ huynh bức xúc", "giao_duc dong_gop", None, ""),
    ("Cho hỏi sau sáp nhập xã Châu Nhân thuộc xã nào, làm giấy khai sinh ở đâu?", "sap_xep", False, ""),
    ("Xe ben chở đất chạy rầm rầm 2h sáng qua thôn, nứt cả nhà", "giao_thong moi_truong", False, ""),
    ("Cầu treo bản em sắp gãy rùi ạ, tụi em đi học sợ lắm", "giao_thong", False, None),
    ("loa karaoke kéo tới 11 12 giờ đêm, nhà có người già bệnh", "van_hoa", False, ""),
    ("KHẨN!!! nước lũ lên nhanh ở thôn Đoài, có người già mắc kẹt", "thien_tai", False, "112"),
    ("Chồng tôi đánh tôi hoài, xin hội phụ nữ giúp", "gia_dinh", None, "113"),
    ("Góp ý dự thảo văn kiện: nên ghi rõ tỷ lệ nữ cán bộ cấp xã", "xd_dang_cq", False, ""),
    ("tram bom thuy loi hong, lua chay het, mong som sua de kip vu dong xuan", "nong_nghiep thien_tai", False, ""),
    ("Một cửa phường hẹn 3 lần chưa trả kết quả, nói do mạng", "hanh_chinh", False, ""),
    ("lừa đảo qua zalo giả danh công an chuyển mất 30tr rồi, sdt 09xx", "an_ninh", None, ""),
    ("Xin cảm ơn Mặt trận xã đã nhắc UBND sửa cầu, bà con rất vui", "xd_dang_cq giao_thong", False, ""),
    ("Sao dân kêu hoài hổng thấy ai trả lời zậy, mã MT-7K3-204", "hanh_chinh", False, ""),
    ("Nhà văn hóa thôn khóa cửa suốt, thanh niên không có chỗ chơi", "van_hoa", False, ""),
    ("Bố tôi là thương binh 3/4 chưa được hưởng chế độ điều dưỡng", "an_sinh", False, ""),
    ("Con mèo nhà hàng xóm kêu suốt đêm", "van_hoa khac", False, ""),
    ("tui ở ấp 3 xã cũ Tân Phú Trung (Củ Chi) đường ngập mỗi lần mưa, ai giải quyết?", "thien_tai", False, ""),
]


@pytest.mark.parametrize(("text", "subjects", "accusation", "number"), SAMPLES)
def test_a_sample_of_the_domain_page_is_understood(text, subjects, accusation, number):
    understanding = understand(text)

    assert understanding.subject.alternatives[0][0] in subjects.split()
    if accusation is not None:
        assert (understanding.accusation.code == "accusation") is accusation
    if number is not None:
        assert (number in understanding.danger) if number else (understanding.danger == frozenset())


@pytest.mark.parametrize(
    ("number", "kind"),
    [(0, "phan_anh"), (7, "khieu_nai"), (8, "to_cao"), (20, "gop_y"), (24, "cam_on")],
)
def test_the_kind_is_first_among_those_offered(number, kind):
    assert understand(SAMPLES[number][0]).kind.alternatives[0][0] == kind


@pytest.mark.parametrize(("number", "organisation"), [(11, "cong_doan"), (19, "phu_nu"), (21, "nong_dan"), (0, "mttq")])
def test_the_organisation_is_first_among_those_offered(number, organisation):
    assert understand(SAMPLES[number][0]).organisation.alternatives[0][0] == organisation
