# What the conversation itself says: answers that were not understood, going back, stopping, old buttons.

engine-did-you-mean = Ý ông/bà có phải là một trong những mục này không ạ?
engine-choose-one = Xin lỗi, tôi chưa rõ ý ông/bà. Nhờ ông/bà chọn một mục dưới đây, hoặc gõ số thứ tự của mục đó.
engine-right-or-stop = Ông/bà muốn nói “đúng” hay “dừng lại” ạ? Mọi điều vẫn được giữ nguyên. Ông/bà chọn một mục dưới đây; muốn thôi thì gõ “hủy”.
engine-text-needed = Nhờ ông/bà viết giúp bằng chữ ạ.
engine-words-needed = Cán bộ sẽ đọc phần này, nhờ ông/bà viết vài chữ giúp ạ.
engine-words-needed-to-officer = Phần này người dân hoặc đồng nghiệp sẽ đọc, nhờ anh/chị viết thành câu giúp ạ.
engine-files-not-kept = Ảnh, tệp vừa gửi chưa được lưu ạ: câu này chỉ cần chữ.
engine-files-not-kept-to-officer = Ảnh, tệp anh/chị vừa gửi chưa được lưu: bước này chỉ cần chữ. Ảnh kết quả thì gửi khi đóng vụ việc (gõ “đóng vụ này”).
engine-text-too-short = Nhờ ông/bà viết rõ thêm một chút ạ.
engine-text-too-long = Phần này dài quá ({ $length } chữ cái, tối đa { $limit }). Nhờ ông/bà viết gọn lại giúp ạ.
engine-confirm = Ông/bà xem đã đúng chưa ạ?
engine-question-changed = Câu hỏi vừa được đổi, nhờ ông/bà trả lời lại giúp ạ.
engine-back-at-start = Đây là bước đầu tiên rồi ạ. Muốn dừng, ông/bà gõ “hủy”.
engine-old-button = Nút đó thuộc về câu hỏi trước. Tôi xin hỏi lại câu hiện giờ ạ.
engine-which-to-correct = Ông/bà muốn sửa phần nào ạ?
engine-unsupported = Loại tin này tôi chưa đọc được. Ông/bà viết bằng chữ, gửi ảnh, tệp hoặc vị trí giúp ạ.
engine-empty = Tin nhắn không có chữ. Ông/bà viết giúp việc muốn phản ánh ạ.
engine-cancelled-withdraw = Vâng, việc vẫn giữ nguyên, không rút.
engine-cancelled-erase = Vâng, dữ liệu vẫn giữ nguyên, không xóa gì.
engine-cancelled = Vâng, tôi đã dừng, chưa gửi gì đi. Nếu đổi ý, ông/bà bấm “Làm tiếp”.
engine-nothing-to-cancel = Hiện không có việc nào đang làm dở ạ.
engine-resumed = Ta làm tiếp việc đang dở nhé ạ.
engine-nothing-to-resume = Không còn việc nào đang làm dở ạ.
engine-nothing-to-go-back = Hiện không có bước nào để quay lại ạ.
engine-button-of-the-past = Nút đó thuộc về cuộc trao đổi trước, nay không dùng nữa. Ông/bà muốn làm gì ạ?
engine-draft-gone = Phần ông/bà viết trước đây không còn giữ nữa, xin ông/bà thông cảm. Nhờ ông/bà viết lại việc đó giúp ạ.
engine-form-gone = Mục đang làm dở nay không còn nữa, xin ông/bà thông cảm. Ông/bà muốn làm gì ạ?
engine-failed = Xin lỗi ông/bà, hệ thống đang gặp trục trặc. Tin ông/bà vừa gửi đã được lưu lại và có người xem. Xin ông/bà thử lại sau ít phút ạ.

button-skip = Bỏ qua
button-continue = Tiếp tục
button-more = Xem thêm
button-keep-all = Không sửa nữa
button-confirm-send = Đúng, gửi đi
button-confirm-fix = Sửa lại
button-confirm-stop = Thôi, không gửi
button-share-pin = 📍 Gửi vị trí của tôi
button-share-phone = Gửi số điện thoại của tôi
button-track = Xem tiến độ
button-add-facts = Gửi thêm
button-open-case = Mở việc này

unit-in-province = { $unit }, { $province }
list-pair = { $first }, { $last }
unit-centre = Trung ương
unit-alone = { $unit }
former-ward = Phường { $unit }
former-district = Quận { $unit }
unit-any = ở mọi nơi
organisation-any = Mọi tổ chức
body-of-unit = { $organisation } { $unit }

label-content = Nội dung
label-kind = Loại ý kiến
label-commune = Xã, phường
label-organisation = Tổ chức
label-subject = Lĩnh vực
label-details = Ảnh, vị trí, chỗ xảy ra
label-on-behalf = Gửi cho ai
label-visibility = Ai biết tên
label-name = Tên người gửi
label-phone = Số điện thoại

phone-not-understood = Số này chưa đúng. Số điện thoại thường có 10 chữ số, bắt đầu bằng số 0. Nhờ ông/bà gõ lại giúp ạ.

# Shown by Telegram before a chat begins, and in its menu.
profile-description = Trợ lý tự động của Mặt trận Tổ quốc và các đoàn thể. Ông/bà viết việc muốn phản ánh, kiến nghị vào đây; chúng tôi chuyển đến đúng nơi và báo lại kết quả.
profile-short = Gửi phản ánh, kiến nghị đến Mặt trận Tổ quốc và các đoàn thể
profile-command-new = Gửi ý kiến, phản ánh
profile-command-track = Xem kết quả theo mã
profile-command-mine = Các việc đã gửi
profile-command-meet = Gặp cán bộ
profile-command-help = Hướng dẫn
profile-command-data = Dữ liệu của tôi
profile-command-work = Việc cần làm
profile-command-work-new = Việc mới
profile-command-work-today = Việc đến hạn hôm nay
profile-command-work-overdue = Việc quá hạn
profile-command-find = Tìm vụ việc
profile-command-figures = Số liệu đơn vị
profile-command-digest = Giờ bản tin hằng ngày
profile-command-absence = Báo nghỉ phép, nhờ người thay
profile-command-leave-office = Thoát vai trò cán bộ

# Said to officers in words of their own.

engine-empty-to-officer = Tin nhắn không có chữ. Anh/chị gõ “việc” để xem danh sách ạ.
