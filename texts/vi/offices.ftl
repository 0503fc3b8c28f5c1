# Nơi dân có thể đến gặp: cán bộ hoặc người quản trị ghi địa chỉ, điện thoại, giờ làm việc.

command-office =
    văn phòng
    sửa văn phòng
    ghi văn phòng
    trụ sở
    nơi tiếp dân
    /vanphong
    /truso
office-which-body = Anh/chị ghi nơi tiếp dân của đơn vị nào ạ?
office-other-body = Đơn vị khác
office-commune = Của xã, phường nào ạ? Anh/chị gõ tên xã, phường.
office-organisation = Của tổ chức nào ạ?
office-address-ask = Dân đến gặp { $body } ở đâu ạ? Anh/chị ghi địa chỉ, ví dụ: số 12 đường Trần Phú, tầng 1.
office-address-known =
    Nơi tiếp dân của { $body } đang ghi: { $known }

    Anh/chị ghi địa chỉ mới, hoặc giữ nguyên.
office-phone-ask = Số điện thoại dân có thể gọi trong giờ làm việc ạ?
office-phone-known = Điện thoại đang ghi: { $known }. Anh/chị ghi số mới, hoặc giữ nguyên.
office-phone-not-understood = Chưa thấy số điện thoại. Anh/chị ghi như 0234 3822 123, nhiều số thì cách nhau bằng dấu phẩy ạ.
office-hours-ask = Khi nào có người tiếp dân ạ? Ví dụ: thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00.
office-hours-known = Giờ làm việc đang ghi: { $known }. Anh/chị ghi giờ mới, hoặc giữ nguyên.
office-keep = Giữ nguyên
office-leave-empty = Để trống
office-empty = (để trống)
office-summary =
    { $body }
    Địa chỉ: { $address }
    Điện thoại: { $phone }
    Giờ làm việc: { $hours }

    Người dân bấm “Gặp cán bộ” sẽ thấy như vậy.
office-save = Lưu
office-saved = Đã lưu nơi tiếp dân của { $body }. Người dân bấm “Gặp cán bộ” sẽ thấy.
office-cleared = Nơi tiếp dân của { $body } nay để trống; người dân được hướng dẫn đến trụ sở xã, phường.
