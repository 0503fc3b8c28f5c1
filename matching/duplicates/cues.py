"""Words that say what a text does: it thanks, says that the trouble is over, complains, says that it is back."""

from __future__ import annotations

import functools
import json
import math
import re
from dataclasses import dataclass
from importlib import resources

from matching.text import strip_marks

_MEND = (
    "sửa|vá|thay|dọn|hốt|lắp|lấp|xử lý|khắc phục|thảm|gom|nạo vét|khơi thông|trả|cấp|giải quyết|đắp|nối|phun|hàn|cưa|tỉa|"
    "dẹp|nhắc|phạt|trát|lát|bịt|bơm|dựng|mở|xây|làm|trải|rải|đổ|kẻ|tháo|dời|chuyển|chỉnh|điều chỉnh|bó|kéo|treo|đóng|vớt|"
    "rào|thả|cắm|bắt|dập|tưới|che|đặt|bố trí|nhận|có|được|hoàn trả|hòa giải|thông|sơn|lợp|họp|công khai|xét|yên|khánh thành|"
    "hỗ trợ|chốt|tiêm|cứu|giao|tuần tra|xuống|đến|tới|gỡ|mắc|trồng|giảm|đổi|kiểm tra|hoàn thành|hoàn thiện|đưa"
)
# each is written with diacritics and tried on a text typed with them; folded, on one typed without
PATTERNS = {
    "thanks": r"\b(?:cảm ơn|cám ơn|cảm tạ|biết ơn|tri ân|thanks?|tks)\b",
    "thanks_to": r"\b(?:cảm ơn|cám ơn|biết ơn|tri ân|thanks?|tks) (?!ạ\b|nhiều\b|trước\b|anh$)\w",
    "glad": r"\b(?:phấn khởi|yên tâm|an tâm|hoan nghênh|mừng (?:quá|lắm|rỡ)|(?:rất|đều|con|em) (?:mừng|vui)|vui quá|vui lắm|"
    r"đẹp hẳn|êm rồi|ổn rồi|tốt rồi|ngon lành)\b",
    "polite_end": r"(?:xin|em|cháu|con|tôi|trân trọng|chân thành)(?: \w+)? (?:cảm|cám) ơn(?: ạ| anh| nhiều)?$",
    "mended": rf"\b(?:đã|vừa|mới|nay|tuần này|hôm nay) (?:được |cho |về |đi |tới |xuống |cử người )?(?:{_MEND})\b",
    "done": rf"\b(?:{_MEND})\b(?: \w+){{0,6}}? (?:xong|sạch|rồi|ngon lành|đi êm|hẳn|hoàn thành|đầy đủ|gọn)\b",
    "over": r"\b(?:hết (?:hẳn|cảnh|hôi|ngập|kẹt|bụi|khói|mùi|ồn|cả|tắc|tối|lo|rác|ruồi|lầy|ùn|ổ gà)|không còn|hết rồi|"
    r"sáng (?:lại|trở lại)|trở lại|sạch sẽ|thông thoáng|\w+ hẳn|yên tĩnh|tạm ổn|đã ổn|ổn rồi)\b",
    "asks": r"\b(?:đề nghị|kiến nghị|yêu cầu|nhờ|xem xét|xin (?!cảm|cám|lỗi)\w+|mong|bao giờ|khi nào|chừng nào|giùm|sao)\b",
    "complains": r"\b(?:chưa|vẫn|hoài|miết|bức xúc|nguy hiểm|không (?:ai|thấy|có|được|chịu|dám|ngủ|thể)|kêu|quá|nữa|suốt)\b",
    "but": r"\b(?:mà|nhưng|lại)\b",
}
_PUT_OFF = (
    "sửa|vá|thay|dọn|hốt|dẹp|chặn|bắt|phạt|nạo vét|hàn|đỡ|êm|yên|im|ngừng|tạm ổn|xử lý|tái lập|cải thiện|hòa giải"
)
AGAIN = (
    rf"\b(?:{_PUT_OFF})(?: \w+){{1,8}}? (?:lại (?!rồi|được|cho|đúng)\w|đâu vào đấy|như cũ|tiếp tục|vẫn)"
    r"|\blại (?:hỏng|hư|tắt|ngập|bung|thủng|sụt|lún|mất|tắc|nghẹt|đâu vào|bị|tái|xuất hiện|bùng|bốc mùi|như cũ|chiếm|đổ|xả)\b"
    r"|\b(?:tái (?:diễn|phát|phạm)|như cũ|đâu (?:lại )?vào (?:đó|đấy)|lần nữa|nữa rồi)\b"
    r"|\b(?:được|đỡ|yên|êm) (?:mấy|vài|ít|đâu|đúng|có|một|hai|ba|dăm|\d+) (?:bữa|hôm|tuần|tháng|lâu|buổi|đợt|kỳ|dạo)\b"
    r"|\bnhư (?:năm|lần|hồi|tháng|đợt) (?:ngoái|trước)\b|\b(?:nay|giờ|bây giờ|tuần|tháng|bữa|hôm) lại\b|\b(?:lần|năm) nay vẫn\b"
)
_OVER = 0.4


@dataclass(frozen=True, slots=True)
class Cues:
    """
    Which cues a text holds: `told` in the order of `PATTERNS`, `again` for what is back after a fix.

    `over` is the probability (0..1) that the text says that the trouble is over; the weights are in cues.json.
    """

    told: tuple[bool, ...]
    again: bool
    over: float

    @property
    def resolved(self) -> bool:
        """Whether the text reports that the trouble is over: not one more complaint."""
        return self.over >= _OVER


@functools.cache
def _compiled(*, is_marked: bool) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern if is_marked else _without_marks(pattern))

    return tuple(map(compiled, PATTERNS.values())), compiled(AGAIN)


def _without_marks(pattern: str) -> str:
    """Return the pattern without diacritics; strip_marks would also lower the case of \\W and the like."""
    return "".join(char if char.isascii() else strip_marks(char) for char in pattern)


def read_cues(words: str, *, is_marked: bool) -> Cues:
    """Return the cues of a text: its expanded words with marks (`is_marked`) or its folded words."""
    patterns, again = _compiled(is_marked=is_marked)
    told = tuple(bool(pattern.search(words)) for pattern in patterns)
    is_back = bool(again.search(words))
    return Cues(told, is_back, _over((*told, is_back)))


@functools.cache
def _weights() -> tuple[float, tuple[float, ...]]:
    table = json.loads(resources.files(__package__).joinpath("cues.json").read_text("utf-8"))
    return float(table["intercept"]), tuple(float(table["weights"][name]) for name in (*PATTERNS, "again"))


def _over(told: tuple[bool, ...]) -> float:
    intercept, weights = _weights()
    return 1 / (
        1 + math.exp(-intercept - sum(weight for weight, is_told in zip(weights, told, strict=True) if is_told))
    )
