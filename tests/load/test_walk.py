"""A resident of the load benchmark takes what is offered and stops at the receipt."""

from __future__ import annotations

from benchmarks.load.walk import Plain, Say, Tap
from tests.doubles.bot_api import SentMessage


def a_message(text, *labels):
    rows = [[{"text": label, "callback_data": f"tap:{label}"}] for label in labels]
    return SentMessage(1, 5001, "sendMessage", text, {"inline_keyboard": rows} if rows else {"remove_keyboard": True})


def test_what_agrees_is_tapped_before_what_comes_first():
    assert Plain().next(a_message("Đồng ý không?", "Không đồng ý", "Đồng ý")) == Tap("tap:Đồng ý")


def test_without_buttons_the_commune_is_typed():
    walk = Plain(commune="Phường Ba Đình")

    assert walk.next(a_message("Ở xã nào?")) == Say("Phường Ba Đình")


def test_the_way_back_is_not_taken():
    assert Plain().next(a_message("Lĩnh vực?", "Quay lại", "Rác", "Hủy")) == Tap("tap:Rác")


def test_a_receipt_ends_the_petition():
    assert Plain().next(a_message("Đã nhận. Mã hồ sơ: ABCD2345", "Xem hồ sơ")) is None


def test_no_two_petitions_are_the_same():
    assert len({Plain().first().text for _ in range(100)}) == 100
