# What an administrator does in chat.

help-administrator = Quản trị: gõ “thêm cán bộ”, “đổi địa bàn”, “văn phòng”, “lịch báo cáo”, “ký báo cáo”, “lỗi”.
administrator-name = Quản trị
command-add-officer =
    thêm cán bộ
    mời cán bộ
    /themcanbo
add-officer-name = Anh/chị cho biết họ tên cán bộ cần thêm ạ.
add-officer-commune = Cán bộ phụ trách xã, phường nào ạ? Anh/chị gõ tên xã, phường; cả tỉnh thì gõ “cả tỉnh Nghệ An”.
workplace-whole = Cả { $province }
# Before the name of a province, or alone where its communes are listed.
heard-whole-province =
    cả
    cả tỉnh
    cả tỉnh này
    cả thành phố
    toàn
    toàn tỉnh
    toàn thành phố
    trọn tỉnh
    hết tỉnh
    tất cả tỉnh
    tất cả các xã của
    tất cả các xã ở
    tất cả xã của
    tất cả
    mọi xã của
    mọi xã ở
add-officer-organisation = Cán bộ thuộc tổ chức nào ạ?
add-officer-role = Cán bộ giữ vai trò nào ạ?
add-officer-label-name = Họ tên
add-officer-label-role = Vai trò
add-officer-sum =
    Thêm cán bộ:
    • Họ tên: { $name }
    • Nơi: { $unit }
    • Tổ chức: { $organisation }
    • Vai trò: { $role }
add-officer-send = Đúng, thêm
button-add-officer = Thêm cán bộ
admin-accounts =
    xóa tài khoản
    ai phụ trách xã
    ai phụ trách phường
    ai đang phụ trách xã
    ai đang phụ trách phường
    danh sách cán bộ
    xem cán bộ
    xóa cán bộ
    xoá cán bộ
    bỏ cán bộ
    khóa cán bộ
    khoá cán bộ
    khóa tài khoản
    khoá tài khoản
    ngừng tài khoản
    đổi tên cán bộ
    sửa cán bộ
    khóa
    khoá
    mời lại
    gửi lại link
    gửi lại đường dẫn
    thêm nhầm
    thêm nhầm rồi
    mời nhầm
admin-accounts-where = Trong trò chuyện thêm được cán bộ và đổi được địa bàn. Xem danh sách, mời lại, ngừng hay bàn giao tài khoản thì làm trên máy chủ: nghedan officer list, nghedan officer invite SỐ, nghedan officer disable SỐ. Đường dẫn mời chưa ai dùng sẽ hết hạn sau 7 ngày.
add-officer-done = Đã thêm { $name }, { $organisation } { $unit }.
add-officer-link =
    Anh/chị gửi riêng cho người ấy đường dẫn này. Đường dẫn dùng được một lần, đến { $until }:
    { $links }

command-scope =
    đổi địa bàn
    đổi phạm vi
    đổi nơi phụ trách
    /diaban
admin-scope =
    đổi địa bàn cho
    đổi địa bàn của
    đổi địa bàn cán bộ
    đổi địa bàn
    đổi nơi phụ trách cho
    đổi nơi phụ trách của
    đổi nơi phụ trách
    đổi phạm vi của
    đổi phạm vi cho
    đổi phạm vi
    chuyển địa bàn cho
    chuyển địa bàn của
    chuyển địa bàn
    thêm địa bàn cho
    thêm xã cho
    bớt địa bàn của
    bớt xã của
button-scope = Đổi địa bàn cán bộ
scope-whom = Đổi địa bàn của cán bộ nào ạ? Anh/chị gõ họ tên, hoặc số tài khoản.
scope-which = Có mấy người trùng tên. Anh/chị chọn giúp ạ:
scope-account = { $name } · { $where }
scope-nobody = Không có cán bộ nào đang làm việc tên “{ $name }” ạ.
scope-too-many = Nhiều người tên “{ $name }” quá, anh/chị gõ đủ họ tên giúp ạ.
scope-again = Gõ tên khác
scope-what =
    { $name } đang phụ trách: { $scopes }.

    Anh/chị muốn đổi thế nào ạ?
scope-label-what = Đổi thế nào
scope-more = Thêm một nơi
scope-elsewhere = Chuyển hẳn sang nơi khác
scope-less = Thôi phụ trách { $where }
scope-commune = Xã, phường nào, hay cả tỉnh ạ? Anh/chị gõ tên, ví dụ “xã Quảng Điền” hoặc “cả tỉnh Nghệ An”.
scope-sum =
    { $name }
    • Đang phụ trách: { $before }
    • Sau khi đổi: { $after }

    Cán bộ được báo ngay. Việc đang mở ngoài địa bàn mới trả về nơi đang xử lý.
scope-send = Đúng, đổi
scope-undo = Hoàn tác
scope-done =
    Đã đổi và báo cho cán bộ.{ $cases ->
        [0] { "" }
       *[other] { " " }{ $cases } việc đang mở đã trả về nơi đang xử lý.
    }
scope-undone = Đã đổi lại như trước: { $scopes }. Cán bộ được báo.
scope-cases-waiting = { $cases } việc đã trả về khi đổi vẫn nằm chung ở đơn vị, chưa ai nhận: cán bộ này và đồng nghiệp đều thấy. Anh/chị có muốn giao lại như cũ không ạ?
scope-cases-again = Giao lại { $cases } việc
scope-cases-given =
    { $cases ->
        [0] Không còn việc nào để giao lại: đã có người nhận, hoặc đã đóng.
       *[other] Đã giao lại { $cases } việc cho cán bộ.
    }
officer-scopes-changed =
    Từ nay anh/chị phụ trách: { $scopes }.{ $cases ->
        [0] { "" }
       *[other] { " " }{ $cases } việc của anh/chị ngoài địa bàn này đã trả về nơi đang xử lý.
    } Nếu chưa đúng, anh/chị báo người quản trị.
error-scope-not-there = Cán bộ không phụ trách nơi này ạ.
error-scope-none-left = Cán bộ phải còn ít nhất một nơi phụ trách. Muốn ngừng tài khoản thì làm trên máy chủ: nghedan officer disable.
error-scope-the-same = Cán bộ đã phụ trách đúng như vậy rồi, không có gì thay đổi ạ.
error-scope-never-changed = Địa bàn của cán bộ này chưa từng được đổi.
error-scope-changed-since = Địa bàn của cán bộ này đã được đổi tiếp sau lần đó, nên không hoàn tác được nữa. Anh/chị đổi lại bằng lệnh “đổi địa bàn”.
add-officer-send-heard =
    thêm đi
    đúng rồi thêm
    đúng rồi thêm đi
    thêm
    ok thêm
    đồng ý thêm
    đúng thêm
    thêm luôn
scope-send-heard =
    đổi đi
    đổi luôn
    đúng rồi đổi
    đúng rồi đổi đi
    đổi
    ok đổi
    đồng ý đổi
    đúng đổi
    đổi luôn
