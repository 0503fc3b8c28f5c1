# Residents who follow a place: asked for with their consent, told once a month, ended with one word.
# Only numbers with at least three people behind them; nothing confidential, never anybody's words.

command-follow =
    theo dõi
    theo dõi xã
    theo dõi phường
    theo dõi địa phương
    tin hằng tháng
    /theodoi
command-unfollow =
    bỏ theo dõi
    ngừng theo dõi
    thôi theo dõi
    không theo dõi nữa
    /botheodoi
button-follow = Theo dõi việc chung nơi này
menu-follow = Theo dõi việc chung

follow-unit-ask = Ông/bà muốn theo dõi việc chung của xã, phường nào ạ?
follow-unit-preset = Ông/bà muốn theo dõi việc chung của { $unit } ạ?
follow-what-ask = Ông/bà muốn theo dõi mọi lĩnh vực hay một lĩnh vực thôi ạ?
follow-everything = Mọi lĩnh vực
follow-agree =
    Ông/bà theo dõi: { $what }.

    Mỗi tháng một lần, tôi gửi vào đây một tin ngắn: tháng qua bà con nêu những lĩnh vực nào, bao nhiêu việc đã có trả lời, bao nhiêu việc đã khép lại. Tin chỉ có con số, không nêu tên hay lời của ai.

    Để gửi được, chúng tôi lưu rằng tài khoản này theo dõi nơi ấy. Lúc nào ông/bà cũng có thể nhắn “bỏ theo dõi” để dừng và xóa.

    Ông/bà đồng ý không ạ?
follow-yes = Tôi đồng ý
follow-no = Thôi
follow-done = Đã ghi nhận. Đầu tháng tới, ông/bà sẽ nhận tin về: { $what }. Muốn dừng, ông/bà nhắn: bỏ theo dõi.
follow-wide-offer = Theo dõi cả { $unit }
follow-already = Ông/bà đang theo dõi { $what } rồi ạ.
follow-too-many = Ông/bà đang theo dõi { $limit } mục rồi ạ. Nhờ ông/bà bỏ bớt một mục trước khi thêm.
follow-not-for-officers = Tin này dành cho người dân. Anh/chị xem số liệu bằng “bản tin” hoặc “bản tin tuần” ạ.

follows-none = Ông/bà chưa theo dõi nơi nào ạ.
follows-head = Ông/bà đang theo dõi:
follows-line = • { $what }, từ ngày { $since }
follows-add = Theo dõi thêm
follows-remove = Bỏ: { $what }
follows-remove-all = Bỏ tất cả
unfollow-done = Đã bỏ theo dõi. Ông/bà sẽ không nhận tin này nữa.
unfollow-one-done = Đã bỏ theo dõi: { $what }.
unfollow-none = Ông/bà không theo dõi nơi nào, nên không có gì để dừng ạ.

following-head = Tin tháng { $month } về việc chung nơi ông/bà theo dõi
following-unit = { $unit }
following-subject = { $subject }, { $unit }
following-place =
    { $what }
    { $lines }
following-raised = Bà con gửi { $count } ý kiến, phản ánh.
following-line = • { $subject }: { $count }
following-others = • Các lĩnh vực khác: { $count }
following-answered = Cơ quan có thẩm quyền đã trả lời { $count } việc.
following-closed = Đã khép lại { $count } việc, có kết quả hoặc giải trình.
following-province = Con số của tỉnh, thành phố gồm những nơi có từ { $people } người trở lên cùng nêu.
following-nothing = { $what }: tháng qua có ít hơn { $people } người nêu, nên không nêu con số.
following-rule = Chỉ nêu con số khi có từ { $people } người trở lên. Việc bảo mật không nằm trong tin này. Muốn dừng, ông/bà nhắn: bỏ theo dõi.
following-list = Đang theo dõi
following-stop = Bỏ theo dõi

data-follows = Đang theo dõi: { $what }.

job-monthly-news = gửi tin hằng tháng cho người theo dõi
