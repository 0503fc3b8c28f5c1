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
add-officer-done = Đã thêm { $name }, { $organisation } { $unit }.
add-officer-link =
    Anh/chị gửi riêng cho người ấy đường dẫn này. Đường dẫn dùng được một lần, đến { $until }:
    { $links }
