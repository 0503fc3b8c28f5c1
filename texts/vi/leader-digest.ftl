# The weekly digest of leaders, what lies behind its lines, and the leader's choices about it.
# Figures are those of reports (texts/*/report.ftl): the Front receives, forwards, follows and reminds.

digest-week-stead = { $name } đang nghỉ và nhờ anh/chị thay. Đây là bản tin tuần của lãnh đạo; các vụ việc anh/chị mở trong danh sách việc.
digest-week-head =
    Bản tin tuần { $first } – { $last }
    { $place }
digest-week-place = { $organisation } { $unit }
digest-week-places = Các nơi anh/chị phụ trách

digest-week-received = Tiếp nhận: { $count } ý kiến, phản ánh { $trend ->
    [up] (tuần trước { $before }, tăng { $change }).
    [down] (tuần trước { $before }, giảm { $change }).
   *[same] (bằng tuần trước).
}
digest-week-cases = Gộp nội dung trùng: { $count } vụ việc { $trend ->
    [up] (tuần trước { $before }, tăng { $change }).
    [down] (tuần trước { $before }, giảm { $change }).
   *[same] (bằng tuần trước).
}
digest-week-answered = Cơ quan đã trả lời: { $count } việc { $trend ->
    [up] (tuần trước { $before }, tăng { $change }).
    [down] (tuần trước { $before }, giảm { $change }).
   *[same] (bằng tuần trước).
}
digest-week-on-time = Trong đó đúng hạn: { $count } việc, đạt { $rate }% { $trend ->
    [up] (tuần trước { $before } việc, tăng { $change }).
    [down] (tuần trước { $before } việc, giảm { $change }).
   *[same] (số việc bằng tuần trước).
}
digest-week-overdue = Quá hạn chưa trả lời: { $count } việc { $trend ->
    [up] (cuối tuần trước { $before }, tăng { $change }).
    [down] (cuối tuần trước { $before }, giảm { $change }).
   *[same] (bằng cuối tuần trước).
}

digest-week-offices = Cơ quan quá hạn trả lời:
digest-week-office = • { $office }: { $count } việc
digest-week-more-offices = … và { $count } cơ quan khác
digest-week-sealed = • Việc bảo mật: { $count } (chỉ tính số)
digest-week-bodies = Theo từng nơi:
digest-week-body = • { $body }: tiếp nhận { $received }, quá hạn { $overdue }
digest-week-more-bodies = … và { $count } nơi khác
digest-week-hot = Điểm nóng:
digest-week-no-hot = Không có điểm nóng (từ 5 người cùng nói về một lĩnh vực, tại một nơi, trong 7 ngày).
digest-week-hot-line = • { $subject }, { $unit }: { $people } người trong { $days } ngày
digest-week-more-hot = … và { $count } điểm nóng khác
digest-week-talked = • { $subject }: { $count } ý kiến { $trend ->
    [up] (tuần trước { $before }, tăng { $change })
    [down] (tuần trước { $before }, giảm { $change })
   *[same] (bằng tuần trước)
}
digest-week-confidential = Trong số tiếp nhận có { $count } ý kiến bảo mật, chỉ tính số.

digest-week-see-cases = Vụ việc ({ $count })
digest-week-see-answered = Đã trả lời ({ $count })
digest-week-see-on-time = Đúng hạn ({ $count })
digest-week-see-overdue = Quá hạn ({ $count })
digest-week-see-offices = Theo cơ quan
digest-week-see-bodies = Từng nơi
digest-week-see-hot = Điểm nóng
digest-week-see-talked = Theo lĩnh vực
digest-week-settings = Giờ bản tin tuần

digest-week-picture-title = Tuần { $first } – { $last }
digest-week-picture-now = Tuần này
digest-week-picture-before = Tuần trước
digest-week-picture-received = Tiếp nhận
digest-week-picture-cases = Vụ việc
digest-week-picture-answered = Đã trả lời
digest-week-picture-on-time = Đúng hạn
digest-week-picture-overdue = Quá hạn

# --- What lies behind a line

week-list-head = Tuần { $first } – { $last }, { $what }: { $count } việc.
week-list-cases = vụ việc của các ý kiến đã tiếp nhận
week-list-answered = việc cơ quan đã trả lời
week-list-on-time = việc trả lời đúng hạn
week-list-overdue = việc quá hạn chưa trả lời
week-list-office = việc { $office } quá hạn trả lời
week-list-body = việc của { $body }
week-list-hot = { $subject }, { $unit }
week-list-subject = lĩnh vực { $subject }
week-list-line = • [{ $code }] { $subject } – { $where }: { $title } { $status }.
week-list-late = • [{ $code }] { $subject } – { $where }: { $title } { $office }, hạn { $due } (quá { $days } ngày).
week-list-hidden = Có { $count } việc không hiện ở đây: việc bảo mật, hoặc việc anh/chị không xem.
week-list-nothing = Không có việc nào anh/chị xem được ở dòng này.
week-list-pages = Đang xem { $from }–{ $to } trong { $count } việc.
week-list-pick = Anh/chị chọn dòng cần xem ạ.
week-list-office-button = { $office } ({ $count })
week-list-body-button = { $body }
week-list-hot-button = { $subject }, { $unit }
week-list-subject-button = { $subject } ({ $count })
week-list-more = Xem tiếp
week-list-gone = Dòng này không còn trong số liệu của tuần.

# --- A leader's choices

# What people speak of most stands in the week's digest.
heard-week-hot =
    dân kêu gì nhiều nhất
    tuần này dân kêu gì nhiều nhất
    tuần này dân kêu gì
    dân kêu gì
    bà con kêu gì
    bà con kêu gì nhiều nhất
    tuần này bà con kêu gì nhiều nhất
    dân phản ánh gì nhiều nhất
    tuần này dân phản ánh gì nhiều nhất
    bà con phản ánh gì nhiều nhất
    dân bức xúc gì nhất
    dân bức xúc chuyện gì
    lĩnh vực nào nhiều nhất
    lĩnh vực nào nhiều phản ánh nhất
    chỗ nào nóng nhất
    điểm nóng
    điểm nóng ở đâu
command-week-digest =
    bản tin tuần
    tin tuần
    giờ bản tin tuần
    xem bản tin tuần
    bản tin tuần này
    gửi bản tin tuần
    gửi tôi bản tin tuần
    gửi cho tôi bản tin tuần
    so với tuần trước
    tuần rồi so với tuần trước
    tuần này so với tuần trước
    so với tuần trước thế nào
    so với tuần trước ra sao
    tuần trước thế nào
    tuần trước ra sao
    /bantintuan
command-week-off =
    tắt bản tin tuần
    bỏ bản tin tuần
    /tatbantintuan
week-choice = Bản tin tuần được gửi lúc { $time } { $weekday }. Gặp ngày nghỉ thì gửi vào ngày làm việc kế tiếp.
week-choice-off = Bản tin tuần đang tắt.
week-weekday-0 = thứ Hai
week-weekday-1 = thứ Ba
week-weekday-2 = thứ Tư
week-weekday-3 = thứ Năm
week-weekday-4 = thứ Sáu
week-weekday-5 = thứ Bảy
week-weekday-6 = Chủ nhật
week-at = { $weekday } { $time }
week-other = Ngày giờ khác
week-turn-off = Tắt bản tin tuần
week-turn-on = Bật lại
week-ask = Anh/chị muốn nhận bản tin tuần vào thứ mấy, lúc mấy giờ? Ví dụ: thứ Sáu 16:00.
week-not-understood = Tôi chưa rõ ngày giờ này. Nhờ anh/chị gõ theo kiểu: thứ Sáu 16:00, trong khoảng từ 5:00 đến 20:00 giúp ạ.
week-set = Đã ghi nhận. Bản tin tuần được gửi lúc { $time } { $weekday }, lần tới ngày { $next }.
week-set-now = Đã ghi nhận. Bản tin tuần được gửi lúc { $time } { $weekday }. Bản tin của tuần này sẽ tới trong ít phút.
week-off = Đã tắt bản tin tuần. Muốn nhận lại, anh/chị gõ: bản tin tuần.
week-not-yet = Bản tin tuần của phạm vi này được soạn theo giờ, lần tới ngày { $next }. Số liệu rộng nên tôi không tính ngay trong trò chuyện được ạ.
week-not-a-leader = Bản tin tuần dành cho lãnh đạo và người duyệt. Anh/chị gõ “bản tin” để xem bản tin hằng ngày ạ.

# --- For administrators

digest-week-unreachable = Có { $count } lãnh đạo chưa nhận được bản tin tuần vì chưa có cuộc trò chuyện nào với trợ lý, hoặc đã chặn trợ lý. Xem ai: nghedan weekly --dry-run.
job-weekly-digest = gửi bản tin tuần cho lãnh đạo
