# The calendar of reports, heads of bodies, templates, corrections: what officers and administrators set.

## Corrections

report-corrects-figure = { $name }: { $before } sửa thành { $after }
report-corrects-figures = { $more ->
    [0] Số liệu thay đổi: { $list }
   *[other] Số liệu thay đổi: { $list } và { $more } số liệu khác
}
report-corrects-sections = Lời văn thay đổi ở mục { $list }
report-correct-unsent = Chỉ đính chính được báo cáo đã gửi. Báo cáo chưa gửi thì sửa trực tiếp hoặc trả lại để sửa.
report-correct-begun = Báo cáo này đã có bản đính chính đang soạn.

report-button-correct = Đính chính
report-button-recompile = Tổng hợp lại số liệu
report-correct-ask = Anh/chị cho biết báo cáo đã gửi sai ở đâu, cần đính chính gì ạ.
report-correct-begun-now = Bản đính chính của { $report } đã được tạo với số liệu và lời văn của bản đã gửi. Anh/chị sửa, nếu cần thì tổng hợp lại số liệu, rồi trình duyệt. Khi bản này được gửi, bản cũ được ghi là đã thay thế; những gì thay đổi được nêu dưới tiêu đề.
report-recompile-coming = Số liệu của { $report } sẽ được tổng hợp lại trong ít phút; câu chữ anh/chị đã sửa được giữ nguyên.
report-recompiled = Số liệu của { $report } đã được tổng hợp lại{ $changed ->
    [0] , các số tổng không thay đổi.
   *[other] : { $list }.
}
report-recompile-failed = Chưa tổng hợp lại được số liệu của { $report } ({ $error }). Quản trị viên đã được báo.
report-part-what = Nội dung cần đính chính
job-recompile-reports = Tổng hợp lại số liệu của báo cáo đang soạn

## Drafts without a signatory

report-told-compiled-unsigned = Dự thảo { $report } đã được tổng hợp. Nhờ anh/chị hoàn thiện và trình trước ngày { $due }. Chưa có tên người ký: anh/chị gõ “ký báo cáo” để nhập, rồi tổng hợp lại.

## Whose

report-which-body = Anh/chị chọn đơn vị cần xem ạ.
report-unit-unknown = Không có đơn vị này trong danh mục.

## The calendar

command-report-calendar =
    lịch báo cáo
    lịch báo cáo định kỳ
    /lichbaocao
report-calendar-of = Lịch báo cáo của { $body }:
report-calendar-choose = Anh/chị chọn báo cáo để xem hoặc thay đổi ạ.
report-button-calendar = Lịch báo cáo
report-button-head = Ký báo cáo, nơi nhận
report-calendar-back = Lịch báo cáo
report-line-on = { $kind }: kỳ tới từ { $first } đến { $last }, tổng hợp ngày { $compiled }, hạn gửi { $due }.
report-line-off = { $kind }: không tự tổng hợp.
report-line-closing = Nhịp: { $rhythm }. { $early ->
    [0] Số liệu tính đến hết kỳ
   *[other] Số liệu chốt trước ngày cuối kỳ { $early } ngày
}{ $day ->
    [1] .
   *[other] ; tháng tính từ ngày { $day }.
}
report-line-due = { $days ->
    [0] Hạn gửi: ngày cuối kỳ.
   *[other] Hạn gửi: { $days } ngày sau ngày cuối kỳ (số âm: trước ngày cuối kỳ).
}
report-line-reminders = Nhắc người phải hoàn thiện trước hạn { $days } ngày.
report-line-no-reminder = Không nhắc trước hạn.
report-line-committee = Báo cáo với: { $committee }.
report-line-usual-committee = như thông lệ của đơn vị
report-line-sections = Gồm { $count } mục.
report-line-own = Đơn vị đã tự đặt lịch này.
report-line-shared = Lịch chung do quản trị viên đặt.
report-line-usual = Lịch thông lệ của hệ thống.
report-line-change = Thay đổi
report-line-switch-on = Bật
report-line-switch-off = Tắt
report-line-reset = Trở về như cũ
report-line-save = Lưu
report-line-impossible = Lịch này chưa dùng được, anh/chị sửa lại ạ:
report-as-usual = Như thông lệ
report-no-board = Không ghi

report-ask-weekday = { $body }: tuần báo cáo bắt đầu từ thứ mấy ạ?
report-ask-day = { $body }: tháng báo cáo bắt đầu từ ngày nào (1 đến 28)? 1 là tháng theo lịch, 15 là từ ngày 15 đến ngày 14. Hiện là { $day }.
report-ask-early = Chốt số liệu trước ngày cuối kỳ bao nhiêu ngày (đến 60)? Ví dụ 31: báo cáo năm chốt ngày 30/11; gõ “không” nếu chốt vào ngày cuối kỳ. Hiện là { $days }.
report-ask-due = Hạn gửi cách ngày cuối kỳ bao nhiêu ngày? Số âm là trước ngày cuối kỳ. Hiện là { $days }.
report-ask-reminders = Nhắc trước hạn những ngày nào? Ví dụ 7, 3, 1; gõ “không” nếu không cần nhắc. Hiện là { $days }.
report-ask-committee = Báo cáo gửi đến cấp ủy nào? Ví dụ: Thường trực Đảng ủy xã Quảng Điền.
report-ask-sections =
    Báo cáo gồm những mục nào? Anh/chị gõ các chữ cái, ví dụ A B E. Hiện là { $letters }.
    A. { $a }
    B. { $b }
    C. { $c }
    D. { $d }
    E. { $e }
    F. { $f }
    G. { $g }
    H. { $h }
    I. { $i }
    J. { $j }
    K. { $k }
report-part-weekday = Ngày đầu tuần
report-part-day = Ngày đầu tháng báo cáo
report-part-early = Chốt sớm (ngày)
report-part-due = Hạn gửi
report-part-reminders = Nhắc trước hạn
report-part-committee = Cấp ủy nhận báo cáo
report-part-sections = Các mục
weekday-0 = Thứ Hai
weekday-1 = Thứ Ba
weekday-2 = Thứ Tư
weekday-3 = Thứ Năm
weekday-4 = Thứ Sáu
weekday-5 = Thứ Bảy
weekday-6 = Chủ nhật

report-bad-number = Anh/chị gõ giúp một số trong khoảng đã nêu ạ.
report-bad-reminders = Anh/chị gõ giúp nhiều nhất năm số ngày, mỗi số không quá 60, ví dụ 7, 3, 1.
report-bad-sections = Anh/chị gõ giúp các chữ cái của mục, ví dụ A B E.
report-calendar-bad-rhythm = Loại báo cáo này không theo nhịp đó.
report-calendar-on-demand = Báo cáo này chỉ làm khi có yêu cầu, không tự tổng hợp theo lịch.
report-calendar-closed-before-it-begins = Số liệu không thể chốt trước khi kỳ bắt đầu.
report-calendar-bad-due = Hạn gửi nằm trong khoảng từ { $least } đến { $most } ngày so với ngày cuối kỳ.
report-calendar-due-before-figures = Hạn gửi phải sau ngày chốt số liệu: sớm nhất là { $days } ngày so với ngày cuối kỳ.
report-calendar-bad-reminders = Nhắc nhiều nhất { $count } lần, trước hạn không quá { $most } ngày.
report-calendar-long-committee = Tên cấp ủy dài quá { $limit } ký tự.
report-calendar-no-one-day = Chỉ báo cáo mỗi năm một lần mới chốt vào một ngày cố định.
report-calendar-no-such-day = Không có ngày này.
report-calendar-far-day = Ngày chốt phải trong vòng 60 ngày trước { $last }.
report-calendar-not-set = Đơn vị chưa đặt lịch riêng cho báo cáo này.

## Heads

command-report-head =
    ký báo cáo
    người ký báo cáo
    nơi nhận báo cáo
    /kybaocao
report-head-of = Báo cáo của { $body } được ký và gửi như sau:
report-head-top = Cơ quan ban hành: { $issuer }. Ký hiệu: { $symbol }. Địa danh: { $place }.
report-head-board = Ký thay mặt tập thể: { $board }.
report-head-signature = Ký: { $form }. Họ tên: { $name }.
report-head-no-signer = chưa nhập (văn bản để trống chỗ ký)
report-head-recipients =
    Báo cáo với: { $committee }.
    Nơi nhận:
    { $recipients }
    - Lưu: { $filing }.
report-head-number = Số tiếp theo trong sổ: { $number }.
report-head-number-by-hand = Số được lấy bằng tay.
report-head-change-signature = Đổi người ký
report-head-change-recipients = Đổi nơi nhận
report-head-change-top = Đổi ký hiệu, địa danh, số
report-head-line = { $part }: { $value }
report-head-nothing = Không có gì thay đổi.
report-signing-head = { $post }
report-signing-on-behalf = TM. (T/M) { $whom }, { $post }
report-signing-for-the-head = KT. (K/T) { $whom }, { $post }
report-signing-by-order = TL. (T/L) { $whom }, { $post }
report-signing-by-mandate = TUQ. { $whom }, { $post }
report-signing-acting = Q. { $post }
report-signing-name-head = Thủ trưởng ký
report-signing-name-on-behalf = Thay mặt tập thể (TM., T/M)
report-signing-name-for-the-head = Cấp phó ký thay (KT., K/T)
report-signing-name-by-order = Thừa lệnh (TL., T/L)
report-signing-name-by-mandate = Thừa ủy quyền (TUQ.)
report-signing-name-acting = Quyền (Q.)
report-ask-form = { $body }: báo cáo được ký theo hình thức nào ạ?
report-ask-board = Cấp phó ký thay mặt tập thể nào? Ví dụ: Ban Thường trực.
report-ask-for-whom = Ký thay mặt (hoặc thay) ai? Ví dụ: Ban Thường trực, hoặc Chủ tịch.
report-ask-post = Chức vụ của người ký? Ví dụ: Chủ tịch, Phó Chủ tịch.
report-ask-signer = Họ và tên người ký?
report-ask-recipients = Nơi nhận, mỗi nơi một dòng, mục đích trong ngoặc. Ví dụ: Thường trực Đảng ủy xã (để báo cáo)
report-ask-filing = Lưu ở đâu? Ví dụ: VT, BTT
report-ask-symbol = Ký hiệu sau số của báo cáo? Ví dụ: BC-MTTQ-BTT
report-ask-place = Địa danh ghi trước ngày tháng? Ví dụ: Quảng Điền
report-ask-number = Số tiếp theo trong sổ văn bản đi? Đơn vị lấy số bằng tay thì gõ “không”. Hiện là { $number }.
report-part-signing-form = Hình thức ký
report-part-board = Tập thể
report-part-for-whom = Ký thay mặt, ký thay
report-part-post = Chức vụ
report-part-signer = Người ký
report-part-recipients = Nơi nhận
report-part-filing = Lưu
report-part-symbol = Ký hiệu
report-part-place = Địa danh
report-part-number = Số tiếp theo
report-part-next-number = Số tiếp theo
report-head-bad-form = Không có hình thức ký này.
report-head-too-many = Phần { $part } có nhiều nhất { $limit } dòng.
report-head-too-long = Phần { $part } dài quá { $limit } ký tự.
report-head-bad-number = Số tiếp theo là số từ 1 đến 99999.
report-head-not-set = Đơn vị này chưa đặt riêng gì.

## Templates

report-template-refused = Mẫu Word không dùng được nên chưa được cài.
report-template-none = Chưa cài mẫu Word nào ở đây: mẫu kèm theo chương trình đang dùng.
template-trial-failed = Điền thử báo cáo vào mẫu không được: { $what }
