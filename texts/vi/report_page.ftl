# Trang của một báo cáo: sửa từng mục cạnh số liệu, duyệt, vào sổ, gửi. Cán bộ và lãnh đạo đọc.

report-page-title = Trang báo cáo
report-page-skip = Đến nội dung
report-page-open = Mở báo cáo trên máy này
report-page-open-what = Trang này để sửa, duyệt và gửi báo cáo. Sau khi mở, trang dùng được trên máy này trong { $hours } giờ.
report-page-open-once = Liên kết chỉ mở được một lần. Nếu anh/chị muốn làm việc trên máy khác, hãy mở liên kết ở máy đó.
report-page-unknown = Liên kết này không đúng. Anh/chị mở báo cáo trong cuộc trò chuyện rồi bấm “Sửa trên trang” để nhận liên kết mới.
report-page-used = Liên kết này đã được mở trên một máy rồi. Cần mở ở máy khác, anh/chị bấm “Sửa trên trang” trong cuộc trò chuyện để nhận liên kết mới.
report-page-expired = Liên kết này đã hết hạn. Anh/chị bấm “Sửa trên trang” trong cuộc trò chuyện để nhận liên kết mới.
report-page-not-yours = Trang này không mở trên máy này. Anh/chị bấm “Sửa trên trang” trong cuộc trò chuyện để nhận liên kết mới.
report-page-over = Thời gian dùng trang đã hết. Anh/chị bấm “Sửa trên trang” trong cuộc trò chuyện để nhận liên kết mới.
report-page-revoked = Tài khoản này không còn quyền với báo cáo, nên trang đã đóng. Nếu có nhầm lẫn, xin báo người quản trị.
report-page-again = Mọi nội dung đã lưu vẫn còn trong báo cáo.
report-page-typed = Phần anh/chị vừa viết
report-page-typed-keep = Phần này chưa lưu vào báo cáo. Anh/chị chép lại để dùng sau.
report-page-typed-part = Đoạn { $number }
report-page-too-large = Nội dung gửi lên quá lớn nên không nhận được. Anh/chị bấm nút quay lại của trình duyệt, nội dung vẫn còn trong trang trước.
report-page-failed = Hệ thống đang gặp trục trặc nên chưa lưu được. Xin thử lại sau ít phút.
report-page-no-document = Chưa soạn được tệp lúc này. Xin thử lại sau ít phút.
report-page-closed = Đã đóng trang trên máy này.

report-page-due = Hạn { $day }
report-page-number = Số { $number }/{ $symbol }
report-page-files = Xem và tải
report-page-file-pdf = Xem PDF
report-page-file-docx = Tải Word
report-page-file-xlsx = Tải Excel
report-page-contents = Các mục
report-page-how = Mỗi ô là một đoạn của báo cáo; số liệu của đoạn ở bên cạnh hoặc bên dưới, bấm vào để xem các vụ việc. Sửa số liệu thì ghi lý do.
report-page-label = { $section }, đoạn { $number }
report-page-figures-of = Số liệu trong đoạn
report-page-sealed = và { $count } trường hợp thuộc diện bảo mật hoặc không nêu
report-page-before = kỳ trước { $value }
report-page-last-year = cùng kỳ năm trước { $value }
report-page-was = tổng hợp là { $source }
report-page-figure-changed = Số tổng hợp là { $source }; lý do sửa: { $reason }
report-page-all-cases = Xem cả { $count }
report-page-no-cases = Không có vụ việc nào được liệt kê cho số liệu này.
report-page-earlier = ← Trước
report-page-further = Tiếp theo (còn { $count }) →
report-page-rows-cut = Còn { $count } dòng, xem trong tệp.
report-page-tables = Bảng do hệ thống lập từ số liệu.
report-page-why = Sửa số liệu trong đoạn này?
report-page-reason = Lý do sửa số liệu (in trong phụ lục giải trình). Tỷ lệ, phần so sánh tính từ số này không tự đổi theo
report-page-reason-was = Lý do: { $reason }
report-page-edited = Đã sửa so với bản tổng hợp.
report-page-left-out = (để trống, bản gửi đi không in đoạn này)
report-page-theirs = Hiện nay:
report-page-yours = Bên dưới là phần của anh/chị. Lưu lần nữa thì phần này thay cho đoạn trên.

report-page-save = Lưu
report-page-save-section = Lưu mục này
report-page-submit = Lưu và trình duyệt
report-page-bar = Nhớ lưu trước khi rời trang.
report-page-bar-problem = Có đoạn chưa lưu, xem ở đầu trang.
report-page-not-lost = Phần anh/chị viết vẫn còn trong các ô bên dưới.

report-page-said-saved = Đã lưu { $count } đoạn.
report-page-said-nothing = Không có gì mới để lưu.
report-page-said-kept-back = { $count ->
    [0] Chưa lưu được, xin xem các đoạn sau:
   *[other] Đã lưu { $count } đoạn. Còn các đoạn sau chưa lưu:
}
report-page-said-not-submitted = Chưa trình vì còn đoạn chưa lưu được:
report-page-said-submitted = Đã trình duyệt. Lãnh đạo đã được báo.
report-page-said-approved = Đã duyệt. Cán bộ làm báo cáo đã được báo.
report-page-said-returned = Đã trả lại để sửa. Cán bộ làm báo cáo đã được báo.
report-page-said-numbered = Đã vào sổ, số { $count }.
report-page-said-told = Đã báo cho { $count } người nhận trong ứng dụng.
report-page-said-mailed = Đang soạn tệp và gửi { $count } e-mail; tình hình gửi ở phần Diễn biến.
report-page-said-mailed-before = Bản này đã được gửi hoặc đang gửi đến các địa chỉ đó.
report-page-said-linked = Đang soạn tệp; liên kết sẽ đến trong cuộc trò chuyện của anh/chị.
report-page-said-linked-before = Liên kết cho nơi nhận này đã có hoặc đang được soạn.
report-page-said-paper = Đã ghi việc gửi bản giấy.

report-page-problem-at = { $section } – đoạn { $number }
report-page-problem-reason = Số liệu trong đoạn này được sửa; xin ghi lý do rồi lưu lại.
report-page-problem-conflict = Người khác vừa sửa đoạn này nên phần của anh/chị chưa lưu.

report-page-deciding = Duyệt báo cáo
report-page-approve = Duyệt
report-page-note = Cần sửa gì?
report-page-return = Trả lại để sửa

report-page-going-out = Vào sổ và gửi đi
report-page-register = Vào sổ
report-page-number-next = Số (để trống thì lấy số { $number } của sổ)
report-page-number-hand = Số ghi trong sổ
report-page-dated = Ngày ghi trên báo cáo (ngày/tháng/năm)
report-page-enter = Vào sổ
report-page-blank = Ghi số bằng tay thì bỏ qua bước này; bản in chừa chỗ cho số và ngày.
report-page-by-chat = Trong ứng dụng
report-page-by-chat-what = Lãnh đạo và người đọc của cấp ủy nhận tin kèm nút mở báo cáo.
report-page-by-chat-do = Gửi tin
report-page-by-email = E-mail
report-page-addresses = Địa chỉ, cách nhau bằng dấu phẩy
report-page-formats = Tệp kèm theo
report-page-format-docx = Word
report-page-format-pdf = PDF
report-page-format-xlsx = Phụ lục Excel
report-page-no-format = Xin chọn ít nhất một tệp để gửi kèm.
report-page-by-email-do = Gửi e-mail
report-page-by-link = Liên kết tải
report-page-by-link-what = Liên kết đến trong cuộc trò chuyện của anh/chị để chuyển cho nơi nhận; hết hạn sau 7 ngày.
report-page-no-public = Hệ thống chưa có địa chỉ công khai (https) nên chưa tạo được liên kết cho người ngoài.
report-page-whom = Nơi nhận
report-page-by-link-do = Tạo liên kết
report-page-on-paper = Bản giấy
report-page-day = Ngày gửi (ngày/tháng/năm)
report-page-on-paper-do = Ghi đã gửi

report-page-story = Diễn biến
report-page-dispatch-line = { $way } đến { $recipient }: { $state }
report-page-paper-line = Bản giấy gửi { $whom } ngày { $day }
report-way-chat = trong ứng dụng
report-way-email = e-mail
report-way-link = liên kết tải
report-way-paper = bản giấy
report-delivery-being-made = đang soạn tệp
report-delivery-under-way = đang gửi
report-delivery-delivered = đã gửi
report-delivery-failed = chưa gửi được
report-page-until = Trang này dùng được trên máy này đến { $at }.
report-page-close = Đóng trang trên máy này
