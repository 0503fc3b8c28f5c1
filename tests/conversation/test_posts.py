"""The story in a forwarded post, without what only a post has."""

from __future__ import annotations

import pytest

from conversation.posts import story_of

STORY = "Đèn đường ngõ 12 hỏng cả tháng nay, bà con bức xúc"


@pytest.mark.parametrize(
    "post",
    [
        f"Chia sẻ từ Facebook\n{STORY}",
        f"Nguyễn Văn Hùng\n12 giờ · 🌐\n{STORY}\nThích · Trả lời · 2 giờ",
        f"{STORY}\n#denduong #quangdien\nhttps://facebook.com/posts/1\n125 lượt thích · 30 bình luận",
        f"125\nThích\n{STORY}\n45 bình luận 12 lượt chia sẻ",
        f"Tin nhắn được chuyển tiếp\n\n{STORY}",
        f"Lê Hoa đã chia sẻ\n{STORY}".replace("Lê Hoa đã chia sẻ", "Đã chia sẻ một bài viết"),
    ],
)
def test_what_only_a_post_has_is_no_part_of_the_story(post: str) -> None:
    assert story_of(post) == STORY


def test_the_button_behind_what_was_cut_off_is_left_out_and_the_cut_stays() -> None:
    assert story_of(f"{STORY}... Xem thêm") == f"{STORY}..."


@pytest.mark.parametrize(
    "text",
    [
        "Mất điện\n2 giờ",
        "Đèn hỏng\nhttps://facebook.com/video",
        "Tôi muốn chia sẻ\ncống tắc cả tuần",
        "Cô giáo thu tiền · 2 lần · 500k",
        "Xem thêm đèn ở ngõ 3 nữa nhé",
        "Thích · Trả lời · 2 giờ",
    ],
)
def test_what_may_be_somebodys_own_words_stays(text: str) -> None:
    assert story_of(text) == text
