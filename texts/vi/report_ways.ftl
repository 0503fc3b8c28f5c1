# Báo cáo đi và về trong cuộc trò chuyện: tệp Word gửi lại, vào sổ, gửi đi. Cán bộ đọc.

report-button-page = Sửa trên trang
report-button-look = Xem trên trang
report-button-number = Vào sổ
report-button-send-by = Gửi báo cáo…
report-button-send-again = Gửi lại báo cáo…
report-button-email = Gửi e-mail
report-button-link = Lấy liên kết tải
report-button-paper = Ghi đã gửi bản giấy
report-button-take = Lấy các sửa đổi này
report-button-leave = Không lấy

error-report-step-not-allowed = Báo cáo đang ở bước khác nên chưa làm được việc này. Nhờ anh/chị mở lại báo cáo để xem.
report-card-number = Số { $number }/{ $symbol }, ngày { $day }.

## Tệp Word gửi lại

report-draft-coming = { $count ->
    [1] Đã nhận tệp Word. Tôi đang đọc và so với bản đã gửi anh/chị, trong ít phút ạ.
   *[other] Đã nhận { $count } tệp Word. Tôi đang đọc và so với bản đã gửi anh/chị, trong ít phút ạ.
}
report-draft-no-word = Tôi chỉ nhận lại dự thảo báo cáo ở dạng tệp Word (.docx) đã gửi từ đây. Nhờ anh/chị gửi đúng tệp đó ạ.
report-draft-old-word = Tệp này ở dạng tôi chưa đọc được. Nhờ anh/chị chọn “Lưu thành” (Save As) dạng .docx rồi gửi lại; các sửa đổi của anh/chị vẫn nằm trong tệp.
report-draft-unreadable = Tôi không mở được tệp { $name }: tệp hỏng, có mật khẩu hoặc không phải dự thảo báo cáo. Báo cáo giữ nguyên. Nhờ anh/chị lưu lại bằng Word rồi gửi lần nữa ạ.
report-draft-not-known = Tệp { $name } không phải dự thảo của báo cáo nào thuộc đơn vị anh/chị, nên không có gì thay đổi. Nhờ anh/chị sửa đúng tệp Word đã nhận từ đây rồi gửi lại ạ.
report-draft-not-open = { $report } đang ở bước “{ $state }” nên chưa nhận sửa đổi. Tệp của anh/chị vẫn còn trong cuộc trò chuyện này. Muốn sửa, lãnh đạo trả lại báo cáo, hoặc làm bản đính chính nếu đã gửi.
report-draft-compiled-again = Số liệu của { $report } đã được tổng hợp lại sau khi tệp này được gửi, nên không so được nữa. Nhờ anh/chị bấm “Nhận tệp báo cáo” để lấy bản mới và chép phần đã viết sang; tệp cũ vẫn còn trong cuộc trò chuyện này.
report-draft-same = Tệp giống bản đã gửi: { $report } không có gì thay đổi ạ.
report-draft-read = Đã đọc tệp: { $report }. { $count ->
    [0] Không có đoạn nào lấy được.
   *[other] Có { $count } đoạn được sửa:
}
report-draft-change =
    { $number }. { $section }
    Trước: { $before }
    Sau: { $after }
report-draft-change-figures =
    { $number }. { $section }
    Trước: { $before }
    Sau: { $after }
    ⚠ Sửa số liệu – { $figures }
report-draft-filled =
    { $number }. { $section }
    Viết thêm: { $after }
report-draft-emptied =
    { $number }. { $section }
    Bỏ đoạn: { $before }
report-draft-more = Và { $count } đoạn khác, xem đủ trên trang sau khi lấy.
report-draft-conflict =
    ✗ { $section }: đoạn này đã được người khác sửa sau khi tệp được gửi, nên tôi không lấy.
    Hiện nay: { $now }
    Trong tệp: { $after }
report-draft-more-conflicts = Và { $count } đoạn khác cũng đã được người khác sửa, không lấy.
report-draft-cell = ✗ Ô trong bảng sửa từ “{ $before }” thành “{ $after }”: bảng do hệ thống lập từ số liệu nên không lấy.
report-draft-added = ✗ Đoạn thêm mới “{ $text }”: không lấy được vì chưa thuộc mục nào. Nhờ anh/chị viết tiếp vào một đoạn có sẵn.
report-draft-more-left = Và { $count } chỗ khác không lấy được.
report-draft-ask = Anh/chị có lấy các sửa đổi này vào báo cáo không ạ?
report-draft-ask-reason = Anh/chị có lấy các sửa đổi này vào báo cáo không ạ? Vì có sửa số liệu, tôi sẽ hỏi thêm lý do. Các tỷ lệ, phần so sánh tính từ số đó không tự đổi theo, nhờ anh/chị xem lại.
report-draft-reason-ask = Vì sao số liệu được sửa? Lý do này được in trong phụ lục giải trình và lưu cùng báo cáo.
report-draft-taken = { $count ->
    [0] Các đoạn này đã đúng như trong báo cáo, không cần lấy thêm.
   *[other] Đã lấy { $count } đoạn vào báo cáo.
}
report-draft-left = Không lấy sửa đổi nào; báo cáo giữ nguyên. Tệp vẫn còn trong cuộc trò chuyện này.
report-draft-read-again = { $report } vừa được người khác sửa. Tôi đang so lại tệp với bản mới nhất, trong ít phút ạ.
report-draft-gone = Tôi không tìm thấy tệp này nữa. Nhờ anh/chị gửi lại tệp Word ạ.
report-draft-is-taken = Các sửa đổi của tệp này đã được lấy rồi.
report-draft-is-left = Anh/chị đã chọn không lấy tệp này. Muốn lấy, nhờ anh/chị gửi lại tệp ạ.
report-draft-is-waiting = Tệp này đang được đọc, trong ít phút ạ.
report-draft-is-same = Tệp này không có gì để lấy.
report-draft-is-refused = Tệp này không lấy được.

## Trang sửa

report-page-link =
    Trang của { $report }:
    { $link }

    Liên kết chỉ mở được một lần, trên một máy, trong { $hours } giờ. Xin đừng chuyển cho người khác.

## Vào sổ

report-number-ask = Số của báo cáo trong sổ công văn là bao nhiêu? Anh/chị gõ số, ví dụ 45. Nếu ghi số bằng tay trên bản giấy thì để trống.
report-number-ask-register = Sổ đang ở số { $number }. Anh/chị lấy số này, hoặc gõ số khác đã ghi trong sổ.
report-number-take = Lấy số { $number }
report-number-blank = Để trống
report-number-day-ask = Ngày ghi trên báo cáo? Anh/chị gõ ngày, ví dụ 20/11/2026.
report-number-left-blank = Số để trống; bản in chừa chỗ để ghi tay. Có thể vào sổ sau, trước khi gửi.
report-number-not-understood = Số của báo cáo là số nguyên, ví dụ 45.
report-number-taken = Số { $number } năm { $year } đã cấp cho báo cáo khác của đơn vị. Nhờ anh/chị xem lại sổ.
report-day-today = Hôm nay ({ $day })
report-day-not-understood = Nhờ anh/chị gõ ngày và tháng, ví dụ 20/11 hoặc 20/11/2026.
report-day-not-possible = Ngày phải trong vòng một năm trở lại đây và không sau hôm nay.

## Gửi đi

report-ways = Gửi { $report } bằng cách nào ạ?
report-nobody-told = Chưa có người nhận nào của báo cáo này dùng trò chuyện, nên chưa gửi được. Nhờ anh/chị gửi bằng e-mail, liên kết hoặc bản giấy.
report-email-ask = Gửi đến địa chỉ e-mail nào? Nhiều địa chỉ thì cách nhau bằng dấu phẩy.
report-email-ask-known = Gửi đến địa chỉ e-mail nào? Người nhận đã biết: { $known }. Địa chỉ khác thì anh/chị gõ vào, nhiều địa chỉ cách nhau bằng dấu phẩy.
report-email-known = Người nhận đã biết ({ $count })
report-addresses-not-understood = Có chỗ chưa phải là địa chỉ e-mail. Nhờ anh/chị gõ lại, ví dụ: vanphong@example.vn
report-addresses-many = Mỗi lần gửi nhiều nhất 10 địa chỉ ạ.
report-formats-ask = Gửi kèm tệp nào?
report-formats-docx-pdf = Word và PDF
report-formats-all = Word, PDF và phụ lục Excel
report-formats-pdf = Chỉ PDF
report-email-coming = { $count ->
    [1] Đang soạn tệp và gửi e-mail. Nếu thư không đến nơi, tôi báo lại tại đây.
   *[other] Đang soạn tệp và gửi { $count } e-mail. Nếu thư nào không đến nơi, tôi báo lại tại đây.
}
report-email-asked = Bản này đã được gửi hoặc đang được gửi đến các địa chỉ đó ạ.
report-email-off = Hệ thống này chưa nối với máy chủ thư; xin báo người quản trị.
report-mail =
    Kính gửi quý cơ quan,

    { $body } gửi { $report }{ $number }. Báo cáo nằm trong tệp kèm theo thư này.
report-mail-title = { $report }{ $number }
report-mail-number = , số { $number }/{ $symbol }
report-mail-failed = Chưa gửi được { $report } đến { $recipient } ({ $reason }). Nhờ anh/chị kiểm tra địa chỉ rồi gửi lại, hoặc gửi bằng cách khác.
report-dispatch-failed = Chưa gửi được { $report } đến { $recipient } ({ $reason }). Báo cáo giữ nguyên; nhờ anh/chị thử lại.
report-link-ask = Liên kết tải dành cho ai? Tên này được ghi lại cùng báo cáo, ví dụ: Văn phòng Đảng ủy xã.
report-link-coming = Đang soạn tệp; liên kết sẽ đến đây trong ít phút ạ.
report-link-asked = Liên kết cho nơi nhận này đã có hoặc đang được soạn ạ.
report-link-no-address = Hệ thống này chưa có địa chỉ công khai (https) nên người ngoài không mở được liên kết. Nhờ anh/chị gửi bằng cách khác, và báo người quản trị.
report-links =
    { $report } cho { $recipient }. Liên kết tải dùng được trong { $days } ngày; ai có liên kết đều tải được, nhờ anh/chị chỉ gửi cho đúng nơi nhận:

    { $links }
report-paper-ask = Bản giấy đã gửi cho ai? Ví dụ: Thường trực Đảng ủy xã.
report-paper-day-ask = Gửi ngày nào? Anh/chị gõ ngày, ví dụ 20/11/2026.
report-paper-nobody = Nhờ anh/chị cho biết bản giấy đã gửi cho ai.
report-paper-twice = Đã ghi: bản giấy gửi { $recipient } ngày { $day }.
report-paper-recorded = Đã ghi: bản giấy gửi { $whom } ngày { $day }.

## Việc của đồng hồ

job-read-report-drafts = đọc dự thảo báo cáo cán bộ gửi lại
job-send-reports = gửi báo cáo bằng e-mail hoặc liên kết
job-tell-undelivered-reports = báo các báo cáo gửi e-mail không đến nơi
