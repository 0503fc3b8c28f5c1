### The web chat's own words: page, menu, states of messages. What the bot says is elsewhere.

## The page

webchat-title = Nghe Dân
webchat-title-to-officer = Nghe Dân – Cán bộ
webchat-description = Gửi kiến nghị, phản ánh đến Mặt trận Tổ quốc Việt Nam xã, phường, đặc khu và xem tin trả lời. Không cần cài đặt, không cần tài khoản.
webchat-office = Mặt trận Tổ quốc Việt Nam
webchat-motto = Nghe dân nói, nói dân hiểu, làm dân tin
webchat-assistant = Trợ lý tự động
webchat-assistant-to-officer = Trợ lý của cán bộ
webchat-conversation = Cuộc trò chuyện
webchat-they-said = Mặt trận:
webchat-you-said = Ông/bà:
webchat-they-said-to-officer = Trợ lý:
webchat-skip = Đến ô viết tin nhắn
webchat-earlier = Xem tin cũ hơn
webchat-chosen = (đã chọn)
webchat-choices = Chọn một mục
webchat-welcome-text = Đây là nơi gửi kiến nghị, phản ánh, góp ý đến Mặt trận và các đoàn thể ở xã, phường. Ông/bà cứ viết điều muốn nói như nhắn tin bình thường.
webchat-welcome-text-to-officer = Đây là nơi nhận bản tin, xem và trả lời các vụ việc được giao.
webchat-begin = Bắt đầu
webchat-begin-link = Bấm nút này để bắt đầu từ đường dẫn ông/bà vừa mở.
webchat-plain = Trang đang chạy ở chế độ đơn giản. Muốn xem tin mới, ông/bà bấm “Tải lại”.
webchat-reload = Tải lại

## Writing

webchat-write = Viết tin nhắn
webchat-write-hint = Viết tin nhắn…
webchat-send = Gửi
webchat-add-photo = Thêm ảnh
webchat-add-photo-long = Thêm ảnh hoặc tệp
webchat-add-location = Vị trí
webchat-add-location-long = Gửi vị trí
webchat-attached = Ảnh và tệp sẽ gửi cùng tin nhắn
webchat-to-latest = Xuống tin mới nhất

## Files

webchat-photo = Ảnh
webchat-file-waiting = Ảnh đang được lưu
webchat-file = Tệp
webchat-voice = Tin nhắn thoại
webchat-video = Video
webchat-location = Vị trí đã gửi
webchat-photo-viewer = Xem ảnh
webchat-photo-previous = Ảnh trước
webchat-photo-next = Ảnh sau
webchat-close = Đóng

## Location

webchat-location-title = Gửi vị trí của ông/bà?
webchat-location-why = Vị trí giúp cán bộ tìm đúng nơi xảy ra việc và chỉ dùng cho việc này. Không gửi cũng không sao: ông/bà gõ tên xã, phường, thôn là được.
webchat-location-here = Điện thoại sẽ hỏi lại một lần, ông/bà chọn “Cho phép”.
webchat-location-send = Gửi vị trí tôi đang đứng
webchat-location-type = Tôi gõ tên nơi đó

## Menu

webchat-menu = Danh mục
webchat-menu-open = Mở danh mục
webchat-menu-resident-new = Gửi kiến nghị mới
webchat-menu-resident-new-says = Gửi kiến nghị
webchat-menu-resident-code = Tôi đã có mã hồ sơ
webchat-menu-resident-code-says = Tra cứu
webchat-menu-resident-mine = Việc của tôi
webchat-menu-resident-mine-says = Việc của tôi
webchat-menu-resident-officer = Gặp cán bộ
webchat-menu-resident-officer-says = Gặp cán bộ
webchat-menu-resident-help = Trợ giúp
webchat-menu-resident-help-says = Trợ giúp
webchat-menu-officer-cases = Việc mới
webchat-menu-officer-cases-says = Việc mới
webchat-menu-officer-due = Đến hạn
webchat-menu-officer-due-says = Đến hạn
webchat-menu-officer-overdue = Quá hạn
webchat-menu-officer-overdue-says = Quá hạn
webchat-menu-officer-find = Tìm vụ việc
webchat-menu-officer-find-says = Tìm
webchat-menu-officer-digest = Bản tin hôm nay
webchat-menu-officer-digest-says = Bản tin
webchat-menu-officer-help = Trợ giúp
webchat-menu-officer-help-says = Trợ giúp
webchat-language = Ngôn ngữ
webchat-language-vi = Tiếng Việt
webchat-language-en = English
webchat-office-address = Địa chỉ
webchat-office-phone = Điện thoại
webchat-office-hours = Giờ làm việc
webchat-leave = Rời khỏi máy này
webchat-leave-title = Rời khỏi máy này?
webchat-leave-why = Cuộc trò chuyện sẽ không còn trên máy này. Việc đã gửi vẫn được giữ: ông/bà mở lại bằng mã hồ sơ. Nên làm khi dùng máy chung.
webchat-leave-why-to-officer = Cuộc trò chuyện sẽ không còn trên máy này. Muốn vào lại cần mã mời mới. Nên làm khi dùng máy chung.
webchat-leave-stay = Ở lại
webchat-emergency = Việc nguy hiểm xin gọi ngay 113, 114, 115 hoặc 111, 112.

## Refusals

webchat-no-cookie = Trình duyệt chưa giữ được cuộc trò chuyện này. Nhờ ông/bà cho phép cookie của trang rồi gửi lại.
webchat-slow-down = Ông/bà gửi hơi nhanh. Xin chờ một chút, tin sẽ được gửi tiếp.
webchat-empty = Ông/bà chưa viết gì ạ.
webchat-too-long = Tin này dài quá. Nhờ ông/bà chia thành nhiều tin, mỗi tin không quá { $most } chữ cái.
webchat-file-gone = Có ảnh hoặc tệp không còn trên máy chủ. Nhờ ông/bà chọn lại rồi gửi.
webchat-file-too-large = Tệp này lớn quá. Mỗi tệp chỉ nhận đến { $megabytes } MB.
webchat-not-kept = Hiện chưa nhận được tin. Tin vẫn ở máy của ông/bà và sẽ được gửi lại.
webchat-no-lines = Hiện chưa mở được các tin trước. Ông/bà vẫn viết được: tin sẽ được giữ lại và gửi đi.
webchat-not-understood = Trang không đọc được nội dung vừa gửi. Nhờ ông/bà tải lại trang rồi thử lại.

## Nothing here

webchat-lost-title = Không có trang này
webchat-lost = Địa chỉ có thể bị gõ nhầm hoặc không còn dùng nữa. Việc đã gửi vẫn được giữ: ông/bà mở cuộc trò chuyện để xem.
webchat-lost-link = Đường dẫn này đã hết hạn hoặc tệp không còn được giữ. Ông/bà mở lại cuộc trò chuyện để xem ảnh, tệp của mình.
webchat-lost-back = Mở cuộc trò chuyện

## What the page says by itself

webchat-weekdays =
    Thứ Hai
    Thứ Ba
    Thứ Tư
    Thứ Năm
    Thứ Sáu
    Thứ Bảy
    Chủ nhật
webchat-js-today = Hôm nay
webchat-js-yesterday = Hôm qua
webchat-js-sending = Đang gửi
webchat-js-sent = Đã gửi
webchat-js-sent-waiting = Chờ có mạng để gửi
webchat-js-not-sent = Chưa gửi được
webchat-js-retry = Gửi lại
webchat-js-typing = Trợ lý đang trả lời
webchat-js-connecting = Đang kết nối…
webchat-js-offline = Mất kết nối. Tin ông/bà viết được giữ lại và tự gửi khi có mạng.
webchat-js-unread-marker = Tin mới
webchat-js-new-lines = { $count } tin mới
webchat-js-title-unread = ({ $count }) { $title }
webchat-js-earlier-failed = Chưa tải được tin cũ. Xin bấm lại.
webchat-js-attach-busy = Đang tải ảnh lên, xong sẽ gửi ngay.
webchat-js-attach-failed = Có ảnh chưa tải lên được. Ông/bà bấm vào ảnh để thử lại, hoặc bỏ ảnh đó.
webchat-js-attach-many = Mỗi tin gửi được { $count } ảnh hoặc tệp. Số còn lại xin gửi ở tin sau.
webchat-js-attach-too-large = “{ $name }” lớn quá. Mỗi tệp chỉ nhận đến { $megabytes } MB.
webchat-js-attach-refused-large = “{ $name }” lớn quá nên không gửi được. Ông/bà bỏ tệp này rồi chọn ảnh hoặc tệp nhỏ hơn.
webchat-js-attach-remove = Bỏ { $name }
webchat-js-attach-retry = Tải lại { $name }
webchat-js-draft-too-long = Tin này dài quá { $most } chữ cái. Nhờ ông/bà chia thành nhiều tin.
webchat-js-location-busy = Đang tìm vị trí…
webchat-js-location-said = Vị trí đã gửi
webchat-js-location-denied = Máy chưa cho phép gửi vị trí. Ông/bà gõ tên xã, phường, thôn vào ô bên dưới là được.
webchat-js-location-failed = Chưa tìm được vị trí. Ông/bà gõ tên xã, phường, thôn vào ô bên dưới là được.
