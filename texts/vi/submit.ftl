# Filing a petition: from the first message to the receipt. Tone: short, plain, one question a message.

greeting =
    Kính chào ông/bà! Đây là trợ lý tự động của Mặt trận Tổ quốc và các đoàn thể.

    Ông/bà có việc gì muốn phản ánh, kiến nghị thì cứ viết vào đây như nhắn tin bình thường. Tôi sẽ chuyển đến đúng nơi và báo lại kết quả ạ.
greeting-unit =
    Kính chào ông/bà! Đây là trợ lý tự động của Mặt trận Tổ quốc và các đoàn thể, nơi: { $unit }.
greeting-to-officer = Kính chào anh/chị. Đây là trợ lý của cán bộ Mặt trận và các đoàn thể. Anh/chị muốn làm gì ạ?

help =
    Ông/bà chỉ cần viết việc muốn phản ánh vào đây, có dấu hay không dấu đều được, rồi làm theo các nút.

    Lúc nào ông/bà cũng có thể gõ:
    • quay lại: về câu hỏi trước
    • hủy: dừng lại, không gửi
    • tra cứu: xem việc đã gửi đến đâu
    • việc của tôi: các việc đã gửi
    • gặp cán bộ: địa chỉ, số điện thoại
    • dữ liệu: xem hoặc xóa dữ liệu của mình
    • theo dõi: nhận tin hằng tháng về việc chung ở xã, phường
help-to-officer =
    Anh/chị bấm “Việc cần làm” để xem danh sách; mỗi việc mở ra có các nút để trả lời, hỏi thêm, chuyển cơ quan, ghi kết quả.

    Khi một việc đang mở, anh/chị gõ được như nói: “chuyển công an”, “trả lời dân là …”, “hỏi dân …”, “ghi chú: …”, “đóng vụ này”.

    Tìm một vụ việc, cũ hay mới: “tìm ngõ 12”, “tìm đèn đường”, “tìm 0905…” hoặc gõ mã.

    Làm lần lượt: gõ “tiếp” để mở việc kế. Lỡ tay: gõ “hoàn tác”, “đóng nhầm”, “gộp nhầm”.

    Lúc nào cũng có thể gõ: việc, tiếp, tìm, số liệu, quay lại, hủy, trợ giúp.

menu-new = Gửi ý kiến
menu-track = Xem kết quả
menu-mine = Việc của tôi
menu-meet = Gặp cán bộ
menu-help = Hướng dẫn
menu-work = Việc cần làm
menu-week = Bản tin tuần
menu-find = Tìm vụ việc
menu-resume = Làm tiếp

emergency =
    Nếu đang nguy hiểm, xin ông/bà gọi ngay: { $first }.

    Các số khác: { $others }.

    Tin nhắn này không thay được cuộc gọi cấp cứu.

submit-content = Nhờ ông/bà kể lại việc đó: chuyện gì, ở đâu, từ bao giờ, ông/bà mong muốn gì ạ?
submit-organisation = Ông/bà muốn tổ chức nào nhận việc này ạ? Nếu không rõ, xin chọn { $suggested }.
organisation-unknown = Tôi không rõ
submit-kind = Ý kiến của ông/bà thuộc loại nào ạ?
submit-subject = Việc này thuộc lĩnh vực nào ạ? Không rõ thì ông/bà chọn “Khác”, cán bộ sẽ xếp giúp.
submit-on-behalf = Ông/bà gửi việc này cho ai ạ?
submit-visibility = Ông/bà muốn ai biết tên mình ạ?
submit-name = Ông/bà cho biết tên để cán bộ tiện liên hệ ạ. Không muốn thì bấm “Bỏ qua”.
submit-phone = Ông/bà cho số điện thoại để cán bộ tiện liên hệ ạ. Không muốn thì bấm “Bỏ qua”.

consent-ask =
    Để chuyển ý kiến đến nơi giải quyết và báo kết quả, Mặt trận cần lưu nội dung, ảnh, vị trí ông/bà gửi và tài khoản nhắn tin này. Chỉ cán bộ được giao mới xem được.

    Vị trí và những điều riêng tư là dữ liệu nhạy cảm, ông/bà chỉ gửi khi thấy cần. Tin vừa rồi đang được giữ tạm và tự xóa sau 24 giờ nếu ông/bà không đồng ý. Lúc nào ông/bà cũng có thể gõ “dữ liệu” để xem hoặc xóa.

    Ông/bà có đồng ý không ạ?
consent-yes = Tôi đồng ý
consent-no = Tôi không đồng ý
consent-refused =
    { $known ->
        [yes] Vâng, những gì ông/bà vừa viết đã được xóa. Ông/bà có thể đến trực tiếp { $address } hoặc gọi { $phone }. Cảm ơn ông/bà.
       *[no] Vâng, những gì ông/bà vừa viết đã được xóa. Ông/bà có thể đến trực tiếp trụ sở Ủy ban MTTQ xã, phường nơi mình ở. Cảm ơn ông/bà.
    }

commune-ask = Việc này ở xã, phường nào ạ? Ông/bà gõ tên xã mới hay tên xã cũ đều được, ví dụ: “Quảng Phước, Huế”. Hoặc gửi vị trí.
commune-guess = Việc này ở { $unit }, đúng không ạ?
commune-guess-former = { $former } (tên cũ) nay thuộc { $unit }. Đúng nơi ông/bà nói không ạ?
commune-several = Có mấy nơi có thể đúng. Ông/bà chọn giúp một nơi ạ:
commune-right = Đúng rồi
commune-other = Nơi khác
commune-by-province = Chọn theo tỉnh
commune-more = Xem thêm
commune-which-province = Ông/bà chọn tỉnh, thành phố ạ:
commune-which-of = Ông/bà chọn xã, phường thuộc { $province } ạ:
commune-not-understood = Nhờ ông/bà gõ tên xã, phường hoặc gửi vị trí giúp ạ.
commune-not-found = Tôi chưa tìm thấy nơi nào tên “{ $text }”. Nhờ ông/bà gõ lại kèm tên tỉnh (hoặc huyện cũ), gửi vị trí, hoặc chọn theo tỉnh ạ.
commune-pin-outside = Vị trí này ở ngoài Việt Nam hoặc ngoài biển xa. Nhờ ông/bà gõ tên xã, phường giúp ạ.

details-ask = Ông/bà có ảnh, vị trí, hay muốn nói rõ chỗ nào (thôn, ngõ, số nhà) thì gửi thêm, tối đa { $limit } ảnh. Xin đừng chụp giấy tờ cá nhân hay mặt trẻ em. Xong thì bấm “Tiếp tục”.
details-ask-with-place = Chỗ xảy ra tôi ghi: { $place }. Ông/bà có ảnh, vị trí, hay muốn nói rõ hơn thì gửi thêm, tối đa { $limit } ảnh. Xong thì bấm “Tiếp tục”.
details-files = { $files } ảnh, tệp
details-pin = một vị trí
details-place = chỗ: { $place }
button-clear-details = Bỏ ảnh, vị trí đã gửi
details-so-far = Tôi đã nhận: { $what }.
details-more = Ông/bà gửi thêm hoặc bấm “Tiếp tục” ạ.
details-nothing-kept = Ông/bà gửi ảnh, vị trí, hoặc viết rõ chỗ nào. Xong thì bấm “Tiếp tục” ạ.
details-place-too-long = Phần này dài quá (tối đa { $limit } chữ cái). Nhờ ông/bà viết ngắn chỗ xảy ra thôi ạ.
details-too-many = Mỗi việc gửi được tối đa { $limit } ảnh, tệp. Những tệp đầu đã được giữ, tệp thừa tôi xin không nhận. Ông/bà bấm “Tiếp tục” ạ.

absorb-text = Tôi đã ghi thêm phần này vào nội dung.
absorb-same = Tin này tôi đã nhận rồi ạ, ông/bà không cần gửi lại.
absorb-text-full = Nội dung đã dài quá { $limit } chữ cái, phần vừa rồi chưa ghi thêm được. Ông/bà có thể gửi dưới dạng ảnh hoặc tệp ạ.
absorb-files = { $files ->
        [1] Tôi đã nhận ảnh, tệp ông/bà gửi.
       *[other] Tôi đã nhận { $files } ảnh, tệp ông/bà gửi.
    }
absorb-too-many = Mỗi việc gửi được tối đa { $limit } ảnh, tệp. Những tệp đầu đã được giữ, tệp thừa tôi xin không nhận.
absorb-pin = Tôi đã ghi vị trí ông/bà gửi.
edit-kept = Tôi đã sửa nội dung theo tin ông/bà vừa chỉnh.
edit-unused = Tin ông/bà vừa chỉnh không nằm trong nội dung ý kiến nên chưa có gì thay đổi. Muốn đổi câu trả lời, ông/bà gõ “quay lại”; muốn nói thêm, ông/bà gửi tin mới ạ.
edit-too-late = Ý kiến đã gửi thì giữ nguyên như lúc gửi. Muốn nói thêm, ông/bà mở “Việc của tôi” rồi bấm “Gửi thêm” ạ.

repeat-ask =
    Có { $people ->
        [1] một người
       *[other] { $people } người
    } đã phản ánh một việc giống thế: { $subject }, chỗ: { $place }, từ ngày { $since }. Có phải cùng việc ông/bà nói không ạ?
repeat-ask-returned =
    Trước đây từng có việc giống thế: { $subject }, chỗ: { $place }, báo từ ngày { $since }, hồ sơ đã khép lại. Có phải việc đó nay lại xảy ra không ạ?
repeat-place-unknown = trong xã
repeat-same = Đúng việc đó
repeat-other = Việc khác
repeat-unsure = Tôi không chắc

submit-summary =
    Tôi ghi lại như sau:

    “{ $content }”

    • Loại: { $kind }
    • Nơi: { $unit }
    • Chỗ: { $pin ->
        [yes] { $place } (có vị trí)
       *[no] { $place }
    }
    • Lĩnh vực: { $subject }
    • Nơi nhận: { $organisation }
    • Ảnh, tệp: { $files ->
        [0] không có
       *[other] { $files }
    }
    • Gửi: { $behalf }
    • Người gửi: { $name }
submit-summary-letter = (Phần đầu và phần ký tên của đơn không ghi lại ở đây; nguyên văn vẫn được giữ.)
submit-summary-post = (Chữ thừa của bài chia sẻ như lượt thích, “xem thêm” không ghi ở đây; nguyên văn vẫn được giữ.)
submit-summary-several = (Ông/bà kể nhiều việc: cán bộ sẽ tách ra và theo dõi từng việc.)
submit-summary-joined = Ý kiến này sẽ được xem xét chung với việc đã có người phản ánh.
summary-no-place = chưa nói rõ
summary-no-name = không ghi tên
who-sees-officer-only = Ai xem được: cán bộ { $organisation } được giao và Mặt trận cùng cấp. Cơ quan giải quyết chỉ nhận nội dung, không biết tên ông/bà.
who-sees-shown = Ai xem được: cán bộ { $organisation } được giao, Mặt trận cùng cấp, và cơ quan giải quyết (kèm tên ông/bà).
who-sees-without = Ai xem được: cán bộ { $organisation } được giao và Mặt trận cùng cấp, không ai biết tên ông/bà. Vì vậy kết quả chỉ báo được vào cuộc trò chuyện này.
who-sees-guarded = Ai xem được: chỉ cán bộ được giao. Nội dung được giữ kín, nơi bị nói đến không xem được.

guarded-denunciation =
    Ông/bà đang nói về việc làm sai của người khác. Danh tính người tố cáo được luật bảo vệ.

    Tin nhắn này chưa phải là đơn tố cáo. Muốn được giải quyết theo luật, ông/bà cần gửi đơn có chữ ký hoặc đến trình bày trực tiếp. Xin đừng ghi tên mình trong nội dung. Ông/bà muốn làm gì ạ?
guarded-denunciation-send = Gửi kín cho cán bộ
guarded-violence =
    Việc này được giữ kín: chỉ cán bộ được giao xem được, người bị nói đến không biết ai đã báo.

    Ông/bà có muốn gửi cho cán bộ để được giúp không ạ?
guarded-violence-send = Gửi kín cho cán bộ
guarded-complaint =
    Việc này có thể là khiếu nại về quyết định của cơ quan nhà nước. Theo luật, khiếu nại cần đơn có chữ ký hoặc đến trình bày trực tiếp, thường trong 90 ngày từ khi biết quyết định. Tin nhắn này chưa phải là đơn khiếu nại.

    Mặt trận có thể nghe, hướng dẫn và theo dõi giúp. Ông/bà muốn làm gì ạ?
guarded-complaint-send = Gửi để Mặt trận biết
guarded-guide = Xem hướng dẫn
guarded-stop = Dừng lại
guide-denunciation =
    Cách gửi đơn tố cáo: viết đơn ghi ngày, họ tên, địa chỉ, cách liên hệ của mình; ai làm sai, việc gì, ở đâu, bao giờ; ký tên hoặc điểm chỉ. Nộp tại nơi tiếp công dân của cơ quan quản lý người bị tố cáo, hoặc đến trình bày để cán bộ ghi lại. Người đứng đầu bị tố cáo thì nộp lên cấp trên. Có dấu hiệu tội phạm thì báo Công an.
guide-complaint =
    Cách gửi đơn khiếu nại: viết đơn ghi ngày, họ tên, địa chỉ, quyết định hoặc việc làm bị khiếu nại, lý do, yêu cầu; kèm bản sao quyết định; ký tên hoặc điểm chỉ. Lần đầu nộp cho chính cơ quan đã ra quyết định. Cơ quan báo có thụ lý hay không trong 07 ngày làm việc.
guide-violence =
    Đang bị đe dọa thì ông/bà gọi 113; việc với trẻ em thì gọi 111. Ông/bà cũng có thể báo Công an xã, Ủy ban xã, trưởng thôn, Ban công tác Mặt trận hay Hội Phụ nữ nơi ở, bằng lời nói là được, không cần đơn.
guide-where = Ông/bà chưa rõ nơi nộp thì bấm “Gặp cán bộ”, Mặt trận sẽ hướng dẫn. Nội dung vừa rồi chưa gửi đi đâu cả.

receipt =
    Đã gửi. Cảm ơn ông/bà!

    Mã của việc này là { $code }
    Mật khẩu: { $pin } (chỉ cần khi xem từ máy khác, xin giữ kín)
receipt-joined =
    Đã gửi. Cảm ơn ông/bà! Ý kiến của ông/bà được xem xét chung với việc đã có người phản ánh, và có mã riêng.

    Mã của việc này là { $code }
    Mật khẩu: { $pin } (chỉ cần khi xem từ máy khác, xin giữ kín)
receipt-guarded =
    Đã nhận kín. Chỉ cán bộ được giao xem được nội dung này.

    Mã: { $code }
    Mật khẩu: { $pin }
    Xin ông/bà đừng chia sẻ mã và mật khẩu cho người khác.
receipt-thanks = Cảm ơn ông/bà đã có lời! Mặt trận đã ghi nhận (mã { $code }) và sẽ chuyển đến những người đã giúp.
receipt-next = Nơi đọc: { $body }. Cán bộ sẽ đọc chậm nhất ngày { $read }; nếu thuộc cơ quan khác giải quyết thì chuyển đi chậm nhất ngày { $forward }. Có tin, chúng tôi báo ông/bà ngay tại đây.
receipt-other-body = { $organisation } nơi đó chưa có cán bộ trực trên hệ thống, nên nơi trên nhận và chuyển giúp ạ.
receipt-passed-over = Người ở nơi bị nói đến không nhận và không xem được việc này.
receipt-waits = Việc này phải do cấp trên của nơi bị nói đến đọc, mà cấp đó hiện chưa có cán bộ trên hệ thống, nên chưa ai đọc được. Để được xem xét, xin ông/bà gửi đơn có chữ ký đến { $first } hoặc { $second }.

opening-unfinished = Việc ông/bà đang viết vẫn ở đây. Gửi xong việc này rồi ông/bà viết việc mới nhé ạ; muốn bỏ thì gõ “hủy”.
opening-voice = Tôi đã giữ tin nhắn thoại, cán bộ sẽ nghe. Tôi là máy, chưa nghe được, nên nhờ ông/bà viết thêm một câu. Không viết được cũng không sao, ông/bà bấm nút bên dưới.
language-not-read =
    Tôi mới đọc được tiếng Việt và tiếng Anh. Nội dung vẫn được giữ nguyên cho cán bộ đọc; ông/bà nhờ người viết giúp bằng tiếng Việt thì càng tốt.

    I can read Vietnamese and English.
    សូមសរសេរជាភាសាវៀតណាម។
    请用越南语或英语书写。
language-ask = Ông/bà muốn dùng ngôn ngữ nào ạ?
language-vi = Tiếng Việt
language-en = English
language-set = Vâng, từ nay tôi nói tiếng Việt ạ.

officer-new-case = Có việc mới: { $subject } – { $place }.
officer-case-joined = Có thêm người phản ánh một việc đang xử lý: { $subject } – { $place }.
officer-danger-case = KHẨN: có việc mới nhắc đến nguy hiểm: { $subject } – { $place }. Mời anh/chị xem ngay.
officer-new-confidential = Có 01 nội dung cần xử lý theo chế độ giữ kín.
