# What an administrator does in chat.

administrator-name = Quản trị
command-add-officer =
    thêm cán bộ
    mời cán bộ
    /themcanbo
add-officer-name = Anh/chị cho biết họ tên cán bộ cần thêm ạ.
add-officer-commune = Cán bộ phụ trách xã, phường nào ạ? Anh/chị gõ tên xã, phường.
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
admin-accounts-where = Trong trò chuyện chỉ thêm được cán bộ. Xem danh sách, mời lại, ngừng hay bàn giao tài khoản thì làm trên máy chủ: nghedan officer list, nghedan officer invite SỐ, nghedan officer disable SỐ. Đường dẫn mời chưa ai dùng sẽ hết hạn sau 7 ngày.
add-officer-done = Đã thêm { $name }, { $organisation } { $unit }.
add-officer-link =
    Anh/chị gửi riêng cho người ấy đường dẫn này. Đường dẫn dùng được một lần, đến { $until }:
    { $links }
