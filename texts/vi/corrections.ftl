# An answer corrected in words: "à nhầm, hẻm 7", "số nhà 12 chứ không phải 21", "sửa chỗ: …", and what is said of it.

corrected-words = Tôi đã sửa “{ $old }” thành “{ $new }”.
corrected-place = Tôi đã ghi chỗ: { $new }.
kept-answer = Tôi đã ghi { $what }: { $new }.
kept-as-it-is = Vâng, phần { $what } vẫn là: { $new }.
corrected-answer = Tôi đã sửa phần { $what }: { $new }.

# Between what is meant and what is not ("số nhà 12 chứ không phải 21").
heard-not-but =
    chứ không phải
    chứ không phải là
    chứ ko phải
    chứ ko phải là
    chứ không
    chứ hổng phải
    chứ hông phải
    chứ đâu phải
    chớ không phải
    chớ hổng phải
    mà không phải
# The same where both sides are of a kind ("hẻm 7 không phải ngõ 12"), or first of all ("không phải 21 mà là 12").
heard-not =
    không phải
    không phải là
    ko phải
    ko phải là
    hổng phải
# Between what is not meant and what is ("không phải 21 mà là 12", "21 thành 12").
heard-but-rather =
    mà là
    mà phải là
    phải là
    mà
    thành
    sang
# Before what is meant, like "à nhầm" ("đúng ra là hẻm 7").
heard-rather =
    không đúng
    chưa đúng
    đúng ra
    đúng ra là
    thật ra
    thật ra là
    thực ra
    thực ra là
    phải là
    ý là
    ý tôi là
    ý em là
    ý con là
    ý tui là
    sửa
    sửa lại
    sửa thành
    ghi lại
    ghi lại là
    à quên
    ờ quên
    quên nói
    khoan
    khoan đã
    khoan khoan
# Behind what is meant, like "mới đúng" ("hẻm 7 mới đúng").
heard-really =
    mới đúng
    mới phải
    đúng rồi
    đúng mà
    mới là đúng
# What a commune is called: then the unit is corrected, no spot in it.
heard-unit-type =
    xã
    phường
    thị trấn
    đặc khu
# Joins what is meant to the words before it.
heard-is =
    là
# The spot as a whole: what follows takes its place.
heard-spot =
    chỗ
    chỗ xảy ra
    nơi
    nơi xảy ra
    địa điểm
    địa chỉ
    vị trí
