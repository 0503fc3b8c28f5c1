# Residents who asked to be called back, as officers see them.

command-calls =
    gọi lại
    danh sách gọi lại
    cần gọi lại
    /goilai
button-called = Đã gọi xong
button-called-number = Đã gọi số { $number }
button-calls = Xem ai cần gọi
calls-none = Không còn ai chờ gọi lại.
calls-head = Còn { $count } người chờ gọi lại:
calls-line = { $number }. { $phone }, nhờ ngày { $day }
calls-line-note = { $number }. { $phone }, nhờ ngày { $day }. Nội dung: { $note }
calls-done = Đã ghi: đã gọi lại { $phone }.
error-called-already = Việc này đã được ghi là đã gọi rồi.
