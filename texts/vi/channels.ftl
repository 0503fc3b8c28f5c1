# What messengers need: linked chats, reply windows, tokens of an account.

command-link =
    liên kết
    liên kết kênh
    nối kênh
    /lienket
    /link
command-unlink =
    bỏ liên kết
    hủy liên kết
    huỷ liên kết
    /bolienket
    /unlink

link-code =
    Để theo dõi việc của mình ở ứng dụng khác (Zalo, Telegram hoặc trang trò chuyện), ông/bà mở trợ lý ở đó và gửi mã này:

    { $code }

    Mã dùng một lần, trong { $minutes } phút. Không đưa mã cho người khác: ai có mã sẽ xem được các việc của ông/bà.
link-code-unknown = Mã liên kết này không dùng được: mã sai, đã dùng, hoặc đã hết hạn. Ông/bà xin mã mới bằng cách gõ “liên kết” ở ứng dụng kia ạ.
link-same-chat = Hai nơi này đã là của cùng một người, không cần liên kết nữa ạ.
link-not-for-officers = Cuộc trò chuyện của cán bộ không liên kết bằng mã; xin dùng lời mời của người quản trị.
link-sure =
    Liên kết cuộc trò chuyện này với { $channel } của ông/bà?
    Từ đó mỗi nơi đều xem được các việc đã gửi ở nơi kia, và tin báo đến nơi ông/bà dùng gần nhất. Gõ “bỏ liên kết” để thôi lúc nào cũng được.
link-yes = Đúng, liên kết
link-made = { $count ->
        [0] Đã liên kết.
       *[other] Đã liên kết, cùng { $count } việc đã gửi từ đây.
    } Tin báo đến nơi ông/bà dùng gần nhất.
link-made-elsewhere = { $channel } vừa được liên kết với cuộc trò chuyện này và xem được các việc của ông/bà. Nếu không phải ông/bà làm, xin gõ “bỏ liên kết” ngay.
link-undo = Bỏ liên kết
link-undone = Đã bỏ liên kết. Mỗi nơi lại chỉ thấy các việc của riêng mình.
link-none = Cuộc trò chuyện này chưa liên kết với nơi nào ạ.

button-keep-window = Tôi đã xem
keep-window-why = Nhờ anh/chị bấm một nút bất kỳ: Zalo chỉ cho gửi tin trong 7 ngày kể từ lần anh/chị bấm hoặc nhắn gần nhất.
officer-card-waiting = Chờ người dân nhắn lại: có tin từ ngày { $day } chưa gửi được cho { $count } người, vì Zalo chỉ cho gửi trong 7 ngày kể từ lần họ nhắn gần nhất. Họ sẽ nhận đủ ngay khi nhắn lại; nếu gấp, xin gọi điện.

zalo-group-private = Đây là trợ lý tự động của Mặt trận Tổ quốc. Trong nhóm tôi không nhận ý kiến; xin ông/bà nhắn riêng cho tôi.
zalo-token-lost = Zalo OA đã từ chối khóa truy cập: sắp không gửi được tin qua Zalo OA nữa. Xin chạy lệnh nghedan zalo connect và đồng ý lại trong Zalo.
zalo-token-ends = Quyền truy cập Zalo OA hết hạn ngày { $day } (còn { $days } ngày). Xin chạy lệnh nghedan zalo connect và đồng ý lại trong Zalo.
zalo-plan-near = Zalo Bot đã dùng { $used } trên { $limit } { $what ->
        [users] người dùng
       *[messages] tin nhắn trong tháng
    } của gói. Hết gói, người dân sẽ không nhận được trả lời.
zalo-cost-near = Chi phí tin nhắn Zalo OA tháng này đã là { $spent } đồng, trần là { $limit } đồng. Vượt trần, tin có phí sẽ chờ người dân nhắn lại.
job-zalo-tokens = giữ quyền truy cập Zalo OA
job-zalo-inbox = nhận tiếp tin Zalo mà tiến trình đã dừng chưa kịp ghi
job-zalo-limits = theo dõi hạn mức và chi phí Zalo

zalo-stranger = Chào ông/bà. Ông/bà chưa đăng nhập Zalo nên Mặt trận chưa nhận ý kiến ở đây được, vì không có cách báo lại kết quả. Xin ông/bà đăng nhập Zalo rồi nhắn lại, hoặc gửi tại { $url }. Việc khẩn cấp xin gọi ngay: 113 công an, 114 cứu hỏa, 115 cấp cứu, 111 trẻ em.
