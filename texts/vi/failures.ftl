# What an administrator reads of failures; ids and kinds of error only.

command-failures =
    lỗi
    tin lỗi
    xem lỗi
    lỗi hệ thống
    /loi
button-failures = Xem lỗi
failures-notice = Có { $count } tin nhắn hệ thống không xử lý được. Người gửi đã được xin lỗi và mời gửi lại. Anh/chị bấm nút dưới đây, hoặc gõ “lỗi”, để xem mã và loại lỗi.
failures-none = Không có tin nhắn nào bị lỗi.
failures-head =
    { $new ->
        [0] Những tin nhắn không xử lý được gần đây:
       *[other] Những tin nhắn không xử lý được gần đây ({ $new } tin mới):
    }
failures-message =
    { $seen ->
        [yes] Tin số { $id }, { $at }, { $channel }: { $error }
       *[no] MỚI: tin số { $id }, { $at }, { $channel }: { $error }
    }
failures-deliveries-head = Những tin gửi đi không đến nơi trong 7 ngày qua:
failures-delivery = Tin gửi số { $id }, { $at }, { $channel }: { $reason }
channel-webchat = trò chuyện trên mạng
channel-telegram = Telegram
channel-zalo-oa = Zalo OA
channel-zalo-bot = Zalo Bot
delivery-failed-perhaps-delivered = mạng ngắt khi đang gửi, không rõ đã đến hay chưa
delivery-failed-unreachable = không liên lạc được với mạng nhắn tin
delivery-failed-rejected = mạng nhắn tin từ chối tin này
delivery-failed-window-closed = người nhận lâu chưa nhắn nên không được phép gửi
delivery-failed-unreadable = phiên bản này không đọc được tin
delivery-failed-unexpected = lỗi phần mềm
delivery-failed-file-too-large = tệp quá lớn
delivery-failed-file-gone = tệp không còn
delivery-failed-throttled = mạng nhắn tin yêu cầu gửi chậm lại
delivery-failed-recipient-moved = địa chỉ nhận đổi liên tục
