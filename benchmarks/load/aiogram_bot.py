# mypy: disable-error-code="untyped-decorator,misc"
# aiogram is not installed where mypy runs: it lives in the benchmark's own environment.
"""
The bot that ours is measured against: aiogram 3, all in memory, nothing written, one reply per update.

It walks a resident through a submission of nine messages as its documentation shows it: states, filters, a
router, a webhook on aiohttp. It does not even stop the spinner on a tapped button, which costs it a second
call for most updates, unless it is told to (`--answer-taps`). It runs in an environment of its own
(requirements-bench.lock).

    benchmarks/.venv/bin/python benchmarks/load/aiogram_bot.py --api-url URL --port 8082 --token 1:x
"""

from __future__ import annotations

import argparse
import secrets
from typing import Any

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

router = Router()
ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


class Submission(StatesGroup):
    """What is asked for, in order."""

    consent = State()
    commune = State()
    organisation = State()
    subject = State()
    place = State()
    behalf = State()
    visibility = State()
    confirm = State()


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=label[:20])] for label in labels]
    )


def shown(query: CallbackQuery) -> Message:
    assert isinstance(query.message, Message)
    return query.message


@router.callback_query(Submission.consent, F.data == "Đồng ý")
async def consented(query: CallbackQuery, state: FSMContext) -> None:
    await state.set_state(Submission.commune)
    await shown(query).answer("Việc này ở xã, phường nào? Ông/bà gõ tên giúp.")


@router.message(Submission.commune, F.text)
async def commune_given(message: Message, state: FSMContext) -> None:
    await state.update_data(commune=message.text)
    await state.set_state(Submission.organisation)
    await message.answer(
        "Ông/bà gửi cho tổ chức nào?",
        reply_markup=keyboard("Mặt trận Tổ quốc", "Hội Nông dân", "Hội Phụ nữ", "Đoàn Thanh niên"),
    )


@router.callback_query(Submission.organisation)
async def organisation_chosen(query: CallbackQuery, state: FSMContext) -> None:
    await state.update_data(organisation=query.data)
    await state.set_state(Submission.subject)
    await shown(query).answer("Việc thuộc lĩnh vực nào?", reply_markup=keyboard("Đường sá", "Rác", "Nước", "Đất đai"))


@router.callback_query(Submission.subject)
async def subject_chosen(query: CallbackQuery, state: FSMContext) -> None:
    await state.update_data(subject=query.data)
    await state.set_state(Submission.place)
    await shown(query).answer("Chỗ nào cụ thể? Gửi vị trí, ảnh hoặc mô tả.", reply_markup=keyboard("Bỏ qua"))


@router.callback_query(Submission.place)
async def place_passed(query: CallbackQuery, state: FSMContext) -> None:
    await state.set_state(Submission.behalf)
    await shown(query).answer(
        "Ông/bà gửi cho mình hay giúp người khác?", reply_markup=keyboard("Cho tôi", "Giúp người khác")
    )


@router.callback_query(Submission.behalf)
async def behalf_chosen(query: CallbackQuery, state: FSMContext) -> None:
    await state.update_data(behalf=query.data)
    await state.set_state(Submission.visibility)
    await shown(query).answer(
        "Ai được biết tên ông/bà?", reply_markup=keyboard("Chỉ cán bộ", "Ai cũng được", "Không ghi tên")
    )


@router.callback_query(Submission.visibility)
async def visibility_chosen(query: CallbackQuery, state: FSMContext) -> None:
    data = await state.update_data(visibility=query.data)
    await state.set_state(Submission.confirm)
    lines = "\n".join(f"{name}: {value}" for name, value in data.items())
    await shown(query).answer(f"Xin xem lại:\n{lines}", reply_markup=keyboard("Gửi", "Sửa", "Hủy"))


@router.callback_query(Submission.confirm, F.data == "Gửi")
async def confirmed(query: CallbackQuery, state: FSMContext) -> None:
    await state.clear()
    code = "".join(secrets.choice(ALPHABET) for _ in range(8))
    await shown(query).answer(f"Đã nhận. Mã hồ sơ: {code}")


@router.message(F.text)
async def anything(message: Message, state: FSMContext) -> None:
    await state.clear()
    await state.update_data(content=message.text)
    await state.set_state(Submission.consent)
    await message.answer(
        "Cảm ơn ông/bà đã phản ánh. Ông/bà có đồng ý cho lưu nội dung này không?",
        reply_markup=keyboard("Đồng ý", "Không đồng ý"),
    )


async def answering(handler: Any, query: CallbackQuery, data: dict[str, Any]) -> Any:
    """Stop the spinner first, as Telegram's documentation asks of every bot."""
    await query.answer()
    return await handler(query, data)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--api-url", required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--answer-taps", action="store_true")
    options = parser.parse_args()
    if options.answer_taps:
        router.callback_query.middleware(answering)
    secret = secrets.token_urlsafe(24)

    session = AiohttpSession(api=TelegramAPIServer.from_base(options.api_url), limit=512)
    bot = Bot(options.token, session=session)
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)

    async def set_webhook() -> None:
        await bot.set_webhook(
            f"http://127.0.0.1:{options.port}/webhook",
            secret_token=secret,
            max_connections=100,
            allowed_updates=dispatcher.resolve_used_update_types(),
        )

    dispatcher.startup.register(set_webhook)
    app = web.Application()
    app.router.add_get("/readyz", _ready)
    SimpleRequestHandler(dispatcher, bot, secret_token=secret).register(app, "/webhook")
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=options.port, access_log=None, print=None)


async def _ready(_: web.Request) -> web.Response:
    return web.Response(text="ready")


if __name__ == "__main__":
    main()
