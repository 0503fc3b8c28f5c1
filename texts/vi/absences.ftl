# An officer is away, and somebody stands in.

# Heard outside any form only: "nghỉ phép" may be an answer as well.
command-absence =
    /nghiphep
command-absence-back =
    /dilamlai
absence-phrases =
    nghỉ phép
    đi vắng
    đi công tác
    nghỉ ốm
    xin nghỉ
absence-from =
    từ
    từ ngày
    từ hôm
    ngày
    bắt đầu
    bắt đầu từ
    luôn từ
absence-back-phrases =
    đi làm lại
    tôi đã đi làm lại
    hết nghỉ phép
    hủy nghỉ phép
absence-button = Nghỉ phép
absence-how = Để báo nghỉ, nhờ anh/chị gõ, ví dụ: nghỉ phép từ { $first } đến { $last }, người thay: Trần Thị Lan. Về sớm thì gõ: đi làm lại.
absence-line = Nghỉ từ { $first } đến { $last }, người thay: { $name }.
absence-line-alone = Nghỉ từ { $first } đến { $last }, chưa có người thay.
absence-day-not-understood = Tôi chưa rõ ngày này. Nhờ anh/chị gõ theo kiểu: nghỉ phép từ 24/11 đến 28/11.
absence-days-wrong = Ngày nghỉ chưa đúng: ngày cuối phải sau ngày đầu, chưa qua, và không quá một năm.
absence-overlaps = Anh/chị đã báo nghỉ trong khoảng này.
absence-no-substitute = Người này không thay được: cần một cán bộ khác đang xử lý việc.
absence-substitute-away = Người này cũng nghỉ trong khoảng đó. Nhờ anh/chị chọn người khác.
absence-who = Ai thay anh/chị từ { $first } đến { $last }?
absence-who-again = Tôi chưa rõ người thay là ai. Nhờ anh/chị chọn người thay từ { $first } đến { $last }:
absence-person = { $name }
absence-nobody = Không có người thay
absence-entered = Đã ghi nhận: anh/chị nghỉ từ { $first } đến { $last }, { $name } thay. Trong thời gian đó việc của anh/chị nằm trong bản tin của { $name }.
absence-entered-alone = Đã ghi nhận: anh/chị nghỉ từ { $first } đến { $last }, chưa có người thay. Việc của anh/chị sẽ chờ đến khi anh/chị về.
absence-end = Về sớm (nghỉ từ { $first })
absence-ended = Đã ghi nhận: anh/chị đã đi làm lại. Bản tin tới sẽ có những việc đã diễn ra trong lúc nghỉ.
absence-none = Hiện anh/chị không báo nghỉ ngày nào.
absence-told = { $name } nghỉ từ { $first } đến { $last } và nhờ anh/chị thay. Trong thời gian đó việc của { $name } nằm trong bản tin và danh sách việc của anh/chị; việc bảo mật vẫn do đơn vị đó giữ.
absence-ended-told = { $name } đã đi làm lại. Anh/chị không còn thay nữa; cảm ơn anh/chị.
