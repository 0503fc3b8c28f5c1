# Điều cán bộ đọc trong trò chuyện: danh sách việc, thẻ vụ việc, các bước xử lý, tin báo.

## Lệnh

command-work =
    việc
    việc cần làm
    danh sách việc
    danh sách
    công việc
    xem việc
    /viec
    /congviec
    /danhsach
    ds
    ds việc
    dsv
command-work-new =
    việc mới
    /viecmoi
command-work-today =
    đến hạn
    việc đến hạn
    /denhan
command-work-overdue =
    quá hạn
    việc quá hạn
    việc gì quá hạn
    việc nào quá hạn
    có việc quá hạn không
    có việc nào quá hạn không
    quá hạn bao nhiêu
    /quahan
command-invitation =
    mã mời
    nhập mã mời
    tôi là cán bộ
    /mamoi
command-leave-office =
    thoát cán bộ
    rời vai trò cán bộ
    thôi làm cán bộ
    /thoatcanbo
    đăng xuất

## Vào và ra

officer-welcome =
    Chào { $name }. Từ nay cuộc trò chuyện này là của cán bộ: việc mới, việc đến hạn được báo vào đây.

    Anh/chị gõ “việc” bất cứ lúc nào để xem việc cần làm. Đổi máy hoặc không dùng máy này nữa thì gõ “thoát cán bộ”.
officer-invitation-ask = Anh/chị dán mã mời đã nhận vào đây ạ.
officer-invitation-not-understood = Mã mời có 24 ký tự. Anh/chị sao chép rồi dán nguyên cả mã giúp ạ.
officer-leave-ask = Cuộc trò chuyện này sẽ không còn nhận việc của cán bộ nữa. Muốn vào lại cần mã mời mới. Anh/chị chắc chắn không ạ?
officer-leave-yes = Đúng, thoát
officer-leave-no = Không, ở lại
officer-left = Đã thoát. Cuộc trò chuyện này không còn là của cán bộ.
officer-chat-ended = Cuộc trò chuyện này không còn là của cán bộ: tài khoản đã ngừng, hoặc đã được chuyển sang máy khác, người khác. Việc đang làm dở chưa được gửi đi. Nếu chưa đúng, anh/chị liên hệ người quản trị ạ.
error-not-an-officer = Mục này dành cho cán bộ.
error-account-disabled = Tài khoản cán bộ này đã ngừng. Anh/chị liên hệ người quản trị giúp ạ.
error-invitation-unknown = Mã mời này không đúng. Anh/chị xem lại, hoặc xin mã mới ạ.
error-invitation-used = Mã mời này đã được dùng. Mỗi mã chỉ dùng một lần; anh/chị xin mã mới ạ.
error-invitation-officer-already = Cuộc trò chuyện này đang là của cán bộ { $name } rồi ạ. Anh/chị gõ “việc” để xem việc; muốn vào bằng tài khoản khác thì gõ “thoát cán bộ” trước, rồi gửi lại mã mời còn hạn.
error-invitation-expired = Mã mời này đã hết hạn. Anh/chị xin mã mới ạ.

## Danh sách việc

officer-work =
    Việc của anh/chị: { $all }
    • Quá hạn: { $overdue }
    • Đến hạn hôm nay: { $today }
    • Mới: { $new }
    • Mở lại: { $reopened }
    • Chờ người dân: { $waiting }
officer-work-area =
    Toàn địa bàn anh/chị theo dõi: { $all }
    • Quá hạn: { $overdue }
    • Đến hạn hôm nay: { $today }
    • Mới: { $new }
    • Mở lại: { $reopened }
    • Chờ người dân: { $waiting }
officer-work-empty = Hiện không có việc nào cần làm. Có việc mới, tôi báo anh/chị ngay.
officer-pile-overdue = Quá hạn ({ $count })
officer-pile-today = Hạn hôm nay ({ $count })
officer-pile-new = Mới ({ $count })
officer-pile-reopened = Mở lại ({ $count })
officer-pile-waiting = Chờ người dân ({ $count })
officer-pile-all = Tất cả ({ $count })
officer-pile-area = Toàn địa bàn ({ $count })
officer-pile-in-area = Toàn địa bàn: { $pile }
officer-pile-overdue-heard =
    quá hạn
    việc quá hạn
    trễ hạn
    việc trễ hạn
    việc nào để lâu nhất
    việc để lâu nhất
    việc nào lâu nhất
    việc lâu nhất
    việc nào trễ
    việc nào trễ nhất
officer-pile-today-heard =
    hạn hôm nay
    hôm nay
    việc hôm nay
    đến hạn
    đến hạn hôm nay
officer-pile-new-heard =
    có việc mới
    có việc mới không
    có việc mới ko
    có việc nào mới không
    mới
    việc mới
    xem việc mới
    mục mới
officer-pile-reopened-heard =
    mở lại
    việc mở lại
    mục mở lại
officer-pile-waiting-heard =
    chờ người dân
    chờ dân
    việc chờ dân
    việc chờ người dân
    đang chờ dân
officer-pile-all-heard =
    việc
    các việc
    tất cả
    tất cả việc
    tất cả các việc
    xem tất cả
    hết
    gấp nhất
    việc gấp
    việc gấp nhất
    việc nào gấp
    việc nào gấp nhất
    làm sao biết việc nào gấp
    có việc nào gấp không
    có việc gấp không
officer-pile-area-heard =
    toàn địa bàn
    cả địa bàn
    cả xã
    cả tỉnh
officer-page = { " " }(trang { $value })
officer-pile-head-overdue = Việc quá hạn, gấp nhất trước{ $page }:
officer-pile-head-today = Việc đến hạn hôm nay{ $page }:
officer-pile-head-new = Việc mới{ $page }:
officer-pile-head-reopened = Việc mở lại{ $page }:
officer-pile-head-waiting = Việc đang chờ người dân{ $page }:
officer-pile-head-all = Tất cả việc đang mở, gấp nhất trước{ $page }:
officer-pile-in = { " – " }{ $unit }{ $page }
officer-pile-none-in = Không có việc nào như vậy ở { $unit }.
officer-pile-beside =
    chỉ
    xem
    của
    ở
    tại
    bên
    các
    những
    riêng
    thôi
    cho
    tôi
    đang
    còn
    nào
    lọc
    danh sách
    có
officer-pile-done = Không còn việc nào trong mục này.
officer-line =
    { $danger ->
        [yes] KHẨN ·{ " " }
       *[no] { "" }
    }{ $code } · { $age ->
        [0] hôm nay
       *[other] { $age } ngày
    } · hạn { $due }{ $stead }
    { $subject }{ $place }: { $title }
officer-line-stead = { " · " }thay { $value }
officer-line-place = { " " }– { $value }
officer-line-confidential =
    { $danger ->
        [yes] KHẨN ·{ " " }
       *[no] { "" }
    }{ $code } · { $age ->
        [0] hôm nay
       *[other] { $age } ngày
    } · hạn { $due }
    Nội dung giữ kín
officer-open = Mở { $code }
officer-next-page = Trang sau
officer-next-page-heard =
    tiếp
    tiếp theo
    trang tiếp
    trang tiếp theo
    xem tiếp
    xem thêm
    còn nữa
    nữa
officer-page-named =
    trang
    trang số
    xem trang
officer-open-numbered =
    mở việc
    mở việc số
    mở việc thứ
    mở vụ
    mở vụ số
    mở vụ thứ
    mở số
    mở cái
    mở cái số
    mở dòng
    xem việc
    xem việc số
    xem vụ
    xem vụ số
    việc số
    vụ số
officer-no-such-number = Danh sách không có việc số { $number } ạ.
heard-officer-counts =
    còn bao nhiêu việc chưa xử lý
    còn bao nhiêu việc chưa xong
    tỷ lệ đúng hạn
    tỉ lệ đúng hạn
    thống kê tháng này
    thống kê tuần này
    thống kê hôm nay
    tổng hợp tuần này
    tổng hợp tháng này
    số liệu
    con số
    thống kê
    tổng hợp
    tổng số
    tình hình
    bao nhiêu việc
    mấy việc
    có bao nhiêu việc
    còn bao nhiêu việc
    bao nhiêu việc quá hạn
    bao nhiêu việc trễ
    bao nhiêu việc trễ hạn
    có bao nhiêu việc trễ
    có bao nhiêu việc trễ hạn
    có bao nhiêu việc quá hạn
    số việc
    việc tới đâu rồi
    bao nhiêu
    bao nhiêu vụ
    bao nhiêu vụ việc
    có bao nhiêu vụ
    mấy vụ
    báo cáo số liệu
    tình hình chung
    tình hình địa bàn
    tình hình hiện nay
    tình hình sao rồi
    đang có bao nhiêu việc
    bao nhiêu ý kiến
    bao nhiêu phản ánh
    mới có bao nhiêu
    bn việc
    bn vụ
    bnhieu việc
    có gì nóng
    có gì nóng không
    có gì mới không
    so sánh các xã
    so sánh các phường
    số liệu tháng này
    số liệu hôm nay
    xã nào nhiều việc
    xã nào nhiều việc nhất
    hôm nay có gì
    hôm nay có gì không
    có việc gì không
    có việc gì
    hôm nay có việc gì
    có gì mới
    hôm nay thế nào
    hôm nay ra sao
    nay thế nào
    dạo này thế nào
    xin số liệu
    xin số liệu tuần
    xin số liệu tuần này
    số liệu tuần
    số liệu tuần này
    số liệu tuần qua
    tuần này bao nhiêu việc
    tuần này có bao nhiêu việc
    tuần này bao nhiêu ý kiến
    tuần này có bao nhiêu ý kiến
    7 ngày qua có bao nhiêu ý kiến
    7 ngày qua có bao nhiêu việc
    mấy ngày qua có bao nhiêu việc
    có bao nhiêu ý kiến
    có bao nhiêu phản ánh
    ai nợ trả lời
    cơ quan nào nợ trả lời
    cơ quan nào chưa trả lời
command-figures =
    số liệu
    xem số liệu
    /solieu
officer-figures =
    { $place }, lúc { $at }:
    • Đang mở: { $open } vụ việc
    • Mới trong 7 ngày (từ { $first }): { $new }
    • Quá hạn: { $overdue }
    • Cơ quan còn nợ trả lời, đã quá hạn: { $owed }
    • Cơ quan trả lời trong 7 ngày: { $answered }{ $on_time }
heard-officer-figures-why =
    là sao
    là gì
    nghĩa là gì
    là như thế nào
    vì sao
    tại sao
    sao nhiều vậy
    sao nhiều thế
    vì sao nhiều vậy
    quá hạn là gì
    quá hạn là sao
    thế nào là quá hạn
    đang mở là gì
    mới là gì
    nợ trả lời là gì
    còn nợ trả lời là gì
    số này là gì
    số này là sao
    số đó là sao
    số đó là gì
    con số này là gì
    con số này là sao
    con số đó là sao
    số này ở đâu ra
    số này lấy ở đâu
    lấy số ở đâu
    tính thế nào
    tính sao
    tính kiểu gì
    cách tính
    giải thích số liệu
    giải thích con số
heard-officer-months =
    tình hình tháng này
    tình hình tháng trước
    kết quả tháng này
    kết quả tháng trước
    tháng này đóng được bao nhiêu việc
    tháng này giải quyết được bao nhiêu việc
    tháng này so với tháng trước
    tháng này so với tháng rồi
    so với tháng trước
    so với tháng rồi
    so sánh với tháng trước
    so sánh tháng này với tháng trước
    so sánh hai tháng
    so sánh tháng trước
    tháng trước so với tháng này
    số liệu tháng trước
    số liệu tháng rồi
    thống kê tháng trước
    tổng hợp tháng trước
    tháng trước thế nào
    tháng trước bao nhiêu việc
    tháng trước bao nhiêu ý kiến
    tháng trước có bao nhiêu việc
    tháng trước có bao nhiêu ý kiến
    tháng rồi bao nhiêu việc
    tháng này tăng hay giảm
    tháng này bao nhiêu việc
    tháng này có bao nhiêu việc
    tháng này bao nhiêu ý kiến
    tháng này có bao nhiêu ý kiến
officer-months-head = { $place }, từ { $first } đến { $today }, so với từ { $before } đến { $same } và cả tháng trước:
officer-months-new = • Vụ việc mới: { $now } (cùng kỳ { $then }, cả tháng trước { $whole })
officer-months-closed = • Vụ việc đã đóng: { $now } (cùng kỳ { $then }, cả tháng trước { $whole })
officer-months-answered = • Cơ quan trả lời: { $now } (cùng kỳ { $then }, cả tháng trước { $whole })
officer-months-on-time = • Trong đó đúng hạn: { $now } (cùng kỳ { $then }, cả tháng trước { $whole })
officer-months-leaders = Số liệu theo tháng dành cho lãnh đạo, người duyệt. Việc của anh/chị: gõ “việc” để xem.
# Who is behind: one of the next four lists, one of the fifth, and a period or none.
heard-slowest-commune =
    xã nào
    phường nào
    xã phường nào
    các xã nào
    những xã nào
    địa phương nào
    đơn vị nào
    nơi nào
    chỗ nào
heard-slowest-organisation =
    tổ chức nào
    hội nào
    đoàn thể nào
    hội đoàn nào
heard-slowest-officer =
    ai
    cán bộ nào
    người nào
    nhân viên nào
    anh em nào
heard-slowest-office =
    cơ quan nào
    sở nào
    ngành nào
    sở ngành nào
    ban ngành nào
    bên nào
heard-slowest =
    chậm
    chậm nhất
    chậm trễ
    chậm trễ nhất
    làm chậm
    làm chậm nhất
    trả lời chậm
    trả lời chậm nhất
    chậm trả lời
    chậm trả lời nhất
    xử lý chậm
    xử lý chậm nhất
    giải quyết chậm
    giải quyết chậm nhất
    trễ
    trễ nhất
    trễ hạn
    trễ hạn nhiều
    trễ hạn nhiều nhất
    quá hạn
    quá hạn nhiều
    quá hạn nhiều nhất
    nhiều quá hạn
    nhiều quá hạn nhất
    nhiều việc quá hạn
    nhiều việc quá hạn nhất
    nhiều vụ quá hạn
    nhiều vụ quá hạn nhất
    nhiều việc trễ
    nhiều việc trễ nhất
    nhiều việc trễ hạn
    nhiều việc trễ hạn nhất
    việc quá hạn nhiều nhất
    tồn đọng
    tồn đọng nhiều
    tồn đọng nhiều nhất
    tồn nhiều nhất
    ì ạch nhất
heard-slowest-beside =
    trong
    của
    đang
    có
    còn
    bị
    là
    thì
    hay
    mà
    hiện
    nay
    bây
    giờ
    vậy
    thế
    hả
    cho
    tôi
    xem
    biết
    hỏi
    các
    mình
    tỉnh
heard-period-week =
    tuần này
    trong tuần này
    trong tuần
    tuần
heard-period-last-week =
    tuần trước
    tuần rồi
    tuần qua
    tuần vừa rồi
heard-period-month =
    tháng này
    trong tháng này
    trong tháng
    tháng
heard-period-last-month =
    tháng trước
    tháng rồi
    tháng vừa rồi
    tháng qua
heard-period-quarter =
    quý này
    trong quý này
    trong quý
    quý
heard-period-year =
    năm nay
    trong năm
    từ đầu năm
officer-slowest-commune = { $place }. Xã, phường có việc quá hạn, nhiều nhất đứng trước:
officer-slowest-organisation = { $place }. Tổ chức có việc quá hạn, nhiều nhất đứng trước:
officer-slowest-officer = { $place }. Cán bộ có việc quá hạn, nhiều nhất đứng trước:
officer-slowest-office = { $place }. Cơ quan trả lời trễ, nhiều nhất đứng trước:
officer-slowest-line = • { $who }: { $late } trên { $of }
officer-slowest-nobody = Không có ai trễ ạ.
officer-slowest-no-officer = Chưa ai nhận
officer-slowest-cases-days = Cách đếm: trong các vụ việc mở từ { $first } đến { $last }, bao nhiêu việc đến giờ chưa đóng mà đã qua ngày hẹn.
officer-slowest-cases-now = Cách đếm: trong các vụ việc đang mở, bao nhiêu việc đã qua ngày hẹn.
officer-slowest-answers-days = Cách đếm: trong các việc hẹn trả lời từ { $first } đến { $last }, bao nhiêu việc trả lời sau ngày hẹn, hoặc đến giờ chưa trả lời.
officer-slowest-answers-now = Cách đếm: trong các việc đang chờ trả lời, bao nhiêu việc đã qua ngày hẹn.
officer-slowest-see = Xem việc quá hạn
officer-slowest-leaders = So sánh các nơi, các cán bộ dành cho lãnh đạo, người duyệt. Việc của anh/chị: gõ “việc” để xem.
heard-what-step =
    nút tiếp nhận để làm gì
    tiếp nhận để làm gì
    tiếp nhận là gì
    tiếp nhận là sao
    bấm tiếp nhận thì sao
    nút này để làm gì
    các nút để làm gì
    các nút này để làm gì
    mấy nút này để làm gì
    mấy cái nút này để làm gì
    chuyển cơ quan để làm gì
    chuyển cơ quan là gì
    hỏi thêm là gì
    hỏi thêm để làm gì
    phân loại là gì
    phân loại để làm gì
    đôn đốc là gì
    đôn đốc để làm gì
    bấm nhầm thì sao
    bấm sai thì sao
    lỡ bấm nhầm thì sao
    lỡ bấm nhầm
    nhỡ bấm nhầm thì sao
    làm sai thì sao
    làm nhầm thì sao
officer-steps-explained =
    Các nút của một việc:
    • Tiếp nhận: nhận việc về mình, người dân được báo là Mặt trận đã nhận.
    • Hỏi thêm: hỏi người dân; trong lúc chờ thì hạn dừng lại.
    • Chuyển cơ quan: gửi nơi có thẩm quyền, hẹn ngày trả lời, rồi đôn đốc và ghi trả lời.
    • Trả lời dân: viết cho người dân mà việc vẫn mở.
    • Đóng: ghi kết quả, người dân được báo và đánh giá.

    Điều gì gửi đến người dân cũng được xem lại trước, chưa bấm gửi thì chưa đi. Lỡ nhầm thì gõ “hoàn tác”, tôi chỉ bước sửa lại; điều đã nói thì gõ “đính chính”.
# What residents said of what was closed; the first list is asked alone or with a period.
heard-officer-ratings =
    dân có hài lòng không
    dân hài lòng không
    dân hài lòng chưa
    dân có ưng không
    hài lòng không
    có hài lòng không
    hài lòng thế nào
    bao nhiêu người hài lòng
    bao nhiêu người chưa hài lòng
    bao nhiêu người không hài lòng
    bao nhiêu dân hài lòng
    bao nhiêu hài lòng
    mấy người hài lòng
    mấy người chưa hài lòng
    mấy người không hài lòng
    có ai chưa hài lòng không
    có ai không hài lòng không
    mức độ hài lòng
    mức hài lòng
    tỷ lệ hài lòng
    tỉ lệ hài lòng
    số liệu hài lòng
    sự hài lòng
    dân đánh giá thế nào
    dân đánh giá ra sao
    dân đánh giá sao
    dân đánh giá
    đánh giá của dân
    đánh giá của người dân
    đánh giá của bà con
    đánh giá thế nào
    bao nhiêu đánh giá
    mấy đánh giá
    bao nhiêu người đánh giá
    mấy người đánh giá
    kết quả đánh giá
heard-officer-ratings-beside =
    người
    bà
    con
    của
    có
    trong
    về
    là
    thì
    đã
    kết
    quả
    xem
    cho
    tôi
    biết
officer-period =
    { $place }, từ { $first } đến { $last }:
    • Vụ việc mới: { $new }
    • Vụ việc đã đóng: { $closed }
    • Cơ quan trả lời: { $answered }{ $on_time }
officer-ratings-head = { $place }, vụ việc đóng từ { $first } đến { $last }:
officer-ratings = • Người dân đánh giá: { $rated } trên { $closed } vụ việc đã đóng (rất hài lòng { $very }, hài lòng { $satisfied }, chưa hài lòng { $unhappy })
officer-ratings-none = • Người dân đánh giá: chưa có, trong { $closed } vụ việc đã đóng
officer-ratings-nothing-closed = • Người dân đánh giá: chưa có, vì chưa đóng vụ việc nào
officer-ratings-how = Một vụ việc có thể có nhiều người đánh giá; việc người dân rút lại hay đã gộp vào việc khác thì không tính.
officer-figures-explained =
    Các con số được đếm từ vụ việc, ngay lúc hỏi:
    • Đang mở: vụ việc chưa đóng.
    • Mới: vụ việc mở trong 7 ngày, tính cả hôm nay, dù nay đã đóng.
    • Quá hạn: chưa đóng mà ngày hẹn đã qua; đang dừng để chờ người dân thì không tính.
    • Cơ quan còn nợ: đã chuyển, đã qua ngày hẹn, chưa có trả lời.
    • Trả lời đúng hạn: trả lời đến trước hết ngày hẹn.
    • Người dân đánh giá: vụ việc đóng trong 7 ngày; việc rút lại, việc đã gộp thì không tính.

    Vụ việc giữ kín của nơi khác không nằm trong số này. Muốn xem từng việc, anh/chị bấm tên mục; ngày hẹn của một việc thì mở việc đó, bấm “Vì sao hạn này?”.
officer-figures-on-time = , đúng hạn { $value }
officer-figures-offices = Cơ quan quá hạn trả lời:
officer-figures-office = • { $office }: { $count } việc
officer-figures-communes = Nhiều việc quá hạn nhất:
officer-how-stands =
    số liệu
    số liệu tuần này
    cho tôi số liệu
    cho tôi số liệu tuần này
    xin số liệu
    có gì không
    có gì mới không
    có việc gì không
    bao nhiêu ý kiến
    thế nào
    ra sao
    sao rồi
    tình hình
    bao nhiêu việc
    mấy việc
    có gì
    có việc gì
    chậm không
officer-older = Cũ hơn

## Tìm vụ việc

command-find =
    tìm
    tìm kiếm
    tìm vụ việc
    tìm việc
    tìm hồ sơ
    /tim
    /timkiem
officer-find-named =
    tìm
    tìm kiếm
    tìm xem
    tìm lại
    cần tìm
    muốn tìm
    kiếm
    tra
    tra cứu
    tra tìm
    /tim
officer-find-joining =
    cho tôi
    cho mình
    cho em
    cho anh
    cho chị
    giúp
    giúp tôi
    giúp em
    hộ
    hộ tôi
    giùm
    kiếm
    cái
    mấy
    các
    những
    vụ
    việc
    vụ việc
    hồ sơ
    phản ánh
    ý kiến
    đơn
    mã
    mã hồ sơ
    số điện thoại
    sđt
    sdt
    có
    ở
    tại
    về
    liên quan
    liên quan đến
    của
officer-find-end =
    ạ
    nhé
    nhe
    nha
    giúp
    giùm
    dùm
    hộ
    với
    đi
    xem
    nào
    tôi
    cái
officer-find-ask = Anh/chị tìm gì ạ? Gõ vài chữ trong lời kể hay nơi xảy ra việc (ngõ 12, đèn đường), mã hồ sơ, hoặc số điện thoại người gửi.
officer-find-this = Tìm “{ $text }”
officer-find-head = Vụ việc có “{ $text }”, mới nhất trước{ $page }:
officer-find-head-loose = Không có vụ việc nào viết liền “{ $text }”. Những vụ việc dưới đây có đủ các chữ ấy, mới nhất trước{ $page }:
officer-find-line =
    { $code } · { $day } · { $status }
    { $subject }{ $place }: { $title }
officer-find-none =
    Không thấy vụ việc nào có “{ $text }” trong phạm vi của anh/chị.

    Anh/chị thử ít chữ hơn (“ngõ 12”), chữ khác người dân hay dùng, mã hồ sơ, hoặc số điện thoại người gửi. Vụ việc giữ kín chỉ mở được bằng mã.

## Thẻ vụ việc

officer-card =
    { $danger ->
        [yes] KHẨN ·{ " " }
       *[no] { "" }
    }{ $confidential ->
        [yes] GIỮ KÍN ·{ " " }
       *[no] { "" }
    }{ $code } · { $state }
    Hạn: { $due }
    { $kind } · { $subject }
    Nơi: { $place }
    Người phản ánh: { $people } ({ $petitions } lượt), { $age ->
        [0] từ hôm nay
       *[other] đã { $age } ngày
    }{ $returned ->
        [yes] { "," } việc tái diễn
       *[no] { "" }
    }
    Nơi xử lý: { $body }{ $officer }{ $stead }
officer-card-officer = { ", " }{ $value } phụ trách
officer-card-stead = { "; " }anh/chị đang thay { $value }
officer-card-more = Còn { $count } ý kiến khác trong vụ việc này.
officer-card-story = Diễn biến gần đây:
officer-card-failed = Chưa báo được cho { $count } người (gần nhất ngày { $day }): tin không đến nơi.
officer-card-perhaps = Không rõ { $count } người đã nhận được tin hay chưa (gần nhất ngày { $day }): mạng ngắt khi đang gửi. Nếu cần, hãy gọi hoặc nhắn lại.
officer-due = { $day } ({ $left })
officer-due-none = không có
officer-due-by-hand = Hạn { $day } do { $who } ghi lúc { $at }{ $reason }.
officer-text = { $text }
officer-lines =
    { $first }
    { $rest }
officer-place-named = { $place }, { $unit }
officer-petition =
    { $code } · { $filed } · { $sender }
    “{ $text }”{ $files ->
        [0] { "" }
       *[other] { " " }({ $files } ảnh, tệp)
    }{ $pin }
officer-petition-pin = { " " }(vị trí: { $value })
officer-petitions-head = Các ý kiến trong vụ việc { $code } ({ $count }):
officer-sender = { $name }{ $phone }{ $behalf } · { $visibility }
officer-sender-phone = { ", " }{ $value }
officer-sender-behalf = { " " }({ $value })
officer-sender-no-name = chưa ghi tên
officer-sender-none = không ghi tên
officer-sender-masked = tên được giữ kín
officer-quoted = { ": " }“{ $text }”
officer-event = { $at } · { $who }: { $step }{ $about }{ $text }
officer-event-about = { " " }({ $value })
officer-who-resident = Người dân
officer-until = đến { $day }
officer-hand-over = { ": " }bàn giao khi thay đổi nhân sự
officer-history-head = Diễn biến vụ việc { $code }:
officer-look-petitions = Xem đủ ý kiến
officer-look-history = Xem diễn biến
officer-look-why = Vì sao hạn này?
officer-status-line = { $code } · { $state } · hạn { $due }
step-file = Gửi ý kiến
step-took-in = Nhận gộp vụ việc khác
step-gave-back = Tách lại vụ việc đã gộp

## Các bước

officer-more-steps = Thêm…
officer-more-head = Các việc khác có thể làm với { $code }:
officer-step-accept = Tiếp nhận
officer-step-classify = Phân loại
officer-step-ask = Hỏi thêm
officer-step-supply = Ghi lời người dân
officer-step-verify = Đang xác minh
officer-step-refer = Chuyển cơ quan
officer-step-acknowledge = Cơ quan đã nhận
officer-step-start = Đang xử lý
officer-step-extend = Gia hạn
officer-step-remind = Đôn đốc
officer-step-hand-back = Cơ quan trả lại
officer-step-answer = Ghi trả lời
officer-step-check = Hỏi lại người dân
officer-step-confirm = Dân báo đã được
officer-step-dispute = Dân chưa đồng ý
officer-step-close = Đóng vụ việc
officer-step-propose-decline = Đề nghị từ chối
officer-step-decline = Duyệt từ chối
officer-step-withdraw = Dân rút đơn
officer-step-merge = Gộp vụ việc
officer-step-unmerge = Hủy gộp
officer-step-split = Tách nội dung
officer-step-reopen = Mở lại
officer-step-reassign = Giao người khác
officer-step-recuse = Tôi có liên quan
officer-step-note = Ghi chú
officer-step-reply = Trả lời dân
officer-step-correct = Đính chính

officer-step-not-now = Bước này nay không còn phù hợp. Vụ việc hiện như sau:
officer-step-not-referred = Vụ việc này chưa chuyển đến cơ quan nào, nên chưa làm được bước này. Vụ việc hiện như sau:
officer-changed-meanwhile = Trong lúc đó đã có thay đổi ở vụ việc { $code }:
officer-do-anyway = Vẫn làm
officer-line-added = Đã ghi thêm: “{ $text }”
officer-line-kept = Đã giữ câu này để ghi kèm: “{ $text }”
officer-about = Vụ việc { $code }: { $subject }{ $place }
officer-about-confidential = Vụ việc { $code }
officer-confirm = Anh/chị xem đã đúng chưa ạ?
officer-send = Gửi
officer-write-down = Ghi lại
officer-preview =
    { $people ->
        [1] Tin sẽ gửi đến 01 người:
       *[other] Tin sẽ gửi đến { $people } người:
    }

    { $message }
officer-everybody = Tất cả ({ $people } người)
officer-petition-code = Riêng { $code }{ $text }
officer-petition-begins = { " · " }{ $value }
officer-day = { $day }
officer-day-not-in-calendar = Lịch không có ngày này ạ. Anh/chị ghi ngày như 5/12, 5/12/2026, hoặc số ngày làm việc như 10 ngày.
officer-day-not-understood = Anh/chị ghi ngày như 5/12, 5/12/2026, hoặc số ngày làm việc như 10 ngày ạ.

officer-label-whom = Gửi ai
officer-label-text = Nội dung
officer-label-reason = Lý do
officer-label-guidance = Hướng dẫn
officer-label-title = Tên việc
officer-label-day = Ngày
officer-label-authority = Cơ quan
officer-label-check = Hỏi lại người dân
officer-label-outcome = Kết quả
officer-label-photos = Ảnh
officer-label-to = Giao cho
officer-label-stays = Cách tách
officer-label-into = Gộp vào

officer-reply-whom = Anh/chị trả lời ai ạ?
officer-reply-ask = Anh/chị viết câu trả lời cho vụ việc { $code }. Người dân sẽ đọc đúng lời này.
officer-done-reply = Đã gửi câu trả lời.
officer-ask-whom = Anh/chị hỏi ai ạ?
officer-ask-ask = Anh/chị viết câu hỏi về vụ việc { $code }. Câu trả lời sẽ về đúng vụ việc này.
officer-done-ask = Đã gửi câu hỏi. Có trả lời, tôi báo anh/chị.
officer-note-ask = Anh/chị viết ghi chú cho vụ việc { $code }. Chỉ cán bộ đọc được.
officer-done-note = Đã lưu ghi chú.
officer-correct-which = Anh/chị đính chính tin nào ạ?
officer-said = { $day }: { $text }
officer-correct-ask = Anh/chị viết lại cho đúng, về vụ việc { $code }. Người dân sẽ thấy cả câu cũ và câu đính chính.
officer-done-correct = Đã gửi đính chính.
button-amend = Sửa kết quả
officer-amend-how =
    Bà con đã được báo: “{ $told }”

    Kết quả đúng là gì ạ? Bà con sẽ đọc một tin đính chính.
officer-amend-same = Vẫn là: { $outcome }
officer-amend-reopen = Chưa xong, mở lại
officer-amend-send = Gửi đính chính
error-nothing-to-correct = Chưa có tin nào gửi người dân để đính chính.

officer-done-accept = Đã tiếp nhận và báo người dân.
officer-done-verify = Đã ghi: đang xác minh.
officer-done-start = Đã ghi: đang xử lý.
officer-done-acknowledge = Đã ghi: cơ quan đã nhận.
officer-done-check = Đã hỏi lại người dân. Có trả lời, tôi báo anh/chị.

officer-refer-whom = Chuyển đến cơ quan nào ạ? Anh/chị chọn hoặc gõ tên cơ quan.
officer-refer-reason = Lý do “{ $reason }” không đi kèm khi chuyển cơ quan. Chuyển xong, muốn lưu lại thì anh/chị gõ “ghi chú: …” ạ.
officer-refer-until = Đề nghị trả lời trước hết ngày nào ạ? Anh/chị chọn, hoặc ghi ngày (5/12) hay số ngày làm việc (15 ngày).
officer-refer-sum = Chuyển đến { $authority }, hạn trả lời { $due }. Người dân sẽ được báo.
officer-refer-send = Chuyển
officer-refer-elsewhere = { $place } ở ngoài địa bàn { $province }, và mới là tên nơi, chưa phải tên cơ quan. Vụ việc này không giao thẳng sang đó được. Nếu muốn chuyển đơn, anh/chị gõ tên cơ quan, ví dụ “{ $authority }” ạ.
officer-done-refer = Đã ghi chuyển cơ quan và báo người dân.
officer-authority-unknown = cơ quan
officer-referral = { $authority } (chuyển { $day })
officer-which-referral = Về cơ quan nào ạ?
officer-remind-sum = Ghi đôn đốc lần { $number } đối với { $authority }. Người dân sẽ được báo là đã nhắc.
officer-remind-send = Ghi đôn đốc
officer-done-remind = Đã ghi đôn đốc.
officer-extend-until = Gia hạn đến ngày nào ạ? Ghi ngày (5/12) hay số ngày làm việc (10 ngày).
officer-extend-why = Lý do gia hạn? Người dân sẽ đọc lý do này.
officer-extend-sum = Gia hạn đến { $due }, lý do: { $reason }. Người dân sẽ được báo.
officer-extend-send = Gia hạn
officer-done-extend = Đã gia hạn.
officer-hand-back-why = Cơ quan trả lại vì sao ạ? Lý do này chỉ cán bộ đọc.
officer-hand-back-sum = Ghi: cơ quan trả lại, lý do: { $reason }
officer-done-hand-back = Đã ghi. Anh/chị chọn nơi khác để chuyển.
officer-answer-ask = Về vụ việc { $code }, cơ quan trả lời thế nào ạ? Anh/chị ghi gọn, dễ hiểu; người dân sẽ đọc.
officer-check-ask = Hỏi người dân ngay là kết quả được chưa?
officer-check-yes = Hỏi ngay
officer-check-no = Chưa hỏi
officer-answer-sum =
    { $authority } trả lời:

    { $text }

    { $check ->
        [yes] Người dân được báo và được hỏi lại ngay.
       *[no] Người dân được báo, chưa hỏi lại.
    }
officer-done-answer = Đã ghi trả lời và báo người dân.
error-no-referral = Vụ việc này không có cơ quan nào đang phải trả lời.
error-day-passed = Ngày này đã qua rồi ạ.
error-day-not-later = Ngày gia hạn phải sau hạn hiện nay ạ.

officer-close-how = Vụ việc kết thúc thế nào ạ?
officer-close-how-unchecked =
    Vụ việc kết thúc thế nào ạ?

    Chưa ghi được “Cơ quan đã giải quyết xong”: cần có trả lời của cơ quan và hỏi lại người dân trước đã.
officer-outcome-resolved = Cơ quan đã giải quyết xong
officer-outcome-explained = Đã giải trình, thông tin
officer-outcome-guided = Đã hướng dẫn nơi gửi
officer-outcome-filed = Lưu theo dõi
officer-outcome-resolved-heard =
    đã giải quyết
    đã giải quyết xong
    giải quyết xong
    xong
    đã xong
    xong rồi
    đã sửa
    đã sửa xong
    đã làm xong
officer-outcome-explained-heard =
    đã giải thích
    giải thích
    giải thích rồi
    đã giải trình
    giải trình
    đã thông tin
    đã trả lời
    trả lời rồi
officer-outcome-guided-heard =
    hướng dẫn
    đã hướng dẫn
    hướng dẫn rồi
officer-outcome-filed-heard =
    lưu
    lưu lại
    lưu hồ sơ
officer-close-ask = Anh/chị ghi kết quả vụ việc { $code } để báo người dân.
officer-close-photos = Có ảnh kết quả thì anh/chị gửi vào đây (tối đa 5). Không có thì bấm “Bỏ qua”.
officer-photos-so-far = Đã nhận { $count } ảnh, tệp. Gửi thêm hoặc bấm “Tiếp tục”.
officer-photos-only = Phần này chỉ nhận ảnh, tệp. Không có thì bấm nút bên dưới ạ.
officer-photos-kept = Đã nhận { $count } ảnh, tệp, sẽ gửi kèm kết quả.
officer-photo-nowhere = Ảnh, tệp anh/chị vừa gửi chưa được lưu vào vụ việc nào. Muốn gửi ảnh kết quả cho người dân, anh/chị mở vụ việc, gõ “đóng vụ này” rồi gửi ảnh.
officer-close-sum =
    Đóng vụ việc: { $outcome }

    { $text }

    Ảnh, tệp: { $photos }. Báo cho { $people } người.
officer-close-send = Đóng
officer-done-close = Đã đóng vụ việc và báo người dân.
officer-propose-decline-why = Vì sao đề nghị không tiếp nhận ạ?
officer-propose-decline-sum = Đề nghị không tiếp nhận, lý do: { $reason }. Lãnh đạo hoặc người duyệt sẽ quyết định; người dân chưa được báo.
officer-propose-decline-send = Gửi đề nghị
officer-done-propose-decline = Đã gửi đề nghị đến người duyệt.
officer-decline-why = Lý do không tiếp nhận? Người dân sẽ đọc lý do này.
officer-decline-why-proposed =
    Cán bộ đề nghị không tiếp nhận vì: “{ $proposed }”

    Anh/chị dùng lý do này hay viết lại? Người dân sẽ đọc lý do này.
officer-decline-as-proposed = Dùng lý do này
officer-decline-guidance = Người dân có thể làm gì, gửi đến đâu? Không có thì bấm “Bỏ qua”.
officer-decline-sum = Không tiếp nhận, lý do: { $reason }{ $guidance }. Người dân sẽ được báo.
officer-decline-sum-guidance = { ". " }Hướng dẫn: { $value }
officer-decline-send = Duyệt từ chối
officer-done-decline = Đã quyết định không tiếp nhận và báo người dân.
officer-reopen-why = Vì sao mở lại ạ?
officer-reopen-sum = Mở lại vụ việc, lý do: { $reason }. Người dân sẽ được báo.
officer-reopen-send = Mở lại
officer-done-reopen = Đã mở lại và báo người dân.

officer-supply-whose = Lời của người gửi nào ạ?
officer-supply-ask = Người dân cho biết thêm điều gì ạ (qua điện thoại, gặp trực tiếp)?
officer-done-supply = Đã ghi lời người dân.
officer-confirm-whose = Ai cho biết ạ?
officer-confirm-ask = Người dân nói đã được thế nào, ai nói, bao giờ ạ?
officer-done-confirm = Đã ghi. Anh/chị có thể đóng vụ việc.
officer-dispute-ask = Người dân chưa đồng ý điều gì ạ?
officer-dispute-sum = Ghi: người dân chưa đồng ý, vì: { $reason }
officer-done-dispute = Đã ghi. Vụ việc được xem xét lại.
officer-withdraw-whose = Ai rút ạ?
officer-withdraw-how = Rút bằng cách nào (đơn giấy ngày nào, gặp trực tiếp)?
officer-withdraw-sum = Ghi: người gửi rút, { $reason }
officer-done-withdraw = Đã ghi việc rút.

officer-classify-kind = Việc này thuộc loại nào ạ?
officer-classify-subject = Thuộc lĩnh vực nào ạ?
officer-classify-sum = Phân loại: { $kind } · { $subject }
officer-done-classify = Đã phân loại.
officer-refer-unsure = Chưa rõ thì anh/chị chọn nơi đứng đầu các nút: đó là nơi thường giải quyết loại việc này. UBND cấp xã nhận được mọi việc và chuyển tiếp.
officer-reassign-whom = Giao cho ai ạ? Anh/chị chọn, hoặc gõ tên xã, phường khác trong tỉnh.
officer-reassign-commune = Ở đây chưa có ai khác trên hệ thống. Giao cho xã, phường nào trong tỉnh ạ? Anh/chị gõ tên.
officer-hand-or-refer = { $place }: anh/chị muốn Mặt trận ở đó nhận xử lý việc này, hay Mặt trận mình chuyển đơn đến cơ quan và theo dõi tiếp ạ?
officer-hand-nobody-there = { $place } chưa có cán bộ trên hệ thống nhận được việc này, nên không giao thẳng đến đó được ạ.
officer-hand-here = Việc này đang ở { $place } rồi ạ.
officer-hand-to = Giao cho { $body }
officer-hand-refer = Chuyển đơn đến { $authority }
officer-hand-committee = UBND { $unit }
officer-colleague = { $name }
officer-reassign-why = Lý do giao?
officer-reassign-away = { $name } đang nghỉ đến hết ngày { $last }, { $substitute } thay: việc sẽ nằm trong danh sách của người thay.
officer-reassign-away-alone = { $name } đang nghỉ đến hết ngày { $last }, không có người thay: việc sẽ chờ đến khi người ấy về.
officer-has-it = Vụ việc { $code } đang do chính người ấy phụ trách rồi ạ.
officer-reassign-sum = Giao cho { $to }, lý do: { $reason }
officer-reassign-send = Giao
officer-done-reassign = Đã giao.
error-not-of-the-body = Người này không thuộc nơi đang xử lý, hoặc có liên quan đến vụ việc.
error-nobody-to-give-to = Chưa có cán bộ hay tổ chức nào khác trên hệ thống để giao.
error-body-without-officer = Nơi này chưa có cán bộ trên hệ thống.
officer-recuse-why = Anh/chị liên quan thế nào (người thân, hàng xóm, lợi ích)? Không muốn nói thì bấm “Bỏ qua”.
officer-recuse-sum = Từ nay anh/chị không xem, không xử lý và không nhận tin về vụ việc này. Không tự hủy được.
officer-recuse-send = Đúng, tôi có liên quan
officer-done-recuse = Đã ghi. Vụ việc do người khác xử lý.
officer-split-whose = Tách ý kiến nào ạ?
officer-split-how = Tách thế nào ạ?
officer-split-two = Ý kiến có hai việc
officer-split-wrong = Ý kiến là việc khác
officer-split-title = Việc tách ra là việc gì ạ? Ghi ngắn gọn.
officer-split-sum =
    { $stays ->
        [yes] Thêm một vụ việc: { $title } · { $subject }. Ý kiến thuộc cả hai vụ việc.
       *[no] Chuyển ý kiến sang vụ việc riêng: { $title } · { $subject }.
    }
officer-split-send = Tách
officer-done-split = Đã tách. Vụ việc mới:
error-alone-in-case = Vụ việc này chỉ có một ý kiến nên không cần tách.
officer-merge-into = Gộp vào vụ việc nào ạ? Anh/chị chọn hoặc gõ mã.
officer-similar = { $code } · { $title }
officer-merge-sum = Gộp { $people } người của vụ việc này vào vụ việc kia. Ai cũng giữ mã riêng và được báo; không ai đọc lời người khác. Hủy gộp được.
officer-merge-send = Gộp
officer-done-merge = Đã gộp. Vụ việc chung:
error-merge-itself = Không gộp một vụ việc vào chính nó ạ.
error-merge-confidential = Nội dung giữ kín không gộp với nội dung thường.
officer-unmerge-sum = Tách lại vụ việc này như trước khi gộp. Người dân sẽ được báo.
officer-unmerge-send = Hủy gộp
officer-done-unmerge = Đã hủy gộp.
error-not-merged = Vụ việc này không bị gộp.
error-withdraw-on-paper = Khiếu nại, tố cáo muốn rút thì cần đơn có chữ ký. Ông/bà bấm “Gặp cán bộ” để được hướng dẫn ạ.

## Tin báo cho cán bộ

officer-supplied =
    Người dân bổ sung cho { $code }{ $words }{ $files ->
        [0] { "" }
       *[other] { " " }({ $files } ảnh, tệp)
    }
officer-confirmed = Người dân cho biết việc { $code } đã được. Anh/chị có thể đóng vụ việc.
officer-reopened-by-us = Mở lại
officer-near-command = Ý là “{ $phrase }”
officer-disputed = Người dân chưa đồng ý với kết quả, mã { $code }{ $reason }
officer-withdrawn = Người dân đã rút { $code }; vụ việc được đóng.
officer-withdrawn-one = Người dân đã rút { $code }; vụ việc còn người khác nên tiếp tục.
officer-reopened = Người dân đề nghị xem lại { $code }{ $reason }
officer-not-satisfied = Người dân chưa hài lòng với kết quả, mã { $code }{ $words }
officer-not-satisfied-why = Về đánh giá chưa hài lòng, mã { $code }, người dân nói thêm{ $words }
officer-left-case = Người gửi { $code } cho biết việc của mình khác; đã tách thành vụ việc { $new }.
officer-given-to-you = Anh/chị được giao vụ việc { $code }{ $reason }
officer-given-to-body = Vụ việc { $code } được chuyển đến nơi anh/chị{ $reason }
officer-recused = Vụ việc { $code }: một cán bộ có liên quan nên không xử lý nữa. Mời anh/chị xem.
officer-decline-proposed = Đề nghị không tiếp nhận { $code }{ $reason }. Mời anh/chị quyết định.
officer-declined = Vụ việc { $code } đã được quyết định không tiếp nhận.
officer-merged-into = Vụ việc { $other } đã gộp vào { $code }.
officer-handed-over = { $name } bàn giao cho anh/chị { $cases } vụ việc đang mở. { $added }Gõ “việc” để xem.
officer-handed-over-scopes = Từ nay anh/chị phụ trách thêm: { $scopes }.{ " " }
