# The officers' daily digest, the officer's choices about it, and what an administrator hears of the clock's jobs.
# Line of a case: domain reference §6.2, "Officers' digest line". The Front follows and reminds; it never "resolves".

digest-head =
    Bản tin ngày { $day }
    Cần xem hôm nay: { $count } việc. Đang mở: { $open } việc.
digest-head-same =
    Bản tin ngày { $day }: không có gì mới so với bản tin trước.
    Còn chờ: { $count } việc. Đang mở: { $open } việc.
digest-nothing = Bản tin ngày { $day }: không có việc mới, đến hạn hay quá hạn. Đang mở: { $open } việc.{ $snoozed ->
    [0] { "" }
   *[other] { " " }Đã để lại: { $snoozed } việc.
}

digest-stack =
    { $first }
    { $rest }
digest-more = … và { $count } việc nữa trong danh sách việc
digest-more-bodies = … và { $count } nơi khác

# What is to be done, in the order of the groups
digest-reply = Trả lời người dân
digest-ask = Hỏi, chuyển cơ quan có thẩm quyền
digest-remind = Đôn đốc cơ quan
digest-close = Đã có trả lời: báo người dân, khép lại
digest-look = Xem lại, chờ người dân
digest-section = { $what }: { $count } việc{ $overdue ->
    [0] { "" }
   *[other] , quá hạn { $overdue }
}{ $today ->
    [0] { "" }
   *[other] , đến hạn hôm nay { $today }
}{ $fresh ->
    [0] { " " }(không có gì mới)
   *[other] { "" }
}
digest-same = … và { $count } việc khác như bản tin trước
digest-stead = Thay { $name } (nghỉ đến hết ngày { $until })
digest-snoozed = Đã để lại: { $count } việc. Việc nào quá hạn sẽ trở lại bản tin ngay.
digest-meanwhile = Trong thời gian anh/chị nghỉ ({ $first } – { $last }):
digest-did-answer = • Cơ quan trả lời: { $count } việc
digest-did-refer = • Đã chuyển cơ quan: { $count } việc
digest-did-close = • Đã khép lại: { $count } việc
digest-did-dispute = • Người dân chưa đồng ý: { $count } việc
digest-did-reopen = • Mở lại: { $count } việc
digest-did-nothing = • Không có việc nào được trả lời, chuyển hay khép lại.
digest-later = Để việc lại

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
    giờ tin
    ngày bản tin
    đổi giờ bản tin
    /bantin
    /giobantin
command-quiet =
    giờ yên tĩnh
    không làm phiền
    /yentinh
command-lunch =
    nghỉ trưa
    giờ nghỉ trưa
    /nghitrua
digest-choice = Bản tin được gửi lúc { $time }, { $days }.{ $wished ->
    [none] { "" }
   *[other] { " " }(Anh/chị chọn { $wished }, rơi vào giờ nghỉ.)
} { $quiet ->
    [none] Không có giờ yên tĩnh.
   *[other] Giờ yên tĩnh: { $quiet }.
} { $lunch ->
    [none] Không nghỉ trưa.
   *[other] Nghỉ trưa: { $lunch }.
} { $empty ->
    [none] Ngày không có việc thì không gửi.
   *[line] Ngày không có việc thì gửi một dòng.
}
digest-set-hour = Đổi giờ
digest-at = { $time }
digest-other-hour = Giờ khác
digest-set-days = Đổi ngày
digest-set-quiet = Giờ yên tĩnh
digest-set-lunch = Nghỉ trưa
digest-say-line = Không có việc: gửi một dòng
digest-say-none = Không có việc: không gửi
digest-hour-ask = Anh/chị muốn nhận bản tin lúc mấy giờ? Ví dụ: 7:30. Bản tin được gửi từ { $earliest } đến { $latest }.
digest-hour-not-understood = Tôi chưa rõ giờ này. Nhờ anh/chị gõ theo kiểu 7:30 hoặc 7h30, trong khoảng từ 5:00 đến 17:00 giúp ạ.
digest-days-not-understood = Tôi chưa rõ các ngày này. Nhờ anh/chị gõ theo kiểu: bản tin thứ 2 đến thứ 7.
digest-span-not-understood = Tôi chưa rõ khoảng giờ này. Nhờ anh/chị gõ theo kiểu: nghỉ trưa 11h30 đến 13h30.
digest-span-too-long = Khoảng này dài quá: bản tin không còn lúc nào để tới trong ngày. Nhờ anh/chị chọn khoảng ngắn hơn.
digest-hour-set = Đã ghi nhận. Từ ngày làm việc tới, bản tin được gửi lúc { $time }.{ $wished ->
    [none] { "" }
   *[other] { " " }({ $wished } rơi vào giờ nghỉ.)
}
digest-hour-set-today = Đã ghi nhận. Bản tin được gửi lúc { $time } { $days }, bắt đầu từ hôm nay.{ $wished ->
    [none] { "" }
   *[other] { " " }({ $wished } rơi vào giờ nghỉ.)
}
digest-days-ask = Anh/chị muốn nhận bản tin những ngày nào? Có thể gõ: bản tin thứ 2, 4, 6. Ngày lễ không gửi.
digest-days-set = Đã ghi nhận. Bản tin được gửi { $days }.
digest-days-working = các ngày làm việc
digest-days-span = từ { $first } đến { $last }
digest-days-and = { $first }, { $rest }
digest-weekday-0 = thứ hai
digest-weekday-1 = thứ ba
digest-weekday-2 = thứ tư
digest-weekday-3 = thứ năm
digest-weekday-4 = thứ sáu
digest-weekday-5 = thứ bảy
digest-weekday-6 = chủ nhật
digest-quiet-ask = { $span ->
    [none] Hiện không có giờ yên tĩnh.
   *[other] Giờ yên tĩnh hiện là { $span }: bản tin không tới trong khoảng này, việc khẩn vẫn được báo ngay.
} Để đổi, nhờ anh/chị gõ: giờ yên tĩnh 20h đến 6h.
digest-quiet-set = { $span ->
    [none] Đã ghi nhận. Không có giờ yên tĩnh.
   *[other] Đã ghi nhận. Từ { $span } bản tin không tới; việc khẩn vẫn được báo ngay.
}
digest-lunch-ask = { $span ->
    [none] Hiện không có giờ nghỉ trưa.
   *[other] Giờ nghỉ trưa hiện là { $span }: bản tin không tới trong khoảng này.
} Để đổi, nhờ anh/chị gõ: nghỉ trưa 11h30 đến 13h30.
digest-lunch-set = { $span ->
    [none] Đã ghi nhận. Không nghỉ trưa.
   *[other] Đã ghi nhận. Giờ nghỉ trưa { $span }: bản tin không tới trong khoảng này.
}
digest-no-quiet = Bỏ giờ yên tĩnh
digest-no-lunch = Không nghỉ trưa
digest-empty-set-line = Đã ghi nhận. Ngày không có việc, bản tin chỉ có một dòng.
digest-empty-set-none = Đã ghi nhận. Ngày không có việc thì không gửi bản tin.

# --- Lines put off

digest-later-which = Anh/chị muốn để lại việc nào?
digest-later-none = Bản tin hôm nay không có việc nào để để lại.
digest-later-how-long = Để lại việc { $code } đến khi nào? Nếu việc quá hạn, bản tin sẽ nhắc lại ngay.
digest-later-1 = Để mai
digest-later-3 = 3 ngày
digest-later-7 = 1 tuần
digest-later-done = Đã để lại việc { $code } { $days ->
    [1] đến ngày mai
   *[other] { $days } ngày
}. Nếu việc quá hạn, bản tin sẽ nhắc lại ngay.
digest-later-undo = Đưa lại ngay
digest-later-back = Đã đưa việc trở lại bản tin.

# --- For administrators

digest-unreachable = Có { $count } cán bộ chưa nhận được bản tin hằng ngày vì chưa có cuộc trò chuyện nào với trợ lý, hoặc đã chặn trợ lý. Xem ai: nghedan digest --dry-run.
job-failed = Việc định kỳ “{ $job }” vừa bị lỗi ({ $error }). Hệ thống tự chạy lại; xem chi tiết bằng lệnh: nghedan jobs.
job-release-digests = gửi các bản tin đến muộn khi hết giờ yên tĩnh
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
