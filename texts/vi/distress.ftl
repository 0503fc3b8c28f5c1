# Who speaks of dying. Lists for `conversation/distress.py`, which says how they go together.

# Said by whomever: there is danger whatever else is said.
heard-self-harm =
    kết liễu đời mình
    không muốn sống nữa
    không mún sống nữa
    không thiết sống nữa
    ko muốn sống nữa
    ko mún sống nữa
    ko thiết sống nữa
    k muốn sống nữa
    k mún sống nữa
    k thiết sống nữa
    khong muốn sống nữa
    khong mún sống nữa
    khong thiết sống nữa
    kg muốn sống nữa
    kg mún sống nữa
    kg thiết sống nữa
    hok muốn sống nữa
    hok mún sống nữa
    hok thiết sống nữa
    hong muốn sống nữa
    hong mún sống nữa
    hong thiết sống nữa
    hông muốn sống nữa
    hông mún sống nữa
    hông thiết sống nữa
    hổng muốn sống nữa
    hổng mún sống nữa
    hổng thiết sống nữa
    chẳng muốn sống nữa
    chẳng mún sống nữa
    chẳng thiết sống nữa
    chả muốn sống nữa
    chả mún sống nữa
    chả thiết sống nữa
    chẳng còn muốn sống nữa
    chẳng còn mún sống nữa
    chẳng còn thiết sống nữa
    không còn muốn sống nữa
    không còn mún sống nữa
    không còn thiết sống nữa
    ko còn muốn sống nữa
    ko còn mún sống nữa
    ko còn thiết sống nữa
    không muốn sống thêm
    ko muốn sống thêm
    k muốn sống thêm
    khong muốn sống thêm
    kg muốn sống thêm
    hok muốn sống thêm
    hong muốn sống thêm
    hông muốn sống thêm
    hổng muốn sống thêm
    chẳng muốn sống thêm
    chả muốn sống thêm
    chẳng còn muốn sống thêm
    không còn muốn sống thêm
    ko còn muốn sống thêm
    kết thúc cuộc đời
    kết thúc đời mình
    chấm dứt cuộc đời
    nhảy cầu cho xong
    nhảy lầu cho xong
    nhảy sông cho xong
    uống thuốc sâu cho xong
    uống thuốc cho xong
    không sống nổi nữa
    sống không nổi nữa
    sống hết nổi
    hết đường sống
    không còn đường sống
    ko còn đường sống
    chỉ có đường chết
    chỉ còn cách chết
    chỉ còn nước chết
    tìm đến cái chết
    tự làm đau mình
    đòi tự tử
    dọa tự tử
    định tự tử
    muốn tự tử
    toan tự tử
    tính tự tử
    thư tuyệt mệnh
    vĩnh biệt mọi người
    vĩnh biệt cả nhà
    chán sống lắm rồi
    không được sinh ra
    ko được sinh ra
    đừng sinh ra
    không có mặt trên đời
    nhắm mắt xuôi tay
    mong trời cho chết
    xin trời cho chết
    ôm nhau chết
    ôm con chết
    ôm con nhảy
    mẹ con chết chung
    chết chung cho xong
    uống thuốc trừ sâu rồi
    uống thuốc sâu rồi
    uống thuốc chuột rồi
    uống thuốc diệt cỏ rồi
    uống thuốc ngủ rồi
    tôi rạch tay
    tôi cắt tay
    tôi tự rạch tay
    tôi tự cắt tay
    tôi tự hại mình
    tui rạch tay
    tui cắt tay
    tui tự rạch tay
    tui tự cắt tay
    tui tự hại mình
    em rạch tay
    em cắt tay
    em tự rạch tay
    em tự cắt tay
    em tự hại mình
    con rạch tay
    con cắt tay
    con tự rạch tay
    con tự cắt tay
    con tự hại mình
    cháu rạch tay
    cháu cắt tay
    cháu tự rạch tay
    cháu tự cắt tay
    cháu tự hại mình
    chỉ còn con đường chết
    chỉ còn đường chết
    treo cổ tự tử
    đòi treo cổ
    dọa treo cổ
    thắt cổ tự tử
    đòi thắt cổ
    định thắt cổ
    suýt tự tử
    chuẩn bị tự tử
    chán sống lắm
    chán sống rồi
    chán sống quá
# Said of oneself or somebody near: "tôi … muốn chết". "Hôi muốn chết" says how bad a smell is.
heard-self-harm-wish =
    muốn chết
    mún chết
    muốn chết quách
    muốn chết đi
    thèm chết
    nghĩ đến cái chết
    nghĩ tới cái chết
    nghĩ đến chuyện chết
    muốn tự tử
    mún tự tử
    định tự tử
    tính tự tử
    sẽ tự tử
    muốn tự sát
    định tự sát
    muốn biến mất
    mún biến mất
    muốn kết thúc tất cả
    muốn chấm dứt tất cả
    muốn kết liễu
    muốn đi theo ông
    muốn đi theo bà
    muốn theo ông cho rồi
    muốn theo bà cho rồi
    mong chết
    mong được chết
    tìm cái chết
    chết cho mấy ông vừa lòng
    chết cho mấy bà vừa lòng
    chết cho chúng nó vừa lòng
    chết cho bọn nó vừa lòng
    chết cho tụi nó vừa lòng
    chết cho mày vừa lòng
    chết cho vừa lòng
    chết cho ai cũng vừa lòng
    chết cho nhà này yên
    tự tử đây
    hết muốn sống
    hết thiết sống
    không thiết tha gì nữa
# The same at the end of what is said: "tôi không muốn sống chung với rác" goes on.
heard-self-harm-wish-at-end =
    không muốn sống
    không mún sống
    không thiết sống
    ko muốn sống
    ko mún sống
    ko thiết sống
    k muốn sống
    k mún sống
    k thiết sống
    khong muốn sống
    khong mún sống
    khong thiết sống
    kg muốn sống
    kg mún sống
    kg thiết sống
    hok muốn sống
    hok mún sống
    hok thiết sống
    hong muốn sống
    hong mún sống
    hong thiết sống
    hông muốn sống
    hông mún sống
    hông thiết sống
    hổng muốn sống
    hổng mún sống
    hổng thiết sống
    chẳng muốn sống
    chẳng mún sống
    chẳng thiết sống
    chả muốn sống
    chả mún sống
    chả thiết sống
    chẳng còn muốn sống
    chẳng còn mún sống
    chẳng còn thiết sống
    không còn muốn sống
    không còn mún sống
    không còn thiết sống
    ko còn muốn sống
    ko còn mún sống
    ko còn thiết sống
    thà chết
    chán sống
    chết thì hơn
# Behind a wish that nobody is named for: it says how bad a thing is ("muốn chết luôn vì ồn").
heard-self-harm-of-a-thing =
    vì
    luôn vì
    với
    luôn với
# Who it is said of, and words between them and the wish.
heard-self-harm-near =
    tôi
    tui
    tao
    em
    e
    con
    cháu
    mình
    mk
    tớ
    bố
    mẹ
    ba
    má
    bà
    ông
    bác
    cô
    chú
    chị
    anh
    vợ
    chồng
    thân này
    thân già này
heard-self-harm-between =
    chỉ
    chỉ còn
    chỉ có
    cũng
    đã
    đã từng
    từng
    giờ
    bây giờ
    nay
    lúc này
    thật sự
    thực sự
    thiệt tình
    rất
    nhiều lúc
    nhiều khi
    lúc nào cũng
    ngày nào cũng
    cứ
    vẫn
    đang
    đôi khi
    có lúc
    có khi
    lại
    quá
    quá rồi
    lắm
    lắm rồi
    thấy
    chắc
    thôi
    luôn
    mấy lần
    bao lần
    thì
    là
    mà
    nên
    giờ thì
    nhiều
    ước
    cầu
    buồn
    buồn quá
    khổ
    khổ quá
    đau khổ
    tuyệt vọng
    cô đơn
    nhục
    nhục quá
    bế tắc
    chán đời
    cùng đường
    nợ
    nợ nần
    bị ép
    mệt mỏi
    nằm
    sắp
    sẽ
    cả nhà
# A wish or a curse: it is a curse where others stand beside it, whom one calls names or speaks of.
heard-self-harm-or-curse =
    chết quách cho xong
    chết quách cho rồi
    chết quách đi
    chết quách
    chết cho xong
    chết cho rồi
    chết đi cho xong
    chết đi cho rồi
    chết phứt cho rồi
    chết cho nhẹ nợ
    chết cho khuất mắt
    chết cho đỡ khổ
    chết đi cho đỡ khổ
    chết cho khỏi khổ
    chết cho khỏe
    chết đi cho khỏe
    chết đi cho nhẹ
    thà chết còn hơn
    thà chết cho xong
    thà chết cho rồi
    thà chết đi
    thà chết quách
    chết còn hơn
    chết còn sướng hơn
    sống làm gì nữa
    sống chi nữa
    sống để làm gì nữa
    sống không bằng chết
    sống như chết
heard-self-harm-cursed =
    mấy ông
    mấy bà
    mấy cha
    mấy thằng
    mấy con mụ
    mấy người
    mấy mụ
    các ông
    các bà
    các người
    các vị
    các anh
    bọn
    lũ
    bè lũ
    đồ
    tụi bây
    tụi bay
    tụi mày
    chúng mày
    chúng bay
    mày
    cán bộ
    chủ tịch
    công an
    lãnh đạo
    thằng
    con mụ
    cái lũ
    cái bọn
    cái đám
    cái xã
    cái ông
    cái bà
    cái công ty
    quan tham
heard-self-harm-others =
    mấy ông
    mấy bà
    mấy cha
    mấy thằng
    mấy con mụ
    mấy người
    mấy mụ
    các ông
    các bà
    các người
    các vị
    các anh
    bọn
    lũ
    bè lũ
    đồ
    tụi bây
    tụi bay
    tụi mày
    chúng mày
    chúng bay
    mày
    cán bộ
    chủ tịch
    công an
    lãnh đạo
    thằng
    con mụ
    cái lũ
    cái bọn
    cái đám
    cái xã
    cái ông
    cái bà
    cái công ty
    quan tham
    nó
    hắn
    tụi nó
    bọn nó
    chúng nó
    bọn chúng
    họ
    bà con
    dân
    người dân
    cả xóm
    cả làng
    cả thôn
    trẻ con
    trẻ em
    chúng tôi
    chúng ta
    người ta
    hàng xóm
# A way to do it, with the will to it in front, or said of oneself.
heard-self-harm-way =
    nhảy cầu
    nhảy lầu
    nhảy sông
    nhảy xuống sông
    nhảy từ tầng
    uống thuốc sâu
    uống thuốc trừ sâu
    uống thuốc chuột
    uống thuốc diệt cỏ
    uống thuốc ngủ
    uống thuốc độc
    tự thiêu
    rạch tay
    cắt tay
    cắt mạch máu
    tự sát
    quyên sinh
    nhảy vào tàu
    lao vào xe
    lao vào tàu
    lao đầu vào xe
    đâm đầu vào xe
heard-self-harm-will =
    muốn
    mún
    định
    sẽ
    sắp
    chuẩn bị
    tính
    đòi
    dọa
    doạ
    toan
    chỉ còn cách
    chỉ còn nước
    chắc
    đang định
    đang dọa
    đang đòi
    suýt
    đang
heard-self-harm-myself =
    tôi
    tui
    tao
    mình
# Words that tell of it where the text is of danger anyhow, and words of proposals and of the past beside them.
heard-self-harm-word =
    tự tử
    tự sát
    tự vẫn
    tự thiêu
    treo cổ
    nhảy cầu
    nhảy lầu
    uống thuốc sâu
    uống thuốc trừ sâu
    uống thuốc chuột
    không thiết sống
    không muốn sống
heard-self-harm-told =
    đề nghị
    kiến nghị
    lan can
    rào chắn
    năm ngoái
    năm trước
    trước đây
    từng có
    nhiều vụ
    tuyên truyền
    phòng chống
