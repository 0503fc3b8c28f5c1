# What is asked back or wished beside the matter itself. Short, honest, and no promise beyond the next step.

aside-cost = Không mất tiền ạ. Gửi ý kiến và xem kết quả đều miễn phí.
aside-how-long = Cán bộ đọc trong 1 ngày làm việc; việc của cơ quan khác thì chuyển đi trong 3 ngày làm việc. Bao giờ xong còn tùy từng việc nên tôi chưa dám hứa; có tin, tôi báo ông/bà ngay.
aside-who-sees = Chỉ cán bộ được giao và Mặt trận cùng cấp xem được. Cơ quan giải quyết chỉ nhận nội dung, không biết tên, trừ khi ông/bà cho phép. Không muốn ai biết tên, trước khi gửi ông/bà gõ "giấu tên".
aside-who-sees-guarded = Chỉ cán bộ được giao mới xem được. Nội dung được giữ kín, người và nơi bị nói đến không xem được; danh tính người báo được luật bảo vệ.
aside-who-resolves = Mặt trận nhận ý kiến, chuyển đến cơ quan có trách nhiệm giải quyết, theo dõi, đôn đốc rồi báo lại ông/bà ạ.
aside-who-are-you = Tôi là trợ lý tự động, là máy trả lời, của Mặt trận Tổ quốc và các đoàn thể. Việc ông/bà gửi thì cán bộ, người thật, sẽ đọc. Muốn gặp người, ông/bà gõ "gặp cán bộ".
aside-wait = Vâng, ông/bà cứ thong thả ạ.
aside-just-asking = Dạ không sao ạ, tôi không ghi thành phản ánh. Tôi là máy trả lời nên chỉ biết: gửi ý kiến thế nào, bao lâu có trả lời, ai xem được, việc đã gửi đến đâu. Chuyện khác, ông/bà bấm "Gặp cán bộ" để hỏi người thật ạ.
aside-what-code = Mã là tên riêng của việc ông/bà đã gửi, để xem việc đó đến đâu: ông/bà gõ mã vào đây lúc nào cũng được. Mật khẩu chỉ cần khi xem từ máy khác.
aside-how = Ông/bà cứ viết một câu: chuyện gì, ở đâu. Không dấu cũng được, gửi kèm ảnh càng tốt. Khó gõ quá thì ông/bà bấm "Gặp cán bộ" ạ.
aside-how-in-form = Ông/bà bấm một nút ở dưới, hoặc gõ câu trả lời. Khó quá thì ông/bà gõ số 0 để gặp cán bộ ạ.
aside-name-hidden = Vâng, tôi không ghi tên ông/bà.
aside-name-kept = Tôi đã ghi tên này để cán bộ liên hệ.
aside-phone-kept = Tôi đã ghi số điện thoại này để cán bộ liên hệ.
aside-fixed = Mừng quá ạ. Ông/bà đang nói đến việc { $code } thì bấm nút dưới đây để báo cho cán bộ; việc khác thì ông/bà kể rõ thêm giúp.
aside-danger-now = Đang nguy hiểm thì xin ông/bà đừng chờ: gọi ngay { $first }, có người đến giúp. Việc gửi ở đây cán bộ đọc trong giờ làm việc.
aside-elsewhere = Được ạ. Ông/bà gõ mã hồ sơ vào đây, rồi nhập mật khẩu ghi trên biên nhận; từ đó tin về việc ấy được báo vào đây. Không còn mã thì ông/bà bấm "Gặp cán bộ".
aside-sent-already = Việc { $code } đã gửi rồi ạ, ông/bà không cần gửi lại.
aside-not-sent-news = Việc này chưa gửi đi ạ; ông/bà trả lời nốt câu dưới đây là gửi được. Việc đã gửi trước đây thì xem ở "Việc của tôi".
aside-noted = Vâng ạ.
aside-noted-place = Vâng, ở { $unit } ạ.
aside-go-on = Vâng, tôi nghe đây. Ông/bà cứ viết tiếp ạ.
aside-gone =
    Vâng. Tôi đã bỏ những gì ông/bà vừa viết, không gửi đi đâu cả.

    Tin trong máy thì ông/bà tự xóa: nhấn giữ cuộc trò chuyện này rồi chọn "Xóa". Khi nào tiện, ông/bà viết lại từ máy khác cũng được ạ.
aside-press = Tôi là máy nhận phản ánh của người dân nên không phát ngôn, không cho số liệu hay lịch phỏng vấn. Báo chí xin liên hệ Văn phòng Ủy ban MTTQ Việt Nam nơi cần hỏi; ông/bà bấm "Gặp cán bộ" để xem địa chỉ, số điện thoại ạ.
aside-wrong-chat = Dạ không sao ạ. Tôi bỏ tin đó, không gửi đi đâu cả.
aside-no-photos = Không có ảnh cũng không sao ạ.
aside-several = Được ạ. Ông/bà cứ kể chung một lần; cán bộ tách ra từng việc, việc nào cũng được theo dõi.
aside-here = Dạ, tôi nghe đây ạ.
aside-keep-it = Vâng, việc vẫn giữ nguyên ạ.
aside-withdrawn-already = Việc { $code } vừa được rút rồi ạ. Muốn gửi lại, ông/bà bấm "Gửi ý kiến" và kể lại giúp.
aside-welcome = Dạ, không có gì ạ.
story-only-place = Vâng, ở { $unit }. Ông/bà kể giúp chuyện gì đang xảy ra ạ?
story-by-voice = Tôi chỉ gửi tin thoại
story-only-spoken = (Tin nhắn thoại: chưa có chữ, nhờ cán bộ nghe.)
aside-dropped = Tôi đã bỏ phần này: “{ $text }”.
aside-not-sent-yet = Việc này chưa gửi đi đâu cả. Muốn thôi, ông/bà gõ "hủy"; việc đã gửi trước đây thì xem ở "Việc của tôi".
aside-tell-more = Ông/bà kể rõ thêm giúp: chuyện gì, ở đâu ạ? Viết một hai câu là đủ.
aside-called-already = Vâng, ông/bà gọi rồi thì tốt quá. Khi đã an toàn, ta làm tiếp để Mặt trận biết việc này ạ.
aside-if-not = Không đồng ý thì tin vừa rồi tự xóa, không ai đọc cả. Ông/bà vẫn có thể đến trình bày trực tiếp tại trụ sở Mặt trận xã, phường ạ.
aside-no-answer = Quá hẹn mà chưa xong thì sáng nào cán bộ cũng được nhắc, lãnh đạo cũng thấy việc quá hẹn. Ông/bà gõ "việc của tôi" để xem, hoặc gõ 0 để gặp cán bộ ạ.
aside-insult = Tôi xin lỗi ông/bà. Tôi là máy trả lời nên còn vụng về. Có việc cần phản ánh, ông/bà cứ viết chuyện gì, ở đâu; muốn gặp người thật thì gõ 0 ạ.
aside-no-buttons = Ông/bà gõ số đứng trước câu mình chọn cũng được ạ:
aside-no-choices = Câu này không có nút ạ, ông/bà gõ câu trả lời vào đây là được.
aside-number = { $number }. { $label }
aside-photos-coming = Vâng, ông/bà gửi ảnh vào đây ạ.
aside-cannot-say = Câu này tôi là máy nên chưa trả lời được. Ông/bà cứ gửi, cán bộ đọc sẽ trả lời; cần ngay thì gõ 0 để gặp cán bộ ạ.

why-consent = Luật yêu cầu phải hỏi ông/bà trước khi lưu. Có lưu lại thì cán bộ mới đọc được và báo kết quả cho ông/bà.
why-commune = Mỗi xã, phường có cán bộ riêng; biết đúng nơi thì việc mới đến đúng người ạ. Không nhớ tên, ông/bà gửi vị trí hoặc bấm "Chọn theo tỉnh".
why-organisation = Để đúng nơi nhận và theo dõi việc này. Không rõ thì ông/bà chọn Mặt trận là được ạ.
why-kind = Để việc được xếp đúng chỗ. Không rõ thì ông/bà chọn "Phản ánh" là được ạ.
why-subject = Để chuyển đúng bộ phận. Không rõ thì ông/bà chọn "Khác", cán bộ sẽ xếp giúp.
why-details = Có ảnh hay chỗ cụ thể thì cán bộ tìm ra nhanh hơn. Không có cũng không sao, ông/bà bấm "Tiếp tục" ạ.
why-guarded = Việc này cần giữ kín cho ông/bà, nên tôi hỏi trước khi gửi cho ai.
why-on-behalf = Để cán bộ biết cần liên hệ với ai ạ.
why-visibility = Để ông/bà yên tâm: tên chỉ đến những người mà ông/bà cho phép.
why-name = Để cán bộ tiện xưng hô, liên hệ. Không muốn thì ông/bà bấm "Bỏ qua".
why-phone = Để cán bộ gọi khi cần hỏi thêm. Không muốn thì ông/bà bấm "Bỏ qua".
why-same = Nếu là cùng một việc thì cán bộ xem xét chung, nhiều người nói thì việc càng rõ. Ý kiến của ông/bà vẫn có mã riêng.
why-confirmed = Để chắc rằng tôi ghi đúng lời ông/bà trước khi gửi đi.
why-code = Mã giúp tìm đúng việc của ông/bà. Mã có trong tin biên nhận.
why-any = Hỏi vậy để việc đến đúng người và báo lại được cho ông/bà ạ.

consent-ask-again = Ông/bà có đồng ý để Mặt trận lưu và chuyển đi không ạ? Không đồng ý thì tin vừa rồi tự xóa.
guarded-ask-again = Ông/bà muốn làm gì ạ?

commune-unsure = Không sao ạ. Ông/bà gõ tên xã cũ, tên huyện hay tỉnh cũng được; hoặc gửi vị trí, hoặc bấm "Chọn theo tỉnh".
commune-which-one = Ông/bà chọn giúp một nơi trong danh sách, hoặc bấm "Nơi khác" ạ.
commune-not-in-list = Tôi chưa tìm thấy nơi nào tên "{ $text }". Ông/bà chọn một nơi dưới đây, hoặc gõ lại kèm tên tỉnh ạ.

more-which = Điều ông/bà vừa gửi là nói thêm về việc { $code }, hay là một việc mới ạ?
more-is-more = Nói thêm việc đó
unhappy-which = Tôi xin lỗi vì ông/bà chưa hài lòng. Tôi chuyển nguyên lời này cho cán bộ đang theo dõi việc { $code } nhé ạ?
unhappy-is-unhappy = Chuyển giúp tôi
still-which = Việc { $code } đã có trả lời. Điều ông/bà vừa nói là việc đó vẫn chưa được, hay là một việc mới ạ?
still-is-still = Việc đó chưa được
more-is-new = Là việc mới
