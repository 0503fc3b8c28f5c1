# Tệp mà người dân gửi: vì sao không nhận được, và làm gì tiếp theo.

file-refused-size = Tệp ông/bà vừa gửi lớn quá { $megabytes } MB nên tôi chưa nhận được. Nhờ ông/bà gửi ảnh hoặc tệp nhỏ hơn ạ.
file-refused-type = Tôi chưa nhận được loại tệp ông/bà vừa gửi. Nhờ ông/bà gửi ảnh, tệp PDF, Word (docx), Excel (xlsx), tin nhắn thoại hoặc video MP4 ạ.
file-refused-heic = Tôi chưa mở được ảnh kiểu HEIC của điện thoại. Nhờ ông/bà chụp màn hình tấm ảnh đó rồi gửi lại, hoặc gửi ảnh JPEG ạ.
file-refused-unreadable = Ảnh ông/bà vừa gửi bị hỏng nên tôi chưa mở được. Nhờ ông/bà chụp hoặc gửi lại giúp ạ.
file-refused-too-many-pixels = Ảnh ông/bà vừa gửi có kích thước quá lớn nên tôi chưa mở được. Nhờ ông/bà gửi ảnh thường, không gửi dưới dạng tệp ạ.
file-refused-empty = Tệp ông/bà vừa gửi không có nội dung. Nhờ ông/bà gửi lại giúp ạ.
file-refused-macro = Tệp ông/bà vừa gửi có chứa chương trình (macro) nên tôi không nhận, để giữ an toàn. Nhờ ông/bà lưu thành PDF rồi gửi lại ạ.
file-failed = Rất tiếc, tôi chưa tải được tệp ông/bà gửi. Lời ông/bà viết vẫn được giữ. Nhờ ông/bà gửi lại tệp đó giúp ạ.

# Cũng như trên, nói với cán bộ.

