# Words that always work, one phrase a line. Typed without diacritics, each still counts.

command-cancel =
    hủy
    huỷ
    hủy bỏ
    thôi
    dừng
    dừng lại
    không gửi nữa
    thôi không gửi
    thôi không gửi nữa
    không làm nữa
    thôi không làm nữa
    không phản ánh nữa
    thôi khỏi
    thôi bỏ đi
    bỏ đi
    stop
    /huy
    /cancel
    /dung
command-back =
    quay lại
    trở lại
    lùi lại
    /quaylai
    /back
command-resume =
    làm tiếp
    tiếp tục việc dở
    /tiep
command-help =
    trợ giúp
    giúp
    giúp tôi
    hướng dẫn
    cách dùng
    menu
    /help
    /trogiup
    /menu
    cần giúp
    tôi cần giúp
    cần giúp đỡ
command-meet =
    gặp cán bộ
    gặp người
    nói chuyện với cán bộ
    gọi cán bộ
    cho gặp cán bộ
    cho tôi gặp cán bộ
    gặp người thật
    cho tôi gặp người thật
    gặp nhân viên
    nói chuyện với người
    nói chuyện với người thật
    số điện thoại
    cho xin số điện thoại
    số điện thoại liên hệ
    địa chỉ liên hệ
    0
    /canbo
    /gapcanbo
command-track =
    tra cứu
    kết quả
    xem kết quả
    xem
    tình hình
    tiến độ
    mã
    mã hồ sơ
    /tracuu
    /ketqua
command-mine =
    việc của tôi
    hồ sơ của tôi
    các việc đã gửi
    ý kiến của tôi
    bổ sung
    bổ sung ảnh
    gửi thêm ảnh
    /vieccuatoi
command-new =
    gửi ý kiến
    gửi kiến nghị
    phản ánh
    kiến nghị
    gửi phản ánh
    /gui
    /guiykien
command-data =
    dữ liệu
    dữ liệu của tôi
    xóa dữ liệu
    xóa
    /dulieu
command-english =
    tiếng anh
    nói tiếng anh
    /english
command-vietnamese =
    tiếng việt
    nói tiếng việt
    /tiengviet
command-language =
    ngôn ngữ
    đổi ngôn ngữ
    /ngonngu
    /language
