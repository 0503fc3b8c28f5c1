# What people type instead of tapping: "<label>-heard" lists the words that mean this button, one phrase a line.
# Typed without diacritics they match as well; polite words around them ("dạ", "ạ", "nhé") change nothing.

heard-polite =
    thôi
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

heard-hello =
    alo
    a lô
    lô
    xin chào
    chào
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
    các cô
    các chú
    các bác
    các anh
    các em
    mặt trận
    cán bộ
    xã
heard-news =
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
    lâu quá
    lâu thế
    lâu vậy
    chưa thấy
    chưa có ai
    chưa ai
heard-news-beside =
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
heard-yes = { -said-yes }

-said-yes =
    có
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
consent-no-heard =
    { -said-no }
    không đồng ý
    ko đồng ý
    không đồng tình
    không cho phép

commune-right-heard = { -said-yes }
commune-other-heard =
    { -said-no }
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
    ai cũng được
    nơi nào cũng được
    đâu cũng được
    bỏ qua
    cái nào cũng được
organisation-mttq-heard =
    mặt trận tổ quốc
    mttq
    mt
    ủy ban mặt trận
    bên mặt trận
organisation-cong-doan-heard =
    bên công đoàn
    cđ
    liên đoàn lao động
organisation-nong-dan-heard =
    nông dân
    bên nông dân
    hội nd
organisation-phu-nu-heard =
    phụ nữ
    hội liên hiệp phụ nữ
    bên phụ nữ
    hội pn
organisation-cuu-chien-binh-heard =
    cựu chiến binh
    ccb
    hội ccb
    bên cựu chiến binh
organisation-doan-thanh-nien-heard =
    thanh niên
    đoàn
    bên đoàn
    đoàn tn

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
    người nhà
    gia đình
    cho bố mẹ
    cho con
on-behalf-neighbour-heard =
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
name-visibility-officer-only-heard =
    chỉ cán bộ
    cán bộ biết thôi
name-visibility-shown-heard =
    ghi tên
    nêu tên
    công khai
    ai biết cũng được

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
    gửi
    gửi ý kiến
    ok
    oke
    được
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
    gửi
    gởi
    đúng gửi
    đồng ý
    đồng ý gửi
    xác nhận
    đúng hết
    đúng cả
button-confirm-fix-heard =
    sửa
    chưa đúng
    không đúng
    sai
    sai chỗ này
    muốn sửa
    chưa
button-confirm-stop-heard =
    không gửi
    không gửi nữa
    ko gửi
    ko gửi nữa
    thôi không gửi
    thôi không gửi nữa
    khỏi gửi
    bỏ
button-keep-all-heard =
    không sửa
    không sửa gì
    giữ nguyên
    thôi khỏi sửa

guarded-denunciation-send-heard =
    gửi
    gửi kín
    đồng ý
    có
guarded-complaint-send-heard =
    gửi
    đồng ý
    có
guarded-guide-heard =
    hướng dẫn
    xem cách làm
    làm đơn thế nào
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
