# The officers' daily digest, the officer's choices about it, and what an administrator hears of the clock's jobs.
# Line of a case: domain reference §6.2, "Officers' digest line". The Front follows and reminds; it never "resolves".

digest-head =
    Bản tin ngày { $day }
    Cần xem hôm nay: { $count } việc. Đang mở: { $open } việc.
digest-nothing = Bản tin ngày { $day }: không có việc mới, đến hạn hay quá hạn. Đang mở: { $open } việc.

digest-stack =
    { $first }
    { $rest }
digest-more = … và { $count } việc nữa trong danh sách việc
digest-more-bodies = … và { $count } nơi khác

digest-overdue = Quá hạn: { $count }
digest-today = Đến hạn hôm nay: { $count }
digest-reopened = Mở lại, người dân chưa đồng ý: { $count }
digest-new = Mới gửi, chưa ai nhận: { $count }
digest-waiting = Chờ người dân trả lời: { $count }
digest-followed = Nhiều người cùng phản ánh: { $count }

digest-line = • [{ $code }] { $subject } – { $where }: { $title } { $status }, { $age ->
    [0] hôm nay
   *[other] đã { $age } ngày
}.{ $timing ->
    [over] { " " }Hạn { $day } (quá hạn { $days } ngày làm việc).
    [today] { " " }Hạn { $day } (hôm nay).
    [left] { " " }Hạn { $day } (còn { $days } ngày làm việc).
    [paused] { " " }Hạn tạm dừng trong khi chờ.
   *[none] { "" }
}{ $people ->
    [1] { "" }
   *[other] { " " }{ $people } người cùng phản ánh.
}
digest-line-urgent = • KHẨN [{ $code }] { $subject } – { $where }: { $title } { $status }, { $age ->
    [0] hôm nay
   *[other] đã { $age } ngày
}.{ $timing ->
    [over] { " " }Hạn { $day } (quá hạn { $days } ngày làm việc).
    [today] { " " }Hạn { $day } (hôm nay).
    [left] { " " }Hạn { $day } (còn { $days } ngày làm việc).
    [paused] { " " }Hạn tạm dừng trong khi chờ.
   *[none] { "" }
}{ $people ->
    [1] { "" }
   *[other] { " " }{ $people } người cùng phản ánh.
}

digest-confidential = { $urgent ->
    [0] Việc bảo mật: { $count }. Xem trong danh sách việc.
   *[other] Việc bảo mật: { $count }, trong đó { $urgent } việc đến hạn hoặc quá hạn. Xem trong danh sách việc.
}
digest-call-backs = Người dân nhờ gọi lại: { $count }
digest-caller = • { $phone }, nhờ ngày { $since }
digest-failed = Tin báo không tới được người dân: { $count } việc
digest-failed-case = • [{ $code }]
digest-overview = Toàn phạm vi phụ trách: đang mở { $open } việc, quá hạn { $overdue } việc.
digest-body = • { $organisation } { $unit }: { $overdue } quá hạn / { $open } đang mở

digest-open = { $code }
digest-work-list = Danh sách việc

# --- An officer's choices

command-digest =
    bản tin
    bản tin hôm nay
    giờ bản tin
    đổi giờ bản tin
    /bantin
    /giobantin
digest-choice = Bản tin được gửi lúc { $time } các ngày làm việc. { $empty ->
    [none] Ngày không có việc thì không gửi.
   *[line] Ngày không có việc thì gửi một dòng.
}
digest-set-hour = Đổi giờ
digest-at = { $time }
digest-other-hour = Giờ khác
digest-say-line = Không có việc: gửi một dòng
digest-say-none = Không có việc: không gửi
digest-hour-ask = Anh/chị muốn nhận bản tin lúc mấy giờ? Ví dụ: 7:30. Bản tin được gửi từ { $earliest } đến { $latest }.
digest-hour-not-understood = Tôi chưa rõ giờ này. Nhờ anh/chị gõ theo kiểu 7:30 hoặc 7h30, trong khoảng từ 5:00 đến 17:00 giúp ạ.
digest-hour-set = Đã ghi nhận. Từ ngày làm việc tới, bản tin được gửi lúc { $time }.
digest-hour-set-today = Đã ghi nhận. Bản tin được gửi lúc { $time } các ngày làm việc, bắt đầu từ hôm nay.
digest-empty-set-line = Đã ghi nhận. Ngày không có việc, bản tin chỉ có một dòng.
digest-empty-set-none = Đã ghi nhận. Ngày không có việc thì không gửi bản tin.

# --- For administrators

digest-unreachable = Có { $count } cán bộ chưa nhận được bản tin hằng ngày vì chưa có cuộc trò chuyện nào với trợ lý, hoặc đã chặn trợ lý. Xem ai: nghedan digest --dry-run.
job-failed = Việc định kỳ "{ $job }" vừa bị lỗi ({ $error }). Hệ thống tự chạy lại; xem chi tiết bằng lệnh: nghedan jobs.
job-daily-digest = gửi bản tin hằng ngày
job-expire-conversations = khép lại các cuộc trò chuyện bỏ dở
job-purge-unagreed = xóa lời chưa được đồng ý lưu
job-retry-messages = xử lý lại tin nhắn bị ngắt giữa chừng
job-take-over-spools = nhận lại tin nhắn mà tiến trình đã dừng để lại trên đĩa
job-tell-failures = báo người quản trị về tin nhắn không xử lý được
job-notice-changes = đọc lại ngày nghỉ và ranh giới mới nhập
job-replay-spool = đưa tin nhắn chờ trên đĩa vào cơ sở dữ liệu
job-purge-old-messages = xóa tin nhắn quá thời hạn lưu
job-delete-purged-files = xóa ảnh và tệp không còn được giữ
job-delete-unnamed-files = dọn tệp không thuộc về việc nào
job-clear-uploads = dọn tệp tải lên không dùng
job-clear-old-rows = dọn nhật ký chạy định kỳ
job-compile-reports = tổng hợp dự thảo báo cáo định kỳ
job-remind-of-reports = nhắc hoàn thiện báo cáo đến hạn
job-send-report-files = soạn tệp báo cáo được yêu cầu trong trò chuyện
