# What people type instead of tapping: "<label>-heard" lists the words that mean this button, one phrase a line.
# Typed without diacritics they match as well; polite words around them ("dạ", "ạ", "nhé") change nothing.

heard-polite =
    thôi
    dấu
    chấm
    phẩy
    chọn
    dạ
    vâng
    ừ
    thì
    tôi
    em
    con
    cháu
    bà
    ông
    mình
    cho
    ạ
    nhé
    nhỉ
    nha
    nhen
    nghen
    nghe
    đi
    anh
    chị
    cô
    chú
    bác
    ơi
    luôn
    rồi
    bạn
    ad
    đâu
    mà
    vậy
    lắm
    nữa
    giúp
    giùm
    dùm
    hộ
    e
    a
    đó
    đấy
    nè
    á
    ha
    hen
    hỉ
    nhá
    nhe
    rùi
    gòi
    thui
    ờ
    ơ
    hihi
    tui
    liền
    chứ
    chớ
    r
    ròi
    òi
    à
    lun
    nhìu
    nhiu
    nhoa
    nka
    nhaa
    nhéé
    nheng
    ak
    nà
    zậy
    dzậy
    zị
    zạ
    cmnr
    cmn
    đm
    đmm
    đkm
    đcm
    vcl
    vkl
    clgt

heard-hello =
    có ai trả lời không
    có ai trả lời ko
    có ai trả lời k
    có ai trả lời tin nhắn không
    có ai đọc tin nhắn không
    có ai đọc tin không
    ai đó
    alo ai đó
    alo ai đó không
    alo ai đó ko
    alo ai đó k
    ai đó không
    ai đó ko
    ai đó k
    ai đó vậy
    ai đấy
    ai vậy
    có ai k
    có ai trực
    có ai trực ko
    có ai trực k
    có ai trực không
    alo
    a lô
    lô
    xin chào
    chào
    mấy
    các
    quý
    kính chào
    chào buổi sáng
    chào buổi chiều
    chào buổi tối
    hello
    helo
    hi
    có ai không
    có ai ko
    có ai
    có ai ở
    đó không
    đó ko
    đây không
    ở đó
    ở đây
    trực không
    cho hỏi
    cho em hỏi
    cho tôi hỏi
    cho con hỏi
    cho hỏi chút
    hỏi
    hỏi chút
    hỏi tí
    hỏi thăm
    muốn hỏi
    chút
    tí
    với
    bắt đầu
    start
    test
    thử
    nghe dân
    mặt trận
    cán bộ
    cả nhà
    mọi người
    ad ơi
    admin
    admin ơi
    bạn ơi
    quản trị
heard-thanks =
    { -said-yes }
    cảm ơn
    cám ơn
    cảm ơn nhiều
    cám ơn nhiều
    cmon
    thanks
    thank
    tks
    nhiều
    rất nhiều
    tốt quá
    hay quá
    tốt
    tuyệt vời
    biết rồi
    hiểu rồi
    hiểu
    không có gì
    không
    thế thôi
    hết rồi
    tạm biệt
    bye
    thank you
    thankiu
    thanks nhiều
    camon
    cảm ơn nhìu
    tks ad
    đội ơn
    biết ơn
    không có gì đâu
    chỉ cảm ơn
    chỉ cám ơn
    cảm ơn thôi
    cám ơn thôi
    chỉ cảm ơn thôi
    chỉ cám ơn thôi
# Whom one thanks: beside is one word after the other.
heard-thanked =
    các
    mặt
    trận
    cán
    bộ
    xã
heard-news =
    cán bộ đọc chưa
    đọc chưa
    đã đọc chưa
    có ai đọc chưa
    gửi chưa
    gửi chưa vậy
    đã gửi chưa
    gửi đi chưa
    gửi được chưa
    tuần này thế nào
    tuần này có gì
    tuần này có gì nóng
    tuần này có gì nóng không
    tuần này có gì không
    có gì nóng không
    có gì mới không
    tuần này ra sao
    tuần qua thế nào
    có gì nóng
    trả lời đi
    không ai trả lời
    sao không trả lời
    sao chưa trả lời
    đến đâu
    tới đâu
    bao giờ
    khi nào
    chừng nào
    kết quả
    kq
    ra sao rồi
    sao rồi
    thế nào rồi
    giải quyết chưa
    xử lý chưa
    xử lí chưa
    sửa chưa
    làm chưa
    xong chưa
    trả lời chưa
    phản hồi chưa
    có tin gì
    có gì mới
    tình hình
    tiến độ
    sao lâu
    sao lâu quá
    sao lâu quá trời
    sao lâu dữ
    lâu quá
    lâu thế
    lâu vậy
    chưa thấy
    chưa có ai
    chưa ai
    khi mô
    bao chừ
    chừng mô
    răng lâu
    răng chưa
    răng lâu rứa
    mô rồi
    bao giờ mới
    đến mô
    tới mô
heard-news-beside =
    thứ
    số
    1
    2
    3
    4
    5
    việc
    của
    hồ
    sơ
    đơn
    kiến
    nghị
    phản
    ánh
    ý
    hôm
    trước
    qua
    tuần
    nọ
    bữa
    lần
    gửi
    gởi
    đã
    mới
    sửa
    làm
    xong
    giải
    quyết
    xử
    lý
    lí
    trả
    lời
    hồi
    có
    được
    chưa
    hả
    thế
    sao
    ai
    gì
    này
    kia
    đó
    ấy
    bên
    xã
    phường
    mặt
    trận
    vẫn
    còn
    thấy
    tin
    là
    hỏi
    muốn
    biết
    mô
    rứa
    chừ
    răng
    ni
    nớ
heard-yes = { -said-yes }
# What a forwarded post brings along: lines that stand nowhere else, and what stands beside them.
heard-post =
    chia sẻ từ facebook
    đã chia sẻ từ facebook
    chia sẻ từ zalo
    chia sẻ từ tiktok
    chia sẻ từ nhóm
    được chia sẻ từ facebook
    đã chia sẻ một bài viết
    đã chia sẻ bài viết
    đã chia sẻ một kỷ niệm
    lượt thích
    lượt chia sẻ
    lượt xem
    lượt bình luận
    xem thêm bình luận
    xem các bình luận trước
    xem tất cả bình luận
    viết bình luận
    viết bình luận công khai
    bình luận dưới tên
    tin nhắn được chuyển tiếp
    tin được chuyển tiếp
    đã chuyển tiếp
    được chuyển tiếp
    xem trên facebook
    mở trong ứng dụng
    forwarded message
    fan cứng
    người đóng góp nhiều nhất
    thích bình luận chia sẻ
heard-post-beside =
    thích
    trả lời
    phản hồi
    chia sẻ
    bình luận
    theo dõi
    đang theo dõi
    xem thêm
    xem bớt
    ẩn bớt
    xem bản dịch
    đã chỉnh sửa
    chỉnh sửa
    tác giả
    quản trị viên
    phù hợp nhất
    mới nhất
    tất cả bình luận
    công khai
    nhóm công khai
    giờ
    phút
    ngày
    tuần
    tháng
    hôm qua
    lúc
    vừa xong
    người khác
    và
    k
    haha
    facebook
    zalo
    tiktok
    gửi
heard-post-more =
    Xem thêm
    xem thêm
    Xem bớt
    Ẩn bớt
    See more

# The head of a letter, where its story begins, and its foot.
heard-letter-head =
    cộng hòa xã hội chủ nghĩa việt nam
    cộng hoà xã hội chủ nghĩa việt nam
    độc lập tự do hạnh phúc
    đơn kiến nghị
    đơn phản ánh
    đơn đề nghị
    đơn khiếu nại
    đơn tố cáo
    đơn trình bày
    đơn kêu cứu
    đơn xin
# To whom it goes; who writes, and what stands behind the name; a line that goes on with an address.
heard-letter-to =
    kính gửi
    kính gởi
    kính thưa
    đồng kính gửi
    gửi quý cơ quan
heard-i-am =
    tôi là
    em là
    tui là
    con là
    cháu là
heard-letter-field =
    sinh năm
    năm sinh
    sinh ngày
    ngày sinh
    ngày tháng năm sinh
    trú tại
    trú ở
    thường trú
    nơi thường trú
    hiện trú
    hiện ở
    hiện đang ở
    đang ở
    ngụ tại
    ngụ ở
    hiện ngụ
    cư trú
    cư ngụ
    nơi ở
    nơi cư trú
    chỗ ở
    địa chỉ
    hộ khẩu
    quê quán
    nghề nghiệp
    nghề
    số cccd
    cccd
    cmnd
    số cmnd
    căn cước
    số căn cước
    cấp ngày
    điện thoại
    số điện thoại
    sđt
    là người dân
    là dân
heard-letter-place =
    ở thôn
    ở xóm
    ở ấp
    ở tổ
    ở khu phố
    ở xã
    ở phường
    thôn
    xóm
    ấp
    tổ
    tổ dân phố
    khu phố
    khu
    bản
    buôn
    xã
    phường
    thị trấn
    đặc khu
    quận
    huyện
    thị xã
    thành phố
    tp
    tỉnh
    ủy ban
    ủy ban nhân dân
    ubnd
    mttq
    mặt trận
    hội
    đoàn
    công đoàn
    đảng ủy
    ban thường trực
# With these the matter begins behind the writer's name.
heard-letter-turns =
    nay tôi
    nay em
    nay chúng tôi
    nay gia đình tôi
    tôi làm đơn
    tôi viết đơn
    em làm đơn
    em viết đơn
    làm đơn này
    viết đơn này
    tôi xin phản ánh
    em xin phản ánh
    xin phản ánh
    xin kiến nghị
    xin trình bày
    xin báo
    xin đề nghị
    muốn phản ánh
    muốn kiến nghị
    xin được phản ánh
    xin được trình bày
heard-letter-begins =
    trình bày sự việc như sau
    trình bày vụ việc như sau
    trình bày nội dung như sau
    trình bày nội dung sau
    trình bày như sau
    trình bày một việc như sau
    trình bày với quý cấp như sau
    kiến nghị nội dung sau
    kiến nghị như sau
    kiến nghị việc sau
    phản ánh nội dung sau
    phản ánh như sau
    phản ánh sự việc như sau
    nội dung như sau
    nội dung sự việc
    nội dung kiến nghị
    với nội dung sau
    sự việc như sau
    sự việc cụ thể như sau
    cụ thể như sau
heard-letter-ends =
    người làm đơn
    người viết đơn
    người kiến nghị
    người phản ánh
    ký ghi rõ họ tên
    ký và ghi rõ họ tên
    kính đơn
# Before "phố Huế" it makes a city of it.
heard-city =
    thành
    đặc

# Said behind a yes: whoever is still asked something has answered that, and wishes to go on.
heard-send =
    gửi
    gửi đi
    gửi luôn
    gửi ngay
    gửi liền
    gửi giúp
    gửi giùm
    gửi dùm
    gửi hộ
    gửi luôn đi
    gửi đi cho rồi
    gởi
    gởi đi
    gởi luôn
    gửi mẹ đi
    gửi mẹ nó đi
    gửi cha nó đi
    gửi đại đi
heard-no = { -said-no }
heard-unsure =
    không biết chọn cái nào
    không biết chọn gì
    không biết chọn
    chọn cái nào
    chọn cái nào bây giờ
    biết chọn cái nào
    { -said-unsure }
    quên
    quên rồi
    không nhớ
    ko nhớ
    hổng nhớ
    không biết xã nào
    xã nào không biết
    xã nào
    phường nào
    xã này là xã nào
    phường này là phường nào
    là xã nào
    là phường nào
    tên xã
    tên phường

# An option chosen by its number in words, with the words beside.
heard-before-number =
    số
    chọn
    chọn số
    mở
    xem
    vụ
    mục
    nút
heard-number-1 =
    1
    một
    nhất
    thứ nhất
    đầu
    đầu tiên
    trên cùng
heard-number-2 =
    2
    hai
    nhì
    thứ hai
    thứ nhì
heard-number-3 =
    3
    ba
    thứ ba
heard-number-4 =
    4
    bốn
    tư
    thứ tư
heard-number-5 =
    5
    năm
    thứ năm
heard-number-6 =
    6
    sáu
    thứ sáu
heard-number-7 =
    7
    bảy
    thứ bảy
heard-number-8 =
    8
    tám
    thứ tám
heard-number-9 =
    9
    chín
    thứ chín
heard-number-last =
    cuối
    cuối cùng
    dưới cùng
heard-number-beside =
    cái
    số
    mục
    dòng
    chọn
    lựa
    ý
    câu
    nút
    thứ
    hàng
    nhé
    nha

# What is asked back, or wished, in the middle of a form or outside: "heard-<what>". Each stands for an answer of its
# own (aside-<what>, why-<question>) or for a command. The words beside may stand around them.
heard-why =
    cái gì đồng ý
    đồng ý cái gì
    đồng ý gì
    đồng ý thì được gì
    đồng ý để làm gì
    đồng ý rồi sao
    nhiều câu hỏi
    sao nhiều câu hỏi
    hỏi nhiều
    sao hỏi nhiều
    hỏi gì lắm
    sao phải
    sao lại
    sao cần
    vì sao
    tại sao
    vì răng
    tại răng
    răng phải
    để làm gì
    để làm chi
    làm gì
    làm chi
    để chi
    chi vậy
    chi vầy
    nghĩa là gì
    nghĩa là sao
    là gì
    là sao
    là chi
    là răng
    là thế nào
    có bắt buộc
    bắt buộc không
    có cần thiết
    không hiểu
    chưa hiểu
    ko hiểu
    hổng hiểu
    hông hiểu
heard-cost =
    mất tiền
    tốn tiền
    mất phí
    tốn phí
    có phí
    lệ phí
    miễn phí
    bao nhiêu tiền
    trả tiền
    đóng tiền
    mất gì
    tốn gì
heard-how-long =
    mấy hôm nữa
    mấy ngày nữa
    bao lâu nữa
    có người xuống
    có ai xuống
    có ai đến
    người xuống xem
    bao giờ
    khi nào
    chừng nào
    bao lâu
    mấy ngày
    mấy bữa
    mấy hôm
    bao nhiêu ngày
    lâu không
    lâu ko
    chừng nào xong
    bao giờ xong
    khi nào xong
    bao giờ sửa
    khi nào sửa
    chừng nào sửa
    bao lâu thì xong
    bao lâu thì sửa
    khi mô
    bao chừ
    chừng mô
    mấy bữa nữa
    khi mô xong
    khi mô sửa
    bao giờ có người trả lời
    khi nào có người trả lời
    bao giờ có ai trả lời
    mấy ngày có người trả lời
    bao giờ cán bộ lên
    bao giờ cán bộ xuống
    khi nào cán bộ xuống
    khi nào cán bộ lên
    bao giờ xuống xem
    khi nào xuống xem
    bao giờ cán bộ lên bản
    khi nào cán bộ lên bản
    bao giờ có người xuống
    khi nào có người xuống
    bao lâu có người tới
    bao giờ có người tới
    khi nào có người tới
    chừng nào có người tới
    bao lâu có người đến
    bao giờ có người đến
    khi nào có người đến
    có người tới
    có ai tới
    người tới xem
    có người tới xem
    bao lâu có ai tới
heard-who-sees-at-end =
    có đọc được không
    có đọc được ko
    có xem được không
    có biết tôi gửi không
    có biết em gửi không
    có biết ai gửi không
    có biết tôi là ai không
    còn đọc được không
    còn đọc được nữa không
    còn xem được không
    có thấy tên tôi không
    không biết tôi là ai chứ
    không biết em là ai chứ
    không biết tôi là ai đúng không
    không biết em là ai đúng không
    không biết là tôi chứ
    không biết là em chứ
    không đọc được chứ
    không xem được chứ
    không biết được chứ
    không bị lộ chứ
    không lộ chứ
    không ai biết em là ai chứ
    không ai biết tôi là ai chứ
    không ai biết em là ai đúng không
    không ai biết tôi là ai đúng không
    báo cho công ty không
    báo cho sếp không
    báo cho chủ không
    nói với công ty không
    nói với sếp không
    nói với chủ không
    nói cho công ty không
    là em gửi không
    là tôi gửi không
    công ty biết thì sao
    sếp biết thì sao
    giám đốc biết thì sao
    chủ biết thì sao
    lộ tên thì sao
    bị lộ thì sao
    tên tôi có hiện không
    tên tôi có hiện ra không
    tên tôi có hiện lên không
    tên tôi có lộ không
    tên tôi có bị lộ không
    tên tôi có ai thấy không
    tên tôi có ai biết không
    tên tôi ai thấy
    tên tôi ai xem được
    tên tôi ai biết
    tên tôi ai đọc
    tên em có hiện không
    tên em có hiện ra không
    tên em có hiện lên không
    tên em có lộ không
    tên em có bị lộ không
    tên em có ai thấy không
    tên em có ai biết không
    tên em ai thấy
    tên em ai xem được
    tên em ai biết
    tên em ai đọc
    tên con có hiện không
    tên con có hiện ra không
    tên con có hiện lên không
    tên con có lộ không
    tên con có bị lộ không
    tên con có ai thấy không
    tên con có ai biết không
    tên con ai thấy
    tên con ai xem được
    tên con ai biết
    tên con ai đọc
    tên tui có hiện không
    tên tui có hiện ra không
    tên tui có hiện lên không
    tên tui có lộ không
    tên tui có bị lộ không
    tên tui có ai thấy không
    tên tui có ai biết không
    tên tui ai thấy
    tên tui ai xem được
    tên tui ai biết
    tên tui ai đọc
    tên mình có hiện không
    tên mình có hiện ra không
    tên mình có hiện lên không
    tên mình có lộ không
    tên mình có bị lộ không
    tên mình có ai thấy không
    tên mình có ai biết không
    tên mình ai thấy
    tên mình ai xem được
    tên mình ai biết
    tên mình ai đọc
    có biết tui gửi không
heard-who-sees =
    công ty có biết
    chủ có biết
    sếp có biết
    họ có biết
    nó có biết
    xã có biết
    thôn có biết
    cán bộ có biết
    ông ấy có biết
    bà ấy có biết
    người ta có biết
    biết tôi báo
    biết tui báo
    biết em báo
    biết con báo
    biết tôi gửi
    biết tôi nói
    biết em nói
    biết là tôi
    biết ai báo
    biết ai gửi
    ai xem
    ai đọc
    ai biết
    ai thấy
    lộ tên
    lộ thông tin
    bị lộ
    có lộ
    giữ kín không
    giữ kín ko
    có giữ kín
    kín không
    bí mật không
    có bí mật
    an toàn không
    có an toàn
    trả thù
    trù dập
    bị đuổi
    làm khó
    có sao không
    bị gì không
    mẹ có biết
    má có biết
    ba có biết
    bố có biết
    cha có biết
    chồng có biết
    vợ có biết
    ông chủ có biết
    bà chủ có biết
    giám đốc có biết
    thầy có biết
    cô giáo có biết
    nhà trường có biết
    trường có biết
    hàng xóm có biết
    người nhà có biết
    gia đình có biết
    trưởng thôn có biết
    chủ tịch có biết
    công an có biết
    bên kia có biết
    bên đó có biết
    có ai biết
    có đọc được không
    người khác có thấy
    có công khai không
    có đăng lên không
    có biết không
    có biết ko
    có biết hông
    biết không vậy
    biết em là ai
    biết tôi là ai
    biết mình là ai
    biết tui là ai
    biết con là ai
    ai gửi không
    biết tên em
    biết tên tôi
    biết tên mình
    đọc được tin này
    có ai biết em là ai
    có ai biết tôi là ai
    có ai biết mình là ai
    có ai biết tui là ai
    có ai biết con là ai
    ai biết em là ai
    ai biết tôi là ai
    ai biết mình là ai
    có biết tôi là ai
    có biết em là ai
    có biết mình là ai
    có biết tui là ai
    chủ có biết tôi là ai
    chủ có biết em là ai
    công ty có biết em là ai
    công ty có biết tôi là ai
    sếp có biết em là ai
    sếp có biết tôi là ai
    ai đang xem
    ai đang đọc
    ai xem đơn
    ai đang xem đơn
    ai giữ đơn
    ai đang giữ
    ai đang giữ đơn
    công ty tôi có biết
    công ty em có biết
    công ty con có biết
    công ty mình có biết
    cty có biết
    cty tôi có biết
    cty em có biết
    giám đốc tôi có biết
    sếp tôi có biết
    sếp em có biết
    chủ tôi có biết
    chủ em có biết
    quản lý có biết
    tổ trưởng có biết
    chuyền trưởng có biết
    công đoàn công ty có biết
    ai đọc được tin nhắn này
    ai đọc được tin nhắn
    ai đọc tin nhắn này
    ai đọc tin nhắn
    ai xem được tin nhắn này
    ai xem tin nhắn này
    ai xem tin nhắn
    tin nhắn này ai đọc
    tin nhắn này ai xem
    tin này ai đọc
    tin này ai xem
    ai đọc được tin này
    ai đọc tin này
    ai xem tin này
heard-who-resolves =
    ai giải quyết nhanh nhất
    ai giải quyết được
    sửa được không
    có sửa được không
    có sửa không
    có giải quyết không
    có giải quyết được không
    giải quyết được không
    ai chịu trách nhiệm
    mặt trận là ai
    mặt trận là gì
    mặt trận làm gì
    mặt trận làm được gì
    ai giải quyết
    ai xử lý
    ai xử lí
    ai nhận
    ai lo
    ai làm
    ai phụ trách
    cơ quan nào
    đơn vị nào
    gửi đi đâu
    gửi cho ai
    gởi cho ai
    chuyển cho ai
    chuyển đi đâu
    đến tay ai
    gửi cho công an luôn được không
    gửi công an được không
    gửi luôn cho công an được không
    chuyển công an được không
    gửi cho công an được không
    báo công an luôn được không
# An officer who is new here.
heard-first-day =
    phải làm gì
    tôi phải làm gì
    làm gì đây
    làm gì bây giờ
    giờ làm gì
    bắt đầu từ đâu
    bắt đầu thế nào
    mới vào
    mới nhận việc
    mới vào làm
    chưa biết làm gì
    chưa biết làm
    chưa biết dùng
    không biết dùng
    không biết làm
    làm sao trả lời dân
    trả lời dân thế nào
    trả lời dân kiểu gì
    có những lệnh gì
    gõ được gì
    làm được gì
    em mới vào
    chào em mới vào
    mình mới vào
    chào mình mới vào
    tôi mới vào
    chào tôi mới vào
    em mới nhận việc
    chào em mới nhận việc
    hôm nay là ngày đầu
    ngày đầu đi làm
# Who has had enough of questions hears what this one is for.
heard-impatient =
    hỏi lắm
    hỏi lắm thế
    hỏi gì lắm thế
    hỏi hoài
    hỏi mãi
    hỏi chi lắm
    phiền quá
    rắc rối
    rắc rối quá
    lằng nhằng
    lằng nhằng quá
# Several matters in one message.
heard-several =
    tách ba việc ra
    tách hai việc ra
    tách 3 việc ra
    tách 2 việc ra
    tách từng việc ra
    tách ra từng việc
    tách riêng từng việc
    muốn tách
    muốn tách ba việc ra
    muốn tách hai việc ra
    gửi chung được không
    gửi chung một lần
    gửi hết một lần
    gửi luôn một lần
    gửi cả việc chung được không
    gửi cả việc được không
    gửi cả
    cả việc
    mấy việc chung
    nhiều việc
    nhiều việc một lúc
    hay một việc
    hay việc
    chung được không
    vậy là cả
    một lần được không
    làm đơn riêng
    gửi đơn riêng
    gửi riêng từng việc
    làm riêng từng việc
    gửi riêng được không
    đơn riêng được không
    gửi làm 2 đơn riêng
    gửi làm 3 đơn riêng
    tách thành đơn riêng
    tách thành mấy đơn
heard-several-beside =
    2
    3
    4
    5
    6
    7
    8
    9
    1
    hai
    ba
    bốn
    năm
    sáu
    bảy
    một
    mấy
    việc
    chuyện
    gửi
    cả
    chung
    được
    không
    là
    hay
    lúc
    lần
# No photo is there, and none is asked for yet.
heard-no-photos =
    không cần ảnh
    không cần hình
    ko cần ảnh
    ko cần hình
    k cần ảnh
    khỏi cần ảnh
    khỏi cần hình
    khỏi ảnh
    khỏi hình
    không có ảnh
    không có hình
    không có cái ảnh
    không có cái hình
    không có tấm ảnh
    không có tấm hình
    chưa có ảnh
    chưa có hình
    không chụp được
    không chụp được ảnh
    không chụp được hình
    không biết chụp
    không biết chụp ảnh
    không biết chụp hình
    ko có ảnh
    ko có hình
    hổng có hình
    hông có hình
    k có ảnh
    k có hình
    hết ảnh
    hết hình
    không còn ảnh
    không còn hình
    có nhiêu ảnh đó
    không chụp ảnh được
    không chụp hình được
    không thể chụp ảnh
    không thể chụp hình
    không thể chụp
    ko chụp được
    ko chụp ảnh được
    chụp không được
    khỏi gửi ảnh
    khỏi gửi hình
    không hình
    không ảnh
    ko hình
    ko ảnh
    k hình
    k ảnh
    hông hình
    hổng hình
    chưa chụp
    chưa chụp được
    chưa chụp hình
    chưa chụp ảnh
    ảnh chưa chụp
    hình chưa chụp
    hình con chưa chụp
    hình em chưa chụp
    hình tôi chưa chụp
    ảnh con chưa chụp
    ảnh em chưa chụp
    ảnh tôi chưa chụp
    mai gửi hình
    mai gửi ảnh
    mai con gửi hình
    mai em gửi hình
    mai tôi gửi hình
    mai con gửi ảnh
    mai em gửi ảnh
    mai tôi gửi ảnh
    để mai gửi hình
    để mai gửi ảnh
    để mai chụp
    mai chụp
# Why photos are asked for.
heard-why-photos =
    chụp ảnh làm gì
    chụp hình làm gì
    chụp ảnh để làm gì
    gửi ảnh làm gì
    gửi hình làm gì
    ảnh làm gì
    ảnh để làm gì
    hình để làm gì
    cần ảnh làm gì
# The end of a question: no place is called so.
# The last word of "có … không".
heard-whether =
    không
    ko
    hông
    hong
    hổng
heard-asks-at-end =
    được không
    phải không
    hay không
    có không
    làm sao
    thế nào
    bao lâu
    bao giờ
    ngày mấy
    ngày nào
    nhanh nhất
    là ai
    là gì
    làm gì
    thì được
    ai vậy
    chưa vậy
    hay chưa
    mấy giờ
    ở đâu
    bao nhiêu
    bao nhiêu tiền
    như thế nào
    kiểu gì
    chỗ nào
# A hamlet and what is like it, in front of its name.
heard-hamlet-type =
    thôn
    bản
    ấp
    buôn
    làng
    xóm
    khóm
    sóc
    phum
    plei
    bon
    khu phố
    tổ dân phố
# What people ask a machine that is no matter of the Front, and the words that make it a question.
heard-not-ours =
    có người yêu chưa
    có ny chưa
    có bồ chưa
    có vợ chưa
    có chồng chưa
    ăn cơm chưa
    giá vàng
    giá vàng sjc
    vàng sjc
    giá xăng
    giá xăng dầu
    giá dầu
    giá đô
    giá đô la
    tỷ giá
    tỉ giá
    giá usd
    giá bitcoin
    giá heo hơi
    giá lúa
    giá cà phê
    giá tiêu
    chứng khoán
    thời tiết
    dự báo thời tiết
    nhiệt độ
    trời mưa không
    trời có mưa không
    có mưa không
    xổ số
    kết quả xổ số
    kqxs
    xsmb
    xsmn
    xsmt
    số đề
    lô đề
    bóng đá
    kết quả bóng đá
    trận bóng
    tỉ số
    tỷ số
    việt nam đá
    lịch âm
    âm lịch
    viết thơ
    làm thơ
    bài thơ
    một bài thơ
    viết văn
    bài văn
    kể chuyện
    kể chuyện cười
    chuyện cười
    hát
    hát một bài
    giải toán
    bài toán
    giải bài tập
    dịch sang tiếng anh
    dịch tiếng anh
heard-not-ours-asked =
    bao nhiêu
    bao nhiêu một lượng
    bao nhiêu một lít
    bao nhiêu rồi
    thế nào
    ra sao
    sao rồi
    mấy giờ
    hôm nay
    hôm qua
    ngày mai
    mai
    tối nay
    sáng nay
    chiều nay
    tuần này
    bây giờ
    hiện tại
    bi giờ
    tăng chưa
    giảm chưa
    tăng hay giảm
    lên chưa
    xuống chưa
    lên hay xuống
    viết cho
    viết
    làm cho
    kể cho
    đọc cho
    giúp
    cho biết
    cho hỏi
    xem
    kết quả
    miền bắc
    miền trung
    miền nam
    ở huế
    ở hà nội
    ở sài gòn
    một
    bài
    con
    cháu
    lượng
    lít
heard-elsewhere =
    gửi bên web
    gửi trên web
    gửi ở web
    gửi qua web
    gửi bên zalo
    gửi trên zalo
    gửi qua zalo
    gửi bên telegram
    gửi qua telegram
    gửi ở máy khác
    gửi bằng máy khác
    xem ở đây được không
    xem bên này được không
    xem ở máy khác
    đổi máy
    đổi điện thoại
    mất điện thoại
    mất máy
    chuyển sang zalo
    chuyển qua zalo
    mất điện thoại cũ
    mất máy cũ
    xem việc đã gửi
    muốn xem việc đã gửi
    xem lại việc đã gửi
    xem việc cũ
    điện thoại cũ hỏng
heard-wait =
    đi ngủ
    thôi đi ngủ
    mai nói
    mai nói tiếp
    mai tính
    để mai
    để mai nói
    bận rồi
    đang bận
    lát nói
    lát nữa
    chút nữa
    thôi không rút
    ủa khoan
    khoan
    khoan đã
    chờ chút
    chờ tí
    đợi chút
    đợi tí
    đợi đã
    từ từ
    để xem
    để coi
heard-keep-it =
    khỏi rút
    thôi khỏi rút
    không rút nữa
    thôi không rút nữa
    đừng rút
    ko rút nữa
    không rút
    hủy rút
# An organisation by name, in a complaint or an accusation: it is not offered as the receiver, unless it is turned to.
heard-body-cong-doan =
    công đoàn
    ban chấp hành công đoàn
    liên đoàn lao động
heard-body-nong-dan =
    hội nông dân
    chi hội nông dân
    hội trưởng nông dân
    chủ tịch nông dân
heard-body-phu-nu =
    hội phụ nữ
    chi hội phụ nữ
    hội trưởng phụ nữ
    chi hội trưởng phụ nữ
    chủ tịch phụ nữ
    hội liên hiệp phụ nữ
heard-body-cuu-chien-binh =
    hội cựu chiến binh
    chi hội cựu chiến binh
    hội trưởng cựu chiến binh
    chủ tịch cựu chiến binh
    hội ccb
heard-body-doan-thanh-nien =
    đoàn thanh niên
    bí thư đoàn
    đoàn xã
    đoàn phường
    chi đoàn
heard-front =
    mặt trận
    ubmt
    mttq
    ubmttq
heard-province-front =
    mặt trận tỉnh
    mặt trận thành phố
    mặt trận tp
    ủy ban mặt trận tỉnh
    ủy ban mặt trận thành phố
    ủy ban mặt trận tp
    mặt trận tổ quốc tỉnh
    mặt trận tổ quốc thành phố
    mặt trận tổ quốc tp
    ủy ban mặt trận tổ quốc tỉnh
    ủy ban mặt trận tổ quốc thành phố
    ủy ban mặt trận tổ quốc tp
    mặt trận tổ quốc việt nam tỉnh
    mặt trận tổ quốc việt nam thành phố
    mặt trận tổ quốc việt nam tp
    mttq tỉnh
    mttq thành phố
    mttq tp
    ủy ban mttq tỉnh
    ủy ban mttq thành phố
    ủy ban mttq tp
    mttq việt nam tỉnh
    mttq việt nam thành phố
    mttq việt nam tp
    ubmttq tỉnh
    ubmttq thành phố
    ubmttq tp
    ubmttq việt nam tỉnh
    ubmttq việt nam thành phố
    ubmttq việt nam tp
    ubmt tỉnh
    ubmt thành phố
    ubmt tp
heard-province-office =
    tỉnh
    thành phố
    tp
    tỉnh ủy
    thành ủy
    dân vận tỉnh ủy
    dân vận thành ủy
    tổ chức tỉnh ủy
    tổ chức thành ủy
    ubnd tỉnh
    ubnd thành phố
    ubnd tp
    ủy ban tỉnh
    ủy ban thành phố
    ủy ban tp
    ủy ban nhân dân tỉnh
    ủy ban nhân dân thành phố
    ủy ban nhân dân tp
    hđnd tỉnh
    hđnd thành phố
    hđnd tp
    hội đồng nhân dân tỉnh
    hội đồng nhân dân thành phố
    hội đồng nhân dân tp
    công an tỉnh
    công an thành phố
    công an tp
    thanh tra tỉnh
    thanh tra thành phố
    thanh tra tp
    sở
heard-holds-post =
    chủ tịch
    phó chủ tịch
    bí thư
    phó bí thư
    giám đốc
    phó giám đốc
    chánh
    trưởng ban
    phó trưởng ban
    trưởng phòng
    cán bộ
    lãnh đạo
    nhân viên
    thường trực
    chánh văn phòng
heard-head-of-body =
    bí thư đoàn
    phó bí thư đoàn
    bí thư chi đoàn
    hội trưởng
    chi hội trưởng
heard-turns-to =
    nhờ
    mong
    kính gửi
    gửi
    gởi
    đề nghị
    xin
    kính mong
    yêu cầu
    báo
    cần
    muốn
    cầu cứu
    kính nhờ
    qua
    kính báo
    đến
    tới
    hoặc
# What is asked or said beside the matter, each with its own answer (aside-<what>).
heard-in-my-name =
    ai gửi gì đứng tên tôi
    ai đứng tên tôi
    gửi gì đứng tên tôi
    đứng tên tôi có gì
    những gì đã gửi đứng tên tôi
    những gì đứng tên tôi
    việc nào đứng tên tôi
    xem những gì đã nộp dưới tên tôi
    những gì đã nộp dưới tên tôi
    những gì đã gửi dưới tên tôi
    xem những gì đã gửi dưới tên tôi
    có ai gửi dưới tên tôi
    có ai lấy tên tôi gửi
    có người lấy tên tôi gửi
    có người lấy tên tôi gửi đơn
    ai lấy tên tôi gửi
    dưới tên tôi có những gì
    tên tôi đã gửi gì
    tôi đã gửi những gì
heard-line-busy =
    gọi rồi mà máy bận
    gọi mà máy bận
    gọi không được
    gọi ko được
    gọi không ai nghe
    gọi rồi không ai nghe
    gọi mà không ai nghe
    gọi rồi mà không ai nghe
    gọi rồi mà không ai bắt máy
    gọi không ai bắt máy
    gọi mãi không được
    gọi 113 không được
    gọi 113 mà máy bận
    gọi 114 không được
    gọi 115 không được
    gọi 111 không được
    máy bận
    đường dây bận
    đã gọi mà máy bận
    đã gọi mà không được
    không dám gọi
    không gọi được
    không gọi điện được
    gọi sợ nó nghe
    sợ nó nghe thấy
heard-called-already =
    gọi rồi
    đã gọi
    đã gọi rồi
    gọi công an rồi
    đã gọi công an
    báo công an rồi
    đã báo công an
    gọi cứu hỏa rồi
    gọi cấp cứu rồi
    gọi 113 rồi
    gọi 114 rồi
    gọi 115 rồi
    gọi 111 rồi
    đã gọi 113
    đã gọi 114
    đã gọi 115
    đã gọi 111
heard-withdraw-of =
    rút việc
    rút vụ
    rút cái
    rút đơn
    rút phản ánh
    rút kiến nghị
    xin rút việc
    cho rút việc
    rút lại việc
heard-if-not =
    không đồng ý thì sao
    ko đồng ý thì sao
    không đồng ý có sao không
    không đồng ý thì thế nào
    không đồng ý có được không
    nếu không đồng ý
    nếu không đồng ý thì sao
    không cho lưu thì sao
    đéo đồng ý thì sao
    đếch đồng ý thì sao
    không đồng ý thì làm sao
heard-no-answer =
    không ai trả lời thì sao
    ko ai trả lời thì sao
    không trả lời thì sao
    nếu không ai trả lời
    nếu không trả lời
    không ai làm thì sao
    không ai sửa thì sao
    không ai giải quyết thì sao
    không giải quyết thì sao
    quá hạn thì sao
    trễ hạn thì sao
    nếu không ai trả lời thì sao
    nếu không trả lời thì sao
    nếu không ai làm thì sao
    nếu không ai sửa thì sao
    nếu không ai giải quyết thì sao
    nếu không giải quyết thì sao
    nếu quá hạn thì sao
heard-insult =
    bot ngu quá
    bot dở quá
    bot dốt quá
    bot ngu thật
    bot ngu vãi
    ngủ hết
    ngủ hết rồi
    ngủ rồi
    ngủ gật
    ngu ngốc
    ngu si
    ngu thật
    ngu dữ
    ngu vãi
    óc chó
    óc heo
    ăn hại
    đồ ăn hại
    dốt nát
    điếc hết
    điếc hết rồi
    mù hết
    làm ăn kiểu gì
    trả lời ngu
    làm ăn như cứt
    làm ăn như lờ
    làm ăn chán quá
    chúng mày làm ăn như cứt
    bọn mày làm ăn như cứt
    bot ngu
    bot dở
    bot dốt
    bot tào lao
    máy ngu
    đồ ngu
    đồ máy ngu
    ngu
    ngu quá
    ngu thế
    ngu vậy
    ngu như bò
    dốt
    dốt quá
    dở quá
    dở ẹc
    chán quá
    chán thế
    vô dụng
    vớ vẩn
    tào lao
    nhảm nhí
    bực mình
    bực quá
    im đi
    câm
    câm mồm
    cút
    biến
heard-again =
    đọc lại
    đọc lại đi
    nhắc lại
    nhắc lại câu hỏi
    nói lại
    hỏi lại
    hỏi lại đi
    hỏi gì cơ
    gì cơ
    hỏi gì
    xem lại
    cho xem lại
    xem lại nội dung
    đọc lại nội dung
    câu hỏi là gì
    đang ở bước nào
    tôi đang ở bước nào
    đang bước nào
    bước nào rồi
    tới bước nào rồi
    đến bước nào rồi
    đang hỏi gì
    đang hỏi gì vậy
    đọc cho tôi nghe
    đọc lại cho tôi nghe
    nghe lại
    nghe lại nội dung
    cho nghe lại
    cho tôi nghe lại
    nghe lại câu hỏi
heard-no-buttons =
    không thấy nút
    không thấy nút nào
    không có nút
    không có nút nào
    ko thấy nút
    chưa thấy nút
    nút đâu
    nút ở đâu
    nút nào
    không bấm được
    không bấm được nút
    bấm không được
    bấm không ăn
    không thấy lựa chọn
    có những lựa chọn nào
    đọc các lựa chọn
    đọc các nút
    có mấy lựa chọn
    có các lựa chọn nào
    có lựa chọn nào
    đọc lựa chọn
    đọc từng lựa chọn
    đọc các lựa chọn cho tôi nghe
    đọc cho tôi nghe các lựa chọn
    có mấy lựa chọn đọc cho tôi nghe
    có những lựa chọn gì
heard-what-body =
    tổ chức là gì
    tổ chức là cái gì
    tổ chức gì
    đoàn thể là gì
    đoàn thể gì
    hội nào là hội nào
heard-photos-coming =
    có ảnh
    có hình
    có ảnh nè
    có hình nè
    có ảnh đây
    có hình đây
    em có hình
    em có ảnh
    ảnh đây
    hình đây
    gửi ảnh đây
    gửi hình đây
    để gửi ảnh
    để gửi hình
    để chụp
    để đi chụp
    chờ chụp
    đợi chụp
    đang chụp
    còn ảnh
    còn ảnh nữa
    còn hình nữa
    có ảnh kèm theo
    có ảnh chứng minh
    để tôi chụp
    để em chụp
    để con chụp
    để mình chụp
    đợi tôi chụp
    đợi em chụp
    chờ tôi chụp
    chờ em chụp
    tôi có ảnh
    tôi có hình
    tôi đang chụp
    em đang chụp
# A name follows, in capitals ("ghi tên Tuấn").
# Whom one fears, behind a question who reads it.
heard-afraid-because =
    tôi sợ
    em sợ
    con sợ
    tui sợ
    mình sợ
    sợ
    tại sợ
    vì sợ
    vì tôi sợ
    tôi lo
    em lo
    lo
    lỡ
# Surnames, and what ends a name that is spoken without a capital or a sign.
heard-surname =
    nguyễn
    trần
    lê
    phạm
    hoàng
    huỳnh
    phan
    vũ
    võ
    đặng
    bùi
    đỗ
    hồ
    ngô
    dương
    lý
    trương
    đinh
    lương
    trịnh
    đoàn
    mai
    cao
    hà
    tạ
    tô
    lâm
    lưu
    thạch
    thái
    châu
    quách
    kim
    sơn
    phùng
    vương
    triệu
    nông
heard-name-ends =
    năm nay
    năm sinh
    sinh
    sinh năm
    tuổi
    ở
    nhà ở
    nhà
    ngụ
    quê
    trú
    thường trú
    số
    số điện thoại
    điện thoại
    là
    thôn
    xóm
    ấp
    xã
    tôi
    em
    con
    xin
    muốn
    gửi
    hiện
    làm
    đang
    mình
# In front of a name that is to be written down.
heard-name-title =
    bà
    ông
    cô
    chú
    bác
    anh
    chị
    em
    cháu
    dì
    cậu
    mợ
    thím
# Whoever types for somebody says what that one wants: "bà biểu gửi mặt trận".
heard-told-by =
    biểu
    bảo
    kêu
    nói
    dặn
    đòi
# More for a petition that was filed some time ago.
heard-adds-to-earlier =
    gửi thêm ảnh
    gửi thêm hình
    gửi thêm tấm ảnh
    gửi thêm tấm hình
    gửi thêm mấy tấm
    gửi thêm cái hình
    gửi thêm cái ảnh
    gửi thêm giấy tờ
    gửi thêm cho vụ
    gửi thêm cho việc
    gửi bổ sung
    bổ sung ảnh
    bổ sung hình
    bổ sung thêm
    thêm ảnh cho vụ
    thêm hình cho vụ
    thêm ảnh vào vụ
    thêm hình vào vụ
# A paper or an allowance that the People's Committee gives, and how it is asked for.
heard-paper-asked =
    xin
    xin cấp
    xin lại
    cho xin
    cần
    cần xin
    muốn xin
    muốn làm
    làm
    đơn
    đơn xin
    mẫu
    mẫu đơn
    mẫu đơn xin
    xin mẫu
    xin mẫu đơn
    hồ sơ
    thủ tục
    xin làm
heard-paper =
    giấy xác nhận hộ nghèo
    giấy xác nhận hộ cận nghèo
    giấy chứng nhận hộ nghèo
    xác nhận hộ nghèo
    xác nhận hộ cận nghèo
    sổ hộ nghèo
    giấy hộ nghèo
    giấy khai sinh
    trích lục khai sinh
    khai sinh
    giấy chứng tử
    khai tử
    giấy xác nhận độc thân
    xác nhận độc thân
    xác nhận tình trạng hôn nhân
    đăng ký kết hôn
    giấy kết hôn
    xác nhận cư trú
    giấy xác nhận cư trú
    đăng ký tạm trú
    đăng ký thường trú
    giấy tạm trú
    chứng thực
    sao y
    công chứng
    trợ cấp người cao tuổi
    trợ cấp xã hội
    trợ cấp người già
    trợ cấp khuyết tật
    giấy xác nhận khuyết tật
    trợ cấp mai táng
    căn cước
    sổ đỏ
heard-paper-beside =
    để
    đi
    học
    vay
    vốn
    ở
    đâu
    nào
    thế
    như
    sao
    gì
    mẹ
    bố
    ba
    má
    vợ
    chồng
    giấy
    tờ
    nhà
    xã
    phường
    hồ
    sơ
    hưởng
    được
heard-name-follows =
    ghi tên
    để tên
    lấy tên
    đề tên
    ký tên
    tên
# Matters that the writer counts.
heard-first-matter =
    thứ nhất
    một là
    việc thứ nhất
    việc đầu tiên
    nhất là
    vấn đề 1
    việc 1
heard-second-matter =
    thứ hai
    thứ 2
    hai là
    vấn đề 2
    việc 2
# Said in the story: it is sent for somebody of the family.
heard-instead-of =
    thay mặt
    đại diện
    đại diện cho
    nhờ tôi báo
    nhờ tôi phản ánh
    báo giùm
    báo hộ
    phản ánh giùm
    phản ánh hộ
heard-many-people =
    hộ
    hộ dân
    bà con
    dân làng
    cư dân
    các hộ
    hàng xóm
    cả xóm
    nhân dân
    các cụ
    công nhân
    phụ huynh
    tiểu thương
heard-neighbour =
    hàng xóm
    láng giềng
    nhà bên
    nhà kế bên
    cạnh nhà
    cùng xóm
heard-for-relative =
    gửi giùm bà
    gửi giùm ông
    gửi giùm mẹ
    gửi giùm má
    gửi giùm ba
    gửi giùm bố
    gửi giùm cha
    gửi giùm bà nội
    gửi giùm ông nội
    gửi giùm bà ngoại
    gửi giùm ông ngoại
    gửi giùm nội
    gửi giùm ngoại
    gửi giùm chồng
    gửi giùm vợ
    gửi giùm anh trai
    gửi giùm chị gái
    gửi giùm em trai
    gửi giùm em gái
    gửi giùm con trai
    gửi giùm con gái
    gửi dùm bà
    gửi dùm ông
    gửi dùm mẹ
    gửi dùm má
    gửi dùm ba
    gửi dùm bố
    gửi dùm cha
    gửi dùm bà nội
    gửi dùm ông nội
    gửi dùm bà ngoại
    gửi dùm ông ngoại
    gửi dùm nội
    gửi dùm ngoại
    gửi dùm chồng
    gửi dùm vợ
    gửi dùm anh trai
    gửi dùm chị gái
    gửi dùm em trai
    gửi dùm em gái
    gửi dùm con trai
    gửi dùm con gái
    gửi giúp bà
    gửi giúp ông
    gửi giúp mẹ
    gửi giúp má
    gửi giúp ba
    gửi giúp bố
    gửi giúp cha
    gửi giúp bà nội
    gửi giúp ông nội
    gửi giúp bà ngoại
    gửi giúp ông ngoại
    gửi giúp nội
    gửi giúp ngoại
    gửi giúp chồng
    gửi giúp vợ
    gửi giúp anh trai
    gửi giúp chị gái
    gửi giúp em trai
    gửi giúp em gái
    gửi giúp con trai
    gửi giúp con gái
    gửi hộ bà
    gửi hộ ông
    gửi hộ mẹ
    gửi hộ má
    gửi hộ ba
    gửi hộ bố
    gửi hộ cha
    gửi hộ bà nội
    gửi hộ ông nội
    gửi hộ bà ngoại
    gửi hộ ông ngoại
    gửi hộ nội
    gửi hộ ngoại
    gửi hộ chồng
    gửi hộ vợ
    gửi hộ anh trai
    gửi hộ chị gái
    gửi hộ em trai
    gửi hộ em gái
    gửi hộ con trai
    gửi hộ con gái
    nhắn giùm bà
    nhắn giùm ông
    nhắn giùm mẹ
    nhắn giùm má
    nhắn giùm ba
    nhắn giùm bố
    nhắn giùm cha
    nhắn giùm bà nội
    nhắn giùm ông nội
    nhắn giùm bà ngoại
    nhắn giùm ông ngoại
    nhắn giùm nội
    nhắn giùm ngoại
    nhắn giùm chồng
    nhắn giùm vợ
    nhắn giùm anh trai
    nhắn giùm chị gái
    nhắn giùm em trai
    nhắn giùm em gái
    nhắn giùm con trai
    nhắn giùm con gái
    nhắn giúp bà
    nhắn giúp ông
    nhắn giúp mẹ
    nhắn giúp má
    nhắn giúp ba
    nhắn giúp bố
    nhắn giúp cha
    nhắn giúp bà nội
    nhắn giúp ông nội
    nhắn giúp bà ngoại
    nhắn giúp ông ngoại
    nhắn giúp nội
    nhắn giúp ngoại
    nhắn giúp chồng
    nhắn giúp vợ
    nhắn giúp anh trai
    nhắn giúp chị gái
    nhắn giúp em trai
    nhắn giúp em gái
    nhắn giúp con trai
    nhắn giúp con gái
    nhắn hộ bà
    nhắn hộ ông
    nhắn hộ mẹ
    nhắn hộ má
    nhắn hộ ba
    nhắn hộ bố
    nhắn hộ cha
    nhắn hộ bà nội
    nhắn hộ ông nội
    nhắn hộ bà ngoại
    nhắn hộ ông ngoại
    nhắn hộ nội
    nhắn hộ ngoại
    nhắn hộ chồng
    nhắn hộ vợ
    nhắn hộ anh trai
    nhắn hộ chị gái
    nhắn hộ em trai
    nhắn hộ em gái
    nhắn hộ con trai
    nhắn hộ con gái
    báo giùm bà
    báo giùm ông
    báo giùm mẹ
    báo giùm má
    báo giùm ba
    báo giùm bố
    báo giùm cha
    báo giùm bà nội
    báo giùm ông nội
    báo giùm bà ngoại
    báo giùm ông ngoại
    báo giùm nội
    báo giùm ngoại
    báo giùm chồng
    báo giùm vợ
    báo giùm anh trai
    báo giùm chị gái
    báo giùm em trai
    báo giùm em gái
    báo giùm con trai
    báo giùm con gái
    báo giúp bà
    báo giúp ông
    báo giúp mẹ
    báo giúp má
    báo giúp ba
    báo giúp bố
    báo giúp cha
    báo giúp bà nội
    báo giúp ông nội
    báo giúp bà ngoại
    báo giúp ông ngoại
    báo giúp nội
    báo giúp ngoại
    báo giúp chồng
    báo giúp vợ
    báo giúp anh trai
    báo giúp chị gái
    báo giúp em trai
    báo giúp em gái
    báo giúp con trai
    báo giúp con gái
    viết giùm bà
    viết giùm ông
    viết giùm mẹ
    viết giùm má
    viết giùm ba
    viết giùm bố
    viết giùm cha
    viết giùm bà nội
    viết giùm ông nội
    viết giùm bà ngoại
    viết giùm ông ngoại
    viết giùm nội
    viết giùm ngoại
    viết giùm chồng
    viết giùm vợ
    viết giùm anh trai
    viết giùm chị gái
    viết giùm em trai
    viết giùm em gái
    viết giùm con trai
    viết giùm con gái
    viết giúp bà
    viết giúp ông
    viết giúp mẹ
    viết giúp má
    viết giúp ba
    viết giúp bố
    viết giúp cha
    viết giúp bà nội
    viết giúp ông nội
    viết giúp bà ngoại
    viết giúp ông ngoại
    viết giúp nội
    viết giúp ngoại
    viết giúp chồng
    viết giúp vợ
    viết giúp anh trai
    viết giúp chị gái
    viết giúp em trai
    viết giúp em gái
    viết giúp con trai
    viết giúp con gái
    viết hộ bà
    viết hộ ông
    viết hộ mẹ
    viết hộ má
    viết hộ ba
    viết hộ bố
    viết hộ cha
    viết hộ bà nội
    viết hộ ông nội
    viết hộ bà ngoại
    viết hộ ông ngoại
    viết hộ nội
    viết hộ ngoại
    viết hộ chồng
    viết hộ vợ
    viết hộ anh trai
    viết hộ chị gái
    viết hộ em trai
    viết hộ em gái
    viết hộ con trai
    viết hộ con gái
    hỏi giùm bà
    hỏi giùm ông
    hỏi giùm mẹ
    hỏi giùm má
    hỏi giùm ba
    hỏi giùm bố
    hỏi giùm cha
    hỏi giùm bà nội
    hỏi giùm ông nội
    hỏi giùm bà ngoại
    hỏi giùm ông ngoại
    hỏi giùm nội
    hỏi giùm ngoại
    hỏi giùm chồng
    hỏi giùm vợ
    hỏi giùm anh trai
    hỏi giùm chị gái
    hỏi giùm em trai
    hỏi giùm em gái
    hỏi giùm con trai
    hỏi giùm con gái
    hỏi giúp bà
    hỏi giúp ông
    hỏi giúp mẹ
    hỏi giúp má
    hỏi giúp ba
    hỏi giúp bố
    hỏi giúp cha
    hỏi giúp bà nội
    hỏi giúp ông nội
    hỏi giúp bà ngoại
    hỏi giúp ông ngoại
    hỏi giúp nội
    hỏi giúp ngoại
    hỏi giúp chồng
    hỏi giúp vợ
    hỏi giúp anh trai
    hỏi giúp chị gái
    hỏi giúp em trai
    hỏi giúp em gái
    hỏi giúp con trai
    hỏi giúp con gái
    hỏi hộ bà
    hỏi hộ ông
    hỏi hộ mẹ
    hỏi hộ má
    hỏi hộ ba
    hỏi hộ bố
    hỏi hộ cha
    hỏi hộ bà nội
    hỏi hộ ông nội
    hỏi hộ bà ngoại
    hỏi hộ ông ngoại
    hỏi hộ nội
    hỏi hộ ngoại
    hỏi hộ chồng
    hỏi hộ vợ
    hỏi hộ anh trai
    hỏi hộ chị gái
    hỏi hộ em trai
    hỏi hộ em gái
    hỏi hộ con trai
    hỏi hộ con gái
    thay mặt bà
    thay mặt ông
    thay mặt mẹ
    thay mặt má
    thay mặt ba
    thay mặt bố
    thay mặt cha
    thay mặt bà nội
    thay mặt ông nội
    thay mặt bà ngoại
    thay mặt ông ngoại
    thay mặt nội
    thay mặt ngoại
    thay mặt chồng
    thay mặt vợ
    thay mặt anh trai
    thay mặt chị gái
    thay mặt em trai
    thay mặt em gái
    thay mặt con trai
    thay mặt con gái
    thay lời bà
    thay lời ông
    thay lời mẹ
    thay lời má
    thay lời ba
    thay lời bố
    thay lời cha
    thay lời bà nội
    thay lời ông nội
    thay lời bà ngoại
    thay lời ông ngoại
    thay lời nội
    thay lời ngoại
    thay lời chồng
    thay lời vợ
    thay lời anh trai
    thay lời chị gái
    thay lời em trai
    thay lời em gái
    thay lời con trai
    thay lời con gái
    gõ hộ ông
    gõ hộ bà
    gõ hộ ông nội
    gõ hộ bà nội
    gõ hộ ông ngoại
    gõ hộ bà ngoại
    gõ hộ bố
    gõ hộ ba
    gõ hộ mẹ
    gõ hộ má
    gõ hộ cha
    gõ hộ chồng
    gõ hộ vợ
    gõ hộ bố mẹ
    gõ hộ ba má
    gõ giùm ông
    gõ giùm bà
    gõ giùm ông nội
    gõ giùm bà nội
    gõ giùm ông ngoại
    gõ giùm bà ngoại
    gõ giùm bố
    gõ giùm ba
    gõ giùm mẹ
    gõ giùm má
    gõ giùm cha
    gõ giùm chồng
    gõ giùm vợ
    gõ giùm bố mẹ
    gõ giùm ba má
    gõ dùm ông
    gõ dùm bà
    gõ dùm ông nội
    gõ dùm bà nội
    gõ dùm ông ngoại
    gõ dùm bà ngoại
    gõ dùm bố
    gõ dùm ba
    gõ dùm mẹ
    gõ dùm má
    gõ dùm cha
    gõ dùm chồng
    gõ dùm vợ
    gõ dùm bố mẹ
    gõ dùm ba má
    gõ giúp ông
    gõ giúp bà
    gõ giúp ông nội
    gõ giúp bà nội
    gõ giúp ông ngoại
    gõ giúp bà ngoại
    gõ giúp bố
    gõ giúp ba
    gõ giúp mẹ
    gõ giúp má
    gõ giúp cha
    gõ giúp chồng
    gõ giúp vợ
    gõ giúp bố mẹ
    gõ giúp ba má
    viết hộ bố mẹ
    viết hộ ba má
    viết giùm bố mẹ
    viết giùm ba má
    viết giúp bố mẹ
    viết giúp ba má
    nhắn hộ bố mẹ
    nhắn hộ ba má
    nhắn giùm bố mẹ
    nhắn giùm ba má
    nhắn giúp bố mẹ
    nhắn giúp ba má
    gửi hộ bố mẹ
    gửi hộ ba má
    soạn hộ ông
    soạn hộ bà
    soạn hộ ông nội
    soạn hộ bà nội
    soạn hộ ông ngoại
    soạn hộ bà ngoại
    soạn hộ bố
    soạn hộ ba
    soạn hộ mẹ
    soạn hộ má
    soạn hộ cha
    soạn hộ chồng
    soạn hộ vợ
    soạn hộ bố mẹ
    soạn hộ ba má
    thay ông
    thay ông nội
    thay bà nội
    thay ông ngoại
    thay bà ngoại
    thay bố
    thay mẹ
    thay cha
    thay chồng
    thay vợ
    thay bố mẹ
    thay ba má
# Of an answer or of those who gave it.
heard-unhappy =
    không hài lòng
    chưa hài lòng
    ko hài lòng
    hổng hài lòng
    trả lời kiểu gì
    trả lời gì kỳ
    trả lời vậy mà
    trả lời qua loa
    trả lời cho có
    trả lời cho xong
    nói cho có
    xem xét hoài
    xem xét mãi
    hứa hoài
    hứa suông
    làm ăn kiểu gì
    làm việc kiểu gì
    vô trách nhiệm
    thiếu trách nhiệm
    đùn đẩy
    không thỏa đáng
    không đồng tình với
    trả lời không đúng
    trả lời sai
    tệ quá
    quá tệ
    tệ thật
    tệ hại
    làm cho có
    làm qua loa
    làm dối
    làm như không
    không ăn thua
    đâu lại vào đấy
    đâu vẫn hoàn đấy
    thất vọng
    có ai làm đâu
    ai làm đâu
    nhắc hoài
    nhắc mãi
    chờ hoài
    chờ mãi
    đợi hoài
    đợi mãi
    chờ đến bao giờ
    chờ tới bao giờ
    đợi đến bao giờ
    tôi không đồng ý
# At the question of the organisation: who is asked back for.
heard-which-body =
    gửi ai thì được
    gửi ai
    gửi ai thì nhanh
    gửi cho ai thì được
    chọn ai
    ai thì được
    cái nào cũng được không
    bên nào lo
    bên nào làm
    bên nào phụ trách
    bên nào quản lý
    hội nào lo
    hội nào phụ trách
    hội nào quản lý
    tổ chức nào lo
    tổ chức nào phụ trách
    ai lo
    ai phụ trách
    nên chọn
    nên chọn bên nào
    chọn bên nào
    chọn cái nào
    chọn gì
    chọn cái nào thì nhanh
    cái nào thì nhanh
    cái nào nhanh hơn
    bên nào nhanh hơn
    bên nào thì nhanh
# No petition: a question or a trial; and a message meant for somebody else.
heard-just-asking =
    không phải phản ánh
    không phản ánh
    không phản ánh gì
    không phản ánh gì cả
    không phải kiến nghị
    không kiến nghị gì
    không phải góp ý
    không phải khiếu nại
    không khiếu nại gì
    không phải đơn
    không phải gửi ý kiến
    không có ý kiến gì
    không gửi gì
    chưa phản ánh gì
    không định phản ánh
    đâu có phản ánh
    có phản ánh gì đâu
    hỏi thôi
    hỏi chơi thôi
    hỏi chơi
    chỉ hỏi
    chỉ hỏi thôi
    chỉ muốn hỏi
    chỉ là hỏi
    chỉ hỏi thăm
    hỏi thăm thôi
    hỏi cho biết
    hỏi cho biết thôi
    hỏi tí thôi
    hỏi chút thôi
    hỏi xíu thôi
    hỏi thử
    hỏi thử thôi
    hỏi vu vơ
    thử thôi
    thử xem thôi
    gõ thử thôi
    nhắn thử
    nhắn thử thôi
    nhắn thử coi
    thử máy
    đùa
    đùa thôi
    đùa tí
    đùa tí thôi
    đùa chút
    nói đùa
    nói chơi
    nói giỡn
    giỡn
    giỡn thôi
    giỡn chơi
    trêu tí
    trêu thôi
    troll
    chọc chơi
    test thử
    chơi thôi
heard-mistaken =
    nhầm
    ủa nhầm
    à nhầm
    lộn
    ủa lộn
    xin lỗi nhầm
    bấm nhầm
    nhắn nhầm
    gửi nhầm
    nhầm số
    nhầm người
    nhầm chỗ
    nhắn lộn
    gửi lộn
    lộn số
    lộn người
    xin lỗi nhầm
    nhầm rồi
    lộn rồi
# Meant for somebody else, whatever is being asked.
heard-wrong-chat =
    nhầm nhóm
    nhầm nhóm xin lỗi
    xin lỗi nhầm nhóm
    gửi nhầm
    gửi nhầm nhóm
    gửi nhầm chỗ
    gửi nhầm người
    gửi nhầm rồi
    gửi lộn
    gửi lộn nhóm
    gửi lộn người
    nhắn nhầm
    nhắn nhầm nhóm
    nhắn nhầm người
    nhắn lộn
    nhắn lộn nhóm
    đăng nhầm
    đăng nhầm nhóm
    lộn nhóm
    nhầm người
    không phải gửi ở đây
# Who sees no screen: everything can be typed and heard.
heard-blind =
    khiếm thị
    tôi khiếm thị
    chào tôi khiếm thị
    xin chào tôi khiếm thị
    chào em tôi khiếm thị
    chào bạn tôi khiếm thị
    chào cháu tôi khiếm thị
    chào cán bộ tôi khiếm thị
    chào tôi bị mù
    xin chào tôi bị mù
    chào cán bộ tôi bị mù
    tôi là người khiếm thị
    tôi bị khiếm thị
    tôi mù
    tôi bị mù
    người mù
    tôi là người mù
    em khiếm thị
    em bị mù
    mắt tôi không thấy
    mắt tôi không nhìn thấy
    tôi không nhìn thấy
    không nhìn thấy màn hình
    tôi không nhìn được màn hình
    trình đọc màn hình
    dùng trình đọc màn hình
    tôi dùng trình đọc màn hình
    phần mềm đọc màn hình
    dùng phần mềm đọc màn hình
    tôi dùng phần mềm đọc màn hình
    máy đọc màn hình
    dùng máy đọc màn hình
# The code of what was sent, to be heard letter by letter.
heard-spell-code =
    đọc mã
    đọc mã cho tôi
    đọc mã giúp tôi
    đọc từng chữ
    đọc từng chữ một
    đọc mã từng chữ
    đọc mã từng chữ một
    đọc từng chữ mã
    mã là gì đọc từng chữ
    mã là gì đọc từng chữ một
    mã của tôi
    mã của tôi là gì
    mã của tôi là bao nhiêu
    mã của em là gì
    mã số của tôi
    mã số của tôi là gì
    mã mấy
    mã bao nhiêu
    mã là bao nhiêu
    nhắc lại mã
    nhắc lại mã cho tôi
    cho xin lại mã
    cho tôi xin lại mã
heard-what-code =
    mã là gì
    mã để làm gì
    mã hồ sơ là gì
    mã này là gì
    mật khẩu là gì
    mật khẩu để làm gì
heard-who-are-you =
    bạn là ai
    mày là ai
    bọn mày là ai
    các người là ai
    là ai
    ai đấy
    ai đó
    ai vậy
    ai thế
    người hay máy
    máy hay người
    người hay bot
    người thật không
    có phải người
    có phải máy
    có phải bot
    robot
    rô bốt
    chatbot
    chat bot
    máy trả lời
    trả lời tự động
    ai trả lời
    ai đang nói
    ai đang trả lời
    đây là đâu
    đây là gì
    đây là ai
    đây là chỗ nào
    đây là cơ quan nào
heard-how =
    gì nữa
    còn gì nữa
    giờ làm gì
    giờ sao
    rồi sao nữa
    làm gì tiếp
    làm sao gửi
    làm sao để gửi
    gửi sao
    gửi thế nào
    gửi như thế nào
    gửi kiểu gì
    gửi bằng cách nào
    cách gửi
    phản ánh thế nào
    phản ánh như thế nào
    làm thế nào
    làm như thế nào
    làm sao
    dùng sao
    dùng thế nào
    không biết làm
    không biết gửi
    không biết dùng
    không biết chữ
    không biết gõ
    không biết bấm
    không rành
    ít chữ
    mắt kém
    bấm vào đâu
    bấm đâu
    bấm gì
heard-contact =
    nói chuyện với chủ tịch
    nói chuyện với ông chủ tịch
    nói chuyện với bí thư
    nói chuyện với lãnh đạo
    gặp ông chủ tịch
    gặp bà chủ tịch
    số điện thoại chủ tịch
    số điện thoại chủ tịch xã
    số điện thoại bí thư
    số điện thoại ủy ban
    số điện thoại ủy ban xã
    số điện thoại công an xã
    gặp chủ tịch
    gặp bí thư
    gặp lãnh đạo
    gặp trưởng thôn
    gặp công an
    gọi điện cho ai
    số điện thoại
    sđt
    sdt
    số đt
    hotline
    đường dây nóng
    địa chỉ
    trụ sở
    gặp người
    gặp người thật
    gặp cán bộ
    gặp trực tiếp
    gặp ai
    gọi cho ai
    gọi ai
    liên hệ ai
    liên hệ với ai
    nói chuyện với ai
    nói chuyện với người
    nói chuyện với cán bộ
    nói chuyện trực tiếp
# Anywhere in a petition's text: the person is not to be named.
heard-letter-asks =
    đơn kiến nghị
    đơn đề nghị
    đơn phản ánh
    đơn kêu cứu
    đơn trình bày
    đơn xin
    giấy đề nghị
    làm đơn này
    viết đơn này
    nay tôi làm đơn
    nay tôi viết đơn
heard-no-name =
    không cho ai biết
    không để ai biết
    không muốn ai biết
    không muốn cho ai biết
    không cho biết tên
    đừng để ai biết
    đừng cho công ty biết
    không cho công ty biết
    đừng cho xã biết
    đừng cho họ biết
    không cho họ biết
    đừng nói tên
    đừng nêu tên
    đừng ghi tên
    đừng để tên
    đừng để lộ
    đừng lộ tên
    đừng cho ai biết
    đừng nói là tôi
    đừng nói là em
    không nêu tên
    không nói tên
    ko nói tên
    k nói tên
    ko nêu tên
    ko ghi tên
    không muốn nói tên
    không khai tên
    không muốn nêu tên
    không muốn ghi tên
    không muốn lộ tên
    không muốn ai biết tên
    muốn giấu tên
    không để tên
    giấu tên
    giữ bí mật tên
    xin giấu tên
    xin được giấu tên
    ẩn danh
    giữ kín tên
    gửi kín
    giữ bí mật giúp
    giữ kín giúp
heard-kind-complaint =
    tôi khiếu nại
    tôi xin khiếu nại
    muốn khiếu nại
    xin khiếu nại
    đơn khiếu nại
    khiếu nại quyết định
    khiếu nại về việc
    khiếu nại việc
    làm đơn khiếu nại
heard-kind-denunciation =
    tôi tố cáo
    em tố cáo
    tôi xin tố cáo
    muốn tố cáo
    xin tố cáo
    đơn tố cáo
    tố giác
# At the consent: words about agreeing that are neither of the answers; never a part of the story.
heard-about-consent =
    đồng ý
    đồng tình
    nhất trí
    cho phép
    cho lưu
    đừng lưu
    không lưu
    từ chối
# Violence at home: who tells of it accuses no office, whatever posts are named.
heard-home =
    chồng
    vợ
    bố
    ba em
    ba tôi
    cha
    dượng
    mẹ kế
    con trai tôi
    bạo hành
    bạo lực gia đình
# Beside a word of home and a danger: violence in the family, told by or of who suffers it.
heard-beaten =
    đánh em
    đánh tôi
    đánh tui
    đánh con
    đánh cháu
    đánh vợ
    đánh mẹ
    đánh chị
    đánh đập
    bạo hành
    bạo lực gia đình
    hành hạ
    dọa giết
    bóp cổ
# How people say their name without being asked; what follows is the name.
heard-name-is =
    họ và tên
    họ tên
    họ tên tôi là
    tên tôi
    tên tôi là
    tôi tên là
    tôi tên
    tên em là
    em tên là
    em tên
    tên con là
    con tên
    tên cháu là
    tên tui là
    tui tên
    ghi tên tôi là
    ghi tên tui là
    ghi tên em là
    ghi tên là
    tên bà là
    tên ông là
    tên mẹ là
    tên má là
    tên ba là
    tên bố là
    tên chồng tôi là
    tên vợ tôi là
    tên bà nội là
    tên bà ngoại là
    tên ông nội là
    tên ông ngoại là
    bà tên là
    bà tên
    ông tên là
    mẹ tên là
    mẹ tên
    tên là
    ghi tên bà là
    ghi tên mẹ là
    ghi tên ông là
heard-code-lost =
    xem lại mã
    xin lại mã
    cho xin mã
    mã của tôi
    mã của em
    mã bao nhiêu
    mã là bao nhiêu
    mất mã
    quên mã
    không nhớ mã
    ko nhớ mã
    không có mã
    ko có mã
    không biết mã
    mã nào
    mã gì
    mã ở đâu
    mã đâu
    mất biên nhận
heard-erase =
    xóa hết
    xóa thông tin
    xóa hết thông tin
    xóa dữ liệu
    xóa hết dữ liệu
    xóa tin nhắn
    xóa hết tin nhắn
    xóa tên
    xóa tài khoản
    đừng lưu
    không cho lưu
    xóa được không
    xóa đi được không
    xóa giúp
    xóa giùm
    có xóa được không
    xóa đi
    muốn xóa
    xóa việc này
    xoá được không
# Of a matter that was answered or closed: to take it up again, or that it is not well.
heard-reopen =
    mở lại
    đề nghị xem lại
    xem lại
    xem xét lại
    giải quyết lại
    làm lại
    chưa được đâu
    vẫn chưa được
    chưa hài lòng
    không hài lòng
    không đồng ý kết quả
heard-fixed =
    sáng rồi
    sáng lại rồi
    sáng trở lại
    sửa rồi
    sửa xong
    sửa xong rồi
    đã sửa
    làm xong rồi
    làm rồi
    dọn rồi
    dọn xong
    dọn sạch
    sạch rồi
    hết ngập
    hết tắc
    hết hôi
    hết ồn
    thông rồi
    có nước rồi
    có nước lại
    có điện rồi
    có điện lại
    ổn rồi
    được giải quyết rồi
    giải quyết xong
    giải quyết rồi
heard-still =
    vẫn
    lại bị
    lại hỏng
    lại tắc
    lại ngập
    hỏng lại
    bị lại
    như cũ
    y như cũ
    chưa sửa
    chưa xong
    chưa ai làm
    chưa ai sửa
    lại lở
    lại hư
    trôi hết
    hư lại
    lại như cũ
    lại như trước
    còn nguyên
    chưa dọn
    chưa làm
more-is-more-heard =
    { -said-yes }
    xong
    gửi
    gửi đi
    gửi thêm
    đồng ý
    nói thêm
    thêm
    việc đó
    việc cũ
    việc vừa rồi
    việc lúc nãy
    của việc đó
    của việc vừa rồi
    của việc vừa rồi đó
    bổ sung
unhappy-is-unhappy-heard =
    { -said-yes }
    chuyển giúp
    chuyển giùm
    chuyển đi
    chuyển cho cán bộ
    được
still-is-still-heard =
    { -said-yes }
    mở lại
    xem lại
    việc đó
    việc cũ
    chưa được
    vẫn chưa được
    làm lại
    sửa lại
    đề nghị xem lại
    việc đó chưa được
    không hài lòng
    chưa hài lòng
answer-is-answer-heard =
    { -said-yes }
    trả lời
    là trả lời
    câu trả lời
    trả lời cán bộ
    trả lời việc đó
    gửi
    gửi đi
answer-is-new-heard =
    { -said-no }
    mới
    việc mới
    là việc mới
    việc khác
    là việc khác
more-is-new-heard =
    { -said-no }
    mới
    việc mới
    việc khác
    chuyện khác
heard-withdraw =
    rút lại đơn
    rút lại ý kiến
    rút lại phản ánh
    rút lại kiến nghị
    rút lại việc này
    xin rút
    xin rút lại
    xin rút đơn
    đúng rút
    muốn rút lại
    thôi rút
    muốn rút
    rút lại
    rút đơn
    rút về
    rút kiến nghị
    rút phản ánh
    rút ý kiến
    hủy đơn
    hủy phản ánh
    hủy kiến nghị
    không phản ánh nữa
    không kiến nghị nữa
    không khiếu nại nữa
    rút được không
    có rút được không
    thôi không gửi nữa
    không gửi nữa
    rút
    rút luôn
    rút đi
    bỏ đơn
    hủy việc
heard-another =
    còn việc
    còn một việc
    còn 1 việc
    còn chuyện
    còn một chuyện
    còn 1 chuyện
    việc nữa
    chuyện nữa
    một việc nữa
    1 việc nữa
    thêm việc
    thêm một việc
    thêm 1 việc
    thêm chuyện
    việc khác
    chuyện khác
    vụ khác
    vụ nữa
    phản ánh thêm
    kiến nghị thêm
    phản ánh tiếp
    gửi tiếp
    gửi việc
    muốn phản ánh
    muốn kiến nghị
    muốn góp ý
    muốn gửi ý kiến
    muốn gửi phản ánh
    muốn gửi kiến nghị
    cần phản ánh
    cần kiến nghị
    có việc
    có chuyện
    có ý kiến
    còn nữa
    còn việc nữa
    còn chuyện nữa
    còn một chuyện nữa
    còn việc khác
    còn cái nữa
heard-aside-beside =
    bot
    chatbot
    bây
    trợ
    lý
    t
    tao
    tau
    giờ
    bữa
    hôm
    trước
    vụ
    ủa
    sửa
    làm
    xuống
    báo
    nói
    cũng
    việc
    chuyện
    này
    đó
    kia
    ấy
    nó
    cái
    của
    ta
    tui
    tao
    mày
    tụi
    chúng
    là
    phải
    cần
    có
    được
    bị
    không
    ko
    k
    hả
    vậy
    thế
    hở
    ta
    gì
    chi
    lại
    hỏi
    xin
    cho
    biết
    xã
    phường
    tổ
    chức
    đồng
    ý
    chọn
    ghi
    khai
    số
    điện
    thoại
    tên
    họ
    ảnh
    hình
    vị
    trí
    thông
    tin
    dữ
    liệu
    lưu
    nội
    dung
    lĩnh
    vực
    loại
    thì
    mới
    xong
    giải
    quyết
    xử
    lý
    trả
    lời
    kết
    quả
    sẽ
    sợ
    nếu
    gửi
    gởi
    phản
    kiến
    nghị
    phí
    tiền
    mặt
    trận
    ủy
    ban
    cán
    bộ
    trực
    tiếp
    muốn
    đâu
    đây
    ở
    bên
    hết
    tất
    cả
    đi
    khỏi
    ra
    nhiều
    lắm
    nữa
    nè
    khác
    đến
    để
    mất
    bao
    nhiêu
    lâu
    với
    xem
    hay
    còn
    một
    1
    z
    zậy
    zị
    dzậy
    dạ
    ad
    j
    òi
    rùi
    hông
    hong
    hok
    hem
    sếp
    mẹ
    má
    ba
    bố
    cha
    chồng
    vợ
    thầy
    trường
    chủ
    nhà
    hàng
    xóm

# The last thing added to the story is taken back; behind "bỏ" it may be named by its words ("bỏ vụ chó đi").
heard-drop-last =
    bỏ câu vừa rồi
    bỏ câu cuối
    bỏ dòng cuối
    bỏ dòng vừa rồi
    bỏ phần vừa rồi
    bỏ phần vừa thêm
    bỏ cái vừa rồi
    xóa câu vừa rồi
    xóa câu cuối
    xóa dòng cuối
    đừng ghi câu đó
heard-drop =
    bỏ
    bỏ vụ
    bỏ chuyện
    bỏ việc
    bỏ câu
    bỏ phần
    bỏ đoạn
    xóa vụ
    xóa câu
    xóa đoạn
    xóa phần
    đừng ghi vụ
    đừng ghi chuyện
    khỏi ghi vụ

# An answer taken back in words: with what it was ("sửa xã", label-...-heard) or alone ("nhầm rồi").
heard-correct =
    à không phải
    ủa không phải
    à không
    ủa không
    à thôi vẫn là
    thôi vẫn là
    à thôi đúng là
    mà thôi đúng là
    thôi đúng là
    mà thôi vẫn là
    à thôi vẫn ở
    sửa
    sửa lại
    đổi
    đổi lại
    thay
    thay đổi
    chỉnh
    chỉnh lại
    nhầm
    lộn
    sai
    sai rồi
    ghi nhầm
    ghi sai
    ghi lộn
    viết nhầm
    viết sai
    chọn nhầm
    chọn sai
    chọn lộn
    chọn lại
    bấm nhầm
    bấm lộn
    gõ nhầm
heard-correct-named =
    khác
    không đúng
    chưa đúng
    không phải
    ko phải
heard-correct-beside =
    à
    ấy
    á
    ối
    chết
    quên
    khoan
    muốn
    phần
    cái
    chỗ
    lại
    này
    đó
    kia
    là
    thành
    xin
    lỗi
    bị
    của
    mất

label-content-heard =
    nội dung
    lời kể
    câu chữ
label-kind-heard =
    loại
    loại ý kiến
label-commune-heard =
    xã
    phường
    tên xã
    tên phường
    xã phường
    nơi
    địa điểm
    địa chỉ
    địa phương
label-organisation-heard =
    tổ chức
    nơi nhận
    hội
    đoàn thể
    cơ quan
    cơ quan nhận
label-subject-heard =
    lĩnh vực
label-details-heard =
    ảnh
    hình
    vị trí
    chỗ
    chỗ xảy ra
    nơi xảy ra
    địa điểm
    địa chỉ
    thôn
    ngõ
    xóm
    số nhà
label-on-behalf-heard =
    gửi cho ai
    người gửi hộ
label-visibility-heard =
    ai biết tên
    cách ghi tên
label-name-heard =
    tên
    họ tên
    người gửi
label-phone-heard =
    số điện thoại
    sđt
    sdt
    số phone
    điện thoại

-said-yes =
    có
    ừa
    ừ đúng
    uhm
    uhh
    yep
    yeah
    đúng r
    ok r
    phải r
    rứa đó
    chính nó
    vâng
    dạ
    dạ vâng
    dạ có
    ừ
    ừm
    uh
    um
    uk
    đúng
    đúng rồi
    phải
    phải rồi
    được
    đc
    dc
    ok
    oke
    okie
    okê
    ô kê
    yes
    chuẩn
    chính xác
    oki
    okela
    okk
    uki
    đúng cái đó
    cái đó đúng
    cái này đúng
    đúng đó
    đúng hết rồi
    uh đúng
    đúng cái bụng
    trúng rồi
-said-no =
    không
    ko
    k
    hông
    hong
    hổng
    hok
    hem
    chưa
    không phải
    ko phải
    hổng phải
    không đúng
    sai
    sai rồi
    no
-said-unsure =
    không biết
    đéo biết
    đ biết
    éo biết
    chịu
    ai biết
    ai mà biết
    ko biết
    hổng biết
    không rõ
    ko rõ
    không chắc
    ko chắc
    chưa rõ
    chắc không
    tùy
    sao cũng được

consent-yes-heard =
    { -said-yes }
    đồng ý
    đồng ý hết
    nhất trí
    đồng tình
    cho phép
    ưng
    duyệt
    đồng ý cái đó
    đồng ý cái này
    ưng cái bụng
    ưng bụng
    chịu
    đồng ý luôn
    đồng ý với
consent-no-heard =
    { -said-no }
    hổng đồng ý
    hông đồng ý
    hong đồng ý
    hok đồng ý
    k đồng ý
    chưa đồng ý
    không chịu
    không cho
    không cho lưu
    không muốn
    không muốn lưu
    không lưu
    đừng lưu
    từ chối
    không đồng ý
    ko đồng ý
    không đồng tình
    không cho phép
    không đồng ý gì hết
    không đồng ý cái gì hết
    không đồng ý gì cả
    không gì hết

commune-right-heard =
    đúng xã đó
    đúng xã này
    đúng rồi xã đó
    đúng rồi xã này
    xã đó
    xã đó đúng rồi
    xã này đúng rồi
    đúng phường đó
    đúng phường này
    đúng rồi phường đó
    phường đó
    phường đó đúng rồi
    phường này đúng rồi
    đúng nơi đó
    đúng chỗ đó
    { -said-yes }
    đồng ý
    đúng chỗ
    đúng xã
    đúng nơi
commune-other-heard =
    { -said-no }
    nhầm
    à nhầm
    nhầm rồi
    sai chỗ
    nhầm chỗ
    không có trong này
    không thấy
    xã khác
    phường khác
    chỗ khác
    không phải chỗ đó
    không phải nơi đó
    không phải xã đó
commune-more-heard =
    nữa
    thêm
    xem tiếp
    còn nữa không
commune-by-province-heard =
    theo tỉnh
    chọn tỉnh

organisation-unknown-heard =
    { -said-unsure }
    như trước
    như cũ
    như lần trước
    giống trước
    giống lần trước
    giống như trước
    giống việc trước
    cũng vậy
    cũng như trước
    cũng nơi đó
    không
    ko
    gửi đi
    gửi
    xong
    hết
    tiếp
    tiếp tục
    để cán bộ chọn
    cán bộ chọn
    nhờ cán bộ chọn
    chọn giúp
    chọn giùm
    ai cũng được
    nơi nào cũng được
    đâu cũng được
    bỏ qua
    cái nào cũng được
    không biết chọn
    ko biết chọn
    không biết chọn cái nào
    không biết chọn bên nào
    không biết chọn gì
    bên nào cũng được
    bên nào cũng dc
    bên nào cũng đc
    hội nào cũng được
    nơi nào cũng dc
    ai cũng dc
organisation-mttq-heard =
    gửi mt
    gửi cho mttq
    mặt trận tổ quốc
    mttq
    mt
    ủy ban mặt trận
    bên mặt trận
    gửi mặt trận
    gửi cho mặt trận
    chuyển mặt trận
    chuyển sang mặt trận
    gửi mttq
    cái mặt trận
    mặt trận xã
    mặt trận phường
    mttq xã
    mttq phường
    cho mặt trận
    cho mặt trận xã
    cho mặt trận phường
    mtr
    gửi mtr
    gửi cho mtr
    cho mtr
    bên mtr
    mttqvn
    gửi mttqvn
    gửi cho mttqvn
    cho mttqvn
    bên mttqvn
    mttq vn
    gửi mttq vn
    gửi cho mttq vn
    cho mttq vn
    bên mttq vn
    mttq việt nam
    gửi mttq việt nam
    gửi cho mttq việt nam
    cho mttq việt nam
    bên mttq việt nam
    ubmt
    gửi ubmt
    gửi cho ubmt
    cho ubmt
    bên ubmt
    ubmttq
    gửi ubmttq
    gửi cho ubmttq
    cho ubmttq
    bên ubmttq
    ub mttq
    gửi ub mttq
    gửi cho ub mttq
    cho ub mttq
    bên ub mttq
    ủy ban mttq
    gửi ủy ban mttq
    gửi cho ủy ban mttq
    cho ủy ban mttq
    bên ủy ban mttq
    ub mặt trận
    gửi ub mặt trận
    gửi cho ub mặt trận
    cho ub mặt trận
    bên ub mặt trận
    mặt trận tq
    gửi mặt trận tq
    gửi cho mặt trận tq
    cho mặt trận tq
    bên mặt trận tq
    mt tq
    gửi mt tq
    gửi cho mt tq
    cho mt tq
    bên mt tq
    mặt trận tổ quốc xã
    gửi mặt trận tổ quốc xã
    gửi cho mặt trận tổ quốc xã
    cho mặt trận tổ quốc xã
    bên mặt trận tổ quốc xã
    mặt trận tổ quốc phường
    gửi mặt trận tổ quốc phường
    gửi cho mặt trận tổ quốc phường
    cho mặt trận tổ quốc phường
    bên mặt trận tổ quốc phường
    mtr xã
    gửi mtr xã
    gửi cho mtr xã
    cho mtr xã
    bên mtr xã
    mtr phường
    gửi mtr phường
    gửi cho mtr phường
    cho mtr phường
    bên mtr phường
    mt xã
    gửi mt xã
    gửi cho mt xã
    cho mt xã
    bên mt xã
    mt phường
    gửi mt phường
    gửi cho mt phường
    cho mt phường
    bên mt phường
organisation-cong-doan-heard =
    bên công đoàn
    cđ
    liên đoàn lao động
    gửi công đoàn
    gửi cho công đoàn
    chuyển công đoàn
    chuyển sang công đoàn
    gửi cđ
    gửi cho cđ
    cho cđ
    bên cđ
    cd
    gửi cd
    gửi cho cd
    cho cd
    bên cd
    cđcs
    gửi cđcs
    gửi cho cđcs
    cho cđcs
    bên cđcs
    công đoàn cơ sở
    gửi công đoàn cơ sở
    gửi cho công đoàn cơ sở
    cho công đoàn cơ sở
    bên công đoàn cơ sở
    lđlđ
    gửi lđlđ
    gửi cho lđlđ
    cho lđlđ
    bên lđlđ
    ldld
    gửi ldld
    gửi cho ldld
    cho ldld
    bên ldld
    liên đoàn
    gửi liên đoàn
    gửi cho liên đoàn
    cho liên đoàn
    bên liên đoàn
    cđ xã
    gửi cđ xã
    gửi cho cđ xã
    cho cđ xã
    bên cđ xã
    cđ phường
    gửi cđ phường
    gửi cho cđ phường
    cho cđ phường
    bên cđ phường
    công đoàn xã
    gửi công đoàn xã
    gửi cho công đoàn xã
    cho công đoàn xã
    bên công đoàn xã
    công đoàn phường
    gửi công đoàn phường
    gửi cho công đoàn phường
    cho công đoàn phường
    bên công đoàn phường
    cđ công ty
    gửi cđ công ty
    gửi cho cđ công ty
    cho cđ công ty
    bên cđ công ty
organisation-nong-dan-heard =
    nông dân
    bên nông dân
    hội nd
    gửi hội nông dân
    gửi cho hội nông dân
    gửi nông dân
    chuyển hội nông dân
    chuyển sang hội nông dân
    hnd
    gửi hnd
    gửi cho hnd
    cho hnd
    bên hnd
    gửi hội nd
    gửi cho hội nd
    cho hội nd
    bên hội nd
    hndvn
    gửi hndvn
    gửi cho hndvn
    cho hndvn
    bên hndvn
    hnd xã
    gửi hnd xã
    gửi cho hnd xã
    cho hnd xã
    bên hnd xã
    hnd phường
    gửi hnd phường
    gửi cho hnd phường
    cho hnd phường
    bên hnd phường
    hội nd xã
    gửi hội nd xã
    gửi cho hội nd xã
    cho hội nd xã
    bên hội nd xã
    hội nông dân xã
    gửi hội nông dân xã
    gửi cho hội nông dân xã
    cho hội nông dân xã
    bên hội nông dân xã
    hội nông dân phường
    gửi hội nông dân phường
    gửi cho hội nông dân phường
    cho hội nông dân phường
    bên hội nông dân phường
    nd xã
    gửi nd xã
    gửi cho nd xã
    cho nd xã
    bên nd xã
organisation-phu-nu-heard =
    phụ nữ
    hội liên hiệp phụ nữ
    bên phụ nữ
    hội pn
    gửi hội phụ nữ
    gửi cho hội phụ nữ
    gửi phụ nữ
    chuyển hội phụ nữ
    chuyển sang hội phụ nữ
    hpn
    gửi hpn
    gửi cho hpn
    cho hpn
    bên hpn
    gửi hội pn
    gửi cho hội pn
    cho hội pn
    bên hội pn
    hlhpn
    gửi hlhpn
    gửi cho hlhpn
    cho hlhpn
    bên hlhpn
    hội lhpn
    gửi hội lhpn
    gửi cho hội lhpn
    cho hội lhpn
    bên hội lhpn
    lhpn
    gửi lhpn
    gửi cho lhpn
    cho lhpn
    bên lhpn
    hpn xã
    gửi hpn xã
    gửi cho hpn xã
    cho hpn xã
    bên hpn xã
    hpn phường
    gửi hpn phường
    gửi cho hpn phường
    cho hpn phường
    bên hpn phường
    hội pn xã
    gửi hội pn xã
    gửi cho hội pn xã
    cho hội pn xã
    bên hội pn xã
    hội pn phường
    gửi hội pn phường
    gửi cho hội pn phường
    cho hội pn phường
    bên hội pn phường
    hội phụ nữ xã
    gửi hội phụ nữ xã
    gửi cho hội phụ nữ xã
    cho hội phụ nữ xã
    bên hội phụ nữ xã
    hội phụ nữ phường
    gửi hội phụ nữ phường
    gửi cho hội phụ nữ phường
    cho hội phụ nữ phường
    bên hội phụ nữ phường
    phụ nữ xã
    gửi phụ nữ xã
    gửi cho phụ nữ xã
    cho phụ nữ xã
    bên phụ nữ xã
    phụ nữ phường
    gửi phụ nữ phường
    gửi cho phụ nữ phường
    cho phụ nữ phường
    bên phụ nữ phường
organisation-cuu-chien-binh-heard =
    cựu chiến binh
    ccb
    hội ccb
    bên cựu chiến binh
    gửi hội cựu chiến binh
    gửi cho hội cựu chiến binh
    gửi cựu chiến binh
    gửi ccb
    gửi cho ccb
    cho ccb
    bên ccb
    hccb
    gửi hccb
    gửi cho hccb
    cho hccb
    bên hccb
    gửi hội ccb
    gửi cho hội ccb
    cho hội ccb
    bên hội ccb
    ccb xã
    gửi ccb xã
    gửi cho ccb xã
    cho ccb xã
    bên ccb xã
    ccb phường
    gửi ccb phường
    gửi cho ccb phường
    cho ccb phường
    bên ccb phường
    hội ccb xã
    gửi hội ccb xã
    gửi cho hội ccb xã
    cho hội ccb xã
    bên hội ccb xã
    hội ccb phường
    gửi hội ccb phường
    gửi cho hội ccb phường
    cho hội ccb phường
    bên hội ccb phường
    hội cựu chiến binh xã
    gửi hội cựu chiến binh xã
    gửi cho hội cựu chiến binh xã
    cho hội cựu chiến binh xã
    bên hội cựu chiến binh xã
    hội cựu chiến binh phường
    gửi hội cựu chiến binh phường
    gửi cho hội cựu chiến binh phường
    cho hội cựu chiến binh phường
    bên hội cựu chiến binh phường
organisation-doan-thanh-nien-heard =
    thanh niên
    đoàn
    bên đoàn
    đoàn tn
    gửi đoàn thanh niên
    gửi cho đoàn thanh niên
    gửi đoàn
    gửi cho đoàn
    chuyển đoàn thanh niên
    đtn
    gửi đtn
    gửi cho đtn
    cho đtn
    bên đtn
    dtn
    gửi dtn
    gửi cho dtn
    cho dtn
    bên dtn
    đtncs
    gửi đtncs
    gửi cho đtncs
    cho đtncs
    bên đtncs
    gửi đoàn tn
    gửi cho đoàn tn
    cho đoàn tn
    bên đoàn tn
    đtn xã
    gửi đtn xã
    gửi cho đtn xã
    cho đtn xã
    bên đtn xã
    đtn phường
    gửi đtn phường
    gửi cho đtn phường
    cho đtn phường
    bên đtn phường
    gửi đoàn xã
    gửi cho đoàn xã
    cho đoàn xã
    bên đoàn xã
    đoàn phường
    gửi đoàn phường
    gửi cho đoàn phường
    cho đoàn phường
    bên đoàn phường
    đoàn thanh niên xã
    gửi đoàn thanh niên xã
    gửi cho đoàn thanh niên xã
    cho đoàn thanh niên xã
    bên đoàn thanh niên xã
    đoàn thanh niên phường
    gửi đoàn thanh niên phường
    gửi cho đoàn thanh niên phường
    cho đoàn thanh niên phường
    bên đoàn thanh niên phường
    thanh niên xã
    gửi thanh niên xã
    gửi cho thanh niên xã
    cho thanh niên xã
    bên thanh niên xã

subject-khac-heard =
    xong
    hết
    tiếp
    tiếp tục
    gửi
    gửi đi
    { -said-unsure }
    { -said-no }
    gì cũng được
    loại nào cũng được
    cái nào cũng được
    việc khác
    bỏ qua
    để cán bộ xếp
    để cán bộ chọn
    cán bộ chọn
    chọn giúp
    chọn giùm
kind-kien-nghi-heard =
    kiến nghị
    đề xuất
    đề nghị
kind-phan-anh-heard =
    phản ánh
    phản ảnh
    báo tin
kind-gop-y-heard =
    góp ý
    tâm tư
    ý kiến
kind-cam-on-heard =
    cảm ơn
    cám ơn
    lời cám ơn

on-behalf-self-heard =
    tôi
    cho mình
    bản thân
    của tôi
on-behalf-relative-heard =
    cho nội
    cho ngoại
    gửi cho nội
    gửi cho ngoại
    gửi giúp nội
    gửi giúp ngoại
    gửi hộ nội
    gửi hộ ngoại
    gửi giùm nội
    gửi giùm ngoại
    gửi dùm nội
    gửi dùm ngoại
    gửi dùm bà nội
    gửi dùm ông nội
    gửi dùm bà ngoại
    gửi dùm ông ngoại
    gửi dùm mẹ
    gửi dùm bố
    gửi dùm ba
    gửi dùm má
    gửi dùm cha
    gửi dùm bố mẹ
    gửi dùm ba má
    gửi dùm ba mẹ
    gửi dùm chồng
    gửi dùm vợ
    gửi dùm con trai
    gửi dùm con gái
    gửi dùm người nhà
    gửi dùm gia đình
    gửi thay nội
    gửi thay ngoại
    nói giúp nội
    nói giúp ngoại
    nói giùm nội
    nói giùm ngoại
    báo giúp nội
    báo giúp ngoại
    báo giùm nội
    báo giùm ngoại
    viết giúp nội
    viết giúp ngoại
    viết giùm nội
    viết giùm ngoại
    cho bà nội
    cho ông nội
    cho bà ngoại
    cho ông ngoại
    cho cha
    cho ba má
    cho ba mẹ
    cho chồng
    cho vợ
    cho con trai
    cho con gái
    cho gia đình
    gửi cho bà nội
    gửi cho ông nội
    gửi cho bà ngoại
    gửi cho ông ngoại
    gửi cho ba
    gửi cho má
    gửi cho cha
    gửi cho bố mẹ
    gửi cho ba má
    gửi cho ba mẹ
    gửi cho chồng
    gửi cho vợ
    gửi cho con trai
    gửi cho con gái
    gửi cho gia đình
    gửi giúp bà nội
    gửi giúp ông nội
    gửi giúp bà ngoại
    gửi giúp ông ngoại
    gửi giúp cha
    gửi giúp ba má
    gửi giúp ba mẹ
    gửi giúp chồng
    gửi giúp vợ
    gửi giúp con trai
    gửi giúp con gái
    gửi giúp người nhà
    gửi giúp gia đình
    gửi hộ bà nội
    gửi hộ ông nội
    gửi hộ bà ngoại
    gửi hộ ông ngoại
    gửi hộ ba
    gửi hộ má
    gửi hộ cha
    gửi hộ bố mẹ
    gửi hộ ba má
    gửi hộ ba mẹ
    gửi hộ chồng
    gửi hộ vợ
    gửi hộ con trai
    gửi hộ con gái
    gửi hộ người nhà
    gửi hộ gia đình
    gửi giùm bà nội
    gửi giùm ông nội
    gửi giùm bà ngoại
    gửi giùm ông ngoại
    gửi giùm mẹ
    gửi giùm bố
    gửi giùm ba
    gửi giùm má
    gửi giùm cha
    gửi giùm bố mẹ
    gửi giùm ba má
    gửi giùm ba mẹ
    gửi giùm chồng
    gửi giùm vợ
    gửi giùm con trai
    gửi giùm con gái
    gửi giùm người nhà
    gửi giùm gia đình
    gửi thay bà nội
    gửi thay ông nội
    gửi thay bà ngoại
    gửi thay ông ngoại
    gửi thay mẹ
    gửi thay bố
    gửi thay ba
    gửi thay má
    gửi thay cha
    gửi thay bố mẹ
    gửi thay ba má
    gửi thay ba mẹ
    gửi thay chồng
    gửi thay vợ
    gửi thay con trai
    gửi thay con gái
    gửi thay người nhà
    gửi thay gia đình
    nói giúp bà nội
    nói giúp ông nội
    nói giúp bà ngoại
    nói giúp ông ngoại
    nói giúp mẹ
    nói giúp bố
    nói giúp ba
    nói giúp má
    nói giúp cha
    nói giúp bố mẹ
    nói giúp ba má
    nói giúp ba mẹ
    nói giúp chồng
    nói giúp vợ
    nói giúp con trai
    nói giúp con gái
    nói giúp người nhà
    nói giúp gia đình
    nói giùm bà nội
    nói giùm ông nội
    nói giùm bà ngoại
    nói giùm ông ngoại
    nói giùm mẹ
    nói giùm bố
    nói giùm ba
    nói giùm má
    nói giùm cha
    nói giùm bố mẹ
    nói giùm ba má
    nói giùm ba mẹ
    nói giùm chồng
    nói giùm vợ
    nói giùm con trai
    nói giùm con gái
    nói giùm người nhà
    nói giùm gia đình
    báo giúp bà nội
    báo giúp ông nội
    báo giúp bà ngoại
    báo giúp ông ngoại
    báo giúp mẹ
    báo giúp bố
    báo giúp ba
    báo giúp má
    báo giúp cha
    báo giúp bố mẹ
    báo giúp ba má
    báo giúp ba mẹ
    báo giúp chồng
    báo giúp vợ
    báo giúp con trai
    báo giúp con gái
    báo giúp người nhà
    báo giúp gia đình
    báo giùm bà nội
    báo giùm ông nội
    báo giùm bà ngoại
    báo giùm ông ngoại
    báo giùm mẹ
    báo giùm bố
    báo giùm ba
    báo giùm má
    báo giùm cha
    báo giùm bố mẹ
    báo giùm ba má
    báo giùm ba mẹ
    báo giùm chồng
    báo giùm vợ
    báo giùm con trai
    báo giùm con gái
    báo giùm người nhà
    báo giùm gia đình
    viết giúp bà nội
    viết giúp ông nội
    viết giúp bà ngoại
    viết giúp ông ngoại
    viết giúp mẹ
    viết giúp bố
    viết giúp ba
    viết giúp má
    viết giúp cha
    viết giúp bố mẹ
    viết giúp ba má
    viết giúp ba mẹ
    viết giúp chồng
    viết giúp vợ
    viết giúp con trai
    viết giúp con gái
    viết giúp người nhà
    viết giúp gia đình
    viết giùm bà nội
    viết giùm ông nội
    viết giùm bà ngoại
    viết giùm ông ngoại
    viết giùm mẹ
    viết giùm bố
    viết giùm ba
    viết giùm má
    viết giùm cha
    viết giùm bố mẹ
    viết giùm ba má
    viết giùm ba mẹ
    viết giùm chồng
    viết giùm vợ
    viết giùm con trai
    viết giùm con gái
    viết giùm người nhà
    viết giùm gia đình
    cho người nhà
    gửi cho người nhà
    cho mẹ
    cho bố
    cho ba
    cho má
    gửi giúp mẹ
    gửi giúp bố
    gửi giúp ba
    gửi giúp má
    gửi giúp bố mẹ
    gửi hộ mẹ
    gửi hộ bố
    gửi cho mẹ
    gửi cho bố
    người nhà
    gia đình
    cho bố mẹ
    cho con
    bà nội
    ông nội
    bà ngoại
    ông ngoại
on-behalf-neighbour-heard =
    cho hàng xóm
    gửi cho hàng xóm
    gửi giúp hàng xóm
    gửi hộ hàng xóm
    hàng xóm
    người quen
    bà con

name-visibility-without-heard =
    ẩn danh
    giấu tên
    không ghi tên
    không nêu tên
    không để tên
    không ai biết
    đừng cho ai biết
    bí mật
    không cần tên
    không cần tên tuổi
    không cần ghi tên
    không cần nêu tên
    không cần để tên
    khỏi tên
    khỏi cần tên
    khỏi cần ghi tên
    khỏi ghi tên
    khỏi nêu tên
    khỏi để tên
    đừng ghi tên
    đừng nêu tên
    đừng để tên
    bỏ tên
    bỏ tên đi
    xóa tên
    xóa tên đi
    che tên
    ẩn tên
    không tên
name-visibility-officer-only-heard =
    chỉ cán bộ
    cán bộ biết thôi
name-visibility-shown-heard =
    ghi tên
    nêu tên
    công khai
    ai biết cũng được
    công khai tên
    nêu tên công khai
    ghi tên công khai
    để tên công khai
    cho biết tên

repeat-same-heard =
    { -said-yes }
    cùng việc
    cùng việc đó
    chính việc đó
    đúng là việc đó
    giống
    y vậy
repeat-other-heard =
    { -said-no }
    khác
    không cùng
    không giống
    việc này khác
repeat-unsure-heard = { -said-unsure }

button-continue-heard =
    đủ
    đủ rồi
    đủ ảnh rồi
    vậy đủ rồi
    thế đủ rồi
    thế là đủ
    vậy là đủ
    xong
    hết
    vậy thôi
    thế thôi
    chỉ vậy thôi
    có vậy thôi
    có thế thôi
    tiếp
    tiếp theo
    bỏ qua
    không
    ko
    k
    hông
    không có
    ko có
    không có gì
    không có gì thêm
    không có ảnh
    ko có ảnh
    không có hình
    ko có hình
    không ảnh
    không cần
    không gửi ảnh
    không cần ảnh
    không chụp được
    chưa có ảnh
    chưa chụp được
    không thêm gì
    khỏi
    khỏi ảnh
    khỏi gửi ảnh
    không dám
    không dám chụp
    không biết chụp
    không biết gửi
    điện thoại không chụp được
    nhiêu đó
    có nhiêu đó
    bấy nhiêu
    bấy nhiêu đó
    gửi
    gửi ý kiến
    ok
    oke
    được
    gửi nhanh
    gửi lẹ
    gửi liền
    gửi ngay
    gửi giùm
    gửi dùm
    hông có hình
    hông có ảnh
    hổng có hình
    tiếp tục
    hết ảnh
    hết hình
    hết ảnh rồi
    hết hình rồi
    có nhiêu ảnh đó
    có bấy nhiêu
    có từng đó
    từng đó thôi
    chừng đó thôi
button-skip-heard =
    bỏ
    qua
    không
    ko
    k
    hông
    không có
    ko có
    không cần
    không ghi
    không muốn
    khỏi
    khỏi cần

button-confirm-send-heard =
    { -said-yes }
    xong
    xong rồi
    gửi
    gởi
    đúng gửi
    đồng ý
    đồng ý gửi
    xác nhận
    đúng hết
    đúng cả
    gửi nhanh
    gửi lẹ
    gửi liền
    gửi gấp
    gửi ngay
    gửi giùm
    gửi dùm
    gửi luôn đi
    gửi đi cho rồi
    gửi với
    gửi giúp với
    gửi giúp tôi với
    gửi giúp em với
    gửi giúp cháu với
    gửi giúp con với
    gửi giúp bà con
    gửi giúp ông cháu với
    gửi giúp bà cháu với
    gửi giúp ông con với
    gửi giúp bà con với
    gửi giúp mẹ em với
    gửi giúp mẹ con với
    gửi giúp bố em với
    gửi giúp ba con với
    gửi giúp nội con với
    gửi giúp ngoại con với
    gửi lên
    gửi lên trên
    gửi hết
    gửi tất cả
    gữi
    gưi
    bấm gửi
    muốn gửi
    chuyển
    chuyển đi
    chuyển luôn
    chuyển lên
    nộp
    nộp đi
    nộp luôn
    gửi giúp bác với
    gửi giúp bác
    gửi lên xã
    gửi lên phường
    gửi cho xã
    gửi cho phường
    gửi cán bộ
    gửi cho cán bộ
    gửi mẹ đi
    gửi mẹ nó đi
    gửi cha nó đi
    gửi đại đi
    gửi đại
button-confirm-fix-heard =
    sửa
    không phải
    ko phải
    chưa phải
    nhầm
    sai
    chưa đúng
    không đúng
    sai
    sai chỗ này
    muốn sửa
    chưa
    không
    ko
    k
    hông
    hổng
    hok
    chưa đâu
    sai hết
    sai nhiều
button-confirm-stop-heard =
    không gửi
    không gửi nữa
    ko gửi
    ko gửi nữa
    thôi không gửi
    thôi không gửi nữa
    không làm nữa
    thôi không làm nữa
    không phản ánh nữa
    khỏi gửi
    bỏ
button-keep-all-heard =
    gửi
    gửi đi
    đúng rồi
    đúng hết rồi
    không sửa
    không sửa gì
    giữ nguyên
    thôi khỏi sửa

meet-call-back-heard =
    nhờ gọi lại
    gọi lại
    gọi lại cho tôi
    gọi lại giúp tôi
    gọi cho tôi
    cán bộ gọi lại
    nhờ cán bộ gọi
    nhờ gọi điện
    gọi điện cho tôi
guarded-denunciation-send-heard =
    gửi
    gửi kín
    đồng ý
    có
guarded-violence-send-heard =
    { -said-yes }
    gửi
    gửi kín
    đồng ý
guarded-complaint-send-heard =
    gửi
    đồng ý
    có
guarded-guide-heard =
    hướng dẫn
    xem cách làm
    làm đơn thế nào
    vậy phải làm sao
    phải làm sao
    làm sao
    làm thế nào
    làm thế nào đây
    phải làm gì
    vậy làm sao
    làm đơn ở đâu
    gửi đơn ở đâu
    nộp đơn ở đâu
guarded-stop-heard =
    không gửi
    không gửi nữa
    thôi
    dừng

rating-rat-hai-long-heard =
    rất tốt
    quá tốt
    tuyệt vời
    rất ưng
rating-hai-long-heard =
    tốt
    được
    ổn
    ok
    tạm được
    ưng
    hài
rating-chua-hai-long-heard =
    không hài lòng
    ko hài lòng
    không
    chưa
    chưa được
    tệ
    không tốt
    chưa tốt
    chưa ưng

data-erase-yes-heard =
    có
    đúng
    đúng rồi
    đồng ý
    xóa đi
    ok
officer-leave-yes-heard =
    có
    đúng
    đồng ý
    thoát
    thoát đi
    ok
officer-leave-no-heard =
    không
    ko
    ở lại
    không thoát
officer-check-yes-heard =
    có
    đồng ý
    hỏi
    hỏi đi
    ok
officer-check-no-heard =
    không
    ko
    chưa
    để sau

button-withdraw-sure-heard =
    có
    đúng
    đúng rồi
    đồng ý
    rút
    rút đi
    rút lại
    ok
button-leave-sure-heard =
    có
    đúng
    đúng rồi
    đồng ý
    tách
    tách đi
    tách ra
    ok
button-no-heard =
    ko
    k
    hông
    không nữa
    thôi không
    không rút
    không rút nữa
    thôi không rút nữa
    khỏi rút
    đừng rút
follow-yes-heard =
    { -said-yes }
    đồng ý
    theo dõi
follow-no-heard =
    { -said-no }
    không đồng ý
    không theo dõi

# An officer before the card of a case
officer-step-accept-heard =
    nhận
    nhận việc
    tiếp nhận việc
    nhận việc này
    đã nhận
officer-step-refer-heard =
    chuyển
    chuyển việc
    chuyển việc này
    chuyển cơ quan khác
    chuyển lên
officer-step-ask-heard =
    hỏi
    hỏi dân
    hỏi lại
    hỏi thêm dân
    hỏi người dân
officer-step-reply-heard =
    trả lời
    trả lời người dân
    phản hồi
    phản hồi dân
    nhắn dân
officer-step-note-heard =
    ghi chú lại
    note
    ghi lại
officer-step-remind-heard =
    nhắc
    nhắc lại
    giục
    đôn đốc lại
officer-step-close-heard =
    đóng
    khép lại
    kết thúc
    xong
officer-step-reassign-heard =
    giao
    giao việc
    giao cho người khác
    chuyển người khác
officer-step-answer-heard =
    ghi kết quả
    cơ quan đã trả lời
    ghi trả lời cơ quan
officer-look-why-heard =
    vì sao
    sao hạn này
    hạn gì
officer-look-history-heard =
    diễn biến
    lịch sử
officer-more-steps-heard =
    thêm
    khác
    việc khác
story-by-voice-heard =
    không biết viết
    ko biết viết
    không biết chữ
    ko biết chữ
    không biết gõ
    ko biết gõ
    không biết nhắn
    không biết nhắn tin
    không viết được
    không gõ được
    ko viết được
    mù chữ
    mắt kém
    mắt kém không viết được
    già rồi không biết viết
    chỉ gửi thoại
    chỉ gửi thoại thôi
    chỉ nói thôi
    nghe đi
    nghe thoại đi
    nghe giúp
    nghe giúp tôi
    nghe thoại giúp
    cứ nghe là rõ
    nói trong đó rồi
    nói hết trong đó rồi
    có nói trong đó rồi
    gửi tin thoại
    gửi thoại
    gửi luôn
    gửi đi
    gửi
    xong
    xong rồi
heard-gone-at-end =
    xóa đi
    xóa hết đi
    xóa giúp
    xóa giùm
    xóa dùm
    xóa hết giúp
    xóa hết giùm
    xóa ngay
    xóa ngay đi
    xóa liền
    xóa liền đi
    xóa luôn
    xóa luôn đi
    xóa tin nhắn đi
    xóa hết tin nhắn đi
    xóa tin đi
    xóa tin này đi
    xóa cái này đi
    xóa nội dung đi
    xóa hết nội dung đi
    xóa sạch đi
    xoá đi
    xoá hết đi
    xoá ngay
    xoá giúp
    xoá tin nhắn đi
    xóa hết tin nhắn
    xoá hết tin nhắn
    xóa sạch tin nhắn
# Before it: then it tells what happened ("vạch sơn bị xóa hết đi").
heard-gone-told =
    bị
    đã
    tự
    được
    ai
    nó
    họ
heard-polite-behind-name =
    ạ
    nhé
    nha
    nghe
    đó
    nè
    a
    nhe
heard-polite-at-end =
    ạ
    nhé
    nha
    với
    em
    tôi
    cho
    dùm
    giùm
    giúp
    con
    cháu
    mình
    ad
    nghe
heard-press =
    phóng viên
    nhà báo
    báo chí
    tòa soạn
    toà soạn
    ban biên tập
    đài truyền hình
    đài phát thanh
heard-press-asks =
    phỏng vấn
    xin số liệu
    cung cấp số liệu
    cung cấp thông tin
    xin thông tin
    thông cáo
    đăng bài
    viết bài
    đưa tin
    người phát ngôn
    đặt lịch
    liên hệ công tác
heard-afraid =
    sợ lắm
    sợ quá
    đang sợ
    đang sợ lắm
    đang sợ quá
    sợ quá đi
    sợ quá trời
    rất sợ
    không dám gửi
    không dám nói
# Beside a name that was offered: it was said before.
heard-said-again =
    đã bảo
    đã nói
    bảo rồi
    nói rồi
    đã viết
    viết rồi
    ghi rồi
    kể rồi
    chứ đâu
    chứ còn đâu
    mà
    rồi
heard-others-too =
    các hộ khác
    hộ khác
    hộ khác có phải gửi
    các hộ khác có phải gửi nữa không
    bà con khác có phải gửi nữa không
    bà con khác có gửi được không
    hàng xóm có phải gửi nữa không
    hàng xóm có cần gửi không
    hàng xóm có gửi được không
    người khác có gửi được không
    nhiều người gửi có tốt hơn không
    nhiều người gửi có nhanh hơn không
    mỗi nhà gửi một cái
    mỗi nhà một cái hay sao
    mọi người cùng gửi được không
    cả xóm cùng gửi được không
    có phải ai cũng gửi không
heard-signatures =
    có cần chữ ký không
    cần chữ ký không
    có phải ký không
    có cần ký tên không
    có phải ký tên không
    có cần làm đơn không
    có phải làm đơn không
    phải làm đơn không
    có cần đơn không
    có cần đơn giấy không
    có cần con dấu không
    có cần công chứng không
    gửi danh sách chữ ký thế nào
    danh sách chữ ký gửi thế nào
    danh sách chữ ký gửi ở đâu
    có danh sách chữ ký gửi thế nào
    gửi đơn giấy thế nào
    đơn giấy gửi thế nào
heard-how-files =
    gửi ảnh thế nào
    gửi ảnh sao
    gửi ảnh kiểu gì
    gửi ảnh ở đâu
    gửi ảnh bằng cách nào
    gửi hình thế nào
    gửi hình sao
    gửi hình ở đâu
    gửi hình kiểu gì
    gửi file thế nào
    gửi file ở đâu
    gửi tệp thế nào
    gửi video thế nào
    làm sao gửi ảnh
    làm sao gửi hình
    làm sao để gửi ảnh
    cách gửi ảnh
    cách gửi hình
    chụp ảnh gửi thế nào
    không biết gửi ảnh
    ko biết gửi ảnh
    không biết gửi hình
# What residents say to "is the result well?".
button-confirm-heard =
    được rồi cảm ơn
    được rồi cám ơn
    được rồi cảm ơn nhiều
    được rồi cảm ơn mặt trận
    được rồi cảm ơn cán bộ
    cảm ơn được rồi
    ok rồi cảm ơn
    tốt rồi
    tốt rồi cảm ơn
    ổn rồi
    ổn rồi cảm ơn
    sáng rồi
    sáng rồi cảm ơn
    sửa rồi
    sửa rồi cảm ơn
    sửa xong rồi
    sửa xong rồi cảm ơn
    xong rồi cảm ơn
    hết rồi cảm ơn
    hài lòng
    rất hài lòng
    hài lòng rồi
button-dispute-heard =
    chưa
    chưa đâu
    chưa xong
    chưa sửa
    chưa làm gì
    chưa ai làm gì
    chưa thấy gì
    có thấy ai làm gì đâu
    vẫn vậy
    vẫn thế
    vẫn như cũ
    vẫn hỏng
    vẫn tối
    vẫn tối thui
    vẫn ngập
    vẫn tắc
    vẫn ồn
    chưa hài lòng
    không hài lòng
heard-agrees-plainly =
    ok
    oke
    okie
    okay
    ừ
    uh
    ừm
    vâng
    dạ
    vang
    yes
# Without marks: "ừa" or "ủa".
heard-yes-or-wonder =
    ua
    uaa
heard-job =
    có việc làm
    có việc gì làm
    có việc chi làm
    xin việc
    xin việc làm
    tìm việc
    tìm việc làm
    kiếm việc
    kiếm việc làm
    cần việc làm
heard-loan =
    vay
    cho vay
    vay tiền
    vay vốn
    cho vay tiền
    cho vay vốn
    vay ngân hàng
    vay nóng
    mượn tiền
    cho mượn tiền
    mượn đỡ tiền
    vay mượn
heard-loan-asked =
    cho
    muốn
    cần
    xin
    được không
    được ko
    làm ăn
    nuôi bò
    nuôi heo
    nuôi gà
    chăn nuôi
    trồng trọt
    buôn bán
    xây nhà
    sửa nhà
    đi học
    ở đâu
    chỗ nào
    thủ tục
    điều kiện
    thế nào
    làm sao
heard-loan-beside =
    dc
    đc
    đk
    triệu
    tr
    củ
    chục
    trăm
    ngàn
    nghìn
    tỷ
    đồng
    ít
    vài
    tiền
    được
    không
    ko
    k
    hông
    hong
    nào
    đâu
    ở
    gì
    để
    muốn
    hỏi
    hả
    vậy
    gia
    đình
    lãi
    thấp
    với
    có
    ai
heard-age =
    t
    tuổi
heard-age-beside =
    mới
    năm
    nay
    có
    được
    dc
    đc
    học
    sinh
    thôi
heard-cannot-write =
    không biết dùng điện thoại
    ko biết dùng điện thoại
    không biết dùng đt
    ko biết dùng đt
    không biết xài điện thoại
    hổng biết xài điện thoại
    không rành điện thoại
    ko rành điện thoại
    không biết chữ
    ko biết chữ
    không biết nhắn tin
    ko biết nhắn tin
    không biết nhắn
    không biết bấm
    mắt kém
    không biết dùng máy
    không biết gõ
