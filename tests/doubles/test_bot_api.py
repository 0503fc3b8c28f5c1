"""The local Bot API server refuses what Telegram refuses, in its words."""

from __future__ import annotations

import asyncio
import json

import aiohttp
import pytest

from tests.doubles.bot_api import BotApi


async def call(api, method, *, token=None, **parameters):
    url = f"{api.url}/bot{token or api.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, json=parameters) as answer:
        return answer.status, await answer.json()


def inline(*rows):
    return {"inline_keyboard": [[{"text": "a", "callback_data": "b", **button} for button in row] for row in rows]}


REFUSED = [
    ({"chat_id": 5001, "text": ""}, "Bad Request: message text is empty"),
    ({"chat_id": 5001, "text": "đ" * 4097}, "Bad Request: message is too long"),
    ({"chat_id": 5001, "text": "🙂" * 2049}, "Bad Request: message is too long"),
    ({"chat_id": 1, "text": "x"}, "Bad Request: chat not found"),
    ({"text": "x"}, "Bad Request: chat_id is empty"),
    (
        {"chat_id": 5001, "text": "x", "colour": "red"},
        "Bad Request: unknown parameter 'colour' of sendmessage",
    ),
    (
        {"chat_id": 5001, "text": "x", "reply_markup": inline([{"callback_data": "đ" * 33}])},
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    (
        {"chat_id": 5001, "text": "x", "reply_markup": inline([{"callback_data": ""}])},
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    (
        {"chat_id": 5001, "text": "x", "reply_markup": inline([{}] * 9)},
        "Bad Request: reply markup is too long",
    ),
    (
        {"chat_id": 5001, "text": "x", "reply_markup": inline(*[[{}]] * 101)},
        "Bad Request: reply markup is too long",
    ),
    ({"chat_id": 5001, "text": "x", "reply_markup": {}}, "Bad Request: object expected as reply markup"),
]


@pytest.mark.parametrize(("parameters", "description"), REFUSED, ids=[row[1][13:50] for row in REFUSED])
async def test_a_message_is_refused(parameters, description):
    async with BotApi() as api:
        an = api.person(5001)
        status, answer = await call(api, "sendMessage", **parameters)

    assert (status, answer) == (400, {"ok": False, "error_code": 400, "description": description})
    assert an.messages == []


@pytest.mark.parametrize("way", ["query", "form", "json", "multipart"])
async def test_parameters_are_read_in_every_encoding(way):
    markup = json.dumps(inline([{"text": "Có"}]))
    parameters = {"chat_id": "5001", "text": "Chào & tạm biệt", "reply_markup": markup}
    sent = {
        "query": {"params": parameters},
        "form": {"data": parameters},
        "json": {"json": {**parameters, "chat_id": 5001, "reply_markup": json.loads(markup)}},
        "multipart": {"data": _multipart(parameters)},
    }[way]
    async with BotApi() as api, aiohttp.ClientSession() as session:
        an = api.person(5001)
        async with session.post(f"{api.url}/bot{api.token}/sendMessage", **sent) as answer:
            assert (await answer.json())["ok"] is True

    assert [(message.text, message.labels) for message in an.messages] == [("Chào & tạm biệt", ["Có"])]


def _multipart(parameters):
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in parameters.items():
        form.add_field(name, value)
    return form


async def test_a_wrong_token_and_an_unknown_method_are_told_apart():
    async with BotApi() as api:
        wrong = await call(api, "getMe", token="1:x")
        unknown = await call(api, "sendTelepathy")
        known = await call(api, "GETME")

    assert [wrong[1].get("description"), unknown[1].get("description")] == [
        "Unauthorized",
        "Not Found: method not found",
    ]
    assert (wrong[0], unknown[0], known[0]) == (401, 404, 200)


async def test_a_second_poll_ends_the_first():
    async with BotApi() as api:
        asked = asyncio.Event()
        api.faults.weather = lambda *_: asked.set()
        first = asyncio.create_task(call(api, "getUpdates", timeout=20))
        await asked.wait()
        second = asyncio.create_task(call(api, "getUpdates", timeout=20))
        status, answer = await first
        api.person(5001).says("xin chào")
        _, found = await second

    assert status == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request")
    assert [update["message"]["text"] for update in found["result"]] == ["xin chào"]


async def test_an_offset_confirms_what_lies_below_it():
    async with BotApi() as api:
        deliveries = [api.person(5001).says(text) for text in ["một", "hai", "ba"]]
        _, found = await call(api, "getUpdates", limit=2)
        await call(api, "getUpdates", offset=found["result"][-1]["update_id"] + 1)

        assert [delivery.done.done() for delivery in deliveries] == [True, True, False]


async def test_a_negative_offset_counts_from_the_end():
    async with BotApi() as api:
        for text in ["một", "hai", "ba"]:
            api.person(5001).says(text)
        _, found = await call(api, "getUpdates", offset=-1)

    assert [update["message"]["text"] for update in found["result"]] == ["ba"]


@pytest.mark.parametrize(
    ("url", "secret", "description"),
    [
        ("http://example.org/x", "s", "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
        (
            "https://example.org:8080/x",
            "s",
            "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ("https://example.org/x", "s p", "Bad Request: secret token contains unallowed characters"),
    ],
)
async def test_the_cloud_is_strict_about_webhooks(url, secret, description):
    async with BotApi(cloud=True) as api:
        _, answer = await call(api, "setWebhook", url=url, secret_token=secret)

    assert answer["description"] == description


async def test_a_tap_can_be_answered_once():
    async with BotApi() as api:
        query_id = api.person(5001).taps_data("x", message_id=1).update["callback_query"]["id"]
        first, _ = await call(api, "answerCallbackQuery", callback_query_id=query_id)
        second, answer = await call(api, "answerCallbackQuery", callback_query_id=query_id)

    assert (first, second) == (200, 400)
    assert answer["description"].startswith("Bad Request: query is too old")


async def test_tapping_what_is_not_there_fails_the_test():
    async with BotApi() as api:
        an = api.person(5001)
        await call(api, "sendMessage", chat_id=5001, text="?", reply_markup=inline([{"text": "Có"}]))
        with pytest.raises(AssertionError, match="Không"):
            an.taps("Không")
