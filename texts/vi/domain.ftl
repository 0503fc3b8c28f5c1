# Words for the codes of domain/: one key per code, `<topic>-<code>`.

## Kinds of petition

kind-kien-nghi = Kiến nghị, đề xuất
kind-phan-anh = Phản ánh một việc đang xảy ra
kind-khieu-nai = Khiếu nại
kind-to-cao = Tố cáo
kind-gop-y = Góp ý, tâm tư
kind-cam-on = Lời cảm ơn

kind-short-kien-nghi = Kiến nghị
kind-short-phan-anh = Phản ánh
kind-short-khieu-nai = Khiếu nại
kind-short-to-cao = Tố cáo
kind-short-gop-y = Góp ý
kind-short-cam-on = Cảm ơn

## Organisations: as people call them, and in full

organisation-mttq = Mặt trận
organisation-cong-doan = Công đoàn
organisation-nong-dan = Hội Nông dân
organisation-phu-nu = Hội Phụ nữ
organisation-cuu-chien-binh = Hội Cựu chiến binh
organisation-doan-thanh-nien = Đoàn Thanh niên

organisation-full-mttq = Ủy ban MTTQ Việt Nam
organisation-full-cong-doan = Công đoàn
organisation-full-nong-dan = Hội Nông dân
organisation-full-phu-nu = Hội Liên hiệp Phụ nữ
organisation-full-cuu-chien-binh = Hội Cựu chiến binh
organisation-full-doan-thanh-nien = Đoàn TNCS Hồ Chí Minh

## How the petitioner appears

name-visibility-officer-only = Chỉ cán bộ phụ trách biết tên
name-visibility-shown = Ghi tên khi chuyển đi
name-visibility-without = Không ghi tên

on-behalf-self = Cho tôi
on-behalf-relative = Cho người nhà
on-behalf-neighbour = Cho hàng xóm, người quen

urgency-khan = Khẩn
urgency-binh-thuong = Bình thường
urgency-phuc-tap = Phức tạp

rating-rat-hai-long = Rất hài lòng
rating-hai-long = Hài lòng
rating-chua-hai-long = Chưa hài lòng

## Subjects

subject-dat-dai = Đất đai, giải phóng mặt bằng, tái định cư
subject-moi-truong = Môi trường, rác thải
subject-giao-thong = Giao thông, cầu đường, vỉa hè
subject-ha-tang = Điện, nước sạch, chiếu sáng, viễn thông
subject-do-thi = Xây dựng, trật tự đô thị, chợ
subject-thien-tai = Ngập úng, sạt lở, thủy lợi, thiên tai
subject-nong-nghiep = Nông nghiệp, nông thôn mới
subject-y-te = Y tế, an toàn thực phẩm
subject-giao-duc = Giáo dục, trường học
subject-an-sinh = An sinh xã hội, người có công, nhà ở
subject-lao-dong = Việc làm, tiền lương, công nhân
subject-an-ninh = An ninh, trật tự, tệ nạn, lừa đảo mạng
subject-hanh-chinh = Thủ tục hành chính, thái độ phục vụ
subject-can-bo = Cán bộ, công chức; tham nhũng, lãng phí
subject-van-hoa = Văn hóa, thể thao, nếp sống; tiếng ồn
subject-gia-dinh = Phụ nữ, trẻ em, gia đình
subject-dan-toc-ton-giao = Dân tộc, tôn giáo
subject-dong-gop = Các khoản thu, quỹ, đóng góp, vận động
subject-xd-dang-cq = Góp ý xây dựng Đảng, chính quyền, Mặt trận
subject-sap-xep = Sắp xếp đơn vị hành chính, chính quyền 2 cấp
subject-khac = Khác

subject-short-dat-dai = Đất đai
subject-short-moi-truong = Môi trường
subject-short-giao-thong = Giao thông
subject-short-ha-tang = Điện, nước
subject-short-do-thi = Đô thị, chợ
subject-short-thien-tai = Ngập, sạt lở
subject-short-nong-nghiep = Nông nghiệp
subject-short-y-te = Y tế
subject-short-giao-duc = Giáo dục
subject-short-an-sinh = An sinh
subject-short-lao-dong = Việc làm
subject-short-an-ninh = An ninh
subject-short-hanh-chinh = Thủ tục
subject-short-can-bo = Cán bộ
subject-short-van-hoa = Văn hóa
subject-short-gia-dinh = Gia đình
subject-short-dan-toc-ton-giao = Dân tộc, tôn giáo
subject-short-dong-gop = Thu, đóng góp
subject-short-xd-dang-cq = Đảng, chính quyền
subject-short-sap-xep = Sáp nhập
subject-short-khac = Khác

## Levels and authorities

level-centre = Trung ương
level-province = Cấp tỉnh
level-commune = Cấp xã

authority-ubnd-xa = UBND cấp xã
authority-chu-tich-ubnd-xa = Chủ tịch UBND cấp xã
authority-phong-kinh-te = Phòng Kinh tế (Kinh tế, Hạ tầng và Đô thị)
authority-phong-van-hoa-xa-hoi = Phòng Văn hóa - Xã hội
authority-van-phong-hdnd-ubnd = Văn phòng HĐND và UBND
authority-trung-tam-pvhcc = Trung tâm Phục vụ hành chính công
authority-cong-an-xa = Công an cấp xã
authority-ban-chqs-xa = Ban Chỉ huy quân sự cấp xã
authority-tram-y-te = Trạm Y tế
authority-dien-luc = Điện lực
authority-cap-nuoc = Đơn vị cấp nước
authority-bhxh = Bảo hiểm xã hội
authority-ban-ttnd = Ban Thanh tra nhân dân
authority-dang-uy-xa = Đảng ủy cấp xã
authority-ubkt-dang-uy = Ủy ban Kiểm tra Đảng ủy
authority-ubnd-tinh = UBND cấp tỉnh
authority-chu-tich-ubnd-tinh = Chủ tịch UBND cấp tỉnh
authority-so-nong-nghiep-moi-truong = Sở Nông nghiệp và Môi trường
authority-so-xay-dung = Sở Xây dựng
authority-so-noi-vu = Sở Nội vụ
authority-so-tai-chinh = Sở Tài chính
authority-so-y-te = Sở Y tế
authority-so-giao-duc-dao-tao = Sở Giáo dục và Đào tạo
authority-so-cong-thuong = Sở Công Thương
authority-so-khoa-hoc-cong-nghe = Sở Khoa học và Công nghệ
authority-so-van-hoa-the-thao-du-lich = Sở Văn hóa, Thể thao và Du lịch
authority-so-dan-toc-ton-giao = Sở Dân tộc và Tôn giáo
authority-so-tu-phap = Sở Tư pháp
authority-thanh-tra-tinh = Thanh tra cấp tỉnh
authority-cong-an-tinh = Công an cấp tỉnh
authority-tinh-uy = Tỉnh ủy, Thành ủy
authority-ubkt-tinh-uy = Ủy ban Kiểm tra Tỉnh ủy, Thành ủy
authority-thanh-tra-chinh-phu = Thanh tra Chính phủ
authority-ubkt-trung-uong = Ủy ban Kiểm tra Trung ương

## Roles

role-officer = Cán bộ
role-leader = Lãnh đạo
role-approver = Người duyệt
role-administrator = Quản trị
role-collaborator = Cộng tác viên
role-party-reader = Cấp ủy (chỉ xem)
role-resident = Người dân
role-system = Trợ lý tự động

## Life of a case

state-received = Mới gửi
state-needs-information = Chờ bổ sung thông tin
state-accepted = Đã tiếp nhận
state-verifying = Đang xác minh
state-referred = Đã chuyển cơ quan có thẩm quyền
state-authority-received = Cơ quan đã nhận
state-in-progress = Đang xử lý
state-answered = Đã có trả lời
state-checking = Đang hỏi lại người dân
state-closed = Đã đóng

outcome-resolved = Cơ quan có thẩm quyền đã giải quyết xong
outcome-explained = Đã giải trình, cung cấp thông tin
outcome-guided = Đã hướng dẫn nơi gửi
outcome-declined = Không tiếp nhận xử lý
outcome-withdrawn = Người gửi rút
outcome-merged = Gộp với vụ việc tương tự
outcome-filed = Lưu theo dõi

step-accept = Tiếp nhận
step-classify = Phân loại
step-ask = Hỏi thêm người dân
step-supply = Bổ sung thông tin
step-verify = Xác minh
step-refer = Chuyển cơ quan có thẩm quyền
step-acknowledge = Ghi nhận cơ quan đã nhận
step-start = Ghi nhận đang xử lý
step-extend = Gia hạn
step-remind = Đôn đốc
step-hand-back = Cơ quan trả lại
step-answer = Ghi trả lời của cơ quan
step-check = Hỏi lại người dân về kết quả
step-confirm = Xác nhận việc đã xong
step-dispute = Chưa đồng ý với kết quả
step-close = Đóng vụ việc
step-propose-decline = Đề nghị không tiếp nhận
step-decline = Duyệt không tiếp nhận
step-withdraw = Rút ý kiến
step-merge = Gộp vào vụ việc khác
step-unmerge = Hủy gộp
step-split = Tách nội dung
step-reopen = Mở lại
step-reassign = Giao cho người khác
step-recuse = Khai báo có liên quan
step-note = Ghi chú nội bộ
step-reply = Trả lời người dân
step-correct = Đính chính câu trả lời
step-rate = Đánh giá

## Statuses as officers read them

status-officer-moi = Mới gửi
status-officer-tiep-nhan = Đã tiếp nhận
status-officer-bo-sung = Chờ bổ sung thông tin
status-officer-xac-minh = Đang xác minh
status-officer-phan-loai = Đã phân loại
status-officer-huong-dan = Đã hướng dẫn
status-officer-da-chuyen = Đã chuyển
status-officer-da-chuyen-detail = Đã chuyển { $authority } ngày { $date }
status-officer-cq-nhan = Cơ quan đã nhận
status-officer-cq-nhan-detail = { $authority } đã nhận
status-officer-dang-xl = Đang xử lý
status-officer-gia-han = Đã gia hạn
status-officer-gia-han-detail = Gia hạn đến { $until } ({ $reason })
status-officer-tra-loi = Đã có trả lời
status-officer-kiem-tra = Đang hỏi lại người dân
status-officer-giai-quyet = Cơ quan đã giải quyết xong
status-officer-giai-trinh = Đã giải trình, cung cấp thông tin
status-officer-tu-choi = Không tiếp nhận xử lý
status-officer-tu-choi-detail = Không tiếp nhận xử lý ({ $reason })
status-officer-trung = Đã gộp
status-officer-trung-detail = Trùng với { $code }
status-officer-rut = Người gửi rút
status-officer-mo-lai = Mở lại (chưa đồng ý với kết quả)
status-officer-luu = Lưu theo dõi

## Statuses as residents read them

status-resident-moi = Đã gửi
status-resident-tiep-nhan = Đã tiếp nhận
status-resident-bo-sung = Đang chờ ông/bà bổ sung
status-resident-xac-minh = Đang xác minh
status-resident-phan-loai = Đã tiếp nhận
status-resident-huong-dan = Đã hướng dẫn nơi gửi
status-resident-da-chuyen = Đã chuyển đến nơi giải quyết
status-resident-da-chuyen-detail = Đã chuyển đến { $authority } ngày { $date }
status-resident-cq-nhan = Cơ quan giải quyết đã nhận
status-resident-cq-nhan-detail = { $authority } đã nhận
status-resident-dang-xl = Đang xử lý
status-resident-gia-han = Đang xử lý, cần thêm thời gian
status-resident-gia-han-detail = Đang xử lý, dự kiến xong ngày { $until } (lý do: { $reason })
status-resident-tra-loi = Đã có trả lời
status-resident-kiem-tra = Đang hỏi lại người dân về kết quả
status-resident-giai-quyet = Đã được cơ quan có thẩm quyền giải quyết
status-resident-giai-trinh = Đã có trả lời
status-resident-tu-choi = Chưa thể tiếp nhận
status-resident-tu-choi-detail = Chưa thể tiếp nhận (lý do: { $reason })
status-resident-trung = Đã gộp với nội dung tương tự
status-resident-trung-detail = Đã gộp với nội dung tương tự
status-resident-rut = Đã rút theo đề nghị
status-resident-mo-lai = Đang xem xét lại
status-resident-luu = Đã lưu

report-group-da-giai-quyet = Đã giải quyết xong
report-group-dang-giai-quyet = Đang giải quyết
report-group-chua-giai-quyet = Chưa giải quyết
report-group-ngoai-co-so = Ngoài cơ sở tính tỷ lệ (đã hướng dẫn, gộp, rút, từ chối, lưu)

## Overdue is computed

due-left = còn { $days } ngày làm việc
due-today = hôm nay đến hạn
due-overdue = quá hạn { $days } ngày làm việc
due-paused = đang tạm dừng

## Hotlines and dangers

hotline-113 = 113 Công an
hotline-114 = 114 Cứu hỏa và cứu nạn
hotline-115 = 115 Cấp cứu
hotline-111 = 111 Bảo vệ trẻ em
hotline-112 = 112 Tìm kiếm cứu nạn

danger-fire = Cháy
danger-explosion = Nổ
danger-gas-leak = Rò rỉ khí, hóa chất
danger-electric-shock = Điện giật
danger-drowning = Đuối nước
danger-landslide = Sạt lở
danger-flash-flood = Lũ, nước dâng
danger-accident = Tai nạn
danger-violence = Bạo lực, hành hung
danger-abuse = Xâm hại
danger-child-abuse = Xâm hại trẻ em
danger-medical = Cấp cứu
danger-suicide = Nguy cơ tự tử
danger-missing = Mất tích

## Deadlines

deadline-noi-bo-xac-nhan = Báo đã nhận
deadline-noi-bo-doc = Cán bộ xem
deadline-noi-bo-chuyen = Phân loại và chuyển
deadline-noi-bo-bao-chuyen = Báo người gửi biết đã chuyển
deadline-noi-bo-co-quan = Cơ quan nhận trả lời
deadline-noi-bo-hoi-lai = Hỏi lại người dân về kết quả
deadline-tcd-thongbao = Thông báo việc tiếp nhận cho công dân
deadline-tcd-chuyen = Chuyển đơn ngoài thẩm quyền
deadline-tcd-tra-coquanchuyen = Trả lời cơ quan đã chuyển đơn
deadline-tcd-bao-congdan = Cơ quan chuyển đơn báo công dân
deadline-tcd-tuchoi = Thông báo từ chối tiếp công dân
deadline-kn-thoihieu = Thời hiệu khiếu nại
deadline-kn-thuly = Thụ lý khiếu nại
deadline-kn-lan1 = Giải quyết khiếu nại lần đầu
deadline-kn-lan1-xa = Giải quyết khiếu nại lần đầu (vùng sâu, vùng xa)
deadline-kn-tieptuc = Khiếu nại tiếp hoặc khởi kiện
deadline-kn-lan2 = Giải quyết khiếu nại lần hai
deadline-kn-lan2-xa = Giải quyết khiếu nại lần hai (vùng sâu, vùng xa)
deadline-kn-kyluat = Giải quyết khiếu nại quyết định kỷ luật
deadline-kn-mttq-baoketqua = Báo kết quả giải quyết khiếu nại cho Mặt trận
deadline-tc-xuly-bandau = Xử lý ban đầu thông tin tố cáo
deadline-tc-chuyen = Chuyển tố cáo ngoài thẩm quyền
deadline-tc-giaiquyet = Giải quyết tố cáo
deadline-tc-quahan = Cấp trên yêu cầu báo cáo tố cáo quá hạn
deadline-tc-coquanchuyen = Trả lời cơ quan chuyển tố cáo
deadline-pakn-chuyen = Chuyển phản ánh, kiến nghị về quy định hành chính
deadline-mttq-6thang = HĐND, UBND nghe kết quả giám sát của Mặt trận
deadline-quy3 = Thường trực cấp ủy nghe Mặt trận báo cáo
deadline-dlcn-tra-loi = Trả lời đầu tiên yêu cầu về dữ liệu cá nhân
deadline-dlcn-rut = Thực hiện rút đồng ý
deadline-dlcn-xem = Cung cấp, sửa dữ liệu cá nhân
deadline-dlcn-xoa = Xóa dữ liệu cá nhân

unit-working-days = ngày làm việc
unit-calendar-days = ngày
unit-months = tháng
unit-quarter = quý

counts-from-receipt = ngày nhận
counts-from-acceptance = ngày thụ lý
counts-from-referral = ngày chuyển
counts-from-answer = ngày có trả lời
counts-from-result = ngày có kết quả
counts-from-decision = ngày ra quyết định
counts-from-knowledge = ngày biết được quyết định, hành vi
counts-from-grounds = ngày đủ căn cứ
counts-from-limit-end = ngày hết thời hạn giải quyết
counts-from-second-denunciation = ngày nhận tố cáo tiếp
counts-from-last-hearing = lần nghe trước
counts-from-year = đầu năm
counts-from-request = ngày nhận yêu cầu

variant-complex = Vụ việc phức tạp
variant-specially-complex = Vụ việc đặc biệt phức tạp
variant-many-places = Phải kiểm tra ở nhiều nơi
variant-discipline = Quyết định kỷ luật
variant-remote = Vùng sâu, vùng xa
variant-third-party = Có bên thứ ba

pause-reason-waiting-for-resident = chờ người dân bổ sung
pause-reason-suspended-by-law = tạm đình chỉ theo luật

day-off-weekend = cuối tuần
day-off-holiday = ngày lễ
day-off-decided = ngày nghỉ theo quyết định

override-kind-off = Nghỉ
override-kind-work = Làm bù

skip-weekend = cuối tuần
skip-holiday = ngày lễ
skip-decided = ngày nghỉ theo quyết định
skip-paused = tạm dừng

deadline-explained-working-days = { $rule }: { $amount } ngày làm việc, tính từ sau { $from } ({ $start }), đến hết ngày { $day }.
deadline-explained-calendar-days = { $rule }: { $amount } ngày, tính từ sau { $from } ({ $start }), đến hết ngày { $day }.
deadline-explained-months = { $rule }: { $amount } tháng, tính từ { $from } ({ $start }), đến hết ngày { $day }.
deadline-explained-quarter = { $rule }: trong quý { $amount }, đến hết ngày { $day }.
deadline-explained-same-day = { $rule }: ngay trong ngày { $day }.
deadline-skipped = Không tính: { $days }.
deadline-skipped-weekends = { $count } ngày cuối tuần
deadline-skipped-day = { $day } ({ $name })
deadline-skipped-paused = { $count } ngày tạm dừng
deadline-make-up = Có tính ngày làm bù: { $days }.
deadline-standing = Thời hạn đang tạm dừng, sẽ chạy tiếp khi có thông tin.
deadline-by-law = Căn cứ: { $source }.
deadline-by-house = Thời hạn nội bộ, đơn vị có thể thay đổi.

## Receipt codes

code-problem-empty = Nhờ ông/bà gõ mã hồ sơ, gồm 8 chữ và số, ví dụ { $example }.
code-problem-length = Mã hồ sơ có 8 chữ và số, ví dụ { $example }. Nhờ ông/bà xem lại giúp ạ.
code-problem-character = Mã hồ sơ không có ký tự { $strange }. Nhờ ông/bà xem lại giúp ạ.
code-problem-mistyped = Mã này có lẽ bị nhầm một ký tự. Nhờ ông/bà xem lại giúp ạ.

## Refusals

error-refused = Xin lỗi ông/bà, việc này chưa thực hiện được.
error-not-allowed = Tài khoản này không có quyền làm việc đó.
error-conflicted = Anh/chị có liên quan đến vụ việc này nên không thể xem hoặc xử lý.
error-not-found = Không tìm thấy nội dung này.
error-unknown-code = Tôi chưa tìm thấy mã này. Nhờ ông/bà xem lại mã giúp ạ.
error-step-not-allowed = Việc này không thực hiện được ở bước hiện tại của vụ việc.
error-outcome-not-allowed = Vụ việc chưa thể đóng với kết quả này.
error-stale-version = Có người vừa cập nhật vụ việc này. Nhờ ông/bà xem lại rồi làm tiếp.
error-already-done = Việc này đã làm rồi ạ.
error-expired = Đường dẫn hoặc mã này đã hết hạn.
error-reason-missing = Nhờ ông/bà ghi rõ lý do.
error-too-many-tries = Ông/bà đã thử nhiều lần. Xin thử lại sau { $minutes } phút.
