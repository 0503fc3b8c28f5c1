# Fixed words of documents: NĐ 30/2020/NĐ-CP, Annex I (front), 05-HD/VPTW and 36-HD/VPTW (party), and of the XLSX annex.

document-front-title = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
document-front-motto = Độc lập - Tự do - Hạnh phúc
document-front-number = Số: { $number }/{ $symbol }
document-party-title = ĐẢNG CỘNG SẢN VIỆT NAM
document-party-number = Số { $number }-{ $symbol }

document-dated = { $place }, ngày { $day } tháng { $month } năm { $year }
document-type = BÁO CÁO
document-period = (Số liệu tính từ ngày { $first } đến ngày { $last }, chốt lúc { $taken })
document-corrects = ({ $what })
document-addressed = Kính gửi: { $committee }
document-recipients = Nơi nhận:
document-as-above = Như trên
document-filing = Lưu: { $where }
document-draft = DỰ THẢO
document-hint = [{ $hint }]
document-table-empty = Không có trong kỳ.

document-urgency-urgent = KHẨN
document-urgency-very-urgent = THƯỢNG KHẨN
document-urgency-express = HỎA TỐC

document-front-form-on-behalf = TM.
document-front-form-for-the-head = KT.
document-front-form-by-order = TL.
document-front-form-by-mandate = TUQ.
document-front-form-acting = Q.
document-party-form-on-behalf = T/M
document-party-form-for-the-head = K/T
document-party-form-by-order = T/L
document-party-form-by-mandate = TUQ
document-party-form-acting = Q.

document-front-end = ./.
document-party-end = .

document-annex = Phụ lục { $number }
document-annex-of = (Kèm theo Báo cáo số { $number }/{ $symbol } ngày { $day } tháng { $month } năm { $year })
document-annex-of-issuer = (Kèm theo Báo cáo số { $number }/{ $symbol } ngày { $day } tháng { $month } năm { $year } của { $issuer })
document-table-numbers = ({ $number })
document-unit = Đơn vị tính: { $unit }
document-map-scale = Diện tích chấm tròn theo { $unit }

document-changed-mark = (*)
document-changed-title = Số liệu do cán bộ điều chỉnh
document-changed-note = Số liệu có dấu (*) trong báo cáo khác với số liệu tổng hợp từ hồ sơ, vì lý do nêu dưới đây.
document-changed-figure = Số liệu
document-changed-source = Theo hồ sơ
document-changed-reported = Trong báo cáo
document-changed-reason = Lý do
document-changed-on = Ngày sửa

## The XLSX annex

sheet-cases = Danh sách vụ việc
sheet-figures = Số liệu
sheet-yes = Có
sheet-case-code = Mã vụ việc
sheet-case-kind = Loại
sheet-case-subject = Lĩnh vực
sheet-case-unit-code = Mã xã/phường
sheet-case-unit = Xã/phường/đặc khu
sheet-case-place = Địa điểm
sheet-case-organisation = Tổ chức
sheet-case-channel = Kênh tiếp nhận
sheet-case-petitions = Số lượt ý kiến
sheet-case-people = Số người
sheet-case-confidential = Bảo mật
sheet-case-summary = Nội dung tóm tắt
sheet-case-status = Trạng thái
sheet-case-received-at = Tiếp nhận
sheet-case-accepted-at = Nhận xử lý
sheet-case-verified-at = Xác minh
sheet-case-referred-at = Chuyển đơn
sheet-case-authority = Cơ quan giải quyết
sheet-case-due-on = Hạn trả lời
sheet-case-reminders = Số lần đôn đốc
sheet-case-reminded-at = Đôn đốc gần nhất
sheet-case-answered-at = Cơ quan trả lời
sheet-case-checked-at = Hỏi lại người dân
sheet-case-closed-at = Kết thúc
sheet-case-outcome = Kết quả
sheet-case-reopened-at = Mở lại
sheet-case-days-late = Số ngày quá hạn
sheet-case-satisfaction = Mức độ hài lòng

sheet-figure-key = Mã số liệu
sheet-figure-label = Số liệu
sheet-figure-definition = Cách tính
sheet-figure-value = Giá trị
sheet-figure-previous = Kỳ trước
sheet-figure-last-year = Cùng kỳ năm trước
sheet-figure-cases = Số vụ việc phía sau
sheet-figure-source = Giá trị trước khi sửa
sheet-figure-reason = Lý do sửa

## Why a Word template is refused

template-not-word = Tệp này không phải là tài liệu Word (.docx) đọc được.
template-too-big = Tệp mẫu quá lớn: tối đa 5 MB.
template-macros = Tệp mẫu có macro. Xin lưu lại thành .docx không có macro.
template-syntax = Có chỗ viết sai trong dấu ngoặc nhọn: { $what } ({ $where }).
template-unknown-name = Hệ thống không biết tên “{ $name }” trong dấu ngoặc nhọn.
template-missing-name = Mẫu thiếu {"{{"} { $name } {"}}"}: báo cáo sẽ không đầy đủ.
template-misplaced = {"{{"} { $name } {"}}"} phải đứng một mình trong một đoạn, ngoài mọi bảng.
template-missing-style = Mẫu thiếu kiểu (style) “{ $name }”.
template-other-layout = Mẫu có chữ “{ $words }” của thể thức khác.
template-paper = Khổ giấy không phải A4 đứng (210 × 297 mm).
template-margin = Lề { $side } là { $found } mm; quy định từ { $least } đến { $most } mm.
template-no-page-number = Đầu trang không có số trang.
template-side-top = trên
template-side-bottom = dưới
template-side-left = trái
template-side-right = phải

## What is said beside the documents

report-remark-no-signatory = Chưa có tên người ký: chỗ ký để trống.
report-remark-no-case = Kỳ này không có vụ việc nào.
report-remark-to-write = Còn { $count } đoạn chờ cán bộ viết.
report-remark-left-out = { $count } đoạn để trống, không in.
report-remark-changed = “{ $figure }”: cán bộ ghi { $after }, số liệu từ hồ sơ là { $before }.
