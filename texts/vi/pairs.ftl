# Hai vụ việc có thể là một: cán bộ xem từng cặp, tự quyết định; hệ thống không bao giờ tự gộp.

command-pairs =
    vụ trùng
    việc trùng
    vụ việc trùng
    có thể trùng
    /vutrung
button-pairs = Có thể trùng ({ $count })
pairs-none = Hiện không có cặp vụ việc nào cần xem có trùng hay không.
pairs-head = { $count ->
        [1] Có một cặp vụ việc có thể là một. Anh/chị xem giúp, hệ thống không tự gộp:
       *[other] Có { $count } cặp vụ việc có thể là một. Anh/chị xem từng cặp, hệ thống không tự gộp:
    }
pair-line =
    { $status }
    “{ $title }”
    { $place }, từ ngày { $opened }
pair-why = Khả năng là cùng một việc: { $percent } phần trăm. { $reasons }.
pair-why-returned = Khả năng là việc cũ tái diễn: { $percent } phần trăm. { $reasons }.
pair-why-resident = Người gửi được hỏi có phải cùng một việc không, và trả lời là không chắc.
pair-merge = Gộp làm một
pair-link = Ghi là tái diễn
pair-apart = Không phải
pair-open = Mở { $code }
pair-done-merged = Đã gộp vào { $code }. Người gửi đều được báo, ai cũng giữ mã riêng; hủy gộp được trong vụ việc đã gộp.
pair-done-linked = Đã ghi { $code } là việc cũ tái diễn. Đây vẫn là một vụ việc riêng.
pair-done-apart = Đã ghi là hai việc khác nhau, hệ thống không gợi ý lại cặp này.
step-linked = Ghi là việc cũ tái diễn
duplicate-row = { $first }, { $rest }
duplicate-reasons-other = Khác: { $value }
repeat-ask-urging =
    Ông/bà đã gửi một việc giống thế: { $subject }, chỗ: { $place }, từ ngày { $since }. Lần này ông/bà nhắc lại việc đó phải không ạ?
submit-summary-urging = Đây là lời nhắc cho việc ông/bà đã gửi, không lập hồ sơ mới.
receipt-urging = Tôi đã ghi lời nhắc của ông/bà vào hồ sơ { $code } và báo cho cán bộ đang theo dõi. Mã hồ sơ vẫn như cũ.
officer-urged =
    Người dân nhắc lại việc đã gửi, { $code }{ $words }{ $files ->
        [0] { "" }
       *[other] { " " }({ $files } ảnh, tệp)
    }
job-index-duplicates = cập nhật chỉ mục tìm việc trùng
job-find-pairs = tìm vụ việc có thể trùng để gợi ý cán bộ
officer-similar-why = { $code }: { $reasons }.
digest-pairs = Vụ việc có thể trùng nhau: { $count } cặp, mời anh/chị xem giúp.
