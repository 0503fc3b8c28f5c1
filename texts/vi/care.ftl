# A person who speaks of dying, or a child: care comes before any question. "ông/bà" becomes the child's own word.

care-ask =
    Tôi rất lo khi đọc những lời này. Ông/bà không phải chịu đựng một mình.

    Xin ông/bà gọi 115, hoặc nói ngay với một người ở gần mà mình tin. Tôi chỉ là máy trả lời; muốn nói chuyện với người thật, ông/bà bấm nút dưới đây, cán bộ gọi lại trong giờ làm việc.

    Ông/bà chưa cần trả lời gì cả. Những lời vừa rồi tôi giữ lại, chỉ gửi đi khi ông/bà muốn.
care-ask-to-child =
    Tôi rất lo khi đọc những lời này. Ông/bà không có lỗi và không phải chịu một mình.

    Ông/bà gọi 111 ngay nhé: miễn phí, ngày đêm đều có người nghe. Hoặc nói với một người lớn mà ông/bà tin: người nhà, thầy cô, hàng xóm.

    Ông/bà chưa cần trả lời gì cả. Những lời vừa rồi tôi giữ lại, chỉ gửi đi khi ông/bà muốn.
care-here = Tôi vẫn ở đây. Ông/bà viết gì cũng được, chưa muốn viết cũng không sao. Lúc nguy, xin gọi 115.
care-here-to-child = Tôi vẫn ở đây. Ông/bà viết gì cũng được, chưa muốn viết cũng không sao. Lúc sợ hay nguy hiểm, ông/bà gọi 111.
care-kept = Vâng, tôi đã ghi lời này.
care-call = Nhờ cán bộ gọi lại
care-go = Tôi muốn gửi việc này
care-child = Ông/bà nói ra như vậy là đúng. Gọi 111 thì miễn phí, ngày đêm đều có người giúp trẻ em; hoặc nói với một người lớn mà ông/bà tin.
why-care = Vì tôi lo cho ông/bà, nên chưa hỏi gì vội. Muốn gửi việc này cho cán bộ thì ông/bà bấm nút dưới đây.
care-go-heard =
    gửi
    gửi đi
    gửi việc này
    muốn gửi
    gửi cho cán bộ
    tiếp tục
care-call-heard =
    gọi lại
    gọi cho tôi
    gọi cho em
    gọi cho con
    gọi cho cháu
    nhờ gọi lại
    gọi đi

# How a person is spoken to, and a child by the word that it calls itself.
voice-usual = ông/bà
voice-em = em
voice-con = con
voice-chau = cháu
voice-officer = anh/chị
voice-as-before = Tôi xưng hô với ông/bà như lần trước. Người lớn đang nhắn thì bấm nút dưới đây, hoặc gõ “tôi là người lớn” ạ.
voice-grown-up = Tôi là người lớn
voice-now-usual = Vâng ạ, từ nay tôi gọi là ông/bà. Mong ông/bà thông cảm.
heard-grown-up =
    tôi là người lớn
    là người lớn
    người lớn đây
    người lớn
    tôi lớn rồi
    lớn rồi
    tôi già rồi
    tôi không phải trẻ con
    không phải trẻ con
    tôi không phải con nít
    không phải con nít
    đâu phải con nít
    tôi là mẹ cháu
    tôi là bố cháu
    tôi là ba cháu
    tôi là bà cháu
    tôi là ông cháu
    tôi là phụ huynh
    tôi là phụ huynh cháu
    đừng gọi tôi là con
    đừng gọi tôi là em
    đừng gọi tôi là cháu
    sao gọi tôi là con
    sao gọi tôi là em
    sao gọi tôi là cháu
    sao lại gọi tôi là con
    sao lại gọi tôi là em
    sao lại gọi tôi là cháu

heard-child-em =
    em học lớp
    em đang học lớp
    em mới học lớp
    em năm nay học lớp
    em là học sinh
    tụi em đi học
    chúng em đi học
heard-child-hurt-em =
    em bị thầy
    em bị thầy giáo
    em bị cô giáo
    em bị giáo viên
    em bị bạn
    em bị các bạn
    em bị bạn bè
    em bị bạn học
    em bị mấy bạn
    em bị mấy anh lớp trên
    em bị bố
    em bị cha
    em bị dượng
    em bị bố dượng
    em bị cha dượng
    em bị mẹ kế
    em bị mẹ ghẻ
    thầy đánh em
    thầy chửi em
    thầy bắt nạt em
    thầy dọa em
    thầy sờ em
    thầy sờ mó em
    thầy tát em
    thầy giáo đánh em
    thầy giáo chửi em
    thầy giáo bắt nạt em
    thầy giáo dọa em
    thầy giáo sờ em
    thầy giáo sờ mó em
    thầy giáo tát em
    cô giáo đánh em
    cô giáo chửi em
    cô giáo bắt nạt em
    cô giáo dọa em
    cô giáo sờ em
    cô giáo sờ mó em
    cô giáo tát em
    bạn đánh em
    bạn chửi em
    bạn bắt nạt em
    bạn dọa em
    bạn sờ em
    bạn sờ mó em
    bạn tát em
    bố đánh em
    bố chửi em
    bố bắt nạt em
    bố dọa em
    bố sờ em
    bố sờ mó em
    bố tát em
    ba đánh em
    ba chửi em
    ba bắt nạt em
    ba dọa em
    ba sờ em
    ba sờ mó em
    ba tát em
    cha đánh em
    cha chửi em
    cha bắt nạt em
    cha dọa em
    cha sờ em
    cha sờ mó em
    cha tát em
    dượng đánh em
    dượng chửi em
    dượng bắt nạt em
    dượng dọa em
    dượng sờ em
    dượng sờ mó em
    dượng tát em
    mẹ kế đánh em
    mẹ kế chửi em
    mẹ kế bắt nạt em
    mẹ kế dọa em
    mẹ kế sờ em
    mẹ kế sờ mó em
    mẹ kế tát em
    em bị đánh ở trường
    em bị bắt nạt
    em bị trấn lột
    em bị xâm hại
    em bị sờ
    đánh mẹ với em
    đánh mẹ và em
heard-child-con =
    con học lớp
    con đang học lớp
    con mới học lớp
    con năm nay học lớp
    con là học sinh
    tụi con đi học
    chúng con đi học
heard-child-hurt-con =
    sờ con
    sờ người con
    rủ con vô nhà
    rủ con vào nhà
    con bị thầy
    con bị thầy giáo
    con bị cô giáo
    con bị giáo viên
    con bị bạn
    con bị các bạn
    con bị bạn bè
    con bị bạn học
    con bị mấy bạn
    con bị mấy anh lớp trên
    con bị bố
    con bị cha
    con bị dượng
    con bị bố dượng
    con bị cha dượng
    con bị mẹ kế
    con bị mẹ ghẻ
    thầy đánh con
    thầy chửi con
    thầy bắt nạt con
    thầy dọa con
    thầy sờ con
    thầy sờ mó con
    thầy tát con
    thầy giáo đánh con
    thầy giáo chửi con
    thầy giáo bắt nạt con
    thầy giáo dọa con
    thầy giáo sờ con
    thầy giáo sờ mó con
    thầy giáo tát con
    cô giáo đánh con
    cô giáo chửi con
    cô giáo bắt nạt con
    cô giáo dọa con
    cô giáo sờ con
    cô giáo sờ mó con
    cô giáo tát con
    bạn đánh con
    bạn chửi con
    bạn bắt nạt con
    bạn dọa con
    bạn sờ con
    bạn sờ mó con
    bạn tát con
    bố đánh con
    bố chửi con
    bố bắt nạt con
    bố dọa con
    bố sờ con
    bố sờ mó con
    bố tát con
    ba đánh con
    ba chửi con
    ba bắt nạt con
    ba dọa con
    ba sờ con
    ba sờ mó con
    ba tát con
    cha đánh con
    cha chửi con
    cha bắt nạt con
    cha dọa con
    cha sờ con
    cha sờ mó con
    cha tát con
    dượng đánh con
    dượng chửi con
    dượng bắt nạt con
    dượng dọa con
    dượng sờ con
    dượng sờ mó con
    dượng tát con
    mẹ kế đánh con
    mẹ kế chửi con
    mẹ kế bắt nạt con
    mẹ kế dọa con
    mẹ kế sờ con
    mẹ kế sờ mó con
    mẹ kế tát con
    con bị đánh ở trường
    con bị bắt nạt
    con bị trấn lột
    con bị xâm hại
    con bị sờ
    đánh mẹ với con
    đánh mẹ và con
heard-child-chau =
    cháu học lớp
    cháu đang học lớp
    cháu mới học lớp
    cháu năm nay học lớp
    cháu là học sinh
    tụi cháu đi học
    chúng cháu đi học
heard-child-hurt-chau =
    sờ cháu
    sờ người cháu
    rủ cháu vô nhà
    rủ cháu vào nhà
    cháu bị thầy
    cháu bị thầy giáo
    cháu bị cô giáo
    cháu bị giáo viên
    cháu bị bạn
    cháu bị các bạn
    cháu bị bạn bè
    cháu bị bạn học
    cháu bị mấy bạn
    cháu bị mấy anh lớp trên
    cháu bị bố
    cháu bị cha
    cháu bị dượng
    cháu bị bố dượng
    cháu bị cha dượng
    cháu bị mẹ kế
    cháu bị mẹ ghẻ
    thầy đánh cháu
    thầy chửi cháu
    thầy bắt nạt cháu
    thầy dọa cháu
    thầy sờ cháu
    thầy sờ mó cháu
    thầy tát cháu
    thầy giáo đánh cháu
    thầy giáo chửi cháu
    thầy giáo bắt nạt cháu
    thầy giáo dọa cháu
    thầy giáo sờ cháu
    thầy giáo sờ mó cháu
    thầy giáo tát cháu
    cô giáo đánh cháu
    cô giáo chửi cháu
    cô giáo bắt nạt cháu
    cô giáo dọa cháu
    cô giáo sờ cháu
    cô giáo sờ mó cháu
    cô giáo tát cháu
    bạn đánh cháu
    bạn chửi cháu
    bạn bắt nạt cháu
    bạn dọa cháu
    bạn sờ cháu
    bạn sờ mó cháu
    bạn tát cháu
    bố đánh cháu
    bố chửi cháu
    bố bắt nạt cháu
    bố dọa cháu
    bố sờ cháu
    bố sờ mó cháu
    bố tát cháu
    ba đánh cháu
    ba chửi cháu
    ba bắt nạt cháu
    ba dọa cháu
    ba sờ cháu
    ba sờ mó cháu
    ba tát cháu
    cha đánh cháu
    cha chửi cháu
    cha bắt nạt cháu
    cha dọa cháu
    cha sờ cháu
    cha sờ mó cháu
    cha tát cháu
    dượng đánh cháu
    dượng chửi cháu
    dượng bắt nạt cháu
    dượng dọa cháu
    dượng sờ cháu
    dượng sờ mó cháu
    dượng tát cháu
    mẹ kế đánh cháu
    mẹ kế chửi cháu
    mẹ kế bắt nạt cháu
    mẹ kế dọa cháu
    mẹ kế sờ cháu
    mẹ kế sờ mó cháu
    mẹ kế tát cháu
    cháu bị đánh ở trường
    cháu bị bắt nạt
    cháu bị trấn lột
    cháu bị xâm hại
    cháu bị sờ
    đánh mẹ với cháu
    đánh mẹ và cháu
# Said by a child of what is done to it.
heard-hurt =
    bị đánh
    bị thầy
    bị cô giáo
    bị dượng
    bị bố
    bị bạn
    bị các bạn
    bắt nạt
    trấn lột
    sờ mó
    sờ soạng
    xâm hại
    chảy máu
    bị chửi
# Around a child that calls itself con or cháu: parents say these words of their children.
heard-child-polite =
    ơi
    thưa
    dạ
# An adult speaks, perhaps for a child: then it is no child.
heard-no-child =
    tôi
    bà con
    trẻ con
    sức khỏe mẹ và con
    tui
    con em
    con trai
    con gái
    cháu nhà
    cháu nội
    cháu ngoại
    chồng
    vợ
    mẹ chồng
    bố chồng
    ba chồng
    phụ huynh
    công ty
    sinh viên
    đại học
    nhà con
    con nhà
    con em mình
