"""A bot that plays the scenes of a petition without understanding anything: enough to look at and to press."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image, ImageDraw

from channels.webchat import Line
from conversation.messages import Button, Event, Inbound
from tests.channels.webchat_double import out

GREETING = (
    "Kính chào ông/bà! Đây là trợ lý tự động của Mặt trận Tổ quốc Việt Nam. "
    "Ông/bà cứ viết điều muốn nói, tôi sẽ giúp gửi đến đúng nơi và báo lại kết quả."
)


def answers(inbound: Inbound) -> Sequence[Line]:
    """What the bot says to one message."""
    if inbound.event is Event.STARTED:
        return [_greeting()]
    scene = _SCENES.get(inbound.choice) or _SCENES.get(inbound.text.casefold().strip(), _petition)
    return scene(inbound)


def _greeting() -> Line:
    return out(
        GREETING,
        [Button("Gửi kiến nghị", "new", "primary")],
        [Button("Tra cứu mã hồ sơ", "lookup"), Button("Gặp cán bộ", "officer")],
    )


def _petition(inbound: Inbound) -> list[Line]:
    if inbound.files:
        word = f"Tôi đã nhận {len(inbound.files)} ảnh. Ông/bà còn ảnh nào nữa không ạ?"
        return [out(word, [Button("Tiếp tục", "where", "primary")])]
    if inbound.pin:
        return _where(inbound)
    return [
        out(
            "Cảm ơn ông/bà. Việc này ở xã, phường nào ạ?",
            [Button("Xã Quảng Điền, TP. Huế", "place")],
            [Button("Nơi khác", "other"), Button("Quay lại", "back")],
        )
    ]


def _where(inbound: Inbound) -> list[Line]:
    line = out(
        "Ông/bà có thể gửi vị trí nơi xảy ra việc để cán bộ tìm cho đúng. Không gửi cũng không sao ạ.",
        [Button("Bỏ qua", "place")],
        asks_pin="Gửi vị trí",
    )
    return [line]


def _erase(_inbound: Inbound) -> list[Line]:
    return [replace(out("Tôi đã xóa những gì ông/bà vừa viết."), erases=True)]


def _confirm(inbound: Inbound) -> list[Line]:
    text = (
        "Tôi ghi lại như sau:\n\nLoại: Phản ánh\nNơi: Xã Quảng Điền, TP. Huế\nNội dung: Đèn đường ở ngõ 12 hỏng đã hai tuần."
        "\n\nCán bộ Mặt trận xã được giao sẽ xem. Họ tên của ông/bà chỉ cán bộ thấy. Ông/bà xem đã đúng chưa ạ?"
    )
    return [
        out(
            text,
            [Button("Đúng, gửi đi", "file", "primary")],
            [Button("Sửa lại", "edit"), Button("Thôi, không gửi", "cancel", "danger")],
        )
    ]


def _receipt(inbound: Inbound) -> list[Line]:
    text = (
        "Đã gửi. Cảm ơn ông/bà!\n\nMã hồ sơ: K7RM-2XQH\n\nCán bộ Mặt trận xã Quảng Điền sẽ xem trong 1 ngày làm việc "
        "và chuyển đến nơi giải quyết trước ngày 26/11/2026. Xem tiến độ: https://nghedan.example/h/K7RM2XQH"
    )
    return [out(text)]


def _lookup(inbound: Inbound) -> list[Line]:
    return [out("Ông/bà gõ mã hồ sơ, ví dụ K7RM-2XQH.")]


_SCENES = {
    "xóa sạch đi": _erase,
    "new": lambda inbound: [out("Nhờ ông/bà kể lại việc đó: chuyện gì, ở đâu, từ bao giờ, mong muốn gì.")],
    "place": _confirm,
    "where": _where,
    "file": _receipt,
    "lookup": _lookup,
    "tra cứu": _lookup,
}


def a_photo(number: int = 0, *, width: int = 640, height: int = 480, kind: str = "JPEG") -> bytes:
    """A drawn photo: sky, field, road; each number has its own colours."""
    sky = [(142, 190, 220), (236, 180, 120), (120, 140, 190), (190, 210, 200)][number % 4]
    image = Image.new("RGB", (width, height), sky)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 0.55, width, height), fill=(96 + 20 * (number % 3), 140, 84))
    draw.polygon(
        [(width * 0.42, height * 0.55), (width * 0.58, height * 0.55), (width * 0.9, height), (width * 0.1, height)],
        fill=(120, 116, 112),
    )
    draw.ellipse((width * 0.7, height * 0.1, width * 0.82, height * 0.26), fill=(250, 235, 190))
    made = io.BytesIO()
    image.save(made, kind)
    return made.getvalue()
