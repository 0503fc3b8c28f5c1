# E-mail of officers.

channel-email = e-mail

command-email =
    email
    e-mail
    thư điện tử
    /email

email-subject = Nghe Dân: có tin cho anh/chị
email-foot = Thư này do máy gửi, xin đừng trả lời. Mở trợ lý tại: { $url }
email-code =
    Mã xác nhận e-mail của anh/chị: { $code }

    Mã dùng được trong { $minutes } phút, chỉ trong cuộc trò chuyện đã xin mã. Nếu anh/chị không xin mã này, xin bỏ qua thư.
email-code-ask = Tôi vừa gửi mã gồm 6 chữ số đến { $address }. Nhờ anh/chị gõ mã vào đây.
email-code-not-understood = Mã gồm 6 chữ số, ghi trong thư vừa gửi. Nhờ anh/chị gõ lại giúp ạ.
email-code-wrong = Mã không đúng, đã dùng, hoặc đã hết hạn. Gõ “email” kèm địa chỉ để nhận mã mới ạ.
email-confirmed = Đã ghi nhận { $address }. Khi không gửi được tin vào đây, tôi gửi thư đến địa chỉ này.
email-known = Địa chỉ đang dùng: { $address }. Muốn đổi, anh/chị gõ “email” kèm địa chỉ mới.
email-ask = Nhờ anh/chị gõ “email” kèm địa chỉ, ví dụ: email lan@example.vn
email-not-understood = Đây chưa phải là một địa chỉ e-mail.
email-not-set-up = Hệ thống này chưa nối với máy chủ thư; xin báo người quản trị.
