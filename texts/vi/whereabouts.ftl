# Where it is, in words: what plainly names no place, what may, and how it is asked once more.

details-no-place = Tôi chưa rõ chỗ nào ạ. Ông/bà ghi giúp, ví dụ: “ngõ 12, gần chợ Sịa”, hoặc gửi vị trí. Không biết thì gõ “tôi không rõ” hay bấm “Tiếp tục”, việc vẫn gửi được ạ.

# Said in bad temper or beside the question: never the name of a place.
heard-officers-come =
    cán bộ xuống
    cán bộ đến
    cán bộ tới
    cán bộ qua
    cán bộ ghé
    cán bộ gọi
    nhờ cán bộ
    mong cán bộ
    đề nghị cán bộ
    các anh xuống
    các anh đến
    mấy anh xuống
    mấy anh tới
heard-no-place =
    như trước
    như cũ
    như lần trước
    gửi như trước
    giống trước
    giống lần trước
    chấm hỏi
    dấu chấm
    dấu chấm hỏi
    dấu phẩy
    xuống dòng
    cái đầu
    cái đầu mày
    cái mặt
    cái mặt mày
    trời ơi
    trời đất
    trời đất ơi
    trời ạ
    con khỉ
    con khỉ khô
    kệ cha
    kệ mẹ
    ông nội
    tổ cha
    mả cha
    mồ tổ
    đầu óc
    có vấn đề
    vô duyên
    vô trách nhiệm
    mất thời gian
    làm mất thời gian
    đầu bò
    đầu đất
    mù chữ
# Words of talk, one a line: a message of nothing else says nothing about where.
heard-talk =
    tôi
    tao
    tớ
    mình
    ta
    tui
    em
    anh
    chị
    cô
    chú
    bác
    ông
    bà
    cháu
    con
    nó
    họ
    mày
    mi
    bay
    chúng
    bọn
    tụi
    các
    mấy
    những
    người
    ai
    gì
    chi
    sao
    nào
    mô
    răng
    rứa
    đâu
    ở
    hả
    hở
    à
    ạ
    ừ
    ờ
    ơ
    á
    nhé
    nhỉ
    hỉ
    ha
    này
    đó
    đấy
    đây
    kia
    ấy
    thế
    vậy
    thì
    là
    mà
    cũng
    vẫn
    còn
    đã
    đang
    sẽ
    chưa
    không
    ko
    k
    hông
    hổng
    chẳng
    chả
    đừng
    có
    được
    bị
    phải
    cần
    nên
    muốn
    thích
    ghét
    sợ
    lo
    mệt
    mỏi
    bực
    tức
    chán
    nản
    buồn
    vui
    rảnh
    bận
    vội
    gấp
    nhanh
    chậm
    lâu
    lẹ
    nhiều
    ít
    quá
    lắm
    rất
    nữa
    rồi
    luôn
    mãi
    hoài
    thôi
    xong
    hết
    biết
    hiểu
    nhớ
    quên
    rõ
    chắc
    nghĩ
    tin
    hỏi
    nói
    kể
    bảo
    gõ
    viết
    ghi
    bấm
    nhắn
    gọi
    đọc
    xem
    nghe
    thấy
    gửi
    gởi
    chuyển
    làm
    ăn
    đi
    cho
    với
    và
    hay
    vì
    do
    tại
    để
    thằng
    đứa
    đồ
    cái
    mẹ
    má
    bố
    cha
    óc
    đầu
    mặt
    mồm
    miệng
    chó
    lợn
    ngu
    ngốc
    dốt
    đần
    điên
    khùng
    hâm
    dở
    nhảm
    nhí
    vớ
    vẩn
    bậy
    láo
    lừa
    đảo
    dối
    điêu
    tào
    lao
    xàm
    phiền
    đéo
    đếch
    đm
    dm
    dmm
    vl
    vcl
    vãi
    clgt
    cứt
    cút
    xéo
    im
    câm
    tệ
    trả
    lời
    câu
    chữ
    máy
    bot
    rắc
    rối
    khó
    dễ
    linh
    tinh
    lung
    tung
    thời
    gian
    giải
    quyết
    xử
    lý
    nhờ
    giúp
    mong
    xin
    lỗi
    trời
    ơi
    ôi
    haha
    hihi
    hehe
    hic
    huhu
    kệ
    mặc
    tùy
    chuyện
    việc
    vụ
# Words that point somewhere, one a line: a message with one of them may be a place and is kept.
heard-where =
    nhà
    chỗ
    nơi
    chợ
    đường
    ngõ
    ngách
    hẻm
    hẽm
    kiệt
    thôn
    xóm
    ấp
    bản
    buôn
    làng
    sóc
    khóm
    khối
    tổ
    khu
    phố
    đội
    cụm
    lộ
    cầu
    cống
    kênh
    mương
    rạch
    sông
    suối
    hồ
    ao
    đê
    đập
    bờ
    bến
    phà
    đò
    trường
    trạm
    viện
    chùa
    đình
    đền
    miếu
    sân
    bãi
    ủy
    trụ
    quán
    tiệm
    cty
    xưởng
    ruộng
    đồng
    rẫy
    nương
    vườn
    rừng
    đồi
    núi
    đèo
    dốc
    ngã
    cổng
    cửa
    góc
    cạnh
    đối diện
    công viên
    nghĩa trang
    nghĩa địa
    phía sau
    phía trước
    trước cửa
    trước mặt
    sau lưng
    gần
    sát
    bên
    cột
    cây
    bể
    giếng
    xã
    phường
    huyện
    quận
    tỉnh
    tp
    tầng
    lầu
    phòng
    tòa
    chung
    lô
    km
    đoạn
    khúc
    vòng
    dãy
    kho
    ga
    cảng
    biển
    đảo
    cồn
    gò
    đầm
    phá
    lạch
    trọ
    chuồng
    trại
    tđc
    kdc
    tdp
# Of place or of time: alone they point nowhere ("từ đầu tháng").
heard-where-beside =
    đầu
    cuối
    giữa
    trước
    sau
    trong
    ngoài
    trên
    dưới
    ngay
    chân
    phía
    hướng
    đối
    viên
    nghĩa
# Begins what is added to the story.
heard-adds =
    còn
    à còn
    thêm
    thêm nữa
    ngoài ra
    với lại
    rồi còn
    còn nữa
    cả
# Around the name of a province or a commune, where nothing else is said.
heard-in =
    ở
heard-province-type =
    tỉnh
    thành phố
    tp
heard-beside-unit =
    xã
    phường
    huyện
    thị
    trấn
    dạ
    ạ
    cũ
