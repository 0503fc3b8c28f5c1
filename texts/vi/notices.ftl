# Điều người dân đọc khi việc của mình tiến thêm một bước. Mặt trận tiếp nhận, chuyển, theo dõi, đôn đốc; không nói "đã giải quyết".

notice-accepted = Mã { $code }: { $body } đã nhận và đang xem xét. Cảm ơn ông/bà đã tin tưởng gửi ý kiến.
notice-verifying = Mã { $code }: { $body } đang tìm hiểu thêm tại chỗ. Có tin, chúng tôi báo ông/bà ngay.
notice-in-progress = Mã { $code }: việc đang được xử lý. Có tin, chúng tôi báo ông/bà ngay.

notice-reply =
    Mã { $code }, { $body } trả lời:

    { $text }
notice-ask =
    Mã { $code }: để làm cho đúng, { $body } xin hỏi thêm ông/bà:

    { $text }

    Ông/bà bấm “Trả lời” rồi viết hoặc gửi ảnh giúp ạ.
notice-correct =
    Mã { $code }: { $body } xin đính chính điều đã nói trước đây, mong ông/bà thông cảm.

    Đã nói: “{ $wrong }”

    Đúng là: { $text }

notice-referred = Mã { $code }: { $body } đã chuyển đến { $authority } là nơi giải quyết, ngày { $day }. Dự kiến có trả lời trước hết ngày { $due }. Có tin, chúng tôi báo ông/bà ngay.
notice-acknowledged = Mã { $code }: { $authority } cho biết đã nhận được. Chúng tôi tiếp tục theo dõi.
notice-reminded = Mã { $code }: hôm nay { $body } đã nhắc { $authority } trả lời đúng hẹn, ngày { $due }.
notice-reminded-late = Mã { $code }: đã quá ngày hẹn { $due } mà chưa có trả lời. Hôm nay { $body } đã nhắc { $authority }. Xin lỗi vì để ông/bà phải chờ.
notice-extended = Mã { $code }: { $authority } cần thêm thời gian, đến ngày { $due }, vì: { $reason }. { $body } tiếp tục theo dõi.
notice-handed-back = Mã { $code }: { $authority } cho biết việc này do nơi khác giải quyết. { $body } đang tìm đúng nơi để chuyển tiếp.

notice-answered =
    Mã { $code }: { $authority } trả lời:

    { $text }

    Chúng tôi đang xem câu trả lời và sẽ hỏi lại ý ông/bà.
notice-answered-check =
    Mã { $code }: { $authority } trả lời:

    { $text }

    Ông/bà thấy kết quả này được chưa ạ?
notice-check = Mã { $code }: { $body } xin hỏi lại ông/bà: việc này nay đã được chưa ạ?

notice-closed-resolved =
    Mã { $code }: việc đã xong.

    { $text }

    Cảm ơn ông/bà đã góp phần làm cho quê hương tốt hơn. Ông/bà hài lòng không ạ?
notice-closed-resolved-by =
    Mã { $code }: việc đã được { $authority } giải quyết.

    { $text }

    Cảm ơn ông/bà đã góp phần làm cho quê hương tốt hơn. Ông/bà hài lòng với cách giải quyết không ạ?
notice-closed-explained =
    Mã { $code }: đã có giải thích, { $body } báo lại ông/bà:

    { $text }

    Ông/bà hài lòng với cách trả lời không ạ?
notice-closed-guided =
    Mã { $code }: việc này cần gửi đến đúng nơi, { $body } hướng dẫn ông/bà:

    { $text }

    Ông/bà thấy hướng dẫn này có ích không ạ?
notice-closed-filed =
    Mã { $code }: { $body } đã ghi nhận và lưu lại để theo dõi.

    { $text }

    Ông/bà hài lòng không ạ?
notice-amended =
    Mã { $code }: { $body } xin đính chính kết quả đã báo trước đây, mong ông/bà thông cảm.

    Đã báo: “{ $wrong }”

    Đúng là: { $outcome }. { $text }

    Ông/bà hài lòng không ạ?
notice-declined = Mã { $code }: chúng tôi chưa thể tiếp nhận vì: { $reason }. Nếu chưa rõ, xin ông/bà bấm “Gặp cán bộ”.
notice-declined-guided = Mã { $code }: chúng tôi chưa thể tiếp nhận vì: { $reason }. Ông/bà có thể: { $guidance }. Nếu chưa rõ, xin ông/bà bấm “Gặp cán bộ”.
notice-withdrawn = Mã { $code }: ý kiến đã được rút theo đề nghị của ông/bà.
notice-looked-at-again = Mã { $code }: việc này đang được xem xét lại. Có tin, chúng tôi báo ông/bà ngay.

notice-reassigned = Mã { $code }: từ nay { $body } nhận và theo dõi việc này.
notice-merged = Mã { $code }: có { $people } người cùng phản ánh việc này. { $body } đã gộp lại để giải quyết chung và sẽ báo kết quả đến từng người.
notice-unmerged = Mã { $code }: việc của ông/bà nay được xem xét riêng, không chung với việc khác nữa.
notice-gave-back = Mã { $code }: một việc từng gộp chung nay được xem xét riêng. { $people ->
        [1] Việc này hiện chỉ có ông/bà phản ánh, và vẫn được giải quyết như trước.
       *[other] Việc này hiện có { $people } người cùng phản ánh, và vẫn được giải quyết như trước.
    }
notice-split = Mã { $code }: ý kiến của ông/bà có nhiều việc nên { $body } tách ra để mỗi việc đến đúng nơi. Việc vừa tách: { $title }. Ông/bà vẫn dùng một mã này.
notice-split-off = Mã { $code }: việc của ông/bà nay được xem xét riêng: { $title }. Ông/bà vẫn dùng một mã này.

notice-guarded = Mã { $code }: có tin mới. Hiện nay: { $status }.
