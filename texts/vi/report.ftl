# Periodic reports: names, sentences filled from figures, figures and what they count. Style: domain reference §§5.2–5.6.
# The Front receives, forwards, follows and reminds; the competent authority resolves.

## Names of kinds, rhythms, states

report-kind-nhanh = Báo cáo nhanh tình hình Nhân dân
report-kind-tuan = Báo cáo tuần tình hình Nhân dân
report-kind-thang = Báo cáo công tác Mặt trận tháng
report-kind-quy = Báo cáo công tác Mặt trận quý
report-kind-sau-thang = Báo cáo công tác Mặt trận 6 tháng đầu năm
report-kind-chin-thang = Báo cáo công tác Mặt trận 9 tháng đầu năm
report-kind-nam = Báo cáo công tác Mặt trận năm
report-kind-tong-hop-y-kien = Báo cáo tổng hợp ý kiến, kiến nghị của cử tri và Nhân dân
report-kind-giam-sat = Báo cáo giám sát việc giải quyết kiến nghị
report-kind-chuan-bi-quy-ba = Báo cáo phục vụ Thường trực cấp ủy nghe, quý III

report-subject-nhanh =
    Nhanh tình hình Nhân dân và dư luận xã hội
    (từ ngày { $first } đến ngày { $last })
report-subject-tuan =
    Tình hình Nhân dân và dư luận xã hội
    tuần từ ngày { $first } đến ngày { $last }
report-subject-thang = Tình hình Nhân dân và kết quả tiếp nhận, theo dõi giải quyết ý kiến, kiến nghị của Nhân dân tháng { $month } năm { $year }
report-subject-quy = Tình hình Nhân dân và kết quả tiếp nhận, theo dõi giải quyết ý kiến, kiến nghị của Nhân dân quý { $quarter } năm { $year }
report-subject-sau-thang = Tình hình Nhân dân và kết quả tiếp nhận, theo dõi giải quyết ý kiến, kiến nghị của Nhân dân 6 tháng đầu năm { $year }
report-subject-chin-thang = Tình hình Nhân dân và kết quả tiếp nhận, theo dõi giải quyết ý kiến, kiến nghị của Nhân dân 9 tháng đầu năm { $year }
report-subject-nam = Tình hình Nhân dân và kết quả tiếp nhận, theo dõi giải quyết ý kiến, kiến nghị của Nhân dân năm { $year }
report-subject-tong-hop-y-kien =
    Tổng hợp ý kiến, kiến nghị của cử tri và Nhân dân
    (từ ngày { $first } đến ngày { $last })
report-subject-giam-sat =
    Kết quả giám sát việc giải quyết ý kiến, kiến nghị của cử tri và Nhân dân
    (từ ngày { $first } đến ngày { $last })
report-subject-chuan-bi-quy-ba = Phục vụ Thường trực cấp ủy nghe và cho ý kiến về hoạt động của Mặt trận, quý III năm { $year }

report-state-compiled = Đã tổng hợp, chờ hoàn thiện
report-state-edited = Đang hoàn thiện
report-state-submitted = Đã trình duyệt
report-state-returned = Trả lại để sửa
report-state-approved = Đã duyệt
report-state-numbered = Đã lấy số
report-state-sent = Đã gửi
report-state-superseded = Đã thay bằng bản đính chính

report-step-compile = Tổng hợp số liệu
report-step-recompile = Tổng hợp lại
report-step-edit = Sửa nội dung
report-step-comment = Góp ý
report-step-submit = Trình duyệt
report-step-return = Trả lại để sửa
report-step-approve = Duyệt
report-step-number = Lấy số
report-step-send = Gửi đi
report-step-supersede = Thay bằng bản đính chính

rhythm-khi-can = khi có yêu cầu
rhythm-hang-tuan = hằng tuần
rhythm-hang-thang = hằng tháng
rhythm-hang-quy = hằng quý
rhythm-hai-lan-nam = sáu tháng một lần
rhythm-sau-thang-dau-nam = 6 tháng đầu năm
rhythm-chin-thang-dau-nam = 9 tháng đầu năm
rhythm-hang-nam = hằng năm

## Sections

part-of-report-danh-gia-chung = Tình hình tư tưởng, tâm trạng các tầng lớp Nhân dân
part-of-report-van-de-quan-tam = Những vấn đề Nhân dân quan tâm, phản ánh
part-of-report-theo-linh-vuc = Ý kiến, kiến nghị trên các lĩnh vực
part-of-report-lap-lai = Vấn đề nhiều người phản ánh và vấn đề tái diễn
part-of-report-nhieu-xa = Vấn đề xuất hiện ở nhiều địa phương
part-of-report-ket-qua-tiep-nhan = Kết quả tiếp nhận, phân loại, chuyển ý kiến, kiến nghị
part-of-report-giam-sat-giai-quyet = Theo dõi, giám sát việc giải quyết, trả lời của cơ quan có thẩm quyền
part-of-report-hai-long = Mức độ hài lòng của người dân
part-of-report-diem-nong = Vụ việc nổi lên, điểm nóng
part-of-report-chi-tieu = Kết quả thực hiện các chỉ tiêu
part-of-report-kien-nghi-de-xuat = Kiến nghị, đề xuất

report-to-party = Đối với cấp ủy
report-to-government = Đối với chính quyền và cơ quan có thẩm quyền
report-to-organisations = Đối với Mặt trận và các tổ chức chính trị - xã hội
report-suggest-organisations-hint = Cán bộ bổ sung: yêu cầu đối với Mặt trận và các tổ chức chính trị - xã hội
report-to-front = Đối với Mặt trận cấp trên

## Bodies

report-unit = { $type ->
    [tinh] tỉnh { $name }
    [thanh_pho] thành phố { $name }
    [phuong] phường { $name }
    [dac_khu] đặc khu { $name }
   *[xa] xã { $name }
}
report-front = Ủy ban MTTQ Việt Nam
report-front-centre = Ủy ban Trung ương MTTQ Việt Nam
report-front-of = Ủy ban MTTQ Việt Nam { $unit }
report-board = Ban Thường trực
report-standing = Ban Thường vụ
report-organisation-of = { $organisation } { $unit }
report-trade-union-of-province = Liên đoàn Lao động
report-everywhere = cả nước
report-whole = Ủy ban MTTQ Việt Nam { $unit } và các tổ chức chính trị - xã hội
report-party-over = { $type ->
    [thanh_pho] Đảng bộ thành phố { $name }
   *[other] Đảng bộ tỉnh { $name }
}
report-party-centre = Ban Bí thư Trung ương Đảng
report-party-of = { $type ->
    [tinh] Tỉnh ủy { $name }
    [thanh_pho] Thành ủy { $name }
    [phuong] Đảng ủy phường { $name }
    [dac_khu] Đảng ủy đặc khu { $name }
   *[xa] Đảng ủy xã { $name }
}
report-standing-committee = { $type ->
    [tinh] Thường trực Tỉnh ủy { $name }
    [thanh_pho] Thường trực Thành ủy { $name }
    [phuong] Thường trực Đảng ủy phường { $name }
    [dac_khu] Thường trực Đảng ủy đặc khu { $name }
   *[xa] Thường trực Đảng ủy xã { $name }
}
report-post-chair = Chủ tịch
report-post-secretary = Bí thư
report-post-deputy-secretary = Phó Bí thư
report-purpose-report = để báo cáo
report-purpose-know = để biết
report-recipient-superior = Ban Thường trực { $body }
report-recipient-organisations = Các tổ chức chính trị - xã hội { $unit }
report-filing = VT, BTT
report-filing-organisation = VT, BTV
report-filing-party = Văn phòng

## Sentences. Numbers come in as they are written in prose.

report-opening = { $body } báo cáo { $committee } như sau:
report-period-merged = Số liệu theo đơn vị hành chính hiện nay; ý kiến gửi theo tên xã, phường cũ đã được tính vào đơn vị mới.
report-demo = SỐ LIỆU MINH HỌA: các ý kiến trong báo cáo này là dữ liệu mẫu, không phải của người dân.
report-received = Trong kỳ, { $body } đã tiếp nhận { $received } lượt ý kiến, kiến nghị, phản ánh của Nhân dân{ $compared }, { $ways ->
    [digital] tất cả qua các kênh số
    [walk-in] tất cả trực tiếp
    [digital-one] qua kênh số
    [walk-in-one] trực tiếp
   *[both] trong đó { $digital } lượt qua các kênh số, { $walk_in } lượt trực tiếp
}. { $any ->
    [yes] Sau khi gộp nội dung trùng, có { $cases } vụ việc.
   *[no] Không có vụ việc nào phải xử lý.
}
report-received-none = Trong kỳ, { $body } không nhận được ý kiến, kiến nghị, phản ánh nào của Nhân dân qua hệ thống này{ $compared }.
report-concerns-none = Trong kỳ không có vấn đề nào được phản ánh qua hệ thống này.
report-compared = { " " }({ $phrases })
report-change = { $how ->
    [up] tăng { $by } so với { $before } lượt của { $with }
    [down] giảm { $by } so với { $before } lượt của { $with }
    [up-by] tăng { $by } lượt so với { $before } lượt của { $with }
    [down-by] giảm { $by } lượt so với { $before } lượt của { $with }
    [none] { $with } có { $before } lượt
   *[same] bằng { $with }, { $before } lượt
}
report-change-new = { $with } không có
report-with-before = kỳ trước
report-with-last-year = cùng kỳ năm trước
report-carried-in = Số liệu kỳ này gồm { $carried_in } lượt tiếp nhận sau ngày chốt số liệu của kỳ trước.
report-late = Có { $late } lượt tiếp nhận sau ngày chốt số liệu ({ $cut_off }) được tổng hợp vào kỳ báo cáo sau.
report-withdrawn = Có { $withdrawn } lượt người gửi đã rút trước ngày chốt số liệu, vẫn được tính là đã tiếp nhận.
report-confidential = Có { $confidential } lượt thuộc diện bảo mật: chỉ tính vào số liệu, không nêu nội dung.
report-mood-hint = Cán bộ bổ sung: đánh giá chung về tư tưởng, tâm trạng của các tầng lớp Nhân dân trong kỳ

report-concerns = Nhân dân phản ánh nhiều nhất về: { $list }.
report-concern = { $name } ({ $count } lượt)
report-kinds = Theo loại: { $list }.
report-organisations = Theo tổ chức mà người dân gửi đến: { $list }.
report-units = Nơi có nhiều ý kiến nhất: { $list }.
report-silent = Có { $silent } xã, phường, đặc khu không có ý kiến nào gửi đến trong kỳ{ $names }.
report-silent-names = : { $list }
report-leading = Một số vụ việc tiêu biểu:
report-case = { $what }{ $marks } tại { $where }: { $people } người { $said ->
    [kien_nghi] kiến nghị
    [gop_y] góp ý
   *[other] phản ánh
} { $again ->
    [yes] từ ngày
   *[no] ngày
} { $since }. { $stands }
report-case-trouble = Tình trạng { $what }
report-case-task = Việc { $what }
report-case-quoted = Vấn đề về { $subject } (“{ $title }”)
report-case-subject = Vấn đề về { $subject }
report-case-marks = { " " }({ $list })
report-case-again = tái diễn
report-case-danger = có nguy cơ mất an toàn
report-case-place = { $place }, { $unit }
report-stands-late = Đã chuyển { $authority } ngày { $sent }, hạn trả lời ngày { $due }; đến ngày chốt số liệu đã quá hạn { $days } ngày mà chưa có trả lời{ $reminded }.
report-stands-waiting = Đã chuyển { $authority } ngày { $sent }, đang chờ trả lời, hạn đến hết ngày { $due }{ $reminded }.
report-stands-reminded = , Mặt trận đã đôn đốc { $count } lần
report-stands-answered = { $authority } đã trả lời ngày { $day }; Mặt trận đang thông báo kết quả đến người dân.
report-stands-checking = { $authority } đã trả lời ngày { $day }; Mặt trận đang hỏi lại người dân về kết quả.
report-stands-disputed = { $authority } đã trả lời ngày { $day } nhưng người dân chưa đồng ý, đề nghị xem xét lại.
report-stands-received = Mặt trận đã tiếp nhận, đang xem xét{ $late }.
report-stands-asking = Mặt trận đang chờ người dân bổ sung thông tin{ $late }.
report-stands-verifying = Mặt trận đang xác minh để chuyển cơ quan có thẩm quyền{ $late }.
report-stands-own-late = , đã quá hạn { $days } ngày
report-stands-resolved = Cơ quan có thẩm quyền đã giải quyết xong.
report-stands-resolved-answered = { $authority } đã trả lời ngày { $day }; vụ việc đã được giải quyết xong.
report-stands-explained = Người dân đã được giải trình, cung cấp thông tin.
report-stands-explained-answered = { $authority } đã trả lời, giải trình ngày { $day }.
report-stands-guided = Người dân đã được hướng dẫn gửi đến cơ quan có thẩm quyền.
report-stands-declined = Không thuộc phạm vi tiếp nhận; lý do đã được thông báo cho người dân.
report-stands-withdrawn = Người gửi đã rút.
report-stands-merged = Đã gộp vào vụ việc khác có cùng nội dung.
report-stands-filed = Đã lưu để theo dõi.
report-authority-phong-kinh-te = { $type ->
    [xa] Phòng Kinh tế { $place }
   *[other] Phòng Kinh tế, Hạ tầng và Đô thị { $place }
}
report-authority-phong-van-hoa-xa-hoi = Phòng Văn hóa - Xã hội { $place }
report-authority-van-phong-hdnd-ubnd = Văn phòng HĐND và UBND { $place }
report-authority-trung-tam-pvhcc = Trung tâm Phục vụ hành chính công { $place }
report-authority-ubnd-xa = UBND { $place }
report-authority-chu-tich-ubnd-xa = Chủ tịch UBND { $place }
report-authority-cong-an-xa = Công an { $place }
report-authority-ban-chqs-xa = Ban Chỉ huy quân sự { $place }
report-authority-dang-uy-xa = Đảng ủy { $place }
report-authority-tram-y-te = Trạm Y tế { $place }
report-authority-ubnd-tinh = UBND { $place }
report-authority-chu-tich-ubnd-tinh = Chủ tịch UBND { $place }
report-authority-thanh-tra-tinh = Thanh tra { $place }
report-authority-cong-an-tinh = Công an { $place }
report-none-described = Các vụ việc trong kỳ đều thuộc diện không nêu nội dung.
report-repeated-hint = Cán bộ bổ sung: nguyên nhân các vấn đề tái diễn
report-spread-none = Trong kỳ chưa có vấn đề nào xuất hiện ở từ ba xã, phường, đặc khu trở lên.
report-spread = { $name }: { $cases } vụ việc tại { $units } xã, phường, đặc khu.
report-channels = Tiếp nhận qua các kênh: { $list }. Tỷ lệ tiếp nhận qua kênh số: { $digital_rate }.
report-forwarded = Đã chuyển { $forwarded } vụ việc đến cơ quan có thẩm quyền và thông báo cho người gửi.
report-on-time = { $how ->
    [all] Tất cả nội dung đã trả lời đều đúng hạn.
    [none] Tất cả nội dung đã trả lời đều trễ hạn.
    [one] Nội dung đã trả lời đúng hạn.
    [one-late] Nội dung đã trả lời trễ hạn.
   *[some] Trong số đã trả lời có { $ref_on_time } nội dung đúng hạn ({ $on_time_rate }), { $ref_late } nội dung trễ hạn.
}
report-reminded = Mặt trận đã đôn đốc { $ref_reminded } nội dung.
report-overdue-entry = { $name } ({ $count } nội dung)
report-overdue-more = { $count } cơ quan khác
report-overdue-unnamed = { $count } nội dung thuộc diện không nêu
report-results = Trong { $cases } vụ việc, { $list }.{ $late }
report-results-rate = { " " }(tỷ lệ giải quyết { $done_rate } trên { $base } vụ việc)
report-results-forwarded = đã chuyển { $count } vụ việc đến cơ quan có thẩm quyền
report-results-answered = { $count } vụ việc đã có trả lời
report-results-done = { $count } vụ việc cơ quan có thẩm quyền đã giải quyết xong hoặc đã giải trình
report-results-in-progress = { $count } vụ việc đang giải quyết
report-results-not-done = { $count } vụ việc chưa giải quyết
report-results-none-done = chưa có vụ việc nào giải quyết xong
report-results-outside = { $outside } vụ việc đã hướng dẫn, lưu theo dõi, rút hoặc không thuộc phạm vi tiếp nhận{ $rated ->
    [yes] { " " }(không tính vào tỷ lệ)
   *[no] { "" }
}
report-results-overdue = { " " }Có { $overdue } vụ việc quá hạn.
report-scope = Đối tượng, phạm vi, thời gian giám sát
report-scope-words = Giám sát việc tiếp nhận, giải quyết và trả lời ý kiến, kiến nghị của cử tri và Nhân dân đã chuyển đến các cơ quan có thẩm quyền trên địa bàn { $unit }, từ ngày { $first } đến hết ngày { $last }.
report-field = Có { $received } lượt ý kiến, { $cases } vụ việc: { $states }{ $overdue }.
report-field-alone = Có { $received } lượt ý kiến, { $cases } vụ việc.
report-field-done = { $count } đã giải quyết xong
report-field-in-progress = { $count } đang giải quyết
report-field-not-done = { $count } chưa giải quyết
report-field-outside = { $count } đã hướng dẫn, lưu theo dõi, rút hoặc không thuộc phạm vi tiếp nhận
report-field-overdue = ; trong đó { $count } quá hạn
report-repeated = Có { $repeated } vụ việc được từ hai người trở lên phản ánh{ $recurring }.{ $above }
report-repeated-recurring = ; { $count } vấn đề tái diễn sau khi đã có kết quả
report-repeated-above = { " " }Những vụ việc tiêu biểu đã nêu ở các mục trên.
report-repeated-none = Trong kỳ không có vụ việc nào được từ hai người trở lên phản ánh, không có vấn đề tái diễn.
report-forwarded-none = Trong kỳ không có vụ việc nào phải chuyển đến cơ quan có thẩm quyền.
report-overdue-all = Tính đến ngày chốt số liệu còn { $ref_overdue } nội dung đã chuyển, kể cả của các kỳ trước, quá hạn trả lời: { $list }.
report-overdue-by = Cơ quan còn nội dung quá hạn: { $list }.
report-flow = { $came ->
    [both] Đầu kỳ có { $ref_carried } nội dung đã chuyển còn chờ trả lời; trong kỳ chuyển thêm { $ref_sent } nội dung.
    [carried] Đầu kỳ có { $ref_carried } nội dung đã chuyển còn chờ trả lời; trong kỳ không chuyển thêm nội dung nào.
   *[sent] Trong kỳ đã chuyển { $ref_sent } nội dung; đầu kỳ không có nội dung nào còn chờ trả lời.
} { $became }; { $left ->
    [none] cuối kỳ không còn nội dung nào chờ trả lời.
    [late] cuối kỳ còn { $ref_waiting } nội dung chờ trả lời, trong đó { $ref_overdue } nội dung quá hạn.
   *[in-time] cuối kỳ còn { $ref_waiting } nội dung chờ trả lời, chưa có nội dung nào quá hạn.
}
report-flow-became = Cơ quan có thẩm quyền { $list }
report-flow-unanswered = Cơ quan có thẩm quyền chưa trả lời nội dung nào
report-flow-ref-answered = đã trả lời { $count } nội dung
report-flow-ref-handed-back = trả lại { $count } nội dung
report-flow-ref-ended = ; { $count } nội dung kết thúc cùng vụ việc khi chưa có trả lời
report-flow-none = Trong kỳ không có nội dung nào được chuyển đến hoặc chờ cơ quan có thẩm quyền trả lời.
report-to-council = Đối với Hội đồng nhân dân
report-suggest-council-hint = Cán bộ bổ sung: kiến nghị với Hội đồng nhân dân
report-next-month = Nhiệm vụ trọng tâm tháng tới
report-next-quarter = Nhiệm vụ trọng tâm quý tới
report-next-half = Nhiệm vụ trọng tâm 6 tháng cuối năm
report-next-months = Nhiệm vụ trọng tâm 3 tháng cuối năm
report-next-year = Nhiệm vụ trọng tâm năm { $year }
report-next-hint = Cán bộ bổ sung: nhiệm vụ trọng tâm
report-reopened = Có { $reopened } vụ việc người dân chưa đồng ý với kết quả, đề nghị xem xét lại.
report-answers-hint = Cán bộ bổ sung: ưu điểm, tồn tại trong việc giải quyết, trả lời của các cơ quan; nguyên nhân
report-satisfaction = Trong { $rated } lượt đánh giá sau khi có kết quả: { $scores } (tỷ lệ hài lòng trở lên { $rate }){ $unrated }.
report-satisfaction-rated-rat-hai-long = { $count } rất hài lòng
report-satisfaction-rated-hai-long = { $count } hài lòng
report-satisfaction-rated-chua-hai-long = { $count } chưa hài lòng
report-satisfaction-unrated = ; { $count } lượt chưa đánh giá
report-satisfaction-none = Trong kỳ chưa có lượt đánh giá nào sau khi có kết quả.
report-hot = { $unit }: { $people } người cùng phản ánh về { $subject } từ ngày { $first } đến ngày { $last }.
report-hot-none = Trong kỳ không phát sinh điểm nóng theo số liệu tiếp nhận.
report-hot-hint = Cán bộ bổ sung: diễn biến, việc đã làm, nhận định
report-indicators-none = Chưa có chỉ tiêu nào được nhập cho năm { $year }.
report-indicators = { $how ->
    [none-entered] Chưa có số liệu thực hiện của chỉ tiêu nào.
    [none-met] Chưa đạt chỉ tiêu nào trong { $all } chỉ tiêu đã có số liệu.
   *[some] Đạt { $met } trong { $all } chỉ tiêu đã có số liệu.
}

report-suggest-party-concern = Đề nghị cấp ủy quan tâm lãnh đạo giải quyết các vấn đề Nhân dân phản ánh nhiều: { $list }.
report-suggest-party-hint = Cán bộ bổ sung: kiến nghị với cấp ủy
report-suggest-overdue = Đề nghị { $name } trả lời dứt điểm { $count } nội dung đã quá hạn.
report-suggest-spread = Đề nghị cơ quan có thẩm quyền cấp tỉnh xem xét chung vấn đề { $name }, hiện có tại { $units } xã, phường, đặc khu.
report-suggest-recurring = Đề nghị kiểm tra lại { $recurring } vấn đề tái diễn sau khi đã có kết quả.
report-suggest-government-hint = Cán bộ bổ sung: kiến nghị với chính quyền, cơ quan có thẩm quyền
report-suggest-front-hint = Cán bộ bổ sung: kiến nghị với Mặt trận cấp trên

## Tables, charts, annexes

report-table-fields = Kết quả theo lĩnh vực
report-table-units = Kết quả theo địa bàn
report-table-organisations = Kết quả theo tổ chức
report-table-authorities = Việc trả lời của cơ quan có thẩm quyền
report-table-satisfaction = Mức độ hài lòng
report-table-indicators = Chỉ tiêu năm { $year }
report-table-unit-subject = Số lượt ý kiến theo địa bàn và lĩnh vực
report-table-overdue = Danh sách nội dung quá hạn trả lời
report-table-answered = Danh sách nội dung đã có trả lời
report-base-note = Tỷ lệ giải quyết tính trên số vụ việc đã giải quyết xong, đang giải quyết và chưa giải quyết.{ $outside ->
    [yes] { " " }Các vụ việc còn lại đã hướng dẫn, lưu theo dõi, rút hoặc không thuộc phạm vi tiếp nhận.
   *[no] { "" }
}
report-table-cut = Bảng ghi { $shown } dòng đầu; danh sách đầy đủ có trong tệp XLSX kèm theo.
report-col-number = STT
report-col-field = Lĩnh vực
report-col-unit = Xã/phường
report-col-organisation = Tổ chức
report-col-authority = Cơ quan
report-col-received = Số lượt ý kiến
report-col-cases = Số vụ việc
report-col-forwarded = Đã chuyển
report-col-done = Đã giải quyết xong
report-col-in-progress = Đang giải quyết
report-col-not-done = Chưa giải quyết
report-col-overdue = Quá hạn
report-col-rate = Tỷ lệ giải quyết (%)
report-col-carried = Chờ từ kỳ trước
report-col-sent = Chuyển trong kỳ
report-col-answered = Đã trả lời
report-col-on-time = Đúng hạn
report-col-waiting = Còn chờ
report-col-code = Mã
report-col-summary = Nội dung tóm tắt
report-col-place = Địa bàn
report-col-sent-on = Ngày chuyển
report-col-due-on = Hạn trả lời
report-col-days-late = Số ngày quá hạn
report-col-reminded = Đã đôn đốc
report-col-answered-on = Ngày trả lời
report-col-state = Tình trạng
report-col-indicator = Chỉ tiêu
report-col-target = Kế hoạch
report-col-value = Thực hiện
report-col-evidence = Căn cứ
report-col-met = Đánh giá
report-col-all = Tổng số
report-total = Tổng cộng
report-sealed-summary = (không nêu nội dung)
report-met = Đạt
report-not-met = Chưa đạt
report-not-entered = Chưa có số liệu
report-chart-fields = Số lượt ý kiến theo lĩnh vực so với các kỳ trước
report-chart-fields-alone = Số lượt ý kiến theo lĩnh vực
report-chart-this = Kỳ này
report-chart-before = Kỳ trước
report-chart-last-year = Cùng kỳ năm trước
report-chart-authorities = Nội dung đã trả lời, theo cơ quan
report-chart-map = Số lượt ý kiến theo địa bàn
report-chart-unit = lượt ý kiến
report-chart-referrals = nội dung
report-chart-overdue-part = số vụ việc quá hạn

report-channel-zalo-oa = Zalo OA
report-channel-zalo-bot = trợ lý Zalo
report-channel-telegram = Telegram
report-channel-webchat = trang trò chuyện
report-channel-walk-in = trực tiếp

## Figures: what each is called, and what it counts

report-figure-of = { $what }: { $value }
report-figure-received = Số lượt ý kiến tiếp nhận
report-about-received = Số ý kiến, kiến nghị, phản ánh nộp trong kỳ, kể cả ý kiến đã rút và lời cảm ơn; mỗi lần gửi tính một lượt, theo lựa chọn của người gửi khi nộp.
report-figure-digital = Số lượt qua kênh số
report-about-digital = Số lượt không phải do cán bộ nhập thay cho người đến trực tiếp.
report-figure-walk-in = Số lượt trực tiếp
report-about-walk-in = Số lượt do cán bộ nhập thay cho người đến trực tiếp.
report-figure-confidential = Số lượt bảo mật
report-about-confidential = Số lượt thuộc diện bảo mật; không nêu mã và nội dung.
report-figure-withdrawn = Số lượt đã rút
report-about-withdrawn = Số lượt nộp trong kỳ mà người gửi rút trước ngày chốt số liệu.
report-figure-carried-in = Số lượt sau ngày chốt của kỳ trước
report-about-carried-in = Số lượt nộp trước ngày đầu của kỳ này nhưng sau ngày chốt số liệu của kỳ trước.
report-figure-late = Số lượt chuyển sang kỳ sau
report-about-late = Số lượt nộp sau ngày chốt số liệu cho đến lúc tổng hợp; không nằm trong số liệu kỳ này.
report-figure-digital-rate = Tỷ lệ qua kênh số
report-about-digital-rate = Số lượt qua kênh số trên tổng số lượt.
report-figure-cases = Số vụ việc
report-about-cases = Số vụ việc khác nhau mà các lượt ý kiến trong kỳ thuộc về vào ngày chốt số liệu, sau khi gộp trùng; theo tổ chức mà người dân gửi đến, dù sau đó tổ chức khác xử lý.
report-figure-base = Số vụ việc làm cơ sở tính tỷ lệ
report-about-base = Số vụ việc đã giải quyết xong, đang giải quyết và chưa giải quyết.
report-figure-done = Số vụ việc đã giải quyết xong
report-about-done = Vụ việc cơ quan có thẩm quyền đã giải quyết xong hoặc đã giải trình, và đã được đóng trước ngày chốt số liệu.
report-figure-done-rate = Tỷ lệ giải quyết
report-about-done-rate = Số vụ việc đã giải quyết xong trên số vụ việc làm cơ sở tính tỷ lệ.
report-figure-in-progress = Số vụ việc đang giải quyết
report-about-in-progress = Vụ việc chưa đóng và không thuộc nhóm chưa giải quyết.
report-figure-not-done = Số vụ việc chưa giải quyết
report-about-not-done = Vụ việc quá hạn mà chưa được chuyển, hoặc cơ quan được chuyển chưa có dấu hiệu xử lý.
report-figure-outside = Số vụ việc ngoài cơ sở tính tỷ lệ
report-about-outside = Vụ việc đã hướng dẫn nơi gửi, lưu theo dõi, không tiếp nhận xử lý hoặc người gửi rút.
report-figure-outcome-resolved = Số vụ việc đã giải quyết
report-about-outcome-resolved = Vụ việc đóng với kết quả: cơ quan có thẩm quyền đã giải quyết xong, đã hỏi lại người dân.
report-figure-outcome-explained = Số vụ việc đã giải trình
report-about-outcome-explained = Vụ việc đóng với kết quả: đã giải trình, cung cấp thông tin.
report-figure-outcome-guided = Số vụ việc đã hướng dẫn
report-about-outcome-guided = Vụ việc đóng với kết quả: đã hướng dẫn nơi gửi.
report-figure-outcome-declined = Số vụ việc không tiếp nhận xử lý
report-about-outcome-declined = Vụ việc đóng với kết quả: không tiếp nhận xử lý, có lý do và người duyệt.
report-figure-outcome-withdrawn = Số vụ việc người gửi rút
report-about-outcome-withdrawn = Vụ việc đóng vì mọi người gửi đã rút.
report-figure-outcome-filed = Số vụ việc lưu theo dõi
report-about-outcome-filed = Vụ việc đóng với kết quả: lưu theo dõi.
report-figure-outcome-merged = Số vụ việc đã gộp
report-about-outcome-merged = Vụ việc đã gộp vào vụ việc khác sau ngày chốt số liệu.
report-figure-forwarded = Số vụ việc đã chuyển
report-about-forwarded = Vụ việc đã được chuyển đến ít nhất một cơ quan có thẩm quyền trước ngày chốt số liệu.
report-figure-answered = Số vụ việc đã có trả lời
report-about-answered = Vụ việc có ít nhất một cơ quan đã trả lời (không tính trả lại) trước ngày chốt số liệu.
report-figure-overdue = Số vụ việc quá hạn
report-about-overdue = Vụ việc chưa đóng, có hạn đã qua vào ngày chốt số liệu: của cơ quan được chuyển, hoặc của đơn vị tiếp nhận.
report-figure-repeated = Số vụ việc nhiều người phản ánh
report-about-repeated = Vụ việc có từ hai người khác nhau trở lên phản ánh, tính từ đầu đến ngày chốt số liệu.
report-figure-recurring = Số vấn đề tái diễn
report-about-recurring = Vụ việc được ghi nhận là tái diễn của một vụ việc đã có kết quả.
report-figure-reopened = Số vụ việc đề nghị xem xét lại
report-about-reopened = Vụ việc người dân chưa đồng ý với trả lời hoặc kết quả, trước ngày chốt số liệu.
report-figure-silent = Số xã, phường, đặc khu không có ý kiến
report-about-silent = Số đơn vị cấp xã trong phạm vi báo cáo không có lượt ý kiến nào trong kỳ; kèm theo là mã của các đơn vị đó.
report-figure-ref-carried = Số nội dung chờ từ kỳ trước
report-about-ref-carried = Lần chuyển trước kỳ này mà đầu kỳ chưa có trả lời; mỗi lần chuyển đến một cơ quan tính một nội dung.
report-figure-ref-sent = Số nội dung chuyển trong kỳ
report-about-ref-sent = Lần chuyển đến một cơ quan trong kỳ.
report-figure-ref-answered = Số nội dung đã trả lời trong kỳ
report-about-ref-answered = Lần chuyển được cơ quan trả lời trong kỳ, không tính trả lại.
report-figure-ref-handed-back = Số nội dung bị trả lại
report-about-ref-handed-back = Lần chuyển mà cơ quan trả lại trong kỳ vì không thuộc thẩm quyền.
report-figure-ref-ended = Số nội dung kết thúc khi chưa có trả lời
report-about-ref-ended = Lần chuyển chưa có trả lời mà vụ việc đã đóng trong kỳ: không còn chờ trả lời.
report-figure-ref-waiting = Số nội dung còn chờ trả lời
report-about-ref-waiting = Lần chuyển chưa có trả lời vào ngày chốt số liệu, của vụ việc chưa đóng.
report-figure-ref-overdue = Số nội dung quá hạn trả lời
report-about-ref-overdue = Lần chuyển chưa có trả lời mà hạn đã qua vào ngày chốt số liệu, theo hạn có hiệu lực vào ngày đó (gia hạn sau ngày chốt không tính).
report-figure-ref-overdue-unnamed = Số nội dung quá hạn không nêu cơ quan
report-about-ref-overdue-unnamed = Nội dung quá hạn trả lời của vụ việc thuộc diện không nêu nội dung.
report-figure-late-offices-more = Số cơ quan khác còn nội dung quá hạn
report-about-late-offices-more = Số cơ quan còn nội dung quá hạn mà không nêu tên trong câu; kèm theo là mã các vụ việc.
report-figure-spread = Số xã, phường, đặc khu có vụ việc
report-about-spread = Số đơn vị cấp xã có vụ việc thuộc lĩnh vực này trong kỳ; kèm theo là mã các vụ việc.
report-figure-hot-people = Số người cùng phản ánh
report-about-hot-people = Số người khác nhau phản ánh về một lĩnh vực ở một nơi trong bảy ngày; kèm theo là mã các lượt ý kiến.
report-figure-people = Số người phản ánh
report-about-people = Số người khác nhau có ý kiến trong vụ việc, tính từ đầu đến ngày chốt số liệu.
report-figure-days-late = Số ngày quá hạn
report-about-days-late = Số ngày từ hạn đến ngày chốt số liệu của vụ việc.
report-figure-reminders = Số lần đôn đốc
report-about-reminders = Số lần Mặt trận đã đôn đốc cơ quan còn nợ trả lời trong vụ việc, trước ngày chốt số liệu.
report-figure-ref-on-time = Số nội dung trả lời đúng hạn
report-about-ref-on-time = Trong số trả lời trong kỳ, những lần trả lời không muộn hơn hạn.
report-figure-ref-late = Số nội dung trả lời trễ hạn
report-about-ref-late = Trong số trả lời trong kỳ, những lần trả lời sau hạn.
report-figure-on-time-rate = Tỷ lệ trả lời đúng hạn
report-about-on-time-rate = Số nội dung trả lời đúng hạn trên số nội dung đã trả lời trong kỳ.
report-figure-ref-reminded = Số nội dung đã đôn đốc
report-about-ref-reminded = Lần chuyển còn chờ hoặc được trả lời trong kỳ mà Mặt trận đã đôn đốc ít nhất một lần trước ngày chốt số liệu.
report-figure-rated-rat-hai-long = Số lượt rất hài lòng
report-about-rated-rat-hai-long = Đánh giá của người gửi trong kỳ đối với vụ việc đã giải quyết xong.
report-figure-rated-hai-long = Số lượt hài lòng
report-about-rated-hai-long = Đánh giá của người gửi trong kỳ đối với vụ việc đã giải quyết xong.
report-figure-rated-chua-hai-long = Số lượt chưa hài lòng
report-about-rated-chua-hai-long = Đánh giá của người gửi trong kỳ đối với vụ việc đã giải quyết xong.
report-figure-unrated = Số lượt chưa đánh giá
report-about-unrated = Lượt ý kiến của vụ việc đã giải quyết xong mà người gửi chưa đánh giá.
report-figure-satisfied-rate = Tỷ lệ hài lòng trở lên
report-about-satisfied-rate = Số lượt rất hài lòng và hài lòng trên số lượt đã đánh giá.
report-figure-rated = Số lượt đã đánh giá
report-about-rated = Tổng số lượt đánh giá.
report-figure-hot = Số điểm nóng
report-about-hot = Số nơi và lĩnh vực có từ năm người khác nhau cùng phản ánh trong bảy ngày liền.

## The way of a report

report-not-found = Không có báo cáo này trong phạm vi của anh/chị.
report-reason-needed = Số liệu được sửa cần có lý do.
report-paragraph-unknown = Báo cáo không có đoạn { $paragraph }.
report-not-editable = Báo cáo đã trình duyệt nên không sửa được nữa. Muốn sửa, lãnh đạo trả lại hoặc làm bản đính chính.
report-empty-note = Anh/chị cho biết lý do trả lại.
report-own-submission = Người trình không tự duyệt báo cáo của mình khi có người duyệt khác.
report-figure-satisfied = Số lượt hài lòng trở lên
report-about-satisfied = Số lượt rất hài lòng và hài lòng.
report-number-by-hand = Đơn vị này lấy số bằng tay: anh/chị cho biết số của báo cáo.
report-corrects = Thay thế Báo cáo số { $number }; nội dung thay đổi: { $what }
report-corrects-plain = Thay thế báo cáo cùng kỳ đã gửi trước đây; nội dung thay đổi: { $what }
report-corrects-plain-dated = Thay thế báo cáo cùng kỳ ngày { $day }; nội dung thay đổi: { $what }
report-corrects-dated = Thay thế Báo cáo số { $number } ngày { $day }; nội dung thay đổi: { $what }

## In chat

report-name = { $kind } ({ $first } – { $last })
report-told-compiled = Dự thảo { $report } đã được tổng hợp. Nhờ anh/chị hoàn thiện và trình trước ngày { $due }.
report-told-due = { $report } đến hạn ngày { $due } mà chưa gửi. Nhờ anh/chị hoàn thiện giúp ạ.
report-told-late = { $report } đã quá hạn ngày { $due } mà chưa gửi.
report-told-submitted = { $report } đang chờ anh/chị duyệt.
report-told-returned = { $report } được trả lại để sửa: { $note }
report-told-approved = { $report } đã được duyệt.
report-button-open = Xem báo cáo
report-told-sent = { $report } đã được gửi.

command-reports =
    báo cáo
    xem dự thảo
    dự thảo
    dự thảo báo cáo
    xem dự thảo báo cáo
    duyệt báo cáo
    xem báo cáo
    báo cáo định kỳ
    /baocao
    bc
    xem bc
    gửi bc
    gửi bc cho tôi
    gửi báo cáo cho tôi
    cho xem báo cáo
    cho tôi xem báo cáo
    bc đâu
    báo cáo đâu
reports-named =
    báo cáo
    xem báo cáo
    xem lại báo cáo
    gửi báo cáo
    cho xem báo cáo
    cho tôi xem báo cáo
    cho anh xem báo cáo
    cho chị xem báo cáo
    tôi muốn xem báo cáo
    mở báo cáo
    bản báo cáo
    tìm báo cáo
reports-of-what =
    quý
    tháng
    tuần
    năm
    nhanh
    định kỳ
    6 tháng
    9 tháng
    sáu tháng
    chín tháng
    giám sát
    cử tri
    tổng hợp
    công tác
    mới nhất
    gần nhất
    gần đây
# When a report is compiled and due is asked, or how it is prepared.
reports-prepared =
    chuẩn bị báo cáo
    sắp báo cáo
    sắp đến báo cáo
    sắp tới báo cáo
    còn thiếu gì cho báo cáo
    cần gì cho báo cáo
    cần chuẩn bị gì cho báo cáo
    lịch báo cáo
    hạn báo cáo
    hạn nộp báo cáo
    bao giờ báo cáo
    bao giờ nộp báo cáo
    khi nào nộp báo cáo
    bao giờ có báo cáo
reports-when =
    bao giờ
    khi nào
    chừng nào
    hạn
    hạn nộp
    ngày nào
    hôm nào
reports-none = Chưa có báo cáo nào của đơn vị anh/chị. Hết kỳ, báo cáo tự tổng hợp và báo anh/chị; ngày của kỳ tới ở “Lịch báo cáo”.
reports-list = Các báo cáo gần nhất ({ $count }). Anh/chị chọn báo cáo cần xem ạ.
report-button-of = { $report }
report-button-list = Danh sách báo cáo
report-button-files = Nhận tệp báo cáo
report-button-submit = Trình duyệt
report-button-approve = Duyệt
report-button-return = Trả lại
report-button-send = Gửi trong ứng dụng
report-card =
    { $report }
    { $state }.
    Tiếp nhận { $received } lượt, { $cases } vụ việc; đã giải quyết xong { $done }, quá hạn { $overdue }.
report-card-returned = Lý do trả lại: { $note }
report-return-ask = Anh/chị cho biết cần sửa gì trong báo cáo ạ.
report-sent-to = Đã báo cho { $count } người nhận.
report-files-coming = Tệp báo cáo đang được soạn, sẽ gửi đến đây trong ít phút ạ.
report-files-asked = Tệp đang được soạn, sẽ đến đây trong ít phút ạ.
report-files = { $report }: tệp Word để sửa, bản PDF và phụ lục Excel.
report-files-failed = Chưa soạn được tệp của { $report } ({ $error }). Quản trị viên đã được báo.
error-indicator-target = Chỉ tiêu và kết quả là số không âm; tỷ lệ không quá 100%.
