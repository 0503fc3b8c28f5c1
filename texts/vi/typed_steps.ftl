# An officer's own words for a step of the case before them: "officer-typed-<step>", the beginning of the message.
# What follows is the first answer of the step's form.

officer-typed-this =
    này
    đó
    vụ này
    vụ đó
    vụ việc này
    việc này
    việc đó
    hồ sơ này
    vụ
    việc
officer-typed-show =
    mở
    mở xem
    xem
    xem lại
    xem kỹ
    mở ra xem
    cho xem
    ai giữ
    ai đang giữ
    ai phụ trách
    ai đang phụ trách
    ai làm
    ai đang làm
    ai xử lý
    sao chưa xong
    sao chậm
    sao chậm vậy
    sao chậm thế
    sao lâu
    vướng gì
    vướng ở đâu
    vướng chỗ nào
officer-typed-later =
    hoãn nhắc
    hoãn
    để mai
    để mai làm
    thôi để mai
    việc này để mai
    vụ này để mai
    thôi việc này để mai
    việc này để mai làm
    thôi việc này để mai làm
    mai nhắc
    mai nhắc lại
    nhắc lại sau
    để sau
officer-typed-note =
    ghi chú
    ghi chú lại
    ghi lại
    note
    lưu ý
officer-typed-reply =
    trả lời dân
    trả lời người dân
    trả lời bà con
    trả lời
    phản hồi dân
    phản hồi người dân
    phản hồi
    báo dân
    báo cho dân
    báo người dân
    báo cho người dân
    nhắn dân
    nhắn người dân
    nhắn bà con
    nhắn cho dân
    nhắn cho bà con
    nhắn cho người dân
    báo bà con
    báo cho bà con
    nói với dân
    nói với bà con
    nói cho bà con
officer-typed-ask =
    hỏi bà con
    hỏi lại bà con
    hỏi thêm bà con
    hỏi người gửi
    hỏi dân
    hỏi người dân
    hỏi lại dân
    hỏi thêm dân
    hỏi thêm
    hỏi lại
    hỏi
officer-typed-supply =
    dân nói
    dân gọi nói
    dân gọi báo
    dân gọi điện nói
    dân gọi điện báo
    dân gọi điện cho biết
    người dân gọi điện nói
    người dân gọi điện báo
    bà con gọi điện nói
    bà con gọi điện báo
    dân báo
    người dân nói
    người dân báo
    ghi lời dân
    ghi lời người dân
officer-typed-answer =
    cơ quan trả lời
    bên đó trả lời
    họ trả lời
    ghi trả lời
    đã có trả lời
    kq
    kết quả
    kết quả là
    cơ quan báo
    bên đó báo
    họ báo
    bên kia trả lời
    bên kia báo
    có kết quả
# Behind the name of an office: what follows is its answer ("điện lực báo đã thay bóng").
officer-typed-answered =
    trả lời
    trả lời là
    đã trả lời
    báo
    báo là
    báo lại
    đã báo
    phản hồi
    đã phản hồi
    trả lời rằng
# Behind the name of an office that does not answer ("điện lực vẫn chưa trả lời").
officer-typed-silent =
    không trả lời
    chưa trả lời
    vẫn chưa trả lời
    vẫn không trả lời
    chưa thấy trả lời
    không thấy trả lời
    chưa phản hồi
    vẫn chưa phản hồi
    không phản hồi
    vẫn im
    im luôn
    im re
    chậm trả lời
# Between an office and the day of its answer.
officer-typed-until =
    hạn
    hạn đến
    hạn ngày
    hẹn
    hẹn đến
    trong
    trong vòng
    trước
    trước ngày
    đến
    đến ngày
    chậm nhất
    chậm nhất ngày
officer-typed-reassign =
    giao
    giao cho
    giao việc
    giao việc cho
    giao việc này cho
    giao vụ này cho
    phân công
    phân công cho
    chuyển việc cho
    chuyển vụ này cho
    việc này thuộc
    vụ này thuộc
    cái này thuộc
    chỗ này thuộc
    đoạn này thuộc
    không phải xã mình
    không phải phường mình
    không phải xã tôi
    không phải phường tôi
    không thuộc xã mình
    không thuộc phường mình
    không thuộc địa bàn
    không thuộc địa bàn mình
    sai xã
    sai phường
officer-typed-refer =
    chuyển
    chuyển cho
    chuyển sang
    chuyển đến
    chuyển tới
    chuyển qua
    chuyển lên
    chuyển bên
    chuyển cơ quan
    chuyển đơn
    chuyển đơn sang
    chuyển đơn đến
    chuyển vụ này sang
    chuyển việc này sang
    chuyển vụ này qua
    chuyển việc này qua
    chuyển sang bên
    chuyển qua bên
    qua bên
    sang bên
    đưa qua
    đưa sang
    đẩy qua
    đẩy sang
    gửi qua
    gửi sang
    gửi lên
officer-typed-remind =
    họ không trả lời
    họ chưa trả lời
    họ vẫn chưa trả lời
    chưa thấy trả lời
    không thấy trả lời
    vẫn chưa trả lời
    cơ quan không trả lời
    cơ quan chưa trả lời
    cơ quan vẫn chưa trả lời
    bên đó chưa trả lời
    bên đó không trả lời
    bên kia chưa trả lời
    bên kia không trả lời
    họ vẫn im
    vẫn im
    nhắc
    nhắc lại
    đôn đốc
    giục
    hối
officer-typed-extend =
    hẹn
    hẹn đến
    hẹn lại
    gia hạn
    gia hạn đến
    dời hạn
    dời hạn đến
    lùi hạn
    lùi hạn đến
    thêm hạn
officer-typed-unmerge =
    hủy gộp
    bỏ gộp
    gỡ gộp
    gộp nhầm
    gộp nhầm rồi
    gộp lộn
    lỡ gộp
    lỡ gộp rồi
    tách lại
    tách trở lại
officer-typed-merge =
    gộp
    gộp với
    gộp vào
    gộp chung
    gộp chung với
    nhập với
    nhập vào
    trùng với
officer-typed-split =
    tách
    tách ra
    tách đôi
    tách riêng
    tách nội dung
    tách việc
officer-typed-close =
    đóng
    đóng vụ
    đóng vụ này
    đóng vụ việc
    đóng việc
    đóng việc này
    đóng hồ sơ
    khép lại
    kết thúc
    kết thúc vụ này
officer-typed-reopen =
    đóng nhầm
    đóng nhầm rồi
    đóng lộn
    lỡ đóng
    lỡ đóng rồi
    chưa xong mà đã đóng
    mở lại
    mở lại vụ này
    mở lại việc này
officer-typed-decline =
    từ chối
    từ chối vì
    không tiếp nhận
    không tiếp nhận vì
    không nhận
    không nhận vì
officer-typed-correct =
    đính chính
    nói lại
officer-typed-classify =
    phân loại
    phân loại lại
    đổi lĩnh vực
    đổi loại
officer-typed-accept =
    nhận
    tiếp nhận
    nhận việc
    nhận việc này
    nhận vụ này
    để tôi làm
    để tôi nhận
officer-typed-verify =
    xác minh
    đang xác minh
    đi xác minh
officer-typed-start =
    đang xử lý
    đang làm
    bắt đầu xử lý
officer-typed-check =
    hỏi dân được chưa
    hỏi lại xem được chưa
    hỏi dân xem được chưa
officer-typed-recuse =
    tôi có liên quan
    tôi liên quan

report-typed-return =
    trả lại
    trả lại vì
    trả lại báo cáo
    trả lại báo cáo vì
    chưa duyệt
    chưa duyệt vì
    không duyệt
    không duyệt vì
report-button-approve-heard =
    duyệt đi
    duyệt luôn
    đồng ý
    đồng ý duyệt
    nhất trí
    ok duyệt
    duyệt báo cáo
report-button-return-heard =
    chưa duyệt
    không duyệt

officer-which-case = Anh/chị nói đến việc nào ạ? Mở việc đó ra rồi gõ lại giúp tôi.
officer-not-understood =
    Tôi chưa rõ ý anh/chị. Gõ “việc” để xem danh sách.

    Khi một việc đang mở, anh/chị gõ được như nói: “chuyển công an”, “trả lời dân là …”, “hỏi dân …”, “ghi chú: …”, “giao cho chị Lan”, “đóng vụ này”.

# Between a step and what is said of it.
officer-typed-joining =
    biết là
    biết rằng
    hay là
    hay rằng
    cho bà con là
    cho bà con rằng
    cho bà con biết là
    cho dân là
    cho dân biết là
    cho người dân là
    bà con là
    bà con rằng
    là
    rằng
    là rằng
# Beside the name of a unit or organisation that is to have a case: they name nobody themselves.
officer-hand-beside =
    cho
    bên
    sang
    qua
    về
    lên
    đến
    tới
    ở
    của
    là
    mà
    phải
    thuộc
    địa
    bàn
    xã
    phường
    đặc
    khu
    tỉnh
    thành
    phố
    cấp
    trên
    kia
    mình
# Beside these, words that only ask.
officer-refer-beside =
    nhé
    nha
    giúp
    với
    đi
    ạ
# Another unit that is not named.
officer-hand-elsewhere =
    xã khác
    phường khác
    qua xã khác
    sang xã khác
    xã bên
    xã bên cạnh
    xã bên kia
    phường bên cạnh
    nơi khác
    chỗ khác
    đơn vị khác
    địa bàn khác
    bên khác
    người khác
    cán bộ khác
    tổ chức khác
officer-hand-province =
    tỉnh
    thành phố
    cấp trên
# What is asked of whoever is to have it.
officer-hand-asked =
    xử lý
    trả lời
    phải trả lời
    có trả lời
    trả lời lại
    báo lại
    có kết quả
    giải quyết
    làm
    lo
    xem
    xem xét
    kiểm tra
    nhận
    phụ trách
    giúp
    đi
    nhé
    nha
    nghe
    với
    ạ
    luôn
officer-typed-because =
    vì
    do
    bởi vì
    lý do
    lý do là

# A step typed while another waits for its last look.
officer-typed-open = Anh/chị đang làm dở “{ $what }”, chưa gửi đi. Mời anh/chị gửi hoặc bỏ việc đó; hoặc để đó, làm “{ $typed }” trước.
officer-typed-open-form = việc trước
officer-typed-instead = Để đó, làm việc này trước
officer-typed-aside = “{ $what }” vẫn giữ, chưa gửi. Xong việc này, anh/chị gõ “làm tiếp”.
# What tells no office from another when its name is typed; the first of a list stands for those behind it.
authority-level =
    cấp
authority-beside =
    bên
    cơ quan
    cho
    sang
    đến
    tới
authority-alike-commune =
    xã
    phường
    đặc khu
authority-alike-committee =
    ubnd
    ủy ban nhân dân
    ủy ban
authority-province = tỉnh

# What comes next in the case before an officer.
heard-what-now =
    giờ làm gì
    giờ làm gì nữa
    giờ làm gì đây
    giờ sao
    giờ sao nữa
    giờ sao đây
    rồi sao
    rồi sao nữa
    rồi làm gì
    rồi làm gì nữa
    rồi làm gì tiếp
    làm gì tiếp
    làm gì tiếp theo
    làm gì nữa
    làm gì đây
    tiếp theo làm gì
    tiếp theo tôi làm gì
    tiếp nhận xong làm gì
    tiếp nhận xong rồi làm gì
    tiếp nhận rồi làm gì
    chuyển xong làm gì
    chuyển xong rồi làm gì
    xong rồi làm gì
    bước tiếp theo là gì
    việc này làm sao
    việc này làm thế nào
    việc này phải làm gì
    xử lý việc này thế nào
    xử lý sao
    không biết làm gì
    tôi không biết làm gì
    không biết chuyển cho ai
    tôi không biết chuyển cho ai
    không biết chuyển cơ quan nào
    tôi không biết chuyển cho cơ quan nào
    chuyển cho ai
    chuyển cho cơ quan nào
    chuyển cơ quan nào
    tôi phải làm gì
    giờ tôi phải làm gì
officer-advice-received = Việc mới gửi. Anh/chị đọc rồi bấm “Tiếp nhận” để người dân biết đã có người xem. Sau đó, thiếu thông tin thì “Hỏi thêm”; việc của cơ quan nào thì “Chuyển cơ quan”, tôi gợi ý sẵn nơi nhận và ngày hẹn.
officer-advice-waiting = Đang chờ người dân trả lời câu hỏi, hạn tạm dừng. Người dân gọi điện hay đến nói thì anh/chị bấm “Ghi lời người dân”.
officer-advice-accepted = Đã tiếp nhận. Việc do cơ quan giải quyết thì bấm “Chuyển cơ quan”, tôi gợi ý sẵn nơi nhận và ngày hẹn; chỉ cần giải thích thì “Trả lời dân” rồi “Đóng vụ việc”; còn thiếu thông tin thì “Hỏi thêm”.
officer-advice-referred = Đang ở cơ quan. Có trả lời thì bấm “Ghi trả lời”; gần hạn hay quá hạn mà chưa có thì “Đôn đốc”. Đến hạn, bản tin sẽ nhắc anh/chị.
officer-advice-answered = Cơ quan đã trả lời. Bấm “Hỏi lại người dân” xem đã được chưa; được rồi thì “Đóng vụ việc”.
officer-advice-checking = Đang hỏi lại người dân. Người dân nói được thì bấm “Đóng vụ việc”; chưa được thì chuyển cơ quan lần nữa.
officer-advice-closed = Việc đã đóng, không cần làm gì thêm. Gõ “tiếp” để mở việc kế.

## Việc kế tiếp, rút lại bước vừa làm

button-next-case = Việc kế tiếp
heard-next-case =
    tiếp
    việc tiếp
    việc tiếp theo
    vụ tiếp
    vụ tiếp theo
    việc kế
    việc kế tiếp
    vụ kế
    tiếp theo
    mở việc tiếp
    mở việc tiếp theo
    mở vụ tiếp theo
    cho việc tiếp
    qua việc khác
    việc khác
    sang việc khác
    next
officer-next-none = Hôm nay không còn việc nào chờ anh/chị. Có việc mới, tôi báo ngay.
officer-next-this-only = Chỉ còn việc này là hôm nay anh/chị chưa làm gì.
heard-undo =
    hoàn tác
    undo
    thu hồi
    thu hồi tin
    thu hồi tin vừa gửi
    thu hồi tin nhắn
    rút lại
    rút lại tin
    lấy lại
    lấy lại tin
    bấm nhầm
    lỡ bấm
    lỡ tay
    lỡ rồi
    nhầm
    nhầm rồi
    làm nhầm
    trả lời nhầm
    nhắn nhầm
    lộn rồi
    sai rồi
# What was told of the end of a case; of any other step it is one to be undone.
heard-wrong-outcome =
    gửi nhầm
    gửi lộn
    đổi kết quả
    sai kết quả
    nhầm kết quả
    ghi sai kết quả
    ghi nhầm kết quả
    chọn sai kết quả
    chọn nhầm kết quả
    đóng sai kết quả
    đóng nhầm kết quả
    kết quả sai
    kết quả nhầm
    sửa kết quả
    sửa lại kết quả
    đính chính kết quả
    gửi nhầm kết quả
    báo nhầm kết quả
    báo sai kết quả
    gửi sai kết quả
    báo nhầm
    báo sai
    gửi sai
heard-hold-on =
    khoan
    khoan đã
    khoan khoan
    từ từ
    từ từ đã
    đợi
    đợi đã
    đợi chút
    chờ chút
    khoan gửi
    khoan nhầm
    khoan nhầm rồi
officer-nothing-sent = Chưa có gì được gửi hay thay đổi. Muốn sửa thì bấm “Sửa lại”, muốn bỏ thì bấm “Thôi, không gửi”.
officer-undo-by = Để sửa bước vừa rồi, tôi mở: { $step }. Điều đã báo người dân thì không xóa được, chỉ báo lại.
officer-undo-not = Bước vừa rồi không rút lại được. Anh/chị mở việc này và chọn bước phù hợp; điều đã nói với dân thì gõ “đính chính” ạ.
officer-undo-nothing = Trong việc này anh/chị chưa làm bước nào cần rút lại.
