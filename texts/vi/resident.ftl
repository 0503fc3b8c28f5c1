# After filing: looking up, adding, answering, rating, reopening, withdrawing, meeting an officer, own data.

track-ask-code = Ông/bà cho tôi mã hồ sơ ạ. Mã có 8 chữ và số, ví dụ: HK7M-3PQR.
track-code-not-understood = Mã này chưa đúng. Mã có 8 chữ và số, không có chữ O, I, L, U và số 0, 1. Nhờ ông/bà xem lại và gõ lại giúp ạ.
track-unknown-code = Tôi không tìm thấy mã { $code }. Nhờ ông/bà xem lại mã trên biên nhận ạ.
track-safe =
    Mã { $code }, gửi ngày { $filed }.
    Hiện nay: { $state }.

    Muốn xem đầy đủ hoặc trao đổi tiếp từ đây, ông/bà cần mật khẩu đã ghi trên biên nhận.
track-guarded-state = Đã tiếp nhận
track-unlock = Nhập mật khẩu
track-ask-pin = Ông/bà nhập mật khẩu 6 chữ số của mã { $code } ạ.
track-wrong-pin = Mật khẩu chưa đúng. Nhờ ông/bà xem lại trên biên nhận, hoặc gặp cán bộ để được giúp ạ.
track-try-again = Nhập lại
track-unlocked = Đúng rồi ạ. Từ nay tin về việc này sẽ được báo vào đây.
track-own =
    Mã { $code }, gửi ngày { $filed }
    “{ $text }”

    Hiện nay: { $state }.
track-due-read = Cán bộ sẽ đọc chậm nhất ngày { $day }.
track-due-forward = Mặt trận sẽ trả lời, hoặc chuyển đến nơi giải quyết, chậm nhất ngày { $day }.
track-due-authority = Nơi giải quyết được đề nghị trả lời trước hết ngày { $day }.
track-due-over = Hẹn đến ngày { $day } mà chưa xong, xin lỗi vì để ông/bà phải chờ. Cán bộ được nhắc việc này mỗi sáng làm việc; cần gặp người, ông/bà gõ số 0 ạ.
track-thanks-state = Đã ghi nhận lời cảm ơn

story-line = { $day }: { $step }.
story-line-text = { $day }: { $step }: { $text }
story-accept = Đã tiếp nhận
story-ask = Cán bộ hỏi
story-supply = Ông/bà bổ sung
story-verify = Đang xác minh
story-refer = Đã chuyển đến { $authority }
story-acknowledge = { $authority } đã nhận
story-start = Đang xử lý
story-extend = Cơ quan xin thêm thời gian
story-remind = Mặt trận đã đôn đốc
story-answer = { $authority } trả lời
story-check = Mặt trận hỏi lại ông/bà
story-confirm = Ông/bà cho biết đã được
story-dispute = Ông/bà cho biết chưa được
story-close = Hồ sơ khép lại
story-decline = Chưa thể tiếp nhận
story-merge = Được xem xét chung với việc tương tự
story-reopen = Được xem xét lại
story-reply = Cán bộ trả lời
story-correct = Cán bộ đính chính

button-confirm = Được rồi
button-dispute = Chưa được
button-rate = Đánh giá
button-reopen = Đề nghị xem lại
button-add = Gửi thêm
button-leave = Tách ra khỏi việc chung
button-withdraw = Rút lại
button-no = Không
button-answer = Trả lời

mine-none = Ông/bà chưa gửi việc nào từ đây ạ.
mine-head = Các việc ông/bà đã gửi:
mine-line =
    { $code } · { $filed } · { $state }
    { $text }
mine-open = Xem { $code }

add-ask = Ông/bà muốn nói thêm gì về việc { $code } ạ? Chỉ gửi ảnh thì bấm “Bỏ qua”.
apart = Lời ông/bà vừa gửi nói về việc làm sai của người có trách nhiệm, nên không ghi vào việc { $code }: tôi giúp ông/bà gửi riêng và giữ kín, để nơi khác đọc. Người ở nơi bị nói đến không đọc được; nơi đọc được ghi trên biên nhận.
add-nothing = Chưa có gì để gửi thêm ạ.
add-done = Đã gửi thêm vào việc { $code }. Cảm ơn ông/bà.

answer-ask = Cán bộ hỏi về việc { $code }: { $question }
answer-which =
    Cán bộ đang hỏi ông/bà về việc { $code }: “{ $question }”

    Điều ông/bà vừa gửi là câu trả lời cho việc này, hay là một việc mới ạ?
answer-is-answer = Là câu trả lời
answer-is-new = Là việc mới
answer-done = Đã gửi câu trả lời cho cán bộ phụ trách việc { $code }. Cảm ơn ông/bà.
answer-waits = Câu hỏi của cán bộ về việc { $code } vẫn chờ ông/bà trả lời.

dispute-ask = Xin ông/bà nói rõ điều gì chưa được ở việc { $code } ạ?
dispute-done = Đã ghi nhận. Việc { $code } được tiếp tục theo dõi; có tin, chúng tôi báo ông/bà ngay.
reopen-ask = Vì sao ông/bà muốn việc { $code } được xem lại ạ?
reopen-done = Đã ghi nhận. Việc { $code } được xem xét lại; có tin, chúng tôi báo ông/bà ngay.
confirm-done = Cảm ơn ông/bà đã cho biết. Cán bộ sẽ khép lại hồ sơ { $code } và báo ông/bà.

rate-ask = Ông/bà hài lòng với cách giải quyết việc { $code } không ạ?
rate-comment = Cảm ơn ông/bà. Ông/bà muốn góp ý thêm một câu không ạ?
rate-thanks = Cảm ơn ông/bà đã đánh giá.
rate-thanks-unhappy = Cảm ơn ông/bà đã nói thật. Nếu việc vẫn chưa được, ông/bà bấm “Đề nghị xem lại”.

withdraw-sure = Ông/bà muốn rút lại việc { $code }? Cán bộ sẽ không xử lý tiếp ý kiến này của ông/bà nữa.
button-withdraw-sure = Đúng, rút lại
withdraw-done = Đã rút việc { $code } theo đề nghị của ông/bà.
leave-sure = Việc { $code } đang được xem xét chung với việc của người khác. Ông/bà muốn tách ra thành việc riêng?
button-leave-sure = Đúng, tách ra
leave-done = Việc { $code } nay là một việc riêng.

meet-body = Nơi nhận việc của ông/bà: { $body }.
meet-office =
    Địa chỉ: { $address }
    Điện thoại: { $phone }
    Giờ làm việc: { $hours }
meet-no-address = trụ sở Ủy ban MTTQ Việt Nam xã, phường nơi mình ở
meet-no-phone = xin hỏi tại trụ sở
meet-usual-hours = giờ hành chính, thứ Hai đến thứ Sáu
meet-call-back = Nhờ cán bộ gọi lại
call-back-phone = Ông/bà cho số điện thoại để cán bộ gọi lại ạ.
call-back-note = Ông/bà muốn trao đổi việc gì ạ? Không muốn nói trước thì bấm “Bỏ qua”.
call-back-done = Đã ghi lại. Cán bộ sẽ gọi cho ông/bà trong giờ làm việc ạ.
call-back-apart = Lời nhắn nói về việc làm sai của người có trách nhiệm, nên người nhận là cán bộ { $body }; nơi bị nói đến không nhận được.
officer-call-back = Có người nhờ gọi lại: { $phone }.
officer-call-back-note = Có người nhờ gọi lại: { $phone }. Nội dung: { $note }

data-notice =
    Chúng tôi lưu: nội dung, ảnh, vị trí (nếu ông/bà gửi) và tài khoản nhắn tin.
    Để làm gì: chuyển đến nơi giải quyết, báo kết quả, thống kê không ghi tên.
    Ai xem: cán bộ được giao và cơ quan giải quyết (không kèm tên nếu ông/bà không muốn).

    Ông/bà có thể xem, rút từng việc, hoặc xóa dữ liệu của mình. Ý kiến đã chuyển đi thì nơi nhận vẫn phải lưu theo quy định, phần ở đây sẽ bỏ tên. Nhắn qua Telegram thì dữ liệu đi qua máy chủ ở nước ngoài.
data-see = Xem dữ liệu của tôi
data-erase = Xóa dữ liệu
data-head = Hiện lưu: { $chats } cuộc trò chuyện, { $messages } tin nhắn, { $files } ảnh và tệp.
data-consented = Ông/bà đã đồng ý cho lưu ngày { $day }.
data-not-consented = Ông/bà chưa đồng ý cho lưu; tin nhắn tự xóa sau 24 giờ.
data-petition =
    { $code } · { $filed } · { $kind }
    Tên: { $name } · Điện thoại: { $phone }
    { $text }
data-none = không có
data-erase-sure = Xóa tên, số điện thoại, tin nhắn, ảnh chưa gửi và rút sự đồng ý. Việc này không lấy lại được. Ông/bà chắc chắn không ạ?
data-erase-yes = Đúng, xóa đi
data-erased = Đã xóa dữ liệu của ông/bà. Những ý kiến đã gửi vẫn được giữ, không kèm tên. Cảm ơn ông/bà.

aside-thanks = Dạ vâng ạ, cảm ơn ông/bà. Có việc gì khác, ông/bà cứ nhắn vào đây lúc nào cũng được.
